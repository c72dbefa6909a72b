/*
 * Findings as files: one per delivered file, under a name that is safe and its own.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "reports/bevindingen.h"
#include "reports/tree.h"
#include "tests/unit/support_files.h"

/* In byte order, as sources are numbered. */
static const char *const delivered[] = {
    "A.csv",
    "a.csv",
    "declaraties/b.zip/Wmo323.xml",
    "indicaties/...",
    "indicaties/a:1.csv",
    "indicaties/a?1.csv",
    "indicaties/hoorn.CSV",
    "indicaties/hoorn.xml",
    "indicaties/zonder bevinding.csv",
};

enum { DELIVERED = sizeof delivered / sizeof delivered[0] };

static void every_file_has_a_name_of_its_own(void **state) {
    (void)state;
    struct sources sources = {0};
    struct findings findings = {0};
    struct intern clients = {0};
    struct scratch scratch;
    struct error err = {0};
    scratch_make(&scratch);
    for (uint32_t i = 0; i < DELIVERED; i++) {
        VEC_PUSH(sources.list, (struct source){.path = delivered[i], .table = TABLE_INDICATIES});
        if (i + 1 < DELIVERED)
            findings_add(&findings, FINDING_EMPTY_FILE, (struct place){.source = i, .column = COLUMN_NONE});
    }
    findings_sort(&findings, &sources);
    if (!bevindingen_write(&findings, &sources, &clients, scratch.dir, &err))
        fail_msg("%s", err.message);

    static const char *const expected[] = {
        "bevindingen.csv",
        "bevindingen/A.csv",
        "bevindingen/a-2.csv",
        "bevindingen/declaraties/b.zip/Wmo323.xml.csv",
        "bevindingen/indicaties/_.csv",
        "bevindingen/indicaties/a 1-2.csv",
        "bevindingen/indicaties/a 1.csv",
        "bevindingen/indicaties/hoorn.csv",
        "bevindingen/indicaties/hoorn.xml.csv",
    };
    tree_files files;
    assert_true(tree_list(scratch.dir, &scratch.arena, &files, &err));
    assert_int_equal(files.len, sizeof expected / sizeof expected[0]);
    for (size_t i = 0; i < files.len; i++)
        assert_string_equal(files.data[i].path, expected[i]);
    char *text = file_text(scratch_path(&scratch, "bevindingen/a-2.csv"));
    assert_non_null(strstr(text, "\na.csv;;;waarschuwing;B004;"));
    free(text);

    uint64_t total[FINDING_COUNT];
    bevindingen_count(&findings, total);
    assert_int_equal(total[FINDING_EMPTY_FILE], DELIVERED - 1);
    assert_int_equal(total[FINDING_NUL_BYTES], 0);
    VEC_FREE(files);
    VEC_FREE(sources.list);
    findings_release(&findings);
    scratch_remove(&scratch);
}

int main(void) {
    static const struct CMUnitTest tests[] = {cmocka_unit_test(every_file_has_a_name_of_its_own)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
