"""What a run published, as anybody who gets it can read it: cijfers.csv and every part of every other file."""
import collections
import functools
import html
import os
import re
import zipfile

# A group is (gemeente, perceel, product); "" is the total over it.
Row = collections.namedtuple("Row", "periode maat aanbieder gemeente perceel product uitsplitsing waarde teller noemer")
Key = collections.namedtuple("Key", Row._fields[:-3])


def key_of(row):
    return Key._make(row[:-3])


def read_cijfers(path):
    with open(path, encoding="utf-8") as lines:
        next(lines)
        return [Row(*line.rstrip("\n").split(";")) for line in lines]


@functools.lru_cache(64)
def read_texts(path):
    """The names and texts of a file: of a workbook those of its parts, with what XML escapes undone."""
    if not zipfile.is_zipfile(path):
        with open(path, encoding="utf-8", errors="replace") as file:
            return [os.path.basename(path), file.read()]
    with zipfile.ZipFile(path) as archive:
        texts = [os.path.basename(path), *archive.namelist()]
        texts += [html.unescape(archive.read(name).decode("utf-8", "replace")) for name in archive.namelist()]
        return texts


def files_of(folder):
    """The paths of all files below a folder, relative to it."""
    return sorted(os.path.relpath(os.path.join(base, name), folder) for base, _, names in os.walk(folder)
                  for name in names)


NUMBER = re.compile(r"<(?:c:)?v>(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)</(?:c:)?v>")


def numbers_of(texts):
    """Every number in the cells of a workbook and in the caches of its charts."""
    return {round(float(number), 6) for text in texts for number in NUMBER.findall(text)}


@functools.lru_cache(200)
def words_of_text(text):
    words = set(re.findall(r"[0-9A-Za-z][0-9A-Za-z._-]*", text))
    return words | set(re.findall(r"[0-9A-Za-z]+", " ".join(words)))


def words_of(texts):
    """Everything in texts that could be a code or an identifier, in whole and in the parts that a mark separates."""
    return set().union(*map(words_of_text, texts))
