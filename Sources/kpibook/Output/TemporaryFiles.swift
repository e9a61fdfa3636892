internal import Glibc
internal import Synchronization

/// The files to remove when the process is told to end before they are in their place.
///
/// A signal handler may do next to nothing, so the paths lie ready as C strings in memory that is
/// never moved or freed while a handler could look at it.
enum TemporaryFiles {
  private static let slots = 8
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU]

  /// Makes a file of a new name, which goes when the process is told to end.
  ///
  /// - Parameter folder: where; empty for the topmost.
  /// - Returns: its path and its open descriptor, or nil with the reason in `errno`.
  static func make(in folder: String) -> (path: String, descriptor: Int32)? {
    install()
    // A signal between making and noting the file would leave it behind, so it has to wait.
    var waiting = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&waiting)
    for number in signals { unsafe sigaddset(&waiting, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &waiting, &before)
    var template = Array((folder + "/.kpibook-XXXXXX").utf8CString)
    let descriptor = unsafe mkstemp(&template)
    let reason = errno
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if descriptor >= 0 { add(path) }
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    errno = reason
    return descriptor >= 0 ? (path, descriptor) : nil
  }

  private static func add(_ path: String) {
    for index in 0..<slots where unsafe signalPaths[index].load(ordering: .relaxed) == 0 {
      let copy = unsafe strdup(path)
      unsafe signalPaths[index].store(UInt(bitPattern: copy), ordering: .releasing)
      return
    }
  }

  /// Removes a file and its registration.
  static func remove(_ path: String) {
    _ = unsafe unlink(path)
    forget(path)
  }

  /// Takes a file out of the list: it is in its place now.
  static func forget(_ path: String) {
    for index in 0..<slots {
      let bits = unsafe signalPaths[index].load(ordering: .acquiring)
      guard let pointer = unsafe UnsafePointer<CChar>(bitPattern: bits) else { continue }
      // The few bytes are left where they are: a handler may be reading them.
      if unsafe String(cString: pointer) == path {
        unsafe signalPaths[index].store(0, ordering: .releasing)
      }
    }
  }

  /// Removes all files, when the process is about to end.
  static func removeAll() {
    for index in 0..<slots {
      let bits = unsafe signalPaths[index].load(ordering: .acquiring)
      guard let pointer = unsafe UnsafePointer<CChar>(bitPattern: bits) else { continue }
      _ = unsafe unlink(pointer)
    }
  }

  private static let once: Void = {
    for number in signals {
      var action = sigaction()
      // What was to be ignored, as under nohup(1), stays so.
      guard unsafe sigaction(number, nil, &action) == 0,
        unsafe !isIgnored(action.__sigaction_handler.sa_handler)
      else { continue }
      action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { number in
        for index in 0..<8 {
          let bits = unsafe signalPaths[index].load(ordering: .acquiring)
          if let pointer = unsafe UnsafePointer<CChar>(bitPattern: bits) {
            _ = unsafe unlink(pointer)
          }
        }
        _ = signal(number, SIG_DFL)
        raise(number)
      }
      unsafe sigaction(number, &action, nil)
    }
  }()

  private static func isIgnored(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafe unsafeBitCast(handler, to: UInt.self) == unsafeBitCast(SIG_IGN, to: UInt.self)
  }

  private static func install() { _ = once }
}

/// Read by a signal handler, so plain memory with atomic words and no Swift object behind it.
private nonisolated(unsafe) let signalPaths: UnsafeMutablePointer<Atomic<UInt>> = {
  let paths = UnsafeMutablePointer<Atomic<UInt>>.allocate(capacity: 8)
  for index in 0..<8 { unsafe (paths + index).initialize(to: Atomic(0)) }
  return unsafe paths
}()
