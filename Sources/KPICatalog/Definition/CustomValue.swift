/// A value of a column the catalog has no field for.
public enum CustomValue: Hashable, Sendable {
  /// A text, kept exactly.
  case text(String)
  /// A number.
  case number(FiniteNumber)
  /// True or false.
  case boolean(Bool)
  /// A date, a time or both, as ISO 8601 writes it.
  case date(DateText)
  /// An error, by the word Excel shows, such as `#N/A`.
  case error(String)
  /// Nothing.
  case empty
}

extension CustomValue {
  /// Makes a value of a text as a catalog file has it: a date if it has the form of one, else a
  /// text.
  ///
  /// - Parameter written: The text.
  public init(_ written: String) {
    self = DateText(written).map(CustomValue.date) ?? .text(written)
  }
}

/// A date, a date with time, or a time, in the form of ISO 8601; kept as written.
public struct DateText: Hashable, Sendable {
  /// The text, such as `2026-01-31`, `2026-01-31T12:00:00` or `36:15:00`.
  public let text: String

  /// Reads a date text.
  ///
  /// Gives nil for any other form and for days and times that do not exist.
  ///
  /// - Parameter text: `YYYY-MM-DD`, the same with `THH:MM:SS`, or `HH:MM:SS`; seconds may have a
  ///   fraction, and a time alone may have more than 24 hours, as elapsed time has.
  public init?(_ text: String) {
    guard text.utf8.count <= 40, let first = text.utf8.first, first.isASCIIDigit else {
      return nil
    }
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    let isValid =
      switch parts.count {
      case 1: CivilDate(text) != nil || Self.isTime(text, hoursUpTo: 9)
      case 2: CivilDate(String(parts[0])) != nil && Self.isTime(String(parts[1]), hoursUpTo: 2)
      default: false
      }
    guard isValid else { return nil }
    self.text = text
  }

  /// The day, or nil for a time alone.
  public var date: CivilDate? { CivilDate(String(text.prefix(10))) }

  private static func isTime(_ text: String, hoursUpTo digits: Int) -> Bool {
    var scanner = DigitScanner(text)
    guard text.utf8.count >= 8, let hours = scanner.number(upTo: digits), scanner.skip(":"),
      let minutes = scanner.number(of: 2), scanner.skip(":"), let seconds = scanner.number(of: 2),
      minutes < 60, seconds < 60, digits > 2 || hours < 24
    else { return false }
    if scanner.skip(".") {
      guard scanner.number(upTo: 9) != nil else { return false }
    }
    return scanner.isAtEnd
  }
}

extension DateText: CustomStringConvertible {
  /// The text.
  public var description: String { text }
}

/// The type a catalog declares for a custom column.
public enum CustomFieldType: String, Hashable, Sendable, CaseIterable {
  /// Texts.
  case text
  /// Numbers.
  case number
  /// True or false.
  case boolean
  /// Dates and times.
  case date
}

extension CustomFieldType: CatalogWord {
  static var noun: String { "a custom field type" }
}
