internal import KPICatalog
internal import SpreadsheetML

/// Reads the cells that hold values of a measure: numbers, percents, amounts, lengths of time,
/// ranges.
struct QuantityReader {
  var sheet: SheetContent
  /// The language of the sheet, which decides how a doubtful `1.234` is read.
  let language: LanguageTag
  /// The decimal mark the sheet's texts show.
  let sheetMark: DecimalMark?

  /// What a cell gives.
  enum Outcome {
    case value(Quantity)
    case absent
    /// A text that is kept as a custom value.
    case text(String)
  }

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - cell: The cell, not blank.
  ///   - unit: The measure's unit if it is known.
  ///   - reading: How the column is read.
  ///   - field: What the column is.
  ///   - heading: What stands above the column.
  ///   - findings: Receives what a person should know.
  /// - Returns: The value, or why there is none.
  func read(
    _ cell: SheetContent.Cell, unit: MeasureUnit?, _ reading: ColumnReading,
    field: ColumnField, heading: String, findings: inout [ImportFinding]
  ) -> Outcome {
    switch cell.value {
    case .blank:
      if cell.isFormula { findings.append(.formulaWithoutResult) }
      return .absent
    case .error(let error):
      findings.append(.errorCell(error.word, field: FieldNames.name(field)))
      return .absent
    case .boolean(let truth):
      return .value(Quantity(value: truth ? 1 : 0, shown: MeasureUnit(.boolean), rule: .numberFlag))
    case .isoDate(let text):
      findings.append(.dateForNumber(text))
      return .absent
    case .number(let number):
      // Sixteen digits out of a computation are fifteen to a person: 4.1, not 4.0999999999999996.
      let tidied = DecimalText.tidied(number)
      return read(tidied, sheet.format(cell), unit, reading, heading, &findings)
    case .text(let text):
      return read(text.trimmed, unit, reading, field, heading, &findings)
    }
  }

  // MARK: Numbers

  private func read(
    _ number: Double, _ format: NumberFormat, _ unit: MeasureUnit?, _ reading: ColumnReading,
    _ heading: String, _ findings: inout [ImportFinding]
  ) -> Outcome {
    if format.isPercent {
      let value = DecimalText.shift(number, by: 2)
      if let kind = unit?.kind, kind != .percent, kind != .percentagePoints {
        findings.append(.percentOfScore(Self.shown(value), unit: "a \(kind.rawValue)"))
      }
      return .value(Quantity(value: value, shown: MeasureUnit(.percent), rule: .percentFormat))
    }
    if format.kind == .elapsed || format.kind == .time {
      return .value(duration(days: number, unit))
    }
    if format.kind == .date || format.kind == .dateTime {
      if unit?.kind == .duration, number < 366 { return .value(duration(days: number, unit)) }
      findings.append(
        .dateForNumber(SerialDate(serial: number, in: sheet.dateSystem)?.description ?? "\(number)")
      )
      return .absent
    }
    if format.kind == .currency {
      let code = format.currencyCode.flatMap { CurrencyCode($0) }
      let shown = MeasureUnit(.currency, symbol: format.currencySymbol, currency: code)
      return .value(Quantity(value: number, shown: shown, rule: .currency))
    }
    let isPercent = unit?.kind == .percent
    if isPercent, reading.mayBeFractions, number != 0, number.magnitude != 1 {
      findings.append(.percentFractions(number, heading: heading))
    }
    var quantity = Quantity(value: number, rule: isPercent ? .plainPercent : .plainNumber)
    if unit == nil { quantity.shown = literalUnit(format, number) }
    return .value(quantity)
  }

  /// The unit a format prints beside the number: `0" j"`, `0.0 "Punkte"`.
  func literalUnit(_ format: NumberFormat, _ number: Double) -> MeasureUnit? {
    guard format.kind == .number, format.code.contains("\"") || format.code.contains("\\") else {
      return nil
    }
    let shown = format.text(for: number)
    let words = shown.split { $0.isNumber || ".,-−+ \u{A0}'".contains($0) }
    guard words.count == 1, let word = words.first else { return nil }
    return UnitWords(String(word))?.unit
  }

