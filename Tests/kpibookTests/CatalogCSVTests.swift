import Foundation
import Testing

@Suite("Catalogs as CSV")
struct CatalogCSVTests {
  @Test(
    "A catalog comes back from CSV as it went",
    arguments: [
      "customer-measures", "samples/customer-measures-en.xlsx",
      "samples/customer-measures-fr.xlsx", "samples/customer-measures-it.xlsx",
      "samples/service-targets.csv",
    ])
  func comesBack(catalog: String) throws {
    let folder = try TemporaryFolder()
    let (first, second) = (folder.path("first.csv"), folder.path("second.csv"))
    #expect(try Tool.run(["import", catalog, "-o", first]).status == 0)
    let again = try Tool.run(["import", first, "-o", second])
    #expect(again.status == 0)
    #expect(again.errors == "")
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: first))
        == Data(contentsOf: URL(fileURLWithPath: second)))
    let diff = try Tool.run(["diff", catalog, first, "--format", "json"])
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(diff.output.utf8)) as? [String: Any])
    // Rows hold measures; what stands above them is not theirs.
    #expect((report["measures"] as? [Any])?.count == 0)
  }

  @Test("An ending that import does not write is wrong usage", arguments: ["md", "html", "tsv"])
  func refusesEndings(ending: String) throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run(["import", "customer-measures", "-o", folder.path("x.\(ending)")])
    #expect(result.status == 64)
    #expect(result.errors.contains("'import' does not write .\(ending)."))
    #expect(try folder.names().isEmpty)
  }

  @Test func saysWhichFormIsWrittenWhereTheEndingSaysNone() throws {
    let folder = try TemporaryFolder()
    let text = try Tool.run(["import", "customer-measures", "-o", "x.txt"], in: folder.url)
    #expect(
      text.errors
        == "x.txt: note: .txt says no form, so YAML is written; name another with --format\n")
    let named = try Tool.run(
      ["import", "customer-measures", "-o", "y.txt", "--format", "csv"], in: folder.url)
    #expect(named.errors.isEmpty)
    let lines = try Tool.run(["import", "customer-measures", "-o", "z.jsonl"], in: folder.url)
    #expect(lines.errors.isEmpty)
    let data = try Data(contentsOf: folder.url.appendingPathComponent("z.jsonl"))
    #expect(data.first == UInt8(ascii: "{"))
  }

  @Test func groupsKeepTheirNames() throws {
    let csv = try Tool.run("import customer-measures --format csv").output
    let folder = try TemporaryFolder()
    try Data(csv.utf8).write(to: URL(fileURLWithPath: folder.path("measures.csv")))
    let lines = try Tool.run(["list", folder.path("measures.csv"), "--language", "fr"]).output
    #expect(lines.contains("\nRétention et renouvellement (activity)\n"))
  }
}
