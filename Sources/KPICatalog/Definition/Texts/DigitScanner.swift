/// Walks over a short text of digits and marks, such as a date.
struct DigitScanner {
  private let bytes: [UInt8]
  private var position = 0

  /// Makes a scanner at the start of a text; texts of more than 64 bytes are taken as empty.
  init(_ text: String) {
    bytes = text.utf8.count <= 64 ? Array(text.utf8) : []
  }

  /// Whether everything was read.
  ///
  /// An empty text never is: nothing asked for was found in it.
  var isAtEnd: Bool { position == bytes.count && position > 0 }

  /// The next byte, not moving, or nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Moves past one ASCII character if it comes next.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard character.isASCII, next == UInt8(truncatingIfNeeded: character.value) else {
      return false
    }
    position += 1
    return true
  }

  /// Reads a number of exactly so many digits, at most nine.
  mutating func number(of count: Int) -> Int? {
    guard let number = digits(upTo: count), number.count == count else { return nil }
    return number.value
  }

  /// Reads a number of one to so many digits, at most nine.
  mutating func number(upTo count: Int) -> Int? {
    digits(upTo: count)?.value
  }

  private mutating func digits(upTo count: Int) -> (value: Int, count: Int)? {
    var value = 0
    var read = 0
    while read < min(count, 9), let byte = next, byte.isASCIIDigit {
      value = value * 10 + Int(byte &- 0x30)
      read += 1
      position += 1
    }
    return read > 0 ? (value, read) : nil
  }

  /// A number with zeros before it, up to this many digits.
  static func text(_ number: Int, digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
