/// A text of a measure or catalog with its field.
struct FieldText {
  /// The field without language.
  let field: String
  let text: LocalizedText
}

extension KPIDefinition {
  /// Whether a field is a text that can be in several languages, and there is one.
  ///
  /// - Parameter path: The field, lists counted from 1 as in ``fields``.
  /// - Returns: False for a field that is empty or none.
  package func isText(_ path: String) -> Bool {
    localizedTexts.contains { $0.field == path }
  }

  /// Every text that can be in several languages, in the order of the fields.
  var localizedTexts: [FieldText] {
    var texts: [FieldText] = []
    func add(_ field: String, _ text: LocalizedText?) {
      if let text, !text.isEmpty { texts.append(FieldText(field: field, text: text)) }
    }
    func add(_ formula: Formula?, _ field: String) {
      add(field + ".text", formula?.text)
      for (index, input) in (formula?.inputs ?? []).enumerated() {
        add("\(field).inputs[\(index + 1)].label", input.label)
        add("\(field).inputs[\(index + 1)].source", input.source)
      }
    }
    add("name", name)
    add("objective.text", objective?.text)
    add("objective.differentiator", objective?.differentiator)
    add("question", question)
    add("description", description)
    add("rationale", rationale)
    add("scope.includes", scope?.includes)
    add("scope.excludes", scope?.excludes)
    add("scope.population", scope?.population)
    add(formula, "formula")
    add("aggregation.note", aggregation?.note)
    add("source", source)
    add("method.text", method?.text)
    add("instrument.question", instrument?.question)
    add("baseline.note", baseline?.note)
    for (index, target) in targets.enumerated() { add("targets[\(index + 1)].note", target.note) }
    for (index, benchmark) in benchmarks.enumerated() {
      add("benchmarks[\(index + 1)].label", benchmark.label)
    }
    add("pitfalls", pitfalls)
    add("notes", notes)
    for (index, variant) in variants.enumerated() {
      let field = "variants[\(index + 1)]"
      add(field + ".name", variant.name)
      add(field + ".note", variant.note)
      add(variant.formula, field + ".formula")
    }
    return texts
  }
}

extension Catalog {
  /// The texts above the measures that can be in several languages.
  var localizedTexts: [FieldText] {
    var texts: [FieldText] = []
    func add(_ field: String, _ text: LocalizedText?) {
      if let text, !text.isEmpty { texts.append(FieldText(field: field, text: text)) }
    }
    add("title", title)
    add("source", source)
    for (index, entry) in perspectives.enumerated() {
      add("perspectives[\(index + 1)].name", entry.name)
    }
    for (index, entry) in audiences.enumerated() {
      add("audiences[\(index + 1)].name", entry.name)
    }
    for (index, entry) in groups.enumerated() { add("groups[\(index + 1)].name", entry.name) }
    for (index, objective) in objectives.enumerated() {
      add("objectives[\(index + 1)].text", objective.text)
      add("objectives[\(index + 1)].differentiator", objective.differentiator)
    }
    return texts
  }
}
