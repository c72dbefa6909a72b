/*
 * measures.md 7: nulmeting, registrations and their classes, and the shift against the path.
 * d0 = 2025-07-01, D = 2028-12-31, w = 92 days.
 */
#include "tests/unit/support_dataset.h"

static void pairs_are_counted_on_the_first_day_and_on_p(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=NBG ingang=2025-07-01");                 /* begins on d0 */
    add_indication(&region, "client=a product=NBU ingang=2025-01-01");                 /* the same pair */
    add_indication(&region, "client=a product=NDB ingang=2025-01-01");                 /* another perceel */
    add_indication(&region, "client=a product=NBG ingang=2025-01-01 gemeente=0388");   /* another gemeente */
    add_indication(&region, "client=b product=OBG ingang=2025-01-01 eind=2025-07-01"); /* ends on d0 */
    add_indication(&region, "client=c product=OBG ingang=2025-01-01 eind=2025-06-30"); /* the day before */
    add_indication(&region, "client=d product=NBG ingang=2025-07-02 eind=2025-12-31"); /* after d0; ends on p */
    add_indication(&region, "client=e product=NVV ingang=2025-01-01");                 /* in stuks */
    add_indication(&region, "client=f product=NHO ingang=2025-01-01");                 /* HO */
    region_compute(&region, "2025H2", 0);
    expect(&region, "voorveld_nulmeting", "0405 BG", "", "2"); /* a, b */
    expect(&region, "voorveld_nulmeting", "0405 DB", "", "1"); /* a */
    expect(&region, "voorveld_nulmeting", "0405", "", "3");
    expect(&region, "voorveld_nulmeting", "", "", "4");
    expect(&region, "voorveld_nulmeting", "BG", "", "3");
    expect(&region, "voorveld_actief", "0405 BG", "", "2"); /* a, d */
    expect(&region, "voorveld_actief", "", "", "4");
    expect(&region, "voorveld_afname", "0405 BG", "", "0.000000 = 0/2");
    expect(&region, "voorveld_nulmeting", "HO", "", "-");
    /* distinct clients behind B: a is one person in every sum */
    assert_int_equal(figure_clients(&region, "voorveld_afname", "0405 BG", ""), 2);
    assert_int_equal(figure_clients(&region, "voorveld_afname", "0405", ""), 2);
    assert_int_equal(figure_clients(&region, "voorveld_afname", "0388", ""), 1);
    assert_int_equal(figure_clients(&region, "voorveld_afname", "", ""), 2);
    /* nobody registers */
    assert_int_equal(figure_rows(&region, "voorveld_verschuiving"), 0);
    region_release(&region);
}

static void a_given_nulmeting_goes_before(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_nulmeting(&region, "gemeente=0405 perceel=BG aantal=8");
    add_nulmeting(&region, "gemeente=0388 perceel=BG aantal=0");
    add_indication(&region, "client=a product=NBG ingang=2025-01-01");
    add_indication(&region, "client=b product=NDB ingang=2025-01-01");
    add_indication(&region, "client=c product=NBG ingang=2025-01-01 gemeente=0388");
    region_compute(&region, "2025H2", 0);
    expect(&region, "voorveld_nulmeting", "0405 BG", "", "8");
    expect(&region, "voorveld_nulmeting", "0405 DB", "", "1");
    expect(&region, "voorveld_nulmeting", "0405", "", "9");
    expect(&region, "voorveld_nulmeting", "0388", "", "-");
    expect(&region, "voorveld_nulmeting", "", "", "9");
    /* (9 - 2) / 9; of the region (9 - 3) / 9 */
    expect(&region, "voorveld_afname", "0405", "", "0.777778 = 7/9");
    expect(&region, "voorveld_afname", "", "", "0.666667 = 6/9");
    expect(&region, "voorveld_afname", "0388", "", "-");
    assert_int_equal(figure_clients(&region, "voorveld_nulmeting", "0405 BG", ""), 0); /* given: on no client */
    assert_int_equal(figure_clients(&region, "voorveld_afname", "0405", ""), 9);       /* a given one as so many */
    region_release(&region);
}

