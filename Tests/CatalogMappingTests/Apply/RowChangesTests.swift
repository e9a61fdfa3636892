import KPICatalog
import SpreadsheetML
import Testing
import Zip

@testable import CatalogMapping

@Suite("Measures that come and go as rows")
struct RowChangesTests {
  private let library: [[BookCell]] = [
    ["KPI", "Unit", "Target", "Frequency"], [.styled("Satisfaction", .bold)],
    ["Net promoter score", "points", 45, "Monthly"],
    ["Satisfaction index", "%", .number(0.8, .percent), "Quarterly"], [.styled("Loyalty", .bold)],
    ["Repeat purchase rate", "%", .number(0.3, .percent), "Quarterly"],
    ["Renewal rate", "%", .number(0.9, .percent), "Yearly"],
  ]

  private func measure(_ name: String, group: String) throws -> KPIDefinition {
    var measure = KPIDefinition(
      id: try #require(KPIIdentifier(naming: name)),
      name: LocalizedText(name, language: .english))
    measure.group = group
    measure.unit = MeasureUnit(.percent)
    measure.targets = [Target(75)]
    measure.frequency = .monthly
    return measure
  }

  @Test func aNewMeasureGoesBehindItsPredecessorInItsGroup() throws {
    let applied = try AppliedBook(library) {
      $0.measures.insert(try measure("Ease of use", group: "satisfaction"), at: 2)
    }
    #expect(applied.plan.addedRows.map(\.anchor) == [4])
    #expect(try applied.value("A5") == .text("Ease of use"))
    #expect(try applied.value("C5") == .number(0.75))
    #expect(try applied.value("D5") == .text("Monthly"))
    #expect(try applied.value("A6") == .text("Loyalty"))
    let after = try applied.catalog()
    #expect(after.measures.map(\.group) == applied.wanted.measures.map(\.group))
    #expect(after.measures[2].targets == [Target(75)])
  }

