/*
 * Chunks of a CSV file.  Invariant: a chunk ends where a record ends, whatever its size; a record that is too long to
 * keep refuses the file, so memory stays bounded.  Called by table_load, from one thread at a time.
 */
#include "etl/csv_reader.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "etl/base/utf8.h"
#include "etl/record_scan.h"

enum { RECORD_MAX_MB = CHUNK_RECORD_MAX_MB, RECORD_MAX = RECORD_MAX_MB << 20, BOM_MAX = 3 };

void chunk_reader_init(struct chunk_reader *reader, struct arena *arena, size_t chunk_size) {
    *reader = (struct chunk_reader){.file = -1, .arena = arena, .chunk_size = chunk_size};
    reader->splitter = quoted_splitter_open();
}

void chunk_reader_release(struct chunk_reader *reader) {
    chunk_reader_close(reader);
    quoted_splitter_close(reader->splitter);
    buf_release(&reader->rest);
    buf_release(&reader->raw);
}

bool chunk_reader_is_open(const struct chunk_reader *reader) {
    return reader->source != NULL;
}

void chunk_reader_close(struct chunk_reader *reader) {
    if (reader->file >= 0)
        close(reader->file); /* it was only read: nothing can be lost */
    sha256_close(reader->sum, NULL);
    reader->sum = NULL;
    reader->file = -1;
    reader->source = NULL;
}

void chunk_reader_open(struct chunk_reader *reader, struct source *source, uint32_t number,
                       const struct assumptions *assumptions, bool hash) {
    chunk_reader_close(reader);
    reader->source = source;
    reader->read = 0;
    reader->at_end = reader->started = false;
    reader->rest.len = reader->raw.len = 0;
    reader->layout = arena_alloc(reader->arena, sizeof *reader->layout);
    *reader->layout = (struct layout){.schema = &schemas[source->table],
                                      .source = number,
                                      .windows_1252 = assumptions->windows_1252,
                                      .remarks = source->kind == SOURCE_TEMPLATE,
                                      .comma_file = assumptions->comma_file};
    source->encoding = assumptions->windows_1252 ? ENCODING_WINDOWS_1252 : ENCODING_UTF8;
    if (hash && !source->hashed)
        reader->sum = sha256_open();
    reader->file = open(source->file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    reader->failure = reader->file < 0 ? errno : 0;
}

/* ---- reading ---- */

/* Appends up to `want` bytes, fewer only at the end of the file; false with errno. */
static bool read_bytes(struct chunk_reader *reader, struct buf *into, size_t want) {
    buf_reserve(into, want);
    while (want > 0) {
        ssize_t got = pread(reader->file, into->data + into->len, want, (off_t)reader->read);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0) {
            if (!source_is_unchanged(reader->source, reader->file)) {
                errno = ESTALE;
                return false;
            }
            reader->at_end = true;
            break;
        }
        if (reader->sum)
            sha256_add(reader->sum, into->data + into->len, (size_t)got);
        reader->read += (uint64_t)got;
        into->len += (size_t)got;
        want -= (size_t)got;
    }
    into->data[into->len] = '\0';
    return true;
}

static bool is_utf16(const struct source *source) {
    return source->encoding == ENCODING_UTF16LE || source->encoding == ENCODING_UTF16BE;
}

static void drop_front(struct buf *buf, size_t len) {
    memmove(buf->data, buf->data + len, buf->len - len);
    buf->len -= len;
}

/* Looks at the first bytes of a file. */
static void take_bom(struct chunk_reader *reader, struct buf *text) {
    if (text->len >= 3 && memcmp(text->data, "\xEF\xBB\xBF", 3) == 0)
        drop_front(text, 3);
    else if (text->len >= 2 && memcmp(text->data, "\xFF\xFE", 2) == 0)
        reader->source->encoding = ENCODING_UTF16LE;
    else if (text->len >= 2 && memcmp(text->data, "\xFE\xFF", 2) == 0)
        reader->source->encoding = ENCODING_UTF16BE;
    if (!is_utf16(reader->source))
        return;
    reader->layout->windows_1252 = false;
    reader->raw.len = 0;
    buf_add(&reader->raw, text->data + 2, text->len - 2);
    text->len = 0;
}

/* Decodes what was read of a file in UTF-16; false when it is none. */
static bool decode(struct chunk_reader *reader, struct buf *text) {
    bool big_endian = reader->source->encoding == ENCODING_UTF16BE;
    size_t used = utf8_put_utf16(text, reader->raw.data, reader->raw.len, big_endian);
    if (used == SIZE_MAX || (reader->at_end && used < reader->raw.len))
        return false;
    drop_front(&reader->raw, used);
    return true;
}

