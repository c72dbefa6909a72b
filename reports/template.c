/*
 * Finds and reads template files.  Invariant: a row reaches the caller only with all its columns, in the caller's
 * order, without a required value missing.
 */
#include "reports/template.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "etl/base/buf.h"

const char *template_path(const struct template_dirs *dirs, const char *name, struct arena *arena) {
    if (dirs->own != NULL) {
        const char *path = arena_printf(arena, "%s/%s", dirs->own, name);
        if (access(path, F_OK) == 0)
            return path;
    }
    return arena_printf(arena, "%s/%s", dirs->shipped, name);
}

static int is_table(const struct dirent *entry) {
    size_t len = strlen(entry->d_name);
    return entry->d_name[0] != '.' && entry->d_name[0] != '~' && len > 4 &&
           strcmp(entry->d_name + len - 4, ".csv") == 0;
}

/* In the byte order of names, so that of several mistakes always the same one is named. */
static int by_name(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool check_folder(const struct template_dirs *dirs, const char *folder, struct error *err) {
    struct arena arena;
    struct dirent **entries;
    arena_init(&arena);
    int count = scandir(arena_printf(&arena, "%s%s", dirs->own, folder), &entries, is_table, by_name);
    bool good = true;
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        if (good && access(arena_printf(&arena, "%s%s/%s", dirs->shipped, folder, name), F_OK) != 0)
            good = error_set(err, "%s%s/%s: zo heet geen bestand met instellingen; verwacht een naam als in %s%s",
                             dirs->own, folder, name, dirs->shipped, folder);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    arena_release(&arena);
    return good;
}

bool template_check_names(const struct template_dirs *dirs, struct error *err) {
    return dirs->own == NULL || (check_folder(dirs, "", err) && check_folder(dirs, "/tabellen", err));
}

struct reading {
    struct template_row row;
    size_t count;
    size_t place[TEMPLATE_COLUMNS_MAX]; /* of field i of the file: which column */
    size_t fields;
};

static bool read_header(struct reading *reading, char *line, struct error *err) {
    const struct template_row *row = &reading->row;
    bool seen[TEMPLATE_COLUMNS_MAX] = {false};
    for (char *name; (name = strsep(&line, ";")) != NULL; reading->fields++) {
        size_t i = 0;
        while (i < reading->count && strcmp(row->columns[i].name, name) != 0)
            i++;
        if (i == reading->count || seen[i])
            return error_set(err, "%s, regel %lu: de kolom '%s' hoort hier niet", row->path, row->line, name);
        seen[i] = true;
        reading->place[reading->fields] = i;
    }
    for (size_t i = 0; i < reading->count; i++)
        if (!seen[i])
            return error_set(err, "%s, regel %lu: de kolom '%s' ontbreekt", row->path, row->line, row->columns[i].name);
    return true;
}

static bool read_cells(struct reading *reading, char *line, struct error *err) {
    struct template_row *row = &reading->row;
    for (size_t i = 0; i < reading->count; i++)
        row->cell[i] = "";
    size_t field = 0;
    for (char *cell; (cell = strsep(&line, ";")) != NULL; field++) {
        if (field >= reading->fields)
            return error_set(err, "%s, regel %lu: te veel velden; verwacht er %zu", row->path, row->line,
                             reading->fields);
        row->cell[reading->place[field]] = cell;
    }
    for (size_t i = 0; i < reading->count; i++)
        if (row->columns[i].required && row->cell[i][0] == '\0')
            return template_mistake(row, i, err, "hier ontbreekt een waarde");
    return true;
}

bool template_read(const char *path, const struct template_column *columns, size_t count,
                   bool (*each)(void *context, const struct template_row *row, struct error *err), void *context,
                   struct error *err) {
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return error_set_errno(err, errno, "%s kan niet worden gelezen", path);
    struct reading reading = {.row = {.path = path, .columns = columns}, .count = count};
    char line[4096];
    bool good = true;
    while (good && fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\r\n")] = '\0';
        if (++reading.row.line == 1)
            good = read_header(&reading, line, err);
        else if (line[0] != '\0')
            good = read_cells(&reading, line, err) && each(context, &reading.row, err);
    }
    fclose(file);
    return good;
}
