#!/usr/bin/env python3
"""The showcase workbook made by XlsxWriter, and how it differs from ours.

    KPIBOOK_SHOWCASE=ours.xlsx swift test --filter ShowcaseTests
    python3 showcase.py ours.xlsx [theirs.xlsx]

Needs XlsxWriter and lxml. Makes the workbook of Tests/SpreadsheetMLTests/Writing/Showcase.swift with XlsxWriter and
compares the two part by part: which parts there are, and for each part which elements and attributes only one of them
has. Numbers that only name things (style indices, relationship ids) are not compared, nor is the order of elements,
which the schemas settle. docs/writing.md says what the differences are for.
"""
import collections
import datetime
import sys
import zipfile

import xlsxwriter
from lxml import etree

BLUE, RED = "#1F3864", "#C00000"


def measures(book):
    title = book.add_format({"font_size": 16, "bold": True, "font_color": BLUE, "align": "center", "valign": "vcenter"})
    heading = book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": BLUE, "valign": "vcenter", "text_wrap": True})
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    percent = book.add_format({"num_format": "0.0%"})
    euro = book.add_format({"num_format": '#,##0.00\\ "€"'})
    day = book.add_format({"num_format": "dd\\.mm\\.yyyy"})
    boxed = book.add_format({"font_name": "Arial", "font_size": 9, "italic": True, "underline": 2, "font_strikeout": True,
                             "pattern": 14, "fg_color": "#7F7F7F", "bg_color": "#FFFFFF", "left": 1, "right": 3, "top": 6,
                             "bottom": 5, "bottom_color": RED, "align": "right", "rotation": -30})
    link = book.add_format({"font_color": "#0563C1", "underline": 1})
    sheet = book.add_worksheet("Measures")
    for column, width in enumerate([8, 30, 12, 12, 12, 24]):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(2, 1)
    sheet.set_tab_color(BLUE)
    sheet.set_zoom(90)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 1)
    sheet.center_horizontally()
    sheet.set_header("&CCustomer measures")
    sheet.set_footer("&LR&&D&R&P of &N")
    sheet.set_row(0, 30)
    sheet.merge_range("A1:F1", "", title)
    sheet.write("A1", "Customer measures", title)
    sheet.set_row(1, 24)
    names = ["Code", "Name", "Share", "Spend", "Since", "Page"]
    columns = [{"header": n, "header_format": heading} for n in names]
    columns[1]["total_function"], columns[2]["total_function"], columns[3]["total_function"] = "count", "average", "sum"
    columns[0]["total_string"] = "All"
    sheet.add_table("A2:F5", {"name": "Measures", "columns": columns, "style": "Table Style Light 9", "first_column": True,
                              "total_row": True})
    days = [datetime.date(2023, 1, 31), datetime.date(2024, 2, 29)]
    for i, name in enumerate(["Share of repeat buyers", "Net promoter score"]):
        sheet.write(2 + i, 0, "C-0%d" % (i + 1))
        sheet.write(2 + i, 1, name, wrapped)
        sheet.write(2 + i, 2, 0.31 + i / 8, percent)
        sheet.write(2 + i, 3, 1234.5 * (i + 1), euro)
        sheet.write_datetime(2 + i, 4, datetime.datetime.combine(days[i], datetime.time()), day)
        sheet.write_url(2 + i, 5, "https://example.com/measures?id=%d&x=1" % i, link, "More about it", "Open")
    sheet.write_blank("A6", None, boxed)
    sheet.write_rich_string("B6", book.add_format({"bold": True}), "bold ", "and plain ", book.add_format({"font_color": RED}), "red")
    sheet.write_url("C6", "internal:Input!B3", link, "Input")
    sheet.set_h_pagebreaks([4])


