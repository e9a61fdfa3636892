internal import KPICatalog
internal import SpreadsheetML

/// Writes values into cells in the form they have there.
struct QuantityForm {
  let reader: RegionReader
  /// The unit the values are in.
  let unit: MeasureUnit?
  /// The unit they are to be in.
  var wantedUnit: MeasureUnit?
  /// Whether the values are the measure's own, so that its unit decides how they are written.
  var followsUnit = false

  /// A value or range to write.
  struct Wanted: Hashable {
    var low: Double
    var high: Double?
    var moment: Moment?
  }

  /// The contents that may say a value, in the order in which they are tried.
  ///
  /// - Parameters:
  ///   - wanted: The value.
  ///   - plan: The plan of the column.
  ///   - place: The cell.
  /// - Returns: The contents, the form of the cell itself first.
  func writes(_ wanted: Wanted, _ plan: Int, _ place: RegionReader.WritingPlace) -> [CellWrite] {
    func write(_ value: CellValue, _ rule: WritingRule, style: Int? = nil) -> CellWrite {
      CellWrite(plan: plan, cell: place.at, value: value, style: style, rule: rule)
    }
    if let cell = place.cell, !cell.isBlank {
      switch cell.value {
      case .number:
        if wanted.high == nil, let (number, rule) = number(wanted.low, reader.sheet.format(cell)) {
          return [write(.number(number), rule)] + fallbacks(wanted, plan, place)
        }
        return templates(wanted, plan, place) + fallbacks(wanted, plan, place)
      case .boolean where wanted.high == nil && (wanted.low == 0 || wanted.low == 1):
        return [write(.boolean(wanted.low == 1), .boolean)]
      case .text(let text):
        let own = texts(text, wanted, plan, old: current(cell, plan)).map {
          write(.text($0), .numberInText)
        }
        return own + booleanWords(wanted, plan, place) + templates(wanted, plan, place)
          + fallbacks(wanted, plan, place)
      default: break
      }
    }
    let words = booleanWords(wanted, plan, place)
    guard followsUnit, wanted.high == nil else {
      return words + templates(wanted, plan, place) + fallbacks(wanted, plan, place)
    }
    let own = ownForm(wanted, plan, place)
    // The format of a new row is that of the row it goes beside.
    let isNew = reader.neighbors[reader.record] != nil
    return words + (isNew ? [] : own) + templates(wanted, plan, place)
      + formOfRow(wanted, plan, place) + (isNew ? own : []) + plainForm(wanted, plan, place)
      + fallbacks(wanted, plan, place)
  }

  // MARK: Numbers

  /// Whether a cell is to hold a number: it does, its format is one of numbers, or its column holds
  /// no texts.
  func isOfNumbers(_ plan: Int, _ place: RegionReader.WritingPlace) -> Bool {
    if let cell = place.cell, !cell.isBlank { return cell.number != nil }
    let neighbors = reader.neighborCells(plan).prefix(20)
    if !neighbors.isEmpty { return neighbors.count { $0.number != nil } * 2 > neighbors.count }
    guard let style = place.style, reader.sheet.formats.indices.contains(style) else {
      return false
    }
    return ![.general, .text].contains(reader.sheet.formats[style].kind)
  }

  /// The number a cell of a format holds for a value.
  func number(_ value: Double, _ format: NumberFormat) -> (Double, WritingRule)? {
    if format.isPercent { return (DecimalText.shift(value, by: -2), .fraction) }
    switch format.kind {
    case .elapsed, .time: return (days(value), .duration)
    case .date, .dateTime: return unit?.kind == .duration ? (days(value), .duration) : nil
    case .text: return nil
    default: return (value, .number)
    }
  }

  private func days(_ value: Double) -> Double {
    let symbol = unit?.kind == .duration ? unit?.symbol ?? "h" : "h"
    return value / (DurationUnit.perDay(symbol) ?? 24)
  }