  /// A length of time kept as a fraction of a day, in the measure's unit; in hours if that is not
  /// known.
  private func duration(days: Double, _ unit: MeasureUnit?) -> Quantity {
    let symbol = unit?.kind == .duration ? unit?.symbol ?? "h" : "h"
    let value = DecimalText.tidied(days * (DurationUnit.perDay(symbol) ?? 24))
    return Quantity(value: value, shown: MeasureUnit(.duration, symbol: symbol), rule: .duration)
  }

  // MARK: Texts

  private func read(
    _ text: String, _ unit: MeasureUnit?, _ reading: ColumnReading, _ field: ColumnField,
    _ heading: String, _ findings: inout [ImportFinding]
  ) -> Outcome {
    let field = FieldNames.name(field)
    if MissingWords.contains(text) {
      findings.append(.missingWord(text, field: field))
      return .absent
    }
    if unit == nil || unit?.kind == .boolean, let truth = WordList.boolean.value(of: text),
      unit?.kind == .boolean
    {
      return .value(Quantity(value: truth == "true" ? 1 : 0, rule: .word))
    }
    guard let quantity = QuantityText(text, dayFirst: reading.dayFirst) else {
      findings.append(.notANumber(text.onOneLine, field: field))
      return .text(text)
    }
    let result = convert(quantity, text, unit, reading, &findings)
    if unit?.kind == .percent, quantity.isPlain, reading.mayBeFractions, result.value != 0,
      result.value.magnitude != 1
    {
      findings.append(.percentFractions(result.value, heading: heading))
    }
    return .value(result)
  }

  private func convert(
    _ quantity: QuantityText, _ text: String, _ unit: MeasureUnit?, _ reading: ColumnReading,
    _ findings: inout [ImportFinding]
  ) -> Quantity {
    var first =
      value(quantity.first, text, reading, &findings) * (quantity.firstIsNegative ? -1 : 1)
    var second = quantity.second.map {
      value($0, text, reading, &findings) * (quantity.secondIsNegative ? -1 : 1)
    }
    var result = Quantity(value: first, rule: second == nil ? .numberText : .range)
    if let clock = quantity.clock {
      let symbol = unit?.kind == .duration ? unit?.symbol ?? "h" : "h"
      let readsMinutes = clock.readsMinutes(in: unit)
      let sign = quantity.firstIsNegative ? -1.0 : 1
      first = sign * clock.length(in: symbol, readsMinutes: readsMinutes)
      second =
        quantity.secondClock.map {
          (quantity.secondIsNegative ? -1 : 1) * $0.length(in: symbol, readsMinutes: readsMinutes)
        } ?? second
      result.shown = MeasureUnit(.duration, symbol: symbol)
      result.rule = .duration
      if clock.parts.count == 2 {
        let other = sign * clock.length(in: symbol, readsMinutes: !readsMinutes)
        findings.append(
          .clockInDoubt(
            text, readsMinutes: readsMinutes, one: Self.shortened(first) + " " + symbol,
            other: Self.shortened(other) + " " + symbol))
      }
    } else if quantity.isPercent {
      result.shown = MeasureUnit(.percent)
      result.rule = second == nil ? .percentText : .range
      if let kind = unit?.kind, ![.percent, .percentagePoints].contains(kind) {
        findings.append(.percentOfScore(Self.shown(first), unit: "a \(kind.rawValue)"))
      }
    } else if quantity.isPoints {
      result.shown = MeasureUnit(.percentagePoints)
    } else if let money = quantity.currency {
      let factor = factor(of: money, in: unit)
      first = DecimalText.tidied(first * factor)
      second = second.map { DecimalText.tidied($0 * factor) }
      result.shown = money.unit
      result.rule = .currency
      if let unit, unit.kind != .currency {
        findings.append(.unitConflict(text, unit: unit.kind.rawValue))
      }
    } else if let symbol = quantity.duration {
      let factor = DurationUnit.factor(from: symbol, to: unit)
      first = DecimalText.tidied(first * factor)
      second = second.map { DecimalText.tidied($0 * factor) }
      result.shown = MeasureUnit(.duration, symbol: symbol)
      result.rule = .duration
      if let unit, unit.kind != .duration {
        findings.append(.unitConflict(text, unit: unit.kind.rawValue))
      }
    } else if let shown = quantity.unit {
      result.shown = shown
    }
    if quantity.currency == nil, quantity.multiplier > 1 {
      let factor = Double(quantity.multiplier)
      let isKept = unit?.symbol.flatMap { CurrencyWords($0)?.multiplier } == quantity.multiplier
      if !isKept {
        first = DecimalText.tidied(first * factor)
        second = second.map { DecimalText.tidied($0 * factor) }
      }
    }
    if let tolerance = quantity.tolerance {
      let width = value(tolerance, text, reading, &findings)
      second = DecimalText.tidied(first + width)
      first = DecimalText.tidied(first - width)
      result.rule = .range
    }
    if quantity.comparison == .about { findings.append(.approximate(text)) }
    if let remark = quantity.remark { findings.append(.remark(remark)) }
    result.value = first
    result.high = second
    result.comparison = quantity.comparison
    result.moment = quantity.moment?.moment
    result.outOf = quantity.outOf.map { $0.value(decimalMark: reading.decimalMark ?? sheetMark) }
    return result
  }

