"""The tables of inputs.md ("Tables"), column by column, and the defaults of three of them."""
from collections import namedtuple

from . import fields as f

# mark: "*" required column and value, "+" required column, "" optional; number: a number column.
Column = namedtuple("Column", "name mark read number")
Table = namedtuple("Table", "name key columns")

VOLUME, EURO, WAARDE = f.number(3), f.number(2), f.number(6, negative=True)
NUMBERS = {VOLUME, EURO, WAARDE, f.read_whole}
GEMEENTE, AANBIEDER = f.code_of_digits(4), f.code_of_digits(8)
EENHEID, FREQUENTIE, JA_NEE = f.one_of(f.EENHEDEN), f.one_of(f.FREQUENTIES), f.one_of(f.JA_NEE)
PERCEEL, PERCEEL_VOORVELD = f.one_of(("HO", "BG", "DB", "KV")), f.one_of(("BG", "DB"))
STATUS = f.one_of(("ingediend", "toegekend", "afgekeurd"))


def _table(name, key, *columns):
    """columns: (name with its mark, reader)."""
    made = []
    for title, read in columns:
        mark = title[-1] if title[-1] in "*+" else ""
        made.append(Column(title.rstrip("*+"), mark, read, read in NUMBERS))
    return Table(name, tuple(key.split()), tuple(made))


TABLES = {table.name: table for table in (
    _table("gemeenten", "gemeentecode", ("gemeentecode*", GEMEENTE), ("naam*", f.read_text)),
    _table("aanbieders", "aanbiedercode",
           ("aanbiedercode*", AANBIEDER), ("naam*", f.read_text), ("gecontracteerd*", JA_NEE),
           ("contractmanager", f.read_text), ("hoort_bij", AANBIEDER)),
    _table("producten", "productcode",
           ("productcode*", f.read_productcode), ("naam*", f.read_text), ("perceel*", PERCEEL),
           ("eenheid*", EENHEID), ("contract*", f.one_of(("oud", "nieuw"))), ("maximum_per_jaar", VOLUME)),
    _table("tarieven", "productcode aanbiedercode ingangsdatum",
           ("productcode*", f.read_productcode), ("aanbiedercode+", AANBIEDER), ("ingangsdatum*", f.read_date),
           ("einddatum+", f.read_date), ("tarief*", EURO), ("eenheid", EENHEID)),
    _table("indicaties", "gemeentecode toewijzingnummer",
           ("gemeentecode*", GEMEENTE), ("toewijzingnummer*", f.read_toewijzingnummer), ("client*", f.read_client),
           ("aanbiedercode*", AANBIEDER), ("productcode*", f.read_productcode), ("volume*", VOLUME),
           ("eenheid*", EENHEID), ("frequentie*", FREQUENTIE), ("ingangsdatum*", f.read_date),
           ("einddatum+", f.read_date), ("meldingsdatum", f.read_date), ("aanvraagdatum", f.read_date),
           ("besluitdatum", f.read_date), ("startdatum_zorg", f.read_date), ("stopdatum", f.read_date),
           ("reden_beeindiging", f.read_reden), ("tussenevaluatie", f.read_date), ("bijgewerkt_op", f.read_moment)),
    _table("declaraties", "aanbiedercode declaratienummer regelnummer",
           ("aanbiedercode*", AANBIEDER), ("gemeentecode*", GEMEENTE), ("declaratienummer*", f.read_code),
           ("regelnummer*", f.read_code), ("client*", f.read_client), ("toewijzingnummer+", f.read_toewijzingnummer),
           ("productcode*", f.read_productcode), ("periode_begin*", f.read_date), ("periode_eind*", f.read_date),
           ("volume*", VOLUME), ("eenheid*", EENHEID), ("tarief", EURO), ("bedrag*", EURO),
           ("debetcredit*", f.one_of(("D", "C"))), ("vorig_regelnummer", f.read_code), ("status", STATUS)),
    _table("managementinformatie", "aanbiedercode periode gemeentecode perceel indicator",
           ("aanbiedercode*", AANBIEDER), ("periode*", f.read_periode), ("gemeentecode+", GEMEENTE),
           ("perceel+", PERCEEL), ("indicator*", f.read_code), ("waarde*", WAARDE)),
    _table("indicatoren", "code",
           ("code*", f.read_code), ("omschrijving*", f.read_text), ("eenheid+", f.read_text),
           ("aggregatie*", f.one_of(("som", "gemiddelde", "gewogen"))), ("weegfactor+", f.read_code),
           ("richting+", f.one_of(("hoger", "lager"))), ("minimum+", WAARDE), ("maximum+", WAARDE),
           ("verplicht*", JA_NEE), ("toets+", f.read_text)),
    _table("voorveld", "",
           ("gemeentecode*", GEMEENTE), ("perceel*", PERCEEL_VOORVELD), ("datum*", f.read_date),
           ("client+", f.read_client), ("aantal+", f.read_whole), ("voorziening+", f.read_text)),
    _table("nulmeting", "gemeentecode perceel",
           ("gemeentecode*", GEMEENTE), ("perceel*", PERCEEL_VOORVELD), ("aantal*", f.read_whole)),
    _table("uitfasering", "gemeentecode productcode",
           ("gemeentecode*", GEMEENTE), ("productcode*", f.read_productcode), ("vanaf*", f.read_date)),
    _table("signalen", "",
           ("datum*", f.read_date), ("gemeentecode+", GEMEENTE), ("aanbiedercode*", AANBIEDER),
           ("soort*", f.one_of(("positief", "negatief"))),
           ("status*", f.one_of(("open", "in_behandeling", "afgehandeld"))), ("onderwerp+", f.read_text)),
    _table("redenen", "code",
           ("code*", f.read_reden), ("omschrijving*", f.read_text), ("voortijdig*", JA_NEE),
           ("telt_mee*", JA_NEE), ("tijdelijk*", JA_NEE)),
)}

