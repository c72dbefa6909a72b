/* What clients are called: made-up pseudonyms, or BSN-shaped numbers from the test range. */
#ifndef SAMPLE_IDENTITY_H
#define SAMPLE_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { IDENTITY_SIZE = 10, IDENTITY_STRANGERS = 16 };

struct identity {
    uint64_t clients; /* those of the region; the next IDENTITY_STRANGERS are in no indication */
    uint32_t *bsn;    /* NULL = pseudonyms */
};

/* The most clients that there can be of either kind. */
uint64_t identity_max(bool bsn);

/* clients ≤ identity_max(bsn). False when memory runs out. */
bool identity_init(struct identity *id, uint64_t clients, bool bsn);
void identity_release(struct identity *id);

/* The code of client `n` < clients + IDENTITY_STRANGERS; nine characters, distinct. */
void identity_code(const struct identity *id, uint64_t n, char code[IDENTITY_SIZE]);

#endif
