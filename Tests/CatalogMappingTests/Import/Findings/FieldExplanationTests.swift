import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite struct FieldExplanationTests {
  private func result() throws -> ImportResult {
    var sheet = SheetContent.of([
      ["Our measures"],
      [.bold("KPI"), .bold("Unit"), .bold("Target 2026"), .bold("Room")],
      [.bold("Loyalty")],
      ["Renewal rate", "%", 0.8, "A"],
      ["Response time", "h", 24, "B"],
    ])
    sheet.formats.append(NumberFormat("0%"))
    sheet.looks.append(CellAppearance())
    sheet.rows[3].cells[2].style = 2
    return try CatalogImport().read(sheet)
  }

  private func explanation(_ field: String) throws -> FieldExplanation {
    let result = try result()
    let id = try #require(result.catalog.measures.first?.id)
    return try #require(result.explanations(of: field, in: id).first)
  }

  @Test func tellsCellRawTextFormatRuleAndCertainty() throws {
    let target = try explanation("targets")
    #expect(target.place.description == "book.xlsx: Measures!C4")
    #expect(target.rawText == "0.8")
    #expect(target.numberFormat == "0%")
    #expect(target.rule.hasPrefix("percent rule 1"))
    #expect(target.value == "value 80, by 2026")
    #expect(target.certainty >= 0.9)
    #expect(target.reasons.contains("the heading is known"))
  }

  @Test func repeatsWhatWasFoundInTheCell() throws {
    var sheet = SheetContent.of([
      ["KPI", "Unit", "Target 2026"], ["Recommendation", "score", 0.45],
      ["Response time", "h", 24],
    ])
    sheet.formats.append(NumberFormat("0%"))
    sheet.looks.append(CellAppearance())
    sheet.rows[1].cells[2].style = 2
    let result = try CatalogImport().read(sheet)
    let ids = result.catalog.measures.map(\.id)
    let first = result.explanations(of: "targets", in: ids[0])
    #expect(first.map { $0.findings.map(\.rule) } == [["percent-of-score"]])
    #expect(first.first?.findings.first.map { result.diagnostics.contains($0) } == true)
    #expect(result.explanations(of: "targets", in: ids[1]).allSatisfy { $0.findings.isEmpty })
    #expect(result.explanations(of: "name", in: ids[0]).allSatisfy { $0.findings.isEmpty })
  }

  @Test func aGroupComesFromItsBanner() throws {
    let group = try explanation("group")
    #expect(group.place.cell?.description == "A3")
    #expect(group.rule == "said by the banner above")
    #expect(group.value == "loyalty")
  }

  @Test func partsOfAFieldAreToldByItsName() throws {
    #expect(try explanation("target").field == "targets")
    #expect(try explanation("targets[1].value").field == "targets")
  }

  @Test func anUnknownColumnIsExplainedByItsHeading() throws {
    let room = try explanation("custom.Room")
    #expect(room.place.cell?.description == "D4")
    #expect(room.value == "A")
  }

  @Test func whatTheSheetDoesNotSayHasNoExplanation() throws {
    let result = try result()
    let id = try #require(result.catalog.measures.first?.id)
    #expect(result.explanations(of: "weight", in: id).isEmpty)
    #expect(try result.explanations(of: "name", in: #require(KPIIdentifier("no-such"))).isEmpty)
  }
}
