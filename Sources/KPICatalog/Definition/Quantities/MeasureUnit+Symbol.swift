extension MeasureUnit {
  /// The unit without what its symbol says of another currency than its own.
  ///
  /// `€` goes where the currency is USD, and `k€` becomes `k$`; a symbol that names no currency, or
  /// its own, stays.
  ///
  /// - Parameter old: The currency that the symbol was written for, or nil.
  /// - Returns: The unit.
  func withSymbol(after old: CurrencyCode?) -> MeasureUnit {
    guard kind == .currency, let symbol, let currency, old != currency else { return self }
    var marks = Self.signs
    if let old { marks.insert((old.text, [old.text]), at: 0) }
    guard let mark = marks.first(where: { symbol.contains($0.sign) }),
      !mark.codes.contains(currency.text)
    else { return self }
    var unit = self
    unit.symbol =
      symbol == mark.sign
      ? nil : symbol.replacing(mark.sign, with: CatalogPresentation.sign(of: currency))
    return unit
  }

  /// Signs with the currencies that they may mean, the longer before those they hold.
  private static let signs: [(sign: String, codes: [String])] = [
    ("€", ["EUR"]), ("£", ["GBP", "EGP", "GIP", "FKP", "SHP", "SSP", "SYP", "LBP"]),
    ("¥", ["JPY", "CNY"]), ("₹", ["INR"]), ("US$", ["USD"]), ("CA$", ["CAD"]), ("AU$", ["AUD"]),
    ("NZ$", ["NZD"]), ("HK$", ["HKD"]), ("R$", ["BRL"]),
    (
      "$",
      [
        "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "BBD",
        "BSD", "BZD", "BND", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD",
      ]
    ),
  ]
}
