extension CatalogPresentation {
  // MARK: Numbers

  /// A number in the reader's form: grouped, with the decimal mark of the language.
  package func number(_ number: FiniteNumber, decimals: Int = 0) -> String {
    let text = Self.tidied(number).description
    guard !text.contains("e") else { return text }
    let parts = text.split(separator: ".")
    var digits = parts.first.map(String.init) ?? "0"
    let sign = digits.hasPrefix("-") ? "−" : ""
    if !sign.isEmpty { digits.removeFirst() }
    var grouped = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0, digits.count > 4 {
        grouped += words.format("group")
      }
      grouped.append(digit)
    }
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    while fraction.count < decimals { fraction += "0" }
    return sign + grouped + (fraction.isEmpty ? "" : words.format("decimal") + fraction)
  }

  /// A number without what arithmetic leaves behind, as in 3.1000000000000005.
  private static func tidied(_ number: FiniteNumber) -> FiniteNumber {
    guard number.double.magnitude < 1e6 else { return number }
    let rounded = (number.double * 1e9).rounded() / 1e9
    return abs(rounded - number.double) <= 1e-12 ? FiniteNumber(rounded) ?? number : number
  }

  /// A value with its unit.
  package func value(_ value: FiniteNumber, of measure: KPIDefinition) -> String {
    let number = number(value)
    guard let unit = measure.unit else { return number }
    switch unit.kind {
    case .percent: return DisplayWords.fill(words.format("percent"), ["number": number])
    case .currency:
      let mark = currencyMark(unit)
      guard !mark.isEmpty else { return number }
      return words.format("currency") == "before" && mark.unicodeScalars.count == 1
        ? mark + number : number + "\u{A0}" + mark
    case .duration:
      guard let symbol = unit.symbol else { return number }
      return number + "\u{A0}" + words.word("durationMark", symbol)
    case .boolean: return words.word("boolean", value == 0 ? "false" : "true")
    case .percentagePoints: return number + "\u{A0}" + (unit.symbol ?? "pp")
    default: return unit.symbol.map { number + "\u{A0}" + $0 } ?? number
    }
  }

  /// What is printed beside an amount: the symbol, else the sign of the currency, else its code.
  package func currencyMark(_ unit: MeasureUnit) -> String {
    if let symbol = unit.symbol { return symbol }
    guard let code = unit.currency ?? catalog.currency else { return "" }
    return Self.sign(of: code)
  }

  /// The sign of a currency that has one of its own, else its code.
  package static func sign(of code: CurrencyCode) -> String {
    switch code.text {
    case "EUR": "€"
    case "GBP": "£"
    case "USD": "$"
    case "JPY": "¥"
    default: code.text
    }
  }

  /// A weight as a percent.
  package func weight(_ weight: Weight) -> String? {
    FiniteNumber((weight.share.double * 1e10).rounded() / 1e8).map {
      DisplayWords.fill(words.format("percent"), ["number": number($0)])
    }
  }

  // MARK: Units and scales

  /// A unit in words, such as `%`, `Days` or `Per 1000 customers`.
  package func unit(_ unit: MeasureUnit) -> String {
    var label: String
    switch unit.kind {
    case .currency:
      let mark = currencyMark(unit)
      label = mark.isEmpty ? words.word("unit", unit.kind.rawValue) : mark
      if let code = unit.currency, label == "$" { label = code.text }
    case .duration:
      label =
        unit.symbol.map { words.word("duration", $0) } ?? words.word("unit", unit.kind.rawValue)
    case .rate:
      guard let per = unit.per else {
        return unit.symbol ?? DisplayWords.fill(words.word("unit", "rate"), ["base": "1000"])
      }
      return DisplayWords.fill(words.word("unit", "rate"), ["base": per])
    case .percent: return words.word("unit", unit.kind.rawValue)
    default:
      label = words.word("unit", unit.kind.rawValue)
      if let symbol = unit.symbol { label += " (\(symbol))" }
    }
    return unit.per.map { "\(label) / \($0)" } ?? label
  }

  /// The ends of a scale, such as `0 to 100`.
  package func scale(_ scale: Scale) -> String? {
    switch (scale.minimum, scale.maximum) {
    case (let low?, let high?):
      words.text("scaleRange", ["low": plain(low), "high": plain(high)])
    case (let low?, nil): words.text("atLeast", ["value": plain(low)])
    case (nil, let high?): words.text("atMost", ["value": plain(high)])
    case (nil, nil): nil
    }
  }

  /// A number without grouping, as importers read it in any language.
  package func plain(_ number: FiniteNumber) -> String {
    number.description.replacing(".", with: words.format("decimal"))
  }

  // MARK: Times

  /// A day or a period in the reader's form; periods stay as they are written.
  package func moment(_ moment: Moment) -> String {
    guard case .date(let date) = moment else { return moment.description }
    return self.date(date)
  }

  /// A day: with the month's name where the language has it among its words, else in figures.
  package func date(_ date: CivilDate) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    if let month = words.known("month", String(date.month)) {
      return "\(date.day)\u{A0}\(month)\u{A0}\(date.year)"
    }
    let mark = words.language == .german ? "." : "/"
    return [padded(date.day), padded(date.month), String(date.year)].joined(separator: mark)
  }

  /// A length of time, such as `12 Months rolling`.
  package func window(_ window: MeasureWindow) -> String {
    let key =
      switch window.period.unit {
      case .day: "d"
      case .week: "wk"
      case .month: "mo"
      case .year: "yr"
      }
    let count = window.period.count
    let text = "\(count) \(words.word(count == 1 ? "durationOne" : "durationMark", key))"
    return window.isRolling == true ? words.text("rolling", ["period": text]) : text
  }

  // MARK: Goals

  /// A target with its date.
  package func target(_ target: Target, of measure: KPIDefinition) -> String {
    let value = goal(target.goal, of: measure)
    guard let by = target.by else { return value }
    return words.text("byDate", ["value": value, "date": moment(by)])
  }

  /// A target's value or range.
  package func goal(_ goal: Target.Goal, of measure: KPIDefinition) -> String {
    switch goal {
    case .value(let value): self.value(value, of: measure)
    case .range(let range): self.range(range, of: measure)
    }
  }

  /// A range with its unit.
  package func range(_ range: ValueRange, of measure: KPIDefinition) -> String {
    DisplayWords.fill(
      words.format("range"),
      ["low": value(range.low, of: measure), "high": value(range.high, of: measure)])
  }

  /// A boundary of the colors with its unit.
  package func band(_ band: Thresholds.Band, of measure: KPIDefinition) -> String {
    let text: String
    switch band {
    case .boundary(let number):
      if measure.thresholds?.mode == .absolute {
        text = value(number, of: measure)
      } else {
        text = DisplayWords.fill(words.format("percent"), ["number": self.number(number)])
      }
    case .range(let range): text = self.range(range, of: measure)
    }
    return measure.thresholds?.mode == .percentOfTarget
      ? words.text("ofTarget", ["value": text]) : text
  }

  /// A value with the day or period it holds for.
  package func value(_ value: FiniteNumber, at moment: Moment?, of measure: KPIDefinition) -> String
  {
    let text = self.value(value, of: measure)
    guard let moment else { return text }
    return words.text("asOf", ["value": text, "date": self.moment(moment)])
  }

  /// Where the measure stands by its thresholds, or nil.
  package func status(of measure: KPIDefinition) -> Status? {
    guard let current = measure.current, let direction = measure.direction else { return nil }
    var target: FiniteNumber?
    if case .value(let value)? = measure.targets.first?.goal { target = value }
    return measure.thresholds?.status(
      of: current.value, direction: direction, target: target, scale: measure.scale)
  }
}
