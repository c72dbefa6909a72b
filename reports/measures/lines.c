/*
 * Makes the lines of the measures, once per run.  Invariant: the lines of one indication, or of one client, stand in
 * load order, whatever the number of threads.
 *
 * Millions of lines: threads count and then place those of one range of declarations each, so that the ranges, one
 * behind the other, give the load order.
 */
#include "reports/measures/lines.h"

#include <stdlib.h>

#include "etl/base/threads.h"
#include "etl/base/vec.h"
#include "reports/measures/terms.h"

enum { INDICATIONS_PER_PIECE = 1 << 13 };

typedef VEC(uint32_t) number_vec;

struct grouping {
    const struct dataset *data;
    const struct tarief_index *tarieven;
    struct lines *lines;
    uint32_t *next;  /* ranges × indications: the lines of a range, then where its next one comes */
    uint32_t *order; /* declarations, grouped by indication */
    size_t ranges;
    number_vec *unlinked; /* per range the declarations that are not linked */
    date_t *first_of;     /* per thread as lines->first_of */
};

static size_t range_begin(const struct grouping *g, size_t range) {
    return g->data->declarations.len * range / g->ranges;
}

static void count_range(void *context, size_t range, unsigned worker) {
    (void)worker;
    const struct grouping *g = context;
    uint32_t *count = g->next + range * g->data->indications.len;
    for (size_t n = range_begin(g, range); n < range_begin(g, range + 1); n++) {
        uint32_t indication = g->data->declarations.data[n].indication;
        if (indication != INDICATION_NONE)
            count[indication]++;
        else
            VEC_PUSH(g->unlinked[range], (uint32_t)n);
    }
}

static void place_range(void *context, size_t range, unsigned worker) {
    (void)worker;
    const struct grouping *g = context;
    uint32_t *next = g->next + range * g->data->indications.len;
    for (size_t n = range_begin(g, range); n < range_begin(g, range + 1); n++) {
        uint32_t indication = g->data->declarations.data[n].indication;
        if (indication != INDICATION_NONE)
            g->order[next[indication]++] = (uint32_t)n;
    }
}

static void group_by_indication(struct grouping *g, unsigned threads) {
    size_t indications = g->data->indications.len;
    size_t *start = mem_calloc(indications + 1, sizeof *start);
    g->next = mem_calloc(g->ranges * indications, sizeof *g->next);
    threads_each(threads, g->ranges, count_range, g);
    size_t total = 0;
    for (size_t i = 0; i < indications; i++) {
        start[i] = total;
        for (size_t range = 0; range < g->ranges; range++) {
            uint32_t *next = &g->next[range * indications + i];
            uint32_t count = *next;
            *next = (uint32_t)total;
            total += count;
        }
    }
    start[indications] = total;
    g->order = mem_calloc(total, sizeof *g->order);
    threads_each(threads, g->ranges, place_range, g);
    free(g->next);
    g->lines->start = start;
    g->lines->linked = mem_realloc(NULL, total > 0 ? total : 1, sizeof *g->lines->linked);
}

/* ---- what is the same in every period ---- */

/* The agreed tarief in the eenheid of the line; AMOUNT_NONE when it cannot be expressed so. */
static int64_t agreed_tarief(const struct tarief *tarief, enum eenheid eenheid) {
    if (tarief->eenheid == eenheid)
        return tarief->tarief;
    if (tarief->eenheid == EENHEID_MINUUT && eenheid == EENHEID_UUR)
        return tarief->tarief * 60;
    if (tarief->eenheid == EENHEID_UUR && eenheid == EENHEID_MINUUT)
        return (tarief->tarief + 30) / 60;
    return AMOUNT_NONE;
}

/* The tarief in force between two days, for the lines of one indication, which mostly follow each other. */
struct in_force {
    const struct tarief *tarief;
    struct interval days;
};

