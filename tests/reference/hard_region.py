#!/usr/bin/env python3
"""Write a small region full of edges: hard_region.py SEED DIR.

Everything is drawn from short lists of values at which measures.md or inputs.md changes its mind
(the first and last days of its windows and periods, the limits of its classes, units that do and
do not convert, chains, gaps and ties of tarieven), so that they meet each other often.  The same
seed gives the same files.
"""
import os
import random
import sys
from datetime import date, timedelta
from fractions import Fraction

from dialects import Writer

DAY = timedelta(days=1)
ANCHORS = [date(*ymd) for ymd in (
    (2023, 12, 31), (2024, 2, 29), (2024, 7, 1), (2024, 12, 31), (2025, 1, 1), (2025, 3, 31), (2025, 6, 30),
    (2025, 7, 1), (2025, 9, 30), (2025, 12, 31), (2026, 1, 1), (2026, 3, 31), (2026, 6, 30), (2026, 12, 31),
    (2027, 1, 1), (2027, 6, 30), (2027, 12, 31), (2028, 2, 29), (2028, 12, 31))]
STEPS = (-93, -92, -91, -32, -31, -30, -28, -27, -14, -1, 0, 0, 0, 0, 1, 13, 14, 15, 27, 28, 31, 42, 43, 56, 91, 92, 93)
PERIODS = ("2024H1", "2025H1", "2025H2", "2026H1", "2026H1", "2026H2", "2027H1", "2027H2", "2028H2", "2029H1",
           "2025Q2", "2025Q3", "2026Q1", "2026Q2", "2027Q3", "2025", "2026", "2027")

GEMEENTEN = ("0405", "0498", "0388")
AANBIEDERS = ("01000001", "01000002", "01000003", "01000004", "01000005", "01000006", "01000007")
# code: (perceel, eenheid, contract, maximum_per_jaar)
PRODUCTEN = {
    "02BGB": ("BG", "minuut", "nieuw", ""), "02BGS": ("BG", "uur", "nieuw", "40"), "BGOUD": ("BG", "uur", "oud", ""),
    "BGST": ("BG", "stuks", "nieuw", ""), "07DBA": ("DB", "dagdeel", "nieuw", ""),
    "DBOUD": ("DB", "dagdeel", "oud", ""),
    "08VVZ": ("DB", "stuks", "oud", ""), "01HHO": ("HO", "minuut", "nieuw", ""), "01HHT": ("HO", "uur", "nieuw", "36"),
    "HHOUD": ("HO", "minuut", "oud", ""), "04KDV": ("KV", "etmaal", "nieuw", ""),
    "KVOUD": ("KV", "etmaal", "oud", "20"),
}
CODES = {"minuut": ("01", "1", "Minuut"), "uur": ("04", "4", "UUR"), "dagdeel": ("16",), "etmaal": ("14",),
         "stuks": ("82", "84")}
FREQUENCY_CODES = {"dag": ("1",), "week": ("2", "Week"), "vier_weken": ("3",), "maand": ("4",), "jaar": ("5",),
                   "totaal": ("6",)}
VOLUMES = (0, 1, 2, 3, 4, 5, 7, 9, 12, 60, 75, 125, 180, 300, Fraction(1, 2), Fraction(9, 2), Fraction(10, 4),
           Fraction(333, 1000), Fraction(2333, 1000), 52, 260)
BESIDE_AN_END = (-93, -92, -32, -31, 0, 1, 1, 2, 92, 93)
CLOCKS = ("", " 9:30", "T23:59:59", " 00:00")
REASONS = ("", "02", "19", "20", "20", "21", "22", "31", "38", "77")
WRONG_INDICATIONS = (("productcode", "NIETS"), ("volume", "-1"), ("volume", "1.2345"), ("gemeentecode", "9999"),
                     ("ingangsdatum", "31-02-2025"), ("aanbiedercode", ""), ("frequentie", "soms"), ("client", "a b"))
WRONG_LINES = (("bedrag", "-5"), ("bedrag", "1.2345"), ("debetcredit", "X"), ("periode_eind", date(2020, 1, 1)),
               ("productcode", "NIETS"), ("status", "weg"), ("volume", ""))
RATIOS = (Fraction(0), Fraction(1, 2), Fraction(499, 1000), Fraction(8, 10), Fraction(799, 1000), Fraction(1),
          Fraction(1001, 1000), Fraction(12, 10), Fraction(1201, 1000), Fraction(-1, 10))
