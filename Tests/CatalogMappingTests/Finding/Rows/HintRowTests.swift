import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

/// Rows that number or explain the columns, and rows that only head others.
@Suite struct HintRowTests {
  private static let header: [TestCell] = ["Code", "KPI", "Unit", "Target"]
  private static let body: [[TestCell]] = [
    ["1.1", "Renewals", "%", 80], ["1.2", "Complaints", "#", 12], ["1.3", "Waiting", "min", 5],
  ]

  private func names(_ rows: [[TestCell]]) throws -> [String] {
    try CatalogImport().read(.of(rows)).names
  }

  @Test(
    "a row of column numbers is no measure",
    arguments: [
      ["(1)", "(2)", "(3)", "(4)"], ["(a)", "(b)", "(c)", "(d)"], ["1", "2", "3", "4"],
      ["Col. 1", "Col. 2", "Col. 3", "Col. 4"], ["[1]", "[2]", "[3]", "[4]"],
      ["A", "B", "C", "D"], ["(1)", "(2)", "(3)", "(4) = (2) / (3)"],
    ])
  func numbers(_ texts: [String]) throws {
    let row = texts.map { TestCell.value(.text($0)) }
    #expect(try names([Self.header, row] + Self.body) == ["Renewals", "Complaints", "Waiting"])
  }

  @Test(
    "a row of hints is no measure",
    arguments: [
      ["(number)", "(short title)", "(choose from list)", "(number)"],
      ["[code]", "[texte]", "[liste]", "[nombre]"],
      ["Optional", "Required", "Required", "Optional"],
      ["K-01", "e.g. Share of calls answered", "e.g. %", "e.g. 85"],
      ["Code", "z. B. Anteil der Anrufe", "%", "85"], ["", "ex. Taux de réponse", "ex. %", ""],
      ["*", "*", "*", ""], ["your code", "what you call it", "pick one", "a number"],
      ["<codice>", "<nome breve>", "<da elenco>", "<numero>"],
    ])
  func hints(_ texts: [String]) throws {
    let row = texts.map { TestCell.value(.text($0)) }
    #expect(try names([Self.header, row] + Self.body) == ["Renewals", "Complaints", "Waiting"])
  }

  @Test func measuresInBracketsOrWithNumbersAreKept() throws {
    let rows: [[TestCell]] = [
      Self.header, ["1", "(Net) renewals", "%", 80], ["2", "3 day replies", "%", 12],
      ["3", "Text messages", "#", 5],
    ]
    #expect(try names(rows) == ["(Net) renewals", "3 day replies", "Text messages"])
  }

  @Test func rowsOfANumberAndANameHeadThoseNumberedBelow() throws {
    let rows: [[TestCell]] = [
      ["No.", "Measure", "Unit", "Weight", "Baseline", "Target"],
      [.bold("1"), .bold("Policyholders")], ["1.1", "Renewed", "%", 0.2, 84, 88],
      ["1.2", "Calls answered", "%", 0.2, 71, 80], [.bold("2"), .bold("Claims")],
      ["2.1", "Days to settle", "days", 0.3, 21, 15], ["2.2", "Reopened", "%", 0.3, 7, 5],
    ]
    let measures = try CatalogImport().read(.of(rows)).catalog.measures
    #expect(measures.map(\.code) == ["1.1", "1.2", "2.1", "2.2"])
    #expect(measures.map(\.group) == ["policyholders", "policyholders", "claims", "claims"])
  }

  @Test func theNumbersOfAnOutlineMayBeNumbers() throws {
    let rows: [[TestCell]] = [
      ["No.", "Measure", "Description", "Owner"], [1, .bold("Finance")],
      [1.1, "Margin", "Margin per case.", "A"], [1.2, "Income", "Own income.", "A"],
      [2, .bold("Customers")], [2.1, "Kept", "Customers kept.", "B"],
      [2.2, "Calls", "Calls answered.", "B"],
    ]
    let measures = try CatalogImport().read(.of(rows)).catalog.measures
    #expect(measures.map(\.code) == ["1.1", "1.2", "2.1", "2.2"])
    #expect(measures.map(\.perspective) == [.financial, .financial, .customer, .customer])
  }

  @Test func anOutlineMayBeTwoDeep() throws {
    let rows: [[TestCell]] = [
      ["Nr.", "Kennzahl", "Definition"], [.bold("1"), .bold("Finanzen")],
      [.bold("1.1"), .bold("Erlöse")], ["1.1.1", "Umsatz je Kunde", "Erlöse je Kunde im Jahr."],
      [.bold("1.2"), .bold("Kosten")], ["1.2.1", "Kosten je Fall", "Kosten je Fall im Jahr."],
      [.bold("2"), .bold("Kunden")], [.bold("2.1"), .bold("Treue")],
      ["2.1.1", "Verlängerungen", "Anteil der Verträge."],
    ]
    let measures = try CatalogImport().read(.of(rows)).catalog.measures
    #expect(measures.map(\.code) == ["1.1.1", "1.2.1", "2.1.1"])
    #expect(measures.map(\.group) == ["erlose", "kosten", "treue"])
    #expect(measures.map(\.perspective) == [.financial, .financial, .customer])
  }

  @Test func aMeasureOfWhichLittleIsSaidStaysOne() throws {
    let rows: [[TestCell]] = [
      Self.header, ["1", "Renewals", "%", 80], ["2", "Complaints"], ["3", "Waiting", "min", 5],
      ["4", "Visits", "#", 9],
    ]
    #expect(try names(rows) == ["Renewals", "Complaints", "Waiting", "Visits"])
  }
}
