"""Delivers a region of CSV as iWmo messages of release 3.2, wholly or in part.

What a message cannot say (a volume that is not whole, a decision without a date, a frequency of older releases) stays in
CSV, and so do the columns that a Wmo301 does not carry: a row without bijgewerkt_op, so before every message, that is
wrong in all other columns. Among the messages are those that change nothing: older versions, withdrawals, starts and
stops that are taken back, copies. Half of them lie in archives, and names and prefixes vary. The same input gives the
same files.
"""
import csv
import os
import random
import shutil
import zipfile
from decimal import Decimal

SPACE = "http://www.istandaarden.nl/iwmo/3_2/{}/schema"
EENHEDEN = {"minuut": "01", "uur": "04", "dagdeel": "16", "etmaal": "14", "stuks": "82"}
FREQUENTIES = {"dag": "1", "week": "2", "maand": "4", "totaal": "6"}
CODES = {"wmo301": 414, "wmo305": 418, "wmo307": 420, "wmo323": 484, "wmo325": 485}
NOT_IN_301 = ("meldingsdatum", "aanvraagdatum", "tussenevaluatie")


def element(name, *content):
    return (name, content)


def common(name, *content):
    """An element of what the messages have in common."""
    return ("=" + name, content)


class Message:
    """Writes the elements of one message, in one of three styles of prefixes."""

    def __init__(self, kind, style):
        self.kind = kind
        self.own, self.shared = ((kind + ":", "iwmo:"), ("", "iwmo:"), ("b:", ""))[style]

    def text(self, node):
        if isinstance(node, str):
            return node
        name, content = node
        if name.startswith("="):
            name = self.shared + name[1:]
        else:
            name = self.own + name
        return f"<{name}>" + "".join(self.text(child) for child in content) + f"</{name}>"

    def document(self, *content):
        spaces = " ".join(f'xmlns{":" + prefix[:-1] if prefix else ""}="{SPACE.format(kind)}"'
                          for prefix, kind in ((self.own, self.kind), (self.shared, "basisschema")))
        body = "\n".join(self.text(node) for node in content)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<{self.own}Bericht {spaces}>\n{body}\n</{self.own}Bericht>\n'


def cents(amount):
    return str(int(Decimal(amount) * 100))


def amount(name, part, text):
    """An amount in euros with its sign."""
    return element(name, common(part, cents(text).lstrip("-")),
                   common("DebetCredit", "C" if text.startswith("-") else "D"))


def period(name, begin, end):
    return element(name, common("Begindatum", begin), common("Einddatum", end))


def whole(volume, eenheid):
    """The volume in whole units, if need be in minutes; None when there is none."""
    number = Decimal(volume)
    if number == int(number):
        return str(int(number)), EENHEDEN[eenheid]
    if eenheid == "uur" and number * 60 == int(number * 60):
        return str(int(number * 60)), EENHEDEN["minuut"]
    return None


