/* The history of one client: its indications and its registrations in the voorveld. */
#ifndef SAMPLE_HISTORY_H
#define SAMPLE_HISTORY_H

#include "tests/generator/region.h"

struct indication {
    uint32_t gem, org, code; /* code: the aanbieder as delivered */
    uint32_t number;         /* toewijzingnummer, given when it is written */
    enum product_id product;
    int32_t volume; /* thousandths of `eenheid` per `frequentie` */
    enum eenheid eenheid;
    enum frequentie frequentie;
    day begin, end; /* end DAY_NONE = open */
    day melding, aanvraag, besluit, start, stop, evaluatie;
    enum reden reden;
    int32_t level;   /* declared / indicated, promille; 0 = nothing is declared */
    bool unnumbered; /* its lines carry no toewijzingnummer */
    bool steady;     /* the same every month, no slips: for figures that must come out exactly */
};

struct registration {
    uint32_t gem;
    enum perceel perceel;
    day datum;
};

enum { HISTORY_INDICATIONS = 40, HISTORY_REGISTRATIONS = 6 };

struct history {
    uint64_t client; /* its number */
    size_t n, registrations;
    struct indication indication[HISTORY_INDICATIONS];
    struct registration registration[HISTORY_REGISTRATIONS];
};

/* Who writes a history: the client's own chance, and the region it lives in. */
struct scribe {
    const struct region *region;
    struct prng chance;
    struct history *history;
};

/* A new indication of usual size, with care from `begin` and no dates of the way towards it; `end` may
 * be DAY_NONE. NULL when the history is full. */
struct indication *scribe_indication(struct scribe *s, uint32_t gem, uint32_t org, enum product_id product, day begin,
                                     day end);

/* The way towards a first indication: melding, aanvraag and besluit before its begin, the start after. */
void scribe_access(struct scribe *s, struct indication *i);

/* A renewal: decided before its begin, mostly without melding and aanvraag, care goes on. */
void scribe_renewal(struct scribe *s, struct indication *i);

/* Sets what is indicated; the volume in whole units of the product, thousandths. */
void indication_amount(struct indication *i, int32_t volume, enum frequentie frequentie);

void indication_stop(struct indication *i, day stop, enum reden reden);

/* A registration in the voorveld; nothing when there are too many. */
void scribe_register(struct scribe *s, uint32_t gem, enum perceel perceel, day datum);

/* Last day of validity and of the effective interval; DAY_FAR when open. */
day indication_valid_to(const struct indication *i);
day indication_last(const struct indication *i);

static inline bool indication_active(const struct indication *i, day d) {
    return i->begin <= d && indication_last(i) >= d;
}

/* Does it count as begeleiding or dagbesteding in the voorveld (no vervoer)? */
bool indication_in_voorveld(const struct indication *i);

/* A client drawn by chance, like most of them. */
void history_draw(struct scribe *s);

/* The clients whose history was thought out, so that everything occurs in every region. */
size_t situations_count(void);
const char *situation_name(size_t i);
void situation_write(struct scribe *s, size_t i);

#endif
