/// Checks and places in the bytes of a text file.
enum TextBytes {
  /// Makes sure that a file is small enough and UTF-8, and finds where its text begins.
  ///
  /// - Returns: 3 after a byte order mark, else 0.
  static func check(_ bytes: [UInt8], limits: CatalogLimits) throws(CatalogError) -> Int {
    guard bytes.count <= limits.bytes else { throw CatalogError(.tooLarge(limit: limits.bytes)) }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let place = place(of: error.byteOffsets.lowerBound, in: bytes)
      throw CatalogError(.notUTF8, line: place.line, column: place.column)
    }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The line and column of a byte, both from 1, the column in Unicode scalars.
  static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  /// An error whose column counts bytes, with the column in Unicode scalars instead.
  static func located(_ error: CatalogError, in bytes: [UInt8]) -> CatalogError {
    guard let line = error.line, let column = error.column, line >= 1, column > 1 else {
      return error
    }
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for _ in 1..<line {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return error }
      start = end + 1
    }
    var located = error
    located.column = bytes[start...].prefix(column - 1).reduce(1) {
      $0 + ($1 & 0xC0 == 0x80 ? 0 : 1)
    }
    return located
  }
}
