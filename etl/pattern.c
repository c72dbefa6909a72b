/*
 * The one file that knows PCRE2.  Invariant: every pattern matches the whole text or not at all, in bytes, within a
 * fixed number of steps.
 */
#include "etl/pattern.h"

#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"

enum { MATCH_LIMIT = 10000 };

static const char *const expressions[PATTERN_COUNT] = {
    [PATTERN_FORMULA] = "=\"([^\"]*)\"",
    [PATTERN_ERROR_VALUE] = ("(?i)#(?:N/[AB]|VALUE!|WAARDE!|REF!|VERW!|(?:DIV|DEEL)/0!|NA(?:ME|AM)\\?|NUM!|GETAL!|"
                             "NULL!|LEEG!|SPILL!|OVERLOOP!|CALC!|BEREKENEN!|#+)"),
    [PATTERN_EXPONENT] = "(?i)-?[0-9]+(?:[.,][0-9]+)?E[+-]?[0-9]{1,3}",
    [PATTERN_DATE_NUMBER] = "[0-9]{5}(?:[.,][0-9]+)?",
    [PATTERN_MONEY] = "(?=[^-]*-?[^-]*\\z)-? *(?:€ *)?-?([0-9][0-9.,]*)(-?)",
};

struct patterns {
    pcre2_general_context *memory;
    pcre2_match_context *limits;
    pcre2_match_data *match;
    pcre2_code *codes[PATTERN_COUNT];
};

static void *give(PCRE2_SIZE size, void *unused) {
    (void)unused;
    return mem_realloc(NULL, size, 1);
}

static void take_back(void *memory, void *unused) {
    (void)unused;
    free(memory);
}

struct patterns *patterns_open(void) {
    struct patterns *p = mem_calloc(1, sizeof *p);
    p->memory = pcre2_general_context_create(give, take_back, NULL);
    p->limits = pcre2_match_context_create(p->memory);
    p->match = pcre2_match_data_create(PATTERN_GROUPS + 1, p->memory);
    pcre2_set_match_limit(p->limits, MATCH_LIMIT);
    pcre2_compile_context *compile = pcre2_compile_context_create(p->memory);
    for (int i = 0; i < PATTERN_COUNT; i++) {
        int number;
        size_t offset;
        p->codes[i] = pcre2_compile((PCRE2_SPTR)expressions[i], PCRE2_ZERO_TERMINATED,
                                    PCRE2_ANCHORED | PCRE2_ENDANCHORED, &number, &offset, compile);
        if (!p->codes[i])
            BUG("pattern");
        /* Without a just-in-time compiler for this machine matching works as well, only slower. */
        (void)pcre2_jit_compile(p->codes[i], PCRE2_JIT_COMPLETE);
    }
    pcre2_compile_context_free(compile);
    return p;
}

void patterns_close(struct patterns *p) {
    if (!p)
        return;
    for (int i = 0; i < PATTERN_COUNT; i++)
        pcre2_code_free(p->codes[i]);
    pcre2_match_data_free(p->match);
    pcre2_match_context_free(p->limits);
    pcre2_general_context_free(p->memory);
    free(p);
}

bool pattern_matches(struct patterns *p, enum pattern pattern, struct slice text, struct slice groups[PATTERN_GROUPS]) {
    int found = pcre2_match(p->codes[pattern], (PCRE2_SPTR)text.ptr, text.len, 0, 0, p->match, p->limits);
    if (found < 0)
        return false;
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(p->match);
    for (int i = 0; groups && i < PATTERN_GROUPS; i++) {
        bool took_part = i + 1 < found && ends[2 * i + 2] != PCRE2_UNSET;
        groups[i] = took_part ? (struct slice){text.ptr + ends[2 * i + 2], ends[2 * i + 3] - ends[2 * i + 2]}
                              : (struct slice){text.ptr, 0};
    }
    return true;
}
