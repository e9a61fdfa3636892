/// Up to seven bytes in a word, to be compared with the bytes of a text at once.
struct ShortBytes: Equatable {
  let count: Int
  private let word: UInt64
  private let mask: UInt64
  /// Whether the bytes it was made of fitted.
  let isWhole: Bool

  init() {
    count = 0
    word = 0
    mask = 0
    isWhole = true
  }

  init(_ bytes: some Collection<UInt8>) {
    isWhole = bytes.count <= 7
    count = isWhole ? bytes.count : 0
    var word: UInt64 = 0
    for byte in bytes.prefix(7).reversed() { word = word << 8 | UInt64(byte) }
    self.word = isWhole ? word : 0
    mask = count == 0 ? 0 : UInt64.max >> (64 - 8 * UInt64(count))
  }

  /// The bytes that `count` low bytes of a word hold.
  init(word: UInt64, count: Int) {
    self.count = count
    mask = count == 0 ? 0 : UInt64.max >> (64 - 8 * UInt64(count))
    self.word = word & mask
    isWhole = true
  }

  /// Whether they stand at `at`; eight bytes from there on must exist.
  @inline(__always)
  func stand(in bytes: Span<UInt8>, at: Int) -> Bool {
    (bytes.word(at: at) ^ word) & mask == 0
  }
}

extension Span<UInt8> {
  /// The eight bytes from `at` on as a little-endian word.
  ///
  /// The scanner's window has NULs behind its last byte, so that this may be asked a little past
  /// it.
  @inline(__always)
  func word(at: Int) -> UInt64 {
    // Checked against the span's bounds; any eight bytes are a word.
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// The place behind `text`, of at most eight bytes, when it stands at `at`, else nil.
  @inline(__always)
  func skip(_ text: StaticString, at: Int) -> Int? {
    let size = text.utf8CodeUnitCount
    var word: UInt64 = 0
    var index = size
    while index > 0 {
      index -= 1
      word = word << 8 | UInt64(unsafe text.utf8Start[index])
    }
    let mask = UInt64.max >> (64 - 8 * UInt64(size))
    return (self.word(at: at) ^ word) & mask == 0 ? at + size : nil
  }

  /// The place behind `bytes` when they stand at `at`, else nil.
  @inline(__always)
  func skip(_ bytes: ShortBytes, at: Int) -> Int? {
    bytes.stand(in: self, at: at) ? at + bytes.count : nil
  }

  /// The place behind the bytes from `at` on that are text and nothing else, eight at a time.
  ///
  /// It stops at or before the first `<`, `&`, `]`, `_` or control character, and so before the NULs
  /// behind the window's last byte.
  ///
  /// - Parameters:
  ///   - at: where to begin.
  ///   - beyond: gets bits of the bytes that are not ASCII.
  /// - Returns: where to go on, byte by byte.
  @inline(__always)
  func endOfPlainWords(from at: Int, beyond: inout UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var at = at
    while true {
      let word = word(at: at)
      // A byte is zero where it equals the one looked for; taking one from it then sets its top bit.
      let tag = word ^ ones &* 0x3c
      let reference = word ^ ones &* 0x26
      // `]` and `_` differ in one bit.
      let mark = (word | ones &* 0x02) ^ ones &* 0x5f
      let found =
        ((tag &- ones) & ~tag) | ((reference &- ones) & ~reference) | ((mark &- ones) & ~mark)
        | ((word &- ones &* 0x20) & ~word)
      if found & tops != 0 { return at }
      beyond |= word & tops
      at += 8
    }
  }

  /// The number that the digits of `range` mean, of at most eight; nil for anything else.
  ///
  /// The eight bytes that end where the range does must exist.
  @inline(__always)
  func smallNumber(_ range: Range<Int>) -> Int? {
    let count = range.count
    guard count > 0, count <= 8, range.upperBound >= 8 else { return nil }
    // Digits come first in memory and so stand low; what is before them counts as zeros.
    let shift = UInt64(64 - 8 * count)
    let digits = (word(at: range.upperBound - 8) ^ 0x3030_3030_3030_3030) & (UInt64.max << shift)
    guard (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080 == 0 else {
      return nil
    }
    // Pairs, fours, then all eight.
    var value = digits &* 10 &+ (digits >> 8)
    value = (value & 0x00ff_00ff_00ff_00ff) &* 100 &+ ((value >> 16) & 0x00ff_00ff_00ff_00ff)
    value = (value & 0x0000_ffff_0000_ffff) &* 10_000 &+ ((value >> 32) & 0xffff)
    return Int(value & 0xffff_ffff)
  }
}
