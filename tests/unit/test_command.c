/*
 * The command line: what is accepted, and what is said about what is not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "etl/base/buf.h"
#include "etl/base/threads.h"
#include "reports/command.h"

enum { WORDS_MAX = 24 };

/* Parses a line of words separated by spaces; the words live in `line`. */
static bool parse(char *line, struct options *options, struct error *err) {
    char *words[WORDS_MAX + 1] = {0};
    char *rest = NULL;
    int count = 0;
    for (char *word = strtok_r(line, " ", &rest); word != NULL && count < WORDS_MAX; word = strtok_r(NULL, " ", &rest))
        words[count++] = word;
    return options_parse(options, count, words, err);
}

static void defaults_are_those_of_outputs_md(void **state) {
    (void)state;
    char line[] = "wmo-mi rapport --periode 2026H1 --invoer in --uitvoer uit";
    struct options o;
    struct error err = {0};
    assert_true(parse(line, &o, &err));
    assert_int_equal(o.command, COMMAND_RAPPORT);
    assert_string_equal(o.period.name, "2026H1");
    assert_string_equal(o.invoer, "in");
    assert_string_equal(o.uitvoer, "uit");
    assert_null(o.instellingen);
    assert_int_equal(o.historie, 3);
    assert_int_equal(o.drempel, 5);
    assert_int_equal(o.taken, threads_available());
    assert_int_equal(o.aanbieders.len + o.gemeenten.len, 0);
    assert_false(o.streng || o.stil || o.uitgebreid);
    options_release(&o);
}

static void every_option_is_read(void **state) {
    (void)state;
    char line[] = "wmo-mi cijfers --periode=2026q3 --invoer in --uitvoer - --aanbieder 11111111 --aanbieder=22222222 "
                  "--gemeente 0405 --historie 0 --weergave intern --drempel 0 --instellingen set --taken 2 --streng "
                  "--uitgebreid";
    struct options o;
    struct error err = {0};
    assert_true(parse(line, &o, &err));
    assert_int_equal(o.command, COMMAND_CIJFERS);
    assert_string_equal(o.period.name, "2026Q3");
    assert_string_equal(o.uitvoer, "-");
    assert_int_equal(o.aanbieders.len, 2);
    assert_string_equal(o.aanbieders.data[0], "11111111");
    assert_string_equal(o.aanbieders.data[1], "22222222");
    assert_int_equal(o.gemeenten.len, 1);
    assert_string_equal(o.gemeenten.data[0], "0405");
    assert_int_equal(o.historie, 0);
    assert_int_equal(o.drempel, 0);
    assert_string_equal(o.instellingen, "set");
    assert_int_equal(o.taken, 2);
    assert_true(o.streng && o.uitgebreid);
    options_release(&o);
}

static void vorige_is_the_half_year_that_ended_last(void **state) {
    (void)state;
    /* Seconds since 1970 of days at 00:00 UTC: date -u -d DAY +%s; the last of a day is 86,399 further. */
    static const struct {
        const char *now;
        const char *period;
    } days[] = {
        {"1782950400", "2026H1"}, /* 2026-07-02 */
        {"1782863999", "2025H2"}, /* 2026-06-30 23:59:59 */
        {"1782864000", "2026H1"}, /* 2026-07-01 */
        {"1798761599", "2026H1"}, /* 2026-12-31 23:59:59 */
        {"1798848000", "2026H2"}, /* 2027-01-02 */
    };
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        char line[] = "wmo-mi cijfers --periode vorige --invoer in";
        struct options o;
        struct error err = {0};
        assert_int_equal(setenv("SOURCE_DATE_EPOCH", days[i].now, 1), 0);
        assert_true(parse(line, &o, &err));
        assert_string_equal(o.period.name, days[i].period);
        options_release(&o);
    }
    char line[] = "wmo-mi cijfers --periode vorige --invoer in";
    struct options o;
    struct error err = {0};
    assert_int_equal(setenv("SOURCE_DATE_EPOCH", "gisteren", 1), 0);
    assert_false(parse(line, &o, &err));
    assert_string_equal(err.message, "de omgevingsvariabele SOURCE_DATE_EPOCH is gisteren; verwacht een aantal "
                                     "seconden sinds 1970");
    options_release(&o);
    assert_int_equal(unsetenv("SOURCE_DATE_EPOCH"), 0);
}

