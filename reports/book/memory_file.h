/*
 * A stream over bytes in memory, for a library that wants a temporary file.
 */
#ifndef WMO_REPORTS_BOOK_MEMORY_FILE_H
#define WMO_REPORTS_BOOK_MEMORY_FILE_H

#include <stdio.h>

/*
 * An empty file to write and to read back, which grows at its end wherever it was read; closed with fclose(), which
 * frees it.  NULL when there is no memory for it; without memory for what is written the process ends, as mem.h says.
 */
FILE *memory_file_open(void);

#endif
