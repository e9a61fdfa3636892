public import Zip

/// Files under `Tests/Fixtures`, found from the place of this source file.
public enum Fixture {
  /// The folder that holds `Tests`.
  public static let checkout = folder(above: #filePath, steps: 3)

  /// The path of a fixture, such as `hostile/zip64-size-past-int64.xlsx`.
  public static func path(_ name: String) -> String { "\(checkout)/Tests/Fixtures/\(name)" }

  /// The bytes of a fixture.
  ///
  /// - Throws: `ZipError` when it cannot be read.
  public static func bytes(_ name: String) throws(ZipError) -> [UInt8] { try file(path(name)) }

  /// The bytes of any file.
  ///
  /// - Throws: `ZipError` when it cannot be read.
  public static func file(_ path: String) throws(ZipError) -> [UInt8] {
    let file = try RandomAccessFile(path: path)
    return try file.read(at: 0, count: Int(clamping: file.size))
  }

  private static func folder(above path: String, steps: Int) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast(steps)
      .joined(separator: "/")
  }
}
