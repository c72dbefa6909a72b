/*
 * Writes cijfers.csv.  Tens of millions of rows: pieces are formatted by several threads into buffers of their own, and
 * each piece is written when it is its turn.  Invariant: the order of the figures is the order of the rows.
 *
 * No field needs quotes or an apostrophe: codes begin with a letter or digit and hold no separator (etl checks those of
 * the input, reports/template.h those of the templates).
 */
#include "reports/export.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"
#include "etl/base/threads.h"
#include "etl/base/vec.h"
#include "reports/measures/registry.h"
#include "reports/write.h"

enum { MILLION = 1000000, DECIMALS = 6, PIECE_FIGURES = 8192, NUMBER_SIZE = 48, NUMBERS = 3 };

struct piece {
    size_t period;
    size_t measure;
    size_t first;
    size_t count;
};

struct export {
    const struct figures *figures;
    const struct disclosure *disclosure;
    const struct selection *selection;
    struct slice *aanbieder; /* texts of the dimensions, by number in struct group: 0 is "" */
    struct slice *gemeente;
    struct slice *product;
    struct slice perceel[PERCEEL_COUNT + 1];
    VEC(struct piece) pieces;
    struct buf *buffers; /* one per worker */
    pthread_mutex_t lock;
    pthread_cond_t turned;
    size_t turn; /* piece to be written next */
    bool failed;
    int fd;
    const char *name;
    struct export_result *result;
    struct error *err;
};

static char *put_slice(char *at, struct slice text) {
    memcpy(at, text.ptr, text.len);
    return at + text.len;
}

static char *put_field(char *at, struct slice text) {
    at = put_slice(at, text);
    *at++ = ';';
    return at;
}

/* Writes the digits of `number`, at least `least` of them. */
static char *put_digits(char *at, uint64_t number, int least) {
    char digits[20];
    char *from = digits + sizeof digits;
    for (; number > 0 || least > 0; number /= 10, least--)
        *--from = (char)('0' + number % 10);
    size_t len = (size_t)(digits + sizeof digits - from);
    memcpy(at, from, len);
    return at + len;
}

static char *put_number(char *at, const struct figure *figure, int which) {
    int64_t number = figure->number[which];
    bool large = figure->scale >> which & 1;
    uint64_t size = number < 0 ? (uint64_t)0 - (uint64_t)number : (uint64_t)number;
    uint64_t rest = large ? 0 : size % MILLION;
    uint64_t ones = large ? size : size / MILLION;
    if (number < 0)
        *at++ = '-';
    at = put_digits(at, ones, 1);
    if (figure->whole >> which & 1)
        return at;
    *at++ = '.';
    return put_digits(at, rest, DECIMALS);
}

static char *put_values(char *at, const struct export *export, size_t measure, const struct figure *figure) {
    if (figure->status != FIGURE_SHOWN) {
        at = put_field(at, slice_of(disclosure_shown_as(export->disclosure, measure, figure)));
        *at++ = ';';
    } else {
        at = put_number(at, figure, 0);
        *at++ = ';';
        if (figure->ratio)
            at = put_number(at, figure, 1);
        *at++ = ';';
        if (figure->ratio)
            at = put_number(at, figure, 2);
    }
    *at++ = '\n';
    return at;
}

/* The rows of a piece, into `out`. */
static struct export_result format_piece(const struct export *export, const struct piece *piece, struct buf *out) {
    const struct period_figures *period = &export->figures->period[piece->period];
    const struct figure *figure = period->measure[piece->measure].figure + piece->first;
    struct export_result result = {0};
    char start[PERIOD_NAME_SIZE + 64];
    char *end = put_field(start, slice_of(period->period.name));
    end = put_field(end, slice_of(measures[piece->measure].code));
    struct slice prefix = {start, (size_t)(end - start)};
    out->len = 0;
    for (size_t i = 0; i < piece->count; i++, figure++) {
        const struct group *group = &figure->group;
        if (!selection_has_group(export->selection, group))
            continue;
        struct slice uitsplitsing = intern_text(&export->figures->uitsplitsingen, figure->uitsplitsing);
        struct slice aanbieder = export->aanbieder[group->organisatie];
        struct slice gemeente = export->gemeente[group->gemeente];
        struct slice product = export->product[group->product];
        buf_reserve(out,
                    prefix.len + aanbieder.len + gemeente.len + product.len + uitsplitsing.len + NUMBERS * NUMBER_SIZE);
        char *at = put_slice(out->data + out->len, prefix);
        at = put_field(at, aanbieder);
        at = put_field(at, gemeente);
        at = put_field(at, export->perceel[group->perceel]);
        at = put_field(at, product);
        at = put_field(at, uitsplitsing);
        at = put_values(at, export, piece->measure, figure);
        out->len = (size_t)(at - out->data);
        result.rows++;
        result.withheld += figure->status != FIGURE_SHOWN;
    }
    return result;
}

