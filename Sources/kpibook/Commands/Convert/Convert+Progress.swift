internal import Glibc

/// A bar on standard error while long work goes on, and only if that is a terminal.
final class Progress {
  private let total: Int?
  private let isShown: Bool
  private var done = 0
  private var next = Progress.step
  private var hasDrawn = false

  /// How many bytes pass between two looks of the bar.
  private static let step = 4 << 20

  /// - Parameter total: how many bytes there are to come, if that is known.
  init(total: Int?) {
    self.total = total
    isShown = Terminal.errorIsTerminal
  }

  /// Counts bytes that are done.
  func advance(_ bytes: Int) {
    done += bytes
    guard isShown, done >= next else { return }
    next = done + Progress.step
    draw()
  }

  /// Takes the bar away.
  func end() {
    guard hasDrawn else { return }
    hasDrawn = false
    write("\r\u{1B}[K")
  }

  private func draw() {
    hasDrawn = true
    let megabytes = "\(done / 1_000_000) MB"
    guard let total, total > 0 else { return write("\r\u{1B}[K\(megabytes)") }
    let part = min(done * 20 / total, 20)
    let bar = String(repeating: "#", count: part) + String(repeating: ".", count: 20 - part)
    write("\r\u{1B}[K[\(bar)] \(min(done * 100 / total, 100)) %  \(megabytes)")
  }

  private func write(_ text: String) {
    var text = text
    _ = text.withUTF8 { unsafe SystemWrite.all(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }
}
