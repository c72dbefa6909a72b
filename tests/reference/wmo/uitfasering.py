"""Section 8: products that a gemeente phases out."""
from fractions import Fraction

from .calendar import OPEN
from .clienten import active_on
from .declaraties import in_window


def measure(region, period, figures):
    p = period.last
    for row in region.uitfasering:
        u, product = row.vanaf, region.products[row.productcode]
        group = ("", row.gemeentecode, product.perceel, product.productcode)
        own = [i for i in region.indications if i.gemeente == row.gemeentecode and i.product is product]
        active = active_on(own, p)
        if u - 1 <= p:
            begin = len(active_on(own, u - 1))
            figures.count(period, "uitfasering_begin", group, begin)
            figures.ratio(period, "uitfasering_resterend", group, len(active), begin)
        figures.count(period, "uitfasering_actief", group, len(active))
        figures.count(period, "uitfasering_instroom", group, sum(u <= i.first <= p for i in own))
        past = [i for i in active if i.last == OPEN or i.last > max(u, p)]
        figures.count(period, "uitfasering_na", group, len(past))
        shares = [(line.bedrag, in_window(line, period.first, p)) for i in own for line in i.lines]
        if any(share for _bedrag, share in shares):
            declared = sum((bedrag * share for bedrag, share in shares), Fraction(0))
            figures.put(period, "uitfasering_bedrag", group, declared)
