/// The kinds of unit a measure can have.
public enum UnitKind: String, Hashable, Sendable, CaseIterable {
  /// Parts of a hundred, stored as people say them: 85 means 85 %.
  case percent
  /// A difference between two percents.
  case percentagePoints
  /// A number on a scale of its own.
  case score
  /// A number whose base or bounds are set by convention.
  case index
  /// One quantity divided by another, without unit.
  case ratio
  /// A whole number of things.
  case count
  /// An amount of money.
  case currency
  /// A number per so many of something.
  case rate
  /// A length of time.
  case duration
  /// Yes or no.
  case boolean
  /// A place in an order, 1 being the best.
  case rank
  /// One of a list of words.
  case choice
  /// Free text.
  case text
}

extension UnitKind: CatalogWord {
  static var noun: String { "a unit kind" }

  static func meant(by text: String) -> UnitKind? {
    switch text.lowercased() {
    case "%", "percentage", "pct": .percent
    case "number", "#", "integer": .count
    case "points", "pts": .score
    case "pp": .percentagePoints
    case "money", "amount", "eur", "usd", "€", "$": .currency
    case "days", "hours", "minutes", "time": .duration
    default: nil
    }
  }
}

/// A currency by its ISO 4217 code.
public struct CurrencyCode: Hashable, Sendable {
  /// Three capital letters, such as `EUR`.
  public let text: String

  /// Makes a currency.
  ///
  /// Gives nil for anything else.
  ///
  /// - Parameter text: Three capital ASCII letters. Whether ISO 4217 knows them is not checked.
  public init?(_ text: String) {
    guard text.utf8.count == 3,
      text.utf8.allSatisfy({ $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") })
    else { return nil }
    self.text = text
  }
}

extension CurrencyCode: CustomStringConvertible {
  /// The code.
  public var description: String { text }
}

/// What a measure is counted in.
public struct MeasureUnit: Hashable, Sendable {
  /// The kind of unit.
  public var kind: UnitKind
  /// What is printed beside the number: `k€`, `h`, `pts`.
  public var symbol: String?
  /// The base of a rate: `1000 customers`.
  public var per: String?
  /// The currency of an amount.
  public var currency: CurrencyCode?

  /// Makes a unit.
  ///
  /// - Parameters:
  ///   - kind: The kind of unit.
  ///   - symbol: What is printed beside the number.
  ///   - per: The base of a rate.
  ///   - currency: The currency of an amount.
  public init(
    _ kind: UnitKind, symbol: String? = nil, per: String? = nil, currency: CurrencyCode? = nil
  ) {
    self.kind = kind
    self.symbol = symbol
    self.per = per
    self.currency = currency
  }
}
