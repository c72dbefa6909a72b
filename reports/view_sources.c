/*
 * Whose each delivered file is.  Invariant: a file in which a row of somebody else was loaded, or whose path names the
 * code or name of another aanbieder, is shown to the region only.  Called by view.c.
 */
#include "reports/view_sources.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"

/* Of one source, as in struct group; GROUP_ALL: not of one alone. */
struct owner {
    uint16_t organisatie;
    uint16_t gemeente;
};

struct deliveries {
    const struct sources *sources;
    struct finding_counts counts;
    struct owner *owner; /* per source */
};

/* ---- whose rows ---- */

struct row_of {
    uint16_t organisatie; /* indices in the dataset */
    uint16_t gemeente;
};

/* Row `index` of a table that names both; false for any other table, or behind its end. */
static bool row_at(const struct dataset *data, enum table table, size_t index, struct row_of *row) {
    if (table == TABLE_INDICATIES && index < data->indications.len) {
        const struct indication *i = &data->indications.data[index];
        *row = (struct row_of){i->organisatie, i->gemeente};
        return true;
    }
    if (table == TABLE_DECLARATIES && index < data->declarations.len) {
        const struct declaration *d = &data->declarations.data[index];
        *row = (struct row_of){data->aanbieders.data[d->aanbieder].organisatie, d->gemeente};
        return true;
    }
    if (table == TABLE_MANAGEMENTINFORMATIE && index < data->statements.len) {
        const struct statement *s = &data->statements.data[index];
        *row = (struct row_of){s->organisatie, s->gemeente};
        return true;
    }
    return false;
}

static struct owner owner_of_rows(const struct dataset *data, const struct source *source) {
    struct row_of first;
    if (source->fate != SOURCE_READ || source->rows_loaded == 0 ||
        !row_at(data, source->table, source->first_row, &first))
        return (struct owner){GROUP_ALL, GROUP_ALL};
    struct owner owner = {
        .organisatie = (uint16_t)(first.organisatie + 1),
        .gemeente = first.gemeente == INDEX_NONE ? GROUP_ALL : (uint16_t)(first.gemeente + 1),
    };
    for (size_t i = 1; i < source->rows_loaded && (owner.organisatie || owner.gemeente); i++) {
        struct row_of row;
        if (!row_at(data, source->table, source->first_row + i, &row))
            return (struct owner){GROUP_ALL, GROUP_ALL};
        if (row.organisatie != first.organisatie)
            owner.organisatie = GROUP_ALL;
        if (row.gemeente != first.gemeente)
            owner.gemeente = GROUP_ALL;
    }
    return owner;
}

/* ---- what the path tells ---- */

static bool names_another(const struct dataset *data, const char *path, uint16_t organisatie) {
    for (size_t a = 0; a < data->aanbieders.len; a++) {
        const struct aanbieder *other = &data->aanbieders.data[a];
        if (other->organisatie + 1 != organisatie &&
            (strcasestr(path, other->code) || (other->naam[0] && strcasestr(path, other->naam))))
            return true;
    }
    return false;
}

struct deliveries *deliveries_new(const struct dataset *data, const struct findings *findings,
                                  const struct sources *sources) {
    struct deliveries *deliveries = mem_calloc(1, sizeof *deliveries);
    deliveries->sources = sources;
    deliveries->counts = findings_per_source(findings);
    deliveries->owner = mem_calloc(sources->list.len, sizeof *deliveries->owner);
    for (size_t i = 0; i < sources->list.len; i++) {
        const struct source *source = &sources->list.data[i];
        struct owner owner = owner_of_rows(data, source);
        if (owner.organisatie && names_another(data, source->path, owner.organisatie))
            owner.organisatie = GROUP_ALL;
        deliveries->owner[i] = owner;
    }
    return deliveries;
}

void deliveries_free(struct deliveries *deliveries) {
    if (!deliveries)
        return;
    VEC_FREE(deliveries->counts.list);
    free(deliveries->owner);
    free(deliveries);
}

/* ---- for one recipient ---- */

static bool may_see(const struct deliveries *deliveries, struct recipient recipient, size_t source) {
    switch (recipient.kind) {
    case RECIPIENT_AANBIEDER: return deliveries->owner[source].organisatie == recipient.member;
    case RECIPIENT_GEMEENTE: return deliveries->owner[source].gemeente == recipient.member;
    case RECIPIENT_REGIO: return true;
    case RECIPIENT_KINDS: break;
    }
    BUG("unknown recipient");
}

size_t deliveries_files(const struct deliveries *deliveries) {
    return deliveries->sources->list.len;
}

const struct source *deliveries_file(const struct deliveries *deliveries, struct recipient recipient, size_t index) {
    return may_see(deliveries, recipient, index) ? &deliveries->sources->list.data[index] : NULL;
}

size_t deliveries_findings(const struct deliveries *deliveries) {
    return deliveries->counts.list.len;
}

const struct finding_count *deliveries_finding(const struct deliveries *deliveries, struct recipient recipient,
                                               size_t index) {
    const struct finding_count *count = &deliveries->counts.list.data[index];
    return may_see(deliveries, recipient, count->source) ? count : NULL;
}
