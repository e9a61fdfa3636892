import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite struct MappingFileTests {
  static let rows: [[TestCell]] = [
    ["Code", "KPI", "Unit", "Target 2026", "Room"],
    ["C-1", "Renewal rate", "%", 80, "A"],
    ["C-2", "Complaints answered in time", "%", 95, "B"],
    ["C-3", "Response time", "h", 24, "C"],
  ]

  private func mapping(_ fields: [(String, String?, String)]) -> MappingFile {
    MappingFile(sheets: [
      .init(
        sheet: "Measures",
        tables: [
          .init(
            headerRows: [1],
            columns: fields.map { .init(column: $0.0, heading: $0.1, field: $0.2) })
        ])
    ])
  }

  private func drift(_ rows: [[TestCell]], _ mapping: MappingFile) throws -> [String] {
    try CatalogImport(options: ImportOptions(mapping: mapping)).read(.of(rows)).diagnostics
      .filter { $0.rule == "mapping-drift" }.map(\.message)
  }

  @Test func aMappingOverrulesWhatWouldBeFound() throws {
    let mapping = mapping([
      ("A", "Code", "ignore"), ("B", "KPI", "name"), ("C", "Unit", "custom"),
      ("D", "Target 2026", "baseline"), ("E", "Room", "group"),
    ])
    let result = try CatalogImport(options: ImportOptions(mapping: mapping)).read(.of(Self.rows))
    let first = try #require(result.catalog.measures.first)
    #expect(first.code == nil)
    #expect(first.group == "a")
    #expect(first.baseline?.value.description == "80")
    #expect(first.targets.isEmpty)
    #expect(first.custom.pairs.map(\.key) == ["Unit"])
  }

  @Test func columnsThatMovedAreFoundByTheirHeading() throws {
    let result = try CatalogImport().read(.of(Self.rows))
    let moved = Self.rows.map { [$0[1], $0[0], $0[2], $0[3], $0[4]] }
    let words = try drift(moved, result.plan.mapping)
    #expect(
      words == [
        "the column 'Code' has moved from A to B", "the column 'KPI' has moved from B to A",
      ])
  }

  @Test func aHeadingThatChangedIsTold() throws {
    let mapping = try CatalogImport().read(.of(Self.rows)).plan.mapping
    var rows = Self.rows
    rows[0][3] = "Goal for 2026"
    #expect(
      try drift(rows, mapping) == [
        "column D is headed 'Goal for 2026', the mapping says 'Target 2026'; it is read as the target"
      ])
  }

  @Test func aNewColumnIsKeptAndTold() throws {
    let mapping = try CatalogImport().read(.of(Self.rows)).plan.mapping
    let rows = zip(Self.rows, ["Floor", "1", "2", "3"]).map { $0 + [.value(.text($1))] }
    #expect(
      try drift(rows, mapping) == [
        "the column 'Floor' is not in the mapping; it is kept as a custom column"
      ])
  }

  @Test func aHeaderThatMovedIsFoundAndTold() throws {
    let mapping = try CatalogImport().read(.of(Self.rows)).plan.mapping
    let rows: [[TestCell]] = [["Our measures"], []] + Self.rows
    let result = try CatalogImport(options: ImportOptions(mapping: mapping)).read(.of(rows))
    #expect(result.catalog.measures.count == 3)
    #expect(result.diagnostics.map(\.message).contains("the header has moved from row 1 to row 3"))
  }

  @Test func aSheetThatIsGoneIsTold() throws {
    var mapping = try CatalogImport().read(.of(Self.rows)).plan.mapping
    mapping.sheets.append(.init(sheet: "Archive", isSkipped: true))
    #expect(
      try drift(Self.rows, mapping) == [
        "the mapping names the sheet 'Archive', which is not in the workbook"
      ])
  }

  @Test func aSkippedSheetIsNotRead() throws {
    let mapping = MappingFile(sheets: [.init(sheet: "Measures", isSkipped: true)])
    let result = try CatalogImport(options: ImportOptions(mapping: mapping)).read(.of(Self.rows))
    #expect(result.catalog.measures.isEmpty)
  }

  @Test func yamlAndJSONAreTheSame() throws {
    let mapping = try CatalogImport().read(.of(Self.rows)).plan.mapping
    #expect(try MappingFile(yaml: mapping.yaml()) == mapping)
    #expect(try MappingFile(json: mapping.json()) == mapping)
  }

  @Test(
    "a misspelled mapping is an error with its line",
    arguments: [
      (
        "sheets:\n  - sheet: A\n    tables:\n      - columns:\n          - column: B\n            field: targett\n",
        "line 6: 'targett' is no field; did you mean 'target'?"
      ),
      (
        "sheets:\n  - sheet: A\n    table: []\n",
        "line 3: 'table' is no part of a sheet; it has sheet, skip, tables"
      ),
      (
        "sheets:\n  - sheet: A\n    tables:\n      - layout: grid\n",
        "line 4: 'grid' is no layout; write table, cards or prose"
      ),
      (
        "sheets:\n  - sheet: A\n    tables:\n      - columns:\n          - column: 7\n            field: name\n",
        "the column has neither a heading nor letters such as D"
      ),
      ("workbook: x\n", "it names no sheets"),
    ])
  func aMisspelledMappingIsAnError(_ yaml: String, _ words: String) {
    do {
      _ = try MappingFile(yaml: Array(yaml.utf8), name: "m.yaml")
      Issue.record("it was read")
    } catch {
      #expect(error.message.hasSuffix(words), "\(error.message)")
      #expect(error.place.file == "m.yaml")
    }
  }
}
