import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("StartTag")
struct StartTagTests {
  static func tag(_ text: String) -> StartTag { StartTag(Array(text.utf8)) }
  static func text(_ tag: StartTag) -> String { String(decoding: tag.bytes, as: UTF8.self) }

  @Test func readsNamesAndDecodedValues() {
    let tag = Self.tag("<x:c r='A&amp;1'\n\tr:id = \"b\"/>")
    #expect(tag["r"] == "A&1")
    #expect(tag["r:id"] == "b")
    #expect(tag["id"] == nil)
    #expect(tag.prefix == Array("x:".utf8))
    #expect(tag.isEmptyElement)
    #expect(tag.endTag == Array("</x:c>".utf8))
    #expect(tag.attributeNames == ["r", "r:id"])
  }

  @Test(
    "changes an attribute and nothing else",
    arguments: [
      ("<c r='1' s=\"2\" >", "r", "it's", "<c r='it&apos;s' s=\"2\" >"),
      ("<c/>", "s", "a\"<b\n", "<c s=\"a&quot;&lt;b&#10;\"/>"),
      ("<c  r='1'/>", "t", "n", "<c  r='1' t=\"n\"/>"),
      ("<c rs='1' r='2'>", "r", "3", "<c rs='1' r='3'>"),
    ])
  func sets(before: String, name: String, value: String, after: String) {
    var tag = Self.tag(before)
    tag.set(name, to: value)
    #expect(Self.text(tag) == after)
    #expect(tag[name] == value)
  }

  @Test func removesAndOpensAndCloses() {
    var tag = Self.tag("<c r='1' t=\"s\" s='2'/>")
    tag.remove("t")
    tag.remove("none")
    #expect(Self.text(tag) == "<c r='1' s='2'/>")
    tag.setEmptyElement(false)
    #expect(Self.text(tag) == "<c r='1' s='2'>")
    tag.setEmptyElement(true)
    #expect(Self.text(tag) == "<c r='1' s='2'/>")
  }
}

@Suite("SpliceList")
struct SpliceListTests {
  /// The same splices made in the plainest way.
  static func slowly(_ text: [UInt8], _ splices: [Splice]) -> [UInt8] {
    var text = text
    for splice in splices.reversed() {
      text.replaceSubrange(
        Int(splice.range.lowerBound)..<Int(splice.range.upperBound), with: splice.bytes)
    }
    return text
  }

  @Test("makes splices alike however the text is cut into pieces", arguments: 1...12)
  func pieces(size: Int) throws {
    let text = Array("0123456789".utf8)
    for first in 0...9 {
      for second in first...10 {
        var list = SpliceList()
        list.replace(second..<10, with: Array("<>".utf8))
        list.insert(Array("[".utf8), at: first)
        list.replace(first..<second, with: [])
        list.insert(Array("]".utf8), at: first)
        let splices = try list.inOrder()
        var output: [UInt8] = []
        var application = SpliceApplication(splices)
        for start in stride(from: 0, to: text.count, by: size) {
          let piece = Array(text[start..<min(start + size, text.count)])
          try application.take(piece.span) { span in
            for index in span.indices { output.append(span[index]) }
          }
        }
        try application.finish { span in for index in span.indices { output.append(span[index]) } }
        #expect(output == Self.slowly(text, splices))
        #expect(try list.applied(to: text) == output)
      }
    }
  }

  @Test func refusesSplicesOverOneAnother() {
    var list = SpliceList()
    list.replace(2..<5, with: [])
    list.replace(4..<6, with: [])
    #expect(throws: WorkbookError.self) { try list.inOrder() }
  }
}

@Suite("Edits of packages")
struct PackageEditTests {
  @Test("edits parts in UTF-16", arguments: [true, false])
  func utf16(bigEndian: Bool) throws {
    let text = """
      <?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="\(WorkbookBuilder.main)"><sheetData>\
      <row r="1"><c r="A1" t="inlineStr"><is><t>日本</t></is></c></row></sheetData></worksheet>
      """
    let builder = WorkbookBuilder(part: text.utf16Bytes(bigEndian: bigEndian))
    let edited = try EditedBook(builder, ["A1": .value(.text("é😀")), "B1": .value(.number(5))])
    let archive = try ZipReader(file: RandomAccessFile(bytes: edited.after))
    let new = text.replacing("日本</t></is></c>", by: "é😀</t></is></c><c r=\"B1\"><v>5</v></c>")
    #expect(try archive.read("xl/worksheets/sheet1.xml") == new.utf16Bytes(bigEndian: bigEndian))
  }

