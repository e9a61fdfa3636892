import TestSupport
import Testing
import XMLStream
import Zip

@testable import SpreadsheetML

/// All that can be read of a workbook, or the first error.
struct WholeReading: Equatable {
  var sheets: [SheetReading] = []
  var names: [String] = []
  var formats: [String] = []
  var details: [String] = []
  var error: String?

  init(_ bytes: [UInt8], limits: ReadLimits = .standard) {
    do {
      let book = try Workbook.open(bytes: bytes, limits: limits)
      names = book.definedNames.map { "\($0.name) \($0.formula)" }
      for sheet in book.sheets {
        names.append("\(sheet.name) \(sheet.visibility) \(sheet.kind)")
        guard sheet.kind == .worksheet else { continue }
        let fast = SheetReading(sheet, .fast)
        sheets.append(fast)
        let lent = SheetReading(sheet, .lent)
        #expect((fast.error == nil) == (lent.error == nil))
        if fast.error == nil {
          #expect(fast.rows.map(\.withoutFormulas) == lent.rows)
          let cells = try sheet.cells()
          details.append("\(cells.usedRange?.description ?? "") \(cells.mergedRanges)")
          details.append("\(cells.validations) \(cells.hiddenColumns) \(try sheet.overview())")
        }
        details.append("\(try sheet.tables()) \(try sheet.comments())")
        if let error = fast.error, self.error == nil { self.error = error }
      }
      let styles = try book.styles()
      formats = styles.numberFormats.indices.map {
        "\(styles.numberFormat(StyleIndex($0)).code) \(styles.appearance(StyleIndex($0)))"
      }
    } catch {
      self.error = "\(error)"
    }
  }
}

@Suite("Hostile workbooks")
struct HostileTests {
  /// A workbook with something of everything, as small as may be.
  static let small: WorkbookBuilder = {
    var builder = WorkbookBuilder(
      sheet:
        "<worksheet xmlns=\"\(WorkbookBuilder.main)\"><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>"
        + "<sheetData><row r=\"1\" hidden=\"0\"><c r=\"A1\" s=\"1\" t=\"s\"><v>1</v></c><c r=\"B1\"><f>A2</f><v>-1.5</v></c>"
        + "<c r=\"C1\" t=\"inlineStr\"><is><t>a&amp;b</t></is></c></row><row r='3'><c t='b' r='A3'><v>1</v></c>"
        + "</row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>")
    builder.sharedItems = "<si><t>x</t></si><si><r><t>_x0041_é</t></r></si>"
    builder.styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0\"/></numFmts><cellXfs><xf/><xf numFmtId=\"164\"/></cellXfs>"
    builder.afterSheets =
      "<definedNames><definedName name=\"a\" localSheetId=\"0\">1</definedName></definedNames>"
    builder.packing = .stored
    return builder
  }()

  static let whole = WholeReading(small.bytes())

  @Test func theSmallBookIsSound() {
    #expect(Self.whole.error == nil)
    #expect(
      Self.whole.sheets.map(\.description) == [
        "1: A=\"Aé\"~1 B=-1.5 <- A2 C=\"a&b\"; 3: A=TRUE"
      ])
    #expect(Self.whole.formats.count == 2)
  }

  static func bytes(isDeflated: Bool) -> [UInt8] {
    var builder = small
    if isDeflated { builder.packing = .deflated }
    return builder.bytes()
  }

  @Test("gives an error for every beginning of a workbook", arguments: [false, true])
  func prefixes(isDeflated: Bool) {
    for prefix in Corruption.prefixes(of: Self.bytes(isDeflated: isDeflated)) {
      #expect(WholeReading(prefix).error != nil, "\(prefix.count) bytes")
    }
  }

  @Test(
    "reads right or gives an error whatever byte is changed",
    arguments: [(0, false), (1, false), (2, false), (3, false), (3, true)])
  func changedBytes(way: Int, isDeflated: Bool) {
    let bytes = Self.bytes(isDeflated: isDeflated)
    for place in bytes.indices {
      let values = Corruption.replacements(of: bytes[place], at: place)
      // Two of the four ways at every byte, and others at the next.
      guard way < values.count, (place + way) % 2 == 0 || isDeflated else { continue }
      var damaged = bytes
      damaged[place] = values[way]
      let reading = WholeReading(damaged)
      if reading.error == nil {
        // Every part has its checksum, so only what no reader looks at can have changed.
        #expect(reading.sheets == Self.whole.sheets, "byte \(place) is \(values[way])")
      }
    }
  }

  @Test(
    "does not trap whatever byte of a part is changed",
    arguments: [
      "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
      "xl/sharedStrings.xml", "xl/styles.xml",
    ])
  func changedParts(name: String) throws {
    let zip = Self.small.zip()
    let index = try #require(zip.entries.firstIndex { $0.name == Array(name.utf8) })
    let part = zip.entries[index].content
    for place in part.indices {
      let values = Corruption.replacements(of: part[place], at: place)
      var damaged = zip
      for way in values.indices where (place + way) % 2 == 0 {
        damaged.entries[index].content[place] = values[way]
        _ = WholeReading(damaged.bytes())
      }
    }
  }

  @Test("reads a damaged sheet alike every way", arguments: 0..<4)
  func changedSheet(way: Int) throws {
    let part = Self.small.sheets[0].part
    let strings = try Workbook.made(Self.small).storage.sharedStrings()
    for place in part.indices {
      let values = Corruption.replacements(of: part[place], at: place)
      guard way < values.count else { continue }
      var damaged = part
      damaged[place] = values[way]
      func reading(_ isFast: Bool, _ capacity: UInt64) -> SheetReading {
        SheetReading(
          XMLMemorySource(damaged), capacity: capacity, usesFastPath: isFast, strings: strings)
      }
      let fast = reading(true, 4_096)
      let text = String(decoding: damaged, as: UTF8.self)
      // How many rows come before an error may differ; that there is one may not.
      for other in [reading(false, 4_096), reading(true, UInt64(place % 200))] {
        #expect((fast.error == nil) == (other.error == nil), "\(text)")
        if fast.error == nil { #expect(fast == other, "\(text)") }
      }
    }
  }

  @Test func givesAnErrorForEveryBeginningOfASheet() throws {
    let part = Self.small.sheets[0].part
    let strings = try Workbook.made(Self.small).storage.sharedStrings()
    for prefix in Corruption.prefixes(of: part) {
      for isFast in [true, false] {
        let reading = SheetReading(
          XMLMemorySource(prefix), capacity: 4_096, usesFastPath: isFast, strings: strings)
        #expect(reading.error != nil, "\(prefix.count) bytes")
      }
    }
  }
}
