/* Fields of written .csv files: etl/base/delimited.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "etl/base/delimited.h"

static void fields(void **state) {
    (void)state;
    static const struct {
        const char *given;
        const char *expected;
    } examples[] = {
        {"", ""},
        {"Hoorn", "Hoorn"},
        {"a;b", "\"a;b\""},
        {"zeg \"ja\"", "\"zeg \"\"ja\"\"\""},
        {"a\nb", "\"a\nb\""},
        {" a", "\" a\""},
        {"a\tb", "a b"},
        {"a\001b", "a b"},
        /* never a formula */
        {"=1+1", "'=1+1"},
        {"+31 6", "'+31 6"},
        {"-a", "'-a"},
        {"@som", "'@som"},
        {"\tx", "' x"},
        {"\r=x", "\"'\r=x\""},
        {"=a;b", "\"'=a;b\""},
        /* numbers stay numbers */
        {"-12.50", "-12.50"},
        {"+5", "+5"},
        {"-1,5", "-1,5"},
        {"-1.2.3", "'-1.2.3"},
        {"-", "'-"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
        struct buf out = {0};
        delimited_put(&out, slice_of(examples[i].given));
        buf_putc(&out, '|');
        struct buf expected = {0};
        buf_printf(&expected, "%s|", examples[i].expected);
        assert_string_equal(out.data, expected.data);
        buf_release(&out);
        buf_release(&expected);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(fields)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
