/// What somebody wants changed in a catalog: which measures there are, and their fields.
public struct Customization: Hashable, Sendable {
  /// The measures to keep, in this order, by id, code or name; empty for all.
  public var select: [String]
  /// The measures to leave out, by id, code or name.
  public var remove: [String]
  /// The measures to add: of the base or a library by id, code or name, or new ones by an id.
  public var add: [String]
  /// The fields to set, see ``Catalog/setting(_:)``.
  public var set: [FieldAssignment]

  /// Makes a customization.
  public init(
    select: [String] = [], remove: [String] = [], add: [String] = [], set: [FieldAssignment] = []
  ) {
    self.select = select
    self.remove = remove
    self.add = add
    self.set = set
  }

  /// Carries out the changes: selects, removes, adds, then sets fields.
  ///
  /// - Parameters:
  ///   - catalog: The catalog to change.
  ///   - base: What the catalog was made of, if it is an overlay's: measures it leaves out can be
  ///     selected and added.
  ///   - library: A catalog whose measures can be added too.
  /// - Returns: The changed catalog.
  /// - Throws: ``CatalogError`` naming the measure or field, what is allowed and what comes
  ///   nearest.
  public func apply(
    to catalog: Catalog, base: Catalog? = nil, library: Catalog? = nil
  ) throws(CatalogError) -> Catalog {
    var result = catalog
    if !select.isEmpty {
      var chosen: [KPIDefinition] = []
      for word in select {
        var measure = try catalog.measure(meantBy: word)
        if measure == nil, let base { measure = try base.measure(meantBy: word) }
        guard let measure else { throw (base ?? catalog).noMeasure(word) }
        if !chosen.contains(where: { $0.id == measure.id }) { chosen.append(measure) }
      }
      result.measures = chosen
    }
    for word in remove {
      guard let measure = try catalog.measure(meantBy: word) else { throw catalog.noMeasure(word) }
      result.measures.removeAll { $0.id == measure.id }
    }
    for word in add { try Self.add(word, to: &result, base: base, library: library) }
    result = try result.setting(set)
    if let nameless = result.measures.first(where: { $0.name.isEmpty }) {
      throw CatalogError(.missingKey("name")).inside(nameless.id.text)
    }
    return result
  }

  private static func add(
    _ word: String, to catalog: inout Catalog, base: Catalog?, library: Catalog?
  ) throws(CatalogError) {
    if let there = try catalog.measure(meantBy: word) {
      throw CatalogError(.measureIsThere(there.id.text))
    }
    if let base, let measure = try base.measure(meantBy: word) {
      // Behind the nearest measure it follows in the base.
      let before = base.measures.prefix { $0.id != measure.id }.map(\.id)
      let place = catalog.measures.lastIndex { before.contains($0.id) }.map { $0 + 1 }
      catalog.measures.insert(measure, at: place ?? 0)
    } else if let library, let measure = try library.measure(meantBy: word) {
      catalog.measures.append(measure)
    } else {
      guard let id = KPIIdentifier(word) else { throw CatalogError(.notIdentifier(word)) }
      catalog.measures.append(KPIDefinition(id: id, name: LocalizedText()))
    }
  }
}

extension Catalog {
  /// The measure a person's word means: its id, its code, or one of its names or aliases, also of
  /// those the built-in catalog knows it by.
  ///
  /// - Parameter word: The word.
  /// - Returns: nil if it means none.
  /// - Throws: ``CatalogError`` if it means several.
  public func measure(meantBy word: String) throws(CatalogError) -> KPIDefinition? {
    if let exact = measures.first(where: { $0.id.text == word }) { return exact }
    let coded = measures.filter { $0.code == word }
    if let only = coded.first, coded.count == 1 { return only }
    let named =
      coded.isEmpty
      ? NameIndex(self).measures(named: word).map(idOfMeasure) : coded.map(\.id)
    guard let first = named.first else {
      return BuiltInCatalog.names.measure(named: word).flatMap { measure(idOfMeasure($0)) }
    }
    guard !named.contains(where: { $0 != first }) else {
      throw CatalogError(.severalMeasures(word, named.map(\.text)))
    }
    return measure(first)
  }

  /// The id of the measure an id of a name means: a measure of its own, or one with such a variant.
  private func idOfMeasure(_ id: KPIIdentifier) -> KPIIdentifier {
    measure(id) == nil ? id.base : id
  }

  /// The measure a person's word means, which there must be.
  ///
  /// - Parameter word: An id, a code, a name or an alias.
  /// - Returns: The measure.
  /// - Throws: ``CatalogError`` if it means none, naming what comes nearest, or several.
  public func measure(called word: String) throws(CatalogError) -> KPIDefinition {
    guard let measure = try measure(meantBy: word) else { throw noMeasure(word) }
    return measure
  }

  /// The error of a word that means no measure.
  func noMeasure(_ word: String) -> CatalogError {
    CatalogError(.unknownMeasure(word, nearest: nearestIDs(to: word)))
  }

  /// The ids that come nearest to a word: those spelled nearly so, then those whose measures have
  /// all its words in a name or an id.
  private func nearestIDs(to word: String) -> [String] {
    if let near = nearestID(to: word) { return [near] }
    let texts = measures.map { measure in
      ([measure.id.text] + measure.name.entries.map(\.text) + measure.aliases)
        .map { " " + NameFolding.fold($0) }
    }
    func found(by parts: [String]) -> [String] {
      guard !parts.isEmpty else { return [] }
      return zip(measures, texts).filter { _, texts in
        texts.contains { text in parts.allSatisfy { text.contains(" " + $0) } }
      }.map(\.0.id.text)
    }
    let parts = NameFolding.fold(word).split(separator: " ").map(String.init)
    let exact = found(by: parts)
    guard exact.isEmpty else { return Array(exact.prefix(5)) }
    // A slip of the pen in one of the words.
    let words = Array(Set(texts.joined().flatMap { $0.split(separator: " ").map(String.init) }))
      .filter { $0.utf8.count >= 5 }.sorted()
    let near = parts.map { part in
      part.utf8.count < 5 ? part : SpellingSuggestion.nearest(to: part, among: words) ?? part
    }
    return Array(found(by: near).prefix(5))
  }
}
