/*
 * Whom to ask what.  Invariant: a text is built from the view of its aanbieder and nothing else, so that it says
 * nothing of another.  Called by rapport and controle.
 */
#include "reports/opvolging.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "etl/base/mem.h"
#include "etl/base/utf8.h"
#include "reports/dutch.h"
#include "reports/opvolging_letter.h"
#include "reports/safe_text.h"
#include "reports/screen.h"
#include "reports/write.h"

enum { ROWS_SHOWN = 10, NAME_WIDTH = 30, COUNT_WIDTH = 15 };

/* An aanbieder of which something is to be asked. */
struct asked {
    uint16_t member; /* the organisation's index + 1 */
    struct follow_up follow_up;
};

struct opvolging {
    struct books_input input;
    struct view_base *base;
    VEC(struct asked) list;
};

struct opvolging *opvolging_new(const struct books_input *input) {
    const struct dataset *data = input->run.figures->data;
    struct opvolging *opvolging = mem_calloc(1, sizeof *opvolging);
    opvolging->input = *input;
    opvolging->base = view_base_new(&input->run);
    for (uint16_t a = 0; a < data->aanbieders.len; a++) {
        if (data->aanbieders.data[a].organisatie != a || !selection_has_aanbieder(input->selection, a))
            continue;
        struct asked asked = {.member = (uint16_t)(a + 1)};
        struct view *view = view_open(opvolging->base, (struct recipient){RECIPIENT_AANBIEDER, asked.member});
        asked.follow_up = follow_up_of(view, input->run.settings);
        view_close(view);
        if (asked.follow_up.list.len > 0)
            VEC_PUSH(opvolging->list, asked);
    }
    return opvolging;
}

void opvolging_free(struct opvolging *opvolging) {
    if (!opvolging)
        return;
    for (size_t i = 0; i < opvolging->list.len; i++)
        VEC_FREE(opvolging->list.data[i].follow_up.list);
    VEC_FREE(opvolging->list);
    view_base_free(opvolging->base);
    free(opvolging);
}

size_t opvolging_count(const struct opvolging *opvolging) {
    return opvolging->list.len;
}

static const struct aanbieder *aanbieder_of(const struct opvolging *opvolging, const struct asked *asked) {
    return &opvolging->input.run.figures->data->aanbieders.data[asked->member - 1];
}

/* ---- texts ---- */

static bool write_letter(const struct opvolging *opvolging, const struct asked *asked, const char *dir,
                         struct error *err) {
    const struct aanbieder *aanbieder = aanbieder_of(opvolging, asked);
    struct arena arena;
    struct buf text = {0};
    arena_init(&arena);
    struct view *view = view_open(opvolging->base, (struct recipient){RECIPIENT_AANBIEDER, asked->member});
    const struct sheet_context context = {
        .view = view,
        .settings = opvolging->input.run.settings,
        .labels = opvolging->input.templates->labels,
        .templates = opvolging->input.templates,
        .arena = &arena,
    };
    opvolging_letter_put(&context, &asked->follow_up, &text);
    const char *name = safe_file_name(&arena, aanbieder->code, aanbieder->naam, ".txt");
    bool done = write_file(arena_printf(&arena, "%s/%s", dir, name), text.data, text.len, err);
    view_close(view);
    buf_release(&text);
    arena_release(&arena);
    return done;
}

bool opvolging_write(const struct opvolging *opvolging, const char *dir, struct error *err) {
    struct arena arena;
    if (opvolging->list.len == 0)
        return true;
    arena_init(&arena);
    const char *folder = arena_printf(&arena, "%s/opvolging", dir);
    bool done = mkdir(folder, 0777) == 0 || error_set_errno(err, errno, "%s kan niet worden gemaakt", folder);
    for (size_t i = 0; done && i < opvolging->list.len; i++)
        done = write_letter(opvolging, &opvolging->list.data[i], folder, err);
    arena_release(&arena);
    return done;
}

/* ---- on the screen ---- */

static bool has_delivered(const struct asked *asked) {
    return follow_up_count(&asked->follow_up, FOLLOW_NOT_DELIVERED) == 0;
}

static void put_row(const struct opvolging *opvolging, const struct asked *asked, struct buf *out) {
    const struct aanbieder *aanbieder = aanbieder_of(opvolging, asked);
    struct buf name = {0};
    buf_printf(&name, "%s %s", aanbieder->code, aanbieder->naam);
    name.data[utf8_cut(name.data, name.len, NAME_WIDTH - 1)] = '\0';
    screen_put_left(out, name.data, NAME_WIDTH);
    buf_release(&name);
    for (enum follow_kind kind = FOLLOW_EMPTY; kind < FOLLOW_KINDS; kind++)
        screen_put_count(out, follow_up_count(&asked->follow_up, kind), COUNT_WIDTH);
    buf_putc(out, '\n');
}

void opvolging_put(const struct opvolging *opvolging, bool all, struct buf *out) {
    size_t shown = 0;
    size_t left = 0;
    for (size_t i = 0; i < opvolging->list.len; i++) {
        const struct asked *asked = &opvolging->list.data[i];
        if (!has_delivered(asked))
            continue;
        if (!all && shown == ROWS_SHOWN) {
            left++;
            continue;
        }
        if (shown++ == 0) {
            buf_putc(out, '\n');
            screen_put_left(out, "managementinformatie", NAME_WIDTH);
            buf_puts(out, " verplicht leeg buiten grenzen       wijkt af\n");
        }
        put_row(opvolging, asked, out);
    }
    if (left > 0) {
        buf_puts(out, "… en nog ");
        dutch_put_counted(out, left, "aanbieder", "aanbieders");
        buf_puts(out, " (alle met --uitgebreid)\n");
    }
}
