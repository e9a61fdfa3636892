import Foundation
import Testing

@Suite("kpibook edit")
struct EditTests {
  private let sample = "samples/customer-measures-fr.xlsx"

  /// A copy of the sample in a folder of its own.
  private func copy(in folder: TemporaryFolder, as name: String = "book.xlsx") throws -> String {
    try FileManager.default.copyItem(
      atPath: Tool.root.appendingPathComponent(sample).path, toPath: folder.path(name))
    return folder.path(name)
  }

  private func cell(_ book: String, sheet: String, line: Int, field: Int) throws -> String {
    let text = try Tool.run(["convert", book, "-", "--to", "tsv", "--sheet", sheet]).output
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(line - 1) else { return "" }
    let fields = lines[line - 1].split(separator: "\t", omittingEmptySubsequences: false)
    return fields.indices.contains(field - 1) ? String(fields[field - 1]) : ""
  }

  @Test func changesCellsAndWritesANewFile() throws {
    let folder = try TemporaryFolder()
    let book = try copy(in: folder)
    let before = try Data(contentsOf: URL(fileURLWithPath: book))
    let result = try Tool.run([
      "edit", book, "--set", "'Mode d''emploi'!D30=first", "--set", "Mode d'emploi!D31=0.31",
      "--set", "listes!A2=neuf", "-o", folder.path("out.xlsx"),
    ])
    #expect(result.status == 0)
    #expect(result.output.isEmpty && result.errors.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: book)) == before)
    #expect(
      try cell(folder.path("out.xlsx"), sheet: "Mode d'emploi", line: 30, field: 4) == "first")
    #expect(
      try cell(folder.path("out.xlsx"), sheet: "Mode d'emploi", line: 31, field: 4) == "0.31")
    #expect(try cell(folder.path("out.xlsx"), sheet: "Listes", line: 2, field: 1) == "neuf")
  }

  @Test func replacesTheWorkbookItselfInOneStep() throws {
    let folder = try TemporaryFolder()
    let book = try copy(in: folder)
    let result = try Tool.run(["edit", book, "--set", "Listes!A2=neuf", "-o", book])
    #expect(result.status == 0)
    #expect(try cell(book, sheet: "Listes", line: 2, field: 1) == "neuf")
    #expect(try folder.names() == ["book.xlsx"])
  }

  @Test func takesAndGivesStandardStreams() throws {
    let folder = try TemporaryFolder()
    let book = try Data(contentsOf: URL(fileURLWithPath: try copy(in: folder)))
    let result = try Tool.run(
      ["edit", "-", "--set", "Listes!A2=neuf", "-o", folder.path("o.xlsx")], input: book)
    #expect(result.status == 0)
    let piped = try Tool.run(
      ["edit", "-", "--set", "Listes!A2=neuf", "-o", "-", "--dry-run"], input: book)
    #expect(piped.status == 0)
    #expect(try cell(folder.path("o.xlsx"), sheet: "Listes", line: 2, field: 1) == "neuf")
  }

  @Test func insertsAndDeletesRowsAsTheyAreNumberedBefore() throws {
    let folder = try TemporaryFolder()
    let book = try copy(in: folder)
    let third = try cell(book, sheet: "Listes", line: 3, field: 1)
    let result = try Tool.run([
      "edit", book, "--insert-rows", "Listes!2:3", "--delete-rows", "'Listes'!2", "--set",
      "Listes!A4=neuf", "-o", folder.path("out.xlsx"),
    ])
    #expect(result.status == 0)
    #expect(result.output.isEmpty && result.errors.isEmpty)
    let lines = try (2...5).map {
      try cell(folder.path("out.xlsx"), sheet: "Listes", line: $0, field: 1)
    }
    #expect(lines == ["", "", third, "neuf"])
  }

  @Test func tellsWhatFollowsRowsThatMove() throws {
    let folder = try TemporaryFolder()
    let book = try copy(in: folder)
    let result = try Tool.run([
      "edit", book, "--insert-rows", "Indicateurs clients!10:11", "--dry-run", "--report",
      folder.path("plan.json"),
    ])
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        """
        'Indicateurs clients'!10:11: inserted (like row 9)
        'Indicateurs clients': filter: A5:P69 -> A5:P71
        """))
    let plan = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder.path("plan.json"))))
    let rows = (plan as? [String: Any])?["rows"] as? [[String: Any]]
    #expect(rows?.first?["change"] as? String == "inserted")
    #expect(rows?.first?["first"] as? Int == 10)
    let followers = (plan as? [String: Any])?["follow"] as? [[String: Any]]
    #expect(followers?.contains { $0["new"] as? String == "B6:B71" } == true)
  }

  @Test func givesTheIdenticalFileWhenNothingChanges() throws {
    let folder = try TemporaryFolder()
    let book = try copy(in: folder)
    let value = try cell(book, sheet: "Listes", line: 2, field: 1)
    let result = try Tool.run(
      ["edit", book, "--set", "Listes!A2='\(value)", "-o", folder.path("out.xlsx")])
    #expect(result.status == 0)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: book))
        == Data(contentsOf: URL(fileURLWithPath: folder.path("out.xlsx"))))
  }

  @Test func printsThePlanAndWritesNothing() throws {
    let folder = try TemporaryFolder()
    let book = try copy(in: folder)
    let result = try Tool.run([
      "edit", book, "--set", "Listes!Z9=2.50", "--set", "Listes!Z10==1+1", "--dry-run", "-o",
      folder.path("out.xlsx"), "--report", folder.path("plan.json"),
    ])
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        "Listes!Z9: blank -> 2.5 (new cell)\nListes!Z10: blank -> =1+1 (new cell)\n"))
    #expect(result.output.contains("xl/worksheets/sheet4.xml: changed: 2 cells change"))
    #expect(try folder.names() == ["book.xlsx", "plan.json"])
    let plan = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder.path("plan.json"))))
    let changes = (plan as? [String: Any])?["changes"] as? [[String: Any]]
    #expect(changes?.count == 2)
    #expect(changes?.first?["new"] as? Double == 2.5)
    #expect(changes?.last?["newFormula"] as? String == "1+1")
  }

  @Test(
    "says in one line what it cannot do, and leaves no output",
    arguments: [
      (["--set", "Nowhere!A1=1"], 2, "there is no sheet 'Nowhere'"),
      (
        ["--set", "Listes!A1=1", "--set", "Listes!a1=2"], 2,
        "Listes!A1: error: the cell is set twice"
      ),
      (["--set", "A1=1"], 2, "it has several sheets ("),
      (["--set", "Listes!A0=1"], 64, "is not of the form"),
      (["--set", "Listes!A1"], 64, "is not of the form"),
      (["--insert-rows", "Listes!0:1"], 64, "is not of the form"),
      (["--insert-rows", "Listes!3:2"], 64, "is not of the form"),
      (["--delete-rows", "Listes!A1"], 64, "is not of the form"),
      (["--delete-rows", "Nowhere!1"], 2, "there is no sheet 'Nowhere'"),
      (
        ["--delete-rows", "Listes!3", "--set", "Listes!A3=1"], 2,
        "Listes!A3: error: the cell is in a row that the same edit removes"
      ),
      ([], 64, "Say what to change"),
    ])
  func failures(options: [String], status: Int32, words: String) throws {
    let folder = try TemporaryFolder()
    let book = try copy(in: folder)
    let result = try Tool.run(["edit", book] + options + ["-o", folder.path("out.xlsx")])
    #expect(result.status == status)
    #expect(result.errors.contains(words))
    if status == 2 { #expect(result.errors.split(separator: "\n").count == 1) }
    #expect(try folder.names() == ["book.xlsx"])
  }

  @Test func wantsToKnowWhereToWrite() throws {
    let result = try Tool.run(["edit", sample, "--set", "Listes!A1=1"])
    #expect(result.status == 64)
    #expect(result.errors.contains("Say where to write with -o"))
  }

  @Test func leavesTheOldFileWholeWhenTheInputIsDamaged() throws {
    let folder = try TemporaryFolder()
    let book = try copy(in: folder)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: book))
    for index in bytes.count / 3..<bytes.count / 2 { bytes[index] ^= 0xff }
    try bytes.write(to: URL(fileURLWithPath: book))
    let result = try Tool.run(["edit", book, "--set", "Indicateurs clients!A9=x", "-o", book])
    #expect(result.status == 2)
    #expect(try Data(contentsOf: URL(fileURLWithPath: book)) == bytes)
    #expect(try folder.names() == ["book.xlsx"])
  }

  @Test(
    "a slip of the pen is noted",
    arguments: [
      ("C2=abc", "book!C2: note: the cell held a number and now holds the text 'abc'"),
      ("D2=soon", "book!D2: note: the cell held a date or time and now holds the text 'soon'"),
      ("C2='abc", nil), ("A2=abc", nil), ("C2=7", nil), ("C2==A2", nil), ("C2=", nil),
    ] as [(String, String?)])
  func textForNumber(setting: String, note: String?) throws {
    let folder = try TemporaryFolder()
    try Data("Name,Unit,Target,Date\nRenewal rate,%,90,2026-12-31\n".utf8)
      .write(to: folder.url.appendingPathComponent("book.csv"))
    _ = try Tool.run(["convert", "book.csv", "book.xlsx"], in: folder.url)
    let result = try Tool.run(
      ["edit", "book.xlsx", "--set", setting, "-o", "out.xlsx"], in: folder.url)
    #expect(result.status == 0)
    #expect(result.errors == (note.map { "book.xlsx: \($0)\n" } ?? ""))
    let quiet = try Tool.run(
      ["edit", "book.xlsx", "-q", "--set", setting, "-o", "out.xlsx"], in: folder.url)
    #expect(quiet.status == 0 && quiet.errors.isEmpty)
  }

  @Test func aNumberThatIsShownRoundedIsNoted() throws {
    let folder = try TemporaryFolder()
    try Data("Name,Target\nRenewal rate,31.50\nChurn rate,4.25\n".utf8)
      .write(to: folder.url.appendingPathComponent("book.csv"))
    _ = try Tool.run(["convert", "book.csv", "book.xlsx"], in: folder.url)
    let result = try Tool.run(
      ["edit", "book.xlsx", "--set", "B2=4.125", "--set", "B3=4.12", "-o", "out.xlsx"],
      in: folder.url)
    #expect(
      result.errors
        == "book.xlsx: book!B2: note: 4.125 is shown as '4.13' by the number format 0.00\n")
  }

  @Test func aPercentTypedWithoutItsSignIsNoted() throws {
    let folder = try TemporaryFolder()
    let book = Tool.root.appendingPathComponent("samples/customer-measures-en.xlsx").path
    // The cell holds 0.84, shown as 84%.
    func told(_ value: String) throws -> String {
      try Tool.run(
        ["edit", book, "--set", "Customer measures!M56=\(value)", "-o", "out.xlsx"],
        in: folder.url
      ).errors
    }
    #expect(
      try told("87").hasSuffix("!M56: note: 87 is shown as 8700%; type 87% for that\n"))
    #expect(try told("87%").isEmpty)
    #expect(try told("1.25").isEmpty)
  }
}
