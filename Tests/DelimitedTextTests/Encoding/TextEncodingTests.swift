import DelimitedText
import Testing

@Suite struct TextEncodingTests {
  @Test(
    "Names of encodings",
    arguments: [
      ("utf-8", .utf8), ("UTF8", .utf8), ("utf_8", .utf8), ("ascii", .utf8),
      ("UTF-16LE", .utf16LittleEndian), ("utf-16", .utf16LittleEndian),
      ("Unicode", .utf16LittleEndian), ("utf-16be", .utf16BigEndian),
      ("cp1252", .windows1252), ("windows-1252", .windows1252), ("ANSI", .windows1252),
      ("latin1", .latin1), ("Latin-1", .latin1), ("ISO-8859-1", .latin1), ("iso8859-1", .latin1),
      ("koi8-r", nil), ("", nil), ("utf-32", nil),
    ] as [(String, TextEncoding?)])
  func names(name: String, encoding: TextEncoding?) {
    #expect(TextEncoding(named: name) == encoding)
  }

  @Test(arguments: TextEncoding.allCases)
  func knowsItsOwnName(encoding: TextEncoding) {
    #expect(TextEncoding(named: encoding.description) == encoding)
  }
}

/// Texts in every encoding, as they come out of the reader.
@Suite struct EncodedTextTests {
  /// `a,é,€\n漢,😀` as far as the encoding has it, with the bytes taken from the standards.
  static let samples: [(TextEncoding, [UInt8], [[String]])] = [
    (
      .utf8,
      [0x61, 0x2C, 0xC3, 0xA9, 0x2C, 0xE2, 0x82, 0xAC, 0x0A, 0xE6, 0xBC, 0xA2, 0x2C]
        + [0xF0, 0x9F, 0x98, 0x80],
      [["a", "é", "€"], ["漢", "😀"]]
    ),
    (
      .utf16LittleEndian,
      [0x61, 0, 0x2C, 0, 0xE9, 0, 0x2C, 0, 0xAC, 0x20, 0x0A, 0, 0x22, 0x6F, 0x2C, 0]
        + [0x3D, 0xD8, 0x00, 0xDE],
      [["a", "é", "€"], ["漢", "😀"]]
    ),
    (
      .utf16BigEndian,
      [0, 0x61, 0, 0x2C, 0, 0xE9, 0, 0x2C, 0x20, 0xAC, 0, 0x0A, 0x6F, 0x22, 0, 0x2C]
        + [0xD8, 0x3D, 0xDE, 0x00],
      [["a", "é", "€"], ["漢", "😀"]]
    ),
    (
      .windows1252, [0x61, 0x2C, 0xE9, 0x2C, 0x80, 0x0A, 0x9C, 0x2C, 0xFF],
      [["a", "é", "€"], ["œ", "ÿ"]]
    ),
    (
      .latin1, [0x61, 0x2C, 0xE9, 0x2C, 0x80, 0x0A, 0xA4, 0x2C, 0xFF],
      [["a", "é", "\u{80}"], ["¤", "ÿ"]]
    ),
  ]

  static let marks: [TextEncoding: [UInt8]] = [
    .utf8: [0xEF, 0xBB, 0xBF], .utf16LittleEndian: [0xFF, 0xFE], .utf16BigEndian: [0xFE, 0xFF],
  ]

  @Test(arguments: samples)
  func readsEachWithAndWithoutMark(
    encoding: TextEncoding, bytes: [UInt8], records: [[String]]
  ) {
    for text in [bytes, (Self.marks[encoding] ?? []) + bytes] {
      for split in 0...text.count {
        #expect(Reading(text, encoding: encoding, splitAt: split).texts == records)
      }
      for chunk in [1, 2, 3, .max] {
        let reading = Reading(text, encoding: encoding, chunk: chunk)
        #expect(reading.texts == records)
        #expect(reading.error == nil)
      }
    }
  }

  @Test(arguments: samples)
  func aMarkDecidesAgainstTheEncodingAskedFor(
    encoding: TextEncoding, bytes: [UInt8], records: [[String]]
  ) {
    guard let mark = Self.marks[encoding] else { return }
    for other in TextEncoding.allCases {
      #expect(Reading(mark + bytes, encoding: other).texts == records)
    }
  }

  @Test func aMarkAloneIsNoRecord() {
    for mark in Self.marks.values {
      let reading = Reading(mark)
      #expect(reading.texts == [])
      #expect(reading.error == nil)
    }
  }

  @Test func onlyTheFirstMarkIsLeftOut() {
    let reading = Reading("\u{FEFF}\u{FEFF}a,\u{FEFF}b")
    #expect(reading.texts == [["\u{FEFF}a", "\u{FEFF}b"]])
  }

  /// Windows-1252 by the index of the WHATWG Encoding Standard.
  @Test func readsEveryByteOfWindows1252() throws {
    let upper = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
    let reading = Reading(Array(0x80...0xFF), encoding: .windows1252)
    let rest = (0xA0...0xFF).compactMap { Unicode.Scalar($0) }.map { String($0) }.joined()
    #expect(reading.texts == [[upper + rest]])
  }

  /// Every first byte of a character and what may follow it (Unicode Standard, table 3-7).
  @Test func agreesWithTheStandardLibraryOnEveryTwoBytesAndMore() {
    for first: UInt8 in 0x7E...0xFF {
      for second: UInt8 in [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF] {
        for tail: [UInt8] in [[], [0x80], [0xBF, 0x80], [0x80, 0xBF, 0x2C], [0x80, 0x41]] {
          let bytes = [first, second] + tail
          let valid = String(validating: bytes, as: UTF8.self)
          let isMark = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
          guard !isMark else { continue }
          for padding in [0, 13, 16] {
            let padded = Array(repeating: UInt8(ascii: "x"), count: padding) + bytes
            let reading = Reading(padded)
            #expect((reading.error == nil) == (valid != nil), "\(bytes)")
            if let valid, reading.error == nil {
              let joined = reading.texts.map { $0.joined(separator: ",") }.joined()
              #expect(joined == String(repeating: "x", count: padding) + valid)
            }
          }
        }
      }
    }
  }
}
