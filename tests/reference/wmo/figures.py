"""Groups, and the rows of cijfers.csv (measures.md, sections 1 and 11)."""
from collections import defaultdict
from fractions import Fraction

HEADER = "periode;maat;aanbiedercode;gemeentecode;perceel;productcode;uitsplitsing;waarde;teller;noemer"

# A group is (aanbieder, gemeente, perceel, product); "" is the total over it.
WHO = tuple((aanbieder, gemeente) for aanbieder in (False, True) for gemeente in (False, True))
ALL, PERCEEL, PRODUCT = (False, False), (True, False), (True, True)


def groups(thing, whats=(ALL, PERCEEL, PRODUCT)):
    """The groups of an indication or line: {region, gemeente, aanbieder, both} x whats."""
    productcode = thing.product.productcode
    for by_aanbieder, by_gemeente in WHO:
        aanbieder = thing.aanbieder if by_aanbieder else ""
        gemeente = thing.gemeente if by_gemeente else ""
        for by_perceel, by_product in whats:
            yield (aanbieder, gemeente, thing.perceel if by_perceel else "", productcode if by_product else "")


class Sums:
    """An additive figure: summed in the smallest groups, rolled up once.

    key = (breakdown); whats says which grouping sets the figure has.
    """

    def __init__(self, whats=(ALL, PERCEEL, PRODUCT)):
        self.whats = whats
        self._smallest = {}

    def add(self, thing, value, breakdown=""):
        key = (thing.aanbieder, thing.gemeente, thing.product.productcode, breakdown)
        held = self._smallest.get(key)
        if held is None:
            self._smallest[key] = [thing, value]
        else:
            held[1] += value

    def rolled_up(self):
        """{(group, breakdown): sum}: only where something was added."""
        total = {}
        for (_a, _g, _p, breakdown), (thing, value) in self._smallest.items():
            for group in groups(thing, self.whats):
                key = group, breakdown
                total[key] = total.get(key, 0) + value
        return total


def sets_of(things, value, whats=(ALL, PERCEEL, PRODUCT)):
    """{group: the distinct values of its things}."""
    found = defaultdict(set)
    for thing in things:
        for group in groups(thing, whats):
            found[group].add(value(thing))
    return found


def lists_of(pairs, whats=(ALL, PERCEEL, PRODUCT)):
    """{group: the values of its things}, from (thing, value)."""
    found = defaultdict(list)
    for thing, value in pairs:
        for group in groups(thing, whats):
            found[group].append(value)
    return found


def mean(values):
    return Fraction(sum(values)) / len(values)


def quantile(values, q):
    """Linear between order statistics (Excel's PERCENTILE.INC)."""
    ordered = sorted(values)
    place = q * (len(ordered) - 1)
    low = int(place)
    if low + 1 == len(ordered):
        return Fraction(ordered[low])
    return ordered[low] + (place - low) * Fraction(ordered[low + 1] - ordered[low])


MEDIAN, P90 = Fraction(1, 2), Fraction(9, 10)


def decimal(value):
    """6 decimals, rounded half away from zero from the exact value."""
    value = Fraction(value)
    scaled = (abs(value.numerator) * 2_000_000 + value.denominator) // (2 * value.denominator)
    sign = "-" if value < 0 and scaled else ""
    return f"{sign}{scaled // 1_000_000}.{scaled % 1_000_000:06d}"


class Figures:
    """Every row of the export; {key: (waarde, teller, noemer)} as exact numbers and as text.

    A value that is an int is written as a count, a Fraction with 6 decimals.
    """

    def __init__(self):
        self.rows = {}

    def put(self, period, measure, group, value, breakdown="", teller=None, noemer=None):
        key = (period.name, measure, *group, breakdown)
        assert key not in self.rows, key
        self.rows[key] = (value, teller, noemer)

    def get(self, period, measure, group, breakdown=""):
        """The value of a row, or None."""
        row = self.rows.get((period.name, measure, *group, breakdown))
        return None if row is None else row[0]

    def count(self, period, measure, group, value, breakdown=""):
        """A count has a row when something was counted."""
        if value:
            self.put(period, measure, group, int(value), breakdown)

    def ratio(self, period, measure, group, teller, noemer, breakdown=""):
        """A ratio has a row when its noemer is not 0."""
        if noemer:
            self.put(period, measure, group, Fraction(teller) / Fraction(noemer), breakdown, teller, noemer)

    def sums(self, period, measure, sums, kind=Fraction):
        """The rows of an additive figure."""
        for (group, breakdown), value in sums.rolled_up().items():
            self.put(period, measure, group, kind(value), breakdown)

    def written(self):
        """The lines of cijfers.csv, sorted by all key columns in byte order."""
        yield HEADER
        for key in sorted(self.rows, key=lambda key: tuple(part.encode() for part in key)):
            yield ";".join(key + tuple(_text(v) for v in self.rows[key]))


def _text(value):
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else decimal(value)
