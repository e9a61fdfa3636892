internal import KPICatalog

/// What the words of an amount of money say: which currency, in thousands or millions.
struct CurrencyWords: Hashable, Sendable {
  /// The currency by ISO 4217; nil where a sign such as `$` leaves it open.
  var code: CurrencyCode?
  /// The sign or word as written, without the multiplier.
  var mark: String
  /// 1, a thousand, a million or a billion.
  var multiplier = 1
  /// The amount's sign with its multiplier as written, if it is short.
  private var written: String?

  /// Reads a text such as `€`, `EUR`, `k€`, `Mio. €`, `T€`, `thousand euros`, `USD (millions)`.
  init?(_ text: String) {
    let trimmed = text.trimmed
    guard !trimmed.isEmpty, trimmed.utf8.count <= 30, Self.mayNameMoney(trimmed) else {
      return nil
    }
    if let known = Self.known(trimmed) {
      self = known
      return
    }
    guard trimmed.utf8.count <= 24, let parts = Self.parts(of: trimmed) else { return nil }
    guard var money = Self.known(parts.money),
      let multiplier = Self.multiplier(parts.multiplier)
    else { return nil }
    money.multiplier = multiplier
    // T€ and Mio. € stay as they are written; longer words have a common sign.
    if multiplier > 1, trimmed.count <= 8 { money.written = trimmed.onOneLine }
    self = money
  }

  /// The unit of an amount; a multiplier stays in its symbol.
  var unit: MeasureUnit {
    if let written { return MeasureUnit(.currency, symbol: written, currency: code) }
    let prefix =
      multiplier == 1000 ? "k" : multiplier == 1_000_000 ? "M" : multiplier > 1 ? "bn " : ""
    let sign = code.flatMap { Self.sign(of: $0.text) } ?? mark
    return MeasureUnit(.currency, symbol: prefix + sign, currency: code)
  }

  /// Takes what multiplies from behind the number, as in `£1.5m`.
  mutating func multiply(by factor: Int, written word: String) {
    guard multiplier == 1 else { return }
    multiplier = factor
    written = mark + word
  }

  /// The currency itself, without a multiplier.
  var base: CurrencyWords {
    var base = self
    base.multiplier = 1
    base.written = nil
    return base
  }

  /// The multiplier a word stands for.
  static func multiplier(_ text: String) -> Int? {
    let word = text.trimmed
    // M and m differ: a million, and in English a million too; in Spanish MM is one.
    return WordList.multiplier.value(of: word).flatMap { Int($0) }
  }

  private init(_ code: String?, _ mark: String) {
    self.code = code.flatMap { CurrencyCode($0) }
    self.mark = mark
  }

  private static func known(_ text: String) -> CurrencyWords? {
    let word = text.trimmed
    if let code = signs[word] { return CurrencyWords(code.isEmpty ? nil : code, word) }
    let upper = word.uppercased()
    if word.utf8.count == 3, codes.contains(upper) { return CurrencyWords(upper, upper) }
    let folded = Folding.fold(word)
    if let code = names[folded] { return CurrencyWords(code.isEmpty ? nil : code, word) }
    return nil
  }

