/*
 * What must hold whatever the data: parts add up to totals, the burn-down never rises, and neither the order of rows
 * nor the number of threads changes a figure.  Over generated regions; a failure names its seed.
 */
#include "tests/unit/support_dataset.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "etl/link.h"
#include "reports/measures/engine.h"
#include "reports/measures/registry.h"

enum { SEEDS = 40, INDICATIONS = 160, LINES = 240, REGISTRATIONS = 60, CLIENTS = 50, HISTORY = 3, MILLION = 1000000 };

/* ---- regions of a seed ---------------------------------------------------------------------------------------- */

static uint32_t draw(uint64_t *state, uint32_t below) {
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33) % below;
}

#define PICK(state, list) ((list)[draw(state, sizeof(list) / sizeof *(list))])

static const char *const gemeenten[] = {"0388", "0405", "0420"};
static const char *const aanbieders[] = {"A1", "A2", "A3", "A4", "A5"};
static const char *const producten[] = {"NBG", "NBU", "NDB", "NHO", "NHT", "NKV", "NVV",
                                        "OBG", "OBG", "ODB", "ODB", "OHO", "OVV"};
static const char *const frequenties[] = {"dag", "week", "vier_weken", "maand", "jaar", "totaal"};
static const char *const redenen[] = {"02", "19", "20", "21", "31", "99"};

/* A day of 2024 … 2027. */
static const char *draw_day(uint64_t *state, char text[DATE_TEXT_SIZE]) {
    return date_text(date_from_civil(2024, 1, 1) + (date_t)draw(state, 4 * 365), text);
}

/* Adds " name=day" to the fields, in `of_ten` of ten cases. */
static void maybe_day(uint64_t *state, char *fields, const char *name, uint32_t of_ten) {
    char day[DATE_TEXT_SIZE];
    size_t len = strlen(fields);
    if (draw(state, 10) < of_ten)
        snprintf(fields + len, 512 - len, " %s=%s", name, draw_day(state, day));
}

static void draw_indication(struct region *region, uint64_t *state) {
    char fields[512];
    char day[DATE_TEXT_SIZE];
    date_t begin = date_from_civil(2024, 1, 1) + (date_t)draw(state, 4 * 365);
    snprintf(fields, sizeof fields,
             "client=c%" PRIu32 " gemeente=%s aanbieder=%s product=%s frequentie=%s volume=%" PRIu32
             " reden=%s ingang=%s",
             draw(state, CLIENTS), PICK(state, gemeenten), PICK(state, aanbieders), PICK(state, producten),
             PICK(state, frequenties), draw(state, 200), PICK(state, redenen), date_text(begin, day));
    maybe_day(state, fields, "stop", 4);
    maybe_day(state, fields, "start", 5);
    maybe_day(state, fields, "besluit", 7);
    maybe_day(state, fields, "aanvraag", 5);
    maybe_day(state, fields, "melding", 5);
    maybe_day(state, fields, "tussenevaluatie", 2);
    size_t len = strlen(fields);
    if (draw(state, 3) > 0)
        snprintf(fields + len, sizeof fields - len, " eind=%s", date_text(begin + (date_t)draw(state, 900), day));
    add_indication(region, fields);
}

static void draw_line(struct region *region, uint64_t *state) {
    char fields[512];
    char first[DATE_TEXT_SIZE];
    char last[DATE_TEXT_SIZE];
    date_t begin = date_from_civil(2025, 1, 1) + (date_t)draw(state, 900);
    snprintf(fields, sizeof fields,
             "toewijzing=%" PRIu32 " begin=%s eind=%s bedrag=%" PRIu32 ".%02" PRIu32 " volume=%" PRIu32 "%s%s",
             1 + draw(state, INDICATIONS), date_text(begin, first), date_text(begin + (date_t)draw(state, 40), last),
             draw(state, 500), draw(state, 100), draw(state, 300), draw(state, 10) ? "" : " credit=ja",
             draw(state, 10) ? "" : " status=afgekeurd");
    add_line(region, fields);
}

