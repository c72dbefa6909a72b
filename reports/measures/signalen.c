/*
 * Signals about aanbieders, per kind and status; measures.md 5.  They are about no client and no product.
 */
#include <stdlib.h>

#include "etl/base/vec.h"
#include "reports/measures/families.h"

enum { STATES = 3 };

/* soort × STATES + status, as they are numbered in the dataset. */
static const char *const labels[] = {
    "negatief/afgehandeld", "negatief/in_behandeling", "negatief/open",
    "positief/afgehandeld", "positief/in_behandeling", "positief/open",
};

struct counted {
    struct group group;
    int label; /* in `labels` */
};

static int compare_counted(const void *a, const void *b) {
    const struct counted *x = a;
    const struct counted *y = b;
    int order = group_compare(&x->group, &y->group);
    return order ? order : x->label - y->label;
}

static void direct(const struct measure_context *context, struct figure_list *list) {
    VEC(struct counted) counted = {0};
    for (size_t n = 0; n < context->data->signalen.len; n++) {
        const struct signaal *s = &context->data->signalen.data[n];
        if (s->datum < context->period.begin || s->datum > context->period.end)
            continue;
        int label = s->soort * STATES + s->status;
        uint16_t organisatie = (uint16_t)(s->organisatie + 1);
        VEC_PUSH(counted, (struct counted){{0}, label});
        VEC_PUSH(counted, (struct counted){{.organisatie = organisatie}, label});
        if (s->gemeente == INDEX_NONE)
            continue;
        uint16_t gemeente = (uint16_t)(s->gemeente + 1);
        VEC_PUSH(counted, (struct counted){{.gemeente = gemeente}, label});
        VEC_PUSH(counted, (struct counted){{.organisatie = organisatie, .gemeente = gemeente}, label});
    }
    if (counted.len > 0)
        qsort(counted.data, counted.len, sizeof *counted.data, compare_counted);
    for (size_t first = 0, end; first < counted.len; first = end) {
        for (end = first + 1; end < counted.len; end++)
            if (compare_counted(&counted.data[first], &counted.data[end]) != 0)
                break;
        const struct counted *c = &counted.data[first];
        figure_list_count(list, "signalen", labels[c->label], c->group, (int64_t)(end - first), 0);
    }
    VEC_FREE(counted);
}

const struct measure_family family_signalen = {
    .name = "signalen",
    .direct = direct,
};
