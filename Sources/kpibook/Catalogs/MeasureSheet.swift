internal import KPICatalog

/// One measure as a person reads it: a label and a value, field by field.
struct MeasureSheet {
  private let measure: KPIDefinition
  private let catalog: Catalog
  private let language: LanguageTag?
  private let width: Int
  private let words: DisplayWords

  init(
    _ measure: KPIDefinition, _ catalog: Catalog, language: LanguageTag?,
    width: Int = Terminal.width
  ) {
    self.measure = measure
    self.catalog = catalog
    self.language = language ?? catalog.defaultLanguage
    self.width = max(width, 60)
    words = DisplayWords(.english)
  }

  var text: String {
    var lines = [measure.name.text(in: language) ?? measure.id.text]
    let labels = 14
    func add(_ label: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append(
        TextColumn.fit(label, labels) + TextColumn.wrap(value, width, indent: labels))
    }
    add("id", measure.id.text)
    add("code", measure.code)
    add("also known as", measure.aliases.joined(separator: ", "))
    add("kind", measure.kind?.rawValue)
    add("group", groupName)
    add("question", measure.question?.text(in: language))
    add("description", measure.description?.text(in: language))
    add("rationale", measure.rationale?.text(in: language))
    add("formula", measure.formula?.text?.text(in: language))
    add("", joined("formula.expression"))
    add("unit", joined("unit"))
    add("scale", scale)
    add("direction", measure.direction.map(words))
    add("frequency", measure.frequency.map { words.word("frequency", $0.rawValue).lowercased() })
    add("roll-up", joined("aggregation.time"))
    add("source", measure.source?.text(in: language))
    add("method", joined("method.kind") ?? joined("method"))
    add("owner", measure.owner)
    add("baseline", joined("baseline"))
    for target in targets { add("target", target) }
    add("thresholds", thresholds)
    add("current", joined("current"))
    add("weight", joined("weight"))
    add("paired with", measure.pairedWith.map(\.text).joined(separator: ", "))
    add("pitfalls", measure.pitfalls?.text(in: language))
    add("notes", measure.notes?.text(in: language))
    for variant in measure.variants {
      add("variant", variantLine(variant))
    }
    for field in measure.fields where field.path.hasPrefix("custom.") {
      add(String(field.path.dropFirst(7)), field.text)
    }
    if let origin = measure.origin {
      let sheet = origin.sheet.map { "\($0), " } ?? ""
      add("from", sheet + (origin.row.map { "row \($0)" } ?? ""))
    }
    return lines.map(TextColumn.trimmed).joined(separator: "\n") + "\n"
  }

  private func joined(_ path: String) -> String? {
    let values = measure.texts(at: path)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  private var groupName: String? {
    catalog.groups.first { $0.id == measure.group }?.name.text(in: language) ?? measure.group
  }

  private var scale: String? {
    let low: String? = joined("scale.min")
    let high: String? = joined("scale.max")
    guard low != nil || high != nil else { return nil }
    return [low ?? "…", high ?? "…"].joined(separator: " to ")
  }

  private func words(_ direction: Direction) -> String {
    switch direction {
    case .higherIsBetter: "higher is better"
    case .lowerIsBetter: "lower is better"
    case .withinRange: "best within a range"
    case .unjudged: "neither way is better"
    }
  }

  private var targets: [String] {
    measure.targets.indices.map { index in
      let path = "targets[\(index + 1)]."
      let fields = measure.fields.filter { $0.path.hasPrefix(path) }
      func value(_ key: String) -> String? { fields.first { $0.path == path + key }?.text }
      let amount = value("value") ?? "\(value("low") ?? "…") to \(value("high") ?? "…")"
      return amount + (value("by").map { " by \($0)" } ?? "")
    }
  }

  private var thresholds: String? {
    let parts = ["green", "amber"].compactMap { color in
      joined("thresholds.\(color)").map { "\(color) \($0)" }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func variantLine(_ variant: MeasureVariant) -> String {
    let name = variant.name?.text(in: language)
    let note = variant.note?.text(in: language)
    return "@\(variant.id)" + (name.map { ": \($0)" } ?? "") + (note.map { ". \($0)" } ?? "")
  }
}
