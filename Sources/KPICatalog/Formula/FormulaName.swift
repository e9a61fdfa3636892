/// The name of an input in a formula: letters of any script, digits and underscores, a letter or
/// underscore first.
public struct FormulaName: Hashable, Sendable {
  /// The name's text, at most 100 characters.
  public let text: String

  /// Makes a name.
  ///
  /// Gives nil if the formula language would not read it as one name.
  ///
  /// - Parameter text: The name, as it stands in the formula.
  public init?(_ text: String) {
    var length = 0
    for scalar in text.unicodeScalars {
      length += 1
      guard length <= 100, length == 1 ? Self.canStart(scalar) : Self.canContinue(scalar) else {
        return nil
      }
    }
    guard length > 0 else { return nil }
    self.text = text
  }

  static func canStart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z")
    }
    return scalar.properties.isXIDStart
  }

  static func canContinue(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return canStart(scalar) || (scalar >= "0" && scalar <= "9") }
    // The middle dot may continue an identifier in Unicode, but multiplies here.
    return scalar.properties.isXIDContinue && scalar != "\u{B7}"
  }
}

extension FormulaName: CustomStringConvertible {
  /// The name's text.
  public var description: String { text }
}
