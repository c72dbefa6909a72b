"""iWmo messages of release 3.2 (inputs.md, "iWmo messages").

Five kinds, in indicaties/ and declaraties/, loose or in a zip.  Each becomes rows of the table
that it loads, or a start, a stop or a refusal of a row.
"""
import io
import re
import zipfile
from collections import Counter, defaultdict

from . import fields, files
from .xml_tree import NotAMessage, parse

RELEASE = "http://www.istandaarden.nl/iwmo/3_2/"
MESSAGE = re.compile(re.escape(RELEASE) + r"(wmo30[157]|wmo32[35])/schema")
DELETED = "13"  # RedenWijziging: verwijderd
TAKEN_BACK = "3"  # StatusAanlevering
WRONG = "?"  # a text that no reader of a field accepts


def _documents(root):
    """(path, bytes) of every xml file, in byte order of the paths; a member of x.zip is x.zip/name."""
    found = []
    for table in ("indicaties", "declaraties"):
        found += files.contents(root, files.table_files(root, table, ".xml"))
        for path, data in files.contents(root, files.table_files(root, table, ".zip")):
            found += [(f"{path}/{name}", member) for name, member in _members(data)]
    return sorted(found, key=lambda each: files.path_order(each[0]))


def _members(data):
    """(name, bytes) of the xml members of a zip that can be read."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        return
    for name in archive.namelist():
        if name.lower().endswith(".xml"):
            try:
                yield name, archive.read(name)
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
                continue


class Messages:
    """What the messages of an input directory say.

    indicaties, declaraties: (path, rows of texts), a message each; started and stopped: in force
    per (gemeente, toewijzingnummer); refused lines and whole declarations per aanbieder.
    """

    def __init__(self, root):
        self.indicaties, self.declaraties = [], []
        self.refused_lines, self.refused_declarations = set(), set()
        self._starts, self._stops = Counter(), Counter()
        seen = set()
        for path, data in _documents(root):
            try:
                message = parse(data, lambda uri: uri.startswith(RELEASE))
            except NotAMessage:
                continue
            kind = MESSAGE.fullmatch(message.namespace)
            if not kind or message.name != "Bericht":
                continue
            identity = (message.get("Header", "Afzender"), kind[1],
                        message.get("Header", "BerichtIdentificatie", "Identificatie"))
            if identity not in seen:  # else: delivered before
                seen.add(identity)
                getattr(self, f"_{kind[1]}")(path, message)

    def _wmo301(self, path, message):
        rows = []
        for client in message.all("Client"):
            for product in client.all("ToegewezenProducten", "ToegewezenProduct"):
                rows.append({
                    "gemeentecode": message.get("Header", "Afzender"),
                    "aanbiedercode": message.get("Header", "Ontvanger"),
                    "client": client.get("Bsn"), "toewijzingnummer": product.get("ToewijzingNummer"),
                    "productcode": product.get("Product", "Code"), "volume": _whole(product.get("Omvang", "Volume")),
                    "eenheid": product.get("Omvang", "Eenheid"), "frequentie": product.get("Omvang", "Frequentie"),
                    "ingangsdatum": product.get("Ingangsdatum"), "einddatum": product.get("Einddatum"),
                    "besluitdatum": product.get("Toewijzingsdatum"),
                    "bijgewerkt_op": f"{product.get('Toewijzingsdatum')} {product.get('Toewijzingstijd')}".strip(),
                    "verwijderd": product.get("RedenWijziging") == DELETED})
        self.indicaties.append((path, rows))

    def _wmo305(self, _path, message):
        self._count(self._starts, message, ("StartProducten", "StartProduct"), ("Begindatum",))

    def _wmo307(self, _path, message):
        self._count(self._stops, message, ("StopProducten", "StopProduct"), ("Begindatum", "Einddatum"))

    @staticmethod
    def _count(counter, message, products, dates):
        """Sent minus taken back, per (gemeente, toewijzingnummer), dates and reason."""
        for product in message.all("Client", *products):
            try:
                gemeente = fields.code_of_digits(4)(message.get("Header", "Ontvanger"), None)
                nummer = fields.read_toewijzingnummer(product.get("ToewijzingNummer"), None)
                days = tuple(fields.read_date(product.get(name), None) for name in dates)
            except fields.FieldError:
                continue
            back = product.get("StatusAanlevering") == TAKEN_BACK
            counter[(gemeente, nummer), days, product.get("RedenBeeindiging")] += -1 if back else 1

    def _wmo323(self, path, message):
        rows = []
        for declaratie in message.all("Declaratie"):
            for client in declaratie.all("Clienten", "Client"):
                for prestatie in client.all("Prestaties", "Prestatie"):
                    rows.append({
                        "aanbiedercode": message.get("Header", "Afzender"),
                        "gemeentecode": message.get("Header", "Ontvanger"),
                        "declaratienummer": declaratie.get("DeclaratieNummer"),
                        "regelnummer": prestatie.get("ProductReferentie", "ReferentieNummer"),
                        "vorig_regelnummer": prestatie.get("ProductReferentie", "VorigReferentieNummer"),
                        "client": client.get("Bsn"), "toewijzingnummer": prestatie.get("ToewijzingNummer"),
                        "productcode": prestatie.get("ProductCode"),
                        "periode_begin": prestatie.get("ProductPeriode", "Begindatum"),
                        "periode_eind": prestatie.get("ProductPeriode", "Einddatum"),
                        "volume": _whole(prestatie.get("GeleverdVolume")), "eenheid": prestatie.get("Eenheid"),
                        "tarief": _euro(prestatie.get("ProductTarief")),
                        "bedrag": _euro(prestatie.get("IngediendBedrag", "Bedrag")),
                        "debetcredit": prestatie.get("IngediendBedrag", "DebetCredit")})
        self.declaraties.append((path, rows))

    def _wmo325(self, _path, message):
        """The lines that it lists are afgekeurd, or all of a declaration that is refused as a whole."""
        aanbieder = message.get("Header", "Ontvanger")
        for answer in message.all("DeclaratieAntwoord"):
            nummer = answer.get("DeclaratieNummer")
            listed = answer.all("Clienten", "Client", "Prestaties", "Prestatie")
            for prestatie in listed:
                regel = prestatie.get("ProductReferentie", "ReferentieNummer")
                self.refused_lines.add((aanbieder, nummer, regel))
            submitted = _total(answer, "TotaalIngediendBedrag")
            if not listed and _total(answer, "TotaalToegekendBedrag") == 0 and submitted not in (0, None):
                self.refused_declarations.add((aanbieder, nummer))

    def starts(self):
        """{(gemeente, toewijzingnummer): startdatum_zorg}: the earliest in force."""
        found = {}
        for (key, (begin,), _reason), times in self._starts.items():
            if times > 0:
                found[key] = min(begin, found.get(key, begin))
        return found

    def stops(self, is_temporary):
        """{(gemeente, toewijzingnummer): (stopdatum, reden)}: not temporary, then latest, then highest code."""
        in_force = defaultdict(list)
        for (key, (_begin, end), reason), times in self._stops.items():
            if times > 0:
                in_force[key].append((not is_temporary(reason), end, reason))
        return {key: max(stops)[1:] for key, stops in in_force.items()}

    def refuses(self, row):
        """Has a 325 refused this declaration line?"""
        declaratie = row.aanbiedercode, row.declaratienummer
        return declaratie in self.refused_declarations or (*declaratie, row.regelnummer) in self.refused_lines


def _is_whole(text):
    return text.isascii() and text.isdigit()


def _whole(text):
    """Volumes are whole numbers; anything else is refused later."""
    return text if not text or _is_whole(text) else WRONG


def _euro(cents):
    """Eurocenten as the text of an amount."""
    if not _is_whole(cents):
        return WRONG if cents else ""
    return f"{int(cents) // 100}.{int(cents) % 100:02d}"


def _total(answer, name):
    """A total in eurocenten, or None."""
    text = answer.get(name, "TotaalBedrag")
    return int(text) if _is_whole(text) else None
