import Foundation
import Testing

/// Runs the tool in a folder that holds some files.
private func run(
  _ words: String, _ files: [String: String] = [:], input: String? = nil
) throws -> (result: Tool.Result, folder: TemporaryFolder) {
  let folder = try TemporaryFolder()
  for (name, text) in files {
    try Data(text.utf8).write(to: folder.url.appendingPathComponent(name))
  }
  let result = try Tool.run(words, input: input.map { Data($0.utf8) }, in: folder.url)
  return (result, folder)
}

@Suite("kpibook convert to a workbook")
struct ConvertTests {
  private let text = "id,code,price,day\n1,007,1.50,2024-01-31\n2,1E5,2.25,2024-02-01\n"

  @Test func writesAWorkbookThatReadsBackTheSame() throws {
    let (made, folder) = try run("convert in.csv out.xlsx", ["in.csv": text])
    #expect(made.status == 0)
    #expect(made.output == "" && made.errors == "")
    #expect(try folder.names() == ["in.csv", "out.xlsx"])
    let back = try Tool.run("convert out.xlsx -  --to csv --values shown", in: folder.url)
    #expect(back.output == text)
  }

  @Test func callsTheSheetByTheFilesName() throws {
    let (_, folder) = try run("convert in.csv out.xlsx", ["in.csv": "a\n1\n"])
    let named = try Tool.run("convert out.xlsx - --to csv --sheet in", in: folder.url)
    #expect(named.output == "a\n1\n")
    _ = try Tool.run("convert in.csv out.xlsx --sheet Data", in: folder.url)
    let other = try Tool.run("convert out.xlsx - --to csv --sheet Data", in: folder.url)
    #expect(other.status == 0)
  }

  @Test func convertsBetweenStandardStreams() throws {
    let folder = try TemporaryFolder()
    let made = try Tool.runBytes(
      ["convert", "-", "-", "--from", "tsv", "--to", "xlsx"], input: Data("a\tb\n1\t2\n".utf8),
      in: folder.url)
    #expect(made.status == 0)
    // A zip archive begins so (APPNOTE 4.3.7).
    #expect(made.output.prefix(4) == Data([0x50, 0x4b, 3, 4]))
    let back = try Tool.run(
      ["convert", "-", "-", "--from", "xlsx", "--to", "csv"], input: made.output, in: folder.url)
    #expect(back.output == "a,b\n1,2\n")
  }