def scores(book):
    sheet = book.add_worksheet("Scores")
    bold = book.add_format({"bold": True})
    for column, width in enumerate([6, 6, 6, 14, 14, 14]):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.write_row("A1", ["Month", "North", "South", "Line", "Column", "Gain or loss"], bold)
    south = [12, -3, 18, 7, -9, 22]
    for i, month in enumerate(["Jan", "Feb", "Mar", "Apr", "May", "Jun"]):
        sheet.write_row(1 + i, 0, [month, i * 7 + 5, south[i]])
    sheet.autofilter("A1:C7")
    sheet.conditional_format("B2:B7", {"type": "data_bar", "bar_color": "#5B9BD5", "data_bar_2010": True, "bar_solid": True})
    sheet.conditional_format("C2:C7", {"type": "icon_set", "icon_style": "3_traffic_lights",
                                       "icons": [{"type": "number", "value": 10}, {"type": "number", "value": 0}]})
    sheet.conditional_format("B2:C7", {"type": "3_color_scale", "min_color": "#F8696B", "mid_color": "#FFEB84",
                                       "max_color": "#63BE7B"})
    sheet.add_sparkline("D2", {"range": "Scores!B2:B7", "last_point": True, "last_color": RED})
    sheet.add_sparkline("E2", {"type": "column", "location": ["E2", "E3"], "range": ["Scores!B2:B7", "Scores!C2:C7"]})
    sheet.add_sparkline("F2", {"type": "win_loss", "range": "Scores!C2:C7", "negative_points": True, "negative_color": RED})
    for place, kind in enumerate(["column", "bar", "line"]):
        chart = book.add_chart({"type": kind, **({"subtype": "stacked"} if kind == "bar" else {})})
        for letter in "BC":
            chart.add_series({"name": "=Scores!$%s$1" % letter, "categories": "=Scores!$A$2:$A$7",
                              "values": "=Scores!$%s$2:$%s$7" % (letter, letter)})
        chart.set_title({"name": ["Columns", "Bars", "Lines"][place]})
        chart.set_y_axis({"name": "Score"}) if kind != "bar" else chart.set_x_axis({"name": "Score"})
        chart.set_legend({"position": "bottom"})
        sheet.insert_chart("AFK"[place] + "10", chart, {"description": "Scores of North and South by month"})


def entry(book):
    sheet = book.add_worksheet("Input")
    free = book.add_format({"bg_color": "#FFF2CC", "locked": False})
    secret = book.add_format({"hidden": True})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 20)
    rules = [
        ("One of three", {"validate": "list", "source": ["open", "met", "missed"]}),
        ("One of forty", {"validate": "list", "source": "=Lists!$A$1:$A$40"}),
        ("A number", {"validate": "decimal", "criteria": "between", "minimum": -100, "maximum": 100,
                      "input_title": "Score", "input_message": "From -100 to 100"}),
        ("A whole number", {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 5, "error_title": "Stars",
                            "error_message": "One to five", "error_type": "warning"}),
        ("A text", {"validate": "length", "criteria": "between", "minimum": 1, "maximum": 10}),
        ("Above the ceiling", {"validate": "decimal", "criteria": ">", "value": "=$B$3"}),
        ("No blank", {"validate": "custom", "value": "=LEN(TRIM(B7))>0"}),
        ("From a range", {"validate": "list", "source": "=Scores!$A$2:$A$7"}),
    ]
    for i, (text, rule) in enumerate(rules):
        sheet.write(i, 0, text)
        sheet.write_blank(i, 1, None, free)
        sheet.data_validation(i, 1, i, 1, rule)
    sheet.write("A9", "Formula")
    sheet.write_formula("B9", "=SUM(Scores!B2:B7)", secret, 135)
    sheet.write("A10", "Text result")
    sheet.write_formula("B10", '="a"&"b"', None, "ab")
    sheet.write("A11", "Array")
    sheet.write_array_formula("B11:B12", "{=Scores!B2:B3*2}", None, 10)
    sheet.write("B12", 24)
    sheet.write("A13", True)
    sheet.write_formula("B13", "=NA()", None, "#N/A")
    area = "B1:B13"

    def look(**what):
        return book.add_format(what)

    bad, good = {"font_color": "#9C0006", "bg_color": "#FFC7CE"}, {"font_color": "#006100", "bg_color": "#C6EFCE"}
    sheet.conditional_format(area, {"type": "cell", "criteria": "<", "value": 10, "format": look(**bad)})
    sheet.conditional_format(area, {"type": "cell", "criteria": "between", "minimum": 10, "maximum": 20,
                                    "format": look(font_color="#9C5700", bg_color="#FFEB9C")})
    sheet.conditional_format(area, {"type": "formula", "criteria": "=$B1>20", "format": look(**good)})
    sheet.conditional_format(area, {"type": "duplicate", "format": look(bold=True)})
    sheet.conditional_format(area, {"type": "blanks", "format": look(bg_color="#EDEDED")})
    sheet.conditional_format(area, {"type": "errors", "format": look(font_color=RED)})
    sheet.conditional_format(area, {"type": "text", "criteria": "containing", "value": 'say "x"', "format": look(italic=True)})
    sheet.conditional_format(area, {"type": "top", "value": 3, "format": look(bg_color="#C6EFCE")})
    sheet.conditional_format(area, {"type": "bottom", "value": 10, "criteria": "%", "format": look(**bad)})
    sheet.protect("", {"format_columns": True, "objects": False, "scenarios": False})


