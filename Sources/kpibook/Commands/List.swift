internal import ArgumentParser
internal import DelimitedText
internal import KPICatalog

/// A catalog's measures, a line each.
struct List: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List a catalog's measures, a line each.",
    discussion: """
      Example:
        kpibook list customer-measures --where kind=activity --where unit.kind=percent
      """)

  @Argument(help: "The catalog: customer-measures, or a workbook, CSV, YAML or JSON file.")
  var catalog: String

  @Option(
    name: .customLong("where"),
    help: "Only measures whose FIELD is VALUE, such as kind=activity or unit.kind=percent.")
  var conditions: [String] = []

  @Option(help: "The language of names. Default: the catalog's own.")
  var language: String?

  @Option(help: "The form of the list: text, json or csv.")
  var format: Format = .text

  @Option(help: "What an overlay builds on, instead of what it names.")
  var base: String?

  @OptionGroup var reporting: Reporting

  func run() throws {
    let conditions = try conditions.map(Condition.init)
    let language = try language.map(LanguageChoice.tag)
    let input = try CatalogInput.read(catalog, base: base)
    input.tellOfBase()
    let catalog = input.catalog
    let measures = catalog.measures.filter { measure in
      conditions.allSatisfy { $0.holds(for: measure) }
    }
    switch format {
    case .json:
      var selected = catalog
      selected.measures = measures
      try Terminal.print(JSONValue.adding([("findings", Findings.json)], to: selected.json()))
    case .csv: try Terminal.print(csv(measures, language))
    case .text: try Terminal.print(MeasureTable(catalog, measures, language: language).text)
    }
  }

  private func csv(_ measures: [KPIDefinition], _ language: LanguageTag?) throws -> String {
    var writer = DelimitedWriter(ByteArraySink())
    let columns = [
      "id", "code", "name", "kind", "group", "unit", "direction", "frequency", "owner",
    ]
    for column in columns { try writer.appendText(column); try writer.endField() }
    try writer.endRecord()
    for measure in measures {
      let values = [
        measure.id.text, measure.code ?? "", measure.name.text(in: language) ?? "",
        measure.kind?.rawValue ?? "", measure.group ?? "", measure.unit?.kind.rawValue ?? "",
        measure.direction?.rawValue ?? "", measure.frequency?.rawValue ?? "", measure.owner ?? "",
      ]
      for value in values { try writer.appendText(value); try writer.endField() }
      try writer.endRecord()
    }
    return String(decoding: try writer.finish().bytes, as: UTF8.self)
  }
}

/// A condition such as `kind=activity`.
struct Condition {
  private let path: String
  private let value: String

  init(_ text: String) throws {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw ValidationError(
        "'\(text)' is not a condition; write FIELD=VALUE, such as kind=activity.")
    }
    path = String(text[..<equals])
    do throws(CatalogError) {
      try KPIDefinition.checkField(path)
    } catch {
      throw ValidationError("\(error).")
    }
    value = String(text[text.index(after: equals)...]).lowercased()
  }

  /// Whether any value of the field is the one asked for; an empty one asks for a missing field.
  func holds(for measure: KPIDefinition) -> Bool {
    let values = measure.texts(at: path)
    return value.isEmpty ? values.isEmpty : values.contains { $0.lowercased() == value }
  }
}

/// The language a person asks for.
enum LanguageChoice {
  static func tag(_ text: String) throws -> LanguageTag {
    guard let tag = LanguageTag(text) else {
      throw ValidationError("'\(text)' is not a language; write a tag such as en, fr or it.")
    }
    return tag
  }

  /// Refuses a language that workbooks are not understood in.
  static func checkOfWorkbook(_ text: String?) throws {
    guard let text, !["en", "fr", "it", "de", "es"].contains(try tag(text).base.text) else {
      return
    }
    throw ValidationError("Workbooks are understood in en, fr, it, de and es, not in '\(text)'.")
  }
}

extension LocalizedText {
  /// The text in a language, or in the one that comes nearest.
  func text(in language: LanguageTag?) -> String? {
    text(in: language ?? .undetermined, fallbacks: [.english])
  }
}
