internal import Zip

extension Sheet {
  /// Decodes the rows below a header into a type of your own, columns found by their headings.
  ///
  ///     struct Measure: Decodable {
  ///       var name: String
  ///       var target: Double?
  ///       enum CodingKeys: String, CodingKey { case name = "Measure", target = "Target 2026" }
  ///     }
  ///     let measures = try sheet.decode(Measure.self, headerRow: 5)
  ///
  /// A heading matches a coding key of the same text; letter case and white space around it do not
  /// matter. Numbers decode as `Double` or an integer type, as `String` in their shortest form,
  /// dates as ``SerialDate``, anything as ``CellValue``. A blank cell, or a column the sheet does
  /// not have, is nil for an optional and an error otherwise. Rows without any value are passed
  /// over. A dictionary gets the headings as its keys, those of blank cells left out.
  ///
  /// - Parameters:
  ///   - type: what a row becomes.
  ///   - headerRow: the number, from 1, of the row with the headings; by default the first that has
  ///     a value.
  ///   - range: the cells to look at, header included; by default the whole sheet.
  /// - Returns: a value for each row.
  /// - Throws: ``WorkbookError`` with code `.undecodable` naming cell and heading, also when a row
  ///   given as `headerRow` holds no text, or as reading does.
  /// - Complexity: O(*n*) in the number of cells; memory for the results only.
  public func decode<T: Decodable>(
    _ type: T.Type, headerRow: Int? = nil, in range: CellRange? = nil
  ) throws -> [T] {
    var values: [T] = []
    try decodeEachRow(type, headerRow: headerRow, in: range) { values.append($0) }
    return values
  }

  /// Decodes row after row as ``decode(_:headerRow:in:)`` does, keeping none.
  ///
  /// - Parameters:
  ///   - type: what a row becomes.
  ///   - headerRow: the number, from 1, of the row with the headings; by default the first that has
  ///     a value.
  ///   - range: the cells to look at, header included; by default the whole sheet.
  ///   - body: gets each value.
  /// - Throws: ``WorkbookError``, or what `body` throws.
  public func decodeEachRow<T: Decodable>(
    _ type: T.Type, headerRow: Int? = nil, in range: CellRange? = nil, _ body: (T) throws -> Void
  ) throws {
    let rows = try rows()
    let styles = try styles()
    var headings: ColumnHeadings?
    while var row = try rows.readRow() {
      if let range {
        // Rows may come in any order, so one below the range need not be the last inside.
        guard range.first.row...range.last.row ~= row.number else { continue }
        row.cells.removeAll { !range.contains($0.reference) }
      }
      guard row.cells.contains(where: { $0.value != .blank }) else { continue }
      if let headings {
        let decoder = RowDecoder(
          row: row, headings: headings, styles: styles, sheet: self)
        try body(try T(from: decoder))
      } else if headerRow.map({ $0 == row.number }) ?? true {
        let found = ColumnHeadings(row)
        if let headerRow, found.names.isEmpty { throw noHeadings(in: headerRow) }
        headings = found
      }
    }
    if let headerRow, headings == nil { throw noHeadings(in: headerRow) }
  }
}

extension Sheet {
  private func noHeadings(in row: Int) -> WorkbookError {
    WorkbookError(
      .undecodable, "row \(row) has no text to be a heading; name the row with the headings",
      at: Place(file: book.file, sheet: name))
  }
}

/// Which column stands under which heading.
struct ColumnHeadings {
  private var columns: [String: Int] = [:]
  /// The headings from left to right, white space around them left out, each once.
  private(set) var names: [String] = []

  init(_ row: Row) {
    for cell in row.cells {
      guard case .text(let text) = cell.value else { continue }
      let key = ColumnHeadings.key(text)
      // Of two equal headings the left one counts, as for a person.
      guard columns[key] == nil, !key.isEmpty else { continue }
      columns[key] = cell.reference.column
      names.append(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
  }

  func column(_ heading: String) -> Int? { columns[ColumnHeadings.key(heading)] }

  /// A heading without line breaks, white space around it, or letter case.
  private static func key(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