static bool tarief_differs(const struct grouping *g, const struct declaration *d, struct in_force *now) {
    date_t day = d->periode_begin;
    if (d->tarief == AMOUNT_NONE)
        return false;
    if (day < now->days.begin || day > now->days.end) {
        uint16_t organisatie = g->data->aanbieders.data[d->aanbieder].organisatie;
        now->days.begin = day;
        now->tarief = tarief_segment(g->tarieven, organisatie, d->product, day, DATE_OPEN, &now->days.end);
    }
    int64_t agreed = now->tarief ? agreed_tarief(now->tarief, d->eenheid) : AMOUNT_NONE;
    return agreed != AMOUNT_NONE && agreed != d->tarief;
}

/* Member by member: a struct that was put together just before would be read back before it is written. */
static void put_line(const struct declaration *d, bool tarief_afwijkend, struct line *line) {
    line->volume = d->credit ? -d->volume : d->volume;
    line->bedrag = d->credit ? -d->bedrag : d->bedrag;
    line->periode_begin = d->periode_begin;
    line->periode_eind = d->periode_eind;
    line->eenheid = d->eenheid;
    line->link = d->link;
    line->dubbel = false;
    line->tarief_afwijkend = tarief_afwijkend;
}

/* ---- double lines ---- */

/* By interval, debit lines first and these in byte order of their key. */
static int compare_lines(const void *a, const void *b, void *context) {
    const struct dataset *data = context;
    const struct declaration *x = &data->declarations.data[*(const uint32_t *)a];
    const struct declaration *y = &data->declarations.data[*(const uint32_t *)b];
    if (x->periode_begin != y->periode_begin)
        return x->periode_begin < y->periode_begin ? -1 : 1;
    if (x->periode_eind != y->periode_eind)
        return x->periode_eind < y->periode_eind ? -1 : 1;
    if (x->credit != y->credit)
        return x->credit ? 1 : -1;
    return dataset_compare_lines(data, x, y);
}

/* Two lines of one interval can only be there when the lines do not simply follow each other. */
static bool follow_each_other(const struct line *lines, size_t count) {
    for (size_t n = 1; n < count; n++)
        if (lines[n].periode_begin <= lines[n - 1].periode_begin)
            return false;
    return true;
}

/* The line of a declaration among those of its indication, which stand in load order. */
static struct line *find_line(const uint32_t *order, struct line *lines, size_t count, uint32_t declaration) {
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (order[middle] < declaration)
            low = middle + 1;
        else
            count = middle;
    }
    return &lines[low];
}

/* Of n debit and c credit lines of one interval, debit lines c + 2 … n are double. */
static void mark_doubles(const struct grouping *g, const uint32_t *order, struct line *lines, size_t count,
                         number_vec *sorted) {
    if (count < 2 || follow_each_other(lines, count))
        return;
    union {
        const struct dataset *read;
        void *pass;
    } data = {g->data};
    const struct declaration *all = g->data->declarations.data;
    sorted->len = 0;
    for (size_t n = 0; n < count; n++)
        VEC_PUSH(*sorted, order[n]);
    qsort_r(sorted->data, count, sizeof *sorted->data, compare_lines, data.pass);
    for (size_t first = 0, end; first < count; first = end) {
        const struct declaration *d = &all[sorted->data[first]];
        size_t debits = 0;
        for (end = first; end < count && all[sorted->data[end]].periode_begin == d->periode_begin &&
                          all[sorted->data[end]].periode_eind == d->periode_eind;
             end++)
            debits += !all[sorted->data[end]].credit;
        size_t credits = end - first - debits;
        for (size_t n = credits + 1; n < debits; n++)
            find_line(order, lines, count, sorted->data[first + n])->dubbel = true;
    }
}

