/*
 * The step that writes the workbooks of a rapport into the staging directory.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "etl/base/mem.h"
#include "reports/book/book_write.h"
#include "reports/command_run.h"
#include "reports/digest.h"
#include "reports/dutch.h"
#include "reports/sheets/books.h"
#include "reports/uitvraag.h"

/* The folder of a book when it is not that of the book before it, else NULL: books of one folder follow each other. */
static const char *new_folder(struct run *run, const struct books *books, size_t index) {
    const char *path = books_path(books, index);
    const char *before = index > 0 ? books_path(books, index - 1) : "";
    const char *slash = strchr(path, '/');
    if (slash == NULL || strncmp(path, before, (size_t)(slash - path) + 1) == 0)
        return NULL;
    return run_staged(run, arena_strndup(&run->arena, path, (size_t)(slash - path)));
}

static bool make_folders(struct run *run, const struct books *books) {
    for (size_t i = 0; i < books_count(books); i++) {
        const char *folder = new_folder(run, books, i);
        if (folder != NULL && mkdir(folder, 0777) != 0)
            return error_set_errno(&run->err, errno, "%s kan niet worden gemaakt", folder);
    }
    return true;
}

static void show_progress(void *context, size_t done) {
    struct log *log = context;
    if (!log->terminal || !log_progress_due(log))
        return;
    struct buf line = {0};
    dutch_put_counted(&line, done, "werkboek geschreven", "werkboeken geschreven");
    log_progress(log, line.data);
    buf_release(&line);
}

/* Writes all jobs and frees them; what they make is called `one` or `more`. */
static bool write_jobs(struct run *run, struct book_job *jobs, size_t count, const char *one, const char *more) {
    bool done = book_write_all(jobs, count, run->options.taken, show_progress, &run->log, &run->err);
    free(jobs);
    run->books = count;
    log_detail(&run->log, count, one, more);
    return done;
}

static bool write_books(struct run *run, const struct books *books) {
    size_t count = books_count(books);
    struct book_job *jobs = mem_calloc(count, sizeof *jobs);
    for (size_t i = 0; i < count; i++)
        jobs[i] = (struct book_job){
            .path = run_staged(run, books_path(books, i)), .build = books_build, .context = books_context(books, i)};
    return write_jobs(run, jobs, count, "werkboek", "werkboeken");
}

static bool write_forms(struct run *run, const struct uitvraag *uitvraag) {
    size_t count = uitvraag_count(uitvraag);
    struct book_job *jobs = mem_calloc(count, sizeof *jobs);
    for (size_t i = 0; i < count; i++)
        jobs[i] = (struct book_job){.path = run_staged(run, uitvraag_path(uitvraag, i)),
                                    .build = uitvraag_build,
                                    .context = uitvraag_context(uitvraag, i)};
    return write_jobs(run, jobs, count, "formulier", "formulieren");
}

struct books_input run_books_input(struct run *run) {
    return (struct books_input){
        .run = {.figures = &run->figures,
                .settings = &run->settings,
                .disclosure = &run->disclosure,
                .findings = &run->findings,
                .sources = &run->sources},
        .templates = &run->sheet_templates,
        .selection = &run->selection,
        .version = WMO_VERSION,
    };
}

/* With the sum over all that was read, which a workbook names. */
static struct books_input accountable_input(struct run *run) {
    struct books_input input = run_books_input(run);
    unsigned char digest[SHA256_SIZE];
    char text[DIGEST_TEXT_SIZE];
    digest_input(&run->sources, digest);
    input.input_digest = arena_strdup(&run->arena, digest_text(digest, text));
    return input;
}

bool run_books(struct run *run) {
    struct books_input input = accountable_input(run);
    struct books *books = books_new(&input);
    bool done = make_folders(run, books) && write_books(run, books);
    books_free(books);
    return done || run_stop(run, STATUS_OUTPUT);
}

bool run_forms(struct run *run) {
    struct books_input input = accountable_input(run);
    struct uitvraag *uitvraag = uitvraag_new(&input);
    bool done = write_forms(run, uitvraag);
    uitvraag_free(uitvraag);
    return done || run_stop(run, STATUS_OUTPUT);
}
