/*
 * Names what is not ours from its namespace: http://www.istandaarden.nl/<standard>/<release>/<message>/schema.
 */
#include "etl/iwmo_root.h"

#include <stdio.h>
#include <string.h>

static const char STANDARDS[] = "http://www.istandaarden.nl/";

/* The part up to the next slash, which goes from `rest`; empty when there is none. */
static struct slice next_part(struct slice *rest) {
    const char *slash = rest->len > 0 ? memchr(rest->ptr, '/', rest->len) : NULL;
    if (!slash)
        return (struct slice){rest->ptr, 0};
    struct slice part = {rest->ptr, (size_t)(slash - rest->ptr)};
    rest->ptr += part.len + 1;
    rest->len -= part.len + 1;
    return part;
}

/* Release 3_2 is written 3.2. */
static void name_release(char *text, size_t size, struct slice standard, struct slice release) {
    int shown = (int)(size / 3);
    int len = snprintf(text, size, "%.*s %.*s", standard.len < (size_t)shown ? (int)standard.len : shown, standard.ptr,
                       release.len < (size_t)shown ? (int)release.len : shown, release.ptr);
    for (int i = (int)standard.len; i < len; i++)
        if (text[i] == '_')
            text[i] = '.';
}

static void name_text(char *text, size_t size, struct slice s) {
    snprintf(text, size, "%.*s", s.len < size ? (int)s.len : (int)size - 1, s.ptr);
}

enum finding_kind iwmo_root_judge(struct iwmo_root *root, struct slice space, const char *name, struct slice *first,
                                  struct slice *second) {
    bool bericht = strcmp(name, "Bericht") == 0;
    for (unsigned i = 0; i < IWMO_KINDS; i++)
        if (bericht && slice_equal(space, slice_of(iwmo_trees[i].space))) {
            root->kind = (enum iwmo_kind)i;
            return FINDING_COUNT;
        }
    struct slice rest = {space.ptr, space.len};
    size_t prefix = sizeof STANDARDS - 1;
    struct slice standard = {0};
    struct slice release = {0};
    struct slice message = {0};
    if (space.len > prefix && memcmp(space.ptr, STANDARDS, prefix) == 0) {
        rest = (struct slice){space.ptr + prefix, space.len - prefix};
        standard = next_part(&rest);
        release = next_part(&rest);
        message = next_part(&rest);
    }
    enum finding_kind kind = FINDING_NO_MESSAGE;
    if (bericht && message.len > 0) {
        bool same = slice_is_word(standard, "iwmo");
        kind = same && !slice_is_word(release, "3_2") ? FINDING_OTHER_RELEASE : FINDING_OTHER_MESSAGE;
        name_text(root->names[0], sizeof root->names[0], message);
        name_release(root->names[1], sizeof root->names[1], standard, release);
    } else {
        name_text(root->names[0], sizeof root->names[0], slice_of(name));
        name_text(root->names[1], sizeof root->names[1], space);
    }
    *first = slice_of(root->names[0]);
    *second = slice_of(root->names[1]);
    return kind;
}
