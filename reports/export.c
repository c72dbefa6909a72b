/*
 * Writes cijfers.csv.  Tens of millions of rows: pieces are formatted by several threads into buffers of their own, and
 * each piece is written when it is its turn.  Invariant: the order of the figures is the order of the rows.
 *
 * No field needs quotes or an apostrophe: codes begin with a letter or digit and hold no separator (etl checks those of
 * the input, reports/template.h those of the templates).
 */
#include "reports/export.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "etl/base/pipeline.h"
#include "reports/measures/loose.h"
#include "reports/measures/registry.h"
#include "reports/write.h"

enum {
    MILLION = 1000000,
    PIECE_FIGURES = 8192,
    ROW_NUMBERS = 128,
    FIELD_SIZE = 32,
    LABEL_SIZE = 64,
    SYNCED_AT_ONCE = 1 << 26
};

/* What a row may take besides its two labels, with what is copied along behind it. */
enum { ROW_MOST = 4 * FIELD_SIZE + LABEL_SIZE + ROW_NUMBERS };

/* The code of a dimension with its separator; the rest of the bytes may be copied along, which is faster than counting.
 */
struct field {
    char text[FIELD_SIZE];
    size_t len;
};

/* The same for a text without a limit: of one that does not fit, `whole` is copied. */
struct label {
    char text[LABEL_SIZE];
    struct slice whole;
};

/* Some figures of a measure, and their rows. */
struct piece {
    size_t period;
    size_t measure;
    const struct figure *figure;
    size_t count;
    struct figure *taken; /* room for figures that were loose: NULL, or PIECE_FIGURES of them */
    struct buf rows;
    struct export_result result;
};

