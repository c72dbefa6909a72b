/*
 * Writes verantwoording.json.  Invariant: everything but the two times follows from input, settings and version; the
 * clock is read nowhere else.  Called by rapport.
 */
#include "reports/verantwoording.h"

#include <string.h>
#include <time.h>

#include "reports/bevindingen.h"
#include "reports/json.h"
#include "reports/output_digests.h"
#include "reports/write.h"

int64_t verantwoording_now(void) {
    return time(NULL);
}

static void put_time(struct json_writer *json, const char *key, int64_t seconds) {
    time_t moment = (time_t)seconds;
    struct tm utc;
    char text[32];
    gmtime_r(&moment, &utc);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    json_text(json, key, text);
}

static void put_digest(struct json_writer *json, const unsigned char digest[SHA256_SIZE]) {
    char text[DIGEST_TEXT_SIZE];
    json_text(json, "sha256", digest_text(digest, text));
}

static void put_codes(struct json_writer *json, const char *key, const char *const *codes, size_t count) {
    json_open(json, key, '[');
    for (size_t i = 0; i < count; i++)
        json_text(json, NULL, codes[i]);
    json_close(json, ']');
}

static void put_request(struct json_writer *json, const struct options *options) {
    char date[DATE_TEXT_SIZE];
    json_text(json, "programma", "wmo-mi");
    json_text(json, "versie", WMO_VERSION);
    json_text(json, "opdracht", command_name(options->command));
    json_text(json, "periode", options->period.name);
    json_text(json, "peildatum", date_text(options->period.end, date));
    json_number(json, "historie", options->historie);
    json_text(json, "weergave", weergave_name(options->weergave));
    if (options->weergave == WEERGAVE_INTERN)
        json_number(json, "drempel", options->drempel);
    put_codes(json, "aanbieders", options->aanbieders.data, options->aanbieders.len);
    put_codes(json, "gemeenten", options->gemeenten.data, options->gemeenten.len);
}

/* ---- settings ---- */

static bool is_own(const struct template_dirs *dirs, const char *path, const char *name, struct arena *arena) {
    return dirs->own != NULL && strcmp(path, arena_printf(arena, "%s/%s", dirs->own, name)) == 0;
}

/* One template file: where it came from, and what was in it. */
static bool put_template(struct json_writer *json, const struct accountability *facts, const char *name,
                         struct arena *arena, struct error *err) {
    unsigned char digest[SHA256_SIZE];
    const struct template_dirs *dirs = &facts->settings->dirs;
    const char *path = template_path(dirs, name, arena);
    if (!digest_file(path, digest, err))
        return false;
    json_open(json, NULL, '{');
    json_text(json, "bestand", name);
    json_text(json, "bron", is_own(dirs, path, name, arena) ? facts->own_named_by : "meegeleverd");
    put_digest(json, digest);
    json_close(json, '}');
    return true;
}

static bool put_settings(struct json_writer *json, const struct accountability *facts, struct arena *arena,
                         struct error *err) {
    const struct settings *settings = facts->settings;
    tree_files files;
    json_open(json, "instellingen", '{');
    for (size_t i = 0; i < settings->lijst_len; i++)
        json_text(json, settings->lijst[i].naam, settings->lijst[i].waarde);
    json_close(json, '}');
    json_open(json, "instellingenbestanden", '[');
    bool done = tree_list(settings->dirs.shipped, arena, &files, err);
    for (size_t i = 0; done && i < files.len; i++)
        done = put_template(json, facts, files.data[i].path, arena, err);
    json_close(json, ']');
    VEC_FREE(files);
    return done;
}

/* ---- input ---- */

static const char *separator_name(char separator) {
    switch (separator) {
    case ';': return ";";
    case ',': return ",";
    case '\t': return "tab";
    default: return "";
    }
}

static const char *fate_name(enum source_fate fate) {
    switch (fate) {
    case SOURCE_READ: return "gelezen";
    case SOURCE_REFUSED: return "geweigerd";
    case SOURCE_SAME: return "dubbel";
    case SOURCE_UNKNOWN: return "onbekend";
    }
    BUG("unknown fate");
}

/* Starts, stops and refusals in messages, which change rows from elsewhere. */
static uint64_t rows_applied(const struct source *source) {
    bool counts = source->kind == SOURCE_XML && source->fate == SOURCE_READ;
    return counts ? source->rows_read - source->rows_loaded - source->rows_refused - source->rows_replaced : 0;
}

