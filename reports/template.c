/*
 * Finds template files.  Called by the settings and by everything else that reads a template.
 */
#include "reports/template.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
            good = error_set(err,
                             "%s%s/%s: zo heet geen bestand met instellingen; verwacht de naam van een meegeleverd "
                             "bestand, zoals instellingen.csv",
                             dirs->own, folder, name);
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
