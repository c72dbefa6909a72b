/*
 * Every kind of finding: X(id, code, severity, meaning, message, remedy).  The code is a stable public name, the same
 * in files, messages, the manual and tests; a code that went out of use is not used again.  Letters: B bestand,
 * K kop, R regel, V veld, E Excel, F formulier, D dubbel, S samenhang, M bericht (iWmo).
 *
 * In a message {0} and {1} stand for a text from the input (in quotes, masked when it looks like a client), {#0} and
 * {#1} for a number of ours, {=0} and {=1} for words of ours, {kolom} for the column.  A message says what was found
 * and, behind the semicolon, what was expected or what happens.
 */
#ifndef WMO_ETL_FINDINGS_TABLE_H
#define WMO_ETL_FINDINGS_TABLE_H

#define FINDING_KINDS(X)                                                                                               \
    X(UNKNOWN_FILE, "B001", WAARSCHUWING, "het bestand hoort bij geen tabel",                                          \
      "dit bestand hoort bij geen tabel en is niet gelezen; verwacht: <tabel>.csv, of een bestand in de map <tabel>",  \
      "Geef het bestand de naam van zijn tabel, zet het in de map van die tabel, of haal het weg.")                    \
    X(UNREADABLE, "B002", FOUT, "het bestand kan niet worden gelezen",                                                 \
      "het bestand kan niet worden gelezen ({=0}); het telt niet mee",                                                 \
      "Controleer of het bestand er nog is en of u het mag lezen, of vraag het opnieuw op.")                           \
    X(SAME_BYTES, "B003", INFO, "het bestand is twee keer geleverd",                                                   \
      "dit bestand heeft dezelfde inhoud als {0}; het telt één keer mee",                                              \
      "Niets: het eerste bestand telt mee. Haal het andere weg als het er per ongeluk staat.")                         \
    X(EMPTY_FILE, "B004", WAARSCHUWING, "het bestand is leeg",                                                         \
      "het bestand is leeg; het telt als een levering zonder regels",                                                  \
      "Ga bij de afzender na of er echt niets te leveren was.")                                                        \
    X(NUL_BYTES, "B005", FOUT, "het bestand bevat NUL-tekens",                                                         \
      "het bestand bevat NUL-tekens en is niet gelezen; verwacht: tekst in UTF-8, UTF-16 met BOM of Windows-1252",     \
      "Sla het bestand opnieuw op als CSV (UTF-8); waarschijnlijk is het beschadigd of geen CSV.")                     \
    X(WINDOWS_1252, "B006", WAARSCHUWING, "het bestand is geen UTF-8",                                                 \
      "het bestand is geen geldige UTF-8; het is gelezen als Windows-1252",                                            \
      "Controleer namen met accenten, en sla het bestand voortaan op als CSV (UTF-8).")                                \
    X(QUOTE_OPEN, "B007", FOUT, "een aanhalingsteken wordt niet gesloten",                                             \
      "het aanhalingsteken op deze regel wordt niet gesloten; het bestand is niet gelezen",                            \
      "Sluit het aanhalingsteken of haal het weg.")                                                                    \
    X(RECORD_TOO_LONG, "B008", FOUT, "een regel is veel te lang",                                                      \
      "de regel die hier begint is langer dan {#0} MB; het bestand is niet gelezen",                                   \
      "Zoek op deze regel naar een aanhalingsteken te veel, of naar een bestand zonder regeleinden.")                  \
    X(BAD_UTF16, "B009", FOUT, "het bestand is geen geldige UTF-16",                                                   \
      "het bestand begint als UTF-16 maar is dat niet overal; het is niet gelezen",                                    \
      "Sla het bestand opnieuw op als CSV (UTF-8); waarschijnlijk is het afgebroken.")                                 \
    X(NOT_A_FILE, "B010", WAARSCHUWING, "geen gewoon bestand",                                                         \
      "dit is geen gewoon bestand en is niet gelezen; verwacht: een bestand of een map",                               \
      "Haal het weg, of vervang het door een gewoon bestand.")                                                         \
    X(COLUMN_MISSING, "K001", FOUT, "een verplichte kolom ontbreekt",                                                  \
      "de verplichte kolom {kolom} ontbreekt; het bestand is niet gelezen",                                            \
      "Voeg de kolom toe, of verbeter de naam in de eerste regel.")                                                    \
    X(COLUMN_TWICE, "K002", FOUT, "een kolom staat er twee keer in",                                                   \
      "de kolom {kolom} staat twee keer in de kop; het bestand is niet gelezen",                                       \
      "Haal een van beide kolommen weg of geef haar een andere naam.")                                                 \
    X(COLUMN_UNKNOWN, "K003", INFO, "een kolom is onbekend", "de kolom {0} is onbekend; zij is niet gelezen",          \
      "Niets, of verbeter de naam in de eerste regel als de kolom wel bedoeld was.")                                   \
    X(HEADER_DAMAGED, "K004", FOUT, "de kop is beschadigd",                                                            \
      "achter een afsluitend aanhalingsteken in de kop staat nog tekst; het bestand is niet gelezen",                  \
      "Herstel de aanhalingstekens in de eerste regel.")                                                               \
    X(COLUMN_UNNAMED, "K005", INFO, "een kolom zonder naam",                                                           \
      "kolom {=0} heeft geen naam in de kop; zij is niet gelezen",                                                     \
      "Niets, of geef de kolom een naam als zij wel bedoeld was.")                                                     \
    X(TOO_MANY_FIELDS, "R001", FOUT, "een regel heeft meer velden dan de kop",                                         \
      "de regel heeft {#0} velden; verwacht: {#1}, zoals in de kop",                                                   \
      "Zet een tekst waarin het scheidingsteken voorkomt tussen aanhalingstekens.")                                    \
    X(TEXT_BEHIND_QUOTE, "R002", FOUT, "tekst achter een afsluitend aanhalingsteken",                                  \
      "achter een afsluitend aanhalingsteken staat nog tekst; verwacht: een scheidingsteken of het einde van de "      \
      "regel",                                                                                                         \
      "Schrijf een aanhalingsteken binnen een tekst dubbel.")                                                          \
    X(VALUE_MISSING, "V001", FOUT, "een verplichte waarde ontbreekt", "{kolom} is leeg; verwacht: een waarde",         \
      "Vul de waarde in.")                                                                                             \
    X(NOT_A_CODE, "V002", FOUT, "geen geldige code",                                                                   \
      "{0} is geen geldige code; verwacht: 1 tot 30 letters, cijfers, streepjes, punten of lage streepjes, te "        \
      "beginnen met een letter of cijfer",                                                                             \
      "Verbeter de code.")                                                                                             \
    X(NOT_A_GEMEENTECODE, "V003", FOUT, "geen gemeentecode",                                                           \
      "{0} is geen gemeentecode; verwacht: vier cijfers, zoals 0405", "Gebruik de code van het CBS.")                  \
    X(NOT_AN_AANBIEDERCODE, "V004", FOUT, "geen aanbiedercode",                                                        \
      "{0} is geen aanbiedercode; verwacht: acht cijfers (AGB)", "Gebruik de AGB-code van de aanbieder.")              \
    X(NOT_A_DATE, "V005", FOUT, "geen datum",                                                                          \
      "{0} is geen datum; verwacht: bijvoorbeeld 2026-06-30 of 30-06-2026, jaren 1900 tot en met 2199",                \
      "Verbeter de datum.")                                                                                            \
    X(NOT_A_MOMENT, "V006", FOUT, "geen datum of datum met tijd",                                                      \
      "{0} is geen datum of datum met tijd; verwacht: bijvoorbeeld 2026-06-30 of 2026-06-30 14:05",                    \
      "Verbeter de datum.")                                                                                            \
    X(NOT_A_NUMBER, "V007", FOUT, "geen getal",                                                                        \
      "{0} is geen getal; verwacht: bijvoorbeeld 1234,50 of 1234.50 of 1.234,50", "Verbeter het getal.")               \
    X(TOO_MANY_DECIMALS, "V008", FOUT, "te veel decimalen", "{0} heeft te veel decimalen; verwacht: ten hoogste {#1}", \
      "Rond het getal af of verbeter het.")                                                                            \
    X(NUMBER_TOO_LARGE, "V009", FOUT, "een getal is te groot",                                                         \
      "{0} is te groot; verwacht: ten hoogste 12 cijfers voor de komma", "Verbeter het getal.")                        \
    X(NEGATIVE, "V010", FOUT, "een getal is negatief", "{0} is negatief; verwacht: 0 of meer",                         \
      "Verbeter het getal; bij declaraties staat het teken in debetcredit.")                                           \
    X(NOT_WHOLE, "V011", FOUT, "geen geheel getal", "{0} is geen geheel getal; verwacht: cijfers zonder decimalen",    \
      "Verbeter het getal.")                                                                                           \
    X(NOT_A_WORD, "V012", FOUT, "geen van de vaste woorden", "{0} is hier onbekend; verwacht: {=1}",                   \
      "Gebruik een van de vaste woorden.")                                                                             \
    X(TEXT_TOO_LONG, "V013", FOUT, "een tekst is te lang", "de tekst heeft {#0} tekens; verwacht: ten hoogste 200",    \
      "Kort de tekst in.")                                                                                             \
    X(NOT_A_PERIODE, "V014", FOUT, "geen periode",                                                                     \
      "{0} is geen periode; verwacht: bijvoorbeeld 2026H1, 2026Q3 of 2026", "Verbeter de periode.")                    \
    X(SEP_LINE, "E001", INFO, "een eerste regel sep= van Excel",                                                       \
      "de eerste regel is sep= van Excel; hij is overgeslagen", "Niets.")                                              \
    X(FORMULA_UNDONE, "E002", INFO, "waarden in de vorm =\"…\"",                                                       \
      "waarden in de vorm =\"…\" zijn gelezen als de tekst daarin, {#0} keer", "Niets.")                               \
    X(ZERO_RESTORED, "E003", INFO, "een verdwenen voorloopnul", "een verdwenen voorloopnul is teruggezet, {#0} keer",  \
      "Geef de kolom in Excel de opmaak Tekst voordat u het bestand opslaat.")                                         \
    X(EURO_REMOVED, "E004", INFO, "een euroteken bij een getal", "het euroteken is weggelaten, {#0} keer", "Niets.")   \
    X(MINUS_MOVED, "E005", INFO, "een minteken achter een getal",                                                      \
      "een minteken achter het getal is gelezen als ervoor, {#0} keer", "Niets.")                                      \
    X(NBSP_REMOVED, "E006", INFO, "vaste spaties", "een vaste spatie is gelezen als gewone, {#0} keer", "Niets.")      \
    X(EXPONENT, "E101", FOUT, "een code die Excel tot een afgerond getal maakte",                                      \
      "{0} is een code die Excel heeft afgerond; verwacht: de code zelf",                                              \
      "Haal de code opnieuw uit de bron, met de kolom als tekst.")                                                     \
    X(ERROR_VALUE, "E102", FOUT, "een foutwaarde van Excel", "{0} is een foutwaarde van Excel; verwacht: een waarde",  \
      "Verbeter de formule in het oorspronkelijke bestand.")                                                           \
    X(DATE_NUMBER, "E103", FOUT, "een datumgetal van Excel",                                                           \
      "{0} is een datumgetal van Excel; verwacht: een datum, bijvoorbeeld 2026-06-30",                                 \
      "Geef de kolom in Excel een datumopmaak voordat u het bestand opslaat.")                                         \
    X(WORKBOOK_OLD, "E201", FOUT, "een oud Excel-bestand of een wachtwoord",                                           \
      "dit is een oud Excel-bestand (.xls) of een Excel-bestand met een wachtwoord; het is niet gelezen",              \
      "Open het in Excel, haal een wachtwoord weg (Bestand, Info, Werkmap beveiligen) en sla het op als "              \
      "Excel-werkmap (.xlsx).")                                                                                        \
    X(NOT_A_WORKBOOK, "E202", FOUT, "geen Excel-bestand",                                                              \
      "dit is geen Excel-bestand: {=0}; verwacht: een Excel-werkmap (.xlsx)",                                          \
      "Vraag de afzender het bestand opnieuw te sturen, opgeslagen als Excel-werkmap (.xlsx).")                        \
    X(WORKBOOK_DAMAGED, "E203", FOUT, "een beschadigd Excel-bestand",                                                  \
      "het Excel-bestand is niet gelezen: {=0}; verwacht: een heel bestand",                                           \
      "Open het in Excel, controleer wat Excel herstelt en sla het opnieuw op, of vraag het opnieuw aan de "           \
      "afzender.")                                                                                                     \
    X(SHEET_DAMAGED, "E204", FOUT, "een beschadigd blad in een Excel-bestand",                                         \
      "het blad {0} is niet gelezen: {=1}; verwacht: een heel blad",                                                   \
      "Open het in Excel, controleer wat Excel herstelt en sla het opnieuw op, of vraag het opnieuw aan de "           \
      "afzender.")                                                                                                     \
    X(FORMULA_UNCOMPUTED, "E205", FOUT, "een formule zonder uitkomst",                                                 \
      "de formule in {kolom} heeft in het bestand geen uitkomst; verwacht: een waarde",                                \
      "Open het bestand in Excel of LibreOffice en sla het op, of zet de waarde zelf neer.")                           \
    X(DATE_FOR_CODE, "E206", FOUT, "een datum waar een code hoort",                                                    \
      "{0} is een datum; verwacht: een code, die Excel misschien voor een datum heeft aangezien",                      \
      "Geef de kolom in Excel de opmaak Tekst en vul de code opnieuw in.")                                             \
    X(FORM_INCOMPLETE, "F001", FOUT, "een formulier waarin iets ontbreekt",                                            \
      "in het formulier ontbreekt {=0}; het is niet gelezen; verwacht: alle bladen van het formulier",                 \
      "Vraag de aanbieder om het hele formulier.")                                                                     \
    X(FORM_VERSION, "F002", FOUT, "een formulier van een andere versie",                                               \
      "dit is een formulier van een andere versie, {0}; het is niet gelezen; verwacht: wmo-mi uitvraag 1",             \
      "Lees het formulier met de versie van dit programma waarmee het is gemaakt.")                                    \
    X(FORM_CHECK, "F003", FOUT, "een formulier dat is veranderd",                                                      \
      "de controlecode {0} past niet bij de aanbieder en periode in het formulier; het is niet gelezen",               \
      "Vraag de aanbieder om het formulier dat aan hem is gestuurd, met de gegevens over het formulier zoals ze "      \
      "waren.")                                                                                                        \
    X(FORM_CATALOGUE, "F004", WAARSCHUWING, "een formulier met een andere lijst van indicatoren",                      \
      "het formulier is gemaakt met een andere lijst van indicatoren; wat erin staat telt mee",                        \
      "Controleer of de vragen nog hetzelfde betekenen.")                                                              \
    X(FORM_ROWS_LOST, "F005", WAARSCHUWING, "een formulier waaruit vragen zijn verdwenen",                             \
      "het formulier had {#0} vragen en heeft er nog {#1}; de andere zijn niet beantwoord",                            \
      "Vraag de aanbieder om de ontbrekende antwoorden.")                                                              \
    X(FORM_TWICE, "F006", FOUT, "een vraag met twee antwoorden",                                                       \
      "de vraag {0} staat eerder in het formulier met een ander antwoord; het eerste telt",                            \
      "Vraag de aanbieder welk antwoord juist is.")                                                                    \
    X(FORM_TWICE_SAME, "F007", INFO, "een vraag die er twee keer in staat",                                            \
      "de vraag {0} staat eerder in het formulier; zij telt één keer", "Niets.")                                       \
    X(FORM_REMARKS, "F008", INFO, "een formulier met opmerkingen",                                                     \
      "opmerkingen in het formulier: {#0}; zij zijn niet ingelezen", "Lees de opmerkingen in het formulier zelf.")     \
    X(ROW_TWICE, "D001", INFO, "een regel staat twee keer in het bestand",                                             \
      "deze regel is gelijk aan regel {#0}; hij telt één keer mee", "Niets.")                                          \
    X(KEY_TWICE, "D002", FOUT, "twee verschillende regels met dezelfde sleutel",                                       \
      "deze regel heeft dezelfde sleutel als regel {#0} maar andere waarden; de eerste telt mee",                      \
      "Ga na welke van beide regels juist is en haal de andere weg.")                                                  \
    X(ROWS_REPLACED, "D003", INFO, "regels zijn vervangen door een ander bestand",                                     \
      "een regel is vervangen door een met dezelfde sleutel in een ander bestand, {#0} keer", "Niets.")                \
    X(UNKNOWN_CODE, "S001", FOUT, "een code staat niet in zijn tabel",                                                 \
      "{0} staat niet in {=1}; verwacht: een code uit die tabel", "Verbeter de code, of vul de tabel aan.")            \
    X(UNKNOWN_REDEN, "S002", WAARSCHUWING, "een onbekende reden van beëindiging",                                      \
      "{0} staat niet in redenen; de beëindiging telt niet mee in uitval",                                             \
      "Verbeter de reden, of vul de tabel redenen aan.")                                                               \
    X(UNKNOWN_MEASURE, "S003", FOUT, "een onbekende maat in toets",                                                    \
      "{0} is geen maat van dit programma; verwacht: een maat of maat/uitsplitsing",                                   \
      "Gebruik een naam uit cijfers.csv, kolom maat.")                                                                 \
    X(END_BEFORE_BEGIN, "S004", FOUT, "een einde voor het begin",                                                      \
      "{kolom} {0} ligt voor {1}; verwacht: een einde op of na het begin", "Verbeter een van beide datums.")           \
    X(STOP_AFTER_END, "S005", WAARSCHUWING, "stopdatum na einddatum",                                                  \
      "stopdatum {0} ligt na einddatum {1}; de einddatum telt", "Verbeter een van beide datums.")                      \
    X(STOP_BEFORE_BEGIN, "S006", WAARSCHUWING, "stopdatum voor ingangsdatum",                                          \
      "stopdatum {0} ligt voor ingangsdatum {1}; de indicatie is geen dag actief", "Verbeter een van beide datums.")   \
    X(DATES_OUT_OF_ORDER, "S007", WAARSCHUWING, "melding, aanvraag, besluit en start in verkeerde volgorde",           \
      "{kolom} {0} ligt voor {=1}; verwacht: melding, aanvraag, besluit en start na elkaar",                           \
      "Verbeter een van beide datums; de doorlooptijd telt zo niet mee.")                                              \
    X(CREDIT_UNKNOWN, "S008", WAARSCHUWING, "een creditregel zonder zijn debetregel",                                  \
      "{0} is geen debetregel van deze aanbieder; verwacht: de regel die wordt teruggenomen",                          \
      "Lever de debetregel mee, of verbeter vorig_regelnummer.")                                                       \
    X(CREDIT_AGAIN, "S009", WAARSCHUWING, "een debetregel wordt te vaak teruggenomen",                                 \
      "{0} wordt vaker teruggenomen dan hij er is; verwacht: één creditregel per debetregel",                          \
      "Haal de creditregel te veel weg.")                                                                              \
    X(EENHEID_MISMATCH, "S010", WAARSCHUWING, "een eenheid die niet bij het product past",                             \
      "{=0} is niet om te rekenen naar {=1}, de eenheid van het product; de regel telt niet mee in volumes",           \
      "Verbeter de eenheid of de productcode.")                                                                        \
    X(TARIEF_EENHEID, "S011", FOUT, "een tarief in een andere eenheid dan het product",                                \
      "{=0} is niet om te rekenen naar {=1}, de eenheid van het product; verwacht: die eenheid, of uur voor minuut "   \
      "en omgekeerd",                                                                                                  \
      "Verbeter de eenheid of de productcode.")                                                                        \
    X(TOTAAL_OPEN, "S012", WAARSCHUWING, "frequentie totaal zonder einddatum",                                         \
      "de frequentie is totaal maar de einddatum ontbreekt; de indicatie heeft zo geen geïndiceerd volume",            \
      "Vul de einddatum in.")                                                                                          \
    X(ELFPROEF, "S013", WAARSCHUWING, "negen cijfers die geen BSN zijn",                                               \
      "de waarde heeft negen cijfers maar voldoet niet aan de elfproef; de regel telt wel mee",                        \
      "Controleer het BSN bij de bron.")                                                                               \
    X(OUT_OF_BOUNDS, "S014", WAARSCHUWING, "een waarde buiten de grenzen van haar indicator",                          \
      "{0} ligt buiten de grenzen van de indicator; verwacht: {=1}", "Vraag de aanbieder om de waarde na te gaan.")    \
    X(INDICATOR_MISSING, "S015", WAARSCHUWING, "een verplichte indicator ontbreekt",                                   \
      "aanbieder {0} leverde niet {1}; verwacht: elke verplichte indicator", "Vraag de aanbieder om de waarde.")       \
    X(HOORT_BIJ_UNKNOWN, "S016", FOUT, "hoort_bij noemt een onbekende aanbieder",                                      \
      "{0} staat niet in aanbieders; de regel is geladen zonder hoort_bij",                                            \
      "Verbeter hoort_bij, of voeg de aanbieder toe.")                                                                 \
    X(HOORT_BIJ_CYCLE, "S017", FOUT, "hoort_bij vormt een kring",                                                      \
      "met {0} hoort deze aanbieder uiteindelijk bij zichzelf; de regel is geladen zonder hoort_bij",                  \
      "Laat één aanbieder van de kring nergens bij horen.")                                                            \
    X(STATEMENT_TWICE, "S018", WAARSCHUWING, "twee opgaven van één organisatie",                                       \
      "aanbieder {0} hoort bij dezelfde organisatie als {1}, die hier ook een waarde gaf; een som wordt opgeteld, "    \
      "anders telt de laatste",                                                                                        \
      "Laat één van beide codes de opgave doen.")                                                                      \
    X(PARTS_DIFFER, "S019", WAARSCHUWING, "delen tellen niet op tot het totaal",                                       \
      "het totaal {0} verschilt van de som van de delen {1}; het totaal telt", "Vraag de aanbieder wat juist is.")     \
    X(DEFAULT_USED, "S020", WAARSCHUWING, "de standaardtabel geldt",                                                   \
      "de tabel {=0} heeft geen goede regel; de standaardtabel geldt", "Verbeter de tabel, of haal haar weg.")         \
    X(CLIENT_OR_AANTAL, "S021", FOUT, "client en aantal beide of geen van beide",                                      \
      "client en aantal zijn beide gevuld of beide leeg; verwacht: precies één van beide",                             \
      "Vul alleen client in, of alleen aantal.")                                                                       \
    X(WEEGFACTOR_MISSING, "S022", FOUT, "gewogen zonder weegfactor",                                                   \
      "de aggregatie is gewogen maar weegfactor is leeg; verwacht: de code van een indicator",                         \
      "Vul de weegfactor in.")                                                                                         \
    X(OTHER_RELEASE, "M001", FOUT, "een bericht van een andere release",                                               \
      "dit is een bericht {0} van {1}; verwacht: iWmo 3.2", "Vraag het bericht op in release 3.2.")                    \
    X(OTHER_MESSAGE, "M002", FOUT, "een bericht dat niet wordt geladen",                                               \
      "dit is een bericht {0} van {1}; verwacht: Wmo301, Wmo305, Wmo307, Wmo323 of Wmo325 van iWmo 3.2",               \
      "Haal het bestand weg: dit programma heeft dit bericht niet nodig.")                                             \
    X(NO_MESSAGE, "M003", FOUT, "geen iWmo-bericht",                                                                   \
      "het eerste element is {0} in de namespace {1}; verwacht: Bericht in de namespace van een bericht van iWmo 3.2", \
      "Haal het bestand weg, of vraag de afzender om het bericht zelf.")                                               \
    X(NOT_XML, "M004", FOUT, "geen goede XML", "dit is geen goede XML: {=0}; het bericht is niet geladen",             \
      "Vraag de afzender het bericht opnieuw te sturen; waarschijnlijk is het afgebroken of beschadigd.")              \
    X(XML_ENCODING, "M005", FOUT, "een codering die niet wordt gelezen",                                               \
      "de codering {0} wordt niet gelezen; verwacht: UTF-8, UTF-16, ISO-8859-1 of Windows-1252",                       \
      "Vraag de afzender om het bericht in UTF-8.")                                                                    \
    X(XML_DOCTYPE, "M006", FOUT, "een bericht met een DOCTYPE",                                                        \
      "het bericht heeft een DOCTYPE en is om de veiligheid niet gelezen; verwacht: een bericht zonder DTD en "        \
      "entiteiten",                                                                                                    \
      "Vraag de afzender om het bericht zoals de standaard het voorschrijft.")                                         \
    X(XML_TOO_MUCH, "M007", FOUT, "een bericht buiten alle proporties",                                                \
      "het bericht heeft hier {=0} en is niet geladen; verwacht: een bericht zoals de standaard het voorschrijft",     \
      "Vraag de afzender wat dit bestand is.")                                                                         \
    X(ELEMENT_MISSING, "M008", FOUT, "een verplicht element ontbreekt",                                                \
      "{=0} ontbreekt; verwacht: dit element met een waarde", "Vraag de afzender het bericht aan te vullen.")          \
    X(ELEMENT_TWICE, "M009", FOUT, "een element staat er twee keer", "{=0} staat hier twee keer; verwacht: één keer",  \
      "Vraag de afzender het bericht te verbeteren.")                                                                  \
    X(NO_PRODUCTCODE, "M010", FOUT, "een aspecifieke of generieke toewijzing",                                         \
      "{=0} ontbreekt: een aspecifieke of generieke toewijzing; verwacht: een toewijzing met productcode en omvang",   \
      "Wijs het product toe met productcode en omvang, of lever de indicatie als CSV.")                                \
    X(STATUS_UNKNOWN, "M011", FOUT, "een onbekende StatusAanlevering",                                                 \
      "{0} is geen StatusAanlevering; verwacht: 1, 2, 3 of 9", "Vraag de afzender het bericht te verbeteren.")         \
    X(TOEWIJZING_UNKNOWN, "M012", FOUT, "een start of stop zonder toewijzing",                                         \
      "{0} is geen toewijzing van gemeente {1} die is geladen; verwacht: het nummer van zo'n toewijzing",              \
      "Lever de toewijzing mee, of vraag de aanbieder om het juiste nummer.")                                          \
    X(MESSAGE_TWICE, "M013", INFO, "een bericht is twee keer geleverd",                                                \
      "soort, afzender en identificatie van dit bericht zijn die van {0}; het telt één keer mee",                      \
      "Niets: het eerste bestand telt mee.")                                                                           \
    X(NO_IDENTIFICATIE, "M014", WAARSCHUWING, "een bericht zonder identificatie",                                      \
      "Identificatie ontbreekt; of dit bericht twee keer is geleverd is zo niet te zien",                              \
      "Vraag de afzender het bericht aan te vullen.")                                                                  \
    X(TOTAL_DIFFERS, "M015", WAARSCHUWING, "een declaratie telt niet op",                                              \
      "TotaalIngediendBedrag is {0}; verwacht: de som van de prestaties, {1}",                                         \
      "Vraag de aanbieder of er prestaties ontbreken.")                                                                \
    X(ANSWER_LINE_UNKNOWN, "M016", WAARSCHUWING, "een afgekeurde regel die er niet is",                                \
      "{0} is geen geladen regel van declaratie {1}; er is niets afgekeurd",                                           \
      "Lever de declaratie mee waarop dit het antwoord is.")                                                           \
    X(ANSWER_UNKNOWN, "M017", WAARSCHUWING, "een afgekeurde declaratie die er niet is",                                \
      "van declaratie {0} van aanbieder {1} is geen regel geladen; er is niets afgekeurd",                             \
      "Lever de declaratie mee waarop dit het antwoord is.")                                                           \
    X(ANSWER_EMPTY, "M018", WAARSCHUWING, "een antwoord zonder declaratie",                                            \
      "het bericht noemt geen declaratie; er is niets afgekeurd",                                                      \
      "Ga na of de declaratie om technische redenen is geweigerd, en haal haar dan weg.")                              \
    X(MEMBER_NOT_XML, "M019", WAARSCHUWING, "geen bericht in een archief",                                             \
      "dit bestand in het archief is niet gelezen; verwacht: .xml",                                                    \
      "Haal het uit het archief; zet een ander bestand of archief los in de map.")                                     \
    X(ARCHIVE_REFUSED, "M020", FOUT, "een archief dat niet te lezen is",                                               \
      "het archief is niet gelezen: {=0}; verwacht: een heel zip-bestand zonder wachtwoord",                           \
      "Vraag de afzender het archief opnieuw te sturen.")                                                              \
    X(MEMBER_REFUSED, "M021", FOUT, "een beschadigd bestand in een archief",                                           \
      "dit bestand in het archief is niet geladen: {=0}; verwacht: een heel bestand",                                  \
      "Vraag de afzender het archief opnieuw te sturen.")

#endif
