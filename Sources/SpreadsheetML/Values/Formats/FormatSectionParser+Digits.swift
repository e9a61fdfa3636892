extension FormatSectionParser {
  mutating func parsePlaceholder(_ byte: UInt8) {
    position += 1
    let placeholder: DigitPlaceholder =
      switch byte {
      case 0x30: .zero
      case 0x3F: .blank
      default: .nothing
      }
    if pendingCommas > 0 {
      if part == .integer { section.isGrouped = true }
      pendingCommas = 0
    }
    if part == .denominator, section.fixedDenominator > 0 {
      appendFixedDenominator(byte)
      return
    }
    let index = section.items.count
    if let run = lastRun, run.upperBound == index {
      lastRun = run.lowerBound..<index + 1
    } else {
      if part == .integer, section.integerDigits > 0 { hasGap = true }
      lastRun = index..<index + 1
    }
    section.items.append(.digit(placeholder, part))
    switch part {
    case .integer: section.integerDigits += 1
    case .fraction: section.fractionDigits += 1
    case .exponent: section.exponentDigits += 1
    case .numerator: section.numeratorDigits += 1
    case .denominator: section.denominatorDigits += 1
    }
  }

  mutating func parsePoint() {
    position += 1
    if section.hasDay || section.hasTime {
      var digits = 0
      while peek(digits) == 0x30 { digits += 1 }
      position += digits
      if digits == 0 {
        appendLiteral([0x2E])
      } else {
        section.subsecondDigits = max(section.subsecondDigits, min(digits, 3))
        section.hasTime = true
        append(.date(.subsecond(digits: digits)))
      }
    } else if section.hasPoint || part != .integer {
      appendLiteral([0x2E])
    } else {
      section.hasPoint = true
      append(.point)
      part = .fraction
    }
  }

  /// A comma groups digits if it has digits on both sides, scales if it follows the last one,
  /// and is text elsewhere.
  mutating func parseCommas() {
    let before = peek(-1)
    var count = 0
    while peek(count) == 0x2C { count += 1 }
    let isAfterDigit = before.map { isDigitOrPlaceholder($0) } ?? false
    let after = peek(count)
    position += count
    if section.hasDay || section.hasTime || part == .denominator
      || !(isAfterDigit || before == 0x2E) || !(section.hasDigits || section.hasPoint)
    {
      appendLiteral([0x2C])
    } else if let after, isDigitOrPlaceholder(after) {
      if part == .integer, isAfterDigit { section.isGrouped = true }
    } else if after == 0x2E, part == .integer {
      section.scale -= 3 * count
    } else {
      pendingCommas += count
    }
  }

  private func isDigitOrPlaceholder(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || byte == 0x23 || byte == 0x3F
  }

  /// A slash makes a fraction of the digits before it if digits follow.
  mutating func parseSlash() {
    position += 1
    guard part == .integer, let run = lastRun, !(section.hasDay || section.hasTime),
      let next = nextNumeral()
    else {
      append(.dateSeparator)
      return
    }
    for index in run {
      if case .digit(let placeholder, _) = section.items[index] {
        section.items[index] = .digit(placeholder, .numerator)
      }
    }
    section.integerDigits -= run.count
    section.numeratorDigits += run.count
    for index in [run.lowerBound - 1, run.upperBound] where section.items.indices.contains(index) {
      if case .literal(let text) = section.items[index] {
        section.items[index] = .fractionLiteral(text)
      }
    }
    append(.slash)
    part = .denominator
    while position < next { appendCharacter() }
    if case .literal(let text)? = section.items.last {
      section.items[section.items.count - 1] = .fractionLiteral(text)
    }
    while let byte = peek(), 0x31...0x39 ~= byte || (byte == 0x30 && section.fixedDenominator > 0) {
      position += 1
      appendFixedDenominator(byte)
    }
  }

  /// Where the next digit or placeholder is, if nothing but blanks comes before it.
  private func nextNumeral() -> Int? {
    var offset = 0
    while peek(offset) == 0x20 { offset += 1 }
    guard let byte = peek(offset), isDigitOrPlaceholder(byte) else { return nil }
    return position + offset
  }

  private mutating func appendFixedDenominator(_ byte: UInt8) {
    let digit = byte >= 0x30 ? Int(byte) - 0x30 : 0
    // Seven digits are what Excel takes; more would only overflow.
    section.fixedDenominator = min(section.fixedDenominator * 10 + digit, 9_999_999)
    if case .fixedDenominator(var digits)? = section.items.last {
      digits.append(0x30 + UInt8(digit % 10))
      section.items[section.items.count - 1] = .fixedDenominator(digits)
    } else {
      append(.fixedDenominator([0x30 + UInt8(digit % 10)]))
    }
  }

  /// An `E` with a sign after digits begins the exponent, if more digits follow.
  mutating func parseExponent() -> Bool {
    guard !hasNoMoreDigits, part == .integer || part == .fraction, section.hasDigits,
      let letter = peek(), let sign = peek(1), sign == 0x2B || sign == 0x2D
    else { return false }
    var offset = 2
    while let byte = peek(offset), byte != 0x3B {
      if byte == 0x30 || byte == 0x23 || byte == 0x3F {
        position += 2
        append(.exponent(letter, showsPlus: sign == 0x2B))
        part = .exponent
        return true
      }
      offset += 1
    }
    hasNoMoreDigits = true
    return false
  }
}
