"""Section 10: managementinformatie, as given and as aggregated.

It comes last: mi_afwijking compares with rows that other sections have put.
"""
from fractions import Fraction

from .clienten import active_in


class Lattice:
    """The mi values of one period.  None is the total over gemeente or perceel."""

    def __init__(self, region, period):
        self.indicatoren = region.indicatoren
        self.given = {}  # (organisation, indicator) -> {(gemeente, perceel): value}
        for (name, organisation, gemeente, perceel, code), value in region.mi.items():
            if name == period.name:
                self.given.setdefault((organisation, code), {})[gemeente, perceel] = value

    def value(self, organisation, gemeente, perceel, code):
        """The row given for exactly that group, else the aggregate of its parts."""
        rows = self.given.get((organisation, code), {})
        if (gemeente, perceel) in rows:
            return rows[gemeente, perceel]
        parts = self._parts(rows, gemeente, perceel)
        return self._aggregate(code, [(organisation, *part, rows[part]) for part in parts])

    @staticmethod
    def _parts(rows, gemeente, perceel):
        """The first set of rows that is not empty."""
        both = [part for part in rows if None not in part]
        if gemeente is None and perceel is None:
            by_gemeente = [part for part in rows if part[0] is not None and part[1] is None]
            by_perceel = [part for part in rows if part[0] is None and part[1] is not None]
            return by_gemeente or by_perceel or both
        if perceel is None:
            return [part for part in both if part[0] == gemeente]
        if gemeente is None:
            return [part for part in both if part[1] == perceel]
        return []

    def region(self, perceel, code):
        """The aggregate over the values of the aanbieders."""
        parts = []
        for organisation in {organisation for organisation, given in self.given if given == code}:
            value = self.value(organisation, None, perceel, code)
            if value is not None:
                parts.append((organisation, None, perceel, value))
        return self._aggregate(code, parts)

    def _aggregate(self, code, parts):
        """parts: (organisation, gemeente, perceel, value); None when there is no value."""
        if not parts:
            return None
        indicator = self.indicatoren[code]
        values = [part[3] for part in parts]
        if indicator.aggregatie == "som":
            return sum(values)
        if indicator.aggregatie == "gemiddelde":
            return sum(values) / Fraction(len(values))
        weights = [self.value(*part[:3], indicator.weegfactor) for part in parts]
        weighed = [(weight, value) for weight, value in zip(weights, values) if weight is not None and weight > 0]
        if not weighed:
            return None
        return sum(weight * value for weight, value in weighed) / sum(weight for weight, _value in weighed)


def measure(region, period, figures):
    lattice = Lattice(region, period)
    for code in region.indicatoren:
        for group, value in _values(region, lattice, code):
            figures.put(period, "mi", group, value, code)
            _deviation(region, period, figures, group, code, value)
    _missing(region, period, figures)


def _values(region, lattice, code):
    """(group, value) of {aanbieder, aanbieder x gemeente, region} x {all, perceel}."""
    gemeenten, percelen = (None, *region.gemeenten), (None, "HO", "BG", "DB", "KV")
    for perceel in percelen:
        value = lattice.region(perceel, code)
        if value is not None:
            yield ("", "", perceel or "", ""), value
        for organisation, given in lattice.given:
            if given != code:
                continue
            for gemeente in gemeenten:
                value = lattice.value(organisation, gemeente, perceel, code)
                if value is not None:
                    yield (organisation, gemeente or "", perceel or "", ""), value


def _deviation(region, period, figures, group, code, given):
    """mi_afwijking: (given - measured) / measured."""
    toets = region.indicatoren[code].toets
    if toets is None:
        return
    name, _slash, breakdown = toets.partition("/")
    measured = figures.get(period, name, group, breakdown)
    if measured is not None:
        figures.ratio(period, "mi_afwijking", group, given - measured, measured, code)


def _missing(region, period, figures):
    """mi_ontbreekt: only for periods of which at least one row is loaded."""
    delivered = {key[1] for key in region.mi if key[0] == period.name}
    if not delivered:
        return
    for organisation in {i.aanbieder for i in active_in(region.indications, period)} - delivered:
        figures.put(period, "mi_ontbreekt", (organisation, "", "", ""), 1)
