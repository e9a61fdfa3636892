internal import Glibc

/// The standard streams.
enum Terminal {
  /// Writes a line to standard error.
  ///
  /// Control characters out of files are shown, not obeyed.
  static func error(_ line: String) {
    Activity.clear()
    write(visible(line) + "\n", to: STDERR_FILENO)
  }

  /// Writes lines of the tool's own to standard error.
  static func errorLines(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    write(lines.map { visible(String($0)) }.joined(separator: "\n"), to: STDERR_FILENO)
  }

  /// Writes text to standard output.
  ///
  /// - Throws: ``Failure`` when nobody reads it any more or the disk is full.
  static func print(_ text: String) throws {
    if let code = write(text, to: STDOUT_FILENO) {
      if code == EPIPE { ClosedPipe.end() }
      throw Failure("standard output", SystemError.words(code))
    }
  }

  /// Whether standard error is a terminal, so that a person sees what passes by.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// How many columns standard output has: the terminal's, or 80.
  static var width: Int { columns ?? 80 }

  /// How many columns the terminal has; nil if standard output is none, or does not say.
  static var columns: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col >= 20
    else { return nil }
    return Int(size.ws_col)
  }

  /// Whether standard output shows colors: a terminal does, unless `NO_COLOR` is set to anything.
  static var showsColors: Bool {
    guard isatty(STDOUT_FILENO) == 1 else { return false }
    if let word = environment("NO_COLOR"), !word.isEmpty { return false }
    return environment("TERM") != "dumb"
  }

  /// A variable of the environment.
  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { utf8 in
      unsafe SystemWrite.all(UnsafeRawBufferPointer(utf8), to: descriptor)
    }
  }

  /// The text with control characters written as `\u{1B}`, so that a name in a workbook cannot move
  /// the cursor.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || 0x7f...0x9f ~= $0.value }) else {
      return text
    }
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || 0x7f...0x9f ~= scalar.value {
        shown += scalar == "\n" || scalar == "\t" ? " " : "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
