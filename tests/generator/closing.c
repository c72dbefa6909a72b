/* The nulmeting, and what gemeenten count in the voorveld without knowing who.
 * Invariant: by the numbers a gemeente ends where its role says on the path towards the target, whatever
 * the clients did; so each region has some ahead, on course and behind. Called by generate.c. */
#include "tests/generator/closing.h"

static uint32_t nulmeting(uint32_t at_start) {
    return at_start + at_start / 30 + 1;
}

static void write_nulmeting(struct tables *t, const struct region *region, uint32_t gem, enum perceel perceel,
                            uint32_t aantal) {
    struct row row;
    row_start(&row);
    row_code(&row, region->gemeente[gem].code);
    row_code(&row, perceel_code[perceel]);
    row_whole(&row, aantal);
    tables_send(t, T_NULMETING, &row, 0);
}

static void write_count(struct tables *t, const struct region *region, uint32_t gem, enum perceel perceel, day datum,
                        uint32_t aantal) {
    struct row row;
    row_start(&row);
    row_code(&row, region->gemeente[gem].code);
    row_code(&row, perceel_code[perceel]);
    row_date(&row, datum);
    row_empty(&row);
    row_whole(&row, aantal);
    row_text(&row, name_voorziening(gem + perceel));
    tables_send(t, T_VOORVELD, &row, gem);
}

/* Spreads `aantal` over the last days of the quarters from `from`. */
static void write_counts(struct tables *t, const struct region *region, uint32_t gem, enum perceel perceel, day from,
                         uint32_t aantal) {
    uint32_t quarters = 0;
    for (day d = from; d < region->window.end; d = day_add_months(d, 3))
        quarters++;
    for (uint32_t q = 1; q <= quarters; q++) {
        uint32_t part = aantal * q / quarters - aantal * (q - 1) / quarters;
        if (part > 0)
            write_count(t, region, gem, perceel, day_add_months(from, (int)(3 * q)) - 1, part);
    }
}

/* The count that the path starts from: given by the gemeente, or what there was. */
static uint32_t start_of(struct tables *t, const struct tally *tally, uint32_t gem, enum perceel perceel) {
    uint32_t count = tally->voorveld[gem][perceel].at_start;
    if (!tally->region->gemeente[gem].role->nulmeting[perceel])
        return count;
    count = nulmeting(count);
    write_nulmeting(t, tally->region, gem, perceel, count);
    return count;
}

static void write_gemeente(struct tables *t, const struct tally *tally, uint32_t gem) {
    const struct region *region = tally->region;
    const struct window *w = &region->window;
    const struct gemeente_role *role = region->gemeente[gem].role;
    const struct tally_voorveld *count = tally->voorveld[gem];
    int64_t bg = start_of(t, tally, gem, BG), all = bg + start_of(t, tally, gem, DB);
    if (!role->registers)
        return;
    day from = role->late ? half_first(w->last) : w->contract_start;
    int64_t days = day_min(w->end, w->target) - w->contract_start, path = w->target - w->contract_start;
    int64_t missing = (all * role->shift * days / path + 500) / 1000 - count[BG].shifted - count[DB].shifted;
    if (missing <= 0)
        return;
    uint32_t part = (uint32_t)((missing * bg + all - 1) / all);
    write_counts(t, region, gem, BG, from, part);
    write_counts(t, region, gem, DB, from, (uint32_t)missing - part);
}

void closing_write_voorveld(struct tables *t, const struct tally *tally) {
    for (uint32_t gem = 0; gem < tally->region->gemeenten; gem++)
        write_gemeente(t, tally, gem);
}
