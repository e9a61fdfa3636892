/// A word of at most eight ASCII characters, held without a reference: letters of a column, digits
/// of a row.
struct ShortASCII: Sendable {
  private var bits: UInt64 = 0
  private var count = 0

  /// Holds the first eight bytes of a text.
  init(_ text: String) {
    for byte in text.utf8.prefix(8) {
      bits |= UInt64(byte) << UInt64(8 * count)
      count += 1
    }
  }

  /// The text of this word and another.
  func followed(by other: ShortASCII) -> String {
    unsafe String(unsafeUninitializedCapacity: count + other.count) { room in
      unsafe write(to: room, at: 0)
      unsafe other.write(to: room, at: count)
      return count + other.count
    }
  }

  private func write(to room: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
    var rest = bits
    for index in 0..<count {
      // Two words have at most sixteen bytes.
      unsafe room[start + index] = UInt8(truncatingIfNeeded: rest)
      rest >>= 8
    }
  }
}
