/*
 * Collecting and sorting findings.  Invariant: `counts` agrees with `list`, and a run never crosses a source.
 */
#include "etl/findings.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "etl/base/utf8.h"
#include "etl/schema.h"

enum {
    TEXT_SHOWN = 100, /* bytes of a text that a message shows */
    RUNS_AT_ONCE = 4  /* findings per line that still become runs */
};

static const struct finding_info infos[] = {
#define FINDING_ROW(id, code, severity, meaning, message, remedy) {code, SEVERITY_##severity, meaning, message, remedy},
    FINDING_KINDS(FINDING_ROW)
#undef FINDING_ROW
};

const struct finding_info *finding_info(enum finding_kind kind) {
    return &infos[kind];
}

const char *severity_name(enum severity severity) {
    switch (severity) {
    case SEVERITY_FOUT: return "fout";
    case SEVERITY_WAARSCHUWING: return "waarschuwing";
    case SEVERITY_INFO: return "info";
    case SEVERITY_COUNT: break;
    }
    BUG("severity");
}

const char *finding_column(const struct finding *finding, const struct sources *sources) {
    enum table table = sources->list.data[finding->source].table;
    return finding->column == COLUMN_NONE || table == TABLE_NONE ? "" : schemas[table].columns[finding->column].name;
}

void findings_release(struct findings *findings) {
    VEC_FREE(findings->list);
    intern_release(&findings->texts);
    memset(findings->counts, 0, sizeof findings->counts);
}

/* ---- adding ---- */

static bool continues(const struct finding *run, const struct finding *next) {
    return run->source == next->source && run->line + run->repeat == next->line && run->line != LINE_NONE &&
           run->kind == next->kind && run->column == next->column && run->texts == next->texts &&
           memcmp(run->args, next->args, sizeof run->args) == 0;
}

static void add(struct findings *findings, struct finding finding) {
    size_t len = findings->list.len;
    findings->counts[finding.kind] += finding.repeat;
    for (size_t i = len; i > 0 && i + RUNS_AT_ONCE > len; i--) {
        struct finding *run = &findings->list.data[i - 1];
        if (continues(run, &finding)) {
            run->repeat += finding.repeat;
            return;
        }
    }
    VEC_PUSH(findings->list, finding);
}

static struct finding finding_at(enum finding_kind kind, struct place place) {
    return (struct finding){
        .source = place.source, .line = place.line, .repeat = 1, .kind = (uint16_t)kind, .column = place.column};
}

/* Bytes of a control character at `at`, 0 for any other character: C0, DEL, C1 and what turns the direction of text. */
static size_t control_length(const unsigned char *at, size_t left) {
    if (at[0] < 0x20 || at[0] == 0x7F)
        return 1;
    if (left >= 2 && at[0] == 0xC2 && at[1] < 0xA0)
        return 2;
    bool turns =
        left >= 3 && at[0] == 0xE2 &&
        ((at[1] == 0x80 && (at[2] >= 0xA8 && at[2] <= 0xAE)) || (at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9));
    return turns ? 3 : 0;
}

static uint32_t intern_shown(struct findings *findings, struct slice text) {
    char shown[TEXT_SHOWN + sizeof "…"];
    size_t len = 0;
    if (!text.ptr)
        return INTERN_NONE;
    size_t cut = utf8_cut(text.ptr, text.len, TEXT_SHOWN);
    for (size_t i = 0; i < cut;) {
        size_t control = control_length((const unsigned char *)text.ptr + i, cut - i);
        shown[len++] = control ? ' ' : text.ptr[i];
        i += control ? control : 1;
    }
    if (cut < text.len) {
        memcpy(shown + len, "…", strlen("…"));
        len += strlen("…");
    }
    return intern_add(&findings->texts, (struct slice){shown, len});
}

static void set_text(struct findings *findings, struct finding *finding, unsigned arg, struct slice text) {
    finding->args[arg] = intern_shown(findings, text);
    finding->texts |= (uint8_t)(1U << arg);
}

void findings_add(struct findings *findings, enum finding_kind kind, struct place place) {
    add(findings, finding_at(kind, place));
}

void findings_add_text(struct findings *findings, enum finding_kind kind, struct place place, struct slice text) {
    struct finding finding = finding_at(kind, place);
    set_text(findings, &finding, 0, text);
    add(findings, finding);
}

void findings_add_texts(struct findings *findings, enum finding_kind kind, struct place place, struct slice first,
                        struct slice second) {
    struct finding finding = finding_at(kind, place);
    set_text(findings, &finding, 0, first);
    set_text(findings, &finding, 1, second);
    add(findings, finding);
}

void findings_add_number(struct findings *findings, enum finding_kind kind, struct place place, uint32_t number) {
    findings_add_numbers(findings, kind, place, number, 0);
}

void findings_add_numbers(struct findings *findings, enum finding_kind kind, struct place place, uint32_t first,
                          uint32_t second) {
    struct finding finding = finding_at(kind, place);
    finding.args[0] = first;
    finding.args[1] = second;
    add(findings, finding);
}

void findings_add_text_number(struct findings *findings, enum finding_kind kind, struct place place, struct slice text,
                              uint32_t number) {
    struct finding finding = finding_at(kind, place);
    set_text(findings, &finding, 0, text);
    finding.args[1] = number;
    add(findings, finding);
}

