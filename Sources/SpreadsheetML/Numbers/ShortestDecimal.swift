/// Doubles as the shortest decimal that reads back the same, and of those the nearest.
///
/// The digits are found by Schubfach (Raffaello Giulietti, "The Schubfach way to render doubles",
/// 2020); the form is plain from 0.0001 up to below 1e16, else with an
/// exponent, such as `1e+300`; whole numbers without `.0`. No string is made.
package enum ShortestDecimal {
  /// Lends the decimal in ASCII.
  ///
  /// - Parameters:
  ///   - value: a finite number; of anything else the description is lent.
  ///   - body: gets the bytes, which are valid only during the call.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws.
  /// - Complexity: O(1), without allocation.
  package static func withBytes<R>(
    of value: Double, _ body: (Span<UInt8>) throws -> R
  ) rethrows -> R {
    guard value.isFinite else {
      var text = value.description
      return try text.withUTF8 { try body(unsafe Span(_unsafeElements: $0)) }
    }
    // `-1.2345678901234567e-300` has 24 bytes; before them stand up to 20 digits being made.
    var room: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0)
    return try unsafe withUnsafeMutableBytes(of: &room) { room in
      let all = unsafe room.bindMemory(to: UInt8.self)
      guard let start = all.baseAddress else { return try body([UInt8]().span) }
      let count = unsafe write(value, to: start, digits: start + 28)
      return try body(
        unsafe Span(_unsafeElements: UnsafeBufferPointer(start: start, count: count)))
    }
  }

  /// Appends the decimal in ASCII.
  ///
  /// - Parameters:
  ///   - value: a finite number; of anything else the description is appended.
  ///   - output: takes the bytes.
  package static func append(_ value: Double, to output: inout [UInt8]) {
    withBytes(of: value) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
    }
  }

  /// The decimal as a string.
  package static func text(_ value: Double) -> String {
    withBytes(of: value) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Writes the decimal at `output`, at most 24 bytes, making its digits at `scratch`, of 20 bytes.
  private static func write(
    _ value: Double, to output: UnsafeMutablePointer<UInt8>,
    digits scratch: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let zero = UInt8(ascii: "0")
    var at = 0
    func put(_ byte: UInt8) {
      unsafe output[at] = byte
      at += 1
    }
    func put(_ from: UnsafeMutablePointer<UInt8>, _ count: Int) {
      unsafe (output + at).update(from: from, count: count)
      at += count
    }
    if value.sign == .minus { put(UInt8(ascii: "-")) }
    guard value != 0 else {
      put(zero)
      return at
    }
    let decimal = digits(value.magnitude)
    // At most 17 digits, made from the last on, eight at a time in 32-bit arithmetic.
    var rest = decimal.significand
    var count = 0
    while rest >= 100_000_000 {
      var low = UInt32(truncatingIfNeeded: rest % 100_000_000)
      rest /= 100_000_000
      for _ in 0..<8 {
        unsafe scratch[19 - count] = zero + UInt8(truncatingIfNeeded: low % 10)
        low /= 10
        count += 1
      }
    }
    var high = UInt32(truncatingIfNeeded: rest)
    repeat {
      unsafe scratch[19 - count] = zero + UInt8(truncatingIfNeeded: high % 10)
      high /= 10
      count += 1
    } while high > 0
    let first = unsafe scratch + (20 - count)
    /// The power of ten of the first digit.
    let power = count - 1 + decimal.exponent
    if power < -4 || power > 15 {
      unsafe put(first[0])
      if count > 1 {
        put(UInt8(ascii: "."))
        unsafe put(first + 1, count - 1)
      }
      put(UInt8(ascii: "e"))
      put(power < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
      let magnitude = Int(power.magnitude)
      if magnitude >= 100 { put(zero + UInt8(truncatingIfNeeded: magnitude / 100)) }
      put(zero + UInt8(truncatingIfNeeded: magnitude / 10 % 10))
      put(zero + UInt8(truncatingIfNeeded: magnitude % 10))
    } else if power < 0 {
      put(zero)
      put(UInt8(ascii: "."))
      for _ in 0..<(-power - 1) { put(zero) }
      unsafe put(first, count)
    } else if decimal.exponent >= 0 {
      unsafe put(first, count)
      for _ in 0..<decimal.exponent { put(zero) }
    } else {
      unsafe put(first, power + 1)
      put(UInt8(ascii: "."))
      unsafe put(first + (power + 1), count - power - 1)
    }
    return at
  }

  /// The decimal's digits as a whole number without zeros at its end, and the power of ten it is
  /// multiplied by.
  ///
  /// - Parameter value: positive and finite.
  /// - Returns: both.
  static func digits(_ value: Double) -> (significand: UInt64, exponent: Int) {
    let decimal = schubfach(value)
    var (significand, exponent) = decimal
    while significand % 10 == 0, significand > 0 {
      significand /= 10
      exponent += 1
    }
    return (significand, exponent)
  }

  private static func schubfach(_ value: Double) -> (UInt64, Int) {
    let fraction = value.significandBitPattern
    let biased = Int(value.exponentBitPattern)
    let c = biased == 0 ? fraction : fraction | 1 << 52
    let q = biased == 0 ? -1074 : biased - 1075
    // Whole numbers below 2^53 are their own digits.
    if q <= 0, q > -53, c & (1 << UInt64(-q) &- 1) == 0 { return (c >> UInt64(-q), 0) }

    let isEven = c & 1 == 0
    let lowerIsCloser = fraction == 0 && biased > 1
    let k = (q * 1_262_611 - (lowerIsCloser ? 524_031 : 0)) >> 22
    let h = UInt64(truncatingIfNeeded: q + (-k * 1_741_647) >> 19 + 1)
    // -k lies within -292...324 for every double.
    guard let power = PowersOfTen.bits(-k) else { return (0, 0) }
    let center = 4 * c
    let below = roundToOdd(power, (center - 2 + (lowerIsCloser ? 1 : 0)) << h)
    let middle = roundToOdd(power, center << h)
    let above = roundToOdd(power, (center + 2) << h)
    let lower = below + (isEven ? 0 : 1)
    let upper = above - (isEven ? 0 : 1)
    let s = middle / 4
    if s >= 10 {
      let tens = s / 10
      let fitsDown = lower <= 40 * tens
      let fitsUp = 40 * tens + 40 <= upper
      if fitsDown != fitsUp { return (tens + (fitsUp ? 1 : 0), k + 1) }
    }
    let fitsDown = lower <= 4 * s
    let fitsUp = 4 * s + 4 <= upper
    if fitsDown != fitsUp { return (s + (fitsUp ? 1 : 0), k) }
    let half = 4 * s + 2
    let roundsUp = middle > half || (middle == half && s & 1 != 0)
    return (s + (roundsUp ? 1 : 0), k)
  }

  /// The product's upper 64 bits, its last bit set when anything was cut off.
  private static func roundToOdd(_ power: (high: UInt64, low: UInt64), _ factor: UInt64) -> UInt64 {
    let carry = power.low.multipliedFullWidth(by: factor).high
    let product = power.high.multipliedFullWidth(by: factor)
    let (low, overflow) = product.low.addingReportingOverflow(carry)
    let high = product.high &+ (overflow ? 1 : 0)
    return high | (low > 1 ? 1 : 0)
  }
}
