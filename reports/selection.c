/*
 * The selection of aanbieders and gemeenten.  Called by rapport and cijfers, and for every row of the export.
 */
#include "reports/selection.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"

static bool select_aanbieder(struct selection *selection, const struct dataset *data, const char *code,
                             struct error *err) {
    for (size_t i = 0; i < data->aanbieders.len; i++)
        if (strcmp(data->aanbieders.data[i].code, code) == 0) {
            selection->aanbieder[data->aanbieders.data[i].organisatie] = true;
            return true;
        }
    return error_set(err, "--aanbieder %s: deze aanbiedercode staat niet in de tabel aanbieders", code);
}

static bool select_gemeente(struct selection *selection, const struct dataset *data, const char *code,
                            struct error *err) {
    for (size_t i = 0; i < data->gemeenten.len; i++)
        if (strcmp(data->gemeenten.data[i].code, code) == 0) {
            selection->gemeente[i] = true;
            return true;
        }
    return error_set(err, "--gemeente %s: deze gemeentecode staat niet in de tabel gemeenten", code);
}

bool selection_make(struct selection *selection, const struct dataset *data, const char *const *aanbieders,
                    size_t aanbieder_count, const char *const *gemeenten, size_t gemeente_count, struct error *err) {
    *selection = (struct selection){.active = aanbieder_count + gemeente_count > 0};
    if (!selection->active)
        return true;
    selection->aanbieder = mem_calloc(data->aanbieders.len, sizeof *selection->aanbieder);
    selection->gemeente = mem_calloc(data->gemeenten.len, sizeof *selection->gemeente);
    for (size_t i = 0; i < aanbieder_count; i++)
        if (!select_aanbieder(selection, data, aanbieders[i], err))
            return false;
    for (size_t i = 0; i < gemeente_count; i++)
        if (!select_gemeente(selection, data, gemeenten[i], err))
            return false;
    return true;
}

void selection_release(struct selection *selection) {
    free(selection->aanbieder);
    free(selection->gemeente);
    *selection = (struct selection){0};
}

bool selection_has_aanbieder(const struct selection *selection, size_t organisatie) {
    return !selection->active || selection->aanbieder[organisatie];
}

bool selection_has_gemeente(const struct selection *selection, size_t gemeente) {
    return !selection->active || selection->gemeente[gemeente];
}

bool selection_has_group(const struct selection *selection, const struct group *group) {
    if (!selection->active)
        return true;
    return (group->organisatie != GROUP_ALL && selection->aanbieder[group->organisatie - 1]) ||
           (group->gemeente != GROUP_ALL && selection->gemeente[group->gemeente - 1]);
}