  /// The value of a number's text by the marks of its column, then its sheet, then its language.
  private func value(
    _ number: NumberText, _ text: String, _ reading: ColumnReading,
    _ findings: inout [ImportFinding]
  ) -> Double {
    guard let grouped = number.grouped else { return number.value }
    if let mark = reading.decimalMark ?? sheetMark { return number.value(decimalMark: mark) }
    let mark: DecimalMark = language.base == .english ? .point : .comma
    let chosen = number.value(decimalMark: mark)
    let other = chosen == number.value ? grouped : number.value
    findings.append(.doubtfulMark(text, one: Self.shown(chosen), other: Self.shown(other)))
    return chosen
  }

  static func shown(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? value.description
  }

  /// A number with four places at most, for people.
  private static func shortened(_ value: Double) -> String {
    shown((value * 10_000).rounded() / 10_000)
  }

  /// What an amount with a multiplier of its own is worth in the measure's unit.
  private func factor(of money: CurrencyWords, in unit: MeasureUnit?) -> Double {
    guard let unit, unit.kind == .currency else { return 1 }
    let own = unit.symbol.flatMap { CurrencyWords($0)?.multiplier } ?? 1
    guard money.multiplier != own, money.multiplier > 1 || own == 1 else { return 1 }
    return Double(money.multiplier) / Double(own)
  }
}

/// Lengths of time by their symbols.
enum DurationUnit {
  /// How many of a unit make a day; nil for a symbol that is none.
  static func perDay(_ symbol: String) -> Double? {
    switch symbol {
    case "s": 86_400
    case "min": 1440
    case "h": 24
    case "d": 1
    case "wk": 1.0 / 7
    case "mo": 12.0 / 365.25
    case "yr": 1 / 365.25
    default: nil
    }
  }

  /// What to multiply with to come from one symbol to a unit; 1 if the unit is no length of time.
  static func factor(from symbol: String, to unit: MeasureUnit?) -> Double {
    guard let unit, unit.kind == .duration, let target = unit.symbol, target != symbol,
      let from = perDay(symbol), let to = perDay(target)
    else { return 1 }
    return to / from
  }
}

/// Words and signs that stand for no value.
enum MissingWords {
  /// Whether a text says that there is no value, as `n/a`, `TBD`, `-` and `s.o.` do.
  static func contains(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    if !text.utf8.contains(where: { byte in
      (byte >= 0x30 && byte <= 0x39) || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
        || byte >= 0x80
        || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "$")
    }) {
      return true
    }
    if text.utf8.count == 3, text == "–" || text == "—" || text == "…" || text == "−" {
      return true
    }
    return WordList.missing.holds(text)
  }
}
