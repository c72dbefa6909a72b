#!/usr/bin/env python3
"""cijfers.csv of an input directory, by the reference (see wmo/__init__.py).

    wmo_reference.py INPUT_DIR PERIODE [--historie N] [--templates DIR]
"""
import argparse
import sys

from wmo import benutting, clienten, declaraties, doorlooptijden, management, omvang, overgang, uitfasering, voorveld
from wmo.calendar import history
from wmo.figures import Figures
from wmo.link import link
from wmo.region import Region

# In this order: kosten_per_client reads bedrag_gedeclareerd, mi_afwijking reads all of them.
SECTIONS = (declaraties, benutting, doorlooptijden, clienten, overgang, voorveld, uitfasering, omvang, management)


def compute(root, periode, historie=3, templates=None):
    """Every figure of the period and of `historie` periods before it."""
    region = Region(root, templates)
    link(region)
    figures = Figures()
    for period in history(periode, historie):
        for section in SECTIONS:
            section.measure(region, period, figures)
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("invoer")
    parser.add_argument("periode")
    parser.add_argument("--historie", type=int, default=3)
    parser.add_argument("--templates", help="a directory with producten.csv, redenen.csv, indicatoren.csv")
    options = parser.parse_args()
    for line in compute(options.invoer, options.periode, options.historie, options.templates).written():
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
