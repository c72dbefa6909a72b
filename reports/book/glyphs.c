/*
 * Characters and their widths.  Invariant: what glyphs_clean() wrote, every other function here reads without U+FFFD.
 * Called by the model (cleaning) and by the layout (measuring).
 */
#include "reports/book/glyphs.h"

enum { REPLACEMENT = 0xFFFD };

/* Advance widths of Calibri Regular for U+0020–U+007E, in thousandths of the font size. */
static const uint16_t ascii_widths[] = {
    226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507,
    507, 507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488,
    459, 631, 623, 252, 319, 520, 420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519,
    487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455,
    229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
};

/* The character at *text, which moves past it; 0 at the end, U+FFFD for a byte that is not UTF-8. */
static uint32_t next_glyph(const char **text) {
    const unsigned char *at = (const unsigned char *)*text;
    if (*at == 0)
        return 0;
    (*text)++;
    if (*at < 0x80)
        return *at;
    unsigned more = *at >= 0xF0 ? 3 : *at >= 0xE0 ? 2 : 1;
    if (*at < 0xC2 || *at > 0xF4)
        return REPLACEMENT;
    uint32_t glyph = *at & (0x3FU >> more);
    for (unsigned i = 1; i <= more; i++) {
        if ((at[i] & 0xC0U) != 0x80U)
            return REPLACEMENT;
        glyph = glyph << 6 | (at[i] & 0x3FU);
    }
    bool shorter_exists = (more == 2 && glyph < 0x800) || (more == 3 && glyph < 0x10000);
    if (shorter_exists || glyph > 0x10FFFF || (glyph >= 0xD800 && glyph <= 0xDFFF))
        return REPLACEMENT;
    *text += more;
    return glyph;
}

void glyphs_clean(struct buf *out, const char *text) {
    for (;;) {
        const char *start = text;
        while (*text >= 0x20 && *text < 0x7F)
            text++;
        buf_add(out, start, (size_t)(text - start));
        start = text;
        uint32_t glyph = next_glyph(&text);
        if (glyph == 0)
            return;
        if (glyph < 0x20 || (glyph >= 0x7F && glyph <= 0x9F))
            buf_putc(out, ' ');
        else if (glyph == REPLACEMENT || glyph == 0xFFFE || glyph == 0xFFFF)
            buf_puts(out, "\xEF\xBF\xBD");
        else
            buf_add(out, start, (size_t)(text - start));
    }
}

size_t glyphs_prefix(const char *text, size_t most) {
    const char *at = text;
    for (size_t used = 0;;) {
        const char *before = at;
        uint32_t glyph = next_glyph(&at);
        used += glyph > 0xFFFF ? 2 : 1;
        if (glyph == 0 || used > most)
            return (size_t)(before - text);
    }
}

/* In thousandths of the font size; wide enough for what is not in the table. */
static unsigned advance(uint32_t glyph) {
    if (glyph >= 0x20 && glyph < 0x7F)
        return ascii_widths[glyph - 0x20];
    if (glyph == 0x20AC || glyph == 0x2013 || glyph == 0xA0)
        return 507;
    if (glyph < 0x180)
        return 560;
    return glyph < 0x2190 ? 700 : 1000;
}

/* Thousandths of the font size to pixels, rounded up; bold is 4% wider. */
static unsigned to_pixels(uint64_t thousandths, struct font font) {
    uint64_t wide = thousandths * font.points * 96 * (font.bold ? 104 : 100);
    uint64_t per_pixel = 1000 * 72 * 100;
    return (unsigned)((wide + per_pixel - 1) / per_pixel);
}

unsigned glyphs_width(const char *text, struct font font) {
    uint64_t sum = 0;
    for (uint32_t glyph; (glyph = next_glyph(&text)) != 0;)
        sum += advance(glyph);
    return to_pixels(sum, font);
}

/* Moves past spaces and then one word, of which it gives the width in thousandths; 0 at the end. */
static uint64_t next_word(const char **text) {
    while (**text == ' ')
        (*text)++;
    uint64_t sum = 0;
    while (**text && **text != ' ')
        sum += advance(next_glyph(text));
    return sum;
}

unsigned glyphs_widest_word(const char *text, struct font font) {
    uint64_t widest = 0;
    for (uint64_t word; (word = next_word(&text)) != 0;)
        if (word > widest)
            widest = word;
    return to_pixels(widest, font);
}

unsigned glyphs_lines(const char *text, struct font font, unsigned width) {
    unsigned lines = 1;
    uint64_t used = 0;
    uint64_t room = (uint64_t)width * 1000 * 72 * 100 / (font.points * 96 * (font.bold ? 104 : 100));
    if (room == 0)
        room = 1;
    for (uint64_t word; (word = next_word(&text)) != 0;) {
        uint64_t wanted = used ? used + advance(' ') + word : word;
        if (wanted <= room) {
            used = wanted;
            continue;
        }
        if (used)
            lines++;
        /* A word wider than the line is broken wherever the line ends. */
        lines += (unsigned)((word - 1) / room);
        used = (word - 1) % room + 1;
    }
    return lines;
}
