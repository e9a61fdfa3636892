internal import Glibc

/// A file that appears whole or not at all, or a standard stream.
///
/// The bytes go to a new file beside the one named; ``commit()`` brings them to disk and renames it
/// over the old one, keeping its permissions and, where that is allowed, its owner. Symbolic links
/// are followed, so that the link stays. Until then the old file is untouched, so it may be the one
/// being read. The new file is removed when the output is dropped or the process is told to end.
final class AtomicOutput {
  private enum Target {
    case file(path: String, temporary: String)
    /// A standard stream, a device, a pipe, or anything else that cannot be renamed over.
    case direct(isOwned: Bool)
  }

  private let name: String
  private let target: Target
  private var descriptor: Int32
  private var pending: [UInt8] = []
  private var isCommitted = false
  private var hasFlushed = false
  /// What is held back before anything goes to a stream, so that a failure early on leaves it
  /// empty.
  private static let pendingLimit = 1 << 20

  /// Opens the output.
  ///
  /// - Parameter path: a file, or `-` for standard output.
  /// - Throws: ``Failure``.
  init(_ path: String) throws {
    name = path == "-" ? "standard output" : path
    if let open = AtomicOutput.openDescriptor(path) {
      descriptor = open == STDOUT_FILENO ? open : dup(open)
      guard descriptor >= 0 else { throw Failure(path, SystemError.words(errno)) }
      target = .direct(isOwned: descriptor != STDOUT_FILENO)
      return
    }
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists && status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw Failure(path, "it is a folder; name a file to write")
      }
      descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Failure(path, SystemError.words(errno)) }
      target = .direct(isOwned: true)
      return
    }
    if exists, unsafe access(path, W_OK) != 0 {
      throw Failure(
        path,
        "it cannot be written over (\(SystemError.words(errno))); change its permissions or name "
          + "another file")
    }
    let resolved = AtomicOutput.resolved(path)
    guard let made = TemporaryFiles.make(in: AtomicOutput.folder(resolved)) else {
      throw AtomicOutput.noFile(path, in: AtomicOutput.folder(resolved), errno)
    }
    descriptor = made.descriptor
    target = .file(path: resolved, temporary: made.path)
    if exists {
      takeOver(status)
    } else {
      let mask = umask(0)
      umask(mask)
      fchmod(descriptor, 0o666 & ~mask)
    }
  }

  deinit {
    switch target {
    case .direct(let isOwned): if isOwned { close(descriptor) }
    case .file(_, let temporary):
      guard !isCommitted else { return }
      close(descriptor)
      TemporaryFiles.remove(temporary)
    }
  }

  /// Gives the new file the owner and the permissions of the old one.
  private func takeOver(_ old: stat) {
    var mode = old.st_mode & 0o7777
    // A program that runs as its owner must not become one that runs as somebody else.
    if fchown(descriptor, old.st_uid, old.st_gid) != 0 { mode &= 0o777 }
    fchmod(descriptor, mode)
  }

  /// Takes bytes.
  ///
  /// - Throws: ``Failure`` when the disk is full or the pipe is closed.
  func write(_ bytes: Span<UInt8>) throws {
    if case .file = target, pending.isEmpty, bytes.count >= 32 << 10 {
      return try unsafe bytes.withUnsafeBytes { try unsafe send($0) }
    }
    unsafe bytes.withUnsafeBufferPointer { unsafe pending.append(contentsOf: $0) }
    let limit = hasFlushed ? 64 << 10 : AtomicOutput.pendingLimit
    if pending.count >= limit { try flush() }
  }

  /// Takes bytes.
  func write(_ bytes: [UInt8]) throws {
    pending += bytes
    if pending.count >= AtomicOutput.pendingLimit { try flush() }
  }

  /// Takes text.
  func write(_ text: String) throws {
    pending.append(contentsOf: text.utf8)
    if pending.count >= AtomicOutput.pendingLimit { try flush() }
  }

  /// Throws away what was written, where that can still be done.
  ///
  /// - Returns: false when bytes have already gone down a stream.
  func startAgain() throws -> Bool {
    pending.removeAll()
    guard case .file = target else { return !hasFlushed }
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw Failure(name, SystemError.words(errno))
    }
    return true
  }

  /// Brings the bytes to disk and puts the file in its place.
  ///
  /// - Throws: ``Failure``; the old file is whole then.
  func commit() throws {
    try flush()
    guard case .file(let path, let temporary) = target else { return }
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw notWritten(errno)
    }
    guard unsafe rename(temporary, path) == 0 else { throw notWritten(errno) }
    isCommitted = true
    TemporaryFiles.forget(temporary)
    guard close(descriptor) == 0 || errno == EINTR else { throw notWritten(errno) }
  }

  /// The failure of writing: what, and what to do.
  private func notWritten(_ code: Int32) -> Failure {
    var cure = ""
    switch code {
    case ENOSPC, EDQUOT: cure = "; make room, or name a file on another disk"
    case EFBIG: cure = "; raise the limit (ulimit -f), or name a file elsewhere"
    default: break
    }
    if case .file = target {
      return Failure(name, "it was not written: \(SystemError.words(code))\(cure)")
    }
    return Failure(name, "it cannot be written: \(SystemError.words(code))\(cure)")
  }

  /// The failure of making a file in a folder: what, and what to do.
  private static func noFile(_ path: String, in folder: String, _ code: Int32) -> Failure {
    let shown = folder.isEmpty ? "/" : folder == "." ? "this folder" : "'\(folder)'"
    switch code {
    case ENOENT where unsafe access(folder.isEmpty ? "/" : folder, F_OK) != 0:
      return Failure(path, "there is no folder \(shown); make it (mkdir -p), or name another file")
    case ENOTDIR: return Failure(path, "\(shown) is no folder; name another file")
    case EACCES, EPERM, EROFS:
      return Failure(
        path,
        "no file can be made in \(shown): \(SystemError.words(code)); name a file elsewhere, or "
          + "change its permissions")
    case ENOENT:
      // A folder of the system's own, such as /proc.
      return Failure(path, "no file can be made in \(shown); name a file elsewhere")
    default:
      return Failure(
        path, "no file can be made in \(shown): \(SystemError.words(code)); name a file elsewhere")
    }
  }

  private func flush() throws {
    try unsafe pending.withUnsafeBytes { try unsafe send($0) }
    pending.removeAll(keepingCapacity: true)
  }

  private func send(_ bytes: UnsafeRawBufferPointer) throws {
    guard unsafe !bytes.isEmpty else { return }
    hasFlushed = true
    if let code = unsafe SystemWrite.all(bytes, to: descriptor) {
      if code == EPIPE { ClosedPipe.end() }
      throw notWritten(code)
    }
  }

  /// The descriptor that a path such as `/dev/stdout` stands for.
  ///
  /// It is used as it is: opened by its path, a file would be written from its start, and renamed
  /// over, the stream's own file would be left behind.
  private static func openDescriptor(_ path: String) -> Int32? {
    switch path {
    case "-", "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
        return Int32(path.dropFirst(folder.count))
      }
      return nil
    }
  }

  /// The path with all symbolic links followed, also one that points to a file not yet there.
  private static func resolved(_ path: String) -> String {
    var current = path
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: 4_097)
      let count = unsafe readlink(current, &buffer, 4_096)
      guard count > 0 else { return current }
      let link = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      current = link.hasPrefix("/") ? link : folder(current) + "/" + link
    }
    return current
  }

  private static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "" : String(path[..<slash])
  }
}
