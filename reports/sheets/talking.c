/*
 * Applying the rules.  Invariant: a point rests on figures that its reader may see, since it is measured in the
 * reader's view.  Called by Gesprekspunten and Gespreksagenda.
 */
#include "reports/sheets/talking.h"

#include <stdlib.h>

enum { MILLION = 1000000, HEAVY = 8, MEDIUM = 5 };

enum tone point_tone(const struct point *point) {
    return point->rule->weight >= HEAVY ? TONE_BAD : point->rule->weight >= MEDIUM ? TONE_ATTENTION : TONE_NEUTRAL;
}

/* ---- words ---- */

static exact_t size_of(exact_t amount) {
    return amount < 0 ? -amount : amount;
}

static struct value known(exact_t micros) {
    return (struct value){.status = VALUE_SHOWN, .waarde = micros};
}

/* How the amount of a rule is shown: parts and growth as percentages, differences between percentages as points. */
enum show amount_show(const struct quantity *quantity) {
    enum show show = measure_show(quantity->maat, quantity->uitsplitsing);
    bool difference = quantity->comparison == COMPARE_VERSCHIL || quantity->comparison == COMPARE_VERSCHIL_REGIO;
    if (quantity->per_maat || quantity->comparison == COMPARE_GROEI)
        return SHOW_PERCENT;
    return show == SHOW_PERCENT && difference ? SHOW_POINTS : show;
}

/* Days without decimals that say nothing. */
const char *amount_words(const struct sheet_context *c, struct value value, enum show show) {
    bool whole = value.status == VALUE_SHOWN && value.waarde % MILLION == 0;
    return shown_text(c, value_cell(value), show == SHOW_DAYS && whole ? SHOW_COUNT : show);
}

/* Names of products begin with a small letter, sentences do not. */
static const char *upper_first(struct arena *arena, const char *sentence) {
    char *copy = arena_strdup(arena, sentence);
    if (copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}

static const char *sentence_of(const struct sheet_context *c, const struct talking_rule *rule,
                               const struct measured *measured, const char *group) {
    const struct quantity *quantity = &rule->quantity;
    enum show show = measure_show(quantity->maat, quantity->uitsplitsing);
    const char *amount = amount_words(c, known(size_of(measured->amount)), amount_show(quantity));
    const struct fill fills[] = {
        {"groep", group},
        {"waarde", amount_words(c, measured->now, show)},
        {"vorige", amount_words(c, measured->before, show)},
        {"regio", amount_words(c, measured->region, show)},
        {"norm", count_words(c, measured->norm)},
        {"verschil", amount},
        {"deel", amount},
        {"grens", amount_words(c, known(size_of(rule->limit)), amount_show(quantity))},
        {NULL, NULL},
    };
    return upper_first(c->arena, fill_places(c->arena, rule->sentence, fills));
}

/* ---- rules ---- */

static void apply(const struct sheet_context *c, const struct view *view, const struct talking_rule *rule,
                  struct group part, const char *group, struct points *points) {
    struct measured measured = quantity_measure(view, c->settings, &rule->quantity, part);
    exact_t beyond = rule->above ? measured.amount - rule->limit : rule->limit - measured.amount;
    if (!measured.known || !measured.now.present || beyond <= 0 || (int64_t)measured.now.clients < rule->least_clients)
        return;
    points->weight += rule->weight;
    size_t order = points->list.len;
    VEC_PUSH(points->list, (struct point){
                               .rule = rule,
                               .sentence = sentence_of(c, rule, &measured, group),
                               .beyond = beyond,
                               .order = order,
                           });
}

static void apply_members(const struct sheet_context *c, const struct view *view, const struct talking_rule *rule,
                          enum dimension dimension, struct points *points) {
    for (uint16_t member = 1; member <= view_members(view, dimension); member++)
        apply(c, view, rule, view_part(view, dimension, member), member_name(c, dimension, member), points);
}

/* The heaviest first; of one rule what is furthest beyond its limit; else in the order of the rules. */
static int compare_points(const void *a, const void *b) {
    const struct point *x = a;
    const struct point *y = b;
    if (x->rule->weight != y->rule->weight)
        return x->rule->weight > y->rule->weight ? -1 : 1;
    if (x->rule == y->rule && x->beyond != y->beyond)
        return x->beyond > y->beyond ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

struct points talking_points(const struct sheet_context *context, const struct view *view) {
    struct points points = {0};
    for (size_t i = 0; i < context->templates->rules.len; i++) {
        const struct talking_rule *rule = &context->templates->rules.data[i];
        switch (rule->group) {
        case RULE_TOTAL: apply(context, view, rule, (struct group){0}, "", &points); break;
        case RULE_PERCEEL: apply_members(context, view, rule, DIMENSION_PERCEEL, &points); break;
        case RULE_PRODUCT: apply_members(context, view, rule, DIMENSION_PRODUCT, &points); break;
        case RULE_GEMEENTE: apply_members(context, view, rule, DIMENSION_GEMEENTE, &points); break;
        }
    }
    if (points.list.len > 1)
        qsort(points.list.data, points.list.len, sizeof *points.list.data, compare_points);
    return points;
}