static void put_source(struct json_writer *json, const struct source *source) {
    json_open(json, NULL, '{');
    json_text(json, "bestand", source->path);
    json_text(json, "tabel", table_name(source->table));
    json_text(json, "lot", fate_name(source->fate));
    json_number(json, "bytes", (int64_t)source->size);
    if (source->hashed)
        put_digest(json, source->sha256);
    if (source->kind == SOURCE_CSV && source->fate != SOURCE_UNKNOWN) {
        json_text(json, "codering", encoding_name(source->encoding));
        json_text(json, "scheidingsteken", separator_name(source->separator));
    }
    json_number(json, "gelezen", (int64_t)source->rows_read);
    json_number(json, "geladen", (int64_t)source->rows_loaded);
    json_number(json, "geweigerd", (int64_t)source->rows_refused);
    json_number(json, "vervangen", (int64_t)source->rows_replaced);
    json_number(json, "verwerkt", (int64_t)rows_applied(source));
    json_close(json, '}');
}

static void put_input(struct json_writer *json, const struct sources *sources) {
    unsigned char digest[SHA256_SIZE];
    char text[DIGEST_TEXT_SIZE];
    digest_input(sources, digest);
    json_text(json, "invoer_sha256", digest_text(digest, text));
    json_open(json, "invoer", '[');
    for (size_t i = 0; i < sources->list.len; i++)
        put_source(json, &sources->list.data[i]);
    json_close(json, ']');
}

static void put_findings(struct json_writer *json, const struct findings *findings) {
    uint64_t total[FINDING_COUNT];
    bevindingen_count(findings, total);
    json_open(json, "bevindingen", '[');
    for (unsigned k = 0; k < FINDING_COUNT; k++) {
        const struct finding_info *info = finding_info((enum finding_kind)k);
        if (total[k] == 0)
            continue;
        json_open(json, NULL, '{');
        json_text(json, "code", info->code);
        json_text(json, "ernst", severity_name(info->severity));
        json_text(json, "betekenis", info->meaning);
        json_number(json, "aantal", (int64_t)total[k]);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_links(struct json_writer *json, const struct dataset *data) {
    int64_t count[LINK_COUNT] = {0};
    for (size_t i = 0; i < data->declarations.len; i++)
        count[data->declarations.data[i].link]++;
    json_open(json, "koppeling", '{');
    for (unsigned i = 0; i < LINK_COUNT; i++)
        json_number(json, link_name((enum link)i), count[i]);
    json_close(json, '}');
}

/* ---- output ---- */

static bool put_output(struct json_writer *json, const char *dir, unsigned threads, struct arena *arena, size_t *files,
                       struct error *err) {
    struct output_digests digests;
    bool done = output_digests_take(&digests, dir, threads, arena, err);
    *files = digests.count;
    json_open(json, "uitvoer", '[');
    for (size_t i = 0; done && i < digests.count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "bestand", digests.list[i].path);
        json_number(json, "bytes", (int64_t)digests.list[i].size);
        put_digest(json, digests.list[i].sha256);
        json_close(json, '}');
    }
    json_close(json, ']');
    return done;
}

bool verantwoording_write(const struct accountability *facts, const char *dir, unsigned threads, size_t *files,
                          struct error *err) {
    struct arena arena;
    struct buf text = {0};
    struct json_writer json = {.out = &text};
    arena_init(&arena);
    json_open(&json, NULL, '{');
    put_request(&json, facts->options);
    put_time(&json, "begonnen", facts->began);
    bool done = put_settings(&json, facts, &arena, err);
    if (facts->options->weergave == WEERGAVE_INTERN) { /* names of files and exact numbers of rows are not public */
        put_input(&json, facts->sources);
        put_findings(&json, facts->findings);
        put_links(&json, facts->data);
    }
    done = done && put_output(&json, dir, threads, &arena, files, err);
    put_time(&json, "klaar", verantwoording_now());
    json_close(&json, '}');
    done = done && write_file(arena_printf(&arena, "%s/" VERANTWOORDING_NAME, dir), text.data, text.len, err);
    buf_release(&text);
    arena_release(&arena);
    return done;
}
