/*
 * Reads tables from workbooks, piece by piece: a plain sheet with the columns of its table, the first one of the
 * workbook (inputs.md, `<tabel>.xlsx`), or a form that came back (xlsx_form.h).
 */
#ifndef WMO_ETL_XLSX_SOURCE_H
#define WMO_ETL_XLSX_SOURCE_H

#include "etl/xlsx_piece.h"

/* What it takes to read workbooks, one after the other. */
struct xlsx_source;

struct xlsx_source *xlsx_source_new(void);
void xlsx_source_free(struct xlsx_source *source);

/* Begins a workbook: source `number`, of kind SOURCE_XLSX.  What is wrong with it comes with the first piece. */
void xlsx_source_begin(struct xlsx_source *source, const struct load *load, uint32_t number);

/* The next rows; what is found in the header goes to `findings`. */
void xlsx_source_next(struct xlsx_source *source, struct xlsx_piece *piece, struct findings *findings);

/* Is a workbook under way? */
bool xlsx_source_is_open(const struct xlsx_source *source);
void xlsx_source_close(struct xlsx_source *source);

#endif
