/// Plain letters for the accented and joined letters of Latin script.
enum LatinLetters {
  /// The plain small letters for a scalar from U+00AA to U+024F, or nil if it has none.
  static func plain(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0xC0...0x17F: table[Int(scalar - 0xC0)]
    case 0xAA: "a"
    case 0xB2: "2"
    case 0xB3: "3"
    case 0xB9: "1"
    case 0x1E9E: "ss"
    case 0x218...0x219: "s"
    case 0x21A...0x21B: "t"
    case 0x1EA0...0x1EF9: vietnamese(scalar)
    default: nil
    }
  }

  private static func vietnamese(_ scalar: UInt32) -> String {
    switch scalar {
    case 0x1EA0...0x1EB7: "a"
    case 0x1EB8...0x1EC7: "e"
    case 0x1EC8...0x1ECB: "i"
    case 0x1ECC...0x1EE3: "o"
    case 0x1EE4...0x1EF1: "u"
    default: "y"
    }
  }

  /// U+00C0 to U+017F in order; nil for the signs of multiplication and division.
  private static let table: [String?] = {
    var letters: [String?] = []
    func add(_ letter: String?, _ count: Int) {
      for _ in 0..<count { letters.append(letter) }
    }
    for _ in 0..<2 {  // À…ß, then à…ÿ.
      add("a", 6); add("ae", 1); add("c", 1); add("e", 4); add("i", 4); add("d", 1); add("n", 1)
      add("o", 5); add(nil, 1); add("o", 1); add("u", 4); add("y", 1)
      if letters.count < 32 { add("th", 1); add("ss", 1) } else { add("th", 1); add("y", 1) }
    }
    add("a", 6); add("c", 8); add("d", 4); add("e", 10); add("g", 8); add("h", 4); add("i", 10)
    add("ij", 2); add("j", 2); add("k", 3); add("l", 10); add("n", 9); add("o", 6); add("oe", 2)
    add("r", 6); add("s", 8); add("t", 6); add("u", 12); add("w", 2); add("y", 3); add("z", 6)
    add("s", 1)
    return letters
  }()
}
