internal import Zip

@testable internal import SpreadsheetML

/// Any bytes as a workbook, or as one part of it.
public enum SheetFuzzing {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// The sound parts of a small workbook, in the order of the letters that choose one.
  private static let parts: [(name: String, content: [UInt8])] = [
    (
      "xl/sheet.xml",
      """
      <worksheet xmlns="\(main)"><sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c></row></sheetData></worksheet>
      """
    ),
    ("xl/strings.xml", "<sst xmlns=\"\(main)\"><si><t>x</t></si><si><t>y</t></si></sst>"),
    (
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(main)\"><cellXfs><xf/><xf numFmtId=\"9\"/></cellXfs></styleSheet>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      links([
        "r1": "worksheet sheet.xml", "r2": "sharedStrings strings.xml", "r3": "styles styles.xml",
      ])
    ),
    ("_rels/.rels", links(["r1": "officeDocument xl/workbook.xml"])),
    ("[Content_Types].xml", "<Types/>"),
    ("xl/table.xml", "<table xmlns=\"\(main)\" ref=\"A1:B2\"/>"),
    ("xl/comments.xml", "<comments xmlns=\"\(main)\"/>"),
    ("xl/_rels/sheet.xml.rels", links(["r1": "table table.xml", "r2": "comments comments.xml"])),
  ].map { ($0, Array($1.utf8)) }

  private static func links(_ list: KeyValuePairs<String, String>) -> String {
    let items = list.map { id, link in
      let words = link.split(separator: " ")
      return "<Relationship Id=\"\(id)\" Type=\"\(office)/\(words[0])\" Target=\"\(words[1])\"/>"
    }
    return "<Relationships xmlns=\"\(package)\">\(items.joined())</Relationships>"
  }

  /// Reads the bytes as a workbook when they begin as an archive does, else as the part that the
  /// first byte chooses.
  public static func run(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4b]) { return read(bytes) }
    guard let first = bytes.first else { return }
    let chosen = Int(first &- UInt8(ascii: "A")) % parts.count
    var archive = StoredArchive()
    for (index, part) in parts.enumerated() {
      archive.add(part.name, index == chosen ? Array(bytes.dropFirst()) : part.content)
    }
    read(archive.bytes)
  }

  private static func read(_ bytes: [UInt8]) {
    var limits = ReadLimits()
    limits.partBytes = 1 << 20
    limits.expandedBytes = 4 << 20
    limits.rowBytes = 1 << 16
    limits.cells = 10_000
    guard let book = try? Workbook.open(bytes: bytes, limits: limits) else { return }
    if let styles = try? book.styles() {
      for index in styles.numberFormats.indices {
        let style = StyleIndex(index)
        _ = styles.appearance(style)
        _ = styles.numberFormat(style).kind
      }
    }
    for sheet in book.sheets.prefix(20) {
      _ = try? sheet.tables()
      _ = try? sheet.comments()
      _ = try? sheet.overview()
      let cells = try? sheet.cells()
      guard let fast = try? rows(sheet, usesFastPath: true),
        let slow = try? rows(sheet, usesFastPath: false)
      else { continue }
      // How many rows come before an error may differ; that there is one may not.
      require((fast.error == nil) == (slow.error == nil), "\(fast) and \(slow)")
      require(fast.error != nil || fast.rows == slow.rows, "\(fast) is not \(slow)")
      if fast.error == nil, let lent = lent(sheet) {
        require(lent == fast.rows.map(\.values), "lent: \(lent) is not \(fast)")
      }
      if fast.error == nil, let cells {
        for row in cells.rows {
          require(cells.row(row.number) == row, "row \(row.number) is not found")
        }
      }
    }
  }

  private static func rows(
    _ sheet: Sheet, usesFastPath: Bool
  ) throws -> (rows: [Row], error: String?) {
    var rows: [Row] = []
    let reader = try RowReader(sheet, usesFastPath: usesFastPath)
    do {
      while let row = try reader.readRow() { rows.append(row) }
    } catch {
      return (rows, "\(error)")
    }
    return (rows, nil)
  }

  private static func lent(_ sheet: Sheet) -> [[CellValue]]? {
    var rows: [[CellValue]] = []
    do {
      try sheet.rows().forEachRow { row in
        var values: [CellValue] = []
        for place in 0..<row.count {
          switch row.kind(at: place) {
          case .number: values.append(.number(try row.number(at: place)))
          case .text:
            values.append(
              .text(
                try row.withText(at: place) { bytes in
                  unsafe bytes.withUnsafeBufferPointer {
                    unsafe String(decoding: $0, as: UTF8.self)
                  }
                }))
          default: values.append(try row.value(at: place))
          }
        }
        rows.append(values)
      }
      return rows
    } catch {
      fatalError("only lent rows fail: \(error)")
    }
  }
}

extension Row {
  fileprivate var values: [CellValue] { cells.map(\.value) }
}
