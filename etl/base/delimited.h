/*
 * Fields of the .csv files that we write: quoted where needed, and never a formula for who opens them in a
 * spreadsheet (outputs.md, "A cell's text never becomes a formula").
 */
#ifndef WMO_ETL_BASE_DELIMITED_H
#define WMO_ETL_BASE_DELIMITED_H

#include "etl/base/buf.h"

/*
 * Appends a field of a file with separator `;`.  A field that begins with = + - @ tab or CR gets a leading apostrophe
 * unless it is a number; control characters other than line breaks become spaces.
 */
void delimited_put(struct buf *out, struct slice field);

#endif