/* d = 2025-10-01: d - w = 2025-07-01. */
static void who_had_nothing_in_the_window_is_new(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=NBG ingang=2025-01-01 eind=2025-07-01"); /* first day of the window */
    add_indication(&region, "client=b product=NBG ingang=2025-01-01 eind=2025-06-30"); /* the day before */
    add_indication(&region, "client=c product=NBG ingang=2025-10-01 eind=2025-10-01"); /* its last day, d */
    add_indication(&region, "client=d product=NBG ingang=2025-10-02 eind=2025-10-02"); /* the day after */
    add_indication(&region, "client=e product=NDB ingang=2025-01-01");                 /* another perceel */
    add_indication(&region, "client=f product=NBG ingang=2025-01-01 gemeente=0388");   /* another gemeente */
    add_indication(&region, "client=h product=NBG ingang=2025-10-01 stop=2025-09-30 reden=19"); /* never active */
    for (const char *client = "abcdefgh"; *client; client++) { /* g is not known here */
        char fields[] = "datum=2025-10-01 client=?";
        fields[sizeof fields - 2] = *client;
        add_registration(&region, fields);
    }
    region_compute(&region, "2025H2", 0);
    expect(&region, "voorveld_registratie", "0405 BG", "verschoven", "2"); /* a, c */
    expect(&region, "voorveld_registratie", "0405 BG", "nieuw", "6");      /* b, d, e, f, g, h */
    region_release(&region);
}

/* d = 2025-10-01, p = 2025-12-31 */
static void care_after_the_registration_decides(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=NBG ingang=2025-01-01 eind=2025-12-30"); /* not active on p */
    add_indication(&region, "client=b product=NBG ingang=2025-01-01 eind=2025-12-31"); /* active on p, never away */
    add_indication(&region, "client=c product=NBG ingang=2025-01-01 eind=2025-11-15");
    add_indication(&region, "client=c product=NBG ingang=2025-11-16"); /* the next day: never away */
    add_indication(&region, "client=d product=NBG ingang=2025-01-01 eind=2025-11-15");
    add_indication(&region, "client=d product=NBU ingang=2025-11-17"); /* away on one day */
    add_indication(&region, "client=e product=NBG ingang=2025-01-01 eind=2025-09-30");
    add_indication(&region, "client=e product=NBG ingang=2025-10-02"); /* away on d itself, which is not in (d, p] */
    add_indication(&region, "client=f product=NBG ingang=2025-01-01 eind=2025-09-30");
    add_indication(&region, "client=f product=NBG ingang=2025-10-03"); /* away on d + 1 */
    add_indication(&region, "client=g product=NBG ingang=2025-01-01");
    add_indication(&region, "client=g product=NBG ingang=2025-02-01 eind=2025-10-05"); /* a shorter one within */
    add_indication(&region, "client=h product=NBG ingang=2025-01-01 eind=2025-10-02"); /* on d + 1 for the last time */
    add_indication(&region, "client=h product=NBG ingang=2025-10-03");
    for (const char *client = "abcdefgh"; *client; client++) {
        char fields[] = "datum=2025-10-01 client=?";
        fields[sizeof fields - 2] = *client;
        add_registration(&region, fields);
    }
    region_compute(&region, "2025H2", 0);
    expect(&region, "voorveld_registratie", "0405", "verschoven", "1");      /* a */
    expect(&region, "voorveld_registratie", "0405", "nog_in_maatwerk", "5"); /* b, c, e, g, h */
    expect(&region, "voorveld_registratie", "0405", "terugval", "2");        /* d, f */
    expect(&region, "voorveld_registratie", "0405", "nieuw", "-");
    region_release(&region);
}

static void registrations_count_from_d0_to_p(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=NBG ingang=2025-01-01");
    add_registration(&region, "client=a datum=2025-06-30"); /* before d0 */
    add_indication(&region, "client=b product=NBG ingang=2025-01-01");
    add_registration(&region, "client=b datum=2025-07-01"); /* d0 */
    add_indication(&region, "client=c product=NBG ingang=2025-01-01");
    add_registration(&region, "client=c datum=2025-12-31"); /* p: (d, p] is empty */
    add_indication(&region, "client=d product=NBG ingang=2025-01-01");
    add_registration(&region, "client=d datum=2026-01-01"); /* after p */
    add_registration(&region, "aantal=3 datum=2025-06-30");
    add_registration(&region, "aantal=4 datum=2025-07-01");
    add_registration(&region, "aantal=5 datum=2025-12-31 perceel=DB");
    add_registration(&region, "aantal=6 datum=2026-01-01");
    region_compute(&region, "2025H2", 0);
    expect(&region, "voorveld_registratie", "", "nog_in_maatwerk", "2"); /* b, c */
    expect(&region, "voorveld_registratie", "", "ongeverifieerd", "9");  /* 4 + 5 */
    expect(&region, "voorveld_registratie", "BG", "ongeverifieerd", "4");
    assert_int_equal(figure_rows(&region, "voorveld_registratie"), 2 * (2 + 3));
    region_release(&region);
}

