/*
 * The texts of the follow-up of an uitvraag, as X(id, key, places) of texts.h.  The words are in
 * templates/opvolging.csv.
 */
#ifndef WMO_REPORTS_OPVOLGING_TEXTS_H
#define WMO_REPORTS_OPVOLGING_TEXTS_H

#define OPVOLGING_TEXTS(X)                                                                                             \
    X(OPVOLGING_INTRO, "opvolging.intro", "periode")                                                                   \
    X(OPVOLGING_AANBIEDERS, "opvolging.aanbieders", "")                                                                \
    X(OPVOLGING_PUNTEN, "opvolging.punten", "")                                                                        \
    X(OPVOLGING_GEEN, "opvolging.geen", "")                                                                            \
    X(OPVOLGING_UITLEG, "opvolging.uitleg", "tolerantie")                                                              \
    X(OPVOLGING_KOLOM_WAT, "opvolging.kolom_wat", "")                                                                  \
    X(OPVOLGING_KOLOM_VRAAG, "opvolging.kolom_vraag", "")                                                              \
    X(OPVOLGING_KOLOM_OPGAVE, "opvolging.kolom_opgave", "")                                                            \
    X(OPVOLGING_KOLOM_GEMETEN, "opvolging.kolom_gemeten", "")                                                          \
    X(OPVOLGING_KOLOM_VERSCHIL, "opvolging.kolom_verschil", "")                                                        \
    X(OPVOLGING_KOLOM_TOEGESTAAN, "opvolging.kolom_toegestaan", "")                                                    \
    X(OPVOLGING_NIET_GELEVERD, "opvolging.niet_geleverd", "")                                                          \
    X(OPVOLGING_LEEG, "opvolging.leeg", "")                                                                            \
    X(OPVOLGING_GRENZEN, "opvolging.grenzen", "")                                                                      \
    X(OPVOLGING_WIJKT_AF, "opvolging.wijkt_af", "")                                                                    \
    X(OPVOLGING_ALLE, "opvolging.alle", "")                                                                            \
    X(OPVOLGING_ONDERWERP, "opvolging.onderwerp", "naam periode")                                                      \
    X(OPVOLGING_AANHEF, "opvolging.aanhef", "naam")                                                                    \
    X(OPVOLGING_HERINNERING, "opvolging.herinnering", "naam periode begin eind")                                       \
    X(OPVOLGING_DANK, "opvolging.dank", "naam periode")                                                                \
    X(OPVOLGING_KOP_LEEG, "opvolging.kop_leeg", "")                                                                    \
    X(OPVOLGING_KOP_GRENZEN, "opvolging.kop_grenzen", "")                                                              \
    X(OPVOLGING_KOP_WIJKT_AF, "opvolging.kop_wijkt_af", "tolerantie")                                                  \
    X(OPVOLGING_PUNT_LEEG, "opvolging.punt_leeg", "vraag grens")                                                       \
    X(OPVOLGING_PUNT_GRENZEN, "opvolging.punt_grenzen", "vraag deel opgave grens")                                     \
    X(OPVOLGING_PUNT_WIJKT_AF, "opvolging.punt_wijkt_af", "vraag deel opgave gemeten verschil")                        \
    X(OPVOLGING_DEEL_TOTAAL, "opvolging.deel_totaal", "")                                                              \
    X(OPVOLGING_DEEL_BEIDE, "opvolging.deel_beide", "gemeente perceel")                                                \
    X(OPVOLGING_VERZOEK, "opvolging.verzoek", "")                                                                      \
    X(OPVOLGING_PRIVACY, "opvolging.privacy", "")                                                                      \
    X(OPVOLGING_GROET, "opvolging.groet", "")

#endif
