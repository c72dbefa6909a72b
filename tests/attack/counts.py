"""Every count that a run in the view openbaar could publish, and what its own row says of it.

A published count lies within 2 of its row, one without a row between 0 and 2. All of this is in measures.md and
outputs.md; that is where the attacker has it from.
"""
import collections

UNKNOWN = 10 ** 9
REACH = 2
FEW = 10  # what rests on fewer clients is withheld
STEPS = ("onderzoek", "beschikking", "besluit", "start", "totaal")
ROUTES = ("niet_opnieuw_aflopend", "niet_opnieuw_langdurig", "opnieuw_aflopend", "opnieuw_langdurig")
STATUSES = ("lopend", "omgezet", "overgedragen", "uitgestroomd", "voorveld")
MONTHS = tuple(f"{2025 + month // 12}-{month % 12 + 1:02d}" for month in range(5, 30))  # from S - 1 day to E
CLASSES = {"BG": ("tot1", "1tot3", "3tot5", "vanaf5"), "DB": ("onder1", "1tot4", "4tot5", "5tot9", "boven9"),
           "HO": ("tot75", "75tot125", "boven125")}
CLIENTS = ("clienten_begin", "clienten_eind", "clienten_periode")  # one client can be in several parts
FLOWS = ("instroom", "uitstroom")
TRANSITION = ("overgang", "overgang_begin", "overgang_evaluatie", "overgang_handmatig", "overgang_maand",
              "oud_na_start")
TRANSITION_FROM = "2025H2"
PLAN = ("uitfasering_actief", "uitfasering_begin", "uitfasering_instroom", "uitfasering_na")
WAARDE, TELLER, NOEMER = range(3)

# The counts that there are, with those of beeindigd from the table redenen.
UITSPLITSINGEN = {
    **{maat: ("",) for maat in CLIENTS + FLOWS + PLAN},
    "indicaties_eind": ("",), "tariefafwijking": ("",), "wachtend": ("aantal",), "omvang": ("aantal",),
    "budget": ("achter", "dreigend", "normaal", "onbekend", "overschreden"),
    "benutting_klasse": ("100tot120", "50tot80", "80tot100", "boven120", "geen", "tot50"),
    "omvang_klasse": tuple(name for names in CLASSES.values() for name in names),
    "declaratieregels": ("afgekeurd", "buiten_geldigheid", "conflict", "gekoppeld", "via_client", "wees"),
    "overgang": tuple(f"{route}/{status}" for route in ROUTES for status in STATUSES),
    "overgang_begin": ROUTES, "overgang_evaluatie": ("gedaan", "te_doen", "te_laat"), "overgang_handmatig": ("",),
    "overgang_maand": MONTHS, "oud_na_start": ("",), "voorveld_nulmeting": ("",), "voorveld_actief": ("",),
    "voorveld_registratie": ("nieuw", "nog_in_maatwerk", "ongeverifieerd", "terugval", "verschoven"),
    **{f"doorlooptijd_{step}": ("aantal", "onbekend") for step in STEPS},
}

Cell = collections.namedtuple("Cell", "periode maat uitsplitsing number gemeente perceel product")

# What is no secret: {product: (perceel, of the old contract?, in stuks?)}, {reden: (telt_mee, voortijdig)} and
# {(gemeente, product): first day of the uitfasering}.
Public = collections.namedtuple("Public", "producten redenen plan")


def is_count(row):
    return row.uitsplitsing in UITSPLITSINGEN.get(row.maat, ()) or row.maat == "beeindigd"


def has_parts(row):
    """A ratio of counts (kosten_per_client: of which the noemer is one)."""
    return row.maat in ("uitval", "kosten_per_client", "voorveld_afname", "voorveld_verschuiving",
                        "uitfasering_resterend") or row.uitsplitsing == "binnen_norm"


def numbers_in(row):
    """{cell: text} of the counts in a row."""
    place = (row.gemeente, row.perceel, row.product)
    if is_count(row):
        return {Cell(row.periode, row.maat, row.uitsplitsing, WAARDE, *place): row.waarde}
    if not has_parts(row):
        return {}
    parts = {Cell(row.periode, row.maat, row.uitsplitsing, NOEMER, *place): row.noemer}
    if row.maat != "kosten_per_client":
        parts[Cell(row.periode, row.maat, row.uitsplitsing, TELLER, *place)] = row.teller
    return parts


class Counts:
    """The counts by number, each with its bounds.

    A bold attacker takes it that without an indicated volume of a product there is nothing of it, which holds but for
    what the rules of the input refuse.
    """

    def __init__(self, rows, bold=False):
        self.bold = bold
        self.published = {cell: None if text in ("x", "") else int(text)
                          for row in rows for cell, text in numbers_in(row).items()}
        self.number, self.cells, self.low, self.high = {}, [], [], []
        self.at_least_one, self.at_least_few = set(), set()
        self.with_volume = {(row.periode, row.gemeente, row.perceel, row.product) for row in rows
                            if row.maat == "volume_geindiceerd"}
        for row in rows:
            self._read_clue(row)

    def _read_clue(self, row):
        """That there is an amount tells of the clients in it, and so does that it is shown."""
        if row.maat in ("volume_geindiceerd", "bedrag_geindiceerd"):
            place = (row.gemeente, row.perceel, row.product)
            clients = Cell(row.periode, "clienten_periode", "", WAARDE, *place)
            (self.at_least_one if row.waarde == "x" else self.at_least_few).add(clients)
        elif row.maat in ("omvang", "wachtend") or row.maat.startswith("doorlooptijd_"):
            if row.uitsplitsing in ("gemiddelde", "mediaan", "p90") and row.waarde != "x":
                self.at_least_few.add(Cell(row.periode, row.maat, "aantal", WAARDE, row.gemeente, row.perceel,
                                           row.product))

    def _is_empty(self, cell):
        return cell.maat in ("clienten_periode", "indicaties_eind", "benutting_klasse") and cell.product and \
            (cell.periode, cell.gemeente, cell.perceel, cell.product) not in self.with_volume

    def find(self, cell):
        """Its number; a cell that was not asked for before gets the bounds of its row."""
        if cell in self.number:
            return self.number[cell]
        value = self.published.get(cell, 0 if cell.number == WAARDE else None)
        signed = cell.maat == "voorveld_afname" and cell.number == TELLER
        least = -UNKNOWN if signed else FEW if cell in self.at_least_few else int(cell in self.at_least_one)
        low, high = (least, UNKNOWN) if value is None else (max(value - REACH, least), value + REACH)
        if self.bold and low == 0 and self._is_empty(cell):
            high = 0
        if value is not None and value % 5:
            low = high = value  # not rounded: published as it is
        self.number[cell] = len(self.cells)
        self.cells.append(cell)
        self.low.append(low)
        self.high.append(high)
        return self.number[cell]


def truth_of(rows):
    """{cell: count} of exact rows."""
    return {cell: int(text) for row in rows if not row.aanbieder for cell, text in numbers_in(row).items()}