static void draw_registration(struct region *region, uint64_t *state) {
    char fields[512];
    char day[DATE_TEXT_SIZE];
    char who[32];
    if (draw(state, 5) == 0)
        snprintf(who, sizeof who, "aantal=%" PRIu32, draw(state, 4));
    else
        snprintf(who, sizeof who, "client=c%" PRIu32, draw(state, CLIENTS));
    snprintf(fields, sizeof fields, "%s datum=%s gemeente=%s perceel=%s", who, draw_day(state, day),
             PICK(state, gemeenten), draw(state, 2) ? "BG" : "DB");
    add_registration(region, fields);
}

static void draw_region(struct region *region, uint64_t seed) {
    uint64_t state = seed;
    region_init(region);
    for (int n = 0; n < INDICATIONS; n++)
        draw_indication(region, &state);
    for (int n = 0; n < LINES; n++)
        draw_line(region, &state);
    for (int n = 0; n < REGISTRATIONS; n++)
        draw_registration(region, &state);
    add_nulmeting(region, "gemeente=0388 perceel=BG aantal=12");
    add_uitfasering(region, "gemeente=0405 product=OBG vanaf=2026-02-01");
    add_tarief(region, "product=NBG tarief=60.00 ingang=2024-01-01 eenheid=uur");
    add_tarief(region, "product=OBG tarief=55.50 ingang=2024-01-01");
    add_indicator(region, "code=clienten aggregatie=som toets=clienten_periode");
    add_statement(region, "aanbieder=A1 periode=2026H1 indicator=clienten waarde=10");
}

/* ---- sums of figures ------------------------------------------------------------------------------------------ */

static const struct measure_figures *figures_of(const struct region *region, const char *maat) {
    return &region->figures.period[region->figures.periods - 1].measure[measure_find(maat)];
}

/* Sum of a count over the rows of a group whose uitsplitsing begins with `prefix`, in millionths. */
static exact_t total(const struct region *region, const char *maat, struct group group, const char *prefix) {
    struct figure_range range = figures_of_group(&region->figures, region->figures.periods - 1, maat, group);
    exact_t sum = 0;
    for (size_t n = 0; n < range.count; n++)
        if (strncmp(figure_uitsplitsing(&region->figures, &range.first[n]), prefix, strlen(prefix)) == 0)
            sum += figure_waarde(&range.first[n]);
    return sum;
}

static void check_equal(uint64_t seed, const char *what, exact_t a, exact_t b) {
    if (a != b)
        fail_msg("seed %" PRIu64 ", %s: %" PRId64 " and %" PRId64, seed, what, (int64_t)a, (int64_t)b);
}

/* The parts of one measure add up to another, in every group that either has. */
static void check_parts(const struct region *region, uint64_t seed, const char *part, const char *whole,
                        const char *prefix) {
    const char *const both[] = {part, whole};
    for (size_t m = 0; m < 2; m++) {
        const struct measure_figures *list = figures_of(region, both[m]);
        for (size_t n = 0; n < list->count; n++) {
            struct group group = list->figure[n].group;
            check_equal(seed, part, total(region, part, group, ""), total(region, whole, group, prefix));
        }
    }
}

/* ---- invariants ----------------------------------------------------------------------------------------------- */

static void check_clients(const struct region *region, uint64_t seed) {
    const struct measure_figures *list = figures_of(region, "clienten_periode");
    for (size_t n = 0; n < list->count; n++) {
        struct group g = list->figure[n].group;
        check_equal(seed, "begin + instroom - uitstroom = eind",
                    total(region, "clienten_begin", g, "") + total(region, "instroom", g, "") -
                        total(region, "uitstroom", g, ""),
                    total(region, "clienten_eind", g, ""));
    }
}

