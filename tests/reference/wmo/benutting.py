"""Section 3: indicated volume and amount, declared against indicated, budget, jaarmaximum."""
from collections import defaultdict
from datetime import date
from fractions import Fraction

from .calendar import OPEN, days, month_name, months, overlap, year_of, years
from .declaraties import in_window
from .figures import PRODUCT, Sums, groups

MINIMUM_DAYS = 28  # setting: fewer days in P give no benutting_klasse
AHEAD, BEHIND = Fraction(20, 100), Fraction(30, 100)  # settings of budget


def indicated(indication, a, b):
    """The indicated volume over [a, b], in the product's eenheid; None without a value."""
    volume = indication.volume
    if volume is None:
        return None
    return {
        "dag": lambda: volume * days(a, b),
        "week": lambda: volume * days(a, b) / 7,
        "vier_weken": lambda: volume * days(a, b) / 28,
        "maand": lambda: volume * _parts(months, a, b),
        "jaar": lambda: volume * _parts(years, a, b),
        "totaal": lambda: _of_total(indication, a, b),
    }[indication.frequentie]()


def _parts(units, a, b):
    """How many calendar months or years [a, b] is: each day counts 1 / length of its own."""
    return sum(Fraction(overlap(a, b, first, last), days(first, last)) for first, last in units(a, b))


def _of_total(indication, a, b):
    if indication.last == OPEN:
        return None
    return indication.volume * Fraction(days(a, b), days(indication.first, indication.last))


class InPeriod:
    """What one indication has in one period."""

    def __init__(self, region, indication, period):
        self.indication = indication
        self.a = max(indication.first, period.first)
        self.b = min(indication.end, period.last)
        active = self.a <= self.b
        self.volume = indicated(indication, self.a, self.b) if active else None
        # tarief segments (first, last, price) that cover [a, b] when priced in P, else None
        self.segments = _segments(region, indication, self.a, self.b) if self.volume else None
        self.amount = None
        if self.segments is not None:
            self.amount = self.amount_in(self.a, self.b)
        self.declared_volume = self.declared_amount = Fraction(0)
        self.has_lines = self.has_volume_lines = False
        self._declare(period)

    def amount_in(self, first, last):
        """The indicated amount in [first, last] of an indication priced in P."""
        total = Fraction(0)
        for begin, end, price in self.segments:
            a, b = max(begin, first), min(end, last)
            if a <= b:
                total += indicated(self.indication, a, b) * price
        return total

    def _declare(self, period):
        for line in self.indication.lines:
            share = in_window(line, period.first, period.last)
            if not share:
                continue
            self.has_lines = True
            self.declared_amount += line.bedrag * share
            if line.volume is not None:
                self.has_volume_lines = True
                self.declared_volume += line.volume * share


def _segments(region, indication, a, b):
    """[(first, last, price)] that together are [a, b]; None when a day has no tarief."""
    code = indication.product.productcode
    rows = region.tarieven.get((code, indication.aanbieder), []) + region.tarieven.get((code, None), [])
    starts = {a}
    for row in rows:
        starts.update(d for d in (row.ingangsdatum, row.last + 1) if a < d <= b)
    starts = sorted(starts)
    found = []
    for first, following in zip(starts, starts[1:] + [b + 1]):
        row = region.tarief_on(indication.aanbieder, code, first)
        if row is None:
            return None
        found.append((first, following - 1, row.price))
    return found


def measure(region, period, figures):
    parts = [InPeriod(region, indication, period) for indication in region.indications]
    _volumes(parts, period, figures)
    _amounts(parts, period, figures)
    _classes(parts, period, figures)
    _budget(region, period, figures)
    _year_maximum(region, period, figures)


def _volumes(parts, period, figures):
    """volume_geindiceerd, volume_gedeclareerd, benutting_volume: only groups with a product."""
    counted, declared, teller, noemer = (Sums((PRODUCT,)) for _ in range(4))
    for part in parts:
        if part.volume is not None:
            counted.add(part.indication, part.volume)
        if part.has_volume_lines:
            declared.add(part.indication, part.declared_volume)
        if part.volume:
            teller.add(part.indication, part.declared_volume)
            noemer.add(part.indication, part.volume)
    figures.sums(period, "volume_geindiceerd", counted)
    figures.sums(period, "volume_gedeclareerd", declared)
    _ratios(figures, period, "benutting_volume", teller, noemer)


