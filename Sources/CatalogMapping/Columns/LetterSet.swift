/// The letters of a word as bits, with its length: tells quickly that two words are too far apart.
struct LetterSet: BitwiseCopyable, Sendable, Hashable {
  private(set) var bits: UInt32 = 0
  private(set) var length: Int32 = 0

  /// No letters.
  init() {}

  /// The letters of a folded word; blanks do not count.
  init(_ word: ArraySlice<UInt8>) {
    for byte in word where byte != UInt8(ascii: " ") { insert(byte) }
  }

  /// Adds a letter.
  @inline(__always)
  mutating func insert(_ byte: UInt8) {
    bits |= 1 << UInt32(byte & 31)
    length &+= 1
  }

  /// Whether there are none.
  var isEmpty: Bool { length == 0 }

  /// Whether so many changes could make one word of the other: each changes two letters at most.
  func differs(from other: LetterSet, by changes: Int) -> Bool {
    abs(Int(length) - Int(other.length)) <= changes
      && (bits ^ other.bits).nonzeroBitCount <= 2 * changes
  }
}
