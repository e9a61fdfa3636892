import KPICatalog
import SpreadsheetML
import Testing
import Zip

@testable import CatalogMapping

@Suite("Measures that come and go as forms")
struct FormChangesTests {
  /// Forms one below the other, each with a numbered title and a line of notes that is merged.
  private func bytes(gap: Int = 1) -> [UInt8] {
    var rows: [[BookCell]] = [[.styled("Our measures", .bold)], []]
    var merges: [String] = []
    let forms: [(name: BookCell, unit: BookCell, target: BookCell, owner: BookCell)] = [
      ("Renewal rate", "%", .number(0.9, .percent), "Ada"),
      ("Net promoter score", "points", 45, "Bob"),
      ("Complaint rate", "%", .number(0.05, .percent), "Cem"),
    ]
    for (index, form) in forms.enumerated() {
      rows.append([.styled("KPI sheet no. \(index + 1)", .bold)])
      merges.append("A\(rows.count):B\(rows.count)")
      rows.append([.styled("KPI name", .bold), form.name])
      rows.append([.styled("Unit of measure", .bold), form.unit])
      rows.append([.styled("Target 2026", .bold), form.target])
      rows.append([.styled("Responsible", .bold), form.owner])
      rows += Array(repeating: [], count: gap)
    }
    let list = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return AppliedBook.bytes(rows, after: "<mergeCells count=\"3\">\(list)</mergeCells>")
  }

  private func measure() throws -> KPIDefinition {
    var measure = KPIDefinition(
      id: try #require(KPIIdentifier("open-rate")),
      name: LocalizedText("Open rate", language: .english))
    measure.unit = MeasureUnit(.percent)
    measure.targets = [Target(20, by: Moment("2026"))]
    measure.owner = "Dan"
    return measure
  }

  private func grid(_ bytes: [UInt8]) throws -> CellGrid {
    try Workbook.open(bytes: bytes, name: "book.xlsx").sheets[0].cells()
  }

  private func column(_ letter: String, _ grid: CellGrid) -> [String] {
    (1...(grid.usedRange?.last.row ?? 1)).map { row in
      switch grid["\(letter)\(row)"] {
      case .text(let text): text
      case .number(let number): "\(number)"
      default: ""
      }
    }
  }

  @Test("a new form stands behind its predecessor", arguments: [0, 1, 2], [1, 2])
  func added(place: Int, gap: Int) throws {
    let applied = try AppliedBook(bytes(gap: gap)) {
      $0.measures.insert(try measure(), at: place + 1)
    }
    #expect(applied.plan.findings.isEmpty && applied.plan.changes.isEmpty)
    #expect(applied.plan.addedRows.count == 5 + gap)
    let after = try applied.catalog()
    #expect(after.measures.count == 4)
    #expect(after.measures[place + 1].targets == [Target(20, by: Moment("2026"))])
    #expect(after.measures[place + 1].owner == "Dan")
    let grid = try grid(applied.after)
    let titles = column("A", grid).filter { $0.hasPrefix("KPI sheet") }
    #expect(titles.contains("KPI sheet no. 4") && titles.count == 4)
    #expect(grid.mergedRanges.count == 4)
    #expect(column("A", grid).filter { $0 == "Responsible" }.count == 4)
  }

  @Test func aNewFirstFormStandsAboveTheOthers() throws {
    let applied = try AppliedBook(bytes()) { $0.measures.insert(try measure(), at: 0) }
    let after = try applied.catalog()
    #expect(after.measures.first?.owner == "Dan" && after.measures.count == 4)
    #expect(try column("A", grid(applied.after)).prefix(4).last == "KPI name")
    #expect(try grid(applied.after)["A1"] == .text("Our measures"))
  }

