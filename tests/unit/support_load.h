/*
 * Small input directories for tests of loading, and what they load to.
 */
#ifndef WMO_TESTS_UNIT_SUPPORT_LOAD_H
#define WMO_TESTS_UNIT_SUPPORT_LOAD_H

#include "etl/load.h"
#include "tests/unit/support_files.h"

#define GEMEENTEN "gemeentecode;naam\n0405;Hoorn\n0388;Enkhuizen\n"
#define AANBIEDERS "aanbiedercode;naam;gecontracteerd;hoort_bij\n12345678;Zorg A;ja;\n87654321;Zorg B;nee;\n"
#define INDICATIE_COLUMNS                                                                                              \
    "gemeentecode;toewijzingnummer;client;aanbiedercode;productcode;volume;eenheid;frequentie;ingangsdatum;einddatum"
#define INDICATIE "0405;1001;c1;12345678;02BGB;120;minuut;week;2026-01-01;2026-12-31"
#define DECLARATIE_COLUMNS                                                                                             \
    "aanbiedercode;gemeentecode;declaratienummer;regelnummer;client;toewijzingnummer;productcode;periode_begin;"       \
    "periode_eind;volume;eenheid;tarief;bedrag;debetcredit;vorig_regelnummer;status"
#define DECLARATIE_START "12345678;0405;d1;"
#define DECLARATIE_REST ";c1;1001;02BGB;2026-01-01;2026-01-31;500;minuut;1.00;500.00;D;;\n"

/* A scratch directory with the three required tables, which load without a finding. */
void input_make(struct scratch *scratch);

struct loaded {
    struct dataset data;
    struct findings findings;
    struct sources sources;
    struct error error;
    enum load_result result;
    bool good;
    struct buf text; /* the rows of bevindingen.csv */
};

/* With one thread and the usual chunks. */
void load_input(struct loaded *loaded, const struct scratch *scratch);
void load_input_in(struct loaded *loaded, const struct scratch *scratch, unsigned threads, size_t chunk_size);
void loaded_release(struct loaded *loaded);

/* Loads, compares the findings with rows of bevindingen.csv, and expects LOAD_DONE. */
void assert_findings(const struct scratch *scratch, const char *expected);

#endif