  @Test func aNewMeasureIsWrittenAsThoseOfItsUnitAre() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Direction", "Target", "Green"],
      ["Answer time", "days", "lower", 3, "≤ 4"],
      ["Renewal rate", "%", "higher", .number(0.9, .percent), "≥ 85 %"],
      ["Satisfied customers", "%", "higher", .number(0.9, .percent), "≥ 85 %"],
      ["Market share", "%", "higher", .number(0.9, .percent), "≥ 85 %"],
    ]
    func add(_ catalog: inout Catalog) throws {
      var new = try measure("Repair time", group: "")
      new.group = nil
      new.frequency = nil
      new.unit = catalog.measures[0].unit
      new.direction = .lowerIsBetter
      new.targets = [Target(7)]
      new.thresholds = catalog.measures[0].thresholds
      catalog.measures.append(new)
    }
    let applied = try AppliedBook(rows, change: add)
    #expect(try applied.value("D6") == .number(7) && applied.value("E6") == .text("≤ 4"))
    let cells = try Workbook.open(bytes: applied.after, name: "book.xlsx").sheets[0].cells()
    #expect(cells.cell(try #require(CellReference("D6")))?.style == StyleIndex(0))
    // Where no other measure has the unit, seven days are not shown as 700 %.
    let alone = try AppliedBook(rows) { catalog in
      try add(&catalog)
      catalog.measures.removeFirst()
    }
    let left = try Workbook.open(bytes: alone.after, name: "book.xlsx").sheets[0].cells()
    #expect(left["D5"] == .number(7))
    #expect(left.cell(try #require(CellReference("D5")))?.style == StyleIndex(0))
  }

  @Test func aNewGroupGetsAHeading() throws {
    let applied = try AppliedBook(library) {
      $0.groups.append(
        GroupEntry(id: "reach", name: LocalizedText("Reach", language: .english)))
      $0.measures.append(try measure("Brand awareness", group: "reach"))
    }
    #expect(try applied.value("A8") == .text("Reach"))
    #expect(try applied.value("A9") == .text("Brand awareness"))
    #expect(try applied.catalog().measures.last?.group == "reach")
  }

  @Test func aMeasureThatIsGoneTakesItsRowAlong() throws {
    let applied = try AppliedBook(library) { $0.measures.remove(at: 1) }
    #expect(applied.plan.removedRows.map(\.row) == [4])
    #expect(try applied.value("A4") == .text("Loyalty"))
    #expect(try applied.catalog().measures.map(\.id) == applied.wanted.measures.map(\.id))
  }

  @Test func aHeadingGoesWithTheLastOfItsMeasures() throws {
    let applied = try AppliedBook(library) { $0.measures.removeSubrange(0...1) }
    #expect(applied.plan.removedRows.map(\.row) == [2, 3, 4])
    #expect(applied.plan.removedRows.map { $0.measure == nil } == [true, false, false])
    #expect(try applied.value("A2") == .text("Loyalty"))
    let after = try applied.catalog()
    #expect(after.measures.map(\.group) == applied.wanted.measures.map(\.group))
    #expect(after.measures.map(\.name) == applied.wanted.measures.map(\.name))
    #expect(after.perspectives.isEmpty)
  }

  @Test func aHeadingStaysOverAMeasureThatMovesUnderIt() throws {
    let applied = try AppliedBook(library) {
      $0.measures[2].group = $0.measures[0].group
      $0.measures.removeSubrange(0...1)
    }
    let after = try applied.catalog()
    #expect(after.measures.map(\.group) == applied.wanted.measures.map(\.group))
    #expect(try applied.value("A2") == .text("Satisfaction"))
  }

  @Test func aHeadingTakesItsTotalAndTheBlankRowAboveItAlong() throws {
    let applied = try AppliedBook([
      ["KPI", "Unit", "Target", "Frequency"], [.styled("Satisfaction", .bold)],
      ["Net promoter score", "points", 45, "Monthly"],
      ["Satisfaction index", "%", .number(0.8, .percent), "Quarterly"], ["Subtotal", .blank, 2],
      [], [.styled("Loyalty", .bold)],
      ["Repeat purchase rate", "%", .number(0.3, .percent), "Quarterly"], ["Subtotal", .blank, 1],
      [], [.styled("Service", .bold)], ["Resolution rate", "%", .number(0.9, .percent), "Yearly"],
      ["Answer rate", "%", .number(0.9, .percent), "Yearly"], ["Subtotal", .blank, 2],
    ]) { $0.measures.remove(at: 2) }
    #expect(applied.plan.removedRows.map(\.row) == [6, 7, 8, 9])
    let after = try applied.catalog()
    #expect(after.measures.map(\.group) == applied.wanted.measures.map(\.group))
  }

  @Test func aHeadingOverANoteStays() throws {
    var cells = library
    cells.insert(["Note: only answers of this year count."], at: 4)
    let applied = try AppliedBook(cells) { $0.measures.removeSubrange(0...1) }
    #expect(applied.plan.removedRows.map(\.row) == [3, 4])
  }

  @Test func noHeadingIsTakenFromATableWithAGroupColumn() throws {
    let applied = try AppliedBook([
      ["Group", "KPI", "Unit", "Target"], [.styled("Customers", .bold)],
      ["Service", "Net promoter score", "points", 45], ["Service", "Complaint rate", "%", 5],
      [.styled("Markets", .bold)], ["Sales", "Repeat purchase rate", "%", 30],
      ["Sales", "Market share", "%", 12],
    ]) { $0.measures.removeSubrange(0...1) }
    #expect(applied.plan.removedRows.map(\.row) == [3, 4])
  }

  @Test func aHeadingBesideOtherThingsIsCleared() throws {
    var cells = library
    cells[1] += [.blank, .blank, .blank, .blank, "Read me first"]
    let applied = try AppliedBook(cells) { $0.measures.removeSubrange(0...1) }
    #expect(applied.plan.removedRows.map(\.row) == [3, 4])
    #expect(try applied.value("A2") == .blank)
    #expect(try applied.value("F2") == .text("Read me first"))
  }

  @Test func aKnownGroupKeepsItsIDWhenItIsTheOnlyOne() throws {
    let applied = try AppliedBook([
      ["KPI", "Unit", "Target", "Frequency"], [.styled("Stated loyalty", .bold)],
      ["Net Promoter Score (NPS)", "points", 45, "Monthly"],
      [.styled("Voice of the customer", .bold)],
      ["Complaint rate", "%", 5, "Monthly"], [.styled("Brand image", .bold)],
      ["Brand awareness", "%", 5, "Monthly"],
    ]) { $0.measures.removeSubrange(1...2) }
    #expect(applied.base.measures.map(\.group) == ["loyalty", "voice", "brand"])
    #expect(try applied.catalog().measures.map(\.group) == ["loyalty"])
  }

  @Test func aMeasureMovesUnderItsNewHeading() throws {
    let applied = try AppliedBook(library) { $0.measures[0].group = "loyalty" }
    let after = try applied.catalog()
    let moved = try #require(after.measure(applied.base.measures[0].id))
    #expect(moved.group == "loyalty")
    #expect(moved.targets == [Target(45)] && moved.frequency == .monthly)
    #expect(after.measures.count == 4)
  }

  @Test func aValueWrittenOnceGoesToTheNextRow() throws {
    let applied = try AppliedBook([
      ["Group", "KPI", "Unit", "Target"], ["Service", "Net promoter score", "points", 45],
      [.blank, "Complaint rate", "%", 5], [.blank, "Resolution rate", "%", 80],
      ["Sales", "Repeat purchase rate", "%", 30], [.blank, "Market share", "%", 12],
    ]) { $0.measures.remove(at: 0) }
    #expect(try applied.value("A2") == .text("Service"))
    #expect(try applied.value("B2") == .text("Complaint rate"))
    #expect(try applied.catalog().measures.map(\.group) == applied.wanted.measures.map(\.group))
  }

  @Test func aValueWrittenOnceIsWrittenForEachWhereFewAreLeft() throws {
    let applied = try AppliedBook([
      ["Group", "KPI", "Unit", "Target"], ["Service", "Net promoter score", "points", 45],
      [.blank, "Complaint rate", "%", 5], ["Sales", "Repeat purchase rate", "%", 30],
      [.blank, "Market share", "%", 12],
    ]) { $0.measures.removeSubrange(0...1) }
    #expect(try applied.value("A2") == .text("Sales"))
    #expect(try applied.value("A3") == .text("Sales"))
    #expect(try applied.catalog().measures.map(\.group) == applied.wanted.measures.map(\.group))
  }

  @Test func aMeasureInTheMiddleOfAGroupChangesAlone() throws {
    let applied = try AppliedBook([
      ["Group", "KPI", "Unit", "Target"], ["Service", "Net promoter score", "points", 45],
      [.blank, "Complaint rate", "%", 5], [.blank, "Resolution rate", "%", 80],
      ["Sales", "Repeat purchase rate", "%", 30], [.blank, "Market share", "%", 12],
      [.blank, "Basket size", "%", 12], [.blank, "Basket count", "%", 12],
    ]) { $0.measures[1].group = "sales" }
    // The row below must say its group itself now.
    #expect(applied.changed == ["A3", "A4"])
    #expect(try applied.catalog().measures.map(\.group) == applied.wanted.measures.map(\.group))
  }

  @Test func aRowThatHoldsOtherThingsStaysWithItsMeasureCleared() throws {
    var cells = library
    cells[3] += [.blank, "Read me first"]
    let applied = try AppliedBook(cells) { $0.measures.remove(at: 1) }
    #expect(applied.plan.removedRows.isEmpty)
    #expect(applied.warnings == ["row-kept"])
    #expect(try applied.value("A4") == .blank)
    #expect(try applied.value("F4") == .text("Read me first"))
  }

  @Test func aMeasureOfANameOnlyIsNotAddedButTold() throws {
    let applied = try AppliedBook(library) {
      $0.measures.append(
        KPIDefinition(
          id: try #require(KPIIdentifier("brandnew")),
          name: LocalizedText("Brandnew", language: .english)))
    }
    #expect(applied.plan.isEmpty && applied.after == applied.before)
    #expect(applied.plan.findings.map(\.rule) == ["name-only"])
    #expect(applied.plan.findings[0].severity == .warning)
    #expect(applied.plan.findings[0].message.contains("'brandnew' is not added"))
    #expect(applied.plan.findings[0].message.hasSuffix(": Unit, Target, Frequency"))
  }

  @Test func amongTheOthersAMeasureOfANameOnlyIsReadAsOne() throws {
    let applied = try AppliedBook(library) {
      var new = KPIDefinition(
        id: try #require(KPIIdentifier("brandnew")),
        name: LocalizedText("Brandnew", language: .english))
      new.group = "loyalty"
      $0.measures.insert(new, at: 3)
    }
    #expect(applied.plan.addedRows.count == 1 && applied.plan.findings.isEmpty)
    #expect(try applied.catalog().measures.map(\.id.text)[3] == "brandnew")
  }

  @Test func whereAllRowsHoldANameOnlyANewOneIsAdded() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Owner"], ["Satisfaction index"], ["Repeat purchase rate"], ["Renewal rate", "Ada"],
    ]
    let applied = try AppliedBook(rows) {
      $0.measures.append(
        KPIDefinition(
          id: try #require(KPIIdentifier("brandnew")),
          name: LocalizedText("Brandnew", language: .english)))
    }
    #expect(applied.plan.addedRows.count == 1)
    #expect(try applied.catalog().measures.count == 4)
  }

  @Test func whatStandsAroundANewRowIsTold() throws {
    let applied = try AppliedBook(library) {
      var new = try measure("Ease of use", group: "loyalty")
      new.group = nil
      $0.measures.append(new)
    }
    #expect(applied.plan.findings.map(\.rule) == ["from-around"])
    #expect(applied.plan.findings[0].message.contains("gives it group 'loyalty'"))
  }

  @Test("a new row takes the words of its dropdown lists", arguments: [Cadence.yearly, .daily])
  func lists(frequency: Cadence) throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Target", "Frequency"], ["Net promoter score", "points", 45, "Monthly"],
      ["Complaint rate", "%", 5, "Quarterly"], ["Renewal rate", "%", 90, "Monthly"],
    ]
    let bytes = AppliedBook.bytes(
      rows,
      after: """
        <dataValidations count="1"><dataValidation type="list" sqref="D2:D4">\
        <formula1>"Monthly,Quarterly,Annual"</formula1></dataValidation></dataValidations>
        """)
    let applied = try AppliedBook(bytes) {
      var new = try measure("Ease of use", group: "")
      new.group = nil
      new.frequency = frequency
      $0.measures.append(new)
    }
    let isOffered = frequency == .yearly
    #expect(try applied.value("D5") == .text(isOffered ? "Annual" : "Daily"))
    #expect(applied.warnings == (isOffered ? [] : ["not-in-dropdown"]))
  }

  @Test func aNewMeasureOfTwoLanguagesGetsARowInEach() throws {
    let rows: [[BookCell]] = [
      ["Code", "Language", "Indicator", "Description", "Unit", "Target"],
      ["A-1", "English", "Hours of service", "Hours with pressure.", "hours", 22],
      ["A-1", "French", "Heures de service", "Heures avec pression."],
      ["A-2", "English", "Billing complaints", "Filed in writing.", "count", 150],
      ["A-2", "French", "Plaintes", "Déposées par écrit."],
      ["A-3", "English", "Safe homes", "Homes with water.", "count", 90],
      ["A-3", "French", "Foyers sûrs", "Foyers avec eau."],
    ]
    let applied = try AppliedBook(rows) {
      $0.measures[0].name[.french] = "Heures servies"
      $0.measures[0].description?[.french] = "Heures pleines."
      var new = $0.measures[0]
      new.id = try #require(KPIIdentifier("new"))
      new.code = "A-9"
      new.name = LocalizedText("New hours", language: .english)
      new.name[.french] = "Nouvelles heures"
      new.description?[.english] = "In English."
      new.description?[.french] = "En français."
      $0.measures.insert(new, at: 1)
    }
    #expect(applied.plan.findings.isEmpty)
    #expect(applied.changed == ["C3", "D3"])
    #expect(try applied.value("C3") == .text("Heures servies"))
    func row(_ number: Int) throws -> [CellValue] {
      try ["A", "B", "C", "D", "E", "F"].map { try applied.value("\($0)\(number)") }
    }
    #expect(
      try row(4) == [
        .text("A-9"), .text("English"), .text("New hours"), .text("In English."), .text("hours"),
        .number(22),
      ])
    #expect(
      try row(5) == [
        .text("A-9"), .text("French"), .text("Nouvelles heures"), .text("En français."), .blank,
        .blank,
      ])
  }

  @Test func aNewMeasureGetsItsNumeratorAndDenominator() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Numerator", "Denominator", "Unit", "Target"],
      ["Reports in time", "Reports in three days", "All reports", "%", 95],
      ["Fees paid", "Fees received", "Fees due", "%", 90],
      ["Calls answered", "Calls answered", "All calls", "%", 80],
    ]
    let applied = try AppliedBook(rows) {
      var new = $0.measures[0]
      new.id = try #require(KPIIdentifier("new"))
      new.name = LocalizedText("New rate", language: .english)
      $0.measures.append(new)
    }
    #expect(applied.plan.findings.isEmpty)
    #expect(try applied.value("B5") == .text("Reports in three days"))
    #expect(try applied.value("C5") == .text("All reports"))
  }

  @Test("a formula beside the table stays, and its row with it", arguments: [0, 1], [true, false])
  func aFormulaBesideTheTable(gap: Int, isCalculated: Bool) throws {
    let formula: BookCell =
      isCalculated
      ? .formula("AVERAGE(B2:B5)", result: 2.5) : .raw("><f>AVERAGE(B2:B5)</f></c>")
    let applied = try AppliedBook([
      ["KPI name", "Target", "Owner"],
      ["Alpha", 1, "Ann"] + Array(repeating: .blank, count: gap) + [formula],
      ["Beta", 2, "Ann"], ["Gamma", 3, "Ann"], ["Delta", 4, "Ann"],
    ]) { $0.measures.remove(at: 0) }
    #expect(applied.plan.removedRows.isEmpty)
    #expect(applied.warnings == ["row-kept"])
    let cells = try Workbook.open(bytes: applied.after, name: "book.xlsx").sheets[0].cells()
    let place = try #require(CellReference(row: 2, column: 4 + gap))
    #expect(cells.cell(place)?.formula != nil && cells["A2"] == .blank)
  }

  @Test func aFormulaInEachRowGoesWithItsRow() throws {
    func row(_ number: Int, _ name: BookCell) -> [BookCell] {
      [name, .number(Double(number)), "Ann", .formula("B\(number)*2", result: Double(number * 2))]
    }
    let applied = try AppliedBook(
      [["KPI name", "Target", "Owner"], row(2, "Alpha"), row(3, "Beta"), row(4, "Gamma")]
    ) { $0.measures.remove(at: 0) }
    #expect(applied.plan.removedRows.map(\.row) == [2] && applied.warnings.isEmpty)
  }

  @Test func blankCellsOfANewRowAreOfItsUnit() throws {
    func rows(_ others: [[BookCell]]) -> [[BookCell]] {
      [
        ["KPI", "Unit", "Baseline", "Target", "Owner"],
        ["Renewal rate", "%", .number(0.8, .percent), .number(0.9, .percent), "Ann"],
        ["Complaint rate", "%", .number(0.1, .percent), .number(0.05, .percent), "Bob"],
      ] + others
    }
    func add(_ catalog: inout Catalog) throws {
      var new = try measure("Ease of use", group: "")
      new.group = nil
      new.frequency = nil
      new.unit = MeasureUnit(.score)
      new.targets = []
      new.owner = "Cid"
      catalog.measures.insert(new, at: 1)
    }
    let plain = try AppliedBook(rows([]), change: add)
    #expect(try plain.value("A3") == .text("Ease of use") && plain.value("C3") == .blank)
    #expect(try plain.look("C3") == .general && plain.look("D3") == .general)
    #expect(try plain.look("C2") == .percent && plain.look("C4") == .percent)
    let scored = try AppliedBook(
      rows([["Trust", "score", .number(4.1, .decimal), .number(4.5, .decimal), "Dan"]])
    ) {
      #expect($0.measures[2].unit?.kind == .score)
      try add(&$0)
    }
    #expect(try scored.look("C3") == .decimal && scored.look("D3") == .decimal)
    let again = try ApplyReport(json: scored.report.json(), name: "report.json")
    #expect(again.addedRows == scored.report.addedRows)
  }
}

