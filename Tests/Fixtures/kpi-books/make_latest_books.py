#!/usr/bin/env python3
"""Makes the latest KPI workbooks and what a careful reader expects of each.

    make_latest_books.py [OUTDIR] [--only NAME,NAME]

Writes OUTDIR/books/NAME.xlsx and OUTDIR/expected/NAME.json (default OUTDIR: the folder of this file),
in the form score_import.py reads. A function per workbook holds its cells and, beside them, what they mean;
the part before the first workbook is the kit. Same input, same bytes. Made later than those of make_books.py
and make_more_books.py beside this file by somebody who had seen neither them nor the importer; its kit knows
forms with several pairs a line, formulas in prose and defined names besides.

In the rows of a table a plain value means itself, through the column's `words` where it has them
("Monthly" -> P1M). Otherwise the cell is given as X(what is written, what it means), or with
P(85) for 0.85 shown as 85 %, S(...) for a cell of which nothing is expected and NONE(...) for one that says nothing.
"""
import base64
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


def W(v):
    """A weight of 30 % in a percent-formatted cell: 0.3 in the model."""
    return X(v / 100, v / 100, "0%")


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
        self.logo, self.landscape, self.cond = None, 0, []

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

    def form(self, s, at, lines, **const):
        """A form with several label and value pairs a row. lines: list of [(C, value, span)...]; span: columns the value is merged over."""
        left, top = split(at)
        m = None
        for i, line in enumerate(lines):
            if any(c.field == "name" for c, *_ in line):
                m = Measure(self, s, top + i, const)
        for i, line in enumerate(lines):
            j = left
            for c, v, *n in line:
                n = n[0] if n else 1
                s.put("%s%d" % (col_id(j), top + i), c.header, "head")
                if v is not None:
                    ref = "%s%d" % (col_id(j + 1), top + i)
                    s.put(ref, m.take(c, v, ref))
                    if n > 1:
                        s.merge("%s:%s%d" % (ref, col_id(j + n), top + i))
                j += 1 + n
        self.measures.append(m)
        return top + len(lines)

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
STYLES = {"head": dict(bold=True, bg_color="#1F3864", font_color="#FFFFFF", text_wrap=True, valign="vcenter", border=1), "sub": dict(bold=True, italic=True, bg_color="#F2F2F2"), "big": dict(bold=True, font_size=22, align="center"), "link": dict(font_color="#0563C1", underline=1), "title": dict(bold=True, font_size=14), "band": dict(bold=True, bg_color="#E2EFDA"),
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
        if not s.widths:
            wide = {}
            for ref, c in s.cells.items():
                k = re.match("[A-Z]+", ref).group(0)
                if c[4] not in ("title", "note", "band", "sub", "big"):
                    wide[k] = max(wide.get(k, 6), min(44, len(str(c[0]))))
            s.widths = {k: w + 1.5 for k, w in wide.items()}
        if s.logo:
            ws.insert_image(s.logo, "logo.png", {"image_data": io.BytesIO(LOGO), "x_scale": 60, "y_scale": 30})
        if s.landscape:
            ws.set_landscape(); ws.repeat_rows(0, s.landscape - 1); ws.set_footer("&L&F&RPage &P of &N"); ws.hide_gridlines(2)
        for area, kind in s.cond:
            ws.conditional_format(area, kind)
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
    for n, ref in getattr(b, "names", ()):
        wb.define_name(n, ref)
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


LOGO = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGOQt0gBAAE1ALxz8gdnAAAAAElFTkSuQmCC")
BOOKS = []


def book(about, lang, title=None, languages=None, default=SAME, producer="xlsxwriter"):
    def register(fn):
        BOOKS.append((fn.__name__, fn, about, lang, title, languages, lang if default is SAME else default, producer))
        return fn
    return register


def day(y, m, d):
    return datetime.date(y, m, d)


ENF = {"Daily": "P1D", "Weekly": "P1W", "Fortnightly": "P2W", "Monthly": "P1M", "Quarterly": "P3M", "Yearly": "P1Y", "Annually": "P1Y", "Annual": "P1Y", "Every month": "P1M", "Every quarter": "P3M", "Twice a year": "P6M", "After each contact": "onEvent", "Half-yearly": "P6M", "Real time": "continuous", "Semi-annual": "P6M", "Per survey": "onEvent", "Every two years": "P2Y", "Ad hoc": "onDemand"}
ENU = {"%": "percent", "Pct": "percent", "Percent": "percent", "Score": "score", "Points": "score", "Rating": "score", "#": "count", "Number": "count", "Qty": "count", "£": ("currency", "GBP"), "USD": ("currency", "USD"), "€": ("currency", "EUR"), "Days": "duration", "Hours": "duration", "Minutes": "duration", "min": "duration", "h": "duration", "Per 1,000": "rate", "Ratio": "ratio", "Index": "index"}
FRF = {"Mensuelle": "P1M", "Mensuel": "P1M", "Trimestrielle": "P3M", "Trimestriel": "P3M", "Annuelle": "P1Y", "Annuel": "P1Y", "Semestrielle": "P6M", "Semestriel": "P6M", "Hebdomadaire": "P1W", "Hebdo": "P1W", "Quotidienne": "P1D", "Bimestriel": "P2M", "Après chaque contact": "onEvent", "Par enquête": "onEvent", "En continu": "continuous", "Chaque mois": "P1M", "Chaque trimestre": "P3M", "Tous les deux ans": "P2Y"}
FRU = {"%": "percent", "Pourcentage": "percent", "Score": "score", "Note": "score", "Points": "score", "Nombre": "count", "Nb": "count", "€": ("currency", "EUR"), "CAD": ("currency", "CAD"), "Jours": "duration", "Heures": "duration", "Minutes": "duration", "Pour 1 000": "rate", "Ratio": "ratio", "Indice": "index"}
ITF = {"Mensile": "P1M", "Trimestrale": "P3M", "Annuale": "P1Y", "Semestrale": "P6M", "Settimanale": "P1W", "Ogni mese": "P1M", "Ogni anno": "P1Y", "Giornaliera": "P1D", "Quindicinale": "P2W", "Bimestrale": "P2M", "Quadrimestrale": "P4M", "Per indagine": "onEvent", "Ogni trimestre": "P3M"}
ITU = {"%": "percent", "Percentuale": "percent", "Punteggio": "score", "Voto": "score", "Punti": "score", "Numero": "count", "N.": "count", "€": ("currency", "EUR"), "Euro": ("currency", "EUR"), "Giorni": "duration", "gg": "duration", "Minuti": "duration", "Ore": "duration", "Ogni 1.000": "rate", "Indice": "index"}
DEF = {"Monatlich": "P1M", "monatlich": "P1M", "Vierteljährlich": "P3M", "Quartalsweise": "P3M", "Quartal": "P3M", "Jährlich": "P1Y", "jährlich": "P1Y", "Halbjährlich": "P6M", "Wöchentlich": "P1W", "14-tägig": "P2W", "Täglich": "P1D", "Nach jedem Kontakt": "onEvent", "Pro Umfrage": "onEvent", "Laufend": "continuous", "Alle zwei Jahre": "P2Y"}
DEU = {"%": "percent", "Prozent": "percent", "Note": "score", "Punkte": "score", "Punktzahl": "score", "Anzahl": "count", "Stück": "count", "€": ("currency", "EUR"), "CHF": ("currency", "CHF"), "Tage": "duration", "Stunden": "duration", "Std.": "duration", "Minuten": "duration", "Min.": "duration", "Je 1.000": "rate", "Index": "index"}
ESF = {"Mensual": "P1M", "Trimestral": "P3M", "Anual": "P1Y", "Semestral": "P6M", "Semanal": "P1W", "Diaria": "P1D", "Quincenal": "P2W", "Bimestral": "P2M", "Cuatrimestral": "P4M", "Tras cada contacto": "onEvent", "Por encuesta": "onEvent", "Cada mes": "P1M", "Cada trimestre": "P3M"}
ESU = {"%": "percent", "Porcentaje": "percent", "Puntuación": "score", "Puntos": "score", "Nota": "score", "Número": "count", "Cantidad": "count", "€": ("currency", "EUR"), "Euros": ("currency", "EUR"), "Días": "duration", "Horas": "duration", "Minutos": "duration", "Por 1.000": "rate", "Índice": "index"}
END = {"Higher is better": "higher", "Lower is better": "lower", "Higher": "higher", "Lower": "lower", "Maximise": "higher", "Minimise": "lower", "Increase": "higher", "Decrease": "lower", "Within range": "range", "↑": "higher", "↓": "lower", "▲": "higher", "▼": "lower", "Up": "higher", "Down": "lower"}
FRD = {"Hausse": "higher", "Baisse": "lower", "↑": "higher", "↓": "lower", "Maximiser": "higher", "Minimiser": "lower", "Croissant": "higher", "Décroissant": "lower", "À la hausse": "higher", "À la baisse": "lower", "+": "higher", "-": "lower"}
ITD = {"Crescente": "higher", "Decrescente": "lower", "Maggiore è meglio": "higher", "Minore è meglio": "lower", "Aumentare": "higher", "Ridurre": "lower", "↑": "higher", "↓": "lower", "In aumento": "higher", "In diminuzione": "lower"}
DED = {"Höher ist besser": "higher", "Niedriger ist besser": "lower", "Steigend": "higher", "Sinkend": "lower", "Maximieren": "higher", "Minimieren": "lower", "Je höher, desto besser": "higher", "Je niedriger, desto besser": "lower", "↑": "higher", "↓": "lower"}
ESD = {"Mayor es mejor": "higher", "Menor es mejor": "lower", "Ascendente": "higher", "Descendente": "lower", "Creciente": "higher", "Decreciente": "lower", "Dentro del rango": "range", "Aumentar": "higher", "Reducir": "lower", "Maximizar": "higher", "Minimizar": "lower"}
Q, D1, SUB, K = "a / b * 100", "a / b", "(a - b) / c * 100", "a / b * 1000"

# ================================================================== English
def read53():
    out = []
    for line in open("/work/shared/kpi-53.md", encoding="utf-8"):
        c = [x.strip() for x in line.strip().strip("|").split("|")]
        if len(c) > 10 and re.fullmatch(r"\d+", c[0]):
            f = c[6].strip("`")
            human = re.sub(r"_", " ", f)
            expr = None if re.search(r"[a-z]\(", f) or not re.search(r"[*/+-]", f) else f
            out.append((c[2], c[5], human, expr))
    assert len(out) == 53, len(out)
    return out


def combos(base, places):
    for i, p in enumerate(places[:8]):
        for j, row in enumerate(base):
            yield i, j, p, row


@book("a form on a sheet of its own per indicator: title, several label and value pairs a line, merged values, guidance and contents sheets, baseline and target with a year in the label", "en")
def en_dental_forms(b):
    c = b.sheet("Contents")
    c.rows("B2", [["Bright Smiles dental group"], [None], ["Sheet", "Page"], ["D1 Recall", 1], ["D2 Pain", 2], ["D3 Pay", 3], ["D4 Late", 4]])
    data = [("D1 Recall", "DS-001", "Patients back for the recall", "To see who drops out of care.", "Do patients come when we call them?", "Patients seen / Patients recalled x 100", Q, "%", "Quarterly", "Higher is better", "Practice Manager", "Appointment book", P(58), P(70)),
            ("D2 Pain", "DS-002", "Pain score after treatment", "Pain is what people fear most.", "How much did it hurt?", "Sum of scores / Number of scores", D1, "Score", "Monthly", "Lower is better", "Clinical Lead", "Text message survey", 3.4, 2.5),
            ("D3 Pay", "DS-003", "Fee per visit", "Keeps the plan honest.", "What does a visit bring?", "Fees / Visits", D1, "£", "Monthly", "Higher is better", "Finance Lead", "Ledger", 71.5, 78),
            ("D4 Late", "DS-004", "Minutes behind schedule", "Waiting spoils the visit.", "How late are we?", "Median of minutes", None, "Minutes", "Weekly", "Lower is better", "Front Desk Lead", "Appointment book", 14, 8)]
    for sn, code, name, why, q, f, e, u, fr, d, o, src, ba, t in data:
        s = b.sheet(sn)
        s.put("B1", "Indicator sheet", "title")
        s.merge("B1:G1")
        b.form(s, "B3", [
            [(C("Indicator name", "name"), name, 3), (C("Ref. no.", "code"), code)],
            [(C("Purpose", "rationale"), why, 5)],
            [(C("Question answered", "question"), q, 5)],
            [(C("Calculation formula", "formula"), X(f, (f, e)), 3), (C("Unit of measure", "unit", ENU), u)],
            [(C("Tracking cycle", "frequency", ENF), fr), (C("Polarity", "direction", END), d), (C("Accountable", "owner"), o)],
            [(C("Data source", "source"), src), (C("Baseline (2025)", "baseline", period="2025"), ba), (C("Target (2027)", "target", by="2027"), t)]])
        s.put("B11", "Signed off by the board on 4 March", "note")
    g = b.sheet("Guidance")
    g.rows("A1", [["How to fill in a sheet"], ["Indicator name: keep it short."], ["Polarity: say which way is good."], ["Target: one figure, with the year."]])
    b.never("How to fill in a sheet", "Indicator sheet")


@book("three bands in one cell, more notations; percent target as fraction; a red band first; decimals", "en")
def en_cinema_bands(b):
    s = b.sheet("Traffic lights")
    s.put("B2", "Cinema chain: bands agreed in May", "title")
    b.table(s, "B4", [C("Performance measure", "name"), C("Good direction", "direction", END), C("UoM", "unit", ENU), C("Desired value", "target"), C("Traffic light rules", "rag")], [
        ("Guests who rate the film night good", "Higher", "%", P(90), X("≥88% green; 80%-88% amber; <80% red", (88, 80))),
        ("Seats filled", "Higher", "%", P(34), X("G: ≥32 / A: 26-32 / R: <26", (32, 26))),
        ("Queue at the bar", "Lower", "Minutes", 4, X("Green: 5 or less | Amber: 5 to 9 | Red: more than 9", (5, 9))),
        ("Refunds per 1,000 tickets", "Lower", "Per 1,000", 2, X("Red > 4.5, Amber 2.5–4.5, Green ≤ 2.5", (2.5, 4.5))),
        ("Snack spend per guest", "Higher", "£", 5.2, X("R <4.10, A 4.10-4.90, G >4.90", (4.9, 4.1))),
        ("Net promoter score", "Higher", "Score", 40, X("green >= 35; amber 20 to 35; red < 20", (35, 20))),
        ("Cancelled screenings", "Lower", "#", 3, X("<=4 green; 4-8 amber; >8 red", (4, 8)))])


@book("hidden key column in the middle, rows hidden by a filter, Excel table with a totals row, drop-downs, hidden list, very hidden old sheet, notes on headings", "en")
def en_insurer_hidden(b):
    s = b.sheet("Register")
    s.put("C1", "Claims measures, household", "title")
    cols = [C("KPI name", "name"), C("KPI ID", "code"), C("Topic", "group"), C("Owned by", "owner"), C("Weight %", "weight"), C("Plan", "target"), C("Last reviewed", None)]
    data = [("Claims settled in five days", "HC-07", "Speed", "Claims Lead", W(25), 82), ("Calls answered in a minute", "HC-12", "Speed", "Call Centre Lead", W(10), 75), ("Customers content with the settlement", "HC-01", "Opinion", "Customer Lead", W(20), 88),
            ("Policies renewed", "HC-30", "Loyalty", "Sales Lead", W(15), 79.5), ("Policies cancelled in the first year", "HC-31", "Loyalty", "Sales Lead", W(10), 6), ("Complaints upheld by the ombudsman", "HC-44", "Fairness", "Compliance", W(10), 22), ("Repairs done right first time", "HC-09", "Speed", "Network Lead", W(10), 93)]
    end = b.table(s, "C3", cols, [d + (S(day(2026, 1, 10 + i)),) for i, d in enumerate(data)])
    s.tables.append(("C3:I%d" % end, {"name": "Register", "total_row": True, "columns": [{"header": c.header} for c in cols]}))
    s.put("C%d" % end, "Total")
    s.put("G%d" % end, X(1.0, fmt="0%", formula="=SUBTOTAL(109,G4:G10)"))
    b.never("Total")
    s.hidden_cols, s.hidden_rows = ["D"], [5, 8, 9]
    s.lists.append(("E4:E10", "=Choices!$A$2:$A$5"))
    s.comments.append(("H3", "Plan for the calendar year"))
    li = b.sheet("Choices", "hidden")
    li.rows("A1", [["Topic", "Owner"], ["Speed", "Claims Lead"], ["Opinion", "Sales Lead"], ["Loyalty", None], ["Fairness", None]])
    o = b.sheet("old 2023", "veryHidden")
    o.rows("A1", [["KPI name", "Owned by", "Plan"], ["Letters answered", "Post Room", 90], ["Faxes answered", "Post Room", 95]], "head")
    b.never("Letters answered", "Faxes answered", "Old measures")


# ================================================================== French
NB, NN = "\u00a0", "\u202f"


@book("deux lignes de tête unies: cibles par année, seuils par couleur, titre et date au-dessus, colonne d'axe unie vers le bas", "fr")
def fr_academie_deux_lignes(b):
    s = b.sheet("Tableau de bord")
    s.put("A1", "Tableau de bord prospectif de l'académie de musique", "title")
    s.put("A2", "état au 3 mars 2026", "note")
    A, T = "Cibles", "Seuils d'appréciation"
    b.table(s, "A4", [C("Axe", "perspective", {"Clients": "customer", "Finances": "financial", "Processus internes": "process"}, vmerge=True), C("Nom de l'indicateur", "name"), C("Porteur", "owner"), C("Sens d'évolution", "direction", FRD), C("Situation initiale", "baseline"), C((A, "2026"), "target", by="2026"), C((A, "2027"), "target", by="2027"), C((A, "2028"), "target", by="2028"), C((T, "Vert"), "green"), C((T, "Orange"), "amber"), C((T, "Rouge"), None)], [
        ("Clients", "Élèves qui se réinscrivent", "Scolarité", "Croissant", P(74), P(76), P(78), P(80), P(78), P(72), S("< 72 %")),
        (None, "Familles contentes des concerts", "Direction artistique", "Croissant", P(88), P(89), P(90), P(91), P(90), P(85), S("< 85 %")),
        (None, "Jours d'attente pour une place", "Scolarité", "Décroissant", 120, 100, 80, 60, 80, 110, S("> 110")),
        ("Finances", "Recette par élève", "Gestion", "Croissant", 612.5, 630, 645, 660, 640, 600, S("< 600")),
        (None, "Dons par concert", "Mécénat", "Croissant", 840, 900, 950, 1000, 950, 850, S("< 850")),
        ("Processus internes", "Cours annulés", "Scolarité", "Décroissant", P(4.5), P(4), P(3.5), P(3), P(3.5), P(5), S("> 5 %"))])


@book("trois tableaux l'un sous l'autre, ordre des colonnes différent, titres qui disent opinion ou activité, deux lignes vides ou une seule entre eux", "fr", producer="openpyxl")
def fr_librairie_trois(b):
    s = b.sheet("Tout")
    s.put("A1", "Ce que disent les clients", "band")
    e = b.table(s, "A2", [C("Indicateur", "name"), C("Pilote", "owner"), C("Cible", "target"), C("Unité", "unit", FRU)], [
        ("Lecteurs satisfaits du conseil", "Libraire en chef", P(92), "%"), ("Recommandation nette", "Gérante", 55, "Score"), ("Facilité de la commande, de 1 à 7", "Web", 6.2, "Note")], kind="opinion")
    s.put("A%d" % (e + 1), "Ce que font les clients", "band")
    e = b.table(s, "A%d" % (e + 2), [C("Cible", "target"), C("Unité", "unit", FRU), C("Périodicité", "frequency", FRF), C("Indicateur", "name"), C("Pilote", "owner")], [
        (34.5, "€", "Mensuelle", "Panier moyen", "Gérante"), (P(46), "%", "Trimestrielle", "Clients revenus dans le trimestre", "Gérante"), (P(61), "%", "Annuelle", "Cartes renouvelées", "Caisse")], kind="activity")
    s.put("A%d" % (e + 2), "Équipe", "band")
    b.table(s, "A%d" % (e + 3), [C("Pilote", "owner"), C("Indicateur", "name"), C("Périodicité", "frequency", FRF)], [
        ("Gérante", "Jours de formation par libraire", "Annuelle"), ("Gérante", "Départs dans l'année", "Annuelle")])
    b.never("Ce que disent les clients", "Ce que font les clients", "Équipe")


@book("grand livre imprimé: 72 indicateurs, tête répétée à chaque page, sous-totaux, lignes vides, bas de page, total général", "fr", title=None)
def fr_bailleur_imprime(b):
    s = b.sheet("Indicateurs")
    s.put("A1", "Office public de l'habitat: indicateurs par agence", "title")
    base = [("Locataires satisfaits", "Clientèle", "%", P(82), "Annuelle"), ("Délai de relocation", "Gestion locative", "Jours", 28, "Mensuelle"), ("Réclamations pour 1 000 logements", "Qualité", "Pour 1 000", 35, "Mensuelle"), ("Loyers impayés", "Recouvrement", "%", P(3.5), "Mensuelle"), ("Appels décrochés", "Accueil", "%", P(90), "Hebdomadaire"), ("Pannes d'ascenseur", "Technique", "Nombre", 6, "Mensuelle"), ("Coût d'une remise en état", "Technique", "€", 2350, "Trimestrielle"), ("Recommandation nette", "Clientèle", "Score", 18, "Annuelle"), ("Demandes closes au premier contact", "Accueil", "%", P(68), "Mensuelle")]
    places = ["Arles", "Béziers", "Cahors", "Dax", "Épinal", "Foix", "Gap", "Hyères", "Issoire", "Jarnac", "Kourou", "Laon", "Mende", "Niort", "Orange", "Privas", "Quimper", "Rodez", "Sète", "Tulle", "Uzès", "Vannes", "Wissous", "Yvetot"]
    rows = []
    for k, p in enumerate(places[:8]):
        if k and k % 3 == 0:
            rows += [GAP, HEAD]
        for j, (n, o, u, t, f) in enumerate(base):
            rows.append(("%02d.%d0" % (k + 1, j + 1), "%s – %s" % (n, p), o, u, f, W(10) if j < 8 else W(20), t))
        rows.append(Line(None, "Sous-total " + p, None, None, None, X(1.0, fmt="0%", formula="=SUM(F5:F13)")))
    end = b.table(s, "A3", [C("Réf.", "code"), C("Indicateur", "name"), C("Service responsable", "owner"), C("Unité", "unit", FRU), C("Fréquence", "frequency", FRF), C("Poids", "weight"), C("Objectif chiffré", "target")], rows)
    s.put("B%d" % (end + 1), "Total général", "head")
    s.put("F%d" % (end + 1), X(24.0, fmt="0%"))
    s.put("A%d" % (end + 3), "Imprimé le 2 mars 2026, page 8 sur 8", "note")
    b.never("Total général", "Imprimé le 2 mars 2026, page 8 sur 8")


# ================================================================== Italian
@book("due righe di intestazione: traguardi per anno con consuntivo, soglie per colore, colonne del periodo già scritte come numeri, titolo unito", "it", producer="openpyxl")
def it_terme_due_righe(b):
    s = b.sheet("Cruscotto")
    s.put("B1", "Cruscotto delle terme comunali", "title")
    s.merge("B1:L1")
    V, F = "Traguardi", "Fasce di performance"
    b.table(s, "B3", [C("Cod.", "code"), C("Nome dell'indicatore", "name"), C("Ufficio responsabile", "owner"), C("Verso di miglioramento", "direction", ITD), C("Situazione iniziale", "baseline"), C((V, 2026), "target", by="2026"), C((V, 2027), "target", by="2027"), C((V, 2028), "target", by="2028"), C((F, "Verde"), "green"), C((F, "Giallo"), "amber"), C((F, "Rosso"), None)], [
        ("T.01", "Ospiti soddisfatti", "Accoglienza", "↑", P(76), P(79), P(82), P(85), P(80), P(74), S("<74%")),
        ("T.02", "Attesa per il massaggio", "Prenotazioni", "↓", 25, 20, 15, 12, 18, 24, S(">24")),
        ("T.03", "Ingressi per abbonato", "Cassa", "↑", 6.4, 7, 7.5, 8, 7.2, 6.5, S("<6,5")),
        ("T.04", "Reclami scritti", "Qualità", "↓", 88, 75, 60, 50, 70, 85, S(">85")),
        ("T.05", "Abbonamenti rinnovati", "Cassa", "↑", P(61.5), P(64), P(67), P(70), P(65), P(60), S("<60%"))])


@book("soglie per colore con segni di confronto, la terza colonna senza numero, target con formato 'gg', intestazioni a due righe", "it")
def it_tribunale_soglie(b):
    s = b.sheet("Soglie")
    G = "Soglie semaforiche"
    b.table(s, "B2", [C("Indicatore", "name"), C("Verso", "direction", ITD), C("Valore atteso", "target"), C((G, "Verde"), "green"), C((G, "Giallo"), "amber"), C((G, "Rosso"), None)], [
        ("Udienze iniziate in orario", "Crescente", P(85), X("≥ 80 %", 80), X("≥ 70 %", 70), S("< 70 %")),
        ("Giorni per una copia", "Decrescente", X(4, fmt='0" gg"'), X("≤ 5", 5), X("≤ 8", 8), S("> 8")),
        ("Atti depositati online", "Crescente", P(95), X("≥ 92,5 %", 92.5), X("≥ 85 %", 85), S("< 85 %")),
        ("Reclami allo sportello", "Decrescente", 20, X("≤ 25", 25), X("≤ 40", 40), S("> 40"))])


@book("schede affiancate due a due sullo stesso foglio, etichette con i due punti, titolo e piè di pagina", "it")
def it_birrificio_schede(b):
    s = b.sheet("Schede")
    s.put("B1", "Schede degli indicatori del birrificio", "title")
    cols = lambda: [C("Scheda n.", "code"), C("Nome dell'indicatore:", "name"), C("Definizione:", "description"), C("Formula di calcolo:", "formula"), C("Unità di misura:", "unit", ITU), C("Polarità:", "direction", ITD), C("Periodicità:", "frequency", ITF), C("Responsabile:", "owner"), C("Fonte dei dati:", "source"), C("Valore iniziale 2025:", "baseline", period="2025"), C("Target 2026:", "target", by="2026")]
    data = [("B01", "Locali che riordinano", "Locali con un secondo ordine nel mese.", ("Locali con due ordini / Locali x 100", Q), "%", "Maggiore è meglio", "Mensile", "Vendite", "Gestionale", P(58), P(65)),
            ("B02", "Fusti resi per difetto", "Fusti tornati per un difetto.", ("Fusti resi / Fusti venduti x 1000", K), "Ogni 1.000", "Minore è meglio", "Mensile", "Qualità", "Registro resi", 4.2, 2.5),
            ("B03", "Valore dell'ordine", "Incasso netto per ordine.", ("Incasso netto / Ordini", D1), "€", "Maggiore è meglio", "Trimestrale", "Vendite", "Gestionale", 386.5, 420),
            ("B04", "Visite alla taverna", "Persone alle visite guidate.", "Conteggio dei biglietti", "N.", "Maggiore è meglio", "Settimanale", "Accoglienza", "Cassa", 210, 260),
            ("B05", "Consegne puntuali", "Consegne nella mezz'ora promessa.", ("Consegne puntuali / Consegne x 100", Q), "%", "Maggiore è meglio", "Settimanale", "Logistica", "GPS", P(91.5), P(96))]
    top = 3
    for i in range(0, len(data), 2):
        end = b.card(s, "B%d" % top, cols(), data[i])
        if i + 1 < len(data):
            b.card(s, "E%d" % top, cols(), data[i + 1])
        top = end + 2
    s.put("B%d" % top, "Stampato il 4 marzo 2026", "note")
    b.never("Stampato il 4 marzo 2026")


@book("pesi, totale e media in formule sotto la tabella, legenda a destra, riquadro con la data accanto", "it")
def it_gelaterie_pesi(b):
    s = b.sheet("Pesi")
    s.put("B2", "Gelaterie Fior di Latte: pesi 2026", "title")
    end = b.table(s, "B4", [C("Misura", "name"), C("Titolare", "owner"), C("Ponderazione", "weight"), C("Traguardo", "target"), C("Consuntivo", "current")], [
        ("Clienti che tornano in settimana", "Negozi", W(35), 42, 37.5), ("Scontrino medio", "Negozi", W(25), 8.4, 7.9), ("Voto delle recensioni", "Marketing", W(20), 4.7, 4.5), ("Attesa in fila", "Negozi", W(10), 5, 7), ("Gusti finiti prima delle venti", "Laboratorio", W(10), 3, 6)])
    s.put("B%d" % end, "Totale", "head")
    s.put("D%d" % end, X(1.0, fmt="0%", formula="=SUM(D5:D9)"))
    s.put("B%d" % (end + 1), "Media", "head")
    s.put("E%d" % (end + 1), X(12.62, formula="=AVERAGE(E5:E9)"))
    s.rows("I4", [["Legenda", None], ["Verde", "pari o sopra il traguardo"], ["Giallo", "fino al dieci per cento sotto"], ["Rosso", "oltre il dieci per cento sotto"], [None], ["Aggiornato il", day(2026, 2, 27)], ["Autore", "Ufficio controllo"]])
    b.never("Totale", "Media", "Legenda", "Verde", "Giallo", "Rosso", "Aggiornato il", "Autore")


# ================================================================== German


@book("Themenfeld nur in der ersten Zeile jedes Blocks, Frist als Datum", "de")
def de_kirche_themenfeld(b):
    s = b.sheet("Übersicht")
    b.table(s, "B2", [C("Themenfeld", "group", fill=True), C("Bezeichnung", "name"), C("Erläuterung", "description"), C("Erhebungsrhythmus", "frequency", DEF), C("Zielgröße", "target"), C("Bis wann", "by")], [
        ("Begegnung", "Besuche je Woche", "Besuche der Ehrenamtlichen bei Älteren.", "Wöchentlich", 60, X(day(2026, 12, 31), "2026-12-31")),
        (None, "Zufriedene Angehörige", "Anteil der guten Urteile.", "Jährlich", 90, X(day(2027, 6, 30), "2027-06-30")),
        (None, "Neue Ehrenamtliche", "Erstmals tätige Personen.", "Vierteljährlich", 25, X(day(2026, 12, 31), "2026-12-31")),
        ("Musik", "Gäste je Konzert", "Gezählte Personen am Eingang.", "Nach jedem Kontakt", 140, X(day(2026, 9, 30), "2026-09-30")),
        (None, "Chorleute, die bleiben", "Aktive des Vorjahrs, die weiter singen.", "Jährlich", 85, X(day(2027, 1, 31), "2027-01-31")),
        ("Spenden", "Spende je Mitglied", "Spenden geteilt durch Mitglieder.", "Halbjährlich", 48.5, X(day(2026, 12, 31), "2026-12-31")),
        (None, "Spender, die wieder geben", "Spender des Vorjahrs mit neuer Spende.", "Jährlich", 62, X(day(2026, 12, 31), "2026-12-31"))])


@book("drei Bänder in einer Zelle, deutsche Worte, Komma; Gelb als Bereich mit bis; Rot zuerst", "de")
def de_reha_ampelregeln(b):
    s = b.sheet("Ampel")
    b.table(s, "A2", [C("Indikator", "name"), C("Polarität", "direction", DED), C("Maßeinheit", "unit", DEU), C("Zielvorgabe", "target"), C("Ampelregeln", "rag")], [
        ("Patienten mit gutem Urteil", "Höher ist besser", "%", 90, X(">=85 grün; 75-85 gelb; <75 rot", (85, 75))),
        ("Weiterempfehlung netto", "Höher ist besser", "Punkte", 55, X("Grün: >50 / Gelb: 40-50 / Rot: <40", (50, 40))),
        ("Tage bis zur Aufnahme", "Niedriger ist besser", "Tage", 12, X("<=14 grün; 14-21 gelb; >21 rot", (14, 21))),
        ("Stürze je 1.000 Pflegetage", "Niedriger ist besser", "Je 1.000", 3, X("Grün ≤ 3,5, Gelb 3,5–5, Rot > 5", (3.5, 5))),
        ("Therapien wie geplant", "Höher ist besser", "%", 95, X("Rot <88%, Gelb 88%-94%, Grün >94%", (94, 88))),
        ("Verweildauer", "Niedriger ist besser", "Tage", 20, X("Grün: bis 22 | Gelb: 22 bis 25 | Rot: über 25", (22, 25)))])


# ================================================================== Spanish


@book("pesos, total y promedio con fórmulas, leyenda y semáforo a la derecha, hoja de datos mensuales por código", "es", producer="xlsxwriter+lo")
def es_gimnasio_pesos(b):
    s = b.sheet("Ponderado")
    s.put("A1", "Cuadro de los gimnasios", "title")
    end = b.table(s, "A3", [C("Código", "code"), C("Métrica", "name"), C("Líder", "owner"), C("Peso relativo", "weight"), C("Valor esperado", "target"), C("Resultado", "current")], [
        ("G1", "Socios que renuevan", "Ventas", W(40), 78, 71.5), ("G2", "Recomendación neta", "Atención al socio", W(20), 35, 28), ("G3", "Visitas por socio y mes", "Sala", W(15), 9, 7.6), ("G4", "Clases llenas", "Sala", W(15), 70, 64), ("G5", "Quejas escritas", "Atención al socio", W(10), 25, 41)])
    s.put("B%d" % end, "Total", "head")
    s.put("D%d" % end, X(1.0, fmt="0%", formula="=SUM(D4:D8)"))
    s.put("B%d" % (end + 1), "Promedio", "head")
    s.put("E%d" % (end + 1), X(43.4, formula="=AVERAGE(E4:E8)"))
    s.rows("I3", [["Leyenda", None], ["Verde", "en la meta o por encima"], ["Amarillo", "hasta un diez por ciento menos"], ["Rojo", "más de un diez por ciento menos"]])
    d = b.sheet("Datos 2025")
    d.rows("A1", [["Código", "Ene", "Feb", "Mar", "Abr", "May", "Jun"]], "head")
    for i in range(5):
        d.rows("A%d" % (i + 2), [["G%d" % (i + 1)] + [60 + 3 * i + m for m in range(6)]])
    b.never("Total", "Promedio", "Leyenda", "Verde", "Amarillo", "Rojo")


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
        (with_openpyxl if producer.startswith("openpyxl") else with_xlsxwriter)(b, path)
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
