/*
 * Two small tables, of gemeenten and of aanbieders.  Those of which nothing is missing are only counted, so that what
 * has to be asked for stands out.  Called by controle with --periode.
 */
#include "reports/command_delivered.h"

#include "etl/base/utf8.h"
#include "reports/dutch.h"
#include "reports/screen.h"

enum { ROWS_SHOWN = 10, NAME_WIDTH = 30, COLUMNS = 3 };

struct column {
    const char *head;
    int width;
    enum delivered_table table;
};

/* What differs between the two. */
struct parties {
    const char *one;
    const char *more;
    const struct delivery *list;
    size_t count;
    struct column columns[COLUMNS];
    size_t columns_len;
    const char *(*code)(const struct dataset *data, size_t index);
    const char *(*name)(const struct dataset *data, size_t index);
};

static const char *gemeente_code(const struct dataset *data, size_t index) {
    return data->gemeenten.data[index].code;
}

static const char *gemeente_name(const struct dataset *data, size_t index) {
    return data->gemeenten.data[index].naam;
}

static const char *aanbieder_code(const struct dataset *data, size_t index) {
    return data->aanbieders.data[index].code;
}

static const char *aanbieder_name(const struct dataset *data, size_t index) {
    return data->aanbieders.data[index].naam;
}

static void put_head(const struct parties *parties, struct buf *out) {
    buf_putc(out, '\n');
    screen_put_left(out, parties->one, NAME_WIDTH);
    for (size_t i = 0; i < parties->columns_len; i++)
        screen_put_left(out, parties->columns[i].head, (size_t)parties->columns[i].width);
    buf_puts(out, "niets gedeclareerd\n");
}

static void put_row(const struct parties *parties, const struct delivered *delivered, const struct dataset *data,
                    size_t index, struct buf *out) {
    struct buf name = {0};
    const struct delivery *delivery = &parties->list[index];
    buf_printf(&name, "%s %s", parties->code(data, index), parties->name(data, index));
    name.data[utf8_cut(name.data, name.len, NAME_WIDTH - 1)] = '\0';
    screen_put_left(out, name.data, NAME_WIDTH);
    buf_release(&name);
    for (size_t i = 0; i < parties->columns_len; i++)
        screen_put_left(out, delivered_answer_name(delivery->answer[parties->columns[i].table]),
                        (size_t)parties->columns[i].width);
    if (delivery->missing == 0)
        buf_puts(out, "–");
    delivered_put_months(&delivered->period, delivery->missing, out);
    buf_putc(out, '\n');
}

static void put_parties(const struct parties *parties, const struct delivered *delivered, const struct dataset *data,
                        bool all, struct buf *out) {
    size_t lacking = 0;
    size_t whole = 0;
    size_t shown = 0;
    for (size_t i = 0; i < parties->count; i++) {
        lacking += parties->list[i].lacking;
        whole += parties->list[i].shown && !parties->list[i].lacking;
    }
    if (lacking > 0 || all)
        put_head(parties, out);
    for (size_t i = 0; i < parties->count; i++) {
        const struct delivery *delivery = &parties->list[i];
        if (all ? !delivery->shown : !delivery->lacking || shown == ROWS_SHOWN)
            continue;
        put_row(parties, delivered, data, i, out);
        shown++;
    }
    if (!all && lacking > shown) {
        buf_puts(out, "… en nog ");
        dutch_put_counted(out, lacking - shown, parties->one, parties->more);
        buf_puts(out, " (alle met --uitgebreid)\n");
    }
    if (all || whole == 0)
        return;
    buf_puts(out, lacking > 0 ? "Van " : "\nVan ");
    dutch_put_counted(out, whole, parties->one, parties->more);
    buf_puts(out, " ontbreekt niets.\n");
}

void delivered_put(const struct delivered *delivered, const struct dataset *data, bool all, struct buf *out) {
    const struct parties gemeenten = {
        .one = "gemeente",
        .more = "gemeenten",
        .list = delivered->gemeenten,
        .count = data->gemeenten.len,
        .columns = {{"indicaties", 11, DELIVERED_INDICATIES},
                    {"declaraties", 12, DELIVERED_DECLARATIES},
                    {"voorveld", 9, DELIVERED_VOORVELD}},
        .columns_len = 3,
        .code = gemeente_code,
        .name = gemeente_name,
    };
    const struct parties aanbieders = {
        .one = "aanbieder",
        .more = "aanbieders",
        .list = delivered->aanbieders,
        .count = data->aanbieders.len,
        .columns = {{"declaraties", 12, DELIVERED_DECLARATIES}, {"managementinfo", 15, DELIVERED_MANAGEMENTINFORMATIE}},
        .columns_len = 2,
        .code = aanbieder_code,
        .name = aanbieder_name,
    };
    buf_printf(out, "\nGeleverd over %s; laatste volledige maand: ", delivered->period.name);
    if (delivered->complete == DELIVERED_NO_MONTH)
        buf_puts(out, "geen");
    else
        delivered_put_month(&delivered->period, delivered->complete, out);
    buf_printf(out, "\n(over een volledige maand declareerden aanbieders met %d%% van de lopende indicaties)\n",
               DELIVERED_COMPLETE);
    put_parties(&gemeenten, delivered, data, all, out);
    put_parties(&aanbieders, delivered, data, all, out);
}
