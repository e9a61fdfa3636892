/// A part of a page: the measures of one group.
struct PageSection {
  /// The group's name, or a word for measures without one.
  var title: String
  /// The name that links lead to; no measure's id, which has no underscore.
  var anchor: String
  /// The measures, in the catalog's order.
  var measures: [KPIDefinition]

  /// The groups of a catalog in the order of their first measures, then the rest.
  ///
  /// A catalog without groups is divided by kind.
  static func all(of presentation: CatalogPresentation) -> [PageSection] {
    let catalog = presentation.catalog
    let hasGroups = catalog.measures.contains { $0.group != nil }
    let key: (KPIDefinition) -> String? = { hasGroups ? $0.group : $0.kind?.rawValue }
    // Where the measures stand in an order of their own, as after a selection, so do the groups.
    let listed = hasGroups ? catalog.groups.map(\.id) : MeasureKind.allCases.map(\.rawValue)
    var keys: [String] = []
    var known: Set<String> = []
    for measure in catalog.measures {
      if let own = key(measure), known.insert(own).inserted { keys.append(own) }
    }
    var sections: [PageSection] = []
    for id in keys {
      let index = listed.firstIndex(of: id) ?? listed.count + sections.count
      let measures = catalog.measures.filter { key($0) == id }
      guard !measures.isEmpty else { continue }
      let title = hasGroups ? presentation.group(id) : presentation.words.word("kind", id)
      sections.append(
        PageSection(title: title, anchor: "group_\(index + 1)", measures: measures))
    }
    let rest = catalog.measures.filter { key($0) == nil }
    if !rest.isEmpty {
      let title =
        sections.isEmpty
        ? presentation.words.text("sheetMeasures") : presentation.words.text("ungrouped")
      sections.append(PageSection(title: title, anchor: "group_0", measures: rest))
    }
    return sections
  }
}
