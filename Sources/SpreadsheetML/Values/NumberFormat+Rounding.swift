extension NumberFormat {
  /// Whether a number is shown with fewer decimals than it has: 0.125 as `13%`, 4.05 as `4.1`.
  ///
  /// Fifteen significant digits count, as in Excel. General, dates, times, fractions and text round
  /// nothing here.
  ///
  /// - Parameter number: The value of the cell.
  /// - Returns: Whether what is shown is another number than the cell holds.
  public func rounds(_ number: Double) -> Bool {
    guard number.isFinite, systemFormat == nil, let section = section(for: number == 0 ? 0 : number)
    else { return false }
    var digits = SignificantDigits(number)
    guard !digits.isZero else { return false }
    while digits.coefficient % 10 == 0 {
      digits.coefficient /= 10
      digits.exponent += 1
    }
    switch section.content {
    case .number: return digits.exponent + section.scale < -section.fractionDigits
    case .scientific:
      let whole = max(section.integerDigits, 1)
      return digits.count > whole + section.fractionDigits
    default: return false
    }
  }
}
