import KPICatalog
import SpreadsheetML
import TestSupport
import Testing

@testable import CatalogMapping

@Suite("What apply does not overwrite in silence")
struct RefusalTests {
  private let header: [BookCell] = ["KPI", "Unit", "Target", "Frequency"]
  private let rows: [[BookCell]] = [
    ["KPI", "Unit", "Target", "Frequency"],
    ["Net promoter score", "points", .formula("20+25", result: 45), "Monthly"],
    ["Repeat purchase rate", "%", 30, "Quarterly"], ["Complaint rate", "%", 5, "Monthly"],
  ]

  private func raise(_ catalog: inout Catalog) { catalog.measures[0].targets = [Target(50)] }

  @Test func aFormulaIsRefusedWithItsReason() throws {
    let applied = try AppliedBook(rows, change: raise)
    #expect(applied.plan.isEmpty)
    #expect(
      applied.plan.refusals.map(\.description) == [
        "book.xlsx: Sheet1!C2: error: targets is not written: the cell holds a formula; change the "
          + "formula, or use --force"
      ])
  }

  @Test func aFormulaIsOverwrittenByForceAndSaidSo() throws {
    let applied = try AppliedBook(rows, isForced: true, change: raise)
    #expect(try applied.value("C2") == .number(50))
    #expect(applied.warnings == ["formula-overwritten"])
  }

  @Test func lockedCellsOfAProtectedSheetAreRefused() throws {
    let cells: [[BookCell]] = [
      header, ["Net promoter score", "points", 45, .styled("Monthly", .unlocked)],
      ["Repeat purchase rate", "%", 30, "Quarterly"], ["Complaint rate", "%", 5, "Monthly"],
    ]
    let bytes = AppliedBook.bytes(cells, after: "<sheetProtection sheet=\"1\"/>")
    let applied = try AppliedBook(bytes) {
      raise(&$0)
      $0.measures[0].frequency = .quarterly
    }
    #expect(applied.plan.refusals.count == 1)
    #expect(applied.plan.refusals.first?.message.contains("the cell is locked") == true)
    #expect(applied.changed == ["D2"])
  }

  @Test func openCellsOfAProtectedSheetAreChanged() throws {
    let bytes = AppliedBook.bytes(
      [
        header, ["Net promoter score", "points", 45],
        ["Repeat purchase rate", "%", 30, "Quarterly"],
        ["Complaint rate", "%", 5, "Monthly"],
      ], before: "<cols><col min=\"4\" max=\"4\" style=\"5\"/></cols>",
      after: "<sheetProtection sheet=\"1\"/><protectedRanges><protectedRange sqref=\"C2:C9\" "
        + "name=\"Targets\"/></protectedRanges>")
    let applied = try AppliedBook(bytes) {
      raise(&$0)
      $0.measures[0].frequency = .quarterly
    }
    #expect(applied.plan.refusals.isEmpty)
    #expect(applied.changed == ["C2", "D2"])
  }

  @Test func aMergedCellChangesOnlyForAllItsMeasures() throws {
    let cells: [[BookCell]] = [
      ["Group", "KPI", "Unit", "Target"], ["Service", "Net promoter score", "points", 45],
      [.blank, "Complaint rate", "%", 5], ["Sales", "Repeat purchase rate", "%", 30],
      ["Sales", "Market share", "%", 12],
    ]
    let bytes = AppliedBook.bytes(
      cells, after: "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>")
    let one = try AppliedBook(bytes) { $0.measures[0].group = "sales" }
    #expect(one.plan.isEmpty)
    #expect(one.plan.refusals.first?.message.contains("A2:A3 is merged") == true)
    let both = try AppliedBook(bytes) {
      $0.measures[0].group = "sales"
      $0.measures[1].group = "sales"
    }
    #expect(both.changed == ["A2"])
    #expect(try both.value("A2") == .text("Sales"))
  }

  @Test func hiddenRowsAreChangedWithANote() throws {
    var bytes = AppliedBook.bytes([
      header, ["Net promoter score", "points", 45, "Monthly"],
      ["Repeat purchase rate", "%", 30, "Quarterly"], ["Complaint rate", "%", 5, "Monthly"],
    ]) { builder in
      let part = String(decoding: builder.sheets[0].part, as: UTF8.self)
      builder.sheets[0].part = Array(
        part.replacing("<row r=\"2\">", with: "<row r=\"2\" hidden=\"1\">").utf8)
    }
    let applied = try AppliedBook(bytes, change: raise)
    bytes = applied.after
    #expect(applied.changed == ["C2"])
    #expect(applied.plan.findings.map(\.rule) == ["hidden-cell"])
  }

  @Test func fieldsWithoutAColumnAreTold() throws {
    let applied = try AppliedBook([
      header, ["Net promoter score", "points", 45, "Monthly"],
      ["Repeat purchase rate", "%", 30, "Quarterly"], ["Complaint rate", "%", 5, "Monthly"],
    ]) {
      $0.measures[0].owner = "Head of Service"
      $0.measures[0].name[.french] = "Taux de recommandation net"
    }
    #expect(applied.after == applied.before)
    #expect(applied.plan.findings.map(\.rule) == ["no-place", "other-language"])
  }

  @Test func aWordThatIsNotInTheDropdownIsTold() throws {
    let bytes = AppliedBook.bytes(
      [
        header, ["Net promoter score", "points", 45, "Monthly"],
        ["Repeat purchase rate", "%", 30, "Quarterly"], ["Complaint rate", "%", 5, "Monthly"],
      ],
      after: """
        <dataValidations count="1"><dataValidation type="list" sqref="D2:D4">\
        <formula1>"Monthly,Quarterly,Annual"</formula1></dataValidation></dataValidations>
        """)
    let known = try AppliedBook(bytes) { $0.measures[0].frequency = .yearly }
    #expect(try known.value("D2") == .text("Annual"))
    #expect(known.plan.changes.first?.rule == .dropdownWord && known.warnings.isEmpty)
    let other = try AppliedBook(bytes) { $0.measures[0].frequency = .weekly }
    #expect(other.warnings == ["not-in-dropdown"])
  }

  @Test func measuresThatCouldBeSeveralRowsAreListed() throws {
    let cells: [[BookCell]] = [
      ["Code", "KPI", "Unit", "Target"], ["C1", "Satisfaction", "%", 45],
      ["C2", "Satisfaction", "%", 30], ["C3", "Complaint rate", "%", 5],
    ]
    let error = #expect(throws: ImportError.self) {
      try AppliedBook(cells) {
        // Neither id nor code says which of the two it is.
        var measure = $0.measures[0]
        measure.id = try #require(KPIIdentifier("satisfied-people"))
        measure.code = nil
        $0.measures.removeFirst(2)
        $0.measures.append(measure)
      }
    }
    #expect(error?.code == .ambiguousMeasures)
    #expect(error?.message.contains("Sheet1!B2 or Sheet1!B3") == true)
  }

  @Test func aMeasureIsToldInOneLineWithAllThatHasNoPlace() throws {
    let applied = try AppliedBook([
      header, ["Net promoter score", "points", 45, "Monthly"],
      ["Repeat purchase rate", "%", 30, "Quarterly"], ["Complaint rate", "%", 5, "Monthly"],
    ]) {
      $0.measures[0].owner = "Ada"
      $0.measures[0].collector = "Bob"
      $0.measures[0].rationale = LocalizedText("Why", language: .english)
      $0.measures[1].owner = "Cem"
    }
    #expect(
      applied.plan.findings.map(\.message) == [
        "'net-promoter-score': rationale.en, owner and collector have no place in the workbook and "
          + "stay as they are",
        "'repeat-purchase-rate': owner has no place in the workbook, so it stays empty and does not "
          + "become 'Cem'",
      ])
    #expect(
      applied.plan.unwritten.map(\.field) == ["rationale.en", "owner", "collector", "owner"])
    #expect(applied.report.unwritten.count == 4)
    #expect(String(decoding: applied.report.json(), as: UTF8.self).contains(#""new": "Cem""#))
  }

  @Test func aNumberThatIsShownRoundedIsNoted() throws {
    let applied = try AppliedBook([
      header, ["Renewal rate", "%", .number(0.9, .percent), "Monthly"],
      ["Repeat purchase rate", "%", .number(0.3, .percent), "Quarterly"],
      ["Satisfaction", "points", .number(4, .decimal), "Monthly"],
    ]) {
      $0.measures[0].targets = [Target(12.5)]
      $0.measures[1].targets = [Target(31)]
      $0.measures[2].targets = [Target(4.05)]
    }
    #expect(
      applied.plan.findings.map(\.description) == [
        "book.xlsx: Sheet1!C2: note: 0.125 is shown as '13%' by the number format 0%",
        "book.xlsx: Sheet1!C4: note: 4.05 is shown as '4.1' by the number format 0.0",
      ])
  }

  @Test func anArrayFormulaThatGoesIsKeptInTheReport() throws {
    let forced = try AppliedBook(
      [
        header,
        [
          "Renewal rate", "%", .raw(#"><f t="array" ref="C2">SUM(C3:C4*1)</f><v>90</v></c>"#),
          "Monthly",
        ], ["Repeat purchase rate", "%", 30, "Quarterly"], ["Complaint rate", "%", 60, "Monthly"],
      ], isForced: true
    ) { $0.measures[0].targets = [Target(80)] }
    #expect(forced.report.arrays.map(\.cell.description) == ["C2"])
    #expect(forced.report.arrays.map(\.isOrdinary) == [true])
    let again = try ApplyReport(json: forced.report.json(), name: "report.json")
    #expect(again.arrays == forced.report.arrays)
  }
}
