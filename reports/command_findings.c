/*
 * The summary of findings.  Fouten come before waarschuwingen, since they cost rows; within a severity the most
 * frequent kind comes first, since that is the one to solve first.  Called by rapport, cijfers and controle.
 */
#include "reports/command_findings.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "reports/bevindingen.h"
#include "reports/dutch.h"
#include "reports/safe_text.h"
#include "reports/screen.h"

/* Tables fit in 80 columns, unless the path of a file is long. */
enum {
    LINES_PER_KIND = 10,
    FILES_SHOWN = 20,
    FIRST_WIDTH = 20,
    FILE_WIDTH_MOST = 60,
    ROWS_WIDTH = 12,
    FINDINGS_WIDTH = 13
};

typedef VEC(struct finding) finding_list;

struct kind {
    enum finding_kind kind;
    uint64_t count;
};

void findings_put_counts(const struct findings *findings, struct buf *out) {
    dutch_put_counted(out, findings_count_severity(findings, SEVERITY_FOUT), "fout", "fouten");
    buf_puts(out, ", ");
    dutch_put_counted(out, findings_count_severity(findings, SEVERITY_WAARSCHUWING), "waarschuwing", "waarschuwingen");
    buf_puts(out, " en ");
    dutch_put_count(out, findings_count_severity(findings, SEVERITY_INFO));
    buf_puts(out, " keer info");
}

static int by_weight(const void *a, const void *b) {
    const struct kind *x = a;
    const struct kind *y = b;
    const struct finding_info *first = finding_info(x->kind);
    const struct finding_info *second = finding_info(y->kind);
    if (first->severity != second->severity)
        return first->severity < second->severity ? -1 : 1;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(first->code, second->code);
}

/* The kinds that occur, in the order in which they are shown. */
static size_t count_kinds(const struct findings *findings, struct kind kinds[FINDING_COUNT]) {
    uint64_t total[FINDING_COUNT];
    bevindingen_count(findings, total);
    size_t len = 0;
    for (unsigned k = 0; k < FINDING_COUNT; k++)
        if (total[k] > 0)
            kinds[len++] = (struct kind){(enum finding_kind)k, total[k]};
    qsort(kinds, len, sizeof *kinds, by_weight);
    return len;
}

/* "indicaties.csv, regel 17, kolom einddatum: …" */
static void put_finding(struct findings_cursor *cursor, const struct finding *finding, const struct sources *sources,
                        struct buf *out) {
    const char *column = finding_column(finding, sources);
    buf_puts(out, "    ");
    safe_text_put(out, slice_of(sources->list.data[finding->source].path));
    if (finding->line != LINE_NONE)
        buf_printf(out, ", regel %" PRIu32, finding_line(finding, sources));
    if (column[0] != '\0')
        buf_printf(out, ", kolom %s", column);
    buf_puts(out, ": ");
    finding_put_message(cursor, finding, out);
    buf_putc(out, '\n');
}

static void put_kind(const struct kind *kind, const finding_list *list, struct findings_cursor *cursor,
                     const struct sources *sources, struct buf *out) {
    const struct finding_info *info = finding_info(kind->kind);
    if (out->len > 0)
        buf_putc(out, '\n');
    buf_printf(out, "%s %s: %s (", severity_name(info->severity), info->code, info->meaning);
    dutch_put_count(out, kind->count);
    buf_puts(out, " keer)\n");
    for (size_t i = 0; i < list->len; i++)
        put_finding(cursor, &list->data[i], sources, out);
    if (kind->count > list->len) {
        buf_puts(out, "    … en nog ");
        dutch_put_count(out, kind->count - list->len);
        buf_puts(out, " (alles met --uitgebreid)\n");
    }
    buf_printf(out, "    Wat te doen: %s\n", info->remedy);
}

void findings_put_kinds(const struct findings *findings, const struct sources *sources, const struct intern *clients,
                        bool all, struct buf *out) {
    struct kind kinds[FINDING_COUNT];
    size_t count = count_kinds(findings, kinds);
    finding_list *lists = mem_calloc(FINDING_COUNT, sizeof *lists);
    struct findings_cursor cursor;
    findings_cursor_open(&cursor, findings, sources, clients, SOURCE_ALL);
    for (const struct finding *finding; (finding = findings_cursor_next(&cursor)) != NULL;)
        if (all || lists[finding->kind].len < LINES_PER_KIND)
            VEC_PUSH(lists[finding->kind], *finding);
    for (size_t i = 0; i < count; i++)
        put_kind(&kinds[i], &lists[kinds[i].kind], &cursor, sources, out);
    findings_cursor_close(&cursor);
    for (size_t k = 0; k < FINDING_COUNT; k++)
        VEC_FREE(lists[k]);
    free(lists);
}

