internal import ArgumentParser
internal import DelimitedText
internal import SpreadsheetML
internal import TableConversion

/// A sheet as CSV or TSV.
struct Convert: ParsableCommand {
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case csv, tsv, xlsx

    /// The form a file's ending stands for.
    init?(path: String) {
      guard let dot = path.lastIndex(of: ".") else { return nil }
      switch path[path.index(after: dot)...].lowercased() {
      case "csv", "txt": self = .csv
      case "tsv", "tab": self = .tsv
      case "xlsx", "xlsm", "xltx", "xltm", "xlam": self = .xlsx
      default: return nil
      }
    }
  }

  enum Values: String, ExpressibleByArgument, CaseIterable { case stored, shown }

  static let configuration = CommandConfiguration(
    abstract: "Convert a workbook's sheet to CSV or TSV.",
    discussion: """
      Stored values are written: 0.31 and not 31 %, dates as 2024-01-31. With --values shown each
      cell is written as Excel shows it.

      Example:
        kpibook convert samples/customer-measures-en.xlsx measures.csv --sheet 2
      """)

  @Argument(help: "The file to read, or - for standard input.")
  var input: String

  @Argument(help: "The file to write, or - for standard output.")
  var output: String

  @Option(help: "The form of the input: csv, tsv or xlsx. Default: by the file's ending.")
  var from: Form?

  @Option(help: "The form of the output: csv, tsv or xlsx. Default: by the file's ending.")
  var to: Form?

  @Option(help: "The sheet's name, or its index from 1. Default: the first sheet that can be seen.")
  var sheet: String?

  @Option(help: "What is written of a cell: its stored value, or what Excel shows.")
  var values: Values = .stored

  @Option(help: "The language of shown values: en, fr, it, de or es.")
  var locale: String = "en"

  @Option(help: "The character between fields, or 'tab'. Default: comma, or tab for .tsv.")
  var delimiter: String?

  @Flag(help: "Guard texts that a spreadsheet would take for formulas with an apostrophe.")
  var safeForSpreadsheets = false

  func run() throws {
    let source = from ?? Form(path: input) ?? .xlsx
    guard let target = to ?? Form(path: output) else {
      throw ValidationError("Say the form of '\(output)' with --to csv, tsv or xlsx.")
    }
    guard source == .xlsx, target != .xlsx else {
      throw Failure(input, "only workbook to csv or tsv is supported yet")
    }
    try writeDelimited(as: target)
  }

  private func writeDelimited(as form: Form) throws {
    let dialect = try dialect(for: form)
    let conversion = SheetConversion(
      values: values == .shown ? .shown(try formatLocale()) : .stored)
    let book = try Input.workbook(input)
    let sheet = try chosenSheet(of: book)
    let file = try AtomicOutput(output)
    do {
      let sink = ClosureByteSink { try file.write($0) }
      var writer = DelimitedWriter(
        sink, dialect: dialect, safeForSpreadsheets: safeForSpreadsheets)
      switch try conversion.convert(sheet, to: &writer) {
      case .complete: _ = try writer.finish()
      case .rowsOutOfOrder:
        guard try file.startAgain() else {
          throw Failure(
            input,
            "the rows of sheet \(Place.quoted(sheet.name)) are not in order; write to a file instead"
          )
        }
        writer = DelimitedWriter(
          sink, dialect: dialect, safeForSpreadsheets: safeForSpreadsheets)
        try conversion.convertInOrder(sheet, to: &writer)
        _ = try writer.finish()
      }
    } catch let error as DelimitedTextError {
      throw error.cause as? Failure ?? error
    }
    try file.commit()
  }

  private func chosenSheet(of book: Workbook) throws -> Sheet {
    if let sheet { return try book.sheet(sheet) }
    let cells = book.sheets.filter { $0.kind == .worksheet }
    guard
      let first = cells.first(where: { $0.visibility == .visible }) ?? cells.first
        ?? book.sheets.first
    else { throw Failure(input, "the workbook has no sheet with cells") }
    return first
  }

  private func dialect(for form: Form) throws -> Dialect {
    guard let delimiter else { return form == .tsv ? .tsv : .csv }
    guard let byte = Dialect.delimiter(named: delimiter),
      let dialect = try? Dialect(delimiter: byte)
    else {
      throw ValidationError("The delimiter must be one character, or comma, semicolon, tab, pipe.")
    }
    return dialect
  }

  private func formatLocale() throws -> FormatLocale {
    guard let known = FormatLocale(languageTag: locale) else {
      throw ValidationError("The locale '\(locale)' is not one of en, fr, it, de, es.")
    }
    return known
  }
}
