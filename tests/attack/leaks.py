"""Looks in published files for what is somebody else's: clients, names and codes of others, and their figures.

Figures are looked for by their value. A value that could be a coincidence (a whole number, a simple fraction) proves
nothing and is left alone; of those that are left there are enough.
"""
import collections
import fractions
import functools

from tests.attack.published import key_of, numbers_of, words_of

OTHERS, MOST = 3, 0.75  # the region beside an aanbieder: at least so many others, none with more than this part
SIMPLE = 60  # a fraction with a noemer up to this is no proof


@functools.lru_cache(None)
def value_of(text):
    return None if text in ("", "x") or text.startswith("<") else round(float(text), 6)


@functools.lru_cache(None)
def is_proof(value):
    if value is None or value == int(value):
        return False
    if abs(value) >= 1000:
        return True
    near = fractions.Fraction(value).limit_denominator(SIMPLE)
    return abs(value * 100 - round(value * 100)) > 1e-4 and abs(float(near) - value) > 2e-6


def named(texts, names, codes):
    """The names and codes that occur in texts; a name also as a part of a longer text."""
    all_of_it = "\n".join(texts).casefold()
    words = words_of(texts)
    return sorted({name for name in names if name and name.casefold() in all_of_it} | (set(codes) & words))


# ---- the region beside an aanbieder ----

def weighed(row, aantallen):
    """Teller and noemer of a ratio; of a mean the sum and the aantal; else None."""
    if row.noemer:
        return float(row.teller), float(row.noemer)
    if row.uitsplitsing == "gemiddelde":
        aantal = aantallen[key_of(row)._replace(uitsplitsing="aantal")]
        return float(row.waarde) * aantal, aantal
    return None


class Others:
    """What stands beside each aanbieder: the rest of the region, by ratio or mean of a perceel or product."""

    def __init__(self, rows):
        of_one = [row for row in rows if row.aanbieder and not row.gemeente]
        aantallen = {key_of(row): float(row.waarde) for row in of_one if row.uitsplitsing == "aantal"}
        self.parts = collections.defaultdict(dict)
        for row in of_one:
            part = weighed(row, aantallen)
            if part and part[1] > 0:
                self.parts[key_of(row)._replace(aanbieder="")][row.aanbieder] = part

    def beside(self, aanbieder):
        """Two sets of values: those that may stand beside it, and those that may not."""
        may, may_not = set(), set()
        for parts in self.parts.values():
            others = [part for code, part in parts.items() if code != aanbieder]
            if not others:
                continue
            noemer = sum(part[1] for part in others)
            value = round(sum(part[0] for part in others) / noemer, 6)
            allowed = len(others) >= OTHERS and max(part[1] for part in others) <= MOST * noemer + 1e-9
            (may if allowed else may_not).add(value)
        return may, may_not


# ---- figures ----

def found_in(texts):
    return {value for value in numbers_of(texts) if is_proof(value)}


def shares(rows):
    """The parts that counts have in all of their measure and group, which workbooks show beside them."""
    counts = [(row[:6], int(row.waarde)) for row in rows if row.uitsplitsing and row.waarde.isdigit()]
    total = collections.Counter()
    for group, count in counts:
        total[group] += count
    return {round(count / total[group], 6) for group, count in counts if count > 0}


def foreign_figures(texts, exact, shown, others, aanbieder):
    """Values in the workbook of an aanbieder that are another's, or its own but withheld (all but its statements)."""
    withheld = {key_of(row) for row in shown
                if row.aanbieder == aanbieder and value_of(row.waarde) is None and row.maat != "mi"}
    own = [row for row in exact if row.aanbieder == aanbieder]
    may, may_not = others.beside(aanbieder)
    may |= {value_of(row.waarde) for row in own if key_of(row) not in withheld}
    may_not |= {value_of(row.waarde) for row in own if key_of(row) in withheld}
    may_not |= {value_of(row.waarde) for row in exact
                if row.aanbieder != aanbieder and (row.aanbieder or row.maat != "mi")}
    return found_in(texts) & may_not - may - shares(own)


def withheld_figures(texts, exact, shown):
    """Values in any other file that the export of the same run withholds or rounds."""
    figures = found_in(texts) & {value_of(row.waarde) for row in exact} - {value_of(row.waarde) for row in shown}
    return figures - shares(exact) if figures else figures


# ---- the same figure, twice in one run ----

def told_apart(rows):
    """Pairs of rows that are the same count by definition, and yet are not shown the same."""
    shown = {key_of(row): row.waarde for row in rows}
    periods = sorted({row.periode for row in rows})
    before = dict(zip(periods[1:], periods))
    of_period = {(key.maat, key.periode) for key in shown}
    pairs = []
    for key in shown:
        former = key._replace(periode=before.get(key.periode, ""))
        if key.maat == "clienten_begin" and former.periode:
            pairs.append((key, former._replace(maat="clienten_eind")))
        elif key.maat in ("overgang_begin", "overgang_maand", "voorveld_nulmeting"):
            if (former.maat, former.periode) in of_period:
                pairs.append((key, former))
        elif key.maat == "uitfasering_actief":
            pairs.append((key, key._replace(maat="indicaties_eind")))
    return [(one, other) for one, other in pairs if shown[one] != shown.get(other)]
