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

  /// Every fifth value of every byte, another fifth at the next: all of them take minutes unoptimised.
  @Test("reads a sheet alike every way whatever value a byte has", arguments: 0..<5)
  func changedValues(fifth: Int) {
    let part = Array(
      ("<worksheet xmlns=\"\(WorkbookBuilder.main)\"><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\">"
        + "<f>A2</f><v>-1.5</v></c><c r=\"B1\" t=\"str\"><v>x</v></c></row></sheetData></worksheet>")
        .utf8)
    let start = part.count - 130
    for place in start..<part.count where place % 5 == fifth {
      for value in stride(from: place / 5 % 5, to: 256, by: 5) {
        var damaged = part
        damaged[place] = UInt8(value)
        func reading(_ isFast: Bool) -> SheetReading {
          SheetReading(
            XMLMemorySource(damaged), capacity: 4_096, usesFastPath: isFast, strings: .empty)
        }
        let (fast, slow) = (reading(true), reading(false))
        #expect((fast.error == nil) == (slow.error == nil), "byte \(place) is \(value)")
        if fast.error == nil { #expect(fast == slow, "byte \(place) is \(value)") }
      }
    }
  }

  /// Small files that would take long, or much memory, if all they say were done as often as they
  /// say it; and what comes of them, nil for a sound reading.
  static let amplifying:
    [(name: String, error: String?, make: @Sendable (inout WorkbookBuilder) -> Void)] = [
      (
        "one table linked many times", nil,
        { builder in
          let type = "\(WorkbookBuilder.relationship)/table"
          builder.sheets[0].relationships = (0..<20_000).map {
            "<Relationship Id=\"t\($0)\" Type=\"\(type)\" Target=\"../t.xml\"/>"
          }.joined()
          builder.others = [ZipBuilder.Entry("xl/t.xml", SheetPartsTests.table)]
        }
      ),
      (
        "one row given many times", nil,
        { builder in
          let cells = (1...20).map { "<c r=\"\(CellReference.letters(ofColumn: $0))1\"/>" }.joined()
          let row = "<row r=\"1\">\(cells)</row>"
          builder = WorkbookBuilder(rows: String(repeating: row, count: 1_000))
        }
      ),
      (
        "one part for many sheets",
        "-: xl/worksheets/sheet1.xml: two sheets name this part as theirs; the file is damaged",
        { builder in
          for index in 2..<5_000 {
            var sheet = builder.sheets[0]
            sheet.name = "S\(index)"
            sheet.part = []
            sheet.path = "xl/empty\(index).xml"
            sheet.id = "rId1"
            builder.sheets.append(sheet)
          }
        }
      ),
      (
        "more names than the limit",
        "-: xl/workbook.xml: there are more than 5000 sheets and names, the limit ReadLimits.listItems",
        { builder in
          let names = String(repeating: "<definedName name=\"a\"/>", count: 20_000)
          builder.afterSheets = "<definedNames>\(names)</definedNames>"
        }
      ),
      (
        "rules that take more than the limit",
        "-: Sheet1: the formulas of the rules take more than 500000 bytes, the limit "
          + "ReadLimits.partBytes",
        { builder in
          let formula = String(repeating: "1+", count: 20_000)
          let rule = "<dataValidation><formula1>\(formula)</formula1></dataValidation>"
          builder = WorkbookBuilder(
            sheet: WorkbookBuilder.worksheet(
              rows: "",
              after: "<dataValidations>\(String(repeating: rule, count: 20))</dataValidations>"))
        }
      ),
      (
        "formats that are long to read and unused", nil,
        { builder in
          let code = String(repeating: "0E+x", count: 50)
          let formats = (0..<4_000).map {
            "<numFmt numFmtId=\"\($0 + 200)\" formatCode=\"\(code)\"/>"
          }
          builder.styles = "<numFmts>\(formats.joined())</numFmts><cellXfs><xf/></cellXfs>"
        }
      ),
    ]

  @Test("is not made to work long by", arguments: amplifying.indices)
  func amplifies(index: Int) {
    let (name, error, make) = Self.amplifying[index]
    var builder = WorkbookBuilder(rows: "")
    make(&builder)
    var limits = ReadLimits()
    if error != nil { limits.listItems = 5_000 }
    if name.hasPrefix("one part") { limits.listItems = 20_000 }
    limits.partBytes = name.hasPrefix("rules") ? 500_000 : 10 << 20
    let bytes = builder.bytes()
    #expect(bytes.count < 3 << 20, "\(name)")
    let reading = WholeReading(bytes, limits: limits)
    #expect(reading.error == error, "\(name)")
  }
}
