extension Scale: ShortForm {
  static let shortExample = "'0 to 100', '-100 to 100, hard' or 'from 0'"

  init?(short: String) {
    var words = ShortWords(short)
    var low: FiniteNumber?
    var high: FiniteNumber?
    if let range = words.range() {
      (low, high) = (range.low, range.high)
    } else if words.skip("from") {
      low = words.number()
      guard low != nil else { return nil }
    } else if words.skip("up") {
      guard words.skip("to") else { return nil }
      high = words.number()
      guard high != nil else { return nil }
    } else {
      low = words.number()
      high = words.number()
      guard low != nil, high != nil else { return nil }
    }
    var step: FiniteNumber?
    if words.skip("step") {
      step = words.number()
      guard step != nil else { return nil }
    }
    let isHard = words.skip("hard")
    guard words.isAtEnd else { return nil }
    self.init(minimum: low, maximum: high, step: step, isHard: isHard)
  }

  var short: String? {
    let ends: String
    switch (minimum, maximum) {
    case (let low?, let high?): ends = "\(low) to \(high)"
    case (let low?, nil): ends = "from \(low)"
    case (nil, let high?): ends = "up to \(high)"
    case (nil, nil): return nil
    }
    return ends + (step.map { ", step \($0)" } ?? "") + (isHard ? ", hard" : "")
  }
}

extension MeasureWindow: ShortForm {
  static let shortExample = "'P12M' or 'P12M rolling'"

  init?(short: String) {
    var words = ShortWords(short)
    guard let period = words.word().flatMap(CalendarPeriod.init) else { return nil }
    self.init(period)
    if words.skip("rolling") { isRolling = true }
    if words.skip("not"), words.skip("rolling") { isRolling = false }
    guard words.isAtEnd else { return nil }
  }

  var short: String? {
    switch isRolling {
    case true?: "\(period) rolling"
    case false?: "\(period) not rolling"
    case nil: period.description
    }
  }
}

extension MeasureUnit: ShortForm {
  static let shortExample =
    "'percent', 'pp', 'score', 'count', 'h', 'd', 'EUR', 'k€', "
    + "'per 1000 customers' or {kind: rate, per: 1000 customers}"

  /// The printed sign of a length of time by the words for it.
  private static let times: [String: String] = [
    "s": "s", "seconds": "s", "min": "min", "minutes": "min", "h": "h", "hours": "h", "d": "d",
    "days": "d", "wk": "wk", "weeks": "wk", "mo": "mo", "months": "mo", "yr": "yr", "years": "yr",
  ]

  private static let currencies: [(sign: Character, code: String?)] = [
    ("€", "EUR"), ("£", "GBP"), ("$", nil),
  ]

  private static let multiples = [
    "k", "T", "Tsd.", "M", "m", "Mio.", "Mio", "bn", "Mrd.",
  ]

  /// An amount in thousands or more, such as `k€` or `Mio. €`; nil for anything else.
  private static func multiple(_ text: String) -> MeasureUnit? {
    for (sign, code) in currencies where text.hasSuffix(String(sign)) {
      var lead = text.dropLast()
      if lead.last == " " { lead = lead.dropLast() }
      guard multiples.contains(String(lead)) else { return nil }
      return MeasureUnit(.currency, symbol: text, currency: code.flatMap { CurrencyCode($0) })
    }
    return nil
  }

  /// What a rate is per, without marks between the thousands; nil if it is no rate.
  private static func base(_ text: String) -> String? {
    guard text.lowercased().hasPrefix("per ") else { return nil }
    var words = text.dropFirst(4).split(separator: " ").map(String.init)
    guard let first = words.first, first != "cent" else { return nil }
    let digits = first.filter { $0 != "," }
    if digits.allSatisfy({ $0.isASCII && $0.isNumber }), !digits.isEmpty { words[0] = digits }
    return words.joined(separator: " ")
  }

  init?(short: String) {
    if let symbol = Self.times[short.lowercased()] {
      self.init(.duration, symbol: symbol)
      return
    }
    if let money = Self.multiple(short) {
      self = money
      return
    }
    if let base = Self.base(short) {
      self.init(.rate, per: base)
      return
    }
    var words = ShortWords(short)
    guard let word = words.word() else { return nil }
    if let kind = UnitKind(rawValue: word) {
      self.init(kind)
      if kind == .currency { currency = words.word().flatMap(CurrencyCode.init) }
    } else if let code = CurrencyCode(word) {
      self.init(.currency, currency: code)
    } else if word == "€" {
      self.init(.currency, currency: CurrencyCode("EUR"))
    } else if let kind = UnitKind.meant(by: word) {
      self.init(kind)
      if kind == .currency {
        // Of money only the euro's sign says which.
        currency = CurrencyCode(word.uppercased())
        if currency == nil { symbol = word }
      }
    } else {
      return nil
    }
    guard words.isAtEnd else { return nil }
  }

  var short: String? {
    guard symbol == nil, per == nil else { return nil }
    return kind.rawValue + (currency.map { " \($0)" } ?? "")
  }
}

extension Lifecycle: ShortForm {
  static let shortExample = "'active' or 'retired since 2026-01-01, replaced by renewal-rate'"

  init?(short: String) {
    var words = ShortWords(short)
    guard let state = words.word().flatMap(State.init) else { return nil }
    self.init(state)
    if words.skip("since") {
      since = words.word().flatMap { CivilDate($0) }
      guard since != nil else { return nil }
    }
    if words.skip("replaced") {
      guard words.skip("by") else { return nil }
      replacedBy = words.word().flatMap { KPIIdentifier($0) }
      guard replacedBy != nil else { return nil }
    }
    guard words.isAtEnd else { return nil }
  }

  var short: String? {
    state.rawValue + (since.map { " since \($0)" } ?? "")
      + (replacedBy.map { ", replaced by \($0)" } ?? "")
  }
}

extension CollectionMethod: ShortForm {
  static let shortExample = "'survey' or {kind: survey, text: by telephone}"

  init?(short: String) {
    guard let kind = MethodKind(rawValue: short) ?? MethodKind.meant(by: short) else { return nil }
    self.init(kind)
  }

  var short: String? { text == nil ? kind.rawValue : nil }
}
