/*
 * Colours as 0xRRGGBB, and the contrast between them (WCAG 2.1): text must have 4.5 : 1 against what is behind it.
 */
#ifndef WMO_REPORTS_BOOK_COLOUR_H
#define WMO_REPORTS_BOOK_COLOUR_H

#include <stdint.h>

/* `percent` of a and the rest of b. */
uint32_t colour_mix(uint32_t a, uint32_t b, unsigned percent);

/* 1 for equal colours to 21 for black and white. */
double colour_contrast(uint32_t a, uint32_t b);

/* The colour, darkened as little as needed to be read on white, and for white to be read on it. */
uint32_t colour_readable(uint32_t colour);

#endif
