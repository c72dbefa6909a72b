/*
 * Headers.  The first byte of the input chooses the table, the rest is the text: a header is bound the same by the
 * whole text and by every longer start of it that no longer asks for more, and a bound one keeps its promises.
 */
#include <stdint.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/csv_layout.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct bound {
    enum layout_state state;
    struct layout layout;
    struct findings findings;
    size_t begin;
};

static struct bound bind(struct slice text, enum table table, bool whole, struct arena *arena,
                         struct quoted_splitter *splitter) {
    struct bound bound = {.layout = {.schema = &schemas[table]}};
    bound.state = layout_bind(&bound.layout, arena, text.ptr, text.len, whole, splitter, &bound.findings, &bound.begin);
    return bound;
}

/* In a bound header every required column has exactly one name, and no column has two. */
static void check(const struct bound *bound, size_t len) {
    const struct schema *schema = bound->layout.schema;
    unsigned times[COLUMNS_MAX + 1] = {0};
    if (bound->state == LAYOUT_REFUSED && findings_count_severity(&bound->findings, SEVERITY_FOUT) == 0)
        BUG("refused without a finding");
    if (bound->state != LAYOUT_BOUND)
        return;
    for (unsigned i = 0; i < bound->layout.fields; i++) {
        if (bound->layout.columns[i] > COLUMNS_MAX)
            BUG("no such column");
        times[bound->layout.columns[i]]++;
    }
    for (unsigned column = 0; column < schema->column_count; column++)
        if (times[column] > 1 || (times[column] == 0 && schema->columns[column].need != NEED_NOTHING))
            BUG("a column is missing or there twice");
    if (bound->begin > len)
        BUG("the records begin behind the end");
}

static void expect_same(const struct bound *a, const struct bound *b) {
    if (a->state != b->state || memcmp(a->findings.counts, b->findings.counts, sizeof a->findings.counts) != 0)
        BUG("bound otherwise");
    if (a->state != LAYOUT_BOUND)
        return;
    if (a->begin != b->begin || a->layout.separator != b->layout.separator || a->layout.fields != b->layout.fields ||
        memcmp(a->layout.columns, b->layout.columns, a->layout.fields) != 0)
        BUG("another layout");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0 || memchr(data, '\0', size)) /* a file with a NUL is refused before its header is looked at */
        return 0;
    struct slice text = {(const char *)data + 1, size - 1};
    enum table table = (enum table)(data[0] % TABLE_COUNT);
    struct arena arena;
    struct quoted_splitter *splitter = quoted_splitter_open();
    arena_init(&arena);
    struct bound all = bind(text, table, true, &arena, splitter);
    check(&all, text.len);
    for (size_t len = text.len / 2; len < text.len; len += 1 + text.len / 8) {
        struct bound part = bind((struct slice){text.ptr, len}, table, false, &arena, splitter);
        if (part.state != LAYOUT_MORE)
            expect_same(&all, &part);
        findings_release(&part.findings);
    }
    findings_release(&all.findings);
    quoted_splitter_close(splitter);
    arena_release(&arena);
    return 0;
}
