/*
 * Words and values that all sheets share.  Invariant: a number on a sheet is shown as its measure is, wherever it
 * stands.
 */
#include "reports/sheets/sheet.h"

#include <string.h>

#include "reports/book/shown.h"

enum { MILLION = 1000000 };

/* ---- words ---- */

const char *text_of(const struct sheet_context *context, enum text id) {
    return labels_text(context->labels, id);
}

const char *shown_text(const struct sheet_context *context, struct cell cell, enum show show) {
    struct buf out = {0};
    shown_put(&out, &cell, show);
    const char *words = arena_strndup(context->arena, out.data ? out.data : "", out.len);
    buf_release(&out);
    return words;
}

const char *date_words(const struct sheet_context *context, date_t date) {
    return shown_text(context, cell_date(date), SHOW_DATE);
}

const char *count_words(const struct sheet_context *context, int64_t count) {
    return shown_text(context, cell_count(count), SHOW_COUNT);
}

/* Settings are mostly whole percentages. */
const char *percent_words(const struct sheet_context *context, int64_t micros) {
    if (micros % (MILLION / 100) == 0)
        return arena_printf(context->arena, "%d%%", (int)(micros / (MILLION / 100)));
    return shown_text(context, cell_micros(micros), SHOW_PERCENT);
}

const char *period_words(const struct sheet_context *context, size_t period) {
    return labels_period(context->labels, context->arena, view_period(context->view, period));
}

const char *nothing_words(const struct sheet_context *context, enum text id) {
    return text_of(context, view_is_public(context->view) ? TEXT_BLAD_NIETS_OPENBAAR : id);
}

void add_heading(const struct sheet_context *context, enum text id) {
    sheet_add_heading(context->sheet, text_of(context, id));
}

void add_text(const struct sheet_context *context, enum text id) {
    sheet_add_text(context->sheet, text_of(context, id));
}

void add_note(const struct sheet_context *context, enum text id) {
    sheet_add_note(context->sheet, text_of(context, id));
}

const char *recipient_words_of(const struct sheet_context *context) {
    static const enum text words[RECIPIENT_KINDS] = {
        [RECIPIENT_AANBIEDER] = TEXT_ONTVANGER_AANBIEDER,
        [RECIPIENT_GEMEENTE] = TEXT_ONTVANGER_GEMEENTE,
        [RECIPIENT_REGIO] = TEXT_ONTVANGER_REGIO,
    };
    return text_of(context, words[view_kind(context->view)]);
}

const char *region_words(const struct sheet_context *context) {
    return text_of(context,
                   view_kind(context->view) == RECIPIENT_AANBIEDER ? TEXT_ONTVANGER_ANDEREN : TEXT_ONTVANGER_REGIO);
}

static const char *bound_words(const struct sheet_context *context, int64_t bound) {
    if (bound == AMOUNT_NONE)
        return "";
    return shown_text(context, cell_micros(bound), bound % MILLION == 0 ? SHOW_COUNT : SHOW_DECIMAL2);
}

const char *bounds_words(const struct sheet_context *context, const struct indicator *indicator) {
    bool low = indicator->minimum != AMOUNT_NONE;
    bool high = indicator->maximum != AMOUNT_NONE;
    enum text text = low && high ? TEXT_UITVRAAG_GRENS_TUSSEN
                     : low       ? TEXT_UITVRAAG_GRENS_VANAF
                     : high      ? TEXT_UITVRAAG_GRENS_TOT
                                 : TEXT_UITVRAAG_GRENS_GEEN;
    return text_with(context, text, {"onder", bound_words(context, indicator->minimum)},
                     {"boven", bound_words(context, indicator->maximum)});
}

const char *member_name(const struct sheet_context *context, enum dimension dimension, uint16_t member) {
    if (dimension == DIMENSION_PERCEEL)
        return labels_find(context->labels, "perceel", view_code(context->view, dimension, member));
    return view_name(context->view, dimension, member);
}

/* ---- values ---- */

static bool is_count_of(const char *uitsplitsing) {
    return strcmp(uitsplitsing, "aantal") == 0 || strcmp(uitsplitsing, "onbekend") == 0;
}

