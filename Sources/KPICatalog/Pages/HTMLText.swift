/// Texts as HTML has them.
enum HTMLText {
  /// A text in which nothing is taken for markup; fit for an attribute in double quotes too.
  ///
  /// Characters HTML does not allow are left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\r": continue
      default:
        let isControl =
          scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
          || 0x7F..<0xA0 ~= scalar.value
        let isNoncharacter = scalar.value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= scalar.value
        if !isControl, !isNoncharacter { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// A line of a measure with its links; its line ends are kept.
  static func inline(_ field: PageField) -> String {
    let pieces = field.parts.map { part in
      let text = escaped(part.text).replacing("\n", with: "<br>")
      if let target = part.target {
        let isInside = target.hasPrefix("#")
        let more = isInside ? "" : " rel=\"noopener noreferrer\""
        return "<a href=\"\(escaped(target))\"\(more)>\(text)</a>"
      }
      guard let language = part.language else { return text }
      return "<span lang=\"\(escaped(language.text))\">\(text)</span>"
    }
    guard field.isList else { return pieces.joined(separator: "; ") }
    return "<ul>" + pieces.map { "<li>\($0)</li>" }.joined() + "</ul>"
  }

  /// A kind as a word on its color.
  static func chip(_ kind: MeasureKind, _ words: DisplayWords) -> String {
    let word = escaped(words.word("kind", kind.rawValue))
    return "<span class=\"chip \(kind.rawValue)\">\(word)</span>"
  }

  /// A status as a word on its color.
  static func chip(_ status: Status, _ words: DisplayWords) -> String {
    let key =
      switch status {
      case .green: "colorGreenWord"
      case .amber: "colorAmberWord"
      case .red: "colorRedWord"
      }
    return "<span class=\"chip \(status.rawValue)\">\(escaped(words.text(key)))</span>"
  }
}