struct export {
    struct figures *figures;
    const struct disclosure *disclosure;
    struct disclosing *disclosing; /* of what is loose */
    const struct selection *selection;
    struct field *aanbieder; /* by number in struct group: 0 is "all" */
    struct field *gemeente;
    struct field *product;
    struct field perceel[PERCEEL_COUNT + 1];
    struct label *uitsplitsing; /* by number in struct figure, without separator */
    size_t period;              /* where the next piece begins */
    size_t measure;
    size_t first;
    int fd;
    const char *name;
    size_t unsynced; /* bytes written that the disk does not know of */
    bool failed;
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

static char *put_label(char *at, const struct label *label) {
    if (label->whole.len > LABEL_SIZE)
        return put_slice(at, label->whole);
    memcpy(at, label->text, LABEL_SIZE);
    return at + label->whole.len;
}

/* Writes two digits. */
static void put_pair(char *at, uint32_t number) {
    static const char pairs[] =
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434"
        "44546474849505152535455565758596061626364656667686970717273747576777879808182838485868788"
        "8990919293949596979899";
    memcpy(at, pairs + (size_t)number * 2, 2);
}

static size_t digits_of(uint64_t number) {
    size_t digits = 1;
    for (; number >= 10000; number /= 10000)
        digits += 4;
    return digits + (number >= 10) + (number >= 100) + (number >= 1000);
}

static char *put_whole(char *at, uint64_t number) {
    char *end = at + digits_of(number);
    char *from = end;
    for (; number >= 100; number /= 100)
        put_pair(from -= 2, (uint32_t)(number % 100));
    if (number >= 10)
        put_pair(from - 2, (uint32_t)number);
    else
        from[-1] = (char)('0' + number);
    return end;
}

static char *put_decimals(char *at, uint32_t millionths) {
    *at = '.';
    put_pair(at + 1, millionths / 10000);
    put_pair(at + 3, millionths / 100 % 100);
    put_pair(at + 5, millionths % 100);
    return at + 7;
}

/* Those of a rounded number: two, or as many as it needs. */
static char *put_rounded_decimals(char *at, uint32_t millionths, bool two) {
    char *end = put_decimals(at, millionths);
    if (two)
        return at + 3;
    while (end[-1] == '0')
        end--;
    return end[-1] == '.' ? at : end;
}

static char *put_number(char *at, const struct figure *figure, int which) {
    int64_t number = figure->number[which];
    bool large = figure->scale >> which & 1;
    uint64_t size = number < 0 ? (uint64_t)0 - (uint64_t)number : (uint64_t)number;
    if (number < 0)
        *at++ = '-';
    at = put_whole(at, large ? size : size / MILLION);
    uint32_t millionths = large ? 0 : (uint32_t)(size % MILLION);
    if (figure->whole >> which & 1)
        return at;
    if (figure->decimals == DECIMALS_SIX)
        return put_decimals(at, millionths);
    return put_rounded_decimals(at, millionths, which == 0 && figure->decimals == DECIMALS_TWO);
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

/* The next figures of the measure that was come to; false when there are none left. */
static bool take_figures(struct export *export, struct piece *piece) {
    const struct period_figures *period = &export->figures->period[export->period];
    const struct measure_figures *joined = &period->measure[export->measure];
    size_t left = joined->count - export->first;
    piece->period = export->period;
    piece->measure = export->measure;
    if (period->loose) {
        if (!piece->taken)
            piece->taken = mem_calloc(PIECE_FIGURES, sizeof *piece->taken);
        piece->figure = piece->taken;
        piece->count = loose_take(period->loose, export->measure, piece->taken, PIECE_FIGURES);
        if (piece->count > 0)
            return true;
    }
    if (left == 0)
        return false;
    piece->figure = joined->figure + export->first;
    piece->count = left < PIECE_FIGURES ? left : PIECE_FIGURES;
    export->first += piece->count;
    return true;
}

static bool take_piece(void *context, void *item) {
    struct export *export = context;
    for (; export->period < export->figures->periods; export->period++, export->measure = 0)
        for (; export->measure < measure_count; export->measure++, export->first = 0)
            if (take_figures(export, item))
                return true;
    return false;
}

/* `whole` is borrowed. */
static struct label label_of(struct slice whole) {
    struct label label = {.whole = whole};
    memcpy(label.text, whole.ptr, whole.len < LABEL_SIZE ? whole.len : LABEL_SIZE);
    return label;
}

static char *put_row(char *at, const struct export *export, const struct label *prefix, size_t measure,
                     const struct figure *figure) {
    const struct group *group = &figure->group;
    at = put_label(at, prefix);
    at = put_field(at, &export->aanbieder[group->organisatie]);
    at = put_field(at, &export->gemeente[group->gemeente]);
    at = put_field(at, &export->perceel[group->perceel]);
    at = put_field(at, &export->product[group->product]);
    at = put_label(at, &export->uitsplitsing[figure->uitsplitsing]);
    *at++ = ';';
    return put_values(at, export, measure, figure);
}

static void format_piece(void *context, void *item, unsigned worker) {
    (void)worker;
    const struct export *export = context;
    struct piece *piece = item;
    struct buf *rows = &piece->rows;
    const struct figure *figure = piece->figure;
    struct buf begin = {0};
    if (figure == piece->taken)
        disclosing_apply(export->disclosing, piece->period, piece->measure, piece->taken, piece->count);
    buf_printf(&begin, "%s;%s;", export->figures->period[piece->period].period.name, measures[piece->measure].code);
    struct label prefix = label_of((struct slice){begin.data, begin.len});
    rows->len = 0;
    piece->result = (struct export_result){0};
    for (size_t i = 0; i < piece->count; i++, figure++) {
        if (!selection_has_group(export->selection, &figure->group))
            continue;
        size_t most = begin.len + export->uitsplitsing[figure->uitsplitsing].whole.len + ROW_MOST;
        if (rows->cap - rows->len < most)
            buf_reserve(rows, most);
        rows->len = (size_t)(put_row(rows->data + rows->len, export, &prefix, piece->measure, figure) - rows->data);
        piece->result.rows++;
        piece->result.withheld += figure->status != FIGURE_SHOWN;
    }
    buf_release(&begin);
}

/* Never refuses a piece, also when writing failed: the rest then passes by unwritten. */
static bool write_piece(void *context, void *item) {
    struct export *export = context;
    struct piece *piece = item;
    if (!export->failed)
        export->failed = !write_all(export->fd, piece->rows.data, piece->rows.len, export->name, export->err);
    export->unsynced += piece->rows.len;
    if (!export->failed && export->unsynced >= SYNCED_AT_ONCE) {
        write_start_sync(export->fd, export->unsynced);
        export->unsynced = 0;
    }
    export->result->rows += piece->result.rows;
    export->result->withheld += piece->result.withheld;
    return true;
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
    const struct intern *uitsplitsingen = &export->figures->uitsplitsingen;
    export->uitsplitsing = mem_calloc(uitsplitsingen->count, sizeof *export->uitsplitsing);
    for (uint32_t i = 0; i < uitsplitsingen->count; i++)
        export->uitsplitsing[i] = label_of(intern_text(uitsplitsingen, i));
}

static void run_pieces(struct export *export, unsigned threads) {
    static const struct pipeline_ops ops = {.take = take_piece, .work = format_piece, .commit = write_piece};
    size_t count = pipeline_items(threads);
    void **items = mem_calloc(count, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = mem_alone(sizeof(struct piece));
    pipeline_run(&ops, export, items, threads);
    for (size_t i = 0; i < count; i++) {
        struct piece *piece = items[i];
        buf_release(&piece->rows);
        free(piece->taken);
        free(piece);
    }
    free(items);
}

bool export_begin(int fd, const char *name, struct export_result *result, struct error *err) {
    static const char header[] =
        "periode;maat;aanbiedercode;gemeentecode;perceel;productcode;uitsplitsing;waarde;teller;noemer\n";
    *result = (struct export_result){0};
    return write_all(fd, header, sizeof header - 1, name, err);
}

bool export_figures(struct figures *figures, const struct disclosure *disclosure, const struct selection *selection,
                    unsigned threads, int fd, const char *name, struct export_result *result, struct error *err) {
    struct export export = {
        .figures = figures,
        .disclosure = disclosure,
        .selection = selection,
        .fd = fd,
        .name = name,
        .result = result,
        .err = err,
    };
    for (size_t k = 0; k < figures->periods && !export.disclosing; k++)
        if (figures->period[k].loose)
            export.disclosing = disclosing_new(disclosure, figures);
    name_dimensions(&export);
    run_pieces(&export, threads);
    disclosing_free(export.disclosing);
    free(export.aanbieder);
    free(export.gemeente);
    free(export.product);
    free(export.uitsplitsing);
    return !export.failed;
}
