internal import Glibc

/// A file that appears whole or not at all.
///
/// The bytes go to a new file beside the one named, which ``finish()`` puts in its place. Until then
/// a file of that name stays as it is, and if it never comes to that, the new one is removed.
public final class ArchiveFile: ArchiveSink {
  private let path: String
  private let temporary: String
  private var descriptor: Int32

  /// Opens a new file beside `path`.
  ///
  /// - Throws: ``ZipError`` with code `.unwritable` and the system's reason.
  public init(_ path: String) throws(ZipError) {
    self.path = path
    var template = Array((path + ".XXXXXX").utf8CString)
    descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw .unwritable(errno) }
    temporary = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // As open(2) would make it; mkstemp makes files that only their owner may read.
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, 0o666 & ~mask)
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    _ = unsafe unlink(temporary)
  }

  /// Appends bytes.
  ///
  /// - Throws: ``ZipError`` when the disk is full.
  public func write(_ bytes: Span<UInt8>) throws {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw ZipError.unwritable(errno)
      }
      done += count
    }
  }

  /// Brings the bytes to disk and gives the file its name.
  ///
  /// - Throws: ``ZipError`` with code `.unwritable`; the old file is whole then.
  public func finish() throws(ZipError) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .unwritable(errno) }
    guard unsafe rename(temporary, path) == 0 else { throw .unwritable(errno) }
    close(descriptor)
    descriptor = -1
  }
}

extension ZipError {
  fileprivate static func unwritable(_ code: Int32) -> ZipError {
    ZipError(
      .unwritable, "the archive could not be written: \(unsafe String(cString: strerror(code)))")
  }
}
