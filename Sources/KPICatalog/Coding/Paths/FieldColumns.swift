/// The columns of a table whose headings are paths of fields, such as `name.fr` or
/// `targets[1].value`: a measure a row.
///
/// It is the form in which ``KPIDefinition/fieldTexts`` puts a measure into a row; reading a row
/// back gives the same measure. People may write there what they may set by hand: `monthly` for
/// `P1M`, a list with commas, a target with its date.
///
///     let columns = FieldColumns(headings: ["id", "name.en", "targets[1].value"])
///     let reading = columns.read([(0, "churn"), (1, "Churn"), (2, "4.5")])
///     print(reading.definition?.targets.first?.goal)  // .value(4.5)
///
/// Beside the paths of a measure's fields `group.name.` and a language is known: the name of the
/// measure's group, which the catalog keeps. Headings that are neither are none of its columns.
public struct FieldColumns: Sendable {
  /// A column by its number from 0 with the value that stands in it; an empty value says nothing.
  public typealias Cell = (column: Int, text: String)

  /// A value that could not be taken; the rest of the row was read without it.
  public struct Fault: Sendable {
    /// The column, from 0.
    public var column: Int
    /// Why, and what may stand there; without file and line, which the caller knows.
    public var error: CatalogError
  }

  /// What a row gives.
  public struct Reading: Sendable {
    /// The measure, with a provisional id if the row states none; nil if it has no name.
    public var definition: KPIDefinition?
    /// The id as the row states it; nil if it does not.
    public var id: KPIIdentifier?
    /// The name of the measure's group, nil where the row has none; the group's id, if the row
    /// states one, is in the definition.
    public var groupName: LocalizedText?
    /// What could not be taken, in the order of the columns; a field that is not sound as a whole
    /// once for each of its columns, behind the others.
    public var faults: [Fault] = []
  }

  private enum Column {
    case field(key: String, steps: [FieldPath.Step])
    case groupName(LanguageTag)
  }

  private static let groupName = "group.name."

  private let columns: [Column?]
  /// The languages of the names, in the order of their columns.
  public let nameLanguages: [LanguageTag]

  /// Looks at the headings of a table.
  ///
  /// Of headings that stand twice only the first counts. Nothing is an error: see ``isField(_:)`` and
  /// ``isCatalog``.
  ///
  /// - Parameter headings: The headings in the order of the columns, empty ones among them.
  /// - Complexity: O(*n*) in the number of headings.
  public init(headings: [String]) {
    var languages: [LanguageTag] = []
    var known: Set<String> = []
    columns = headings.map { heading in
      guard known.insert(heading).inserted else { return nil }
      if heading.hasPrefix(Self.groupName) {
        return LanguageTag(String(heading.dropFirst(Self.groupName.count))).map {
          Column.groupName($0)
        }
      }
      // Most headings of other tables are no field at all; to say which comes near takes time.
      guard RecordShape.measure[String(heading.prefix { $0 != "." && $0 != "[" })] != nil,
        let path = try? FieldPath(heading, in: .measure), case .key(let key)? = path.steps.first
      else { return nil }
      if key == "name", path.steps.count == 2, case .key(let tag) = path.steps[1],
        let language = LanguageTag(tag)
      {
        languages.append(language)
      }
      return .field(key: key, steps: path.steps)
    }
    nameLanguages = languages
  }

  /// Whether a column is that of a field or of a group's name.
  ///
  /// - Parameter column: The column, from 0.
  /// - Returns: false for a heading that says nothing to a catalog, and beyond the headings.
  public func isField(_ column: Int) -> Bool {
    columns.indices.contains(column) && columns[column] != nil
  }

  /// Whether the headings are those of a catalog: an id first, a name in some language, and nearly
  /// all others paths of fields too; more than half do if one of them is a path of several steps,
  /// which nobody else writes.
  public var isCatalog: Bool {
    guard case .field(key: "id", _)? = columns.first ?? nil, !nameLanguages.isEmpty else {
      return false
    }
    let known = columns.count { $0 != nil }
    let hasSteps = columns.contains { column in
      guard case .field(let key, let steps)? = column else { return false }
      return key != "name" && steps.count > 1
    }
    return known * 4 >= columns.count * 3 || hasSteps && known * 2 > columns.count
  }

