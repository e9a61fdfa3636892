/// A value somebody typed, to be understood by the field it is for.
struct FieldInput {
  let text: String
  let reading: FieldReading
  /// The header of the custom column it is for, or nil.
  var header: String?

  init(_ text: String, reading: FieldReading) {
    self.text = text
    self.reading = reading
  }

  /// The value in the form a file has it; nil if it takes the field away.
  ///
  /// - Parameters:
  ///   - shape: What may stand in the field.
  ///   - old: What stands there.
  /// - Returns: The value as it is written.
  /// - Throws: ``CatalogError`` without a field, naming what is allowed.
  func node(
    for shape: FieldShape, replacing old: CatalogNode?
  ) throws(CatalogError) -> CatalogNode? {
    guard !text.isEmpty else { return nil }
    do throws(CatalogError) {
      switch shape {
      case .value(let type): return try value(type)
      case .custom: return try custom().node
      case .text: return try localized(replacing: old)
      case .record(let record): return try whole(record.type, shape)
      case .list(let list): return try self.list(list, shape)
      case .map:
        guard let flow = try flow(shape) else {
          throw CatalogError(.notShort(text, example: "{Name: value}"))
        }
        return flow
      case .unknown: throw CatalogError(.notShort(text, example: "it stands in a file"))
      }
    } catch {
      // The value has no file, so no line.
      var error = error
      error.line = nil
      error.column = nil
      throw error
    }
  }

