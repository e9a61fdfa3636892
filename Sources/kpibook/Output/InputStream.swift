internal import Glibc

/// A file or standard input, read from front to back.
final class InputStream {
  private let name: String
  private let descriptor: Int32
  /// How many bytes there are, where that is known.
  let size: Int?
  /// Where it began, if one can go back there.
  private let start: off_t

  init(_ path: String) throws {
    name = path == "-" ? "standard input" : path
    try InputFault.check(path)
    descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path, SystemError.words(errno)) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw Failure(name, SystemError.words(errno))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(name, "it is a folder") }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    size = isFile ? Int(status.st_size) : nil
    start = isFile ? lseek(descriptor, 0, SEEK_CUR) : -1
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// Goes back to the beginning.
  ///
  /// - Returns: whether that can be done.
  func startAgain() -> Bool { start >= 0 && lseek(descriptor, start, SEEK_SET) == start }

  /// Appends the next bytes, none at the end.
  ///
  /// - Returns: how many there were.
  func read(into buffer: inout OutputSpan<UInt8>) throws -> Int {
    let got = unsafe buffer.withUnsafeMutableBufferPointer { bytes, count in
      while true {
        let free = unsafe UnsafeMutableBufferPointer(rebasing: bytes[count...])
        let got = unsafe Glibc.read(descriptor, free.baseAddress, free.count)
        if got < 0, errno == EINTR { continue }
        if got > 0 { count += got }
        return got
      }
    }
    guard got >= 0 else {
      throw Failure(name, "cannot be read: \(SystemError.words(errno))")
    }
    return got
  }
}
