/*
 * Wording the follow-up of one aanbieder.  Invariant: names and words from the input are one line each, without what
 * could hide or reorder text.  Called by opvolging.c.
 */
#include "reports/opvolging_letter.h"

#include "reports/safe_text.h"

static void put_line(struct buf *out, const char *line) {
    safe_text_put(out, slice_of(line));
    buf_putc(out, '\n');
}

static void put_paragraph(struct buf *out, const char *text) {
    buf_putc(out, '\n');
    put_line(out, text);
}

/* "Hoorn, begeleiding", or that it is about all of it. */
static const char *part_words(const struct sheet_context *c, struct group part) {
    const char *gemeente = part.gemeente ? member_name(c, DIMENSION_GEMEENTE, part.gemeente) : "";
    const char *perceel = part.perceel ? lower_first(c, member_name(c, DIMENSION_PERCEEL, part.perceel)) : "";
    if (part.gemeente && part.perceel)
        return text_with(c, TEXT_OPVOLGING_DEEL_BEIDE, {"gemeente", gemeente}, {"perceel", perceel});
    return part.gemeente ? gemeente : part.perceel ? perceel : text_of(c, TEXT_OPVOLGING_DEEL_TOTAAL);
}

static const char *value_words(const struct sheet_context *c, struct value value) {
    return shown_text(c, plain_cell(value), SHOW_DECIMAL2);
}

static const char *point_words(const struct sheet_context *c, const struct follow_point *point) {
    const char *asked = point->indicator->omschrijving;
    const char *bounds = bounds_words(c, point->indicator);
    const char *given = value_words(c, point->given);
    switch (point->kind) {
    case FOLLOW_EMPTY: return text_with(c, TEXT_OPVOLGING_PUNT_LEEG, {"vraag", asked}, {"grens", bounds});
    case FOLLOW_BEYOND:
        return text_with(c, TEXT_OPVOLGING_PUNT_GRENZEN, {"vraag", asked}, {"deel", part_words(c, point->part)},
                         {"opgave", given}, {"grens", bounds});
    case FOLLOW_DEVIATES:
        return text_with(c, TEXT_OPVOLGING_PUNT_WIJKT_AF, {"vraag", asked}, {"deel", part_words(c, point->part)},
                         {"opgave", given}, {"gemeten", value_words(c, point->measured)},
                         {"verschil", shown_text(c, cell_change(value_cell(point->deviation)), SHOW_PERCENT)});
    case FOLLOW_NOT_DELIVERED:
    case FOLLOW_KINDS: break;
    }
    BUG("a point that is no line");
}

static void put_points(const struct sheet_context *c, const struct follow_up *follow_up, enum follow_kind kind,
                       const char *heading, struct buf *out) {
    if (follow_up_count(follow_up, kind) == 0)
        return;
    put_paragraph(out, heading);
    for (size_t i = 0; i < follow_up->list.len; i++)
        if (follow_up->list.data[i].kind == kind)
            put_line(out, point_words(c, &follow_up->list.data[i]));
}

static void put_questions(const struct sheet_context *c, const struct follow_up *follow_up, struct buf *out) {
    const char *most = percent_words(c, c->settings->mi_tolerantie);
    put_paragraph(out, text_with(c, TEXT_OPVOLGING_DANK, {"naam", view_own_name(c->view)},
                                 {"periode", period_words(c, view_now(c->view))}));
    put_points(c, follow_up, FOLLOW_EMPTY, text_of(c, TEXT_OPVOLGING_KOP_LEEG), out);
    put_points(c, follow_up, FOLLOW_BEYOND, text_of(c, TEXT_OPVOLGING_KOP_GRENZEN), out);
    put_points(c, follow_up, FOLLOW_DEVIATES, text_with(c, TEXT_OPVOLGING_KOP_WIJKT_AF, {"tolerantie", most}), out);
    put_paragraph(out, text_of(c, TEXT_OPVOLGING_VERZOEK));
}

void opvolging_letter_put(const struct sheet_context *c, const struct follow_up *follow_up, struct buf *out) {
    const struct period *period = view_period(c->view, view_now(c->view));
    const char *name = view_own_name(c->view);
    const char *words = period_words(c, view_now(c->view));
    const char *manager = view_contractmanager(c->view, view_own(c->view));
    put_line(out, text_with(c, TEXT_OPVOLGING_ONDERWERP, {"naam", name}, {"periode", words}));
    put_paragraph(out, text_with(c, TEXT_OPVOLGING_AANHEF, {"naam", name}));
    if (follow_up_count(follow_up, FOLLOW_NOT_DELIVERED) > 0)
        put_paragraph(out, text_with(c, TEXT_OPVOLGING_HERINNERING, {"naam", name}, {"periode", words},
                                     {"begin", date_words(c, period->begin)}, {"eind", date_words(c, period->end)}));
    else
        put_questions(c, follow_up, out);
    put_paragraph(out, text_of(c, TEXT_OPVOLGING_PRIVACY));
    put_paragraph(out, text_of(c, TEXT_OPVOLGING_GROET));
    if (manager[0])
        put_line(out, manager);
    put_line(out, c->templates->looks.sender);
}
