internal import Glibc

/// A file that appears whole or not at all.
///
/// The bytes go to a new file beside the one named, which ``finish()`` puts in its place, with the
/// permissions of the old one. A symbolic link stays; the file it leads to is the one replaced. Until
/// then that file stays as it is, and if it never comes to that, the new one is removed.
public final class ArchiveFile: ArchiveSink {
  private let path: String
  private let temporary: String
  private var descriptor: Int32

  /// Opens a new file beside `path`.
  ///
  /// - Throws: ``ZipError`` with code `.unwritable` and the system's reason.
  public init(_ path: String) throws(ZipError) {
    self.path = ArchiveFile.resolved(path)
    var old = stat()
    let isThere = unsafe stat(self.path, &old) == 0
    var template = Array((self.path + ".XXXXXX").utf8CString)
    descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw .unwritable(errno) }
    temporary = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Else as open(2) would make it; mkstemp makes files that only their owner may read.
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, isThere ? old.st_mode & 0o777 : 0o666 & ~mask)
  }

  /// The path with symbolic links followed, as it is if there is no such file.
  private static func resolved(_ path: String) -> String {
    guard let found = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
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
