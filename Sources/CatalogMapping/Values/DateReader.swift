internal import KPICatalog
internal import SpreadsheetML

/// Reads cells that hold a day, a year or another period.
struct DateReader {
  var sheet: SheetContent
  let language: LanguageTag

  /// Reads a cell; nil if it holds none.
  func read(
    _ cell: SheetContent.Cell, _ reading: ColumnReading, field: String,
    findings: inout [ImportFinding]
  ) -> (moment: Moment, rule: ReadingRule)? {
    switch cell.value {
    case .blank:
      if cell.isFormula { findings.append(.formulaWithoutResult) }
      return nil
    case .error(let error):
      findings.append(.errorCell(error.word, field: field))
      return nil
    case .boolean(let truth):
      findings.append(.notADate(truth ? "TRUE" : "FALSE", field: field))
      return nil
    case .isoDate(let text):
      return CivilDate(String(text.prefix(10))).map { (.date($0), .date) }
    case .number(let number):
      return read(number, sheet.format(cell), field, &findings)
    case .text(let text):
      return read(text.trimmed, reading, field, &findings).map { ($0, .dateText) }
    }
  }

  private func read(
    _ number: Double, _ format: NumberFormat, _ field: String, _ findings: inout [ImportFinding]
  ) -> (Moment, ReadingRule)? {
    if format.kind.isDateOrTime {
      guard let date = SerialDate(serial: number, in: sheet.dateSystem),
        let civil = CivilDate(year: date.year, month: date.month, day: max(1, date.day))
      else {
        findings.append(.notADate("\(number)", field: field))
        return nil
      }
      return (shown(civil, format), .date)
    }
    if number == number.rounded(), (1990...2099).contains(number),
      let period = Period(.year, year: Int(number))
    {
      return (.period(period), .plainNumber)
    }
    // 202612 and plain serial numbers are no dates anybody can be sure of.
    findings.append(.notADate(QuantityReader.shown(number), field: field))
    return nil
  }

  /// A date whose format shows only month and year, or only the year, is that period.
  private func shown(_ date: CivilDate, _ format: NumberFormat) -> Moment {
    let code = format.code.lowercased()
    guard !code.contains("d"), code.contains("y") else { return .date(date) }
    if code.contains("m") {
      return Period(.month, year: date.year, index: date.month).map { .period($0) } ?? .date(date)
    }
    return Period(.year, year: date.year).map { .period($0) } ?? .date(date)
  }

  private func read(
    _ text: String, _ reading: ColumnReading, _ field: String, _ findings: inout [ImportFinding]
  ) -> Moment? {
    if MissingWords.contains(text) {
      findings.append(.missingWord(text, field: field))
      return nil
    }
    guard let found = Self.found(text, dayFirst: reading.dayFirst) else {
      findings.append(.notADate(text.onOneLine, field: field))
      return nil
    }
    guard found.isAmbiguous, case .date(let date) = found.moment else { return found.moment }
    let turned = CivilDate(year: date.year, month: date.day, day: date.month)
    // Only English writes the month first as well; with points the day leads everywhere.
    let isSure = text.contains(".")
    if isSure { return found.moment }
    let isTaken = language.base != .english
    findings.append(
      .doubtfulDate(text, one: date.description, other: turned?.description ?? "", taken: isTaken))
    return isTaken ? found.moment : nil
  }

  /// A date in a text, also behind words such as `by end of`.
  static func found(_ text: String, dayFirst: Bool?) -> PeriodReading.Found? {
    if let found = PeriodReading.moment(in: text, dayFirst: dayFirst) { return found }
    let words = PeriodWords(text)
    guard words.count <= 8, let found = PeriodReading.find(in: words, dayFirst: dayFirst) else {
      return nil
    }
    // What stands beside the date may only lead to it.
    for index in 0..<words.count where !found.words.contains(index) {
      guard case .other = words.items[index] else { return nil }
      let word = Folding.bytes(of: String(words.texts[index]))
      guard WordList.compare.values(folded: word).contains("by") || isConnective(words.texts[index])
      else {
        return nil
      }
    }
    return found
  }

  private static func isConnective(_ word: Substring) -> Bool {
    [
      "end", "of", "the", "year", "fin", "de", "l", "d", "année", "an", "fine", "anno", "ende",
      "jahr",
      "jahres", "año", "finales", "del", "cy", "month", "mid", "early", "late", "st", "nd", "rd",
      "th",
      "le", "der", "des", "la", "il", "dell",
    ]
    .contains(word.lowercased())
  }
}
