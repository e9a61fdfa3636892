extension FormatSection {
  /// Appends a number as a whole number and a fraction, or as a fraction alone.
  func appendFraction(_ number: Double, locale: FormatLocale, to bytes: inout [UInt8]) {
    var value = number.magnitude
    for _ in 0..<max(0, min(scale, 300) / 2) { value *= 100 }
    let whole = integerDigits > 0 ? FormatSection.wholePart(of: value) : 0
    var (numerator, denominator) = ratio(of: value - whole)
    var integer = SignificantDigits(whole)
    if integerDigits > 0, numerator == denominator {
      // The nearest fraction is one whole: 1.99 in quarters is 2.
      integer = SignificantDigits(whole + 1)
      numerator = 0
    }
    let isShown = integerDigits == 0 || numerator > 0 || zeroStandsInFraction
    if numerator == 0 { denominator = fixedDenominator > 0 ? Double(fixedDenominator) : 1 }

    if number < 0, showsMinus { bytes.append(0x2D) }
    var writer = FractionWriter(self, isShown: isShown)
    writer.integer = integer.decimal().integer
    if writer.integer.isEmpty, !isShown { writer.integer = [0x30] }
    writer.numerator = FractionWriter.digits(numerator)
    writer.denominator = FractionWriter.digits(denominator)
    for item in items { writer.append(item, to: &bytes) }
  }

  /// Whether a `0` in the fraction keeps it visible for whole numbers.
  private var zeroStandsInFraction: Bool {
    items.contains { $0 == .digit(.zero, .numerator) || $0 == .digit(.zero, .denominator) }
  }

  /// The fraction Excel shows for a number: the last continued fraction whose denominator has
  /// digits enough, not the very nearest, computed in doubles with their faults.
  private func ratio(of value: Double) -> (numerator: Double, denominator: Double) {
    if fixedDenominator > 0 {
      let denominator = Double(fixedDenominator)
      return (FormatSection.nearest(value * denominator), denominator)
    }
    guard value < 1e15, value != FormatSection.wholePart(of: value) else { return (value, 1) }
    var limit = 10.0
    for _ in 1..<max(1, min(denominatorDigits, 9)) { limit *= 10 }
    var rest = value
    var previous = 0.0
    var denominator = 1.0
    // A double's continued fraction is exhausted long before.
    for _ in 0..<40 {
      let part = rest - FormatSection.wholePart(of: rest)
      guard part > 0 else { break }
      rest = 1 / part
      let next = denominator * FormatSection.wholePart(of: rest) + previous
      guard next < limit else { break }
      previous = denominator
      denominator = next
      let numerator = FormatSection.nearest(value * denominator)
      if abs(value - numerator / denominator) < 1e-13 { break }
    }
    return (FormatSection.nearest(value * denominator), denominator)
  }

  /// A number that is not negative without its decimals; from 2⁵³ on there are none.
  private static func wholePart(of number: Double) -> Double {
    number < 0x1p53 ? Double(Int(number)) : number
  }

  private static func nearest(_ number: Double) -> Double {
    number < 0x1p53 ? Double(nearestWhole(number)) : number
  }
}

/// Puts a whole number, numerator and denominator into placeholders.
private struct FractionWriter {
  private let section: FormatSection
  /// Whether the fraction is shown; else its place goes blank, or closes up if all of it is `#`.
  private let isShown: Bool
  private let keepsRoom: Bool
  var integer: [UInt8] = []
  var numerator: [UInt8] = []
  var denominator: [UInt8] = []
  private var integerIndex = 0
  private var numeratorIndex = 0
  private var denominatorIndex = 0

  init(_ section: FormatSection, isShown: Bool) {
    self.section = section
    self.isShown = isShown
    keepsRoom = section.keepsRoomForFraction
  }

  /// The digits of a whole number below 10¹⁵, or of the fifteen digits of a larger one.
  static func digits(_ number: Double) -> [UInt8] {
    let digits = SignificantDigits(number).decimal().integer
    return digits.isEmpty ? [0x30] : digits
  }

  mutating func append(_ item: FormatItem, to bytes: inout [UInt8]) {
    switch item {
    case .literal(let text): bytes.append(contentsOf: text)
    case .fractionLiteral(let text):
      if isShown { bytes.append(contentsOf: text) } else { appendRoom(text.count, to: &bytes) }
    case .digit(let placeholder, .integer):
      appendRightAligned(
        integer, placeholder, section.integerDigits, &integerIndex, to: &bytes)
    case .digit(let placeholder, .numerator):
      if isShown {
        appendRightAligned(
          numerator, placeholder, section.numeratorDigits, &numeratorIndex, to: &bytes)
      } else {
        appendRoom(1, to: &bytes)
      }
    case .slash: if isShown { bytes.append(0x2F) } else { appendRoom(1, to: &bytes) }
    case .digit(let placeholder, .denominator):
      if isShown {
        appendDenominator(placeholder, to: &bytes)
      } else {
        appendRoom(1, to: &bytes)
      }
    case .fixedDenominator(let digits):
      if isShown { bytes.append(contentsOf: digits) } else { appendRoom(digits.count, to: &bytes) }
    case .dateSeparator: bytes.append(0x2F)
    case .digit(_, .fraction), .digit(_, .exponent), .point, .exponent, .general, .text, .date:
      break
    }
  }

  private func appendRoom(_ width: Int, to bytes: inout [UInt8]) {
    if keepsRoom { bytes.append(contentsOf: repeatElement(0x20, count: width)) }
  }

  private func appendRightAligned(
    _ digits: [UInt8], _ placeholder: DigitPlaceholder, _ width: Int, _ index: inout Int,
    to bytes: inout [UInt8]
  ) {
    if index == 0 { bytes.append(contentsOf: digits.dropLast(width)) }
    let fromRight = width - 1 - index
    index += 1
    if fromRight >= 0, fromRight < digits.count {
      bytes.append(digits[digits.count - 1 - fromRight])
    } else {
      placeholder.appendEmpty(to: &bytes)
    }
  }

  /// Denominators stand at the left of their place, except that zeros go before them.
  private mutating func appendDenominator(
    _ placeholder: DigitPlaceholder, to bytes: inout [UInt8]
  ) {
    if placeholder == .zero {
      appendRightAligned(
        denominator, placeholder, section.denominatorDigits, &denominatorIndex, to: &bytes)
      return
    }
    if denominatorIndex < denominator.count {
      bytes.append(denominator[denominatorIndex])
    } else {
      placeholder.appendEmpty(to: &bytes)
    }
    denominatorIndex += 1
  }
}
