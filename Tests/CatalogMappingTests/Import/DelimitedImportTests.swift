import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite("Delimited texts as catalogs")
struct DelimitedImportTests {
  private func read(_ text: String) throws -> ImportResult {
    try CatalogImport().read(delimited: Array(text.utf8), name: "measures.csv")
  }

  @Test func findingsNameTheirCell() throws {
    let result = try read("Measure,Unit,Target\nCalls answered,%,n/a\nOrders sent late,number,12\n")
    #expect(
      result.diagnostics.map(\.description) == [
        "measures.csv: C2: note: 'n/a' stands for no value, so the target is left out"
      ])
  }

  @Test func cellsBeyondTheHeaderAreKeptAndTold() throws {
    let result = try read(
      "Measure,Unit,Target\nCalls answered,%,45,extra,more\nOrders sent late,%,50\nWaiting time,%,5\nVisits,%,7\n"
    )
    #expect(result.diagnostics.map(\.rule) == ["cell-beyond-header"])
    #expect(result.diagnostics.first?.place.description == "measures.csv: D2")
    #expect(result.catalog.measures.first?.custom["D"] == .text("extra"))
    #expect(result.catalog.measures.first?.custom["E"] == .text("more"))
  }

  @Test(
    "decimals in columns of one's own are numbers where the column leaves no doubt",
    arguments: [
      (",", ["61500.50", "12750", "3.25"], [61500.5, 12750, 3.25]),
      (",", ["1.10", "1.2", "2"], [nil, nil, 2]),
      (",", ["1.234", "x", "7"], [1.234, nil, 7]),
      (";", ["61.500,50", "12750", "3,25"], [61500.5, 12750, 3.25]),
      (";", ["1.234", "x", "7"], [nil, nil, 7]),
      (";", ["1.234", "0.5", "7"], [1.234, 0.5, 7]),
      (";", ["1,5", "1.5", "7"], [nil, nil, 7]),
      (",", ["007.5", "+1.5", "1.2.3"], [nil, nil, nil]),
    ] as [(String, [String], [Double?])])
  func typesDecimals(mark: String, texts: [String], values: [Double?]) throws {
    let rows = zip(["Calls", "Orders", "Visits"], texts).map {
      [$0, "%", "50", $1].joined(separator: mark)
    }
    let header = ["KPI", "Unit", "Target", "Rent"].joined(separator: mark)
    let result = try read(([header] + rows).joined(separator: "\n"))
    let custom = result.catalog.measures.map { $0.custom["Rent"] }
    #expect(
      custom
        == zip(texts, values).map { text, value in
          value.flatMap { FiniteNumber($0) }.map { .number($0) } ?? .text(text)
        })
  }

  @Test func amountsOfDifferentSizeHaveOneUnit() throws {
    let result = try read("KPI name,Baseline,Target\nFees,£350k,\"£12,400\"\nSales,£1.5m,£2.1m\n")
    let measures = result.catalog.measures
    #expect(measures.map { $0.unit?.symbol } == ["£", "£m"])
    #expect(measures.map { $0.baseline?.value } == [350_000, 1.5])
    #expect(measures.map { $0.targets.first?.goal } == [.value(12_400), .value(2.1)])
  }

  @Test(
    "a first measure is not lost for its name or for remarks in its cells",
    arguments: [
      "Ex. VAT revenue,%,5,Anna", "Es. 2024 spesa,%,5,Anna",
      "Brand trust,see annex,better than last year,Anna",
    ])
  func firstMeasuresStay(_ row: String) throws {
    let result = try read(
      "KPI name,Unit,Target,Owner\n\(row)\nChurn,%,4,Ben\nCost,%,3,Cleo\nWaiting,%,2,Dora\n")
    #expect(result.catalog.measures.count == 4)
  }

  @Test func rowsThatExplainTheColumnsAreTold() throws {
    let result = try read(
      "KPI name,Unit,Target\ne.g. Churn,a unit,a number\nCost,%,3\nWaiting,%,2\nChurn,%,4\n")
    #expect(result.catalog.measures.count == 3)
    let told = result.diagnostics.filter { $0.rule == "explanation-row" }
    #expect(told.map(\.place.cell?.row) == [2])
  }

  @Test(
    "the file's own name speaks for measures, the folder it is asked for in does not",
    arguments: [
      ("list.csv", 0), ("kpis/list.csv", 0), ("kpi list.csv", 5), ("v1.2/kpi list.csv", 5),
    ])
  func foldersSayNothing(_ name: String, _ count: Int) throws {
    let text = """
      Name,Description
      Waiting time,Average time from call to answer
      Friendly staff,People like our staff
      Clean rooms,Rooms are clean each day
      Food,The food is good
      Repeat,Share of guests who come back

      """
    let result = try CatalogImport().read(delimited: Array(text.utf8), name: name)
    #expect(result.catalog.measures.count == count)
  }

  @Test func shortEnglishHeadingsAreEnglish() throws {
    let result = try read("Ref,KPI,Unit,Direction,Target,Owner\nK1,Churn,%,Down,4,A. Brown\n")
    #expect(result.catalog.defaultLanguage == .english)
  }

  @Test(
    "Fractions under percents are told",
    arguments: [
      ("92.5%,0.884", "80%,0.71", 2), ("92.5%,\"0,884\"", "80%,\"0,71\"", 2),
      ("92.5%,88.4", "80%,0.71", 0), ("92.5%,88.4%", "80%,71%", 0), ("92.5,0.884", "80,0.71", 0),
      ("92.5%,1", "80%,0", 0),
    ])
  func tellsFractions(first: String, second: String, count: Int) throws {
    let result = try read(
      "Measure,Frequency,Target,Baseline\nCalls answered,monthly,\(first)\nOrders sent late,monthly,\(second)\n"
    )
    let found = result.diagnostics.filter { $0.rule == "percent-fraction" }
    #expect(found.count == count)
    #expect(result.catalog.measures.count == 2)
    if count > 0 {
      #expect(found.first?.place.cell?.description == "D2")
      // Told, not guessed.
      #expect(result.catalog.measures.first?.baseline?.value == 0.884)
    }
  }

  @Test(
    "A target beside a baseline makes a table of measures, whatever else stands in it",
    arguments: [
      "service,target,baseline",
      "code,service,target,baseline,valid from,waiting time,budget,online",
      "code,service,phone,target,baseline,valid from,waiting time,budget,online",
    ])
  func knowsTables(header: String) throws {
    let values = [
      "code": ["0071", "0072", "0105"],
      "service": ["Main reception", "Telephone", "Written complaints"],
      "phone": ["+33199000071", "+33199000072", "+33353010105"],
      "target": ["92.5%", "80%", "95%"], "baseline": ["88.4%", "71%", "90%"],
      "valid from": ["2026-01-01", "2026-01-01", "2026-02-15"],
      "waiting time": ["00:12:00", "00:02:30", ""], "budget": ["48200", "61500.50", "12750"],
      "online": ["FALSE", "FALSE", "TRUE"],
    ]
    let columns = header.split(separator: ",").map(String.init)
    let rows = (0..<3).map { row in
      columns.map { values[$0]?[row] ?? "" }.joined(separator: ",")
    }
    let result = try read(([header] + rows).joined(separator: "\n"))
    #expect(
      result.catalog.measures.compactMap { $0.name.entries.first?.text } == values["service"])
    #expect(result.catalog.measures.first?.baseline?.value == 88.4)
    if columns.contains("waiting time") {
      #expect(
        result.catalog.measures.first?.custom["waiting time"]
          == DateText("00:12:00").map(CustomValue.date))
    }
  }

  @Test func aTargetAloneDoesNot() throws {
    #expect(try read("service,target\nMain reception,92\nTelephone,80\n").catalog.measures.isEmpty)
  }
}
