/*
 * From bytes on disk, packed or not, to the reader of messages.  Invariant: a message that is refused ends there, with
 * one finding; what it gave before is for the caller to take back.  Called by table_load and iwmo_files.
 */
#include "etl/iwmo_source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "etl/sha256.h"
#include "etl/xml_reader.h"
#include "etl/zip_archive.h"

struct iwmo_source {
    struct iwmo_reader *reader;
    struct iwmo_sink sink;
    const struct source *from; /* NULL: none is open */
    uint32_t number;
    uint64_t read;
    int file; /* -1: a member, or none */
    struct zip_archive *archive;
    const char *archive_file; /* the archive that stays open for the next member */
    struct sha256 *sum;
    const char *trouble; /* why the bytes cannot be read, NULL */
    char buffer[XML_PIECE];
};

void iwmo_piece_release(struct iwmo_piece *piece) {
    VEC_FREE(piece->facts.list);
    findings_release(&piece->refusal);
    buf_release(&piece->identity);
}

struct iwmo_source *iwmo_source_new(void) {
    struct iwmo_source *source = mem_calloc(1, sizeof *source);
    source->reader = iwmo_reader_open();
    source->file = -1;
    return source;
}

void iwmo_source_free(struct iwmo_source *source) {
    iwmo_source_close(source);
    zip_archive_close(source->archive);
    iwmo_sink_release(&source->sink);
    iwmo_reader_close(source->reader);
    free(source);
}

bool iwmo_source_is_open(const struct iwmo_source *source) {
    return source->from != NULL;
}

void iwmo_source_close(struct iwmo_source *source) {
    if (source->file >= 0)
        close(source->file); /* it was only read: nothing can be lost */
    if (source->archive)
        zip_member_close(source->archive);
    sha256_close(source->sum, NULL);
    source->sum = NULL;
    source->file = -1;
    source->from = NULL;
}

/* ---- bytes ---- */

static void open_member(struct iwmo_source *source, const struct source *from) {
    if (!source->archive || strcmp(source->archive_file, from->file) != 0) {
        zip_archive_close(source->archive);
        source->archive = zip_archive_open(from->file, &source->trouble);
        source->archive_file = from->file;
    }
    if (source->archive && zip_member_open(source->archive, from->member, &source->trouble))
        source->trouble = NULL;
}

static void open_bytes(struct iwmo_source *source, const struct source *from) {
    iwmo_source_close(source);
    source->from = from;
    source->read = 0;
    source->trouble = NULL;
    if (from->packed) {
        open_member(source, from);
        return;
    }
    source->file = open(from->file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (source->file < 0)
        source->trouble = error_wording(errno);
}

/* Fills the buffer, 0 at the end of the message; false when it cannot be read. */
static bool read_bytes(struct iwmo_source *source, size_t *got) {
    if (source->trouble)
        return false;
    if (source->file < 0) {
        if (!zip_member_read(source->archive, source->buffer, sizeof source->buffer, got, &source->trouble))
            return false;
        source->trouble = NULL;
    } else {
        ssize_t count;
        do
            count = read(source->file, source->buffer, sizeof source->buffer);
        while (count < 0 && errno == EINTR);
        if (count == 0 && !source_is_unchanged(source->from, source->file)) {
            count = -1;
            errno = ESTALE;
        }
        if (count < 0) {
            source->trouble = error_wording(errno);
            return false;
        }
        *got = (size_t)count;
    }
    source->read += *got;
    if (source->sum)
        sha256_add(source->sum, source->buffer, *got);
    return true;
}

/* ---- messages ---- */

void iwmo_source_begin(struct iwmo_source *source, const struct source *from, uint32_t number, bool hash) {
    open_bytes(source, from);
    source->number = number;
    if (hash && !from->hashed)
        source->sum = sha256_open();
    const struct iwmo_handlers handlers = iwmo_sink_begin(&source->sink);
    unsigned kinds = 0;
    for (unsigned kind = 0; kind < IWMO_KINDS; kind++)
        kinds |= iwmo_table((enum iwmo_kind)kind) == from->table ? IWMO_BIT(kind) : 0;
    iwmo_reader_begin(source->reader, &handlers, kinds);
}

static void refuse_bytes(struct iwmo_source *source, struct iwmo_piece *piece) {
    enum finding_kind kind = source->from->packed ? FINDING_MEMBER_REFUSED : FINDING_UNREADABLE;
    findings_add_text(&piece->refusal, kind, (struct place){source->number, LINE_NONE, COLUMN_NONE},
                      slice_of(source->trouble));
}

static void refuse_message(struct iwmo_source *source, struct iwmo_piece *piece) {
    const struct iwmo_verdict *verdict = iwmo_reader_verdict(source->reader);
    struct place place = {source->number, verdict->line, COLUMN_NONE};
    findings_add_texts(&piece->refusal, verdict->kind, place, verdict->first, verdict->second);
}

static void end_message(struct iwmo_source *source, struct iwmo_piece *piece) {
    if (piece->refusal.list.len == 0) {
        iwmo_sink_end(&source->sink, iwmo_reader_kind(source->reader));
        buf_add(&piece->identity, source->sink.identity.data, source->sink.identity.len);
        piece->hashed = source->sum != NULL;
        sha256_close(source->sum, piece->sha256);
        source->sum = NULL;
    }
    piece->last = true;
    iwmo_source_close(source);
}

void iwmo_source_next(struct iwmo_source *source, struct row_block *block, struct iwmo_piece *piece, uint64_t bytes) {
    uint64_t until = source->read + bytes;
    size_t got = 1;
    source->sink.block = block;
    source->sink.facts = &piece->facts;
    piece->facts.list.len = 0;
    piece->identity.len = 0;
    findings_truncate(&piece->refusal, 0);
    piece->last = piece->hashed = false;
    while (got > 0 && piece->refusal.list.len == 0 && source->read < until) {
        if (!read_bytes(source, &got))
            refuse_bytes(source, piece);
        else if (!iwmo_reader_feed(source->reader, source->buffer, got, got == 0))
            refuse_message(source, piece);
    }
    piece->read = source->read;
    if (got == 0 || piece->refusal.list.len > 0)
        end_message(source, piece);
}

/* ---- what is it? ---- */

enum table iwmo_source_table(struct iwmo_source *source, const struct source *from) {
    size_t got = 0;
    iwmo_reader_begin_kind(source->reader);
    open_bytes(source, from);
    if (read_bytes(source, &got))
        iwmo_reader_feed(source->reader, source->buffer, got, got == 0);
    iwmo_source_close(source);
    enum iwmo_kind kind = iwmo_reader_kind(source->reader);
    return kind == IWMO_KINDS ? TABLE_NONE : iwmo_table(kind);
}
