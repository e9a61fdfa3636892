/// What is written into a cell, once its format is known.
enum NewContent: Hashable {
  case blank
  case number(Double)
  /// A serial date, and the kind of format it should be shown in.
  case moment(Double, NumberFormat.Kind)
  case text(String)
  /// A text in several formats: the runs of an `is` element as they are written.
  case richText(String, runs: [UInt8])
  case boolean(Bool)
  case error(CellError)
  /// The text without an equals sign, and the last result.
  case formula(String, result: CellValue)

  /// What a patch means in a cell of this format.
  ///
  /// - Throws: ``WorkbookError`` without a place for what no cell can hold.
  init(
    _ content: CellPatch.Content, format: NumberFormat, in system: DateSystem,
    holdsNumber: Bool = false
  ) throws(WorkbookError) {
    switch content {
    case .value(let value): self = try NewContent(value, in: system)
    case .formula(let text, let result), .formattedFormula(let text, let result, _):
      self = .formula(text.first == "=" ? String(text.dropFirst()) : text, result: result)
    case .formatted(let value, _), .reformatted(let value, _, _):
      self = try NewContent(value, in: system)
    case .revised(let text): self = .text(text)
    case .entered(let text):
      self = EnteredValue.content(of: text, format: format, in: system, holdsNumber: holdsNumber)
    }
    if case .formula(let text, let result) = self {
      self = .formula(FutureFunctions.prefixed(text), result: result)
    }
    try check()
  }

  private init(_ value: CellValue, in system: DateSystem) throws(WorkbookError) {
    switch value {
    case .blank: self = .blank
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .boolean(let isTrue): self = .boolean(isTrue)
    case .error(let error): self = .error(error)
    case .isoDate(let text):
      guard let moment = EnteredValue.moment(text, in: system) else { throw .noDate(text) }
      self = .moment(moment.serial, moment.kind)
    }
  }

  private func check() throws(WorkbookError) {
    switch self {
    case .number(let number), .moment(let number, _):
      guard number.isFinite else { throw .notFinite(number) }
    case .text(let text), .richText(let text, _):
      guard ExcelLimits.fits(text, ExcelLimits.cellText) else { throw .cellText(text) }
    case .formula(let text, let result):
      guard !text.isEmpty, ExcelLimits.fits(text, ExcelLimits.formula) else {
        throw .formula(text)
      }
      guard !text.utf8.contains(where: { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 13 }) else {
        throw .controlInFormula
      }
      if case .isoDate = result { throw .dateAsResult }
      if case .number(let number) = result, !number.isFinite { throw .notFinite(number) }
    case .blank, .boolean, .error: return
    }
  }

  /// The cell's value afterwards, as a reader would give it.
  var value: CellValue {
    switch self {
    case .blank: .blank
    case .number(let number), .moment(let number, _): .number(number)
    case .text(let text), .richText(let text, _): .text(text)
    case .boolean(let isTrue): .boolean(isTrue)
    case .error(let error): .error(error)
    case .formula(_, let result): result
    }
  }

  /// The formula afterwards, without an equals sign, or nil.
  var formula: String? {
    if case .formula(let text, _) = self { return text }
    return nil
  }
}
