import Foundation
import Testing

@Suite("kpibook customize, diff and merge")
struct CustomizeTests {
  private static let base = """
    version: "1"
    measures:
      - {id: a, name: A, owner: Ada, unit: percent}
      - {id: b, name: B, owner: Bob}
      - {id: c, name: C}

    """

  private func write(_ text: String, _ name: String, in folder: TemporaryFolder) throws {
    let url = folder.url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  private func text(_ name: String, in folder: TemporaryFolder) throws -> String {
    try String(contentsOfFile: folder.path(name), encoding: .utf8)
  }

  @Test func writesAnOverlayOfTheBuiltInCatalog() throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run(
      [
        "customize", "customer-measures", "--select", "NPS,renewal-rate",
        "--set", "net-promoter-score.owner=Head of Service",
        "--set", "net-promoter-score.targets=45 by 2026-12-31", "-o", "ours.yaml",
      ], in: folder.url)
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
    #expect(
      try text("ours.yaml", in: folder) == """
        extends: customer-measures
        select: [net-promoter-score, renewal-rate]
        measures:
          - id: net-promoter-score
            owner: Head of Service
            targets:
              - value: 45
                by: "2026-12-31"
        base:
          version: "1.0"
          measures:
            - id: net-promoter-score
              owner: null
              targets: null

        """)
    #expect(try folder.names() == ["ours.yaml"])
    // In place, and flat.
    let again = try Tool.run(
      [
        "customize", "ours.yaml", "--add", "pride", "--set", "pride.name.en=Pride", "-o",
        "ours.yaml",
      ],
      in: folder.url)
    #expect(again.status == 0)
    let flat = try Tool.run(["customize", "ours.yaml", "--flat"], in: folder.url)
    #expect(flat.output.contains("  - id: pride\n") && !flat.output.contains("extends:"))
    let diff = try Tool.run(["diff", "customer-measures", "ours.yaml"], in: folder.url)
    #expect(diff.status == 1)
    #expect(diff.output.hasSuffix("\nMeasures: 1 added, 51 removed, 1 changed\n"))
  }

  @Test func aChangedBaseIsToldAndBroughtIn() throws {
    let folder = try TemporaryFolder()
    try write(Self.base, "base.yaml", in: folder)
    let made = try Tool.run(
      ["customize", "base.yaml", "--set", "a.owner=Zoe", "--remove", "c", "-o", "ours.json"],
      in: folder.url)
    #expect(made.status == 0)
    let changed = Self.base.replacingOccurrences(of: "Ada", with: "Adam")
      .replacingOccurrences(of: "percent", with: "score").replacingOccurrences(of: "1", with: "2")
    try write(changed, "base.yaml", in: folder)
    let upgrade = try Tool.run(["customize", "ours.json", "-o", "ours.json"], in: folder.url)
    #expect(upgrade.status == 1)
    #expect(
      upgrade.errors
        == "ours.json: warning: a.owner: the base changed it too: was Ada; the overlay says Zoe, "
        + "the base Adam; the overlay's word is kept\n")
    let after = try Tool.run(["diff", "base.yaml", "ours.json"], in: folder.url)
    #expect(
      after.output == """
        ~ a  A
            owner  Adam → Zoe

        - c  C

        Measures: 1 removed, 1 changed

        """)
    #expect(after.errors.isEmpty)
  }

  @Test(
    "What is wrong ends with 2 and one line, and writes nothing",
    arguments: [
      (
        ["--set", "a.ownr=x"],
        "base.yaml: error: a.ownr: 'ownr' is not a field; did you mean 'owner'?\n"
      ),
      (
        ["--set", "a.kind=x"],
        "base.yaml: error: a.kind: 'x' is not a kind; use opinion or activity\n"
      ),
      (
        ["--select", "zzz"],
        "base.yaml: error: there is no measure 'zzz'; 'kpibook list' shows the ids\n"
      ),
      (["--add", "new"], "base.yaml: error: new: 'name' is missing; add it\n"),
    ])
  func saysWhatIsWrong(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    try write(Self.base, "base.yaml", in: folder)
    let result = try Tool.run(
      ["customize", "base.yaml"] + arguments + ["-o", "ours.yaml"], in: folder.url)
    #expect(result.status == 2 && result.errors == message)
    #expect(try folder.names() == ["base.yaml"])
  }

  @Test func wrongUsageEndsWith64() throws {
    #expect(try Tool.run("customize customer-measures --set owner").status == 64)
    #expect(try Tool.run("diff customer-measures").status == 64)
    #expect(try Tool.run("merge a b c --format json").status == 64)
  }

  @Test func aBaseIsReadOnlyInTheOverlaysFolderOrBelow() throws {
    let folder = try TemporaryFolder()
    try write(Self.base, "base.yaml", in: folder)
    try write(Self.base, "in/lib/base.yaml", in: folder)
    try write("extends: lib/base.yaml\nremove: [a]\n", "in/below.yaml", in: folder)
    try write("extends: ../base.yaml\n", "in/above.yaml", in: folder)
    try write("extends: link.yaml\n", "in/linked.yaml", in: folder)
    try write("extends: self.yaml\n", "in/self.yaml", in: folder)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("in/link.yaml"), withDestinationPath: "../base.yaml")
    func run(_ name: String, _ more: [String] = []) throws -> Tool.Result {
      try Tool.run(["customize", "in/" + name, "--flat"] + more, in: folder.url)
    }
    #expect(try run("below.yaml").status == 0)
    #expect(try run("above.yaml").status == 2)
    #expect(try run("linked.yaml").errors.contains("a link leads out of the overlay's folder"))
    #expect(try run("linked.yaml", ["--base", "base.yaml"]).status == 0)
    #expect(try run("self.yaml").errors.contains("the overlay builds on itself"))
  }

  @Test func anOverlayWrittenElsewhereNeedsItsBaseNamed() throws {
    let folder = try TemporaryFolder()
    try write(Self.base, "base.yaml", in: folder)
    try write("", "out/nothing", in: folder)
    let made = try Tool.run(
      ["customize", "base.yaml", "--remove", "a", "-o", "out/ours.yaml"], in: folder.url)
    #expect(made.status == 0)
    #expect(made.errors.hasPrefix("out/ours.yaml: note: 'base.yaml' is not in its folder or below"))
    #expect(try Tool.run(["diff", "out/ours.yaml", "base.yaml"], in: folder.url).status == 2)
    let diff = try Tool.run(
      ["diff", "base.yaml", "out/ours.yaml", "--base", "base.yaml"], in: folder.url)
    #expect(diff.status == 1 && diff.output.hasPrefix("- a  A\n"))
  }

  @Test func anOverlayOfAWorkbookIsReadLikeTheWorkbook() throws {
    let folder = try TemporaryFolder()
    let sample = Tool.root.appendingPathComponent("samples/customer-measures-en.xlsx")
    try FileManager.default.copyItem(
      at: sample, to: folder.url.appendingPathComponent("book.xlsx"))
    let made = try Tool.run(
      ["customize", "book.xlsx", "--set", "conversion-rate.owner=Ada", "-o", "ours.yaml"],
      in: folder.url)
    #expect(made.status == 0)
    let diff = try Tool.run(["diff", "book.xlsx", "ours.yaml", "--format", "json"], in: folder.url)
    #expect(diff.status == 1)
    #expect(
      diff.output.contains("\"field\": \"owner\"") && diff.output.contains("\"new\": \"Ada\""))
    #expect(try Tool.run(["diff", "book.xlsx", "book.xlsx"], in: folder.url).status == 0)
  }

  @Test func mergesAndTellsConflicts() throws {
    let folder = try TemporaryFolder()
    try write(Self.base, "base.yaml", in: folder)
    try write(Self.base.replacingOccurrences(of: "Ada", with: "Zoe"), "ours.yaml", in: folder)
    let theirs = Self.base.replacingOccurrences(of: "Bob", with: "Bill")
    try write(theirs, "theirs.yaml", in: folder)
    let merged = try Tool.run(
      ["merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "ours.yaml"], in: folder.url)
    #expect(merged.status == 0 && merged.errors.isEmpty)
    let result = try text("ours.yaml", in: folder)
    #expect(result.contains("owner: Zoe") && result.contains("owner: Bill"))

    try write(Self.base.replacingOccurrences(of: "Ada", with: "Tom"), "theirs.yaml", in: folder)
    let conflict = try Tool.run(
      ["merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "out.yaml"], in: folder.url)
    #expect(conflict.status == 1)
    #expect(
      conflict.errors == """
        out.yaml: warning: a.owner: both changed it: was Ada; ours is Zoe (ours.yaml), theirs is Tom (theirs.yaml); ours is kept
        out.yaml: note: 1 conflict; it was written with what ours.yaml says

        """)
    #expect(try text("out.yaml", in: folder) == result)
    let json = try Tool.run(
      [
        "merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "out.json", "--format", "json",
      ], in: folder.url)
    #expect(json.status == 1 && json.errors.isEmpty)
    #expect(json.output.contains("\"kind\": \"changedByBoth\""))
  }

  @Test func anOverlayMergedStaysAnOverlay() throws {
    let folder = try TemporaryFolder()
    try write(Self.base, "base.yaml", in: folder)
    for (name, owner) in [
      ("old", "a.kind=opinion"), ("ours", "a.owner=Zoe"), ("theirs", "b.owner=Bill"),
    ] {
      let made = try Tool.run(
        ["customize", "base.yaml", "--set", owner, "-o", name + ".yaml"], in: folder.url)
      #expect(made.status == 0)
    }
    let merged = try Tool.run(
      ["merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "out.yaml"], in: folder.url)
    #expect(merged.status == 0)
    #expect(
      try text("out.yaml", in: folder).hasPrefix(
        """
        extends: base.yaml
        measures:
          - id: a
            owner: Zoe
          - id: b
            owner: Bill

        """))
  }

  @Test(
    "a text in one language only is noted",
    arguments: [
      (
        "title=Ours",
        "title is set in the language en only; fr, it stay as they are; set it with title.fr=…"
      ),
      (
        "NPS.name=Ours",
        "net-promoter-score.name is set in the language en only; fr, it stay as they are; set it with "
          + "net-promoter-score.name.fr=…"
      ),
      ("NPS.targets[1].value=4", nil), ("NPS.targets=4 by 2026-12-31", nil),
      ("title.fr=Ours", nil), ("net-promoter-score.owner=Ada", nil), ("title={en: A, fr: B}", nil),
    ] as [(String, String?)])
  func textWithoutLanguage(setting: String, note: String?) throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run(
      ["customize", "customer-measures", "--set", setting, "-o", "ours.yaml"], in: folder.url)
    #expect(result.status == 0)
    #expect(result.errors == (note.map { "ours.yaml: note: \($0)\n" } ?? ""))
  }

  @Test func aMeasureOfTheBuiltInCatalogIsSaidToBeAdded() throws {
    let folder = try TemporaryFolder()
    try write(Self.base, "base.yaml", in: folder)
    let result = try Tool.run(
      [
        "customize", "base.yaml", "--add", "nps", "--add", "d", "--set", "d.name=D", "-o",
        "ours.yaml",
      ], in: folder.url)
    #expect(result.status == 0)
    #expect(result.errors == "ours.yaml: note: added the built-in net-promoter-score\n")
  }

  @Test(
    "Units are read as those of a workbook",
    arguments: [
      ("hours", "unit: kind: duration symbol: h"), ("d", "unit: kind: duration symbol: d"),
      ("Tage", "unit: kind: duration symbol: d"), ("pts", "unit: kind: score"),
      ("pp", "unit: kind: percentagePoints"),
      ("k€", "unit: kind: currency symbol: k€ currency: EUR"),
      ("Mio. €", "unit: kind: currency symbol: Mio. € currency: EUR"),
      ("per 1,000 visits", "unit: kind: rate per: 1000 visits"),
      ("percent", "unit: kind: percent"), ("CHF", "unit: kind: currency currency: CHF"),
    ])
  func unitsInWords(value: String, unit: String) throws {
    let folder = try TemporaryFolder()
    try write(Self.base, "base.yaml", in: folder)
    let result = try Tool.run(
      ["customize", "base.yaml", "--set", "b.unit=\(value)", "--flat", "-o", "ours.yaml"],
      in: folder.url)
    #expect(result.status == 0 && result.errors.isEmpty)
    let yaml = try text("ours.yaml", in: folder).filter { $0 != "\"" }
    let words = yaml.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(unit + " owner: Bob"), "\(yaml)")
  }
}