  /// What a cell says now.
  private func current(_ cell: SheetContent.Cell, _ plan: Int) -> Quantity? {
    var ignored: [ImportFinding] = []
    guard
      case .value(let quantity) = reader.quantities.read(
        cell, unit: unit, reader.readings[plan], field: reader.region.plans[plan].field,
        heading: reader.region.plans[plan].heading, findings: &ignored)
    else { return nil }
    return quantity
  }

  /// Whether a format shows a value as a percent that is none: 3 days as 300 %.
  private func isMisread(_ format: NumberFormat) -> Bool {
    guard format.isPercent, let kind = wantedUnit?.kind else { return false }
    return kind != .percent && kind != .ratio
  }

  /// A format for plain numbers that otherwise looks like another one.
  func plainStyle(like style: Int?) -> Int? {
    guard let style, reader.sheet.looks.indices.contains(style) else { return nil }
    return reader.sheet.formats.indices.first {
      [.general, .number].contains(reader.sheet.formats[$0].kind)
        && reader.sheet.looks.indices.contains($0)
        && reader.sheet.looks[$0] == reader.sheet.looks[style]
    }
  }

  // MARK: Texts

  private var defaultMark: DecimalMark {
    reader.quantities.sheetMark ?? (reader.language.base == .english ? .point : .comma)
  }

  /// A text with its numbers, and its date, replaced.
  private func texts(
    _ text: String, _ wanted: Wanted, _ plan: Int, old: Quantity?
  ) -> [String] {
    let trimmed = text.trimmed
    guard let quantity = QuantityText(trimmed, dayFirst: reader.readings[plan].dayFirst) else {
      return []
    }
    let mark = reader.readings[plan].decimalMark ?? defaultMark
    let spans = NumberForm.spans(in: text)
    guard let first = spans.first else { return [] }
    let written = quantity.first.value(decimalMark: mark) * (quantity.firstIsNegative ? -1 : 1)
    var factors: [Double] = [1]
    if let old, written != 0, quantity.tolerance == nil, quantity.clock == nil {
      let factor = old.value / written
      if factor.isFinite, factor != 0, factor != 1 { factors.insert(factor, at: 0) }
    }
    var results: [String] = []
    for factor in factors {
      func form(_ value: Double, _ span: Range<String.Index>) -> String {
        NumberForm(text[span], mark: mark).text(DecimalText.tidied(value / factor))
      }
      var changes: [(range: Range<String.Index>, text: String)] = []
      if let clock = quantity.clock, spans.count >= clock.parts.count, wanted.high == nil {
        guard
          let parts = clock.parts(
            ofDays: days(wanted.low), readsMinutes: clock.readsMinutes(in: unit))
        else { continue }
        for (place, part) in parts.enumerated() {
          let digits = NumberForm.plain(Double(part))
          let isPadded = place > 0 || text[spans[0]].hasPrefix("0") && text[spans[0]].count == 2
          changes.append((spans[place], (digits.count < 2 && isPadded ? "0" : "") + digits))
        }
      } else if quantity.second != nil, spans.count > 1 {
        if let high = wanted.high {
          changes = [(first, form(wanted.low, first)), (spans[1], form(high, spans[1]))]
        } else {
          changes = [(first.lowerBound..<spans[1].upperBound, form(wanted.low, first))]
        }
      } else if quantity.tolerance != nil, spans.count > 1 {
        if let high = wanted.high {
          let center = DecimalText.tidied((wanted.low + high) / 2)
          let width = DecimalText.tidied((high - wanted.low) / 2)
          changes = [(first, form(center, first)), (spans[1], form(width, spans[1]))]
        } else {
          changes = [(first.lowerBound..<spans[1].upperBound, form(wanted.low, first))]
        }
      } else if let high = wanted.high {
        changes = [(first, form(wanted.low, first) + "–" + form(high, first))]
      } else {
        changes = [(first, form(wanted.low, first))]
      }
      let new = text.replacing(changes)
      if let moment = wanted.moment, quantity.moment?.moment != moment {
        let dates = DateForm(language: reader.languageIndex).texts(
          Self.tail(of: new), saying: moment, dayFirst: reader.readings[plan].dayFirst)
        results += dates.map { Self.head(of: new) + $0 }
      }
      results.append(new)
    }
    return results
  }

