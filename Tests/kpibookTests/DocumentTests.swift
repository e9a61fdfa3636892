import Foundation
import Testing

/// Commands in the documents are promises: each `$ kpibook …` line of a code block is run, in
/// order, in a folder of its own beside a copy of `samples/`.
@Suite("Documents")
struct DocumentTests {
  /// README and every page of `docs/` that shows a command.
  static let documents: [String] = {
    let pages = try? FileManager.default.contentsOfDirectory(
      atPath: Tool.root.appendingPathComponent("docs").path)
    let names = (pages ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    return ["README.md"]
      + names.filter { name in
        let page = try? String(
          contentsOf: Tool.root.appendingPathComponent(name), encoding: .utf8)
        return page?.contains("\n$ kpibook ") ?? false
      }
  }()

  @Test("Every command in a document works", arguments: documents)
  func runsTheCommandsOf(document: String) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Tool.root.appendingPathComponent("samples"),
      to: folder.url.appendingPathComponent("samples"))
    let text = try String(
      contentsOf: Tool.root.appendingPathComponent(document), encoding: .utf8)
    let commands = text.split(separator: "\n").filter { $0.hasPrefix("$ kpibook ") }
    #expect(!commands.isEmpty)
    for command in commands {
      let words = Self.words(command.dropFirst("$ kpibook ".count))
      let result = try Tool.run(words, in: folder.url)
      #expect(result.status == 0 || result.status == 1, "\(command): \(result.errors)")
    }
  }

  /// The words of a command line: blanks part them, single quotes keep them together.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    for (index, piece) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated()
    {
      if index % 2 == 1 {
        words.append(String(piece))
      } else {
        words += piece.split(separator: " ").map(String.init)
      }
    }
    return words
  }
}
