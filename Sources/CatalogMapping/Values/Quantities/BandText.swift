internal import KPICatalog

/// The three colors of a traffic light.
enum BandColor: Int, Hashable, Sendable, CaseIterable {
  case green, amber, red

  init?(status: String) {
    switch status {
    case "green": self = .green
    case "amber": self = .amber
    case "red": self = .red
    default: return nil
    }
  }
}

/// The rules of a traffic light in one cell: `>=85 green; 70-85 amber; <70 red`, `G: >45 / A: 35-45
/// / R: <35`.
struct BandText: Sendable {
  /// What stands beside each color.
  private(set) var conditions: [BandColor: String] = [:]
  /// What stands beside green or amber and holds no number.
  private(set) var unread: String?
  /// Whether neither the text nor the heading names the colors, so that the best is taken to stand
  /// first.
  private(set) var isOrderAssumed = false

  /// Reads a text; nil if no two colors or conditions are found in it.
  ///
  /// - Parameters:
  ///   - text: The text of the cell.
  ///   - language: The tag of the sheet's language, which decides what `G` and `V` mean.
  ///   - order: The order of the colors that the heading names, as ``order(in:language:)`` tells.
  init?(_ text: String, language: LanguageTag?, order: [BandColor]? = nil) {
    guard text.utf8.count <= 400 else { return nil }
    let colors = Self.colors(in: text, language: language)
    if colors.count >= 2 {
      assign(colors, in: text)
    } else if colors.isEmpty {
      isOrderAssumed = order == nil
      assignInOrder(text, order ?? BandColor.allCases)
    }
    guard !conditions.isEmpty else { return nil }
  }

  /// The order in which a heading names the three colors: `Red / Amber / Green`, `R/Ge/G`.
  ///
  /// - Parameters:
  ///   - heading: The text of the heading.
  ///   - language: The tag of the sheet's language.
  /// - Returns: nil unless all three are named.
  static func order(in heading: String, language: LanguageTag?) -> [BandColor]? {
    let colors = colors(in: heading, language: language).map(\.color)
    return colors.count == 3 ? colors : nil
  }

  /// The same with the colors the other way round.
  var reversed: BandText {
    let used = BandColor.allCases.filter { conditions[$0] != nil }
    var other = self
    for (color, opposite) in zip(used, used.reversed()) {
      other.conditions[color] = conditions[opposite]
    }
    return other
  }

  /// Whether a text may set bands at a glance: signs of comparison or letters of colors.
  static func mayBe(_ text: String) -> Bool {
    guard text.utf8.count <= 80,
      text.holds("<") || text.holds(">") || text.holds("≤") || text.holds("≥")
    else { return false }
    return BandText(text, language: nil).map { $0.conditions.count >= 2 } ?? false
  }

  private struct Mark {
    let color: BandColor
    let range: Range<String.Index>
  }

