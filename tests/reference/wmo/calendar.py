"""Days, closed intervals and reporting periods (measures.md, section 1).

A day is its proleptic ordinal (datetime.date.toordinal), so that days(a, b) is a subtraction.
"""
import re
from collections import namedtuple
from datetime import date, timedelta

# An end that is not there: later than every real day.
OPEN = date(9999, 12, 31).toordinal()

Period = namedtuple("Period", "name first last")


def day(text):
    """The day number of an ISO date."""
    return date.fromisoformat(text).toordinal()


def days(first, last):
    """Number of days in [first, last], 0 when last < first."""
    return max(0, last - first + 1)


def overlap(a, b, c, d):
    """Number of days that [a, b] and [c, d] share."""
    return days(max(a, c), min(b, d))


def year_of(number):
    return date.fromordinal(number).year


def month_name(number):
    """JJJJ-MM of a day."""
    return date.fromordinal(number).strftime("%Y-%m")


def _next_month(first):
    d = date.fromordinal(first)
    return date(d.year + d.month // 12, d.month % 12 + 1, 1).toordinal()


def months(first, last):
    """The whole calendar months that [first, last] touches, as (first day, last day)."""
    start = date.fromordinal(first).replace(day=1).toordinal()
    while start <= last:
        following = _next_month(start)
        yield start, following - 1
        start = following


def years(first, last):
    """The whole calendar years that [first, last] touches, as (first day, last day)."""
    for year in range(year_of(first), year_of(last) + 1):
        yield date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


def _of_months(name, year, first_month, count):
    begin = date(year, first_month, 1)
    after = first_month - 1 + count
    end = date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return Period(name, begin.toordinal(), end.toordinal())


def period(name):
    """The period called `2026H1`, `2026Q3` or `2026`."""
    match = re.fullmatch(r"(\d{4})(?:H([12])|Q([1-4]))?", name)
    if not match:
        raise ValueError(f"geen periode: {name}")
    year, half, quarter = int(match[1]), match[2], match[3]
    if half:
        return _of_months(name, year, 6 * int(half) - 5, 6)
    if quarter:
        return _of_months(name, year, 3 * int(quarter) - 2, 3)
    return _of_months(name, year, 1, 12)


def period_before(p):
    """The period of the same kind just before p."""
    last = date.fromordinal(p.first - 1)
    if "H" in p.name:
        return period(f"{last.year}H{(last.month + 5) // 6}")
    if "Q" in p.name:
        return period(f"{last.year}Q{(last.month + 2) // 3}")
    return period(str(last.year))


def history(name, before):
    """The period of that name and `before` periods before it, oldest first."""
    found = [period(name)]
    for _ in range(before):
        found.insert(0, period_before(found[0]))
    return found
