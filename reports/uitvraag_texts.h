/*
 * The texts of the forms, as X(id, key, places) of texts.h.  The words are in templates/uitvraag.csv.
 */
#ifndef WMO_REPORTS_UITVRAAG_TEXTS_H
#define WMO_REPORTS_UITVRAAG_TEXTS_H

#define UITVRAAG_TEXTS(X)                                                                                              \
    X(UITVRAAG_TITEL, "uitvraag.titel", "naam periode regio versie")                                                   \
    X(UITVRAAG_ONDERWERP, "uitvraag.onderwerp", "naam periode regio versie")                                           \
    X(UITVRAAG_TREFWOORDEN, "uitvraag.trefwoorden", "")                                                                \
    X(UITVRAAG_OPMERKING, "uitvraag.opmerking", "naam periode regio versie")                                           \
    X(UITVRAAG_TAB_UITLEG, "uitvraag.tab_uitleg", "")                                                                  \
    X(UITVRAAG_TAB_TOTAAL, "uitvraag.tab_totaal", "")                                                                  \
    X(UITVRAAG_TAB_DEEL, "uitvraag.tab_deel", "")                                                                      \
    X(UITVRAAG_TAB_OVER, "uitvraag.tab_over", "")                                                                      \
    X(UITVRAAG_KOP_UITLEG, "uitvraag.kop_uitleg", "periode")                                                           \
    X(UITVRAAG_KOP_TOTAAL, "uitvraag.kop_totaal", "")                                                                  \
    X(UITVRAAG_KOP_DEEL, "uitvraag.kop_deel", "")                                                                      \
    X(UITVRAAG_KOP_OVER, "uitvraag.kop_over", "")                                                                      \
    X(UITVRAAG_SAMENVATTING_TOTAAL, "uitvraag.samenvatting_totaal", "")                                                \
    X(UITVRAAG_SAMENVATTING_DEEL, "uitvraag.samenvatting_deel", "")                                                    \
    X(UITVRAAG_SAMENVATTING_OVER, "uitvraag.samenvatting_over", "")                                                    \
    X(UITVRAAG_INLEIDING, "uitvraag.inleiding", "naam periode begin eind")                                             \
    X(UITVRAAG_KOP_STAPPEN, "uitvraag.kop_stappen", "")                                                                \
    X(UITVRAAG_STAP_TOTAAL, "uitvraag.stap_totaal", "")                                                                \
    X(UITVRAAG_STAP_GEMETEN, "uitvraag.stap_gemeten", "")                                                              \
    X(UITVRAAG_STAP_KLEIN, "uitvraag.stap_klein", "minder")                                                            \
    X(UITVRAAG_STAP_DEEL, "uitvraag.stap_deel", "")                                                                    \
    X(UITVRAAG_STAP_TERUG, "uitvraag.stap_terug", "")                                                                  \
    X(UITVRAAG_PRIVACY, "uitvraag.privacy", "")                                                                        \
    X(UITVRAAG_KOP_CONTACT, "uitvraag.kop_contact", "")                                                                \
    X(UITVRAAG_KOLOM_VRAAG, "uitvraag.kolom_vraag", "")                                                                \
    X(UITVRAAG_KOLOM_ANTWOORD, "uitvraag.kolom_antwoord", "")                                                          \
    X(UITVRAAG_CONTACT_NAAM, "uitvraag.contact_naam", "")                                                              \
    X(UITVRAAG_CONTACT_BEREIKBAAR, "uitvraag.contact_bereikbaar", "")                                                  \
    X(UITVRAAG_CONTACT_OPMERKING, "uitvraag.contact_opmerking", "")                                                    \
    X(UITVRAAG_UITLEG_TOTAAL, "uitvraag.uitleg_totaal", "")                                                            \
    X(UITVRAAG_UITLEG_DEEL, "uitvraag.uitleg_deel", "")                                                                \
    X(UITVRAAG_UITLEG_OVER, "uitvraag.uitleg_over", "")                                                                \
    X(UITVRAAG_KOLOM_EENHEID, "uitvraag.kolom_eenheid", "")                                                            \
    X(UITVRAAG_KOLOM_VORIGE, "uitvraag.kolom_vorige", "periode")                                                       \
    X(UITVRAAG_KOLOM_INVULLEN, "uitvraag.kolom_invullen", "")                                                          \
    X(UITVRAAG_KOLOM_TOEGESTAAN, "uitvraag.kolom_toegestaan", "")                                                      \
    X(UITVRAAG_KOLOM_GEGEVEN, "uitvraag.kolom_gegeven", "")                                                            \
    X(UITVRAAG_KOLOM_WAARDE, "uitvraag.kolom_waarde", "")                                                              \
    X(UITVRAAG_ALLE, "uitvraag.alle", "")                                                                              \
    X(UITVRAAG_VERPLICHT, "uitvraag.verplicht", "")                                                                    \
    X(UITVRAAG_VRIJ, "uitvraag.vrij", "")                                                                              \
    X(UITVRAAG_BEKEND, "uitvraag.bekend", "")                                                                          \
    X(UITVRAAG_GRENS_VANAF, "uitvraag.grens_vanaf", "onder")                                                           \
    X(UITVRAAG_GRENS_TOT, "uitvraag.grens_tot", "boven")                                                               \
    X(UITVRAAG_GRENS_TUSSEN, "uitvraag.grens_tussen", "onder boven")                                                   \
    X(UITVRAAG_GRENS_GEEN, "uitvraag.grens_geen", "")                                                                  \
    X(UITVRAAG_HULP_VERPLICHT, "uitvraag.hulp_verplicht", "grens")                                                     \
    X(UITVRAAG_HULP_VRIJ, "uitvraag.hulp_vrij", "grens")                                                               \
    X(UITVRAAG_HULP_BEKEND, "uitvraag.hulp_bekend", "grens")                                                           \
    X(UITVRAAG_WEIGERING, "uitvraag.weigering", "grens")                                                               \
    X(UITVRAAG_NAAM_AANBIEDER, "uitvraag.naam_aanbieder", "")

#endif
