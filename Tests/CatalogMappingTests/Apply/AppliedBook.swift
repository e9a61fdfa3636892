import KPICatalog
import SpreadsheetML
import TestSupport
import Testing
import Zip

@testable import CatalogMapping

/// A cell of a book made for a test.
enum BookCell: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  case text(String)
  case number(Double, Look = .general)
  case formula(String, result: Double)
  /// A text in the format of another cell.
  case styled(String, Look)
  /// Runs as they stand in an `is` element.
  case rich(String)
  case blank
  /// The rest of a `c` element, behind its address.
  case raw(String)
  /// A cell without content in a format of its own.
  case empty(Look)

  /// The formats of the book, by their index.
  enum Look: Int {
    case general, percent, padded, date, elapsed, unlocked, bold, euro, decimal, signed, pound
  }

  init(stringLiteral value: String) { self = .text(value) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
}

/// A workbook of one sheet made of rows of cells, before and after a catalog is applied to it.
struct AppliedBook {
  let before: [UInt8]
  let after: [UInt8]
  let plan: ApplyPlan
  /// The catalog as it was read before, and as it was to be.
  let base: Catalog
  let wanted: Catalog
  let report: ApplyReport

  private static let styles = """
    <numFmts count="6"><numFmt numFmtId="164" formatCode="000"/>\
    <numFmt numFmtId="165" formatCode="[h]:mm"/>\
    <numFmt numFmtId="166" formatCode="[$€-2]#,##0.00"/>\
    <numFmt numFmtId="167" formatCode="0.0"/><numFmt numFmtId="168" formatCode="+0;-0;0"/>\
    <numFmt numFmtId="169" formatCode="[$£-809]#,##0.00"/></numFmts>\
    <fonts count="2"><font/><font><b/></font></fonts><cellXfs count="11"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/>\
    <xf numFmtId="14"/><xf numFmtId="165"/>\
    <xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf>\
    <xf numFmtId="0" fontId="1" applyFont="1"/><xf numFmtId="166"/><xf numFmtId="167"/>\
    <xf numFmtId="168"/><xf numFmtId="169"/></cellXfs>
    """

  /// The bytes of a book.
  static func bytes(
    _ rows: [[BookCell]], before: String = "", after: String = "",
    change: (inout WorkbookBuilder) -> Void = { _ in }
  ) -> [UInt8] {
    var text = ""
    for (index, row) in rows.enumerated() {
      text += "<row r=\"\(index + 1)\">"
      for (column, cell) in row.enumerated() {
        text += element(cell, CellReference.letters(ofColumn: column + 1) + String(index + 1))
      }
      text += "</row>"
    }
    var builder = WorkbookBuilder(
      sheet: WorkbookBuilder.worksheet(rows: text, before: before, after: after))
    builder.styles = styles
    change(&builder)
    return builder.bytes()
  }

  private static func element(_ cell: BookCell, _ address: String) -> String {
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
    func inline(_ text: String, _ style: String = "") -> String {
      "<c r=\"\(address)\"\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + "\(escaped(text))</t></is></c>"
    }
    switch cell {
    case .text(let text): return inline(text)
    case .styled(let text, let look): return inline(text, " s=\"\(look.rawValue)\"")
    case .rich(let runs): return "<c r=\"\(address)\" t=\"inlineStr\"><is>\(runs)</is></c>"
    case .number(let number, let look):
      return "<c r=\"\(address)\" s=\"\(look.rawValue)\"><v>\(number)</v></c>"
    case .formula(let formula, let result):
      return "<c r=\"\(address)\"><f>\(formula)</f><v>\(result)</v></c>"
    case .raw(let rest): return "<c r=\"\(address)\"" + rest
    case .blank: return ""
    case .empty(let look): return "<c r=\"\(address)\" s=\"\(look.rawValue)\"/>"
    }
  }

  /// Imports a book, changes its catalog, and applies that.
  init(
    _ bytes: [UInt8], isForced: Bool = false, change: (inout Catalog) throws -> Void
  ) throws {
    before = bytes
    let book = try Workbook.open(bytes: bytes, name: "book.xlsx")
    base = try CatalogImport().read(book, name: "book.xlsx").catalog
    var catalog = base
    try change(&catalog)
    wanted = catalog
    plan = try CatalogApply(isForced: isForced).plan(catalog, for: book, name: "book.xlsx")
    let (editor, rows) = try plan.editor(for: book, permissions: isForced ? .all : [])
    report = try ApplyReport(
      plan, of: book, editor: editor, addedRows: rows, book: "book.xlsx", catalog: "measures.yaml")
    let output = ArchiveBytes()
    try editor.write(to: output)
    after = output.bytes
  }

  init(
    _ rows: [[BookCell]], isForced: Bool = false, change: (inout Catalog) throws -> Void
  ) throws {
    try self.init(AppliedBook.bytes(rows), isForced: isForced, change: change)
  }

  /// The catalog read from the book afterwards.
  func catalog() throws -> Catalog {
    try CatalogImport().read(Workbook.open(bytes: after, name: "book.xlsx"), name: "book.xlsx")
      .catalog
  }

  /// The value of a cell afterwards.
  func value(_ address: String) throws -> CellValue {
    try Workbook.open(bytes: after, name: "book.xlsx").sheets[0].cells()[address]
  }

  /// The format of a cell afterwards.
  func look(_ address: String) throws -> BookCell.Look? {
    let cells = try Workbook.open(bytes: after, name: "book.xlsx").sheets[0].cells()
    return CellReference(address).flatMap { cells.cell($0) }.flatMap {
      BookCell.Look(rawValue: $0.style.rawValue)
    }
  }

  /// The addresses of the cells that changed.
  var changed: [String] { plan.changes.map { "\($0.cell)" } }

  /// The rules of the findings at warning level.
  var warnings: [String] { plan.findings.filter { $0.severity == .warning }.map(\.rule) }
}
