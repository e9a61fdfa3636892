import Testing

@testable import KPICatalog

@Suite struct FindingOriginTests {
  private let origin = Origin(
    sheet: "Measures", row: 4,
    cells: [
      "name": "B4", "targets": "F4", "thresholds.green": "G4", "thresholds.amber": "H4",
      "name.fr": "C4", "custom.a.b": "X4", "formula.text": "E4",
    ])

  @Test(arguments: [
    ("targets[2].value", "F4"), ("thresholds.green", "G4"), ("thresholds.amber.low", "H4"),
    ("thresholds", "G4"), ("name.fr", "C4"), ("name.it", "B4"), ("custom.a.b", "X4"),
    ("custom.a", "B4"), ("owner", "B4"), ("formula.expression", "E4"), ("nam", "B4"),
  ])
  func aFieldLeadsToItsCellOrTheNearest(_ field: String, _ cell: String) {
    #expect(CheckFinding.Origin(of: field, in: origin) == .init(sheet: "Measures", cell: cell))
  }

  @Test func withoutCellsThereIsNoPlace() {
    #expect(CheckFinding.Origin(of: "name", in: nil) == nil)
    #expect(CheckFinding.Origin(of: "name", in: Origin(sheet: "S", row: 3)) == nil)
    #expect(CheckFinding.Origin(of: "name", in: Origin(sheet: "S", cells: ["owner": "A1"])) == nil)
  }

  @Test(arguments: [
    ("Measures", "Measures"), ("FY 24", "'FY 24'"), ("Q1", "'Q1'"), ("R1C1", "'R1C1'"),
    ("Kund'n", "'Kund''n'"), ("2026", "'2026'"), ("Clientèle_2", "Clientèle_2"), ("true", "'true'"),
    ("", "''"), ("KPI – ICP", "'KPI – ICP'"),
  ])
  func sheetNamesAreQuotedAsExcelDoes(_ sheet: String, _ quoted: String) {
    #expect(SheetAddress.quoted(sheet) == quoted)
  }
}
