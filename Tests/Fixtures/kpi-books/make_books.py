#!/usr/bin/env python3
"""Makes KPI workbooks and what a careful reader expects of each.

    make_books.py [OUTDIR] [--only NAME,NAME]

Writes OUTDIR/books/NAME.xlsx and OUTDIR/expected/NAME.json (default OUTDIR: the folder of this file),
in the form score_import.py reads. A function per workbook holds its cells and, beside them, what they mean;
the part before the first workbook is the kit. Same input, same bytes.

In the rows of a table a plain value means itself, through the column's `words` where it has them
("Monthly" -> P1M). Otherwise the cell is given as X(what is written, what it means), or with
P(85) for 0.85 shown as 85 %, S(...) for a cell of which nothing is expected and NONE(...) for one that says nothing.
"""
import datetime
import io
import json
import os
import re
import sys
import zipfile
from decimal import Decimal

import openpyxl
import xlsxwriter
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import column_index_from_string as col_no
from openpyxl.utils import get_column_letter as col_id

# ------------------------------------------------------------------ the kit: cells and meanings
SAME, SILENT, ABSENT = object(), object(), object()
LOC = ("name", "description", "question", "rationale", "notes")
ENUM = ("id", "code", "owner", "source", "group", "perspective", "kind", "frequency", "direction", "leadLag", "method", "lifecycle")


class X:
    """A cell: what is written, what it means, number format, formula, rich text runs."""

    def __init__(self, raw, want=SAME, fmt=None, formula=None, rich=None):
        self.raw, self.want, self.fmt, self.formula, self.rich = raw, want, fmt, formula, rich


def P(v, fmt=None):
    """85 written as 0.85 with a percent format."""
    return X(float(Decimal(str(v)) / 100), v, fmt or ("0%" if v == int(v) else "0.0%"))


def S(raw, fmt=None):
    return X(raw, SILENT, fmt)


def NONE(raw, fmt=None, formula=None):
    """A cell that does not fill its field: n/a, an error, a text where a number belongs."""
    return X(raw, ABSENT, fmt, formula)


class C:
    """A column (or a line of a card). `header` may be (upper, lower) for a header of two rows."""

    def __init__(self, header, field, words=None, by=None, period=None, lang=None, fmt=None, fill=False, vmerge=False):
        self.header, self.field, self.words, self.by, self.period, self.lang = header, field, words, by, period, lang
        self.fmt, self.fill, self.vmerge = fmt, fill or vmerge, vmerge


class Band:
    """A banner row; `want` None: a heading that sets nothing."""

    def __init__(self, text, field="group", want=SAME, merge=False, style="band"):
        self.text, self.field, self.want, self.merge, self.style = text, field, text if want is SAME else want, merge, style


class Line:
    """A row that is no measure: total, note. `cells` by column number from 0."""

    def __init__(self, *cells, never=True, style="head"):
        self.cells, self.never, self.style = cells, never, style


GAP, HEAD = object(), object()


class Sheet:
    def __init__(self, name, state="visible"):
        self.name, self.state = name, state
        self.cells, self.merges, self.tables, self.lists, self.comments = {}, [], [], [], []
        self.hidden_rows, self.hidden_cols, self.filter, self.widths, self.freeze = [], [], None, {}, None

    def put(self, ref, value, style=None, fmt=None):
        x = value if isinstance(value, X) else X(value, fmt=fmt)
        self.cells[ref] = (x.raw, x.fmt, x.formula, x.rich, style)

    def rows(self, ref, rows, style=None):
        """A block of plain cells from `ref` on."""
        left, top = split(ref)
        for i, row in enumerate(rows):
            for j, v in enumerate(row):
                if v is not None:
                    self.put("%s%d" % (col_id(left + j), top + i), v, style)

    def merge(self, area):
        self.merges.append(area)


def split(ref):
    m = re.fullmatch(r"([A-Z]+)(\d+)", ref)
    return col_no(m.group(1)), int(m.group(2))


class Measure:
    def __init__(self, book, sheet, row, const):
        self.book, self.sheet, self.row = book, sheet, row
        self.fields, self.absent, self.cells = {}, [], {}
        for k, v in const.items():
            self.fields[k] = v

    def take(self, col, value, ref):
        """Notes what the cell at `ref` says about the measure; returns the cell."""
        f = col.field
        if isinstance(value, tuple):
            value = X(value[0], value)
        x = value if isinstance(value, X) else X(value)
        x = X(x.raw, x.want, x.fmt or col.fmt, x.formula, x.rich)
        want = x.want
        if f is None or want is SILENT:
            return x
        root = {"target": "targets", "green": "thresholds", "amber": "thresholds", "by": "targets.by"}.get(f, f)
        if want is ABSENT:
            self.absent.append(root)
            return x
        if want is SAME:
            want = col.words[x.raw] if col.words else x.raw
        if want is None:                         # a word of which nothing is expected
            return x
        key = root
        if f in LOC:
            self.fields.setdefault(f, {})[col.lang or self.book.lang] = want
        elif f in ENUM:
            self.fields[f] = want
        elif f == "formula":
            text, expr = want if isinstance(want, tuple) else (want, None)
            self.fields.setdefault("formula.text", {})[col.lang or self.book.lang] = text
            if expr:
                self.fields["formula.expression"] = expr
            key = "formula.text"
        elif f == "prose":                       # (description, formula text, expression) in one cell
            text, formula, expr = want
            self.fields["description"] = {self.book.lang: text}
            self.fields["formula.text"] = {self.book.lang: formula}
            if expr:
                self.fields["formula.expression"] = expr
            self.cells["formula"] = ref
            key = "description"
        elif f == "unit":
            kind, currency, symbol = (want if isinstance(want, tuple) else (want,)) + (None,) * (3 - len(want if isinstance(want, tuple) else (want,)))
            self.fields["unit.kind"] = kind
            if currency:
                self.fields["unit.currency"] = currency
            if symbol:
                self.fields["unit.symbol"] = symbol
        elif f in ("baseline", "current"):
            self.fields[f + ".value"] = want
            if col.period:
                self.fields[f + ".period"] = col.period
        elif f == "target":
            t = {"low": want[0], "high": want[1]} if isinstance(want, list) else {"value": want}
            if col.by:
                t["by"] = col.by
            self.fields.setdefault("targets", []).append(t)
        elif f == "by":
            self.fields["targets"][-1]["by"] = want
            key = None
        elif f == "period":
            self.fields["current.period"] = want
            key = None
        elif f in ("green", "amber"):
            self.fields["thresholds." + f] = want
            key = "thresholds." + f
        elif f == "rag":
            self.fields["thresholds.green"], self.fields["thresholds.amber"] = want
            key = "thresholds"
        elif f == "scale":
            self.fields["scale.min"], self.fields["scale.max"] = want
            key = None
        elif f in ("scale.min", "scale.max"):
            self.fields[f] = want
            key = None
        elif f == "custom":
            self.fields.setdefault("custom", {})[col.header] = want.isoformat() if isinstance(want, datetime.date) else want
            key = None
        elif f in ("weight", "tags"):
            self.fields[f] = want
        else:
            raise ValueError(f)
        if key and not col.fill:
            self.cells.setdefault(key, ref)
        return x

    def json(self):
        return {"fields": self.fields, "absent": sorted(set(self.absent)), "origin": {"sheet": self.sheet.name, "row": self.row, "cells": self.cells}}


class Book:
    def __init__(self, lang):
        self.lang, self.sheets, self.measures, self.findings, self.nots, self.options = lang, [], [], [], [], {}

    def sheet(self, name, state="visible"):
        self.sheets.append(Sheet(name, state))
        return self.sheets[-1]

    def never(self, *names):
        self.nots += [{"name": n} for n in names if {"name": n} not in self.nots]

    def finding(self, sheet, refs, why):
        refs = refs if isinstance(refs, list) else [refs]
        f = {"cell": "%s!%s" % (sheet.name, refs[0]), "why": why}
        if len(refs) > 1:
            f["any"] = ["%s!%s" % (sheet.name, r) for r in refs]
        self.findings.append(f)

    def heads(self, s, top, cols, left):
        two = any(isinstance(c.header, tuple) for c in cols)
        j = 0
        while j < len(cols):
            a, h = "%s%d" % (col_id(left + j), top), cols[j].header
            if isinstance(h, tuple):
                n = 1
                while j + n < len(cols) and isinstance(cols[j + n].header, tuple) and cols[j + n].header[0] == h[0]:
                    n += 1
                s.put(a, h[0], "head")
                if n > 1:
                    s.merge("%s:%s%d" % (a, col_id(left + j + n - 1), top))
                for k in range(n):
                    s.put("%s%d" % (col_id(left + j + k), top + 1), cols[j + k].header[1], "head")
                j += n
                continue
            if h is not None:
                s.put(a, h, "head")
                if two:
                    s.merge("%s:%s%d" % (a, col_id(left + j), top + 1))
            j += 1
        return 2 if two else 1

    def table(self, s, at, cols, rows, header=True, step=1, **const):
        """Header at cell `at`, rows below (each `step` rows). Returns the row after the last one."""
        left, top = split(at)
        r = top + self.heads(s, top, cols, left) if header else top
        carried, runs = {}, {}
        const = dict(const)
        for row in rows:
            if row is GAP:
                r += 1
                continue
            if row is HEAD:
                r += self.heads(s, r, cols, left)
                continue
            if isinstance(row, Band):
                a = "%s%d" % (col_id(left), r)
                s.put(a, row.text, row.style)
                if row.merge:
                    s.merge("%s:%s%d" % (a, col_id(left + len(cols) - 1), r))
                if row.want is not None:
                    const[row.field] = row.want
                self.never(row.text)
                r += 1
                continue
            if isinstance(row, Line):
                for j, v in enumerate(row.cells):
                    if v is not None:
                        s.put("%s%d" % (col_id(left + j), r), v, row.style)
                        if row.never and isinstance(v, str):
                            self.never(v)
                r += 1
                continue
            assert len(row) <= len(cols), row
            m = Measure(self, s, r, const)
            for j, col in enumerate(cols):
                v = row[j] if j < len(row) else None
                ref = "%s%d" % (col_id(left + j), r)
                if col.fill:
                    if v is None:
                        v = carried.get(j)
                        if j in runs:
                            runs[j][1] = r
                        if v is not None:
                            m.take(col, v, ref)
                        continue
                    carried[j] = v
                    if col.vmerge:
                        self.close(s, left, runs, j)
                        runs[j] = [r, r]
                if v is None:
                    continue
                s.put(ref, m.take(col, v, ref))
            self.measures.append(m)
            r += step
        for j in list(runs):
            self.close(s, left, runs, j)
        return r

    @staticmethod
    def close(s, left, runs, j):
        if j in runs:
            a, b = runs.pop(j)
            if b > a:
                s.merge("%s%d:%s%d" % (col_id(left + j), a, col_id(left + j), b))

    def card(self, s, at, cols, values, gap=1, step=1, **const):
        """Labels from cell `at` downwards, values `gap` columns to the right."""
        left, top = split(at)
        row = top + step * [c.field for c in cols].index("name")
        m = Measure(self, s, row, const)
        for i, (col, v) in enumerate(zip(cols, values)):
            s.put("%s%d" % (col_id(left), top + i * step), col.header, "head")
            if v is not None:
                ref = "%s%d" % (col_id(left + gap), top + i * step)
                s.put(ref, m.take(col, v, ref))
        self.measures.append(m)
        return top + len(cols) * step

    def across(self, s, at, cols, many, **const):
        """Fields down from cell `at`, one measure a column. A field None: a heading between the fields."""
        left, top = split(at)
        row = top + [c.field for c in cols].index("name")
        for i, c in enumerate(cols):
            s.put("%s%d" % (col_id(left), top + i), c.header, "head")
        for j, values in enumerate(many):
            m = Measure(self, s, row, const)
            for i, (col, v) in enumerate(zip(cols, values)):
                if v is not None:
                    ref = "%s%d" % (col_id(left + 1 + j), top + i)
                    s.put(ref, m.take(col, v, ref))
            self.measures.append(m)


# ------------------------------------------------------------------ the kit: writing
STYLES = {"head": dict(bold=True, bg_color="#D9E1F2"), "title": dict(bold=True, font_size=14), "band": dict(bold=True, bg_color="#E2EFDA"),
          "note": dict(italic=True), "green": dict(bg_color="#63BE7B"), "amber": dict(bg_color="#FFEB84"), "red": dict(bg_color="#F8696B")}