@Suite("Reports of an application")
struct ApplyReportTests {
  private let rows: [[BookCell]] = [
    ["KPI", "Unit", "Target", "Frequency"],
    ["Net promoter score", "points", 45, "Monthly"],
    ["Satisfaction index", "%", .number(0.8, .percent), "Quarterly"],
    ["Repeat purchase rate", "%", .number(0.3, .percent), "Quarterly"],
    ["Renewal rate", "%", .number(0.9, .percent), "Yearly"],
  ]

  private func change(_ catalog: inout Catalog) throws {
    catalog.measures[0].targets = [Target(50)]
    catalog.measures[1].frequency = .yearly
    catalog.measures.remove(at: 2)
    var new = catalog.measures[1]
    new.id = try #require(KPIIdentifier("market-share"))
    new.name = LocalizedText("Market share", language: .english)
    catalog.measures.append(new)
  }

  private func bytes(_ editor: WorkbookEditor) throws -> [UInt8] {
    let output = ArchiveBytes()
    try editor.write(to: output)
    return output.bytes
  }

  @Test func comesBackFromJSON() throws {
    let applied = try AppliedBook(rows, change: change)
    let read = try ApplyReport(json: applied.report.json(), name: "report.json")
    #expect(read.cells == applied.report.cells)
    #expect(read.addedRows == applied.report.addedRows)
    #expect(read.removedRows == applied.report.removedRows)
  }