static void make_piece(void *context, size_t piece, unsigned worker) {
    const struct grouping *g = context;
    struct lines *lines = g->lines;
    size_t first = piece * INDICATIONS_PER_PIECE;
    size_t last = first + INDICATIONS_PER_PIECE;
    number_vec sorted = {0};
    for (size_t i = first; i < last && i < g->data->indications.len; i++) {
        date_t *first_of = &g->first_of[worker * g->data->aanbieders.len + g->data->indications.data[i].organisatie];
        struct in_force now = {.days = {DATE_LAST, DATE_FIRST}};
        for (size_t n = lines->start[i]; n < lines->start[i + 1]; n++) {
            const struct declaration *d = &g->data->declarations.data[g->order[n]];
            put_line(d, tarief_differs(g, d, &now), &lines->linked[n]);
            if (d->periode_begin < *first_of)
                *first_of = d->periode_begin;
        }
        size_t at = lines->start[i];
        mark_doubles(g, g->order + at, lines->linked + at, lines->start[i + 1] - at, &sorted);
    }
    VEC_FREE(sorted);
}

/* The first line of each organisatie, of what the threads found. */
static date_t *join_first(const struct grouping *g, unsigned threads) {
    size_t organisaties = g->data->aanbieders.len;
    date_t *first_of = mem_calloc(organisaties, sizeof *first_of);
    for (size_t o = 0; o < organisaties; o++) {
        first_of[o] = DATE_OPEN;
        for (unsigned t = 0; t < threads; t++)
            if (g->first_of[t * organisaties + o] < first_of[o])
                first_of[o] = g->first_of[t * organisaties + o];
    }
    return first_of;
}

/* ---- the others ---- */

static void group_unlinked(const struct grouping *g) {
    const struct declaration *all = g->data->declarations.data;
    struct lines *lines = g->lines;
    size_t clients = g->data->clients.count;
    size_t *start = mem_calloc(clients + 2, sizeof *start);
    for (size_t range = 0; range < g->ranges; range++)
        for (size_t n = 0; n < g->unlinked[range].len; n++)
            start[all[g->unlinked[range].data[n]].client + 2]++;
    for (size_t c = 0; c < clients; c++)
        start[c + 2] += start[c + 1];
    lines->unlinked = mem_calloc(start[clients + 1], sizeof *lines->unlinked);
    for (size_t range = 0; range < g->ranges; range++) {
        for (size_t n = 0; n < g->unlinked[range].len; n++) {
            const struct declaration *d = &all[g->unlinked[range].data[n]];
            size_t place = start[d->client + 1]++; /* counts up to where the next client begins */
            struct unlinked_line *line = &lines->unlinked[place];
            put_line(d, false, &line->line);
            line->gemeente = d->gemeente;
            line->organisatie = g->data->aanbieders.data[d->aanbieder].organisatie;
            line->product = d->product;
        }
    }
    lines->unlinked_start = start;
}

void lines_init(struct lines *lines, const struct dataset *data, const struct tarief_index *tarieven,
                unsigned threads) {
    struct grouping g = {.data = data, .tarieven = tarieven, .lines = lines, .ranges = threads};
    size_t firsts = threads * data->aanbieders.len;
    g.unlinked = mem_calloc(g.ranges, sizeof *g.unlinked);
    g.first_of = mem_calloc(firsts, sizeof *g.first_of);
    for (size_t n = 0; n < firsts; n++)
        g.first_of[n] = DATE_OPEN;
    group_by_indication(&g, threads);
    threads_each(threads, (data->indications.len + INDICATIONS_PER_PIECE - 1) / INDICATIONS_PER_PIECE, make_piece, &g);
    lines->first_of = join_first(&g, threads);
    group_unlinked(&g);
    for (size_t range = 0; range < g.ranges; range++)
        VEC_FREE(g.unlinked[range]);
    free(g.unlinked);
    free(g.first_of);
    free(g.order);
}

void lines_release(struct lines *lines) {
    free(lines->linked);
    free(lines->start);
    free(lines->unlinked);
    free(lines->unlinked_start);
    free(lines->first_of);
}
