internal import Glibc

/// The reader of standard output has seen enough, as in `kpibook list … | head -1`.
///
/// That is no fault: the process ends as others do, by the signal, without a word.
enum ClosedPipe {
  /// Ends the process by SIGPIPE; files that are not in their place yet go.
  static func end() -> Never {
    TemporaryFiles.removeAll()
    _ = signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    // Where the signal is blocked, with the status a shell gives it.
    exit(128 + SIGPIPE)
  }
}
