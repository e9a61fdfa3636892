extension FormatSection {
  /// Appends a number as this section shows it.
  ///
  /// - Returns: False if the section cannot show it, as with a date that does not exist; what
  ///   was appended by then is to be taken back.
  func append(
    _ number: Double, locale: FormatLocale, dateSystem: DateSystem, to bytes: inout [UInt8]
  ) -> Bool {
    switch content {
    case .literal:
      if number < 0, showsMinus { bytes.append(0x2D) }
      appendItems(to: &bytes)
    case .general, .text: appendGeneral(number, locale: locale, to: &bytes)
    case .date: return appendDate(number, locale: locale, dateSystem: dateSystem, to: &bytes)
    case .number: appendDecimal(number, locale: locale, to: &bytes)
    case .scientific: appendScientific(number, locale: locale, to: &bytes)
    case .fraction: appendFraction(number, locale: locale, to: &bytes)
    }
    return true
  }

  private func appendItems(to bytes: inout [UInt8]) {
    for item in items {
      switch item {
      case .literal(let text), .fractionLiteral(let text): bytes.append(contentsOf: text)
      case .dateSeparator: bytes.append(0x2F)
      case .point: bytes.append(0x2E)
      default: break
      }
    }
  }

  /// Appends a number by digit placeholders, scaled by percent signs and commas.
  private func appendDecimal(_ number: Double, locale: FormatLocale, to bytes: inout [UInt8]) {
    let digits = SignificantDigits(number).shifted(by: scale).rounded(places: fractionDigits)
    // Excel drops its own minus, but not one of the code's, if nothing but zeros is left.
    if number < 0, showsMinus, !digits.isZero { bytes.append(0x2D) }
    let (integer, fraction) = digits.decimal()
    var writer = DigitWriter(self, locale, integer: integer, fraction: fraction)
    for item in items { writer.append(item, to: &bytes) }
  }

  /// Appends a number with an exponent, a multiple of the integer placeholders' number.
  private func appendScientific(_ number: Double, locale: FormatLocale, to bytes: inout [UInt8]) {
    // Beside an exponent, percent signs and commas do not scale.
    let digits = SignificantDigits(number)
    var power = exponent(for: digits.leadingPower, isZero: digits.isZero)
    var mantissa = digits.shifted(by: -power).rounded(places: fractionDigits)
    if !mantissa.isZero, mantissa.leadingPower >= integerDigits {
      // Rounding made one digit more: 9.99 became 10.0.
      power = exponent(for: mantissa.leadingPower + power, isZero: false)
      mantissa = digits.shifted(by: -power).rounded(places: fractionDigits)
    }
    if number < 0, showsMinus { bytes.append(0x2D) }
    var (integer, fraction) = mantissa.decimal()
    // Zero fills every place before the point, even where 1.2 would leave it empty.
    if mantissa.isZero { integer = Array(repeating: 0x30, count: integerDigits) }
    var writer = DigitWriter(self, locale, integer: integer, fraction: fraction)
    writer.exponent = asciiDigits(UInt64(power.magnitude))
    writer.exponentIsNegative = power < 0
    for item in items { writer.append(item, to: &bytes) }
  }

  private func exponent(for power: Int, isZero: Bool) -> Int {
    if isZero { return 0 }
    if integerDigits == 0 { return power + 1 }
    let remainder = power % integerDigits
    return power - (remainder < 0 ? remainder + integerDigits : remainder)
  }
}

/// Puts the digits of a number into placeholders, which may have text between them.
private struct DigitWriter {
  private let section: FormatSection
  private let locale: FormatLocale
  private let integer: [UInt8]
  private let fraction: [UInt8]
  var exponent: [UInt8] = []
  var exponentIsNegative = false
  private var integerIndex = 0
  private var fractionIndex = 0
  private var exponentIndex = 0
  private var showsPlus = false

  init(
    _ section: FormatSection, _ locale: FormatLocale, integer: [UInt8], fraction: [UInt8]
  ) {
    self.section = section
    self.locale = locale
    self.integer = integer
    self.fraction = fraction
  }

  mutating func append(_ item: FormatItem, to bytes: inout [UInt8]) {
    switch item {
    case .literal(let text), .fractionLiteral(let text): bytes.append(contentsOf: text)
    case .digit(let placeholder, .integer): appendInteger(placeholder, to: &bytes)
    case .digit(let placeholder, .fraction):
      if fractionIndex < fraction.count {
        bytes.append(fraction[fractionIndex])
      } else {
        placeholder.appendEmpty(to: &bytes)
      }
      fractionIndex += 1
    case .digit(let placeholder, .exponent): appendExponent(placeholder, to: &bytes)
    case .point:
      // Without a placeholder before the point the integer is shown all the same.
      if section.integerDigits == 0 { bytes.append(contentsOf: integer) }
      bytes.append(contentsOf: locale.decimalBytes)
    case .exponent(let letter, let plus):
      bytes.append(letter)
      showsPlus = plus
    case .dateSeparator: bytes.append(0x2F)
    case .digit(_, .numerator), .digit(_, .denominator), .fixedDenominator, .slash, .general, .text,
      .date:
      break
    }
  }

  /// The leftmost placeholder takes all digits there is no other placeholder for.
  private mutating func appendInteger(_ placeholder: DigitPlaceholder, to bytes: inout [UInt8]) {
    let fromRight = section.integerDigits - 1 - integerIndex
    if integerIndex == 0, integer.count > section.integerDigits {
      for (index, digit) in integer.dropLast(section.integerDigits).enumerated() {
        bytes.append(digit)
        appendGroupMark(after: integer.count - 1 - index, to: &bytes)
      }
    }
    integerIndex += 1
    if fromRight >= 0, fromRight < integer.count {
      bytes.append(integer[integer.count - 1 - fromRight])
      appendGroupMark(after: fromRight, to: &bytes)
    } else {
      placeholder.appendEmpty(to: &bytes)
      switch placeholder {
      case .zero: appendGroupMark(after: fromRight, to: &bytes)
      case .blank: if isGroupEnd(fromRight) { bytes.append(0x20) }
      case .nothing: break
      }
    }
  }

  private func isGroupEnd(_ fromRight: Int) -> Bool {
    section.isGrouped && fromRight > 0 && fromRight % 3 == 0
  }

  private func appendGroupMark(after fromRight: Int, to bytes: inout [UInt8]) {
    if isGroupEnd(fromRight) { bytes.append(contentsOf: locale.groupBytes) }
  }

  private mutating func appendExponent(_ placeholder: DigitPlaceholder, to bytes: inout [UInt8]) {
    let fromRight = section.exponentDigits - 1 - exponentIndex
    if exponentIndex == 0 {
      if exponentIsNegative {
        bytes.append(0x2D)
      } else if showsPlus {
        bytes.append(0x2B)
      }
      bytes.append(contentsOf: exponent.dropLast(section.exponentDigits))
    }
    exponentIndex += 1
    if fromRight >= 0, fromRight < exponent.count {
      bytes.append(exponent[exponent.count - 1 - fromRight])
    } else {
      placeholder.appendEmpty(to: &bytes)
    }
  }
}

extension DigitPlaceholder {
  /// Appends what stands where there is no digit.
  func appendEmpty(to bytes: inout [UInt8]) {
    switch self {
    case .zero: bytes.append(0x30)
    case .blank: bytes.append(0x20)
    case .nothing: break
    }
  }
}
