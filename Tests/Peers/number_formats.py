#!/usr/bin/env python3
"""How often kpibook and LibreOffice show a number alike, over the number formats of real workbooks.

    python3 number_formats.py KPIBOOK FOLDER [--locale en] [--list 40]

Takes every format code of the workbooks below FOLDER and Excel's built-in ones, writes a workbook in which each code is a
row and each of 37 values a column, and compares what `KPIBOOK convert --values shown` prints with what LibreOffice does
(`soffice`). Left out are days before March 1900 and negative ones, which LibreOffice counts otherwise, and cells it fills
with #, cannot show (#FMT) or leaves empty. Prints the share that is alike to the last blank and the share that is but for blanks, then the
codes with the most differences. Needs openpyxl.
"""
import argparse
import csv
import os
import re
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as tree
import zipfile

import openpyxl
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

warnings.filterwarnings("ignore", module="openpyxl")

VALUES = [
    0, 1, -1, 0.5, -0.5, 0.25, 2 / 3, 1.005, 2.5, 3.14159265358979, 7, -7, 12.3, -12.3, 45, 59.5, 99.995, 100, 123.456,
    -123.456, 999.5, 1000, 1234.5, -1234.5, 12345.678, 99999.5, 123456.789, 1e6, 1234567.891, 123456789012, 1e15, 0.001,
    0.00012345, 1e-7, 45323.75, 45323.7513888889, 2958465.5,
]
# Excel takes codes of up to 255 characters.
LONGEST = 255


def codes_of(path):
    """The codes in a workbook's styles; none of what is no workbook."""
    try:
        with zipfile.ZipFile(path) as book:
            root = tree.fromstring(book.read("xl/styles.xml"))
    except Exception:
        return set()
    return {e.get("formatCode", "") for e in root.iter() if e.tag.rpartition("}")[2] == "numFmt"}


def all_codes(folder):
    codes = set(BUILTIN_FORMATS.values())
    books = 0
    for where, _, names in os.walk(folder):
        for name in names:
            if name.lower().endswith((".xlsx", ".xlsm", ".xltx", ".xltm")):
                books += 1
                codes |= codes_of(os.path.join(where, name))
    fits = {c for c in codes if c and len(c) <= LONGEST and not re.search(r"[\x00-\x1f]", c)}
    return books, sorted(fits)


def write(codes, path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row, code in enumerate(codes, 1):
        for column, value in enumerate(VALUES, 1):
            cell = sheet.cell(row, column, value)
            cell.number_format = code
    for column in range(1, len(VALUES) + 1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width = 120
    book.save(path)


def shown_by_kpibook(tool, path, locale):
    words = [tool, "convert", path, "-", "--to", "csv", "--values", "shown", "--locale", locale]
    out = subprocess.run(words, check=True, stdout=subprocess.PIPE).stdout.decode()
    return list(csv.reader(out.splitlines()))


SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>%s</value></prop></item>
</oor:items>
"""
LOCALES = {"en": "en-US", "fr": "fr-FR", "it": "it-IT", "de": "de-DE", "es": "es-ES"}


def shown_by_libreoffice(path, folder, locale):
    # Comma, double quote, UTF-8, from line 1, as shown.
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
    profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
    os.makedirs(os.path.join(folder, "profile", "user"))
    with open(os.path.join(folder, "profile", "user", "registrymodifications.xcu"), "w", encoding="utf-8") as file:
        file.write(SETTINGS % LOCALES[locale])
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", form, "--outdir", folder, path], check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    with open(os.path.splitext(path)[0] + ".csv", encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def squeezed(text):
    return re.sub(r"[\s\u00a0\u202f]", "", text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tool")
    parser.add_argument("folder")
    parser.add_argument("--locale", default="en", choices=sorted(LOCALES))
    parser.add_argument("--list", type=int, default=40, help="how many differing codes are printed")
    options = parser.parse_args()
    books, codes = all_codes(options.folder)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "formats.xlsx")
        write(codes, path)
        ours = shown_by_kpibook(options.tool, path, options.locale)
        theirs = shown_by_libreoffice(path, folder, options.locale)
    cells = same = nearly = 0
    apart = []
    for row, code in enumerate(codes):
        differing = []
        for column, value in enumerate(VALUES):
            mine = ours[row][column] if row < len(ours) and column < len(ours[row]) else ""
            other = theirs[row][column] if row < len(theirs) and column < len(theirs[row]) else ""
            if is_date_format(code) and value < 61:
                continue
            if not other or set(other) == {"#"} or other == "#FMT":
                continue
            cells += 1
            same += mine == other
            if squeezed(mine) == squeezed(other):
                nearly += 1
            else:
                differing.append("%r: %r, LibreOffice %r" % (value, mine, other))
        if differing:
            apart.append((len(differing), code, differing[0]))
    print("%d workbooks, %d codes, %d cells" % (books, len(codes), cells))
    print("alike to the last blank: %.1f %%" % (100 * same / max(cells, 1)))
    print("alike but for blanks:    %.1f %%" % (100 * nearly / max(cells, 1)))
    for count, code, example in sorted(apart, reverse=True)[:options.list]:
        print("%3d  %s    %s" % (count, code, example))
    return 0


if __name__ == "__main__":
    sys.exit(main())
