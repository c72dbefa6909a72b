"""How the counts of measures.md hang together: what adds up to what, and what cannot be more than what."""
from tests.attack.counts import (CLASSES, CLIENTS, FLOWS, MONTHS, NOEMER, PLAN, ROUTES, STEPS, TELLER, TRANSITION,
                                 TRANSITION_FROM, UITSPLITSINGEN, WAARDE, Cell)
import collections
import datetime


def last_day(periode):
    return f"{periode[:4]}-06-30" if periode.endswith("H1") else f"{periode[:4]}-12-31"


class Relations:
    """A list of (terms, is_equal): the signed cells add up to 0, or to 0 or less."""

    def __init__(self, counts, rows, public):
        self.counts, self.public = counts, public
        self.list = []
        self.together = []  # (cells, cell): one of the cells is not 0 only when the last is not
        self.uitsplitsingen = {**UITSPLITSINGEN, "beeindigd": tuple(sorted(
            {cell.uitsplitsing for cell in counts.published if cell.maat == "beeindigd"} | {"onbekend"}))}
        self.gemeenten = sorted({cell.gemeente for cell in counts.published} - {""})
        self.periods = sorted({row.periode for row in rows})
        self.products = collections.defaultdict(list)
        for product, (perceel, _, _) in sorted(public.producten.items()):
            self.products[perceel].append(product)
        self.percelen = sorted(self.products)
        self.parts = [("", "")] + [(p, x) for p in self.percelen for x in ["", *self.products[p]]]
        self._relate()

    def _add(self, terms, equal=True):
        self.list.append(([(sign, self.counts.find(cell)) for sign, cell in terms], equal))

    def _at_most(self, less, *more):
        self._add([(1, less)] + [(-1, cell) for cell in more], equal=False)

    def _same(self, one, *other):
        self._add([(-1, one)] + [(1, cell) for cell in other])

    def _only_with(self, one, other):
        self.together.append((self.counts.find(one), self.counts.find(other)))

    def _relate(self):
        for periode in self.periods:
            for maat, uitsplitsingen in self.uitsplitsingen.items():
                if maat in PLAN or maat in TRANSITION and periode < TRANSITION_FROM:
                    continue
                for uitsplitsing in uitsplitsingen:
                    self._relate_parts(Cell(periode, maat, uitsplitsing, WAARDE, "", "", ""))
        for former, periode in zip([None, *self.periods], self.periods):
            for gemeente in ["", *self.gemeenten]:
                for perceel, product in self.parts:
                    self._relate_measures(periode, former, (gemeente, perceel, product))

    # ---- gemeenten, percelen and products ----

    def _is_old(self, product):
        return self.public.producten[product][1]

    def _exists(self, cell):
        """Can there be any of it, by the definition of its measure?"""
        if cell.maat.startswith("voorveld_"):
            return cell.perceel in ("", "BG", "DB") and not cell.product
        if cell.maat in TRANSITION:
            return not cell.product or self._is_old(cell.product)
        if cell.maat == "omvang_klasse":
            return cell.uitsplitsing in CLASSES.get(cell.perceel, ())
        return cell.maat != "omvang" or bool(cell.perceel)

    def _whole(self, whole, parts):
        parts = [part for part in parts if self._exists(part)]
        if not parts or not self._exists(whole):
            return
        if whole.maat not in CLIENTS + FLOWS:
            self._same(whole, *parts)
            return
        self._at_most(whole, *parts)
        for part in parts if whole.maat in CLIENTS else ():
            self._at_most(part, whole)

    def _relate_parts(self, cell):
        for perceel, product in self.parts:
            at = cell._replace(perceel=perceel, product=product)
            self._whole(at, [at._replace(gemeente=gemeente) for gemeente in self.gemeenten])
        for gemeente in ["", *self.gemeenten]:
            at = cell._replace(gemeente=gemeente)
            self._whole(at, [at._replace(perceel=perceel) for perceel in self.percelen])
            for perceel in self.percelen:
                whole = at._replace(perceel=perceel)
                self._whole(whole, [whole._replace(product=product) for product in self.products[perceel]])

    # ---- measures of one group ----

    def _relate_measures(self, periode, former, group):
        def one(maat, uitsplitsing="", number=WAARDE, when=periode):
            return Cell(when, maat, uitsplitsing, number, *group)

        def many(maat, begin="", end=""):
            return [one(maat, u) for u in self.uitsplitsingen[maat] if u.startswith(begin) and u.endswith(end)]

        begin, eind, indicaties = one("clienten_begin"), one("clienten_eind"), one("indicaties_eind")
        self._add([(1, begin), (1, one("instroom")), (-1, eind), (-1, one("uitstroom"))])
        self._at_most(one("instroom"), eind)
        self._at_most(one("uitstroom"), begin)
        self._at_most(eind, one("clienten_periode"))
        self._at_most(eind, indicaties)
        self._only_with(indicaties, eind)
        self._same(indicaties, *many("budget"))
        self._at_most(one("wachtend", "aantal"), indicaties)
        self._at_most(one("tariefafwijking"), one("declaratieregels", "gekoppeld"),
                      one("declaratieregels", "via_client"))
        self._same(one("clienten_periode"), one("kosten_per_client", "", NOEMER))
        self._relate_uitval(one)
        if group[1] in CLASSES:
            self._same(one("omvang", "aantal"), *[one("omvang_klasse", name) for name in CLASSES[group[1]]])
        if group[1]:
            self._at_most(one("omvang", "aantal"), indicaties)
        for step in STEPS:
            maat = "doorlooptijd_" + step
            self._same(one(maat, "aantal"), one(maat, "binnen_norm", NOEMER))
            self._at_most(one(maat, "binnen_norm", TELLER), one(maat, "aantal"))
        if former:
            self._same(begin, one("clienten_eind", when=former))
        self._relate_plan(periode, former, group, one)
        if group[1] in ("", "BG", "DB") and not group[2]:
            self._relate_voorveld(former, group[1], one, many)
        if periode >= TRANSITION_FROM and (not group[2] or self._is_old(group[2])):
            self._relate_transition(periode, former, group, one, many)

    def _relate_uitval(self, one):
        for number, wanted in ((NOEMER, (True, False)), (TELLER, (True,))):
            reasons = [code for code, (counts, early) in self.public.redenen.items() if counts and early in wanted]
            self._same(one("uitval", "", number), *[one("beeindigd", code) for code in reasons])

    def _relate_plan(self, periode, former, group, one):
        vanaf = self.public.plan.get((group[0], group[2]))
        if not vanaf:
            return
        eve = str(datetime.date.fromisoformat(vanaf) - datetime.timedelta(1))
        actief, begin, indicaties = one("uitfasering_actief"), one("uitfasering_begin"), one("indicaties_eind")
        self._same(indicaties, actief)
        self._at_most(one("uitfasering_na"), actief)
        if eve > last_day(periode):
            return
        self._at_most(actief, begin, one("uitfasering_instroom"))
        if one("uitfasering_resterend", "", NOEMER) in self.counts.published:
            self._same(begin, one("uitfasering_resterend", "", NOEMER))
            self._same(actief, one("uitfasering_resterend", "", TELLER))
        if eve == last_day(periode):
            self._same(begin, indicaties)
        elif former and eve <= last_day(former):
            self._same(begin, one("uitfasering_begin", when=former))
            self._at_most(one("uitfasering_instroom", when=former), one("uitfasering_instroom"))

    def _relate_voorveld(self, former, perceel, one, many):
        nulmeting, actief = one("voorveld_nulmeting"), one("voorveld_actief")
        if one("voorveld_afname", "", NOEMER) in self.counts.published:
            self._same(nulmeting, one("voorveld_afname", "", NOEMER))
            self._same(nulmeting, one("voorveld_afname", "", TELLER), actief)
            if one("clienten_eind").gemeente and perceel:
                self._at_most(actief, one("clienten_eind"))
                if not any(self.public.producten[product][2] for product in self.products[perceel]):
                    self._same(actief, one("clienten_eind"))
        if one("voorveld_verschuiving", "", NOEMER) in self.counts.published:
            self._same(one("voorveld_verschuiving", "", TELLER), one("voorveld_registratie", "verschoven"),
                       one("voorveld_registratie", "ongeverifieerd"))
        if former and former >= TRANSITION_FROM:
            self._same(nulmeting, one("voorveld_nulmeting", when=former))
            self._add([(1, cell._replace(periode=former)) for cell in many("voorveld_registratie")] +
                      [(-1, cell) for cell in many("voorveld_registratie")], equal=False)

    def _relate_transition(self, periode, former, group, one, many):
        langdurig = one("overgang", "niet_opnieuw_langdurig/lopend")
        lopend, indicaties = many("overgang", end="/lopend"), one("indicaties_eind")
        for route in ROUTES:
            self._same(one("overgang_begin", route), *many("overgang", route + "/"))
        self._same(one("overgang_maand", MONTHS[0]), *many("overgang_begin"))
        for earlier, later in zip(MONTHS, MONTHS[1:]):
            self._at_most(one("overgang_maand", later), one("overgang_maand", earlier))
        self._same(one("overgang_handmatig"), langdurig, one("overgang", "opnieuw_langdurig/lopend"))
        self._same(langdurig, *many("overgang_evaluatie"))
        self._add([(1, cell) for cell in lopend] + [(-1, indicaties)], equal=False)
        if group[2]:
            self._at_most(indicaties, one("oud_na_start"), *lopend)
        self._same(one("overgang_maand", last_day(periode)[:7]), *lopend)
        if not former:
            return
        if former < TRANSITION_FROM:
            self._add([(1, cell) for cell in many("overgang_begin")] + [(-1, one("indicaties_eind", when=former))],
                      equal=False)
            return
        self._at_most(one("oud_na_start", when=former), one("oud_na_start"))
        for maat in ("overgang_begin", "overgang_maand"):
            for uitsplitsing in self.uitsplitsingen[maat]:
                self._same(one(maat, uitsplitsing), one(maat, uitsplitsing, when=former))
