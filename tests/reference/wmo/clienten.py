"""Section 5: volumes, in- and uitstroom, endings and signals."""
from collections import defaultdict
from fractions import Fraction

from .figures import Sums, sets_of


def measure(region, period, figures):
    _clients(region, period, figures)
    _endings(region, period, figures)
    _signals(region, period, figures)


def active_on(indications, on):
    return [i for i in indications if i.first <= on <= i.end]


def active_in(indications, period):
    """Active on at least one day of the period."""
    return [i for i in indications if max(i.first, period.first) <= min(i.end, period.last)]


def _clients(region, period, figures):
    """Distinct clients within each group; needs bedrag_gedeclareerd for kosten_per_client."""
    def clients(indications):
        return sets_of(indications, lambda i: i.client)

    begin = clients(active_on(region.indications, period.first - 1))
    end_active = active_on(region.indications, period.last)
    end, during = clients(end_active), clients(active_in(region.indications, period))
    for group in begin.keys() | end.keys() | during.keys():
        before, after = begin.get(group, set()), end.get(group, set())
        seen = len(during.get(group, ()))
        figures.count(period, "clienten_begin", group, len(before))
        figures.count(period, "clienten_eind", group, len(after))
        figures.count(period, "clienten_periode", group, seen)
        figures.count(period, "instroom", group, len(after - before))
        figures.count(period, "uitstroom", group, len(before - after))
        declared = figures.get(period, "bedrag_gedeclareerd", group) or Fraction(0)
        figures.ratio(period, "kosten_per_client", group, declared, seen)
    count = Sums()
    for indication in end_active:
        count.add(indication, 1)
    figures.sums(period, "indicaties_eind", count, int)


def _endings(region, period, figures):
    """beeindigd, uitval: a stopdatum in P, temporary reasons left out."""
    ended, early, counting = Sums(), Sums(), Sums()
    for indication in region.indications:
        if indication.stop is None or not period.first <= indication.stop <= period.last:
            continue
        ended.add(indication, 1, indication.reden or "onbekend")
        if indication.reason is not None and indication.reason.telt_mee:
            counting.add(indication, 1)
            early.add(indication, int(indication.reason.voortijdig))
    figures.sums(period, "beeindigd", ended, int)
    tellers = early.rolled_up()
    for key, noemer in counting.rolled_up().items():
        figures.ratio(period, "uitval", key[0], tellers[key], noemer)


def _signals(region, period, figures):
    """signalen: without gemeente only in the region and under the aanbieder."""
    count = defaultdict(int)
    for row in region.signalen:
        if not period.first <= row.datum <= period.last:
            continue
        for aanbieder in ("", region.organisation[row.aanbiedercode]):
            for gemeente in {"", row.gemeentecode or ""}:
                count[(aanbieder, gemeente, "", ""), f"{row.soort}/{row.status}"] += 1
    for (group, breakdown), value in count.items():
        figures.count(period, "signalen", group, value, breakdown)
