internal import CatalogMapping
internal import KPICatalog
internal import SpreadsheetML

/// Explanations of fields in lines of a terminal.
struct ExplanationText {
  private let explanations: [FieldExplanation]
  private let id: KPIIdentifier
  private let width: Int

  init(_ explanations: [FieldExplanation], of id: KPIIdentifier, width: Int) {
    self.explanations = explanations
    self.id = id
    self.width = width
  }

  var lines: [String] {
    var lines: [String] = []
    for explanation in explanations {
      if !lines.isEmpty { lines.append("") }
      lines.append("\(id.text).\(explanation.field)")
      for (label, text) in facts(of: explanation) {
        let line = "  " + TextColumn.fit(label, 10) + TextColumn.wrap(text, width, indent: 12)
        lines += line.split(separator: "\n", omittingEmptySubsequences: false).map {
          TextColumn.trimmed(String($0))
        }
      }
    }
    return lines
  }

  private func facts(of explanation: FieldExplanation) -> [(String, String)] {
    var place = explanation.place
    place.file = nil
    var facts: [(String, String)] = []
    if let value = explanation.value { facts.append(("value", value)) }
    facts.append(("cell", place.description))
    if let text = explanation.rawText {
      let shown = text.count > 300 ? text.prefix(299) + "…" : Substring(text)
      facts.append(("holds", "'\(shown)'"))
    }
    if let format = explanation.numberFormat { facts.append(("format", format)) }
    facts.append(("read as", explanation.rule))
    for finding in explanation.findings {
      facts.append((finding.severity.rawValue, finding.message))
    }
    if !explanation.heading.isEmpty {
      let reasons = explanation.reasons.joined(separator: "; ")
      facts.append(
        ("column", "'\(explanation.heading)'" + (reasons.isEmpty ? "" : ": \(reasons)")))
    }
    facts.append(("certainty", "\(Int((explanation.certainty * 100).rounded())) %"))
    return facts
  }
}

extension FieldExplanation {
  /// The explanation as JSON.
  var json: JSONValue {
    .map([
      ("field", .text(field)),
      ("value", typedValue.map { .ready($0.json) } ?? .optional(value)),
      ("sheet", .optional(place.sheet)),
      ("cell", .optional(place.cell)), ("heading", .text(heading)),
      ("rawText", .optional(rawText)), ("numberFormat", .optional(numberFormat)),
      ("rule", .text(rule)), ("certainty", .decimal(certainty)),
      ("reasons", .list(reasons.map(JSONValue.text))),
      ("findings", .list(findings.map(\.json))),
    ])
  }
}
