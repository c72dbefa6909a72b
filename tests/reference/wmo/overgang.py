"""Section 6: from the old contract to the new."""
from collections import defaultdict

from .calendar import day, month_name, months, overlap
from .declaraties import in_window
from .figures import Sums

S = day("2025-07-01")  # contract_start
E = day("2027-06-30")  # uitdientermijn
T = day("2027-01-01")  # tussenevaluatie_voor
BEFORE, AFTER = 31, 92  # window around the last day for what follows up


def measure(region, period, figures):
    """Only for periods with p >= S."""
    if period.last < S:
        return
    population = [i for i in region.indications
                  if i.product.contract == "oud" and i.first < S <= i.end]
    _counts(region, population, period, figures)
    _burn_down(population, period, figures)
    _breaches(region, period, figures)


def _route(region, indication):
    again = "opnieuw" if region.contracted(indication.aanbieder) else "niet_opnieuw"
    return again + ("_aflopend" if indication.last <= E else "_langdurig")


def _followers(region):
    """What a client got: new indications and voorveld registrations, by (client, gemeente, perceel)."""
    new, voorveld = defaultdict(list), defaultdict(list)
    for i in region.indications:
        if i.product.contract == "nieuw":
            new[i.client, i.gemeente, i.perceel].append(i)
    for row in region.voorveld:
        if row.client is not None:
            voorveld[row.client, row.gemeentecode, row.perceel].append(row)
    return new, voorveld


def _status(indication, new, voorveld, p):
    if indication.end >= p:
        return "lopend"
    first, last = indication.end - BEFORE, min(indication.end + AFTER, p)
    key = indication.client, indication.gemeente, indication.perceel
    later = [i for i in new.get(key, ()) if first <= i.first <= last]
    if any(i.aanbieder == indication.aanbieder for i in later):
        return "omgezet"
    if later:
        return "overgedragen"
    if any(first <= row.datum <= last for row in voorveld.get(key, ())):
        return "voorveld"
    return "uitgestroomd"


def _counts(region, population, period, figures):
    """overgang_begin, overgang, overgang_handmatig, overgang_evaluatie."""
    p = period.last
    new, voorveld = _followers(region)
    begin, count, by_hand, evaluation = (Sums() for _ in range(4))
    for i in population:
        route, status = _route(region, i), _status(i, new, voorveld, p)
        begin.add(i, 1, route)
        count.add(i, 1, f"{route}/{status}")
        if status != "lopend":
            continue
        if i.last > E:
            by_hand.add(i, 1)
        if route == "niet_opnieuw_langdurig":
            done = i.tussenevaluatie is not None and S <= i.tussenevaluatie <= p
            evaluation.add(i, 1, "gedaan" if done else "te_doen" if p < T else "te_laat")
    figures.sums(period, "overgang_begin", begin, int)
    figures.sums(period, "overgang", count, int)
    figures.sums(period, "overgang_handmatig", by_hand, int)
    figures.sums(period, "overgang_evaluatie", evaluation, int)


def _burn_down(population, period, figures):
    """overgang_maand: measured up to p, expected after it."""
    p = period.last
    count = Sums()
    for _first, last in months(S - 1, E):
        for i in population:
            measured = i.first <= last <= i.end
            expected = i.first <= p <= i.end and i.end >= last
            if measured if last <= p else expected:
                count.add(i, 1, month_name(last))
    figures.sums(period, "overgang_maand", count, int)


def _breaches(region, period, figures):
    """oud_na_start, oud_na_termijn (both should be 0)."""
    started, amount = Sums(), Sums()
    for i in region.indications:
        if i.product.contract == "oud" and S <= i.first <= period.last:
            started.add(i, 1)
    for line in region.lines:
        if line.product.contract != "oud" or line.rejected:
            continue
        if overlap(line.first, line.last, max(period.first, E + 1), period.last):
            amount.add(line, line.bedrag * in_window(line, max(period.first, E + 1), period.last))
    figures.sums(period, "oud_na_start", started, int)
    figures.sums(period, "oud_na_termijn", amount)
