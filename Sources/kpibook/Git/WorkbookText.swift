internal import CatalogMapping
internal import KPICatalog
internal import SpreadsheetML

/// A workbook as text that two versions can be compared by, line by line.
enum WorkbookText {
  /// The measures as YAML, without their cells, then what stands beside them, a line each.
  ///
  /// A workbook without measures has the second part only; a file that cannot be read has one line
  /// that says so, with a number that tells it from others.
  static func text(of bytes: [UInt8], named name: String) -> String {
    do {
      let input = try version(bytes, named: name)
      var text = ""
      if !input.source.catalog.measures.isEmpty {
        var catalog = input.source.catalog
        for index in catalog.measures.indices { catalog.measures[index].origin = nil }
        text = String(decoding: catalog.yaml(), as: UTF8.self)
      }
      guard let rest = input.source.rest, !rest.lines.isEmpty else { return text }
      return text + "\n# beside the measures\n"
        + rest.lines.map { "# " + Terminal.visible($0) + "\n" }.joined()
    } catch {
      // FNV-1a, to tell one damaged file from another.
      let number = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01b3
      }
      return "# \(bytes.count) bytes, \(String(number, radix: 16)): \(Failure.line(for: error))\n"
    }
  }

  /// A version of a file that git has, in any form a catalog can have.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: Its name in the repository, which says its form where the bytes do not.
  /// - Returns: The version.
  /// - Throws: ``Failure`` or an error of the libraries, naming the file.
  static func version(_ bytes: [UInt8], named name: String) throws -> MergeInput {
    guard bytes.starts(with: [0x50, 0x4b]) else {
      return try MergeInput.read(name, as: name, isQuiet: true, bytes: bytes)
    }
    let book = try Workbook.open(bytes: bytes, name: name)
    let result = try CatalogImport().read(book, name: name)
    return MergeInput(
      word: name, source: try MergeSource(book, result, name: name), input: nil)
  }
}
