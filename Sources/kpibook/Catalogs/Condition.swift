internal import ArgumentParser
internal import CatalogMapping
internal import KPICatalog

/// A condition such as `kind=activity`: a field by its path, its heading in any language, or the
/// heading of a column of the reader's own; a value as the catalog writes it or as people read it.
struct Condition {
  private enum Field {
    case path(String)
    case custom(String)
  }

  private let text: String
  private let field: Field
  private let value: String
  /// The value if it is a number, however it is written: 5 and 5.0 are one.
  private let number: Double?
  /// What the value means to the field: `P1M` for `monthly`.
  private let meant: Set<String>
  private let catalog: Catalog

  /// Reads conditions for a catalog.
  ///
  /// - Throws: `ValidationError` for one that is none, or names no field.
  static func list(_ texts: [String], for catalog: Catalog) throws -> [Condition] {
    try texts.map { try Condition($0, for: catalog) }
  }

  /// Refuses a text that is no condition whatever the catalog.
  static func check(_ text: String) throws { _ = try parts(of: text) }

  private static func parts(of text: String) throws -> (field: String, value: String) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw ValidationError(
        "'\(text)' is not a condition; write FIELD=VALUE, such as kind=activity.")
    }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }

  private init(_ text: String, for catalog: Catalog) throws {
    let parts = try Self.parts(of: text)
    self.text = text
    self.catalog = catalog
    value = Self.folded(parts.value)
    number = Self.number(value)
    let customs = Set(catalog.measures.flatMap { $0.custom.map(\.key) })
    if parts.field.hasPrefix("custom."),
      case let heading = String(parts.field.dropFirst("custom.".count)), customs.contains(heading)
    {
      field = .custom(heading)
      meant = []
      return
    }
    do throws(CatalogError) {
      try KPIDefinition.checkField(parts.field)
      field = .path(parts.field)
    } catch {
      if customs.contains(parts.field) {
        field = .custom(parts.field)
      } else if let path = FieldHeadings.path(of: parts.field) {
        field = .path(path)
      } else if let heading = customs.first(where: {
        Self.folded($0) == Self.folded(parts.field)
      }) {
        field = .custom(heading)
      } else {
        throw ValidationError("\(error.message).")
      }
    }
    guard case .path(let path) = field else {
      meant = []
      return
    }
    meant = Self.meanings(of: parts.value, at: path, in: catalog)
  }

  /// The values of the field.
  private func values(of measure: KPIDefinition) -> [String] {
    switch field {
    case .path(let path): measure.texts(at: path)
    case .custom(let heading): measure.custom[heading].flatMap(Self.text).map { [$0] } ?? []
    }
  }

  private static func text(_ value: CustomValue) -> String? {
    switch value {
    case .text(let text), .error(let text): text
    case .number(let number): number.description
    case .boolean(let truth): truth ? "true" : "false"
    case .date(let date): date.text
    case .empty: nil
    }
  }

  /// What to say if no measure at all is so: the value that was probably meant, or the values there
  /// are; nil if some measure is.
  var hint: String? {
    guard !value.isEmpty, !catalog.measures.contains(where: holds) else { return nil }
    var known: [String] = []
    for text in catalog.measures.flatMap(values) where !known.contains(text) {
      known.append(text)
      // Names and texts are too many to be told.
      if known.count > 200 { break }
    }
    if let near = SpellingSuggestion.nearest(to: value, among: known) {
      return "no measure has \(text); did you mean '\(near)'?"
    }
    guard (1...12).contains(known.count) else { return "no measure has \(text)" }
    return "no measure has \(text); there are \(known.joined(separator: ", "))"
  }

  /// Whether any value of the field is the one asked for; an empty one asks for a missing field.
  func holds(for measure: KPIDefinition) -> Bool {
    let values = values(of: measure)
    if value.isEmpty { return values.isEmpty }
    return values.contains { text in
      if meant.contains(text) { return true }
      let folded = Self.folded(text)
      return folded == value || number != nil && Self.number(folded) == number
    }
  }

  // MARK: Words

  /// What a word of a person means at a path.
  private static func meanings(
    of word: String, at path: String, in catalog: Catalog
  ) -> Set<String> {
    var meant: Set<String> = []
    // As in 'customize --set': monthly, %.
    if let id = KPIIdentifier("probe") {
      let probe = KPIDefinition(id: id, name: LocalizedText("probe", language: .english))
      if let set = try? probe.setting(path, to: word) { meant.formUnion(set.texts(at: path)) }
    }
    let wanted = folded(word)
    // As exported workbooks and lists print it.
    let list = lists[path] ?? path
    for language in DisplayWords.languages {
      let words = DisplayWords(language)
      meant.formUnion(words.keys(list).filter { folded(words.word(list, $0)) == wanted })
    }
    if let known = FieldHeadings.value(of: word, in: list) { meant.insert(known) }
    if list == "unit", wanted == "pts" { meant.insert(UnitKind.percentagePoints.rawValue) }
    switch path {
    case "group":
      meant.formUnion(
        catalog.groups.filter { isNamed($0.name, wanted) }.map(\.id))
    case "perspective":
      meant.formUnion(
        catalog.perspectives.filter { isNamed($0.name, wanted) }.map(\.id.id))
    case "pairedWith", "derivedFrom":
      if let measure = try? catalog.measure(meantBy: word) { meant.insert(measure.id.text) }
    default: break
    }
    return meant
  }

  private static let lists = [
    "unit.kind": "unit", "unit": "unit", "aggregation.time": "aggregation",
    "aggregation.across": "aggregation", "reportingFrequency": "frequency",
    "method.kind": "method", "lifecycle.state": "lifecycle",
  ]

  private static func isNamed(_ name: LocalizedText, _ wanted: String) -> Bool {
    name.entries.contains { folded($0.text) == wanted }
  }

  /// The number a text is; codes with zeros in front are none.
  private static func number(_ text: String) -> Double? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    guard digits.utf8.count <= 15, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2E }),
      let first = digits.utf8.first, first != 0x2E,
      first != 0x30 || digits.utf8.count == 1 || digits.utf8.dropFirst().first == 0x2E
    else { return nil }
    return Double(text)
  }

  /// The text in small letters, without blanks around it.
  private static func folded(_ text: String) -> String {
    let start = text.drop { $0 == " " }
    guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
    return start[...last].lowercased()
  }
}