static void write_piece(struct export *export, size_t piece, const struct buf *rows, struct export_result result) {
    pthread_mutex_lock(&export->lock);
    while (export->turn != piece)
        pthread_cond_wait(&export->turned, &export->lock);
    bool go_on = !export->failed;
    pthread_mutex_unlock(&export->lock);

    /* Only the piece whose turn it is comes here, so the file and the result need no lock. */
    if (go_on)
        go_on = write_all(export->fd, rows->data, rows->len, export->name, export->err);
    export->result->rows += result.rows;
    export->result->withheld += result.withheld;

    pthread_mutex_lock(&export->lock);
    export->failed = !go_on;
    export->turn = piece + 1;
    pthread_cond_broadcast(&export->turned);
    pthread_mutex_unlock(&export->lock);
}

static void do_piece(void *context, size_t piece, unsigned worker) {
    struct export *export = context;
    struct buf *rows = &export->buffers[worker];
    struct export_result result = format_piece(export, &export->pieces.data[piece], rows);
    write_piece(export, piece, rows, result);
}

static void cut_pieces(struct export *export) {
    for (size_t p = 0; p < export->figures->periods; p++)
        for (size_t m = 0; m < measure_count; m++) {
            size_t count = export->figures->period[p].measure[m].count;
            for (size_t first = 0; first < count; first += PIECE_FIGURES) {
                size_t left = count - first;
                VEC_PUSH(export->pieces, (struct piece){p, m, first, left < PIECE_FIGURES ? left : PIECE_FIGURES});
            }
        }
}

static void name_dimensions(struct export *export) {
    const struct dataset *data = export->figures->data;
    export->aanbieder = mem_calloc(data->aanbieders.len + 1, sizeof *export->aanbieder);
    export->gemeente = mem_calloc(data->gemeenten.len + 1, sizeof *export->gemeente);
    export->product = mem_calloc(data->producten.len + 1, sizeof *export->product);
    export->aanbieder[0] = export->gemeente[0] = export->product[0] = export->perceel[0] = slice_of("");
    for (size_t i = 0; i < data->aanbieders.len; i++)
        export->aanbieder[i + 1] = slice_of(data->aanbieders.data[i].code);
    for (size_t i = 0; i < data->gemeenten.len; i++)
        export->gemeente[i + 1] = slice_of(data->gemeenten.data[i].code);
    for (size_t i = 0; i < data->producten.len; i++)
        export->product[i + 1] = slice_of(data->producten.data[i].code);
    for (unsigned i = 0; i < PERCEEL_COUNT; i++)
        export->perceel[i + 1] = slice_of(perceel_code((enum perceel)i));
}

static void release(struct export *export, unsigned threads) {
    pthread_mutex_destroy(&export->lock);
    pthread_cond_destroy(&export->turned);
    for (unsigned i = 0; i < threads; i++)
        buf_release(&export->buffers[i]);
    free(export->buffers);
    free(export->aanbieder);
    free(export->gemeente);
    free(export->product);
    VEC_FREE(export->pieces);
}

bool export_cijfers(const struct figures *figures, const struct disclosure *disclosure,
                    const struct selection *selection, unsigned threads, int fd, const char *name,
                    struct export_result *result, struct error *err) {
    static const char header[] =
        "periode;maat;aanbiedercode;gemeentecode;perceel;productcode;uitsplitsing;waarde;teller;noemer\n";
    *result = (struct export_result){0};
    if (!write_all(fd, header, sizeof header - 1, name, err))
        return false;
    struct export export = {
        .figures = figures,
        .disclosure = disclosure,
        .selection = selection,
        .buffers = mem_calloc(threads, sizeof *export.buffers),
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .turned = PTHREAD_COND_INITIALIZER,
        .fd = fd,
        .name = name,
        .result = result,
        .err = err,
    };
    name_dimensions(&export);
    cut_pieces(&export);
    threads_each(threads, export.pieces.len, do_piece, &export);
    bool done = !export.failed;
    release(&export, threads);
    return done;
}