  /// Reads a row.
  ///
  /// - Parameters:
  ///   - cells: The values in the order of the columns, empty ones left out.
  ///   - reading: What must be known to understand the values.
  /// - Returns: The measure, and the values that could not be taken.
  /// - Complexity: O(*n*) in the number of cells; an item of a list under a name rather than a number
  ///   costs as much as the list.
  public func read(_ cells: [Cell], reading: FieldReading = FieldReading()) -> Reading {
    var result = Reading()
    var values = FieldValues()
    var items = ItemNumbers()
    var custom = CustomMembers()
    for (column, text) in cells where columns.indices.contains(column) && !text.isEmpty {
      switch columns[column] {
      case nil: continue
      case .groupName(let language)?:
        var name = result.groupName ?? LocalizedText()
        name[language] = text
        result.groupName = name
      case .field(let key, let steps)?:
        guard let shape = RecordShape.measure[key] else { continue }
        do throws(CatalogError) {
          if key == "custom", steps.count == 2, case .key(let header) = steps[1] {
            try custom.set(header, to: text)
            continue
          }
          let input = key == "custom" ? .custom(text) : FieldInput(text, reading: reading)
          try values.set(key, shape, items.renumbered(steps)[1...], to: input)
        } catch {
          result.faults.append(Fault(column: column, error: error))
        }
      }
    }
    var nodes = values.nodes
    if !custom.members.isEmpty {
      nodes["custom"] = CatalogNode(.map((nodes["custom"]?.pairs ?? []) + custom.members))
    }
    result.id = nodes["id"].flatMap { try? KPIIdentifier(node: $0) }
    if result.id == nil {
      nodes["id"] = CatalogNode(.text("measure"))
    }
    takeWhole(&nodes, of: cells, into: &result)
    return result
  }

  /// Makes the measure; a field that is not sound as a whole is left out and told.
  private func takeWhole(
    _ values: inout [String: CatalogNode], of cells: [Cell], into result: inout Reading
  ) {
    while values["name"] != nil {
      let node = CatalogNode(
        .map(
          RecordShape.measure.keys.compactMap { key in
            values[key].map { .init(key: key, value: $0) }
          }))
      do throws(CatalogError) {
        result.definition = try KPIDefinition(node: node)
        return
      } catch {
        var error = error
        let key = String((error.field ?? "").prefix { $0 != "." && $0 != "[" })
        guard values.removeValue(forKey: key) != nil else { return }
        error.field = nil
        for (column, text) in cells where columns.indices.contains(column) && !text.isEmpty {
          if case .field(key, _)? = columns[column] {
            result.faults.append(Fault(column: column, error: error))
          }
        }
      }
    }
  }
}

/// The values of custom columns, of which a row may have thousands.
private struct CustomMembers {
  private(set) var members: [CatalogNode.Member] = []
  private var places: [String: Int] = [:]

  mutating func set(_ header: String, to text: String) throws(CatalogError) {
    guard let node = try FieldInput.custom(text).node(for: .custom, replacing: nil) else { return }
    if let place = places[header] {
      members[place] = .init(key: header, value: node)
    } else {
      places[header] = members.count
      members.append(.init(key: header, value: node))
    }
  }
}

/// Gives the items of a row's lists new numbers without gaps: who empties the cell of the first of
/// two aliases still has the second.
private struct ItemNumbers {
  private var known: [String: [String: Int]] = [:]

  mutating func renumbered(_ steps: [FieldPath.Step]) -> [FieldPath.Step] {
    var steps = steps
    var place = ""
    for index in steps.indices {
      switch steps[index] {
      case .key(let key): place += "." + key
      case .item(let name):
        guard Int(name) != nil else {
          place += "[" + name + "]"
          continue
        }
        let number = known[place]?[name] ?? (known[place]?.count ?? 0) + 1
        known[place, default: [:]][name] = number
        steps[index] = .item(String(number))
        place += "[" + String(number) + "]"
      }
    }
    return steps
  }
}

extension KPIDefinition {
  /// Every value of the definition as a text under its path, as ``FieldColumns`` reads it back; not
  /// where it was read from.
  ///
  /// Values of custom columns stand under `custom.` and the heading: numbers and days as they are, a
  /// text that would be taken for something else behind an apostrophe.
  ///
  /// - Complexity: O(*n*) in the size of the definition.
  public var fieldTexts: [(path: String, text: String)] {
    var plain = self
    plain.origin = nil
    plain.custom = [:]
    return plain.fields
      + custom.map { pair in
        let isQuoted = pair.key.hasPrefix("\"") || pair.key.hasPrefix("'")
        return ("custom." + (isQuoted ? "\"" + pair.key + "\"" : pair.key), pair.value.fieldText)
      }
  }
}

extension CustomValue {
  /// The value as a text that is read back as the same value; nothing for an empty cell.
  fileprivate var fieldText: String {
    switch self {
    case .text(let text):
      let node = try? FieldInput.custom(text).node(for: .custom, replacing: nil)
      let isTaken = node.flatMap { try? CustomValue(node: $0) } == self
      return isTaken || text.isEmpty ? text : "'" + text
    case .number(let number): return number.description
    case .boolean(let truth): return truth ? "true" : "false"
    case .date(let date): return date.text
    case .error(let word): return word
    case .empty: return ""
    }
  }
}

extension FieldInput {
  /// A value of a custom column of a table: what begins with a plus is a text, such as the number of
  /// a telephone.
  fileprivate static func custom(_ text: String) -> FieldInput {
    FieldInput(text.hasPrefix("+") ? "'" + text : text, reading: FieldReading())
  }
}
