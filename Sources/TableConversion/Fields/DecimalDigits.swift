internal import SpreadsheetML

/// Whether a decimal can be kept as a double without another digit coming out.
enum DecimalDigits {
  /// Whether the double nearest to a decimal is printed with the same digits.
  ///
  /// The decimal has a point and perhaps an exponent; zeros at either end do not count.
  static func survive(_ text: Span<UInt8>) -> Bool {
    guard let value = DecimalNumber.value(text) else { return false }
    return ShortestDecimal.withBytes(of: value) { bytes in
      if isEqual(text, bytes) { return true }
      guard let before = parts(text), let after = parts(bytes) else { return false }
      return before == after
    }
  }

  private static func isEqual(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices where a[index] != b[index] { return false }
    return true
  }

  /// The digits as a whole number without zeros at its end, and the power of ten it is multiplied
  /// by; nil for more digits than a double ever needs.
  private static func parts(_ text: Span<UInt8>) -> (digits: UInt64, power: Int)? {
    var digits: UInt64 = 0
    var count = 0
    var power = 0
    var zeros = 0
    var hasPoint = false
    var at = 0
    if at < text.count, text[at] == UInt8(ascii: "-") { at += 1 }
    while at < text.count {
      let byte = text[at]
      let digit = byte &- UInt8(ascii: "0")
      if byte == UInt8(ascii: ".") {
        hasPoint = true
      } else if digit < 10 {
        if hasPoint { power -= 1 }
        if digit == 0 {
          zeros += 1
        } else {
          // Zeros before the first digit say nothing, those between two digits do.
          count += digits == 0 ? 1 : zeros + 1
          guard count <= 17 else { return nil }
          if digits > 0 { for _ in 0..<zeros { digits *= 10 } }
          digits = digits * 10 + UInt64(digit)
          zeros = 0
        }
      } else {
        break
      }
      at += 1
    }
    power += zeros
    if at < text.count, text[at] | 0x20 == UInt8(ascii: "e") {
      var isNegative = false
      at += 1
      if at < text.count, text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+") {
        isNegative = text[at] == UInt8(ascii: "-")
        at += 1
      }
      var exponent = 0
      while at < text.count {
        exponent = min(exponent * 10 + Int(text[at] & 15), 100_000)
        at += 1
      }
      power += isNegative ? -exponent : exponent
    }
    return (digits, digits == 0 ? 0 : power)
  }
}
