/*
 * The cells of a record with quotes in it, by libcsv.
 */
#ifndef WMO_ETL_CSV_QUOTED_H
#define WMO_ETL_CSV_QUOTED_H

#include "etl/base/buf.h"

struct quoted_splitter;

struct quoted_splitter *quoted_splitter_open(void);
void quoted_splitter_close(struct quoted_splitter *splitter);

/*
 * Gives the cells of one record, whose quotes are known to be sound (record_scan), without its line end.  `cell` gets
 * each in turn; the bytes live until the call for the next one.
 */
void quoted_split(struct quoted_splitter *splitter, struct slice record, char separator,
                  void (*cell)(void *context, struct slice text), void *context);

#endif
