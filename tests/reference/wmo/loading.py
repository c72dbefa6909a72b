"""From rows of texts to the rows that count (inputs.md, "A row that is wrong").

Per table: each row by itself, then "same key twice", between files and messages alike.  The
codes of other tables come after that, in region.py.
"""
import os
from types import SimpleNamespace

from . import files
from .fields import FieldError
from .tables import DEFAULTS, TABLES

NO_MOMENT = (-1, 0)  # an empty bijgewerkt_op comes before any


def _values(table, texts, file):
    """The row with its fields read; raises FieldError."""
    row = SimpleNamespace(verwijderd=texts.get("verwijderd", False))  # only a 301 says so
    for column in table.columns:
        text = texts.get(column.name, "")
        if text == "":
            if column.mark == "*":
                raise FieldError(column.name)
            value = None
        else:
            value = column.read(text, file)
        setattr(row, column.name, value)
    return row


# ------------------------------------------------------------------ rules of one row, own columns
def _check_interval(begin, end):
    def check(row):
        first, last = getattr(row, begin), getattr(row, end)
        return last is None or last >= first
    return check


def _check_voorveld(row):
    """Exactly one of client and aantal."""
    return (row.client is None) != (row.aantal is None)


def _check_indicator(row):
    """gewogen needs its weight."""
    return row.aggregatie != "gewogen" or row.weegfactor is not None


OWN_RULES = {
    "tarieven": _check_interval("ingangsdatum", "einddatum"),
    "indicaties": _check_interval("ingangsdatum", "einddatum"),
    "declaraties": _check_interval("periode_begin", "periode_eind"),
    "voorveld": _check_voorveld,
    "indicatoren": _check_indicator,
}


def _good_rows(table, file, rows):
    """The rows of one file that are right by themselves."""
    rule = OWN_RULES.get(table.name, lambda row: True)
    for line, texts in rows:
        try:
            row = _values(table, texts, file)
        except FieldError:
            continue
        if rule(row):
            row.place = (files.path_order(file.path), line)
            yield row


# ------------------------------------------------------------------ the same key twice
def _key(table, row):
    return tuple(getattr(row, name) for name in table.key)


def _first_per_key(table, rows):
    """Within one file the first stays."""
    kept = {}
    for row in rows:
        kept.setdefault(_key(table, row), row)
    return list(kept.values())


def _between_files(table, rows):
    """Between files the latest bijgewerkt_op stays, on a tie the one of the last path: {key: row}."""
    kept = {}
    for row in sorted(rows, key=lambda row: (_moment(row), row.place)):
        kept[_key(table, row)] = row
    return kept


def _moment(row):
    return getattr(row, "bijgewerkt_op", None) or NO_MOMENT


def _in_order(rows):
    """In path and line order."""
    return sorted(rows, key=lambda row: row.place)


# ------------------------------------------------------------------ tables
def _csv_rows(table, texts):
    """The good rows of [(path, bytes)], in each file only the first of a key."""
    found = []
    for path, data in texts:
        try:
            file, rows = files.read(path, data, table)
        except files.Refused:
            continue
        good = _good_rows(table, file, rows)
        found += _first_per_key(table, good) if table.key else good
    return found


def _message_rows(table, messages):
    """The good rows of [(path, rows of texts)]; a message is as a file."""
    found = []
    for path, rows in messages:
        found += _first_per_key(table, _good_rows(table, files.File(path), enumerate(rows)))
    return found


def _own_rows(root, name):
    return _csv_rows(TABLES[name], files.contents(root, files.table_files(root, name)))


def load_table(root, name):
    """All rows of a table of csv files that stay, in path and line order."""
    rows = _own_rows(root, name)
    return _in_order(_between_files(TABLES[name], rows).values() if TABLES[name].key else rows)


def load_default(name, templates):
    """The rows of the default table, from the templates directory if it has that table."""
    path = templates and os.path.join(templates, f"{name}.csv")
    if path and os.path.exists(path):
        return _csv_rows(TABLES[name], files.contents(templates, [f"{name}.csv"]))
    return _csv_rows(TABLES[name], [(name, DEFAULTS[name].encode())])


def load_declaraties(root, messages):
    """Declaration lines of csv and 323; those that a 325 refuses are afgekeurd."""
    table = TABLES["declaraties"]
    rows = _own_rows(root, "declaraties") + _message_rows(table, messages.declaraties)
    kept = _in_order(_between_files(table, rows).values())
    for row in kept:
        if messages.refuses(row):
            row.status = "afgekeurd"
    return kept


# What a 301 does not carry: the latest csv row of the same key says it.
NOT_IN_301 = ("meldingsdatum", "aanvraagdatum", "tussenevaluatie", "startdatum_zorg", "stopdatum", "reden_beeindiging")


def load_indicaties(root, messages, is_temporary):
    """Indications of csv and 301, with the starts of 305 and the stops of 307."""
    table = TABLES["indicaties"]
    from_csv, from_messages = _own_rows(root, "indicaties"), _message_rows(table, messages.indicaties)
    latest_csv = _between_files(table, from_csv)
    decided = {}  # the earliest Toewijzingsdatum
    for row in from_messages:
        key = _key(table, row)
        decided[key] = min(row.besluitdatum, decided.get(key, row.besluitdatum))
    kept = []
    starts, stops = messages.starts(), messages.stops(is_temporary)
    latest = _between_files(table, from_csv + from_messages)
    for key, row in latest.items():
        if row.verwijderd:
            continue
        if row is not latest_csv.get(key) and key in decided:
            row.besluitdatum = decided[key]
            for column in NOT_IN_301 if key in latest_csv else ():
                setattr(row, column, getattr(latest_csv[key], column))
        if key in starts:
            row.startdatum_zorg = starts[key]
        if key in stops:
            row.stopdatum, row.reden_beeindiging = stops[key]
        kept.append(row)
    return _in_order(kept)
