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
    // Nobody has the other end any more, so the terminal ends behind what was written.
    var shown: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 256)
    while case let count = unsafe read(terminal, &piece, piece.count), count > 0 {
      shown += piece.prefix(count)
    }
    return String(decoding: shown, as: UTF8.self)
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
