/* Messages as events, and why a document is refused: etl/iwmo_reader.c, etl/iwmo_root.c, etl/xml_reader.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "etl/iwmo_reader.h"
#include "etl/xml_reader.h"
#include "tests/unit/support_files.h"
#include "tests/unit/support_messages.h"

/* ---- a transcript of what a message gives ---- */

struct transcript {
    struct buf text;
    enum finding_kind refusal;
    uint32_t line;
};

static void note(struct transcript *t, const char *event, const struct iwmo_message *message) {
    buf_printf(&t->text, "%s %s %u:", iwmo_trees[message->kind].name, event, message->line);
    for (unsigned field = 0; field < FIELD_COUNT; field++) {
        struct slice text = iwmo_text(message, (enum iwmo_field)field);
        if (iwmo_line(message, (enum iwmo_field)field) != 0)
            buf_printf(&t->text, " %.*s", (int)text.len, text.ptr);
    }
    if (message->twice)
        buf_printf(&t->text, " (twice: %s)", message->twice);
    buf_puts(&t->text, "\n");
}

static void on_header(void *context, const struct iwmo_message *message) {
    note(context, "header", message);
}

static void on_row(void *context, const struct iwmo_message *message) {
    note(context, "row", message);
}

static void on_declaration(void *context, const struct iwmo_message *message) {
    note(context, "declaration", message);
}

/* Reads a document in pieces of `piece` bytes. */
static struct transcript read_pieces(const char *bytes, size_t len, size_t piece) {
    struct transcript t = {.refusal = FINDING_COUNT};
    const struct iwmo_handlers handlers = {on_header, on_row, on_declaration, &t};
    struct iwmo_reader *reader = iwmo_reader_open();
    iwmo_reader_begin(reader, &handlers, IWMO_ALL);
    bool good = true;
    for (size_t at = 0; good && at < len; at += piece)
        good = iwmo_reader_feed(reader, bytes + at, len - at < piece ? len - at : piece, false);
    good = good && iwmo_reader_feed(reader, "", 0, true);
    const struct iwmo_verdict *verdict = iwmo_reader_verdict(reader);
    t.refusal = verdict->kind;
    t.line = verdict->line;
    if (!good)
        buf_printf(&t.text, "refused [%.*s] [%.*s]\n", (int)verdict->first.len, verdict->first.ptr,
                   (int)verdict->second.len, verdict->second.ptr);
    assert_true(good == (t.refusal == FINDING_COUNT));
    iwmo_reader_close(reader);
    return t;
}

static void expect_bytes(const char *bytes, size_t len, const char *expected) {
    struct transcript t = read_pieces(bytes, len, XML_PIECE);
    assert_string_equal(t.text.data, expected);
    buf_release(&t.text);
}

static void expect_events(const char *message, const char *expected) {
    expect_bytes(message, strlen(message), expected);
}

static void expect_refusal(const char *message, enum finding_kind refusal, uint32_t line, const char *text) {
    struct transcript t = read_pieces(message, strlen(message), XML_PIECE);
    const char *last = strstr(t.text.data, "refused ");
    assert_non_null(last);
    assert_int_equal(t.refusal, refusal);
    assert_int_equal(t.line, line);
    assert_string_equal(last, text);
    buf_release(&t.text);
}

/* ---- the five kinds ---- */

