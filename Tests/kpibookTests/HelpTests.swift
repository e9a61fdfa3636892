import Foundation
import Testing

@Suite("Help")
struct HelpTests {
  static let commands = [
    "inspect", "explain", "list", "show", "import", "check", "customize", "diff", "merge", "apply",
    "edit", "export", "convert",
  ]

  @Test("Every example of --help works", arguments: commands)
  func examplesWork(command: String) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Tool.root.appendingPathComponent("samples"),
      to: folder.url.appendingPathComponent("samples"))
    let help = try Tool.run([command, "--help"]).output
    let joined = help.replacingOccurrences(of: " \\\n", with: " ")
    let examples = joined.split(separator: "\n").filter { $0.hasPrefix("  kpibook ") }
    #expect(!examples.isEmpty)
    for example in examples {
      let line = "\"$KPIBOOK\"" + example.dropFirst("  kpibook".count)
      let result = try Tool.shell(line, in: folder.url)
      #expect(result.status == 0 || result.status == 1, "\(example): \(result.errors)")
    }
  }

  @Test("Help is wrapped once, at 80 columns", arguments: commands)
  func isWrappedOnce(command: String) throws {
    let help = try Tool.run([command, "--help"]).output
    let text = help.prefix(upTo: help.range(of: "\nUSAGE")?.lowerBound ?? help.endIndex)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, next) in zip(lines, lines.dropFirst())
    where !line.hasPrefix(" ") && !next.hasPrefix(" ") && !line.isEmpty && !next.isEmpty {
      let word = next.prefix { $0 != " " }
      #expect(line.count <= 80)
      #expect(line.count + 1 + word.count > 79, "\(line)")
    }
  }
}
