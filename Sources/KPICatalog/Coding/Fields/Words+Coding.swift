extension CatalogCodable where Self: CatalogWord {
  init(node: CatalogNode) throws(CatalogError) {
    let text = try node.text()
    guard let word = Self(rawValue: text) else {
      let words = Self.allCases.map(\.rawValue)
      let nearest =
        Self.meant(by: text)?.rawValue ?? SpellingSuggestion.nearest(to: text, among: words)
      throw CatalogError(
        .unknownWord(text, noun: Self.noun, nearest: nearest, choices: words), at: node)
    }
    self = word
  }

  func encode(to encoder: inout some CatalogEncoder) { encoder.text(rawValue) }
}

extension MeasureKind: CatalogCodable {}
extension ValueType: CatalogCodable {}
extension Audience: CatalogCodable {}
extension Direction: CatalogCodable {}
extension LeadLag: CatalogCodable {}
extension AggregationRule: CatalogCodable {}
extension InputAggregate: CatalogCodable {}
extension MethodKind: CatalogCodable {}
extension UnitKind: CatalogCodable {}
extension Thresholds.Mode: CatalogCodable {}
extension Lifecycle.State: CatalogCodable {}
extension CustomFieldType: CatalogCodable {}

extension Voice: CatalogCodable {
  // Both spellings are read, one is written.
  init(node: CatalogNode) throws(CatalogError) {
    let text = try node.text()
    guard let voice = Voice(rawValue: text) ?? Voice.meant(by: text) else {
      let words = Self.allCases.map(\.rawValue)
      let nearest = SpellingSuggestion.nearest(to: text, among: words)
      throw CatalogError(
        .unknownWord(text, noun: Self.noun, nearest: nearest, choices: words), at: node)
    }
    self = voice
  }
}

extension Cadence: CatalogCodable {
  // Another spelling of one of the lengths is read too, such as P12M for P1Y.
  init(node: CatalogNode) throws(CatalogError) {
    let text = try node.text()
    guard let cadence = Cadence(rawValue: text) ?? CalendarPeriod(text).flatMap(Cadence.init)
    else {
      let words = Self.allCases.map(\.rawValue)
      let nearest =
        Self.meant(by: text)?.rawValue
        ?? (CalendarPeriod(text) == nil ? SpellingSuggestion.nearest(to: text, among: words) : nil)
      throw CatalogError(
        .unknownWord(text, noun: Self.noun, nearest: nearest, choices: words), at: node)
    }
    self = cadence
  }
}
