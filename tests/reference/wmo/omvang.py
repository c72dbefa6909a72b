"""Section 9: the amount per week of an indication, against the normenkaders."""
from collections import Counter
from fractions import Fraction

from .calendar import OPEN, days
from .clienten import active_on
from .figures import MEDIAN, PERCEEL, PRODUCT, lists_of, mean, quantile
from .region import factor

UNITS = {"BG": "uur", "HO": "minuut", "DB": "dagdeel", "KV": "etmaal"}


def measure(region, period, figures):
    """Only groups with a perceel."""
    amounts = []
    for indication in active_on(region.indications, period.last):
        amount = per_week(indication)
        if amount is not None:
            amounts.append((indication, amount))
    for group, values in lists_of(amounts, (PERCEEL, PRODUCT)).items():
        figures.count(period, "omvang", group, len(values), "aantal")
        figures.put(period, "omvang", group, mean(values), "gemiddelde")
        figures.put(period, "omvang", group, quantile(values, MEDIAN), "mediaan")
        if group[2] in CLASSES:
            for name, count in Counter(map(CLASSES[group[2]], values)).items():
                figures.count(period, "omvang_klasse", group, count, name)


def per_week(indication):
    """The amount per week in the eenheid of the perceel, or None."""
    by = factor(indication.product.eenheid, UNITS[indication.perceel])
    times = _times_a_week(indication)
    if indication.volume is None or by is None or times is None:
        return None
    return indication.volume * by * times


def _times_a_week(indication):
    if indication.frequentie == "totaal":
        if indication.last == OPEN:
            return None
        return Fraction(7, days(indication.first, indication.last))
    return {"dag": Fraction(7), "week": Fraction(1), "vier_weken": Fraction(1, 4),
            "maand": Fraction(12, 52), "jaar": Fraction(1, 52)}[indication.frequentie]


def _class_bg(hours):
    return "tot1" if hours <= 1 else "1tot3" if hours <= 3 else "3tot5" if hours < 5 else "vanaf5"


def _class_db(dagdelen):
    if dagdelen < 1:
        return "onder1"
    if dagdelen <= 4:
        return "1tot4"
    if dagdelen < 5:
        return "4tot5"
    return "5tot9" if dagdelen <= 9 else "boven9"


def _class_ho(minutes):
    return "tot75" if minutes <= 75 else "75tot125" if minutes <= 125 else "boven125"


CLASSES = {"BG": _class_bg, "DB": _class_db, "HO": _class_ho}
