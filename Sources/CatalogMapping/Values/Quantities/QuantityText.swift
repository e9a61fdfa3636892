internal import KPICatalog

/// A quantity as people write it: `85 %`, `≥ 4,5`, `1.250,50 €`, `35–45`, `8 h`, `1.2 M€ by 2026`.
struct QuantityText: Hashable, Sendable {
  /// How a value is compared with the number.
  enum Comparison: String, Hashable, Sendable {
    case atLeast, above, atMost, below, about
  }

  /// The number, or the lower end of a range.
  var first: NumberText
  var firstIsNegative = false
  /// The upper end of a range.
  var second: NumberText?
  var secondIsNegative = false
  /// Half the width of `40 ± 5`.
  var tolerance: NumberText?
  var comparison: Comparison?
  /// Whether a percent sign stands behind it.
  var isPercent = false
  /// Whether it says percentage points.
  var isPoints = false
  /// The currency, with the multiplier that stands beside it.
  var currency: CurrencyWords?
  /// The unit of a length of time: `d`, `h`, `min`.
  var duration: String?
  /// Other words that are a known unit.
  var unit: MeasureUnit?
  /// What a bare `k` or `M` multiplies by.
  var multiplier = 1
  /// The date that stands behind the number.
  var moment: PeriodReading.Found?
  /// The best value of `4.2 / 5`.
  var outOf: NumberText?
  /// The numbers of `36:15` and `0:03:45`.
  var clock: ClockText?
  /// The numbers of the upper end of `4:30–5:00`.
  var secondClock: ClockText?
  /// Words that were not understood.
  var remark: String?
  /// Whether it is one number without a unit.
  var isPlain: Bool {
    !isPercent && !isPoints && currency == nil && duration == nil && unit == nil && multiplier == 1
      && second == nil && tolerance == nil && outOf == nil && clock == nil
  }

  /// Reads a text; nil if it is no quantity, or more than one.
  ///
  /// - Parameters:
  ///   - text: The text of a cell or of a part of one.
  ///   - dayFirst: The order of day and month if it is known.
  init?(_ text: String, dayFirst: Bool? = nil) {
    guard text.utf8.count <= 120 else { return nil }
    var tokens = QuantityTokens(text)
    // A date alone is none.
    if PeriodReading.moment(in: text)?.words != nil, !text.contains(where: { "%€$".contains($0) }) {
      // 2026 alone could be a number; a day could not.
      if PeriodWords(text).count > 1 { return nil }
    }
    comparison = tokens.takeComparison(isBefore: true)
    if comparison == nil, tokens.takeWord(meaning: "between") {}
    tokens.takeCurrency(&currency)
    if comparison == nil { comparison = tokens.takeComparison(isBefore: true) }
    guard let number = tokens.takeNumber() else { return nil }
    first = number.text
    firstIsNegative = number.isNegative
    clock = tokens.takeClock(after: number.text)
    takeUnit(&tokens)
    if tokens.takeSign("±") {
      guard let width = tokens.takeNumber() else { return nil }
      tolerance = width.text
      takeUnit(&tokens)
    } else if tokens.takeRangeSign(after: number.text.value) {
      if let sign = tokens.takeComparison(isBefore: true), comparison == nil, sign == .below {}
      tokens.takeCurrency(&currency)
      guard let number = tokens.takeNumber() else { return nil }
      second = number.text
      secondIsNegative = number.isNegative
      if clock != nil { secondClock = tokens.takeClock(after: number.text) }
      takeUnit(&tokens)
    } else if let best = tokens.takeOutOf() {
      // 80/20 are two numbers: 80 % within 20 seconds.
      if best.value < first.value {
        remark = "/" + String(Int(exactly: best.value).map(String.init) ?? "\(best.value)")
      } else {
        outOf = best
      }
    }
    if comparison == nil { comparison = tokens.takeComparison(isBefore: false) }
    takeUnit(&tokens)
    moment = tokens.takeMoment(dayFirst: dayFirst)
    if comparison == nil { comparison = tokens.takeComparison(isBefore: false) }
    if !tokens.isAtEnd {
      guard let rest = tokens.remark else { return nil }
      if unit == nil, let words = UnitWords(rest) {
        unit = words.unit
      } else {
        remark = rest
      }
    }
  }

  private mutating func takeUnit(_ tokens: inout QuantityTokens) {
    if tokens.takePercent() {
      isPercent = true
    } else if tokens.takePoints() {
      isPoints = true
    } else if currency == nil, tokens.takeCurrency(&currency) {
      return
    } else if duration == nil, let word = tokens.takeDuration() {
      duration = word
    } else if let (factor, word) = tokens.takeMultiplier(besides: multiplier) {
      // £1.5m: what multiplies stands behind the number, the sign before it.
      if multiplier == 1 { currency?.multiply(by: factor, written: word) }
      multiplier = factor
      tokens.takeCurrency(&currency)
    } else if unit == nil, let words = tokens.takeUnitWord() {
      unit = words
    }
  }

  /// Whether what stands before the first digit can lead a quantity: nothing, a sign, a currency,
  /// `at least`.
  static func mayBegin(_ text: String) -> Bool {
    guard let digit = text.utf8.firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }) else {
      return false
    }
    let lead = String(text[..<digit]).trimmed
    guard lead.utf8.contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else {
      return true
    }
    if lead.utf8.count == 3 || lead.utf8.count <= 6 && CurrencyWords(lead) != nil {
      return WordList.compare.holds(lead) || CurrencyWords(lead) != nil
    }
    if WordList.compare.holds(lead) { return true }
    // A lead has no blanks at its beginning.
    let end = lead.utf8.firstIndex(of: UInt8(ascii: " ")) ?? lead.endIndex
    return WordList.compare.holds(String(lead[..<end]))
  }

  static func == (left: QuantityText, right: QuantityText) -> Bool {
    left.first == right.first && left.second == right.second && left.comparison == right.comparison
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(first)
    hasher.combine(second)
  }
}
