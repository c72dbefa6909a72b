/*
 * The format of zip (APPNOTE 6.3): for each member a local header and its bytes, then a directory, then its end.
 * Deflated members are one block without compression.
 */
#include "tests/unit/support_zip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { LOCAL = 0x04034B50, DIRECTORY = 0x02014B50, END = 0x06054B50, DEFLATED = 8 };

static void put(struct buf *out, uint32_t number, unsigned bytes) {
    for (unsigned i = 0; i < bytes; i++)
        buf_putc(out, (char)(number >> 8 * i));
}

static uint32_t sum_of(const char *text, size_t len) {
    uint32_t sum = UINT32_MAX;
    for (size_t i = 0; i < len; i++) {
        sum ^= (unsigned char)text[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? UINT32_C(0xEDB88320) : 0);
    }
    return ~sum;
}

/* What both headers of a member have: versions, flags, method, time, sum, sizes, lengths. */
static void put_facts(struct buf *out, const struct zip_part *part, size_t packed) {
    size_t len = strlen(part->text);
    uint32_t method = part->flaw == ZIP_STORED ? 0 : part->flaw == ZIP_ODD_METHOD ? 99 : DEFLATED;
    put(out, 20, 2);
    put(out, part->flaw == ZIP_LOCKED, 2);
    put(out, method, 2);
    put(out, 0, 4);
    put(out, sum_of(part->text, len) ^ (part->flaw == ZIP_WRONG_SUM), 4);
    put(out, (uint32_t)packed, 4);
    put(out, part->flaw == ZIP_CLAIMS_MUCH ? UINT32_C(3) << 30 : (uint32_t)len, 4);
    put(out, (uint32_t)strlen(part->name), 2);
    put(out, 0, 2);
}

static size_t put_member(struct buf *out, const struct zip_part *part) {
    size_t len = strlen(part->text);
    size_t packed = part->flaw == ZIP_STORED ? len : len + 5;
    if (part->flaw == ZIP_CUT)
        packed -= len / 2;
    put(out, LOCAL, 4);
    put_facts(out, part, packed);
    buf_puts(out, part->name);
    size_t begin = out->len;
    if (part->flaw != ZIP_STORED) {
        put(out, 1, 1); /* the last block, not compressed */
        put(out, (uint32_t)len, 2);
        put(out, ~(uint32_t)len, 2);
    }
    buf_puts(out, part->text);
    if (part->flaw == ZIP_CUT)
        out->len = begin + packed;
    return packed;
}

struct buf zip_make(const struct zip_part *parts) {
    struct buf zip = {0};
    struct buf directory = {0};
    uint32_t count = 0;
    for (; parts->name; parts++, count++) {
        size_t at = zip.len;
        size_t packed = put_member(&zip, parts);
        put(&directory, DIRECTORY, 4);
        put(&directory, 20, 2);
        put_facts(&directory, parts, packed);
        put(&directory, 0, 2); /* comment */
        put(&directory, 0, 2); /* disk */
        put(&directory, 0, 2); /* attributes */
        put(&directory, 0, 4);
        put(&directory, (uint32_t)at, 4);
        buf_puts(&directory, parts->name);
    }
    uint32_t begin = (uint32_t)zip.len;
    if (directory.len > 0)
        buf_add(&zip, directory.data, directory.len);
    put(&zip, END, 4);
    put(&zip, 0, 4); /* disks */
    put(&zip, count, 2);
    put(&zip, count, 2);
    put(&zip, (uint32_t)directory.len, 4);
    put(&zip, begin, 4);
    put(&zip, 0, 2); /* comment */
    buf_release(&directory);
    return zip;
}

void zip_write(const char *path, const struct buf *zip) {
    FILE *file = fopen(path, "w");
    if (file == NULL || fwrite(zip->data, 1, zip->len, file) != zip->len || fclose(file) != 0)
        fail_msg("%s cannot be written", path);
}
