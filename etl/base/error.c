/*
 * Sentences of failures.  Invariant: a message is always valid UTF-8 and terminated, also when it was cut.
 * Called from everywhere.
 */
#include "etl/base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "etl/base/message.h"

static const struct {
    int number;
    const char *wording;
} wordings[] = {
    {ENOENT, "bestaat niet"},
    {EACCES, "geen rechten"},
    {EPERM, "niet toegestaan"},
    {ENOSPC, "de schijf is vol"},
    {EDQUOT, "het schijfquotum is bereikt"},
    {EFBIG, "het bestand wordt te groot"},
    {EROFS, "de schijf is alleen-lezen"},
    {EISDIR, "is een map"},
    {ENOTDIR, "is geen map"},
    {ENAMETOOLONG, "de naam is te lang"},
    {ELOOP, "te veel koppelingen achter elkaar"},
    {EMFILE, "te veel bestanden tegelijk open"},
    {ENFILE, "te veel bestanden tegelijk open op deze computer"},
    {ENOMEM, "te weinig geheugen"},
    {EAGAIN, "er draaien te veel programma's; probeer het later opnieuw"},
    {EIO, "lees- of schrijffout van de schijf"},
    {EPIPE, "de ontvanger is gestopt met lezen"},
    {ESTALE, "is veranderd terwijl het werd gelezen"},
    {EEXIST, "bestaat al"},
    {EBUSY, "is in gebruik"},
    {ETXTBSY, "is in gebruik"},
};

const char *error_wording(int number) {
    for (size_t i = 0; i < sizeof wordings / sizeof wordings[0]; i++)
        if (wordings[i].number == number)
            return wordings[i].wording;
    return "onverwachte fout van het besturingssysteem";
}

/* Takes back the bytes of a character that did not fit whole. */
static void cut_at_character(char *text, size_t size, int wanted) {
    if (wanted < 0 || (size_t)wanted < size)
        return;
    size_t end = size - 1;
    while (end > 0 && ((unsigned char)text[end - 1] & 0xC0U) == 0x80U)
        end--;
    if (end > 0 && (unsigned char)text[end - 1] >= 0xC0U)
        end--;
    text[end] = '\0';
}

bool error_set(struct error *err, const char *fmt, ...) {
    va_list args;
    va_start(args, fmt);
    int wanted = vsnprintf(err->message, sizeof err->message, fmt, args);
    va_end(args);
    cut_at_character(err->message, sizeof err->message, wanted);
    return false;
}

bool error_set_errno(struct error *err, int number, const char *fmt, ...) {
    char what[768];
    va_list args;
    va_start(args, fmt);
    int wanted = vsnprintf(what, sizeof what, fmt, args);
    va_end(args);
    cut_at_character(what, sizeof what, wanted);
    return error_set(err, "%s: %s", what, error_wording(number));
}

_Noreturn void bug_abort(const char *file, int line, const char *what) {
    char sentence[256];
    snprintf(sentence, sizeof sentence, "interne fout in %s, regel %d: %s", file, line, what);
    message_write(PRIORITY_ERROR, sentence);
    abort();
}
