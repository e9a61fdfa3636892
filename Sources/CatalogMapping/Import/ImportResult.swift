public import KPICatalog
internal import SpreadsheetML

/// What an import gives: the definitions, what a person should know about them, and how they were
/// found.
public struct ImportResult: Sendable {
  /// The definitions, in the order of the book.
  public let catalog: Catalog
  /// The findings, in the order in which they were made.
  public let diagnostics: [Diagnostic]

  let book: BookContent
  let survey: BookSurvey
  let contexts: [RegionContext]
  /// For each measure the region and record it was read from.
  let sources: [CatalogAssembly.Source]
  /// For each measure all rows it was read from: one, or one for each language.
  let parts: [[CatalogAssembly.Source]]
  /// The ids of groups by the names the workbook gives them.
  let groupIDs: [String: String]
  /// What the workbook carries unseen, if this program wrote it.
  let record: ExportRecord?

  /// What was found on each sheet and taken for what.
  public var plan: ImportPlan { ImportPlan(book, survey, contexts) }

  /// Explains a field of a measure.
  ///
  /// - Parameters:
  ///   - field: The field, such as `target`, `name.fr`, `baseline.value`, `custom.Cost centre`;
  ///     lists are counted from 1: `targets[1].value`.
  ///   - id: The measure.
  /// - Returns: Where it came from, a place each if it is made of several; empty if the sheet does
  ///   not say it.
  /// - Complexity: O(*n*) in the rows of the measure's table: its columns are looked at once more.
  public func explanations(of field: String, in id: KPIIdentifier) -> [FieldExplanation] {
    let all = explanations(of: id)
    let exact = all.filter { $0.field == field }
    if !exact.isEmpty { return exact }
    // targets[1].value is told by targets[1].
    let parents = all.filter { $0.field.hasSuffix("]") && field.hasPrefix($0.field + ".") }
    if !parents.isEmpty { return parents }
    // baseline.value is told by baseline, targets and target by targets[1].
    let stem = String(field.prefix { $0 != "." && $0 != "[" })
    let known = Self.stems[stem] ?? stem
    return all.filter {
      $0.field == known || $0.field.hasPrefix(known + ".") || $0.field.hasPrefix(known + "[")
    }
  }

  private static let stems = [
    "target": "targets", "benchmark": "benchmarks", "lead": "leadLag", "threshold": "thresholds",
  ]

  /// Explains all fields of a measure, in the order in which they were read.
  ///
  /// - Parameter id: The measure.
  /// - Returns: An explanation for each cell; empty if there is no such measure.
  public func explanations(of id: KPIIdentifier) -> [FieldExplanation] {
    guard let index = catalog.measures.firstIndex(where: { $0.id == id }),
      sources.indices.contains(index)
    else { return [] }
    let source = sources[index]
    let found = survey.found[source.region]
    let sheet = book.sheets[found.sheet]
    var reader = RegionReader(
      found.region, of: sheet, language: found.language, context: contexts[source.region],
      log: FindingLog(file: book.name), isTracing: true)
    guard reader.readRecord(source.record) != nil else { return [] }
    let measure = catalog.measures[index]
    let values = measure.fields
    let areCountedFromOne = found.region.layout == .fields
    // Of findings that are many the result lists the first only; reading the row again tells all.
    var findings = diagnostics
    for finding in reader.log.diagnostics where !findings.contains(finding) {
      findings.append(finding)
    }
    findings.removeAll { $0.unlisted > 0 || $0.place.cell == nil }
    return reader.traces.map { trace in
      let plan = trace.plan.map { found.region.plans[$0] }
      let cell = trace.cell.flatMap { sheet.cell(row: $0.row, column: $0.column) }
      let path = areCountedFromOne ? trace.field : Self.countedFromOne(trace.field)
      return FieldExplanation(
        field: path, value: Self.value(at: path, among: values),
        typedValue: measure.value(at: path),
        place: Place(
          file: book.name, sheet: sheet.name.isEmpty ? nil : sheet.name, cell: trace.cell),
        heading: plan?.heading ?? "", rawText: cell.map { Self.rawText($0) },
        numberFormat: cell.map { sheet.format($0).code }, rule: trace.rule.rawValue,
        certainty: trace.certainty, reasons: plan?.reasons ?? [],
        findings: findings.filter {
          $0.place.cell == trace.cell && ($0.place.sheet ?? "") == sheet.name
        })
    }
  }

  /// The path of a field in a catalog, where lists are counted from 1.
  private static func countedFromOne(_ field: String) -> String {
    guard !field.hasPrefix("custom."), let open = field.firstIndex(of: "["),
      let close = field.firstIndex(of: "]"), open < close,
      let number = Int(field[field.index(after: open)..<close])
    else { return field }
    return field[..<open] + "[\(number + 1)]" + field[field.index(after: close)...]
  }

  /// The value of a field out of all values of its measure.
  private static func value(
    at path: String, among values: [(path: String, text: String)]
  ) -> String? {
    let found = values.filter {
      $0.path == path || $0.path.hasPrefix(path + ".") || $0.path.hasPrefix(path + "[")
    }
    guard found.count != 1 else { return found.first?.text }
    // Of a list with one item the number says nothing.
    let isOnly = found.allSatisfy { $0.path.hasPrefix(path + "[1].") }
    let stem = isOnly ? path + "[1]" : path
    let parts = found.map { value in
      value.path.dropFirst(stem.utf8.count).drop { $0 == "." } + " " + value.text
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func rawText(_ cell: SheetContent.Cell) -> String {
    switch cell.value {
    case .blank: ""
    case .text(let text), .isoDate(let text): text
    case .number(let number): QuantityReader.shown(number)
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .error(let error): error.word
    }
  }
}
