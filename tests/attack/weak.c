/*
 * A wmo-mi that gives away what it should not: what tests/check-attack must catch.  It is the whole program with some
 * functions wrapped by the linker (-Wl,--wrap), and the environment variable WMO_WEAK says which of them fails to
 * protect.  Never installed.  Invariant: with any other value, or none, it does what wmo-mi does.
 */
#include <stdlib.h>
#include <string.h>

#include "etl/findings.h"
#include "reports/disclosure.h"
#include "reports/openbaar_check.h"
#include "reports/openbaar_round.h"
#include "reports/view_rest.h"
#include "reports/view_sources.h"

static bool is_weak(const char *in) {
    const char *weakness = getenv("WMO_WEAK");
    return weakness && strcmp(weakness, in) == 0;
}

/* What the linker calls instead of each function, and the function itself. */
#define WRAPPED(type, name, ...)                                                                                       \
    type __real_##name(__VA_ARGS__);                                                                                   \
    type __wrap_##name(__VA_ARGS__);                                                                                   \
    type __wrap_##name(__VA_ARGS__)

/* optellen: in public no breakdown is left out.  Bounds rest on rounding, so without it they cannot be worked out. */
WRAPPED(void, openbaar_check, struct cells *cells) {
    if (!is_weak("optellen") && !is_weak("afronden"))
        __real_openbaar_check(cells);
}

/* afronden: in public counts are exact. */
WRAPPED(exact_t, round_count, exact_t micros) {
    return is_weak("afronden") ? micros : __real_round_count(micros);
}

/* ontvanger: an aanbieder gets the book of the one before it. */
WRAPPED(struct view *, view_open, const struct view_base *base, struct recipient recipient) {
    if (is_weak("ontvanger") && recipient.kind == RECIPIENT_AANBIEDER && recipient.member > 1)
        recipient.member--;
    return __real_view_open(base, recipient);
}

/* bestanden: every recipient sees the findings of all files. */
WRAPPED(const struct source *, deliveries_file, const struct deliveries *deliveries, struct recipient recipient,
        size_t index) {
    if (is_weak("bestanden"))
        recipient.kind = RECIPIENT_REGIO;
    return __real_deliveries_file(deliveries, recipient, index);
}

/* anderen: the region beside an aanbieder, however few others stand behind it. */
WRAPPED(bool, rest_of_figure, const struct rest *rest, size_t period, const char *maat, const char *uitsplitsing,
        struct group group, uint16_t organisatie, struct others *others) {
    bool found = __real_rest_of_figure(rest, period, maat, uitsplitsing, group, organisatie, others);
    if (is_weak("anderen")) {
        others->count = SIZE_MAX / 2;
        others->most = 0;
    }
    return found;
}

/* drempel: what is withheld in cijfers.csv is in the workbooks all the same. */
WRAPPED(bool, disclosure_own, size_t measure, const struct figure *figure, uint16_t organisatie) {
    return is_weak("drempel") || __real_disclosure_own(measure, figure, organisatie);
}

/* client: bevindingen.csv shows what looks like a client. */
WRAPPED(bool, findings_write, const struct findings *findings, const struct sources *sources,
        const struct intern *clients, uint32_t source, findings_sink *write, void *context) {
    static const struct intern none;
    return __real_findings_write(findings, sources, is_weak("client") ? &none : clients, source, write, context);
}
