"""From declaration line to indication (measures.md, section 2)."""
from collections import defaultdict

from .calendar import overlap

LINKED = ("gekoppeld", "via_client")


def link(region):
    """Give every line its category and, when linked, its indication."""
    by_number = {(i.gemeente, i.nummer): i for i in region.indications}
    by_client = defaultdict(list)
    for i in region.indications:
        by_client[i.gemeente, i.client, i.aanbieder, i.product.productcode].append(i)
    for line in region.lines:
        if line.rejected:
            line.category = "afgekeurd"
            continue
        line.category, found = _category(line, by_number, by_client)
        if line.category in LINKED:
            line.indication = found
            found.lines.append(line)


def _category(line, by_number, by_client):
    """(category, indication): the first that holds."""
    numbered = by_number.get((line.gemeente, line.toewijzingnummer))
    if numbered is not None:
        same = (numbered.product.productcode == line.product.productcode
                and numbered.aanbieder == line.aanbieder and numbered.client == line.client)
        if not same:
            return "conflict", None
        if not overlap(line.first, line.last, numbered.first, numbered.last):
            return "buiten_geldigheid", None
        return "gekoppeld", numbered
    candidates = [i for i in by_client[line.gemeente, line.client, line.aanbieder, line.product.productcode]
                  if overlap(line.first, line.last, i.first, i.last)]
    if len(candidates) == 1:
        return "via_client", candidates[0]
    return "wees", None
