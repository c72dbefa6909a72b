/*
 * Parts of lists.  Invariant: the parts of one list stand in it one behind the other, so that a measure is read by
 * going through the parts and through every list in step.
 */
#include "reports/measures/loose.h"

#include <stdlib.h>

#include "reports/measures/registry.h"

struct part {
    struct figure_list *list; /* NULL: none */
    uint32_t *count;          /* per measure, those in the list behind the parts before it */
};

/* Where the next figure of a measure is. */
struct cursor {
    size_t part;
    uint32_t taken; /* of the part */
};

struct loose_figures {
    struct figure_list *list;
    size_t lists;
    struct part *part;
    size_t parts;
    struct cursor *cursor; /* per measure */
};

struct loose_figures *loose_new(size_t parts, size_t lists, struct intern *uitsplitsingen) {
    struct loose_figures *loose = mem_calloc(1, sizeof *loose);
    *loose = (struct loose_figures){.lists = lists, .parts = parts};
    loose->list = mem_calloc(lists, sizeof *loose->list);
    for (size_t n = 0; n < lists; n++)
        figure_list_init(&loose->list[n], uitsplitsingen);
    loose->part = mem_calloc(parts, sizeof *loose->part);
    loose->cursor = mem_calloc(measure_count, sizeof *loose->cursor);
    return loose;
}

void loose_free(struct loose_figures *loose) {
    if (!loose)
        return;
    for (size_t n = 0; n < loose->lists; n++)
        figure_list_release(&loose->list[n]);
    for (size_t p = 0; p < loose->parts; p++)
        free(loose->part[p].count);
    free(loose->list);
    free(loose->part);
    free(loose->cursor);
    free(loose);
}

struct figure_list *loose_list(struct loose_figures *loose, size_t list) {
    return &loose->list[list];
}

void loose_begin_part(struct loose_figures *loose, size_t part, struct figure_list *list) {
    uint32_t *count = mem_calloc(measure_count, sizeof *count);
    for (size_t m = 0; m < measure_count; m++)
        count[m] = (uint32_t)list->measure[m].count;
    loose->part[part] = (struct part){list, count};
}

void loose_end_part(struct loose_figures *loose, size_t part) {
    const struct part *ended = &loose->part[part];
    for (size_t m = 0; m < measure_count; m++)
        ended->count[m] = (uint32_t)ended->list->measure[m].count - ended->count[m];
}

static size_t count_left(const struct loose_figures *loose, size_t measure) {
    const struct cursor *cursor = &loose->cursor[measure];
    size_t left = 0;
    for (size_t p = cursor->part; p < loose->parts; p++)
        left += loose->part[p].list ? loose->part[p].count[measure] : 0;
    return left - cursor->taken;
}

size_t loose_count(const struct loose_figures *loose) {
    size_t count = 0;
    for (size_t m = 0; m < measure_count; m++)
        count += count_left(loose, m);
    return count;
}

size_t loose_take(struct loose_figures *loose, size_t measure, struct figure *to, size_t most) {
    struct cursor *cursor = &loose->cursor[measure];
    size_t taken = 0;
    for (; cursor->part < loose->parts; cursor->part++, cursor->taken = 0) {
        const struct part *part = &loose->part[cursor->part];
        if (!part->list)
            continue;
        size_t left = part->count[measure] - cursor->taken;
        size_t some = left < most - taken ? left : most - taken;
        figure_list_take(part->list, measure, to + taken, some);
        taken += some;
        cursor->taken += (uint32_t)some;
        if (some < left)
            break;
    }
    return taken;
}

void loose_join(struct loose_figures *loose, size_t measure, struct measure_figures *result) {
    size_t left = count_left(loose, measure);
    if (left == 0) {
        loose->cursor[measure].part = loose->parts; /* it may be asked for often */
        return;
    }
    result->figure = mem_realloc(NULL, left, sizeof *result->figure);
    result->count = loose_take(loose, measure, result->figure, left);
}
