/* Made-up names: no gemeente, aanbieder or person is meant. */
#ifndef SAMPLE_NAMES_H
#define SAMPLE_NAMES_H

#include <stdbool.h>
#include <stddef.h>

enum { NAME_SIZE = 96, NAMES_GEMEENTEN_MAX = 900, NAMES_AANBIEDERS_MAX = 9000 };

/* The name of gemeente `i` (of those that are not given); distinct for i < NAMES_GEMEENTEN_MAX. */
void name_gemeente(size_t i, char name[NAME_SIZE]);

/* The name of aanbieder `i`; distinct for i < NAMES_AANBIEDERS_MAX. */
void name_aanbieder(size_t i, char name[NAME_SIZE]);

/* A contractmanager, by number. */
const char *name_contractmanager(size_t i);

/* Where the second, third, … code of an organisation is used. */
const char *name_location(size_t i);

/* What a signaal is about, by number, and whether it is a compliment. */
enum { NAMES_SUBJECTS = 12 };
const char *name_subject(size_t i);
bool name_subject_positive(size_t i);

/* A voorziening in the voorveld, by number. */
const char *name_voorziening(size_t i);

#endif