class Delivery:
    """Where the messages go: loose files and archives of one folder, in an order of their own."""

    def __init__(self, folder, chance):
        self.folder, self.chance = folder, chance
        self.documents = []
        self.counts = {kind: 0 for kind in CODES}

    def add(self, kind, sender, receiver, *body, copies=False):
        self.counts[kind] += 1
        number = f"{kind[-3:]}{self.counts[kind]:06d}"
        header = element(
            "Header", element("BerichtCode", str(CODES[kind])), element("BerichtVersie", "3"),
            element("BerichtSubversie", "2"), element("Afzender", sender), element("Ontvanger", receiver),
            element("BerichtIdentificatie", common("Identificatie", number), common("Dagtekening", "2026-07-01")),
            element("XsdVersie", common("BasisschemaXsdVersie", "1.0.0"), common("BerichtXsdVersie", "1.0.0")))
        document = Message(kind, self.chance.randrange(3)).document(header, *body)
        self.documents.append((f"{self.chance.randrange(1000):03d}/{number}.xml", document))
        if copies:
            self.documents.append((f"zz/{number}.XML", document))

    def write(self):
        os.makedirs(self.folder, exist_ok=True)
        archives = [zipfile.ZipFile(os.path.join(self.folder, f"post-{i}.zip"), "w", zipfile.ZIP_DEFLATED)
                    for i in range(3)]
        for name, document in self.documents:
            place = self.chance.randrange(2 * len(archives))
            if place < len(archives):
                archives[place].writestr(zipfile.ZipInfo(name, (2026, 7, 1, 0, 0, 0)), document,
                                         zipfile.ZIP_DEFLATED)
            else:
                path = os.path.join(self.folder, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(document)
        for archive in archives:
            archive.close()


# ---- indicaties ----

def product(row, volume, tijd, reden=None):
    """A ToegewezenProduct."""
    number, eenheid = volume
    parts = [element("ToewijzingNummer", row["toewijzingnummer"]),
             element("Product", common("Categorie", row["productcode"][:2]), common("Code", row["productcode"])),
             element("Toewijzingsdatum", row["besluitdatum"]), element("Toewijzingstijd", tijd),
             element("Ingangsdatum", row["ingangsdatum"])]
    if row["einddatum"]:
        parts.append(element("Einddatum", row["einddatum"]))
    if reden:
        parts.append(element("RedenWijziging", reden))
    parts.append(element("Omvang", common("Volume", number), common("Eenheid", eenheid),
                         common("Frequentie", FREQUENTIES[row["frequentie"]])))
    return element("ToegewezenProduct", *parts)


def client(row, *content):
    return element("Client", element("Bsn", row["client"]),
                   element("Geboortedatum", common("Datum", "1940-01-01")), element("Geslacht", "2"),
                   element("Naam", common("Geslachtsnaam", common("Achternaam", "Verzonnen"))), *content)


def start(row, date, status="1"):
    return client(row, element("StartProducten", element(
        "StartProduct", element("ToewijzingNummer", row["toewijzingnummer"]), element("Begindatum", date),
        element("StatusAanlevering", status))))


def stop(row, date, reden, status="1"):
    return client(row, element("StopProducten", element(
        "StopProduct", element("ToewijzingNummer", row["toewijzingnummer"]),
        element("Begindatum", row["startdatum_zorg"] or row["ingangsdatum"]), element("RedenBeeindiging", reden),
        element("Einddatum", date), element("StatusAanlevering", status))))


def send_indication(row, volume, delivery):
    gemeente, aanbieder = row["gemeentecode"], row["aanbiedercode"]
    chance = delivery.chance
    sent = lambda *products: delivery.add("wmo301", gemeente, aanbieder,
                                          client(row, element("ToegewezenProducten", *products)),
                                          copies=chance.random() < 0.1)
    if chance.random() < 0.3:
        sent(product(row, (str(int(volume[0]) + 7), volume[1]), "00:00:01"))
    if chance.random() < 0.1:
        sent(product(row, volume, "00:00:02", "13"))
        sent(product(dict(row, toewijzingnummer=row["toewijzingnummer"] + "999"), volume, "12:00:00", "13"))
    sent(product(row, volume, "12:00:00"))
    if row["startdatum_zorg"]:
        delivery.add("wmo305", aanbieder, gemeente, start(row, row["startdatum_zorg"]))
    if row["stopdatum"]:
        delivery.add("wmo307", aanbieder, gemeente, stop(row, row["stopdatum"], row["reden_beeindiging"]))
    if chance.random() < 0.2:
        for status in chance.sample(("2", "3"), 2):
            delivery.add("wmo305", aanbieder, gemeente, start(row, "2001-01-01", status))
            delivery.add("wmo307", aanbieder, gemeente, stop(row, "2199-12-31", "38", status))


def rest_of_indication(row):
    """What only CSV can say, wrong in the rest."""
    rest = {name: "" for name in row}
    rest.update({name: row[name] for name in NOT_IN_301})
    rest.update(gemeentecode=row["gemeentecode"], toewijzingnummer=row["toewijzingnummer"], client=row["client"],
                aanbiedercode=row["aanbiedercode"], productcode=row["productcode"], volume="1", eenheid="stuks",
                frequentie="dag", ingangsdatum="1999-01-01", einddatum="1999-12-31")
    return rest


def indication_volume(row):
    """None when a message cannot say what the row says."""
    if row["frequentie"] not in FREQUENTIES or not row["besluitdatum"]:
        return None
    if bool(row["stopdatum"]) != bool(row["reden_beeindiging"]):
        return None
    return whole(row["volume"], row["eenheid"])


def convert_indications(rows, share, delivery):
    kept = []
    for row in rows:
        volume = indication_volume(row)
        if volume is None or delivery.chance.random() >= share:
            kept.append(row)
            continue
        send_indication(row, volume, delivery)
        if any(row[name] for name in NOT_IN_301):
            kept.append(rest_of_indication(row))
    return kept


# ---- declaraties ----

def prestatie(row):
    referenties = [common("ReferentieNummer", row["regelnummer"])]
    if row["vorig_regelnummer"]:
        referenties.append(common("VorigReferentieNummer", row["vorig_regelnummer"]))
    parts = [element("ProductReferentie", *referenties), element("ToewijzingNummer", row["toewijzingnummer"]),
             element("ProductCategorie", row["productcode"][:2]), element("ProductCode", row["productcode"]),
             period("ProductPeriode", row["periode_begin"], row["periode_eind"]),
             element("GeleverdVolume", str(int(Decimal(row["volume"])))), element("Eenheid", EENHEDEN[row["eenheid"]])]
    if row["tarief"]:
        parts.append(element("ProductTarief", cents(row["tarief"])))
    parts.append(element("IngediendBedrag", common("Bedrag", cents(row["bedrag"])),
                         common("DebetCredit", row["debetcredit"])))
    return element("Prestatie", *parts)


def clients(rows):
    of_client = {}
    for row in rows:
        of_client.setdefault(row["client"], []).append(row)
    return element("Clienten", *(element("Client", element("Bsn", bsn),
                                         element("Prestaties", *(prestatie(row) for row in lines)))
                                 for bsn, lines in of_client.items()))


def total(rows):
    return str(sum(Decimal(row["bedrag"]) * (-1 if row["debetcredit"] == "C" else 1) for row in rows))


def send_declaration(rows, whole_declaration, delivery):
    aanbieder, gemeente, nummer = (rows[0][name] for name in ("aanbiedercode", "gemeentecode", "declaratienummer"))
    delivery.add("wmo323", aanbieder, gemeente, element(
        "Declaratie", element("DeclaratieNummer", nummer),
        period("DeclaratiePeriode", "2026-01-01", "2026-01-31"), element("DeclaratieDagtekening", "2026-02-01"),
        amount("TotaalIngediendBedrag", "TotaalBedrag", total(rows)), clients(rows)),
        copies=delivery.chance.random() < 0.1)
    refused = [row for row in rows if row["status"] == "afgekeurd"]
    granted = [row for row in rows if row["status"] != "afgekeurd"]
    parts = [element("DeclaratieNummer", nummer), amount("TotaalIngediendBedrag", "TotaalBedrag", total(rows)),
             amount("TotaalToegekendBedrag", "TotaalBedrag", total(granted))]
    if refused and not (whole_declaration and not granted and Decimal(total(rows)) != 0):
        parts.append(clients(refused))
    delivery.add("wmo325", gemeente, aanbieder, element("DeclaratieAntwoord", *parts))


def convert_declarations(rows, share, delivery):
    """Lines go by declaration of one gemeente; a refusal as a whole is of a declaratienummer with no other lines."""
    kept, declarations = [], {}
    everything = {}
    for row in rows:
        everything.setdefault((row["aanbiedercode"], row["declaratienummer"]), []).append(row)
        if Decimal(row["volume"]) != int(Decimal(row["volume"])):
            kept.append(row)
        else:
            key = tuple(row[name] for name in ("aanbiedercode", "gemeentecode", "declaratienummer"))
            declarations.setdefault(key, []).append(row)
    for (aanbieder, _gemeente, nummer), lines in declarations.items():
        if delivery.chance.random() < share:
            send_declaration(lines, len(everything[aanbieder, nummer]) == len(lines), delivery)
        else:
            kept += lines
    return kept


# ---- a region ----

def convert_table(source, target, table, share, chance, convert):
    path = os.path.join(source, table + ".csv")
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter=";")
        rows = list(reader)
    delivery = Delivery(os.path.join(target, table), chance)
    kept = convert(rows, share, delivery)
    delivery.write()
    with open(os.path.join(target, table + ".csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames, delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    return len(delivery.documents)


def convert_region(source, target, share, seed):
    """Writes the region again with that share of indicaties and declaraties as messages; gives their number."""
    chance = random.Random(seed)
    os.makedirs(target)
    for name in sorted(os.listdir(source)):
        if name not in ("indicaties.csv", "declaraties.csv"):
            shutil.copy(os.path.join(source, name), os.path.join(target, name))
    return (convert_table(source, target, "indicaties", share, chance, convert_indications)
            + convert_table(source, target, "declaraties", share, chance, convert_declarations))