static const char *const whole[IWMO_KINDS][2] = {
    [IWMO_301] = {"tests/messages/wmo301.xml",
                  "Wmo301 header 3: 0405 01000001 T000001\n"
                  "Wmo301 row 24: 0405 01000001 T000001 999900006 101 02BGB 2026-01-02 12:34:56 2026-01-05 2026-12-31 "
                  "14 120 01 2\n"
                  "Wmo301 row 33: 0405 01000001 T000001 999900006 102 2026-01-02 12:34:56 2026-01-05 2026-12-31\n"},
    [IWMO_305] = {"tests/messages/wmo305.xml", "Wmo305 header 3: 01000001 0405 S000001\n"
                                               "Wmo305 row 14: 01000001 0405 S000001 101 2026-01-12 1\n"},
    [IWMO_307] = {"tests/messages/wmo307.xml", "Wmo307 header 3: 01000001 0405 E000001\n"
                                               "Wmo307 row 14: 01000001 0405 E000001 101 2026-01-12 2026-06-19 19 1\n"},
    [IWMO_323] = {"tests/messages/wmo323.xml",
                  "Wmo323 header 3: 01000001 0405 D000001\n"
                  "Wmo323 row 17: 01000001 0405 D000001 999900006 DN001 4400 D 101 02BGB 2026-01-12 2026-01-31 60 01 "
                  "RN001 90 5400 D\n"
                  "Wmo323 row 24: 01000001 0405 D000001 999900006 DN001 4400 D 101 02BGB 2026-01-12 2026-01-31 60 01 "
                  "RN002 RN000 90 1000 C\n"
                  "Wmo323 declaration 9: 01000001 0405 D000001 DN001 4400 D\n"},
    [IWMO_325] = {"tests/messages/wmo325.xml", "Wmo325 header 3: 0405 01000001 A000001\n"
                                               "Wmo325 row 20: 0405 01000001 A000001 DN001 4400 D 1000 C RN001\n"
                                               "Wmo325 declaration 13: 0405 01000001 A000001 DN001 4400 D 1000 C\n"},
};

static void every_kind_gives_its_events(void **state) {
    (void)state;
    for (unsigned kind = 0; kind < IWMO_KINDS; kind++) {
        char *message = file_text(whole[kind][0]);
        expect_events(message, whole[kind][1]);
        free(message);
    }
}

static void cuts_between_pieces_change_nothing(void **state) {
    (void)state;
    for (unsigned kind = 0; kind < IWMO_KINDS; kind++) {
        char *message = file_text(whole[kind][0]);
        for (size_t piece = 1; piece < 100; piece += 7) {
            struct transcript t = read_pieces(message, strlen(message), piece);
            assert_string_equal(t.text.data, whole[kind][1]);
            buf_release(&t.text);
        }
        free(message);
    }
}

static char *replaced_all(struct arena *arena, const char *text, const char *from, const char *to) {
    struct buf out = {0};
    const char *found;
    while ((found = strstr(text, from))) {
        buf_add(&out, text, (size_t)(found - text));
        buf_puts(&out, to);
        text = found + strlen(from);
    }
    buf_puts(&out, text);
    char *copy = arena_strndup(arena, out.data, out.len);
    buf_release(&out);
    return copy;
}

/* The same message with other prefixes, and with the message's namespace as the default one. */
static void prefixes_are_free(void **state) {
    (void)state;
    static const char *const prefixes[] = {"wmo301", "wmo305", "wmo307", "wmo323", "wmo325"};
    struct arena arena = {0};
    for (unsigned kind = 0; kind < IWMO_KINDS; kind++) {
        char *message = file_text(whole[kind][0]);
        const char *prefixed = arena_printf(&arena, "%s:", prefixes[kind]);
        const char *declared = arena_printf(&arena, "xmlns:%s=", prefixes[kind]);
        char *other = replaced_all(&arena, message, declared, "xmlns:iwmo_2=");
        other = replaced_all(&arena, other, "xmlns:iwmo=", "xmlns:_b.1-x=");
        other = replaced_all(&arena, replaced_all(&arena, other, prefixed, "iwmo_2:"), "iwmo:", "_b.1-x:");
        expect_events(other, whole[kind][1]);
        char *none = replaced_all(&arena, message, declared, "xmlns=");
        expect_events(replaced_all(&arena, none, prefixed, ""), whole[kind][1]);
        free(message);
    }
    arena_release(&arena);
}