  /// Whether a text could name money: a sign stands in it, or one of its words is a currency.
  ///
  /// Most texts do not, and are found out quickly.
  private static func mayNameMoney(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    var packed: UInt64 = 0
    var length = 0
    var words = 0
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : UInt8(ascii: " ")
      if byte >= 0x80 || byte == UInt8(ascii: "$") { return true }
      let letter = byte | 0x20
      if letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") {
        packed = packed << 8 | UInt64(letter)
        length += 1
        continue
      }
      if length > 0 {
        words += 1
        if length <= 9, isMoneyWord(packed) { return true }
      }
      packed = 0
      length = 0
    }
    // TEUR and EURm are one word; S/ has one letter.
    return words == 1 && bytes.count <= 9
  }

  /// The words of ``codes`` and ``names``, and the signs of letters, eight letters in a number.
  private static let moneyWords: [UInt64] = {
    var words: [UInt64] = []
    for name in Array(codes) + Array(names.keys) + Array(signs.keys) {
      for word in name.asciiLowercased.utf8.split(whereSeparator: { $0 < 0x61 || $0 > 0x7A }) {
        var packed: UInt64 = 0
        for byte in word { packed = packed << 8 | UInt64(byte) }
        words.append(packed)
      }
    }
    return words.sorted()
  }()

  private static func isMoneyWord(_ packed: UInt64) -> Bool {
    var low = 0
    var high = moneyWords.count
    while low < high {
      let middle = (low + high) / 2
      if moneyWords[middle] < packed { low = middle + 1 } else { high = middle }
    }
    return low < moneyWords.count && moneyWords[low] == packed
  }

  /// Splits `k€`, `€k`, `Mio. €`, `thousand euros`, `EUR m` into money and multiplier.
  private static func parts(of text: String) -> (money: String, multiplier: String)? {
    let words = text.split { $0.isWhitespace || $0 == "(" || $0 == ")" }.map(String.init)
    if words.count >= 2, words.count <= 4 {
      for cut in 1..<words.count {
        let left = words[..<cut].joined(separator: " ")
        let right = words[cut...].joined(separator: " ")
        for (money, multiplier) in [(right, left), (left, right)] {
          let stripped =
            ["in ", "de ", "d'", "di ", "en "].first { multiplier.lowercased().hasPrefix($0) }
            .map { String(multiplier.dropFirst($0.count)) } ?? multiplier
          if known(money) != nil, Self.multiplier(stripped) != nil { return (money, stripped) }
        }
      }
      if let first = words.first, ["in", "en"].contains(first.lowercased()) {
        let rest = words.dropFirst().joined(separator: " ")
        if known(rest) != nil { return nil }
        return parts(of: rest)
      }
      return nil
    }
    guard words.count == 1 else { return nil }
    let count = text.count
    guard count <= 9 else { return nil }
    for length in 1...3 where count > length {
      let head = String(text.prefix(length))
      let tail = String(text.dropFirst(length))
      if multiplier(head) != nil, known(tail) != nil { return (tail, head) }
      if known(head) != nil, multiplier(tail) != nil { return (head, tail) }
    }
    return nil
  }

  /// Signs; an empty code where several currencies share the sign.
  private static let signs: [String: String] = [
    "€": "EUR", "$": "", "£": "GBP", "¥": "", "US$": "USD", "$US": "USD", "CA$": "CAD", "C$": "CAD",
    "$ CA": "CAD", "A$": "AUD", "R$": "BRL", "zł": "PLN", "kr": "", "Fr.": "CHF", "SFr.": "CHF",
    "sFr.": "CHF", "MXN$": "MXN", "₹": "INR", "₽": "RUB", "₺": "TRY", "S/": "PEN", "S/.": "PEN",
    "NZ$": "NZD", "HK$": "HKD", "Kč": "CZK", "Ft": "HUF", "lei": "RON",
  ]

  private static let codes: Set<String> = [
    "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "JPY", "CNY", "SEK", "NOK", "DKK", "PLN",
    "CZK", "HUF", "RON", "BGN", "TRY", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "UYU", "INR",
    "SGD", "HKD", "ZAR", "AED", "SAR", "ILS", "KRW", "THB", "MYR", "IDR", "PHP", "VND", "EGP",
    "MAD", "TND", "DZD", "XOF", "XAF", "NGN", "KES", "UAH", "RUB", "ISK", "HRK", "RSD", "BOB",
    "CRC", "DOP", "GTQ", "PYG",
  ]

  private static let names: [String: String] = [
    "euro": "EUR", "euros": "EUR", "eur €": "EUR", "us dollars": "USD", "us dollar": "USD",
    "dollars": "", "dollar": "", "pounds": "GBP", "pound": "GBP", "pounds sterling": "GBP",
    "livres sterling": "GBP", "swiss francs": "CHF", "francs suisses": "CHF", "franken": "CHF",
    "schweizer franken": "CHF", "franchi svizzeri": "CHF", "francs": "", "dolares": "", "pesos": "",
    "soles": "PEN", "yen": "JPY", "value €": "EUR", "importo €": "EUR", "betrag €": "EUR",
    "montant €": "EUR", "in €": "EUR", "en €": "EUR", "in euro": "EUR", "en euros": "EUR",
    "€ ht": "EUR", "€ ttc": "EUR", "eur": "EUR",
  ]

  /// The sign usually printed for a code; nil where the code itself is.
  static func sign(of code: String) -> String? {
    switch code {
    case "EUR": "€"
    case "GBP": "£"
    default: nil
    }
  }
}