CATALOGUE = (  # code, aggregatie, weegfactor, toets
    ("clienten", "som", "", "clienten_periode"), ("instroom", "som", "", "instroom"),
    ("wachtenden", "som", "", "wachtend/aantal"), ("wachttijd", "gewogen", "instroom", "doorlooptijd_start/mediaan"),
    ("respondenten", "gemiddelde", "", "signalen/positief/open"), ("tevredenheid", "gewogen", "wachttijd", ""),
    ("fte", "som", "", "bedrag_gedeclareerd"), ("ziekteverzuim", "gewogen", "fte", "omvang/gemiddelde"),
    ("oordeel", "gemiddelde", "", "voorveld_verschuiving"))


def end_of(indication):
    """Its einddatum or stopdatum, whichever is first; without either a day far enough on."""
    ends = [indication[column] for column in ("einddatum", "stopdatum") if indication[column]]
    return min(ends, default=date(2026, 6, 30))


def other_unit(unit):
    """The one that it converts to, if any."""
    return {"uur": "minuut", "minuut": "uur"}.get(unit, unit)


class Region:
    def __init__(self, seed, root):
        self.rng = random.Random(seed)
        self.periode = runs(seed)[0]
        self.writer = Writer(seed, root)
        self.indications = []

    def day(self):
        return self.rng.choice(ANCHORS) + self.rng.choice(STEPS) * DAY

    def near(self, day):
        return day + self.rng.choice(STEPS) * DAY

    def maybe(self, chance, make):
        return make() if self.rng.random() < chance else ""

    def eenheid(self, unit):
        return self.rng.choice((unit, unit, *CODES[unit]))

    def write(self):
        os.makedirs(self.writer.root, exist_ok=True)
        self.places()
        self.tarieven()
        self.indicaties()
        self.declaraties()
        self.managementinformatie()
        self.voorveld()
        self.rest()

    def places(self):
        rng, table = self.rng, self.writer.table
        table("gemeenten", [{"gemeentecode": rng.choice((g, g.lstrip("0"))), "naam": f"Gemeente {g}"}
                            for g in GEMEENTEN])
        rows = []
        for code in AANBIEDERS:
            belongs = rng.choice(("", "", "", code, rng.choice(AANBIEDERS), rng.choice(AANBIEDERS), "09999999"))
            rows.append({"aanbiedercode": code, "naam": f"Zörg {code}",
                         "gecontracteerd": rng.choice(("j", "Nee", "1", "false")), "hoort_bij": belongs})
        table("aanbieders", rows, parts=rng.choice((1, 1, 2)))
        table("producten", [
            {"productcode": code, "naam": code, "perceel": p, "eenheid": e, "contract": c, "maximum_per_jaar": m}
            for code, (p, e, c, m) in PRODUCTEN.items()])

    def tarieven(self):
        rng, rows = self.rng, []
        for code, (_p, unit, _c, _m) in PRODUCTEN.items():
            for _ in range(rng.randrange(5)):
                start = self.day()
                used = rng.choice(("", unit, other_unit(unit), rng.choice(("", "dagdeel"))))
                rows.append({"productcode": rng.choice((code, code.lower())),
                             "aanbiedercode": rng.choice(("", "", *AANBIEDERS)), "ingangsdatum": start,
                             "einddatum": self.maybe(0.5, lambda s=start: s + rng.choice((0, 30, 180, 364)) * DAY),
                             "tarief": Fraction(rng.choice((0, 1, 50, 90, 99, 4800, 6000)), 100), "eenheid": used})
            if rng.random() < 0.8:  # mostly a general one that covers everything
                rows.append({"productcode": code, "ingangsdatum": date(2020, 1, 1),
                             "tarief": Fraction(rng.choice((80, 4500)), 100)})
        self.writer.table("tarieven", rows, parts=rng.choice((1, 3)))

    def indication(self, number):
        rng = self.rng
        product = rng.choice(list(PRODUCTEN))
        unit = PRODUCTEN[product][1]
        first = self.day()
        length = rng.choice((1, 27, 28, 29, 90, 180, 365, 366, 730, 1000))
        last = self.maybe(0.7, lambda: rng.choice((first + (length - 1) * DAY, max(first, self.day()))))
        melding = self.maybe(0.6, lambda: self.near(first))
        besluit = self.maybe(0.8, lambda: self.near(melding or first))
        nummer = str(1000 + number)
        return {
            "gemeentecode": rng.choice(GEMEENTEN), "toewijzingnummer": rng.choice((nummer, "000" + nummer)),
            "nummer": nummer, "client": f"k{rng.randrange(12)}", "aanbiedercode": rng.choice(AANBIEDERS),
            "productcode": product, "volume": Fraction(rng.choice(VOLUMES)),
            "unit": rng.choice((unit, unit, unit, other_unit(unit), "dagdeel")),
            "frequentie": rng.choice(list(FREQUENCY_CODES)), "ingangsdatum": first, "einddatum": last,
            "meldingsdatum": melding, "aanvraagdatum": self.maybe(0.6, lambda: self.near(melding or first)),
            "besluitdatum": besluit, "startdatum_zorg": self.maybe(0.6, lambda: self.near(besluit or first)),
            "stopdatum": self.maybe(0.3, lambda: rng.choice((self.day(), self.near(last or first)))),
            "reden_beeindiging": rng.choice(REASONS), "tussenevaluatie": self.maybe(0.3, self.day),
            "bijgewerkt_op": self.maybe(0.5, lambda: self.day().isoformat() + rng.choice(CLOCKS)),
        }

    def follower(self, number):
        """An indication on a new product that begins about when an earlier one of the perceel ends."""
        row = self.indication(number)
        if not self.indications:
            return row
        of = self.rng.choice(self.indications)
        perceel = PRODUCTEN[of["productcode"]][0]
        new = [code for code, (own, _unit, contract, _maximum) in PRODUCTEN.items()
               if own == perceel and contract == "nieuw"]
        row["productcode"] = self.rng.choice(new)
        row["ingangsdatum"] = end_of(of) + self.rng.choice(BESIDE_AN_END) * DAY
        row["einddatum"] = self.maybe(0.3, lambda: row["ingangsdatum"] + 200 * DAY)
        for column in ("gemeentecode", "client"):
            row[column] = of[column]
        row["aanbiedercode"] = self.rng.choice((of["aanbiedercode"], row["aanbiedercode"]))
        return row

    def indicaties(self):
        """Some twice, in another version; some wrong, to be left out."""
        rng, rows = self.rng, []
        for number in range(rng.choice((20, 60, 120))):
            row = self.follower(number) if rng.random() < 0.3 else self.indication(number)
            self.indications.append(row)
            rows.append(row)
            if rng.random() < 0.15:
                rows.append({**self.indication(number), "gemeentecode": row["gemeentecode"]})
            if rng.random() < 0.08:
                column, value = rng.choice(WRONG_INDICATIONS)
                rows.append({**self.indication(number), column: value})
        for row in rows:
            row["eenheid"] = self.eenheid(row["unit"])
            row["frequentie"] = rng.choice((row["frequentie"], *FREQUENCY_CODES.get(row["frequentie"], ())))
        self.writer.table("indicaties", rows, parts=rng.choice((1, 2, 3)))

    def line(self, number):
        """A line for some indication; now and then something about it differs."""
        rng = self.rng
        of = rng.choice(self.indications)
        unit = PRODUCTEN[of["productcode"]][1]
        first, last = of["ingangsdatum"], of["einddatum"] or self.day()
        begin = rng.choice((first, self.near(first), last, self.day()))
        row = {
            "aanbiedercode": of["aanbiedercode"], "gemeentecode": of["gemeentecode"], "client": of["client"],
            "declaratienummer": f"D{number % 9}", "regelnummer": str(number), "productcode": of["productcode"],
            "toewijzingnummer": rng.choice((of["nummer"], of["toewijzingnummer"])), "periode_begin": begin,
            "periode_eind": begin + rng.choice((0, 6, 27, 30, 30, 61, 181)) * DAY,
            "volume": Fraction(rng.choice(VOLUMES)),
            "eenheid": self.eenheid(rng.choice((unit, unit, unit, other_unit(unit), "stuks"))),
            "tarief": self.maybe(0.6, lambda: Fraction(rng.choice((0, 80, 75, 1, 2, 90, 4500, 4800, 6000)), 100)),
            "bedrag": Fraction(rng.randrange(0, 50000), 100), "debetcredit": rng.choice("DDDDdC"),
            "status": rng.choice(("", "ingediend", "toegekend", "Toegekend", "afgekeurd")),
        }
        change = rng.random()
        if change < 0.25:
            row["toewijzingnummer"] = rng.choice(("", "onbekend-1"))
        elif change < 0.35:
            column, values = rng.choice((("client", [f"k{n}" for n in range(12)]), ("productcode", list(PRODUCTEN)),
                                         ("aanbiedercode", AANBIEDERS), ("gemeentecode", GEMEENTEN)))
            row[column] = rng.choice(values)
        elif change < 0.40:
            column, value = rng.choice(WRONG_LINES)
            row[column] = value
        return row

    def exact_line(self, number):
        """A line that brings an indication per day exactly on a limit of benutting_klasse."""
        rng = self.rng
        suited = [i for i in self.indications
                  if i["frequentie"] == "dag" and i["unit"] == PRODUCTEN[i["productcode"]][1]]
        if not suited:
            return self.line(number)
        of = rng.choice(suited)
        half = rng.choice([(date(y, m, 1), date(y, m + 5, 30 + (m == 7))) for y in (2025, 2026) for m in (1, 7)])
        a, b = max(of["ingangsdatum"], half[0]), min(of["einddatum"] or half[1], half[1])
        if b < a:
            return self.line(number)
        ratio = rng.choice(RATIOS)
        volume = abs(ratio) * of["volume"] * ((b - a).days + 1)
        if (volume * 1000).denominator != 1:
            return self.line(number)
        copied = {name: of[name] for name in ("aanbiedercode", "gemeentecode", "client", "productcode")}
        return {**self.line(number), **copied, "toewijzingnummer": of["nummer"], "periode_begin": a, "periode_eind": b,
                "volume": volume, "eenheid": of["unit"], "debetcredit": "C" if ratio < 0 else "D", "status": ""}

    def declaraties(self):
        rng, rows = self.rng, []
        for number in range(3 * len(self.indications)):
            rows.append(self.exact_line(number) if rng.random() < 0.1 else self.line(number))
            if rng.random() < 0.1:  # the same line again, under another number: dubbel, or taken back
                rows.append({**rows[-1], "regelnummer": f"{number}-{rng.randrange(3)}",
                             "declaratienummer": f"D{rng.randrange(9)}", "debetcredit": rng.choice("DDC")})
            if rng.random() < 0.05:  # the same key again
                rows.append({**rows[-1], "bedrag": Fraction(rng.randrange(9999), 100)})
        self.writer.table("declaraties", rows, parts=rng.choice((1, 2, 4)))

    def managementinformatie(self):
        rng, rows = self.rng, []
        for _ in range(rng.choice((0, 30, 150))):
            rows.append({"aanbiedercode": rng.choice(AANBIEDERS), "gemeentecode": rng.choice(("", *GEMEENTEN)),
                         "periode": rng.choice((self.periode, self.periode, rng.choice(PERIODS))),
                         "perceel": rng.choice(("", "BG", "db", "HO", "KV")),
                         "indicator": rng.choice((*(row[0] for row in CATALOGUE), "bestaatniet")),
                         "waarde": Fraction(rng.choice((-1, 0, 0, 1, 2, 3, 10, 25, Fraction(15, 2))))})
        self.writer.table("managementinformatie", rows, parts=rng.choice((1, 2)))
        if rng.random() < 0.7:
            self.writer.table("indicatoren", [
                {"code": c, "omschrijving": c, "aggregatie": a, "weegfactor": w, "verplicht": "n", "toets": t}
                for c, a, w, t in CATALOGUE])

    def voorveld(self):
        rng, rows = self.rng, []
        for _ in range(rng.choice((0, 25, 60))):
            row = {"gemeentecode": rng.choice(GEMEENTEN[:2] if rng.random() < 0.9 else GEMEENTEN),
                   "perceel": rng.choice(("BG", "DB")), "datum": self.day(), "client": f"k{rng.randrange(12)}",
                   "voorziening": "inloop"}
            if rng.random() < 0.2:
                row.update(client="", aantal=rng.choice((0, 1, 3)))
            elif rng.random() < 0.5 and self.indications:  # beside the end of an indication
                of = rng.choice(self.indications)
                row.update(gemeentecode=of["gemeentecode"], client=of["client"],
                           datum=end_of(of) + rng.choice(BESIDE_AN_END) * DAY)
            rows.append(row)
        self.writer.table("voorveld", rows, parts=rng.choice((1, 2)))
        given = [{"gemeentecode": g, "perceel": p, "aantal": rng.choice((0, 2, 5, 10))}
                 for g in GEMEENTEN for p in ("BG", "DB") if rng.random() < 0.3]
        if given:
            self.writer.table("nulmeting", given)

    def rest(self):
        rng = self.rng
        pairs = [(g, p) for g in GEMEENTEN for p in PRODUCTEN if rng.random() < 0.3]
        self.writer.table("uitfasering", [{"gemeentecode": g, "productcode": p, "vanaf": self.day()} for g, p in pairs])
        self.writer.table("signalen", [
            {"datum": self.day(), "gemeentecode": rng.choice(("", *GEMEENTEN)), "aanbiedercode": rng.choice(AANBIEDERS),
             "soort": rng.choice(("positief", "negatief")),
             "status": rng.choice(("open", "in_behandeling", "afgehandeld")),
             "onderwerp": ""} for _ in range(15)])


def runs(seed):
    """(periode, historie) that go with a seed."""
    rng = random.Random(f"run {seed}")
    return rng.choice(PERIODS), rng.randrange(6)


if __name__ == "__main__":
    Region(int(sys.argv[1]), sys.argv[2]).write()
    print(*runs(int(sys.argv[1])))
