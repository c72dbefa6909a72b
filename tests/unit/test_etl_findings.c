/* Collecting, sorting, masking and writing findings: etl/findings.c and etl/findings_write.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "etl/findings.h"

static struct sources two_sources(void) {
    struct sources sources = {0};
    VEC_PUSH(sources.list, (struct source){.path = "b.csv", .table = TABLE_DECLARATIES});
    VEC_PUSH(sources.list, (struct source){.path = "a.csv", .table = TABLE_GEMEENTEN});
    return sources;
}

static bool keep(void *context, const char *bytes, size_t len) {
    buf_add(context, bytes, len);
    return true;
}

static char *written(const struct findings *findings, const struct sources *sources, const struct intern *clients,
                     uint32_t source, struct buf *out) {
    out->len = 0;
    assert_true(findings_write(findings, sources, clients, source, keep, out));
    return out->data;
}

static void codes_are_unique_and_sentences_are_whole(void **state) {
    (void)state;
    for (int kind = 0; kind < FINDING_COUNT; kind++) {
        const struct finding_info *info = finding_info((enum finding_kind)kind);
        assert_int_equal(strlen(info->code), 4);
        assert_true(strlen(info->meaning) > 0 && strlen(info->remedy) > 0);
        for (int other = 0; other < kind; other++)
            assert_string_not_equal(finding_info((enum finding_kind)other)->code, info->code);
        for (const char *at = info->message; (at = strchr(at, '{')); at++) {
            static const char *const known[] = {"{0}", "{1}", "{#0}", "{#1}", "{=0}", "{=1}", "{kolom}"};
            bool found = false;
            for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
                found |= strncmp(at, known[i], strlen(known[i])) == 0;
            if (!found)
                fail_msg("%s: %s", info->code, at);
        }
    }
}

static void a_finding_takes_24_bytes(void **state) {
    (void)state;
    assert_int_equal(sizeof(struct finding), 24);
}

/* The same on consecutive lines is one entry, also when two kinds alternate; written out it is a line each. */
static void runs(void **state) {
    (void)state;
    struct sources sources = two_sources();
    struct findings findings = {0};
    struct intern clients = {0};
    struct buf out = {0};
    for (uint32_t line = 2; line < 1002; line++) {
        findings_add_numbers(&findings, FINDING_TOO_MANY_FIELDS, (struct place){0, line, COLUMN_NONE}, 17, 16);
        findings_add_text(&findings, FINDING_NOT_A_DATE, (struct place){0, line, 7}, slice_of("x"));
    }
    assert_int_equal(findings.list.len, 2);
    assert_int_equal(findings.counts[FINDING_TOO_MANY_FIELDS], 1000);
    assert_int_equal(findings_count_severity(&findings, SEVERITY_FOUT), 2000);
    findings_sort(&findings, &sources);
    written(&findings, &sources, &clients, SOURCE_ALL, &out);
    assert_non_null(strstr(out.data, "b.csv;2;;fout;R001;\"de regel heeft 17 velden; verwacht: 16, zoals in de kop\"\n"
                                     "b.csv;2;periode_begin;fout;V005;"));
    const char *last = strstr(out.data, "b.csv;1001;;fout;R001;");
    assert_non_null(last);
    assert_non_null(strstr(last, "b.csv;1001;periode_begin;fout;V005;"));
    assert_null(strstr(out.data, "b.csv;1002;"));
    findings_truncate(&findings, 1);
    assert_int_equal(findings.counts[FINDING_TOO_MANY_FIELDS] + findings.counts[FINDING_NOT_A_DATE], 1000);
    findings_release(&findings);
    sources_release(&sources);
    buf_release(&out);
}

static void merging_moves_lines_and_texts(void **state) {
    (void)state;
    struct sources sources = two_sources();
    struct findings findings = {0};
    struct findings chunk = {0};
    struct intern clients = {0};
    struct buf out = {0};
    findings_add_text(&findings, FINDING_NOT_A_NUMBER, (struct place){0, 4, 9}, slice_of("y"));
    findings_add_text(&chunk, FINDING_NOT_A_NUMBER, (struct place){0, 1, 9}, slice_of("x"));
    findings_add_text(&chunk, FINDING_NOT_A_NUMBER, (struct place){0, 2, 9}, slice_of("y"));
    findings_add(&chunk, FINDING_WINDOWS_1252, (struct place){0, LINE_NONE, COLUMN_NONE});
    findings_merge(&findings, &chunk, 3); /* lines 4 and 5 */
    assert_int_equal(chunk.list.len, 0);
    findings_sort(&findings, &sources);
    written(&findings, &sources, &clients, SOURCE_ALL, &out);
#define NO_NUMBER "is geen getal; verwacht: bijvoorbeeld 1234,50 of 1234.50 of 1.234,50\"\n"
    assert_string_equal(out.data,
                        "bestand;regel;kolom;ernst;code;melding\n"
                        "b.csv;;;waarschuwing;B006;\"het bestand is geen geldige UTF-8; het is gelezen als "
                        "Windows-1252\"\n"
                        "b.csv;4;volume;fout;V007;\"“x” " NO_NUMBER "b.csv;4;volume;fout;V007;\"“y” " NO_NUMBER
                        "b.csv;5;volume;fout;V007;\"“y” " NO_NUMBER);
    findings_release(&findings);
    sources_release(&sources);
    buf_release(&out);
}

