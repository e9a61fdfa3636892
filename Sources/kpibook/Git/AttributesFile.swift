internal import Glibc

/// A file that tells git how files are compared and merged, such as `.gitattributes`.
///
/// Only lines of the tool's own are added and taken out; all others stay byte for byte, also whether
/// the last one ends with a line break.
struct AttributesFile {
  let path: String

  /// What the tool's lines say of a pattern's files.
  private static let attributes = "diff=kpibook merge=kpibook"
  private static let comment =
    "# Workbooks of measures, compared and merged by 'kpibook git'; 'kpibook git uninstall' takes "
    + "these lines out"

  /// The files named by patterns are compared and merged by the tool.
  ///
  /// - Returns: Whether anything had to be written.
  /// - Throws: ``Failure`` if the file cannot be read or written.
  func add(_ patterns: [String]) throws -> Bool {
    let existing = try lines()
    let lines = existing ?? [[]]
    let known = Set(lines.map(Self.words))
    let ending: [UInt8] = lines.count > 1 && lines[0].last == UInt8(ascii: "\r") ? [0x0d] : []
    var new = patterns.map { "\($0) \(Self.attributes)" }.filter { !known.contains($0) }
    guard !new.isEmpty else { return false }
    if !known.contains(Self.comment) { new.insert(Self.comment, at: 0) }
    let added = new.map { Array($0.utf8) + ending }
    // Ahead of the last piece, which is empty where the last line has its break. A file that was
    // there and empty gets no last break, so that it is not taken for one made here.
    let isBroken = lines.last?.isEmpty ?? false
    let isNew = existing == nil || lines.count > 1
    try write(isBroken ? lines.dropLast() + added + (isNew ? [[]] : []) : lines + added)
    return true
  }

  /// Takes the tool's lines out; a file that was made for them is removed.
  ///
  /// - Returns: Whether there were any.
  /// - Throws: ``Failure`` if the file cannot be read or written.
  func removeAll() throws -> Bool {
    guard let lines = try lines() else { return false }
    let kept = lines.filter { line in
      let words = Self.words(line)
      return words != Self.comment && !words.hasSuffix(" " + Self.attributes)
    }
    guard kept.count < lines.count else { return false }
    if kept == [[]] {
      guard unsafe unlink(path) == 0 else { throw Failure(path, SystemError.words(errno)) }
    } else {
      try write(kept)
    }
    return true
  }

  /// A line without the mark of a DOS line break.
  private static func words(_ line: [UInt8]) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...], as: UTF8.self)
  }

  /// The pieces between line breaks, nil if there is no file.
  private func lines() throws -> [[UInt8]]? {
    guard unsafe access(path, F_OK) == 0 else { return nil }
    return try Input.bytes(path)
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
  }

  private func write(_ lines: [[UInt8]]) throws {
    let file = try AtomicOutput(path)
    try file.write(Array(lines.joined(separator: [UInt8(ascii: "\n")])))
    try file.commit()
  }
}
