internal import ArgumentParser
internal import DelimitedText
internal import SpreadsheetML
internal import TableConversion

/// Delimited text to a workbook, or a workbook's sheet to delimited text.
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
    commandName: "convert",
    _superCommandName: KPIBook.name,
    abstract: "Convert CSV or TSV to a workbook, or a workbook's sheet to CSV or TSV.",
    discussion: """
      To a workbook: numbers, ISO dates and TRUE or FALSE become values where \
      nothing is lost by it. 007, +33..., 1E5 and whatever has more than 15 digits \
      stay text, a column that has such codes stays text as a whole, and no text \
      becomes a formula. --verbose tells what was assumed.

      To CSV: stored values are written, 0.31 and not 31 %, dates as 2024-01-31. \
      With --values shown each cell is written as Excel shows it.

      Examples:
        kpibook convert samples/service-targets.csv targets.xlsx
        kpibook convert samples/customer-measures-en.xlsx measures.csv --sheet 2
        kpibook convert - - --from csv --to xlsx \\
          < samples/service-targets.csv > targets.xlsx
      """)

  @Argument(help: "The file to read, or - for standard input.")
  var input: String

  @Argument(help: "The file to write, or - for standard output.")
  var output: String

  @Option(
    help: ArgumentHelp("The form of the input. Default: by the file's ending.", valueName: "form"))
  var from: Form?

  @Option(
    help: ArgumentHelp("The form of the output. Default: by the file's ending.", valueName: "form"))
  var to: Form?

  @Option(
    help: ArgumentHelp(
      "The sheet to read, by name or index from 1; or the name of the one to write. "
        + "Default: the first that can be seen; or the file's name.", valueName: "sheet"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "The character between fields, or comma, semicolon, tab, pipe. Default: guessed.",
      valueName: "character"))
  var delimiter: String?

  @Option(
    help: ArgumentHelp(
      "The encoding of the text to read: utf-8, utf-16, windows-1252, latin-1. Default: guessed.",
      valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "How small the workbook is made, from 1 (fast) to 9 (small).", valueName: "1-9"))
  var level: Int?

  @Option(
    help: ArgumentHelp(
      "Columns that stay text: names, letters or numbers, with commas between them.",
      valueName: "columns"))
  var text: String?

  @Flag(name: .customLong("no-types"), help: "Look for no values: all fields are text.")
  var noTypes = false

  @Flag(
    inversion: .prefixedNo,
    help: "Whether the first record names the columns. Default: guessed.")
  var header: Bool?

  @Option(
    help: ArgumentHelp(
      "The language of numbers (1.234,50 and 12,5 % in de), dates with the day first and truth "
        + "values, and of shown values: en, fr, it, de or es. Default: points and ISO dates.",
      valueName: "language"))
  var locale: String?

  @Option(help: "What is written of a cell: its stored value, or what Excel shows.")
  var values: Values = .stored

  @Flag(help: "Cut off what is too long for Excel, instead of stopping.")
  var truncate = false

  @Flag(help: "Guard texts that a spreadsheet would take for formulas with an apostrophe.")
  var safeForSpreadsheets = false

  @Flag(name: .shortAndLong, help: "Tell on standard error what was assumed.")
  var verbose = false

  func run() throws {
    let target = try form(of: output, said: to, flag: "--to")
    let source = try form(of: input, said: from, flag: "--from", opposite: target)
    switch (source, target) {
    case (.xlsx, .xlsx):
      throw ValidationError("Both files are workbooks; convert goes to or from CSV and TSV.")
    case (.xlsx, _):
      try refuse(
        [
          (level != nil, "--level"), (text != nil, "--text"), (noTypes, "--no-types"),
          (header != nil, "--header"), (truncate, "--truncate"), (encoding != nil, "--encoding"),
        ], "is for workbooks to be written")
      try writeDelimited(as: target)
    case (_, .xlsx):
      try refuse(
        [
          (values != .stored, "--values"), (safeForSpreadsheets, "--safe-for-spreadsheets"),
        ], "is for workbooks to be read")
      try writeWorkbook(from: source)
    default:
      throw ValidationError("Neither file is a workbook; convert goes to or from one.")
    }
  }

  /// The form of a file: as said, else by its ending.
  private func form(
    of path: String, said: Form?, flag: String, opposite: Form? = nil
  ) throws -> Form {
    if let said { return said }
    if path != "-", let form = Form(path: path) { return form }
    // What is read for a CSV can only be a workbook; what is read for a workbook has to be named.
    if let opposite, opposite != .xlsx { return .xlsx }
    let name = path == "-" ? "a standard stream" : "'\(path)'"
    throw ValidationError("Say the form of \(name) with \(flag) csv, tsv or xlsx.")
  }

  private func refuse(_ options: [(isGiven: Bool, name: String)], _ reason: String) throws {
    for option in options where option.isGiven {
      throw ValidationError("\(option.name) \(reason).")
    }
  }

  /// The delimiter that was asked for.
  func chosenDelimiter() throws -> UInt8? {
    guard let delimiter else { return nil }
    guard let byte = Dialect.delimiter(named: delimiter), byte != UInt8(ascii: "\"") else {
      throw ValidationError("The delimiter must be one character, or comma, semicolon, tab, pipe.")
    }
    return byte
  }

  /// The language that was asked for.
  func chosenLocale() throws -> FormatLocale? {
    guard let locale else { return nil }
    guard let known = FormatLocale(languageTag: locale) else {
      throw ValidationError("The locale '\(locale)' is not one of en, fr, it, de, es.")
    }
    return known
  }
}