  /// The words and signs of colors, in the order of the text, each color once.
  private static func colors(in text: String, language: LanguageTag?) -> [Mark] {
    var marks: [Mark] = []
    let letters = ColorLetters(text)
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      if text[index].isLetter {
        while index < text.endIndex, text[index].isLetter { index = text.index(after: index) }
        if let color = color(text[start..<index], letters),
          !marks.contains(where: { $0.color == color })
        {
          marks.append(Mark(color: color, range: start..<index))
        }
      } else {
        index = text.index(after: index)
        if let color = Self.sign(text[start]), !marks.contains(where: { $0.color == color }) {
          marks.append(Mark(color: color, range: start..<index))
        }
      }
    }
    return marks
  }

  private static func sign(_ character: Character) -> BandColor? {
    switch character {
    case "🟢", "🟩", "✔", "✅": .green
    case "🟡", "🟠", "🟨", "🟧", "⚠": .amber
    case "🔴", "🟥", "✘", "❌": .red
    default: nil
    }
  }

  private static func color(_ word: Substring, _ letters: ColorLetters) -> BandColor? {
    if word.count <= 2, let color = letters.color(word) { return color }
    switch Folding.fold(word) {
    case "green", "vert", "verte", "verde", "grun", "gruen", "verdi": return .green
    case "amber", "yellow", "orange", "jaune", "giallo", "gialla", "gelb", "arancione", "amarillo",
      "amarilla", "naranja", "ambar", "ambra", "ambre", "arancio":
      return .amber
    case "red", "rouge", "rosso", "rossa", "rot", "rojo", "roja": return .red
    default: return nil
    }
  }

  /// Gives each color the text beside it, before or behind as the text has it.
  private mutating func assign(_ marks: [Mark], in text: String) {
    guard let first = marks.first, let firstDigit = text.firstIndex(where: \.isNumber) else {
      return
    }
    let colorsLead = first.range.lowerBound < firstDigit
    for (place, mark) in marks.enumerated() {
      let piece: Substring
      if colorsLead {
        let end = place + 1 < marks.count ? marks[place + 1].range.lowerBound : text.endIndex
        piece = text[mark.range.upperBound..<end]
      } else {
        let start = place > 0 ? marks[place - 1].range.upperBound : text.startIndex
        piece = text[start..<mark.range.lowerBound]
      }
      let condition = Self.trimmed(piece)
      if condition.contains(where: \.isNumber) {
        conditions[mark.color] = condition
      } else if mark.color != .red, condition.contains(where: \.isLetter) {
        unread = condition
      }
    }
  }

  /// Two or three conditions without colors, in a given order: `≥85 / 70–85 / <70`.
  private mutating func assignInOrder(_ text: String, _ order: [BandColor]) {
    for separator in ["\n", ";", "|", " / ", "/", ", ", " · "] where text.contains(separator) {
      let pieces = text.parts(partedBy: separator).map { Self.trimmed(Substring($0)) }
        .filter { !$0.isEmpty }
      guard (2...3).contains(pieces.count), pieces.allSatisfy({ QuantityText($0) != nil }) else {
        continue
      }
      for (color, piece) in zip(order, pieces) { conditions[color] = piece }
      return
    }
    assignParted(text, order)
  }

  /// Three conditions with nothing but blanks between them: `<8 8-12 >12`.
  private mutating func assignParted(_ text: String, _ order: [BandColor]) {
    var pieces: [String] = []
    var sign = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if word.allSatisfy({ "<>≤≥=".contains($0) }) {
        sign += word
      } else {
        pieces.append(sign + word)
        sign = ""
      }
    }
    guard pieces.count == 3, sign.isEmpty,
      pieces.count(where: { $0.first.map { "<>≤≥".contains($0) } ?? false }) >= 2,
      pieces.allSatisfy({ QuantityText($0) != nil })
    else { return }
    for (color, piece) in zip(order, pieces) { conditions[color] = piece }
  }

  private static func trimmed(_ piece: Substring) -> String {
    var piece = piece
    let marks: Set<Character> = [
      ":", ";", ",", "|", "/", "(", ")", "[", "]", "=", " ", "\n", "\t", "\u{A0}", "•", "—",
    ]
    while let last = piece.last, marks.contains(last) || last == "-" || last == "–" || last == "." {
      piece.removeLast()
    }
    while let first = piece.first, marks.contains(first) {
      // =>85 begins with a comparison.
      if first == "=", piece.dropFirst().first == ">" || piece.dropFirst().first == "<" { break }
      piece.removeFirst()
    }
    for word in ["if ", "when ", "si ", "se ", "wenn ", "ist "]
    where piece.lowercased().hasPrefix(word) {
      piece = piece.dropFirst(word.count)
    }
    return piece.trimmed
  }
}

/// What single letters and pairs mean in a text of bands: `R/A/G`, `V/O/R`, `R/Ge/G`.
private struct ColorLetters {
  /// The runs of letters of the text, as they stand.
  private var runs: Set<Substring> = []
  /// Whether small letters may be colors too: no run is longer than one letter.
  private var allowsSmall = true
  /// Whether pairs of letters may be colors: no run is a word.
  private var allowsPairs = true

  init(_ text: String) {
    for run in text.split(whereSeparator: { !$0.isLetter }) {
      runs.insert(run)
      if run.count > 1 { allowsSmall = false }
      if run.count > 3 { allowsPairs = false }
    }
  }

