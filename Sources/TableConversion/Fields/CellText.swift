internal import DelimitedText
internal import SpreadsheetML

/// One cell's value as text.
struct CellText {
  var values: SheetConversion.Values
  var dateSystem: DateSystem

  func text(of value: CellValue, format: NumberFormat) -> String {
    switch (value, values) {
    case (.blank, _): return ""
    case (.number(let number), .stored):
      var bytes: [UInt8] = []
      if SerialDate.appendISO8601(number, as: format.kind, in: dateSystem, to: &bytes) {
        return String(decoding: bytes, as: UTF8.self)
      }
      return ShortestDecimal.text(number)
    case (.number(let number), .shown(let locale)):
      return format.text(for: number, locale: locale, dateSystem: dateSystem)
    case (.text(let text), .stored): return text
    case (.text(let text), .shown): return format.text(for: text)
    case (.boolean(let truth), .stored): return truth ? "TRUE" : "FALSE"
    case (.boolean(let truth), .shown(let locale)): return locale.word(for: truth)
    case (.error(let error), _): return error.word
    case (.isoDate(let text), _): return ISODateText.normal(text) ?? text
    }
  }
}

/// Dates that a cell holds as text (`t="d"`).
enum ISODateText {
  /// The text without a midnight that says nothing: `2024-01-31T00:00:00` is `2024-01-31`.
  static func normal(_ text: String) -> String? {
    let trimmed = text.hasSuffix("Z") ? String(text.dropLast()) : text
    for ending in ["T00:00:00", "T00:00:00.000", "T00:00"] where trimmed.hasSuffix(ending) {
      return String(trimmed.dropLast(ending.count))
    }
    return trimmed
  }
}
