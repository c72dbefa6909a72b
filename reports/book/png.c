/*
 * The size of a PNG file.  Invariant: a size is positive, and of a file whose chunks are whole.  Called when templates
 * are read and by the xlsx rendering.
 */
#include "reports/book/png.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <zlib.h>

enum {
    SIGNATURE = 8,
    CHUNK_HEAD = 8,     /* length and type */
    HEADER_LENGTH = 13, /* of IHDR */
    DENSITY_LENGTH = 9, /* of pHYs */
    DENSITY_IN_METRES = 1,
    LONGEST = 4 << 20, /* bytes of a whole file: it goes into every workbook */
};

static const double METRES_PER_INCH = 0.0254;

static uint32_t big_endian(const unsigned char *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* Reads `length` bytes of a chunk after its head, and the check over type and bytes; keeps the first ones in `data`. */
static bool read_chunk(FILE *file, const unsigned char *head, uint32_t length, unsigned char data[HEADER_LENGTH]) {
    uLong check = crc32(0, head + 4, 4);
    unsigned char block[4096];
    for (uint32_t done = 0; done < length;) {
        uint32_t want = length - done < sizeof block ? length - done : (uint32_t)sizeof block;
        if (fread(block, 1, want, file) != want)
            return false;
        if (done == 0)
            memcpy(data, block, want < HEADER_LENGTH ? want : HEADER_LENGTH);
        check = crc32(check, block, want);
        done += want;
    }
    return fread(block, 1, 4, file) == 4 && big_endian(block) == check;
}

/* Takes in what a chunk says of the size; false when it is no good. */
static bool take_chunk(const unsigned char *type, uint32_t length, const unsigned char *data, struct png_size *size) {
    if (memcmp(type, "IHDR", 4) == 0) {
        size->width = big_endian(data);
        size->height = big_endian(data + 4);
        return length == HEADER_LENGTH && size->width > 0 && size->height > 0;
    }
    if (memcmp(type, "pHYs", 4) == 0 && length == DENSITY_LENGTH && data[8] == DENSITY_IN_METRES &&
        big_endian(data) > 0 && big_endian(data + 4) > 0) {
        size->width *= 96 / (big_endian(data) * METRES_PER_INCH);
        size->height *= 96 / (big_endian(data + 4) * METRES_PER_INCH);
    }
    return true;
}

static bool read_png(FILE *file, struct png_size *size) {
    unsigned char head[SIGNATURE];
    uint32_t used = SIGNATURE;
    bool picture = false;
    if (fread(head, 1, SIGNATURE, file) != SIGNATURE || memcmp(head, "\x89PNG\r\n\x1A\n", SIGNATURE) != 0)
        return false;
    for (bool first = true; fread(head, 1, CHUNK_HEAD, file) == CHUNK_HEAD; first = false) {
        unsigned char data[HEADER_LENGTH] = {0};
        uint32_t length = big_endian(head);
        if (length > LONGEST - used || first != (memcmp(head + 4, "IHDR", 4) == 0) ||
            !read_chunk(file, head, length, data) || !take_chunk(head + 4, length, data, size))
            return false;
        used += CHUNK_HEAD + length + 4;
        picture |= memcmp(head + 4, "IDAT", 4) == 0;
        if (memcmp(head + 4, "IEND", 4) == 0)
            return picture;
        if (used > LONGEST)
            return false;
    }
    return false;
}

bool png_read_size(const char *path, struct png_size *size, struct error *err) {
    FILE *file = fopen(path, "rbe");
    if (!file)
        return error_set_errno(err, errno, "Het logo %s kan niet worden gelezen", path);
    bool is_png = read_png(file, size);
    fclose(file);
    return is_png || error_set(err, "Het logo %s is geen heel PNG-bestand; verwacht een PNG van hoogstens 4 MB.", path);
}
