/*
 * The counts that an `openbaar` run would publish, as one dense table: what somebody who has all of it can know of
 * each.
 *
 * A series is one kind of count: a measure and uitsplitsing, or the teller or noemer of a ratio.  A cell is a series in
 * one period, of one place (the region or a gemeente) and one part (all, a perceel or a product).
 */
#ifndef WMO_REPORTS_OPENBAAR_CELLS_H
#define WMO_REPORTS_OPENBAAR_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/vec.h"
#include "reports/figures.h"
#include "reports/openbaar_rules.h"

#define CELL_UNBOUNDED (INT64_MAX / 4)
#define SERIES_NONE SIZE_MAX
#define CELL_NONE SIZE_MAX

enum { NUMBER_WAARDE, NUMBER_TELLER, NUMBER_NOEMER, NUMBERS }; /* as in figure.number */

struct series {
    size_t measure;
    uint16_t uitsplitsing;
    uint8_t number;
    bool is_signed; /* may be below 0 */
};

/* What a place is split in: all, a perceel or a product, as in struct group. */
struct part {
    uint8_t perceel;
    uint16_t product;
};

struct cells {
    const struct openbaar_rules *rules;
    const struct figures *figures; /* exact, of the region and its gemeenten only */
    VEC(struct series) series;     /* by measure, then in byte order of uitsplitsing, then number */
    size_t *series_at;             /* by measure, uitsplitsing and number: see cells_series */
    struct part *part;             /* in the order of the export */
    size_t *part_of_perceel;       /* by struct group */
    size_t *part_of_product;
    size_t parts;
    size_t places; /* the gemeenten + 1; place 0 is the region */
    size_t count;
    int64_t *truth;
    int64_t *low; /* what can be known: low ≤ truth ≤ high */
    int64_t *high;
    bool *left_out; /* nothing is published of it, not even that it is 0 */
    bool *open;     /* published exactly: no one's secret */
};

void cells_init(struct cells *cells, const struct openbaar_rules *rules);
void cells_release(struct cells *cells);

/* SERIES_NONE when no figure has it. */
size_t cells_series(const struct cells *cells, size_t measure, uint32_t uitsplitsing, unsigned number);

struct cell_place {
    size_t period;
    size_t series;
    size_t place;
    size_t part;
};

size_t cells_index(const struct cells *cells, struct cell_place at);

/* The first cell of a series, and how far behind it the cell of a group stands. */
size_t cells_first(const struct cells *cells, size_t period, size_t series);
size_t cells_spot(const struct cells *cells, const struct group *group);
struct group cells_group(const struct cells *cells, size_t spot);

struct cell_place cells_place(const struct cells *cells, size_t cell);
/* The cell of a number of a figure; CELL_NONE when that is no count. */
size_t cells_of_figure(const struct cells *cells, size_t period, size_t measure, const struct figure *figure,
                       unsigned number);

/* Is it 0 in the whole region?  Then it may be so by its nature (an old contract on a new product), as anybody knows.
 */
bool cells_is_void(const struct cells *cells, size_t cell);

#endif
