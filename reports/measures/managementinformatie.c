/*
 * What aanbieders say of themselves, set against what was measured; measures.md 10.  Runs behind the families whose
 * figures it compares with.  It adds its figures itself: its groups are those of the statements.
 */
#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"
#include "reports/measures/families.h"
#include "reports/measures/mi_lattice.h"

enum { MAAT_SIZE = 64 };

/* What an indicator is checked against; maat is "" when nothing. */
struct toets {
    char maat[MAAT_SIZE];
    const char *uitsplitsing;
};

struct mi {
    const struct dataset *data;
    struct figure_list *list;
    struct toets *toets;                 /* per indicator */
    struct mi_aggregate *region;         /* per indicator and perceel, over the aanbieders */
    const struct statement **statements; /* of P, by organisatie, then in path and line order */
    size_t count;
};

static struct toets parse_toets(const char *text) {
    struct toets toets = {.uitsplitsing = ""};
    size_t len = strcspn(text, "/");
    if (len < MAAT_SIZE)
        memcpy(toets.maat, text, len);
    if (text[len] == '/')
        toets.uitsplitsing = text + len + 1;
    return toets;
}

static int compare_statements(const void *a, const void *b) {
    const struct statement *x = *(const struct statement *const *)a;
    const struct statement *y = *(const struct statement *const *)b;
    if (x->organisatie != y->organisatie)
        return x->organisatie < y->organisatie ? -1 : 1;
    return (x > y) - (x < y); /* places in one array */
}

static void add_figures(struct mi *mi, size_t indicator, struct group group, exact_t given) {
    const char *code = mi->data->indicatoren.data[indicator].code;
    const struct toets *toets = &mi->toets[indicator];
    figure_list_value(mi->list, "mi", code, group, given, 0);
    const struct figure *figure = figure_list_find(mi->list, toets->maat, toets->uitsplitsing, group);
    if (!figure)
        return;
    exact_t measured = figure_exact(figure);
    figure_list_ratio(mi->list, "mi_afwijking", code, group, exact_add(given, -measured), measured, figure->whole & 1,
                      figure->clients);
}

/* The figures of one aanbieder; its totals are parts of the region's. */
static void add_organisatie(struct mi *mi, const struct mi_lattice *lattice, uint16_t organisatie) {
    for (size_t i = 0; i < mi->data->indicatoren.len; i++) {
        enum aggregatie how = mi->data->indicatoren.data[i].aggregatie;
        for (size_t a = 0; a < lattice->areas; a++) {
            for (size_t p = 0; p < MI_PERCELEN; p++) {
                const exact_t *value = mi_value(lattice, i, a, p);
                if (!value)
                    continue;
                struct group group = {.organisatie = (uint16_t)(organisatie + 1),
                                      .gemeente = lattice->gemeente[a],
                                      .perceel = (uint8_t)p};
                add_figures(mi, i, group, *value);
                if (a == 0)
                    mi_aggregate_add(&mi->region[i * MI_PERCELEN + p], how, *value, mi_weight(lattice, i, 0, p));
            }
        }
    }
}

static void add_organisaties(struct mi *mi) {
    struct mi_lattice lattice;
    mi_lattice_init(&lattice, mi->data);
    for (size_t first = 0, end; first < mi->count; first = end) {
        uint16_t organisatie = mi->statements[first]->organisatie;
        for (end = first; end < mi->count && mi->statements[end]->organisatie == organisatie;)
            end++;
        mi_lattice_fill(&lattice, mi->statements + first, end - first);
        add_organisatie(mi, &lattice, organisatie);
    }
    mi_lattice_release(&lattice);
}

static void add_region(struct mi *mi) {
    for (size_t i = 0; i < mi->data->indicatoren.len; i++) {
        for (size_t p = 0; p < MI_PERCELEN; p++) {
            exact_t value;
            if (mi_aggregate_value(&mi->region[i * MI_PERCELEN + p], mi->data->indicatoren.data[i].aggregatie, &value))
                add_figures(mi, i, (struct group){.perceel = (uint8_t)p}, value);
        }
    }
}

/* Aanbieders with an active client in P that delivered nothing, when some other did. */
static void add_missing(struct mi *mi) {
    bool *delivered = mem_calloc(mi->data->aanbieders.len, sizeof *delivered);
    for (size_t n = 0; n < mi->count; n++)
        delivered[mi->statements[n]->organisatie] = true;
    for (uint16_t o = 0; o < mi->data->aanbieders.len; o++) {
        struct group group = {.organisatie = (uint16_t)(o + 1)};
        if (!delivered[o] && figure_list_find(mi->list, "clienten_periode", "", group))
            figure_list_count(mi->list, "mi_ontbreekt", "", group, 1, 0);
    }
    free(delivered);
}

static void direct(const struct measure_context *context, struct figure_list *list) {
    const struct dataset *data = context->data;
    size_t indicatoren = data->indicatoren.len;
    struct mi mi = {.data = data, .list = list};
    mi.statements = mem_calloc(data->statements.len, sizeof *mi.statements);
    for (size_t n = 0; n < data->statements.len; n++)
        if (data->statements.data[n].periode == context->period.code)
            mi.statements[mi.count++] = &data->statements.data[n];
    if (mi.count > 0) {
        qsort(mi.statements, mi.count, sizeof *mi.statements, compare_statements);
        mi.toets = mem_calloc(indicatoren, sizeof *mi.toets);
        for (size_t i = 0; i < indicatoren; i++)
            mi.toets[i] = parse_toets(data->indicatoren.data[i].toets);
        mi.region = mem_calloc(indicatoren * MI_PERCELEN, sizeof *mi.region);
        add_organisaties(&mi);
        add_region(&mi);
        add_missing(&mi);
        free(mi.toets);
        free(mi.region);
    }
    free(mi.statements);
}

const struct measure_family family_managementinformatie = {
    .name = "managementinformatie",
    .direct = direct,
};
