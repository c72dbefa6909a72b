/*
 * The step that writes the workbooks of a rapport into the staging directory.
 */
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "etl/base/mem.h"
#include "reports/book/book_write.h"
#include "reports/command_run.h"
#include "reports/dutch.h"
#include "reports/sheets/books.h"

/* The folders of the workbooks, reports/sheets/books.h. */
static const char *const folders[] = {"aanbieders", "gemeenten"};

static bool make_folders(struct run *run) {
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        const char *path = run_staged(run, folders[i]);
        if (mkdir(path, 0777) != 0)
            return error_set_errno(&run->err, errno, "%s kan niet worden gemaakt", path);
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

static bool write_books(struct run *run, const struct books *books) {
    size_t count = books_count(books);
    struct book_job *jobs = mem_calloc(count, sizeof *jobs);
    for (size_t i = 0; i < count; i++)
        jobs[i] = (struct book_job){
            .path = run_staged(run, books_path(books, i)), .build = books_build, .context = books_context(books, i)};
    bool done = book_write_all(jobs, count, run->options.taken, show_progress, &run->log, &run->err);
    free(jobs);
    log_detail(&run->log, count, "werkboek", "werkboeken");
    return done;
}

bool run_books(struct run *run) {
    struct books_input input = {
        .run = {.figures = &run->figures,
                .settings = &run->settings,
                .disclosure = &run->disclosure,
                .findings = &run->findings,
                .sources = &run->sources},
        .templates = &run->sheet_templates,
        .selection = &run->selection,
        .version = WMO_VERSION,
    };
    struct books *books = books_new(&input);
    bool done = make_folders(run) && write_books(run, books);
    books_free(books);
    return done || run_stop(run, STATUS_OUTPUT);
}
