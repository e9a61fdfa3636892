import TestSupport
import Testing

@testable import SpreadsheetML

@Suite("Text as XML can hold it")
struct TextEscapingTests {
  static let cases: [(text: String, markup: String)] = [
    ("plain", "plain"), ("a & b", "a &amp; b"), ("<b>", "&lt;b&gt;"), ("\"'", "\"'"),
    ("été 𝄞 日本", "été 𝄞 日本"), ("tab\tand\nline", "tab\tand\nline"),
    // A parser would make a line feed of it (XML 1.0, 2.11).
    ("a\rb", "a&#13;b"), ("a\u{1}b", "a_x0001_b"), ("\u{1F}!", "_x001F_!"),
    ("\u{FFFE}", "_xFFFE_"), ("\u{FFFF}", "_xFFFF_"), ("\u{FFFD}\u{EF00}", "\u{FFFD}\u{EF00}"),
    ("_x0041_", "_x005F_x0041_"), ("__x0041__", "__x005F_x0041__"), ("_x00g1_", "_x00g1_"),
    ("_x0041", "_x0041"), ("_X0041_", "_X0041_"), ("a_b_c", "a_b_c"), ("_xAbCd_", "_x005F_xAbCd_"),
    // The underscore at the end is the first of the next escape.
    ("_x0041\u{2}", "_x005F_x0041_x0002_"), ("_x0041\u{FFFF}", "_x005F_x0041_xFFFF_"),
    ("_x0041\n_", "_x0041\n_"), ("_x0041\u{FFFD}", "_x0041\u{FFFD}"),
    ("\u{7F}\u{85}", "\u{7F}\u{85}"),
  ]

  @Test("Texts are escaped where they stand", arguments: cases)
  func escapesInCells(text: String, markup: String) throws {
    // Long texts are not shared, so the text stands in its cell.
    let padding = String(repeating: "p", count: 600)
    let rows = try Written { try $0.addSheet("Sheet").writeRow([.text(padding + text + "e")]) }
      .rows()
    #expect(
      rows
        == #"<row r="1"><c r="A1" t="inlineStr"><is><t>\#(padding)\#(markup)e</t></is></c></row>"#)
  }

  @Test("Texts are escaped where they are shared", arguments: cases)
  func escapesSharedTexts(text: String, markup: String) throws {
    let texts = try Written { try $0.addSheet("Sheet").writeRow([.text("s" + text + "e")]) }
      .part("xl/sharedStrings.xml")
    #expect(texts.contains("<si><t>s\(markup)e</t></si>"))
  }

  @Test("White space at the ends is kept", arguments: [" a", "a ", "\na", "a\t", " "])
  func keepsOuterBlanks(text: String) throws {
    let bytes = try WorkbookWriter.bytes { try $0.addSheet("Sheet").writeRow([.text(text)]) }
    let book = try Workbook.open(bytes: bytes)
    #expect(try book.sheets[0].cells()["A1"] == .text(text))
    let texts = try Written { try $0.addSheet("Sheet").writeRow([.text(text)]) }
      .part("xl/sharedStrings.xml")
    #expect(texts.contains("<t xml:space=\"preserve\">"))
  }

  @Test func comesBackWhateverTheTextAndWhereverABlockEnds() throws {
    var random = SplitMix(seed: 3)
    let pieces = [
      "a", "é", "𝄞", "&", "<", ">", "_", "_x0041_", "\r", "\n", " ", "\u{2}", "\u{FFFF}",
      "\u{FFFE}",
      "日", "\u{EFFF}", "x005F_", "_x005F", "]]>",
    ]
    var texts: [String] = []
    for length in 0..<90 {
      texts.append((0..<length * 61).map { _ in random.pick(pieces) }.joined())
    }
    texts = texts.filter { $0.utf16.count <= 32_767 }
    let bytes = try WorkbookWriter.bytes { book in
      let sheet = try book.addSheet("Sheet")
      for text in texts { try sheet.writeRow([.text(text)]) }
    }
    let cells = try Workbook.open(bytes: bytes).sheets[0].cells()
    for (index, text) in texts.enumerated() {
      let value = cells[CellReference(row: index + 1, column: 1) ?? .lastCell]
      #expect(value == (text.isEmpty ? .text("") : .text(text)), "text \(index)")
    }
  }

  @Test func escapesNamesAndAttributes() throws {
    let written = try Written { book in
      let sheet = try book.addSheet("\"R&D\" <1>")
      try sheet.writeRow(["x"])
      try book.define("Ten", as: "\"a&b\"")
    }
    let workbook = try written.part("xl/workbook.xml")
    #expect(workbook.contains(#"name="&quot;R&amp;D&quot; &lt;1&gt;""#))
    #expect(workbook.contains(#"<definedName name="Ten">"a&amp;b"</definedName>"#))
  }
}