  private var trimmed: String {
    let start = text.drop { $0 == " " || $0 == "\u{A0}" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\u{A0}" }) else { return "" }
    return String(start[...last])
  }

  /// A value as YAML has it on one line, such as `{value: 45}` or `[a, b]`; nil if it is not of
  /// that form.
  private func flow(_ shape: FieldShape) throws(CatalogError) -> CatalogNode? {
    let text = trimmed
    guard text.hasPrefix("{") || text.hasPrefix("[") else { return nil }
    return try shape.canonical(try YAMLReader.read(Array(text.utf8), limits: .standard))
  }

  private func value(_ type: any CatalogCodable.Type) throws(CatalogError) -> CatalogNode {
    if type == String.self { return CatalogNode(.text(text)) }
    if let words = type as? any CatalogWord.Type { return try word(of: type, words) }
    if type == Perspective.self { return try perspective() }
    if type == Bool.self {
      switch trimmed.lowercased() {
      case "true", "yes": return CatalogNode(.boolean(true))
      case "false", "no": return CatalogNode(.boolean(false))
      default: throw CatalogError(.notTruth(text))
      }
    }
    if Self.numbers.contains(where: { $0 == type }) {
      guard let number = try number(percents: type == FiniteNumber.self) else {
        throw CatalogError(.notNumber(text))
      }
      return try type.init(node: CatalogNode(.number(number))).node
    }
    if type is any ShortForm.Type { return try whole(type, .value(type)) }
    // A date with points is one as well.
    if type == Moment.self || type == CivilDate.self, let plain = try typed.plain(trimmed) {
      return try type.init(node: CatalogNode(.text(plain))).node
    }
    return try type.init(node: CatalogNode(.text(trimmed))).node
  }

  private var typed: TypedNumbers { TypedNumbers(unit: reading.unit) }

  /// The text as a number; nil if it is none.
  private func number(percents: Bool) throws(CatalogError) -> Double? {
    if let number = CoreSchema.number(trimmed) { return number }
    guard percents || !trimmed.hasSuffix("%") else { return nil }
    return try typed.plain(trimmed).flatMap { CoreSchema.number($0) }
  }

  /// A value of a custom column, by the type declared for it; a quote before a text keeps it one.
  private func custom() throws(CatalogError) -> CustomValue {
    if text.hasPrefix("'") { return .text(String(text.dropFirst())) }
    switch header.flatMap({ reading.customFields[$0] }) {
    case .text?: return .text(text)
    case .number?:
      guard let number = CoreSchema.number(trimmed).flatMap({ FiniteNumber($0) }) else {
        throw CatalogError(.notNumber(text))
      }
      return .number(number)
    case .boolean?: return .boolean(try Bool(node: try value(Bool.self)))
    case .date?:
      guard let date = DateText(trimmed) else { throw CatalogError(.notDate(text)) }
      return .date(date)
    case nil:
      if Self.errorWords.contains(text) { return .error(text) }
      return try CustomValue(node: CatalogNode(.plain(text)))
    }
  }

  private static let errorWords = [
    "#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!",
  ]

  private static let numbers: [any CatalogCodable.Type] = [
    FiniteNumber.self, UInt.self, Int.self, Weight.self, DecimalPlaces.self,
  ]

  /// A word of a closed list, or one that means such a word: `monthly` for `P1M`.
  private func word(
    of type: any CatalogCodable.Type, _ words: any CatalogWord.Type
  ) throws(CatalogError) -> CatalogNode {
    let text = trimmed
    do throws(CatalogError) {
      return try type.init(node: CatalogNode(.text(text))).node
    } catch {
      let choices = words.spoken + Self.choices(words)
      if let meant = Self.meant(text, words) { return CatalogNode(.text(meant)) }
      if let same = choices.first(where: { $0.lowercased() == text.lowercased() }) {
        return CatalogNode(.text(same))
      }
      throw CatalogError(
        .unknownWordForField(
          text, noun: words.noun, nearest: SpellingSuggestion.nearest(to: text, among: choices),
          choices: choices))
    }
  }

  private static func choices<Word: CatalogWord>(_ type: Word.Type) -> [String] {
    type.allCases.map(\.rawValue)
  }

  private static func meant<Word: CatalogWord>(_ text: String, _ type: Word.Type) -> String? {
    type.meant(by: text)?.rawValue
  }

  private func perspective() throws(CatalogError) -> CatalogNode {
    let node = try Perspective(node: CatalogNode(.text(trimmed))).node
    let known = reading.perspectives.map(\.id)
    guard known.isEmpty || known.contains(node.firstText) else {
      var choices: [String] = []
      for id in known where !choices.contains(id) { choices.append(id) }
      throw CatalogError(
        .unknownWordForField(
          trimmed, noun: "a perspective of this catalog",
          nearest: SpellingSuggestion.nearest(to: trimmed, among: choices), choices: choices))
    }
    return node
  }

  /// A text: all languages at once as `{en: …, fr: …}`, else in the one language it has, or in the
  /// catalog's.
  private func localized(replacing old: CatalogNode?) throws(CatalogError) -> CatalogNode {
    if let flow = try? flow(.text), case .map = flow.content { return flow }
    var localized =
      try old.map { node throws(CatalogError) in try LocalizedText(node: node) }
      ?? LocalizedText()
    let languages = localized.languages
    guard languages.count > 1 else {
      localized[languages.first ?? reading.language ?? .undetermined] = text
      return localized.node
    }
    guard let language = reading.language, languages.contains(language) else {
      throw CatalogError(.fieldNeedsLanguage(languages.map(\.text)))
    }
    localized[language] = text
    return localized.node
  }

  /// A record in its short form, or as YAML.
  private func whole(
    _ type: any CatalogCodable.Type, _ shape: FieldShape
  ) throws(CatalogError) -> CatalogNode {
    if let flow = try flow(shape) { return flow }
    guard let short = type as? any ShortForm.Type else {
      var keys = ["key"]
      if case .record(let record) = shape { keys = record.keys }
      let example = "{" + keys.map { $0 + ": …" }.joined(separator: ", ") + "}"
      throw CatalogError(.notShort(text, example: example))
    }
    if let value = short.init(short: trimmed) { return value.node }
    // A unit holds no number to be read.
    guard type != MeasureUnit.self, let plain = try typed.plain(trimmed),
      let value = short.init(short: plain)
    else {
      throw CatalogError(.notShort(text, example: short.shortExample))
    }
    return value.node
  }

  private func list(_ list: ListShape, _ shape: FieldShape) throws(CatalogError) -> CatalogNode? {
    if let flow = try flow(shape) { return flow.elements.isEmpty ? nil : flow }
    let separator: Character = list.isOfRecords ? ";" : ","
    var items: [CatalogNode] = []
    for part in text.split(separator: separator) {
      let item = FieldInput(String(part), reading: reading).trimmed
      if !item.isEmpty,
        let node = try FieldInput(item, reading: reading).node(
          for: list.item, replacing: nil)
      {
        items.append(node)
      }
    }
    return items.isEmpty ? nil : CatalogNode(.list(items))
  }
}
