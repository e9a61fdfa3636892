/// The currency a section of a format code shows.
struct CurrencyMark: Sendable, Hashable {
  /// The mark as the code writes it.
  var symbol: String
  /// The code of ISO 4217, where the mark tells it.
  var code: String?

  /// Looks for a currency in brackets, then in the text of a section with digits.
  init?(in section: FormatSection) {
    guard section.hasDigits else { return nil }
    if let currency = section.currency {
      let mark = CurrencyMark.trimmed(currency.mark)
      guard !mark.isEmpty else { return nil }
      self.init(
        symbol: mark,
        code: CurrencyMark.code(of: mark, windowsLanguage: currency.windowsLanguage))
      return
    }
    for case .literal(let bytes) in section.items where CurrencyMark.mayHold(bytes) {
      let text = CurrencyMark.trimmed(bytes)
      if let code = CurrencyMark.code(of: text, windowsLanguage: 0) {
        self.init(symbol: text, code: code)
        return
      }
      if CurrencyMark.openMarks.contains(text) {
        self.init(symbol: text, code: nil)
        return
      }
      // A sign such as the € of "k€" or "€/h" counts inside other text too.
      let sign = text.unicodeScalars.first { $0.properties.generalCategory == .currencySymbol }
      if let sign {
        let mark = String(Character(sign))
        self.init(symbol: mark, code: CurrencyMark.code(of: mark, windowsLanguage: 0))
        return
      }
    }
    return nil
  }

  private init(symbol: String, code: String?) {
    self.symbol = symbol
    self.code = code
  }

  /// Whether it is worth making a string of some text.
  private static func mayHold(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 == 0x24 || $0 >= 0x80 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
  }

  /// The text without blanks, no-break blanks, parentheses and signs around it.
  private static func trimmed(_ bytes: [UInt8]) -> String {
    let isAround: (Unicode.Scalar) -> Bool = {
      $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "(" || $0 == ")" || $0 == "-"
    }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard let first = scalars.firstIndex(where: { !isAround($0) }),
      let last = scalars.lastIndex(where: { !isAround($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The ISO code a mark stands for.
  static func code(of mark: String, windowsLanguage: Int) -> String? {
    if codes.contains(mark) { return mark }
    if let code = unambiguous[mark] { return code }
    return byLanguage[mark]?[windowsLanguage]
  }

  /// Marks of more than one currency.
  private static let openMarks: Set<String> = ["$", "¥", "￥", "kr", "kr.", "Kr", "Rs", "Rs."]

  private static let unambiguous: [String: String] = [
    "€": "EUR", "£": "GBP", "US$": "USD", "CA$": "CAD", "C$": "CAD", "A$": "AUD", "AU$": "AUD",
    "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN",
    "JP¥": "JPY", "CN¥": "CNY", "Fr.": "CHF", "SFr.": "CHF", "sFr.": "CHF", "SFr": "CHF",
    "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "lei": "RON", "₹": "INR", "₽": "RUB", "₴": "UAH",
    "₺": "TRY", "TL": "TRY", "₩": "KRW", "₪": "ILS", "฿": "THB", "₫": "VND", "₦": "NGN",
    "₱": "PHP", "₿": "BTC", "₸": "KZT", "₾": "GEL", "р.": "RUB", "руб.": "RUB", "元": "CNY",
    "円": "JPY", "원": "KRW",
  ]

  /// Marks whose currency the language beside them tells.
  private static let byLanguage: [String: [Int: String]] = [
    "$": [
      0x409: "USD", 0x1009: "CAD", 0xC0C: "CAD", 0xC09: "AUD", 0x1409: "NZD", 0x80A: "MXN",
      0x4809: "SGD", 0xC04: "HKD", 0x2C0A: "ARS", 0x340A: "CLP", 0x240A: "COP",
    ],
    "¥": [0x411: "JPY", 0x804: "CNY"],
    "￥": [0x411: "JPY", 0x804: "CNY"],
    "kr": [0x41D: "SEK", 0x414: "NOK", 0x814: "NOK", 0x406: "DKK", 0x40F: "ISK"],
    "kr.": [0x406: "DKK", 0x40F: "ISK"],
  ]

  /// The codes of ISO 4217 that are looked for in a code's text.
  private static let codes: Set<String> = [
    "AED", "ARS", "AUD", "BGN", "BHD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK",
    "DZD", "EGP", "EUR", "GBP", "GEL", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JOD", "JPY",
    "KES", "KRW", "KWD", "KZT", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "OMR", "PEN", "PHP",
    "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TND", "TRY", "TWD",
    "UAH", "USD", "UYU", "VND", "XAF", "XOF", "ZAR",
  ]
}
