internal import Glibc
internal import Synchronization

/// The files to remove when the process is told to end before they are in their place.
///
/// A signal handler may do next to nothing, so the paths lie ready as C strings in memory that is
/// never moved or freed while a handler could look at it.
enum TemporaryFiles {
  private static let slots = 8

  /// Registers a file.
  static func add(_ path: String) {
    install()
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

  private static let once: Void = {
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU] {
      var action = sigaction()
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
    // A file-size limit shows as an error of write(2) instead.
    _ = signal(SIGXFSZ, SIG_IGN)
  }()

  private static func install() { _ = once }
}

/// Read by a signal handler, so plain memory with atomic words and no Swift object behind it.
private nonisolated(unsafe) let signalPaths: UnsafeMutablePointer<Atomic<UInt>> = {
  let paths = UnsafeMutablePointer<Atomic<UInt>>.allocate(capacity: 8)
  for index in 0..<8 { unsafe (paths + index).initialize(to: Atomic(0)) }
  return unsafe paths
}()