  /// The color a run of one or two letters stands for.
  func color(_ run: Substring) -> BandColor? {
    guard let first = run.first, first.isUppercase || allowsSmall else { return nil }
    guard run.count == 1 else {
      guard allowsPairs else { return nil }
      switch run.lowercased() {
      case "gn", "gr", "ve", "vd": return .green
      case "ge", "gb", "gi", "ja", "am": return .amber
      case "rt": return .red
      default: return nil
      }
    }
    switch run.uppercased() {
    // G beside V is giallo, beside Gr or Gn gelb.
    case "G": return has("V", "Ve", "Gr", "GR", "Gn", "GN") ? .amber : .green
    case "V": return .green
    case "A", "O", "J", "Y": return .amber
    case "R": return .red
    default: return nil
    }
  }

  private func has(_ letters: Substring...) -> Bool {
    letters.contains {
      runs.contains($0) || allowsSmall && runs.contains(Substring($0.lowercased()))
    }
  }
}

/// One side of a band, read from its text or number.
struct BandCondition: Hashable, Sendable {
  var comparison: QuantityText.Comparison?
  var low: Double
  /// The upper end of a range.
  var high: Double?
}

/// Makes thresholds of what is said about each color.
enum BandRules {
  /// The thresholds of up to three conditions.
  ///
  /// - Parameters:
  ///   - conditions: What each color says.
  ///   - direction: The measure's direction if the workbook states it.
  ///   - mode: What the bounds are measured by.
  /// - Returns: nil if the conditions do not fit together.
  static func thresholds(
    _ conditions: [BandColor: BandCondition], direction: Direction?,
    mode: Thresholds.Mode = .absolute
  ) -> Thresholds? {
    let green = conditions[.green]
    let amber = conditions[.amber]
    let red = conditions[.red]
    if direction == .withinRange || isBothSided(green, amber, red) {
      return ranges(green, amber, mode)
    }
    let isHigher: Bool
    switch orientation(green, amber, red) ?? direction.map({ $0 != .lowerIsBetter }) {
    case let known?: isHigher = known
    case nil: return nil
    }
    func boundary(_ condition: BandCondition) -> Double {
      guard let high = condition.high else { return condition.low }
      return isHigher ? min(condition.low, high) : max(condition.low, high)
    }
    var amberEdge = amber.map(boundary)
    if amberEdge == nil, let red {
      // Red below 70 means that amber begins at 70; a range of red has its far end there.
      amberEdge = red.high.map { isHigher ? max(red.low, $0) : min(red.low, $0) } ?? red.low
    }
    return Thresholds(
      green: green.flatMap { FiniteNumber(boundary($0)) }.map { .boundary($0) },
      amber: amberEdge.flatMap { FiniteNumber($0) }.map { .boundary($0) }, mode: mode)
  }

  /// Whether more is better, told from the signs or from the order of the numbers.
  private static func orientation(
    _ green: BandCondition?, _ amber: BandCondition?, _ red: BandCondition?
  ) -> Bool? {
    switch green?.comparison {
    case .atLeast?, .above?: return true
    case .atMost?, .below?: return false
    default: break
    }
    switch red?.comparison {
    case .atLeast?, .above?: return false
    case .atMost?, .below?: return true
    default: break
    }
    switch amber?.comparison {
    case .atLeast?, .above?: return true
    case .atMost?, .below?: return false
    default: break
    }
    for (better, worse) in [(green, amber), (green, red), (amber, red)] {
      guard let better, let worse else { continue }
      let a = (better.low + (better.high ?? better.low)) / 2
      let b = (worse.low + (worse.high ?? worse.low)) / 2
      if a != b { return a > b }
    }
    return nil
  }

  /// Whether green is a range with nothing of red or amber on one side only.
  private static func isBothSided(
    _ green: BandCondition?, _ amber: BandCondition?, _ red: BandCondition?
  ) -> Bool {
    guard let green, let high = green.high, let amber, let outer = amber.high else { return false }
    return amber.low < green.low && outer > high
  }

  private static func ranges(
    _ green: BandCondition?, _ amber: BandCondition?, _ mode: Thresholds.Mode
  ) -> Thresholds? {
    func band(_ condition: BandCondition?) -> Thresholds.Band? {
      guard let condition, let high = condition.high,
        let range = FiniteNumber(condition.low).flatMap({ low in
          FiniteNumber(high).flatMap { ValueRange(low: low, high: $0) }
        })
      else { return nil }
      return .range(range)
    }
    guard let green = band(green) else { return nil }
    return Thresholds(green: green, amber: band(amber), mode: mode)
  }
}
