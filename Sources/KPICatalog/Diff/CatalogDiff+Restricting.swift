extension CatalogDiff {
  /// The part of the differences that lies in what another difference is about: the same fields of
  /// the same measures.
  ///
  ///     // What should have been written into a file, and was not.
  ///     CatalogDiff(from: written, to: wanted).restricted(to: CatalogDiff(from: before, to: wanted))
  ///
  /// What is read out of a formula's text is left out where the text is in question too. A measure
  /// that only has another id is none.
  ///
  /// - Parameter other: The differences that count, to the same catalog.
  /// - Returns: The differences; none if all that was asked for is there.
  public func restricted(to other: CatalogDiff) -> CatalogDiff {
    let names = Set(other.fields.map(\.field))
    let asked = Dictionary(other.measures.map { ($0.id, $0) }) { first, _ in first }
    return CatalogDiff(
      fields: fields.filter { names.contains($0.field) },
      measures: measures.compactMap { change in
        asked[change.id].flatMap { change.restricted(to: $0) }
      })
  }
}

extension MeasureChange {
  fileprivate func restricted(to other: MeasureChange) -> MeasureChange? {
    guard kind == .changed else { return self }
    let names = Set(other.fields.map(\.field))
    let isWhole = other.kind == .added
    let hasText = isWhole || names.contains { $0.hasPrefix("formula.text") }
    let kept = fields.filter { change in
      let isRead =
        change.field.hasPrefix("formula.expression") || change.field.hasPrefix("formula.inputs")
      return (isWhole || names.contains(change.field)) && !(isRead && hasText)
    }
    let moved = other.move == nil ? nil : move
    guard !kept.isEmpty || moved != nil else { return nil }
    return MeasureChange(
      kind: .changed, measure: measure, renaming: nil, move: moved, fields: kept)
  }
}
