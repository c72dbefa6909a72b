/*
 * Short iWmo messages for tests, made of parts; whole ones, as the schemas of release 3.2 have them, are the files of
 * tests/messages.
 */
#ifndef WMO_TESTS_UNIT_SUPPORT_MESSAGES_H
#define WMO_TESTS_UNIT_SUPPORT_MESSAGES_H

#include "etl/base/arena.h"

/* A message without prefixes: `kind` is "wmo305", `body` what stands behind the header. */
char *message_make(struct arena *arena, const char *kind, const char *sender, const char *receiver,
                   const char *identification, const char *body);

/*
 * Bodies.  `rest` of a product of a 301 stands behind its Ingangsdatum, before Omvang; a status is a StatusAanlevering;
 * amounts are eurocenten, negative ones credit.
 */
char *body_301(struct arena *arena, const char *number, const char *moment, const char *begin, const char *rest,
               int volume);
char *body_305(struct arena *arena, const char *number, const char *begin, int status);
char *body_307(struct arena *arena, const char *number, const char *begin, const char *end, const char *reden,
               int status);
char *line_323(struct arena *arena, const char *reference, const char *previous, int cents);
char *body_323(struct arena *arena, const char *declaration, int cents, const char *lines);
char *body_325(struct arena *arena, const char *declaration, int submitted, int granted, const char *references);

#endif
