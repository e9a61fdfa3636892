internal import SpreadsheetML

/// How a text writes its numbers: marks of decimals and thousands, decimals, sign.
struct NumberForm {
  private let decimalMark: Character
  private let groupMark: Character?
  private let decimals: Int
  private let minus: Character
  private let hasPlus: Bool

  /// Takes the form of a number as it is written.
  ///
  /// - Parameters:
  ///   - sample: The number with its sign, as ``spans(in:)`` finds it.
  ///   - mark: The decimal mark of the column, where the number does not show one.
  init(_ sample: some StringProtocol, mark: DecimalMark) {
    let digits = sample.drop { "+-−–".contains($0) }
    minus = sample.first.flatMap { "-−–".contains($0) ? $0 : nil } ?? "-"
    hasPlus = sample.first == "+"
    let marks = digits.indices.filter { !digits[$0].isNumber }
    let known = NumberText(digits)
    let ownMark =
      known?.decimalMark ?? (known?.doubtfulMark == mark && known?.grouped != nil ? mark : nil)
    decimalMark = (ownMark ?? mark).rawValue
    let point = decimalMark
    if let last = marks.last, digits[last] == point {
      decimals = digits.distance(from: last, to: digits.endIndex) - 1
    } else {
      decimals = 0
    }
    groupMark = marks.map { digits[$0] }.first { $0 != point }
  }

  /// A number in this form: no fewer decimals than it needs, nor than the sample shows.
  func text(_ value: Double) -> String {
    let plain = Self.plain(value.magnitude)
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    var whole = String(parts[0])
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    if fraction.count < decimals {
      fraction += String(repeating: "0", count: decimals - fraction.count)
    }
    if let groupMark, whole.count > 3 {
      var grouped = ""
      for (place, digit) in whole.enumerated() {
        if place > 0, (whole.count - place) % 3 == 0 { grouped.append(groupMark) }
        grouped.append(digit)
      }
      whole = grouped
    }
    let sign = value < 0 ? String(minus) : hasPlus && value > 0 ? "+" : ""
    return sign + whole + (fraction.isEmpty ? "" : String(decimalMark) + fraction)
  }

  /// The shortest decimals that read back the same, without an exponent.
  static func plain(_ value: Double) -> String {
    let text = ShortestDecimal.text(value).lowercased()
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]),
      (-40...40).contains(exponent)
    else { return text }
    var digits = text[..<mark].filter { $0 != "." }
    let point = text[..<mark].firstIndex(of: ".").map {
      text.distance(from: text.startIndex, to: $0)
    }
    let place = (point ?? digits.count) + exponent
    if place <= 0 {
      digits = String(repeating: "0", count: 1 - place) + digits
      return "0." + digits.dropFirst()
    }
    if place >= digits.count { return digits + String(repeating: "0", count: place - digits.count) }
    let cut = digits.index(digits.startIndex, offsetBy: place)
    return digits[..<cut] + "." + digits[cut...]
  }

  /// Where numbers stand in a text, with the sign that belongs to them.
  static func spans(in text: String) -> [Range<String.Index>] {
    var spans: [Range<String.Index>] = []
    var index = text.startIndex
    func isDigit(_ at: String.Index) -> Bool {
      at < text.endIndex && text[at].isASCII && text[at].isNumber
    }
    while index < text.endIndex {
      guard isDigit(index) || (".,".contains(text[index]) && isDigit(text.index(after: index)))
      else {
        index = text.index(after: index)
        continue
      }
      var start = index
      index = text.index(after: index)
      while index < text.endIndex {
        if isDigit(index) {
          index = text.index(after: index)
        } else if isMark(text, index) {
          index = text.index(after: index)
        } else {
          break
        }
      }
      if start > text.startIndex {
        let before = text.index(before: start)
        let isFree =
          before == text.startIndex
          || !(text[text.index(before: before)].isLetter
            || text[text.index(before: before)].isNumber
            || text[text.index(before: before)] == "%")
        if "+-−–".contains(text[before]), isFree { start = before }
      }
      spans.append(start..<index)
    }
    return spans
  }

  /// Whether a mark stands inside a number: a digit follows, and behind a blank exactly three.
  private static func isMark(_ text: String, _ at: String.Index) -> Bool {
    let next = text.index(after: at)
    guard next < text.endIndex, text[next].isASCII, text[next].isNumber else { return false }
    switch text[at] {
    case ".", ",", "'", "’", "\u{A0}", "\u{202F}", "\u{2009}": return true
    case " ":
      let rest = text[next...].prefix(4)
      let digits = rest.prefix(3)
      return digits.count == 3 && digits.allSatisfy { $0.isASCII && $0.isNumber }
        && !(rest.count == 4 && (rest.last?.isNumber ?? false))
    default: return false
    }
  }
}

extension String {
  /// The text with some of its ranges replaced; ranges must not overlap.
  func replacing(_ changes: [(range: Range<String.Index>, text: String)]) -> String {
    var result = ""
    var at = startIndex
    for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard change.range.lowerBound >= at else { continue }
      result += self[at..<change.range.lowerBound]
      result += change.text
      at = change.range.upperBound
    }
    return result + self[at...]
  }
}
