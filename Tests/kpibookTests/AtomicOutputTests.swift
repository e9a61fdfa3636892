import Foundation
import Testing

/// Runs scripts in a folder that holds a small CSV file and an old output.
@Suite("What becomes of output files")
struct AtomicOutputTests {
  private let folder: TemporaryFolder
  private let csv = "a,b\n1,2\n"

  init() throws {
    folder = try TemporaryFolder()
    try Data(csv.utf8).write(to: folder.url.appendingPathComponent("in.csv"))
    try Data("old".utf8).write(to: folder.url.appendingPathComponent("out.xlsx"))
  }

  private func shell(_ script: String) throws -> Tool.Result {
    try Tool.shell(script, in: folder.url)
  }

  private func text(_ name: String) throws -> String {
    String(
      decoding: try Data(contentsOf: folder.url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// The file's cells as CSV.
  private func cells(_ name: String) throws -> String {
    try Tool.run(["convert", name, "-", "--from", "xlsx", "--to", "csv"], in: folder.url).output
  }

  /// Writes a CSV that makes a workbook of some 400 KB.
  private func makeLargeInput() throws {
    var text = "n,word\n"
    var state: UInt64 = 7
    for number in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += "\(number),w\(String(state >> 20, radix: 36))\n"
    }
    try Data(text.utf8).write(to: folder.url.appendingPathComponent("large.csv"))
  }

  @Test func keepsTheOldFilesPermissions() throws {
    let result = try shell(
      "chmod 640 out.xlsx; $KPIBOOK convert in.csv out.xlsx; stat -c %a out.xlsx")
    #expect(result.output == "640\n")
    #expect(try cells("out.xlsx") == csv)
  }

  @Test func givesANewFileThePermissionsThatAreAskedFor() throws {
    let result = try shell("umask 027; $KPIBOOK convert in.csv new.xlsx; stat -c %a new.xlsx")
    #expect(result.output == "640\n")
  }

  @Test func followsSymbolicLinks() throws {
    let result = try shell(
      """
      mkdir there; echo old > there/file.xlsx; ln -s there/file.xlsx link.xlsx
      ln -s link.xlsx second.xlsx; ln -s there/none.xlsx dangling.xlsx
      $KPIBOOK convert in.csv second.xlsx && $KPIBOOK convert in.csv dangling.xlsx
      readlink link.xlsx second.xlsx dangling.xlsx; ls -A there
      """)
    #expect(
      result.output == "there/file.xlsx\nlink.xlsx\nthere/none.xlsx\nfile.xlsx\nnone.xlsx\n")
    #expect(try cells("there/file.xlsx") == csv)
    #expect(try cells("there/none.xlsx") == csv)
  }

  @Test func readsAndReplacesTheSameFile() throws {
    let there = try shell("cp in.csv same; $KPIBOOK convert same same --from csv --to xlsx")
    #expect(there.status == 0)
    #expect(try cells("same") == csv)
    let back = try shell("$KPIBOOK convert same same --from xlsx --to csv")
    #expect(back.status == 0)
    #expect(try text("same") == csv)
  }

  @Test(
    "Names of standard output are standard output",
    arguments: ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
  func writesToStandardOutput(name: String) throws {
    let piped = try shell(
      "$KPIBOOK convert in.csv \(name) --to xlsx | cat > piped; { printf keep; $KPIBOOK convert "
        + "in.csv \(name) --to xlsx; } >> appended; head -c 4 appended; tail -c +5 appended > rest")
    #expect(piped.errors == "")
    #expect(piped.output == "keep")
    #expect(try cells("piped") == csv)
    #expect(try cells("rest") == csv)
  }

  @Test func tellsOfAFullDisk() throws {
    let result = try shell("$KPIBOOK convert in.csv /dev/full --to xlsx")
    #expect(result.status == 2)
    #expect(
      result.errors
        == "/dev/full: error: it cannot be written: the disk is full; make room, or name a file on another "
        + "disk\n")
  }

  @Test func leavesTheOldFileWhenTheNewOneGrowsTooLarge() throws {
    try makeLargeInput()
    let result = try shell("ulimit -f 64; $KPIBOOK convert large.csv out.xlsx")
    #expect(result.status == 2)
    #expect(
      result.errors
        == "out.xlsx: error: it was not written: the file would be larger than is allowed; raise the limit "
        + "(ulimit -f), or name a file elsewhere\n")
    #expect(try text("out.xlsx") == "old")
    #expect(try folder.names() == ["in.csv", "large.csv", "out.xlsx"])
  }

  @Test func endsWhenTheReaderGoesAway() throws {
    try makeLargeInput()
    let result = try shell(
      "{ $KPIBOOK convert large.csv - --to xlsx; echo $? > status; } | head -c 1 > first; cat status"
    )
    // The workbook is smaller than what is held back, so that it may all fit into the pipe.
    #expect(["141\n", "0\n"].contains(result.output))
    let closed = try shell(
      "sleep 0.1 | { sleep 0.2; exec 1<&-; :; } ; $KPIBOOK convert large.csv - --to xlsx >&-")
    #expect(closed.status == 2)
    #expect(closed.errors == "standard output: error: it cannot be written: it is closed\n")
  }

  @Test func writesNoNotesIntoTheOutputWhenStandardErrorIsClosed() throws {
    let result = try shell("$KPIBOOK convert - out.xlsx --from csv --verbose < in.csv 2>&-")
    #expect(result.status == 0)
    #expect(try cells("out.xlsx") == csv)
  }

  @Test(
    "A signal ends the work and leaves the old file, and nothing else",
    arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func cleansUp(signal: String, status: Int) throws {
    // A shell lets the jobs behind it ignore INT, hence the detour by env.
    let result = try shell(
      """
      mkfifo pipe; sleep 9 > pipe & sleeper=$!
      env --default-signal $KPIBOOK convert - out.xlsx --from csv < pipe & tool=$!
      until ls -A | grep -q kpibook-; do sleep 0.01; done
      kill -\(signal) $tool; wait $tool; echo $?; kill $sleeper; rm pipe
      """)
    #expect(result.output == "\(status)\n")
    #expect(try folder.names() == ["in.csv", "out.xlsx"])
    #expect(try text("out.xlsx") == "old")
  }

  @Test func goesOnWhereASignalIsToBeIgnored() throws {
    let result = try shell(
      """
      mkfifo pipe; { sleep 0.3; cat in.csv; } > pipe &
      trap '' HUP; $KPIBOOK convert - out.xlsx --from csv < pipe & tool=$!
      until ls -A | grep -q kpibook-; do sleep 0.01; done
      kill -HUP $tool; wait $tool; echo $?; rm pipe
      """)
    #expect(result.output == "0\n")
    #expect(try cells("out.xlsx") == csv)
  }

  @Test func leavesTheOldFileWholeWhenItIsKilled() throws {
    let result = try shell(
      """
      mkfifo pipe; sleep 9 > pipe & sleeper=$!
      $KPIBOOK convert - out.xlsx --from csv < pipe & tool=$!
      until ls -A | grep -q kpibook-; do sleep 0.01; done
      kill -KILL $tool; wait $tool; echo $?; kill $sleeper
      """)
    #expect(result.output == "137\n")
    #expect(try text("out.xlsx") == "old")
  }
}
