/*
 * Plain cells: <c r="A1" s="1" t="s"><v>12</v></c>, <c r="A1" s="1"/> and <c t="inlineStr"><is><t>tekst</t></is></c>,
 * with nothing but ASCII, no entity, no other attribute and no space too many.
 */
#include "etl/xlsx_fast.h"

#include <string.h>

enum xlsx_type xlsx_type_of(struct slice t) {
    static const struct {
        const char *name;
        enum xlsx_type type;
    } types[] = {{"s", XLSX_TYPE_SHARED},  {"n", XLSX_TYPE_NUMBER},         {"str", XLSX_TYPE_STRING},
                 {"b", XLSX_TYPE_BOOLEAN}, {"inlineStr", XLSX_TYPE_INLINE}, {"e", XLSX_TYPE_ERROR},
                 {"d", XLSX_TYPE_DATE},    {"", XLSX_TYPE_NUMBER}};
    for (unsigned i = 0; i < sizeof types / sizeof types[0]; i++)
        if (slice_equal(t, slice_of(types[i].name)))
            return types[i].type;
    return XLSX_TYPE_UNKNOWN;
}

/* A place in the text; `state` is other than CELL as soon as it cannot go on. */
struct cursor {
    const char *at;
    const char *end;
    enum xlsx_fast state;
};

static void stop(struct cursor *c, enum xlsx_fast state) {
    if (c->state == XLSX_FAST_CELL)
        c->state = state;
}

/* Takes `text` when it stands here; MORE when the end comes before that is known. */
static bool take(struct cursor *c, const char *text, size_t len) {
    size_t left = (size_t)(c->end - c->at);
    if (memcmp(c->at, text, left < len ? left : len) != 0)
        return false;
    if (left < len) {
        stop(c, XLSX_FAST_MORE);
        return false;
    }
    c->at += len;
    return true;
}

#define TAKE(cursor, literal) take((cursor), (literal), sizeof(literal) - 1)

static void need(struct cursor *c, const char *text, size_t len) {
    if (!take(c, text, len))
        stop(c, XLSX_FAST_OTHER);
}

#define NEED(cursor, literal) need((cursor), (literal), sizeof(literal) - 1)

/* Plain characters up to `until`, which is passed. */
static struct slice take_until(struct cursor *c, char until) {
    const char *begin = c->at;
    for (; c->at < c->end && *c->at != until; c->at++)
        if (*c->at < ' ' || *c->at > '~' || *c->at == '&' || *c->at == '<' || *c->at == '>') {
            stop(c, XLSX_FAST_OTHER);
            return (struct slice){0};
        }
    if (c->at == c->end) {
        stop(c, XLSX_FAST_MORE);
        return (struct slice){0};
    }
    return (struct slice){begin, (size_t)(c->at++ - begin)};
}

static void take_attributes(struct cursor *c, struct xlsx_raw_cell *cell) {
    bool typed = false;
    while (c->state == XLSX_FAST_CELL && TAKE(c, " ")) {
        if (!cell->at.ptr && TAKE(c, "r=\"")) {
            cell->at = take_until(c, '"');
        } else if (!cell->style.ptr && TAKE(c, "s=\"")) {
            cell->style = take_until(c, '"');
        } else if (!typed && TAKE(c, "t=\"")) {
            cell->type = xlsx_type_of(take_until(c, '"'));
            typed = true;
        } else {
            stop(c, XLSX_FAST_OTHER);
        }
    }
}

static void take_content(struct cursor *c, struct xlsx_raw_cell *cell) {
    if (TAKE(c, "<v>")) {
        cell->has_value = true;
        cell->text = take_until(c, '<');
        NEED(c, "/v>");
    } else if (c->state == XLSX_FAST_CELL && TAKE(c, "<is><t>")) {
        cell->has_value = true;
        cell->text = take_until(c, '<');
        NEED(c, "/t></is>");
    }
    if (c->state == XLSX_FAST_CELL)
        NEED(c, "</c>");
}

enum xlsx_fast xlsx_fast_cell(const char **from, const char *end, struct xlsx_raw_cell *cell) {
    struct cursor c = {*from, end, XLSX_FAST_CELL};
    *cell = (struct xlsx_raw_cell){.type = XLSX_TYPE_NUMBER};
    NEED(&c, "<c");
    if (c.state == XLSX_FAST_CELL)
        take_attributes(&c, cell);
    if (c.state == XLSX_FAST_CELL && !TAKE(&c, "/>")) {
        if (c.state == XLSX_FAST_CELL)
            NEED(&c, ">");
        if (c.state == XLSX_FAST_CELL)
            take_content(&c, cell);
    }
    if (c.state == XLSX_FAST_CELL)
        *from = c.at;
    return c.state;
}