def with_xlsxwriter(b, path):
    wb = xlsxwriter.Workbook(path, dict({"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}, **b.options))
    wb.set_properties({"created": datetime.datetime(2026, 1, 15, 9, 0)})
    known = {}

    def fmt(style, numfmt):
        k = (style, numfmt)
        if k not in known:
            d = dict(STYLES.get(style, {}))
            if numfmt:
                d["num_format"] = numfmt
            known[k] = wb.add_format(d)
        return known[k]
    bold = wb.add_format({"bold": True})
    for s in b.sheets:
        ws = wb.add_worksheet(s.name)
        for area in s.merges:
            ws.merge_range(area, "", fmt(s.cells.get(area.split(":")[0], (None,) * 5)[4], None))
        for t in s.tables:
            ws.add_table(t[0], t[1])
        for ref, (raw, numfmt, formula, rich, style) in s.cells.items():
            f = fmt(style, numfmt) if style or numfmt else None
            if formula:
                ws.write_formula(ref, formula, f, raw)
            elif rich:
                ws.write_rich_string(ref, *[y for text, strong in rich for y in ((bold, text) if strong else (text,))])
            elif isinstance(raw, bool):
                ws.write_boolean(ref, raw, f)
            elif isinstance(raw, (datetime.date, datetime.datetime)):
                ws.write_datetime(ref, raw, fmt(style, numfmt or "yyyy-mm-dd"))
            elif isinstance(raw, (int, float)):
                ws.write_number(ref, raw, f)
            else:
                ws.write_string(ref, raw, f)
        for r in s.hidden_rows:
            ws.set_row(r - 1, None, None, {"hidden": True})
        for c, w in s.widths.items():
            ws.set_column("%s:%s" % (c, c), w)
        for c in s.hidden_cols:
            ws.set_column("%s:%s" % (c, c), 10, None, {"hidden": True})
        if s.filter:
            ws.autofilter(s.filter)
        for area, source in s.lists:
            ws.data_validation(area, {"validate": "list", "source": source})
        for ref, text in s.comments:
            ws.write_comment(ref, text, {"author": "KPI team"})
        if s.freeze:
            ws.freeze_panes(s.freeze)
        if s.state == "hidden":
            ws.hide()
        elif s.state == "veryHidden":
            ws.very_hidden()
    first = next(i for i, s in enumerate(b.sheets) if s.state == "visible")
    wb.worksheets()[first].activate()
    wb.worksheets()[first].set_first_sheet()
    wb.close()


def with_openpyxl(b, path):
    """No cached values: a formula is written as it stands."""
    wb = openpyxl.Workbook()
    wb.remove(wb.active)
    for s in b.sheets:
        ws = wb.create_sheet(s.name)
        ws.sheet_state = s.state
        for ref, (raw, numfmt, formula, _, style) in s.cells.items():
            ws[ref] = formula or raw
            if numfmt:
                ws[ref].number_format = numfmt
            d = STYLES.get(style, {})
            if d.get("bold") or d.get("italic"):
                ws[ref].font = Font(bold=d.get("bold", False), italic=d.get("italic", False))
            if d.get("bg_color"):
                ws[ref].fill = PatternFill("solid", fgColor=d["bg_color"][1:])
        for area in s.merges:
            ws.merge_cells(area)
        for r in s.hidden_rows:
            ws.row_dimensions[r].hidden = True
        for c in s.hidden_cols:
            ws.column_dimensions[c].hidden = True
    wb.save(path)
    old = zipfile.ZipFile(path)
    parts = [(n, old.read(n)) for n in old.namelist()]
    old.close()
    buf = io.BytesIO()
    with zipfile.ZipFile(buf, "w", zipfile.ZIP_DEFLATED) as z:
        for n, data in parts:
            if n == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2026-01-15T09:00:00Z", data)
            z.writestr(zipfile.ZipInfo(n, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    with open(path, "wb") as f:
        f.write(buf.getvalue())


BOOKS = []


def book(about, lang, title=None, languages=None, default=SAME, producer="xlsxwriter"):
    def register(fn):
        BOOKS.append((fn.__name__, fn, about, lang, title, languages, lang if default is SAME else default, producer))
        return fn
    return register


def day(y, m, d):
    return datetime.date(y, m, d)


# ================================================================== English
@book("legend above, two-row header in rows 8 and 9, targets by year and thresholds by colour under merged parents, arrows as polarity", "en",
      title="Metro North: what we promise our passengers")
def en_transit_targets_by_year(b):
    s = b.sheet("Scorecard 2026")
    s.put("A1", "Metro North: what we promise our passengers", "title")
    s.merge("A1:K1")
    s.put("A2", "Issued by the Performance Office, 3 February 2026", "note")
    s.rows("A4", [["Legend"], ["▲ a rising figure is good"], ["▼ a falling figure is good"]], "note")
    b.never("Legend", "▲ a rising figure is good", "▼ a falling figure is good")
    unit = {"%": "percent", "per 100,000": "rate", "min": "duration", "score": "score", "£": ("currency", "GBP")}
    b.table(s, "A8", [
        C("Ref", "code"), C("Measure", "name"), C("Polarity", "direction", {"▲": "higher", "▼": "lower"}), C("UoM", "unit", unit),
        C(("Targets", 2024), "target", by="2024"), C(("Targets", 2025), "target", by="2025"), C(("Targets", 2026), "target", by="2026"),
        C(("Thresholds", "Green"), "green"), C(("Thresholds", "Amber"), "amber"), C(("Thresholds", "Red"), None), C("Accountable", "owner")], [
        ("T-01", "Trains within three minutes of the timetable", "▲", "%", 90, 92, 93, 93, 90, "<90", "Head of Operations"),
        ("T-02", "Departures cancelled", "▼", "%", 2.4, 2, 1.6, 1.6, 2.2, ">2.2", "Head of Operations"),
        ("T-03", "Lifts in working order", "▲", "%", 97, 98, 98.5, 98.5, 97, "<97", "Estates Manager"),
        ("T-04", "Complaints per 100,000 journeys", "▼", "per 100,000", 8.1, 7, 6, 6, 8, ">8", "Customer Relations"),
        ("T-05", "Wait until a call is answered", "▼", "min", 4, 3, 2, 2, 3.5, ">3.5", "Contact Centre Lead"),
        ("T-06", "Passenger rating of the ride, 1 to 5", "▲", "score", 3.9, 4, 4.2, 4.2, 3.8, "<3.8", "Customer Relations"),
        ("T-10", "Fare revenue per journey", "▲", "£", 2.1, 2.2, 2.35, 2.35, 2.2, "<2.2", "Finance Director")])


@book("header in row 18 below instructions and a key, letters missing in headings, all percentages by the heading", "en")
def en_hospital_header_row18(b):
    s = b.sheet("Indicators")
    s.put("A1", "St Brannoc's Hospital Trust", "title")
    s.put("A2", "Patient experience indicators")
    s.rows("A4", [["How to fill in this sheet"], ["1. Write one indicator in each row."], ["2. Leave a cell blank when you do not know."],
                  ["3. Percentages are whole numbers."], ["4. Send the file back by the 10th of the month."]])
    s.rows("A11", [["Key"], ["Survey", "Friends and family questionnaire"], ["PAS", "Patient administration system"], ["ED", "Emergency department"]])
    b.never("Key", "Survey", "PAS", "ED", "How to fill in this sheet", "1. Write one indicator in each row.")
    often = {"Weekly": "P1W", "Monthly": "P1M", "Quarterly": "P3M", "Yearly": "P1Y"}
    b.table(s, "A18", [
        C("No", "code"), C("Indicator Name", "name"), C("Desciption", "description"), C("Calcuation", "formula"), C("Freqency", "frequency", often),
        C("Data sorce", "source"), C("Responsible person", "owner"), C("Taget (%)", "target")], [
        (X(1, "1"), "Seen within four hours", "Emergency patients admitted, moved or sent home within four hours.",
         ("Patients seen within four hours divided by all patients × 100", "a / b * 100"), "Weekly", "ED system", "ED Matron", 95),
        (X(2, "2"), "Would recommend the ward", "Inpatients who would recommend the ward to friends.",
         ("(Likely answers + Very likely answers) / All answers x 100", "(a + b) / c * 100"), "Monthly", "Ward questionnaire", "Chief Nurse", 92),
        (X(3, "3"), "Missed outpatient appointments", "Booked visits to which the patient did not come.",
         ("No-shows / Booked visits x 100", "a / b * 100"), "Monthly", "PAS", "Outpatient Manager", 6.5),
        (X(4, "4"), "Complaints answered in time", "Written complaints answered within 25 working days.",
         ("Complaints answered in time ÷ Complaints closed × 100", "a / b * 100"), "Quarterly", "Complaints file", "Complaints Lead", 90),
        (X(5, "5"), "Meals rated good", "Patients who call the food good or very good.",
         ("Good ratings / Ratings x 100", "a / b * 100"), "Quarterly", "Ward questionnaire", "Catering Manager", 75),
        (X(6, "6"), "Letters sent within two days", "Discharge letters that left within two days.",
         ("Letters sent in time / Discharges x 100", "a / b * 100"), "Weekly", "Document system", "Medical Records", 98)], **{"unit.kind": "percent"})


@book("a sheet per perspective between cover, lists and change log; owners as e-mail addresses", "en")
def en_university_perspective_sheets(b):
    s = b.sheet("Cover")
    s.rows("B3", [["University of Westmere"], ["Balanced scorecard"], [None], ["Prepared by", "Planning Office"], ["Version", "2.3"], ["Approved", day(2025, 11, 20)]], "title")
    unit = {"%": "percent", "#": "count", "k£": ("currency", "GBP", "k£"), "Days": "duration", "Points": "score"}
    often = {"Yearly": "P1Y", "Monthly": "P1M", "Half-yearly": "P6M", "Quarterly": "P3M"}
    cols = [C("KPI", "name"), C("What it measures", "description"), C("UoM", "unit", unit), C("Cadence", "frequency", often), C("Owner", "owner"), C("Target 2026", "target", by="2026")]
    data = {
        "Financial": ("financial", [
            ("Income from research contracts", "Contract income booked in the year.", "k£", "Quarterly", "bursar@westmere.example", 4200),
            ("Share of income from fees", "Fee income against all income.", "%", "Yearly", "bursar@westmere.example", P(38)),
            ("Donors who gave again", "Donors of last year who gave this year too.", "%", "Yearly", "alumni@westmere.example", P(61))]),
        "Customer": ("customer", [
            ("Students content with teaching", "Answers four or five to the teaching question.", "%", "Yearly", "d.okafor@westmere.example", P(84)),
            ("Applications for each place", "Complete applications to each place offered.", None, "Yearly", "admissions@westmere.example", 5.5),
            ("Days until an offer", "Median days from application to offer.", "Days", "Monthly", "admissions@westmere.example", 21)]),
        "Internal process": ("process", [
            ("Exams marked in time", "Scripts returned within fifteen days.", "%", "Half-yearly", "registry@westmere.example", P(97)),
            ("Timetable changes after week two", "Changes published after the second week.", "#", "Half-yearly", "registry@westmere.example", 40)]),
        "Learning and growth": ("learning", [
            ("Staff who would recommend us", "Promoters minus detractors among staff.", "Points", "Yearly", "people@westmere.example", 12),
            ("Lecturers with teaching certificate", "Lecturers who hold the certificate.", "%", "Yearly", "people@westmere.example", P(70))])}
    for name, (perspective, rows) in data.items():
        s = b.sheet(name)
        s.put("A1", "University of Westmere", "title")
        b.table(s, "A3", cols, rows, perspective=perspective)
    s = b.sheet("Lists")
    s.rows("A1", [["UoM", "Cadence"], ["%", "Monthly"], ["#", "Quarterly"], ["Days", "Half-yearly"], ["Points", "Yearly"]])
    s = b.sheet("Change log")
    s.rows("A1", [["Version", "Date", "Author", "Change"], ["2.2", day(2025, 6, 2), "Planning Office", "Two measures dropped"], ["2.3", day(2025, 11, 20), "Planning Office", "Targets for 2026"]])
    b.never("2.2", "2.3", "Planning Office", "%", "Monthly", "Prepared by", "Balanced scorecard")


@book("Excel table with totals row away from A1, hidden column of ids, codes as numbers with format 000, a second table on a hidden sheet", "en")
def en_bank_listobject(b):
    s = b.sheet("KPI register")
    s.put("B1", "Larkhill Savings Bank", "title")
    s.put("B2", "Register kept by Group Performance", "note")
    cols = [C("ID", "id"), C("Code", "code", fmt="000"), C("KPI name", "name"), C("Unit", "unit", {"%": "percent", "k£": ("currency", "GBP", "k£"), "Days": "duration", "Score": "score", "#": "count"}),
            C("Direction", "direction", {"Increase": "higher", "Decrease": "lower"}), C("Target", "target"), C("Weight", "weight", fmt="0%"), C("Comment", "notes")]
    end = b.table(s, "B4", cols, [
        ("mobile-logins", X(7, "007"), "Customers who log in by phone", "%", "Increase", P(64), 0.2, "Counted once a month"),
        ("mortgage-decision-days", X(12, "012"), "Days to a mortgage decision", "Days", "Decrease", 9, 0.25, None),
        ("net-new-savings", X(15, "015"), "Net new savings", "k£", "Increase", 1250, 0.15, "Thousands of pounds"),
        ("branch-mystery-score", X(21, "021"), "Mystery shopper score", "Score", "Increase", 82.5, 0.1, None),
        ("complaints-upheld", X(30, "030"), "Complaints upheld by the ombudsman", "#", "Decrease", 18, 0.1, None),
        ("dormant-accounts", X(44, "044"), "Accounts without movement", "%", "Decrease", P(7.5), 0.1, "Twelve months"),
        ("card-repurchase", X(108, "108"), "Card holders who renew", "%", "Increase", P(91), 0.1, None)])
    s.put("B%d" % end, "Total")
    s.put("H%d" % end, X(1, fmt="0%", formula="=SUBTOTAL(109,H5:H%d)" % (end - 1)))
    s.tables.append(("B4:I%d" % end, {"name": "tblKpi", "total_row": True, "columns": [
        {"header": c.header, **({"total_string": "Total"} if c.header == "ID" else {}), **({"total_function": "sum", "total_value": 1} if c.header == "Weight" else {})} for c in cols]}))
    s.hidden_cols = ["B"]
    h = b.sheet("Lookups", "hidden")
    h.rows("A1", [["Unit", "Direction"], ["%", "Increase"], ["k£", "Decrease"], ["Days", "Within range"], ["Score", "None"], ["#", None]])
    h.tables.append(("A1:B6", {"name": "tblLists", "columns": [{"header": "Unit"}, {"header": "Direction"}]}))
    s.lists += [("E5:E%d" % (end - 1), "=Lookups!$A$2:$A$6"), ("F5:F%d" % (end - 1), "=Lookups!$B$2:$B$5")]
    b.never("Total", "%", "k£")


@book("fiscal years and quarters in brackets in the headings, M$ and x as units, tags, unknown columns with text, number, truth value and date", "en", title="Quillstack metrics that matter")
def en_saas_bracket_years(b):
    s = b.sheet("FY26")
    s.put("A1", "Quillstack metrics that matter", "title")
    yes, no = X(True, True), X(False, False)
    b.table(s, "A3", [
        C("Metric (required)", "name"), C("Equation", "formula"), C("Unit", "unit", {"%": "percent", "x": "ratio", "M$": "currency", "h": "duration", "#": "count"}),
        C("Good direction", "direction", {"Up": "higher", "Down": "lower"}), C("Actual (Q4 2025)", "current", period="2025-Q4"),
        C("Target [FY26]", "target", by="2026"), C("Target [FY27]", "target", by="2027"), C("Tags", "tags"),
        C("Slack channel", "custom"), C("Dashboard tile", "custom"), C("Shown to board", "custom"), C("Alert set up", "custom")], [
        ("Net revenue retention", ("(Start MRR + Expansion − Contraction − Churn) / Start MRR × 100", "(a + b - c - d) / a * 100"), "%", "Up", 104, 108, 110, X("revenue; growth", ["revenue", "growth"]), "#rev-ops", 1, yes, day(2025, 3, 31)),
        ("Lifetime value to acquisition cost", ("LTV ÷ CAC", "a / b"), "x", "Up", 2.6, 3, 3.4, X("growth; marketing", ["growth", "marketing"]), "#growth", 2, yes, day(2025, 4, 14)),
        ("Trial to paid", ("Paid accounts / Trials × 100", "a / b * 100"), "%", "Up", 11.8, 14, 15, X("growth", ["growth"]), "#growth", 3, no, day(2025, 4, 14)),
        ("Recurring revenue at year end", "Contracted monthly revenue times twelve", "M$", "Up", 18.2, 22.5, 27, X("revenue; board", ["revenue", "board"]), "#rev-ops", 4, yes, day(2025, 2, 3)),
        ("First reply to a ticket", "Median hours from ticket to first human reply", "h", "Down", 5.5, 4, 3, X("support", ["support"]), "#support", 7, no, day(2025, 9, 22)),
        ("Sev-1 incidents", "Number of incidents with customers locked out", "#", "Down", 9, 6, 4, X("reliability; on-call", ["reliability", "on-call"]), "#sre", 8, yes, day(2025, 10, 1))])


@book("a card per sheet with merged labels and values, an index sheet in front that lists the same names", "en")
def en_charity_card_per_sheet(b):
    index = b.sheet("Contents")
    index.put("A1", "Open Door Food Bank: our measures", "title")
    cols = [C("Card no.", "code"), C("Name of measure", "name"), C("Question answered", "question"), C("Why we measure it", "rationale"), C("How to calculate", "formula"), C("Unit of measure", "unit"),
            C("How often", "frequency", {"Weekly": "P1W", "Monthly": "P1M", "Every quarter": "P3M", "Every year": "P1Y"}), C("Accountable", "owner"), C("Source of data", "source"),
            C("Baseline 2025", "baseline", period="2025"), C("Target 2026", "target", by="2026"), C("Comments", "notes")]
    pc, dur, cnt = X("%", "percent"), X("Days", "duration"), X("#", "count")
    cards = [
        ("OD-1", "Households helped", "How many homes did we reach?", "Grants depend on it.", "Count of distinct households", cnt, "Monthly", "Warehouse Lead", "Referral forms", 410, 460, None),
        ("OD-2", "Parcels handed out in two days", "Is help quick?", "Hunger does not wait.", ("Parcels within two days / Parcels x 100", "a / b * 100"), pc, "Weekly", "Volunteer Coordinator", "Parcel log", P(81), P(92), "Bank holidays left out"),
        ("OD-3", "Days from referral to first parcel", "How long do people wait?", "It is what visitors ask about.", "Median of days", dur, "Weekly", "Volunteer Coordinator", "Parcel log", 3.5, 2, None),
        ("OD-4", "Donors who give again", "Do donors stay with us?", "A kept donor costs less than a new one.", ("Donors of both years / Donors of last year x 100", "a / b * 100"), pc, "Every year", "Fundraising Manager", "Donor file", P(54), P(60), "Gift Aid records"),
        ("OD-5", "Visitors treated with respect", "Do visitors feel welcome?", "Dignity is our first aim.", ("Yes answers / Answers x 100", "a / b * 100"), pc, "Every quarter", "Chair of Trustees", "Exit slip", P(93), P(97), None)]
    index.rows("A3", [["Card", "Title", "Sheet"]], "head")
    for i, values in enumerate(cards):
        index.rows("A%d" % (4 + i), [[values[0], values[1], "Card %d" % (i + 1)]])
    for i, values in enumerate(cards):
        s = b.sheet("Card %d" % (i + 1))
        s.put("A1", "KPI card", "title")
        s.merge("A1:F1")
        b.card(s, "A3", cols, values, gap=2)
        for r in range(3, 3 + len(cols)):
            s.merge("A%d:B%d" % (r, r))
            s.merge("C%d:F%d" % (r, r))
    b.never("KPI card", "Card 1")


@book("two tables side by side with a blank column between, a heading over each; one is longer than the other", "en")
def en_retail_side_by_side(b):
    s = b.sheet("Trading KPIs")
    s.put("A1", "Bramble & Co trading measures", "title")
    s.put("A3", "Online shop", "band")
    s.put("G3", "Stores", "band")
    unit = {"%": "percent", "£": ("currency", "GBP"), "#": "count", "Minutes": "duration"}
    online = [C("KPI", "name"), C("Unit", "unit", unit), C("Owner", "owner"), C("Actual", "current"), C("Target", "target")]
    stores = [C("Measure name", "name"), C("Target value", "target"), C("Units", "unit", unit), C("Responsible", "owner")]
    b.table(s, "A4", online, [
        ("Baskets left behind", "%", "Web Shop Lead", 71, 66), ("Average order", "£", "Web Shop Lead", 48.2, 52), ("Parcels sent back", "%", "Returns Manager", 14.5, 12),
        ("Visits that end in an order", "%", "Web Shop Lead", 2.4, 2.9), ("Newsletter buyers", "#", "CRM Manager", 8300, 9500), ("Parcels on the doorstep next day", "%", "Returns Manager", 88, 93)])
    b.table(s, "G4", stores, [
        ("Shoppers per day and store", 640, "#", "Area Manager"), ("Queue at the till", 4, "Minutes", "Store Manager"), ("Sales per visit", 21.5, "£", "Area Manager"), ("Shelf gaps found", 1.5, "%", "Stock Lead")])
    b.never("Online shop", "Stores")


@book("three blocks one below another, each with banner, repeated header and an average row; footnotes", "en", title="Harlow Castings: plant measures")
def en_factory_stacked_blocks(b):
    s = b.sheet("Plant")
    s.put("A1", "Harlow Castings: plant measures", "title")
    cols = [C("Measure", "name"), C("UoM", "unit", {"%": "percent", "#": "count", "h": "duration"}), C("Measurement frequency", "frequency", {"Daily": "P1D", "Weekly": "P1W", "Monthly": "P1M"}),
            C("Last year", "baseline"), C("Plan", "target"), C("Owner", "owner")]
    r = b.table(s, "A3", cols, [
        Band("Safety", merge=True), HEAD,
        ("Accidents with lost time", "#", "Monthly", 7, 3, "Safety Officer"), ("Near misses reported", "#", "Weekly", 110, 160, "Safety Officer"),
        Line("Average", None, None, None, X(81.5, formula="=AVERAGE(E5:E6)")), GAP,
        Band("Quality", merge=True), HEAD,
        ("Right first time", "%", "Daily", P(93.5), P(96), "Foundry Lead"), ("Scrap", "%", "Daily", P(4.2), P(3), "Foundry Lead"), ("Claims from customers", "#", "Monthly", 22, 14, "Quality Manager"),
        Line("Average", None, None, None, X(4.9966667, formula="=AVERAGE(E11:E13)")), GAP,
        Band("Delivery", merge=True), HEAD,
        ("Orders out on the agreed day", "%", "Weekly", P(87), P(95), "Dispatch Lead"), ("Hours from order to dispatch", "h", "Weekly", 62, 48, "Dispatch Lead"),
        Line("Average", None, None, None, X(24.475, formula="=AVERAGE(E18:E19)"))], header=False)
    s.rows("A%d" % (r + 1), [["Source: plant system, closed months only"], ["Scrap is counted by weight."]], "note")
    b.never("Source: plant system, closed months only", "Scrap is counted by weight.", "Measure")


@book("percentages as fractions without a percent format: the number stands, and a finding", "en")
def en_council_plain_fractions(b):
    s = b.sheet("Resident measures")
    s.put("A1", "Tarnside District Council", "title")
    end = b.table(s, "A3", [
        C("Indicator", "name"), C("Unit", "unit", {"%": "percent"}), C("Polarity", "direction", {"Higher is better": "higher", "Lower is better": "lower"}),
        C("Starting value", "baseline"), C("Target level", "target"), C("Department", None)], [
        ("Residents content with bin collection", "%", "Higher is better", 0.71, 0.8, "Waste"),
        ("Planning cases decided in eight weeks", "%", "Higher is better", 0.64, 0.75, "Planning"),
        ("Council tax paid by direct debit", "%", "Higher is better", 0.82, 0.88, "Revenues"),
        ("Calls given up", "%", "Lower is better", 0.14, 0.08, "Contact centre"),
        ("Forms sent in online", "%", "Higher is better", 0.57, 0.7, "Digital")])
    for c, what in (("D", "baselines"), ("E", "targets")):
        b.finding(s, [c + "3"] + ["%s%d" % (c, r) for r in range(4, end)], "%s in percent between 0 and 1 without a percent format: probably fractions" % what)


@book("1904 date system, due dates as date cells, period of the actual in its own column, a custom date, missing values in words", "en")
def en_insurer_dates_1904(b):
    b.options = {"date_1904": True}
    s = b.sheet("Claims & care")
    d = "dd mmm yyyy"
    b.table(s, "B2", [
        C("Performance measure", "name"), C("Owned by", "owner"), C("UoM", "unit", {"%": "percent", "days": "duration", "score": "score"}), C("Actual", "current"), C("Period", "period"),
        C("Desired value", "target"), C("By when", "by"), C("First reported", "custom")], [
        ("Claims paid within ten days", "Claims Director", "%", P(83), X("Q3 2025", "2025-Q3"), P(90), X(day(2026, 12, 31), "2026-12-31", d), day(2021, 5, 1)),
        ("Days to settle a motor claim", "Claims Director", "days", 17, X("Q3 2025", "2025-Q3"), 12, X(day(2026, 6, 30), "2026-06-30", d), day(2021, 5, 1)),
        ("Policies renewed", NONE("tbc"), "%", P(88), X("Q3 2025", "2025-Q3"), P(90.5), X(day(2027, 3, 31), "2027-03-31", d), day(2022, 11, 15)),
        ("Ease of making a claim, 1 to 7", "Service Design", "score", NONE("n/a"), None, 6, X(day(2026, 9, 1), "2026-09-01", d), day(2024, 2, 29)),
        ("Broker rating", "Head of Brokers", "score", 4.1, X("Q2 2025", "2025-Q2"), NONE("TBD"), None, day(2023, 1, 9))])


@book("definitions among cover, field guide, dashboard tiles, month columns, action log, hidden lists and change log", "en")
def en_airport_everything_around(b):
    s = b.sheet("Cover")
    s.rows("C5", [["Kestrel Field Airport"], ["Passenger experience KPIs"], ["Edition 4"]], "title")
    s = b.sheet("Field guide")
    s.rows("A1", [["Field", "What to write", "Required"], ["KPI name", "Short name of the KPI", "yes"], ["Definition", "One sentence on what is counted", "yes"], ["Formula", "Numerator over denominator", "no"],
                  ["Unit", "Pick one from the list", "yes"], ["Owner", "Job title, never a person", "yes"], ["Target", "A number", "yes"]])
    s = b.sheet("Dashboard")
    s.rows("B2", [["Passenger rating", None, "Security wait", None, "Bags per 1,000"], [4.3, None, 6.5, None, 4.8], ["▲ 0.2", None, "▼ 1.0", None, "▲ 0.3"]], "title")
    s = b.sheet("KPI definitions")
    s.put("A1", "KPI definitions", "title")
    s.put("A3", "Reviewed every January by the terminal board. Changes go into the log.", "note")
    names = ["Passenger rating", "Security wait", "Bags mishandled", "Departures on time", "Clean washrooms", "Retail spend per passenger", "Complaints answered in five days", "Assistance given in time"]
    unit = {"Score": "score", "Minutes": "duration", "Per 1,000": "rate", "%": "percent", "€": ("currency", "EUR")}
    often = {"Daily": "P1D", "Weekly": "P1W", "Monthly": "P1M", "Quarterly": "P3M", "Real time": "continuous"}
    better = {"More is better": "higher", "Less is better": "lower"}
    rows = [
        ("Mean rating at the exit pads, 1 to 5.", ("Sum of ratings / Number of ratings", "a / b"), "Score", "Daily", "More is better", "Terminal Manager", 4.4),
        ("Median minutes from queue to belt.", "Median of measured waits", "Minutes", "Real time", "Less is better", "Security Manager", 6),
        ("Bags late or lost per 1,000 passengers.", ("Bags late or lost / Passengers × 1,000", "a / b * 1000"), "Per 1,000", "Weekly", "Less is better", "Ramp Manager", 4),
        ("Flights off the stand within 15 minutes.", ("Flights on time / Flights × 100", "a / b * 100"), "%", "Daily", "More is better", "Operations Centre", 85),
        ("Checks of washrooms passed.", ("Checks passed / Checks × 100", "a / b * 100"), "%", "Weekly", "More is better", "Facilities", 96),
        ("Shop and restaurant sales per departing passenger.", ("Sales / Departing passengers", "a / b"), "€", "Monthly", "More is better", "Commercial Director", 11.5),
        ("Complaints answered within five working days.", ("Answered in five days / Complaints × 100", "a / b * 100"), "%", "Monthly", "More is better", "Customer Desk", 95),
        ("Passengers with reduced mobility met within ten minutes.", ("Met in time / Requests × 100", "a / b * 100"), "%", "Quarterly", "More is better", "Assistance Lead", 98)]
    b.table(s, "A6", [C("KPI name", "name"), C("Definition", "description"), C("Formula", "formula"), C("Unit", "unit", unit), C("Collection frequency", "frequency", often), C("Better", "direction", better),
                      C("Owner", "owner"), C("Target", "target")], [(n,) + r for n, r in zip(names, rows)])
    s.comments.append(("H6", "Targets as agreed in November"))
    s = b.sheet("Monthly data")
    s.rows("A1", [["KPI"] + [day(2025, m, 1) for m in range(1, 13)]], "head")
    for i, n in enumerate(names):
        s.rows("A%d" % (2 + i), [[n] + [round(10 + 3.7 * i + m / 10, 1) for m in range(12)]])
    s = b.sheet("Action log")
    s.rows("A1", [["Action", "Owner", "Due date", "State"], ["Second belt at checkpoint B", "Security Manager", day(2026, 4, 30), "open"], ["Train new cleaners", "Facilities", day(2026, 2, 27), "done"]])
    s = b.sheet("Lists", "hidden")
    s.rows("A1", [["Unit", "Better"], ["Score", "More is better"], ["%", "Less is better"]])
    s = b.sheet("Change log")
    s.rows("A1", [["Date", "Who", "What"], [day(2025, 1, 14), "Board", "Washroom checks added"]])
    b.never("Short name of the KPI", "KPI name", "Bags per 1,000", "Second belt at checkpoint B", "Train new cleaners", "Washroom checks added", "4.3")


@book("three bands in one cell in further notations, a scale column", "en")
def en_clinic_bands_in_a_cell(b):
    s = b.sheet("Bands")
    b.table(s, "A2", [
        C("KPI", "name"), C("Desired direction", "direction", {"Maximise": "higher", "Minimise": "lower"}), C("Unit", "unit", {"%": "percent", "min": "duration", "score": "score", "per 1000": "rate"}),
        C("Value range", "scale"), C("Performance bands", "rag"), C("Target value", "target")], [
        ("Appointments kept", "Maximise", "%", X("0-100", [0, 100]), X("Green ≥ 92%; Amber 85–92%; Red < 85%", [92, 85]), 94),
        ("Minutes in the waiting room", "Minimise", "min", None, X("R: >25, A: 15-25, G: <15", [15, 25]), 12),
        ("Ease of booking", "Maximise", "score", X("1 to 7", [1, 7]), X("green 5.8 or more, amber 5 to 5.8, red below 5", [5.8, 5]), 6),
        ("Would send a friend", "Maximise", "score", X("-100..100", [-100, 100]), X("G >=50 | A 30-50 | R <30", [50, 30]), 55),
        ("Incidents reported per 1000 visits", "Minimise", "per 1000", None, X("≤ 2 green / 2 - 3.5 amber / > 3.5 red", [2, 3.5]), 1.5)])


@book("words with two meanings: Category holds perspectives, Measure the unit, Goal numbers, Type lead or lag, Status the life of the definition, Trend history", "en")
def en_lawfirm_two_meanings(b):
    s = b.sheet("KPI catalogue")
    unit = {"%": "percent", "#": "count", "Days": "duration", "£": ("currency", "GBP")}
    persp = {"Financial": "financial", "Customer": "customer", "Internal processes": "process", "People": "learning"}
    b.table(s, "A1", [
        C("Reference", "code"), C("Category", "perspective", persp), C("Indicator", "name"), C("Measure", "unit", unit), C("Goal", "target"), C("Trend", "custom"),
        C("Type", "leadLag", {"Lagging": "lag", "Leading": "lead"}), C("Status", "lifecycle", {"Active": "active", "Draft": "draft", "Retired": "retired"}), C("Responsible", "owner")], [
        ("LF-01", "Financial", "Fees billed per partner", "£", 640000, "↗", "Lagging", "Active", "Managing Partner"),
        ("LF-02", "Financial", "Bills unpaid after 90 days", "%", 8, "↗", "Lagging", "Active", "Finance Manager"),
        ("LF-03", "Customer", "Clients who instruct us again", "%", 70, "→", "Lagging", "Active", "Client Partner"),
        ("LF-04", "Customer", "Days until the first meeting", "Days", 4, "↘", "Leading", "Active", "Practice Manager"),
        ("LF-05", "Internal processes", "Files without a note for a month", "#", 20, "→", "Leading", "Draft", "Practice Manager"),
        ("LF-06", "People", "Trainees kept on", "%", 80, "↘", "Leading", "Draft", "HR Manager"),
        ("LF-07", "People", "Days of training a head", "Days", 5, "→", "Leading", "Retired", "HR Manager")])
    for m in b.measures:
        m.absent.append("direction")


@book("no header: name and paragraph with Formula inside, partly in bold runs, banners in column A", "en", title="County Library measure book")
def en_library_prose(b):
    s = b.sheet("Measures")
    s.put("A1", "County Library measure book", "title")
    s.put("A2", "Twelve pages were cut down to this list in 2025.", "note")

    def para(text, formula, expr, sep="\n", rich=False):
        raw = "%s%sFormula: %s" % (text, sep, formula)
        return X(raw, (text, formula, expr), rich=[(text + sep, False), ("Formula:", True), (" " + formula, False)] if rich else None)
    b.table(s, "A4", [C(None, "name"), C(None, "prose")], [
        Band("Reading"),
        ("Active borrowers", para("People who borrowed at least one item in twelve months.", "Count of distinct card numbers", None)),
        ("Loans per resident", para("How much is lent, set against the population.", "Loans / Residents", "a / b", " ", True)),
        ("E-book share", para("The part of loans that are e-books.", "E-book loans / Loans x 100", "a / b * 100", " ")),
        Band("Visits"),
        ("Visits per opening hour", para("How full the branches are.", "Visits divided by Opening hours", "a / b", "\n", True)),
        ("Visitors who found what they sought", para("From the yearly exit survey.", "Yes answers / (Yes answers + No answers) x 100", "a / (a + b) * 100", " ")),
        Band("Service"),
        ("Requests filled within a week", para("Reserved titles that were ready within seven days.", "Requests filled in a week / Requests x 100", "a / b * 100")),
        ("Cost of a visit", para("What one visit costs the county, in pounds.", "(Running costs - Income) / Visits", "(a - b) / c", " "))], header=False)
    b.never("Twelve pages were cut down to this list in 2025.")
    s.widths = {"A": 34, "B": 90}


@book("plus and minus as direction, one code twice, one name twice under two codes, truth of a biweekly rhythm in doubt", "en")
def en_utility_duplicates(b):
    s = b.sheet("Water KPIs")
    b.table(s, "A3", [
        C("KPI ID", "code"), C("Title", "name"), C("Area", "group"), C("Polarity", "direction", {"+": "higher", "-": "lower"}), C("How often", "frequency", {"Biweekly": "P2W", "Monthly": "P1M", "Daily": "P1D"}), C("Plan", "target")], [
        ("W-01", "Water lost in the network", "Network", "-", "Monthly", P(14)),
        ("W-02", "Bursts repaired within a day", "Network", "+", "Monthly", P(95)),
        ("W-03", "Calls answered in a minute", "Contact", "+", "Biweekly", P(85)),
        ("W-04", "Waiting time", "Billing desk", "-", "Daily", 6),
        ("W-05", "Waiting time", "Repairs desk", "-", "Daily", 9),
        ("W-05", "Visits kept to the hour", "Repairs desk", "+", "Monthly", P(90))])
    b.finding(s, ["A9", "A8"], "code W-05 twice")
    b.finding(s, "E6", "biweekly may be every two weeks or twice a week")


@book("due dates as text that fit day-month and month-day alike", "en")
def en_startup_ambiguous_dates(b):
    s = b.sheet("OKR metrics")
    b.table(s, "A1", [C("Metric", "name"), C("Owner", "owner"), C("Frequency", "frequency", {"W": "P1W", "M": "P1M", "Q": "P3M"}), C("Target", "target"), C("Due date", None)], [
        ("Sign-ups completed", "Growth", "W", 1200, "03/04/2026"), ("Payments that fail", "Payments", "W", P(1.5), "05/06/2026"),
        ("Reviews above four stars", "Support", "M", P(80), "01/10/2026"), ("Minutes to set up", "Product", "Q", 7, "02/07/2026")])
    b.finding(s, ["E%d" % r for r in range(1, 6)], "every date fits two orders")


@book("a project column is kept and reported, error cells in values, a text where a number belongs", "en")
def en_housing_errors_initiatives(b):
    s = b.sheet("Tenant scorecard")
    s.put("A1", "Meadow Homes", "title")
    b.table(s, "A3", [
        C("Measure name", "name"), C("Unit", "unit", {"%": "percent", "#": "count", "days": "duration"}), C("Latest value", "current"), C("Target", "target"), C("Initiatives", "custom"), C("Data source", "source")], [
        ("Repairs done at the first visit", "%", P(76), P(85), "New van stock", "Repairs system"),
        ("Days a home stands empty", "days", NONE("#DIV/0!", formula="=100/0"), 18, "Key safes", "Lettings file"),
        ("Tenants content with their home", "%", P(81), NONE("see annex B"), None, "Tenant survey"),
        ("Rent arrears", "%", NONE("#REF!", fmt="0.0%", formula="=#REF!*2"), P(2.5), "Payment plans", "Rent ledger"),
        ("Complaints that come back", "#", 31, 15, None, "Complaints file")])
    for ref, why in (("C5", "error cell"), ("D6", "no number"), ("C7", "error cell")):
        b.finding(s, ref, why)
    b.finding(s, ["E3", "E4", "E5", "E7"], "initiatives belong to another perspective: kept as custom, as advice")


@book("printed report: header repeated on each page, lines with page numbers between", "en")
def en_police_page_breaks(b):
    s = b.sheet("Report")
    s.put("A1", "Valley Police: confidence measures", "title")
    cols = [C("Ref. no.", "code"), C("Indicator", "name"), C("Data source", "source"), C("Cadence", "frequency", {"Monthly": "P1M", "Quarterly": "P3M", "Yearly": "P1Y", "Half-yearly": "P6M"}), C("Last year", "baseline"), C("Target", "target")]
    b.table(s, "A3", cols, [
        ("VP-1", "Emergency calls answered in ten seconds", "Control room", "Monthly", 86, 92), ("VP-2", "Victims kept informed", "Victim survey", "Quarterly", 68, 75), ("VP-3", "Residents who feel safe after dark", "Resident survey", "Yearly", 57, 62),
        Line("Page 1 of 3", style="note"), HEAD,
        ("VP-4", "Minutes to reach an urgent call", "Control room", "Monthly", 13.5, 12), ("VP-5", "Complaints about officers", "Standards unit", "Quarterly", 240, 200),
        Line("Page 2 of 3", style="note"), HEAD,
        ("VP-6", "Volunteers on patrol", "HR file", "Half-yearly", 95, 130), ("VP-7", "Online reports", "Web forms", "Monthly", 31, 40),
        Line("Page 3 of 3", style="note")])
    for m in b.measures:
        m.absent.append("group")


@book("percentages in every form in the same columns: fraction with format, text with and without blank, whole number with % as unit", "en")
def en_museum_percent_forms(b):
    s = b.sheet("Percent")
    b.table(s, "B4", [C("Metric name", "name"), C("Unit of measure", "unit", {"%": "percent", "Percent": "percent", "pp": "percentagePoints"}), C("Baseline", "baseline"), C("Target", "target"), C("Weight %", "weight")], [
        ("Members who renew", "%", P(71), P(75), X(30, 0.3)), ("Visitors from abroad", "%", X("18 %", 18), X("22%", 22), X(20, 0.2)), ("Tickets sold online", "Percent", 64, 72, X(25, 0.25)),
        ("Schools that come back", "%", P(0.5, "0.0%"), X("1.5 %", 1.5), X(10, 0.1)), ("Capacity used", "%", P(108), X("95.5%", 95.5), X(15, 0.15))])


@book("a sheet for each department with tables that begin at different cells and differ in columns", "en")
def en_hotel_department_sheets(b):
    unit = {"%": "percent", "min": "duration", "$": "currency", "#": "count"}
    s = b.sheet("Front desk")
    b.table(s, "A1", [C("KPI", "name"), C("Unit", "unit", unit), C("Target", "target"), C("Owner", "owner")], [("Minutes to check in", "min", 4, "Front Office Manager"), ("Guests upgraded at arrival", "%", P(8), "Front Office Manager"), ("Keys replaced", "#", 30, "Night Manager")])
    s = b.sheet("Housekeeping")
    s.put("B2", "Housekeeping", "title")
    b.table(s, "B5", [C("Owner", "owner"), C("KPI", "name"), C("Target", "target"), C("Notes", "notes")], [("Head Housekeeper", "Rooms ready by two", P(95), None), ("Head Housekeeper", "Rooms checked twice", P(3.5), "Counted on paper"), ("Laundry Lead", "Linen per stay", 6.2, "in kilograms")])
    s = b.sheet("Restaurant & bar")
    s.put("A1", "All figures exclude banquets", "note")
    b.table(s, "A3", [C("Metric", "name"), C("Actual", "current"), C("Target", "target"), C("Unit", "unit", unit)], [("Spend per cover", 38.5, 42, "$"), ("Tables turned per evening", 1.7, 2, None), ("Diners who book again", P(26), P(30), "%")])
    b.never("All figures exclude banquets")


@book("five name columns, one for each language, descriptions in two", "en", languages=["en", "fr", "it", "de", "es"], default=None)
def intl_five_name_columns(b):
    s = b.sheet("Group KPIs")
    b.table(s, "A2", [
        C("Code", "code"), C("Name EN", "name", lang="en"), C("Nom FR", "name", lang="fr"), C("Nome IT", "name", lang="it"), C("Name DE", "name", lang="de"), C("Nombre ES", "name", lang="es"),
        C("Description EN", "description", lang="en"), C("Description FR", "description", lang="fr"), C("Unit", "unit", {"%": "percent", "d": "duration", "EUR": ("currency", "EUR"), "#": "count"}),
        C("Frequency", "frequency", {"Monthly": "P1M", "Quarterly": "P3M", "Yearly": "P1Y"}), C("Target 2026", "target", by="2026")], [
        ("G01", "On-time delivery", "Livraisons à l'heure", "Consegne puntuali", "Pünktliche Lieferungen", "Entregas a tiempo", "Orders that arrive on the agreed day.", "Commandes arrivées au jour convenu.", "%", "Monthly", 96),
        ("G02", "Order lead time", "Délai de commande", "Tempo di evasione", "Durchlaufzeit der Bestellung", "Plazo de pedido", "Days from order to dispatch.", "Jours entre commande et expédition.", "d", "Monthly", 4),
        ("G03", "Average order", "Commande moyenne", "Ordine medio", "Mittlerer Bestellwert", "Pedido medio", "Net value of an order.", "Valeur nette d'une commande.", "EUR", "Quarterly", 310),
        ("G04", "Lost accounts", "Comptes perdus", "Clienti persi", "Verlorene Kunden", "Cuentas perdidas", "Accounts without an order for a year.", "Comptes sans commande depuis un an.", "#", "Yearly", 25)])


# ================================================================== French
@book("titre, légende, cibles par année sous un en-tête fusionné, pourcentages en texte avec espace insécable, Direction au sens de service", "fr", title="Tableau de bord des services aux habitants")
def fr_mairie_cibles_annees(b):
    s = b.sheet("Tableau de bord")
    s.put("A1", "Tableau de bord des services aux habitants", "title")
    s.merge("A1:H1")
    s.put("A2", "Ville de Montréval, édition de janvier", "note")
    pc = lambda v: X("%s\u00a0%%" % str(v).replace(".", ","), v)
    unit = {"%": "percent", "Jours": "duration", "Nombre": "count", "Pour 1 000": "rate"}
    end = b.table(s, "A5", [
        C("Thématique", "group", vmerge=True), C("Indicateur", "name"), C("Direction", None), C("Unité", "unit", unit), C(("Cibles", 2024), "target", by="2024"), C(("Cibles", 2025), "target", by="2025"), C(("Cibles", 2026), "target", by="2026"),
        C("Observations", "notes")], [
        ("Accueil", "Habitants satisfaits de l'accueil en mairie", "Direction de l'état civil", "%", pc(78), pc(81.5), pc(85), None),
        (None, "Délai pour obtenir un passeport", "Direction de l'état civil", "Jours", 32, 25, 20, "Dépend aussi de la préfecture"),
        (None, "Démarches faites en ligne", "Direction du numérique", "%", pc(41), pc(50), pc(58), None),
        ("Culture", "Inscrits à la médiathèque", "Direction de la culture", "Nombre", 9200, 9600, 10000, None),
        (None, "Spectateurs qui reviennent", "Direction de la culture", "%", pc(33), pc(35), pc(37.5), "Billetterie seule"),
        ("Cadre de vie", "Réclamations pour 1 000 habitants", "Direction des espaces verts", "Pour 1 000", 6.2, 5.5, 5, None),
        (None, "Signalements traités en cinq jours", "Direction de la voirie", "%", pc(64), pc(72), pc(80), None)])
    s.put("A%d" % (end + 1), "Légende : cibles votées par le conseil municipal", "note")
    b.never("Légende : cibles votées par le conseil municipal", "Accueil", "Culture", "Cadre de vie")
    for m in b.measures:
        m.absent.append("direction")


@book("fiches deux par deux sur une feuille, libellés à gauche des valeurs", "fr")
def fr_hopital_fiches_deux_par_deux(b):
    s = b.sheet("Fiches")
    s.put("A1", "Centre hospitalier des Deux-Rives", "title")
    cols = [C("N° :", "code"), C("Intitulé de l'indicateur :", "name"), C("Définition :", "description"), C("Mode de calcul :", "formula"), C("Unité :", "unit", {"%": "percent", "Minutes": "duration", "Note": "score", "Nombre": "count"}),
            C("Périodicité :", "frequency", {"Mensuelle": "P1M", "Trimestrielle": "P3M", "Hebdomadaire": "P1W", "Annuelle": "P1Y"}), C("Sens souhaité :", "direction", {"À la hausse": "higher", "À la baisse": "lower"}),
            C("Pilote :", "owner"), C("Source des données :", "source"), C("Valeur initiale 2024 :", "baseline", period="2024"), C("Valeur cible 2026 :", "target", by="2026")]
    cards = [
        ("01", "Patients satisfaits de leur séjour", "Part des patients qui notent leur séjour 8 ou plus.", ("Réponses 8 et plus / Réponses × 100", "a / b * 100"), "%", "Trimestrielle", "À la hausse", "Direction des soins", "Enquête de sortie", P(74), P(80)),
        ("02", "Attente aux urgences", "Minutes entre l'arrivée et le premier médecin.", "Médiane des attentes", "Minutes", "Hebdomadaire", "À la baisse", "Chef des urgences", "Logiciel des urgences", 95, 60),
        ("03", "Lettres de liaison remises le jour même", "Lettres remises au patient à la sortie.", ("Lettres remises divisé par Sorties × 100", "a / b * 100"), "%", "Mensuelle", "À la hausse", "Médecin DIM", "Dossier patient", P(61.5), P(85)),
        ("04", "Qualité des repas", "Note moyenne des repas, de 0 à 10.", ("Somme des notes / Nombre de notes", "a / b"), "Note", "Trimestrielle", "À la hausse", "Cuisine centrale", "Questionnaire repas", 6.1, 7),
        ("05", "Réclamations écrites", "Courriers reçus par la commission des usagers.", None, "Nombre", "Annuelle", "À la baisse", "Relations usagers", "Registre", 142, 110),
        ("06", "Rendez-vous non honorés", "Consultations où le patient n'est pas venu.", ("Absences / Rendez-vous × 100", "a / b * 100"), "%", "Mensuelle", "À la baisse", "Cadre des consultations", "Agenda", P(9.4), P(6))]
    for i in range(0, 6, 2):
        top = 3 + (i // 2) * (len(cols) + 2)
        b.card(s, "A%d" % top, cols, cards[i])
        b.card(s, "D%d" % top, cols, cards[i + 1])


@book("nombres en texte avec virgule et espace fine, k€ et M€, poids en pour cent, ligne de total", "fr")
def fr_banque_keuros(b):
    s = b.sheet("Indicateurs 2026")
    s.put("B2", "Caisse du Val-Noir : pilotage commercial", "title")
    unit = {"k€": ("currency", "EUR", "k€"), "M€": ("currency", "EUR", "M€"), "%": "percent", "pt": "percentagePoints", "€": ("currency", "EUR")}
    t = lambda text, v: X(text, v)
    b.table(s, "B4", [
        C("Réf.", "code"), C("Libellé", "name"), C("Unité", "unit", unit), C("Réalisé 2025", "current", period="2025"), C("Cible 2026", "target", by="2026"), C("Poids (%)", "weight"), C("Porteur", "owner")], [
        ("A-01", "Production de crédits à l'habitat", "M€", t("1\u202f250,5", 1250.5), t("1\u202f400,0", 1400), X(25, 0.25), "Marché des particuliers"),
        ("A-02", "Encours moyen par client", "€", t("18\u202f730,4", 18730.4), t("19\u202f500,0", 19500), X(15, 0.15), "Marché des particuliers"),
        ("A-03", "Part de clients équipés de la carte", "%", t("62,5", 62.5), t("66,0", 66), X(20, 0.2), "Monétique"),
        ("A-04", "Dons collectés pour la fondation", "k€", t("84,2", 84.2), t("95,5", 95.5), X(10, 0.1), "Fondation"),
        ("A-05", "Écart de satisfaction avec le réseau", "pt", t("-3,4", -3.4), t("1,0", 1), X(20, 0.2), "Qualité"),
        ("A-10", "Coût d'un dossier", "€", t("143,7", 143.7), t("130,0", 130), X(10, 0.1), "Organisation"),
        Line("Total", None, None, None, None, X(100, formula="=SUM(G5:G10)"))])


@book("champs en lignes, un indicateur par colonne, avec des intertitres", "fr", title="Indicateurs communs du réseau de tramway")
def fr_tram_transpose(b):
    s = b.sheet("Fiche commune")
    s.put("A1", "Indicateurs communs du réseau de tramway", "title")
    cols = [C("Nom de l'indicateur", "name"), C("Ce que mesure l'indicateur", "description"), C("Formule de calcul", "formula"), C("Unité de mesure", "unit", {"%": "percent", "min": "duration", "Pour 1 000": "rate", "€": ("currency", "EUR")}),
            C("Fréquence de mesure", "frequency", {"Quotidienne": "P1D", "Mensuelle": "P1M", "Trimestrielle": "P3M"}), C("Polarité", "direction", {"↑": "higher", "↓": "lower"}), C("Service responsable", "owner"),
            C("Valeur de référence 2025", "baseline", period="2025"), C("Valeur visée 2026", "target", by="2026"), C("Valeur visée 2027", "target", by="2027")]
    b.across(s, "B3", cols, [
        ("Ponctualité des rames", "Passages à moins de deux minutes de l'horaire.", ("Passages à l'heure / Passages x 100", "a / b * 100"), "%", "Quotidienne", "↑", "Exploitation", P(89), P(92), P(93)),
        ("Attente au centre d'appels", "Minutes avant la réponse d'un agent.", "Médiane des attentes", "min", "Quotidienne", "↓", "Relation voyageurs", 4.5, 3, 2.5),
        ("Réclamations pour 1 000 voyages", "Réclamations de toute nature.", ("Réclamations / Voyages x 1 000", "a / b * 1000"), "Pour 1 000", "Mensuelle", "↓", "Relation voyageurs", 0.8, 0.6, 0.5),
        ("Recette par voyage", "Recette hors taxes par voyage.", ("Recettes / Voyages", "a / b"), "€", "Trimestrielle", "↑", "Finances", 0.92, 0.98, 1.02),
        ("Abonnés qui renouvellent", "Abonnés annuels qui restent.", ("Abonnements renouvelés / Abonnements échus x 100", "a / b * 100"), "%", "Mensuelle", "↑", "Agence commerciale", P(83), P(86), P(87))])


@book("bandeaux en colonne A, rythmes abrégés, bimensuel en doute, ligne de moyenne et notes de bas de page", "fr")
def fr_association_bandeaux(b):
    s = b.sheet("Suivi")
    s.put("A1", "Le Relais des Aînés", "title")
    often = {"Mens.": "P1M", "Trim.": "P3M", "Hebdo": "P1W", "An": "P1Y", "Bimensuel": "P2W", "À la demande": "onDemand"}
    end = b.table(s, "A3", [
        C("Indicateurs", "name"), C("Descriptif", "description"), C("Rythme", "frequency", often), C("Référent", "owner"), C("Moyen de mesure", "method", {"Enquête": "survey", "Comptage manuel": "manual", "Groupe de discussion": "focusGroup", "CRM": "system"}), C("Objectif chiffré", "target")], [
        Band("Ce que disent les bénéficiaires", "kind", "opinion"),
        ("Aînés contents des visites", "Réponses positives à l'enquête.", "Trim.", "Coordinatrice", "Enquête", 90),
        ("Sentiment d'être écouté", "Note moyenne de 1 à 5.", "An", "Coordinatrice", "Groupe de discussion", 4.3),
        Band("Ce que font les bénéficiaires", "kind", "activity"),
        ("Visites à domicile", "Visites faites par les bénévoles.", "Hebdo", "Chef d'équipe", "Comptage manuel", 120),
        ("Ateliers suivis", "Présences aux ateliers.", "Bimensuel", "Animateur", "Comptage manuel", 45),
        ("Bénévoles qui restent un an", "Bénévoles encore présents après douze mois.", "An", "Présidente", "CRM", 75),
        Line("Moyenne", None, None, None, None, X(66.86, fmt="0.0", formula="=AVERAGE(F5:F10)"))])
    s.rows("A%d" % (end + 1), [["Source : carnet de l'association"], ["(1) hors mois d'août"]], "note")
    b.never("Source : carnet de l'association", "(1) hors mois d'août")
    b.finding(s, "C9", "bimensuel: deux fois par mois, souvent écrit pour bimestriel")


@book("une colonne par langue pour noms et descriptions, fr, en, it, codes à zéros", "fr", languages=["fr", "en", "it"], default=None)
def fr_musees_trois_langues(b):
    s = b.sheet("Indicateurs")
    s.put("A1", "Musées de la vallée", "title")
    b.table(s, "A3", [
        C("Code", "code"), C("Nom (FR)", "name", lang="fr"), C("Name (EN)", "name", lang="en"), C("Nome (IT)", "name", lang="it"),
        C("Description (FR)", "description", lang="fr"), C("Description (EN)", "description", lang="en"), C("Descrizione (IT)", "description", lang="it"),
        C("Fréquence", "frequency", {"Mensuel": "P1M", "Trimestriel": "P3M", "Annuel": "P1Y"}), C("Responsable", "owner"), C("Cible 2026", "target", by="2026")], [
        ("001", "Visiteurs ravis", "Delighted visitors", "Visitatori entusiasti", "Note de 5 sur 5 à la sortie.", "Five out of five at the exit.", "Voto 5 su 5 all'uscita.", "Mensuel", "Accueil", P(60)),
        ("002", "Durée de la visite", "Length of a visit", "Durata della visita", "Minutes entre entrée et sortie.", "Minutes from entry to exit.", "Minuti tra entrata e uscita.", "Trimestriel", "Accueil", 75),
        ("003", "Panier à la boutique", "Shop spend", "Spesa al negozio", "Achat moyen par visiteur.", "Mean purchase per visitor.", "Acquisto medio per visitatore.", "Mensuel", "Boutique", 6.4),
        ("010", "Adhérents fidèles", "Loyal members", "Soci fedeli", "Cartes renouvelées.", "Cards renewed.", "Tessere rinnovate.", "Annuel", "Amis du musée", P(72)),
        ("011", "Classes accueillies", "School classes", "Classi accolte", "Classes venues dans l'année.", "Classes that came in the year.", "Classi venute nell'anno.", "Annuel", "Médiation", 340)])


@book("échéances en texte jour-mois-année, objectif en nombres, courriels, comparateurs dans les cibles, sens en toutes lettres", "fr")
def fr_commerce_echeances(b):
    s = b.sheet("Objectifs")
    s.put("A1", "Maison Perrault, 14 boutiques", "title")
    b.table(s, "A4", [
        C("Mesure", "name"), C("Catégorie", "group"), C("Sens", "direction", {"Plus c'est haut, mieux c'est": "higher", "Plus c'est bas, mieux c'est": "lower"}), C("Objectif", "target"), C("Échéance", "by"), C("Responsable", "owner")], [
        ("Panier moyen en boutique", "Vente", "Plus c'est haut, mieux c'est", X("≥ 58 €", 58), X("31/12/2026", "2026-12-31"), "c.perrault@maison.example"),
        ("Clients qui reviennent en 90 jours", "Fidélité", "Plus c'est haut, mieux c'est", X("≥ 35 %", 35), X("30/06/2026", "2026-06-30"), "m.arnaud@maison.example"),
        ("Articles rendus", "Vente", "Plus c'est bas, mieux c'est", X("< 4,5 %", 4.5), X("31/03/2027", "2027-03-31"), "c.perrault@maison.example"),
        ("Attente en caisse", "Service", "Plus c'est bas, mieux c'est", X("≤ 3 min", 3), X("15/09/2026", "2026-09-15"), "l.benali@maison.example"),
        ("Avis en ligne", "Image", "Plus c'est haut, mieux c'est", X("≥ 4,6", 4.6), X("28/02/2027", "2027-02-28"), "m.arnaud@maison.example")])


@book("têtes de colonnes et rythmes abrégés, fautes de frappe, numéros de ligne", "fr")
def fr_pharmacie_abreviations(b):
    s = b.sheet("Suivi 2026")
    b.table(s, "A2", [
        C("N°", "code"), C("Indicateurr", "name"), C("Définiton", "description"), C("Fréq.", "frequency", {"Mens.": "P1M", "Trim.": "P3M", "Ann.": "P1Y", "Hebdo.": "P1W"}), C("Respons.", "owner"), C("Unité", "unit", {"%": "percent", "Nb": "count", "min": "duration", "€": ("currency", "EUR")}), C("Cibl 2026", "target", by="2026")], [
        (X(1, "1"), "Ordonnances servies complètes", "Servies en une fois.", "Hebdo.", "Préparatrice", "%", 94), (X(2, "2"), "Attente au comptoir", "Minutes jusqu'au premier mot.", "Mens.", "Titulaire", "min", 5),
        (X(3, "3"), "Entretiens de suivi", "Entretiens menés dans l'année.", "Ann.", "Adjoint", "Nb", 260), (X(4, "4"), "Panier hors ordonnance", "Achat moyen sans ordonnance.", "Trim.", "Titulaire", "€", 17.5)])


@book("axes stratégiques en bandeaux fusionnés, une colonne vide au milieu, cellules 'à définir'", "fr")
def fr_universite_axes(b):
    s = b.sheet("Pilotage")
    unit = {"%": "percent", "Nb": "count", "Mois": "duration", "Note": "score"}
    cols = [C("N°", "code"), C("Intitulé", "name"), C("Définition", "description"), C("Unité", "unit", unit), C(None, None), C("Valeur initiale", "baseline"), C("Niveau attendu", "target"), C("Pilote", "owner")]
    b.table(s, "B3", cols, [
        Band("Perspective financière", "perspective", "financial", merge=True),
        ("1.10", "Ressources propres", "Part des ressources propres dans le budget.", "%", None, P(23), P(27), "Agent comptable"),
        Band("Perspective clients", "perspective", "customer", merge=True),
        ("2.10", "Diplômés en emploi à 18 mois", "Diplômés qui ont un emploi.", "%", None, P(86.5), P(90), "Observatoire"),
        ("2.20", "Satisfaction des étudiants", "Note moyenne sur 10.", "Note", None, 7.1, 7.6, NONE("à définir")),
        Band("Processus internes", "perspective", "process", merge=True),
        ("3.10", "Délai de recrutement", "Mois entre la publication et l'arrivée.", "Mois", None, 7, 5, "DRH"),
        ("3.20", "Diplômes délivrés dans l'année", "Diplômes imprimés et remis.", "Nb", None, NONE("n.d."), 4100, "Scolarité"),
        Band("Apprentissage et croissance", "perspective", "learning", merge=True),
        ("4.10", "Agents formés", "Agents ayant suivi une formation.", "%", None, P(48), P(60), "DRH")])


# ================================================================== Italian
@book("ambito in celle unite, soglie V G R sotto un titolo comune, decimali in testo con virgola, referente come responsabile", "it", title="Cruscotto dei servizi al cittadino")
def it_comune_unione_verticale(b):
    s = b.sheet("Cruscotto")
    s.put("A1", "Cruscotto dei servizi al cittadino", "title")
    s.merge("A1:J1")
    unit = {"%": "percent", "gg": "duration", "ogni 1.000": "rate", "n.": "count"}
    v = lambda text: X(text, float(text.replace(",", ".")))
    b.table(s, "A3", [
        C("Ambito", "group", vmerge=True), C("Indicatore", "name"), C("U.d.M.", "unit", unit), C("Polarità", "direction", {"Crescente": "higher", "Decrescente": "lower"}), C("Valore di partenza", "baseline"), C("Valore atteso", "target"),
        C(("Soglie", "V"), "green"), C(("Soglie", "G"), "amber"), C(("Soglie", "R"), None), C("Referente", "owner")], [
        ("Anagrafe", "Attesa allo sportello in giorni", "gg", "Decrescente", v("12,5"), v("6,0"), X("≤ 6,0", 6), X("≤ 9,5", 9.5), "> 9,5", "G. Rinaldi"),
        (None, "Certificati chiesti in rete", "%", "Crescente", v("38,4"), v("55,0"), X("≥ 55,0", 55), X("≥ 45,0", 45), "< 45,0", "G. Rinaldi"),
        ("Ambiente", "Raccolta differenziata", "%", "Crescente", v("61,2"), v("68,5"), X("≥ 68,5", 68.5), X("≥ 63,0", 63), "< 63,0", "L. Ferraris"),
        (None, "Segnalazioni ogni 1.000 abitanti", "ogni 1.000", "Decrescente", v("9,7"), v("7,5"), X("≤ 7,5", 7.5), X("≤ 9,0", 9), "> 9,0", "L. Ferraris"),
        ("Scuola", "Famiglie soddisfatte della mensa", "%", "Crescente", v("71,8"), v("78,0"), X("≥ 78,0", 78), X("≥ 72,0", 72), "< 72,0", "P. Gallo"),
        (None, "Bambini in lista d'attesa al nido", "n.", "Decrescente", v("143,0"), v("90,0"), X("≤ 90,0", 90), X("≤ 120,0", 120), "> 120,0", "P. Gallo")])
    b.never("Anagrafe", "Ambiente", "Scuola")


@book("intestazione alla riga 12 sotto legenda e istruzioni, formule con 'diviso' e migliaia col punto, mln €", "it")
def it_ospedale_riga12(b):
    s = b.sheet("Indicatori di percorso")
    s.put("A1", "Azienda ospedaliera San Biagio", "title")
    s.rows("A3", [["Istruzioni"], ["Compilare una riga per ogni indicatore."], ["Non cambiare le colonne."]])
    s.rows("A7", [["Legenda"], ["PS", "pronto soccorso"], ["DH", "day hospital"], ["SDO", "scheda di dimissione"]])
    b.never("Istruzioni", "Legenda", "PS", "DH", "SDO", "Compilare una riga per ogni indicatore.")
    unit = {"%": "percent", "min": "duration", "ogni 1.000": "rate", "mln €": ("currency", "EUR", "mln €"), "gg": "duration"}
    b.table(s, "A12", [
        C("Cod.", "code"), C("Denominazione", "name"), C("Cosa misura", "description"), C("Modalità di calcolo", "formula"), C("UM", "unit", unit), C("Periodicità", "frequency", {"Mensile": "P1M", "Trimestrale": "P3M", "Quadrimestrale": "P4M", "Annuale": "P1Y", "Settimanale": "P1W"}),
        C("Fonte informativa", "source"), C("Responsabile", "owner"), C("Risultato atteso", "target")], [
        ("O.01", "Visite entro novanta minuti", "Accessi al pronto soccorso visti entro novanta minuti.", ("Accessi visti in tempo diviso Accessi × 100", "a / b * 100"), "%", "Settimanale", "Sistema PS", "Primario PS", 80),
        ("O.02", "Cadute ogni 1.000 giornate", "Cadute dei ricoverati.", ("Cadute / Giornate di degenza x 1.000", "a / b * 1000"), "ogni 1.000", "Trimestrale", "Segnalazioni interne", "Rischio clinico", 1.8),
        ("O.03", "Attesa per la mammografia", "Giorni fra prenotazione ed esame.", "Mediana dei giorni", "gg", "Mensile", "CUP", "Radiologia", 25),
        ("O.04", "Pazienti che ci consiglierebbero", "Promotori meno detrattori.", ("(Promotori - Detrattori) / Rispondenti x 100", "(a - b) / c * 100"), S("punti"), "Annuale", "Questionario", "Qualità", 40),
        ("O.05", "Spesa per farmaci", "Spesa dell'anno, al netto dei rimborsi.", ("Spesa lorda - Rimborsi", "a - b"), "mln €", "Quadrimestrale", "Contabilità", "Farmacia", 12.4),
        ("O.06", "Referti consegnati in tempo", "Referti pronti entro la data promessa.", ("Referti in tempo / Referti x 100", "a / b * 100"), "%", "Mensile", "Laboratorio", "Laboratorio", 97)])


@book("anni come titoli uniti su coppie ripetute Target e Consuntivo", "it")
def it_banca_target_consuntivo(b):
    s = b.sheet("Obiettivi")
    s.put("A1", "Banca Alta Valle", "title")
    p = P
    b.table(s, "A3", [
        C("Indicatore", "name"), C("Responsabile", "owner"), C("Peso", "weight", fmt="0%"), C((2024, "Target"), "target", by="2024"), C((2024, "Consuntivo"), None), C((2025, "Target"), "target", by="2025"), C((2025, "Consuntivo"), None), C((2026, "Target"), "target", by="2026")], [
        ("Clienti attivi sull'app", "Canali digitali", 0.25, p(40), S(0.418, "0.0%"), p(48), S(0.471, "0.0%"), p(55)),
        ("Conti chiusi dai clienti", "Rete filiali", 0.2, p(6), S(0.064, "0.0%"), p(5.5), S(0.058, "0.0%"), p(5)),
        ("Giorni per un mutuo", "Crediti", 0.2, 30, S(34), 27, S(28), 24),
        ("Raccomandazione netta", "Marketing", 0.15, 20, S(17), 24, S(25), 28),
        ("Reclami accolti", "Legale", 0.2, 60, S(72), 50, S(55), 40)])


@book("tre tabelle una sotto l'altra con colonne in ordine diverso, totali e medie calcolati, note", "it", title="Misure di stabilimento")
def it_fabbrica_tre_tabelle(b):
    s = b.sheet("Stabilimento")
    s.put("A1", "Misure di stabilimento", "title")
    unit = {"%": "percent", "Ore": "duration", "N.": "count", "€": ("currency", "EUR")}
    often = {"Giornaliera": "P1D", "Settimanale": "P1W", "Mensile": "P1M", "Trimestrale": "P3M"}
    s.put("A3", "Produzione", "band")
    end = b.table(s, "A4", [C("Nome indicatore", "name"), C("Unità di misura", "unit", unit), C("Frequenza", "frequency", often), C("Target", "target")], [
        ("Rendimento globale impianti", "%", "Giornaliera", P(82)), ("Ore di fermo linea", "Ore", "Giornaliera", 6), ("Pezzi scartati", "%", "Giornaliera", P(1.5)),
        Line("Media", None, None, X(2.278, formula="=AVERAGE(D5:D7)"))], group="Produzione")
    s.put("A%d" % (end + 1), "Clienti", "band")
    top = end + 2
    end = b.table(s, "A%d" % top, [C("Target", "target"), C("Nome indicatore", "name"), C("Responsabile", "owner"), C("Unità di misura", "unit", unit)], [
        (P(97), "Ordini consegnati alla data promessa", "Logistica", "%"), (25, "Resi per difetto", "Qualità", "N."), (36, "Ore per rispondere a un reclamo", "Assistenza", "Ore")], group="Clienti")
    s.put("A%d" % (end + 1), "Energia", "band")
    top = end + 2
    end = b.table(s, "A%d" % top, [C("Nome indicatore", "name"), C("Frequenza", "frequency", often), C("Unità di misura", "unit", unit), C("Valore di partenza", "baseline"), C("Target", "target")], [
        ("Costo energia per tonnellata", "Mensile", "€", 61.5, 55), ("Energia da fonte propria", "Trimestrale", "%", P(18), P(30)),
        Line("Totale", None, None, None, X(55.3, formula="=SUM(E18:E19)"))], group="Energia")
    s.put("A%d" % (end + 2), "Fonte: controllo di gestione, dati provvisori", "note")
    b.never("Produzione", "Clienti", "Energia", "Fonte: controllo di gestione, dati provvisori")


@book("una scheda per foglio, domanda chiave e metodo, un obiettivo come intervallo, fogli di copertina e di elenchi", "it")
def it_ateneo_schede(b):
    s = b.sheet("Copertina")
    s.rows("B4", [["Ateneo di Valdarno"], ["Schede degli indicatori"], ["Ufficio statistico"]], "title")
    cols = [C("Codice indicatore", "code"), C("Denominazione", "name"), C("Domanda chiave", "question"), C("Definizione", "description"), C("Formula di calcolo", "formula"), C("Unità di misura", "unit"), C("Frequenza di rilevazione", "frequency", {"Annuale": "P1Y", "Semestrale": "P6M", "Mensile": "P1M", "Ogni due anni": "P2Y"}),
            C("Direzione desiderata", "direction", {"Aumentare": "higher", "Diminuire": "lower", "Mantenere": "range"}), C("Fonte dei dati", "source"), C("Metodo di rilevazione", "method", {"Questionario": "survey", "Dati gestionali": "system"}), C("Ufficio responsabile", "owner"),
            C("Valore iniziale (2024)", "baseline", period="2024"), C("Valore obiettivo (2026)", "target", by="2026"), C("Limiti", None), C("Osservazioni", "notes")]
    pc, vo, mesi, rap = X("Percentuale", "percent"), X("Voto", "score"), X("Mesi", "duration"), X("Rapporto", "ratio")
    cards = [
        ("AT-01", "Studenti soddisfatti dei corsi", "Gli studenti apprezzano i corsi?", "Risposte positive alla domanda generale.", ("Risposte positive / Risposte x 100", "a / b * 100"), pc, "Semestrale", "Aumentare", "Valutazione della didattica", "Questionario", "Presidio qualità", P(82), P(86), "Chi lascia il corso non risponde.", None),
        ("AT-02", "Laureati in corso", "Quanti finiscono in tempo?", "Laureati entro la durata normale.", ("Laureati in corso / Laureati x 100", "a / b * 100"), pc, "Annuale", "Aumentare", "Segreterie", "Dati gestionali", "Didattica", P(54.5), P(60), None, "Esclusi i corsi a esaurimento"),
        ("AT-03", "Mesi per il primo impiego", "Quanto aspetta chi si laurea?", "Mesi fra laurea e primo contratto.", "Mediana dei mesi", mesi, "Ogni due anni", "Diminuire", "Indagine sugli occupati", "Questionario", "Orientamento", 5.5, 4, None, None),
        ("AT-04", "Studenti per docente", "Le classi sono della misura giusta?", "Iscritti regolari per docente di ruolo.", ("Iscritti / Docenti", "a / b"), rap, "Annuale", "Mantenere", "Segreterie", "Dati gestionali", "Programmazione", 24.1, X("20-24", [20, 24]), None, "Solo sede centrale"),
        ("AT-05", "Voto ai servizi di biblioteca", "La biblioteca serve bene?", "Voto medio da 1 a 10.", ("Somma dei voti / Numero dei voti", "a / b"), vo, "Annuale", "Aumentare", "Sondaggio di primavera", "Questionario", "Biblioteche", 7.4, 8, None, None)]
    for values in cards:
        s = b.sheet("Scheda " + values[0])
        s.put("A1", "Scheda indicatore", "title")
        b.card(s, "A3", cols, values)
        s.widths = {"A": 26, "B": 70}
    s = b.sheet("Elenchi")
    s.rows("A1", [["Frequenza", "Direzione"], ["Mensile", "Aumentare"], ["Semestrale", "Diminuire"], ["Annuale", "Mantenere"]])
    b.never("Scheda indicatore", "Mensile", "Schede degli indicatori")


@book("intestazioni in due lingue su due righe della stessa cella, contenuto in italiano, date come celle", "it")
def it_trasporti_intestazioni_doppie(b):
    s = b.sheet("KPI")
    s.put("A1", "Linee Lacustri", "title")
    b.table(s, "A3", [
        C("Codice\nCode", "code"), C("Indicatore\nIndicator", "name"), C("Definizione\nDefinition", "description"), C("Unità\nUnit", "unit", {"%": "percent", "min": "duration", "€": ("currency", "EUR"), "n.": "count"}),
        C("Frequenza\nFrequency", "frequency", {"Giornaliera": "P1D", "Mensile": "P1M", "Bimestrale": "P2M", "Annuale": "P1Y"}), C("Responsabile\nOwner", "owner"), C("Valore obiettivo\nTarget", "target"), C("Scadenza\nDue date", "by", fmt="dd/mm/yyyy")], [
        ("L1", "Corse puntuali", "Partenze entro cinque minuti.", "%", "Giornaliera", "Esercizio", P(94), X(day(2026, 12, 31), "2026-12-31")),
        ("L2", "Coda in biglietteria", "Minuti di attesa media.", "min", "Mensile", "Biglietterie", 5, X(day(2026, 6, 15), "2026-06-15")),
        ("L3", "Incasso per passeggero", "Incasso netto per passeggero.", "€", "Mensile", "Amministrazione", 4.3, X(day(2026, 12, 31), "2026-12-31")),
        ("L4", "Biciclette trasportate", "Biciclette imbarcate.", "n.", "Bimestrale", "Esercizio", 18000, X(day(2026, 9, 30), "2026-09-30")),
        ("L5", "Turisti che tornano", "Clienti con due viaggi in due anni.", "%", "Annuale", "Marketing", P(28), X(day(2027, 1, 31), "2027-01-31"))])


@book("obiettivi trimestrali sotto un titolo unito con l'anno, testo del rigo su due righe nella cella", "it")
def it_assicurazione_trimestri(b):
    s = b.sheet("Trimestri")
    s.put("A1", "Mutua Laguna", "title")
    q = ["I trim.", "II trim.", "III trim.", "IV trim."]
    b.table(s, "A3", [C("Indicatore", "name"), C("Descrizione", "description"), C("Responsabile", "owner")] + [C(("Obiettivi 2026", x), "target", by="2026") for x in q], [
        ("Polizze rinnovate", "Polizze in scadenza\nche sono state rinnovate.", "Rete agenti", P(86), P(87), P(88), P(90)), ("Sinistri chiusi in trenta giorni", "Sinistri semplici.", "Sinistri", P(70), P(72), P(75), P(78)),
        ("Nuovi soci", "Soci entrati nel trimestre.", "Marketing", 420, 380, 350, 500), ("Reclami", "Reclami scritti ricevuti.", "Qualità", 60, 55, 50, 45)])


@book("obiettivi in testo che si leggono in due modi (1.234)", "it")
def it_numeri_ambigui(b):
    s = b.sheet("Negozi")
    b.table(s, "A1", [C("Indicatore", "name"), C("Unità di misura", "unit", {"Numero": "count", "€": ("currency", "EUR")}), C("Referente", "owner"), C("Frequenza", "frequency", {"Mensile": "P1M", "Settimanale": "P1W"}), C("Target", None)], [
        ("Scontrini per negozio", "Numero", "Bianchi", "Settimanale", "1.250"), ("Nuove tessere fedeltà", "Numero", "Costa", "Mensile", "2.400"), ("Buoni regalo usati", "€", "Costa", "Mensile", "3.125"), ("Visite al sito", "Numero", "Moretti", "Settimanale", "8.750")])
    b.finding(s, ["E%d" % r for r in range(1, 6)], "migliaia o decimali: due letture")


# ================================================================== German
@book("ein Blatt je Perspektive, Deckblatt, Änderungen und ausgeblendete Listen, Kopfzeile in Zeile 5", "de")
def de_stadtwerke_blatt_je_perspektive(b):
    s = b.sheet("Deckblatt")
    s.rows("B2", [["Stadtwerke Eichenau"], ["Kennzahlenbuch"], [None], ["Stand", day(2026, 1, 8)], ["Verfasser", "Unternehmenssteuerung"]], "title")
    unit = {"%": "percent", "T€": ("currency", "EUR", "T€"), "Anzahl": "count", "Std.": "duration", "Min.": "duration", "Note": "score", "Tage": "duration"}
    often = {"Jährlich": "P1Y", "Monatlich": "P1M", "Vierteljährlich": "P3M", "Täglich": "P1D", "Halbjährlich": "P6M"}
    cols = [C("KPI-Nr.", "code"), C("Bezeichnung", "name"), C("Erläuterung", "description"), C("Einheit", "unit", unit), C("Turnus", "frequency", often), C("Zuständig", "owner"), C("Zielwert 2026", "target", by="2026")]
    data = {
        "Finanzen": ("financial", [("F-01", "Erlös je Zähler", "Umsatz geteilt durch aktive Zähler.", "T€", "Jährlich", "Kaufmännische Leitung", 1.4), ("F-02", "Forderungsausfall", "Ausgefallene Forderungen am Umsatz.", "%", "Vierteljährlich", "Buchhaltung", P(0.8))]),
        "Kunden": ("customer", [("K-01", "Zufriedenheit mit dem Kundenbüro", "Schulnote, 1 ist die beste.", "Note", "Halbjährlich", "Kundenservice", 1.9), ("K-02", "Wechselquote Strom", "Kunden, die den Anbieter wechseln.", "%", "Monatlich", "Vertrieb", P(6.5)), ("K-03", "Erreichbarkeit am Telefon", "Anrufe, die angenommen wurden.", "%", "Täglich", "Kundenservice", P(92))]),
        "Prozesse": ("process", [("P-01", "Dauer eines Hausanschlusses", "Tage vom Antrag bis zum Anschluss.", "Tage", "Monatlich", "Netzbau", 35), ("P-02", "Ausfallzeit je Kunde", "Minuten ohne Strom im Jahr.", "Min.", "Jährlich", "Netzbetrieb", 11)]),
        "Mitarbeiter": ("learning", [("M-01", "Weiterbildung je Kopf", "Stunden im Jahr.", "Std.", "Jährlich", "Personal", 24), ("M-02", "Bewerbungen je Stelle", "Eingegangene Bewerbungen.", "Anzahl", "Vierteljährlich", "Personal", 18)])}
    for name, (perspective, rows) in data.items():
        s = b.sheet(name)
        s.put("A1", "Stadtwerke Eichenau", "title")
        s.put("A3", "Alle Werte ohne Tochtergesellschaften", "note")
        b.table(s, "A5", cols, rows, perspective=perspective)
    s = b.sheet("Änderungen")
    s.rows("A1", [["Datum", "Wer", "Was"], [day(2025, 9, 1), "Steuerung", "F-03 gestrichen"], [day(2026, 1, 8), "Steuerung", "Zielwerte 2026"]])
    s = b.sheet("Listen", "hidden")
    s.rows("A1", [["Einheit", "Turnus"], ["%", "Monatlich"], ["T€", "Jährlich"], ["Anzahl", "Täglich"]])
    b.never("Verfasser", "Stand", "F-03 gestrichen", "%", "T€", "Alle Werte ohne Tochtergesellschaften")


@book("Zeiten als Excel-Dauer, Text mit Einheit und Zahl, fehlende Werte und Fehlerzellen", "de")
def de_klinik_zeiten(b):
    s = b.sheet("Zeiten")
    s.put("A1", "Klinikum Lindau, Servicezeiten", "title")
    b.table(s, "A3", [
        C("Kennzahl", "name"), C("Maßeinheit", "unit", {"Stunden": "duration", "Minuten": "duration", "Tage": "duration"}), C("Istwert", "current"), C("Sollwert", "target"), C("Verantwortlich", "owner"), C("Bemerkungen", "notes")], [
        ("Verweildauer in der Notaufnahme", "Stunden", X(0.1875, 4.5, "[h]:mm"), X(0.125, 3, "[h]:mm"), "Chefarzt Notaufnahme", None),
        ("Dauer bis zum Entlassbrief", "Stunden", X(1.5, 36, "[h]:mm"), X(1, 24, "[h]:mm"), "Stationsleitung", "über 24 Stunden möglich"),
        ("Wartezeit auf das Röntgen", "Minuten", X("45 min", 45), X("30 min", 30), "Radiologie", None),
        ("Antwort auf Beschwerden", "Tage", X("12 Tage", 12), X("7 Tage", 7), NONE("k. A."), None),
        ("Vorlauf für Termine", "Tage", NONE("#N/A", formula="=NA()"), 14, "Ambulanz", "noch keine Erhebung"),
        ("Wechselzeit im OP", "Minuten", NONE("#VALUE!", formula='=1*"x"'), 25, "OP-Manager", None)])
    b.finding(s, "C9", "error cell")


@book("Beträge als Text mit Punkt und Komma, T€ und Mio. €, Gewicht in Prozent, Zwischensumme und Summe", "de")
def de_sparkasse_tausender(b):
    s = b.sheet("Vertriebsziele")
    s.put("B1", "Sparkasse Oberfeld", "title")
    n = lambda text, v: X(text, v)
    unit = {"T€": ("currency", "EUR", "T€"), "Mio. €": ("currency", "EUR", "Mio. €"), "%": "percent", "Stück": "count", "€": ("currency", "EUR")}
    b.table(s, "B3", [
        C("Kürzel", "code"), C("Kennzahl", "name"), C("Einheit", "unit", unit), C("Ausgangswert 2025", "baseline", period="2025"), C("Planwert 2026", "target", by="2026"), C("Gewichtung", "weight"), C("Verantwortung", "owner")], [
        ("PK1", "Neugeschäft Baufinanzierung", "Mio. €", n("1.250,5", 1250.5), n("1.310,0", 1310), X("30 %", 0.3), "Privatkunden"),
        ("PK2", "Einlagen je Kunde", "€", n("14.820,75", 14820.75), n("15.500,00", 15500), X("20 %", 0.2), "Privatkunden"),
        ("PK3", "Nutzung der App", "%", n("48,5", 48.5), n("55,0", 55), X("10 %", 0.1), "Digitales"),
        Line(None, "Zwischensumme", None, None, None, X(0.6, fmt="0%", formula="=0.3+0.2+0.1")),
        ("FK1", "Provisionen aus Beratung", "T€", n("2.310,0", 2310), n("2.600,0", 2600), X("25 %", 0.25), "Firmenkunden"),
        ("FK2", "Verträge ohne Beschwerde", "Stück", n("10.450,0", 10450), n("11.000,0", 11000), X("15 %", 0.15), "Firmenkunden"),
        Line(None, "Summe", None, None, None, X(1, fmt="0%", formula="=0.6+0.25+0.15"))])


@book("intelligente Tabelle mit Filter und verborgenen Zeilen, zweite Tabelle ohne Kennzahlen auf demselben Blatt", "de")
def de_hochschule_tabelle(b):
    s = b.sheet("Kennzahlen")
    cols = [C("Nr.", "code"), C("Kennzahl", "name"), C("Leitfrage", "question"), C("Bereich", "group"), C("Erhebungsmethode", "method", {"Umfrage": "survey", "Systemdaten": "system", "Zählung": "manual"}),
            C("Datenquelle", "source"), C("Richtung", "direction", {"Maximieren": "higher", "Minimieren": "lower"}), C("Zielwert", "target"), C("Schlagwörter", "tags")]
    t = lambda *w: X(", ".join(w), list(w))
    end = b.table(s, "A3", cols, [
        ("01", "Zufriedenheit mit der Betreuung", "Fühlen sich Studierende gut betreut?", "Lehre", "Umfrage", "Absolventenbefragung", "Maximieren", P(80), t("Studium", "Umfrage")),
        ("02", "Abbruch im ersten Jahr", "Wie viele gehen früh?", "Lehre", "Systemdaten", "Studierendenverwaltung", "Minimieren", P(18), t("Studium")),
        ("03", "Gäste am Tag der offenen Tür", "Kommen die Leute?", "Öffentlichkeit", "Zählung", "Einlass", "Maximieren", 2500, t("Werbung", "Schulen")),
        ("04", "Drittmittel je Professur", "Sind wir gefragt?", "Forschung", "Systemdaten", "Haushalt", "Maximieren", 95000, t("Geld", "Forschung")),
        ("05", "Bearbeitung eines Antrags in Tagen", "Wie lange warten Antragsteller?", "Verwaltung", "Systemdaten", "Prüfungsamt", "Minimieren", 10, t("Service")),
        ("06", "Öffnungsstunden der Bibliothek", "Haben wir auf, wenn man uns braucht?", "Verwaltung", "Zählung", "Aushang", "Maximieren", 84, t("Service", "Studium"))])
    s.tables.append(("A3:I%d" % (end - 1), {"name": "Kennzahlen_1", "columns": [{"header": c.header} for c in cols]}))
    s.hidden_rows = [6, 7]
    s.rows("L3", [["Bereich", "Farbe"], ["Lehre", "blau"], ["Forschung", "rot"], ["Verwaltung", "grau"], ["Öffentlichkeit", "grün"]])
    s.tables.append(("L3:M7", {"name": "Farben", "columns": [{"header": "Bereich"}, {"header": "Farbe"}]}))
    b.never("Lehre", "Forschung", "Verwaltung", "Öffentlichkeit", "blau")


@book("Steckbriefe untereinander auf einem Blatt, Werte in verbundenen Zellen, leere Felder", "de")
def de_verein_steckbriefe(b):
    s = b.sheet("Steckbriefe")
    s.put("A1", "Sportverein Grün-Gold, Kennzahlen-Steckbriefe", "title")
    cols = [C("Kennzahlen-ID", "code"), C("Name der Kennzahl", "name"), C("Was wird gemessen", "description"), C("Berechnungsformel", "formula"), C("Messeinheit", "unit", {"%": "percent", "Anzahl": "count", "Punkte": "score", "€": ("currency", "EUR")}),
            C("Zielrichtung", "direction", {"Höher ist besser": "higher", "Niedriger ist besser": "lower"}), C("Messrhythmus", "frequency", {"Monatlich": "P1M", "Jährlich": "P1Y", "Vierteljährlich": "P3M"}), C("Verantwortliche Stelle", "owner"),
            C("Ist 2025", "current", period="2025"), C("Soll 2026", "target", by="2026"), C("Anmerkungen", "notes")]
    cards = [
        ("S-001", "Mitglieder, die bleiben", "Mitglieder vom Jahresanfang, die am Ende noch da sind.", ("Gebliebene Mitglieder geteilt durch Mitglieder am Anfang × 100", "a / b * 100"), "%", "Höher ist besser", "Jährlich", "Geschäftsstelle", X("91,5 %", 91.5), X("93 %", 93), None),
        ("S-002", "Neue Kinder im Turnen", "Anmeldungen unter zehn Jahren.", "Zahl der Anmeldungen", "Anzahl", "Höher ist besser", "Vierteljährlich", "Turnabteilung", 34, 45, "ohne Ferienkurse"),
        ("S-003", "Weiterempfehlung", "Befürworter minus Kritiker.", ("(Befürworter - Kritiker) / Befragte × 100", "(a - b) / c * 100"), "Punkte", "Höher ist besser", "Jährlich", "Vorstand", 41, 50, None),
        ("S-004", "Ausgefallene Stunden", "Stunden, die nicht stattfanden.", ("Ausgefallene Stunden / Geplante Stunden × 100", "a / b * 100"), "%", "Niedriger ist besser", "Monatlich", "Sportwart", X("7 %", 7), X("4 %", 4), None),
        ("S-005", "Spende je Spender", "Mittlere Spende im Jahr.", ("Spenden / Spender", "a / b"), "€", "Höher ist besser", "Jährlich", "Kassenwart", X("62,50 €", 62.5), X("70,00 €", 70), "ohne Sachspenden")]
    r = 3
    for values in cards:
        r = b.card(s, "A%d" % r, cols, values) + 1
        for i in range(r - 1 - len(cols), r - 1):
            s.merge("B%d:E%d" % (i, i))


@book("Tippfehler in den Köpfen, ISO-Daten als Text, Kürzel für Turnus und Richtung", "de")
def de_logistik_tippfehler(b):
    s = b.sheet("Lager")
    s.put("A2", "Spedition Nordwind", "title")
    b.table(s, "A4", [
        C("Kennzal", "name"), C("Beschreibng", "description"), C("Einhiet", None), C("Häufgkeit", "frequency", {"mtl.": "P1M", "p. a.": "P1Y", "Quartal": "P3M", "Woche": "P1W"}), C("Richtung", "direction", {"↑": "higher", "↓": "lower"}), C("Zielwrt", "target"), C("Zieldatm", "by"), C("Verantworlich", "owner")], [
        ("Sendungen ohne Schaden", "Anteil unbeschädigter Sendungen.", "%", "mtl.", "↑", P(99.5), X("2026-12-31", "2026-12-31"), "Lagerleitung"), ("Standzeit an der Rampe", "Minuten je Fahrzeug.", "min", "Woche", "↓", 35, X("2026-06-30", "2026-06-30"), "Disposition"),
        ("Leerfahrten", "Kilometer ohne Ladung.", "%", "Quartal", "↓", P(14), X("2027-03-31", "2027-03-31"), "Disposition"), ("Fahrer, die bleiben", "Fahrer nach einem Jahr noch da.", "%", "p. a.", "↑", P(85), X("2026-12-31", "2026-12-31"), "Personal")])


@book("Ampelregeln in einer Zelle auf Deutsch, Zielbereiche mit von und bis", "de")
def de_handel_ampelregeln(b):
    s = b.sheet("Ampel")
    b.table(s, "A2", [
        C("Kennzahl", "name"), C("Optimierungsrichtung", "direction", {"Steigend": "higher", "Sinkend": "lower", "Zielbereich": "range"}), C("Einheit", "unit", {"%": "percent", "Tage": "duration", "Minuten": "duration", "€": ("currency", "EUR")}), C("Sollwert", "target"), C("Ampelregeln", "rag")], [
        ("Lieferfähigkeit", "Steigend", "%", 97, X("grün ≥ 96; gelb 92-96; rot < 92", [96, 92])),
        ("Rücksendungen", "Sinkend", "%", 9, X("Grün: ≤ 10 / Gelb: 10–14 / Rot: > 14", [10, 14])),
        ("Wartezeit an der Kasse", "Sinkend", "Minuten", 3, X("grün ≤ 3,5; gelb 3,5-6; rot > 6", [3.5, 6])),
        ("Lagerreichweite", "Zielbereich", "Tage", X("20–25", [20, 25]), None),
        ("Temperaturreserve im Kühlregal", "Zielbereich", "%", X("10 bis 15", [10, 15]), None),
        ("Bon je Kunde", "Steigend", "€", 27.5, X("rot < 24, gelb 24-26,5, grün > 26,5", [26.5, 24]))])


@book("Formeln ohne gespeicherte Werte: Zielwert unbekannt, gemeldet", "de", producer="openpyxl")
def de_formeln_ohne_werte(b):
    s = b.sheet("Planung")
    s.put("A1", "Brauerei Sonnenhof", "title")
    b.table(s, "A3", [C("Kennzahl", "name"), C("Einheit", "unit", {"%": "percent", "Anzahl": "count"}), C("Vorjahreswert", "baseline"), C("Zielwert", "target"), C("Verantwortlich", "owner")], [
        ("Stammgäste im Biergarten", "Anzahl", 1400, X(None, ABSENT, formula="=C4*1.1"), "Wirt"),
        ("Beanstandete Fässer", "%", P(1.2), P(0.8), "Braumeister"),
        ("Führungen ausgebucht", "%", P(64), X(None, ABSENT, "0%", "=C6+0.06"), "Besucherzentrum"),
        ("Wirte, die wieder bestellen", "%", P(88), P(91), "Vertrieb")])
    b.finding(s, "D4", "formula without a cached value")
    b.finding(s, "D6", "formula without a cached value")


@book("zwei Tabellen nebeneinander mit gleichen Köpfen, Codes mit führenden Nullen als Text, Währung nur aus dem Zellformat", "de")
def de_software_nebeneinander(b):
    s = b.sheet("Kennzahlen")
    s.put("A1", "Datenwerk GmbH", "title")
    cols = [C("Code", "code"), C("Messgröße", "name"), C("Soll", "target"), C("Team", None), C("Aktualisierung", "frequency", {"Laufend": "continuous", "Wöchentlich": "P1W", "Monatlich": "P1M"})]
    b.table(s, "A3", cols, [
        ("0001", "Tickets binnen vier Stunden beantwortet", P(90), "Support", "Laufend"), ("0002", "Offene Fehler älter als 30 Tage", 25, "Entwicklung", "Wöchentlich"), ("0003", "Verfügbarkeit der Plattform", P(99.9), "Betrieb", "Laufend")])
    b.table(s, "G3", cols, [
        ("0101", "Angebote, die zum Auftrag werden", P(31), "Vertrieb", "Monatlich"), ("0102", "Mittlerer Auftrag", X(18500, 18500, '#,##0\\ "€"'), "Vertrieb", "Monatlich"), ("0103", "Verlängerte Verträge", P(87), "Kundenerfolg", "Monatlich"), ("0104", "Kosten je Neukunde", X(940, 940, '#,##0\\ "€"'), "Marketing", "Monatlich")])
    for m in b.measures:
        if m.fields["code"] in ("0102", "0104"):
            m.fields.update({"unit.kind": "currency", "unit.currency": "EUR"})


# ================================================================== Spanish
@book("Objetivo como frase y Meta como número, metas por año bajo un título unido, leyenda debajo", "es", title="Plan de metas municipales")
def es_ayuntamiento_metas_anuales(b):
    s = b.sheet("Metas")
    s.put("A1", "Plan de metas municipales", "title")
    s.merge("A1:I1")
    unit = {"%": "percent", "Días": "duration", "Número": "count", "Por 1.000": "rate"}
    end = b.table(s, "A4", [
        C("Objetivo", None, fill=True), C("Indicador", "name"), C("Unidad de medida", "unit", unit), C("Sentido", "direction", {"Ascendente": "higher", "Descendente": "lower"}), C("Línea de base", "baseline"),
        C(("Metas", "2025"), "target", by="2025"), C(("Metas", "2026"), "target", by="2026"), C(("Metas", "2027"), "target", by="2027"), C("Área responsable", "owner")], [
        ("Que los vecinos esperen menos", "Días para una licencia de obra", "Días", "Descendente", 62, 55, 45, 40, "Urbanismo"),
        (None, "Citas atendidas en hora", "%", "Ascendente", P(71), P(75), P(80), P(85), "Atención ciudadana"),
        ("Que la ciudad esté limpia", "Avisos por cada 1.000 vecinos", "Por 1.000", "Descendente", 14.2, 12, 10.5, 9, "Limpieza"),
        (None, "Vecinos contentos con la limpieza", "%", "Ascendente", P(58), P(62), P(66), P(70), "Limpieza"),
        ("Que los jóvenes se queden", "Jóvenes en cursos municipales", "Número", "Ascendente", 830, 900, 1000, 1100, "Juventud")])
    s.rows("A%d" % (end + 1), [["Leyenda: las metas son las del plan 2025-2027"], ["Fuente: Oficina de datos"]], "note")
    b.never("Leyenda: las metas son las del plan 2025-2027", "Fuente: Oficina de datos", "Que los vecinos esperen menos")


@book("una fila por idioma: cada indicador en tres filas, es, fr, en, con el mismo código", "es", languages=["es", "fr", "en"], default=None)
def es_hospital_fila_por_idioma(b):
    s = b.sheet("Indicadores")
    cols = ["Código", "Idioma", "Indicador", "Definición", "Unidad", "Frecuencia", "Responsable", "Meta 2026"]
    s.rows("A2", [cols], "head")
    data = [
        ("H-01", "percent", "P3M", "Calidad", P(85), ("%", "Trimestral", "Calidad"),
         {"es": ("Pacientes satisfechos", "Respuestas de 8 o más."), "fr": ("Patients satisfaits", "Réponses de 8 ou plus."), "en": ("Satisfied patients", "Answers of 8 or more.")}),
        ("H-02", "duration", "P1W", "Urgencias", 40, ("Minutos", "Semanal", "Urgencias"),
         {"es": ("Espera en urgencias", "Minutos hasta el médico."), "fr": ("Attente aux urgences", "Minutes jusqu'au médecin."), "en": ("Emergency wait", "Minutes until the doctor.")}),
        ("H-03", "percent", "P1M", "Admisión", P(96), ("%", "Mensual", "Admisión"),
         {"es": ("Citas confirmadas", "Citas confirmadas por el paciente."), "fr": ("Rendez-vous confirmés", "Rendez-vous confirmés par le patient."), "en": ("Confirmed appointments", "Appointments the patient confirmed.")}),
        ("H-04", "count", "P1Y", "Dirección", 60, ("Número", "Anual", "Dirección"),
         {"es": ("Quejas escritas", "Quejas recibidas en el año."), "fr": ("Plaintes écrites", "Plaintes reçues dans l'année."), "en": ("Written complaints", "Complaints received in the year.")})]
    r = 3
    for code, kind, often, owner, target, (u, f, o), texts in data:
        m = Measure(b, s, r, {"code": code, "name": {k: v[0] for k, v in texts.items()}, "description": {k: v[1] for k, v in texts.items()}, "unit.kind": kind, "frequency": often, "owner": owner, "targets": [{"value": target.want if isinstance(target, X) else target, "by": "2026"}]})
        m.cells = {"code": "A%d" % r, "name": "C%d" % r, "description": "D%d" % r, "unit": "E%d" % r, "frequency": "F%d" % r, "owner": "G%d" % r, "targets": "H%d" % r}
        for lang, (name, text) in texts.items():
            s.rows("A%d" % r, [[code, lang.upper(), name, text, u, f, o, target]])
            r += 1
        b.measures.append(m)


@book("miles de €, M€ y dólares, decimales con coma en texto, 'dividido entre', pesos y suma", "es", title="Banco del Litoral: indicadores comerciales")
def es_banco_monedas(b):
    s = b.sheet("Comercial")
    s.put("B2", "Banco del Litoral: indicadores comerciales", "title")
    unit = {"Miles de €": ("currency", "EUR"), "M€": ("currency", "EUR", "M€"), "$": "currency", "%": "percent", "Veces": "ratio"}
    n = lambda text, v: X(text, v)
    b.table(s, "B5", [
        C("Clave", "code"), C("Métrica", "name"), C("Forma de cálculo", "formula"), C("Unidad", "unit", unit), C("Valor actual", "current"), C("Valor objetivo", "target"), C("Ponderación", "weight", fmt="0%"), C("Encargado", "owner")], [
        ("B1", "Saldo medio por cliente", ("Saldos dividido entre Clientes", "a / b"), "Miles de €", n("12,4", 12.4), n("13,5", 13.5), 0.3, "Banca personal"),
        ("B2", "Crédito nuevo a pymes", "Suma de las operaciones firmadas", "M€", n("1.240,5", 1240.5), n("1.400,0", 1400), 0.3, "Empresas"),
        ("B3", "Comisión por transferencia al exterior", ("Comisiones / Transferencias", "a / b"), "$", n("4,85", 4.85), n("4,50", 4.5), 0.1, "Exterior"),
        ("B4", "Clientes con nómina", ("Clientes con nómina / Clientes × 100", "a / b * 100"), "%", n("41,2", 41.2), n("45,0", 45), 0.2, "Banca personal"),
        ("B5", "Productos por cliente", ("Productos ÷ Clientes", "a / b"), "Veces", n("2,6", 2.6), n("3,1", 3.1), 0.1, "Marketing"),
        Line(None, "Suma", None, None, None, None, X(1, fmt="0%", formula="=SUM(H6:H10)"))])


@book("columnas y filas ocultas, listas de validación, celdas con error y vacías, hoja muy oculta con restos", "es")
def es_tienda_oculto_errores(b):
    s = b.sheet("Indicadores tienda")
    cols = [C("Id interno", None), C("Código", "code"), C("Indicador", "name"), C("Categoría", "group"), C("Frecuencia", "frequency", {"Diaria": "P1D", "Semanal": "P1W", "Mensual": "P1M"}), C("Dirección", "direction", {"Aumentar": "higher", "Reducir": "lower"}), C("Valor real", "current"), C("Meta", "target"), C("Notas", "notes")]
    end = b.table(s, "A1", cols, [
        ("x-9f31", "001", "Ticket medio", "Ventas", "Diaria", "Aumentar", 23.4, 26, None),
        ("x-9f32", "002", "Visitas que compran", "Ventas", "Diaria", "Aumentar", P(31), P(35), "Contador de la puerta"),
        ("x-9f40", "003", "Devoluciones", "Servicio", "Semanal", "Reducir", NONE("#DIV/0!", formula="=1/0"), P(3), None),
        ("x-9f41", "004", "Colas de más de tres personas", "Servicio", "Diaria", "Reducir", 14, NONE("por definir"), None),
        ("x-a001", "010", "Socios del club", "Fidelidad", "Mensual", "Aumentar", 5200, 6000, "Altas menos bajas"),
        ("x-a002", "011", "Socios que repiten", "Fidelidad", "Mensual", "Aumentar", P(44.5), P(50), None)])
    b.finding(s, "G4", "error cell")
    s.hidden_cols = ["A", "I"]
    s.hidden_rows = [3, 6]
    s.filter = "A1:I%d" % (end - 1)
    v = b.sheet("Valores", "hidden")
    v.rows("A1", [["Frecuencia", "Categoría"], ["Diaria", "Ventas"], ["Semanal", "Servicio"], ["Mensual", "Fidelidad"]])
    s.lists += [("E2:E%d" % (end - 1), "=Valores!$A$2:$A$4"), ("D2:D%d" % (end - 1), "=Valores!$B$2:$B$4")]
    w = b.sheet("restos", "veryHidden")
    w.rows("A1", [["Indicador", "Meta", "Responsable"], ["Ticket antiguo", 19, "Nadie"], ["Ventas por metro", 140, "Nadie"]])
    b.never("Ticket antiguo", "Ventas por metro", "Ventas", "Servicio", "Fidelidad")


@book("eje escrito una vez y en blanco debajo, códigos como números con formato, tipo de indicador, rango en la meta", "es")
def es_universidad_ejes(b):
    s = b.sheet("Cuadro de mando")
    s.put("A1", "Universidad de la Ribera", "title")
    s.put("A2", "Vicerrectorado de calidad", "note")
    persp = {"Financiera": "financial", "Cliente": "customer", "Procesos internos": "process", "Aprendizaje y crecimiento": "learning"}
    b.table(s, "A4", [
        C("Perspectiva", "perspective", persp, fill=True), C("Nº", "code", fmt="000"), C("Nombre del indicador", "name"), C("Qué mide", "description"), C("Tipo de indicador", "leadLag", {"De resultado": "lag", "Inductor": "lead"}),
        C("Periodicidad", "frequency", {"Anual": "P1Y", "Semestral": "P6M", "Mensual": "P1M", "Cuatrimestral": "P4M"}), C("Comportamiento esperado", "direction", {"Creciente": "higher", "Decreciente": "lower", "Dentro del rango": "range"}), C("Meta 2026", "target", by="2026"), C("Responsable", "owner")], [
        ("Financiera", X(1, "001"), "Ingresos propios", "Parte de los ingresos que no son subvención.", "De resultado", "Anual", "Creciente", P(34), "Gerencia"),
        (None, X(2, "002"), "Días de pago a proveedores", "Días desde la factura.", "De resultado", "Mensual", "Decreciente", 30, "Gerencia"),
        ("Cliente", X(11, "011"), "Alumnos que nos recomiendan", "Promotores menos detractores.", "De resultado", "Anual", "Creciente", 35, "Calidad"),
        (None, X(12, "012"), "Alumnos por grupo", "Matriculados por grupo de prácticas.", "Inductor", "Semestral", "Dentro del rango", X("18-22", [18, 22]), "Ordenación académica"),
        ("Procesos internos", X(21, "021"), "Actas cerradas en plazo", "Actas firmadas en diez días.", "Inductor", "Cuatrimestral", "Creciente", P(98), "Secretaría"),
        ("Aprendizaje y crecimiento", X(31, "031"), "Profesores con acreditación", "Profesores acreditados.", "Inductor", "Anual", "Creciente", P(72.5), "Profesorado"),
        (None, X(32, "032"), "Horas de formación", "Horas por empleado y año.", "Inductor", "Anual", "Creciente", 25, "Recursos humanos")])


@book("lista en prosa con 'Fórmula:' dentro del párrafo, cabecera simple, títulos intercalados", "es")
def es_transporte_prosa(b):
    s = b.sheet("Biblioteca")
    s.put("A1", "Autobuses de la Sierra: biblioteca de indicadores", "title")

    def para(text, formula, expr, sep=" "):
        return X("%s%sFórmula: %s" % (text, sep, formula), (text, formula, expr))
    b.table(s, "A3", [C("Indicador", "name"), C("Descripción", "prose")], [
        Band("Lo que dicen los viajeros", "kind", "opinion"),
        ("Viajeros satisfechos", para("Viajeros que dan un 8 o más al viaje.", "Respuestas de 8 o más / Respuestas x 100", "a / b * 100")),
        ("Recomendación neta", para("Diferencia entre quienes nos recomiendan y quienes no.", "(Promotores - Detractores) / Encuestados x 100", "(a - b) / c * 100", "\n")),
        Band("Lo que hacen los viajeros", "kind", "activity"),
        ("Ocupación", para("Asientos ocupados en hora punta.", "Asientos ocupados / Asientos ofrecidos x 100", "a / b * 100", "\n")),
        ("Quejas por cada 1.000 viajes", para("Quejas de cualquier vía.", "Quejas / Viajes x 1.000", "a / b * 1000")),
        ("Abonos renovados", para("Abonos que se renuevan al caducar.", "Abonos renovados / Abonos caducados x 100", "a / b * 100")),
        ("Ingreso por viaje", para("Lo que deja un viaje, sin impuestos.", "(Billetes + Abonos) / Viajes", "(a + b) / c", "\n"))])


@book("plazos con el mes en letras, metas con comparador y unidad, responsables por correo", "es")
def es_hotel_plazos_en_letras(b):
    s = b.sheet("Seguimiento")
    s.put("A1", "Hoteles Brisa", "title")
    b.table(s, "A3", [C("Nombre", "name"), C("Definición", "description"), C("Meta", "target"), C("Plazo", "by"), C("Responsable", "owner"), C("Medio de verificación", "source")], [
        ("Huéspedes que repiten", "Huéspedes con otra estancia en dos años.", X("≥ 28 %", 28), X("diciembre de 2026", "2026-12"), "m.soler@brisa.example", "Sistema de reservas"), ("Minutos de espera en recepción", "Espera media a la llegada.", X("≤ 4 min", 4), X("junio de 2026", "2026-06"), "p.vidal@brisa.example", "Cámaras"),
        ("Nota en portales", "Nota media de las reseñas.", X("8,9", 8.9), X("marzo de 2027", "2027-03"), "m.soler@brisa.example", "Portales"), ("Toallas por estancia", "Toallas lavadas por estancia.", X("< 3,5", 3.5), X("septiembre de 2026", "2026-09"), "l.rey@brisa.example", "Lavandería")])


@book("campos en filas con títulos de sección, un indicador por columna, primera columna vacía", "es")
def es_ong_ficha_columnas(b):
    s = b.sheet("Ficha")
    s.put("B1", "Manos del Sur: ficha de indicadores", "title")
    cols = [C("Identificación", None), C("Código del indicador", "code"), C("Nombre del indicador", "name"), C("Pregunta clave", "question"), C("Medición", None), C("Fórmula", "formula"), C("Unidad", "unit", {"%": "percent", "Días": "duration", "Número": "count"}),
            C("Frecuencia de medición", "frequency", {"Mensual": "P1M", "Trimestral": "P3M", "Anual": "P1Y"}), C("Fuente de datos", "source"), C("Metas", None), C("Valor inicial", "baseline"), C("Valor esperado", "target"), C("Responsable del indicador", "owner")]
    b.across(s, "B3", cols, [
        (None, "MS-1", "Familias atendidas", "¿A cuántos llegamos?", None, "Conteo de familias distintas", "Número", "Mensual", "Registro de entregas", None, 310, 380, "Coordinación"),
        (None, "MS-2", "Cursos terminados", "¿Acaban lo que empiezan?", None, ("Alumnos que terminan / Alumnos inscritos x 100", "a / b * 100"), "%", "Trimestral", "Actas", None, P(66), P(75), "Formación"),
        (None, "MS-3", "Días hasta la primera ayuda", "¿Somos rápidos?", None, "Mediana de los días", "Días", "Mensual", "Registro de entregas", None, 9, 5, "Coordinación"),
        (None, "MS-4", "Donantes que repiten", "¿Confían en nosotros?", None, ("Donantes de los dos años / Donantes del año anterior x 100", "a / b * 100"), "%", "Anual", "CRM", None, P(48.5), P(55), "Captación")])


# ================================================================== nothing to import
@book("staff directory: names, titles and departments, no measure", "en", default=None)
def neg_en_staff_directory(b):
    s = b.sheet("Directory")
    s.rows("A1", [["Name", "Job title", "Department", "Extension", "Manager", "Start date"],
                  ["Ann Duarte", "Accounts clerk", "Finance", "2201", "P. Weir", day(2019, 4, 1)], ["Omar Haddad", "Buyer", "Supply", "2310", "J. Cole", day(2021, 9, 13)], ["Lucy Brandt", "Planner", "Supply", "2312", "J. Cole", day(2023, 2, 6)]])
    b.never("Ann Duarte", "Omar Haddad", "Lucy Brandt")


@book("Rohdaten einer Umfrage: Antworten, keine Kennzahlen", "de", default=None)
def neg_de_umfrage_rohdaten(b):
    s = b.sheet("Antworten")
    s.rows("A1", [["Teilnehmer", "Datum", "Frage 1", "Frage 2", "Frage 3", "Freitext"]], "head")
    for i in range(25):
        s.rows("A%d" % (2 + i), [[i + 1, day(2025, 10, 1 + i), 1 + (i * 7) % 5, 1 + (i * 3) % 5, (i * 11) % 11, "alles gut" if i % 4 == 0 else None]])


@book("devis d'imprimeur: articles, quantités et prix, aucun indicateur", "fr", default=None)
def neg_fr_devis(b):
    s = b.sheet("Devis")
    s.put("A1", "Devis n° 2026-114", "title")
    s.rows("A3", [["Article", "Quantité", "Prix unitaire", "Montant"], ["Affiches A2", 200, 1.2, 240], ["Dépliants", 5000, 0.08, 400], ["Cartes de visite", 800, 0.15, 120], ["Total", None, None, X(760, formula="=SUM(D4:D6)")]])
    b.never("Affiches A2", "Dépliants", "Cartes de visite", "Total")


# ------------------------------------------------------------------ making
def make(out, only=()):
    for d in ("books", "expected"):
        os.makedirs(os.path.join(out, d), exist_ok=True)
    for name, fn, about, lang, title, languages, default, producer in BOOKS:
        if only and name not in only:
            continue
        b = Book(lang)
        fn(b)
        nots = {x["name"] for x in b.nots}
        for m in b.measures:
            assert not nots & set(m.fields["name"].values()), (name, nots & set(m.fields["name"].values()))
            assert not any(v is None for k, v in m.fields.items()), (name, m.fields)
            for ref in m.cells.values():
                assert ref in m.sheet.cells, (name, ref)
        path = os.path.join(out, "books", name + ".xlsx")
        (with_openpyxl if producer == "openpyxl" else with_xlsxwriter)(b, path)
        doc = {"book": name + ".xlsx", "about": about, "producer": producer, "defaultLanguage": default, "languages": languages, "title": title,
               "measures": [m.json() for m in b.measures], "expect_findings": b.findings, "must_not": b.nots}
        with open(os.path.join(out, "expected", name + ".json"), "w", encoding="utf-8") as f:
            json.dump(doc, f, ensure_ascii=False, indent=1)
            f.write("\n")


if __name__ == "__main__":
    args = sys.argv[1:]
    only = ()
    if "--only" in args:
        i = args.index("--only")
        only = tuple(args[i + 1].split(","))
        del args[i:i + 2]
    make(args[0] if args else os.path.dirname(os.path.abspath(__file__)), only)
    print("%d workbooks" % (len(only) or len(BOOKS)))
