/// A number a measure may hold: any double except infinity and "not a number".
///
/// Negative zero becomes zero, so equal numbers always print alike. Percents are stored as people
/// say them: 85 means 85 %.
public struct FiniteNumber: Hashable, Sendable {
  /// The number as a double; always finite.
  public let double: Double

  /// Makes a number of a double.
  ///
  /// Gives nil for infinity and "not a number".
  ///
  /// - Parameter double: The value.
  public init?(_ double: Double) {
    guard double.isFinite else { return nil }
    self.double = double == 0 ? 0 : double
  }

  /// Makes a number of an integer, rounded to the nearest double above 2^53.
  ///
  /// - Parameter integer: The value.
  public init(_ integer: Int) {
    double = Double(integer)
  }

  /// The number as an integer, or nil if it has a fraction or does not fit.
  public var integer: Int? { Int(exactly: double) }
}

extension FiniteNumber: Comparable {
  /// Orders numbers by value.
  public static func < (left: FiniteNumber, right: FiniteNumber) -> Bool {
    left.double < right.double
  }
}

extension FiniteNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// Makes a number of a literal such as `85`.
  public init(integerLiteral value: Int) {
    self.init(value)
  }

  /// Makes a number of a literal such as `0.5`; a literal too large for a double becomes the
  /// largest one.
  public init(floatLiteral value: Double) {
    self = FiniteNumber(value) ?? FiniteNumber(clamping: value)
  }

  private init(clamping value: Double) {
    double = value < 0 ? -Double.greatestFiniteMagnitude : Double.greatestFiniteMagnitude
  }
}

extension FiniteNumber: CustomStringConvertible {
  /// Where whole numbers begin to be written with an exponent.
  static let exponentsBegin: UInt = 10_000_000_000_000_000

  /// The shortest decimal that reads back as the same double, whole numbers without `.0`.
  ///
  /// From 1e16 on, and below 1e-4, the exponent form is used as Swift prints it: `1e+16`, `1e-05`.
  public var description: String {
    if let integer = Int(exactly: double), integer.magnitude < Self.exponentsBegin {
      return String(integer)
    }
    let text = double.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
