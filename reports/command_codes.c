/*
 * `wmo-mi controle --codes`: every kind of finding with its severity, what it means and what to do about it, from the
 * one table of findings.  Called by the pipeline; loads nothing.
 */
#include <stdio.h>
#include <string.h>

#include "etl/base/utf8.h"
#include "etl/findings.h"
#include "reports/command_run.h"

enum { SCREEN_WIDTH = 79, CODE_WIDTH = 6, INDENT = 8 };

/* What the first letter of a code stands for; codes of one letter stand together in the table. */
static const char *subject(char letter) {
    switch (letter) {
    case 'B': return "Bestanden";
    case 'K': return "Koppen: de eerste regel van een bestand";
    case 'R': return "Regels";
    case 'V': return "Waarden";
    case 'E': return "Excel";
    case 'D': return "Dubbele regels";
    case 'S': return "Samenhang";
    case 'F': return "Ingevulde formulieren";
    case 'M': return "iWmo-berichten en archieven";
    default: BUG("a code of an unknown letter");
    }
}

/* Appends the words of a text to a line that holds `width` characters already, and ends it. */
static void put_wrapped(const char *text, size_t width, struct buf *out) {
    bool first = true;
    while (*text != '\0') {
        size_t len = strcspn(text, " ");
        size_t shown = utf8_count(text, len);
        if (!first && width + 1 + shown > SCREEN_WIDTH) {
            buf_printf(out, "\n%*s", INDENT, "");
            width = INDENT;
        } else if (!first) {
            buf_putc(out, ' ');
            width++;
        }
        buf_add(out, text, len);
        width += shown;
        text += len + (text[len] == ' ');
        first = false;
    }
    buf_putc(out, '\n');
}

static void put_code(const struct finding_info *info, struct buf *out) {
    char head[32];
    int width = snprintf(head, sizeof head, "  %-*s%s: ", CODE_WIDTH, info->code, severity_name(info->severity));
    buf_puts(out, head);
    put_wrapped(info->meaning, (size_t)width, out);
    buf_printf(out, "%*s", INDENT, "");
    put_wrapped(info->remedy, INDENT, out);
}

bool run_codes(struct run *run) {
    struct buf text = {0};
    buf_puts(&text, "Elke bevinding heeft een code. Erachter staan de ernst (bij een fout is de\n"
                    "regel of het bestand weggelaten) en wat er is; eronder wat eraan te doen is.\n");
    char letter = '\0';
    for (unsigned kind = 0; kind < FINDING_COUNT; kind++) {
        const struct finding_info *info = finding_info((enum finding_kind)kind);
        if (info->code[0] != letter)
            buf_printf(&text, "\n%s\n", subject(info->code[0]));
        letter = info->code[0];
        put_code(info, &text);
    }
    bool done = run_print(run, &text);
    buf_release(&text);
    return done;
}