static void check_overgang(const struct region *region, uint64_t seed) {
    static const char *const routes[] = {"opnieuw_aflopend", "opnieuw_langdurig", "niet_opnieuw_aflopend",
                                         "niet_opnieuw_langdurig"};
    const struct measure_figures *list = figures_of(region, "overgang_begin");
    assert_true(list->count > 0);
    for (size_t n = 0; n < list->count; n++) {
        struct group group = list->figure[n].group;
        for (size_t r = 0; r < sizeof routes / sizeof *routes; r++)
            check_equal(seed, "statuses of a route", total(region, "overgang", group, routes[r]),
                        total(region, "overgang_begin", group, routes[r]));
        struct figure_range months =
            figures_of_group(&region->figures, region->figures.periods - 1, "overgang_maand", group);
        check_equal(seed, "first month", figure_waarde(&months.first[0]), total(region, "overgang_begin", group, ""));
        for (size_t m = 1; m < months.count; m++)
            if (figure_waarde(&months.first[m]) > figure_waarde(&months.first[m - 1]))
                fail_msg("seed %" PRIu64 ": the burn-down rises", seed);
    }
}

/* Distinct (gemeente, client, perceel) with a registration in [d0, p], counted by comparing all with all. */
static int64_t count_registered(const struct region *region, date_t p) {
    date_t zero = region->settings.nulmeting_op;
    int64_t pairs = 0;
    for (size_t n = 0; n < region->data.voorveld.len; n++) {
        const struct registration *a = &region->data.voorveld.data[n];
        bool first = a->client != CLIENT_NONE && a->datum >= zero && a->datum <= p;
        for (size_t m = 0; m < n && first; m++) {
            const struct registration *b = &region->data.voorveld.data[m];
            if (b->client == a->client && b->gemeente == a->gemeente && b->perceel == a->perceel && b->datum >= zero &&
                b->datum <= p)
                first = false;
        }
        pairs += first;
    }
    return pairs;
}

static void check_voorveld(const struct region *region, uint64_t seed) {
    date_t p = region->figures.period[region->figures.periods - 1].period.end;
    struct group all = {0};
    check_equal(seed, "classes of registrations",
                total(region, "voorveld_registratie", all, "") -
                    total(region, "voorveld_registratie", all, "ongeverifieerd"),
                (exact_t)count_registered(region, p) * MILLION);
}

/* Counts of indications, lines and pairs add up over gemeenten; those of indications and lines over aanbieders too. */
static void check_additive(const struct region *region, uint64_t seed) {
    static const char *const additive[] = {
        "indicaties_eind",    "beeindigd",          "benutting_klasse",     "budget",
        "declaratieregels",   "overgang",           "overgang_begin",       "overgang_maand",
        "overgang_evaluatie", "overgang_handmatig", "oud_na_start",         "omvang_klasse",
        "voorveld_actief",    "voorveld_nulmeting", "voorveld_registratie",
    };
    for (size_t m = 0; m < sizeof additive / sizeof *additive; m++) {
        const struct measure_figures *list = figures_of(region, additive[m]);
        for (size_t n = 0; n < list->count; n++) {
            struct group group = list->figure[n].group;
            if (group.gemeente != GROUP_ALL || group.organisatie != GROUP_ALL)
                continue;
            const char *uits = figure_uitsplitsing(&region->figures, &list->figure[n]);
            exact_t over_gemeenten = 0;
            exact_t over_aanbieders = 0;
            for (uint16_t g = 1; g <= region->data.gemeenten.len; g++) {
                group.gemeente = g;
                const struct figure *part =
                    figures_find(&region->figures, region->figures.periods - 1, additive[m], group, uits);
                over_gemeenten += part ? figure_waarde(part) : 0;
            }
            group.gemeente = GROUP_ALL;
            for (uint16_t o = 1; o <= region->data.aanbieders.len; o++) {
                group.organisatie = o;
                const struct figure *part =
                    figures_find(&region->figures, region->figures.periods - 1, additive[m], group, uits);
                over_aanbieders += part ? figure_waarde(part) : 0;
            }
            check_equal(seed, additive[m], over_gemeenten, figure_waarde(&list->figure[n]));
            if (strncmp(additive[m], "voorveld", 8) != 0)
                check_equal(seed, additive[m], over_aanbieders, figure_waarde(&list->figure[n]));
        }
    }
}

static void parts_add_up(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct region region;
        draw_region(&region, seed);
        region_compute(&region, "2026H1", 0);
        check_clients(&region, seed);
        check_overgang(&region, seed);
        check_voorveld(&region, seed);
        check_additive(&region, seed);
        check_parts(&region, seed, "budget", "indicaties_eind", "");
        region_release(&region);
    }
}

