/// Reads and writes numbers as JSON has them (RFC 8259, clause 6).
enum NumberText {
  /// Appends the shortest decimal that reads back the same; whole numbers without `.0`.
  static func append(_ number: Double, to output: inout [UInt8]) {
    if let integer = Int(exactly: number), integer.magnitude < FiniteNumber.exponentsBegin {
      output.append(contentsOf: String(integer).utf8)
    } else if let finite = FiniteNumber(number) {
      output.append(contentsOf: finite.description.utf8)
    } else {
      output.append(contentsOf: "null".utf8)
    }
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The digits of a number times a power of ten, if doubles give that exactly.
  ///
  /// A whole number up to 2^53 and a power of ten up to 22 are both exact, so one rounding is all
  /// there is (Clinger, 1990).
  static func exact(mantissa: UInt64, exponent: Int, isNegative: Bool) -> Double? {
    guard mantissa <= 1 << 53, exponent.magnitude < powers.count else { return nil }
    let whole = Double(mantissa)
    let power = powers[Int(exponent.magnitude)]
    let value = exponent < 0 ? whole / power : whole * power
    return isNegative ? -value : value
  }
}
