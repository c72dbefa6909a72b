/*
 * Minizip on a file that is read through a window of our own.  Invariant: an archive may hold at most MEMBERS_MAX files
 * and unpack to RATIO_MAX times its size; what claims more is a bomb and is refused before anything is unpacked.
 */
#include "etl/zip_archive.h"

#include <errno.h>
#include <fcntl.h>
#include <minizip/unzip.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"

enum {
    MEMBERS_MAX = 1000000,
    RATIO_MAX = 250,  /* messages shrink to a tenth or a thirtieth */
    SLACK = 64 << 20, /* bytes that any archive may unpack to */
    NAME_SIZE = 4096,
    WINDOW = 1 << 14, /* small: reading a member goes to and fro between it and the directory */
    ENCRYPTED = 1,    /* bit of the flags */
    STORED = 0,       /* methods */
    DEFLATED = 8
};

static const char DAMAGED[] = "het is beschadigd";

struct zip_archive {
    unzFile zip; /* NULL: an archive without members, which minizip takes for none */
    int file;
    uint64_t size;
    uint64_t at;
    bool failed; /* reading from disk */
    bool member;
    uint64_t left; /* of the member that is open */
    uint64_t window_at;
    size_t window_len;
    char window[WINDOW];
};

/* ---- bytes of the file, for minizip ---- */

static voidpf ZCALLBACK io_open(voidpf opaque, const void *name, int mode) {
    (void)name;
    (void)mode;
    return opaque;
}

static bool fill_window(struct zip_archive *archive) {
    ssize_t got;
    do
        got = pread(archive->file, archive->window, WINDOW, (off_t)archive->at);
    while (got < 0 && errno == EINTR);
    archive->window_at = archive->at;
    archive->window_len = got > 0 ? (size_t)got : 0;
    archive->failed |= got < 0;
    return got > 0;
}

static uLong ZCALLBACK io_read(voidpf opaque, voidpf stream, void *bytes, uLong len) {
    struct zip_archive *archive = stream;
    uLong done = 0;
    (void)opaque;
    while (done < len) {
        bool inside = archive->at >= archive->window_at && archive->at - archive->window_at < archive->window_len;
        if (!inside && !fill_window(archive))
            break;
        size_t skip = (size_t)(archive->at - archive->window_at);
        size_t part = archive->window_len - skip < len - done ? archive->window_len - skip : len - done;
        memcpy((char *)bytes + done, archive->window + skip, part);
        archive->at += part;
        done += part;
    }
    return done;
}

static uLong ZCALLBACK io_write(voidpf opaque, voidpf stream, const void *bytes, uLong len) {
    (void)opaque;
    (void)stream;
    (void)bytes;
    (void)len;
    return 0;
}

static ZPOS64_T ZCALLBACK io_tell(voidpf opaque, voidpf stream) {
    (void)opaque;
    return ((struct zip_archive *)stream)->at;
}

static long ZCALLBACK io_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
    struct zip_archive *archive = stream;
    (void)opaque;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR)
        offset += archive->at;
    else if (origin == ZLIB_FILEFUNC_SEEK_END)
        offset += archive->size;
    if (offset > archive->size)
        return -1;
    archive->at = offset;
    return 0;
}

static int ZCALLBACK io_close(voidpf opaque, voidpf stream) {
    (void)opaque;
    (void)stream;
    return 0;
}

static int ZCALLBACK io_error(voidpf opaque, voidpf stream) {
    (void)opaque;
    return ((struct zip_archive *)stream)->failed;
}

/* ---- the archive ---- */

/*
 * Looks for the record that ends an archive, which minizip also takes when it is cut off.  `members` is what it says of
 * their number: an archive of none is an archive, though not for minizip.
 */
static bool find_end(struct zip_archive *archive, unsigned *members) {
    enum { END_SIZE = 22, MEMBERS_AT = 10, COMMENT_AT = 20, COMMENT_MAX = UINT16_MAX };
    size_t len = archive->size < END_SIZE + COMMENT_MAX ? (size_t)archive->size : END_SIZE + COMMENT_MAX;
    unsigned char *tail = mem_realloc(NULL, len, 1);
    archive->at = archive->size - len;
    bool found = false;
    size_t at = io_read(NULL, archive, tail, len) == len && len >= END_SIZE ? len - END_SIZE + 1 : 0;
    while (at-- > 0 && !found) {
        const unsigned char *end = tail + at;
        *members = end[MEMBERS_AT] | (unsigned)end[MEMBERS_AT + 1] << 8;
        found = memcmp(end, "PK\5\6", 4) == 0 &&
                at + END_SIZE + (end[COMMENT_AT] | (size_t)end[COMMENT_AT + 1] << 8) <= len;
    }
    free(tail);
    return found;
}