/* Every indication with a size has one class, but those of KV. */
static void classes_add_up(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct region region;
        draw_region(&region, seed);
        region_compute(&region, "2026H1", 0);
        const struct measure_figures *list = figures_of(&region, "omvang");
        for (size_t n = 0; n < list->count; n++) {
            struct group group = list->figure[n].group;
            check_equal(seed, "omvang_klasse", total(&region, "omvang_klasse", group, ""),
                        group.perceel == PERCEEL_KV + 1 ? 0 : total(&region, "omvang", group, "aantal"));
        }
        region_release(&region);
    }
}

/* ---- the same figures ----------------------------------------------------------------------------------------- */

static void check_same(uint64_t seed, const struct figures *a, const struct figures *b) {
    for (size_t k = 0; k < a->periods; k++) {
        for (size_t m = 0; m < measure_count; m++) {
            const struct measure_figures *x = &a->period[k].measure[m];
            const struct measure_figures *y = &b->period[k].measure[m];
            bool same = x->count == y->count;
            for (size_t n = 0; same && n < x->count; n++)
                same = group_compare(&x->figure[n].group, &y->figure[n].group) == 0 &&
                       strcmp(figure_uitsplitsing(a, &x->figure[n]), figure_uitsplitsing(b, &y->figure[n])) == 0 &&
                       memcmp(x->figure[n].number, y->figure[n].number, sizeof x->figure[n].number) == 0 &&
                       x->figure[n].clients == y->figure[n].clients;
            if (!same)
                fail_msg("seed %" PRIu64 ": %s differs", seed, measures[m].code);
        }
    }
}

static void threads_change_nothing(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS / 4; seed++) {
        struct region region;
        struct figures figures;
        draw_region(&region, seed);
        region_compute(&region, "2026H1", HISTORY);
        const struct period *period = &region.figures.period[region.figures.periods - 1].period;
        figures_compute(&figures, &region.data, &region.settings, period, HISTORY, 5);
        check_same(seed, &region.figures, &figures);
        figures_release(&figures);
        region_release(&region);
    }
}

static void reverse(void *records, size_t len, size_t size) {
    char kept[sizeof(struct indication) + sizeof(struct declaration)];
    char *first = records;
    for (size_t n = 0; n < len / 2; n++) {
        char *a = first + n * size;
        char *b = first + (len - 1 - n) * size;
        memcpy(kept, a, size);
        memcpy(a, b, size);
        memcpy(b, kept, size);
    }
}

#define REVERSE(list) reverse((list).data, (list).len, sizeof *(list).data)

static void the_order_of_rows_changes_nothing(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS / 4; seed++) {
        struct region region;
        struct region reversed;
        draw_region(&region, seed);
        region_compute(&region, "2026H1", HISTORY);
        draw_region(&reversed, seed);
        REVERSE(reversed.data.indications);
        REVERSE(reversed.data.declarations);
        REVERSE(reversed.data.voorveld);
        for (size_t n = 0; n < reversed.data.declarations.len; n++)
            reversed.data.declarations.data[n].indication =
                INDICATIONS - 1 - reversed.data.declarations.data[n].indication;
        region_compute(&reversed, "2026H1", HISTORY);
        check_same(seed, &region.figures, &reversed.figures);
        region_release(&region);
        region_release(&reversed);
    }
}

/* ---- clients in several places -------------------------------------------------------------------------------- */

static bool in_group(const struct dataset *data, const struct indication *i, const struct group *group) {
    return (group->organisatie == GROUP_ALL || group->organisatie == i->organisatie + 1) &&
           (group->gemeente == GROUP_ALL || group->gemeente == i->gemeente + 1) &&
           (group->perceel == GROUP_ALL || group->perceel == data->producten.data[i->product].perceel + 1) &&
           (group->product == GROUP_ALL || group->product == i->product + 1);
}

static bool is_active(const struct indication *i, date_t day) {
    return i->ingangsdatum <= day && day <= i->effective_end;
}

