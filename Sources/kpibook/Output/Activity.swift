internal import Glibc
internal import Synchronization

/// A line on standard error while long work goes on, and only if that is a terminal.
///
/// It appears after a second, says what is being done and for how long, and goes when the work is
/// done. Nothing of the work has to tell it how far it is.
enum Activity {
  private struct State {
    var label: String?
    var start = timespec()
    var hasDrawn = false
    var drawn = ""
    var isWatched = false
  }

  private static let state = Mutex(State())

  /// Does work under a label such as `reading library.xlsx`.
  static func during<Result, Fault: Error>(
    _ label: String, _ work: () throws(Fault) -> Result
  ) throws(Fault) -> Result {
    guard Terminal.errorIsTerminal else { return try work() }
    let outer = begin(label)
    defer { end(outer) }
    return try work()
  }

  /// Takes the line away, so that something else can be written.
  static func clear() {
    state.withLock { state in
      guard state.hasDrawn else { return }
      state.hasDrawn = false
      write("\r\u{1B}[K")
    }
  }

  private static func begin(_ label: String) -> String? {
    let (outer, isWatched) = state.withLock { state in
      let before = (state.label, state.isWatched)
      if state.label == nil { state.start = now() }
      state.label = label
      state.isWatched = true
      return before
    }
    if !isWatched { watch() }
    return outer
  }

  private static func end(_ outer: String?) {
    clear()
    state.withLock { $0.label = outer }
  }

  /// Starts the thread that draws; it lives as long as the process.
  private static func watch() {
    var thread = pthread_t()
    _ = unsafe pthread_create(
      &thread, nil,
      { _ in
        while true {
          usleep(250_000)
          Activity.draw()
        }
      }, nil)
  }

  private static func draw() {
    state.withLock { state in
      guard let label = state.label else { return }
      let seconds = now().tv_sec - state.start.tv_sec
      guard seconds >= 1 else { return }
      let shown = Terminal.visible(label)
      let line = (shown.count > 60 ? shown.prefix(59) + "…" : shown[...]) + " … \(seconds) s"
      guard !state.hasDrawn || line != state.drawn else { return }
      state.hasDrawn = true
      state.drawn = String(line)
      write("\r\u{1B}[K\(line)")
    }
  }

  private static func now() -> timespec {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time
  }

  private static func write(_ text: String) {
    var text = text
    _ = text.withUTF8 { unsafe SystemWrite.all(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }
}
