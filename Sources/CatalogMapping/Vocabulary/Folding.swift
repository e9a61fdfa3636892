/// Makes headings and words comparable whatever their case, accents, blanks and punctuation.
///
/// Small letters without accents, one blank where blanks or punctuation stood. Signs that mean
/// something in a workbook stay: `% # ° + € $ £`, comparison signs, arrows, ticks; a hyphen, point
/// or slash between letters is a blank. Number words (`N°`, `Nr.`, `No.`) become `nr`; thousands
/// marks inside numbers go.
enum Folding {
  /// The folded text.
  ///
  /// - Complexity: O(*n*) in the text's length.
  static func fold(_ text: some StringProtocol) -> String {
    String(decoding: bytes(of: String(text)), as: UTF8.self)
  }

  /// The folded text as UTF-8.
  static func bytes(of text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    append(text.utf8Span.span, to: &folded)
    return folded
  }

  /// Turns the words for *and* inside a heading into `&`, so that they are one in all languages.
  static func joinWords(_ folded: [UInt8]) -> [UInt8] {
    var joined = folded
    joinWords(&joined, from: 0)
    return joined
  }

  /// Does the same for what stands behind an index.
  static func joinWords(_ folded: inout [UInt8], from start: Int) {
    let blank = UInt8(ascii: " ")
    var index = start
    while index < folded.count {
      // A word for *and* stands between blanks, so never first or last.
      guard folded[index] == blank else {
        index += 1
        continue
      }
      var end = index + 1
      while end < folded.count, folded[end] != blank { end += 1 }
      if end < folded.count, isAnd(folded[(index + 1)..<end]) {
        folded.replaceSubrange((index + 1)..<end, with: CollectionOfOne(UInt8(ascii: "&")))
        index += 2
      } else {
        index = end
      }
    }
  }

  /// Whether a folded word is one for *and* in some language.
  static func isAnd(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    switch (word.count, first, last) {
    case (1, UInt8(ascii: "e"), _), (1, UInt8(ascii: "y"), _): return true
    case (2, UInt8(ascii: "e"), UInt8(ascii: "t")), (2, UInt8(ascii: "e"), UInt8(ascii: "d")):
      return true
    case (3, UInt8(ascii: "a"), UInt8(ascii: "d")):
      return word[word.startIndex + 1] == UInt8(ascii: "n")
    case (3, UInt8(ascii: "u"), UInt8(ascii: "d")):
      return word[word.startIndex + 1] == UInt8(ascii: "n")
    default: return false
    }
  }

  /// Appends a folded text to bytes.
  static func append(_ text: Span<UInt8>, to folded: inout [UInt8]) {
    var writer = FoldingWriter(output: folded)
    folded = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      if writer.takesLetters {
        // Most bytes are small letters within a word.
        if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
          writer.output.append(byte)
          index += 1
          continue
        }
      }
      if byte < 0x80 {
        writer.add(ascii: byte, at: index, in: text)
        index += 1
      } else {
        let (scalar, length) = decode(text, at: index)
        writer.add(scalar)
        index += length
      }
    }
    folded = writer.output
  }

  /// Reads one scalar of two to four bytes; bytes that are none give a replacement character.
  private static func decode(_ text: Span<UInt8>, at index: Int) -> (UInt32, length: Int) {
    let lead = UInt32(text[index])
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC0, index + length <= text.count else { return (0xFFFD, 1) }
    var value = lead & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return (value, length)
  }
}

/// Writes folded text, keeping track of the word being written.
private struct FoldingWriter {
  var output: [UInt8]
  private let start: Int
  /// Where the current word begins.
  private var wordStart: Int
  private var blankIsDue = false

  init(output: [UInt8]) {
    self.output = output
    start = output.count
    wordStart = output.count
  }

