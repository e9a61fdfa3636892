/// The hash of a folded text, and which letters it has; blanks do not count.
///
/// Two texts have the same hash if their folded forms are the same but for blanks; that others have
/// it too is as likely as one in 2⁶⁴, and then a heading is taken for another. Most texts are
/// hashed as they are read, without folding them into memory.
struct FoldedHash: Sendable, Hashable {
  /// The hash, by FNV-1a.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  /// The letters and their number.
  private(set) var letters = LetterSet()

  /// Hashes a text as it is written.
  ///
  /// - Parameters:
  ///   - text: The text, UTF-8.
  ///   - joinsWords: Whether the words for *and* are one, as in headings.
  init(_ text: Span<UInt8>, joinsWords: Bool = false) {
    var end = 0
    self =
      Self.quick(text, to: &end, joinsWords: joinsWords, isListed: false)
      ?? FoldedHash(slowly: text, joinsWords: joinsWords)
  }

  /// Hashes a word of a list as it is written.
  ///
  /// - Parameters:
  ///   - list: The list, UTF-8.
  ///   - end: Where the word begins; afterwards where it ends: at a semicolon, the end of the line
  ///     or of the list.
  ///   - joinsWords: Whether the words for *and* are one, as in headings.
  init(wordOf list: Span<UInt8>, endingAt end: inout Int, joinsWords: Bool) {
    let start = end
    if let hash = Self.quick(list, to: &end, joinsWords: joinsWords, isListed: true) {
      self = hash
      return
    }
    end = start
    while end < list.count, !Self.endsWord(list[end]) { end &+= 1 }
    self.init(slowly: list.extracting(start..<end), joinsWords: joinsWords)
  }

  private init(slowly text: Span<UInt8>, joinsWords: Bool) {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    Folding.append(text, to: &folded)
    if joinsWords { Folding.joinWords(&folded, from: 0) }
    self = FoldedHash(folded: folded[...])
  }

  /// Hashes a text as it is written.
  init(_ text: String, joinsWords: Bool = false) {
    self.init(text.utf8Span.span, joinsWords: joinsWords)
  }

  /// Hashes a folded text.
  init(folded text: ArraySlice<UInt8>) {
    for byte in text where byte != UInt8(ascii: " ") { add(byte) }
  }

  /// Whether the text is empty or all blanks and punctuation.
  var isEmpty: Bool { letters.isEmpty }

  @inline(__always)
  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    letters.insert(byte)
  }

  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\n")
  }

  /// Hashes a text of letters, digits and plain marks from `end` on; nil if something in it must be
  /// folded with its neighbors in view.
  ///
  /// If it is listed, a semicolon or the end of the line ends it.
  @inline(__always)
  private static func quick(
    _ text: Span<UInt8>, to end: inout Int, joinsWords: Bool, isListed: Bool
  ) -> FoldedHash? {
    let count = text.count
    let start = end
    var index = start
    var hash = FoldedHash(folded: [])
    // Where the word at hand begins, and whether one stands before it.
    var wordStart = start
    var isFirst = true
    while index < count {
      let byte = text[index]
      let letter = byte | 0x20
      if letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") {
        hash.add(letter)
        index &+= 1
        continue
      }
      if isListed, Self.endsWord(byte) { break }
      switch byte {
      case 0x30...0x39, UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "+"),
        UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="),
        UInt8(ascii: "~"), UInt8(ascii: "&"):
        hash.add(byte)
        index &+= 1
        continue
      case 0xC3:
        guard index + 1 < count, text[index + 1] & 0x1F != 0x17 else { return nil }
        hash.addLatin(text[index + 1])
        index &+= 2
        continue
      default: break
      }
      let length = index - wordStart
      let next = index + 1 < count ? text[index + 1] : 0
      var width = 1
      if byte >= 0x80 {
        // A blank that does not break, and the marks ‘ ’ “ ” … .
        if byte == 0xE2, next == 0x80, index + 2 < count, text[index + 2] >= 0x98,
          text[index + 2] <= 0xA6
        {
          width = 3
        } else if byte == 0xC2, next == 0xA0 {
          width = 2
        } else {
          return nil
        }
        if index > start, isDigit(text[index - 1]) { return nil }
      } else if isDigit(next),
        byte != UInt8(ascii: " ") || index > start && isDigit(text[index - 1])
      {
        // Before a digit a mark can be a sign, a decimal point or a thousands mark.
        return nil
      }
      if length > 0 {
        let first = text[wordStart] | 0x20
        // Nr. and No. are words of their own.
        if length <= 3 {
          if byte == UInt8(ascii: "."), first == UInt8(ascii: "n") { return nil }
          if joinsWords, !isFirst, mayBeAnd(first) { return nil }
        }
        isFirst = false
      }
      index &+= width
      wordStart = index
    }
    end = index
    return hash
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether a short word could be one for *and*: `e`, `y`, `et`, `ed`, `and`, `und`.
  private static func mayBeAnd(_ first: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "u"), UInt8(ascii: "y"): true
    default: false
    }
  }

  /// Adds the plain letters of U+00C0 to U+00FF, told by the second byte.
  private mutating func addLatin(_ second: UInt8) {
    switch second & 0x1F {
    case 0x00...0x05: add(UInt8(ascii: "a"))
    case 0x06:
      add(UInt8(ascii: "a"))
      add(UInt8(ascii: "e"))
    case 0x07: add(UInt8(ascii: "c"))
    case 0x08...0x0B: add(UInt8(ascii: "e"))
    case 0x0C...0x0F: add(UInt8(ascii: "i"))
    case 0x10: add(UInt8(ascii: "d"))
    case 0x11: add(UInt8(ascii: "n"))
    case 0x12...0x16, 0x18: add(UInt8(ascii: "o"))
    case 0x19...0x1C: add(UInt8(ascii: "u"))
    case 0x1D: add(UInt8(ascii: "y"))
    case 0x1E:
      add(UInt8(ascii: "t"))
      add(UInt8(ascii: "h"))
    default:
      // ß and ÿ.
      if second == 0x9F {
        add(UInt8(ascii: "s"))
        add(UInt8(ascii: "s"))
      } else {
        add(UInt8(ascii: "y"))
      }
    }
  }
}