/* The elements of the common types may stand in the namespace of the message, and the reverse. */
static void one_namespace_will_do(void **state) {
    (void)state;
    struct arena arena = {0};
    for (unsigned kind = 0; kind < IWMO_KINDS; kind++) {
        char *message = file_text(whole[kind][0]);
        const char *prefix = arena_printf(&arena, "%.6s:", whole[kind][0] + strlen("tests/messages/"));
        expect_events(replaced_all(&arena, message, "iwmo:", prefix), whole[kind][1]);
        free(message);
    }
    arena_release(&arena);
}

/* ---- what is not ours ---- */

static const char start_305[] = "<Client><Bsn>999900006</Bsn><StartProducten><StartProduct><ToewijzingNummer>101"
                                "</ToewijzingNummer></StartProduct></StartProducten></Client>";

static void others_are_refused_by_name(void **state) {
    (void)state;
    static const struct {
        const char *space;
        const char *root;
        enum finding_kind refusal;
        const char *text;
    } others[] = {
        {"http://www.istandaarden.nl/iwmo/3_1/wmo323/schema", "Bericht", FINDING_OTHER_RELEASE,
         "refused [wmo323] [iwmo 3.1]\n"},
        {"http://www.istandaarden.nl/iwmo/2_4/wmo301/schema/2_4_1", "Bericht", FINDING_OTHER_RELEASE,
         "refused [wmo301] [iwmo 2.4]\n"},
        {"http://www.istandaarden.nl/ijw/3_2/jw323/schema", "Bericht", FINDING_OTHER_MESSAGE,
         "refused [jw323] [ijw 3.2]\n"},
        {"http://www.istandaarden.nl/iwmo/3_2/wmo302/schema", "Bericht", FINDING_OTHER_MESSAGE,
         "refused [wmo302] [iwmo 3.2]\n"},
        {"http://www.istandaarden.nl/iwmo/3_2/wmo305/schema", "Envelop", FINDING_NO_MESSAGE,
         "refused [Envelop] [http://www.istandaarden.nl/iwmo/3_2/wmo305/schema]\n"},
        {"urn:iets", "Bericht", FINDING_NO_MESSAGE, "refused [Bericht] [urn:iets]\n"},
        {"HTTP://www.istandaarden.nl/iwmo/3_2/wmo305/schema", "Bericht", FINDING_NO_MESSAGE,
         "refused [Bericht] [HTTP://www.istandaarden.nl/iwmo/3_2/wmo305/schema]\n"},
        {"", "Bericht", FINDING_NO_MESSAGE, "refused [Bericht] []\n"},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        expect_refusal(arena_printf(&arena, "<?xml version=\"1.0\"?>\n\n<%s xmlns=\"%s\"><Header/></%s>",
                                    others[i].root, others[i].space, others[i].root),
                       others[i].refusal, 3, others[i].text);
    arena_release(&arena);
}

/* A message of this release with a part of another one; what is no part of the standard does not matter. */
static void parts_of_another_release_are_refused(void **state) {
    (void)state;
    struct arena arena = {0};
    const char *body = "<Client xmlns:o=\"http://www.istandaarden.nl/iwmo/3_1/basisschema/schema\"><Naam>\n"
                       "<o:Achternaam>Wit</o:Achternaam></Naam></Client>";
    expect_refusal(message_make(&arena, "wmo305", "01000001", "0405", "1", body), FINDING_OTHER_RELEASE, 5,
                   "refused [basisschema] [iwmo 3.1]\n");
    body = "<Client xmlns:o=\"urn:eigen\"><o:Bsn>1</o:Bsn><Bsn xmlns=\"\">2</Bsn></Client>";
    expect_events(message_make(&arena, "wmo301", "0405", "01000001", "1", body), "Wmo301 header 3: 0405 01000001 1\n");
    arena_release(&arena);
}

/* Elements outside the namespaces of the release are not those of the message. */
static void children_need_the_namespace(void **state) {
    (void)state;
    expect_refusal("<w:Bericht xmlns:w=\"http://www.istandaarden.nl/iwmo/3_2/wmo305/schema\">\n"
                   "<Header><Afzender>1</Afzender></Header>\n<w:Client/></w:Bericht>",
                   FINDING_ELEMENT_MISSING, 3, "refused [Header] []\n");
}

static void a_header_comes_first_and_once(void **state) {
    (void)state;
    struct arena arena = {0};
    char *message = message_make(&arena, "wmo305", "01000001", "0405", "1", "<Header/>");
    expect_refusal(message, FINDING_ELEMENT_TWICE, 4, "refused [Header] []\n");
    message = message_make(&arena, "wmo305", "01000001</Afzender><Afzender>2", "0405", "1", start_305);
    expect_refusal(message, FINDING_ELEMENT_TWICE, 3, "refused [Afzender] []\n");
    expect_refusal(message_make(&arena, "wmo305", "01000001", "0405", "1", ""), FINDING_ELEMENT_MISSING, 6,
                   "refused [Client] []\n");
    expect_refusal(message_make(&arena, "wmo323", "01000001", "0405", "1", ""), FINDING_ELEMENT_MISSING, 6,
                   "refused [Declaratie] []\n");
    /* an answer may have nothing but a header */
    expect_events(message_make(&arena, "wmo325", "0405", "01000001", "1", ""), "Wmo325 header 3: 0405 01000001 1\n");
    arena_release(&arena);
}

static void an_element_twice_in_a_row_is_told(void **state) {
    (void)state;
    struct arena arena = {0};
    const char *body = body_305(&arena, "101</ToewijzingNummer><ToewijzingNummer>102", "2026-01-12", 1);
    expect_events(message_make(&arena, "wmo305", "01000001", "0405", "1", body),
                  "Wmo305 header 3: 01000001 0405 1\n"
                  "Wmo305 row 5: 01000001 0405 1 102 2026-01-12 1 (twice: ToewijzingNummer)\n");
    arena_release(&arena);
}

/* What is read of a client does not count for the next one. */
static void nothing_is_left_for_the_next_client(void **state) {
    (void)state;
    struct arena arena = {0};
    const char *line = line_323(&arena, "7", "", 100);
    const char *body = arena_printf(&arena,
                                    "<Declaratie><DeclaratieNummer>D</DeclaratieNummer><Clienten>"
                                    "<Client><Bsn>1</Bsn><Prestaties>%s<Prestatie/></Prestaties></Client>"
                                    "<Client><Prestaties>%s</Prestaties></Client></Clienten></Declaratie>",
                                    line, line);
    expect_events(message_make(&arena, "wmo323", "A", "G", "1", body),
                  "Wmo323 header 3: A G 1\n"
                  "Wmo323 row 4: A G 1 1 D 101 02BGB 2026-01-12 2026-01-31 60 01 7 100 D\n"
                  "Wmo323 row 5: A G 1 1 D\n"
                  "Wmo323 row 5: A G 1 D 101 02BGB 2026-01-12 2026-01-31 60 01 7 100 D\n"
                  "Wmo323 declaration 4: A G 1 D\n");
    arena_release(&arena);
}

/* ---- texts ---- */

static void texts_are_trimmed_and_put_together(void **state) {
    (void)state;
    struct arena arena = {0};
    const char *body = body_305(&arena, " \n 1<!-- x -->0<![CDATA[1]]>&#x20;\t", "2026<Jaar>9999</Jaar>-01-12", 1);
    expect_events(message_make(&arena, "wmo305", "010&#48;0001", "0405", "a&amp;b", body),
                  "Wmo305 header 3: 01000001 0405 a&b\n"
                  "Wmo305 row 5: 01000001 0405 a&b 101 2026-01-12 1\n");
    arena_release(&arena);
}

static void an_empty_element_is_there_without_text(void **state) {
    (void)state;
    struct arena arena = {0};
    expect_events(message_make(&arena, "wmo305", "", "0405", "1", body_305(&arena, "", "2026-01-12", 1)),
                  "Wmo305 header 3:  0405 1\n"
                  "Wmo305 row 5:  0405 1  2026-01-12 1\n");
    arena_release(&arena);
}

/* ---- encodings ---- */

/* A message whose Identificatie is é€ in the encoding that it declares. */
static void expect_encoded(const char *declaration, const char *identification, size_t width, bool big_endian,
                           const char *expected) {
    struct arena arena = {0};
    struct buf bytes = {0};
    const char *utf8 = message_make(&arena, "wmo325", "0405", "01000001", identification, "");
    const char *body = strchr(utf8, '\n');
    const char *message = arena_printf(&arena, "<?xml version=\"1.0\"%s?>%s", declaration, body);
    if (width == 2)
        buf_add(&bytes, big_endian ? "\xFE\xFF" : "\xFF\xFE", 2);
    for (const char *at = message; *at; at++) {
        if (width == 2 && big_endian)
            buf_putc(&bytes, '\0');
        buf_putc(&bytes, *at);
        if (width == 2 && !big_endian)
            buf_putc(&bytes, '\0');
    }
    expect_bytes(bytes.data, bytes.len, expected);
    buf_release(&bytes);
    arena_release(&arena);
}

static void encodings_become_utf8(void **state) {
    (void)state;
    expect_encoded("", "\xC3\xA9", 1, false, "Wmo325 header 3: 0405 01000001 \xC3\xA9\n");
    expect_encoded(" encoding=\"utf-8\"", "\xC3\xA9", 1, false, "Wmo325 header 3: 0405 01000001 \xC3\xA9\n");
    expect_encoded(" encoding=\"ISO-8859-1\"", "\xE9", 1, false, "Wmo325 header 3: 0405 01000001 \xC3\xA9\n");
    /* 0xE9 is é, 0x80 the euro sign, 0x9F Ÿ; 0x81 has no character but a control of its own */
    expect_encoded(" encoding=\"Windows-1252\"", "\xE9\x80\x9F\x81", 1, false,
                   "Wmo325 header 3: 0405 01000001 \xC3\xA9\xE2\x82\xAC\xC5\xB8\xC2\x81\n");
    expect_encoded(" encoding=\"cp1252\"", "\x80", 1, false, "Wmo325 header 3: 0405 01000001 \xE2\x82\xAC\n");
    expect_encoded(" encoding=\"UTF-16\"", "a", 2, false, "Wmo325 header 3: 0405 01000001 a\n");
    expect_encoded(" encoding=\"UTF-16\"", "a", 2, true, "Wmo325 header 3: 0405 01000001 a\n");
}

static void other_encodings_are_refused(void **state) {
    (void)state;
    expect_refusal("<?xml version=\"1.0\" encoding=\"EBCDIC-NL\"?>\n<Bericht/>", FINDING_XML_ENCODING, 1,
                   "refused [EBCDIC-NL] []\n");
    struct arena arena = {0};
    expect_refusal(message_make(&arena, "wmo325", "0405", "01000001", "\xE9", ""), FINDING_NOT_XML, 3,
                   "refused [een teken of element dat daar niet kan staan] []\n");
    arena_release(&arena);
}

/* ---- what is no XML, or too much of it ---- */

static void a_cut_message_is_refused_wherever_it_ends(void **state) {
    (void)state;
    char *message = file_text(whole[IWMO_305][0]);
    size_t len = strlen(message);
    while (message[len - 1] == '\n')
        len--;
    for (size_t cut = 0; cut < len; cut++) {
        struct transcript t = read_pieces(message, cut, XML_PIECE);
        assert_int_equal(t.refusal, FINDING_NOT_XML);
        buf_release(&t.text);
    }
    free(message);
    expect_refusal("", FINDING_NOT_XML, 1,
                   "refused [het bestand houdt op voordat het laatste element is gesloten, of is leeg] []\n");
}

static void broken_xml_is_refused_with_its_line(void **state) {
    (void)state;
    expect_refusal("<Bericht xmlns=\"http://www.istandaarden.nl/iwmo/3_2/wmo305/schema\">\n<Header>\n</Kop>",
                   FINDING_NOT_XML, 3, "refused [een element wordt met een andere naam gesloten dan geopend] []\n");
    expect_refusal("<w:Bericht/>", FINDING_NOT_XML, 1, "refused [een prefix zonder namespace] []\n");
    expect_refusal("Geachte heer", FINDING_NOT_XML, 1, "refused [een teken of element dat daar niet kan staan] []\n");
    struct arena arena = {0};
    const char *message = message_make(&arena, "wmo325", "0405", "01000001", "&naam;", "");
    expect_refusal(message, FINDING_NOT_XML, 3, "refused [een entiteit die niet bestaat] []\n");
    message = arena_printf(&arena, "%s<Bericht/>", message_make(&arena, "wmo325", "0405", "01000001", "1", ""));
    expect_refusal(message, FINDING_NOT_XML, 6, "refused [achter het laatste element staat nog iets] []\n");
    arena_release(&arena);
}

static void a_doctype_is_refused(void **state) {
    (void)state;
    expect_refusal("<?xml version=\"1.0\"?>\n<!DOCTYPE Bericht SYSTEM \"http://example.org/a.dtd\">\n<Bericht/>",
                   FINDING_XML_DOCTYPE, 2, "refused [] []\n");
    expect_refusal("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>\n"
                   "<Bericht>&b;</Bericht>",
                   FINDING_XML_DOCTYPE, 1, "refused [] []\n");
}

/* The unit with its number for a #. */
static void put_unit(struct buf *out, const char *unit, size_t number) {
    for (; *unit; unit++)
        if (*unit == '#')
            buf_put_int(out, (int64_t)number);
        else
            buf_putc(out, *unit);
}

/* A document that begins as a message and goes on with `count` times `unit`. */
static void expect_too_much(const char *opening, const char *unit, size_t count, const char *closing,
                            const char *reason) {
    struct arena arena = {0};
    struct buf bytes = {0};
    const char *message = message_make(&arena, "wmo325", "0405", "01000001", "1", opening);
    buf_add(&bytes, message, (size_t)(strstr(message, "</Bericht>") - message));
    for (size_t i = 0; i < count; i++)
        put_unit(&bytes, unit, i);
    buf_puts(&bytes, closing);
    struct transcript t = read_pieces(bytes.data, bytes.len, XML_PIECE);
    assert_int_equal(t.refusal, FINDING_XML_TOO_MUCH);
    assert_non_null(strstr(t.text.data, reason));
    buf_release(&t.text);
    buf_release(&bytes);
    arena_release(&arena);
}

static void what_a_document_may_cost_is_bounded(void **state) {
    (void)state;
    expect_too_much("", "<x>", 300000, "", "[meer dan 64 elementen in elkaar]");
    expect_too_much("", "<x#/>", 3000, "</Bericht>", "[meer dan 2000 verschillende namen]");
    expect_too_much("", "<x a#=\"\"/>", 3000, "</Bericht>", "[meer dan 2000 verschillende namen]");
    expect_too_much("", "<x xmlns:p#=\"urn:x\"/>", 3000, "</Bericht>", "[meer dan 2000 verschillende namen]");
    expect_too_much("<x a='", "aaaaaaaaaa", 200000, "'/></Bericht>", "van meer dan 1 MB]");
    expect_too_much("<!-- ", "aaaaaaaaaa", 200000, "--></Bericht>", "van meer dan 1 MB]");
    expect_too_much("<DeclaratieAntwoord><DeclaratieNummer>", "1111111111", 101,
                    "</DeclaratieNummer></DeclaratieAntwoord></Bericht>", "[een waarde van meer dan 1000 tekens]");
}

/* Texts that are not read may be as long as they like. */
static void what_is_passed_over_is_not_kept(void **state) {
    (void)state;
    struct arena arena = {0};
    struct buf body = {0};
    buf_puts(&body, "<DeclaratieAntwoord><Toelichting>");
    for (int i = 0; i < 300000; i++)
        buf_puts(&body, "een lang verhaal ");
    buf_puts(&body, "</Toelichting><DeclaratieNummer>D</DeclaratieNummer></DeclaratieAntwoord>");
    expect_events(message_make(&arena, "wmo325", "0405", "01000001", "1", body.data),
                  "Wmo325 header 3: 0405 01000001 1\n"
                  "Wmo325 declaration 4: 0405 01000001 1 D\n");
    buf_release(&body);
    arena_release(&arena);
}

/* One reader for many messages: nothing of one is left in the next. */
static void a_reader_can_be_used_again(void **state) {
    (void)state;
    struct arena arena = {0};
    struct transcript t = {0};
    const struct iwmo_handlers handlers = {on_header, on_row, on_declaration, &t};
    struct iwmo_reader *reader = iwmo_reader_open();
    const char *good = message_make(&arena, "wmo325", "0405", "01000001", "1", "");
    for (int round = 0; round < 3; round++) {
        iwmo_reader_begin(reader, &handlers, IWMO_ALL);
        assert_false(iwmo_reader_feed(reader, "<!DOCTYPE x>", 12, true));
        iwmo_reader_begin(reader, &handlers, IWMO_ALL);
        assert_int_equal(iwmo_reader_kind(reader), IWMO_KINDS);
        assert_true(iwmo_reader_feed(reader, good, strlen(good), true));
        assert_int_equal(iwmo_reader_kind(reader), IWMO_325);
    }
    iwmo_reader_begin(reader, &handlers, IWMO_BIT(IWMO_323));
    assert_false(iwmo_reader_feed(reader, good, strlen(good), true));
    assert_int_equal(iwmo_reader_verdict(reader)->kind, FINDING_XML_TOO_MUCH);
    assert_string_equal(t.text.data, "Wmo325 header 3: 0405 01000001 1\n"
                                     "Wmo325 header 3: 0405 01000001 1\n"
                                     "Wmo325 header 3: 0405 01000001 1\n");
    buf_release(&t.text);
    iwmo_reader_close(reader);
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_gives_its_events),
        cmocka_unit_test(cuts_between_pieces_change_nothing),
        cmocka_unit_test(prefixes_are_free),
        cmocka_unit_test(one_namespace_will_do),
        cmocka_unit_test(others_are_refused_by_name),
        cmocka_unit_test(parts_of_another_release_are_refused),
        cmocka_unit_test(children_need_the_namespace),
        cmocka_unit_test(a_header_comes_first_and_once),
        cmocka_unit_test(an_element_twice_in_a_row_is_told),
        cmocka_unit_test(nothing_is_left_for_the_next_client),
        cmocka_unit_test(texts_are_trimmed_and_put_together),
        cmocka_unit_test(an_empty_element_is_there_without_text),
        cmocka_unit_test(encodings_become_utf8),
        cmocka_unit_test(other_encodings_are_refused),
        cmocka_unit_test(a_cut_message_is_refused_wherever_it_ends),
        cmocka_unit_test(broken_xml_is_refused_with_its_line),
        cmocka_unit_test(a_doctype_is_refused),
        cmocka_unit_test(what_a_document_may_cost_is_bounded),
        cmocka_unit_test(what_is_passed_over_is_not_kept),
        cmocka_unit_test(a_reader_can_be_used_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
