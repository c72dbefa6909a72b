/*
 * Workbooks.  The first byte of the input says what the rest is:
 *
 *   'm'  changes to a sound workbook, each a place (two bytes) and a byte: what is read is unchanged, or refused
 *   'z'  a whole file: nothing but no crash is expected of it
 *   else a worksheet in a sound workbook: the fast and the slow way give the same cells, or both refuse it
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "etl/base/error.h"
#include "etl/xlsx_sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

#define RELATION(id, type, target) "<Relationship Id=\"" id "\" Type=\"" OFFICE "/" type "\" Target=\"" target "\"/>"

static const struct {
    const char *name;
    const char *text;
} parts[] = {
    {"_rels/.rels",
     "<Relationships xmlns=\"" PACKAGE "\">" RELATION("a", "officeDocument", "xl/workbook.xml") "</Relationships>"},
    {"xl/_rels/workbook.xml.rels",
     "<Relationships xmlns=\"" PACKAGE "\">" RELATION("b", "worksheet", "sheet.xml")
         RELATION("c", "sharedStrings", "strings.xml") RELATION("d", "styles", "styles.xml") "</Relationships>"},
    {"xl/workbook.xml", "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
                        "\"><sheets><sheet name=\"Blad\" r:id=\"b\"/></sheets></workbook>"},
    {"xl/strings.xml", "<sst xmlns=\"" MAIN "\"><si><t>een</t></si><si><t>twee</t></si></sst>"},
    {"xl/styles.xml",
     "<styleSheet xmlns=\"" MAIN "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
};

static const char sound_sheet[] =
    "<worksheet xmlns=\"" MAIN "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v>"
    "</c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>46203</v></c><c r=\"B2\"><v>12.5</v></c></row></sheetData></worksheet>";

/* ---- archives, stored without packing ---- */

static void put(struct buf *out, uint64_t number, unsigned bytes) {
    for (unsigned i = 0; i < bytes; i++)
        buf_putc(out, (char)(number >> 8 * i));
}

static uint32_t sum_of(const char *bytes, size_t len) {
    uint32_t sum = UINT32_MAX;
    for (size_t i = 0; i < len; i++) {
        sum ^= (unsigned char)bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? UINT32_C(0xEDB88320) : 0);
    }
    return ~sum;
}

static void put_facts(struct buf *out, const char *name, struct slice part) {
    put(out, 20, 2);
    put(out, 0, 8); /* flags, method, time */
    put(out, sum_of(part.ptr, part.len), 4);
    put(out, (uint32_t)part.len, 4);
    put(out, (uint32_t)part.len, 4);
    put(out, (uint32_t)strlen(name), 2);
    put(out, 0, 2);
}

static void put_member(struct buf *zip, struct buf *directory, const char *name, struct slice part) {
    uint32_t at = (uint32_t)zip->len;
    put(zip, 0x04034B50, 4);
    put_facts(zip, name, part);
    buf_puts(zip, name);
    buf_add(zip, part.ptr, part.len);
    put(directory, 0x02014B50, 4);
    put(directory, 20, 2);
    put_facts(directory, name, part);
    put(directory, 0, 6); /* comment, disk, attributes */
    put(directory, 0, 4);
    put(directory, at, 4);
    buf_puts(directory, name);
}

static struct buf make_workbook(struct slice sheet) {
    enum { PARTS = sizeof parts / sizeof parts[0] };
    struct buf zip = {0};
    struct buf directory = {0};
    for (size_t i = 0; i < PARTS; i++)
        put_member(&zip, &directory, parts[i].name, slice_of(parts[i].text));
    put_member(&zip, &directory, "xl/sheet.xml", sheet);
    uint32_t at = (uint32_t)zip.len;
    buf_add(&zip, directory.data, directory.len);
    put(&zip, 0x06054B50, 4);
    put(&zip, 0, 4);
    put(&zip, PARTS + 1, 2);
    put(&zip, PARTS + 1, 2);
    put(&zip, (uint32_t)directory.len, 4);
    put(&zip, at, 4);
    put(&zip, 0, 2);
    buf_release(&directory);
    return zip;
}

/* ---- reading ---- */

static void put_cell(void *context, const struct xlsx_cell *cell) {
    struct buf *out = context;
    buf_printf(out, "%u %u %d ", cell->row, cell->column, (int)cell->kind);
    buf_add(out, cell->text.ptr, cell->text.len);
    buf_putc(out, '\n');
}

static bool read_sheet(struct xlsx_workbook *workbook, const struct xlsx_sheet *sheet, bool slowly, struct buf *out,
                       struct xlsx_refusal *why) {
    const struct xlsx_cell_handler handler = {put_cell, out};
    struct xlsx_sheet_reader *reader = xlsx_sheet_open(workbook, sheet, &handler, why);
    bool good = reader != NULL;
    bool at_end = false;
    if (good && slowly)
        xlsx_sheet_read_slowly(reader);
    while (good && !at_end)
        good = xlsx_sheet_step(reader, &at_end, why);
    xlsx_sheet_close(reader);
    return good;
}

/* The cells, or nothing when the workbook is refused. */
static struct buf read_workbook(const struct buf *file, bool slowly) {
    char path[64];
    struct xlsx_workbook workbook;
    struct xlsx_refusal why = {.kind = FINDING_COUNT};
    struct buf out = {0};
    int fd = memfd_create("werkboek", MFD_CLOEXEC);
    if (fd < 0 || write(fd, file->data, file->len) != (ssize_t)file->len)
        BUG("memfd");
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    bool good = xlsx_workbook_open(&workbook, path, &why);
    for (size_t i = 0; good && i < workbook.sheets.len; i++)
        good = read_sheet(&workbook, &workbook.sheets.data[i], slowly, &out, &why);
    xlsx_workbook_close(&workbook);
    close(fd);
    if (!good)
        buf_release(&out);
    return out;
}

static void expect_same(const struct buf *a, const struct buf *b) {
    if (a->len != b->len || (a->len > 0 && memcmp(a->data, b->data, a->len) != 0))
        BUG("other cells");
}

static void try_changes(const uint8_t *data, size_t size) {
    struct buf file = make_workbook((struct slice){sound_sheet, sizeof sound_sheet - 1});
    struct buf before = read_workbook(&file, false);
    for (; size >= 3; data += 3, size -= 3)
        file.data[(size_t)(data[0] << 8 | data[1]) % file.len] = (char)data[2];
    struct buf after = read_workbook(&file, false);
    if (after.len > 0)
        expect_same(&before, &after);
    buf_release(&before);
    buf_release(&after);
    buf_release(&file);
}

static void try_file(const uint8_t *data, size_t size) {
    struct buf file = {0};
    buf_add(&file, data, size);
    struct buf cells = read_workbook(&file, false);
    buf_release(&cells);
    buf_release(&file);
}

static void try_sheet(const uint8_t *data, size_t size) {
    struct buf file = make_workbook((struct slice){(const char *)data, size});
    struct buf fast = read_workbook(&file, false);
    struct buf slow = read_workbook(&file, true);
    expect_same(&fast, &slow);
    buf_release(&fast);
    buf_release(&slow);
    buf_release(&file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > 0 && data[0] == 'm')
        try_changes(data + 1, size - 1);
    else if (size > 1 && data[0] == 'z')
        try_file(data + 1, size - 1);
    else if (size > 0)
        try_sheet(data, size);
    return 0;
}