/* FINDING_COUNT, or why the file cannot be read on. */
static enum finding_kind read_on(struct chunk_reader *reader, struct buf *text, size_t want) {
    bool first = reader->read == 0;
    if (first && want < BOM_MAX)
        want = BOM_MAX;
    if (!read_bytes(reader, !first && is_utf16(reader->source) ? &reader->raw : text, want)) {
        reader->failure = errno;
        return FINDING_UNREADABLE;
    }
    if (first)
        take_bom(reader, text);
    return is_utf16(reader->source) && !decode(reader, text) ? FINDING_BAD_UTF16 : FINDING_COUNT;
}

/* ---- chunks ---- */

static void refuse(struct chunk *chunk, enum finding_kind kind, size_t at) {
    chunk->refused = true;
    chunk->refusal = kind;
    chunk->refusal_at = at;
}

/* Binds the header; false when more has to be read first. */
static bool start(struct chunk_reader *reader, struct chunk *chunk, struct findings *findings) {
    const struct buf *text = &chunk->text;
    if (text->len > 0 && memchr(text->data, '\0', text->len)) {
        refuse(chunk, FINDING_NUL_BYTES, 0);
        return true;
    }
    findings_release(findings);
    switch (layout_bind(reader->layout, reader->arena, text->data, text->len, reader->at_end, reader->splitter,
                        findings, &chunk->begin)) {
    case LAYOUT_MORE: return false;
    case LAYOUT_REFUSED: refuse(chunk, FINDING_COUNT, 0); break;
    case LAYOUT_BOUND:
        chunk->layout = reader->layout;
        reader->source->separator = reader->layout->separator;
        break;
    case LAYOUT_EMPTY: chunk->begin = text->len; break;
    }
    reader->started = true;
    return true;
}

/* Finds the whole records; false when there are none yet. */
static bool cut(struct chunk_reader *reader, struct chunk *chunk) {
    const char *records = chunk->text.data + chunk->begin;
    size_t len = chunk->text.len - chunk->begin;
    chunk->end = chunk->text.len;
    if (len == 0)
        return reader->at_end;
    struct cut cut = record_cut(records, len, reader->layout->separator);
    if (reader->at_end) {
        if (cut.open)
            refuse(chunk, FINDING_QUOTE_OPEN, chunk->begin + cut.open_at);
        return true;
    }
    if (cut.end == 0 && len > RECORD_MAX) {
        refuse(chunk, cut.open ? FINDING_QUOTE_OPEN : FINDING_RECORD_TOO_LONG,
               chunk->begin + (cut.open ? cut.open_at : 0));
        return true;
    }
    chunk->end = chunk->begin + cut.end;
    return cut.end > 0;
}

static void fill(struct chunk_reader *reader, struct chunk *chunk, struct findings *findings) {
    size_t want = reader->chunk_size;
    for (;;) {
        enum finding_kind trouble = reader->failure ? FINDING_UNREADABLE : read_on(reader, &chunk->text, want);
        if (trouble != FINDING_COUNT) {
            refuse(chunk, trouble, 0);
            chunk->failure = reader->failure;
            return;
        }
        bool whole = reader->started || start(reader, chunk, findings);
        if (chunk->refused || (whole && cut(reader, chunk)))
            return;
        size_t len = chunk->text.len - chunk->begin;
        if (len > RECORD_MAX) { /* a header without an end */
            refuse(chunk, FINDING_RECORD_TOO_LONG, 0);
            return;
        }
        /* Twice as much each time, and never more than tells whether the record is too long. */
        want = len > reader->chunk_size ? len : reader->chunk_size;
        want = want < RECORD_MAX + 1 - len ? want : RECORD_MAX + 1 - len;
    }
}

void chunk_reader_next(struct chunk_reader *reader, struct chunk *chunk, struct findings *findings) {
    struct buf text = chunk->text;
    text.len = 0;
    *chunk = (struct chunk){.text = text, .refusal = FINDING_COUNT};
    chunk->layout = reader->started ? reader->layout : NULL;
    buf_add(&chunk->text, reader->rest.data, reader->rest.len);
    reader->rest.len = 0;
    fill(reader, chunk, findings);
    chunk->read = reader->read;
    chunk->last = chunk->refused || reader->at_end;
    if (!chunk->last)
        buf_add(&reader->rest, chunk->text.data + chunk->end, chunk->text.len - chunk->end);
    if (reader->at_end && reader->sum) {
        sha256_close(reader->sum, reader->source->sha256);
        reader->sum = NULL;
        reader->source->hashed = true;
    }
    if (chunk->last)
        chunk_reader_close(reader);
}
