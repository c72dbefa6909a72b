/*
 * Re-checks the hashes of an output directory.  Invariant: no file outside the directory is opened, whatever the paths
 * in verantwoording.json: they are only compared with those of the files found.
 */
#include "reports/verifieer.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"
#include "reports/dutch.h"
#include "reports/json.h"
#include "reports/output_digests.h"
#include "reports/safe_text.h"
#include "reports/verantwoording.h"

static bool read_file(const char *path, struct buf *text, struct error *err) {
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return error_set_errno(err, errno, "%s kan niet worden gelezen", path);
    char block[1 << 14];
    for (size_t len; (len = fread(block, 1, sizeof block, file)) > 0;)
        buf_add(text, block, len);
    bool done = !ferror(file) || error_set_errno(err, EIO, "%s kan niet worden gelezen", path);
    fclose(file);
    return done;
}

struct expected {
    const char *path;
    const char *sha256;
};

struct expectations {
    struct expected *list; /* in byte order of path */
    size_t count;
};

static int by_path(const void *a, const void *b) {
    return strcmp(((const struct expected *)a)->path, ((const struct expected *)b)->path);
}

/* What the member "uitvoer" says; false when it is not as this program writes it. */
static bool find_expectations(const struct json_value *root, struct arena *arena, struct expectations *expectations) {
    const struct json_value *output = json_member(root, "uitvoer", JSON_LIST);
    if (output == NULL)
        return false;
    size_t count = 0;
    for (const struct json_value *file = output->first; file != NULL; file = file->next)
        count++;
    *expectations = (struct expectations){arena_alloc(arena, count * sizeof *expectations->list), 0};
    for (const struct json_value *file = output->first; file != NULL; file = file->next) {
        const struct json_value *path = json_member(file, "bestand", JSON_TEXT);
        const struct json_value *sha256 = json_member(file, "sha256", JSON_TEXT);
        if (path == NULL || sha256 == NULL)
            return false;
        expectations->list[expectations->count++] = (struct expected){path->text, sha256->text};
    }
    qsort(expectations->list, count, sizeof *expectations->list, by_path);
    return true;
}

static void tell(struct buf *out, const char *path, const char *what, struct verification *result) {
    safe_text_put(out, slice_of(path));
    buf_printf(out, ": %s\n", what);
    result->differences++;
}

/* Both lists are in byte order of path. */
static void compare(const struct expectations *expected, const struct output_digests *found,
                    struct verification *result, struct buf *out) {
    size_t e = 0;
    size_t f = 0;
    while (e < expected->count || f < found->count) {
        int order = e == expected->count ? 1
                    : f == found->count  ? -1
                                         : strcmp(expected->list[e].path, found->list[f].path);
        if (order < 0) {
            tell(out, expected->list[e++].path, "ontbreekt", result);
        } else if (order > 0) {
            tell(out, found->list[f++].path, "hoort hier niet", result);
        } else {
            char digest[DIGEST_TEXT_SIZE];
            if (!found->list[f].regular ||
                strcmp(digest_text(found->list[f].sha256, digest), expected->list[e].sha256) != 0)
                tell(out, found->list[f].path, "is gewijzigd", result);
            e++;
            f++;
        }
    }
}

static void put_result(const struct verification *result, struct buf *out) {
    dutch_put_counted(out, result->files, "bestand", "bestanden");
    buf_puts(out, " vergeleken met verantwoording.json: ");
    if (result->differences == 0)
        buf_puts(out, "alles klopt");
    else
        dutch_put_counted(out, result->differences, "verschil", "verschillen");
    buf_putc(out, '\n');
}

bool verifieer(const char *dir, unsigned threads, struct verification *result, struct buf *out, struct error *err) {
    struct arena arena;
    struct buf text = {0};
    struct expectations expected = {0};
    struct output_digests found = {0};
    *result = (struct verification){0};
    arena_init(&arena);
    const char *path = arena_printf(&arena, "%s/" VERANTWOORDING_NAME, dir);
    bool done = read_file(path, &text, err);
    if (done && !find_expectations(json_parse((struct slice){text.data, text.len}, &arena), &arena, &expected))
        done = error_set(err, "%s is beschadigd of niet van wmo-mi", path);
    done = done && output_digests_take(&found, dir, threads, &arena, err);
    if (done) {
        result->files = expected.count;
        compare(&expected, &found, result, out);
        put_result(result, out);
    }
    buf_release(&text);
    arena_release(&arena);
    return done;
}
