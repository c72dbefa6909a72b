/* Messages with what counts and no more. */
#include "tests/unit/support_messages.h"

#include <stdlib.h>

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define COMMON "http://www.istandaarden.nl/iwmo/3_2/basisschema/schema"

char *message_make(struct arena *arena, const char *kind, const char *sender, const char *receiver,
                   const char *identification, const char *body) {
    return arena_printf(arena,
                        XML "<Bericht xmlns=\"http://www.istandaarden.nl/iwmo/3_2/%s/schema\" xmlns:c=\"" COMMON "\">\n"
                            "<Header><Afzender>%s</Afzender><Ontvanger>%s</Ontvanger><BerichtIdentificatie>"
                            "<c:Identificatie>%s</c:Identificatie></BerichtIdentificatie></Header>\n%s\n</Bericht>\n",
                        kind, sender, receiver, identification, body);
}

char *body_301(struct arena *arena, const char *number, const char *moment, const char *begin, const char *rest,
               int volume) {
    return arena_printf(arena,
                        "<Client><Bsn>999900006</Bsn><ToegewezenProducten>\n<ToegewezenProduct>"
                        "<ToewijzingNummer>%s</ToewijzingNummer><Product><c:Code>02BGB</c:Code></Product>"
                        "<Toewijzingsdatum>%.10s</Toewijzingsdatum><Toewijzingstijd>%s</Toewijzingstijd>"
                        "<Ingangsdatum>%s</Ingangsdatum>%s<Omvang><c:Volume>%d</c:Volume><c:Eenheid>01</c:Eenheid>"
                        "<c:Frequentie>2</c:Frequentie></Omvang></ToegewezenProduct>\n</ToegewezenProducten></Client>",
                        number, moment, moment + 11, begin, rest, volume);
}

char *body_305(struct arena *arena, const char *number, const char *begin, int status) {
    return arena_printf(arena,
                        "<Client><Bsn>999900006</Bsn><StartProducten>\n<StartProduct>"
                        "<ToewijzingNummer>%s</ToewijzingNummer><Begindatum>%s</Begindatum>"
                        "<StatusAanlevering>%d</StatusAanlevering></StartProduct>\n</StartProducten></Client>",
                        number, begin, status);
}

char *body_307(struct arena *arena, const char *number, const char *begin, const char *end, const char *reden,
               int status) {
    return arena_printf(arena,
                        "<Client><Bsn>999900006</Bsn><StopProducten>\n<StopProduct>"
                        "<ToewijzingNummer>%s</ToewijzingNummer><Begindatum>%s</Begindatum>"
                        "<RedenBeeindiging>%s</RedenBeeindiging><Einddatum>%s</Einddatum>"
                        "<StatusAanlevering>%d</StatusAanlevering></StopProduct>\n</StopProducten></Client>",
                        number, begin, reden, end, status);
}

char *line_323(struct arena *arena, const char *reference, const char *previous, int cents) {
    const char *vorige =
        *previous ? arena_printf(arena, "<c:VorigReferentieNummer>%s</c:VorigReferentieNummer>", previous) : "";
    return arena_printf(
        arena,
        "<Prestatie><ProductReferentie><c:ReferentieNummer>%s</c:ReferentieNummer>%s</ProductReferentie>"
        "<ToewijzingNummer>101</ToewijzingNummer><ProductCode>02BGB</ProductCode><ProductPeriode>"
        "<c:Begindatum>2026-01-12</c:Begindatum><c:Einddatum>2026-01-31</c:Einddatum></ProductPeriode>"
        "<GeleverdVolume>60</GeleverdVolume><Eenheid>01</Eenheid><IngediendBedrag><c:Bedrag>%d"
        "</c:Bedrag><c:DebetCredit>%s</c:DebetCredit></IngediendBedrag></Prestatie>\n",
        reference, vorige, abs(cents), cents < 0 ? "C" : "D");
}

static const char *total(struct arena *arena, const char *name, int cents) {
    return arena_printf(arena, "<%s><c:TotaalBedrag>%d</c:TotaalBedrag><c:DebetCredit>%s</c:DebetCredit></%s>", name,
                        abs(cents), cents < 0 ? "C" : "D", name);
}

char *body_323(struct arena *arena, const char *declaration, int cents, const char *lines) {
    return arena_printf(arena,
                        "<Declaratie><DeclaratieNummer>%s</DeclaratieNummer>%s<Clienten><Client><Bsn>999900006</Bsn>"
                        "<Prestaties>\n%s</Prestaties></Client></Clienten></Declaratie>",
                        declaration, total(arena, "TotaalIngediendBedrag", cents), lines);
}

char *body_325(struct arena *arena, const char *declaration, int submitted, int granted, const char *references) {
    const char *lines = "";
    for (const char *at = references; *at; at++) /* one letter each */
        lines = arena_printf(arena,
                             "%s<Prestatie><ProductReferentie><c:ReferentieNummer>%c</c:ReferentieNummer>"
                             "</ProductReferentie></Prestatie>\n",
                             lines, *at);
    return arena_printf(
        arena, "<DeclaratieAntwoord><DeclaratieNummer>%s</DeclaratieNummer>%s%s%s%s%s</DeclaratieAntwoord>",
        declaration, total(arena, "TotaalIngediendBedrag", submitted), total(arena, "TotaalToegekendBedrag", granted),
        *references ? "<Clienten><Client><Prestaties>\n" : "", lines,
        *references ? "</Prestaties></Client></Clienten>" : "");
}
