internal import Zip

extension WorkbookWriter {
  /// Writes a workbook to a file, which appears whole or not at all.
  ///
  ///     try WorkbookWriter.write(to: "hello.xlsx") { book in
  ///       try book.addSheet("Greeting").writeRow(["hello", 1, true])
  ///     }
  ///
  /// - Parameters:
  ///   - path: the file; one of that name stays as it is until the new one is complete.
  ///   - body: adds the sheets. The workbook is finished after it.
  /// - Throws: ``WorkbookError``, or what `body` throws.
  public static func write(
    to path: String, _ body: (WorkbookWriter) throws -> Void
  ) throws {
    do {
      let file = try ArchiveFile(path)
      let book = try WorkbookWriter(file)
      try body(book)
      try book.finish()
      try file.finish()
    } catch let error as ZipError {
      throw WorkbookError.unwritable(error).inFile(path)
    } catch let error as WorkbookError {
      throw error.inFile(path)
    }
  }

  /// Makes a workbook in memory.
  ///
  /// - Parameter body: adds the sheets. The workbook is finished after it.
  /// - Returns: the file's bytes.
  /// - Throws: ``WorkbookError``, or what `body` throws.
  public static func bytes(_ body: (WorkbookWriter) throws -> Void) throws -> [UInt8] {
    let sink = ArchiveBytes()
    let book = try WorkbookWriter(sink)
    try body(book)
    try book.finish()
    return sink.bytes
  }
}
