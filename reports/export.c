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

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "etl/base/threads.h"
#include "etl/base/vec.h"
#include "reports/measures/registry.h"
#include "reports/write.h"

enum { MILLION = 1000000, PIECE_FIGURES = 8192, ROW_NUMBERS = 128, FIELD_SIZE = 32, FIELDS = 4 };

/* The code of a dimension with its separator; the rest of the bytes may be copied along, which is faster than counting.
 */
struct field {
    char text[FIELD_SIZE];
    size_t len;
};

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
    struct field *aanbieder; /* by number in struct group: 0 is "all" */
    struct field *gemeente;
    struct field *product;
    struct field perceel[PERCEEL_COUNT + 1];
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

static char *put_field(char *at, const struct field *field) {
    memcpy(at, field->text, FIELD_SIZE);
    return at + field->len;
}

/* Writes two digits. */
static void put_pair(char *at, uint32_t number) {
    static const char pairs[] =
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434"
        "44546474849505152535455565758596061626364656667686970717273747576777879808182838485868788"
        "8990919293949596979899";
    memcpy(at, pairs + (size_t)number * 2, 2);
}

static char *put_whole(char *at, uint64_t number) {
    char digits[20];
    char *from = digits + sizeof digits;
    for (; number >= 100; number /= 100)
        put_pair(from -= 2, (uint32_t)(number % 100));
    if (number >= 10)
        put_pair(from -= 2, (uint32_t)number);
    else
        *--from = (char)('0' + number);
    return put_slice(at, (struct slice){from, (size_t)(digits + sizeof digits - from)});
}

static char *put_decimals(char *at, uint32_t millionths) {
    *at = '.';
    put_pair(at + 1, millionths / 10000);
    put_pair(at + 3, millionths / 100 % 100);
    put_pair(at + 5, millionths % 100);
    return at + 7;
}

static char *put_number(char *at, const struct figure *figure, int which) {
    int64_t number = figure->number[which];
    bool large = figure->scale >> which & 1;
    uint64_t size = number < 0 ? (uint64_t)0 - (uint64_t)number : (uint64_t)number;
    if (number < 0)
        *at++ = '-';
    at = put_whole(at, large ? size : size / MILLION);
    return figure->whole >> which & 1 ? at : put_decimals(at, large ? 0 : (uint32_t)(size % MILLION));
}

static char *put_values(char *at, const struct export *export, size_t measure, const struct figure *figure) {
    if (figure->status != FIGURE_SHOWN) {
        at = put_slice(at, slice_of(disclosure_shown_as(export->disclosure, measure, figure)));
        *at++ = ';';
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
    struct buf prefix = {0};
    buf_printf(&prefix, "%s;%s;", period->period.name, measures[piece->measure].code);
    out->len = 0;
    for (size_t i = 0; i < piece->count; i++, figure++) {
        const struct group *group = &figure->group;
        if (!selection_has_group(export->selection, group))
            continue;
        struct slice uitsplitsing = intern_text(&export->figures->uitsplitsingen, figure->uitsplitsing);
        buf_reserve(out, prefix.len + (size_t)FIELDS * FIELD_SIZE + uitsplitsing.len + ROW_NUMBERS);
        char *at = put_slice(out->data + out->len, (struct slice){prefix.data, prefix.len});
        at = put_field(at, &export->aanbieder[group->organisatie]);
        at = put_field(at, &export->gemeente[group->gemeente]);
        at = put_field(at, &export->perceel[group->perceel]);
        at = put_field(at, &export->product[group->product]);
        at = put_slice(at, uitsplitsing);
        *at++ = ';';
        at = put_values(at, export, piece->measure, figure);
        out->len = (size_t)(at - out->data);
        result.rows++;
        result.withheld += figure->status != FIGURE_SHOWN;
    }
    buf_release(&prefix);
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

static struct field field_of(const char *code) {
    struct field field = {.len = strlen(code) + 1};
    if (field.len > FIELD_SIZE)
        BUG("a code is longer than a code can be");
    memcpy(field.text, code, field.len - 1);
    field.text[field.len - 1] = ';';
    return field;
}

static void name_dimensions(struct export *export) {
    const struct dataset *data = export->figures->data;
    export->aanbieder = mem_calloc(data->aanbieders.len + 1, sizeof *export->aanbieder);
    export->gemeente = mem_calloc(data->gemeenten.len + 1, sizeof *export->gemeente);
    export->product = mem_calloc(data->producten.len + 1, sizeof *export->product);
    export->aanbieder[0] = export->gemeente[0] = export->product[0] = export->perceel[0] = field_of("");
    for (size_t i = 0; i < data->aanbieders.len; i++)
        export->aanbieder[i + 1] = field_of(data->aanbieders.data[i].code);
    for (size_t i = 0; i < data->gemeenten.len; i++)
        export->gemeente[i + 1] = field_of(data->gemeenten.data[i].code);
    for (size_t i = 0; i < data->producten.len; i++)
        export->product[i + 1] = field_of(data->producten.data[i].code);
    for (unsigned i = 0; i < PERCEEL_COUNT; i++)
        export->perceel[i + 1] = field_of(perceel_code((enum perceel)i));
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