  /// A text up to the end of its first number, and what follows, where a date may stand.
  private static func head(of text: String) -> String {
    NumberForm.spans(in: text).first.map { String(text[..<$0.upperBound]) } ?? ""
  }

  private static func tail(of text: String) -> String {
    NumberForm.spans(in: text).first.map { String(text[$0.upperBound...]) } ?? text
  }

  private func booleanWords(
    _ wanted: Wanted, _ plan: Int, _ place: RegionReader.WritingPlace
  ) -> [CellWrite] {
    guard unit?.kind == .boolean, wanted.high == nil, wanted.low == 0 || wanted.low == 1 else {
      return []
    }
    let word = wanted.low == 1 ? "true" : "false"
    return WordSpelling(reader: reader).words(plan, place) {
      WordList.boolean.value(of: $0) == word
    } list: {
      WordList.boolean.words(for: word, language: $0)
    }.map {
      CellWrite(plan: plan, cell: place.at, value: .text($0.text), rule: $0.rule)
    }
  }

  // MARK: Other cells as a pattern

  /// The value in the form of the nearest cells of the column.
  private func templates(
    _ wanted: Wanted, _ plan: Int, _ place: RegionReader.WritingPlace
  ) -> [CellWrite] {
    let cells = reader.neighbors(inColumnOf: plan).filter { !$0.cell.isFormula }
    var writes: [CellWrite] = []
    var seen: Set<Int> = []
    for (record, cell) in cells.prefix(60) where writes.count < 12 {
      switch cell.value {
      case .number:
        let format = reader.sheet.format(cell)
        if isMisread(format) || !isModel(format, of: record) { continue }
        guard wanted.high == nil, seen.insert(cell.style).inserted,
          let (number, rule) = number(wanted.low, format)
        else { continue }
        let fits = ownFormat(place).map { Self.isAlike($0, format) } ?? false
        writes.append(
          CellWrite(
            plan: plan, cell: place.at, value: .number(number), style: fits ? nil : cell.style,
            rule: rule))
      case .text(let text):
        guard isModel(text, of: record) else { continue }
        for new in texts(text, wanted, plan, old: nil) {
          writes.append(
            CellWrite(
              plan: plan, cell: place.at, value: .text(new),
              style: place.style == nil ? cell.style : nil, rule: .numberInText))
        }
      default: continue
      }
    }
    return writes
  }

  /// Plain forms, where nothing shows another.
  private func fallbacks(
    _ wanted: Wanted, _ plan: Int, _ place: RegionReader.WritingPlace
  ) -> [CellWrite] {
    var writes: [CellWrite] = []
    func add(_ value: CellValue, _ rule: WritingRule) {
      writes.append(CellWrite(plan: plan, cell: place.at, value: value, rule: rule))
    }
    let mark = reader.readings[plan].decimalMark ?? defaultMark
    let form = NumberForm("0", mark: mark)
    if wanted.high == nil {
      let format = place.style.map {
        reader.sheet.formats.indices.contains($0) ? reader.sheet.formats[$0] : .general
      }
      if let format, isMisread(format), place.cell?.isBlank ?? true {
        if let style = plainStyle(like: place.style) {
          writes.append(
            CellWrite(
              plan: plan, cell: place.at, value: .number(wanted.low), style: style, rule: .number))
        }
      } else if let format, let (number, rule) = number(wanted.low, format) {
        add(.number(number), rule)
      }
      if format == nil { add(.number(wanted.low), .number) }
    }
    var text = form.text(wanted.low)
    if let high = wanted.high {
      text += (wanted.low < 0 || high < 0 ? " – " : "–") + form.text(high)
    }
    if unit?.kind == .percent {
      add(.text(text + (reader.language.base == .english ? "%" : " %")), .numberInText)
    }
    add(.text(text), .numberInText)
    if let moment = wanted.moment { add(.text("\(text) (\(moment))"), .numberInText) }
    return writes
  }
}
