#!/usr/bin/env python3
"""Makes the workbooks of this folder anew, byte for byte the same each time.

    python3 Tests/Fixtures/make_fixtures.py

Wants openpyxl 3.1 for `made-by-openpyxl`; the rest is written with the standard library alone.
"""

import datetime
import io
import pathlib
import struct
import zipfile
import zlib

HERE = pathlib.Path(__file__).resolve().parent
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


def worksheet(rows, before="", after="", main=MAIN):
    return f'<worksheet xmlns="{main}"><sheetPr/>{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def parts(sheet, strings=None, styles=None, sheet_path="xl/worksheets/sheet1.xml", main_path="xl/workbook.xml",
          main=MAIN, rel=REL, workbook=None):
    """The parts of a workbook of one sheet, by name."""
    folder, _, leaf = main_path.rpartition("/")
    links = f'<Relationship Id="rId1" Type="{rel}/worksheet" Target="/{sheet_path}"/>'
    if strings is not None:
        links += f'<Relationship Id="rId2" Type="{rel}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    if styles is not None:
        links += f'<Relationship Id="rId3" Type="{rel}/styles" Target="/xl/styles.xml"/>'
    result = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{rel}/officeDocument" Target="{main_path}"/></Relationships>',
        main_path: workbook or f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        f"{folder}/_rels/{leaf}.rels".lstrip("/"): f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
        sheet_path: sheet,
    }
    if strings is not None:
        result["xl/sharedStrings.xml"] = strings
    if styles is not None:
        result["xl/styles.xml"] = styles
    return result


