internal import KPICatalog

/// What groups, perspectives and measures are called in the book and in the catalog.
struct CatalogNames: Sendable {
  /// The names of groups by the ids the book gives them.
  private(set) var groups: [String: LocalizedText] = [:]
  /// The groups by the names the book gives them.
  private(set) var groupIDs: [String: String] = [:]
  /// The names of perspectives by id.
  private(set) var perspectives: [String: LocalizedText] = [:]
  /// Names and codes of measures by id.
  private(set) var measures: [KPIIdentifier: (name: LocalizedText, code: String?)] = [:]
  private var byName: [String: KPIIdentifier] = [:]
  /// The book's ids of the catalog's groups.
  private var bookGroups: [String: String] = [:]

  init() {}

  init(_ catalog: Catalog, _ result: ImportResult) {
    groupIDs = result.groupIDs
    for group in result.catalog.groups { groups[group.id] = group.name }
    for group in catalog.groups {
      let folded = Set(group.name.entries.map { Folding.fold($0.text) })
      let known =
        groups[group.id] != nil
        ? group.id
        : groups.first { $0.value.entries.contains { folded.contains(Folding.fold($0.text)) } }?.key
      let id = known ?? group.id
      bookGroups[group.id] = id
      guard known == nil else { continue }
      groups[id] = group.name
    }
    for entry in result.catalog.perspectives + catalog.perspectives where !entry.name.isEmpty {
      perspectives[entry.id.id] = entry.name
    }
    for measure in catalog.measures + result.catalog.measures {
      measures[measure.id] = (measure.name, measure.code)
      for name in measure.name.entries { byName[Folding.fold(name.text)] = measure.id }
      if let code = measure.code { byName[Folding.fold(code)] = measure.id }
    }
  }

  /// The book's id of one of the catalog's groups.
  func bookGroup(_ id: String) -> String { bookGroups[id] ?? groupID(id) ?? id }

  /// The group a text of the book names.
  func groupID(_ text: String) -> String? {
    if let id = groupIDs[text] { return id }
    let folded = Folding.fold(text)
    return groups.first { $0.value.entries.contains { Folding.fold($0.text) == folded } }?.key
  }

  /// The measure a text names, by id, code or name.
  func measure(called text: String) -> KPIIdentifier? {
    if let id = KPIIdentifier(text), measures[id] != nil { return id }
    return byName[Folding.fold(text)]
  }
}

/// Texts inside optional records, which come into being when one is set.
extension Optional where Wrapped == Formula {
  var text_: LocalizedText? {
    get { self?.text }
    set { if self != nil { self?.text = newValue } }
  }
}

extension Optional where Wrapped == Objective {
  var text_: LocalizedText? {
    get { self?.text }
    set { if self != nil { self?.text = newValue } }
  }
  var differentiator_: LocalizedText? {
    get { self?.differentiator }
    set { if self != nil { self?.differentiator = newValue } }
  }
}

extension Optional where Wrapped == Scope {
  var includes_: LocalizedText? {
    get { self?.includes }
    set { if self != nil { self?.includes = newValue } }
  }
  var excludes_: LocalizedText? {
    get { self?.excludes }
    set { if self != nil { self?.excludes = newValue } }
  }
  var population_: LocalizedText? {
    get { self?.population }
    set { if self != nil { self?.population = newValue } }
  }
}

extension Optional where Wrapped == Instrument {
  var question_: LocalizedText? {
    get { self?.question }
    set { if self != nil { self?.question = newValue } }
  }
}
