import Foundation
import Glibc
import Testing

@Suite("What is being done, told on a terminal")
struct ActivityTests {
  /// What a script whose errors go to a terminal writes there.
  private func onTerminal(_ script: String) throws -> String {
    let terminal = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(terminal >= 0)
    defer { close(terminal) }
    // TIOCSPTLCK and TIOCGPTN of Linux: unlock the other end, and tell its number.
    var lock: Int32 = 0
    var number: UInt32 = 0
    try #require(unsafe ioctl(terminal, 0x4004_5431, &lock) == 0)
    try #require(unsafe ioctl(terminal, 0x8004_5430, &number) == 0)
    let screen = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(screen >= 0)
    let folder = try TemporaryFolder()
    try Tool.shell(script, in: folder.url, errors: FileHandle(fileDescriptor: screen))
    close(screen)
    _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
    var shown = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(terminal, &shown, shown.count)
    return String(decoding: shown.prefix(max(count, 0)), as: UTF8.self)
  }

  @Test func longWorkIsNamedAndTheLineTakenAway() throws {
    let shown = try onTerminal(
      "mkfifo slow; (sleep 2; cat slow > copy) & \"$KPIBOOK\" import customer-measures -o slow; wait"
    )
    #expect(shown.contains("\r\u{1B}[Kwriting slow … 1 s"))
    #expect(shown.hasSuffix("\r\u{1B}[K"))
  }

  @Test func shortWorkIsNot() throws {
    #expect(try onTerminal("echo 'measures: [{id: a, name: A}]' | \"$KPIBOOK\" list -") == "")
  }
}
