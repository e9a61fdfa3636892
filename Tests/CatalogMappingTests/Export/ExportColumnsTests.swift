import KPICatalog
import Testing

@testable import CatalogMapping

@Suite("Columns of exports")
struct ExportColumnsTests {
  private func columns(_ targets: [[Target]]) throws -> [String] {
    let measures = try targets.enumerated().map { index, targets in
      KPIDefinition(
        id: try #require(KPIIdentifier("m-\(index)")), name: "M", targets: targets)
    }
    return ExportColumns(CatalogPresentation(Catalog(measures: measures), language: .english))
      .all.filter { $0.field == .target || $0.field == .targetDate }.map(\.heading)
  }

  @Test func givesEachDateAColumnWhenDatesAreFew() throws {
    let end = Target(1, by: Moment("2026-12-31"))
    let next = Target(2, by: Moment("2027-12-31"))
    #expect(try columns([[end, next], [next], []]) == ["Target 2026", "Target 2027"])
    #expect(try columns([[Target(1, by: Moment("2026-Q2"))]]) == ["Target 2026-Q2"])
  }

  @Test func putsDatesBesideTargetsOtherwise() throws {
    #expect(try columns([[]]) == ["Target", "Target date"])
    #expect(try columns([[Target(1)]]) == ["Target"])
    let period = Target(1, by: Moment("2026"))
    let day = Target(1, by: Moment("2026-12-31"))
    #expect(try columns([[period], [day]]) == ["Target", "Target date"])
    #expect(
      try columns([[Target(1), Target(2, by: Moment("2027"))]])
        == ["Target", "Target date", "Target (2)", "Target date (2)"])
  }

  @Test func keepsOwnColumnsInOrderAndHeadingsApart() throws {
    var first = KPIDefinition(id: try #require(KPIIdentifier("a")), name: "A")
    first.custom = ["Z": .text("1"), "owner": .text("2")]
    var second = KPIDefinition(id: try #require(KPIIdentifier("b")), name: "B")
    second.custom = ["Y": .text("1"), "Z": .text("1"), " ": .text("1")]
    let all = ExportColumns(
      CatalogPresentation(Catalog(measures: [first, second]), language: .english)
    ).all
    #expect(
      all.filter { $0.field == .custom }.map(\.heading) == ["Y", "Z", "(?)", "owner (2)"])
    #expect(Set(all.map { $0.heading.lowercased() }).count == all.count)
  }

  @Test func hasWhatReadersFillInAtAnyRate() throws {
    let fields = ExportColumns(CatalogPresentation(Catalog(), language: .english)).all.map(\.field)
    for field: ColumnField in [
      .identity, .name, .kind, .description, .formula, .unit, .direction, .frequency, .source,
      .owner, .baseline, .target, .thresholdGreen, .thresholdAmber, .current, .notes,
    ] {
      #expect(fields.contains(field))
    }
    #expect(!fields.contains(.weight))
  }

  @Test func hasNoColumnsThatNoMeasureFillsButTheReaders() throws {
    let measure = KPIDefinition(
      id: try #require(KPIIdentifier("a")), name: "A", unit: MeasureUnit(.percent))
    let columns = ExportColumns(
      CatalogPresentation(Catalog(measures: [measure]), language: .english))
    #expect(
      columns.all.map(\.field) == [
        .identity, .name, .unit, .direction, .frequency, .owner, .baseline, .target, .targetDate,
        .thresholdGreen, .thresholdAmber, .current,
      ])
  }

  @Test func aMeasureWithoutAPerspectiveHasNoneInTheTable() throws {
    var finance = KPIDefinition(id: try #require(KPIIdentifier("a")), name: "A")
    finance.perspective = .financial
    let other = KPIDefinition(id: try #require(KPIIdentifier("b")), name: "B")
    let catalog = Catalog(measures: [finance, other])
    let text = String(
      decoding: try DelimitedExport(catalog, language: .english).bytes(), as: UTF8.self)
    #expect(!text.lowercased().contains("customer"))
    #expect(CatalogPresentation(catalog, language: .english).subtitle == "2 measures")
    var served = Catalog(measures: [finance])
    served.measures[0].perspective = .customer
    #expect(
      CatalogPresentation(served, language: .english).subtitle == "about customers · 1 measure")
  }

  @Test(
    "Sheet names are such as Excel takes",
    arguments: [
      (["A/B", "a b"], ["A B", "a b (2)"]), (["'x'", "History", ""], ["x", "History (2)", "KPI"]),
      ([String(repeating: "n", count: 40)], [String(repeating: "n", count: 31)]),
    ])
  func namesSheets(given: [String], expected: [String]) {
    var names = SheetNames()
    #expect(given.map { names.name($0) } == expected)
  }
}
