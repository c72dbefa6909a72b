/*
 * Listing and building the workbooks of a run.  Invariant: a book is built from the view of its recipient and nothing
 * else.  Called by rapport.
 */
#include "reports/sheets/books.h"

#include <stdlib.h>

#include "etl/base/mem.h"
#include "reports/safe_text.h"
#include "reports/sheets/registry.h"

struct book_entry {
    const struct books *books;
    struct recipient recipient;
    const char *path;
};

struct books {
    struct arena arena;
    struct books_input input;
    struct view_base *base;
    VEC(struct book_entry) list;
};

/* ---- which ---- */

static const char *file_path(struct books *books, const char *folder, const char *code, const char *naam) {
    return arena_printf(&books->arena, "%s/%s", folder, safe_file_name(&books->arena, code, naam, ".xlsx"));
}

static void add_book(struct books *books, struct recipient recipient, const char *path) {
    if (view_base_has(books->base, recipient))
        VEC_PUSH(books->list, (struct book_entry){books, recipient, path});
}

struct books *books_new(const struct books_input *input) {
    const struct dataset *data = input->run.figures->data;
    struct books *books = mem_calloc(1, sizeof *books);
    arena_init(&books->arena);
    books->input = *input;
    books->base = view_base_new(&input->run);
    if (!input->selection->active)
        add_book(books, (struct recipient){RECIPIENT_REGIO, GROUP_ALL}, "regio.xlsx");
    for (size_t a = 0; a < data->aanbieders.len; a++) {
        const struct aanbieder *aanbieder = &data->aanbieders.data[a];
        if (aanbieder->organisatie == a && selection_has_aanbieder(input->selection, a))
            add_book(books, (struct recipient){RECIPIENT_AANBIEDER, (uint16_t)(a + 1)},
                     file_path(books, "aanbieders", aanbieder->code, aanbieder->naam));
    }
    for (size_t g = 0; g < data->gemeenten.len; g++) {
        const struct gemeente *gemeente = &data->gemeenten.data[g];
        if (selection_has_gemeente(input->selection, g))
            add_book(books, (struct recipient){RECIPIENT_GEMEENTE, (uint16_t)(g + 1)},
                     file_path(books, "gemeenten", gemeente->code, gemeente->naam));
    }
    return books;
}

void books_free(struct books *books) {
    if (!books)
        return;
    view_base_free(books->base);
    VEC_FREE(books->list);
    arena_release(&books->arena);
    free(books);
}

size_t books_count(const struct books *books) {
    return books->list.len;
}

const char *books_path(const struct books *books, size_t index) {
    return books->list.data[index].path;
}

const void *books_context(const struct books *books, size_t index) {
    return &books->list.data[index];
}

/* ---- building ---- */

/* Names as they stand in titles: of the region the region's. */
static const char *subject_name(const struct sheet_context *c) {
    return view_kind(c->view) == RECIPIENT_REGIO ? c->settings->regio : view_own_name(c->view);
}

static struct book *make_book(const struct books *books, const struct view *view, struct arena *arena) {
    const struct sheet_templates *templates = books->input.templates;
    const struct labels *labels = templates->labels;
    const struct period *period = view_period(view, view_now(view));
    const char *region = books->input.run.settings->regio;
    const char *own = view_kind(view) == RECIPIENT_REGIO ? region : view_own_name(view);
    const char *words = labels_period(labels, arena, period);
    const struct fill fills[] = {{"naam", own},
                                 {"periode", words},
                                 {"regio", region},
                                 {"versie", books->input.version},
                                 {"vingerafdruk", books->input.input_digest},
                                 {NULL, NULL}};
    return book_new(&(struct book_info){
        .title = labels_fill(labels, arena, TEXT_BOEK_TITEL, fills),
        .subject = labels_fill(labels, arena, TEXT_BOEK_ONDERWERP, fills),
        .region = region,
        .period = words,
        .peildatum = period->end,
        .confidentiality =
            view_is_public(view) ? labels_text(labels, TEXT_BOEK_OPENBAAR) : templates->looks.confidential,
        .author = templates->looks.sender,
        .organisation = templates->looks.sender,
        .keywords = labels_text(labels, TEXT_BOEK_TREFWOORDEN),
        .comments = labels_fill(labels, arena,
                                view_is_public(view) ? TEXT_BOEK_OPMERKING_OPENBAAR : TEXT_BOEK_OPMERKING, fills),
        .font = templates->looks.font,
        .logo = templates->looks.logo,
        .accent = templates->looks.accent,
    });
}

static const char *filled(const struct sheet_context *c, const char *words) {
    const struct fill fills[] = {
        {"naam", subject_name(c)}, {"periode", period_words(c, view_now(c->view))}, {NULL, NULL}};
    return fill_places(c->arena, words, fills);
}

static void add_sheet(struct sheet_context *c, const struct blad *blad) {
    c->sheet = book_add_sheet(c->book, blad->id, blad->tab, filled(c, blad->titel));
    sheet_describe(c->sheet, filled(c, blad->samenvatting));
    if (blad_has_content(c, blad))
        sheet_find(blad->id)->build(c);
    else
        sheet_add_text(c->sheet, nothing_words(c, TEXT_BLAD_LEEG));
}

struct book *books_build(const void *context) {
    const struct book_entry *entry = context;
    const struct books *books = entry->books;
    const struct sheet_templates *templates = books->input.templates;
    struct view *view = view_open(books->base, entry->recipient);
    struct arena arena;
    arena_init(&arena);
    struct book *book = make_book(books, view, &arena);
    struct sheet_context c = {
        .view = view,
        .settings = books->input.run.settings,
        .labels = templates->labels,
        .templates = templates,
        .version = books->input.version,
        .input_digest = books->input.input_digest,
        .book = book,
        .arena = &arena,
    };
    for (size_t i = 0; i < templates->bladen.len; i++)
        if (blad_in_book(&c, &templates->bladen.data[i]))
            add_sheet(&c, &templates->bladen.data[i]);
    arena_release(&arena);
    view_close(view);
    return book;
}
