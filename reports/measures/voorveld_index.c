/*
 * Sorts and searches voorveld registrations.  Invariant: registrations without a client are not in the index.
 * Called by the engine; searched by the families overgang and voorveld.
 */
#include "reports/measures/voorveld_index.h"

#include <stdlib.h>

#include "etl/base/mem.h"

static int compare_entries(const void *a, const void *b) {
    const struct voorveld_entry *x = a;
    const struct voorveld_entry *y = b;
    if (x->client != y->client)
        return x->client < y->client ? -1 : 1;
    if (x->gemeente != y->gemeente)
        return x->gemeente < y->gemeente ? -1 : 1;
    if (x->perceel != y->perceel)
        return x->perceel < y->perceel ? -1 : 1;
    return (x->datum > y->datum) - (x->datum < y->datum);
}

struct voorveld_index *voorveld_index_new(const struct dataset *data) {
    struct voorveld_index *index = mem_calloc(1, sizeof *index);
    index->entry = mem_calloc(data->voorveld.len, sizeof *index->entry);
    for (size_t n = 0; n < data->voorveld.len; n++) {
        const struct registration *r = &data->voorveld.data[n];
        if (r->client != CLIENT_NONE)
            index->entry[index->count++] = (struct voorveld_entry){r->client, r->datum, r->gemeente, r->perceel};
    }
    qsort(index->entry, index->count, sizeof *index->entry, compare_entries);
    return index;
}

void voorveld_index_free(struct voorveld_index *index) {
    if (!index)
        return;
    free(index->entry);
    free(index);
}

const struct voorveld_entry *voorveld_index_find(const struct voorveld_index *index, const struct voorveld_entry *key) {
    size_t low = 0;
    size_t high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_entries(&index->entry[middle], key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == index->count || !voorveld_entry_same(&index->entry[low], key))
        return NULL;
    return &index->entry[low];
}
