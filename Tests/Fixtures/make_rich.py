#!/usr/bin/env python3
"""Makes `rich/everything.xlsm`: a KPI workbook with all that must survive an application.

    python3 Tests/Fixtures/make_rich.py

Wants XlsxWriter 3.2 or later. What it does not write is put in by hand: pivot table, slicer, threaded comment,
macro project, custom XML, data model, a part nobody knows. Macro project and data model are bytes of no meaning:
programs that do not look inside open the workbook, Excel offers to repair it.
"""

import datetime
import io
import pathlib
import struct
import zipfile
import zlib

import xlsxwriter

HERE = pathlib.Path(__file__).resolve().parent
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MS = "http://schemas.microsoft.com/office"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

HEAD = ["Code", "KPI", "Group", "Description", "Unit", "Direction", "Frequency", "Owner", "Target 2026", "Current",
        "Trend"]
ROWS = [
    ["S1", "Satisfied customers", "Service", "Share of answers with 4 or 5 of 5.", "%", "higher", "Monthly", "Care", .85, .82],
    ["S2", "Complaint rate", "Service", "Complaints for each hundred orders.", "%", "lower", "Monthly", "Care", .03, .041],
    ["S3", "First answer within a day", "Service", "Share of requests answered within a day.", "%", "higher", "Weekly", "Care", .9, .88],
    ["L1", "Repeat purchase rate", "Loyalty", "Share of customers who bought twice in a year.", "%", "higher", "Quarterly", "Sales", .4, .37],
    ["L2", "Churn rate", "Loyalty", "Share of customers who left in a quarter.", "%", "lower", "Quarterly", "Sales", .05, .062],
    ["M1", "Market share", "Market", "Our part of all sales.", "%", "higher", "Yearly", "Board", .12, .11],
    ["M2", "Brand awareness", "Market", "Share of people who know us.", "%", "higher", "Yearly", "Marketing", .5, .46],
    ["M3", "Conversion rate", "Market", "Share of offers that become orders.", "%", "higher", "Monthly", "Sales", .3, .28],
]
LAST = 4 + len(ROWS)


