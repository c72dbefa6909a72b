/*
 * Texts of a workbook: the shared ones, kept close together, and what stands in an item of text, plain or with markup.
 */
#ifndef WMO_ETL_XLSX_STRINGS_H
#define WMO_ETL_XLSX_STRINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/buf.h"
#include "etl/base/vec.h"
#include "etl/xlsx_path.h"
#include "etl/xml_reader.h"

struct xlsx_strings {
    struct buf text;
    VEC(uint32_t) ends; /* of each text */
};

void xlsx_strings_release(struct xlsx_strings *strings);

/* False when there is no text with this number; borrowed until the strings are released. */
bool xlsx_strings_get(const struct xlsx_strings *strings, uint32_t number, struct slice *text);

/* Reads the part of shared strings into `strings`; everything is borrowed. */
struct xlsx_strings_reader {
    struct xlsx_strings *strings;
    struct xml_reader *xml;
    struct xlsx_path path;
};

struct xml_handlers xlsx_strings_handlers(struct xlsx_strings_reader *reader, struct xlsx_strings *strings,
                                          struct xml_reader *xml);

/* Undoes, from `begin` on, how a workbook writes what XML cannot hold: _x000D_ is a carriage return. */
void xlsx_unescape(struct buf *text, size_t begin);

#endif