static void the_first_registration_from_d0_counts(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=NBG ingang=2025-01-01 eind=2025-07-10");
    add_registration(&region, "client=a datum=2025-12-01");            /* would be nieuw: 2025-08-31 … 12-01 */
    add_registration(&region, "client=a datum=2025-08-01");            /* verschoven */
    add_registration(&region, "client=a datum=2025-06-01");            /* does not count */
    add_registration(&region, "client=a datum=2025-09-01 perceel=DB"); /* another pair */
    region_compute(&region, "2025H2", 0);
    expect(&region, "voorveld_registratie", "BG", "verschoven", "1");
    expect(&region, "voorveld_registratie", "BG", "nieuw", "-");
    expect(&region, "voorveld_registratie", "DB", "nieuw", "1");
    region_release(&region);
}

static void the_shift_is_against_the_path(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    for (const char *client = "abcdefgh"; *client; client++) { /* B = 8 */
        char fields[] = "product=NBG ingang=2025-01-01 eind=2025-11-30 client=?";
        fields[sizeof fields - 2] = *client;
        add_indication(&region, fields);
    }
    add_registration(&region, "client=a datum=2025-10-01");
    add_registration(&region, "client=x datum=2025-10-01"); /* nieuw: not in the shift */
    region_compute(&region, "2025H2", 0);
    /* f = days(2025-07-02, 2025-12-31) / days(2025-07-02, 2028-12-31) = 183 / 1279 */
    expect(&region, "voorveld_verschuiving", "0405 BG", "", "0.125000 = 1/8");
    expect(&region, "voorveld_pad_laag", "0405 BG", "", "0.028616"); /* 0.2 × 183 / 1279 = 0.0286161… */
    expect(&region, "voorveld_pad_hoog", "0405 BG", "", "0.057232"); /* 0.0572322… */
    expect(&region, "voorveld_prognose", "0405 BG", "", "0.873634"); /* 1 / 8 × 1279 / 183 = 0.8736338… */
    expect(&region, "voorveld_status", "0405 BG", "", "1");
    expect(&region, "voorveld_status", "0405 DB", "", "-"); /* B = 0 */
    expect(&region, "voorveld_pad_laag", "0405 DB", "", "-");
    expect(&region, "voorveld_afname", "0405", "", "1.000000 = 8/8");
    region_release(&region);
}

/* d0 = 2025-12-31, p = 2026-06-30, D = 2026-12-28: f = 181 / 362 = 1 / 2, so that the path lies at 0.1 and 0.2. */
static void the_path_itself_is_on_course_and_ahead(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    region.settings.nulmeting_op = date_from_civil(2025, 12, 31);
    region.settings.doel_op = date_from_civil(2026, 12, 28);
    add_nulmeting(&region, "gemeente=0388 perceel=BG aantal=10");
    add_nulmeting(&region, "gemeente=0405 perceel=BG aantal=10");
    add_nulmeting(&region, "gemeente=0420 perceel=BG aantal=1000");
    add_nulmeting(&region, "gemeente=0420 perceel=DB aantal=1000");
    add_registration(&region, "gemeente=0388 datum=2026-01-01 aantal=2");
    add_registration(&region, "gemeente=0405 datum=2026-01-01 aantal=1");
    add_registration(&region, "gemeente=0420 datum=2026-01-01 aantal=99");
    add_registration(&region, "gemeente=0420 datum=2026-01-01 perceel=DB aantal=199");
    region_compute(&region, "2026H1", 0);
    expect(&region, "voorveld_pad_laag", "", "", "0.100000");
    expect(&region, "voorveld_pad_hoog", "", "", "0.200000");
    expect(&region, "voorveld_status", "0388", "", "1");     /* 2 / 10 ≥ 0.2 */
    expect(&region, "voorveld_status", "0405", "", "0");     /* 1 / 10 ≥ 0.1 */
    expect(&region, "voorveld_status", "0420 BG", "", "-1"); /* 99 / 1000 */
    expect(&region, "voorveld_status", "0420 DB", "", "0");  /* 199 / 1000 */
    expect(&region, "voorveld_prognose", "0388", "", "0.400000");
    /* (2 + 1 + 99 + 199) / (10 + 10 + 1000 + 1000) = 301 / 2020 */
    expect(&region, "voorveld_verschuiving", "", "", "0.149010 = 301/2020");
    region_release(&region);
}

