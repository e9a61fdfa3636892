internal import Glibc
internal import SpreadsheetML
internal import Zip

/// What comes through standard input, whole: a zip archive is read from its end.
enum StandardInput {
  /// The most bytes taken.
  static let limit = 2 << 30

  /// Reads all.
  ///
  /// - Throws: ``Failure``.
  static func read() throws -> [UInt8] {
    var bytes: [UInt8] = []
    let size = 256 << 10
    while true {
      let old = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: size))
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(STDIN_FILENO, buffer.baseAddress.map { unsafe $0 + old }, size)
      }
      if got < 0 {
        bytes.removeLast(size)
        if errno == EINTR { continue }
        throw Failure("standard input", "cannot be read: \(SystemError.words(errno))")
      }
      bytes.removeLast(size - got)
      if got == 0 { return bytes }
      guard bytes.count <= limit else {
        throw Failure(
          "standard input", "it is larger than \(limit) bytes; give the file's name instead")
      }
    }
  }
}

/// Workbooks by path, or from standard input for `-`.
enum Input {
  /// A whole file, or standard input for `-`.
  static func bytes(_ path: String) throws -> [UInt8] {
    guard path != "-" else { return try StandardInput.read() }
    try InputFault.check(path)
    do {
      let file = try RandomAccessFile(path: path)
      guard file.size <= StandardInput.limit else {
        throw Failure(path, "it is larger than \(StandardInput.limit) bytes")
      }
      return try file.read(at: 0, count: Int(file.size))
    } catch let error as ZipError {
      throw Failure(path, error.message)
    }
  }

  static func workbook(_ path: String) throws -> Workbook {
    try InputFault.check(path)
    guard path == "-" else {
      try InputFault.refuseCatalog(path)
      try InputFault.refuseText(path)
      return try Workbook.open(path)
    }
    return try Workbook.open(bytes: StandardInput.read(), name: "standard input")
  }
}
