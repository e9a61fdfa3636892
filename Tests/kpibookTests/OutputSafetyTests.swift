import Foundation
import Testing

@Suite("What a command may write over")
struct OutputSafetyTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Tool.root.appendingPathComponent("samples/customer-measures-en.xlsx"),
      to: folder.url.appendingPathComponent("book.xlsx"))
    try Data("measures:\n  - id: a\n    name: A\n".utf8)
      .write(to: folder.url.appendingPathComponent("a.yaml"))
    return folder
  }

  @Test(
    "an output that would replace something else is wrong usage, and nothing is written",
    arguments: [
      ["customize", "a.yaml", "--set", "a.owner=Ada", "-o", "a.yaml"],
      ["import", "book.xlsx", "-o", "book.xlsx"],
      ["import", "book.xlsx", "-o", "new.xlsx"],
      ["inspect", "book.xlsx", "--write-mapping", "book.xlsx"],
      ["apply", "a.yaml", "book.xlsx", "-o", "out.xlsx", "--report", "book.xlsx"],
      ["apply", "a.yaml", "book.xlsx", "-o", "out.csv"],
      ["edit", "book.xlsx", "--set", "Guide!B2=x", "-o", "out.xlsx", "--report", "out.xlsx"],
      ["edit", "book.xlsx", "--set", "Guide!B2=x", "-o", "out.xlsx", "--report", "book.xlsx"],
    ])
  func isRefused(words: [String]) throws {
    let folder = try folder()
    let before = try Data(contentsOf: folder.url.appendingPathComponent("book.xlsx"))
    let result = try Tool.run(words, in: folder.url)
    #expect(result.status == 64, "\(result.errors)")
    #expect(try folder.names() == ["a.yaml", "book.xlsx"])
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("book.xlsx")) == before)
  }

  @Test func anEditWhoseReportCannotBeWrittenChangesNothing() throws {
    let folder = try folder()
    let before = try Data(contentsOf: folder.url.appendingPathComponent("book.xlsx"))
    let result = try Tool.run(
      [
        "edit", "book.xlsx", "--set", "Guide!B2=x", "-o", "book.xlsx", "--report", "none/r.json",
      ], in: folder.url)
    #expect(result.status == 2)
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("book.xlsx")) == before)
  }

  @Test(
    "a misspelt field or an unknown language is wrong usage",
    arguments: [
      (["list", "a.yaml", "--where", "knd=activity"], "did you mean 'kind'"),
      (["import", "book.xlsx", "--language", "xx"], "not in 'xx'"),
    ])
  func isSaid(words: [String], what: String) throws {
    let folder = try folder()
    let result = try Tool.run(words, in: folder.url)
    #expect(result.status == 64)
    #expect(result.errors.contains(what), "\(result.errors)")
  }
}