struct zip_archive *zip_archive_open(const char *file, const char **reason) {
    struct zip_archive *archive = mem_calloc(1, sizeof *archive);
    zlib_filefunc64_def functions = {io_open, io_read, io_write, io_tell, io_seek, io_close, io_error, archive};
    struct stat status;
    archive->file = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (archive->file < 0 || fstat(archive->file, &status) != 0) {
        *reason = error_wording(errno);
        zip_archive_close(archive);
        return NULL;
    }
    unsigned members = 0;
    archive->size = (uint64_t)status.st_size;
    if (find_end(archive, &members)) {
        archive->zip = unzOpen2_64(file, &functions);
        if (archive->zip || members == 0)
            return archive;
    }
    *reason = "het is geen zip-bestand, of het is afgebroken";
    zip_archive_close(archive);
    return NULL;
}

void zip_archive_close(struct zip_archive *archive) {
    if (!archive)
        return;
    zip_member_close(archive);
    if (archive->zip)
        unzClose(archive->zip);
    if (archive->file >= 0)
        close(archive->file); /* it was only read: nothing can be lost */
    free(archive);
}

bool zip_archive_list(struct zip_archive *archive, void (*each)(void *context, const struct zip_entry *entry),
                      void *context, const char **reason) {
    static const char bomb[] = "het pakt uit tot veel meer dan een archief van berichten";
    uint64_t room = archive->size * RATIO_MAX + SLACK;
    char name[NAME_SIZE];
    unz_global_info64 all = {0};
    if (archive->zip)
        unzGetGlobalInfo64(archive->zip, &all);
    int status = all.number_entry == 0 ? UNZ_END_OF_LIST_OF_FILE : unzGoToFirstFile(archive->zip);
    for (unsigned members = 0; status == UNZ_OK; members++) {
        unz_file_info64 info;
        unz64_file_pos at;
        if (unzGetCurrentFileInfo64(archive->zip, &info, name, sizeof name, NULL, 0, NULL, 0) != UNZ_OK ||
            unzGetFilePos64(archive->zip, &at) != UNZ_OK)
            break;
        if (members == MEMBERS_MAX || info.uncompressed_size > room) {
            *reason = bomb;
            return false;
        }
        room -= info.uncompressed_size;
        size_t len = info.size_filename < sizeof name ? info.size_filename : sizeof name;
        struct zip_entry entry = {{name, len}, at.pos_in_zip_directory, info.uncompressed_size};
        if (len > 0 && name[len - 1] != '/')
            each(context, &entry);
        status = unzGoToNextFile(archive->zip);
    }
    *reason = DAMAGED;
    return status == UNZ_END_OF_LIST_OF_FILE;
}

/* ---- a member ---- */

bool zip_member_open(struct zip_archive *archive, uint64_t at, const char **reason) {
    const unz64_file_pos position = {at, 0};
    unz_file_info64 info;
    zip_member_close(archive);
    *reason = DAMAGED;
    if (unzGoToFilePos64(archive->zip, &position) != UNZ_OK ||
        unzGetCurrentFileInfo64(archive->zip, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
        return false;
    if (info.flag & ENCRYPTED) {
        *reason = "er is een wachtwoord nodig";
        return false;
    }
    if (info.compression_method != STORED && info.compression_method != DEFLATED) {
        *reason = "het is ingepakt op een manier die niet wordt gelezen";
        return false;
    }
    archive->member = unzOpenCurrentFile(archive->zip) == UNZ_OK;
    archive->left = info.uncompressed_size;
    return archive->member;
}

bool zip_member_read(struct zip_archive *archive, char *bytes, size_t len, size_t *got, const char **reason) {
    *reason = DAMAGED;
    int read = unzReadCurrentFile(archive->zip, bytes, (unsigned)len);
    if (read < 0 || (uint64_t)read > archive->left || (read == 0 && archive->left > 0))
        return false;
    archive->left -= (uint64_t)read;
    *got = (size_t)read;
    if (read > 0)
        return true;
    archive->member = false;
    return unzCloseCurrentFile(archive->zip) == UNZ_OK; /* here the sum is checked */
}

void zip_member_close(struct zip_archive *archive) {
    if (archive->member)
        unzCloseCurrentFile(archive->zip);
    archive->member = false;
}
