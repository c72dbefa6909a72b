/*
 * Mixing and judging colours.  Called by the xlsx rendering.
 */
#include "reports/book/colour.h"

#include <math.h>

static const double readable_contrast = 4.5;

static unsigned channel(uint32_t colour, unsigned shift) {
    return colour >> shift & 0xFFU;
}

uint32_t colour_mix(uint32_t a, uint32_t b, unsigned percent) {
    uint32_t mixed = 0;
    for (unsigned shift = 0; shift <= 16; shift += 8)
        mixed |= ((channel(a, shift) * percent + channel(b, shift) * (100 - percent) + 50) / 100) << shift;
    return mixed;
}

/* Relative luminance as WCAG defines it. */
static double luminance(uint32_t colour) {
    static const double weights[] = {0.0722, 0.7152, 0.2126}; /* blue, green, red */
    double sum = 0;
    for (unsigned i = 0; i < 3; i++) {
        double level = channel(colour, i * 8) / 255.0;
        sum += weights[i] * (level <= 0.03928 ? level / 12.92 : pow((level + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double colour_contrast(uint32_t a, uint32_t b) {
    double of_a = luminance(a);
    double of_b = luminance(b);
    return of_a > of_b ? (of_a + 0.05) / (of_b + 0.05) : (of_b + 0.05) / (of_a + 0.05);
}

uint32_t colour_readable(uint32_t colour) {
    unsigned percent = 100;
    uint32_t darker = colour;
    while (percent > 0 && colour_contrast(darker, 0xFFFFFF) < readable_contrast) {
        percent -= 2;
        darker = colour_mix(colour, 0x000000, percent);
    }
    return darker;
}
