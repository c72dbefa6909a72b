/* Cells to be filled in and locked sheets: as text, in the workbook, and in its check. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "etl/dataset.h"
#include "etl/zip_archive.h"
#include "reports/book/book_text.h"
#include "reports/book/book_write.h"
#include "reports/book/layout.h"
#include "reports/book/verify.h"
#include "tests/unit/support_files.h"

/* What a test lets differ from the usual form. */
struct variant {
    bool unlocked;
    bool without_last;
};

static struct book *build(const void *context) {
    const struct variant *variant = context;
    struct book *book = book_new(&(struct book_info){.title = "Formulier"});
    struct sheet *sheet = book_add_sheet(book, "a", "Blad", "Titel");
    const struct sheet_column columns[] = {
        {.id = "vraag", .header = "Vraag", .show = SHOW_TEXT},
        {.id = "antwoord", .header = "Antwoord", .show = SHOW_DECIMAL},
    };
    const struct input inputs[] = {
        {.number = true,
         .required = true,
         .least = 0,
         .most = 730000000,
         .title = "Wachttijd",
         .prompt = "Dagen.",
         .refusal = "Vul 0 tot en met 730 in."},
        {.number = true, .least = 500000, .most = AMOUNT_NONE, .refusal = "0,5 of meer."},
        {.number = true, .least = AMOUNT_NONE, .most = -1000000},
        {.number = true, .least = AMOUNT_NONE, .most = AMOUNT_NONE},
        {.prompt = "Wat u kwijt wilt."},
        {.number = false},
    };
    struct sheet_table *table = sheet_add_table(sheet, "Vragen", NULL, columns, 2);
    for (size_t i = 0; i < sizeof inputs / sizeof inputs[0]; i++) {
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text("Vraag"));
        row_add(row, i == 4 && variant->without_last ? cell_empty() : cell_input(&inputs[i]));
    }
    if (!variant->unlocked)
        sheet_lock(sheet);
    return book;
}

static const struct variant usual = {0};

static void inputs_as_text(void **state) {
    (void)state;
    struct book *book = build(&usual);
    struct buf text = {0};
    book_text_write(book, &text);
    assert_non_null(strstr(text.data, "  Vraag |    Antwoord\n"
                                      "  ------+------------\n"
                                      "  Vraag | [verplicht]\n"
                                      "  Vraag |         […]\n"));
    buf_release(&text);
    book_free(book);
}

static void find_part(void *context, const struct zip_entry *entry) {
    uint64_t *at = context;
    if (slice_is_word(entry->name, "xl/worksheets/sheet1.xml"))
        *at = entry->at;
}

static void read_sheet(const char *path, char *text, size_t size) {
    const char *reason;
    uint64_t at = 0;
    size_t got = 0;
    struct zip_archive *zip = zip_archive_open(path, &reason);
    assert_non_null(zip);
    assert_true(zip_archive_list(zip, find_part, &at, &reason));
    assert_true(zip_member_open(zip, at, &reason));
    assert_true(zip_member_read(zip, text, size - 1, &got, &reason));
    text[got] = '\0';
    zip_archive_close(zip);
}

static const char *write_usual(struct scratch *scratch) {
    const char *path = scratch_path(scratch, "a.xlsx");
    const struct book_job job = {.path = path, .build = build, .context = &usual};
    struct error err = {""};
    assert_true(book_write_all(&job, 1, 1, NULL, NULL, &err));
    assert_string_equal(err.message, "");
    return path;
}

/* Title, subtitle and an empty row come first: the questions stand in rows 5 to 10. */
static void inputs_in_the_workbook(void **state) {
    (void)state;
    static const char *const meant[] = {
        "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\" "
        "insertRows=\"0\" autoFilter=\"0\"/>",
        "<dataValidations count=\"5\">",
        "<dataValidation type=\"decimal\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" "
        "errorTitle=\"Wachttijd\" error=\"Vul 0 tot en met 730 in.\" promptTitle=\"Wachttijd\" prompt=\"Dagen.\" "
        "sqref=\"B5\"><formula1>0</formula1><formula2>730</formula2></dataValidation>",
        "operator=\"greaterThanOrEqual\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" "
        "error=\"0,5 of meer.\" sqref=\"B6\"><formula1>0.5</formula1></dataValidation>",
        "operator=\"lessThanOrEqual\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" "
        "sqref=\"B7\"><formula1>-1</formula1></dataValidation>",
        "sqref=\"B8\"><formula1>-1000000000000</formula1><formula2>1000000000000</formula2></dataValidation>",
        "prompt=\"Wat u kwijt wilt.\" sqref=\"B9\"/></dataValidations>",
        "<conditionalFormatting sqref=\"B5\"><cfRule type=\"containsBlanks\"",
    };
    static char sheet[65536];
    struct scratch scratch;
    scratch_make(&scratch);
    read_sheet(write_usual(&scratch), sheet, sizeof sheet);
    for (size_t i = 0; i < sizeof meant / sizeof meant[0]; i++)
        if (!strstr(sheet, meant[i]))
            fail_msg("not there: %s\nin: %s", meant[i], sheet);
    assert_null(strstr(sheet, "sqref=\"B6\"><cfRule"));
    scratch_remove(&scratch);
}

static void what_cannot_be_filled_in_is_found(void **state) {
    (void)state;
    static const struct {
        struct variant variant;
        const char *reason;
    } rows[] = {
        {{.unlocked = true}, "blad «Blad»: de beveiliging wijkt af"},
        {{.without_last = true}, "blad «Blad»: afwijkende cellen om in te vullen"},
    };
    struct scratch scratch;
    scratch_make(&scratch);
    const char *path = write_usual(&scratch);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct error err = {""};
        struct book *book = build(&rows[i].variant);
        struct layout *layout = layout_new(book);
        assert_false(book_verify(path, layout, &err));
        if (!strstr(err.message, rows[i].reason))
            fail_msg("%s", err.message);
        layout_free(layout);
        book_free(book);
    }
    scratch_remove(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inputs_as_text),
        cmocka_unit_test(inputs_in_the_workbook),
        cmocka_unit_test(what_cannot_be_filled_in_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
