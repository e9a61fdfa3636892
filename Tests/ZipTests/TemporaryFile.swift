import Glibc
import Testing

/// A file that is gone when the test is over.
final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    var template = Array("/tmp/kpibook-test-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    try #require(descriptor >= 0)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let written = unsafe write(descriptor, bytes, bytes.count)
    close(descriptor)
    try #require(written == bytes.count)
  }

  func truncate(to size: Int) {
    #expect(unsafe Glibc.truncate(path, off_t(size)) == 0)
  }

  func makeUnreadable() {
    #expect(unsafe chmod(path, 0) == 0)
  }

  deinit { unsafe unlink(path) }
}
