"""From an input directory to rows of texts (inputs.md, "CSV as it really arrives")."""
import os

from .fields import clean, has_decimal_comma

# Windows-1252 with its five holes as control characters, as every browser reads it.
CP1252 = {n: chr(n) for n in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


class Refused(ValueError):
    """The whole file is left out."""


class File:
    """One delivered file: its path, and what decides how its numbers are read."""

    def __init__(self, path):
        self.path = path
        self.decimal_comma = False


def path_order(path):
    """Where an order counts, it is the byte order of the paths."""
    return os.fsencode(path)


def table_files(root, table, ending=".csv"):
    """The files of a table below root, in byte order of their relative paths."""
    found = []
    for folder, names, files in os.walk(root):
        names[:] = [n for n in names if not _passed_over(n)]
        inside = os.path.relpath(folder, root).split(os.sep)
        if inside == ["."]:
            wanted = f"{table}{ending}".__eq__
        elif inside[0].lower() == table:
            def wanted(name):
                return name.endswith(ending)
        else:
            continue
        for name in files:
            if not _passed_over(name) and wanted(name.lower()):
                found.append(os.path.relpath(os.path.join(folder, name), root))
    return sorted(found, key=path_order)


def _passed_over(name):
    return name.startswith(".") or name.startswith("~$")


def contents(root, paths):
    """(path, bytes) of each file; one with the bytes of an earlier one is left out."""
    seen = set()
    for path in paths:
        with open(os.path.join(root, path), "rb") as stream:
            data = stream.read()
        if data and data in seen:
            continue
        seen.add(data)
        yield path, data


def decode(data):
    """Bytes to text: UTF-8, UTF-16 with a byte order mark, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError as wrong:
            raise Refused("utf-16") from wrong
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = "".join(CP1252.get(b) or bytes([b]).decode("cp1252") for b in data)
    if "\0" in text:
        raise Refused("NUL")
    return text


def records(text, separator):
    """Yield (line number, fields, wrong) of each record that is not blank.

    Fields are raw, quotes undone; wrong tells that something stands after a closing quote.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line, first = lines[at], at
        at += 1
        if '"' not in line:
            fields, wrong = line.split(separator), False
        else:
            fields, wrong, taken = _quoted_record(lines, first, separator)
            at = first + taken
        if any(f.strip(' "' + separator + "\t\u00a0") for f in fields) or wrong:
            yield first + 1, fields, wrong


def _quoted_record(lines, first, separator):
    """A record with a quote in its first line: (fields, wrong, number of lines taken)."""
    fields, wrong, at, line, place = [], False, first, lines[first], 0
    while True:
        start = place
        while start < len(line) and line[start] in " \u00a0" + ("" if separator == "\t" else "\t"):
            start += 1
        if start < len(line) and line[start] == '"':
            value, start = [], start + 1
            while True:
                end = line.find('"', start)
                if end < 0:
                    value.append(line[start:] + "\n")
                    at += 1
                    if at == len(lines):
                        raise Refused("open quote")
                    line, start = lines[at], 0
                elif line[end + 1:end + 2] == '"':
                    value.append(line[start:end + 1])
                    start = end + 2
                else:
                    value.append(line[start:end])
                    break
            place = line.find(separator, end + 1)
            after = line[end + 1:] if place < 0 else line[end + 1:place]
            wrong = wrong or bool(after.strip(" \t\u00a0"))
            fields.append("".join(value))
        else:
            end = line.find(separator, place)
            fields.append(line[place:] if end < 0 else line[place:end])
            place = end
        if place < 0:
            return fields, wrong, at - first + 1
        place += 1


def _header_separator(line):
    """The separator that the header line uses most, outside quotes."""
    bare = "".join(part for n, part in enumerate(line.split('"')) if n % 2 == 0)
    return max(";,\t", key=bare.count)


def _column_name(text):
    return clean(text).lower().replace(" ", "").replace("_", "").replace("\u00a0", "")


def read(path, data, table):
    """The file with its rows as (line, {column: text}); raises Refused."""
    file = File(path)
    text = decode(data)
    first_line = next((li for li in text.replace("\r", "\n").split("\n") if li.strip(' ;,\t"\u00a0')), None)
    if first_line is None:
        return file, []
    if first_line.strip().strip('"').lower().startswith("sep="):
        place = text.index(first_line)
        text = text[:place] + text[place + len(first_line):]
        first_line = next((li for li in text.replace("\r", "\n").split("\n") if li.strip(' ;,\t"')), "")
    lines = records(text, _header_separator(first_line))
    _line, header, _wrong = next(lines, (0, [], False))
    columns = _bind(header, table)
    rows, width = [], len(header)
    for line, fields, wrong in lines:
        values = {column.name: clean(fields[place]) if place < len(fields) else ""
                  for place, column in columns}
        for _place, column in columns:
            if column.number and has_decimal_comma(values[column.name]):
                file.decimal_comma = True
        if not wrong and not any(clean(f) for f in fields[width:]):
            rows.append((line, values))
    return file, rows


def _bind(header, table):
    """[(place, column)] of the columns of this table; raises Refused."""
    ours = {column.name.replace("_", ""): column for column in table.columns}
    bound = [(place, ours[_column_name(name)]) for place, name in enumerate(header) if _column_name(name) in ours]
    names = [column.name for _place, column in bound]
    if len(set(names)) < len(names):
        raise Refused("column twice")
    missing = [c.name for c in table.columns if c.mark and c.name not in names]
    if missing:
        raise Refused(f"missing columns: {missing}")
    return bound
