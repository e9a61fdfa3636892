import KPICatalog
import SpreadsheetML

@testable import CatalogMapping

/// A cell of a test's sheet: a text, a number, nothing, or either in bold letters.
enum TestCell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByNilLiteral
{
  case value(CellValue)
  case bold(String)
  case empty

  init(stringLiteral text: String) { self = .value(.text(text)) }
  init(integerLiteral number: Int) { self = .value(.number(Double(number))) }
  init(floatLiteral number: Double) { self = .value(.number(number)) }
  init(nilLiteral: ()) { self = .empty }
}

extension SheetContent {
  /// A sheet of rows from row 1, column A.
  static func of(_ rows: [[TestCell]], name: String = "Measures") -> SheetContent {
    var bold = CellAppearance()
    bold.isBold = true
    var sheet = SheetContent(name: name, rows: [])
    sheet.formats = [.general, .general]
    sheet.looks = [CellAppearance(), bold]
    for (index, row) in rows.enumerated() {
      var cells: [Cell] = []
      for (column, cell) in row.enumerated() {
        switch cell {
        case .value(let value): cells.append(Cell(column: column + 1, value: value))
        case .bold(let text):
          cells.append(Cell(column: column + 1, value: .text(text), style: 1))
        case .empty: break
        }
      }
      if !cells.isEmpty { sheet.rows.append(Row(number: index + 1, cells: cells)) }
    }
    return sheet
  }
}

extension CatalogImport {
  /// Imports sheets made of rows.
  func read(_ sheets: SheetContent...) throws -> ImportResult {
    try read(BookContent(name: "book.xlsx", sheets: sheets))
  }
}

extension ImportResult {
  /// The names of the measures in whatever language they are.
  var names: [String] { catalog.measures.map { $0.name.entries.first?.text ?? "" } }

  /// The rules that spoke.
  var rules: Set<String> { Set(diagnostics.map(\.rule)) }

  /// What each heading was taken for.
  var fields: [String: String] {
    var fields: [String: String] = [:]
    for column in plan.sheets.flatMap(\.regions).flatMap(\.columns) {
      fields[column.heading] = column.field
    }
    return fields
  }
}