enum show measure_show(const char *maat, const char *uitsplitsing) {
    switch (measures[measure_find(maat)].unit) {
    case UNIT_AANTAL: return SHOW_COUNT;
    case UNIT_EURO: return SHOW_EURO;
    case UNIT_VOLUME: return SHOW_COUNT;
    case UNIT_AANDEEL: return SHOW_PERCENT;
    case UNIT_DAGEN:
        if (strcmp(uitsplitsing, "binnen_norm") == 0)
            return SHOW_PERCENT;
        return is_count_of(uitsplitsing) ? SHOW_COUNT : SHOW_DAYS;
    case UNIT_OMVANG: return is_count_of(uitsplitsing) ? SHOW_COUNT : SHOW_DECIMAL;
    case UNIT_WAARDE: return SHOW_DECIMAL;
    }
    BUG("unknown unit");
}

/* Beyond what a cell can hold in millionths, whole ones are enough. */
static struct cell number_cell(exact_t micros) {
    if (micros <= INT64_MAX && micros >= -INT64_MAX)
        return cell_micros((int64_t)micros);
    return cell_number((int64_t)(micros / MILLION), 0);
}

struct cell value_cell(struct value value) {
    switch (value.status) {
    case VALUE_UNKNOWN: return cell_unknown();
    case VALUE_SHOWN: return number_cell(value.waarde);
    case VALUE_WITHHELD: return cell_withheld(value.shown_as);
    }
    BUG("unknown status of a value");
}

struct cell plain_cell(struct value value) {
    struct cell cell = value_cell(value);
    return value.status == VALUE_SHOWN && value.waarde % MILLION == 0 ? cell_shown(cell, SHOW_COUNT) : cell;
}

bool is_judgement(const char *maat) {
    return strcmp(maat, "voorveld_status") == 0;
}

struct cell measure_cell(const struct sheet_context *context, const char *maat, struct value value) {
    if (value.status != VALUE_SHOWN || !is_judgement(maat))
        return value_cell(value);
    return value.waarde > 0    ? cell_signal(TONE_GOOD, text_of(context, TEXT_VOORVELD_VOOR))
           : value.waarde == 0 ? cell_signal(TONE_GOOD, text_of(context, TEXT_VOORVELD_OP))
                               : cell_signal(TONE_ATTENTION, text_of(context, TEXT_VOORVELD_ACHTER));
}

const char *lower_first(const struct sheet_context *context, const char *label) {
    char *copy = arena_strdup(context->arena, label);
    if (copy[0] >= 'A' && copy[0] <= 'Z')
        copy[0] = (char)(copy[0] - 'A' + 'a');
    return copy;
}

static const char *with_part(const struct sheet_context *context, const char *maat, const char *uitsplitsing,
                             const char *name) {
    const char *list = labels_list_of(maat);
    if (uitsplitsing[0] == '\0')
        return name;
    const char *code = list ? labels_find(context->labels, list, uitsplitsing) : uitsplitsing;
    return text_with(context, TEXT_KOLOM_DEEL, {"kop", name}, {"deel", lower_first(context, code)});
}

const char *measure_header(const struct sheet_context *context, const char *maat, const char *uitsplitsing) {
    return with_part(context, maat, uitsplitsing, labels_maat(context->labels, maat)->kop);
}

const char *measure_label(const struct sheet_context *context, const char *maat, const char *uitsplitsing) {
    return with_part(context, maat, uitsplitsing, labels_maat(context->labels, maat)->label);
}

const char *region_header(const struct sheet_context *context, const char *header) {
    bool others = view_kind(context->view) == RECIPIENT_AANBIEDER;
    return text_with(context, others ? TEXT_KOLOM_ANDEREN_VAN : TEXT_KOLOM_REGIO, {"kop", header});
}

const char *measure_id(const struct sheet_context *context, const char *maat, const char *uitsplitsing) {
    return uitsplitsing[0] ? arena_printf(context->arena, "%s/%s", maat, uitsplitsing) : maat;
}
