import KPICatalog
import SpreadsheetML
import TestSupport
import Testing
import Zip

@testable import CatalogMapping

/// A workbook with a table of measures and all that can stand around one: `make_rich.py` made it.
@Suite("A workbook with everything")
struct RichWorkbookTests {
  private func applied(_ change: (inout Catalog) throws -> Void) throws -> AppliedBook {
    try AppliedBook(Fixture.bytes("rich/everything.xlsm"), change: change)
  }

  private func parts(_ bytes: [UInt8]) throws -> [(name: String, content: [UInt8])] {
    let archive = try ZipReader(file: RandomAccessFile(bytes: bytes))
    return try archive.entries.map { entry in
      let reader = try archive.open(entry)
      var content: [UInt8] = []
      while true {
        let piece = try reader.read(upTo: 1 << 16)
        if piece.isEmpty { return (entry.name, content) }
        content += piece
      }
    }
  }

  private func changedParts(_ applied: AppliedBook) throws -> [String] {
    let before = try parts(applied.before)
    let after = try parts(applied.after)
    #expect(before.map(\.name) == after.map(\.name))
    return zip(before, after).filter { $0.content != $1.content }.map(\.0.name)
  }

  private func text(_ part: String, _ applied: AppliedBook) throws -> String {
    let content = try parts(applied.after).first { $0.name == part }?.content
    return String(decoding: try #require(content), as: UTF8.self)
  }

  @Test func changedCellsTouchTheirSheetOnly() throws {
    let applied = try applied {
      $0.measures[1].targets = [Target(2.5, by: Moment("2026"))]
      $0.measures[3].owner = "Head of Sales"
    }
    #expect(applied.changed == ["I6", "H8"])
    // Excel is told to work all out anew already.
    #expect(try changedParts(applied) == ["xl/worksheets/sheet1.xml"])
    #expect(CatalogDiff(from: applied.wanted, to: try applied.catalog()).isEmpty)
  }

  @Test func rowsThatComeTakeAllThatRefersToThemAlong() throws {
    let applied = try applied { catalog in
      var new = catalog.measures[7]
      new.id = try #require(KPIIdentifier("price-image"))
      new.name = LocalizedText("Price image", language: .english)
      new.code = "M4"
      new.origin = nil
      catalog.measures.append(new)
    }
    #expect(
      try changedParts(applied) == [
        "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/charts/chart1.xml",
        "xl/tables/table1.xml", "xl/pivotCache/pivotCacheDefinition1.xml",
      ])
    #expect(try text("xl/tables/table1.xml", applied).contains("ref=\"A4:K13\""))
    #expect(try text("xl/charts/chart1.xml", applied).contains("<c:f>Scorecard!$J$5:$J$13</c:f>"))
    #expect(
      try text("xl/pivotCache/pivotCacheDefinition1.xml", applied).contains("ref=\"A4:J13\""))
    #expect(
      try text("xl/workbook.xml", applied).contains(
        "<definedName name=\"Targets\">Scorecard!$I$5:$I$13</definedName>"))
    let sheet = try text("xl/worksheets/sheet1.xml", applied)
    for range in ["J5:J13", "I5:I13", "F5:F13", "G5:G13"] {
      #expect(sheet.contains("sqref=\"\(range)\""))
    }
    #expect(sheet.contains("<f>AVERAGE(I5:I13)</f>"))
    #expect(CatalogDiff(from: applied.wanted, to: try applied.catalog()).isEmpty)
  }

  @Test func rowsThatGoTakeNothingElseAlong() throws {
    let applied = try applied { $0.measures.remove(at: 2) }
    #expect(applied.plan.removedRows.map(\.row) == [7])
    // Notes and their shapes move up, the chart and the sparklines keep their series.
    #expect(try text("xl/comments1.xml", applied).contains("ref=\"B8\""))
    #expect(try text("xl/drawings/vmlDrawing1.vml", applied).contains("<x:Row>7</x:Row>"))
    let sheet = try text("xl/worksheets/sheet1.xml", applied)
    #expect(
      sheet.contains("<xm:f>History!B5:M5</xm:f><xm:sqref>K7</xm:sqref>")
        && !sheet.contains("History!B4:M4"))
    #expect(CatalogDiff(from: applied.wanted, to: try applied.catalog()).isEmpty)
    // What referred to the row is told.
    let places = try BrokenFormulas.places(
      in: Workbook.open(bytes: applied.after, name: "book"),
      since: Workbook.open(bytes: applied.before, name: "book"))
    #expect(places.map(\.description) == ["History!A4"])
  }

  @Test func twoVersionsWhoseRowsCameAndWentMerge() throws {
    func source(_ name: String, change: (inout Catalog) throws -> Void) throws -> MergeSource {
      let book = try Workbook.open(bytes: applied(change).after, name: name)
      return try MergeSource(book, try CatalogImport().read(book, name: name), name: name)
    }
    let merge = WorkbookMerge(
      base: try source("base") { _ in }, ours: try source("ours") { $0.measures.remove(at: 1) },
      theirs: try source("theirs") {
        var new = $0.measures[6]
        new.id = try #require(KPIIdentifier("price-image"))
        new.name = LocalizedText("Price image", language: .english)
        new.code = "M4"
        new.description = LocalizedText("What people say of our prices.", language: .english)
        new.origin = nil
        $0.measures.append(new)
      })
    // Chart and pictures moved with the rows, which is no change of theirs.
    #expect(merge.measures.conflicts.isEmpty && merge.conflicts.isEmpty)
    let output = try #require(try merge.write())
    #expect(output.unwritten.isEmpty)
    let read = try CatalogImport().read(Workbook.open(bytes: output.bytes, name: "m"), name: "m")
    #expect(CatalogDiff(from: merge.measures.catalog, to: read.catalog).isEmpty)
  }

  @Test func whatIsOfNoConcernIsCopiedAsItLies() throws {
    let applied = try applied { $0.measures.remove(at: 5) }
    let touched = Set(try changedParts(applied))
    for part in [
      "xl/vbaProject.bin", "xl/model/item.data", "customXml/item1.xml", "xl/media/image1.png",
      "xl/pivotTables/pivotTable1.xml", "xl/pivotCache/pivotCacheRecords1.xml",
      "xl/slicers/slicer1.xml", "xl/slicerCaches/slicerCache1.xml", "xl/drawings/drawing9.xml",
      "xl/threadedComments/threadedComment1.xml", "xl/persons/person.xml", "xl/unheard-of.xml",
      "xl/theme/theme1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "docProps/custom.xml",
    ] {
      #expect(!touched.contains(part), "\(part)")
    }
  }

  @Test func theChangesCanBeTakenBack() throws {
    let applied = try applied { catalog in
      catalog.measures[0].frequency = .quarterly
      catalog.measures.remove(at: 4)
    }
    let book = try Workbook.open(bytes: applied.after, name: "book.xlsm")
    let output = ArchiveBytes()
    try applied.report.editor(reversing: book).write(to: output)
    let back = try CatalogImport().read(
      Workbook.open(bytes: output.bytes, name: "book.xlsm"), name: "book.xlsm")
    #expect(CatalogDiff(from: applied.base, to: back.catalog).isEmpty)
    #expect(try parts(output.bytes).map(\.name) == parts(applied.before).map(\.name))
  }
}
