/*
 * CSV files, from their bytes to what is loaded.  The first byte of the input chooses the table, the rest is its file
 * in a small region: whatever the size of the chunks and the number of threads, the same is loaded and found.
 * Of two reasons to refuse a file, which one is met first is up to the size of the chunks; that it is refused is not,
 * nor what is found in the other files, and with chunks of one size the number of threads decides nothing.
 */
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "etl/base/error.h"
#include "etl/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Those with a text are always there, but for the one that the input gives; small, since they are read often. */
static const struct {
    const char *name;
    const char *text;
} files[] = {
    {"gemeenten.csv", "gemeentecode;naam\n0405;Hoorn\n0388;Enkhuizen\n"},
    {"aanbieders.csv", "aanbiedercode;naam;gecontracteerd\n12345678;Zorg A;ja\n"},
    {"indicaties.csv", "gemeentecode;toewijzingnummer;client;aanbiedercode;productcode;volume;eenheid;frequentie;"
                       "ingangsdatum;einddatum\n0405;1001;c1;12345678;02BGB;120;minuut;week;2026-01-01;2026-12-31\n"},
    {"tarieven.csv", NULL},
    {"voorveld.csv", NULL},
    {"declaraties.csv", NULL},
    {"producten.csv", "productcode;naam;perceel;eenheid;contract\n02BGB;basis;BG;minuut;nieuw\n"},
    {"redenen.csv", "code;omschrijving;voortijdig;telt_mee;tijdelijk\n02;overlijden;n;n;n\n"},
    {"indicatoren.csv", "code;omschrijving;eenheid;aggregatie;weegfactor;richting;minimum;maximum;verplicht;toets\n"
                        "clienten;unieke clienten;;som;;;;;n;\n"},
};

/* The input is one of the first. */
enum { FILE_COUNT = sizeof files / sizeof files[0], CHOICES = 6, PATH_SIZE = 128 };

static void file_path(char path[PATH_SIZE], const char *dir, size_t file) {
    snprintf(path, PATH_SIZE, "%s/%s", dir, files[file].name);
}

static void write_file(const char *dir, size_t file, const void *bytes, size_t len) {
    char path[PATH_SIZE];
    file_path(path, dir, file);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0 || write(fd, bytes, len) != (ssize_t)len || close(fd) != 0)
        BUG("the scratch directory cannot be written");
}

/* ---- what was loaded, as text ---- */

static bool keep(void *context, const char *bytes, size_t len) {
    buf_add(context, bytes, len);
    return true;
}

/* Of a refused file only on demand. */
static void put_findings(const struct findings *findings, const struct sources *sources, const struct intern *clients,
                         bool refused_too, struct buf *out) {
    for (size_t i = 0; i < sources->list.len; i++)
        if (refused_too || sources->list.data[i].fate != SOURCE_REFUSED)
            findings_write(findings, sources, clients, (uint32_t)i, keep, out);
}

/* How far a refused file was read, and so what is known of its form, is up to the chunks. */
static void put_sources(const struct sources *sources, struct buf *out) {
    for (size_t i = 0; i < sources->list.len; i++) {
        const struct source *s = &sources->list.data[i];
        bool read = s->fate == SOURCE_READ;
        buf_printf(out, "%s %d %d %d %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 "\n", s->path, (int)s->fate,
                   read ? (int)s->encoding : 0, read ? s->separator : 0, s->rows_read, s->rows_loaded, s->rows_refused,
                   s->rows_replaced);
    }
}

static void put_rows(const struct dataset *data, struct buf *out) {
    for (size_t i = 0; i < data->gemeenten.len; i++)
        buf_printf(out, "%s %s\n", data->gemeenten.data[i].code, data->gemeenten.data[i].naam);
    for (size_t i = 0; i < data->aanbieders.len; i++)
        buf_printf(out, "%s %s %u\n", data->aanbieders.data[i].code, data->aanbieders.data[i].naam,
                   data->aanbieders.data[i].organisatie);
    for (size_t i = 0; i < data->indications.len; i++) {
        const struct indication *n = &data->indications.data[i];
        buf_printf(out, "%u %u %u %" PRId64 " %d %d %d\n", n->client, n->gemeente, n->product, n->volume,
                   n->ingangsdatum, n->einddatum, n->frequentie);
    }
    for (size_t i = 0; i < data->tarieven.len; i++) {
        const struct tarief *t = &data->tarieven.data[i];
        buf_printf(out, "%u %u %" PRId64 " %d %d\n", t->product, t->organisatie, t->tarief, t->ingangsdatum,
                   t->einddatum);
    }
    for (size_t i = 0; i < data->voorveld.len; i++) {
        const struct registration *r = &data->voorveld.data[i];
        buf_printf(out, "%u %u %d %" PRId64 "\n", r->client, r->gemeente, r->datum, r->aantal);
    }
    for (size_t i = 0; i < data->declarations.len; i++) {
        const struct declaration *d = &data->declarations.data[i];
        buf_printf(out, "%u %u %" PRIu64 " %" PRId64 " %" PRId64 " %d\n", d->client, d->line, d->regelnummer, d->volume,
                   d->bedrag, d->periode_begin);
    }
}

static struct buf load(const char *dir, unsigned threads, size_t chunk_size, bool refused_too) {
    const struct load_options options = {
        .invoer = dir, .templates = "templates", .threads = threads, .chunk_size = chunk_size};
    struct dataset data;
    struct findings findings;
    struct sources sources;
    struct error err = {0};
    enum load_result result;
    struct buf out = {0};
    bool good = dataset_load(&data, &findings, &sources, &options, &result, &err);
    if (good != (result == LOAD_DONE) || result == LOAD_BAD_SETTINGS)
        BUG("run this where templates/ is");
    buf_printf(&out, "%d %s\n", (int)result, err.message);
    put_findings(&findings, &sources, &data.clients, refused_too, &out);
    put_sources(&sources, &out);
    put_rows(&data, &out);
    dataset_release(&data);
    findings_release(&findings);
    sources_release(&sources);
    return out;
}

static void assert_same(struct buf *first, struct buf *other) {
    if (first->len != other->len || memcmp(first->data, other->data, first->len) != 0)
        BUG("another result with other chunks or threads");
    buf_release(other);
}

static void compare_loads(const char *dir) {
    static const struct {
        unsigned threads;
        size_t chunk_size;
    } ways[] = {{1, 1}, {1, 7}, {2, 64}};
    struct buf first = load(dir, 1, 0, false);
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        struct buf other = load(dir, ways[i].threads, ways[i].chunk_size, false);
        assert_same(&first, &other);
    }
    buf_release(&first);
    first = load(dir, 1, 16, true);
    struct buf other = load(dir, 3, 16, true);
    assert_same(&first, &other);
    buf_release(&first);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char dir[] = "/dev/shm/wmo-mi-fuzz-XXXXXX";
    char path[PATH_SIZE];
    if (size == 0)
        return 0;
    if (!mkdtemp(dir))
        BUG("no scratch directory");
    size_t chosen = data[0] % CHOICES;
    write_file(dir, chosen, data + 1, size - 1);
    for (size_t i = 0; i < FILE_COUNT; i++)
        if (i != chosen && files[i].text)
            write_file(dir, i, files[i].text, strlen(files[i].text));
    compare_loads(dir);
    for (size_t i = 0; i < FILE_COUNT; i++) {
        file_path(path, dir, i);
        unlink(path);
    }
    rmdir(dir);
    return 0;
}
