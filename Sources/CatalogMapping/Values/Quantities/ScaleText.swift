internal import KPICatalog

/// Reads the ends of a scale: `-100..100`, `1 to 5`, `0-10`, `0 % – 100 %`, `1–7 (7 = easy)`.
enum ScaleText {
  /// The lowest and the highest value; nil for an open end.
  typealias Ends = (low: Double?, high: Double?)

  /// The ends; nil if the text is no scale.
  static func ends(_ text: String, decimalMark: DecimalMark?) -> Ends? {
    if let ends = plainEnds(text, decimalMark: decimalMark) { return ends }
    // 1–7 (7 = easy)
    return WordReading.withoutRemark(text).flatMap { plainEnds($0, decimalMark: decimalMark) }
  }

  private static func plainEnds(
    _ text: String, decimalMark: DecimalMark?
  ) -> Ends? {
    // In -100..100 the points are no decimal mark.
    if let ends = parted(text, by: ["...", "..", "…"], decimalMark) { return ends }
    if let quantity = QuantityText(text) {
      let low = quantity.first.value(decimalMark: decimalMark) * (quantity.firstIsNegative ? -1 : 1)
      if let second = quantity.second {
        return (low, second.value(decimalMark: decimalMark) * (quantity.secondIsNegative ? -1 : 1))
      }
      switch quantity.comparison {
      case .atLeast?, .above?: return (low, nil)
      case .atMost?, .below?: return (nil, low)
      default: break
      }
    }
    // -100/100, 0;100
    return parted(text, by: ["/", ";", "|", " – ", " - ", "–"], decimalMark)
  }

  /// The ends left and right of a mark: `0..` and `..100` have one.
  private static func parted(
    _ text: String, by marks: [String], _ decimalMark: DecimalMark?
  ) -> Ends? {
    for mark in marks {
      guard let range = text.range(of: mark) else { continue }
      let left = String(text[..<range.lowerBound]).trimmed
      let right = String(text[range.upperBound...]).trimmed
      let low = number(left, decimalMark)
      let high = number(right, decimalMark)
      if low != nil || high != nil, low != nil || left.isEmpty || left == "∞",
        high != nil || right.isEmpty || right == "∞"
      {
        return (low, high)
      }
    }
    return nil
  }

  private static func number(_ text: String, _ mark: DecimalMark?) -> Double? {
    guard let quantity = QuantityText(text), quantity.second == nil else { return nil }
    return quantity.first.value(decimalMark: mark) * (quantity.firstIsNegative ? -1 : 1)
  }
}
