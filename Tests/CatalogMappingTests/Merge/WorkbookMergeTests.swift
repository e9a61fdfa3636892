import KPICatalog
import SpreadsheetML
import TestSupport
import Testing

@testable import CatalogMapping

@Suite("Merging into a workbook")
struct WorkbookMergeTests {
  /// A workbook: a table of measures with a line below it, a sheet of notes, a picture.
  private struct Book {
    var owners = ["Ada", "Bob", "Cid", "Dan"]
    var below = "Checked in May"
    var notes = ["Read this", "Call us"]
    var picture = "picture"
    /// The title on a cover, and above the table.
    var titles: [String] = []

    private func row(_ number: Int, _ texts: [String]) -> String {
      let cells = zip("ABCDEF", texts).map {
        #"<c r="\#($0)\#(number)" t="inlineStr"><is><t>\#($1)</t></is></c>"#
      }
      return #"<row r="\#(number)">\#(cells.joined())</row>"#
    }

    func source(_ name: String) throws -> MergeSource {
      let names = [
        "Customer churn rate", "Renewal rate", "Complaint rate", "Market share", "Trust",
      ]
      let top = titles.isEmpty ? 1 : 3
      var rows = titles.isEmpty ? "" : row(1, [titles[1]])
      rows += row(top, ["KPI", "Owner", "Frequency"])
      for (index, owner) in owners.enumerated() {
        rows += row(top + index + 1, [names[index], owner, "monthly"])
      }
      rows += row(top + owners.count + 4, [below])
      var builder = WorkbookBuilder(rows: titles.isEmpty ? rows : row(1, [titles[0]]))
      if !titles.isEmpty { builder.addSheet("Measures", rows: rows) }
      builder.addSheet(
        "Notes", rows: notes.enumerated().map { row($0 + 1, [$1]) }.joined())
      builder.others = [ZipBuilder.Entry("xl/media/image1.png", picture)]
      let book = try Workbook.open(bytes: builder.bytes(), name: name)
      return try MergeSource(book, try CatalogImport().read(book, name: name), name: name)
    }
  }

  private func merge(
    _ base: Book, _ ours: Book, _ theirs: Book, into side: MergeSide? = nil
  ) throws -> WorkbookMerge {
    WorkbookMerge(
      base: try base.source("base"), ours: try ours.source("ours"),
      theirs: try theirs.source("theirs"), into: side)
  }

  private func read(_ output: WorkbookMerge.Output?) throws -> (Catalog, [String]) {
    let book = try Workbook.open(bytes: try #require(output).bytes, name: "out")
    let result = try CatalogImport().read(book, name: "out")
    return (result.catalog, try WorkbookRest(book, result).lines)
  }

  @Test func bringsMeasuresAndOtherCellsTogether() throws {
    var ours = Book()
    ours.owners[0] = "Zoe"
    var theirs = Book()
    theirs.owners[1] = "Bill"
    theirs.notes[1] = "Write to us"
    theirs.below = "Checked in June"
    let merge = try merge(Book(), ours, theirs)
    #expect(merge.carrier == .ours && merge.conflicts.isEmpty && merge.comparesRest)
    let output = try merge.write()
    #expect(output?.unwritten.isEmpty ?? false)
    let (catalog, rest) = try read(output)
    #expect(catalog.measures.map(\.owner) == ["Zoe", "Bill", "Cid", "Dan"])
    #expect(rest.contains("Notes!A2: Write to us"))
    #expect(rest.contains { $0.hasSuffix("Checked in June") })
  }

  @Test func aTitleThatNeitherSideChangedStays() throws {
    var base = Book()
    base.titles = ["Customer measures 2026", "Customer measures 2026"]
    var ours = base
    ours.owners[0] = "Zoe"
    var theirs = base
    theirs.titles[0] = "Measures of customers"
    let merge = try merge(base, ours, theirs)
    let output = try merge.write()
    #expect(output?.unwritten.isEmpty ?? false)
    let (catalog, rest) = try read(output)
    #expect(catalog.title.entries.map(\.text) == ["Measures of customers"])
    #expect(catalog.measures.first?.owner == "Zoe")
    #expect(rest.contains("Sheet1!A1: Measures of customers"))
    #expect(rest.contains("Measures!A1: Customer measures 2026"))
  }

  @Test func whatOnlyTheirsCanCarryIsWrittenIntoTheirs() throws {
    var ours = Book()
    ours.owners[0] = "Zoe"
    ours.notes[0] = "Read that"
    var theirs = Book()
    theirs.picture = "another picture"
    let merge = try merge(Book(), ours, theirs)
    #expect(merge.carrier == .theirs && merge.conflicts.isEmpty)
    let (catalog, rest) = try read(try merge.write())
    #expect(catalog.measures.first?.owner == "Zoe")
    #expect(rest.contains("Notes!A1: Read that"))
    #expect(rest.contains { $0.hasPrefix("xl/media/image1.png: 15 bytes") })

    let forced = try self.merge(Book(), ours, theirs, into: .ours)
    #expect(forced.conflicts.map(\.place) == ["xl/media/image1.png"])
    #expect(forced.conflicts.first?.isOfBoth == false)
    #expect(
      forced.conflicts.first?.description.hasSuffix(
        "ours is kept, for it cannot be carried from one workbook to the other") ?? false)
  }

