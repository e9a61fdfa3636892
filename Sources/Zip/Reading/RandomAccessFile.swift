internal import Glibc

/// Bytes that can be read at any offset: a file by `pread`, or an array in memory.
///
/// Files are never mapped: truncating a mapped file kills the process that reads it.
public final class RandomAccessFile: Sendable {
  private enum Storage: Sendable {
    case descriptor(Int32)
    case memory([UInt8])
  }
  private let storage: Storage

  /// The size in bytes when the file was opened.
  public let size: UInt64

  /// Opens a file for reading.
  ///
  /// Follows symbolic links; a folder or a pipe is refused.
  ///
  /// - Throws: ``ZipError`` with code `.unreadable` and the system's reason.
  public init(path: String) throws(ZipError) {
    // Opening a pipe would wait for its other end before it could be refused.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(RandomAccessFile.reason(errno)) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .unreadable(RandomAccessFile.reason(code))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable(
        status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is not a regular file")
    }
    self.storage = .descriptor(descriptor)
    self.size = UInt64(clamping: status.st_size)
  }

  /// Takes bytes already in memory, such as what came through a pipe.
  public init(bytes: [UInt8]) {
    self.storage = .memory(bytes)
    self.size = UInt64(bytes.count)
  }

  deinit {
    if case .descriptor(let descriptor) = storage { close(descriptor) }
  }

  /// Reads up to `count` bytes at `offset`; fewer only at the end of the file.
  ///
  /// - Throws: ``ZipError`` with code `.unreadable`.
  public func read(at offset: UInt64, count: Int) throws(ZipError) -> [UInt8] {
    let available = offset < size ? size - offset : 0
    let wanted = Int(clamping: min(UInt64(clamping: max(count, 0)), available))
    var bytes = [UInt8](repeating: 0, count: wanted)
    let got: Result<Int, ZipError> = unsafe bytes.withUnsafeMutableBytes { buffer in
      do throws(ZipError) {
        return .success(unsafe try read(at: offset, into: buffer))
      } catch {
        return .failure(error)
      }
    }
    bytes.removeLast(wanted - (try got.get()))
    return bytes
  }

  /// Fills `buffer` from `offset` on; returns how many bytes there were.
  func read(at offset: UInt64, into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    switch storage {
    case .memory(let bytes):
      guard offset < size else { return 0 }
      let start = Int(offset)
      let count = min(buffer.count, bytes.count - start)
      unsafe bytes.withUnsafeBytes { source in
        unsafe buffer.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[start..<start + count]))
      }
      return count
    case .descriptor(let descriptor):
      var done = 0
      while done < buffer.count {
        guard let target = buffer.baseAddress, let position = off_t(exactly: offset + UInt64(done))
        else { break }
        let got = unsafe pread(descriptor, target + done, buffer.count - done, position)
        if got < 0 {
          if errno == EINTR { continue }
          throw .unreadable(RandomAccessFile.reason(errno))
        }
        if got == 0 { break }
        done += got
      }
      return done
    }
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "it is a folder"
    default: unsafe String(cString: strerror(code))
    }
  }
}