  mutating func add(ascii byte: UInt8, at index: Int, in text: Span<UInt8>) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      append(byte | 0x20)
    case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "$"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "~"),
      UInt8(ascii: "&"):
      append(byte)
    case UInt8(ascii: "-"):
      addHyphen(at: index, in: text)
    case UInt8(ascii: "/"):
      let next = index + 1 < text.count ? text[index + 1] : 0
      if isDigit(next), !isInWord { append(byte) } else { blankIsDue = true }
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "'"):
      addMark(byte, at: index, in: text)
    default:
      blankIsDue = true
    }
  }

  /// A hyphen is a sign before a number and alone, nothing at the end of a line, otherwise a blank.
  private mutating func addHyphen(at index: Int, in text: Span<UInt8>) {
    let next = index + 1 < text.count ? text[index + 1] : 0
    if next == 0x0A || next == 0x0D {
      // A word parted at the end of a line: its halves belong together.
      blankIsDue = false
      joinsNextLine = isInWord
    } else if isDigit(next), !isInWord {
      append(UInt8(ascii: "-"))
    } else {
      blankIsDue = true
    }
  }

  private var joinsNextLine = false

  /// A point, comma, blank or apostrophe: a thousands mark, part of an abbreviation, or a blank.
  private mutating func addMark(_ byte: UInt8, at index: Int, in text: Span<UInt8>) {
    let next = index + 1 < text.count ? text[index + 1] : 0
    if isDigit(next), lastIsDigit, !blankIsDue, hasThreeDigits(after: index, in: text) { return }
    if byte == UInt8(ascii: ".") {
      let isLetter = (next | 0x20) >= UInt8(ascii: "a") && (next | 0x20) <= UInt8(ascii: "z")
      // U.d.M. is one word.
      if isLetter, isInWord, output.count - wordStart == 1 || wordIsAbbreviation {
        wordIsAbbreviation = true
        return
      }
      if isDigit(next), lastIsDigit {
        append(byte)
        return
      }
      if next != 0xC2, wordMeansNumber { replaceWord() }
    }
    if byte == UInt8(ascii: " "), joinsNextLine { return }
    blankIsDue = true
  }

  private var wordIsAbbreviation = false

  mutating func add(_ scalar: UInt32) {
    switch scalar {
    case 0x85, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x2028, 0x2029:
      if lastIsDigit { isAfterNarrowBlank = true }
      blankIsDue = true
    case 0xAD, 0x200B...0x200F, 0xFEFF, 0x2060, 0xFE00...0xFE0F, 0x0300...0x036F:
      break
    case 0xB0, 0xBA:
      if wordMeansNumber {
        replaceWord()
        blankIsDue = true
      } else {
        append(utf8: scalar == 0xBA ? 0x6F : 0xB0)
      }
    case 0x2116:
      append(UInt8(ascii: "n"))
      append(UInt8(ascii: "r"))
      blankIsDue = true
    case 0x2010...0x2015, 0x2212:
      if isAlone { append(UInt8(ascii: "-")) } else { blankIsDue = true }
    case 0xA1, 0xA7, 0xAB, 0xB4, 0xB6...0xB8, 0xBB, 0xBF, 0x2016...0x2027, 0x2032...0x203F,
      0x3001...0x3003:
      blankIsDue = true
    default:
      if let plain = LatinLetters.plain(scalar) {
        for byte in plain.utf8 { append(byte) }
      } else {
        append(other: scalar)
      }
    }
  }

  private var isAfterNarrowBlank = false

  /// Whether a letter goes on with the word at hand, with nothing else to decide.
  var takesLetters: Bool {
    !blankIsDue && !isAfterNarrowBlank && !joinsNextLine && output.count > start
  }

  private var isAlone: Bool { output.count == start }

  /// A letter beyond Latin in its small form, or a sign as it is.
  private mutating func append(other scalar: UInt32) {
    guard let unicode = Unicode.Scalar(scalar) else { return }
    switch unicode.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter:
      for lower in unicode.properties.lowercaseMapping.unicodeScalars { append(utf8: lower.value) }
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation:
      blankIsDue = true
    case .nonspacingMark, .enclosingMark:
      break
    default:
      append(utf8: scalar)
    }
  }

  private mutating func append(utf8 scalar: UInt32) {
    guard let unicode = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(unicode) ?? UTF8.encodedReplacementCharacter { append(byte) }
  }

  private mutating func append(_ byte: UInt8) {
    if isAfterNarrowBlank, isDigit(byte), lastIsDigit {
      // 1 000 written with a blank that does not break.
      blankIsDue = false
    }
    isAfterNarrowBlank = false
    joinsNextLine = false
    if blankIsDue {
      blankIsDue = false
      if output.count > start {
        output.append(UInt8(ascii: " "))
        wordStart = output.count
        wordIsAbbreviation = false
      }
    }
    output.append(byte)
  }

  private var isInWord: Bool { !blankIsDue && output.count > wordStart }

  private var lastIsDigit: Bool { output.count > start && isDigit(output[output.count - 1]) }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func hasThreeDigits(after index: Int, in text: Span<UInt8>) -> Bool {
    guard index + 3 < text.count else { return false }
    for offset in 1...3 where !isDigit(text[index + offset]) { return false }
    return index + 4 >= text.count || !isDigit(text[index + 4])
  }

  private var wordMeansNumber: Bool {
    guard isInWord else { return false }
    switch output.count - wordStart {
    case 1: return output[wordStart] == UInt8(ascii: "n")
    case 2:
      return output[wordStart...].elementsEqual("no".utf8)
        || output[wordStart...].elementsEqual("nr".utf8)
    case 3:
      return output[wordStart...].elementsEqual("nro".utf8)
        || output[wordStart...].elementsEqual("num".utf8)
    default: return false
    }
  }

  private mutating func replaceWord() {
    output.removeSubrange(wordStart...)
    output.append(contentsOf: "nr".utf8)
  }
}
