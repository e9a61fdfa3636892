import Foundation
import Testing

@Suite("kpibook merge")
struct MergeTests {
  /// A folder with a workbook and what it says as YAML.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let book = Tool.root.appendingPathComponent("samples/customer-measures-en.xlsx").path
    try FileManager.default.copyItem(atPath: book, toPath: folder.path("base.xlsx"))
    return folder
  }

  /// Makes a changed copy of the workbook.
  private func edit(_ name: String, _ settings: String..., in folder: TemporaryFolder) throws {
    let result = try Tool.run(
      ["edit", "base.xlsx", "-o", name] + settings.flatMap { ["--set", $0] }, in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
  }

  /// What the first workbook says otherwise than another catalog.
  private func difference(_ one: String, _ other: String, in folder: TemporaryFolder) throws
    -> String
  {
    try Tool.run(["diff", one, other], in: folder.url).output
  }

  @Test func writesBothSidesChangesIntoOurWorkbook() throws {
    let folder = try folder()
    try edit("ours.xlsx", "Customer measures!L37=Ada", "Guide!B12=We were here", in: folder)
    let theirs = try Tool.run(
      [
        "customize", "base.xlsx", "--set", "customer-churn-rate.owner=Bob", "--set",
        "net-promoter-score.baseline=33 in 2025", "--flat", "-o", "theirs.yaml",
      ], in: folder.url)
    #expect(theirs.status == 0)
    let merged = try Tool.run(
      ["merge", "base.xlsx", "ours.xlsx", "theirs.yaml", "-o", "out.xlsx"], in: folder.url)
    #expect(merged.status == 0 && merged.output.isEmpty)
    #expect(!merged.errors.contains("warning"), "\(merged.errors)")
    #expect(
      try difference("base.xlsx", "out.xlsx", in: folder) == """
        ~ net-promoter-score  Net Promoter Score (NPS)
            baseline.value  32 → 33

        ~ conversion-rate  Conversion rate
            owner  Head of Sales → Ada

        ~ customer-churn-rate  Customer churn rate
            owner  Key Account Manager → Bob

        Measures: 3 changed

        """)
    let guide = try Tool.run("convert out.xlsx - --to csv --sheet Guide", in: folder.url).output
    #expect(guide.contains("We were here"))
    // Where theirs is the workbook, it is written into.
    let other = try Tool.run(
      ["merge", "base.xlsx", "theirs.yaml", "ours.xlsx", "-o", "other.xlsx"], in: folder.url)
    #expect(other.status == 0)
    #expect(try difference("out.xlsx", "other.xlsx", in: folder).isEmpty)
  }

  @Test func namesConflictsWithBothValuesAndBothPlaces() throws {
    let folder = try folder()
    try edit("ours.xlsx", "Customer measures!L37=Ada", "Guide!B12=Ours", in: folder)
    try edit(
      "theirs.xlsx", "Customer measures!L37=Bob", "Customer measures!L38=Cid", "Guide!B12=Theirs",
      "Guide!B40=New", in: folder)
    let merged = try Tool.run(
      ["merge", "base.xlsx", "ours.xlsx", "theirs.xlsx", "-o", "out.xlsx"], in: folder.url)
    #expect(merged.status == 1)
    let quiet = try Tool.run(
      ["merge", "base.xlsx", "ours.xlsx", "theirs.xlsx", "-o", "quiet.xlsx", "-q"], in: folder.url)
    #expect(quiet.errors.contains("warning") && !quiet.errors.contains("note:"))
    let warnings = merged.errors.split(separator: "\n").filter { $0.hasPrefix("out.xlsx: ") }
    #expect(
      warnings.first
        == "out.xlsx: warning: conversion-rate.owner: both changed it: was “Head of Sales”; ours is Ada (ours.xlsx: 'Customer measures'!L37), theirs is Bob (theirs.xlsx: 'Customer measures'!L37); ours is kept"
    )
    #expect(warnings.count == 3)
    #expect(
      warnings.dropFirst().first?.hasPrefix("out.xlsx: warning: Guide!B12: both changed it: was ")
        ?? false)
    #expect(
      warnings.last
        == "out.xlsx: note: 2 conflicts; it was written with what ours.xlsx says; the workbook is that of ours.xlsx"
    )
    // What does not conflict is there all the same.
    let table = try Tool.run("convert out.xlsx - --to csv --sheet 2", in: folder.url).output
    let guide = try Tool.run("convert out.xlsx - --to csv --sheet Guide", in: folder.url).output
    #expect(table.contains("Ada") && table.contains("Cid") && !table.contains("Bob"))
    #expect(guide.contains("Ours") && guide.contains("New") && !guide.contains("Theirs"))

    let json = try Tool.run(
      ["merge", "base.xlsx", "ours.xlsx", "theirs.xlsx", "-o", "o.xlsx", "--format", "json"],
      in: folder.url)
    #expect(json.status == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let conflicts = try #require(object["conflicts"] as? [[String: Any]])
    #expect(conflicts.count == 1)
    #expect(conflicts[0]["theirsAt"] as? String == "'Customer measures'!L37")
    #expect((object["files"] as? [String: String])?["theirs"] == "theirs.xlsx")
    let beside = try #require(object["beside"] as? [[String: Any]])
    #expect(beside.map { $0["place"] as? String } == ["Guide!B12"])
  }

  @Test func addsAndRemovesMeasuresOfTheirs() throws {
    let folder = try folder()
    try edit("ours.xlsx", "Customer measures!L37=Ada", in: folder)
    let theirs = try Tool.run(
      [
        "customize", "base.xlsx", "--remove", "win-back-rate", "--add", "town-pride", "--set",
        "town-pride.name.en=Pride of the town", "--set", "town-pride.group=brand-image", "--set",
        "town-pride.owner=Mayor", "--flat", "-o", "theirs.json",
      ], in: folder.url)
    #expect(theirs.status == 0)
    let merged = try Tool.run(
      ["merge", "base.xlsx", "ours.xlsx", "theirs.json", "-o", "out.xlsx"], in: folder.url)
    #expect(!merged.errors.contains("could not be added"), "\(merged.errors)")
    let after = try difference("base.xlsx", "out.xlsx", in: folder)
    #expect(after.contains("- win-back-rate"))
    #expect(after.contains("+ pride-of-the-town  Pride of the town"))
    #expect(after.contains("owner  Head of Sales → Ada"))
  }

  @Test func whatTheWorkbookHasNoPlaceForIsAConflict() throws {
    let folder = try folder()
    let theirs = try Tool.run(
      [
        "customize", "base.xlsx", "--set", "conversion-rate.evidence=[{title: A study}]", "--flat",
        "-o", "theirs.yaml",
      ], in: folder.url)
    #expect(theirs.status == 0)
    let merged = try Tool.run(
      ["merge", "base.xlsx", "base.xlsx", "theirs.yaml", "-o", "out.xlsx"], in: folder.url)
    #expect(merged.status == 1)
    #expect(merged.errors.contains("out.xlsx: warning: conversion-rate.evidence"))
    #expect(merged.errors.contains("could not be written into the workbook"))
  }

  @Test func wrongUsageAndWrongFormsAreTold() throws {
    let folder = try folder()
    let yaml = try Tool.run("import base.xlsx -o a.yaml", in: folder.url)
    #expect(yaml.status == 0)
    let none = try Tool.run("merge a.yaml a.yaml a.yaml -o out.xlsx", in: folder.url)
    #expect(none.status == 2)
    #expect(none.errors.hasPrefix("out.xlsx: error: none of the three is a workbook"))
    let ending = try Tool.run("merge a.yaml base.xlsx a.yaml -o out.xlsm", in: folder.url)
    #expect(ending.status == 2 && ending.errors.contains("is .xlsx"))
    #expect(try Tool.run("merge - - a.yaml -o out.yaml", in: folder.url).status == 64)
    #expect(try folder.names() == ["a.yaml", "base.xlsx"])
  }

  @Test func conflictsOfTargetsNameTheirCellsAndDatesAreShown() throws {
    let folder = try TemporaryFolder()
    for (name, target, date) in [
      ("base", "90", "2026-01-31"), ("ours", "91", "2026-02-28"), ("theirs", "92", "2026-03-31"),
    ] {
      let text =
        "Name,Unit,Target 2025,Target 2026\nRenewal rate,%,80,\(target)\nChurn rate,%,7,5\n"
        + "Open rate,%,20,30\n,,,\n,,,\nAs of,\(date),,\n"
      try Data(text.utf8).write(to: folder.url.appendingPathComponent("book.csv"))
      _ = try Tool.run(["convert", "book.csv", name + ".xlsx"], in: folder.url)
    }
    let merged = try Tool.run(
      ["merge", "base.xlsx", "ours.xlsx", "theirs.xlsx", "-o", "out.xlsx"], in: folder.url)
    #expect(merged.status == 1)
    #expect(
      merged.errors.contains("ours is 91 (ours.xlsx: book!D2), theirs is 92 (theirs.xlsx: book!D2)")
    )
    #expect(merged.errors.contains("was 2026-01-31; ours is 2026-02-28, theirs is 2026-03-31"))
  }

  @Test func saysThatFormatsAreNotMerged() throws {
    let folder = try TemporaryFolder()
    let text = "Name,Unit,Target\nRenewal rate,%,90\nChurn rate,%,5\nOpen rate,%,20\n"
    for (name, change) in [
      ("base", ("", "")), ("ours", (",90", ",91")), ("theirs", (",20", ",20.50")),
    ] {
      try Data(text.replacing(change.0, with: change.1).utf8)
        .write(to: folder.url.appendingPathComponent("book.csv"))
      _ = try Tool.run(["convert", "book.csv", name + ".xlsx"], in: folder.url)
    }
    let arguments = ["merge", "base.xlsx", "ours.xlsx", "theirs.xlsx", "-o", "out.xlsx"]
    let merged = try Tool.run(arguments, in: folder.url)
    #expect(merged.status == 0)
    #expect(
      merged.errors.contains(
        "out.xlsx: note: formats are not merged: theirs.xlsx has others at book!C4"))
    #expect(try Tool.run(arguments + ["-q"], in: folder.url).errors.isEmpty)
    let same = try Tool.run(
      ["merge", "base.xlsx", "ours.xlsx", "ours.xlsx", "-o", "out.xlsx"], in: folder.url)
    #expect(!same.errors.contains("formats"))
  }
}
