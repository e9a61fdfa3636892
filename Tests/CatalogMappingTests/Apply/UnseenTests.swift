import KPICatalog
import SpreadsheetML
import Testing
import Zip

@testable import CatalogMapping

@Suite("What a workbook has no columns for")
struct UnseenTests {
  /// Four measures in three languages, exported in English.
  private func export(_ change: (inout Catalog) -> Void = { _ in }) throws -> [UInt8] {
    var catalog = Catalog()
    catalog.defaultLanguage = .english
    catalog.languages = [.english, .french, .italian]
    for (id, name) in [
      ("promoter-score", "Promoter score"), ("repeat-rate", "Repeat rate"),
      ("answer-time", "Answer time"), ("market-share", "Market share"),
    ] {
      var measure = KPIDefinition(
        id: try #require(KPIIdentifier(id)),
        name: LocalizedText([
          .init(language: .english, text: name), .init(language: .french, text: name + " (fr)"),
          .init(language: .italian, text: name + " (it)"),
        ]))
      measure.kind = .activity
      measure.unit = MeasureUnit(.percent)
      measure.frequency = .monthly
      measure.direction = .higherIsBetter
      measure.description = LocalizedText([
        .init(language: .english, text: "\(name) is what we look at."),
        .init(language: .french, text: "\(name) est suivi."),
      ])
      catalog.measures.append(measure)
    }
    change(&catalog)
    return try WorkbookExport(catalog).bytes()
  }

  private func reversed(_ applied: AppliedBook) throws -> Catalog {
    let book = try Workbook.open(bytes: applied.after, name: "book.xlsx")
    let output = ArchiveBytes()
    try applied.report.editor(reversing: book).write(to: output)
    return try CatalogImport().read(
      Workbook.open(bytes: output.bytes, name: "book.xlsx"), name: "book.xlsx"
    ).catalog
  }

  @Test func travelsInAnExportedBookAndComesBack() throws {
    let applied = try AppliedBook(try export()) {
      $0.measures[0].name[.french] = "Score net"
      $0.measures[1].description?[.italian] = "Quanti ce ne sono."
      $0.measures[1].lifecycle = Lifecycle(.draft)
      $0.measures[2].baseline = Baseline(
        25, at: .date(try #require(CivilDate("2026-01-31"))))
      $0.measures[3].owner = "Ada"
    }
    #expect(applied.plan.findings.map(\.rule) == ["unseen"])
    #expect(
      applied.plan.findings.first?.message.hasPrefix(
        "texts in fr and it, lifecycle, baseline.date have no column") == true)
    #expect(try applied.catalog().measures.map(\.name) == applied.wanted.measures.map(\.name))
    #expect(CatalogDiff(from: applied.wanted, to: try applied.catalog()).isEmpty)
    #expect(CatalogDiff(from: applied.base, to: try reversed(applied)).isEmpty)
  }

  @Test func aCellWhoseFieldHasUnseenPartsIsStillWritten() throws {
    let applied = try AppliedBook(
      try export { $0.measures[0].scale = Scale(minimum: 0, maximum: 100, isHard: true) }
    ) { $0.measures[0].scale = Scale(minimum: 0, maximum: 101, isHard: true) }
    #expect(applied.plan.changes.map(\.sheet) == ["Measures", "kpibook"])
    #expect(applied.plan.changes.first?.new == .text("0 to 101"))
    #expect(CatalogDiff(from: applied.wanted, to: try applied.catalog()).isEmpty)
  }

  @Test func newMeasuresGetTheirRowAndIDThere() throws {
    let applied = try AppliedBook(try export()) { catalog in
      var new = catalog.measures[0]
      new.id = try #require(KPIIdentifier("own-measure"))
      new.name = LocalizedText([
        .init(language: .english, text: "Mine"), .init(language: .french, text: "La mienne"),
      ])
      new.description = LocalizedText("Nobody else counts these.", language: .english)
      new.origin = nil
      new.scale = Scale(minimum: 1, maximum: 5, isHard: true)
      catalog.measures.insert(new, at: 1)
      catalog.measures.remove(at: 3)
    }
    #expect(try applied.catalog().measures.map(\.id) == applied.wanted.measures.map(\.id))
    #expect(CatalogDiff(from: applied.wanted, to: try applied.catalog()).isEmpty)
    #expect(applied.plan.removedRows.map(\.sheet) == ["Measures", "kpibook"])
    #expect(CatalogDiff(from: applied.base, to: try reversed(applied)).isEmpty)
  }

  @Test func referencesToMeasuresThatGoStay() throws {
    let bytes = try export {
      $0.measures[0].pairedWith = [$0.measures[1].id, $0.measures[2].id]
      $0.measures[3].derivedFrom = [$0.measures[1].id]
    }
    let applied = try AppliedBook(bytes) { $0.measures.remove(at: 1) }
    #expect(applied.wanted.measures[0].pairedWith.count == 2)
    #expect(CatalogDiff(from: applied.wanted, to: try applied.catalog()).isEmpty)
    #expect(applied.plan.findings.isEmpty)
    #expect(CatalogDiff(from: applied.base, to: try reversed(applied)).isEmpty)
  }

  @Test func whatPeopleSeeIsNotContradictedUnseen() throws {
    // The owner's cell is a formula, so the new owner must not hide behind it.
    let bytes = try export { $0.measures[0].owner = "Ada" }
    let book = try Workbook.open(bytes: bytes, name: "book.xlsx")
    let editor = WorkbookEditor(book)
    let result = try CatalogImport().read(book, name: "book.xlsx")
    let owner = try #require(
      result.catalog.measures[0].origin?.cells["owner"].flatMap { CellReference($0) })
    try editor.set(
      CellPatch(
        sheet: "Measures", cell: owner, content: .formula("\"A\"&\"da\"", result: .text("Ada"))))
    let output = ArchiveBytes()
    try editor.write(to: output)
    let applied = try AppliedBook(output.bytes) { $0.measures[0].owner = "Grace" }
    #expect(applied.plan.refusals.count == 1)
    #expect(try applied.catalog().measures[0].owner == "Ada")
  }

  @Test func otherBooksSayOnceWhichLanguagesStayOut() throws {
    let applied = try AppliedBook([
      ["KPI", "Description", "Unit", "Target"],
      ["Net promoter score", "Who would recommend us", "points", 45],
      ["Complaint rate", "Who complains", "%", 5], ["Market share", "Our part", "%", 5],
    ]) { catalog in
      for index in catalog.measures.indices {
        catalog.measures[index].name[.french] = "Nom \(index)"
        catalog.measures[index].description?[.italian] = "Descrizione \(index)"
      }
      catalog.measures[1].targets = [Target(4)]
    }
    #expect(applied.changed == ["D3"])
    #expect(
      applied.plan.findings.map(\.description) == [
        "book.xlsx: note: the workbook has no columns for texts in fr, it; they stay in the catalog "
          + "only, or get columns such as 'Name (fr)'"
      ])
  }
}
