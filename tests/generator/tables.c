/* Opens the tables of inputs.md and writes the small ones.
 * Invariant: the columns stand in the order of inputs.md, all of them (tarieven without eenheid).
 * Called by generate.c. */
#include "tests/generator/tables.h"

enum part_kind { WHOLE, PER_GEMEENTE, PER_AANBIEDER };

static const struct {
    const char *name, *header;
    enum part_kind split;
} table_of[TABLES] = {
    [T_GEMEENTEN] = {"gemeenten", "gemeentecode;naam", WHOLE},
    [T_AANBIEDERS] = {"aanbieders", "aanbiedercode;naam;gecontracteerd;contractmanager;hoort_bij", WHOLE},
    [T_PRODUCTEN] = {"producten", "productcode;naam;perceel;eenheid;contract;maximum_per_jaar", WHOLE},
    [T_TARIEVEN] = {"tarieven", "productcode;aanbiedercode;ingangsdatum;einddatum;tarief", WHOLE},
    [T_INDICATIES] = {"indicaties",
                      "gemeentecode;toewijzingnummer;client;aanbiedercode;productcode;volume;eenheid;frequentie;"
                      "ingangsdatum;einddatum;meldingsdatum;aanvraagdatum;besluitdatum;startdatum_zorg;stopdatum;"
                      "reden_beeindiging;tussenevaluatie;bijgewerkt_op",
                      PER_GEMEENTE},
    [T_DECLARATIES] = {"declaraties",
                       "aanbiedercode;gemeentecode;declaratienummer;regelnummer;client;toewijzingnummer;productcode;"
                       "periode_begin;periode_eind;volume;eenheid;tarief;bedrag;debetcredit;vorig_regelnummer;status",
                       PER_AANBIEDER},
    [T_MANAGEMENTINFORMATIE] = {"managementinformatie", "aanbiedercode;periode;gemeentecode;perceel;indicator;waarde",
                                PER_AANBIEDER},
    [T_INDICATOREN] = {"indicatoren",
                       "code;omschrijving;eenheid;aggregatie;weegfactor;richting;minimum;maximum;verplicht;toets",
                       WHOLE},
    [T_VOORVELD] = {"voorveld", "gemeentecode;perceel;datum;client;aantal;voorziening", PER_GEMEENTE},
    [T_NULMETING] = {"nulmeting", "gemeentecode;perceel;aantal", WHOLE},
    [T_UITFASERING] = {"uitfasering", "gemeentecode;productcode;vanaf", WHOLE},
    [T_SIGNALEN] = {"signalen", "datum;gemeentecode;aanbiedercode;soort;status;onderwerp", WHOLE},
    [T_REDENEN] = {"redenen", "code;omschrijving;voortijdig;telt_mee;tijdelijk", WHOLE},
};

static const char *gemeente_name(const void *region, size_t part) {
    return ((const struct region *)region)->gemeente[part].code;
}

static const char *aanbieder_name(const void *region, size_t part) {
    return ((const struct region *)region)->aanbieder[part].code;
}

void tables_open(struct tables *t, const char *dir, bool split, const struct region *region, struct trouble *trouble) {
    *t = (struct tables){.split = split, .trouble = trouble};
    for (int i = 0; i < TABLES && !trouble_is(trouble); i++) {
        struct sink_layout layout = {.context = region};
        if (split && table_of[i].split == PER_GEMEENTE) {
            layout.parts = region->gemeenten;
            layout.name = gemeente_name;
        } else if (split && table_of[i].split == PER_AANBIEDER) {
            layout.parts = region->aanbieders;
            layout.name = aanbieder_name;
        }
        t->sink[i] = sink_open(dir, table_of[i].name, table_of[i].header, layout, trouble);
    }
}

void tables_close(struct tables *t) {
    for (int i = 0; i < TABLES; i++)
        sink_close(t->sink[i]);
}

void tables_send(struct tables *t, enum table table, struct row *row, uint32_t part) {
    row_send(row, t->sink[table], t->split && table_of[table].split != WHOLE ? part : 0);
}

static void write_gemeenten(struct tables *t, const struct region *region) {
    for (uint32_t i = 0; i < region->gemeenten; i++) {
        struct row row;
        row_start(&row);
        row_code(&row, region->gemeente[i].code);
        row_text(&row, region->gemeente[i].naam);
        tables_send(t, T_GEMEENTEN, &row, 0);
    }
}

static void write_aanbieders(struct tables *t, const struct region *region) {
    for (uint32_t i = 0; i < region->aanbieders; i++) {
        const struct aanbieder *a = &region->aanbieder[i];
        struct row row;
        row_start(&row);
        row_code(&row, a->code);
        row_text(&row, a->naam);
        row_code(&row, a->contracted ? "ja" : "nee");
        if (a->org % 4 == 3)
            row_empty(&row);
        else
            row_text(&row, name_contractmanager(a->org));
        row_code(&row, a->org == i ? "" : region->aanbieder[a->org].code);
        tables_send(t, T_AANBIEDERS, &row, 0);
    }
}

