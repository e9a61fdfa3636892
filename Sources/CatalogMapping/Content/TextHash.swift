/// A quick hash of bytes for tables of texts that were met before.
///
/// Nothing relies on it: who finds a hash compares the text, and the tables are bounded, so that a
/// file made to give the same hash again and again is read a little slower and no more.
enum TextHash {
  /// A number to begin with, another one in each run.
  static func seed() -> UInt64 { UInt64(truncatingIfNeeded: Hasher().finalize()) }

  /// A number of all bytes; those of a place weigh otherwise than those of another.
  static func hash(_ bytes: Span<UInt8>, seed: UInt64) -> UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    let count = bytes.count
    var hash = seed ^ UInt64(count)
    guard count >= 8 else {
      for index in 0..<count { hash = (hash ^ UInt64(bytes[index])) &* factor }
      return hash ^ hash >> 29
    }
    var index = 0
    while index < count & ~7 {
      hash = (hash ^ word(bytes, index)) &* factor
      hash ^= hash >> 32
      index += 8
    }
    hash = (hash ^ word(bytes, count - 8)) &* factor
    return hash ^ hash >> 29
  }

  /// Whether a text is these bytes.
  static func isSame(_ text: String, _ bytes: Span<UInt8>) -> Bool {
    let known = text.utf8Span.span
    let count = bytes.count
    guard known.count == count else { return false }
    guard count >= 8 else {
      for index in 0..<count where known[index] != bytes[index] { return false }
      return true
    }
    var index = 0
    while index < count & ~7 {
      guard word(known, index) == word(bytes, index) else { return false }
      index += 8
    }
    return word(known, count - 8) == word(bytes, count - 8)
  }

  /// Eight bytes from a place; there are that many.
  private static func word(_ bytes: Span<UInt8>, _ index: Int) -> UInt64 {
    unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
  }
}
