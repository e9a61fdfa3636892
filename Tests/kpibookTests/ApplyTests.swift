import Foundation
import Testing

@Suite("kpibook apply")
struct ApplyTests {
  private let sample = "samples/customer-measures-fr.xlsx"

  /// The sample and its catalog in a folder of their own, the catalog changed by a function.
  private func prepare(
    _ folder: TemporaryFolder, change: (inout [[String: Any]]) -> Void = { _ in }
  ) throws -> (book: String, catalog: String) {
    let book = folder.path("book.xlsx")
    try FileManager.default.copyItem(
      atPath: Tool.root.appendingPathComponent(sample).path, toPath: book)
    let text = try Tool.run(["import", book, "--format", "json"]).output
    var catalog =
      try #require(
        JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    var measures = try #require(catalog["measures"] as? [[String: Any]])
    change(&measures)
    catalog["measures"] = measures
    let file = folder.path("measures.json")
    try JSONSerialization.data(withJSONObject: catalog).write(to: URL(fileURLWithPath: file))
    return (book, file)
  }

  private func raiseTarget(_ measures: inout [[String: Any]]) {
    measures[0]["targets"] = [["value": 87.5, "by": "2026"]]
  }

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test(
    "an unchanged import gives the identical file",
    arguments: [
      "samples/customer-measures-en.xlsx", "samples/customer-measures-fr.xlsx",
      "samples/customer-measures-it.xlsx",
    ])
  func unchanged(sample: String) throws {
    let folder = try TemporaryFolder()
    let catalog = folder.path("measures.yaml")
    #expect(try Tool.run(["import", sample, "-o", catalog]).status == 0)
    let result = try Tool.run(["apply", catalog, sample, "-o", folder.path("out.xlsx")])
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(
      try bytes(folder.path("out.xlsx"))
        == bytes(Tool.root.appendingPathComponent(sample).path))
  }

