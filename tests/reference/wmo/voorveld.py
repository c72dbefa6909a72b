"""Section 7: the shift to the voorveld against the 20-40% target."""
from collections import defaultdict
from fractions import Fraction

from .calendar import day, days

D0 = day("2025-07-01")  # nulmeting_op
D = day("2028-12-31")  # doel_op
LOW, HIGH = Fraction(20, 100), Fraction(40, 100)  # doel_laag, doel_hoog
WINDOW = 92  # venster
COUNT_UNVERIFIED = True  # tel_ongeverifieerd
PERCELEN = ("BG", "DB")
CLASSES = ("nieuw", "terugval", "nog_in_maatwerk", "verschoven", "ongeverifieerd")


class Care:
    """The days on which a client has maatwerk: (gemeente, client, perceel) -> intervals."""

    def __init__(self, region):
        self.intervals = defaultdict(list)
        for i in region.indications:
            if i.perceel in PERCELEN and i.product.eenheid != "stuks" and i.first <= i.end:
                self.intervals[i.gemeente, i.client, i.perceel].append((i.first, i.end))

    def on(self, pair, on):
        return any(first <= on <= last for first, last in self.intervals.get(pair, ()))

    def some_day(self, pair, a, b):
        """Active on some day of [a, b]."""
        return any(first <= b and last >= a for first, last in self.intervals.get(pair, ()))

    def every_day(self, pair, a, b):
        """Active on every day of [a, b] (true when it has no day)."""
        reached = a - 1
        for first, last in sorted(self.intervals.get(pair, ())):
            if first <= reached + 1:
                reached = max(reached, last)
        return reached >= b

    def pairs_on(self, on):
        return [pair for pair in self.intervals if self.on(pair, on)]


class Cell:
    """The counts of one gemeente and perceel; they add up over both."""

    def __init__(self):
        self.begin = self.active = 0
        self.classes = dict.fromkeys(CLASSES, 0)

    def add(self, other):
        self.begin += other.begin
        self.active += other.active
        for name, value in other.classes.items():
            self.classes[name] += value

    def shifted(self):
        return self.classes["verschoven"] + (self.classes["ongeverifieerd"] if COUNT_UNVERIFIED else 0)


def measure(region, period, figures):
    """Only for periods with p >= d0."""
    if period.last < D0:
        return
    cells = _cells(region, period.last)
    registering = {row.gemeentecode for row in region.voorveld if row.datum <= period.last}
    for gemeente in ("", *sorted(region.gemeenten)):
        own = {key for key in cells if gemeente in ("", key[0])}
        for perceel in ("", *PERCELEN):
            keys = {key for key in own if perceel in ("", key[1])}
            total = _total(cells, keys)
            shift = _total(cells, {key for key in keys if key[0] in registering})
            _put(figures, period, ("", gemeente, perceel, ""), total, shift)


def _total(cells, keys):
    total = Cell()
    for key in keys:
        total.add(cells[key])
    return total


def _cells(region, p):
    """(gemeente, perceel) -> its counts."""
    care = Care(region)
    cells = {(gemeente, perceel): Cell() for gemeente in region.gemeenten for perceel in PERCELEN}
    for gemeente, _client, perceel in care.pairs_on(D0):
        cells[gemeente, perceel].begin += 1
    for key, given in region.nulmeting.items():
        cells[key].begin = given
    for gemeente, _client, perceel in care.pairs_on(p):
        cells[gemeente, perceel].active += 1
    first = {}  # the first registration that counts, per pair
    for row in region.voorveld:
        if not D0 <= row.datum <= p:
            continue
        if row.client is None:
            cells[row.gemeentecode, row.perceel].classes["ongeverifieerd"] += row.aantal
        else:
            pair = row.gemeentecode, row.client, row.perceel
            first[pair] = min(row.datum, first.get(pair, row.datum))
    for pair, registered in first.items():
        cells[pair[0], pair[2]].classes[_class(care, pair, registered, p)] += 1
    return cells


def _class(care, pair, d, p):
    if not care.some_day(pair, d - WINDOW, d):
        return "nieuw"
    if not care.on(pair, p):
        return "verschoven"
    return "nog_in_maatwerk" if care.every_day(pair, d + 1, p) else "terugval"


def _put(figures, period, group, total, shift):
    """total: of all gemeenten of the group; shift: of those that register."""
    figures.count(period, "voorveld_nulmeting", group, total.begin)
    figures.count(period, "voorveld_actief", group, total.active)
    for name in CLASSES:
        figures.count(period, "voorveld_registratie", group, total.classes[name], name)
    figures.ratio(period, "voorveld_afname", group, total.begin - total.active, total.begin)
    if not shift.begin:
        return
    figures.ratio(period, "voorveld_verschuiving", group, shift.shifted(), shift.begin)
    value = Fraction(shift.shifted(), shift.begin)
    part = min(Fraction(1), Fraction(days(D0 + 1, period.last), days(D0 + 1, D)))
    low, high = LOW * part, HIGH * part
    figures.put(period, "voorveld_pad_laag", group, low)
    figures.put(period, "voorveld_pad_hoog", group, high)
    if part > 0:
        figures.put(period, "voorveld_prognose", group, value / part)
    figures.put(period, "voorveld_status", group, 1 if value >= high else 0 if value >= low else -1)
