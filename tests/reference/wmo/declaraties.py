"""Section 2: declaration lines, their link and their tarieven."""
from collections import defaultdict
from fractions import Fraction

from .calendar import month_name, months, overlap
from .figures import Sums

CENT = Fraction(1, 100)


def in_window(line, first, last):
    """The part of a line's days that lies in [first, last], as a fraction of all its days."""
    shared = overlap(line.first, line.last, first, last)
    return 1 if shared == line.length else Fraction(shared, line.length)


def measure(region, period, figures):
    _lines_and_amounts(region, period, figures)
    _double(region, period, figures)
    _monthly_declared(region, period, figures)
    _tariff_difference(region, period, figures)


def _lines_and_amounts(region, period, figures):
    """declaratieregels, declaratiebedrag."""
    count, amount = Sums(), Sums()
    for line in region.lines:
        if period.first <= line.first <= period.last:
            count.add(line, 1, line.category)
        share = in_window(line, period.first, period.last)
        if share and not line.rejected:
            amount.add(line, line.bedrag * share, line.category)
    figures.sums(period, "declaratieregels", count, int)
    figures.sums(period, "declaratiebedrag", amount)


def _double(region, period, figures):
    """declaratie_dubbel: of n debit and c credit lines alike, the debit lines number c + 2 … n."""
    amount = Sums()
    for indication in region.indications:
        alike = defaultdict(list)
        for line in indication.lines:
            alike[line.first, line.last].append(line)
        for lines in alike.values():
            debit = sorted((line for line in lines if not line.credit),
                           key=lambda line: tuple(part.encode() for part in line.key))
            credits = len(lines) - len(debit)
            for line in debit[credits + 1:]:
                share = in_window(line, period.first, period.last)
                if share:
                    amount.add(line, line.bedrag * share)
    figures.sums(period, "declaratie_dubbel", amount)


def _monthly_declared(region, period, figures):
    """maand_gedeclareerd: bedrag_gedeclareerd per calendar month."""
    amount = Sums()
    for line in region.lines:
        if line.indication is None or not overlap(line.first, line.last, period.first, period.last):
            continue
        for first, last in months(period.first, period.last):
            share = in_window(line, first, last)
            if share:
                amount.add(line, line.bedrag * share, month_name(first))
    figures.sums(period, "maand_gedeclareerd", amount)


def _tariff_difference(region, period, figures):
    """tariefafwijking."""
    count = Sums()
    for line in region.lines:
        if line.indication is None or line.tarief is None or not period.first <= line.first <= period.last:
            continue
        row = region.tarief_on(line.aanbieder, line.product.productcode, line.first)
        expected = row and _in_unit(row.tarief, row.eenheid, line.eenheid)
        if expected is not None and expected != line.tarief:
            count.add(line, 1)
    figures.sums(period, "tariefafwijking", count, int)


def _in_unit(tarief, unit, other):
    """A tarief per unit as a tarief per other, or None."""
    if unit == other:
        return tarief
    if (unit, other) == ("minuut", "uur"):
        return tarief * 60
    if (unit, other) == ("uur", "minuut"):
        return (tarief / 60 / CENT + Fraction(1, 2)) // 1 * CENT
    return None
