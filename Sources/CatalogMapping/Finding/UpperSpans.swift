/// The columns of the headers found so far, from the top, each span of columns once.
struct UpperSpans {
  /// How many spans a row is compared with: those that came last.
  ///
  /// Tables beside and below each other share a few.
  static let most = 64

  private var known: Set<ClosedRange<Int>> = []
  private var spans: [(columns: ClosedRange<Int>, lastRow: Int)] = []

  /// Adds the columns of a header that ends at a row, unless a header above has the same.
  mutating func add(_ columns: ClosedRange<Int>, lastRow: Int) {
    if known.insert(columns).inserted { spans.append((columns, lastRow)) }
  }

  /// The spans whose first header ends above a row, at most the last ``most``.
  func nearest(above row: Int) -> [ClosedRange<Int>] {
    spans.suffix(Self.most).filter { $0.lastRow < row }.map(\.columns)
  }
}