/* ---- files ---- */

static void put_head(struct buf *out, const char *first, size_t width, const char *const *names, size_t count,
                     int number_width) {
    screen_put_left(out, first, width);
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "%*s", number_width, names[i]);
    buf_putc(out, '\n');
}

static void put_tables(const struct sources *sources, struct buf *out) {
    static const char *const heads[] = {"bestanden", "regels", "geladen", "geweigerd", "vervangen"};
    enum { HEADS = sizeof heads / sizeof heads[0] };
    put_head(out, "tabel", FIRST_WIDTH, heads, HEADS, ROWS_WIDTH);
    for (unsigned t = 0; t < TABLE_COUNT; t++) {
        uint64_t sums[HEADS] = {0};
        for (size_t i = 0; i < sources->list.len; i++) {
            const struct source *source = &sources->list.data[i];
            if (source->table != (enum table)t)
                continue;
            sums[0]++;
            sums[1] += source->rows_read;
            sums[2] += source->rows_loaded;
            sums[3] += source->rows_refused;
            sums[4] += source->rows_replaced;
        }
        if (sums[0] == 0)
            continue;
        screen_put_left(out, table_name((enum table)t), FIRST_WIDTH);
        for (size_t i = 0; i < HEADS; i++)
            screen_put_count(out, sums[i], ROWS_WIDTH);
        buf_putc(out, '\n');
    }
}

struct file {
    const char *path;
    uint64_t counts[SEVERITY_COUNT];
};
typedef VEC(struct file) file_list;

static int by_severity(const void *a, const void *b) {
    const struct file *x = a;
    const struct file *y = b;
    for (size_t s = 0; s < SEVERITY_COUNT; s++)
        if (x->counts[s] != y->counts[s])
            return x->counts[s] > y->counts[s] ? -1 : 1;
    return strcmp(x->path, y->path);
}

/* The files with findings, the worst first. */
static file_list list_files(const struct findings *findings, const struct sources *sources) {
    struct finding_counts counts = findings_per_source(findings);
    file_list files = {0};
    for (size_t i = 0; i < counts.list.len; i++) {
        const struct finding_count *count = &counts.list.data[i];
        if (i == 0 || count->source != count[-1].source)
            VEC_PUSH(files, (struct file){.path = sources->list.data[count->source].path});
        files.data[files.len - 1].counts[finding_info(count->kind)->severity] += count->count;
    }
    VEC_FREE(counts.list);
    if (files.len > 0)
        qsort(files.data, files.len, sizeof *files.data, by_severity);
    return files;
}

void findings_put_files(const struct findings *findings, const struct sources *sources, bool all, struct buf *out) {
    static const char *const heads[] = {"fout", "waarschuwing", "info"};
    put_tables(sources, out);
    file_list files = list_files(findings, sources);
    size_t shown = all || files.len <= FILES_SHOWN ? files.len : FILES_SHOWN;
    size_t width = FIRST_WIDTH;
    for (size_t i = 0; i < shown; i++) {
        size_t len = strlen(files.data[i].path) + 1;
        width = len > width && len <= FILE_WIDTH_MOST ? len : width;
    }
    if (files.len > 0) {
        buf_putc(out, '\n');
        put_head(out, "bestand", width, heads, SEVERITY_COUNT, FINDINGS_WIDTH);
    }
    for (size_t i = 0; i < shown; i++) {
        screen_put_left(out, files.data[i].path, width);
        for (size_t s = 0; s < SEVERITY_COUNT; s++)
            screen_put_count(out, files.data[i].counts[s], FINDINGS_WIDTH);
        buf_putc(out, '\n');
    }
    if (shown < files.len)
        buf_printf(out, "… en nog %zu bestanden (alle met --uitgebreid)\n", files.len - shown);
    VEC_FREE(files);
}
