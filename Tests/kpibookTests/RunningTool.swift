import Foundation

/// The built tool, run as a person or script runs it.
enum Tool {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The folder of the checkout.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The tool lies beside the test runner.
  private static let binary = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("kpibook")

  /// Runs the tool in a folder (default: the checkout's) and waits for it.
  static func run(
    _ arguments: [String], input: Data? = nil, in folder: URL? = nil
  ) throws -> Result {
    try wait(
      for: binary, arguments, ["PATH": "/usr/bin:/bin", "NO_COLOR": "1"], input: input ?? Data(),
      in: folder ?? root)
  }

  /// Runs a program and waits for it.
  private static func wait(
    for program: URL, _ arguments: [String], _ environment: [String: String], input: Data,
    in folder: URL, errors terminal: FileHandle? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    // Files rather than pipes: no pipe can fill up while the other one is read.
    let scratch = try TemporaryFolder()
    let output = scratch.url.appendingPathComponent("output")
    let errors = scratch.url.appendingPathComponent("errors")
    let given = scratch.url.appendingPathComponent("input")
    try Data().write(to: output)
    try Data().write(to: errors)
    try input.write(to: given)
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try terminal ?? FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// Runs a shell script in a folder; `$KPIBOOK` is the tool.
  ///
  /// - Parameters:
  ///   - script: The script.
  ///   - folder: Where it runs.
  ///   - terminal: Where its errors go instead of into the result.
  /// - Returns: What it wrote.
  /// - Throws: What running it throws.
  @discardableResult
  static func shell(
    _ script: String, in folder: URL, errors terminal: FileHandle? = nil
  ) throws -> Result {
    try wait(
      for: URL(fileURLWithPath: "/bin/sh"), ["-c", script],
      ["PATH": "/usr/bin:/bin", "NO_COLOR": "1", "KPIBOOK": binary.path], input: Data(),
      in: folder, errors: terminal)
  }

  /// Runs the tool with words separated by blanks.
  static func run(_ words: String, input: Data? = nil, in folder: URL? = nil) throws -> Result {
    try run(words.split(separator: " ").map(String.init), input: input, in: folder)
  }
}

/// A folder that goes when the test is over.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("kpibook-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }
}
