/// Beginnings of words to be looked for in one pass over a text.
struct WordBeginnings: Sendable {
  fileprivate let words: [[UInt8]]
  /// The first bytes of all words as bits.
  private var first: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// The words, in small letters of ASCII.
  init(_ words: [String]) {
    self.words = words.map { Array($0.asciiLowercased.utf8) }
    for word in self.words {
      guard let byte = word.first else { continue }
      let bit = UInt64(1) << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: first.0 |= bit
      case 1: first.1 |= bit
      case 2: first.2 |= bit
      default: first.3 |= bit
      }
    }
  }

  fileprivate func mayBegin(_ byte: UInt8) -> Bool {
    let bits =
      switch byte >> 6 {
      case 0: first.0
      case 1: first.1
      case 2: first.2
      default: first.3
      }
    return bits >> UInt64(byte & 63) & 1 == 1
  }
}

extension String {
  /// Whether a word of the text begins with one of these, whatever the case of ASCII letters.
  func holdsWord(beginning beginnings: WordBeginnings) -> Bool {
    countWords(beginning: beginnings, upTo: 1) > 0
  }

  /// How many of these begin a word of the text, each counted once.
  func countWords(beginning beginnings: WordBeginnings, upTo most: Int = .max) -> Int {
    let bytes = utf8Span.span
    var found: [Int] = []
    var isInWord = false
    for index in 0..<bytes.count {
      let byte = bytes[index]
      let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      let isWord = isLetter || byte >= 0x80
      defer { isInWord = isWord }
      guard isWord, !isInWord else { continue }
      let small = isLetter && byte < 0x80 ? byte | 0x20 : byte
      guard beginnings.mayBegin(small) else { continue }
      for (number, word) in beginnings.words.enumerated()
      where !found.contains(number) && Self.begins(word, bytes, at: index) {
        found.append(number)
        if found.count >= most { return found.count }
      }
    }
    return found.count
  }

  private static func begins(_ word: [UInt8], _ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard start + word.count <= bytes.count else { return false }
    for offset in word.indices {
      let byte = bytes[start + offset]
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if small != word[offset] { return false }
    }
    return true
  }
}