void findings_merge(struct findings *findings, struct findings *from, uint32_t lines) {
    uint32_t *known = mem_calloc(from->texts.count, sizeof *known); /* number there + 1 */
    for (size_t i = 0; i < from->list.len; i++) {
        struct finding finding = from->list.data[i];
        if (finding.line != LINE_NONE)
            finding.line += lines;
        for (unsigned arg = 0; arg < FINDING_ARGS; arg++) {
            uint32_t text = finding.args[arg];
            if ((finding.texts & 1U << arg) == 0 || text == INTERN_NONE)
                continue;
            if (known[text] == 0)
                known[text] = intern_add(&findings->texts, intern_text(&from->texts, text)) + 1;
            finding.args[arg] = known[text] - 1;
        }
        add(findings, finding);
    }
    free(known);
    findings_release(from);
}

void findings_truncate(struct findings *findings, size_t keep) {
    while (findings->list.len > keep) {
        const struct finding *last = &findings->list.data[--findings->list.len];
        findings->counts[last->kind] -= last->repeat;
    }
}

uint64_t findings_count_severity(const struct findings *findings, enum severity severity) {
    uint64_t count = 0;
    for (int kind = 0; kind < FINDING_COUNT; kind++)
        if (infos[kind].severity == severity)
            count += findings->counts[kind];
    return count;
}

/* ---- sorting ---- */

static int compare_paths(const void *a, const void *b, void *list) {
    const struct source *sources = list;
    return strcmp(sources[*(const uint32_t *)a].path, sources[*(const uint32_t *)b].path);
}

/* Ranks of the sources in byte order of their paths. */
static uint32_t *rank_sources(const struct sources *sources) {
    size_t count = sources->list.len;
    uint32_t *order = mem_calloc(count, sizeof *order);
    uint32_t *rank = mem_calloc(count, sizeof *rank);
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    qsort_r(order, count, sizeof *order, compare_paths, sources->list.data);
    for (uint32_t i = 0; i < count; i++)
        rank[order[i]] = i;
    free(order);
    return rank;
}

struct sorting {
    const struct findings *findings;
    const struct sources *sources;
};

/* Two findings of one source. */
static int compare_findings(const void *a, const void *b, void *context) {
    const struct finding *x = a;
    const struct finding *y = b;
    const struct sorting *sorting = context;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    int order = strcmp(finding_column(x, sorting->sources), finding_column(y, sorting->sources));
    if (order == 0 && x->kind != y->kind)
        order = strcmp(infos[x->kind].code, infos[y->kind].code);
    for (unsigned arg = 0; order == 0 && arg < FINDING_ARGS; arg++) {
        if (x->args[arg] == y->args[arg])
            continue;
        bool texts =
            (x->texts & y->texts & 1U << arg) != 0 && x->args[arg] != INTERN_NONE && y->args[arg] != INTERN_NONE;
        order = texts ? slice_compare(intern_text(&sorting->findings->texts, x->args[arg]),
                                      intern_text(&sorting->findings->texts, y->args[arg]))
                      : (x->args[arg] > y->args[arg]) - (x->args[arg] < y->args[arg]);
    }
    return order ? order : (x->repeat > y->repeat) - (x->repeat < y->repeat);
}

static void sort_one_source(struct finding *list, size_t len, struct sorting *sorting) {
    size_t i = 1;
    while (i < len && compare_findings(&list[i - 1], &list[i], sorting) <= 0)
        i++;
    if (i < len)
        qsort_r(list, len, sizeof *list, compare_findings, sorting);
}

void findings_sort(struct findings *findings, const struct sources *sources) {
    size_t source_count = sources->list.len;
    uint32_t *rank = rank_sources(sources);
    size_t *start = mem_calloc(source_count + 1, sizeof *start);
    struct finding *sorted = mem_calloc(findings->list.len, sizeof *sorted);
    struct sorting sorting = {findings, sources};
    for (size_t i = 0; i < findings->list.len; i++)
        start[rank[findings->list.data[i].source] + 1]++;
    for (size_t i = 0; i < source_count; i++)
        start[i + 1] += start[i];
    for (size_t i = 0; i < findings->list.len; i++)
        sorted[start[rank[findings->list.data[i].source]]++] = findings->list.data[i];
    for (size_t i = 0, begin = 0; i < source_count; begin = start[i++])
        sort_one_source(sorted + begin, start[i] - begin, &sorting);
    free(findings->list.data);
    findings->list.data = sorted;
    findings->list.cap = findings->list.len;
    free(start);
    free(rank);
}

static int compare_counts(const void *a, const void *b) {
    return strcmp(infos[((const struct finding_count *)a)->kind].code,
                  infos[((const struct finding_count *)b)->kind].code);
}

struct finding_counts findings_per_source(const struct findings *findings) {
    struct finding_counts counts = {0};
    size_t i = 0;
    while (i < findings->list.len) {
        uint64_t per_kind[FINDING_COUNT] = {0};
        uint32_t source = findings->list.data[i].source;
        size_t first = counts.list.len;
        for (; i < findings->list.len && findings->list.data[i].source == source; i++)
            per_kind[findings->list.data[i].kind] += findings->list.data[i].repeat;
        for (int kind = 0; kind < FINDING_COUNT; kind++)
            if (per_kind[kind] > 0)
                VEC_PUSH(counts.list, (struct finding_count){source, (enum finding_kind)kind, per_kind[kind]});
        if (counts.list.len - first > 1)
            qsort(counts.list.data + first, counts.list.len - first, sizeof *counts.list.data, compare_counts);
    }
    return counts;
}
