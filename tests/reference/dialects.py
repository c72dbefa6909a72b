"""Write a table as a gemeente or an aanbieder would deliver it (inputs.md, "CSV as it really arrives").

Every file gets an encoding, separator, line end, date form and decimal mark of its own, its
columns in any order, and now and then what Excel makes of a field.
"""
import os
import random
from datetime import date
from fractions import Fraction

from wmo.tables import TABLES

ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252")
DATE_FORMS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%Y%m%d")
MONEY = ("tarief", "bedrag")


class Writer:
    """Writes tables of rows (dicts of str, int, date and Fraction) below a directory."""

    def __init__(self, seed, root):
        self.seed, self.root = seed, root

    def table(self, name, rows, parts=1):
        """The rows, spread over `parts` files."""
        rng = random.Random(f"{self.seed} {name}")
        columns = [column.name for column in TABLES[name].columns]
        shares = [[] for _ in range(parts)]
        for row in rows:
            rng.choice(shares).append(row)
        for number, share in enumerate(shares):
            self.file(f"{name}.csv" if parts == 1 else f"{name}/{rng.choice('abcd')}{number}.csv", columns, share)

    def file(self, path, columns, rows):
        """One file; its dialect depends on the seed and its path alone."""
        dialect = Dialect(random.Random(f"{self.seed} {path}"))
        dialect.rng.shuffle(columns)
        lines = [dialect.line([dialect.title(column) for column in columns])]
        for row in rows:
            lines.append(dialect.line([dialect.field(column, row.get(column, "")) for column in columns]))
        path = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(dialect.text(lines).encode(dialect.encoding))


class Dialect:
    """How one file is written."""

    def __init__(self, rng):
        self.rng = rng
        self.encoding = rng.choice(ENCODINGS)
        self.separator = rng.choice(";;,\t")
        self.comma = self.separator != "," and rng.random() < 0.4  # decimal comma
        self.date_form = rng.choice(DATE_FORMS)
        self.line_end = rng.choice(("\n", "\r\n", "\r"))

    def chance(self, of):
        return self.rng.random() < of

    def title(self, column):
        return self.rng.choice((column, column.upper(), column.replace("_", " ")))

    def line(self, fields):
        return self.separator.join(fields)

    def text(self, lines):
        if self.chance(0.1):  # Excel's own first line
            lines = [f"sep={self.separator}", *lines]
        if self.chance(0.1):  # a line of nothing
            lines.insert(self.rng.randrange(1, len(lines) + 1), self.separator * 3)
        return self.line_end.join(lines) + self.rng.choice(("", self.line_end))

    def field(self, column, value):
        text = self._text(column, value)
        if text and isinstance(value, str) and self.chance(0.02):
            text = f'="{text}"'
        elif self.chance(0.05):
            return '"' + text.replace('"', '""') + '"'
        return f" {text}\u00a0" if self.chance(0.03) else text

    def _text(self, column, value):
        if isinstance(value, date):
            return value.strftime(self.date_form) + (" 00:00:00" if self.chance(0.02) else "")
        if not isinstance(value, Fraction):
            return str(value)
        text = decimal(value)
        if self.comma:
            text = self._with_comma(text)
        return f"€ {text}" if column in MONEY and self.chance(0.05) else text

    def _with_comma(self, text):
        whole, _dot, decimals = text.partition(".")
        if len(whole) > 3 and decimals and self.chance(0.5):
            whole = f"{whole[:-3]}.{whole[-3:]}"
        return f"{whole},{decimals}" if decimals else whole


def decimal(value):
    """A fraction of thousandths with a decimal point, without zeros at its end."""
    thousandths = value * 1000
    assert thousandths.denominator == 1, value
    sign, digits = ("-" if value < 0 else ""), f"{abs(int(thousandths)):04d}"
    return (sign + digits[:-3] + "." + digits[-3:]).rstrip("0").rstrip(".")