  @Test func tellsWhatItAssumed() throws {
    let (made, _) = try run("convert in.csv out.xlsx --verbose", ["in.csv": text])
    let lines = made.errors.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("in.csv: note: delimiter: comma (") })
    #expect(
      lines.contains(
        "in.csv: note: column B 'code': text, since 007 would be another thing as a number"))
    #expect(lines.last == "in.csv: note: 3 records written")
  }

  @Test func goesThroughAFileAgainWhenCodesComeLate() throws {
    var text = "n,code\n"
    for number in 1...30_000 { text += "\(number),\(number % 90 + 10)\n" }
    text += "30001,007\n"
    let (made, folder) = try run("convert in.csv out.xlsx --verbose", ["in.csv": text])
    #expect(made.status == 0)
    #expect(
      made.errors.contains(
        "in.csv: note: column B 'code': text, since 007 on line 30002 would be another thing"))
    // A pipe can be read but once; there it is told what was done.
    let piped = try Tool.shell(
      "cat in.csv | $KPIBOOK convert - piped.xlsx --from csv", in: folder.url)
    #expect(piped.status == 0)
    #expect(
      piped.errors
        == "standard input: 30002: note: 007 makes column B 'code' one of codes, but numbers of it "
        + "are written already; name it with --text to make all of it text\n")
    for name in ["out.xlsx", "piped.xlsx"] {
      let back = try Tool.run("convert \(name) - --to csv", in: folder.url)
      #expect(back.output == text)
    }
  }

  @Test func takesTheOptionsOfTypes() throws {
    let files = ["in.csv": "a,b\n1,\"2,5\"\n3,31/01/2024\n"]
    let (_, folder) = try run("convert in.csv out.xlsx --text a --locale fr", files)
    let back = try Tool.run("convert out.xlsx - --to csv", in: folder.url)
    #expect(back.output == "a,b\n1,2.5\n3,2024-01-31\n")
    _ = try Tool.run("convert in.csv out.xlsx --no-types --no-header", in: folder.url)
    let texts = try Tool.run("convert out.xlsx - --to csv", in: folder.url)
    #expect(texts.output == files["in.csv"])
  }

  @Test(
    "What cannot be read is told with its place",
    arguments: [
      ("a,b\n1,\"2\n", "in.csv: 2:3: error: the quote opened here is never closed\n"),
      (
        "a\u{0}b\n",
        "in.csv: 1:2: error: a NUL character is not text; "
          + "if this is a text file, name the encoding it is in\n"
      ),
      (
        "a,\(String(repeating: "x", count: 32_768))\n",
        "in.csv: 1:3: error: the field that begins here has 32768 characters and a cell holds at "
          + "most 32,767; shorten it or have it cut off\n"
      ),
    ])
  func tellsFaults(text: String, errors: String) throws {
    let (made, folder) = try run("convert in.csv out.xlsx", ["in.csv": text, "out.xlsx": "old"])
    #expect(made.status == 2)
    #expect(made.errors == errors)
    // The old file is untouched, and nothing is left beside it.
    #expect(try folder.names() == ["in.csv", "out.xlsx"])
    #expect(try String(contentsOfFile: folder.path("out.xlsx"), encoding: .utf8) == "old")
  }

  @Test func cutsWhatIsTooLongIfSaidSo() throws {
    let long = String(repeating: "x", count: 32_768)
    let (made, _) = try run("convert in.csv out.xlsx --truncate", ["in.csv": "a\n\(long)\n"])
    #expect(made.status == 0)
    #expect(made.errors == "in.csv: warning: 1 field was cut to 32,767 characters\n")
  }

  @Test(
    "Faults of files",
    arguments: [
      (
        "convert no.csv out.xlsx",
        "no.csv: error: there is no such file; check the name and the folder\n"
      ),
      (
        "convert . out.xlsx --from csv",
        ".: error: it is a folder; name a file in it, such as ./in.csv\n"
      ),
      (
        "convert in.csv no/out.xlsx",
        "no/out.xlsx: error: there is no folder 'no'; make it (mkdir -p), or name another file\n"
      ),
      (
        "convert in.csv /proc/out.xlsx",
        "/proc/out.xlsx: error: no file can be made in '/proc'; name a file elsewhere\n"
      ),
      (
        "convert in.csv out.xlsx --text nobody",
        "in.csv: error: there is no column 'nobody'; there are 'a'\n"
      ),
      (
        "convert in.csv out.xlsx --sheet a/b",
        "out.xlsx: 'a/b': error: a sheet's name cannot hold '/': none of [ ] : * ? / \\ can stand in it\n"
      ),
    ])
  func tellsFaultsOfFiles(words: String, errors: String) throws {
    let (made, folder) = try run(words, ["in.csv": "a\n1\n"])
    #expect(made.status == 2)
    #expect(made.errors == errors)
    #expect(try folder.names() == ["in.csv"])
  }

  @Test(
    "Wrong usage ends with 64",
    arguments: [
      "convert in.csv out.xlsx --level 0", "convert in.csv out.xlsx --level 10",
      "convert in.csv out.xlsx --encoding klingon", "convert in.csv out.xlsx --locale xx",
      "convert in.csv out.xlsx --delimiter abc", "convert in.csv out.xlsx --values shown",
      "convert in.csv out.csv", "convert a.xlsx b.xlsx", "convert in.csv -", "convert - out.xlsx",
      "convert in.dat out.xlsx", "convert a.xlsx out.csv --level 3",
    ])
  func refusesWrongUsage(words: String) throws {
    let (made, folder) = try run(words, ["in.csv": "a\n1\n"])
    #expect(made.status == 64)
    #expect(try folder.names() == ["in.csv"])
  }

  @Test func makesSmallerFilesAtHigherLevels() throws {
    var text = "id,word\n"
    for number in 0..<20_000 { text += "\(number),word \(number % 97)\n" }
    let (_, folder) = try run("convert in.csv fast.xlsx --level 1", ["in.csv": text])
    _ = try Tool.run("convert in.csv small.xlsx --level 9", in: folder.url)
    func size(_ name: String) throws -> Int {
      try FileManager.default.attributesOfItem(atPath: folder.path(name))[.size] as? Int ?? 0
    }
    #expect(try size("small.xlsx") < size("fast.xlsx"))
    let fast = try Tool.run("convert fast.xlsx - --to csv", in: folder.url)
    let small = try Tool.run("convert small.xlsx - --to csv", in: folder.url)
    #expect(fast.output == text)
    #expect(small.output == text)
  }
}

extension Tool {
  /// Runs the tool, and keeps its output as bytes.
  fileprivate static func runBytes(
    _ arguments: [String], input: Data, in folder: URL
  ) throws -> (status: Int32, output: Data) {
    let given = folder.appendingPathComponent("given")
    let output = folder.appendingPathComponent("output")
    try input.write(to: given)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("kpibook")
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try Data(contentsOf: output))
  }
}