static void help_and_version_need_nothing_else(void **state) {
    (void)state;
    static const struct {
        const char *line;
        enum command command;
        enum command about;
    } lines[] = {
        {"wmo-mi --help", COMMAND_HELP, 0},
        {"wmo-mi --version", COMMAND_VERSION, 0},
        {"wmo-mi cijfers --help", COMMAND_HELP, COMMAND_CIJFERS},
        {"wmo-mi verifieer --version", COMMAND_VERSION, 0},
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        char line[64];
        struct options o;
        struct error err = {0};
        snprintf(line, sizeof line, "%s", lines[i].line);
        assert_true(parse(line, &o, &err));
        assert_int_equal(o.command, lines[i].command);
        assert_int_equal(o.help_about, lines[i].about);
        options_release(&o);
    }
}

static void verifieer_takes_a_directory(void **state) {
    (void)state;
    char line[] = "wmo-mi verifieer uit/2026H1 --stil";
    struct options o;
    struct error err = {0};
    assert_true(parse(line, &o, &err));
    assert_string_equal(o.map, "uit/2026H1");
    assert_true(o.stil);
    options_release(&o);
}

/* ---- mistakes ---- */

#define RAPPORT "wmo-mi rapport --periode 2026H1 --invoer in --uitvoer uit "

static const struct mistake {
    const char *line;
    const char *message;
} mistakes[] = {
    {"wmo-mi", "geef een opdracht; 'wmo-mi --help' toont welke er zijn"},
    {"wmo-mi raport", "de opdracht raport is er niet; 'wmo-mi --help' toont welke er zijn"},
    {"wmo-mi --periode 2026H1", "de opdracht --periode is er niet; 'wmo-mi --help' toont welke er zijn"},
    {RAPPORT "--foo", "de optie --foo is er niet; 'wmo-mi rapport --help' toont welke er zijn"},
    {RAPPORT "--foo=1", "de optie --foo=1 is er niet; 'wmo-mi rapport --help' toont welke er zijn"},
    {RAPPORT "-x", "de optie -x is er niet; 'wmo-mi rapport --help' toont welke er zijn"},
    {RAPPORT "-xyz", "de optie -x is er niet; 'wmo-mi rapport --help' toont welke er zijn"},
    {RAPPORT "--taken", "--taken heeft een waarde nodig: N"},
    {RAPPORT "--stil=ja", "--stil heeft geen waarde"},
    {RAPPORT "--stil --uitgebreid", "--stil en --uitgebreid gaan niet samen"},
    {RAPPORT "woord", "“woord” hoort hier niet; 'wmo-mi rapport --help' toont wat er kan"},
    {RAPPORT "--taken 0", "--taken 0 kan niet; verwacht een geheel getal van 1 tot en met 256"},
    {RAPPORT "--taken 257", "--taken 257 kan niet; verwacht een geheel getal van 1 tot en met 256"},
    {RAPPORT "--taken 2x", "--taken 2x kan niet; verwacht een geheel getal van 1 tot en met 256"},
    {RAPPORT "--drempel -1", "--drempel -1 kan niet; verwacht een geheel getal van 0 tot en met 1000000"},
    {RAPPORT "--historie 41", "--historie 41 kan niet; verwacht een geheel getal van 0 tot en met 40"},
    {RAPPORT "--historie 99999999999999999999",
     "--historie 99999999999999999999 kan niet; verwacht een geheel getal van 0 tot en met 40"},
    {RAPPORT "--weergave raad", "--weergave raad kan niet; verwacht intern of openbaar"},
    {RAPPORT "--instellingen=", "--instellingen is leeg; verwacht DIR"},
    {RAPPORT "--periode 2026H3",
     "--periode 2026H3 kan niet; verwacht een halfjaar als 2026H1, een kwartaal als 2026Q3, een jaar als 2026, of "
     "vorige"},
    {RAPPORT "--periode 1900H2 --historie 2", "--historie 2 gaat verder terug dan het jaar 1900"},
    {"wmo-mi rapport --invoer in --uitvoer uit",
     "rapport heeft --periode PERIODE nodig: halfjaar 2026H1, kwartaal 2026Q3, jaar 2026, of vorige"},
    {"wmo-mi rapport --periode 2026H1 --uitvoer uit",
     "rapport heeft --invoer DIR nodig: map met de aangeleverde bestanden"},
    {"wmo-mi controle", "controle heeft --invoer DIR nodig: map met de aangeleverde bestanden"},
    {"wmo-mi controle --invoer in --historie 1", "de optie --historie hoort niet bij controle"},
    {"wmo-mi controle --codes B001", "“B001” hoort hier niet; 'wmo-mi controle --help' toont wat er kan"},
    {"wmo-mi rapport --codes", "de optie --codes hoort niet bij rapport"},
    {"wmo-mi verifieer", "verifieer heeft een map nodig: die waarin verantwoording.json staat"},
    {"wmo-mi verifieer a b", "“b” hoort hier niet; 'wmo-mi verifieer --help' toont wat er kan"},
    {"wmo-mi verifieer a --invoer in", "de optie --invoer hoort niet bij verifieer"},
};

