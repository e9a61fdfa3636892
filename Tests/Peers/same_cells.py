#!/usr/bin/env python3
"""Whether other programs find the same cells in workbooks: openpyxl, python-calamine, LibreOffice and Gnumeric.

    python3 same_cells.py FILES...

Each sheet as openpyxl reads it is compared with what calamine reads, and with what openpyxl reads after LibreOffice and
Gnumeric (`soffice`, `ssconvert`) have opened and saved the file. Formulas without a stored result are left out, since
only the last two work them out. LibreOffice saves fifteen digits and Gnumeric may save another last one, so of their
numbers fifteen are compared; calamine gives no word for an error. Prints a line for each file and program; status 1 when
a cell differs.
"""
import datetime
import math
import os
import subprocess
import sys
import tempfile
import warnings

import openpyxl
import python_calamine

warnings.filterwarnings("ignore", module="openpyxl")  # extensions that openpyxl does not know


def plain(value):
    """A value in the form all readers agree on."""
    if value in (None, ""):
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, datetime.datetime):
        value = value.replace(microsecond=round(value.microsecond, -3) % 1_000_000)
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return float(value)
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def with_openpyxl(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {s.title: {c.coordinate: plain(c.value) for row in s.iter_rows() for c in row} for s in book.worksheets}


def with_calamine(path):
    book = python_calamine.CalamineWorkbook.from_path(path)
    sheets = {}
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        top, left = sheet.start or (0, 0)
        sheets[name] = {
            "%s%d" % (openpyxl.utils.get_column_letter(left + c + 1), top + r + 1): plain(value)
            for r, row in enumerate(sheet.to_python(skip_empty_area=True)) for c, value in enumerate(row)}
    return sheets


def saved_by(words, path, folder):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return with_openpyxl(os.path.join(folder, os.path.basename(path)))


def is_same(a, b, program):
    if a == b:
        return True
    if program == "calamine":
        return b is None and isinstance(a, str) and a.startswith("#")
    return type(a) is float and type(b) is float and math.isclose(a, b, rel_tol=1e-14)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    status = 0
    for path in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            office = os.path.join(folder, "office")
            out = os.path.join(folder, os.path.basename(path))
            truth = with_openpyxl(path)
            formulas = {
                (s.title, c.coordinate) for s in openpyxl.load_workbook(path).worksheets for row in s.iter_rows() for c in row
                if c.data_type == "f" and truth[s.title].get(c.coordinate) is None}
            readers = [
                ("calamine", lambda: with_calamine(path)),
                ("LibreOffice", lambda: saved_by(["soffice", "-env:UserInstallation=file://" + office, "--headless",
                                                  "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, path], path, folder)),
                ("Gnumeric", lambda: saved_by(["ssconvert", "--export-type=Gnumeric_Excel:xlsx2", path, out], path, folder)),
            ]
            for name, read in readers:
                found = read()
                differing = []
                for sheet, cells in truth.items():
                    other = found.get(sheet, {})
                    for cell in set(cells) | set(other):
                        a, b = cells.get(cell), other.get(cell)
                        if not is_same(a, b, name) and (sheet, cell) not in formulas:
                            differing.append("%s!%s: %r, not %r" % (sheet, cell, b, a))
                count = sum(v is not None for cells in truth.values() for v in cells.values())
                print("%s: %s: %d cells, %d differ %s" % (
                    os.path.basename(path), name, count, len(differing), "; ".join(sorted(differing)[:5])))
                status |= bool(differing)
    sys.exit(status)


if __name__ == "__main__":
    main()
