/*
 * The one file that knows libcrypto.  Invariant: a sum is over all bytes added, in order.
 */
#include "etl/sha256.h"

#include <stdlib.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"

/* ---- memory ---- */

static void *take(size_t size, const char *file, int line) {
    (void)file;
    (void)line;
    return size > 0 ? mem_realloc(NULL, size, 1) : NULL;
}

static void give_back(void *memory, const char *file, int line) {
    (void)file;
    (void)line;
    free(memory);
}

static void *resize(void *old, size_t size, const char *file, int line) {
    if (size > 0)
        return mem_realloc(old, size, 1);
    give_back(old, file, line);
    return NULL;
}

void sha256_prepare(void) {
    if (CRYPTO_set_mem_functions(take, resize, give_back) != 1)
        BUG("libcrypto is in use already");
}

/* ---- sums ---- */

static EVP_MD_CTX *context_of(struct sha256 *sum) {
    return (EVP_MD_CTX *)sum;
}

struct sha256 *sha256_open(void) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (!context || EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1)
        mem_exhausted();
    return (struct sha256 *)context;
}

void sha256_add(struct sha256 *sum, const void *bytes, size_t len) {
    if (EVP_DigestUpdate(context_of(sum), bytes, len) != 1)
        BUG("libcrypto");
}

void sha256_close(struct sha256 *sum, unsigned char out[SHA256_SIZE]) {
    if (sum && out && EVP_DigestFinal_ex(context_of(sum), out, NULL) != 1)
        BUG("libcrypto");
    EVP_MD_CTX_free(context_of(sum));
}
