/*
 * A small region built by hand, and its figures as the export would write them: what the tests of measures share.
 *
 * Rows are written as named fields, so that a test says only what matters to it:
 *
 *     region_init(&region);
 *     add_indication(&region, "client=jan product=OBG ingang=2024-01-01 stop=2026-03-31");
 *     region_compute(&region, "2026H1", 0);
 *     expect(&region, "overgang", "0405 A1", "opnieuw_langdurig/uitgestroomd", "1");
 *     region_release(&region);
 *
 * The region has gemeenten 0388, 0405 and 0420; aanbieders A1 and A2 (gecontracteerd), A3 and A4 (not), and A5, which
 * hoort_bij A1; the reasons of inputs.md, and 99, which is not in the table; and of each perceel a product of the old
 * and of the new agreement:
 *
 *     BG  OBG uur    NBG minuut, NBU uur          HO  OHO uur      NHO minuut, NHT uur (at most 36 a year)
 *     DB  ODB dagdeel, OVV stuks                  KV  OKV etmaal   NKV etmaal
 *         NDB dagdeel, NVV stuks
 *
 * Its settings are the choices of measures.md. Codes are shorter than real ones: only the loader looks at their form.
 */
#ifndef WMO_TESTS_UNIT_SUPPORT_DATASET_H
#define WMO_TESTS_UNIT_SUPPORT_DATASET_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "etl/dataset.h"
#include "reports/figures.h"
#include "reports/settings.h"

enum { SHOWN_SIZE = 128 };

struct region {
    struct dataset data;
    struct settings settings; /* may be changed before region_compute */
    struct figures figures;   /* after region_compute */
};

void region_init(struct region *region);
void region_release(struct region *region);

/*
 * Fields not named are empty, but: gemeente 0405, aanbieder A1, product NBG, the product's eenheid, volume 60,
 * frequentie week. Others: client* ingang* eind stop reden melding aanvraag besluit start tussenevaluatie. (* needed)
 * Indications are numbered from 1.
 */
void add_indication(struct region *region, const char *fields);

/*
 * begin* eind* bedrag volume tarief eenheid status credit=ja, and either toewijzing=N of an indication, which then
 * gives the defaults of all the rest, or client and, as above, gemeente aanbieder product.
 */
void add_line(struct region *region, const char *fields);

void add_tarief(struct region *region, const char *fields); /* product* tarief* ingang* eind aanbieder eenheid */
void add_registration(struct region *region,
                      const char *fields); /* datum* client or aantal, perceel (BG) gemeente (0405) */
void add_nulmeting(struct region *region, const char *fields);   /* gemeente* perceel* aantal* */
void add_uitfasering(struct region *region, const char *fields); /* gemeente* product* vanaf* */
void add_signaal(struct region *region, const char *fields);     /* datum* aanbieder* soort* status* gemeente */
void add_indicator(struct region *region,
                   const char *fields); /* code* aggregatie* eenheid weegfactor (an earlier one) toets */
void add_statement(struct region *region,
                   const char *fields); /* indicator* waarde* periode* aanbieder* gemeente perceel */

/* Links the lines and computes the figures of a period and those before it; after the last row. */
void region_compute(struct region *region, const char *period, unsigned history);

/*
 * A figure of the last period as the export writes it: "3", "0.250000", a ratio "0.250000 = 1/4", and "-" when there
 * is no row. group: any of gemeente, aanbieder, perceel and product (which brings its perceel), "" for the region.
 */
const char *figure_shown(const struct region *region, const char *maat, const char *group, const char *uitsplitsing,
                         char shown[SHOWN_SIZE]);

#define expect(region, maat, group, uitsplitsing, expected)                                                            \
    do {                                                                                                               \
        char shown_[SHOWN_SIZE];                                                                                       \
        assert_string_equal(figure_shown(region, maat, group, uitsplitsing, shown_), expected);                        \
    } while (0)

/* Distinct clients behind a figure that is there. */
uint32_t figure_clients(const struct region *region, const char *maat, const char *group, const char *uitsplitsing);

/* The number of rows of a measure in the last period. */
size_t figure_rows(const struct region *region, const char *maat);

#endif
