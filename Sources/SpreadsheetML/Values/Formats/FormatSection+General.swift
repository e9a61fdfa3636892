extension FormatSection {
  /// Appends a number where the section says `General`, or `@`, with the text around it.
  func appendGeneral(_ number: Double, locale: FormatLocale, to bytes: inout [UInt8]) {
    if number < 0, showsMinus || content == .text { bytes.append(0x2D) }
    for item in items {
      switch item {
      case .literal(let text), .fractionLiteral(let text): bytes.append(contentsOf: text)
      case .general, .text:
        SignificantDigits(number).appendGeneral(locale: locale, to: &bytes)
      case .dateSeparator: bytes.append(0x2F)
      case .point: bytes.append(contentsOf: locale.decimalBytes)
      default: break
      }
    }
  }
}

extension SignificantDigits {
  /// Appends the digits as General shows them in a cell that is wide enough.
  ///
  /// That is at most eleven characters with the decimal point (ECMA-376 Part 1, 18.8.30): as many
  /// decimals as fit, and an exponent with at most five decimals for what is longer before the
  /// point, or too small for nine decimals to tell.
  func appendGeneral(locale: FormatLocale, to bytes: inout [UInt8]) {
    guard !isZero else {
      bytes.append(0x30)
      return
    }
    let power = leadingPower
    if power >= -4 || -exponent <= 9 {
      // Up to nine decimals after a single digit; one fewer for each digit more.
      let places = max(0, 9 - max(0, power))
      let shown = rounded(places: places)
      if shown.leadingPower <= 10, !shown.isZero {
        shown.appendPlain(locale: locale, to: &bytes)
        return
      }
    }
    var shown = rounded(places: 5 - power)
    let shownPower = shown.leadingPower
    shown = shown.shifted(by: -shownPower)
    shown.appendPlain(locale: locale, to: &bytes)
    bytes.append(0x45)
    bytes.append(shownPower < 0 ? 0x2D : 0x2B)
    if shownPower.magnitude < 10 { bytes.append(0x30) }
    bytes.append(contentsOf: asciiDigits(UInt64(shownPower.magnitude)))
  }

  /// Appends all digits, with a point only if something stands behind it.
  private func appendPlain(locale: FormatLocale, to bytes: inout [UInt8]) {
    let (integer, fraction) = decimal()
    if integer.isEmpty { bytes.append(0x30) } else { bytes.append(contentsOf: integer) }
    if !fraction.isEmpty {
      bytes.append(contentsOf: locale.decimalBytes)
      bytes.append(contentsOf: fraction)
    }
  }
}
