/*
 * Looks of cells.  Invariant: text has a contrast of at least 4.5 : 1 against what is behind it.
 * Called by book_xlsx.c.
 */
#include "reports/book/book_xlsx_parts.h"

#include "reports/book/colour.h"
#include "reports/book/shown.h"

enum { BUTTON_INDENT = 2 }; /* a head ends before its filter button, which Excel draws over it */

struct tone_colours {
    uint32_t text;
    uint32_t fill;
};

static const struct tone_colours tones[] = {
    [TONE_NEUTRAL] = {COLOUR_TEXT, 0xFFFFFF},
    [TONE_GOOD] = {0x1B5E20, 0xE8F3E8},
    [TONE_ATTENTION] = {0x7A4A00, 0xFFF3D6},
    [TONE_BAD] = {0x9B1C1C, 0xFBE7E6},
};

static uint32_t text_colour(const struct xlsx *xlsx, const struct style *style) {
    if (style->signal)
        return tones[style->tone].text;
    if (style->link)
        return xlsx->accent;
    switch ((enum role)style->role) {
    case ROLE_TITLE:
    case ROLE_HEADING:
    case ROLE_KEY_VALUE: return xlsx->accent;
    case ROLE_HEAD: return 0xFFFFFF;
    case ROLE_SUBTITLE:
    case ROLE_NOTE:
    case ROLE_KEY_HEAD: return COLOUR_QUIET;
    default: return style->provisional ? COLOUR_QUIET : COLOUR_TEXT;
    }
}

/* Behind a cell that is to be filled in. */
static void set_input(lxw_format *format) {
    format_set_unlocked(format);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, COLOUR_FRAME);
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_fg_color(format, COLOUR_INPUT);
}

static void set_lines(const struct xlsx *xlsx, lxw_format *format, enum role role) {
    switch (role) {
    case ROLE_BODY:
    case ROLE_KEY_LABEL:
    case ROLE_KEY_VALUE:
    case ROLE_KEY_BODY:
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, COLOUR_LINE);
        return;
    case ROLE_TOTAL:
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, xlsx->accent);
        return;
    case ROLE_KEY_HEAD:
        format_set_bottom(format, LXW_BORDER_MEDIUM);
        format_set_bottom_color(format, xlsx->accent);
        return;
    default: return;
    }
}

static void set_fill(const struct xlsx *xlsx, lxw_format *format, const struct style *style) {
    uint32_t fill = 0xFFFFFF;
    if (style->role == ROLE_HEAD)
        fill = xlsx->accent;
    else if (style->signal)
        fill = tones[style->tone].fill;
    if (fill == 0xFFFFFF)
        return;
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_fg_color(format, fill);
}

static uint8_t vertical_align(const struct style *style) {
    switch ((enum role)style->role) {
    case ROLE_TEXT:
    case ROLE_NOTE: return LXW_ALIGN_VERTICAL_TOP;
    case ROLE_KEY_HEAD:
    case ROLE_HEADING: return LXW_ALIGN_VERTICAL_BOTTOM;
    default: return style->top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER;
    }
}

/* A star behind what the cell shows, without changing its value. */
static const char *number_format(struct xlsx *xlsx, const struct style *style) {
    const char *code = shown_format((enum show)style->show, style->change);
    if (!style->starred)
        return code;
    return arena_printf(&xlsx->arena, "%s\" *\"", style->show == SHOW_TEXT ? "@" : code);
}

static lxw_format *make_format(struct xlsx *xlsx, const struct style *style) {
    lxw_format *format = workbook_add_format(xlsx->workbook);
    struct font font = role_font((enum role)style->role);
    format_set_font_name(format, xlsx->font);
    format_set_font_size(format, font.points);
    format_set_font_color(format, text_colour(xlsx, style));
    if (font.bold)
        format_set_bold(format);
    if (style->provisional)
        format_set_italic(format);
    if (style->link)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (style->indent)
        format_set_indent(format, 1);
    if (style->right && style->role == ROLE_HEAD)
        format_set_indent(format, BUTTON_INDENT);
    if (style->wrap)
        format_set_text_wrap(format);
    format_set_align(format, style->right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
    format_set_align(format, vertical_align(style));
    format_set_num_format(format, number_format(xlsx, style));
    set_lines(xlsx, format, (enum role)style->role);
    set_fill(xlsx, format, style);
    if (style->input)
        set_input(format);
    return format;
}

void xlsx_make_formats(struct xlsx *xlsx) {
    const struct layout *layout = xlsx->layout;
    xlsx->formats = arena_alloc(&xlsx->arena, layout->styles.len * sizeof(lxw_format *));
    for (size_t i = 0; i < layout->styles.len; i++)
        xlsx->formats[i] = make_format(xlsx, &layout->styles.data[i]);
}
