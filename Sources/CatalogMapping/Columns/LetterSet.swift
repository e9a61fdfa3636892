/// The letters of a word as bits, with its length: tells quickly that two words are too far apart.
struct LetterSet: Sendable {
  private var bits: UInt32 = 0
  private var length = 0

  /// The letters of a folded word; blanks do not count.
  init(_ word: ArraySlice<UInt8>) {
    for byte in word where byte != UInt8(ascii: " ") {
      bits |= 1 << UInt32(byte & 31)
      length += 1
    }
  }

  /// Whether so many changes could make one word of the other: each changes two letters at most.
  func differs(from other: LetterSet, by changes: Int) -> Bool {
    abs(length - other.length) <= changes && (bits ^ other.bits).nonzeroBitCount <= 2 * changes
  }
}