static void mistake_is_named(void **state) {
    const struct mistake *m = &mistakes[*(const size_t *)*state];
    char line[256];
    struct options o;
    struct error err = {0};
    snprintf(line, sizeof line, "%s", m->line);
    assert_false(parse(line, &o, &err));
    assert_string_equal(err.message, m->message);
    options_release(&o);
}

static void codes_need_no_input(void **state) {
    (void)state;
    char line[] = "wmo-mi controle --codes";
    struct options o;
    struct error err = {0};
    assert_true(parse(line, &o, &err));
    assert_int_equal(o.command, COMMAND_CODES);
    options_release(&o);
}

static void controle_may_ask_about_a_period(void **state) {
    (void)state;
    char with[] = "wmo-mi controle --invoer in --periode 2026H1";
    char without[] = "wmo-mi controle --invoer in";
    struct options o;
    struct error err = {0};
    assert_true(parse(with, &o, &err));
    assert_string_equal(o.period.name, "2026H1");
    options_release(&o);
    assert_true(parse(without, &o, &err));
    assert_string_equal(o.period.name, "");
    options_release(&o);
}

static void history_may_reach_the_first_period(void **state) {
    (void)state;
    char line[] = RAPPORT "--periode 1900H2 --historie 1";
    struct options o;
    struct error err = {0};
    assert_true(parse(line, &o, &err));
    options_release(&o);
}

static void help_names_every_option_of_a_command(void **state) {
    (void)state;
    struct buf text = {0};
    options_help(COMMAND_CONTROLE, &text);
    assert_non_null(strstr(text.data, "Gebruik: wmo-mi controle --invoer DIR"));
    assert_non_null(strstr(text.data, "\n  --streng "));
    assert_null(strstr(text.data, "--historie"));
    buf_release(&text);
}

int main(void) {
    static const struct CMUnitTest single[] = {
        cmocka_unit_test(defaults_are_those_of_outputs_md),
        cmocka_unit_test(every_option_is_read),
        cmocka_unit_test(vorige_is_the_half_year_that_ended_last),
        cmocka_unit_test(help_and_version_need_nothing_else),
        cmocka_unit_test(verifieer_takes_a_directory),
        cmocka_unit_test(codes_need_no_input),
        cmocka_unit_test(controle_may_ask_about_a_period),
        cmocka_unit_test(history_may_reach_the_first_period),
        cmocka_unit_test(help_names_every_option_of_a_command),
    };
    enum { SINGLE = sizeof single / sizeof single[0], MISTAKES = sizeof mistakes / sizeof mistakes[0] };
    struct CMUnitTest tests[SINGLE + MISTAKES];
    size_t number[MISTAKES];
    memcpy(tests, single, sizeof single);
    for (size_t i = 0; i < MISTAKES; i++) {
        number[i] = i;
        tests[SINGLE + i] = (struct CMUnitTest){mistakes[i].line, mistake_is_named, NULL, NULL, &number[i]};
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
