import TestSupport
import Testing
import XMLStream

@testable import SpreadsheetML

@Suite("RichText")
struct RichTextTests {
  static func text(_ content: String) throws -> String {
    let bytes = Array("<si>\(content)</si>".utf8)
    let xml = try XMLScanner(
      ByteWindow(XMLMemorySource(bytes), limit: 1 << 20), depth: 20, attributes: 20)
    _ = try xml.next()
    var output = Array("before ".utf8)
    try RichText.append(xml, to: &output)
    #expect(try xml.next() == .finished)
    return String(decoding: output.dropFirst(7), as: UTF8.self)
  }

  @Test(
    "takes the text of plain and formatted items",
    arguments: [
      ("<t>plain</t>", "plain"), ("<t/>", ""), ("", ""), ("<t xml:space='preserve'> a </t>", " a "),
      ("<t> a </t>", " a "), ("<r><t>one</t></r><r><rPr><b/></rPr><t> two</t></r>", "one two"),
      ("<r><rPr><rFont val='t'/></rPr></r>", ""), ("<t>a&amp;b</t>", "a&b"),
      ("<t>a<![CDATA[<b>]]>c</t>", "a<b>c"), ("<t>a<!-- x -->b</t>", "ab"),
      ("<t>漢字</t><rPh sb='0' eb='2'><t>かんじ</t></rPh><phoneticPr fontId='1'/>", "漢字"),
      ("<r><t>漢</t></r><rPh sb='0' eb='1'><t>かん</t></rPh><r><t>字</t></r>", "漢字"),
      ("<t>a\r\nb</t>", "a\nb"), ("<t>_x000D_</t>", "\r"),
    ])
  func content(content: String, text: String) throws {
    #expect(try Self.text(content) == text)
  }
}

@Suite("TextEscape")
struct TextEscapeTests {
  static func undone(_ text: String) -> String {
    var bytes = Array("_x0041_".utf8) + Array(text.utf8)
    // What stands before the start is not touched.
    TextEscape.undo(in: &bytes, from: 7)
    #expect(bytes.starts(with: Array("_x0041_".utf8)))
    return String(decoding: bytes.dropFirst(7), as: UTF8.self)
  }

  @Test(
    "undoes what SpreadsheetML escapes",
    arguments: [
      ("_x0041_", "A"), ("_x000D_", "\r"), ("_x000a_", "\n"), ("_x0000_", "\0"), ("_x00E9_", "é"),
      ("_x20AC_", "€"), ("_xD83D__xDE00_", "😀"), ("a_x0041_b", "aAb"), ("_x0041__x0042_", "AB"),
      ("_x0041_x0042_", "Ax0042_"), ("__x0041_", "_A"), ("_x005F_x0041_", "_x0041_"),
      ("_x005F_x005F_x0041_", "_x005FA"), ("_x005F_x005F_x005F_x0041_", "_x005F_x0041_"),
      ("_xFFFF_", "\u{ffff}"),
    ])
  func undoes(text: String, plain: String) {
    #expect(Self.undone(text) == plain)
  }

  @Test(
    "leaves what is no escape",
    arguments: [
      "", "_", "_x", "_x0041", "_x004_", "_x00411_", "x0041_", "_X0041_", "_x004G_", "_x 041_",
      "_x+041_", "_x-041_", "_xD83D_", "_xDE00_", "_xDE00__xD83D_", "_xD83D_x", "_xD83D__xD83D_",
      "_xD83D_ _xDE00_", "a_b_c", "_x00é_", "_x0041\u{301}",
    ])
  func leaves(text: String) {
    // Compared byte by byte: Swift holds texts equal that are spelled differently.
    #expect(Array(Self.undone(text).utf8) == Array(text.utf8))
  }
}
