/*
 * What belongs to a dataset itself: its end, the names of its enumerations, and what needs more than one record.
 */
#include "etl/dataset.h"

#include <stdlib.h>

#include "etl/base/error.h"
#include "etl/base/threads.h"
#include "etl/code.h"

void dataset_release(struct dataset *dataset) {
    arena_release(&dataset->arena);
    intern_release(&dataset->clients);
    intern_release(&dataset->toewijzingnummers);
    intern_release(&dataset->declaratienummers);
    intern_release(&dataset->regelnummers);
    free(dataset->declarations.data);
    free(dataset->client_order.data);
    free(dataset->client_start);
    *dataset = (struct dataset){0};
}

void dataset_drop_declarations(struct dataset *dataset) {
    if (!threads_leave(free, dataset->declarations.data))
        free(dataset->declarations.data);
    dataset->declarations.data = NULL;
    dataset->declarations.len = 0;
}

const char *perceel_code(enum perceel perceel) {
    switch (perceel) {
    case PERCEEL_BG: return "BG";
    case PERCEEL_DB: return "DB";
    case PERCEEL_HO: return "HO";
    case PERCEEL_KV: return "KV";
    case PERCEEL_NONE: return "";
    }
    BUG("perceel");
}

const char *eenheid_name(enum eenheid eenheid) {
    switch (eenheid) {
    case EENHEID_MINUUT: return "minuut";
    case EENHEID_UUR: return "uur";
    case EENHEID_DAGDEEL: return "dagdeel";
    case EENHEID_ETMAAL: return "etmaal";
    case EENHEID_STUKS: return "stuks";
    case EENHEID_NONE: return "";
    }
    BUG("eenheid");
}

const char *link_name(enum link link) {
    switch (link) {
    case LINK_AFGEKEURD: return "afgekeurd";
    case LINK_BUITEN_GELDIGHEID: return "buiten_geldigheid";
    case LINK_CONFLICT: return "conflict";
    case LINK_GEKOPPELD: return "gekoppeld";
    case LINK_VIA_CLIENT: return "via_client";
    case LINK_WEES: return "wees";
    case LINK_COUNT: break;
    }
    BUG("link");
}

int dataset_compare_lines(const struct dataset *dataset, const struct declaration *a, const struct declaration *b) {
    if (a->aanbieder != b->aanbieder)
        return a->aanbieder < b->aanbieder ? -1 : 1;
    if (a->declaratienummer != b->declaratienummer)
        return slice_compare(intern_text(&dataset->declaratienummers, a->declaratienummer),
                             intern_text(&dataset->declaratienummers, b->declaratienummer));
    return code_compare_packed(a->regelnummer, b->regelnummer, &dataset->regelnummers);
}

bool eenheid_factor(enum eenheid from, enum eenheid to, int *mul, int *div) {
    bool to_minuut = from == EENHEID_UUR && to == EENHEID_MINUUT;
    bool to_uur = from == EENHEID_MINUUT && to == EENHEID_UUR;
    *mul = to_minuut ? 60 : 1;
    *div = to_uur ? 60 : 1;
    return from == to || to_minuut || to_uur;
}
