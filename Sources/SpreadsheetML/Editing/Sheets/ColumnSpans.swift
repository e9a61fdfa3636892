/// The columns a row says it uses (ECMA-376 Part 1, 18.3.1.73): `1:5`, or several with blanks between.
struct ColumnSpans {
  private let spans: [ClosedRange<Int>]

  /// nil for a text that is something else.
  init?(_ text: String) {
    var spans: [ClosedRange<Int>] = []
    for part in text.split(separator: " ") {
      let ends = part.split(separator: ":")
      guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), 1 <= first,
        first <= last
      else { return nil }
      spans.append(first...last)
    }
    guard !spans.isEmpty else { return nil }
    self.spans = spans
  }

  /// Spans that hold these columns too, or nil when these do.
  func covering(_ first: Int, _ last: Int) -> String? {
    if spans.contains(where: { $0.contains(first) && $0.contains(last) }) { return nil }
    let lower = spans.map(\.lowerBound).min() ?? first
    let upper = spans.map(\.upperBound).max() ?? last
    return "\(min(lower, first)):\(max(upper, last))"
  }
}
