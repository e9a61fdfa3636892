/// References that lead nowhere, and measures put away without one.
enum ReferenceRules: RuleFamily {
  static let unknownReference = CheckRule(
    name: "unknown-reference", severity: .warning,
    summary:
      "'derivedFrom', 'replacedBy', 'objective' or 'perspective' names something the catalog "
      + "does not have.",
    reason: "The reference shows nothing, and mostly an id was renamed or a measure removed.",
    cure: "Correct the id, add what it names, or remove the reference.",
    page: "references")
  static let retiredWithoutSuccessor = CheckRule(
    name: "retired-without-successor", severity: .note,
    summary: "A retired measure does not name the one that takes its place.",
    reason: "Whoever looks for the old figure should find the new one.",
    cure: "Name it in 'lifecycle.replacedBy', or silence the rule if there is none.",
    page: "references")

  static let rules = [unknownReference, retiredWithoutSuccessor]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    guard !subject.isOverlay else { return }
    let ids = Set(subject.catalog.measures.map(\.id))
    let objectives = Set(subject.catalog.objectives.compactMap(\.id))
    let perspectives = Set(subject.catalog.perspectives.map(\.id))
    for measure in subject.measures {
      let definition = measure.definition
      for (index, id) in definition.derivedFrom.enumerated()
      where !ids.contains(id) && !ids.contains(id.base) {
        findings.add(
          unknownReference, measure, "derivedFrom[\(index + 1)]",
          "there is no measure '\(id)'; correct the id or add the measure")
      }
      if let id = definition.lifecycle?.replacedBy, !ids.contains(id), !ids.contains(id.base) {
        findings.add(
          unknownReference, measure, "lifecycle.replacedBy",
          "there is no measure '\(id)'; correct the id or add the measure")
      }
      if let objective = definition.objective, let id = objective.id,
        objective.text?.isEmpty ?? true, !objectives.contains(id)
      {
        findings.add(
          unknownReference, measure, "objective.id",
          "the catalog has no objective '\(CatalogFault.shown(id))'; add it or write its text here")
      }
      // A catalog that declares none leaves them free.
      if let perspective = definition.perspective, !perspectives.isEmpty,
        !Perspective.classic.contains(perspective),
        !perspectives.contains(perspective)
      {
        findings.add(
          unknownReference, measure, "perspective",
          "the catalog does not declare the perspective '\(perspective)'; add it to 'perspectives'")
      }
      if measure.isRetired, definition.lifecycle?.replacedBy == nil {
        findings.add(
          retiredWithoutSuccessor, measure, "lifecycle",
          "the measure is retired and names no successor; name it in 'lifecycle.replacedBy'")
      }
    }
  }
}
