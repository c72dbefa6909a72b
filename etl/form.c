/*
 * The format of forms.  Invariant: a code depends on what it is about only, not on the order or place in the form.
 */
#include "etl/form.h"

#include <string.h>

#include "etl/sha256.h"

#define FORM_LABEL_TEXT(id, text) [FORM_LABEL_##id] = text,
const char *const form_labels[FORM_LABEL_COUNT] = {FORM_LABELS(FORM_LABEL_TEXT)};
#undef FORM_LABEL_TEXT

const char *const form_columns[FORM_COLUMN_COUNT] = {"Code", "Opgave", "Gemeten", "Opmerking"};

static const char SPLIT = '/';
static const char NOT_SPLIT[] = "-";

/* ---- questions ---- */

static void put_part(struct buf *out, struct slice part) {
    if (part.len > 0)
        buf_add(out, part.ptr, part.len);
    else
        buf_puts(out, NOT_SPLIT);
}

void form_put_code(struct buf *out, const struct form_question *question) {
    put_part(out, question->gemeente);
    buf_putc(out, SPLIT);
    put_part(out, question->perceel);
    buf_putc(out, SPLIT);
    buf_add(out, question->indicator.ptr, question->indicator.len);
}

/* The part up to the next split, which goes from `rest`; false when there is none. */
static bool take_part(struct slice *rest, struct slice *part) {
    const char *split = rest->len > 0 ? memchr(rest->ptr, SPLIT, rest->len) : NULL;
    if (!split || split == rest->ptr)
        return false;
    *part = (struct slice){rest->ptr, (size_t)(split - rest->ptr)};
    rest->ptr += part->len + 1;
    rest->len -= part->len + 1;
    if (slice_equal(*part, slice_of(NOT_SPLIT)))
        part->len = 0;
    return true;
}

bool form_read_code(struct slice text, struct form_question *question) {
    if (!take_part(&text, &question->gemeente) || !take_part(&text, &question->perceel))
        return false;
    question->indicator = text;
    return text.len > 0 && !memchr(text.ptr, SPLIT, text.len);
}

/* ---- sums ---- */

static void add_text(struct sha256 *sum, const char *text, size_t len) {
    sha256_add(sum, text, len);
    sha256_add(sum, "", 1); /* its end */
}

static void add_number(struct sha256 *sum, int64_t number) {
    struct buf text = {0};
    buf_put_int(&text, number);
    add_text(sum, text.data, text.len);
    buf_release(&text);
}

/* The first 32 bits, in a form that can be read out over the telephone. */
static void finish(struct sha256 *sum, char code[FORM_CODE_SIZE]) {
    static const char digits[] = "0123456789ABCDEF";
    unsigned char bytes[SHA256_SIZE];
    char *to = code;
    sha256_close(sum, bytes);
    for (int i = 0; i < 4; i++) {
        if (i == 2)
            *to++ = '-';
        *to++ = digits[bytes[i] >> 4];
        *to++ = digits[bytes[i] & 15];
    }
    *to = '\0';
}

void form_catalogue(const struct dataset *dataset, char code[FORM_CODE_SIZE]) {
    struct sha256 *sum = sha256_open();
    for (size_t i = 0; i < dataset->indicatoren.len; i++) {
        const struct indicator *indicator = &dataset->indicatoren.data[i];
        const char *const texts[] = {indicator->code, indicator->omschrijving, indicator->eenheid, indicator->toets};
        const int64_t numbers[] = {indicator->minimum,
                                   indicator->maximum,
                                   indicator->verplicht,
                                   indicator->weegfactor,
                                   (int64_t)indicator->aggregatie,
                                   (int64_t)indicator->richting};
        for (size_t n = 0; n < sizeof texts / sizeof texts[0]; n++)
            add_text(sum, texts[n], strlen(texts[n]));
        for (size_t n = 0; n < sizeof numbers / sizeof numbers[0]; n++)
            add_number(sum, numbers[n]);
    }
    finish(sum, code);
}

void form_check(struct slice aanbieder, struct slice periode, struct slice catalogus, struct slice vragen,
                char code[FORM_CODE_SIZE]) {
    struct sha256 *sum = sha256_open();
    add_text(sum, FORM_MARK, strlen(FORM_MARK));
    add_text(sum, aanbieder.ptr, aanbieder.len);
    add_text(sum, periode.ptr, periode.len);
    add_text(sum, catalogus.ptr, catalogus.len);
    add_text(sum, vragen.ptr, vragen.len);
    finish(sum, code);
}
