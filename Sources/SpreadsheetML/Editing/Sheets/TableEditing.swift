/// Headings and totals of tables, which the table's part repeats (ECMA-376 Part 1, 18.5.1.3).
///
/// Excel calls a file damaged in which a heading and the name of its column differ.
enum TableEditing {
  /// A patch of a heading: what is typed there is text.
  static func heading(_ content: CellPatch.Content) -> CellPatch.Content {
    switch content {
    case .entered(let text) where !text.isEmpty && text.first != "=" && text.first != "'":
      return .value(.text(text))
    case .value(.number(let number)) where number.isFinite:
      return .value(.text(ShortestDecimal.text(number)))
    case .value(.boolean(let isTrue)): return .value(.text(isTrue ? "TRUE" : "FALSE"))
    default: return content
    }
  }

  /// What changes in the table's part when its heading or total gets a content.
  ///
  /// - Throws: ``WorkbookError`` without a place when the part cannot follow.
  static func change(
    _ table: SheetLinks.LinkedTable, _ cell: CellReference, to content: NewContent, in sheet: Sheet
  ) throws(WorkbookError) -> [(part: String, splices: SpliceList, reason: String)] {
    guard let list = table.outline.child("tableColumns") else { return [] }
    let columns = table.outline.children(of: list).filter {
      table.outline.elements[$0].local == "tableColumn"
    }
    let index = cell.column - table.range.first.column
    guard columns.indices.contains(index) else { return [] }
    if table.isHeader(cell) {
      return [try rename(index, among: columns, of: table, cell, to: content, in: sheet)]
    }
    return [try total(columns[index], of: table, to: content)]
  }

  private static func rename(
    _ index: Int, among columns: [Int], of table: SheetLinks.LinkedTable, _ cell: CellReference,
    to content: NewContent, in sheet: Sheet
  ) throws(WorkbookError) -> (part: String, splices: SpliceList, reason: String) {
    guard case .text(let name) = content, !name.isEmpty else {
      throw .headingMustBeText(table.name)
    }
    let outline = table.outline
    let root = outline.startTag(0)
    var tag = outline.startTag(columns[index])
    guard root["tableType"] == nil || root["tableType"] == "worksheet",
      tag["queryTableFieldId"] == nil, tag["uniqueName"] == nil,
      table.headerRows == 1, sheet.book.package.part(ofKind: "slicerCache") == nil
    else { throw .linkedHeading(table.name) }
    for (other, column) in columns.enumerated() where other != index {
      let known = TextEscape.undone(outline.startTag(column)["name"] ?? "")
      guard known.lowercased() != name.lowercased() else {
        throw .doubledHeading(name, table.name)
      }
    }
    let old = TextEscape.undone(tag["name"] ?? "")
    if old != name, try StructuredReferences(old).occur(in: sheet.book) {
      throw .referredHeading(old, table.name)
    }
    tag.set("name", to: EscapedText.escapedAttribute(name))
    var splices = SpliceList()
    splices.replace(outline.elements[columns[index]].tag, with: tag.bytes)
    return (table.part, splices, "the column of table '\(table.name)' follows its heading \(cell)")
  }

  private static func total(
    _ column: Int, of table: SheetLinks.LinkedTable, to content: NewContent
  ) throws(WorkbookError) -> (part: String, splices: SpliceList, reason: String) {
    var tag = table.outline.startTag(column)
    switch content {
    case .text(let text): tag.set("totalsRowLabel", to: EscapedText.escapedAttribute(text))
    case .blank: tag.remove("totalsRowLabel")
    default: throw .totalMustBeText(table.name)
    }
    tag.remove("totalsRowFunction")
    var splices = SpliceList()
    splices.replace(table.outline.elements[column].tag, with: tag.bytes)
    for child in table.outline.children(of: column)
    where table.outline.elements[child].local == "totalsRowFormula" {
      splices.replace(table.outline.elements[child].whole, with: [])
    }
    return (table.part, splices, "the table '\(table.name)' repeats its totals row")
  }
}

/// Looks for formulas that call a table's column by its name.
struct StructuredReferences {
  private let name: String

  init(_ name: String) { self.name = name.lowercased() }

  /// Whether a formula of any sheet, name or table does.
  ///
  /// - Complexity: O(*n*) in the workbook's sheets.
  func occur(in book: Workbook.Storage) throws(WorkbookError) -> Bool {
    let list = try WorkbookPart.read(in: book.package)
    if list.definedNames.contains(where: { occur(in: $0.formula) }) { return true }
    for (index, entry) in list.sheets.enumerated() where entry.kind == .worksheet {
      let sheet = Sheet(
        name: entry.name, index: index + 1, kind: entry.kind, visibility: entry.visibility,
        part: entry.part, book: book)
      for table in try SheetLinks(sheet).tables where occur(in: table) { return true }
      let scanner = try sheet.scanner(usesFastPath: true)
      while try scanner.nextRow() {
        for index in unsafe scanner.cells.indices {
          let record = unsafe scanner.cells[index]
          guard record.formula != -1, let formula = try scanner.formula(of: record) else {
            continue
          }
          if occur(in: formula.text) { return true }
        }
      }
    }
    return false
  }

  private func occur(in table: SheetLinks.LinkedTable) -> Bool {
    table.outline.elements.contains {
      ($0.local == "calculatedColumnFormula" || $0.local == "totalsRowFormula")
        && occur(
          in: String(
            decoding: table.outline.bytes[$0.tag.upperBound..<$0.endTag.lowerBound], as: UTF8.self))
    }
  }

  /// Whether a formula's brackets hold the name; one that only holds it as a part counts too.
  func occur(in formula: String) -> Bool {
    guard formula.utf8.contains(UInt8(ascii: "[")) else { return false }
    let bytes = Array(formula.utf8)
    return FormulaLexer.tokens(of: formula).contains { token in
      guard token.kind == .structure else { return false }
      // An apostrophe takes the next character as it is.
      var plain: [UInt8] = []
      var index = token.range.lowerBound
      while index < token.range.upperBound {
        if bytes[index] == UInt8(ascii: "'"), index + 1 < token.range.upperBound { index += 1 }
        plain.append(bytes[index])
        index += 1
      }
      return String(decoding: plain, as: UTF8.self).lowercased().contains(name)
    }
  }
}

extension WorkbookError {
  static func headingMustBeText(_ table: String) -> WorkbookError {
    refused("the cell is a heading of the table '\(table)', which must be a text and not empty")
  }
  static func linkedHeading(_ table: String) -> WorkbookError {
    refused(
      "the heading of the table '\(table)' is linked to a source outside or to a slicer; "
        + "rename it in Excel")
  }
  static func doubledHeading(_ name: String, _ table: String) -> WorkbookError {
    refused("the table '\(table)' has a column '\(name)' already; choose another heading")
  }
  static func referredHeading(_ name: String, _ table: String) -> WorkbookError {
    refused(
      "formulas call the column '\(name)' of the table '\(table)' by its heading; "
        + "rename it in Excel, which changes them too")
  }
  static func totalMustBeText(_ table: String) -> WorkbookError {
    refused("the cell is in the totals row of the table '\(table)', which can only get a text here")
  }
}
