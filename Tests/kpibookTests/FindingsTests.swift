import Foundation
import Testing

@Suite("Findings on the command line")
struct FindingsTests {
  /// Thirty measures with a word for no value in each, and a title to be left out.
  private func book(in folder: TemporaryFolder) throws -> String {
    let rows = (1...30).map { "Measure number \($0),monthly,%,n/a\n" }
    let text = "Measure,Frequency,Unit,Target\n" + rows.joined()
    let path = folder.path("measures.csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func tellsThreeOfAKindAndCountsTheRest() throws {
    let folder = try TemporaryFolder()
    let path = try book(in: folder)
    let result = try Tool.run(["import", path])
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.first?.hasPrefix("\(path): D2: note: 'n/a' stands for no value") ?? false)
    #expect(lines.last == "\(path): D5: note: … and 27 more like it in column D")
  }

  @Test func tellsOfSheetsWithoutMeasuresInOneLine() throws {
    let result = try Tool.run("import samples/customer-measures-it.xlsx")
    #expect(
      result.errors.hasPrefix(
        "samples/customer-measures-it.xlsx: note: 3 sheets were left out: Guida, Grafico, Elenchi; "
          + "'kpibook inspect' says why\n"))
    #expect(result.errors.split(separator: "\n").count == 3)
  }

  @Test func tellsCellsBesideTheMeasuresOfAFewSheetsOnly() throws {
    let path = "Tests/Fixtures/kpi-books/books/de_stadtwerke_blatt_je_perspektive.xlsx"
    let result = try Tool.run(["import", path])
    let lines = result.errors.split(separator: "\n").filter { $0.contains("not read") }
    #expect(lines.count == 4)
    #expect(
      lines.first == """
        \(path): Finanzen!A3: note: the cell belongs to no measure and was not read: \
        A3 'Alle Werte ohne Tochtergesellsc…'
        """)
  }

  @Test func tellsWhatItFoundOnceHoweverOftenAFileIsRead() throws {
    let folder = try TemporaryFolder()
    let path = try book(in: folder)
    let result = try Tool.run(["diff", path, path])
    #expect(result.status == 0)
    #expect(result.errors == "\(path): note: 30 notes; 'kpibook inspect \(path)' shows them\n")
  }

  @Test(
    "Commands that are not about the reading count its notes",
    arguments: [["list"], ["show", "measure-number-7"], ["export", "-", "--format", "md"]])
  func countsNotesOfReading(command: [String]) throws {
    let folder = try TemporaryFolder()
    let path = try book(in: folder)
    let words = [command[0], path] + command.dropFirst()
    #expect(
      try Tool.run(words).errors
        == "\(path): note: 30 notes; 'kpibook inspect \(path)' shows them\n")
    #expect(try Tool.run(words + ["--quiet"]).errors.isEmpty)
  }

  @Test func aBookWithoutMeasuresIsSaidOnce() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("none.csv")
    try Data("Month,Sales\n2026-01,5\n2026-02,6\n".utf8).write(to: URL(fileURLWithPath: path))
    for command in ["import", "check", "list"] {
      let result = try Tool.run([command, path])
      #expect(result.status == 2)
      #expect(result.errors.split(separator: "\n").count == 1)
      #expect(result.errors.contains("error: no KPI table was found"))
    }
  }

  @Test func quietLeavesOutNotesButNoWarnings() throws {
    let folder = try TemporaryFolder()
    let path = try book(in: folder)
    #expect(try Tool.run(["list", path, "-q"]).errors == "")
    let doubtful = try Tool.run("list samples/service-targets.csv --quiet")
    #expect(doubtful.errors.contains(": warning: "))
    #expect(!doubtful.errors.contains(": note: "))
  }

  @Test(
    "JSON holds the findings",
    arguments: [
      (["list"], "findings"), (["show", "measure-number-7"], "findings"),
      (["check"], "importFindings"),
      (["inspect"], "findings"),
    ])
  func jsonHoldsFindings(command: [String], key: String) throws {
    let folder = try TemporaryFolder()
    let path = try book(in: folder)
    let words = [command[0], path] + command.dropFirst() + ["--format", "json"]
    let findings = try #require(json(try Tool.run(words).output)[key] as? [[String: Any]])
    let first = try #require(findings.first)
    #expect(first["rule"] as? String == "missing-value")
    #expect(first["severity"] as? String == "note")
    #expect(first["book"] as? String == path)
    #expect(first["cell"] as? String == "D2")
  }

  @Test func jsonOfADiffHoldsTheFindingsOfBoth() throws {
    let folder = try TemporaryFolder()
    let path = try book(in: folder)
    let diff = try Tool.run(["diff", "samples/service-targets.csv", path, "--format", "json"])
    let findings = try #require(json(diff.output)["findings"] as? [[String: Any]])
    #expect(Set(findings.compactMap { $0["book"] as? String }).count == 2)
  }

  @Test func aListAsJSONIsACatalogAgain() throws {
    let folder = try TemporaryFolder()
    let path = try book(in: folder)
    let list = try Tool.run(["list", path, "--format", "json"]).output
    try Data(list.utf8).write(to: URL(fileURLWithPath: folder.path("list.json")))
    let again = try Tool.run(["diff", path, folder.path("list.json")])
    #expect(again.status == 0)
  }

  @Test func explainsWithTypedValues() throws {
    let result = try Tool.run(
      "explain samples/customer-measures-en.xlsx net-promoter-score --format json -q")
    let explanations = try #require(
      json(result.output)["explanations"] as? [[String: Any]])
    func value(_ field: String) -> Any? {
      explanations.first { $0["field"] as? String == field }?["value"]
    }
    #expect((value("name") as? [String: String])?["en"] == "Net Promoter Score (NPS)")
    #expect(value("direction") as? String == "higher")
    #expect((value("baseline") as? [String: Any])?["value"] as? Double != nil)
  }
}
