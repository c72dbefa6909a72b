/*
 * As much of PNG as is needed to place a logo.
 */
#ifndef WMO_REPORTS_BOOK_PNG_H
#define WMO_REPORTS_BOOK_PNG_H

#include <stdbool.h>

#include "etl/base/error.h"

struct png_size {
    double width; /* in pixels of 1/96 inch, as a document shows it */
    double height;
};

/* False with a sentence when the file cannot be read, or is no PNG that is whole and at most 4 MB. */
bool png_read_size(const char *path, struct png_size *size, struct error *err);

#endif
