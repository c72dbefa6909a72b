"""The loaded region: codes of other tables checked, organisations and products filled in.

(inputs.md, "Across tables"; measures.md section 1, "Organisations".)
"""
from collections import defaultdict
from fractions import Fraction
from types import SimpleNamespace

from .calendar import OPEN
from .loading import load_declaraties, load_default, load_indicaties, load_table
from .messages import Messages

# The measures that `toets` may name: those of measures.md.
MEASURES = frozenset("""
    declaratieregels declaratiebedrag declaratie_dubbel maand_gedeclareerd maand_geindiceerd tariefafwijking
    volume_geindiceerd volume_gedeclareerd benutting_volume bedrag_geindiceerd bedrag_gedeclareerd
    benutting_bedrag benutting_klasse budget jaarmaximum
    doorlooptijd_onderzoek doorlooptijd_beschikking doorlooptijd_besluit doorlooptijd_start doorlooptijd_totaal
    wachtend clienten_begin clienten_eind clienten_periode instroom uitstroom indicaties_eind kosten_per_client
    beeindigd uitval signalen overgang_begin overgang overgang_maand overgang_handmatig overgang_evaluatie
    oud_na_start oud_na_termijn voorveld_nulmeting voorveld_actief voorveld_registratie voorveld_verschuiving
    voorveld_afname voorveld_pad_laag voorveld_pad_hoog voorveld_prognose voorveld_status uitfasering_begin
    uitfasering_actief uitfasering_instroom uitfasering_resterend uitfasering_na uitfasering_bedrag
    omvang omvang_klasse mi mi_afwijking mi_ontbreekt""".split())

# How many of the second eenheid go in one of the first.
FACTORS = {("uur", "minuut"): Fraction(60), ("minuut", "uur"): Fraction(1, 60)}


def factor(unit, other):
    """How many `other` one `unit` is; None when they do not convert."""
    return Fraction(1) if unit == other else FACTORS.get((unit, other))


def converted(volume, unit, other):
    """A volume in another eenheid, or None."""
    by = factor(unit, other)
    return None if by is None else volume * by