  @Test func printsThePlanAndWritesNothing() throws {
    let folder = try TemporaryFolder()
    let (book, catalog) = try prepare(folder, change: raiseTarget)
    let before = try bytes(book)
    let result = try Tool.run(["apply", catalog, book, "--dry-run", "-o", book])
    #expect(result.status == 0)
    #expect(
      result.output
        == "'Indicateurs clients'!N7: 0.86 -> 0.875 (customer-satisfaction-score.targets, percent as "
        + "a fraction)\n")
    #expect(try bytes(book) == before)
    #expect(try folder.names() == ["book.xlsx", "measures.json"])
  }

  @Test func changesTheWorkbookItselfAndTakesItBack() throws {
    let folder = try TemporaryFolder()
    let (book, catalog) = try prepare(folder, change: raiseTarget)
    let report = folder.path("report.json")
    #expect(try Tool.run(["apply", catalog, book, "-o", book, "--report", report]).status == 0)
    #expect(try Tool.run(["diff", catalog, book]).status == 0)
    let json = try #require(
      JSONSerialization.jsonObject(with: bytes(report)) as? [String: Any])
    let change = try #require((json["changes"] as? [[String: Any]])?.first)
    #expect(change["cell"] as? String == "N7" && change["field"] as? String == "targets")
    #expect(change["old"] as? Double == 0.86 && change["new"] as? Double == 0.875)
    let part = try #require((json["parts"] as? [[String: Any]])?.first)
    #expect(
      (part["before"] as? String)?.count == 64
        && part["before"] as? String != part["after"] as? String)
    #expect(try Tool.run(["apply", "--plan", report, book, "-o", book]).status == 2)
    #expect(try Tool.run(["apply", "--reverse", report, book, "-o", book]).status == 0)
    #expect(try Tool.run(["diff", sample, book]).status == 0)
    #expect(try Tool.run(["apply", "--plan", report, book, "-o", book]).status == 0)
    #expect(try Tool.run(["diff", catalog, book]).status == 0)
  }

  @Test func takesAndGivesStandardStreams() throws {
    let folder = try TemporaryFolder()
    let (book, catalog) = try prepare(folder, change: raiseTarget)
    let result = try Tool.run(
      ["apply", catalog, "-", "-o", folder.path("out.xlsx")], input: bytes(book))
    #expect(result.status == 0)
    #expect(try Tool.run(["diff", catalog, folder.path("out.xlsx")]).status == 0)
  }

  @Test func tellsWhatHasNoPlaceAndSucceeds() throws {
    let folder = try TemporaryFolder()
    let (book, catalog) = try prepare(folder) { $0[0]["collector"] = "Someone" }
    let result = try Tool.run(["apply", catalog, book, "-o", folder.path("out.xlsx")])
    #expect(result.status == 0)
    #expect(
      result.errors.contains("warning: 'customer-satisfaction-score': collector has no place"))
    #expect(try bytes(folder.path("out.xlsx")) == bytes(book))
  }

  @Test(
    "says in one line what is wrong with its use",
    arguments: [
      (["a.yaml"], 64, "Say which catalog goes into which workbook"),
      (["a.yaml", "b.xlsx"], 64, "Say where to write with -o"),
      (["-", "-", "-o", "x.xlsx"], 64, "cannot both come from standard input"),
      (
        ["--plan", "r.json", "--reverse", "r.json", "b.xlsx", "-o", "x.xlsx"], 64,
        "either made again"
      ),
      (["--plan", "r.json", "a.yaml", "b.xlsx", "-o", "x.xlsx"], 64, "Name the workbook only"),
    ])
  func misuse(arguments: [String], status: Int32, words: String) throws {
    let result = try Tool.run(["apply"] + arguments)
    #expect(result.status == status)
    #expect(result.errors.contains(words))
  }

  @Test func leavesNoOutputWhereNothingIsFound() throws {
    let folder = try TemporaryFolder()
    let (_, catalog) = try prepare(folder)
    let text = folder.path("empty.csv")
    try Data("a,b\n1,2\n".utf8).write(to: URL(fileURLWithPath: text))
    let book = folder.path("empty.xlsx")
    #expect(try Tool.run(["convert", text, book]).status == 0)
    let result = try Tool.run(["apply", catalog, book, "-o", folder.path("out.xlsx")])
    #expect(result.status == 2)
    #expect(result.errors.contains("no KPI table was found"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out.xlsx")))
  }

  @Test func aValueStaysWhereTheOneInItsSteadHasNoPlace() throws {
    let folder = try TemporaryFolder()
    let book = Tool.root.appendingPathComponent("samples/customer-measures-en.xlsx").path
    _ = try Tool.run(["import", book, "-o", "all.yaml"], in: folder.url)
    _ = try Tool.run(
      [
        "customize", "all.yaml", "--set", "net-promoter-score.target=45 by 2031", "-o", "ours.yaml",
      ], in: folder.url)
    let result = try Tool.run(
      ["apply", "ours.yaml", book, "-o", "out.xlsx", "--dry-run"], in: folder.url)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("targets[2026] and targets[2031] have no place in"))
  }

  @Test func aCatalogOfAnotherLanguageIsRefused() throws {
    let folder = try TemporaryFolder()
    let samples = Tool.root.appendingPathComponent("samples").path
    _ = try Tool.run(
      ["import", samples + "/customer-measures-en.xlsx", "-o", "all.yaml"], in: folder.url)
    let result = try Tool.run(
      ["apply", "all.yaml", samples + "/customer-measures-fr.xlsx", "-o", "out.xlsx"],
      in: folder.url)
    #expect(result.status == 2)
    #expect(result.errors.contains("no texts in 'fr', the workbook's language"))
    #expect(try folder.names() == ["all.yaml"])
  }

  @Test func anOverlayIsAppliedByWhatItChanges() throws {
    let folder = try TemporaryFolder()
    let book = Tool.root.appendingPathComponent("samples/customer-measures-fr.xlsx").path
    // The built-in catalog says much else than the workbook: owners, targets, notes.
    _ = try Tool.run(
      [
        "customize", "customer-measures", "--set", "net-promoter-score.owner=Ada", "-o",
        "ours.yaml",
      ], in: folder.url)
    let result = try Tool.run(
      ["apply", "ours.yaml", book, "-o", "out.xlsx", "--dry-run"], in: folder.url)
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.output.contains("-> \"Ada\" (net-promoter-score.owner"))
  }

  @Test(
    "an overlay that selects leaves no heading over nothing",
    arguments: ["en", "fr", "it"],
    [
      "net-promoter-score", "net-promoter-score,complaint-rate,customer-churn-rate",
      "customer-satisfaction-score,referral-rate",
    ])
  func selection(language: String, ids: String) throws {
    let folder = try TemporaryFolder()
    let book = Tool.root.appendingPathComponent("samples/customer-measures-\(language).xlsx").path
    _ = try Tool.run(["import", book, "-o", "all.yaml"], in: folder.url)
    _ = try Tool.run(
      ["customize", "all.yaml", "--select", ids, "-o", "ours.yaml"], in: folder.url)
    let result = try Tool.run(
      ["apply", "ours.yaml", book, "-o", "out.xlsx", "--report", "report.json"], in: folder.url)
    #expect(result.status == 0 && result.errors.isEmpty)
    let diff = try Tool.run(["diff", "ours.yaml", "out.xlsx"], in: folder.url)
    #expect(diff.status == 0 && diff.output.isEmpty)
    // The headings come back too.
    _ = try Tool.run(
      ["apply", "--reverse", "report.json", "out.xlsx", "-o", "back.xlsx"], in: folder.url)
    #expect(try Tool.run(["diff", "all.yaml", "back.xlsx"], in: folder.url).output.isEmpty)
  }

  /// A workbook made of CSV.
  private func workbook(_ text: String, in folder: TemporaryFolder) throws {
    try Data(text.utf8).write(to: folder.url.appendingPathComponent("book.csv"))
    let made = try Tool.run(["convert", "book.csv", "book.xlsx"], in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
  }

  @Test func namesEveryMeasureWithWhatIsNotWritten() throws {
    let folder = try TemporaryFolder()
    let rows = (1...54).map { "Measure number \($0),%,\($0)\n" }.joined()
    try workbook("Measure,Unit,Target\n" + rows, in: folder)
    let text = try Tool.run(["import", "book.xlsx", "--format", "json"], in: folder.url).output
    var catalog = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let measures = try #require(catalog["measures"] as? [[String: Any]])
    catalog["measures"] = measures.map { measure in
      measure.merging(["owner": "Ada", "frequency": "P1M"]) { $1 }
    }
    try JSONSerialization.data(withJSONObject: catalog)
      .write(to: folder.url.appendingPathComponent("ours.json"))
    let result = try Tool.run(
      ["apply", "ours.json", "book.xlsx", "-o", "out.xlsx", "--report", "r.json"], in: folder.url)
    let lines = result.errors.split(separator: "\n")
    #expect(result.status == 0 && lines.count == 51)
    #expect(
      lines[49].hasSuffix(
        "'measure-number-50': frequency and owner have no place in the workbook and stay as they are"
      ))
    #expect(lines[50] == "book.xlsx: warning: … and 4 more like it; 'r.json' lists them all")
    let report = try String(
      contentsOf: folder.url.appendingPathComponent("r.json"), encoding: .utf8)
    #expect(report.contains("'measure-number-54': frequency and owner"))
  }

  @Test func aNewNameIsTakenForTheSameMeasureAgain() throws {
    let folder = try TemporaryFolder()
    try workbook(
      "Name,Unit,Target\nRenewal rate,%,90\nChurn rate,%,5\nOpen rate,%,20\n", in: folder)
    _ = try Tool.run(
      ["customize", "book.xlsx", "--set", "renewal-rate.name=Contracts kept", "-o", "ours.yaml"],
      in: folder.url)
    let result = try Tool.run(
      ["apply", "ours.yaml", "book.xlsx", "-o", "out.xlsx"], in: folder.url)
    #expect(result.status == 0)
    #expect(
      result.errors
        == "out.xlsx: book!A2: note: 'renewal-rate' has the id 'contracts-kept' when the workbook is "
        + "read again, as its ids come from the names; a column 'kpibook ID' with the ids would keep "
        + "them\n")
    // Once more it changes nothing, and nothing is there twice.
    let again = try Tool.run(
      ["apply", "ours.yaml", "out.xlsx", "-o", "again.xlsx"], in: folder.url)
    #expect(again.status == 0 && again.errors.isEmpty)
    #expect(try bytes(folder.path("again.xlsx")) == bytes(folder.path("out.xlsx")))
    #expect(
      try Tool.run(["apply", "ours.yaml", "book.xlsx", "-q", "--dry-run"], in: folder.url).errors
        == "")
  }

  @Test func aDryRunShowsDatesAsTheCellsDo() throws {
    let folder = try TemporaryFolder()
    try workbook(
      "Name,Unit,Target,Target date\nRenewal rate,%,90,2026-12-31\nChurn rate,%,5,2026-06-30\n",
      in: folder)
    _ = try Tool.run(
      [
        "customize", "book.xlsx", "--set", "renewal-rate.targets[1].by=2027-01-31", "-o",
        "ours.yaml",
      ], in: folder.url)
    let plan = try Tool.run(["apply", "ours.yaml", "book.xlsx", "--dry-run"], in: folder.url)
    #expect(
      plan.output
        == "book!D2: 2026-12-31 -> 2027-01-31 (renewal-rate.targets, date in the cell's format)\n")
    let edit = try Tool.run(
      ["edit", "book.xlsx", "--set", "D2=2027-01-31", "--dry-run"], in: folder.url)
    #expect(edit.output.hasPrefix("book!D2: 2026-12-31 -> 2027-01-31\n"))
  }

  @Test func newIDsAreToldInOneLineAndNotWhereThereAreCodes() throws {
    let rows = ["Renewal rate,%,90", "Churn rate,%,5", "Open rate,%,20"]
    let sets = [
      "--set", "renewal-rate.name=Contracts kept", "--set", "churn-rate.name=Contracts lost",
    ]
    for hasCodes in [false, true] {
      let folder = try TemporaryFolder()
      let lines = rows.enumerated().map { (hasCodes ? "K\($0 + 1)," : "") + $1 }
      try workbook(
        ([hasCodes ? "Code,Name,Unit,Target" : "Name,Unit,Target"] + lines).joined(separator: "\n")
          + "\n", in: folder)
      _ = try Tool.run(
        ["import", "book.xlsx", "-o", "base.yaml"], in: folder.url)
      _ = try Tool.run(["customize", "base.yaml"] + sets + ["-o", "ours.yaml"], in: folder.url)
      let result = try Tool.run(
        ["apply", "ours.yaml", "book.xlsx", "-o", "out.xlsx"], in: folder.url)
      #expect(result.status == 0)
      #expect(
        result.errors
          == (hasCodes
            ? ""
            : "out.xlsx: book!A2: note: 'renewal-rate' has the id 'contracts-kept', and 1 other new id "
              + "differs too, when the workbook is read again, as its ids come from the names; a column "
              + "'kpibook ID' with the ids would keep them\n"))
    }
  }
}
