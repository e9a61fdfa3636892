internal import KPICatalog
internal import SpreadsheetML

/// Reads mapping files; what it does not know is an error, so that no misspelled word goes unheeded.
struct MappingReader {
  /// What errors call the file.
  let name: String

  func mapping(_ node: DocumentNode) throws(ImportError) -> MappingFile {
    try check(node, ["workbook", "sheets"], "a mapping file")
    var mapping = MappingFile(workbook: try text(node, "workbook"))
    for item in try items(node, "sheets") { mapping.sheets.append(try sheet(item)) }
    guard !mapping.sheets.isEmpty else { throw error("it names no sheets", node) }
    return mapping
  }

  private func sheet(_ node: DocumentNode) throws(ImportError) -> MappingFile.SheetEntry {
    try check(node, ["sheet", "skip", "tables"], "a sheet")
    var entry = MappingFile.SheetEntry(sheet: try text(node, "sheet") ?? "")
    if let skip = node["skip"] {
      guard let truth = skip.boolean else { throw error("'skip' must be true or false", skip) }
      entry.isSkipped = truth
    }
    for item in try items(node, "tables") { entry.tables.append(try table(item)) }
    return entry
  }

  private func table(_ node: DocumentNode) throws(ImportError) -> MappingFile.Table {
    try check(node, ["layout", "header", "lastRow", "language", "group", "columns"], "a table")
    var table = MappingFile.Table()
    if let layout = try text(node, "layout") {
      guard ["table", "cards", "prose"].contains(layout) else {
        throw error("'\(layout)' is no layout; write table, cards or prose", node["layout"] ?? node)
      }
      table.layout = layout
    }
    if let rows = node["header"] {
      for row in rows.items ?? [rows] { table.headerRows.append(try self.row(row)) }
      guard table.headerRows.count <= 3 else { throw error("a header has at most 3 rows", rows) }
    }
    if let row = node["lastRow"] { table.lastRow = try self.row(row) }
    table.language = try text(node, "language")
    if let language = table.language, LanguageTag(language) == nil {
      throw error("'\(language)' is no language tag", node["language"] ?? node)
    }
    table.group = try text(node, "group")
    for item in try items(node, "columns") { table.columns.append(try column(item)) }
    return table
  }

  private func column(_ node: DocumentNode) throws(ImportError) -> MappingFile.Column {
    try check(
      node, ["column", "heading", "field", "language", "period", "unit", "tick"], "a column")
    guard let field = try text(node, "field") else {
      throw error("the column has no 'field'; write one, or 'ignore' to leave it out", node)
    }
    guard ColumnField(name: field) != nil else {
      let near = MappingFile.fieldNames.first {
        EditDistance.within(2, Array(field.utf8), Array($0.utf8)) != nil
      }
      throw error(
        "'\(field)' is no field; "
          + (near.map { "did you mean '\($0)'?" } ?? "write 'custom' to keep the column as it is"),
        node["field"] ?? node)
    }
    let column = MappingFile.Column(
      column: try text(node, "column") ?? "", heading: try text(node, "heading"), field: field,
      language: try text(node, "language"), period: try text(node, "period"),
      unit: try text(node, "unit"), tick: try text(node, "tick"))
    guard column.heading != nil || CellReference(column.column + "1") != nil else {
      throw error("the column has neither a heading nor letters such as D", node)
    }
    if let period = column.period, Moment(period) == nil {
      throw error("'\(period)' is no year, period or date", node["period"] ?? node)
    }
    if let unit = column.unit, UnitKind(rawValue: unit) == nil, UnitWords(unit) == nil {
      throw error("'\(unit)' is no unit", node["unit"] ?? node)
    }
    return column
  }

  // MARK: Values

  private func check(
    _ node: DocumentNode, _ known: [String], _ what: String
  ) throws(ImportError) {
    guard let members = node.members else { throw error("\(what) must be a map", node) }
    for (key, value) in members where !known.contains(key) {
      throw error("'\(key)' is no part of \(what); it has " + known.joined(separator: ", "), value)
    }
  }

  /// The text of a key; numbers and truth values as they are written.
  private func text(_ node: DocumentNode, _ key: String) throws(ImportError) -> String? {
    guard let value = node[key] else { return nil }
    if let text = value.text { return text }
    if let number = value.number { return QuantityReader.shown(number) }
    if let truth = value.boolean { return truth ? "true" : "false" }
    throw error("'\(key)' must be a text", value)
  }

  private func items(_ node: DocumentNode, _ key: String) throws(ImportError) -> [DocumentNode] {
    guard let value = node[key] else { return [] }
    guard let items = value.items else { throw error("'\(key)' must be a list", value) }
    return items
  }

  private func row(_ node: DocumentNode) throws(ImportError) -> Int {
    guard let row = node.number.flatMap({ Int(exactly: $0) }),
      1...CellReference.lastRow ~= row
    else { throw error("a row must be a number from 1 to \(CellReference.lastRow)", node) }
    return row
  }

  private func error(_ message: String, _ node: DocumentNode) -> ImportError {
    ImportError(
      .mapping, (node.line.map { "line \($0): " } ?? "") + message, at: Place(file: name))
  }
}
