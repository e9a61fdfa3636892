/// Decimal numbers to doubles, correctly rounded, without text or locale.
///
/// A number of at most 19 digits is a whole number times a power of ten. Below 2^53 with a power up
/// to 22 both are exact doubles, so one multiplication or division rounds correctly (Clinger 1990,
/// "How to read floating point numbers accurately"). Beyond, the product with a 128-bit power of
/// ten decides (Lemire 2021, "Number parsing at a gigabyte per second"). What neither can decide
/// goes to the standard library.
package enum DecimalNumber {
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The value of a decimal such as `-12.5e3`; white space around it is passed over.
  ///
  /// - Returns: nil for anything that is no finite decimal number (no `inf`, `nan` or hexadecimal).
  /// - Complexity: O(*n*).
  package static func value(_ text: Span<UInt8>) -> Double? {
    var at = 0
    var end = text.count
    while at < end, isWhite(text[at]) { at += 1 }
    while end > at, isWhite(text[end - 1]) { end -= 1 }
    let start = at
    var isNegative = false
    if at < end, text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+") {
      isNegative = text[at] == UInt8(ascii: "-")
      at += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var exponent = 0
    var hasDigits = false
    while at < end, text[at] &- UInt8(ascii: "0") < 10 {
      hasDigits = true
      if digits < 19 {
        mantissa = mantissa &* 10 &+ UInt64(text[at] & 15)
        if mantissa > 0 { digits += 1 }
      } else {
        digits += 1
        exponent += 1
      }
      at += 1
    }
    if at < end, text[at] == UInt8(ascii: ".") {
      at += 1
      while at < end, text[at] &- UInt8(ascii: "0") < 10 {
        hasDigits = true
        if digits < 19 {
          mantissa = mantissa &* 10 &+ UInt64(text[at] & 15)
          exponent -= 1
          if mantissa > 0 { digits += 1 }
        } else {
          digits += 1
        }
        at += 1
      }
    }
    guard hasDigits else { return nil }
    if at < end, text[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      var isMinus = false
      if at < end, text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+") {
        isMinus = text[at] == UInt8(ascii: "-")
        at += 1
      }
      guard at < end, text[at] &- UInt8(ascii: "0") < 10 else { return nil }
      var value = 0
      while at < end, text[at] &- UInt8(ascii: "0") < 10 {
        if value < 100_000 { value = value * 10 + Int(text[at] & 15) }
        at += 1
      }
      exponent += isMinus ? -value : value
    }
    guard at == end else { return nil }
    if digits <= 19, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 {
      let whole = Double(mantissa)
      let scaled =
        exponent < 0 ? whole / powersOfTen[-exponent] : whole * powersOfTen[exponent]
      return isNegative ? -scaled : scaled
    }
    if mantissa == 0 { return isNegative ? -0.0 : 0 }
    if digits <= 19, let value = product(mantissa, exponent) { return isNegative ? -value : value }
    return slow(text.extracting(start..<end))
  }

  /// The double nearest to `mantissa` times ten to the `exponent`, or nil when 128 bits of the
  /// power leave it open, or the result is subnormal or infinite.
  private static func product(_ mantissa: UInt64, _ exponent: Int) -> Double? {
    guard exponent >= PowersOfTen.least, exponent <= 288,
      let rounded = PowersOfTen.bits(exponent)
    else { return nil }
    // The table is rounded up where the power is not exact. So the algorithm wants it from 10^-27
    // to 10^-1, where a decimal can lie halfway between two doubles; farther out it wants it cut
    // off.
    let isCutOff = !(-27...55 ~= exponent)
    guard !isCutOff || rounded.low > 0 else { return nil }
    let power = rounded.low &- (isCutOff ? 1 : 0)
    let shift = UInt64(mantissa.leadingZeroBitCount)
    let w = mantissa << shift
    var (high, low) = w.multipliedFullWidth(by: rounded.high)
    if high & 0x1ff == 0x1ff {
      // The cut-off bits may matter: take in the power's low half.
      let (sum, overflow) = low.addingReportingOverflow(w.multipliedFullWidth(by: power).high)
      low = sum
      if overflow { high &+= 1 }
    }
    if low == .max, !(-27...55 ~= exponent) { return nil }
    let upperBit = high >> 63
    var m = high >> (upperBit + 9)
    let lostBits = shift &+ 1 &- upperBit
    // 10^e is 2^(217706 e / 2^16 + 63) times its 64 high bits.
    var binary = (217_706 * exponent) >> 16 + 1087 - Int(lostBits)
    guard binary > 0 else { return nil }
    // Halfway between two doubles, which only few powers can be: to even.
    if low <= 1, -4...23 ~= exponent, m & 3 == 1, m << (upperBit + 9) == high { m &= ~1 }
    m = (m + (m & 1)) >> 1
    if m >= 1 << 53 {
      m = 1 << 52
      binary += 1
    }
    guard binary < 2047 else { return nil }
    return Double(
      sign: .plus, exponentBitPattern: UInt(binary), significandBitPattern: m & (1 << 52 - 1))
  }

  private static func slow(_ text: Span<UInt8>) -> Double? {
    let string = unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    guard let value = Double(string), value.isFinite else { return nil }
    return value
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }
}