/* The days of a line from `first` up to the peildatum, as a share of all its days, times its signed volume. */
static double volume_until(const struct declaration *line, date_t first, date_t last) {
    date_t from = line->periode_begin > first ? line->periode_begin : first;
    date_t to = line->periode_eind < last ? line->periode_eind : last;
    double days = to < from ? 0 : to - from + 1;
    double volume = (double)line->volume * days / (line->periode_eind - line->periode_begin + 1);
    return line->credit ? -volume : volume;
}

/* What is declared for a client in the calendar year of the period, in thousandths. */
static double year_volume(const struct region *region, const struct group *group, uint32_t client) {
    const struct dataset *data = &region->data;
    const struct period *period = &region->figures.period[region->figures.periods - 1].period;
    double sum = 0;
    for (size_t n = 0; n < data->declarations.len; n++) {
        const struct declaration *line = &data->declarations.data[n];
        if (line->indication != INDICATION_NONE && line->client == client &&
            in_group(data, &data->indications.data[line->indication], group))
            sum += volume_until(line, date_from_civil(period->year, 1, 1), period->end);
    }
    return sum;
}

/* Clients of a group one by one, by the definitions of measures.md 3 and 5. */
struct head_count {
    int64_t begin;
    int64_t end;
    int64_t in;
    int64_t out;
    int64_t over;
};

static void count_client(const struct region *region, const struct group *group, uint32_t client,
                         struct head_count *heads) {
    const struct dataset *data = &region->data;
    const struct period *period = &region->figures.period[region->figures.periods - 1].period;
    bool begin = false;
    bool end = false;
    for (size_t n = 0; n < data->indications.len; n++) {
        const struct indication *i = &data->indications.data[n];
        if (i->client != client || !in_group(data, i, group))
            continue;
        begin |= is_active(i, period->begin - 1);
        end |= is_active(i, period->end);
    }
    heads->begin += begin;
    heads->end += end;
    heads->in += end && !begin;
    heads->out += begin && !end;
    if (group->product != GROUP_ALL && data->producten.data[group->product - 1].maximum_per_jaar != AMOUNT_NONE)
        heads->over += year_volume(region, group, client) >
                       (double)data->producten.data[group->product - 1].maximum_per_jaar + 1e-6;
}

static void check_heads(uint64_t seed, const struct region *region, const struct group *group) {
    struct head_count heads = {0};
    for (uint32_t client = 0; client < region->data.clients.count; client++)
        count_client(region, group, client, &heads);
    const struct {
        const char *maat;
        int64_t count;
    } expected[] = {{"clienten_begin", heads.begin},
                    {"clienten_eind", heads.end},
                    {"instroom", heads.in},
                    {"uitstroom", heads.out},
                    {"jaarmaximum", heads.over}};
    for (size_t e = 0; e < sizeof expected / sizeof *expected; e++)
        if (total(region, expected[e].maat, *group, "") != (exact_t)expected[e].count * MILLION)
            fail_msg("seed %" PRIu64 ": %s of group %d/%d/%d/%d is not %" PRId64, seed, expected[e].maat,
                     group->organisatie, group->gemeente, group->perceel, group->product, expected[e].count);
}

static void a_client_counts_once_in_every_group(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct region region;
        draw_region(&region, seed);
        region_compute(&region, "2026H1", 0);
        const struct dataset *data = &region.data;
        for (uint16_t o = 0; o <= data->aanbieders.len; o++)
            for (uint16_t g = 0; g <= data->gemeenten.len; g++) {
                for (uint8_t p = 0; p <= PERCEEL_COUNT; p++)
                    check_heads(seed, &region, &(struct group){.organisatie = o, .gemeente = g, .perceel = p});
                for (uint16_t p = 0; p < data->producten.len; p++)
                    check_heads(seed, &region,
                                &(struct group){.organisatie = o,
                                                .gemeente = g,
                                                .perceel = (uint8_t)(data->producten.data[p].perceel + 1),
                                                .product = (uint16_t)(p + 1)});
            }
        region_release(&region);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_client_counts_once_in_every_group),
        cmocka_unit_test(parts_add_up),
        cmocka_unit_test(classes_add_up),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(the_order_of_rows_changes_nothing),
    };
    return cmocka_run_group_tests_name("invariants", tests, NULL, NULL);
}
