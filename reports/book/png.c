/*
 * The size of a PNG file.  Invariant: a size is positive.  Called by the xlsx rendering.
 */
#include "reports/book/png.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { HEAD = 8 + 25, LONGEST_SEARCH = 100 };

static uint32_t big_endian(const unsigned char *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* Reads chunks up to the picture itself for its density, in pixels per inch; 96 when it is not said. */
static void read_density(FILE *file, double *across, double *down) {
    *across = *down = 96;
    unsigned char chunk[8];
    for (int i = 0; i < LONGEST_SEARCH && fread(chunk, 1, sizeof chunk, file) == sizeof chunk; i++) {
        uint32_t length = big_endian(chunk);
        if (memcmp(chunk + 4, "IDAT", 4) == 0 || length > INT32_MAX)
            return;
        unsigned char density[9];
        if (memcmp(chunk + 4, "pHYs", 4) == 0 && length == sizeof density) {
            if (fread(density, 1, sizeof density, file) == sizeof density && density[8] == 1 &&
                big_endian(density) > 0 && big_endian(density + 4) > 0) {
                *across = big_endian(density) * 0.0254;
                *down = big_endian(density + 4) * 0.0254;
            }
            return;
        }
        if (fseek(file, (long)length + 4, SEEK_CUR) != 0)
            return;
    }
}

bool png_read_size(const char *path, struct png_size *size, struct error *err) {
    FILE *file = fopen(path, "rbe");
    if (!file)
        return error_set_errno(err, errno, "Het logo %s kan niet worden gelezen", path);
    unsigned char head[HEAD];
    bool is_png = fread(head, 1, sizeof head, file) == sizeof head && memcmp(head, "\x89PNG\r\n\x1A\n", 8) == 0 &&
                  memcmp(head + 12, "IHDR", 4) == 0 && big_endian(head + 16) > 0 && big_endian(head + 20) > 0;
    if (is_png) {
        double across;
        double down;
        read_density(file, &across, &down);
        size->width = big_endian(head + 16) * 96.0 / across;
        size->height = big_endian(head + 20) * 96.0 / down;
    }
    fclose(file);
    return is_png || error_set(err, "Het logo %s is geen PNG-bestand.", path);
}
