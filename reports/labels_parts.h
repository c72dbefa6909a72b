/*
 * The inside of labels.h, for its own files only.
 */
#ifndef WMO_REPORTS_LABELS_PARTS_H
#define WMO_REPORTS_LABELS_PARTS_H

#include "etl/base/vec.h"
#include "reports/labels.h"
#include "reports/measures/registry.h"

/* Lines are those of the file that is being read, 0 as long as it has not given the row. */
struct code {
    struct code_label label;
    unsigned long line;
};

struct labels {
    struct arena arena;
    struct maat_label maat[MEASURES_MAX]; /* by index in the registry */
    unsigned long maat_line[MEASURES_MAX];
    VEC(struct code) codes;
    const char *text[TEXT_COUNT];
    unsigned long text_line[TEXT_COUNT];
};

/* Notes the line of a row; a mistake when the file had the row before. */
bool labels_once(unsigned long *line, const struct template_row *row, size_t column, struct error *err);

/* teksten.csv */
enum { TEXT_COLUMNS = 2 };
extern const struct template_column text_columns[TEXT_COLUMNS];
bool labels_read_text(void *context, const struct template_row *row, struct error *err);
bool labels_check_texts(const struct labels *labels, struct error *err);

#endif
