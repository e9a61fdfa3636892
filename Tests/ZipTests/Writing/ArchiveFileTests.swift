import Glibc
import TestSupport
import Testing

@testable import Zip

@Suite("An archive on disk")
struct ArchiveFileTests {
  private func content(_ path: String) throws -> [UInt8] {
    let file = try RandomAccessFile(path: path)
    return try file.read(at: 0, count: Int(file.size))
  }

  @Test func appearsWhenItIsFinished() throws {
    let old = try TemporaryFile(Array("old".utf8))
    let file = try ArchiveFile(old.path)
    try file.write(Array("new".utf8).span)
    #expect(try content(old.path) == Array("old".utf8))
    try file.finish()
    #expect(try content(old.path) == Array("new".utf8))
  }

  @Test func keepsPermissionsAndLinks() throws {
    let old = try TemporaryFile(Array("old".utf8))
    _ = unsafe chmod(old.path, 0o640)
    let link = old.path + "-link"
    #expect(unsafe symlink(old.path, link) == 0)
    defer { _ = unsafe unlink(link) }
    let file = try ArchiveFile(link)
    try file.write(Array("new".utf8).span)
    try file.finish()
    #expect(try content(old.path) == Array("new".utf8))
    var status = stat()
    #expect(unsafe lstat(link, &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(unsafe stat(old.path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test func leavesNothingBehindWhenItIsDropped() throws {
    let old = try TemporaryFile(Array("old".utf8))
    do {
      let file = try ArchiveFile(old.path)
      try file.write(Array("half".utf8).span)
    }
    #expect(try content(old.path) == Array("old".utf8))
    var matches = unsafe glob_t()
    defer { unsafe globfree(&matches) }
    _ = unsafe glob(old.path + ".*", 0, nil, &matches)
    let found = unsafe matches.gl_pathc
    #expect(found == 0)
  }

  @Test func saysWhyItCannotBeOpened() {
    let error = #expect(throws: ZipError.self) { try ArchiveFile("/no/such/folder/book.xlsx") }
    #expect(error?.code == .unwritable)
    #expect(error?.message.contains("No such file") == true)
  }
}
