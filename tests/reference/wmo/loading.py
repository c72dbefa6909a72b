"""From rows of texts to the rows that count (inputs.md, "A row that is wrong").

Per table: each row by itself, then "same key twice".  The codes of other tables come after
that, in region.py.
"""
import os
from types import SimpleNamespace

from . import files
from .fields import FieldError
from .tables import DEFAULTS, TABLES

NO_MOMENT = (-1, 0)  # an empty bijgewerkt_op comes before any


def _values(table, texts, file):
    """The row with its fields read; raises FieldError."""
    row = SimpleNamespace()
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
            row.place = (file.order, line)
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


def _between_files(table, per_file):
    """Between files the latest bijgewerkt_op stays, on a tie the one of the last path."""
    kept = {}
    for rows in per_file:
        for row in rows:
            key = _key(table, row)
            if key not in kept or _moment(row) >= _moment(kept[key]):
                kept[key] = row
    return sorted(kept.values(), key=lambda row: row.place)


def _moment(row):
    return getattr(row, "bijgewerkt_op", None) or NO_MOMENT


def _load_texts(table, texts):
    """Rows of [(path, bytes)], in path and line order."""
    per_file = []
    for order, (path, data) in enumerate(texts):
        try:
            file, rows = files.read(path, order, data, table)
        except files.Refused:
            continue
        good = _good_rows(table, file, rows)
        per_file.append(_first_per_key(table, good) if table.key else list(good))
    if not table.key:
        return [row for rows in per_file for row in rows]
    return _between_files(table, per_file)


def load_table(root, name):
    """All rows of a table that stay, in path and line order."""
    return _load_texts(TABLES[name], files.contents(root, files.table_files(root, name)))


def load_default(name, templates):
    """The rows of the default table, from the templates directory if it has that table."""
    path = templates and os.path.join(templates, f"{name}.csv")
    if path and os.path.exists(path):
        return _load_texts(TABLES[name], files.contents(templates, [f"{name}.csv"]))
    return _load_texts(TABLES[name], [(name, DEFAULTS[name].encode())])
