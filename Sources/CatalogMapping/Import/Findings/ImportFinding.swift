internal import KPICatalog
internal import SpreadsheetML

/// The facts an import can find, each with its rule's name; the sentences are in
/// `ImportFinding+Wording.swift`.
enum ImportFinding: Sendable {
  // Values
  case errorCell(String, field: String)
  case missingWord(String, field: String)
  case formulaWithoutResult
  case unknownWord(String, field: String, nearest: String?)
  case severalWords(String, field: String)
  case ambiguousFrequency(String, meaning: String)
  case notANumber(String, field: String)
  case rangeForValue(String, field: String)
  case percentOfScore(String, unit: String)
  case percentFractions(Double, heading: String)
  case doubtfulMark(String, one: String, other: String)
  case doubtfulDate(String, one: String, other: String, taken: Bool)
  case notADate(String, field: String)
  case dateForNumber(String)
  case clockInDoubt(String, readsMinutes: Bool, one: String, other: String)
  case unitConflict(String, unit: String)
  case approximate(String)
  case remark(String)
  case bandsNotRead(String)
  case bandsPartlyRead(String, lost: String)
  case bandsWithoutColors(String, one: String, other: String)
  case bandsReversed(String)
  case weightOutside(String)
  case scaleReversed(String)
  case bothDirections(String)
  case truncatedText(String)
  // Names and ids
  case noName
  case onlyName(String)
  case explanation
  case duplicateName(String, other: String)
  case duplicateCode(String, other: String)
  case duplicateID(String, other: String)
  case unusableID(String, used: String)
  case unknownMeasure(String, field: String)
  // Rows, columns and sheets
  case hiddenRows(String, isFiltered: Bool)
  case hiddenColumns(String)
  case hiddenSheet
  case guessedColumn(heading: String, field: String, reasons: String)
  case rivalColumn(heading: String, field: String, rival: String)
  case initiativesKept(String)
  case unnamedColumn(String)
  case beyondHeader(String, column: String)
  case sheetLeftOut(String)
  case tableLeftOut(String)
  case rowLeftOut(String)
  case rowBelowTable(Int, table: String)
  case nothingFound
  case conflictingLanguageRow(field: String)
  case mappingDrift(String)
  case yearsAsTargets(String)
  case fieldNotRead(String)
  case cellKept(String, field: String)
  case cellsNotRead(String, count: Int)

  /// How much it matters.
  var severity: Diagnostic.Severity {
    switch self {
    case .duplicateID: .error
    case .missingWord, .hiddenRows, .hiddenColumns, .hiddenSheet, .sheetLeftOut, .tableLeftOut,
      .rowLeftOut, .initiativesKept, .remark, .approximate, .unnamedColumn, .clockInDoubt,
      .explanation, .cellKept, .cellsNotRead:
      .note
    default: .warning
    }
  }

  /// The name of the rule.
  var rule: String {
    switch self {
    case .errorCell: "error-cell"
    case .missingWord: "missing-value"
    case .formulaWithoutResult: "formula-without-result"
    case .unknownWord: "unknown-word"
    case .severalWords: "several-words"
    case .ambiguousFrequency: "ambiguous-frequency"
    case .notANumber: "not-a-number"
    case .rangeForValue: "range-for-value"
    case .percentOfScore: "percent-of-score"
    case .percentFractions: "percent-fraction"
    case .doubtfulMark: "doubtful-decimal-mark"
    case .doubtfulDate: "ambiguous-date"
    case .notADate: "not-a-date"
    case .dateForNumber: "date-for-number"
    case .clockInDoubt: "clock-time"
    case .unitConflict: "unit-conflict"
    case .approximate: "approximate-value"
    case .remark: "remark-beside-value"
    case .bandsNotRead: "thresholds-not-read"
    case .bandsPartlyRead: "thresholds-partly-read"
    case .bandsWithoutColors: "thresholds-without-colors"
    case .bandsReversed: "thresholds-reversed"
    case .weightOutside: "weight-outside"
    case .scaleReversed: "scale-reversed"
    case .bothDirections: "two-directions"
    case .truncatedText: "text-too-long"
    case .noName: "no-name"
    case .onlyName: "name-only"
    case .explanation: "explanation-row"
    case .duplicateName: "duplicate-name"
    case .duplicateCode: "duplicate-code"
    case .duplicateID: "duplicate-id"
    case .unusableID: "unusable-id"
    case .unknownMeasure: "unknown-measure"
    case .hiddenRows: "hidden-rows"
    case .hiddenColumns: "hidden-columns"
    case .hiddenSheet: "hidden-sheet"
    case .guessedColumn: "guessed-column"
    case .rivalColumn: "ambiguous-column"
    case .initiativesKept: "initiatives"
    case .unnamedColumn: "column-without-heading"
    case .beyondHeader: "cell-beyond-header"
    case .sheetLeftOut: "sheet-left-out"
    case .tableLeftOut: "table-left-out"
    case .rowLeftOut: "row-left-out"
    case .rowBelowTable: "row-below-table"
    case .nothingFound: "nothing-found"
    case .conflictingLanguageRow: "language-rows-differ"
    case .mappingDrift: "mapping-drift"
    case .yearsAsTargets: "years-as-targets"
    case .fieldNotRead: "field-not-read"
    case .cellKept: "value-kept"
    case .cellsNotRead: "cells-not-read"
    }
  }
}
