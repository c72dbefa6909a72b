/*
 * The table of sheets.  Which of them are in a book, and in what order, is said in templates/bladen.csv.
 */
#include "reports/sheets/registry.h"

#include <string.h>

#include "etl/base/error.h"
#include "reports/sheets/sheets.h"

const struct sheet_def *const sheet_defs[] = {
    &sheet_samenvatting,         &sheet_gesprekspunten, &sheet_gespreksagenda, &sheet_clienten,    &sheet_benutting,
    &sheet_doorlooptijden,       &sheet_overgang,       &sheet_voorveld,       &sheet_uitfasering, &sheet_omvang,
    &sheet_managementinformatie, &sheet_opvolging,      &sheet_aanbieders,     &sheet_gemeenten,   &sheet_signalen,
    &sheet_datakwaliteit,        &sheet_toelichting,
};

const size_t sheet_count = sizeof sheet_defs / sizeof sheet_defs[0];

const struct sheet_def *sheet_find(const char *id) {
    for (size_t i = 0; i < sheet_count; i++)
        if (strcmp(sheet_defs[i]->id, id) == 0)
            return sheet_defs[i];
    return NULL;
}

static const struct sheet_def *def_of(const struct blad *blad) {
    const struct sheet_def *def = sheet_find(blad->id);
    if (!def)
        BUG("a sheet that the templates should not have let through");
    return def;
}

bool blad_has_content(const struct sheet_context *context, const struct blad *blad) {
    const struct sheet_def *def = def_of(blad);
    return !def->has_content || def->has_content(context);
}

bool blad_in_book(const struct sheet_context *context, const struct blad *blad) {
    return blad->in[view_kind(context->view)] && !(def_of(blad)->internal && view_is_public(context->view)) &&
           (!blad->leave_out || blad_has_content(context, blad));
}