  @Test func writesReferencesIntoPartsOfASCII() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><worksheet xmlns=\"\(WorkbookBuilder.main)\">"
      + "<sheetData/></worksheet>"
    let edited = try EditedBook(WorkbookBuilder(sheet: text), ["A1": .value(.text("é"))])
    #expect(try edited.text("xl/worksheets/sheet1.xml")?.range(of: "<t>&#233;</t>") != nil)
    #expect(try edited.workbook().sheets[0].cells()["A1"] == .text("é"))
  }

  @Test func refusesOtherEncodings() {
    let text =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet xmlns=\"\(WorkbookBuilder.main)\">"
      + "<sheetData/></worksheet>"
    #expect(
      RefusalTests.refusal(WorkbookBuilder(sheet: text).bytes(), ["A1": .value(.number(1))])
        == "book.xlsx: xl/worksheets/sheet1.xml: the part is kept in an encoding other than UTF-8 "
        + "or UTF-16; save the workbook again")
  }

  @Test func keepsAMarkAtTheBeginningOfAPart() throws {
    let text = "\u{feff}<worksheet xmlns=\"\(WorkbookBuilder.main)\"><sheetData/></worksheet>"
    let edited = try EditedBook(WorkbookBuilder(sheet: text), ["A1": .value(.number(1))])
    #expect(
      try edited.text("xl/worksheets/sheet1.xml")
        == text.replacing(
          "<sheetData/>", by: "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"))
  }

  /// The same part cut at each length ends in an error, never in a trap or a damaged file.
  @Test func endsInAnErrorForPartsCutShort() throws {
    let part = Array(
      WorkbookBuilder.worksheet(
        rows: #"<row r="1" spans="1:1"><c r="A1" t="s"><f>A2</f><v>0</v></c></row><row r="3"/>"#,
        before: #"<dimension ref="A1"/>"#
      ).utf8)
    for length in 0..<part.count {
      let builder = WorkbookBuilder(part: Array(part[..<length]))
      #expect(throws: WorkbookError.self) {
        try EditedBook(builder, ["A1": .value(.number(1)), "B2": .value(.number(1))])
      }
    }
  }

  @Test func editsStrictWorkbooks() throws {
    let text = "<worksheet xmlns=\"\(WorkbookBuilder.strict)\"><sheetData/></worksheet>"
    let edited = try EditedBook(WorkbookBuilder(sheet: text), ["B1": .value(.number(1))])
    #expect(try edited.workbook().sheets[0].cells()["B1"] == .number(1))
  }

  /// Rows past the scanner's window are found and spliced where they are.
  @Test func editsALongSheet() throws {
    var rows = ""
    for row in 1...6_000 {
      rows +=
        "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row)</v></c><c r=\"C\(row)\" t=\"str\"><v>text of the row</v></c></row>"
    }
    let edited = try EditedBook(
      WorkbookBuilder(rows: rows),
      [
        "A1": .value(.number(-1)), "B3000": .value(.number(-2)), "C6000": .value(.number(-3)),
        "A7000": .value(.number(-4)),
      ])
    let reference =
      rows
      .replacing("<c r=\"A1\"><v>1<", by: "<c r=\"A1\"><v>-1<")
    #expect(try edited.rows().utf8.count > reference.utf8.count)
    let grid = try edited.workbook().sheets[0].cells()
    #expect(
      [grid["A1"], grid["B3000"], grid["C6000"], grid["A7000"]]
        == [-1, -2, -3, -4].map { .number($0) })
    #expect(grid["A2999"] == .number(2999))
    #expect(grid["C5999"] == .text("text of the row"))
  }
}
