/*
 * Every text that is written on a sheet: X(id, key, places).  The words are in templates/teksten.csv,
 * uitvraag.csv and opvolging.csv under the key; the places, such as {periode}, are what a text can have filled in.
 */
#ifndef WMO_REPORTS_TEXTS_H
#define WMO_REPORTS_TEXTS_H

#include "reports/opvolging_texts.h"
#include "reports/uitvraag_texts.h"

#define TEXTS(X)                                                                                                       \
    X(PERIODE_H1, "periode.h1", "jaar")                                                                                \
    X(PERIODE_H2, "periode.h2", "jaar")                                                                                \
    X(PERIODE_Q1, "periode.q1", "jaar")                                                                                \
    X(PERIODE_Q2, "periode.q2", "jaar")                                                                                \
    X(PERIODE_Q3, "periode.q3", "jaar")                                                                                \
    X(PERIODE_Q4, "periode.q4", "jaar")                                                                                \
    X(PERIODE_JAAR, "periode.jaar", "jaar")                                                                            \
    X(KLASSE_ALLE, "klasse.alle", "")                                                                                  \
    X(KLASSE_NIETS, "klasse.niets", "")                                                                                \
    X(KLASSE_MINDER, "klasse.minder", "onder boven")                                                                   \
    X(KLASSE_TOT_EN_MET, "klasse.tot_en_met", "onder boven")                                                           \
    X(KLASSE_VANAF, "klasse.vanaf", "onder boven")                                                                     \
    X(KLASSE_MEER, "klasse.meer", "onder boven")                                                                       \
    X(KLASSE_VANAF_TOT, "klasse.vanaf_tot", "onder boven")                                                             \
    X(KLASSE_VANAF_TOT_EN_MET, "klasse.vanaf_tot_en_met", "onder boven")                                               \
    X(KLASSE_MEER_MINDER, "klasse.meer_minder", "onder boven")                                                         \
    X(KLASSE_MEER_TOT_EN_MET, "klasse.meer_tot_en_met", "onder boven")                                                 \
    X(BOEK_TITEL, "boek.titel", "naam periode regio versie")                                                           \
    X(BOEK_ONDERWERP, "boek.onderwerp", "naam periode regio versie")                                                   \
    X(BOEK_TREFWOORDEN, "boek.trefwoorden", "")                                                                        \
    X(BOEK_OPMERKING, "boek.opmerking", "naam periode regio versie vingerafdruk")                                      \
    X(BOEK_OPMERKING_OPENBAAR, "boek.opmerking_openbaar", "naam periode regio versie")                                 \
    X(BOEK_OPENBAAR, "boek.openbaar", "")                                                                              \
    X(BLAD_LEEG, "blad.leeg", "")                                                                                      \
    X(BLAD_NIETS_OPENBAAR, "blad.niets_openbaar", "")                                                                  \
    X(VOORLOPIG, "voorlopig", "periode")                                                                               \
    X(KOLOM_DEEL, "kolom.deel", "kop deel")                                                                            \
    X(KOLOM_REGIO, "kolom.regio", "kop")                                                                               \
    X(KOLOM_ANDEREN_VAN, "kolom.anderen_van", "kop")                                                                   \
    X(KOLOM_PERIODE, "kolom.periode", "")                                                                              \
    X(KOLOM_PEILDATUM, "kolom.peildatum", "")                                                                          \
    X(KOLOM_MAAND, "kolom.maand", "")                                                                                  \
    X(KOLOM_PERCEEL, "kolom.perceel", "")                                                                              \
    X(KOLOM_PRODUCT, "kolom.product", "")                                                                              \
    X(KOLOM_PRODUCTCODE, "kolom.productcode", "")                                                                      \
    X(KOLOM_CODE, "kolom.code", "")                                                                                    \
    X(KOLOM_CONTRACT, "kolom.contract", "")                                                                            \
    X(KOLOM_GECONTRACTEERD, "kolom.gecontracteerd", "")                                                                \
    X(KOLOM_EENHEID, "kolom.eenheid", "")                                                                              \
    X(KOLOM_GEMEENTE, "kolom.gemeente", "")                                                                            \
    X(KOLOM_AANBIEDER, "kolom.aanbieder", "")                                                                          \
    X(KOLOM_CONTRACTMANAGER, "kolom.contractmanager", "")                                                              \
    X(KOLOM_TOTAAL, "kolom.totaal", "")                                                                                \
    X(KOLOM_AANDEEL, "kolom.aandeel", "")                                                                              \
    X(KOLOM_REDEN, "kolom.reden", "")                                                                                  \
    X(KOLOM_KLASSE, "kolom.klasse", "")                                                                                \
    X(KOLOM_STAND, "kolom.stand", "")                                                                                  \
    X(KOLOM_KOPPELING, "kolom.koppeling", "")                                                                          \
    X(KOLOM_CONTROLE, "kolom.controle", "")                                                                            \
    X(KOLOM_DOORLOOPTIJD, "kolom.doorlooptijd", "")                                                                    \
    X(KOLOM_NORM, "kolom.norm", "")                                                                                    \
    X(KOLOM_ROUTE, "kolom.route", "")                                                                                  \
    X(KOLOM_AANMELDING, "kolom.aanmelding", "")                                                                        \
    X(KOLOM_VANAF, "kolom.vanaf", "")                                                                                  \
    X(KOLOM_INDICATOR, "kolom.indicator", "")                                                                          \
    X(KOLOM_ANDEREN, "kolom.anderen", "")                                                                              \
    X(KOLOM_MINIMUM, "kolom.minimum", "")                                                                              \
    X(KOLOM_MAXIMUM, "kolom.maximum", "")                                                                              \
    X(KOLOM_SIGNAAL, "kolom.signaal", "")                                                                              \
    X(KOLOM_NUMMER, "kolom.nummer", "")                                                                                \
    X(KOLOM_GEWICHT, "kolom.gewicht", "")                                                                              \
    X(KOLOM_ONDERWERP, "kolom.onderwerp", "")                                                                          \
    X(KOLOM_PUNT, "kolom.punt", "")                                                                                    \
    X(KOLOM_PUNTEN, "kolom.punten", "")                                                                                \
    X(KOLOM_AFSPRAAK, "kolom.afspraak", "")                                                                            \
    X(KOLOM_BESTAND, "kolom.bestand", "")                                                                              \
    X(KOLOM_TABEL, "kolom.tabel", "")                                                                                  \
    X(KOLOM_GELADEN, "kolom.geladen", "")                                                                              \
    X(KOLOM_GEWEIGERD, "kolom.geweigerd", "")                                                                          \
    X(KOLOM_VERVANGEN, "kolom.vervangen", "")                                                                          \
    X(KOLOM_ERNST, "kolom.ernst", "")                                                                                  \
    X(KOLOM_BEVINDING, "kolom.bevinding", "")                                                                          \
    X(KOLOM_AANTAL, "kolom.aantal", "")                                                                                \
    X(KOLOM_MAAT, "kolom.maat", "")                                                                                    \
    X(KOLOM_UITLEG, "kolom.uitleg", "")                                                                                \
    X(KOLOM_BRON, "kolom.bron", "")                                                                                    \
    X(KOLOM_DEEL_NAAM, "kolom.deel_naam", "")                                                                          \
    X(KOLOM_NAAM_IN_CIJFERS, "kolom.naam_in_cijfers", "")                                                              \
    X(KOLOM_WAARDE, "kolom.waarde", "")                                                                                \
    X(KOLOM_INSTELLING, "kolom.instelling", "")                                                                        \
    X(ONTVANGER_AANBIEDER, "ontvanger.aanbieder", "")                                                                  \
    X(ONTVANGER_GEMEENTE, "ontvanger.gemeente", "")                                                                    \
    X(ONTVANGER_REGIO, "ontvanger.regio", "")                                                                          \
    X(ONTVANGER_ANDEREN, "ontvanger.anderen", "")                                                                      \
    X(WOORD_JA, "woord.ja", "")                                                                                        \
    X(WOORD_NEE, "woord.nee", "")                                                                                      \
    X(GRAFIEK_VOLLEDIG, "grafiek.volledig", "")                                                                        \
    X(GRAFIEK_NORM, "grafiek.norm", "")                                                                                \
    X(GRAFIEK_TE_KLEIN, "grafiek.te_klein", "")                                                                        \
    X(SAMENVATTING_AANBIEDER, "samenvatting.aanbieder", "code contract contractmanager")                               \
    X(SAMENVATTING_GECONTRACTEERD, "samenvatting.gecontracteerd", "")                                                  \
    X(SAMENVATTING_NIET_GECONTRACTEERD, "samenvatting.niet_gecontracteerd", "")                                        \
    X(SAMENVATTING_GEEN_MANAGER, "samenvatting.geen_manager", "")                                                      \
    X(SAMENVATTING_KERNCIJFER, "samenvatting.kerncijfer", "")                                                          \
    X(SAMENVATTING_VERANDERING, "samenvatting.verandering", "")                                                        \
    X(SAMENVATTING_ANDEREN, "samenvatting.anderen", "")                                                                \
    X(SAMENVATTING_REGIO, "samenvatting.regio", "")                                                                    \
    X(SAMENVATTING_SIGNAAL, "samenvatting.signaal", "")                                                                \
    X(SAMENVATTING_BLADEN, "samenvatting.bladen", "")                                                                  \
    X(SAMENVATTING_GRAFIEK_BENUTTING, "samenvatting.grafiek_benutting", "")                                            \
    X(SAMENVATTING_GRAFIEK_CLIENTEN, "samenvatting.grafiek_clienten", "")                                              \
    X(GESPREK_INTRO, "gesprek.intro", "")                                                                              \
    X(GESPREK_PUNTEN, "gesprek.punten", "")                                                                            \
    X(GESPREK_GEEN, "gesprek.geen", "")                                                                                \
    X(GESPREK_ZWAAR, "gesprek.zwaar", "")                                                                              \
    X(GESPREK_MIDDEL, "gesprek.middel", "")                                                                            \
    X(GESPREK_LICHT, "gesprek.licht", "")                                                                              \
    X(GESPREK_UITLEG, "gesprek.uitleg", "")                                                                            \
    X(AGENDA_INTRO, "agenda.intro", "")                                                                                \
    X(AGENDA_TABEL, "agenda.tabel", "")                                                                                \
    X(AGENDA_GEEN, "agenda.geen", "")                                                                                  \
    X(AGENDA_EERSTE, "agenda.eerste", "")                                                                              \
    X(AGENDA_TWEEDE, "agenda.tweede", "")                                                                              \
    X(AGENDA_DERDE, "agenda.derde", "")                                                                                \
    X(AGENDA_UITLEG, "agenda.uitleg", "")                                                                              \
    X(CLIENTEN_INTRO, "clienten.intro", "")                                                                            \
    X(CLIENTEN_INTRO_OPENBAAR, "clienten.intro_openbaar", "")                                                          \
    X(CLIENTEN_GRAFIEK_EIND, "clienten.grafiek_eind", "")                                                              \
    X(CLIENTEN_GRAFIEK_STROOM, "clienten.grafiek_stroom", "")                                                          \
    X(CLIENTEN_PERIODEN, "clienten.perioden", "")                                                                      \
    X(CLIENTEN_PERCELEN, "clienten.percelen", "")                                                                      \
    X(CLIENTEN_PRODUCTEN, "clienten.producten", "")                                                                    \
    X(CLIENTEN_GEMEENTEN, "clienten.gemeenten", "")                                                                    \
    X(CLIENTEN_NIET_OPTELLEN, "clienten.niet_optellen", "")                                                            \
    X(CLIENTEN_REDENEN, "clienten.redenen", "")                                                                        \
    X(CLIENTEN_GEEN_REDENEN, "clienten.geen_redenen", "")                                                              \
    X(CLIENTEN_REDEN, "clienten.reden", "code omschrijving")                                                           \
    X(CLIENTEN_REDEN_VREEMD, "clienten.reden_vreemd", "code")                                                          \
    X(CLIENTEN_REDEN_ONBEKEND, "clienten.reden_onbekend", "")                                                          \
    X(BENUTTING_INTRO, "benutting.intro", "")                                                                          \
    X(BENUTTING_GRAFIEK, "benutting.grafiek", "")                                                                      \
    X(BENUTTING_GRAFIEK_MAANDEN, "benutting.grafiek_maanden", "")                                                      \
    X(BENUTTING_PERIODEN, "benutting.perioden", "")                                                                    \
    X(BENUTTING_MAANDEN, "benutting.maanden", "")                                                                      \
    X(BENUTTING_PERCELEN, "benutting.percelen", "")                                                                    \
    X(BENUTTING_PRODUCTEN, "benutting.producten", "")                                                                  \
    X(BENUTTING_GEMEENTEN, "benutting.gemeenten", "")                                                                  \
    X(BENUTTING_KOP_KLASSEN, "benutting.kop_klassen", "")                                                              \
    X(BENUTTING_UITLEG_KLASSEN, "benutting.uitleg_klassen", "dagen")                                                   \
    X(BENUTTING_KLASSEN, "benutting.klassen", "")                                                                      \
    X(BENUTTING_UITLEG_BUDGET, "benutting.uitleg_budget", "dreigend achter")                                           \
    X(BENUTTING_BUDGET, "benutting.budget", "")                                                                        \
    X(DOORLOOPTIJDEN_INTRO, "doorlooptijden.intro", "")                                                                \
    X(DOORLOOPTIJDEN_NU, "doorlooptijden.nu", "")                                                                      \
    X(DOORLOOPTIJDEN_GEEN, "doorlooptijden.geen", "")                                                                  \
    X(DOORLOOPTIJDEN_MEDIAAN, "doorlooptijden.mediaan", "")                                                            \
    X(DOORLOOPTIJDEN_NORM, "doorlooptijden.norm", "")                                                                  \
    X(DOORLOOPTIJDEN_GRAFIEK_START, "doorlooptijden.grafiek_start", "")                                                \
    X(DOORLOOPTIJDEN_GRAFIEK_NORM, "doorlooptijden.grafiek_norm", "")                                                  \
    X(WACHTEND_KOP, "wachtend.kop", "")                                                                                \
    X(WACHTEND_PERIODEN, "wachtend.perioden", "")                                                                      \
    X(WACHTEND_PERCELEN, "wachtend.percelen", "")                                                                      \
    X(WACHTEND_GEMEENTEN, "wachtend.gemeenten", "")                                                                    \
    X(WACHTEND_GEEN, "wachtend.geen", "")                                                                              \
    X(OVERGANG_INTRO, "overgang.intro", "start termijn")                                                               \
    X(OVERGANG_GRAFIEK_MAANDEN, "overgang.grafiek_maanden", "termijn")                                                 \
    X(OVERGANG_GRAFIEK_ROUTES, "overgang.grafiek_routes", "")                                                          \
    X(OVERGANG_ROUTES, "overgang.routes", "")                                                                          \
    X(OVERGANG_MAANDEN, "overgang.maanden", "")                                                                        \
    X(OVERGANG_GEMETEN, "overgang.gemeten", "")                                                                        \
    X(OVERGANG_VERWACHT, "overgang.verwacht", "")                                                                      \
    X(OVERGANG_KOP_TE_DOEN, "overgang.kop_te_doen", "")                                                                \
    X(OVERGANG_UITLEG_TE_DOEN, "overgang.uitleg_te_doen", "termijn evaluatie")                                         \
    X(OVERGANG_PERIODEN, "overgang.perioden", "")                                                                      \
    X(OVERGANG_PERCELEN, "overgang.percelen", "")                                                                      \
    X(OVERGANG_GEMEENTEN, "overgang.gemeenten", "")                                                                    \
    X(OVERGANG_NIETS_TE_DOEN, "overgang.niets_te_doen", "")                                                            \
    X(VOORVELD_INTRO, "voorveld.intro", "laag hoog doel nulmeting landelijk_laag landelijk_hoog")                      \
    X(VOORVELD_REGISTREERT_NIET, "voorveld.registreert_niet", "")                                                      \
    X(VOORVELD_GRAFIEK, "voorveld.grafiek", "")                                                                        \
    X(VOORVELD_GRAFIEK_AANMELDINGEN, "voorveld.grafiek_aanmeldingen", "")                                              \
    X(VOORVELD_PAD, "voorveld.pad", "")                                                                                \
    X(VOORVELD_BAND, "voorveld.band", "")                                                                              \
    X(VOORVELD_NULMETING, "voorveld.nulmeting", "")                                                                    \
    X(VOORVELD_DOEL, "voorveld.doel", "")                                                                              \
    X(VOORVELD_KOERS, "voorveld.koers", "")                                                                            \
    X(VOORVELD_UITLEG_PAD, "voorveld.uitleg_pad", "")                                                                  \
    X(VOORVELD_AANMELDINGEN, "voorveld.aanmeldingen", "")                                                              \
    X(VOORVELD_PERCELEN, "voorveld.percelen", "")                                                                      \
    X(VOORVELD_GEMEENTEN, "voorveld.gemeenten", "")                                                                    \
    X(VOORVELD_VOOR, "voorveld.voor", "")                                                                              \
    X(VOORVELD_OP, "voorveld.op", "")                                                                                  \
    X(VOORVELD_ACHTER, "voorveld.achter", "")                                                                          \
    X(VOORVELD_ONGEVERIFIEERD_MEE, "voorveld.ongeverifieerd_mee", "")                                                  \
    X(VOORVELD_ONGEVERIFIEERD_NIET, "voorveld.ongeverifieerd_niet", "")                                                \
    X(UITFASERING_INTRO, "uitfasering.intro", "")                                                                      \
    X(UITFASERING_GRAFIEK, "uitfasering.grafiek", "")                                                                  \
    X(UITFASERING_PLAN, "uitfasering.plan", "")                                                                        \
    X(OMVANG_INTRO, "omvang.intro", "")                                                                                \
    X(OMVANG_PERCELEN, "omvang.percelen", "")                                                                          \
    X(OMVANG_EENHEDEN, "omvang.eenheden", "")                                                                          \
    X(OMVANG_KLASSEN, "omvang.klassen", "perceel eenheid")                                                             \
    X(OMVANG_UREN, "omvang.uren", "")                                                                                  \
    X(OMVANG_DAGDELEN, "omvang.dagdelen", "")                                                                          \
    X(OMVANG_MINUTEN, "omvang.minuten", "")                                                                            \
    X(OMVANG_ETMALEN, "omvang.etmalen", "")                                                                            \
    X(MI_INTRO, "mi.intro", "")                                                                                        \
    X(MI_INTRO_REGIO, "mi.intro_regio", "")                                                                            \
    X(MI_INTRO_OPENBAAR, "mi.intro_openbaar", "")                                                                      \
    X(MI_AANBIEDER, "mi.aanbieder", "")                                                                                \
    X(MI_REGIO, "mi.regio", "")                                                                                        \
    X(MI_NIET_GELEVERD, "mi.niet_geleverd", "")                                                                        \
    X(MI_ALLEN_GELEVERD, "mi.allen_geleverd", "")                                                                      \
    X(MI_NIEMAND_GELEVERD, "mi.niemand_geleverd", "")                                                                  \
    X(MI_NOG_NIET_GELEVERD, "mi.nog_niet_geleverd", "periode")                                                         \
    X(MI_ONTBREEKT, "mi.ontbreekt", "")                                                                                \
    X(MI_BUITEN_GRENZEN, "mi.buiten_grenzen", "")                                                                      \
    X(MI_BETER, "mi.beter", "")                                                                                        \
    X(MI_SLECHTER, "mi.slechter", "")                                                                                  \
    X(MI_UITLEG, "mi.uitleg", "")                                                                                      \
    X(VERGELIJK_INTRO_AANBIEDERS, "vergelijk.intro_aanbieders", "")                                                    \
    X(VERGELIJK_INTRO_GEMEENTEN, "vergelijk.intro_gemeenten", "")                                                      \
    X(VERGELIJK_AANBIEDERS, "vergelijk.aanbieders", "")                                                                \
    X(VERGELIJK_GEMEENTEN, "vergelijk.gemeenten", "")                                                                  \
    X(VERGELIJK_GRAFIEK_AANBIEDERS, "vergelijk.grafiek_aanbieders", "")                                                \
    X(VERGELIJK_GRAFIEK_KOSTEN, "vergelijk.grafiek_kosten", "")                                                        \
    X(VERGELIJK_GRAFIEK_GEMEENTEN, "vergelijk.grafiek_gemeenten", "")                                                  \
    X(SIGNALEN_INTRO, "signalen.intro", "")                                                                            \
    X(SIGNALEN_GRAFIEK, "signalen.grafiek", "soort")                                                                   \
    X(SIGNALEN_PERIODEN, "signalen.perioden", "")                                                                      \
    X(SIGNALEN_DEEL, "signalen.deel", "soort stand")                                                                   \
    X(KWALITEIT_INTRO, "kwaliteit.intro", "")                                                                          \
    X(KWALITEIT_REGELS, "kwaliteit.regels", "")                                                                        \
    X(KWALITEIT_BEDRAGEN, "kwaliteit.bedragen", "")                                                                    \
    X(KWALITEIT_GEEN_DECLARATIES, "kwaliteit.geen_declaraties", "")                                                    \
    X(KWALITEIT_CONTROLES, "kwaliteit.controles", "")                                                                  \
    X(KWALITEIT_KOP_BESTANDEN, "kwaliteit.kop_bestanden", "")                                                          \
    X(KWALITEIT_GELEVERD, "kwaliteit.geleverd", "")                                                                    \
    X(KWALITEIT_GELEVERD_UITLEG, "kwaliteit.geleverd_uitleg", "periode procent")                                       \
    X(KWALITEIT_VOLLEDIG_TOT, "kwaliteit.volledig_tot", "maand")                                                       \
    X(KWALITEIT_NIETS_VOLLEDIG, "kwaliteit.niets_volledig", "periode")                                                 \
    X(KWALITEIT_GEMEENTEN, "kwaliteit.gemeenten", "periode")                                                           \
    X(KWALITEIT_AANBIEDERS, "kwaliteit.aanbieders", "periode")                                                         \
    X(KWALITEIT_GEEN_AANBIEDERS, "kwaliteit.geen_aanbieders", "")                                                      \
    X(KOLOM_INDICATIES, "kolom.indicaties", "")                                                                        \
    X(KOLOM_DECLARATIES, "kolom.declaraties", "")                                                                      \
    X(KOLOM_OPGAVE, "kolom.opgave", "")                                                                                \
    X(KOLOM_VOORVELD, "kolom.voorveld", "")                                                                            \
    X(KOLOM_ZONDER_DECLARATIES, "kolom.zonder_declaraties", "")                                                        \
    X(KWALITEIT_BESTANDEN, "kwaliteit.bestanden", "")                                                                  \
    X(KWALITEIT_BEVINDINGEN, "kwaliteit.bevindingen", "")                                                              \
    X(KWALITEIT_BEVINDING, "kwaliteit.bevinding", "bevinding remedie")                                                 \
    X(KWALITEIT_GEEN_BEVINDINGEN, "kwaliteit.geen_bevindingen", "")                                                    \
    X(KWALITEIT_GEEN_BESTANDEN, "kwaliteit.geen_bestanden", "")                                                        \
    X(TOELICHTING_INTRO, "toelichting.intro", "periode begin eind")                                                    \
    X(TOELICHTING_KOP_INZAGE, "toelichting.kop_inzage", "")                                                            \
    X(TOELICHTING_INZAGE, "toelichting.inzage", "drempel minder")                                                      \
    X(TOELICHTING_INZAGE_ALLES, "toelichting.inzage_alles", "")                                                        \
    X(TOELICHTING_REGIO, "toelichting.regio", "aantal aandeel")                                                        \
    X(TOELICHTING_REGIO_GEMEENTE, "toelichting.regio_gemeente", "")                                                    \
    X(TOELICHTING_TEKENS, "toelichting.tekens", "")                                                                    \
    X(TOELICHTING_OPENBAAR, "toelichting.openbaar", "")                                                                \
    X(TOELICHTING_OPENBAAR_AFRONDING, "toelichting.openbaar_afronding", "")                                            \
    X(TOELICHTING_OPENBAAR_WEGGELATEN, "toelichting.openbaar_weggelaten", "")                                          \
    X(TOELICHTING_OPENBAAR_TEKENS, "toelichting.openbaar_tekens", "")                                                  \
    X(TOELICHTING_KOP_HERKOMST, "toelichting.kop_herkomst", "")                                                        \
    X(TOELICHTING_HERKOMST, "toelichting.herkomst", "versie vingerafdruk")                                             \
    X(TOELICHTING_MATEN, "toelichting.maten", "")                                                                      \
    X(TOELICHTING_DELEN, "toelichting.delen", "")                                                                      \
    X(TOELICHTING_SIGNALEN, "toelichting.signalen", "")                                                                \
    X(TOELICHTING_REGELS, "toelichting.regels", "")                                                                    \
    X(TOELICHTING_SIGNAAL_ONDER, "toelichting.signaal_onder", "grens woord")                                           \
    X(TOELICHTING_SIGNAAL_BOVEN, "toelichting.signaal_boven", "grens woord")                                           \
    X(TOELICHTING_GRENS_ONDER, "toelichting.grens_onder", "grens")                                                     \
    X(TOELICHTING_GRENS_BOVEN, "toelichting.grens_boven", "grens")                                                     \
    X(KOLOM_VERGELIJKING, "kolom.vergelijking", "")                                                                    \
    X(KOLOM_LET_OP, "kolom.let_op", "")                                                                                \
    X(KOLOM_ZWAAR, "kolom.zwaar", "")                                                                                  \
    X(KOLOM_GROEP, "kolom.groep", "")                                                                                  \
    X(KOLOM_GRENS, "kolom.grens", "")                                                                                  \
    X(KOLOM_MINIMUM_CLIENTEN, "kolom.minimum_clienten", "")                                                            \
    X(VERGELIJK_WAARDE, "vergelijk.waarde", "")                                                                        \
    X(VERGELIJK_VERSCHIL, "vergelijk.verschil", "")                                                                    \
    X(VERGELIJK_GROEI, "vergelijk.groei", "")                                                                          \
    X(VERGELIJK_VERSCHIL_REGIO, "vergelijk.verschil_regio", "")                                                        \
    X(VERGELIJK_NORM, "vergelijk.norm", "")                                                                            \
    X(VERGELIJK_PER, "vergelijk.per", "per")                                                                           \
    X(GROEP_TOTAAL, "groep.totaal", "")                                                                                \
    X(GROEP_PERCEEL, "groep.perceel", "")                                                                              \
    X(GROEP_PRODUCT, "groep.product", "")                                                                              \
    X(GROEP_GEMEENTE, "groep.gemeente", "")                                                                            \
    X(TOELICHTING_INSTELLINGEN, "toelichting.instellingen", "")                                                        \
    UITVRAAG_TEXTS(X)                                                                                                  \
    OPVOLGING_TEXTS(X)

#define TEXT_ENUM(id, key, places) TEXT_##id,
enum text { TEXTS(TEXT_ENUM) TEXT_COUNT };
#undef TEXT_ENUM

#endif
