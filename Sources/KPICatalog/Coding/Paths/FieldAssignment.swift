/// A field with the value it is to have, as somebody typed them: `unit.kind=percent`.
public struct FieldAssignment: Hashable, Sendable {
  /// The field's path; for a catalog the measure's id comes first: `renewal-rate.owner`.
  public var path: String
  /// The value as text; empty takes the field away.
  public var value: String

  /// Makes an assignment.
  ///
  /// - Parameters:
  ///   - path: The field's path.
  ///   - value: The value as text; empty takes the field away.
  public init(_ path: String, _ value: String) {
    self.path = path
    self.value = value
  }

  /// Reads the form `FIELD=VALUE`.
  ///
  /// The first equals sign ends the path, unless it stands in quotes, as in
  /// `renewal-rate.custom."A=B"=7`, or in brackets.
  ///
  /// Gives nil if there is no equals sign or nothing before it.
  ///
  /// - Parameter text: The text; blanks around the path are passed over.
  public init?(_ text: String) {
    var quote: Character?
    var depth = 0
    for place in text.indices {
      let character = text[place]
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      switch character {
      case "\"", "'":
        // A quote begins a key; inside one it is a letter like any other.
        if place > text.startIndex, text[text.index(before: place)] == "." { quote = character }
      case "[": depth += 1
      case "]": depth -= 1
      case "=" where depth <= 0:
        let path = text[..<place].drop { $0 == " " }
        guard let last = path.lastIndex(where: { $0 != " " }) else { return nil }
        self.init(String(path[...last]), String(text[text.index(after: place)...]))
        return
      default: break
      }
    }
    return nil
  }
}

/// What must be known to understand a typed value.
public struct FieldReading: Hashable, Sendable {
  /// The language of a text for which none is named; nil if there is no such language.
  public var language: LanguageTag?
  /// The types of custom columns.
  public var customFields: OrderedMap<String, CustomFieldType>
  /// The perspectives there are; empty if any may be named.
  public var perspectives: [Perspective]
  /// The unit of the measure whose fields are set, by which a percent sign is understood.
  var unit: MeasureUnit?

  /// Makes a reading.
  ///
  /// - Parameters:
  ///   - language: The language of a text for which none is named; not stated by default.
  ///   - customFields: The types of custom columns; none declared by default.
  ///   - perspectives: The perspectives there are; any may be named by default.
  public init(
    language: LanguageTag? = nil, customFields: OrderedMap<String, CustomFieldType> = [:],
    perspectives: [Perspective] = []
  ) {
    self.language = language
    self.customFields = customFields
    self.perspectives = perspectives
  }

  /// Makes the reading of a catalog: its default language, its custom columns, its perspectives and
  /// the four classic ones.
  ///
  /// - Parameter catalog: The catalog.
  public init(_ catalog: Catalog) {
    self.init(
      language: catalog.defaultLanguage, customFields: catalog.customFields,
      perspectives: Perspective.classic + catalog.perspectives.map(\.id))
  }
}