def archive(entries, method=zipfile.ZIP_DEFLATED):
    """A zip archive of these names and contents, without a clock."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as zip_file:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = method
            zip_file.writestr(info, content.encode() if isinstance(content, str) else content)
    return buffer.getvalue()


def save(name, data):
    path = HERE / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)


def made_by_openpyxl():
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill, Protection
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.table import Table

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sales & Care"
    sheet.append(["Measure", "Target", "Share", "Since", "Active", "Note"])
    sheet.append(["Retention", 0.85, 0.5, datetime.date(2024, 1, 31), True, "a < b & c"])
    sheet.append(["Café – NPS", -12.5, 1 / 3, datetime.datetime(2024, 2, 29, 12, 30), False, " spaces "])
    sheet.append(["Sum", "=SUM(B2:B3)", None, datetime.time(6, 0), "=1/0", "line\nbreak"])
    for cell in sheet[1]:
        cell.font = Font(bold=True, size=12)
        cell.fill = PatternFill("solid", fgColor="FFDDEEFF")
        cell.alignment = Alignment(horizontal="center", wrap_text=True)
    for row in range(2, 5):
        sheet.cell(row, 2).number_format = "0.0%"
        sheet.cell(row, 2).protection = Protection(locked=False)
    sheet.merge_cells("A6:C6")
    sheet["A6"] = "merged"
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["F"].hidden = True
    rule = DataValidation(type="list", formula1='"yes,no"')
    rule.add("E2:E4")
    sheet.add_data_validation(rule)
    sheet.add_table(Table(displayName="Measures", ref="A1:F4"))
    sheet["A2"].comment = Comment("Why 85 %?", "Ann")
    hidden = book.create_sheet("Hidden")
    hidden.sheet_state = "hidden"
    hidden["XFD1048576"] = "last"
    secret = book.create_sheet("Very hidden")
    secret.sheet_state = "veryHidden"
    chart = book.create_chartsheet("Chart")
    chart.add_chart(openpyxl.chart.BarChart())
    book.defined_names["Rate"] = openpyxl.workbook.defined_name.DefinedName("Rate", attr_text="'Sales & Care'!$B$2")
    save("made-by-openpyxl/kpi-list.xlsx", frozen(book))

    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active["A1"] = datetime.date(2024, 1, 31)
    save("made-by-openpyxl/days-since-1904.xlsx", frozen(book))


def frozen(book):
    """The bytes openpyxl writes, without its clock."""
    epoch = datetime.datetime(2000, 1, 1)
    book.properties.creator = "kpibook"
    book.properties.created = epoch
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as zip_file:
        entries = {info.filename: zip_file.read(info) for info in zip_file.infolist()}
    core = entries["docProps/core.xml"].decode()
    start = core.index("<dcterms:modified")
    end = core.index("</dcterms:modified>")
    close = core.index(">", start) + 1
    entries["docProps/core.xml"] = core[:close] + "2000-01-01T00:00:00Z" + core[end:]
    return archive(entries)


def odd():
    row = '<row r="1"><c r="A1"><v>5</v></c><c r="B1" t="str"><v>x</v></c></row>'
    plain = worksheet(row)
    save("odd/cells-out-of-column-order.xlsx", archive(parts(worksheet(
        '<row r="2"><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>'))))
    save("odd/no-addresses.xlsx", archive(parts(worksheet(
        '<row><c><v>1</v></c><c t="inlineStr"><is><t>two</t></is></c></row><row><c/><c><v>4</v></c></row>'))))
    save("odd/namespace-prefix.xlsx", archive(parts(
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c>'
        '<x:c r="B1" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>')))
    save("odd/strict-namespaces.xlsx", archive(parts(worksheet(row, main=STRICT), main=STRICT, rel=STRICT_REL)))
    save("odd/parts-with-odd-names.xlsx", archive(parts(plain, sheet_path="data/One.bin", main_path="main")))
    save("odd/sheet-in-utf-16.xlsx", archive(parts(
        ('<?xml version="1.0" encoding="UTF-16"?>' + worksheet('<row r="1"><c r="A1" t="str"><v>é€😀</v></c></row>')).encode("utf-16"))))
    save("odd/sheet-in-iso-8859-1.xlsx", archive(parts(
        ("<?xml version='1.0'\nencoding = 'ISO-8859-1'?>" + worksheet('<row r="1"><c r="A1" t="str"><v>é</v></c></row>')).encode("latin-1"))))
    save("odd/escapes-and-surrogates.xlsx", archive(parts(
        worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'),
        strings=f'<sst xmlns="{MAIN}"><si><t>_x0041__x000D_</t></si><si><t>_x005F_x0041_</t></si>'
        '<si><r><t>_xD83D_</t></r><r><t>_xDE00_</t></r></si></sst>')))
    save("odd/phonetic-guides.xlsx", archive(parts(
        worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
        strings=f'<sst xmlns="{MAIN}"><si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si></sst>')))
    save("odd/alternate-content-in-rows.xlsx", archive(parts(worksheet(
        f'<row r="1"><c r="A1"><v>1</v></c><mc:AlternateContent xmlns:mc="{MC}" xmlns:x14="{X14}"><mc:Choice Requires="x14">'
        '<c r="B1"><v>2</v></c></mc:Choice><mc:Fallback><c r="B1"><v>3</v></c></mc:Fallback></mc:AlternateContent></row>'))))
    save("odd/bytes-before-the-archive.xlsx", b"HTTP/1.1 200 OK\r\n\r\n" + archive(parts(plain)))
    save("odd/bytes-behind-the-archive.xlsx", archive(parts(plain)) + b"\r\n" * 100)
    save("odd/stored-not-deflated.xlsx", archive(parts(plain), zipfile.ZIP_STORED))
    save("odd/names-in-other-case.xlsx", archive({
        ("XL/Worksheets/SHEET1.XML" if "sheet1" in name else name): content for name, content in parts(plain).items()}))
    save("odd/shared-formula-and-array.xlsx", archive(parts(worksheet(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><f t="array" ref="C2:D2">{1,2}</f><v>1</v></c></row>'))))


def hostile():
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    strings = f'<sst xmlns="{MAIN}" count="4294967295" uniqueCount="4294967295"><si><t>x</t></si></sst>'
    good = parts(worksheet(row), strings=strings)
    save("hostile/counts-that-promise-more.xlsx", archive(good))
    for name, index in [("past-the-end", "1"), ("negative", "-1"), ("past-int64", "9223372036854775808")]:
        save(f"hostile/shared-text-index-{name}.xlsx", archive(parts(
            worksheet(f'<row r="1"><c r="A1" t="s"><v>{index}</v></c></row>'), strings=strings)))
    save("hostile/column-past-the-last.xlsx", archive(parts(worksheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'))))
    save("hostile/row-past-the-last.xlsx", archive(parts(worksheet('<row r="1048576"/><row><c><v>1</v></c></row>'))))
    save("hostile/hidden-columns-past-the-last.xlsx", archive(parts(worksheet(
        row, before='<cols><col min="20000" max="30000" hidden="1"/></cols>'), strings=strings)))
    save("hostile/empty-merge-reference.xlsx", archive(parts(worksheet(
        row, after='<mergeCells><mergeCell ref=""/><mergeCell/></mergeCells>'), strings=strings)))
    save("hostile/negative-style-index.xlsx", archive(parts(worksheet('<row r="1"><c r="A1" s="-1"><v>1</v></c></row>'))))
    save("hostile/document-type.xlsx", archive(parts(
        '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + worksheet('<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>'))))
    save("hostile/document-type-in-workbook-part.xlsx", archive(parts(worksheet(row), strings=strings, workbook=(
        '<!DOCTYPE workbook [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="&b;" sheetId="1" r:id="rId1"/></sheets></workbook>'))))
    save("hostile/elements-nested-too-deep.xlsx", archive(parts(worksheet("<x>" * 300 + "</x>" * 300))))
    save("hostile/blanks-that-pack-well.xlsx", archive(parts(worksheet(row + " " * 200_000), strings=strings)))
    data = archive(good)
    save("hostile/cut-short.xlsx", data[: len(data) * 2 // 3])
    save("hostile/name-that-climbs-out.xlsx", archive(good | {"../../etc/evil": "x"}))
    save("hostile/encrypted-entry.xlsx", patched(data, "xl/sharedStrings.xml", flags=1))
    save("hostile/unknown-method.xlsx", patched(data, "xl/sharedStrings.xml", method=99))
    save("hostile/wrong-checksum.xlsx", patched(data, "xl/sharedStrings.xml", crc=0x12345678))
    save("hostile/overlapping-entries.xlsx", patched(data, "xl/sharedStrings.xml", offset=0))
    for size in ["ffffffffffffffff", "7fffffffffffffff"]:
        save(f"hostile/zip64-sheet-of-{size}-bytes.xlsx", zip64(good, "xl/worksheets/sheet1.xml", int(size, 16)))
        save(f"hostile/zip64-strings-of-{size}-bytes.xlsx", zip64(good, "xl/sharedStrings.xml", int(size, 16)))


def patched(data, name, flags=None, method=None, crc=None, offset=None):
    """An archive with fields of one entry changed, in both its headers."""
    data = bytearray(data)
    central = data.index(b"PK\x01\x02")
    while data[central + 46 : central + 46 + len(name)] != name.encode():
        lengths = struct.unpack_from("<HHH", data, central + 28)
        central += 46 + sum(lengths)
    local = struct.unpack_from("<I", data, central + 42)[0]
    for kind, value, in_local, in_central in [
        ("<H", flags, 6, 8), ("<H", method, 8, 10), ("<I", crc, 14, 16), ("<I", offset, None, 42)]:
        if value is not None:
            struct.pack_into(kind, data, central + in_central, value)
            if in_local is not None:
                struct.pack_into(kind, data, local + in_local, value)
    return bytes(data)


def zip64(entries, liar, size):
    """An archive written by hand in which one entry states a 64-bit size and keeps it behind its data."""
    output, directory = b"", b""
    for name, content in entries.items():
        content = content.encode() if isinstance(content, str) else content
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        lies = name == liar
        crc = zlib.crc32(content)
        common = struct.pack("<HHHI", 45, 8 if lies else 0, 8, 0x00210000)
        extra = struct.pack("<HHQ", 1, 8, size) if lies else b""
        sizes = struct.pack("<III", 0, 0, 0) if lies else struct.pack("<III", crc, len(packed), len(content))
        directory += b"PK\x01\x02" + struct.pack("<H", 45) + common
        directory += struct.pack("<III", crc, len(packed), 0xFFFFFFFF if lies else len(content))
        directory += struct.pack("<HHHHHII", len(name), len(extra), 0, 0, 0, 0, len(output)) + name.encode() + extra
        output += b"PK\x03\x04" + common + sizes + struct.pack("<HH", len(name), 0) + name.encode() + packed
        if lies:
            output += b"PK\x07\x08" + struct.pack("<IQQ", crc, len(packed), len(content))
    end = struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(output), 0)
    return output + directory + b"PK\x05\x06" + end


if __name__ == "__main__":
    made_by_openpyxl()
    odd()
    hostile()