  @Test func whatBothChangedIsNamed() throws {
    var ours = Book()
    ours.notes[0] = "Read that"
    ours.picture = "ours"
    var theirs = Book()
    theirs.notes[0] = "Read nothing"
    theirs.picture = "theirs"
    let merge = try merge(Book(), ours, theirs)
    #expect(merge.carrier == .ours)
    #expect(merge.conflicts.map(\.place) == ["Notes!A1", "xl/media/image1.png"])
    #expect(
      merge.conflicts.first?.description
        == "Notes!A1: both changed it: was “Read this”; ours is “Read that”, theirs is “Read nothing”; ours is kept"
    )
    // Alike on both sides is no conflict.
    #expect(try self.merge(Book(), ours, ours).conflicts.isEmpty)
  }

  @Test func aRowThatComesChangesNothingBelowTheTable() throws {
    var longer = Book()
    longer.owners.append("Eve")
    let before = try #require(try Book().source("a").rest)
    let after = try #require(try longer.source("b").rest)
    #expect(after.changes(from: before).isEmpty)
    var ours = Book()
    ours.below = "Checked in June"
    let merge = try merge(Book(), ours, longer)
    #expect(merge.conflicts.isEmpty)
    let (catalog, rest) = try read(try merge.write())
    #expect(catalog.measures.map(\.owner) == ["Ada", "Bob", "Cid", "Dan", "Eve"])
    #expect(rest.contains { $0.hasSuffix("Checked in June") })
  }

  @Test func whatExportsCarryUnseenIsMergedAsPartOfTheMeasures() throws {
    var catalog = Catalog()
    catalog.defaultLanguage = .english
    catalog.languages = [.english, .french, .italian]
    for name in ["Churn rate", "Market share", "Trust"] {
      var measure = KPIDefinition(
        id: try #require(KPIIdentifier(naming: name)),
        name: LocalizedText([
          .init(language: .english, text: name), .init(language: .french, text: name + " (fr)"),
        ]))
      measure.unit = MeasureUnit(.percent)
      measure.frequency = .monthly
      measure.description = LocalizedText(name + " is what we look at.", language: .english)
      catalog.measures.append(measure)
    }
    func source(_ name: String, change: (inout Catalog) -> Void = { _ in }) throws -> MergeSource {
      let applied = try AppliedBook(WorkbookExport(catalog).bytes(), change: change)
      let book = try Workbook.open(bytes: applied.after, name: name)
      return try MergeSource(book, try CatalogImport().read(book, name: name), name: name)
    }
    let merge = WorkbookMerge(
      base: try source("base"),
      ours: try source("ours") { $0.measures[0].name[.french] = "Attrition" },
      theirs: try source("theirs") {
        $0.measures[0].name[.italian] = "Abbandono"
        $0.measures[1].lifecycle = Lifecycle(.draft)
      })
    #expect(merge.measures.conflicts.isEmpty && merge.conflicts.isEmpty)
    let (merged, _) = try read(try merge.write())
    #expect(CatalogDiff(from: merge.measures.catalog, to: merged).isEmpty)
    #expect(merged.measures[0].name.entries.count == 3)
  }

  @Test func withoutAWorkbookThereIsNothingToWriteInto() throws {
    let source = MergeSource(try Book().source("a").catalog, name: "a.yaml")
    let merge = WorkbookMerge(base: source, ours: source, theirs: source)
    #expect(merge.carrier == nil)
    #expect(try merge.write()?.bytes == nil)
  }
}
