"""Section 4: doorlooptijden, and who waits."""
from .figures import MEDIAN, P90, lists_of, mean, quantile


def _melding_or_aanvraag(indication):
    return indication.aanvraag if indication.melding is None else indication.melding


# (family, from, to, norm in days)
FAMILIES = (
    ("doorlooptijd_onderzoek", lambda i: i.melding, lambda i: i.aanvraag, 42),
    ("doorlooptijd_beschikking", lambda i: i.aanvraag, lambda i: i.besluit, 14),
    ("doorlooptijd_besluit", _melding_or_aanvraag, lambda i: i.besluit, 56),
    ("doorlooptijd_start", lambda i: i.besluit, lambda i: i.start, 42),
    ("doorlooptijd_totaal", _melding_or_aanvraag, lambda i: i.start, 98),
)


def measure(region, period, figures):
    for name, begin, end, norm in FAMILIES:
        _family(region, period, figures, name, begin, end, norm)
    _waiting(region, period, figures)


def _family(region, period, figures, name, begin, end, norm):
    durations, unknown = [], []
    for indication in region.indications:
        first, last = begin(indication), end(indication)
        if last is None or not period.first <= last <= period.last:
            continue
        if first is None:
            unknown.append((indication, 1))
        elif last >= first:
            durations.append((indication, last - first))
    for group, values in lists_of(durations).items():
        figures.count(period, name, group, len(values), "aantal")
        figures.put(period, name, group, mean(values), "gemiddelde")
        figures.put(period, name, group, quantile(values, MEDIAN), "mediaan")
        figures.put(period, name, group, quantile(values, P90), "p90")
        within = sum(value <= norm for value in values)
        figures.ratio(period, name, group, within, len(values), "binnen_norm")
    for group, values in lists_of(unknown).items():
        figures.count(period, name, group, len(values), "onbekend")


def _waiting(region, period, figures):
    """wachtend: active on p, and neither started nor declared by then."""
    p = period.last
    waiting = [i for i in region.indications
               if i.first <= p <= i.end and not (i.start is not None and i.start <= p)
               and not any(line.first <= p for line in i.lines)]
    for group, values in lists_of((i, 1) for i in waiting).items():
        figures.count(period, "wachtend", group, len(values), "aantal")
    decided = [(i, p - i.besluit) for i in waiting if i.besluit is not None and i.besluit <= p]
    for group, values in lists_of(decided).items():
        figures.put(period, "wachtend", group, quantile(values, MEDIAN), "mediaan")
