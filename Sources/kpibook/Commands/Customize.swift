internal import ArgumentParser
internal import CatalogMapping
internal import KPICatalog

/// A catalog as its owner wants it: some measures, some fields changed, some measures added.
struct Customize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customize",
    _superCommandName: KPIBook.name,
    abstract: "Select, remove, change and add measures of a catalog.",
    discussion: """
      Writes an overlay: a small file that names the catalog it builds on and holds \
      only what differs. With --flat the whole catalog is written.

      A field is named as in 'kpibook show --format yaml': owner, name.fr, unit.kind, \
      targets[1].value, custom.HEADER. Nothing after the equals sign takes the field \
      away. Targets and the like have short forms: '45 by 2026-12-31; 50 by 2027', \
      'green 45, amber 35', '0 to 100', 'P12M rolling', 'percent', 'EUR'.

      Customizing an overlay whose base has changed brings it onto the new base. \
      What both changed is told, and the overlay's word is kept.

      Example:
        kpibook customize customer-measures --select NPS,renewal-rate \\
          --set net-promoter-score.owner='Head of Service' \\
          --set 'net-promoter-score.target=45 by 2026-12-31' -o ours.yaml
      """)

  @Argument(
    help: "The catalog or overlay: customer-measures, or a workbook, CSV, YAML or JSON file.")
  var catalog: String

  @Option(help: "Only these measures, in this order: ids, codes or names with commas between.")
  var select: [String] = []

  @Option(help: "Not these measures: ids, codes or names with commas between.")
  var remove: [String] = []

  @Option(
    name: .customLong("set"),
    help: "A field and its value, ID.FIELD=VALUE, or FIELD=VALUE for a field of the catalog.")
  var assignments: [String] = []

  @Option(
    help: """
      A measure to add: one the catalog leaves out or the built-in one has, else a new one of this \
      id, which needs a name by --set.
      """)
  var add: [String] = []

  @Option(name: .shortAndLong, help: "The file to write, .yaml or .json. Default: standard output.")
  var output: String = "-"

  @Flag(help: "Write the whole catalog instead of an overlay.")
  var flat = false

  @Option(help: "What the overlay builds on, instead of what it names.")
  var base: String?

  @Option(help: "What the overlay was made against, to bring in a new base with more certainty.")
  var oldBase: String?

  @OptionGroup var reporting: Reporting

  func run() throws {
    let changes = Customization(
      select: Self.words(select), remove: Self.words(remove), add: Self.words(add),
      set: try assignments.map(Self.assignment).map(Self.readingUnits))
    let form = try CatalogForm(output: output)
    let input = try CatalogInput.read(catalog, base: base, oldBase: oldBase)
    let ground = try ground(of: input)
    var result: Catalog
    do throws(CatalogError) {
      let library = try BuiltInCatalog.customerMeasures()
      result = try changes.apply(to: input.catalog, base: ground, library: library)
    } catch {
      throw Failure(CatalogInput.shown(catalog), "\(error)")
    }
    result.extends = nil
    input.tellOfBase()
    try tellOfBuiltIn(changes.add, input.catalog, ground)
    tellOfLanguages(from: input.catalog, to: result)
    if flat {
      try CatalogForm.write(form.bytes(of: result), to: output)
    } else {
      let overlay = try overlay(from: ground, to: result, input)
      try CatalogForm.write(try form.bytes(of: overlay, output: output), to: output)
    }
    if !input.conflicts.isEmpty { throw ExitStatus.findings }
  }

  /// Says which measures were added with all that the built-in catalog has of them.
  private func tellOfBuiltIn(_ added: [String], _ catalog: Catalog, _ ground: Catalog) throws {
    let library = try BuiltInCatalog.customerMeasures()
    for word in added where try catalog.measure(meantBy: word) == nil {
      guard try ground.measure(meantBy: word) == nil,
        let measure = try library.measure(meantBy: word)
      else { continue }
      Findings.note(
        output == "-" ? "standard output" : output, "added the built-in \(measure.id.text)")
    }
  }

  /// The assignment with the words of a unit read as those of a workbook are.
  private static func readingUnits(_ assignment: FieldAssignment) -> FieldAssignment {
    let (path, value) = (assignment.path, assignment.value)
    guard path.hasSuffix(".unit"), !path.contains(".custom."), !path.contains(".formula."),
      UnitKind(rawValue: value) == nil, CurrencyCode(value) == nil, value != "€",
      let unit = MeasureUnit(words: value)
    else { return assignment }
    let members: [(String, String?)] = [
      ("kind", unit.kind.rawValue), ("symbol", unit.symbol), ("per", unit.per),
      ("currency", unit.currency?.text),
    ]
    let json = JSONValue.map(members.compactMap { key, text in text.map { (key, .text($0)) } })
    return FieldAssignment(path, json.lines)
  }

  /// Says which texts stay in other languages where one without a language was set.
  private func tellOfLanguages(from old: Catalog, to new: Catalog) {
    let place = output == "-" ? "standard output" : output
    let diff = CatalogDiff(from: old, to: new)
    let own = diff.fields.map { (measure: KPIDefinition?.none, field: $0.field) }
    let ofMeasures = diff.measures.flatMap { change in
      change.fields.map { (measure: new.measure(change.id), field: $0.field) }
    }
    for (measure, field) in own + ofMeasures {
      guard let dot = field.lastIndex(of: ".") else { continue }
      let text = String(field[..<dot])
      let language = String(field[field.index(after: dot)...])
      let isSet = assignments.contains { assignment in
        guard let known = FieldAssignment(assignment), !known.value.hasPrefix("{") else {
          return false
        }
        return known.path == text || measure != nil && known.path.hasSuffix("." + text)
      }
      guard isSet, let localized = Self.text(text, of: measure, in: new),
        localized.languages.contains(where: { $0.text == language })
      else { continue }
      let others = localized.languages.map(\.text).filter { $0 != language }
      guard let other = others.first else { continue }
      let path = (measure.map { "\($0.id)." } ?? "") + text
      let stays = others.count == 1 ? "stays as it is" : "stay as they are"
      Findings.note(
        place,
        "\(path) is set in the language \(language) only; \(others.joined(separator: ", ")) \(stays); "
          + "set it with \(path).\(other)=…")
    }
  }

  /// A text of a measure, or of the catalog.
  private static func text(
    _ path: String, of measure: KPIDefinition?, in catalog: Catalog
  ) -> LocalizedText? {
    guard let measure else { return path == "title" ? catalog.title : nil }
    guard measure.isText(path) else { return nil }
    var text = LocalizedText()
    for field in measure.fields where field.path.hasPrefix(path + ".") {
      let rest = String(field.path.dropFirst(path.count + 1))
      guard !rest.contains("."), let language = LanguageTag(rest) else { continue }
      text[language] = field.text
    }
    return text
  }

  /// What the overlay builds on: an overlay's base, what the person says, or the catalog itself.
  private func ground(of input: CatalogInput) throws -> Catalog {
    if let base = input.base { return base }
    return try base.map { try CatalogInput.read($0).catalog } ?? input.catalog
  }

  private func overlay(
    from ground: Catalog, to result: Catalog, _ input: CatalogInput
  ) throws -> Overlay {
    let known = input.overlay.map { BaseFolder(of: catalog).path(of: $0.base) }
    let word = base ?? known ?? catalog
    guard word != "-" else {
      throw ValidationError("Say with --base what the overlay builds on, or use --flat.")
    }
    guard !NamedFile.areSame(word, output) else {
      throw ValidationError(
        "The overlay would be written over '\(word)', which it builds on; "
          + "name another file with -o, or write the whole catalog with --flat.")
    }
    let (reference, isFound) = try BaseFolder(of: output).reference(to: word)
    if !isFound {
      Findings.note(
        output == "-" ? "standard output" : output,
        "'\(reference)' is not in its folder or below; "
          + "read it with --base, or put the base beside it")
    }
    let isNaming = !select.isEmpty || input.overlay?.select != nil
    return Overlay.difference(
      from: ground, to: result, reference: reference,
      style: isNaming ? .naming : base == nil ? .leavingOut : .shortest)
  }

  private static func words(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",") }
      .map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
  }

  private static func assignment(_ text: String) throws -> FieldAssignment {
    guard let assignment = FieldAssignment(text) else {
      throw ValidationError(
        "'\(text)' sets nothing; write ID.FIELD=VALUE, such as renewal-rate.owner=Ada.")
    }
    return assignment
  }
}
