/// How wide a text is in the default font, Calibri 11, in the pixels of a plain screen.
///
/// Widths of columns are counted in digits of that font, each seven pixels wide.
package enum TextWidth {
  /// What a column needs beside its text: two pixels on each side and one for the line.
  static let padding = 5
  /// What the button of a filter takes.
  package static let filterButton = 16

  /// The width of a text's widest line.
  ///
  /// - Complexity: O(*n*) in the text's bytes.
  package static func pixels(_ text: Span<UInt8>) -> Int {
    var widest = 0
    var width = 0
    let table = widths.span
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case 0x0a, 0x0d:
        widest = max(widest, width)
        width = 0
      case 0x20..<0x7f: width &+= Int(table[Int(byte) - 0x20])
      // Letters with accents are as wide as others; from U+2E80 on they are as wide as they are high.
      case 0xc2..<0xe2: width &+= 8
      case 0xe2: width &+= 8
      case 0xe3...0xf4: width &+= 15
      default: break
      }
    }
    return max(widest, width)
  }

  /// The width of a text's widest line.
  package static func pixels(_ text: String) -> Int { pixels(Array(text.utf8).span) }

  /// The width that fits a text of so many pixels, in digits.
  package static func characters(_ pixels: Int) -> Double {
    Double(pixels) / 7
  }

  /// How many lines a text takes when it is broken between words.
  ///
  /// - Parameters:
  ///   - text: the text, with its own line ends.
  ///   - width: the room in pixels.
  /// - Returns: one or more.
  static func lines(_ text: String, in width: Int) -> Int {
    let blank = Int(widths[0])
    var lines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var used = 0
      lines += 1
      for word in line.split(separator: " ") {
        let size = pixels(String(word))
        if used > 0, used + blank + size > width {
          lines += 1
          used = 0
        }
        // A word wider than the room is broken where it must be.
        lines += max(size - 1, 0) / max(width, 1)
        used += (used > 0 ? blank : 0) + (size > width ? size % max(width, 1) : size)
      }
    }
    return lines
  }

  /// The advance of the characters from U+0020 to U+007E: the font's, rounded to pixels at 11 points.
  private static let widths: [UInt8] = [
    3, 5, 6, 7, 7, 11, 10, 3, 5, 5, 7, 7, 4, 5, 4, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 4, 4, 7, 7, 7,
    7, 13, 9, 8, 8, 9, 7, 7, 9, 9, 4, 5, 8, 6, 13, 10, 10, 8, 10, 8, 7, 7, 9, 9, 13, 8, 7, 7, 5, 6,
    5, 7, 7, 4, 7, 8, 6, 8, 7, 5, 7, 8, 4, 4, 8, 4, 12, 8, 8, 8, 8, 5, 6, 5, 8, 7, 11, 7, 7, 6, 5,
    7, 5, 7,
  ]
}
