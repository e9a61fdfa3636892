/// A record that people write in a few words: `45 by 2026-12-31`, `green 45, amber 35`.
protocol ShortForm: CatalogCodable {
  /// Reads the short form; nil if this is none.
  init?(short: String)
  /// The short form, or nil if it would leave something out.
  var short: String? { get }
  /// How it is written, for a hint.
  static var shortExample: String { get }
}

/// A short text taken apart into words.
struct ShortWords {
  private var words: ArraySlice<Substring>

  /// Commas at the end of a word and parentheses around it are passed over.
  init(_ text: String) {
    words =
      text.split { $0 == " " || $0 == "(" || $0 == ")" || $0 == "\u{A0}" }.map { word in
        word.hasSuffix(",") ? word.dropLast() : word
      }[...]
  }

  var isAtEnd: Bool { words.isEmpty }

  mutating func skip(_ word: String) -> Bool {
    guard let first = words.first, first.lowercased() == word else { return false }
    words.removeFirst()
    return true
  }

  /// Passes one of some words.
  ///
  /// - Returns: Whether one of them was there.
  mutating func skip(anyOf choices: [String]) -> Bool {
    choices.contains { skip($0) }
  }

  mutating func word() -> String? {
    words.popFirst().map(String.init)
  }

  mutating func number() -> FiniteNumber? {
    guard let first = words.first, let double = CoreSchema.number(String(first)),
      let number = FiniteNumber(double)
    else { return nil }
    words.removeFirst()
    return number
  }

  /// Two numbers with `to` between them, or `40..50`.
  mutating func range() -> ValueRange? {
    var attempt = self
    if let low = attempt.number(), attempt.skip("to"), let high = attempt.number() {
      self = attempt
      return ValueRange(low: low, high: high)
    }
    guard let first = words.first else { return nil }
    let ends = first.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2, let low = Self.number(ends[0]), let high = Self.number(ends[1]) else {
      return nil
    }
    words.removeFirst()
    return ValueRange(low: low, high: high)
  }

  mutating func moment() -> Moment? {
    guard let first = words.first, let moment = Moment(String(first)) else { return nil }
    words.removeFirst()
    return moment
  }

  private static func number(_ text: Substring) -> FiniteNumber? {
    CoreSchema.number(String(text)).flatMap { FiniteNumber($0) }
  }
}
