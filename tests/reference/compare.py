"""Compare the cijfers.csv of the program with that of the reference.

The same keys, in the same order; counts equal as they are written, all else with 6 decimals and
within 1e-6 of the exact value.
"""
from collections import defaultdict

KEY_COLUMNS = 7
TOLERANCE = 1  # in units of the sixth decimal
SHOWN = 3  # differences shown per measure


def rows_of(text):
    """{key: (waarde, teller, noemer)}, in the order of the file, and what is wrong with its form."""
    lines = text.splitlines()
    rows, wrong = {}, []
    for number, line in enumerate(lines[1:], 2):
        fields = line.split(";")
        if len(fields) != KEY_COLUMNS + 3:
            wrong.append(f"line {number} has {len(fields)} fields: {line}")
            continue
        key = tuple(fields[:KEY_COLUMNS])
        if key in rows:
            wrong.append(f"line {number} repeats a key: {line}")
        rows[key] = tuple(fields[KEY_COLUMNS:])
    return lines[:1], rows, wrong


def _same(expected, found):
    """One number: written alike, or both with 6 decimals and close enough."""
    if expected == found:
        return True
    parts = expected.partition("."), found.partition(".")
    if any(len(decimals) != 6 for _whole, _dot, decimals in parts):
        return False
    try:
        apart = abs(int(expected.replace(".", "")) - int(found.replace(".", "")))
    except ValueError:
        return False
    return apart <= TOLERANCE


def differences(expected_text, found_text):
    """Readable lines, none when the two agree."""
    header, expected, _wrong = rows_of(expected_text)
    found_header, found, report = rows_of(found_text)
    if header != found_header:
        report.append(f"header: expected {header}, found {found_header}")
    by_measure = defaultdict(list)
    for key in expected.keys() - found.keys():
        by_measure[key[1]].append((key, f"expected {_values(expected[key])}, has no row"))
    for key in found.keys() - expected.keys():
        by_measure[key[1]].append((key, f"found {_values(found[key])}, should have no row"))
    for key in expected.keys() & found.keys():
        if not all(map(_same, expected[key], found[key])):
            by_measure[key[1]].append((key, f"expected {_values(expected[key])}, found {_values(found[key])}"))
    for measure, wrong in sorted(by_measure.items()):
        rows = sum(key[1] == measure for key in expected)
        report.append(f"{measure}: {len(wrong)} differences ({rows} rows expected)")
        report += [f"    {';'.join(key)}: {what}" for key, what in sorted(wrong)[:SHOWN]]
    if not report and list(found) != list(expected):
        report.append("the rows are the same but not in the order of their keys")
    return report


def unexpected(rows, expectations):
    """What a file of rows derived by hand and the rows of cijfers.csv disagree on.

    A line is a row as it must be, `-;` and a key that must not be there, or a comment (#).
    """
    written = {row.rsplit(";", 3)[0]: row for row in rows}
    report = []
    for line in expectations:
        if line.startswith("-;"):
            if line[2:] in written:
                report.append(f"derived by hand: no row, the reference has {written[line[2:]]}")
        elif line and not line.startswith("#"):
            found = written.get(line.rsplit(";", 3)[0], "no such row")
            if found != line:
                report.append(f"derived by hand: {line}, the reference has {found}")
    return report


def _values(values):
    waarde, teller, noemer = values
    return f"{waarde} ({teller} / {noemer})" if teller or noemer else waarde
