/*
 * Growing arrays of one type: `VEC(struct row) rows = {0};`, `VEC_PUSH(rows, row)`, `rows.data[i]`, `rows.len`,
 * `VEC_FREE(rows)`.
 */
#ifndef WMO_ETL_BASE_VEC_H
#define WMO_ETL_BASE_VEC_H

#include <stdlib.h>

#include "etl/base/mem.h"

#define VEC(type)                                                                                                      \
    struct {                                                                                                           \
        type *data;                                                                                                    \
        size_t len;                                                                                                    \
        size_t cap;                                                                                                    \
    }

/* Room for `more` elements beyond len. */
#define VEC_RESERVE(vec, more)                                                                                         \
    do {                                                                                                               \
        size_t need_ = (vec).len + (more);                                                                             \
        if (need_ > (vec).cap) {                                                                                       \
            size_t cap_ = (vec).cap ? (vec).cap + (vec).cap / 2 : 16;                                                  \
            (vec).cap = cap_ > need_ ? cap_ : need_;                                                                   \
            (vec).data = mem_realloc((vec).data, (vec).cap, sizeof *(vec).data);                                       \
        }                                                                                                              \
    } while (0)

#define VEC_PUSH(vec, ...)                                                                                             \
    do {                                                                                                               \
        VEC_RESERVE(vec, 1);                                                                                           \
        (vec).data[(vec).len++] = (__VA_ARGS__);                                                                       \
    } while (0)

#define VEC_FREE(vec)                                                                                                  \
    do {                                                                                                               \
        free((vec).data);                                                                                              \
        (vec).data = NULL;                                                                                             \
        (vec).len = (vec).cap = 0;                                                                                     \
    } while (0)

#endif
