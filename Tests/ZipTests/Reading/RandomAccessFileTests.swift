import Glibc
import TestSupport
import Testing
import Zip

@Suite("RandomAccessFile")
struct RandomAccessFileTests {
  static let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

  /// The same bytes on disk and in memory.
  static func both() throws -> (files: [RandomAccessFile], keep: TemporaryFile) {
    let temporary = try TemporaryFile(bytes)
    return (
      [try RandomAccessFile(path: temporary.path), RandomAccessFile(bytes: bytes)], temporary
    )
  }

  @Test(
    "gives what there is between an offset and the end",
    arguments: [
      (0, 10), (0, 1_000), (0, 5_000), (990, 10), (990, 100), (999, 1), (1_000, 1), (500, 0),
      (500, -1), (1_001, 10), (0, Int.max),
    ] as [(UInt64, Int)])
  func reads(offset: UInt64, count: Int) throws {
    let (files, keep) = try RandomAccessFileTests.both()
    defer { withExtendedLifetime(keep) {} }
    let wanted = RandomAccessFileTests.bytes.dropFirst(Int(offset)).prefix(max(count, 0))
    for file in files {
      #expect(file.size == 1_000)
      #expect(try file.read(at: offset, count: count) == Array(wanted))
    }
  }

  @Test("gives nothing at offsets past every file", arguments: [1 << 63, UInt64.max])
  func farOffsets(offset: UInt64) throws {
    let (files, keep) = try RandomAccessFileTests.both()
    defer { withExtendedLifetime(keep) {} }
    for file in files { #expect(try file.read(at: offset, count: 100) == []) }
  }

  @Test(
    "says why a path cannot be read",
    arguments: [
      ("/nowhere/book.xlsx", "cannot be read: there is no such file"),
      ("/tmp", "cannot be read: it is a folder"),
      ("/dev/null", "cannot be read: it is not a regular file"),
    ])
  func unreadable(path: String, sentence: String) {
    let error = #expect(throws: ZipError.self) { try RandomAccessFile(path: path) }
    #expect(error?.description == sentence)
    #expect(error?.code == .unreadable)
  }

  @Test func refusesAPipeWithoutWaitingForItsOtherEnd() {
    let path = "/tmp/kpibook-test-pipe-\(getpid())"
    guard unsafe mkfifo(path, 0o600) == 0 else { return }
    defer { unsafe unlink(path) }
    let error = #expect(throws: ZipError.self) { try RandomAccessFile(path: path) }
    #expect(error?.description == "cannot be read: it is not a regular file")
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func saysThatPermissionIsDenied() throws {
    let file = try TemporaryFile([1])
    file.makeUnreadable()
    let error = #expect(throws: ZipError.self) { try RandomAccessFile(path: file.path) }
    #expect(error?.description == "cannot be read: permission denied")
  }
}