def picture():
    """A PNG of 32 by 32 pixels in one color."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"\x1f\x4e\x79" * 32 for _ in range(32))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 32, 32, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def written():
    """What XlsxWriter makes of it."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": "Scorecard", "created": datetime.datetime(2026, 1, 1)})
    book.set_custom_property("Approved by", "the board")
    bold = book.add_format({"bold": True, "font_size": 14})
    percent = book.add_format({"num_format": "0.0 %"})
    note = book.add_format({"italic": True, "font_color": "#666666"})
    sheet = book.add_worksheet("Scorecard")
    data = book.add_worksheet("History")
    charts = book.add_worksheet("Charts")
    book.add_worksheet("Pivot")
    sheet.write("A1", "Scorecard 2026", bold)
    sheet.write("A2", "Read the notes before you change anything.", note)
    sheet.insert_image("N1", "logo.png", {"image_data": io.BytesIO(picture()), "description": "Our logo"})
    sheet.insert_textbox("N6", "What counts: the green ones.", {"width": 200, "height": 60})
    sheet.add_table(3, 0, LAST - 1, len(HEAD) - 1, {
        "name": "Measures", "style": "Table Style Medium 2", "columns": [{"header": h} for h in HEAD],
    })
    for place, row in enumerate(ROWS):
        for column, value in enumerate(row):
            sheet.write(4 + place, column, value, percent if column >= 8 else None)
        months = [round(row[9] + (month - 6) * .003 * (1 if place % 2 else -1), 4) for month in range(12)]
        data.write(place + 1, 0, f"=Scorecard!B{place + 5}", None, row[1])
        for month, value in enumerate(months):
            data.write(place + 1, month + 1, value, percent)
        sheet.add_sparkline(4 + place, 10, {"range": f"History!B{place + 2}:M{place + 2}", "markers": True})
    for month in range(12):
        data.write(0, month + 1, f"2026-{month + 1:02}")
    sheet.set_column(0, 0, 7)
    sheet.set_column(1, 3, 26)
    sheet.set_column(4, 10, 13)
    sheet.freeze_panes(4, 2)
    sheet.write_comment("I6", "Agreed with the board in March.", {"author": "Ada"})
    sheet.write_comment("B9", "Formerly called attrition.", {"author": "Ada"})
    sheet.write_url("D5", "https://example.org/satisfaction", string=ROWS[0][3])
    sheet.data_validation(4, 6, LAST - 1, 6, {
        "validate": "list", "source": ["Weekly", "Monthly", "Quarterly", "Yearly"]})
    sheet.conditional_format(4, 9, LAST - 1, 9, {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format(4, 8, LAST - 1, 8, {"type": "icon_set", "icon_style": "3_arrows"})
    sheet.conditional_format(4, 5, LAST - 1, 5, {
        "type": "formula", "criteria": '=$F5="lower"', "format": book.add_format({"bg_color": "#FCE4D6"})})
    sheet.write(LAST + 1, 1, "Mean of the targets", note)
    sheet.write_formula(LAST + 1, 8, f"=AVERAGE(I5:I{LAST})", percent, sum(r[8] for r in ROWS) / len(ROWS))
    sheet.write(LAST + 2, 1, "* not audited", note)
    book.define_name("Targets", f"=Scorecard!$I$5:$I${LAST}")
    sheet.repeat_rows(3)
    sheet.print_area(0, 0, LAST + 2, 10)
    chart = book.add_chart({"type": "column"})
    for column, name in ((8, "Target 2026"), (9, "Current")):
        chart.add_series({"name": ["Scorecard", 3, column], "categories": ["Scorecard", 4, 1, LAST - 1, 1],
                          "values": ["Scorecard", 4, column, LAST - 1, column], "data_labels": {"value": column == 9}})
    chart.set_title({"name": "Targets and where we are"})
    chart.set_size({"width": 900, "height": 420})
    charts.insert_chart("B2", chart)
    book.close()
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def relate(parts, part, kind, target, types=REL):
    """Adds a relationship and gives its id."""
    folder, _, leaf = part.rpartition("/")
    name = f"{folder}/_rels/{leaf}.rels"
    text = parts.get(name, f'{XML}<Relationships xmlns="{PACKAGE}"></Relationships>'.encode()).decode()
    number = text.count("<Relationship ") + 1
    link = f'<Relationship Id="rId{number}" Type="{types}/{kind}" Target="{target}"/>'
    parts[name] = text.replace("</Relationships>", link + "</Relationships>").encode()
    return f"rId{number}"


def declare(parts, part, kind):
    types = parts["[Content_Types].xml"].decode()
    entry = f'<Override PartName="/{part}" ContentType="{kind}"/>'
    parts["[Content_Types].xml"] = types.replace("</Types>", entry + "</Types>").encode()


def add(parts, part, kind, text):
    parts[part] = text if isinstance(text, bytes) else (XML + text).encode()
    declare(parts, part, kind)


def add_pivot(parts):
    """A pivot table on the sheet Pivot, made from the rows of the table, with a slicer."""
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    groups = sorted({row[2] for row in ROWS})
    fields = ""
    for index, name in enumerate(HEAD[:10]):
        if index == 2:
            items = "".join(f'<s v="{group}"/>' for group in groups)
            fields += f'<cacheField name="{name}" numFmtId="0"><sharedItems count="{len(groups)}">{items}</sharedItems></cacheField>'
        elif index >= 8:
            fields += f'<cacheField name="{name}" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1"/></cacheField>'
        else:
            fields += f'<cacheField name="{name}" numFmtId="0"><sharedItems/></cacheField>'
    records = ""
    for row in ROWS:
        records += "<r>" + "".join(
            f'<x v="{groups.index(value)}"/>' if index == 2 else f'<n v="{value}"/>' if index >= 8 else f'<s v="{value}"/>'
            for index, value in enumerate(row)) + "</r>"
    cache = "xl/pivotCache/pivotCacheDefinition1.xml"
    add(parts, cache, sheet + "pivotCacheDefinition+xml",
        f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{REL}" r:id="rId1" refreshOnLoad="1" createdVersion="6" '
        f'refreshedVersion="6" recordCount="{len(ROWS)}"><cacheSource type="worksheet"><worksheetSource ref="A4:J{LAST}" '
        f'sheet="Scorecard"/></cacheSource><cacheFields count="10">{fields}</cacheFields></pivotCacheDefinition>')
    add(parts, "xl/pivotCache/pivotCacheRecords1.xml", sheet + "pivotCacheRecords+xml",
        f'<pivotCacheRecords xmlns="{MAIN}" count="{len(ROWS)}">{records}</pivotCacheRecords>')
    relate(parts, cache, "pivotCacheRecords", "pivotCacheRecords1.xml")
    pivot = "xl/pivotTables/pivotTable1.xml"
    rows = "".join(f'<i><x v="{i}"/></i>' if i else "<i><x/></i>" for i in range(len(groups)))
    own = "".join(f'<item x="{i}"/>' for i in range(len(groups)))
    pivots = "".join(
        f'<pivotField axis="axisRow" showAll="0"><items count="{len(groups) + 1}">{own}<item t="default"/></items></pivotField>'
        if i == 2 else '<pivotField dataField="1" showAll="0"/>' if i == 1 else '<pivotField showAll="0"/>' for i in range(10))
    add(parts, pivot, sheet + "pivotTable+xml",
        f'<pivotTableDefinition xmlns="{MAIN}" name="ByGroup" cacheId="1" dataOnRows="0" applyNumberFormats="0" '
        'applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" '
        'applyWidthHeightFormats="1" dataCaption="Values" updatedVersion="6" minRefreshableVersion="3" createdVersion="6" '
        f'outline="1" outlineData="1"><location ref="A3:B{4 + len(groups)}" firstHeaderRow="1" firstDataRow="1" '
        f'firstDataCol="1"/><pivotFields count="10">{pivots}</pivotFields><rowFields count="1"><field x="2"/></rowFields>'
        f'<rowItems count="{len(groups) + 1}">{rows}<i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems>'
        '<dataFields count="1"><dataField name="Number of measures" fld="1" subtotal="count" baseField="0" baseItem="0"/>'
        '</dataFields><pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1"/>'
        '</pivotTableDefinition>')
    relate(parts, pivot, "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")
    relate(parts, "xl/worksheets/sheet4.xml", "pivotTable", "../pivotTables/pivotTable1.xml")
    cells = [("Group", "Number of measures")] + [(g, sum(r[2] == g for r in ROWS)) for g in groups] + [("Total", len(ROWS))]
    data = ""
    for place, (name, count) in enumerate(cells):
        value = f'<c r="B{place + 3}"><v>{count}</v></c>' if place else \
            f'<c r="B3" t="inlineStr"><is><t>{count}</t></is></c>'
        data += f'<row r="{place + 3}"><c r="A{place + 3}" t="inlineStr"><is><t>{name}</t></is></c>{value}</row>'
    id = relate(parts, "xl/workbook.xml", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")
    # The slicer: its cache, itself, its place on the sheet.
    slicer_cache = "xl/slicerCaches/slicerCache1.xml"
    listed = "".join(f'<i x="{i}" s="1"/>' for i in range(len(groups)))
    add(parts, slicer_cache, "application/vnd.ms-excel.slicerCache+xml",
        f'<slicerCacheDefinition xmlns="{MS}/spreadsheetml/2009/9/main" name="Slicer_Group" sourceName="Group">'
        '<pivotTables><pivotTable tabId="4" name="ByGroup"/></pivotTables>'
        f'<data><tabular pivotCacheId="1"><items count="{len(groups)}">{listed}</items></tabular></data></slicerCacheDefinition>')
    cache_id = relate(parts, "xl/workbook.xml", "slicerCache", "slicerCaches/slicerCache1.xml", MS + "/2007/relationships")
    add(parts, "xl/slicers/slicer1.xml", "application/vnd.ms-excel.slicer+xml",
        f'<slicers xmlns="{MS}/spreadsheetml/2009/9/main"><slicer name="Group" cache="Slicer_Group" caption="Group" '
        'rowHeight="241300"/></slicers>')
    slicer_id = relate(parts, "xl/worksheets/sheet4.xml", "slicer", "../slicers/slicer1.xml", MS + "/2007/relationships")
    drawing = "xl/drawings/drawing9.xml"
    add(parts, drawing, "application/vnd.openxmlformats-officedocument.drawing+xml",
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col>'
        '<xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col>'
        '<xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>'
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:sle="{MS}/drawing/2010/slicer"><mc:Choice Requires="sle"><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>'
        '<xdr:cNvPr id="2" name="Group"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="{MS}/drawing/2010/slicer"><sle:slicer name="Group"/>'
        '</a:graphicData></a:graphic></xdr:graphicFrame></mc:Choice><mc:Fallback/></mc:AlternateContent><xdr:clientData/>'
        '</xdr:twoCellAnchor></xdr:wsDr>')
    drawing_id = relate(parts, "xl/worksheets/sheet4.xml", "drawing", "../drawings/drawing9.xml")
    parts["xl/worksheets/sheet4.xml"] = (
        f'{XML}<worksheet xmlns="{MAIN}" xmlns:r="{REL}"><sheetData>{data}</sheetData><drawing r:id="{drawing_id}"/>'
        f'<extLst><ext xmlns:x14="{MS}/spreadsheetml/2009/9/main" uri="{{A8765BA9-456A-4dab-B4F3-ACF838C121DE}}">'
        f'<x14:slicerList><x14:slicer r:id="{slicer_id}"/></x14:slicerList></ext></extLst></worksheet>').encode()
    book = parts["xl/workbook.xml"].decode()
    extension = (
        f'<extLst><ext xmlns:x14="{MS}/spreadsheetml/2009/9/main" uri="{{BBE1A952-AA13-448e-AADC-164F8A28A991}}">'
        f'<x14:slicerCaches><x14:slicerCache r:id="{cache_id}"/></x14:slicerCaches></ext></extLst>')
    parts["xl/workbook.xml"] = book.replace(
        "</workbook>", f'<pivotCaches><pivotCache cacheId="1" r:id="{id}"/></pivotCaches>{extension}</workbook>').encode()


def add_rest(parts):
    """Macro project, custom XML, data model, a threaded comment, a part nobody knows."""
    types = parts["[Content_Types].xml"].decode().replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml").replace(
        "</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        '<Default Extension="data" ContentType="application/vnd.openxmlformats-officedocument.model+data"/></Types>')
    parts["[Content_Types].xml"] = types.encode()
    parts["xl/vbaProject.bin"] = bytes(range(256)) * 8
    relate(parts, "xl/workbook.xml", "vbaProject", "vbaProject.bin", MS + "/2006/relationships")
    parts["xl/model/item.data"] = bytes(reversed(range(256))) * 8
    relate(parts, "xl/workbook.xml", "powerPivotData", "model/item.data")
    parts["customXml/item1.xml"] = b'<scorecard xmlns="urn:example:scorecard"><year>2026</year></scorecard>'
    add(parts, "customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        'ds:itemID="{0B7C3A52-0000-4000-8000-000000000001}"/>')
    relate(parts, "customXml/item1.xml", "customXmlProps", "itemProps1.xml")
    relate(parts, "xl/workbook.xml", "customXml", "../customXml/item1.xml")
    thread = "xl/threadedComments/threadedComment1.xml"
    person = "{0B7C3A52-0000-4000-8000-000000000002}"
    add(parts, thread, "application/vnd.ms-excel.threadedcomments+xml",
        f'<ThreadedComments xmlns="{MS}/spreadsheetml/2018/threadedcomments"><threadedComment ref="I6" '
        f'dT="2026-03-01T00:00:00.00" personId="{person}" id="{{0B7C3A52-0000-4000-8000-000000000003}}"><text>Agreed with the '
        'board in March.</text></threadedComment></ThreadedComments>')
    relate(parts, "xl/worksheets/sheet1.xml", "threadedComment", "../threadedComments/threadedComment1.xml",
           MS + "/2017/10/relationships")
    add(parts, "xl/persons/person.xml", "application/vnd.ms-excel.person+xml",
        f'<personList xmlns="{MS}/spreadsheetml/2018/threadedcomments"><person displayName="Ada" id="{person}" userId="ada" '
        'providerId="None"/></personList>')
    relate(parts, "xl/workbook.xml", "person", "persons/person.xml", MS + "/2017/10/relationships")
    parts["xl/unheard-of.xml"] = b"<what>is this</what>"
    relate(parts, "xl/workbook.xml", "unheard-of", "unheard-of.xml", "urn:example:relationships")


def main():
    parts = written()
    add_pivot(parts)
    add_rest(parts)
    folder = HERE / "rich"
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(folder / "everything.xlsm", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


main()
