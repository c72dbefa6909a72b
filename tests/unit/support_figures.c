/*
 * Computes the figures of a region built by hand and shows them as the export writes them.  Used by the tests of
 * measures only.
 */
#include <stdio.h>
#include <string.h>

#include "etl/link.h"
#include "reports/measures/engine.h"
#include "reports/measures/registry.h"
#include "tests/unit/support_dataset.h"

enum { MILLION = 1000000 };

void region_compute(struct region *region, const char *period_name, unsigned history) {
    struct period period;
    if (!period_parse(period_name, &period))
        fail_msg("no period '%s'", period_name);
    dataset_link(&region->data, 1);
    figures_compute(&region->figures, &region->data, &region->settings, &period, history, 1);
}

/* Fills the dimension that a code belongs to. */
static void set_dimension(const struct dataset *data, const char *code, struct group *group) {
    for (uint16_t g = 0; g < data->gemeenten.len; g++)
        if (strcmp(data->gemeenten.data[g].code, code) == 0)
            group->gemeente = (uint16_t)(g + 1);
    for (uint16_t a = 0; a < data->aanbieders.len; a++)
        if (strcmp(data->aanbieders.data[a].code, code) == 0)
            group->organisatie = (uint16_t)(a + 1);
    for (uint16_t p = 0; p < data->producten.len; p++) {
        if (strcmp(data->producten.data[p].code, code) == 0) {
            group->product = (uint16_t)(p + 1);
            group->perceel = (uint8_t)(data->producten.data[p].perceel + 1);
        }
    }
    for (enum perceel p = 0; p < PERCEEL_COUNT; p++)
        if (strcmp(perceel_code(p), code) == 0)
            group->perceel = (uint8_t)(p + 1);
}

static struct group group_of(const struct dataset *data, const char *text) {
    struct group group = {0};
    char codes[64];
    char *rest = NULL;
    snprintf(codes, sizeof codes, "%s", text);
    for (char *code = strtok_r(codes, " ", &rest); code; code = strtok_r(NULL, " ", &rest)) {
        struct group before = group;
        set_dimension(data, code, &group);
        if (group_compare(&before, &group) == 0)
            fail_msg("unknown code '%s'", code);
    }
    return group;
}

static void put_number(struct buf *out, const struct figure *figure, int which, exact_t micros) {
    if (figure->whole >> which & 1U)
        buf_put_int(out, (int64_t)(micros / MILLION));
    else
        exact_put_micros(out, micros);
}

static const struct figure *find(const struct region *region, const char *maat, const char *group,
                                 const char *uitsplitsing) {
    return figures_find(&region->figures, region->figures.periods - 1, maat, group_of(&region->data, group),
                        uitsplitsing);
}

const char *figure_shown(const struct region *region, const char *maat, const char *group, const char *uitsplitsing,
                         char shown[SHOWN_SIZE]) {
    struct buf out = {0};
    const struct figure *figure = find(region, maat, group, uitsplitsing);
    if (!figure) {
        buf_puts(&out, "-");
    } else {
        put_number(&out, figure, 0, figure_waarde(figure));
        if (figure->ratio) {
            buf_puts(&out, " = ");
            put_number(&out, figure, 1, figure_teller(figure));
            buf_puts(&out, "/");
            put_number(&out, figure, 2, figure_noemer(figure));
        }
    }
    snprintf(shown, SHOWN_SIZE, "%s", out.data);
    buf_release(&out);
    return shown;
}

uint32_t figure_clients(const struct region *region, const char *maat, const char *group, const char *uitsplitsing) {
    const struct figure *figure = find(region, maat, group, uitsplitsing);
    if (!figure) {
        fail_msg("no figure of %s for '%s'", maat, group);
        return 0;
    }
    return figure->clients;
}

size_t figure_rows(const struct region *region, const char *maat) {
    return region->figures.period[region->figures.periods - 1].measure[measure_find(maat)].count;
}
