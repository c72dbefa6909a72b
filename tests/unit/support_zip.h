/*
 * Zip archives for tests, made by hand so that each can have one flaw.
 */
#ifndef WMO_TESTS_UNIT_SUPPORT_ZIP_H
#define WMO_TESTS_UNIT_SUPPORT_ZIP_H

#include "etl/base/buf.h"

enum zip_flaw {
    ZIP_SOUND,
    ZIP_STORED, /* not a flaw: stored, not deflated */
    ZIP_WRONG_SUM,
    ZIP_CUT,        /* the packed bytes end too early */
    ZIP_LOCKED,     /* a password */
    ZIP_ODD_METHOD, /* packed in a way of its own */
    ZIP_CLAIMS_MUCH /* says that it unpacks to 3 GB */
};

struct zip_part {
    const char *name;
    const char *text;
    enum zip_flaw flaw;
};

/* An archive with those members, ended by a part without a name; released by the caller. */
struct buf zip_make(const struct zip_part *parts);

/* Writes bytes to a file. */
void zip_write(const char *path, const struct buf *zip);

#endif
