/// The magnitude of a number as Excel sees it: at most fifteen decimal digits.
///
/// The value is `coefficient × 10^exponent`. It is made from the shortest decimal that reads
/// back as the double, so that 1.005 is 1.005 and rounds up, although the double lies below.
struct SignificantDigits: Sendable, Hashable {
  /// Below 10¹⁶.
  var coefficient: UInt64
  var exponent: Int

  /// Takes the magnitude of a finite number; the sign is left to the caller.
  init(_ number: Double) {
    let magnitude = number.magnitude
    if magnitude < 1e15, magnitude == Double(UInt64(magnitude)) {
      coefficient = UInt64(magnitude)
      exponent = 0
      return
    }
    // The standard library prints the shortest decimal: digits, perhaps a point, perhaps an
    // exponent.
    var value: UInt64 = 0
    var shift = 0
    var pastPoint = false
    var power = 0
    var powerIsNegative = false
    var inPower = false
    for byte in magnitude.description.utf8 {
      switch byte {
      case 0x30...0x39:
        let digit = byte &- 0x30
        if inPower {
          power = min(power * 10 + Int(digit), 9999)
        } else if value < 100_000_000_000_000_000 {
          value = value * 10 + UInt64(digit)
          if pastPoint { shift -= 1 }
        } else if !pastPoint {
          shift += 1
        }
      case 0x2E: pastPoint = true
      case 0x65: inPower = true
      case 0x2D: powerIsNegative = true
      default: break
      }
    }
    coefficient = value
    exponent = shift + (powerIsNegative ? -power : power)
    let excess = count - 15
    if excess > 0 { dropDigits(excess) }
    while coefficient != 0, coefficient % 10 == 0 {
      coefficient /= 10
      exponent += 1
    }
  }

  var isZero: Bool { coefficient == 0 }

  /// The number of digits of the coefficient, 0 for zero.
  var count: Int {
    var rest = coefficient
    var digits = 0
    while rest > 0 {
      rest /= 10
      digits += 1
    }
    return digits
  }

  /// The power of ten of the first digit; 0 for zero.
  var leadingPower: Int { isZero ? 0 : count + exponent - 1 }

  /// Rounds half away from zero to so many places after the decimal point.
  func rounded(places: Int) -> SignificantDigits {
    var copy = self
    let excess = -places - exponent
    if excess > 0 { copy.dropDigits(excess) }
    return copy
  }

  /// The same digits with the decimal point moved to the right.
  func shifted(by places: Int) -> SignificantDigits {
    var copy = self
    copy.exponent += places
    return copy
  }

  private mutating func dropDigits(_ digits: Int) {
    exponent += digits
    guard digits <= 17 else {
      coefficient = 0
      return
    }
    var divisor: UInt64 = 1
    for _ in 0..<digits { divisor *= 10 }
    let rest = coefficient % divisor
    coefficient /= divisor
    if rest >= divisor - rest { coefficient += 1 }
  }

  /// The digits before and after the decimal point, in ASCII.
  ///
  /// Neither leading zeros before the point nor trailing ones behind it are told: 0 is empty on
  /// both sides.
  func decimal() -> (integer: [UInt8], fraction: [UInt8]) {
    guard !isZero else { return ([], []) }
    var digits = asciiDigits(coefficient)
    if exponent >= 0 {
      digits.append(contentsOf: repeatElement(0x30, count: exponent))
      return (digits, [])
    }
    let point = digits.count + exponent
    var fraction: [UInt8]
    if point > 0 {
      fraction = Array(digits.suffix(from: point))
      digits.removeSubrange(point...)
    } else {
      fraction = Array(repeating: 0x30, count: -point)
      fraction.append(contentsOf: digits)
      digits = []
    }
    while fraction.last == 0x30 { fraction.removeLast() }
    return (digits, fraction)
  }
}

/// The decimal digits of a number in ASCII; `0` for zero.
func asciiDigits(_ number: UInt64) -> [UInt8] {
  guard number > 0 else { return [0x30] }
  var digits: [UInt8] = []
  digits.reserveCapacity(20)
  var rest = number
  while rest > 0 {
    digits.append(0x30 &+ UInt8(truncatingIfNeeded: rest % 10))
    rest /= 10
  }
  digits.reverse()
  return digits
}
