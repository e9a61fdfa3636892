import Foundation
import Testing

@Suite("kpibook list and show")
struct ListAndShowTests {
  @Test func cutsNoNameWhereNoTerminalEndsTheLine() throws {
    let result = try Tool.run("list customer-measures")
    #expect(result.status == 0)
    #expect(!result.output.contains("…"))
    #expect(result.output.contains("  Customer satisfaction score (CSAT)  "))
    #expect(result.output.hasSuffix("\n53 measures\n"))
  }

  @Test func listsOnlyWhatACondtionAsksFor() throws {
    let result = try Tool.run("list customer-measures --where kind=opinion --where unit.kind=index")
    #expect(result.output.contains("customer-satisfaction-index"))
    #expect(result.output.contains("brand-attitude-index"))
    #expect(result.output.hasSuffix("\n2 measures\n"))
  }

  @Test func saysHowOftenInWordsAndInFilesByPeriods() throws {
    let text = try Tool.run("list customer-measures").output
    #expect(text.contains(" monthly\n"))
    #expect(!text.contains("P1M"))
    #expect(try Tool.run("list customer-measures --format csv").output.contains(",P1M,"))
    #expect(try Tool.run("show customer-measures churn").output.contains("frequency     monthly\n"))
  }

  @Test func endsWithoutAWordWhenNobodyReadsOn() throws {
    let folder = try TemporaryFolder()
    let result = try Tool.shell(
      "(\"$KPIBOOK\" import customer-measures; echo $? >&2) | head -1; "
        + "(\"$KPIBOOK\" convert \(Tool.root.path)/samples/customer-measures-en.xlsx - --to csv "
        + "--sheet 2; echo $? >&2) | true",
      in: folder.url)
    #expect(result.errors.split(separator: "\n").allSatisfy { ["0", "141"].contains($0) })
  }

  @Test func speaksTheLanguageAskedFor() throws {
    #expect(
      try Tool.run("list customer-measures --language it").output.contains("Tasso di rinnovo"))
  }

  @Test func writesCSVWithAHeader() throws {
    let output = try Tool.run("list customer-measures --format csv").output
    #expect(output.hasPrefix("id,code,name,kind,group,unit,direction,frequency,owner\n"))
    #expect(output.split(separator: "\n").count == 54)
  }

  @Test(
    "A measure is found by id and by name",
    arguments: [
      "net-promoter-score", "Net Promoter Score (NPS)", "NPS",
    ])
  func showsAMeasure(word: String) throws {
    let result = try Tool.run(["show", "customer-measures", word])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("Net Promoter Score (NPS)\n"))
  }

  @Test func namesNearMeasuresWhenThereIsNoneSuch() throws {
    let result = try Tool.run("show customer-measures churn")
    #expect(result.status == 0 || result.errors.contains("customer-churn-rate"))
    let unknown = try Tool.run("show customer-measures no-such-measure")
    #expect(unknown.status == 2)
    #expect(
      unknown.errors
        == "customer-measures: error: there is no measure 'no-such-measure'; "
        + "'kpibook list' shows the ids\n")
  }

  @Test(
    "A condition on a column of one's own takes numbers however they are written",
    arguments: [
      ("Rank=5", 1), ("rank=5.0", 1), ("custom.Rank=5", 1), ("Code=7", 0), ("Code=007", 1),
      ("Note=5", 2), ("Net cost.2026=12.5", 1),
    ])
  func conditionsOnOwnColumns(condition: String, count: Int) throws {
    let folder = try TemporaryFolder()
    try Data(
      """
      {"measures": [
        {"id": "a", "name": "A", "custom": {"Rank": 5, "Code": "007", "Note": "5"}},
        {"id": "b", "name": "B", "custom": {"Rank": 6, "Note": "5.0", "Net cost.2026": "12.50"}}
      ]}
      """.utf8
    ).write(to: URL(fileURLWithPath: folder.path("own.json")))
    let result = try Tool.run(["list", folder.path("own.json"), "--where", condition])
    #expect(result.output.hasSuffix("\n\(count) measure\(count == 1 ? "" : "s")\n"))
  }

  @Test func wrongUsageEndsWith64() throws {
    #expect(try Tool.run("list").status == 64)
    #expect(try Tool.run("list customer-measures --where kind").status == 64)
    #expect(try Tool.run("no-such-command").status == 64)
  }

  @Test func printsItsVersion() throws {
    let result = try Tool.run("--version")
    #expect(result.status == 0)
    #expect(result.output.split(separator: ".").count == 3)
  }
}
