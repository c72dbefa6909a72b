/*
 * Is this the first element of a message that we load, and if not, what is it?  Other releases, standards and messages
 * are refused by name (inputs.md, "iWmo messages").
 */
#ifndef WMO_ETL_IWMO_ROOT_H
#define WMO_ETL_IWMO_ROOT_H

#include "etl/base/buf.h"
#include "etl/findings.h"
#include "etl/iwmo_tree.h"

struct iwmo_root {
    enum iwmo_kind kind; /* when it is one of ours */
    char names[2][80];   /* else what it is, for the finding; cut */
};

/* FINDING_COUNT when it is one of ours, else the finding with its arguments, which stand in `root`. */
enum finding_kind iwmo_root_judge(struct iwmo_root *root, struct slice space, const char *name, struct slice *first,
                                  struct slice *second);

#endif