class Region:
    """Every table that the measures read.

    After loading, an aanbieder is the code of its organisation and a product is its row; nothing
    changes any more except that link.py fills the links in.
    """

    def __init__(self, root, templates=None):
        self.gemeenten = {row.gemeentecode for row in load_table(root, "gemeenten")}
        self._load_aanbieders(root)
        self.products = {row.productcode: row for row in _own_or_default(root, "producten", templates)}
        self.redenen = {row.code: row for row in _own_or_default(root, "redenen", templates)}
        self._load_indicatoren(root, templates)
        self._load_tarieven(root)
        messages = Messages(root)
        self.indications = [self._indication(row) for row in load_indicaties(root, messages, self.is_temporary)
                            if self._known(row)]
        self.lines = [self._line(row) for row in load_declaraties(root, messages) if self._known(row)]
        self._load_management_information(root)
        self.voorveld = [row for row in load_table(root, "voorveld") if self._known(row)]
        self.nulmeting = {(row.gemeentecode, row.perceel): row.aantal
                          for row in load_table(root, "nulmeting") if self._known(row)}
        self.uitfasering = [row for row in load_table(root, "uitfasering") if self._known(row)]
        self.signalen = [row for row in load_table(root, "signalen") if self._known(row)]

    def _known(self, row):
        """Does every code that the row names exist in its own table?"""
        named = vars(row)
        for column, table in (("gemeentecode", self.gemeenten), ("aanbiedercode", self.organisation),
                              ("productcode", self.products)):
            code = named.get(column)
            if code is not None and code not in table:
                return False
        return True

    def _load_aanbieders(self, root):
        """organisation: aanbiedercode -> the last code of its hoort_bij chain."""
        rows = load_table(root, "aanbieders")
        self.aanbieders = {row.aanbiedercode: row for row in rows}
        belongs_to = {}

        def last_of_chain(code):
            while code in belongs_to:
                code = belongs_to[code]
            return code

        for row in rows:
            to = row.hoort_bij
            # unknown, itself, or closing a cycle: loaded without it
            if to in self.aanbieders and last_of_chain(to) != row.aanbiedercode:
                belongs_to[row.aanbiedercode] = to
        self.organisation = {code: last_of_chain(code) for code in self.aanbieders}

    def contracted(self, organisation):
        return self.aanbieders[organisation].gecontracteerd

    def _load_tarieven(self, root):
        """tarieven: (product, organisation or None) -> rows, with their price per product eenheid."""
        self.tarieven = defaultdict(list)
        for row in load_table(root, "tarieven"):
            if not self._known(row):
                continue
            unit = self.products[row.productcode].eenheid
            row.eenheid = row.eenheid or unit
            if factor(unit, row.eenheid) is None:
                continue
            row.price = row.tarief * factor(unit, row.eenheid)
            row.last = OPEN if row.einddatum is None else row.einddatum
            owner = None if row.aanbiedercode is None else self.organisation[row.aanbiedercode]
            self.tarieven[row.productcode, owner].append(row)

    def is_temporary(self, code):
        """Is this a reason for which care is interrupted, not ended?"""
        return code in self.redenen and self.redenen[code].tijdelijk

    def tarief_on(self, organisation, productcode, on):
        """The tarief row of a product on a day (section 3, "Priced"), or None."""
        for owner in (organisation, None):
            valid = [row for row in self.tarieven.get((productcode, owner), ()) if row.ingangsdatum <= on <= row.last]
            if valid:
                return max(valid, key=lambda row: (row.ingangsdatum, row.place))
        return None

    def _indication(self, row):
        """An indication with its organisation, product and intervals (section 1)."""
        product = self.products[row.productcode]
        reason = self.redenen.get(row.reden_beeindiging)
        last = OPEN if row.einddatum is None else row.einddatum
        stopped = row.stopdatum is not None and not self.is_temporary(row.reden_beeindiging)
        return SimpleNamespace(
            gemeente=row.gemeentecode, nummer=row.toewijzingnummer, client=row.client,
            aanbieder=self.organisation[row.aanbiedercode], product=product, perceel=product.perceel,
            frequentie=row.frequentie, volume=converted(row.volume, row.eenheid, product.eenheid),
            first=row.ingangsdatum, last=last, end=min(last, row.stopdatum) if stopped else last,
            melding=row.meldingsdatum, aanvraag=row.aanvraagdatum, besluit=row.besluitdatum,
            start=row.startdatum_zorg, stop=row.stopdatum if stopped else None,
            reden=row.reden_beeindiging, reason=reason, tussenevaluatie=row.tussenevaluatie,
            lines=[])

    def _line(self, row):
        """A declaration line; credits negative (section 2)."""
        product = self.products[row.productcode]
        sign = -1 if row.debetcredit == "C" else 1
        volume = converted(row.volume, row.eenheid, product.eenheid)
        return SimpleNamespace(
            gemeente=row.gemeentecode, client=row.client, aanbieder=self.organisation[row.aanbiedercode],
            product=product, perceel=product.perceel, toewijzingnummer=row.toewijzingnummer,
            key=(row.aanbiedercode, row.declaratienummer, row.regelnummer),
            first=row.periode_begin, last=row.periode_eind, length=row.periode_eind - row.periode_begin + 1,
            volume=None if volume is None else sign * volume, bedrag=sign * row.bedrag,
            tarief=row.tarief, eenheid=row.eenheid, credit=sign < 0, rejected=row.status == "afgekeurd",
            category=None, indication=None)

    def _load_indicatoren(self, root, templates):
        """A weight or toets that does not exist refuses the row; so a row may lose its weight."""
        def known(rows):
            rows = [row for row in rows if row.toets is None or row.toets.split("/", 1)[0] in MEASURES]
            while True:
                codes = {row.code for row in rows}
                left = [row for row in rows if row.weegfactor is None or row.weegfactor in codes]
                if len(left) == len(rows):
                    return left
                rows = left

        rows = known(load_table(root, "indicatoren")) or known(load_default("indicatoren", templates))
        self.indicatoren = {row.code: row for row in rows}

    def _load_management_information(self, root):
        """mi: (periode, organisation, gemeente, perceel, indicator) -> value; None is the total.

        Two rows that become equal through hoort_bij: added for som, else the last counts.
        """
        self.mi = {}
        for row in load_table(root, "managementinformatie"):
            if not self._known(row) or row.indicator not in self.indicatoren:
                continue
            key = (row.periode, self.organisation[row.aanbiedercode], row.gemeentecode, row.perceel, row.indicator)
            adds = self.indicatoren[row.indicator].aggregatie == "som" and key in self.mi
            self.mi[key] = self.mi[key] + row.waarde if adds else row.waarde


def _own_or_default(root, name, templates):
    return load_table(root, name) or load_default(name, templates)