# ------------------------------------------------------------------ the defaults, as csv
DEFAULTS = {
    "producten": """\
productcode;naam;perceel;eenheid;contract;maximum_per_jaar
01HHO;huishoudelijke ondersteuning;HO;minuut;nieuw;
01HHT;huishoudelijke hulp toelage;HO;uur;nieuw;36
02BGP;begeleiding praktisch;BG;minuut;nieuw;
02BGB;begeleiding basis;BG;minuut;nieuw;
02BGS;begeleiding specialistisch;BG;minuut;nieuw;
07DBA;dagbesteding A;DB;dagdeel;nieuw;
07DBB;dagbesteding B;DB;dagdeel;nieuw;
08VVZ;vervoer niet-rolstoelgebonden;DB;stuks;nieuw;
08VVM;vervoer rolstoelgebonden;DB;stuks;nieuw;
04KDV;kortdurend verblijf;KV;etmaal;nieuw;
""",
    "redenen": """\
code;omschrijving;voortijdig;telt_mee;tijdelijk
02;overlijden;n;n;n
19;levering volgens plan beëindigd;n;j;n
20;levering tijdelijk beëindigd;n;n;j
21;voortijdig beëindigd, eenzijdig door cliënt;j;j;n
22;voortijdig beëindigd, eenzijdig door aanbieder;j;j;n
23;voortijdig beëindigd, in overeenstemming;j;j;n
31;verhuizing naar andere gemeente;n;n;n
36;beëindiging geïnitieerd door gemeente;n;n;n
37;beëindiging in verband met wijzigingsverzoek;n;n;n
38;overstap naar andere aanbieder;n;n;n
39;uitstroom naar ander domein;n;n;n
""",
    "indicatoren": """\
code;omschrijving;eenheid;aggregatie;weegfactor;richting;minimum;maximum;verplicht;toets
clienten;unieke cliënten in de periode;clienten;som;;;0;;j;clienten_periode
instroom;gestarte cliënten;clienten;som;;;0;;j;instroom
uitstroom;beëindigde cliënten;clienten;som;;;0;;j;uitstroom
wachtenden;wachtenden op de peildatum;clienten;som;;lager;0;;j;wachtend/aantal
wachttijd;gemiddelde wachttijd;dagen;gewogen;instroom;lager;0;730;j;
klachten;klachten ontvangen;aantal;som;;lager;0;;j;
klachten_gegrond;daarvan gegrond;aantal;som;;lager;0;;n;
calamiteiten;calamiteiten en geweldsincidenten gemeld;aantal;som;;lager;0;;j;
respondenten;deelnemers cliëntervaringsonderzoek;clienten;som;;;0;;n;
tevredenheid;cliënttevredenheid;rapportcijfer;gewogen;respondenten;hoger;1;10;j;
doelen_behaald;beëindigd met doelen (grotendeels) behaald;procent;gewogen;uitstroom;hoger;0;100;n;
evaluaties;tussenevaluaties gehouden;aantal;som;;;0;;n;
fte;medewerkers in de uitvoering;fte;som;;;0;;j;
vacatures;openstaande vacatures;fte;som;;lager;0;;n;
ziekteverzuim;ziekteverzuim;procent;gewogen;fte;lager;0;100;j;
verloop;uitgestroomde medewerkers;procent;gewogen;fte;lager;0;100;n;
niet_loondienst;inzet zonder loondienst;procent;gewogen;fte;lager;0;100;n;
onderaannemers;ingezette onderaannemers;aantal;som;;;0;;n;
geweigerd;verzoeken niet aangenomen (acceptatieplicht);aantal;som;;lager;0;;j;
""",
}
