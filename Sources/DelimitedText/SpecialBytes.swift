/// Tells whether any of eight bytes is one for which a field needs quotes.
@usableFromInline
struct SpecialBytes: Sendable {
  /// The delimiter, eight times.
  @usableFromInline
  let delimiters: UInt64

  /// The quote, eight times.
  @usableFromInline
  let quotes: UInt64

  init(delimiter: UInt8, quote: UInt8) {
    delimiters = 0x0101_0101_0101_0101 &* UInt64(delimiter)
    quotes = 0x0101_0101_0101_0101 &* UInt64(quote)
  }

  /// Zero when no byte of `word` is delimiter, quote, LF or CR.
  @inlinable
  @inline(__always)
  func found(in word: UInt64) -> UInt64 {
    let found =
      Self.zeroByte(word ^ delimiters) | Self.zeroByte(word ^ quotes)
      | Self.zeroByte(word ^ 0x0A0A_0A0A_0A0A_0A0A) | Self.zeroByte(word ^ 0x0D0D_0D0D_0D0D_0D0D)
    return found & 0x8080_8080_8080_8080
  }

  /// Sets the top bit of the lowest byte that is zero; of the top bits above it some may be set too,
  /// and without a zero byte none is (Warren, "Hacker's Delight", section 6-1).
  @inlinable
  @inline(__always)
  static func zeroByte(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word
  }
}
