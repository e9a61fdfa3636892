import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite("Number formats and a new currency")
struct CurrencyFormatTests {
  private let dollars = MeasureUnit(.currency, currency: CurrencyCode("USD"))

  private func format(_ applied: AppliedBook, _ address: String) throws -> String? {
    let book = try Workbook.open(bytes: applied.after, name: "book.xlsx")
    let cell = try #require(CellReference(address))
    let style = try book.sheets[0].cells().cell(cell)?.style
    return try style.map { try book.styles().numberFormat($0).code }
  }

  @Test("follow a unit that only they show, and one in a column", arguments: [true, false])
  func follow(hasUnit: Bool) throws {
    func row(_ name: BookCell, _ one: Double, _ two: Double) -> [BookCell] {
      [name] + (hasUnit ? ["EUR"] : []) + [.number(one, .euro), .number(two, .euro)]
    }
    let rows = [
      ["KPI"] + (hasUnit ? ["Unit"] : []) + ["Current value", "Target"],
      row("Average order value", 50, 60), row("Cost per ticket", 8, 7), row("Refunds", 5, 4),
    ]
    let applied = try AppliedBook(rows) {
      $0.measures[0].unit = dollars
      $0.measures[0].current = CurrentValue(55)
    }
    #expect(applied.plan.findings.isEmpty)
    let (current, target) = hasUnit ? ("C2", "D2") : ("B2", "C2")
    #expect(applied.changed == (hasUnit ? ["B2"] : []) + [current, target])
    #expect(try applied.value(current) == .number(55) && applied.value(target) == .number(60))
    #expect(try format(applied, target) == "[$$-409]#,##0.00")
    #expect(try format(applied, hasUnit ? "D3" : "C3") == "[$€-2]#,##0.00")
    #expect(try applied.catalog().measures[0].unit?.currency?.text == "USD")
    #expect(try applied.catalog().measures[1].unit?.currency?.text == "EUR")
    // Taken back, the old format is there again.
    let book = try Workbook.open(bytes: applied.after, name: "book.xlsx")
    let back = try applied.report.editor(reversing: book)
    #expect(try back.plan().changes.allSatisfy { $0.format.currencyCode != "USD" })
  }

  @Test func takesAFormatOfTheWorkbookWhereThereIsOne() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Target"], ["Average order value", "EUR", .number(60, .euro)],
      ["Cost per ticket", "GBP", .number(7, .pound)], ["Refunds", "GBP", .number(4, .pound)],
    ]
    let applied = try AppliedBook(rows) {
      $0.measures[0].unit = MeasureUnit(.currency, currency: CurrencyCode("GBP"))
    }
    #expect(try applied.look("C2") == .pound)
    #expect(applied.plan.changes.allSatisfy { $0.numberFormat == nil })
  }

  @Test func aFormulaKeepsItsFormatAndIsTold() throws {
    let applied = try AppliedBook([
      ["KPI", "Unit", "Target", "Current value"],
      [
        "Average order value", "EUR", .raw(#" s="7"><f>30*2</f><v>60</v></c>"#), .number(50, .euro),
      ],
      ["Cost per ticket", "EUR", .number(7, .euro), .number(8, .euro)],
      ["Refunds", "EUR", .number(4, .euro), .number(5, .euro)],
    ]) { $0.measures[0].unit = dollars }
    #expect(applied.changed == ["B2", "D2"])
    #expect(applied.warnings == ["currency-format"])
    #expect(
      applied.plan.findings[0].message.contains("but C2 still shows EUR by the number format"))
  }

  @Test func amountsInTextsFollowToo() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Target", "Current value"], ["Average order value", "EUR", "60 €", "EUR 55"],
      ["Cost per ticket", "EUR", "7 €", "EUR 8"], ["Refunds", "EUR", "4 €", "EUR 5"],
    ]
    let applied = try AppliedBook(rows) { $0.measures[0].unit = dollars }
    #expect(applied.plan.findings.isEmpty)
    #expect(try applied.value("B2") == .text("USD") && applied.value("C2") == .text("60 USD"))
    #expect(try applied.value("D2") == .text("USD 55") && applied.value("C3") == .text("7 €"))
    #expect(try applied.catalog().measures[0].targets == [Target(60)])
  }

  /// A workbook that goes on to say euros must not show dollars.
  @Test func stayWhereTheUnitDoes() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Target", "Current value"],
      ["Average order value", .formula("B3", result: 0), .number(60, .euro), "55 €"],
      ["Cost per ticket", "EUR", .number(7, .euro), "8 €"],
      ["Refunds", "EUR", .number(4, .euro), "5 €"],
    ]
    var cells = rows
    cells[1][1] = .raw(#" t="str"><f>B3</f><v>EUR</v></c>"#)
    let applied = try AppliedBook(cells) { $0.measures[0].unit = dollars }
    #expect(applied.changed.isEmpty)
    #expect(try format(applied, "C2") == "[$€-2]#,##0.00")
    #expect(try applied.catalog().measures[0].unit?.currency?.text == "EUR")
  }

  @Test func followACurrencyThatIsSetByItsField() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Target"], ["Average order value", "€", .number(60, .euro)],
      ["Cost per ticket", "€", .number(7, .euro)], ["Refunds", "€", .number(4, .euro)],
    ]
    let applied = try AppliedBook(rows) {
      #expect($0.measures[0].unit?.symbol == "€")
      $0 = try $0.setting([FieldAssignment("average-order-value.unit.currency", "USD")])
    }
    #expect(applied.plan.findings.isEmpty)
    #expect(applied.changed == ["B2", "C2"])
    #expect(try format(applied, "C2") == "[$$-409]#,##0.00")
    #expect(try applied.catalog().measures[0].unit?.currency?.text == "USD")
    // Said with a sign that means another currency, nothing follows.
    let kept = try AppliedBook(rows) {
      $0.measures[0].unit = MeasureUnit(.currency, symbol: "€", currency: CurrencyCode("USD"))
    }
    #expect(kept.changed.isEmpty && kept.warnings == ["no-place"])
  }
}
