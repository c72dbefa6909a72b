/* The codes of clients.
 * Invariant: distinct numbers get distinct codes; a BSN-shaped one lies in 999900000 … 999999999, which is
 * never given to a person, and passes the elfproef. Called by the writers of rows with a client. */
#include "tests/generator/identity.h"

#include <stdlib.h>
#include <string.h>

enum { BSN_FIRST = 999900000, BSN_LAST = 999999999, PSEUDONYMS = 100000000, STRIDE = 7368787, START = 12345 };

/* The elfproef: 9a + 8b + … + 2h − i is divisible by 11. */
static bool passes(uint32_t bsn) {
    int sum = -(int)(bsn % 10);
    for (int weight = 2; weight <= 9; weight++) {
        bsn /= 10;
        sum += weight * (int)(bsn % 10);
    }
    return sum % 11 == 0;
}

uint64_t identity_max(bool bsn) {
    uint64_t n = 0;
    if (!bsn)
        return PSEUDONYMS - IDENTITY_STRANGERS;
    for (uint32_t b = BSN_FIRST; b <= BSN_LAST; b++)
        n += passes(b);
    return n - IDENTITY_STRANGERS;
}

bool identity_init(struct identity *id, uint64_t clients, bool bsn) {
    *id = (struct identity){.clients = clients};
    if (!bsn)
        return true;
    size_t n = 0, all = (size_t)clients + IDENTITY_STRANGERS;
    id->bsn = calloc(all, sizeof *id->bsn);
    if (id->bsn == NULL)
        return false;
    for (uint32_t b = BSN_FIRST; n < all; b++)
        if (passes(b))
            id->bsn[n++] = b;
    return true;
}

void identity_release(struct identity *id) {
    free(id->bsn);
}

void identity_code(const struct identity *id, uint64_t n, char code[IDENTITY_SIZE]) {
    /* The stride shares no divisor with the range, so this visits each number once. */
    uint64_t number = id->bsn != NULL ? id->bsn[n] : (START + n * STRIDE) % PSEUDONYMS;
    memset(code, '\0', IDENTITY_SIZE);
    for (int i = 8; i >= 0; i--) {
        code[i] = (char)('0' + number % 10);
        number /= 10;
    }
    if (id->bsn == NULL)
        code[0] = 'P';
}
