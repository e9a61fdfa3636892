// Text that a spreadsheet would take for a formula when it opens the file (CWE-1236). The list of
// first characters is that of OWASP's page on CSV injection, with leading blanks passed over since
// some programs trim them.
extension OutputBuffer {
  /// Puts an apostrophe before the field if its text begins as a formula does.
  ///
  /// Goes on asking as long as nothing but blanks has come.
  @usableFromInline
  mutating func checkStart(_ bytes: Span<UInt8>) {
    var index = 0
    while index < bytes.count, bytes[index] == ASCII.space { index += 1 }
    guard index < bytes.count else { return }
    checksStart = false
    if Self.beginsFormula(bytes, at: index) {
      insert(ASCII.apostrophe, at: isQuoted ? fieldStart + 1 : fieldStart)
    }
  }

  /// Whether a spreadsheet may take text for a formula because of the character at `index`.
  private static func beginsFormula(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case ASCII.equals, ASCII.plus, ASCII.hyphen, ASCII.at, ASCII.tab, ASCII.carriageReturn,
      ASCII.lineFeed:
      return true
    case 0xEF:
      // The full-width forms U+FF1D, U+FF0B, U+FF0D and U+FF20, or a part of them.
      guard index + 1 < bytes.count else { return true }
      guard bytes[index + 1] == 0xBC else { return false }
      guard index + 2 < bytes.count else { return true }
      return [0x9D, 0x8B, 0x8D, 0xA0].contains(bytes[index + 2])
    default:
      return false
    }
  }
}
