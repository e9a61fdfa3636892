import Foundation
import KPICatalog
import Testing

@Suite struct CheckReportTests {
  private static func catalog() throws -> Catalog {
    try Catalog(
      yaml: Array(
        """
        checks:
          ignore: [missing-unit, missing-direction, missing-frequency, missing-owner, missing-target]
        measures:
          - id: renewal-rate
            name: Renewal rate
            scale: {min: 0, max: 100, hard: true}
            baseline: {value: 120}
            targets: [{value: 130}]
            origin: {sheet: FY 24, row: 7, cells: {name: B7, baseline: "D7"}}
          - id: market-share
            name: Share
            reportingFrequency: P1D
            frequency: P1M
            origin: {row: 8, cells: {name: B8}}
          - id: c
            name: Brand
            pairedWith: [nobody]
        """.utf8))
  }

  @Test func aLineSaysBookCellSeverityWhatAndRule() throws {
    let lines = try Self.catalog().check().lines(file: "book.xlsx")
    #expect(
      lines == [
        "book.xlsx: 'FY 24'!D7: error: renewal-rate: the baseline 120 lies outside the scale "
          + "0 to 100; correct the value or the scale [value-outside-scale]",
        "book.xlsx: 'FY 24'!B7: error: renewal-rate: the target 130 lies outside the scale "
          + "0 to 100; correct the value or the scale [target-outside-scale]",
        "book.xlsx: B8: warning: market-share: it is reported every P1D but measured every P1M; "
          + "report it as often as it is measured [reported-more-often-than-measured]",
        "book.xlsx: c.pairedWith[1]: warning: there is no measure 'nobody'; correct the id or "
          + "remove the pair [pair-unknown]",
      ])
  }

  @Test func theSummaryCountsEachSeverity() throws {
    let report = try Self.catalog().check()
    #expect(report.summary == "2 errors, 2 warnings, no notes in 3 measures")
    #expect(report.severity == .error)
    let strict = try Self.catalog().check(CheckOptions(minimumSeverity: .warning))
    #expect(strict.summary == "2 errors, 2 warnings in 3 measures")
    #expect(Catalog().check().summary == "no findings in no measures")
    #expect(CheckReport(findings: [], measureCount: 1).summary == "no findings in 1 measure")
  }

  @Test func textsOfAFileCannotBreakALine() throws {
    let catalog = try Catalog(
      yaml: Array("measures: [{id: a, name: \"x\", ignore: [\"a\\nb\\e[31m\"]}]".utf8))
    let lines = catalog.check(CheckOptions(minimumSeverity: .warning)).lines(file: "a\nb")
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
  }

  @Test func jsonHoldsTheSameAlways() throws {
    let report = try Self.catalog().check(CheckOptions(minimumSeverity: .error))
    #expect(
      String(decoding: report.json(file: "book.xlsx"), as: UTF8.self) == """
        {
          "catalog": "book.xlsx",
          "measures": 3,
          "summary": {
            "errors": 2
          },
          "findings": [
            {
              "rule": "value-outside-scale",
              "severity": "error",
              "measure": "renewal-rate",
              "field": "baseline.value",
              "message": "the baseline 120 lies outside the scale 0 to 100; correct the value or the scale",
              "origin": {
                "sheet": "FY 24",
                "cell": "D7"
              }
            },
            {
              "rule": "target-outside-scale",
              "severity": "error",
              "measure": "renewal-rate",
              "field": "targets[1].value",
              "message": "the target 130 lies outside the scale 0 to 100; correct the value or the scale",
              "origin": {
                "sheet": "FY 24",
                "cell": "B7"
              }
            }
          ]
        }

        """)
  }

  @Test func sarifDescribesEveryRuleAndPlacesEachFinding() throws {
    let report = try Self.catalog().check()
    let bytes = report.sarif(file: "my books/Käse.xlsx", version: "1.2.3")
    let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    #expect(driver["name"] as? String == "kpibook")
    #expect(driver["semanticVersion"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == CheckRule.all.map(\.name))
    for rule in rules {
      #expect((rule["shortDescription"] as? [String: String])?["text"]?.hasSuffix(".") == true)
      #expect((rule["help"] as? [String: String])?["text"]?.contains("docs/rules/") == true)
    }
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == report.findings.count)
    for (result, finding) in zip(results, report.findings) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == finding.rule.name)
      #expect(result["level"] as? String == finding.severity.rawValue)
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      let physical = try #require(location["physicalLocation"] as? [String: [String: Any]])
      #expect(physical["artifactLocation"]?["uri"] as? String == "my%20books/K%C3%A4se.xlsx")
      #expect(physical["region"] == nil)
    }
    let logical =
      (results[0]["locations"] as? [[String: Any]])?
      .first?["logicalLocations"] as? [[String: String]]
    #expect(
      logical?.compactMap { $0["fullyQualifiedName"] } == [
        "renewal-rate.baseline.value", "'FY 24'!D7",
      ])
  }

  @Test(arguments: [
    ("a.yaml", "a.yaml"), ("-", "stdin"), ("/tmp/a b.yaml", "file:///tmp/a%20b.yaml"),
    ("C:x/y:z", "C%3Ax/y:z"), ("50%.json", "50%25.json"), ("a?b#c", "a%3Fb%23c"),
  ])
  func pathsBecomeURIReferences(_ path: String, _ uri: String) throws {
    let report = CheckReport(
      findings: [CheckFinding(rule: CheckRule.all[0], message: "x")], measureCount: 0)
    let text = String(decoding: report.sarif(file: path), as: UTF8.self)
    #expect(text.contains("\"uri\": \"\(uri)\""))
  }

  @Test func linesOfATextFileAreInSARIF() throws {
    let yaml = """
      measures:
        - id: a
          name: Ratio
          custom: {Projects: Portal}
        - id: b
          name: Share
          targets:
            - {value: 3}
            - value: 200
          unit: percent
          scale: {min: 0, max: 100, hard: true}
      """
    let bytes = Array(yaml.utf8)
    let findings = try Catalog(yaml: bytes).check().findings
    let lines = try CatalogLines(yaml: bytes)
    func line(_ rule: String, _ catalog: [CheckFinding] = findings, _ lines: CatalogLines = lines)
      -> Int?
    {
      catalog.first { $0.rule.name == rule }.flatMap { lines.line(of: $0) }
    }
    #expect(line("target-outside-scale") == 9)
    #expect(line("missing-unit") == 2)
    #expect(line("initiative-column") == 1)
    let json = try Catalog(yaml: bytes).json()
    let written = String(decoding: json, as: UTF8.self).split(separator: "\n")
    let place = try #require(written.firstIndex { $0.contains("\"value\": 200") })
    #expect(line("target-outside-scale", findings, try CatalogLines(json: json)) == place + 1)
    let rows = try Catalog(yaml: bytes).ndjson()
    #expect(line("target-outside-scale", findings, try CatalogLines(ndjson: rows)) == 2)
    let sarif = try Catalog(yaml: bytes).check().sarif(file: "a.yaml", lines: lines)
    #expect(String(decoding: sarif, as: UTF8.self).contains("\"startLine\": 9"))
  }
}