  @Test("a form goes with its rows, and comes back", arguments: [0, 1, 2], [1, 2])
  func removed(place: Int, gap: Int) throws {
    let bytes = bytes(gap: gap)
    let applied = try AppliedBook(bytes) { $0.measures.remove(at: place) }
    #expect(applied.plan.findings.isEmpty && applied.plan.changes.isEmpty)
    #expect(applied.plan.removedRows.count == 5 + gap)
    #expect(try applied.catalog().measures.map(\.id) == applied.wanted.measures.map(\.id))
    #expect(try grid(applied.after).mergedRanges.count == 2)
    let book = try Workbook.open(bytes: applied.after, name: "book.xlsx")
    let again = try ApplyReport(json: applied.report.json(), name: "report.json")
    let sink = ArchiveBytes()
    try again.editor(reversing: book).write(to: sink)
    let (old, new) = (try grid(bytes), try grid(sink.bytes))
    #expect(column("A", new) == column("A", old) && column("B", new) == column("B", old))
    #expect(
      Set(new.mergedRanges.map(\.description)) == Set(old.mergedRanges.map(\.description)))
  }

  @Test func aFormIsReplacedByAnother() throws {
    let applied = try AppliedBook(bytes()) { $0.measures[1] = try measure() }
    #expect(try applied.catalog().measures.map(\.owner) == ["Ada", "Dan", "Cem"])
    #expect(applied.plan.findings.isEmpty)
  }

  @Test func formsBesideEachOtherAreLeftToAPerson() throws {
    let rows: [[BookCell]] = [
      ["KPI name", "Renewal rate", .blank, "KPI name", "Churn rate"],
      ["Unit of measure", "%", .blank, "Unit of measure", "%"],
      ["Target 2026", 90, .blank, "Target 2026", 5],
      ["Responsible", "Ada", .blank, "Responsible", "Bob"],
      ["Frequency", "Monthly", .blank, "Frequency", "Monthly"],
    ]
    let applied = try AppliedBook(rows) {
      $0.measures.removeLast()
      $0.measures.append(try measure())
    }
    #expect(applied.plan.isEmpty)
    #expect(applied.warnings == ["no-row", "no-row"])
  }

  /// What people note beside a form is of that form, numbers as well as words.
  @Test func whatIsOfOneFormDoesNotComeAlong() throws {
    var rows: [[BookCell]] = []
    let forms: [(name: BookCell, budget: Double, remark: BookCell)] = [
      ("Renewal rate", 500, "agreed with Bob"), ("Complaint rate", 700, "stop this one"),
      ("Answer rate", 900, "see file 12"),
    ]
    for (index, form) in forms.enumerated() {
      rows.append([.text("Form \(index + 1)")])
      rows.append(["KPI name", form.name])
      // A line that only one of the forms has puts the others' lines elsewhere.
      if index == 1 { rows.append(["Collector", "Zoe"]) }
      rows.append(["Unit", "%", .blank, form.remark])
      rows.append(["Responsible", "Ada"])
      rows.append(["Target", .number(Double(50 + index)), .blank, .blank, .number(form.budget)])
      rows.append(["Frequency", "monthly", .blank, "counts from January"])
      rows.append([.text("Signed: \(index == 0 ? "A. Smith" : "B. Jones \(index)")")])
      rows.append([])
    }
    for place in [1, 2, 3] {
      let applied = try AppliedBook(rows) {
        var new = try measure()
        new.targets = [Target(20)]
        $0.measures.insert(new, at: place)
      }
      let new = applied.plan.addedRows.flatMap(\.cells)
      #expect(!new.contains { $0.value == .number(901) || $0.field == "label" && $0.column == 5 })
      let labels = new.filter { $0.field == "label" }.compactMap { cell -> String? in
        if case .text(let text) = cell.value { text } else { nil }
      }
      #expect(
        labels
          == ["Form 4", "KPI name"] + (place == 2 ? ["Collector"] : []) + [
            "Unit", "Responsible", "Target", "Frequency", "counts from January",
          ])
      #expect(try applied.catalog().measures[place].owner == "Dan")
    }
  }
}
