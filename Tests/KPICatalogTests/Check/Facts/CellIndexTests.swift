import Testing

@testable import KPICatalog

@Suite struct CellIndexTests {
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
    #expect(CellIndex(origin).origin(of: field) == .init(sheet: "Measures", cell: cell))
  }

  @Test func withoutCellsThereIsNoPlace() {
    #expect(CellIndex(nil).origin(of: "name") == nil)
    #expect(CellIndex(Origin(sheet: "S", row: 3)).origin(of: "name") == nil)
    #expect(CellIndex(Origin(sheet: "S", cells: ["owner": "A1"])).origin(of: "name") == nil)
  }
}
