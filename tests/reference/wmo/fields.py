"""One field: from text to a value (inputs.md, "CSV as it really arrives" and "Types").

Every reader takes the text of a field that is not empty and returns its value, or raises
FieldError: the row is then left out.
"""
import re
from datetime import date
from fractions import Fraction

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,29}")
DATE_FORMS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[-/](?P<m>\d{1,2})[-/](?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
)
ZERO_TIME = re.compile(r"[ T]+0{1,2}:00(:00(\.0+)?)?")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?")
AROUND = " \t\r\n\u00a0\u202f\u2007"
EXCEL_ERROR = re.compile(r"#(N/B|N/A|VALUE!|WAARDE!|REF!|VERW!|DIV/0!|DEEL/0!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!)")

# A number: thousands in groups or plain digits, then decimals after the other mark.
GROUPED = re.compile(r"(\d{1,3}(?:\.\d{3})+),(\d+)|(\d{1,3}(?:\.\d{3}){2,})")
PLAIN = re.compile(r"(\d+)(?:([.,])(\d+))?")
AMBIGUOUS = re.compile(r"[1-9]\d{0,2}\.\d{3}")

EENHEDEN = {
    "minuut": "minuut", "uur": "uur", "dagdeel": "dagdeel", "etmaal": "etmaal", "stuks": "stuks",
    "01": "minuut", "04": "uur", "16": "dagdeel", "14": "etmaal", "82": "stuks", "84": "stuks",
    "1": "minuut", "4": "uur",  # a leading zero lost in Excel
}
FREQUENTIES = {
    "dag": "dag", "week": "week", "vier_weken": "vier_weken", "maand": "maand", "jaar": "jaar",
    "totaal": "totaal", "1": "dag", "2": "week", "3": "vier_weken", "4": "maand", "5": "jaar", "6": "totaal",
}
JA_NEE = {"ja": True, "j": True, "1": True, "true": True, "nee": False, "n": False, "0": False, "false": False}


class FieldError(ValueError):
    """The field is wrong; its row is left out."""


def clean(text):
    """A field without the blanks around it and without Excel's ="..." around a code."""
    text = text.strip(AROUND)
    if text.startswith('="') and text.endswith('"') and len(text) >= 3:
        text = text[2:-1].strip(AROUND)
    return text


def read_text(text, _file):
    if len(text) > 200 or EXCEL_ERROR.fullmatch(text):
        raise FieldError(text)
    return text


def read_code(text, _file):
    if not CODE.fullmatch(text):
        raise FieldError(text)
    return text


def code_of_digits(length):
    """A code of exactly `length` digits; one digit fewer is a leading zero lost in Excel."""
    def read(text, _file):
        if len(text) == length - 1:
            text = "0" + text
        if len(text) != length or not (text.isascii() and text.isdigit()):
            raise FieldError(text)
        return text
    return read


def read_reden(text, file):
    """A reason; one digit is a leading zero lost in Excel."""
    return "0" + text if len(text) == 1 and text in "0123456789" else read_code(text, file)


def passes_elfproef(bsn):
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(c) for w, c in zip(weights, bsn)) % 11 == 0


def read_client(text, file):
    """A client; 8 digits that pass the elfproef with a 0 before them have lost that 0."""
    if len(text) == 8 and text.isascii() and text.isdigit() and passes_elfproef("0" + text):
        return "0" + text
    return read_code(text, file)


def read_toewijzingnummer(text, file):
    """iWmo: a number, so one of digits only is the same with or without leading zeros."""
    text = read_code(text, file)
    return (text.lstrip("0") or "0") if text.isdigit() else text


def one_of(words):
    """A fixed word, compared without case."""
    table = words if isinstance(words, dict) else {w.lower(): w for w in words}

    def read(text, _file):
        try:
            return table[text.lower()]
        except KeyError:
            raise FieldError(text) from None
    return read


def read_productcode(text, file):
    """Compared and written without case: in capitals."""
    return read_code(text, file).upper()


def read_periode(text, _file):
    if not re.fullmatch(r"\d{4}(H[12]|Q[1-4])?", text.upper()):
        raise FieldError(text)
    return text.upper()


def read_date(text, _file):
    """The day number of a date in one of the forms of the page."""
    for form in DATE_FORMS:
        match = form.match(text)
        if not match:
            continue
        rest = text[match.end():]
        if rest and not ZERO_TIME.fullmatch(rest):
            continue
        try:
            found = date(int(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            break
        if 1900 <= found.year <= 2199:
            return found.toordinal()
        break
    raise FieldError(text)


def read_moment(text, file):
    """bijgewerkt_op as (day, seconds); a date alone is 00:00."""
    match = re.fullmatch(r"([^ T]+)[ T]+(.+)", text)
    if not match:
        return read_date(text, file), 0
    clock = CLOCK.fullmatch(match[2])
    if not clock:
        raise FieldError(text)
    hours, minutes, seconds = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        raise FieldError(text)
    return read_date(match[1], file), hours * 3600 + minutes * 60 + seconds


def _without_euro(text):
    """Excel's `€ 1.234,56` and `1.234,56-`: (sign, digits)."""
    text = text.replace("\u00a0", "").replace("\u202f", "")
    sign = 1
    if text.endswith("-"):
        sign, text = -1, text[:-1].strip()
    text = re.sub(r"^(-?)\s*€\s*(-?)", r"\1\2", text).strip()
    if text.startswith("-"):
        sign, text = -sign, text[1:].strip()
    return sign, text


def has_decimal_comma(text):
    """Is this field a number with a decimal comma?  (It decides what 1.234 is in its file.)"""
    if "," not in text:
        return False
    _sign, text = _without_euro(text)
    grouped, plain = GROUPED.fullmatch(text), PLAIN.fullmatch(text)
    return bool((grouped and grouped[1]) or (plain and plain[2] == ","))


def number(decimals, negative=False):
    """A number of at most so many decimals, as an exact fraction."""
    def read(text, file):
        sign, bare = _without_euro(text)
        whole, fraction = _split_number(bare, file)
        if len(whole.lstrip("0")) > 12 or len(fraction) > decimals:
            raise FieldError(text)
        value = sign * Fraction(int(whole + fraction), 10 ** len(fraction))
        if value < 0 and not negative:
            raise FieldError(text)
        return value
    return read


def _split_number(text, file):
    """(digits before, digits after the decimal mark) of a number without sign."""
    if AMBIGUOUS.fullmatch(text):
        before, after = text.split(".")
        return (before + after, "") if file.decimal_comma else (before, after)
    grouped = GROUPED.fullmatch(text)
    if grouped:
        return (grouped[1] or grouped[3]).replace(".", ""), grouped[2] or ""
    plain = PLAIN.fullmatch(text)
    if not plain:
        raise FieldError(text)
    return plain[1], plain[3] or ""


def read_whole(text, file):
    return int(number(0)(text, file))
