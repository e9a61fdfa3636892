import Foundation
import Testing

@Suite("kpibook export")
struct ExportTests {
  @Test(
    "Every form is written by the output's ending",
    arguments: [
      ("out.xlsx", "PK"), ("out.csv", "kpibook ID,"), ("out.json", "{"), ("out.yaml", "version:"),
      ("out.yml", "version:"), ("out.md", "# Customer measures"), ("out.html", "<!doctype html>"),
    ])
  func writesForms(name: String, start: String) throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run(["export", "customer-measures", name], in: folder.url)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.isEmpty)
    let data = try Data(contentsOf: folder.url.appendingPathComponent(name))
    #expect(String(decoding: data.prefix(60), as: UTF8.self).hasPrefix(start))
  }

  @Test(
    "Standard output is of the form that is named",
    arguments: [("md", "# Customer measures"), ("yml", ""), ("csv", "kpibook ID,"), ("xlsx", "PK")])
  func writesToStandardOutput(form: String, start: String) throws {
    let result = try Tool.shell(
      "$KPIBOOK export customer-measures - --format \(form) | head -c 40", in: Tool.root)
    #expect(result.output.hasPrefix(start))
    if start.isEmpty { #expect(result.errors.contains("--format")) }
  }

  @Test func aFormThatContradictsTheEndingIsWrongUsage() throws {
    let folder = try TemporaryFolder()
    for line in ["out.xlsx --format md", "out.csv --format xlsx"] {
      let words = line.split(separator: " ").map(String.init)
      let result = try Tool.run(["export", "customer-measures"] + words, in: folder.url)
      #expect(result.status == 64)
    }
    #expect(try folder.names().isEmpty)
    let none = try Tool.run("export customer-measures -")
    #expect(none.status == 2)
    #expect(none.errors.contains("add --format with xlsx, csv, json, yaml, md or html"))
  }

  @Test("A workbook read back is the catalog", arguments: ["en", "fr", "it"])
  func comesBack(language: String) throws {
    let folder = try TemporaryFolder()
    let result = try Tool.shell(
      """
      $KPIBOOK export customer-measures out.xlsx --language \(language) &&
      $KPIBOOK diff customer-measures out.xlsx &&
      $KPIBOOK export out.xlsx again.xlsx --language \(language) &&
      $KPIBOOK diff out.xlsx again.xlsx
      """, in: folder.url)
    #expect(result.status == 0, "\(result.output) \(result.errors)")
    #expect(result.errors.isEmpty)
  }

  @Test func fillsOrganizationAndAudience() throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run(
      [
        "export", "customer-measures", "out.md", "--organization", "Greenfield", "--audience",
        "citizen",
      ], in: folder.url)
    #expect(result.status == 0)
    let text = try String(
      contentsOf: folder.url.appendingPathComponent("out.md"), encoding: .utf8)
    #expect(text.hasPrefix("# Citizen measures\n\nGreenfield · about citizens · 53 measures"))
  }

  @Test func readsAnOverlay() throws {
    let folder = try TemporaryFolder()
    let result = try Tool.shell(
      """
      $KPIBOOK customize customer-measures --select renewal-rate \
        --set renewal-rate.owner=Ada -o ours.yaml &&
      $KPIBOOK export ours.yaml ours.csv --language fr
      """, in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let text = try String(
      contentsOf: folder.url.appendingPathComponent("ours.csv"), encoding: .utf8)
    #expect(text.contains("Taux de renouvellement"))
    #expect(text.contains("Ada"))
    #expect(text.contains("Responsable"))
  }

  @Test func readsItsOwnCSV() throws {
    let folder = try TemporaryFolder()
    let result = try Tool.shell(
      """
      $KPIBOOK export customer-measures out.csv --language it &&
      $KPIBOOK list out.csv --format json
      """, in: folder.url)
    #expect(result.status == 0)
    #expect(result.output.contains("\"net-promoter-score\""))
  }

  @Test(
    "What cannot be written is said and leaves the old file",
    arguments: [
      (["customer-measures", "out.pdf"], Int32(2), "the ending says no form"),
      (["customer-measures", "out"], 2, "the ending says no form"),
      (["missing.yaml", "out.xlsx"], 2, "missing.yaml"),
      (["customer-measures", "out.xlsx", "--audience", "people"], 64, "'people' is not one of"),
      (["customer-measures", "out.xlsx", "--language", "??"], 64, "is not a language"),
      (["customer-measures", "out.xlsx", "--by", "color"], 64, "color"),
      (["customer-measures", "folder/out.xlsx"], 2, "folder"),
    ])
  func refuses(arguments: [String], status: Int32, words: String) throws {
    let folder = try TemporaryFolder()
    let old = folder.url.appendingPathComponent("out.xlsx")
    try Data("old".utf8).write(to: old)
    let result = try Tool.run(["export"] + arguments, in: folder.url)
    #expect(result.status == status)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(try Data(contentsOf: old) == Data("old".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out.xlsx"])
  }
}