static void the_path_ends_at_d_and_starts_at_d0(void **state) {
    (void)state;
    static const struct {
        date_t d0, d; /* days after p */
        const char *laag, *prognose, *status;
    } cases[] = {
        {-10, 0, "0.200000", "0.100000", "-1"},  /* p = D: f = 1 */
        {-10, -1, "0.200000", "0.100000", "-1"}, /* after D: still 1 */
        {-10, 10, "0.100000", "0.200000", "0"},  /* 10 of 20 days */
        {0, 10, "0.000000", "-", "1"},           /* p = d0: f = 0 */
        {1, 10, "-", "-", "-"},                  /* before d0 */
    };
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
        struct region region;
        region_init(&region);
        date_t p = date_from_civil(2026, 6, 30);
        region.settings.nulmeting_op = p + cases[n].d0;
        region.settings.doel_op = p + cases[n].d;
        add_nulmeting(&region, "gemeente=0405 perceel=BG aantal=10");
        add_registration(&region, "datum=2026-06-30 aantal=1");
        region_compute(&region, "2026H1", 0);
        expect(&region, "voorveld_pad_laag", "0405 BG", "", cases[n].laag);
        expect(&region, "voorveld_prognose", "0405 BG", "", cases[n].prognose);
        expect(&region, "voorveld_status", "0405 BG", "", cases[n].status);
        region_release(&region);
    }
}

static void the_region_shifts_over_who_registers(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_nulmeting(&region, "gemeente=0388 perceel=BG aantal=4");
    add_nulmeting(&region, "gemeente=0405 perceel=DB aantal=6");
    add_nulmeting(&region, "gemeente=0420 perceel=BG aantal=5");
    add_registration(&region, "gemeente=0388 datum=2025-12-31 aantal=1"); /* on p */
    add_registration(&region, "gemeente=0405 datum=2025-06-01 aantal=1"); /* before d0: registers, without a shift */
    add_registration(&region, "gemeente=0420 datum=2026-01-01 aantal=1"); /* after p: does not register */
    region_compute(&region, "2025H2", 0);
    expect(&region, "voorveld_verschuiving", "0388", "", "0.250000 = 1/4");
    expect(&region, "voorveld_verschuiving", "0405", "", "0.000000 = 0/6");
    expect(&region, "voorveld_verschuiving", "0420", "", "-");
    expect(&region, "voorveld_status", "0420", "", "-");
    expect(&region, "voorveld_verschuiving", "", "", "0.100000 = 1/10");
    expect(&region, "voorveld_verschuiving", "BG", "", "0.250000 = 1/4");
    expect(&region, "voorveld_nulmeting", "", "", "15"); /* all else is of all gemeenten */
    region_release(&region);
}

static void counting_the_unverified_is_a_setting(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    region.settings.tel_ongeverifieerd = false;
    add_nulmeting(&region, "gemeente=0405 perceel=BG aantal=4");
    add_indication(&region, "client=a product=NBG ingang=2025-01-01 eind=2025-10-31");
    add_registration(&region, "client=a datum=2025-10-01");
    add_registration(&region, "aantal=2 datum=2025-10-01");
    region_compute(&region, "2025H2", 0);
    expect(&region, "voorveld_verschuiving", "", "", "0.250000 = 1/4");
    expect(&region, "voorveld_registratie", "", "ongeverifieerd", "2");
    region_release(&region);
}

static void a_leap_day_in_the_window_counts(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    region.settings.nulmeting_op = date_from_civil(2028, 1, 1);
    region.settings.doel_op = date_from_civil(2030, 12, 31);
    /* d = 2028-03-31: 31 days of March, 29 of February, 31 of January and one more make 92: d - w = 2027-12-30 */
    add_indication(&region, "client=a product=NBG ingang=2027-01-01 eind=2027-12-30");
    add_indication(&region, "client=b product=NBG ingang=2027-01-01 eind=2027-12-29");
    add_registration(&region, "client=a datum=2028-03-31");
    add_registration(&region, "client=b datum=2028-03-31");
    region_compute(&region, "2028H1", 0);
    expect(&region, "voorveld_registratie", "", "verschoven", "1");
    expect(&region, "voorveld_registratie", "", "nieuw", "1");
    region_release(&region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_are_counted_on_the_first_day_and_on_p),
        cmocka_unit_test(a_given_nulmeting_goes_before),
        cmocka_unit_test(who_had_nothing_in_the_window_is_new),
        cmocka_unit_test(care_after_the_registration_decides),
        cmocka_unit_test(registrations_count_from_d0_to_p),
        cmocka_unit_test(the_first_registration_from_d0_counts),
        cmocka_unit_test(the_shift_is_against_the_path),
        cmocka_unit_test(the_path_itself_is_on_course_and_ahead),
        cmocka_unit_test(the_path_ends_at_d_and_starts_at_d0),
        cmocka_unit_test(the_region_shifts_over_who_registers),
        cmocka_unit_test(counting_the_unverified_is_a_setting),
        cmocka_unit_test(a_leap_day_in_the_window_counts),
    };
    return cmocka_run_group_tests_name("voorveld", tests, NULL, NULL);
}