  @Test func repeatsTheSameBytes() throws {
    let applied = try AppliedBook(rows, change: change)
    let read = try ApplyReport(json: applied.report.json(), name: "report.json")
    let book = try Workbook.open(bytes: applied.before, name: "book.xlsx")
    #expect(try bytes(read.editor(repeating: book)) == applied.after)
  }

  @Test func takesEverythingBack() throws {
    let applied = try AppliedBook(rows, change: change)
    let read = try ApplyReport(json: applied.report.json(), name: "report.json")
    let book = try Workbook.open(bytes: applied.after, name: "book.xlsx")
    let back = try Workbook.open(
      bytes: bytes(read.editor(reversing: book)), name: "book.xlsx")
    let old = try Workbook.open(bytes: applied.before, name: "book.xlsx")
    let cells = { (book: Workbook) in
      try book.sheets[0].cells().rows.flatMap(\.cells).map { ($0.reference, $0.value, $0.style) }
    }
    #expect(try cells(back).elementsEqual(cells(old), by: ==))
  }

  @Test func rangesThatBeganWithARemovedRowComeBack() throws {
    let rows: [[BookCell]] =
      self.rows + [[], [.blank, .blank, .formula("AVERAGE(C2:C5)", result: 12)]]
      + [[.blank, .blank, .formula("C2*2", result: 90)]]
    let applied = try AppliedBook(rows) { $0.measures.removeFirst(2) }
    #expect(applied.plan.removedRows.map(\.isFirst) == [true, true])
    let after = try Workbook.open(bytes: applied.after, name: "book.xlsx")
    let before = try Workbook.open(bytes: applied.before, name: "book.xlsx")
    #expect(
      try BrokenFormulas.places(in: after, since: before).map(\.description) == ["Sheet1!C6"])
    var report = applied.report
    try report.keepFormulas(of: before, after: after)
    #expect(report.formulas.map(\.formula) == ["C2*2"])
    let read = try ApplyReport(json: report.json(), name: "report.json")
    #expect(read.formulas == report.formulas)
    let back = try Workbook.open(bytes: bytes(read.editor(reversing: after)), name: "book.xlsx")
    let formulas = { (book: Workbook) in
      try book.sheets[0].cells().rows.flatMap(\.cells).compactMap { $0.formula?.text }
    }
    let second = try #require(try read.editor(restoringFormulasOf: back))
    let all = try Workbook.open(bytes: bytes(second), name: "book.xlsx")
    #expect(try formulas(all) == formulas(before))
  }

  @Test func refusesAWorkbookThatHasGoneOn() throws {
    let applied = try AppliedBook(rows, change: change)
    let book = try Workbook.open(bytes: applied.after, name: "book.xlsx")
    #expect(throws: WorkbookError.self) { try applied.report.editor(repeating: book) }
  }

  @Test(
    arguments: [
      "", "{}", "[]", #"{"report": "kpibook apply", "version": 2}"#,
      #"{"report": "kpibook apply", "version": 1, "changes": [{"sheet": "S"}]}"#,
      #"{"report": "kpibook apply", "version": 1, "rowsAdded": [{"sheet": "S", "row": 1e99}]}"#,
      #"{"report": "kpibook apply", "version": 1, "rowsRemoved": [5]}"#,
    ])
  func refusesOtherFiles(text: String) {
    #expect(throws: ImportError.self) {
      try ApplyReport(json: Array(text.utf8), name: "report.json")
    }
  }

  @Test func aRemovedRowComesBackWithTheFormatsOfAllItsCells() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Target", "Current value", "Owner"],
      [
        "Renewal rate", "%", .number(0.9, .percent), .number(0.8, .percent), .styled("Ada", .bold),
        .empty(.padded),
      ],
      [
        "Answer time", "hours", .number(0.25, .elapsed),
        .raw(#" s="4"><f>C3*0.5</f><v>0.125</v></c>"#), .empty(.decimal),
      ], ["Satisfaction index", "%", .number(0.8, .percent)],
    ]
    let applied = try AppliedBook(rows) { $0.measures.remove(at: 1) }
    let book = try Workbook.open(bytes: applied.after, name: "book.xlsx")
    let sink = ArchiveBytes()
    try applied.report.editor(reversing: book).write(to: sink)
    func cells(_ bytes: [UInt8]) throws -> [String] {
      try Workbook.open(bytes: bytes, name: "book.xlsx").sheets[0].cells().row(3)?.cells.filter {
        $0.value != .blank || $0.style.rawValue != 0
      }.map { "\($0.reference) \($0.value) \($0.formula?.text ?? "") \($0.style.rawValue)" } ?? []
    }
    #expect(try cells(sink.bytes) == cells(applied.before))
  }

  @Test func aRowOutOfAMergedCellComesBackIntoIt() throws {
    let rows: [[BookCell]] = [
      ["Group", "KPI", "Unit", "Target"], ["Loyalty", "Renewal rate", "%", 90],
      [.empty(.bold), "Churn rate", "%", 5], [.empty(.bold), "Complaint rate", "%", 4],
      ["Other", "Open rate", "%", 20],
    ]
    let bytes = AppliedBook.bytes(
      rows, after: #"<mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>"#)
    let applied = try AppliedBook(bytes) { $0.measures.remove(at: 1) }
    let book = try Workbook.open(bytes: applied.after, name: "book.xlsx")
    let sink = ArchiveBytes()
    try applied.report.editor(reversing: book).write(to: sink)
    let back = try Workbook.open(bytes: sink.bytes, name: "book.xlsx").sheets[0].cells()
    #expect(back.mergedRanges.map(\.description) == ["A2:A4"])
    #expect(back["B3"] == .text("Churn rate"))
  }

  @Test("the first row of merged cells hands on what they hold, and comes back", arguments: [2, 3])
  func firstRowOfAMerge(last: Int) throws {
    var rows: [[BookCell]] = [
      ["Group", "KPI", "Unit", "Target"], ["Loyalty", "Renewal rate", "%", 90],
      [.empty(.bold), "Churn rate", "%", 5], [.empty(.bold), "Complaint rate", "%", 4],
      ["Other", "Open rate", "%", 20], ["Other", "Bounce rate", "%", 30],
    ]
    if last == 2 { rows[3][0] = "Other" }
    let bytes = AppliedBook.bytes(
      rows, after: "<mergeCells count=\"1\"><mergeCell ref=\"A2:A\(last + 1)\"/></mergeCells>")
    let applied = try AppliedBook(bytes) { $0.measures.removeFirst() }
    #expect(applied.plan.findings.isEmpty)
    #expect(try applied.catalog().measures.map(\.group) == applied.wanted.measures.map(\.group))
    #expect(
      try applied.value("A2") == .text("Loyalty") && applied.value("B2") == .text("Churn rate"))
    let book = try Workbook.open(bytes: applied.after, name: "book.xlsx")
    let sink = ArchiveBytes()
    let report = try ApplyReport(json: applied.report.json(), name: "report.json")
    try report.editor(reversing: book).write(to: sink)
    let back = try Workbook.open(bytes: sink.bytes, name: "book.xlsx").sheets[0].cells()
    #expect(back.mergedRanges.map(\.description) == ["A2:A\(last + 1)"])
    #expect(back["A2"] == .text("Loyalty") && back["A3"] == .blank)
    #expect(back["B2"] == .text("Renewal rate") && back["B3"] == .text("Churn rate"))
  }
}
