/*
 * A workbook as a package of parts that refer to each other: finds parts, follows relations, gives the bytes of a part.
 *
 * Invariant: what is given of a part is only to be believed when its end was reached, where its sum was right.
 */
#ifndef WMO_ETL_XLSX_PACKAGE_H
#define WMO_ETL_XLSX_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "etl/base/arena.h"
#include "etl/base/vec.h"
#include "etl/findings.h"
#include "etl/xml_reader.h"

/* Why a workbook is refused: a finding on the file, and the reason that it names. */
struct xlsx_refusal {
    enum finding_kind kind;
    char reason[300];
    char sheet[128]; /* of FINDING_SHEET_DAMAGED: its name, as the user gave it */
};

/* Refuses as damaged; returns false, so that callers can `return xlsx_refuse(…)`.  A longer reason is cut. */
bool xlsx_refuse(struct xlsx_refusal *why, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Adds the finding on source `number`. */
void xlsx_refusal_report(const struct xlsx_refusal *why, uint32_t number, struct findings *findings);

struct xlsx_package;

/* Closed by xlsx_package_close; NULL when it is no workbook. */
struct xlsx_package *xlsx_package_open(const char *file, struct xlsx_refusal *why);
void xlsx_package_close(struct xlsx_package *package);

/* Begins to read a part; one at a time.  False when it is missing. */
bool xlsx_package_begin(struct xlsx_package *package, const char *part, struct xlsx_refusal *why);

/* The next bytes of it; `got` is 0 at the end. */
bool xlsx_package_read(struct xlsx_package *package, char *bytes, size_t len, size_t *got, struct xlsx_refusal *why);

/* Reads the whole of a part as XML with the package's reader. */
bool xlsx_package_parse(struct xlsx_package *package, const char *part, const struct xml_handlers *handlers,
                        struct xlsx_refusal *why);

/* The reader of XML for the parts of this package. */
struct xml_reader *xlsx_package_xml(struct xlsx_package *package);

/* Refuses for the verdict of that reader on a part. */
bool xlsx_refuse_xml(const struct xlsx_package *package, const char *part, struct xlsx_refusal *why);

struct xlsx_relation {
    const char *id;
    const char *type;
    const char *part; /* that it leads to, as a name in the package; NULL when it leads outside */
};

/* Growing list, freed with VEC_FREE(relations.list); its texts live as long as the package. */
struct xlsx_relations {
    VEC(struct xlsx_relation) list;
};

/* Reads the relations of a part, of the package itself when `part` is "". */
bool xlsx_package_relations(struct xlsx_package *package, const char *part, struct xlsx_relations *relations,
                            struct xlsx_refusal *why);

#endif
