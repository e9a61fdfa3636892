internal import ArgumentParser
internal import DelimitedText
internal import Glibc
internal import SpreadsheetML
internal import TableConversion
internal import Zip

extension Convert {
  /// Writes CSV or TSV as a workbook.
  func writeWorkbook(from form: Form) throws {
    let conversion = try conversion(from: form)
    let compression = try compression()
    let name = input == "-" ? "standard input" : input
    let stream = try InputStream(input)
    let progress = Progress(total: stream.size)
    let file = try AtomicOutput(output)
    defer { progress.end() }
    let source = ClosureByteSource { buffer in
      progress.advance(try stream.read(into: &buffer))
    }
    let report: WorkbookConversion.Report
    do {
      let sink = ArchiveFunction { try file.write($0) }
      let book = try WorkbookWriter(sink, compression: compression, timestamp: Convert.timestamp())
      report = try conversion.convert(source, to: book)
    } catch let error as DelimitedTextError {
      throw error.cause as? Failure
        ?? Failure(Convert.place(name, error.line, error.column), error.message)
    } catch let error as ConversionError {
      throw Failure(Convert.place(name, error.line, error.column), error.message)
    } catch let error as WorkbookError {
      throw error.cause as? Failure ?? error.inFile(output)
    }
    progress.end()
    try file.commit()
    tell(report, name)
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
    if report.truncatedFields > 0 {
      Terminal.error(
        "\(name): warning: \(report.truncatedFields) fields were cut to 32,767 characters")
    }
    if report.truncatedRecords > 0 {
      Terminal.error(
        "\(name): warning: \(report.truncatedRecords) records were cut to 16,384 fields")
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

/// A file or standard input, read from front to back.
private final class InputStream {
  private let name: String
  private let descriptor: Int32
  /// How many bytes there are, where that is known.
  let size: Int?

  init(_ path: String) throws {
    name = path == "-" ? "standard input" : path
    descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path, SystemError.words(errno)) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw Failure(name, SystemError.words(errno))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(name, "it is a folder") }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// Appends the next bytes, none at the end.
  ///
  /// - Returns: how many there were.
  func read(into buffer: inout OutputSpan<UInt8>) throws -> Int {
    let got = unsafe buffer.withUnsafeMutableBufferPointer { bytes, count in
      while true {
        let free = unsafe UnsafeMutableBufferPointer(rebasing: bytes[count...])
        let got = unsafe Glibc.read(descriptor, free.baseAddress, free.count)
        if got < 0, errno == EINTR { continue }
        if got > 0 { count += got }
        return got
      }
    }
    guard got >= 0 else {
      throw Failure(name, "cannot be read: \(SystemError.words(errno))")
    }
    return got
  }
}
