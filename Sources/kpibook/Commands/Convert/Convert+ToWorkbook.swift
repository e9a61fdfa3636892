internal import ArgumentParser
internal import DelimitedText
internal import Glibc
internal import SpreadsheetML
internal import TableConversion
internal import Zip

extension Convert {
  /// Writes CSV or TSV as a workbook.
  func writeWorkbook(from form: Form) throws {
    var conversion = try conversion(from: form)
    let name = input == "-" ? "standard input" : input
    let compression = try compression()
    let stream = try InputStream(input)
    let file = try AtomicOutput(output)
    var report = try convert(conversion, name, stream, compression, to: file)
    // Codes that come late make text of numbers that are written already.
    if !report.lateCodes.isEmpty, stream.startAgain(), try file.startAgain() {
      conversion.lateCodes = report.lateCodes
      report = try convert(conversion, name, stream, compression, to: file)
    }
    try file.commit()
    tell(report, name)
  }

  private func convert(
    _ conversion: WorkbookConversion, _ name: String, _ stream: InputStream,
    _ compression: Compression, to file: AtomicOutput
  ) throws -> WorkbookConversion.Report {
    let progress = Progress(total: stream.size)
    defer { progress.end() }
    let source = ClosureByteSource { buffer in
      progress.advance(try stream.read(into: &buffer))
    }
    do {
      let sink = ArchiveFunction { try file.write($0) }
      let book = try WorkbookWriter(sink, compression: compression, timestamp: Convert.timestamp())
      return try conversion.convert(source, to: book)
    } catch let error as DelimitedTextError {
      throw error.cause as? Failure
        ?? Failure(Convert.place(name, error.line, error.column), error.message)
    } catch let error as ConversionError {
      throw Failure(Convert.place(name, error.line, error.column), error.message)
    } catch let error as WorkbookError {
      throw error.cause as? Failure ?? error.inFile(output)
    }
  }

  private func conversion(from form: Form) throws -> WorkbookConversion {
    var conversion = WorkbookConversion()
    conversion.findsValues = !noTypes
    conversion.textColumns =
      text.map { $0.split(separator: ",").map { word in Convert.trimmed(word) } } ?? []
    conversion.locale = try chosenLocale()
    conversion.delimiter = try chosenDelimiter()
    conversion.expectedDelimiter = UInt8(ascii: form == .tsv ? "\t" : ",")
    // Tabs are what makes a TSV.
    if form == .tsv, conversion.delimiter == nil { conversion.delimiter = UInt8(ascii: "\t") }
    conversion.hasHeader = header
    conversion.truncates = truncate
    conversion.sheetName = sheet ?? Convert.sheetName(for: input)
    if let encoding {
      guard let known = TextEncoding(named: encoding) else {
        throw ValidationError(
          "The encoding '\(encoding)' is not one of utf-8, utf-16, windows-1252, latin-1.")
      }
      conversion.encoding = known
    }
    return conversion
  }

  private func compression() throws -> Compression {
    guard let level else { return .standard }
    guard 1...9 ~= level else { throw ValidationError("The level must be one of 1 to 9.") }
    return .level(level)
  }

  /// Says on standard error what a person should know of the conversion.
  private func tell(_ report: WorkbookConversion.Report, _ name: String) {
    if verbose {
      for line in report.assumptions { Terminal.error("\(name): note: \(line)") }
      let records = report.records == 1 ? "1 record" : "\(report.records) records"
      Terminal.error("\(name): note: \(records) written")
    }
    if report.sheets.count > 1 {
      let rest = report.sheets.dropFirst().map(Place.quoted).joined(separator: ", ")
      Terminal.error(
        "\(name): note: a sheet holds 1,048,576 rows; the rest is on \(rest)")
    }
    for late in report.lateCodes {
      Terminal.error(
        "\(name): \(late.line): note: \(late.text) makes column \(late.description) one of codes, "
          + "but numbers of it are written already; name it with --text to make all of it text")
    }
    if report.truncatedFields > 0 {
      let were = report.truncatedFields == 1 ? "field was" : "fields were"
      Terminal.error(
        "\(name): warning: \(report.truncatedFields) \(were) cut to 32,767 characters")
    }
    if report.truncatedRecords > 0 {
      let were = report.truncatedRecords == 1 ? "record was" : "records were"
      Terminal.error(
        "\(name): warning: \(report.truncatedRecords) \(were) cut to 16,384 fields")
    }
  }

  private static func place(_ name: String, _ line: Int?, _ column: Int?) -> String {
    guard let line, let column else { return name }
    return "\(name): \(line):\(column)"
  }

  private static func trimmed(_ word: Substring) -> String {
    var word = word
    while word.first == " " { word.removeFirst() }
    while word.last == " " { word.removeLast() }
    return String(word)
  }

  /// The time that `SOURCE_DATE_EPOCH` names, for builds that must not depend on the clock.
  private static func timestamp() -> DOSTimestamp {
    guard let value = unsafe getenv("SOURCE_DATE_EPOCH"),
      let seconds = Int64(unsafe String(cString: value))
    else { return .earliest }
    return DOSTimestamp(secondsSince1970: seconds)
  }

  /// A sheet's name out of a file's: without folder and ending, and as Excel takes it.
  static func sheetName(for path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    let stem = file.firstIndex(of: ".").map { $0 == file.startIndex ? file : file[..<$0] } ?? file
    var name = ""
    for scalar in stem.unicodeScalars {
      let isUsable = scalar.value >= 0x20 && !"[]:*?/\\".unicodeScalars.contains(scalar)
      name.unicodeScalars.append(isUsable ? scalar : "_")
    }
    while name.utf16.count > 31 { name.removeLast() }
    while name.first == "'" || name.first == " " { name.removeFirst() }
    while name.last == "'" || name.last == " " { name.removeLast() }
    return name.isEmpty || path == "-" || name.lowercased() == "history" ? "Sheet1" : name
  }
}
