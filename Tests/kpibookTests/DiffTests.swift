import Foundation
import Testing

@Suite("kpibook diff")
struct DiffTests {
  private static let old = """
    version: "1"
    measures:
      - {id: churn, name: Customer churn rate, owner: Ada, description: Customers who left in the year.}
      - {id: nps, name: Net Promoter Score, targets: [{value: 45, by: "2026-12-31"}]}
      - {id: trust, name: Trust}

    """
  private static let new = """
    version: "2"
    measures:
      - {id: loss, name: Customer churn rate, owner: Bob, description: Customers who left in the year.}
      - {id: nps, name: Net Promoter Score, targets: [{value: 50, by: "2026-12-31"}], tags: [board]}
      - {id: pride, name: Pride of the town, description: Is the town loved?}

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try Self.old.write(toFile: folder.path("old.yaml"), atomically: true, encoding: .utf8)
    try Self.new.write(toFile: folder.path("new.yaml"), atomically: true, encoding: .utf8)
    return folder
  }

  @Test func comparesMeasureByMeasureAndFieldByField() throws {
    let folder = try folder()
    let result = try Tool.run("diff old.yaml new.yaml", in: folder.url)
    #expect(result.status == 1 && result.errors.isEmpty)
    #expect(
      result.output == """
        catalog
            version  1 → 2

        ~ loss  Customer churn rate
            was churn: a name is the same
            owner  Ada → Bob

        ~ nps  Net Promoter Score
            targets[2026-12-31].value  45 → 50
            tags                       + board

        - trust  Trust
        + pride  Pride of the town

        Measures: 1 added, 1 removed, 2 changed, 1 renamed; catalog: 1 field changed

        """)
    let same = try Tool.run("diff old.yaml old.yaml", in: folder.url)
    #expect(same.status == 0 && same.output.isEmpty && same.errors.isEmpty)
  }

  @Test func sideBySideAllOldValuesStandBelowEachOther() throws {
    let folder = try folder()
    let result = try Tool.run("diff old.yaml new.yaml --format side-by-side", in: folder.url)
    #expect(result.status == 1)
    #expect(
      result.output == """
        catalog
            version                    1                       │ 2

        ~ loss  Customer churn rate
            was churn: a name is the same
            owner                      Ada                     │ Bob

        ~ nps  Net Promoter Score
            targets[2026-12-31].value  45                      │ 50
            tags                                               │ board

        - trust  Trust
        + pride  Pride of the town

        Measures: 1 added, 1 removed, 2 changed, 1 renamed; catalog: 1 field changed

        """)
  }

  @Test(
    "A line fits its width and has no color", arguments: ["text", "side-by-side"], [40, 80, 132])
  func fitsTheWidth(format: String, width: Int) throws {
    let folder = try TemporaryFolder()
    let made = try Tool.run(
      [
        "customize", "customer-measures", "--flat", "-o", "new.yaml", "--set",
        "customer-churn-rate.description.en="
          + String(repeating: "Who left us, and why. ", count: 20),
        "--set", "net-promoter-score.custom.A very long heading of a column of one's own=x",
        "--set", "net-promoter-score.tags=board", "--add", "town", "--set",
        "town.name.en=" + String(repeating: "Pride of the town ", count: 8),
      ], in: folder.url)
    #expect(made.status == 0)
    let result = try Tool.run(
      ["diff", "customer-measures", "new.yaml", "--format", format, "--width", "\(width)"],
      in: folder.url)
    #expect(result.status == 1)
    for line in result.output.split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
      #expect(!line.hasSuffix(" "))
    }
    #expect(!result.output.contains("\u{1b}"))
  }

  @Test func writesMarkdownAndJSON() throws {
    let folder = try folder()
    let markdown = try Tool.run("diff old.yaml new.yaml --format markdown", in: folder.url)
    #expect(markdown.status == 1)
    #expect(
      markdown.output.contains(
        """
        ## `loss` Customer churn rate

        was churn: a name is the same.

        | Field | Old | New |
        |---|---|---|
        | `owner` | Ada | Bob |
        """))
    let json = try Tool.run("diff old.yaml new.yaml --format json", in: folder.url)
    #expect(json.status == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let measures = try #require(object["measures"] as? [[String: Any]])
    #expect(measures.map { $0["id"] as? String } == ["loss", "nps", "trust", "pride"])
    #expect(measures[0]["was"] as? String == "churn")
    #expect(measures.map { $0["change"] as? String } == ["changed", "changed", "removed", "added"])
  }

  @Test("Any two forms can be compared", arguments: ["yaml", "json", "overlay", "xlsx", "-"])
  func takesAnyForm(form: String) throws {
    let folder = try TemporaryFolder()
    let book = Tool.root.appendingPathComponent("samples/customer-measures-en.xlsx").path
    try FileManager.default.copyItem(atPath: book, toPath: folder.path("book.xlsx"))
    var input: Data?
    let other: String
    switch form {
    case "overlay":
      other = "o.yaml"
      let made = try Tool.run(
        ["customize", "book.xlsx", "--set", "conversion-rate.owner=Ada", "-o", other],
        in: folder.url)
      #expect(made.status == 0)
    case "xlsx":
      other = "other.xlsx"
      let made = try Tool.run(
        ["edit", "book.xlsx", "--set", "Customer measures!L37=Ada", "-o", other], in: folder.url)
      #expect(made.status == 0)
    default:
      other = form == "-" ? "-" : "o." + form
      let made = try Tool.run(
        [
          "customize", "book.xlsx", "--set", "conversion-rate.owner=Ada", "--flat", "-o",
          form == "json" ? "o.json" : "o.yaml",
        ], in: folder.url)
      #expect(made.status == 0)
      if form == "-" { input = try Data(contentsOf: URL(fileURLWithPath: folder.path("o.yaml"))) }
    }
    let result = try Tool.run(["diff", "book.xlsx", other], input: input, in: folder.url)
    #expect(result.status == 1)
    #expect(
      result.output == """
        ~ conversion-rate  Conversion rate
            owner  Head of Sales → Ada

        Measures: 1 changed

        """)
  }

  @Test func wrongUsageEndsWith64() throws {
    #expect(try Tool.run("diff - -").status == 64)
    #expect(try Tool.run("diff customer-measures").status == 64)
    #expect(try Tool.run("diff customer-measures customer-measures --width 10").status == 64)
    #expect(try Tool.run("diff customer-measures customer-measures --format html").status == 64)
    #expect(try Tool.run("diff customer-measures nowhere.yaml").status == 2)
  }
}
