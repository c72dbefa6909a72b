/*
 * What the five iWmo messages of release 3.2 look like, as far as they are read (inputs.md, "iWmo messages").
 */
#ifndef WMO_ETL_IWMO_TREE_H
#define WMO_ETL_IWMO_TREE_H

#include <stdint.h>

enum iwmo_kind { IWMO_301, IWMO_305, IWMO_307, IWMO_323, IWMO_325, IWMO_KINDS };

/* The texts that are read; one name for what means the same in several messages. */
enum iwmo_field {
    FIELD_AFZENDER,
    FIELD_ONTVANGER,
    FIELD_IDENTIFICATIE,
    FIELD_BSN,
    FIELD_DECLARATIENUMMER,
    FIELD_INGEDIEND,       /* TotaalIngediendBedrag */
    FIELD_INGEDIEND_TEKEN, /* its DebetCredit */
    FIELD_TOEGEKEND,       /* TotaalToegekendBedrag */
    FIELD_TOEGEKEND_TEKEN,
    FIELD_TOEWIJZINGNUMMER,
    FIELD_PRODUCTCODE,
    FIELD_TOEWIJZINGSDATUM,
    FIELD_TOEWIJZINGSTIJD,
    FIELD_BEGIN,  /* Ingangsdatum, Begindatum */
    FIELD_EIND,   /* Einddatum */
    FIELD_REDEN,  /* RedenWijziging, RedenBeeindiging */
    FIELD_STATUS, /* StatusAanlevering */
    FIELD_VOLUME,
    FIELD_EENHEID,
    FIELD_FREQUENTIE,
    FIELD_REFERENTIE,
    FIELD_VORIGE_REFERENTIE,
    FIELD_TARIEF,
    FIELD_BEDRAG,
    FIELD_TEKEN, /* DebetCredit of the line */
    FIELD_COUNT
};

enum iwmo_role {
    ROLE_PART, /* an element that only holds others */
    ROLE_HEADER,
    ROLE_GROUP,       /* what is read in it no longer counts behind it */
    ROLE_DECLARATION, /* a group that is an event when it ends */
    ROLE_ROW,         /* the same */
    ROLE_TEXT
};

struct iwmo_element {
    uint8_t depth; /* 0: Bericht */
    const char *name;
    enum iwmo_role role;
    enum iwmo_field field; /* of ROLE_TEXT */
};

struct iwmo_tree {
    const char *name;                    /* "Wmo301" */
    const char *space;                   /* the namespace */
    const struct iwmo_element *elements; /* each before what it holds; the first is Bericht */
    unsigned count;
};

enum { IWMO_DEPTH_MAX = 9 };

extern const struct iwmo_tree iwmo_trees[IWMO_KINDS];

/* The namespace of what the messages have in common. */
extern const char iwmo_common_space[];

/* The place of the element `name` in the element `parent`; 0 when it is not read there. */
unsigned iwmo_tree_child(const struct iwmo_tree *tree, unsigned parent, const char *name);

#endif
