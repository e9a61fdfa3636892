import TestSupport
import Testing

@testable import XMLStream

@Suite("XMLText")
struct XMLTextTests {
  static func decoded(
    _ raw: String, isAttribute: Bool = false, isCDATA: Bool = false
  ) -> String {
    var output: [UInt8] = []
    do throws(XMLError) {
      try XMLText.append(
        Array(raw.utf8).span, isAttribute: isAttribute, isCDATA: isCDATA, offset: 100, to: &output)
    } catch {
      return "\(error)"
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "resolves references and line ends",
    arguments: [
      ("plain", "plain"), ("", ""), ("a&lt;b&gt;c&amp;d&quot;e&apos;f", "a<b>c&d\"e'f"),
      ("&#x41;&#66;&#x1f600;&#x1F600;", "AB😀😀"), ("&#9;&#10;&#13;&#32;", "\t\n\r "),
      ("&#xD7FF;&#xE000;&#xFFFD;&#x10FFFF;", "\u{d7ff}\u{e000}\u{fffd}\u{10ffff}"),
      ("a\r\nb\rc\nd\r\r\ne", "a\nb\nc\nd\n\ne"), ("tab\there", "tab\there"),
      ("&amp;amp;", "&amp;"),
      ("é€😀", "é€😀"), ("] ]] ]>", "] ]] ]>"), ("&#0000065;", "A"),
    ])
  func text(raw: String, decoded: String) {
    #expect(XMLTextTests.decoded(raw) == decoded)
  }

  @Test(
    "turns white space in attributes into blanks, references to it not",
    arguments: [
      ("a\tb\nc\rd\r\ne", "a b c d e"), ("&#9;&#10;&#13;", "\t\n\r"), ("]]>", "]]>"),
      (" a ", " a "),
    ])
  func attribute(raw: String, decoded: String) {
    #expect(XMLTextTests.decoded(raw, isAttribute: true) == decoded)
  }

  @Test(
    "takes CDATA as it stands but for line ends",
    arguments: [("&amp;<x>", "&amp;<x>"), ("a\r\nb", "a\nb"), ("]]", "]]"), ("&", "&")])
  func cdata(raw: String, decoded: String) {
    #expect(XMLTextTests.decoded(raw, isCDATA: true) == decoded)
  }

  @Test(
    "says what is wrong and where",
    arguments: [
      ("ab&", "byte 102: '&' must begin a reference such as '&amp;'"),
      ("ab& c;", "byte 102: an entity other than lt, gt, amp, quot and apos is used"),
      ("&averylongnameindeed;", "byte 100: '&' must begin a reference such as '&amp;'"),
      ("&#xfffe;", "byte 100: a character reference names no character of XML"),
      ("&#8;", "byte 100: a character reference names no character of XML"),
      ("a\u{1f}", "byte 101: the control character 0x1F is not allowed in XML"),
      ("\u{0}", "byte 100: the control character 0x00 is not allowed in XML"),
      ("x]]>", "byte 101: ']]>' may not stand in text"),
    ])
  func sentences(raw: String, sentence: String) {
    #expect(XMLTextTests.decoded(raw) == sentence)
  }

  @Test func knowsValidUTF8AsTheStandardLibraryDoes() {
    var random = SplitMix(seed: 3)
    let heads: [UInt8] = [0x41, 0x7f, 0x80, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xee, 0xef]
    let tails: [UInt8] = [0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff, 0x8f, 0x90, 0x9f, 0xa0, 0x80, 0xbf]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        random.pick(random.once(in: 2) ? heads : tails)
      }
      let text = String(validating: bytes, as: UTF8.self)
      let isValid =
        text.map { !$0.unicodeScalars.contains { $0 == "\u{fffe}" || $0 == "\u{ffff}" } } ?? false
      #expect(isValidUTF8(bytes) == isValid, "\(bytes)")
    }
  }

  @Test func knowsEveryScalar() {
    // One in 13, and both sides of every change of length.
    for value in stride(from: UInt32(0), through: 0x10ffff, by: 13) {
      guard let scalar = Unicode.Scalar(value), value != 0xfffe, value != 0xffff else { continue }
      #expect(isValidUTF8(Array(String(scalar).utf8)))
    }
    for value in [0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0x10000, 0x10ffff] {
      let text = Unicode.Scalar(UInt32(value)).map { String($0) } ?? ""
      #expect(!text.isEmpty && isValidUTF8(Array(text.utf8)))
    }
    // XML 1.0, 2.2 leaves these two out, and no others of their kind.
    for text in ["\u{fffe}", "\u{ffff}"] { #expect(!isValidUTF8(Array(text.utf8))) }
    for text in ["\u{1fffe}", "\u{1ffff}"] { #expect(isValidUTF8(Array(text.utf8))) }
  }

  /// Eight bytes are looked at in one step, so what is no character must be found at each place of
  /// a step, and across two.
  @Test func whatIsNoUTF8IsFoundWhereverItStands() {
    let telling: [UInt8] = [
      0x41, 0x80, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    for before in [0, 3, 5, 6, 7, 8] {
      for after in [0, 2, 9] {
        for first in telling {
          for second in telling {
            for third in telling {
              let piece = [first, second, third]
              let bytes =
                [UInt8](repeating: 0x61, count: before) + piece
                + [UInt8](repeating: 0x62, count: after)
              // XML does not allow U+FFFF.
              let isValid =
                String(validating: bytes, as: UTF8.self) != nil && piece != [0xEF, 0xBF, 0xBF]
              if isValidUTF8(bytes) != isValid { Issue.record("\(bytes)") }
            }
          }
        }
      }
    }
  }

  private func isValidUTF8(_ bytes: [UInt8]) -> Bool { XMLText.isValidUTF8(bytes.span) }

  @Test func readsHexDigits() {
    for byte in UInt8.min...UInt8.max {
      let character = Character(Unicode.Scalar(byte))
      let value = byte < 0x80 ? character.hexDigitValue : nil
      #expect(XMLText.hexDigit(byte).map { Int($0) } == value)
    }
  }
}
