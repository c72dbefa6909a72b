/* The reader of plain XML, with expat as the judge of what it accepts and passes on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <expat.h>

#include "etl/base/buf.h"
#include "etl/base/mem.h"
#include "reports/book/plain_xml.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* ---- what either passes on, as one text ---- */

static void put_begin(void *context, const char *name, const char **attributes) {
    buf_printf(context, "<%s", name);
    for (; *attributes; attributes += 2)
        buf_printf(context, " %s={%s}", attributes[0], attributes[1]);
    buf_putc(context, '>');
}

static void put_end(void *context, const char *name) {
    buf_printf(context, "</%s>", name);
}

static void put_text(void *context, const char *text, int len) {
    buf_add(context, text, (size_t)len);
}

static bool read_plainly(const char *data, size_t len, struct buf *events) {
    static const struct xml_walk walk = {put_begin, put_end, put_text};
    char *copy = mem_strndup(data, len);
    events->len = 0;
    buf_puts(events, "");
    bool good = plain_xml_walk(copy, len, &walk, events);
    free(copy);
    return good;
}

static bool read_by_expat(const char *data, size_t len, struct buf *events) {
    XML_Parser parser = XML_ParserCreate(NULL);
    events->len = 0;
    buf_puts(events, "");
    XML_SetUserData(parser, events);
    XML_SetElementHandler(parser, put_begin, put_end);
    XML_SetCharacterDataHandler(parser, put_text);
    bool good = XML_Parse(parser, data, (int)len, XML_TRUE) == XML_STATUS_OK;
    XML_ParserFree(parser);
    return good;
}

/* What is accepted is well-formed, and read as expat reads it. */
static bool accepts(const char *data, size_t len) {
    struct buf plain = {0};
    struct buf judged = {0};
    bool accepted = read_plainly(data, len, &plain);
    if (accepted) {
        if (!read_by_expat(data, len, &judged))
            fail_msg("not well-formed: %.*s", (int)len, data);
        assert_string_equal(plain.data, judged.data);
    }
    buf_release(&plain);
    buf_release(&judged);
    return accepted;
}

/* ---- tests ---- */

static void names_values_and_texts_are_passed_on(void **state) {
    (void)state;
    static const char document[] = DECLARATION "<a x=\"1\" r:id=\"&quot;&lt;&#xA;\"><b/>een &amp; twee<c>é</c>\n</a>\n";
    struct buf events = {0};
    assert_true(read_plainly(document, sizeof document - 1, &events));
    assert_string_equal(events.data, "<a x={1} r:id={\"<\n}><b></b>een & twee<c>é</c>\n</a>");
    assert_true(accepts(document, sizeof document - 1));
    buf_release(&events);
}

static void what_is_not_plain_xml_is_refused(void **state) {
    (void)state;
    static const char *const refused[] = {
        "",
        " ",
        "a",
        "<",
        "<a",
        "<a>",
        "<a/",
        "</a>",
        "<a></b>",
        "<a></a",
        "<a></a >",
        "<a></aa>",
        "<a/><b/>",
        "<a/>a",
        " <a/>",
        "<a><b></a></b>",
        "<1/>",
        "<a x/>",
        "<a x=1/>",
        "<a x='1'/>",
        "<a x=\"1/>",
        "<a x=\"<\"/>",
        "<a x=\"1\"y=\"2\"/>",
        "<a x=\"1\" x=\"2\"/>",
        "<a x=\"\t\"/>",
        "<a>\r</a>",
        "<a>\x01</a>",
        "<a>]]></a>",
        "<a>&</a>",
        "<a>&amp</a>",
        "<a>&apos;</a>",
        "<a>&#65;</a>",
        "<a x=\"&b;\"/>",
        "<a>\xFF</a>",
        "<a>\xC3</a>",
        "<a>\xED\xA0\x80</a>",
        "<a>\xEF\xBF\xBE</a>",
        "<a>\xEF\xBF\xBF</a>",
        "<!DOCTYPE a><a/>",
        "<a><!-- --></a>",
        "<a><![CDATA[]]></a>",
        "<?xml version=\"1.0\"?><a/>",
        DECLARATION,
        "\xEF\xBB\xBF<a/>",
    };
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        if (accepts(refused[i], strlen(refused[i])))
            fail_msg("accepted: %s", refused[i]);
    static const char open[] = DECLARATION "<a>";
    assert_false(accepts(open, sizeof open - 1));
    assert_false(accepts("<a/>\0", 5));
    assert_false(accepts("<a>\0</a>", 8));
}

/* Every byte of a document replaced by each that means something, and left out. */
static void expat_agrees_on_every_document_that_is_nearly_right(void **state) {
    (void)state;
    static const char document[] =
        DECLARATION "<t:a xmlns=\"u\" x-1=\"&quot;b&amp;&#xA;\"><row r=\"1\"><c r=\"A1\" s=\"5\" t=\"s\"><v>0</v></c>"
                    "<c r=\"B1\"/></row><s xml:space=\"preserve\"> é &lt;x&gt; \n</s><bb/><bb></bb></t:a>\n";
    static const char others[] = "<>/\"'&;=:#?! \n\r\tabA1s-\x01\x7F\x80\xC3\xE9\xFF";
    enum { LEN = sizeof document - 1 };
    size_t accepted = 0;
    size_t refused = 0;
    for (size_t at = 0; at < LEN; at++) {
        char other[LEN];
        memcpy(other, document, LEN);
        for (size_t i = 0; i < sizeof others; i++) { /* its NUL too */
            other[at] = others[i];
            if (accepts(other, LEN))
                accepted++;
            else
                refused++;
        }
        memmove(other + at, document + at + 1, LEN - at - 1);
        accepted += accepts(other, LEN - 1);
        assert_false(accepts(document, at) && at < LEN - 1); /* cut off, but for the last line end */
    }
    assert_true(accepted > LEN && refused > LEN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_values_and_texts_are_passed_on),
        cmocka_unit_test(what_is_not_plain_xml_is_refused),
        cmocka_unit_test(expat_agrees_on_every_document_that_is_nearly_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