static void write_producten(struct tables *t) {
    for (int i = 0; i < PRODUCTS; i++) {
        const struct product *p = &catalogue_products[i];
        struct row row;
        row_start(&row);
        row_code(&row, p->code);
        row_text(&row, p->naam);
        row_code(&row, perceel_code[p->perceel]);
        row_code(&row, eenheid_name[p->eenheid]);
        row_code(&row, p->oud ? "oud" : "nieuw");
        if (p->maximum > 0)
            row_decimal(&row, p->maximum, 3);
        else
            row_empty(&row);
        tables_send(t, T_PRODUCTEN, &row, 0);
    }
}

/* One row per year; the last is open. What region_tarief says. */
static void write_tarief(struct tables *t, const struct region *region, uint32_t org, enum product_id product,
                         bool own) {
    const struct window *w = &region->window;
    int last = day_civil(w->end).year;
    for (int year = day_civil(w->first_indication).year; year <= last; year++) {
        day from = day_of(year, 1, 1);
        if (!catalogue_products[product].oud)
            from = day_max(from, w->contract_start);
        if (day_civil(from).year > year)
            continue;
        int32_t tarief = own ? region_tarief(region, org, product, from)
                             : catalogue_indexed(catalogue_products[product].tarief, year);
        struct row row;
        row_start(&row);
        row_code(&row, catalogue_products[product].code);
        row_code(&row, own ? region->aanbieder[org].code : "");
        row_date(&row, from);
        row_date(&row, year == last ? DAY_NONE : day_of(year, 12, 31));
        row_money(&row, tarief);
        tables_send(t, T_TARIEVEN, &row, 0);
    }
}

static void write_tarieven(struct tables *t, const struct region *region) {
    for (int p = 0; p < PRODUCTS; p++)
        if (region_general_tarief((enum product_id)p))
            write_tarief(t, region, 0, (enum product_id)p, false);
    for (uint32_t org = 0; org < region->orgs; org++)
        for (int p = 0; p < PRODUCTS; p++)
            if (region_own_tarief(region, org, (enum product_id)p))
                write_tarief(t, region, org, (enum product_id)p, true);
}

static void write_redenen(struct tables *t) {
    for (int i = 0; i < REDENEN; i++) {
        const struct reden_row *r = &catalogue_redenen[i];
        struct row row;
        row_start(&row);
        row_code(&row, r->code);
        row_text(&row, r->omschrijving);
        row_code(&row, r->voortijdig);
        row_code(&row, r->telt_mee);
        row_code(&row, r->tijdelijk);
        tables_send(t, T_REDENEN, &row, 0);
    }
}

static void write_indicatoren(struct tables *t) {
    for (int i = 0; i < INDICATOREN; i++) {
        const struct indicator_row *r = &catalogue_indicatoren[i];
        struct row row;
        row_start(&row);
        row_code(&row, r->code);
        row_text(&row, r->omschrijving);
        row_code(&row, r->eenheid);
        row_code(&row, r->aggregatie);
        row_code(&row, r->weegfactor);
        row_code(&row, r->richting);
        row_code(&row, r->minimum);
        row_code(&row, r->maximum);
        row_code(&row, r->verplicht);
        row_code(&row, r->toets);
        tables_send(t, T_INDICATOREN, &row, 0);
    }
}

static void write_uitfasering(struct tables *t, const struct region *region) {
    for (uint32_t i = 0; i < region->gemeenten; i++) {
        const struct gemeente *m = &region->gemeente[i];
        if (m->role->phased_out == PRODUCTS)
            continue;
        struct row row;
        row_start(&row);
        row_code(&row, m->code);
        row_code(&row, catalogue_products[m->role->phased_out].code);
        row_date(&row, day_add_months(region->window.contract_start, m->role->phase_months));
        tables_send(t, T_UITFASERING, &row, 0);
    }
}

/* A few signals per aanbieder in the four half-years told about; more about some than about others. */
static void write_signalen(struct tables *t, const struct region *region) {
    static const char *const status[] = {"open", "in_behandeling", "afgehandeld"};
    for (uint32_t org = 0; org < region->orgs; org++) {
        const struct aanbieder *a = &region->aanbieder[org];
        const struct block *block = &region->block[a->block];
        struct prng r = prng_stream(region->seed, TOPIC_SIGNALS, org);
        uint32_t n = 1 + prng_below(&r, 4) + (a->role->level > 1200 || a->role->start_days > 60 ? 5 : 0);
        for (uint32_t i = 0; i < n; i++) {
            uint32_t subject = prng_below(&r, NAMES_SUBJECTS);
            struct row row;
            row_start(&row);
            row_date(&row, prng_between(&r, region->window.first_line, region->window.end));
            if (prng_chance(&r, 850))
                row_code(&row, region->gemeente[block->gemeente + prng_below(&r, block->gemeenten)].code);
            else
                row_empty(&row);
            row_code(&row, a->code);
            row_code(&row, name_subject_positive(subject) ? "positief" : "negatief");
            row_code(&row, status[prng_below(&r, 3)]);
            if (prng_chance(&r, 900))
                row_text(&row, name_subject(subject));
            else
                row_empty(&row);
            tables_send(t, T_SIGNALEN, &row, 0);
        }
    }
}

void tables_write_fixed(struct tables *t, const struct region *region) {
    write_gemeenten(t, region);
    write_aanbieders(t, region);
    write_producten(t);
    write_tarieven(t, region);
    write_redenen(t);
    write_indicatoren(t);
    write_uitfasering(t, region);
    write_signalen(t, region);
}
