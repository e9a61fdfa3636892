/// Text laid out in columns of a terminal.
///
/// A character counts as one column, one of East Asian scripts or an emoji as two.
enum TextLayout {
  /// A text as it can be shown on one line: control characters are shown, not obeyed, and a line
  /// break is `⏎`.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": shown.append(contentsOf: "⏎ ".unicodeScalars)
      case "\t": shown.append(" ")
      case "\r": break
      default:
        if isHidden(scalar) {
          shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        } else {
          shown.append(scalar)
        }
      }
    }
    return String(shown)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// How many columns a text takes.
  static func width(_ text: String) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first, scalar.value >= 0x1100 else { return 1 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text broken at blanks into lines of at most so many columns; longer words are cut.
  static func wrap(_ text: String, _ limit: Int) -> [String] {
    let limit = max(limit, 2)
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let needed = width(String(word))
      if columns > 0, columns + 1 + needed > limit {
        lines.append(line)
        (line, columns) = ("", 0)
      } else if columns > 0 || !line.isEmpty {
        line += " "
        columns += 1
      }
      if needed <= limit {
        line += word
        columns += needed
        continue
      }
      for character in word {
        let more = width(of: character)
        if columns + more > limit {
          lines.append(line)
          (line, columns) = ("", 0)
        }
        line.append(character)
        columns += more
      }
    }
    lines.append(line)
    return lines.map(trimmed)
  }

  /// A field's path broken behind its dots where it can be, else at blanks.
  static func wrapPath(_ path: String, _ limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    let steps = path.split(separator: ".", omittingEmptySubsequences: false)
    for (index, step) in steps.enumerated() {
      let dotted = index == 0 ? String(step) : "." + step
      // A dot follows every step but the last.
      let end = index + 1 < steps.count ? 1 : 0
      if !line.isEmpty, width(line + dotted) + end > limit {
        lines.append(line + ".")
        line = String(step)
      } else {
        line += dotted
      }
    }
    return (lines + [line]).flatMap { wrap($0, limit) }
  }

  /// The text filled with blanks up to a column.
  static func filled(_ text: String, _ limit: Int) -> String {
    text + String(repeating: " ", count: max(0, limit - width(text)))
  }

  /// The line without blanks at its end.
  static func trimmed(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }

  /// A text of which there is no other version to compare it with, cut off where it grows long.
  static func cut(_ text: String) -> String {
    guard text.count > 320 else { return text }
    let start = text.prefix(300)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<end] + " …"
  }

  /// Two long texts with what is alike at their beginnings and ends left out, but for a few words;
  /// short ones as they are.
  static func focused(_ old: String, _ new: String) -> (old: String, new: String) {
    guard width(old) > 100, width(new) > 100 else { return (old, new) }
    let before = old.split(separator: " ", omittingEmptySubsequences: false)
    let after = new.split(separator: " ", omittingEmptySubsequences: false)
    let head = zip(before, after).prefix { $0 == $1 }.count
    let most = min(before.count, after.count) - head
    let tail = zip(before.reversed(), after.reversed()).prefix(most).prefix { $0 == $1 }.count
    let context = 4
    func cut(_ words: [Substring]) -> String {
      let start = head > context + 2 ? head - context : 0
      let end = tail > context + 2 ? words.count - tail + context : words.count
      return (start > 0 ? "… " : "") + words[start..<end].joined(separator: " ")
        + (end < words.count ? " …" : "")
    }
    return (cut(before), cut(after))
  }
}