static void sorted_by_file_line_column_and_code(void **state) {
    (void)state;
    struct sources sources = two_sources();
    struct findings findings = {0};
    struct intern clients = {0};
    struct buf out = {0};
    findings_add(&findings, FINDING_VALUE_MISSING, (struct place){0, 10, 9});  /* volume */
    findings_add(&findings, FINDING_VALUE_MISSING, (struct place){0, 10, 12}); /* bedrag */
    findings_add_text(&findings, FINDING_ERROR_VALUE, (struct place){0, 10, 9}, slice_of("#N/B"));
    findings_add(&findings, FINDING_CLIENT_OR_AANTAL, (struct place){0, 10, COLUMN_NONE});
    findings_add(&findings, FINDING_VALUE_MISSING, (struct place){0, 9, 9});
    findings_add(&findings, FINDING_VALUE_MISSING, (struct place){1, 100, 1}); /* a.csv comes first */
    findings_sort(&findings, &sources);
    written(&findings, &sources, &clients, SOURCE_ALL, &out);
    static const char *const order[] = {"a.csv;100;naam;fout;V001",  "b.csv;9;volume;fout;V001",
                                        "b.csv;10;;fout;S021",       "b.csv;10;bedrag;fout;V001",
                                        "b.csv;10;volume;fout;E102", "b.csv;10;volume;fout;V001"};
    const char *at = out.data;
    for (size_t i = 0; i < sizeof order / sizeof order[0] && at; i++) {
        const char *next = strstr(at, order[i]);
        if (!next)
            fail_msg("%s is not in its place in %s", order[i], out.data);
        at = next;
    }
    assert_string_equal(written(&findings, &sources, &clients, 1, &out),
                        "bestand;regel;kolom;ernst;code;melding\n"
                        "a.csv;100;naam;fout;V001;\"naam is leeg; verwacht: een waarde\"\n");
    struct finding_counts counts = findings_per_source(&findings);
    assert_int_equal(counts.list.len, 4);
    assert_int_equal(counts.list.data[0].source, 1);
    assert_int_equal(counts.list.data[3].kind, FINDING_VALUE_MISSING);
    assert_int_equal(counts.list.data[3].count, 3);
    VEC_FREE(counts.list);
    findings_release(&findings);
    sources_release(&sources);
    buf_release(&out);
}

static void shown(const struct intern *clients, struct slice text, const char *expected) {
    struct sources sources = two_sources();
    struct findings findings = {0};
    struct buf out = {0};
    findings_add_text(&findings, FINDING_NOT_A_DATE, (struct place){0, 1, 7}, text);
    findings_sort(&findings, &sources);
    written(&findings, &sources, clients, SOURCE_ALL, &out);
    if (!strstr(out.data, expected))
        fail_msg("%s is not in %s", expected, out.data);
    findings_release(&findings);
    sources_release(&sources);
    buf_release(&out);
}

static void texts_are_short_clean_and_masked(void **state) {
    (void)state;
    struct intern clients = {0};
    char long_text[300];
    intern_add(&clients, slice_of("P-123"));
    intern_add(&clients, slice_of("012345672"));
    shown(&clients, slice_of("a\tb\nc\x1B[1m"), "“a b c [1m”");
    shown(&clients,
          slice_of("a\xC2\x85"
                   "b\xE2\x80\xAE"
                   "c"),
          "“a b c”"); /* a C1 control, a change of direction */
    shown(&clients, (struct slice){0}, ";\"de waarde is geen datum");
    shown(&clients, slice_of("P-123"), "“*****”");
    shown(&clients, slice_of("client P-123, mevrouw"), "“client *****, mevrouw”");
    shown(&clients, slice_of("P-1234"), "“P-1234”");
    shown(&clients, slice_of("12345672"), "“********”"); /* its zero was lost */
    shown(&clients, slice_of("bsn111222333"), "“bsn*********”");
    shown(&clients, slice_of("111222334"), "“111222334”"); /* fails the elfproef */
    memset(long_text, 'x', sizeof long_text);
    memcpy(long_text + 99, "\xC3\xAB", 2); /* a character across the hundredth byte is not cut in half */
    struct buf expected = {0};
    buf_puts(&expected, "“");
    buf_add(&expected, long_text, 99);
    buf_puts(&expected, "…”");
    shown(&clients, (struct slice){long_text, sizeof long_text}, expected.data);
    buf_release(&expected);
    intern_release(&clients);
}

static bool refuse(void *context, const char *bytes, size_t len) {
    (void)bytes;
    (void)len;
    ++*(int *)context;
    return false;
}

static void a_writer_that_fails_stops_it(void **state) {
    (void)state;
    struct sources sources = two_sources();
    struct findings findings = {0};
    struct intern clients = {0};
    int calls = 0;
    for (uint32_t line = 1; line < 10000; line++)
        findings_add(&findings, FINDING_VALUE_MISSING, (struct place){0, line, 9});
    findings_sort(&findings, &sources);
    assert_false(findings_write(&findings, &sources, &clients, SOURCE_ALL, refuse, &calls));
    assert_int_equal(calls, 1);
    findings_release(&findings);
    sources_release(&sources);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_unique_and_sentences_are_whole),
        cmocka_unit_test(a_finding_takes_24_bytes),
        cmocka_unit_test(runs),
        cmocka_unit_test(merging_moves_lines_and_texts),
        cmocka_unit_test(sorted_by_file_line_column_and_code),
        cmocka_unit_test(texts_are_short_clean_and_masked),
        cmocka_unit_test(a_writer_that_fails_stops_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
