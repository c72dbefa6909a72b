/*
 * Which aanbieders get a form: those with a contract, and those with clients in the period or the one before.
 * Invariant: one form per organisation.  Called by command_uitvraag.c.
 */
#include "reports/uitvraag.h"

#include <stdlib.h>

#include "etl/base/mem.h"
#include "reports/safe_text.h"
#include "reports/uitvraag_groups.h"
#include "reports/uitvraag_run.h"

static bool is_asked(const struct figures *figures, uint16_t organisatie) {
    struct uitvraag_groups groups = uitvraag_groups_of(figures, (uint16_t)(organisatie + 1));
    bool has_work = groups.list.len > 0;
    VEC_FREE(groups.list);
    return has_work || figures->data->aanbieders.data[organisatie].gecontracteerd;
}

struct uitvraag *uitvraag_new(const struct books_input *input) {
    const struct figures *figures = input->run.figures;
    const struct dataset *data = figures->data;
    struct uitvraag *uitvraag = mem_calloc(1, sizeof *uitvraag);
    arena_init(&uitvraag->arena);
    uitvraag->input = *input;
    uitvraag->base = view_base_new(&input->run);
    uitvraag->measured = uitvraag_is_measured(figures);
    for (uint16_t a = 0; a < data->aanbieders.len; a++) {
        const struct aanbieder *aanbieder = &data->aanbieders.data[a];
        if (aanbieder->organisatie == a && selection_has_aanbieder(input->selection, a) && is_asked(figures, a))
            VEC_PUSH(uitvraag->list,
                     (struct uitvraag_entry){
                         uitvraag, safe_file_name(&uitvraag->arena, aanbieder->code, aanbieder->naam, ".xlsx"),
                         (uint16_t)(a + 1)});
    }
    return uitvraag;
}

void uitvraag_free(struct uitvraag *uitvraag) {
    if (!uitvraag)
        return;
    view_base_free(uitvraag->base);
    VEC_FREE(uitvraag->list);
    arena_release(&uitvraag->arena);
    free(uitvraag);
}

size_t uitvraag_count(const struct uitvraag *uitvraag) {
    return uitvraag->list.len;
}

const char *uitvraag_path(const struct uitvraag *uitvraag, size_t index) {
    return uitvraag->list.data[index].path;
}

const void *uitvraag_context(const struct uitvraag *uitvraag, size_t index) {
    return &uitvraag->list.data[index];
}
