/* Writes a whole region. */
#ifndef SAMPLE_GENERATE_H
#define SAMPLE_GENERATE_H

#include "tests/generator/calendar.h"
#include "tests/generator/sink.h"

struct order {
    uint64_t clients, seed;
    uint32_t gemeenten, aanbieders; /* organisations */
    half period;                    /* the last one told about */
    bool split, bsn;
    const char *directory; /* is made when it is not there */
};

/* The numbers of gemeenten and organisations that go with a number of clients. */
uint32_t generate_usual_gemeenten(uint64_t clients);
uint32_t generate_usual_aanbieders(uint64_t clients);

/* The situation that client `n` shows, below situations_count(); that number itself when it is drawn. */
size_t generate_situation(const struct order *order, uint64_t n);

/* Writes the tables of the region that was ordered. False with a whole Dutch sentence in `trouble` when
 * something could not be written; what was written then is not complete. */
bool generate(const struct order *order, struct trouble *trouble);

#endif
