public import DelimitedText
public import SpreadsheetML

/// Writes delimited text as a workbook.
///
/// Fields become values only where nothing is lost by it: whole numbers and decimals whose digits a
/// double gives back, dates and times in ISO 8601, `TRUE` and `FALSE`. All else is text as it
/// stands, formulas included: `007`, `+33…`, `1E5`, more than fifteen digits, `=SUM(A1)`. A column
/// that has codes among its first records is text as a whole; one that shows codes only later is
/// told of in the report, and can be converted again. Numbers are shown with the decimals they had.
///
/// The first record is the header if it looks like one: it is set off, stays in view and has
/// buttons to filter by. What does not fit on a sheet goes to further ones, each with the header.
///
///     try WorkbookWriter.write(to: "measures.xlsx") { book in
///       let report = try WorkbookConversion().convert(source, to: book)
///       print(report.records, report.assumptions)
///     }
public struct WorkbookConversion: Sendable {
  /// Whether values are looked for at all; true; else every field is text by default.
  public var findsValues = true
  /// Columns that are text whatever they hold: by name, by letters, or by number from 1.
  public var textColumns: [String] = []
  /// Columns whose codes an earlier conversion of the same text came upon late: they are text too.
  public var lateCodes: [LateCode] = []
  /// The language whose decimal comma and day-first dates are read; nil for points and ISO 8601.
  public var locale: FormatLocale?
  /// The character between fields; nil to guess it.
  public var delimiter: UInt8?
  /// The character between fields that the file's name suggests, for a text that has none.
  public var expectedDelimiter: UInt8?
  /// The text's encoding; nil to guess it.
  ///
  /// A byte order mark decides against it.
  public var encoding: TextEncoding?
  /// Whether the first record names the columns; nil to guess it.
  public var hasHeader: Bool?
  /// The first sheet's name, as Excel takes it.
  public var sheetName = "Sheet1"
  /// Whether what is too long for Excel is cut off, instead of being an error.
  public var truncates = false

  /// What became of a conversion.
  public struct Report: Sendable {
    /// How many records there were, the header among them.
    public var records = 0
    /// The names of the sheets.
    public var sheets: [String] = []
    /// What was assumed of the text, a line each: encoding, delimiter, columns of codes.
    public var assumptions: [String] = []
    /// How many fields were longer than a cell holds, and were cut off.
    public var truncatedFields = 0
    /// How many records had more fields than a sheet has columns, and were cut off.
    public var truncatedRecords = 0
    /// The columns in which codes came after numbers, so that they are partly numbers now.
    ///
    /// To make them text as a whole, convert again with ``WorkbookConversion/lateCodes`` set to
    /// these.
    public var lateCodes: [LateCode] = []
  }

  /// A column of numbers in which a code came up too late to make text of it as a whole.
  public struct LateCode: Sendable {
    /// The column's number, from 1.
    public let column: Int
    /// Its heading, empty without a header.
    public let name: String
    /// The first code.
    public let text: String
    /// The line it is on, from 1.
    public let line: Int

    /// The column as a person calls it: `B 'code'`.
    public var description: String {
      WorkbookConversion.named(column, name)
    }
  }

  /// Makes a conversion that guesses all there is to guess.
  public init() {}

  /// Writes a text to a workbook, and finishes it.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - book: a workbook without sheets.
  /// - Returns: what became of it.
  /// - Throws: ``DelimitedTextError`` or ``ConversionError`` naming line and column, or
  ///   ``WorkbookError``.
  /// - Complexity: O(*n*) in the text's bytes, in memory that does not grow with them.
  public func convert(
    _ source: ClosureByteSource, to book: WorkbookWriter
  ) throws -> Report {
    var source = source
    let sample = try ByteSample(from: &source, atMost: WorkbookConversion.sampleBytes)
    let guess = DialectGuess(
      ByteSample(
        Array(sample.bytes.prefix(WorkbookConversion.guessBytes)),
        isWhole: sample.isWhole && sample.bytes.count <= WorkbookConversion.guessBytes),
      encoding: encoding, delimiter: delimiter, expecting: expectedDelimiter)
    var dialect = guess.dialect
    if let hasHeader { dialect.hasHeader = hasHeader }
    let scanner = FieldScanner(locale)
    let survey = ColumnSurvey(sample, dialect, guess.encoding.value, scanner)
    var report = Report()
    report.assumptions = guess.lines
    let rules = try rules(survey, book, &report)
    var reader = DelimitedReader(
      source, dialect: dialect, encoding: guess.encoding.value, startingWith: sample.bytes)
    let typing = FieldTyping(scanner, ValueStyles(book, daySeparator: scanner.daySeparator))
    var hasRecord = try reader.readRecord()
    var headings: [String] = []
    if hasRecord, dialect.hasHeader == true {
      headings = try self.headings(in: reader, &report)
      hasRecord = try reader.readRecord()
    }
    var codes = LateCodes(columns: survey.columns.count)
    let sheets = SheetSeries(
      book, headings: headings, survey.columns, rules, name: sheetName)
    // A text without records makes a workbook with an empty sheet.
    repeat {
      let sheet = try sheets.begin()
      report.sheets.append(sheet.name)
      if hasRecord { hasRecord = try fill(sheet, from: &reader, rules, typing, &codes, &report) }
      try sheets.end()
    } while hasRecord
    try book.finish()
    report.records = reader.recordNumber
    report.lateCodes = codes.found(names: survey.columns.map(\.name))
    return report
  }

  /// How much of the text is looked at before the first row is written, for columns and for the
  /// dialect, which shows sooner.
  private static let sampleBytes = 128 << 10
  private static let guessBytes = 32 << 10

  /// What each column's fields may become.
  private func rules(
    _ survey: ColumnSurvey, _ book: WorkbookWriter, _ report: inout Report
  ) throws -> [ColumnRule] {
    var rules: [ColumnRule] = []
    for (index, column) in survey.columns.enumerated() {
      var (rule, reason) = column.rule()
      if let late = lateCodes.first(where: { $0.column == index + 1 }) {
        rule.isTyped = false
        reason = ColumnSurvey.reason(late.text, line: late.line)
      }
      rule.isTyped = rule.isTyped && findsValues
      if column.hasLineBreaks {
        // As Excel does when a person breaks a line in a cell.
        let style = CellStyle(alignment: CellAlignment(wrapsText: true))
        rule.textStyle = try book.style(style).rawValue
      }
      rules.append(rule)
      if findsValues, let reason {
        let name = WorkbookConversion.named(index + 1, column.name)
        report.assumptions.append("column \(name): \(reason)")
      }
    }
    for word in textColumns {
      guard let index = survey.index(ofColumn: word) else {
        throw ConversionError.noSuchColumn(word, among: survey.columns.map(\.name))
      }
      while rules.count <= index { rules.append(ColumnRule()) }
      rules[index].isTyped = false
    }
    return rules
  }

  fileprivate static func named(_ column: Int, _ name: String) -> String {
    let letters = CellReference.letters(ofColumn: column)
    return name.isEmpty ? letters : "\(letters) '\(name)'"
  }
}

extension ColumnSurvey {
  /// The place, from 0, of the column a person means by its name, its letters or its number.
  func index(ofColumn word: String) -> Int? {
    if let index = columns.firstIndex(where: { $0.name == word }) { return index }
    let folded = word.lowercased()
    if let index = columns.firstIndex(where: { $0.name.lowercased() == folded }) { return index }
    if let number = Int(word) { return 1...ExcelLimits.columns ~= number ? number - 1 : nil }
    return CellReference(word + "1").map { $0.column - 1 }
  }
}