def notes(book):
    sheet = book.add_worksheet("Notes & more")
    sheet.hide()
    for column, text in enumerate(["007", "=SUM(A1)", "  blanks  ", "line\nbreak", "_x0041_", "<&>\"'"]):
        sheet.write_string(0, column, text)
    sheet.ignore_errors({"number_stored_as_text": "A1"})
    sheet.write_comment("A1", "A note\nof two lines", {"author": "Ada"})
    sheet.write_comment("C1", "Another", {"author": "Bob"})


def make(path):
    book = xlsxwriter.Workbook(path)
    book.set_properties({"title": "Customer measures", "author": "Ada Example", "company": "Example & Sons",
                         "created": datetime.datetime(1980, 1, 1)})
    book.set_custom_property("Audience", "client")
    measures(book)
    scores(book)
    entry(book)
    notes(book)
    lists = book.add_worksheet("Lists")
    lists.hide()
    lists.write_column("A1", ["Region %d" % i for i in range(1, 41)])
    book.define_name("Ceiling", "=Input!$B$3")
    book.close()


NAMING = {"s", "xfId", "fontId", "fillId", "borderId", "numFmtId", "dxfId", "id", "Id", "Target", "count", "uniqueCount"}


def facts(data):
    """What a part says: each element with its attributes, and its text, as often as it occurs."""
    found = collections.Counter()
    root = etree.fromstring(data)
    for element in root.iter(etree.Element):
        path = "/".join(etree.QName(a).localname for a in reversed([element, *element.iterancestors()][:2]))
        plain = {etree.QName(k).localname: v for k, v in element.attrib.items() if etree.QName(k).localname not in NAMING}
        found[path] += 1
        for name, value in plain.items():
            found["%s@%s=%s" % (path, name, value)] += 1
        if element.text and element.text.strip():
            found["%s: %s" % (path, element.text.strip())] += 1
    return found


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    theirs = sys.argv[2] if len(sys.argv) == 3 else "theirs.xlsx"
    make(theirs)
    a, b = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(theirs)
    ours, other = set(a.namelist()), set(b.namelist())
    for name in sorted(ours - other):
        print("only ours:   ", name)
    for name in sorted(other - ours):
        print("only theirs: ", name)
    for name in sorted(ours & other):
        mine, peer = facts(a.read(name)), facts(b.read(name))
        if mine == peer:
            print("the same:    ", name)
            continue
        print("differs:     ", name)
        for fact, count in sorted((mine - peer).items()):
            print("    + %d x %s" % (count, fact))
        for fact, count in sorted((peer - mine).items()):
            print("    - %d x %s" % (count, fact))


if __name__ == "__main__":
    main()
