/// Two measures with one name or one code.
enum NameRules: RuleFamily {
  static let duplicateName = CheckRule(
    name: "duplicate-name", severity: .warning,
    summary:
      "Two measures have the same name in one language, case, accents and punctuation aside.",
    reason: "Two teams with one name and two scopes is the commonest quarrel about figures.",
    cure: "Give each measure a name of its own, or keep only one.",
    page: "names")
  static let duplicateVariant = CheckRule(
    name: "duplicate-variant", severity: .warning,
    summary: "Two measures have the same name but different variants of the formula.",
    reason: "A share of 84 percent and a mean of 4.2 under one name get compared and merged.",
    cure: "Say the variant in the name, as in 'CSAT (top 2 of 5)'.",
    page: "names")
  static let duplicateCode = CheckRule(
    name: "duplicate-code", severity: .warning,
    summary: "Two measures have the same code.",
    reason: "People quote the code, and a re-import finds measures by it.",
    cure: "Give each measure a code of its own.",
    page: "names")

  static let rules = [duplicateName, duplicateVariant, duplicateCode]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    let inUse = subject.measures.filter { !$0.isRetired }
    checkNames(inUse, &findings)
    checkCodes(inUse, &findings)
  }

  // MARK: Names

  /// A name in a language, as names are compared.
  private struct Key: Hashable {
    let language: LanguageTag
    let folded: String
    let marks: String
  }

  private static func checkNames(_ measures: [CheckedMeasure], _ findings: inout FindingCollector) {
    var firsts: [Key: CheckedMeasure] = [:]
    for measure in measures {
      var isReported = false
      for entry in measure.definition.name.entries {
        let key = key(of: entry)
        guard let first = firsts[key] else {
          firsts[key] = measure
          continue
        }
        guard !isReported, first.index != measure.index else { continue }
        isReported = true
        add(measure, first, entry, &findings)
      }
    }
  }

  private static func add(
    _ measure: CheckedMeasure, _ first: CheckedMeasure, _ entry: LocalizedText.Entry,
    _ findings: inout FindingCollector
  ) {
    let field = entry.language == .undetermined ? "name" : "name." + entry.language.text
    let name = CatalogFault.shown(entry.text)
    let variants = [first, measure].map { $0.definition.formula?.variant }
    if let one = variants[0], let other = variants[1], one != other {
      findings.add(
        duplicateVariant, measure, field,
        "'\(name)' is the name of \(first.definition.id) too, with the variant '"
          + "\(CatalogFault.shown(one))' and not '\(CatalogFault.shown(other))'; "
          + "say the variant in the names")
    } else {
      findings.add(
        duplicateName, measure, field,
        "'\(name)' is the name of \(first.definition.id) too; "
          + "give each a name of its own or keep one")
    }
  }

  private static func key(of entry: LocalizedText.Entry) -> Key {
    let text = withoutAbbreviation(entry.text)
    let folded = NameFolding.fold(text)
    return Key(
      language: entry.language.base, folded: folded.isEmpty ? entry.text : folded,
      marks: folded.isEmpty ? "" : marks(in: text))
  }

  /// The name without an abbreviation in parentheses at its end, as `(CSAT)`; anything longer there
  /// tells measures apart.
  private static func withoutAbbreviation(_ name: String) -> String {
    guard let close = name.lastIndex(where: { $0 != " " }), name[close] == ")",
      let open = name[..<close].lastIndex(of: "("), open > name.startIndex
    else { return name }
    let inside = name[name.index(after: open)..<close]
    let isAbbreviation =
      (2...6).contains(inside.count)
      && inside.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isUppercase }
    let before = String(name[..<open])
    return isAbbreviation && !NameFolding.fold(before).isEmpty ? before : name
  }

  /// The marks that tell names apart though they are no letters: `< 30 days`, `> 30 days`, `%`,
  /// `#`.
  private static func marks(in name: String) -> String {
    var marks = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar {
      case "<", ">", "≤", "≥", "=", "+", "%", "#", "€", "$", "£", "±", "Δ", "∆", "↑", "↓":
        marks.append(scalar)
      default: continue
      }
    }
    return String(marks)
  }

  // MARK: Codes

  private static func checkCodes(_ measures: [CheckedMeasure], _ findings: inout FindingCollector) {
    var firsts: [String: KPIIdentifier] = [:]
    for measure in measures {
      guard let code = measure.definition.code, let trimmed = trimmed(code) else { continue }
      guard let first = firsts[trimmed] else {
        firsts[trimmed] = measure.definition.id
        continue
      }
      findings.add(
        duplicateCode, measure, "code",
        "'\(CatalogFault.shown(trimmed))' is the code of \(first) too; give each its own")
    }
  }

  /// The code without blanks around it; nil if nothing is left.
  private static func trimmed(_ code: String) -> String? {
    guard let start = code.firstIndex(where: { !$0.isWhitespace }),
      let end = code.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(code[start...end])
  }
}