def _amounts(parts, period, figures):
    """bedrag_geindiceerd, bedrag_gedeclareerd, benutting_bedrag, maand_geindiceerd."""
    priced, declared, teller, monthly = (Sums() for _ in range(4))
    for part in parts:
        if part.has_lines:
            declared.add(part.indication, part.declared_amount)
        if part.amount is None:
            continue
        priced.add(part.indication, part.amount)
        teller.add(part.indication, part.declared_amount)
        for first, last in months(part.a, part.b):
            monthly.add(part.indication, part.amount_in(first, last), month_name(first))
    figures.sums(period, "bedrag_geindiceerd", priced)
    figures.sums(period, "bedrag_gedeclareerd", declared)
    figures.sums(period, "maand_geindiceerd", monthly)
    _ratios(figures, period, "benutting_bedrag", teller, priced)


def _ratios(figures, period, measure_name, teller, noemer):
    tellers = teller.rolled_up()
    for (group, breakdown), value in noemer.rolled_up().items():
        figures.ratio(period, measure_name, group, Fraction(tellers[group, breakdown]), Fraction(value), breakdown)


def _classes(parts, period, figures):
    """benutting_klasse."""
    count = Sums()
    for part in parts:
        if part.volume and days(part.a, part.b) >= MINIMUM_DAYS:
            count.add(part.indication, 1, _class(part.declared_volume / part.volume))
    figures.sums(period, "benutting_klasse", count, int)


def _class(ratio):
    if ratio <= 0:
        return "geen"
    if ratio < Fraction(1, 2):
        return "tot50"
    if ratio < Fraction(8, 10):
        return "50tot80"
    if ratio <= 1:
        return "80tot100"
    if ratio <= Fraction(12, 10):
        return "100tot120"
    return "boven120"


def _budget(region, period, figures):
    """budget: the whole beschikking, of indications active on p."""
    p = period.last
    first_line = {}  # the first periode_begin among the linked lines of an aanbieder
    for line in region.lines:
        if line.indication is not None:
            first_line[line.aanbieder] = min(line.first, first_line.get(line.aanbieder, OPEN))
    count = Sums()
    for indication in region.indications:
        if indication.first <= p <= indication.end:
            count.add(indication, 1, _budget_class(indication, p, first_line.get(indication.aanbieder)))
    figures.sums(period, "budget", count, int)


def _budget_class(indication, p, first_line_of_aanbieder):
    if indication.last == OPEN:
        return "onbekend"
    total = indicated(indication, indication.first, indication.last)
    if not total or not any(line.first <= p for line in indication.lines):
        return "onbekend"
    if indication.first < first_line_of_aanbieder:
        return "onbekend"
    used = sum(line.volume * in_window(line, line.first, p)
               for line in indication.lines if line.volume is not None)
    elapsed = Fraction(days(indication.first, p), days(indication.first, indication.last))
    if used > total:
        return "overschreden"
    if used / total > elapsed + AHEAD:
        return "dreigend"
    if used / total < elapsed - BEHIND:
        return "achter"
    return "normaal"


def _year_maximum(region, period, figures):
    """jaarmaximum: clients above maximum_per_jaar from 1 January of the year of p up to p."""
    first = date(year_of(period.last), 1, 1).toordinal()
    used = defaultdict(Fraction)
    for line in region.lines:
        if line.indication is None or line.volume is None or line.product.maximum_per_jaar is None:
            continue
        share = in_window(line, first, period.last)
        if share:
            for group in groups(line, (PRODUCT,)):
                used[group, line.client] += line.volume * share
    above = defaultdict(int)
    for (group, _client), volume in used.items():
        above[group] += volume > region.products[group[3]].maximum_per_jaar
    for group, clients in above.items():
        figures.count(period, "jaarmaximum", group, clients)
