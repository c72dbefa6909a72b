/*
 * Tables that are the same on many sheets: measures per period, per member of a dimension or per month, and the parts
 * of one measure over the periods.
 *
 * The id of a column is the measure in it: "maat" or "maat/uitsplitsing", with "regio:" before it for the region's.
 * A table without a row with anything in it is not made: NULL.
 */
#ifndef WMO_REPORTS_SHEETS_TABLES_H
#define WMO_REPORTS_SHEETS_TABLES_H

#include "reports/sheets/sheet.h"

struct measure_column {
    const char *maat;
    const char *uitsplitsing;
    bool region; /* the region's, where there is one to compare with; else the column is left out */
};

enum { TABLE_COLUMNS_MAX = 20 };

struct table_spec {
    const char *id; /* its name in Excel */
    enum text caption;
    const struct measure_column *columns;
    size_t count;
    bool short_heads;   /* the caption says which part of each measure it is */
    bool provisional;   /* a period or month of which declarations still come in is marked */
    bool largest_first; /* members by their first measure, those of which it is not shown last */
};

#define TABLE_COLUMNS(list) .columns = (list), .count = sizeof(list) / sizeof(list)[0]

/* One row per period in which any of it is known; `part` is what is split off from the recipient. */
struct sheet_table *table_of_periods(const struct sheet_context *context, const struct table_spec *spec,
                                     struct group part);

/* One row per member with a figure in the period asked for; below it the total over all. */
struct sheet_table *table_of_members(const struct sheet_context *context, const struct table_spec *spec,
                                     enum dimension dimension);

/* One row per month of all periods; the uitsplitsing of the columns is the month. */
struct sheet_table *table_of_months(const struct sheet_context *context, const struct table_spec *spec);

/* The parts of a measure: codes as in its uitsplitsing, and what they are called. */
struct parts {
    const char **codes;
    const char **labels;
    size_t count;
};
struct parts parts_of_list(const struct sheet_context *context, const char *lijst);
struct parts parts_of_klassen(const struct sheet_context *context, const struct klassen *klassen, bool percent);

struct split_spec {
    const char *id;
    const char *caption;
    const char *maat;
    enum text head;   /* of the column with the parts */
    bool shares;      /* of the last period, and of the region's */
    bool leave_empty; /* a part without any figure has no row */
    enum show show;   /* SHOW_COLUMN: as the measure */
};

/* One row per part, one column per period ("2026H1"), and the shares as "aandeel" and "regio:aandeel". */
struct sheet_table *table_of_parts(const struct sheet_context *context, const struct split_spec *spec,
                                   struct parts parts, struct group part);

/*
 * The parts drawn: their shares beside those of the region; of the region itself, and where all shares are withheld,
 * their counts in the last period.
 */
void add_parts_graph(const struct sheet_context *context, enum graph_kind kind, enum graph_size size,
                     const struct split_spec *spec, struct parts parts, struct group part);

/* Is the recipient's own figure shown in any period, so that a graph over the periods is about it? */
bool any_shown(const struct sheet_context *context, const char *maat, const char *uitsplitsing);

/* As any_shown, and not withheld in any. */
bool all_shown(const struct sheet_context *context, const char *maat, const char *uitsplitsing);

/* A note that figures of the last period are provisional, when they are. */
void add_provisional_note(const struct sheet_context *context);

#endif
