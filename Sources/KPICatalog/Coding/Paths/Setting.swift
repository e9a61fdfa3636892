extension KPIDefinition {
  /// The definition with a field set.
  ///
  ///     let quarterly = try measure.setting("frequency", to: "quarterly")
  ///     let aimed = try quarterly.setting("targets", to: "45 by 2026-12-31; 50 by 2027")
  ///
  /// See ``setting(_:reading:)`` for how paths and values are written.
  ///
  /// - Parameters:
  ///   - path: The field, such as `unit.kind`, `name.fr`, `targets[1].value` or `custom.Cost`.
  ///   - value: The value as text; empty takes the field away.
  ///   - reading: What must be known to understand the value.
  /// - Returns: The new definition.
  /// - Throws: ``CatalogError`` with the field, what is allowed there and what comes nearest.
  public func setting(
    _ path: String, to value: String, reading: FieldReading = FieldReading()
  ) throws(CatalogError) -> KPIDefinition {
    try setting([FieldAssignment(path, value)], reading: reading)
  }

  /// The definition with several fields set, one after the other; only the result must be sound.
  ///
  /// Items of lists are counted from 1 or named (`variants[citizen]`); the number after the last
  /// adds an item. Lists of words and ids are separated by commas, other lists by semicolons. A
  /// text for which no language is named is that of the one language it has, or of the catalog. A
  /// word may be one that means another (`monthly`, `%`). Records have short forms (`45 by
  /// 2026-12-31`, `green 45, amber 35`); in any field a value may be written as YAML on one line
  /// (`{value: 45}`). `target` means the one target there is, of which a number alone changes the
  /// value and not the date. Numbers may have a decimal comma where it can be nothing else, and a
  /// percent sign where the measure's unit is percent; dates may be written as `31.12.2026`. With a
  /// new `unit.currency` a symbol that is the sign of another one goes.
  ///
  /// - Parameters:
  ///   - assignments: The fields and their values.
  ///   - reading: What must be known to understand the values.
  /// - Returns: The new definition.
  /// - Throws: ``CatalogError`` with the field, what is allowed there and what comes nearest.
  /// - Complexity: O(*n*) in the size of the definition, for each assignment.
  public func setting(
    _ assignments: [FieldAssignment], reading: FieldReading = FieldReading()
  ) throws(CatalogError) -> KPIDefinition {
    var expanded = assignments
    for index in expanded.indices where expanded[index].path == "target" {
      let value = expanded[index].value
      expanded[index] = FieldAssignment(try pathOfTheTarget(givenBy: value), value)
    }
    var reading = reading
    reading.unit = unit
    let node = try RecordShape.measure.setting(expanded, in: content, reading: reading)
    var definition = try KPIDefinition(node: node)
    definition.origin = origin
    // A new currency takes the sign of the old one with it, unless a symbol is set too.
    if expanded.contains(where: { $0.path == "unit.currency" && !$0.value.isEmpty }),
      !expanded.contains(where: { $0.path == "unit" || $0.path == "unit.symbol" })
    {
      definition.unit = definition.unit?.withSymbol(after: unit?.currency)
    }
    return definition
  }

  /// The path that `target`, one of a measure with at most one, stands for.
  ///
  /// A number alone is the target's value and leaves its date; any other text is the whole target.
  private func pathOfTheTarget(givenBy value: String) throws(CatalogError) -> String {
    guard targets.count <= 1 else {
      var error = CatalogError(.fieldNeedsItem("targets"))
      error.field = "target"
      throw error
    }
    guard targets.count == 1 else { return "targets[1]" }
    let typed = (try? TypedNumbers(unit: nil).plain(value)) ?? value
    return Double(typed) != nil ? "targets[1].value" : "targets[1]"
  }
}

extension RecordShape {
  /// A record with fields set; whether it is sound as a whole is for the caller to see.
  fileprivate func setting(
    _ assignments: [FieldAssignment], in node: CatalogNode, reading: FieldReading
  ) throws(CatalogError) -> CatalogNode {
    var node = node
    for assignment in assignments {
      let path = try FieldPath(assignment.path, in: self)
      do throws(CatalogError) {
        let input = FieldInput(assignment.value, reading: reading)
        node =
          try FieldShape.record(self).setting(path.steps[...], to: input, in: node)
          ?? CatalogNode(.map([]))
      } catch {
        var error = error
        error.field = path.text
        throw error
      }
    }
    return node
  }
}

extension Catalog {
  /// The catalog with fields set.
  ///
  /// A path begins with the id of a measure, `renewal-rate.owner`, or is that of a field of the
  /// catalog, `title.fr`. An id with a variant, `net-promoter-score@citizen.name.fr`, means the
  /// measure of that id or, if there is none, the variant of the measure.
  ///
  /// - Parameter assignments: The fields and their values; see
  ///   ``KPIDefinition/setting(_:reading:)``.
  /// - Returns: The new catalog.
  /// - Throws: ``CatalogError`` with the field, what is allowed there and what comes nearest.
  /// - Complexity: O(*n*) in the number of measures, for each assignment.
  public func setting(_ assignments: [FieldAssignment]) throws(CatalogError) -> Catalog {
    var result = self
    let reading = FieldReading(self)
    var own: [FieldAssignment] = []
    var places: [Int] = []
    var grouped: [Int: [FieldAssignment]] = [:]
    for assignment in assignments {
      guard let (place, path) = try target(of: assignment.path) else {
        own.append(assignment)
        continue
      }
      if grouped[place] == nil { places.append(place) }
      grouped[place, default: []].append(FieldAssignment(path, assignment.value))
    }
    for place in places {
      do throws(CatalogError) {
        result.measures[place] = try result.measures[place].setting(
          grouped[place] ?? [], reading: reading)
      } catch {
        throw error.inside(measures[place].id.text)
      }
    }
    if let double = Self.repeatedID(in: result.measures) {
      throw CatalogError(.duplicateIdentifier(double.text, first: "another measure"))
    }
    guard !own.isEmpty else { return result }
    let level = try RecordShape.catalog.setting(
      own, in: RecordShape.level(of: result), reading: reading)
    var catalog = try CatalogLevel(node: level).catalog
    catalog.extends = extends
    catalog.measures = result.measures
    return catalog
  }

  /// The measure a path begins with, by its place, and the rest of the path; nil for a field of the
  /// catalog.
  private func target(of path: String) throws(CatalogError) -> (place: Int, path: String)? {
    let dot = path.firstIndex(of: ".") ?? path.endIndex
    let word = String(path[..<dot])
    let rest = dot == path.endIndex ? "" : String(path[path.index(after: dot)...])
    if let place = measures.firstIndex(where: { $0.id.text == word }) {
      guard !rest.isEmpty else {
        throw CatalogError(.fieldMissing(word, example: word + ".owner"))
      }
      return (place, rest)
    }
    if let id = KPIIdentifier(word), let variant = id.variant,
      let place = measures.firstIndex(where: { $0.id == id.base }),
      measures[place].variants.contains(where: { $0.id == variant })
    {
      return (place, "variants[\(variant)]" + (rest.isEmpty ? "" : "." + rest))
    }
    let field = word.prefix { $0 != "[" }
    if RecordShape.catalog[String(field)] != nil { return nil }
    guard let found = try named(by: path) else { throw noMeasure(word) }
    return found
  }

  /// The measure whose code or name a path begins with, which may hold dots itself.
  private func named(by path: String) throws(CatalogError) -> (place: Int, path: String)? {
    // Where no field follows, the field is what is wrong.
    for isField in [true, false] {
      for dot in path.indices.reversed() where path[dot] == "." {
        let rest = String(path[path.index(after: dot)...])
        let key = String(rest.prefix { $0 != "." && $0 != "[" })
        guard !isField || key == "target" || RecordShape.measure[key] != nil,
          let measure = try measure(meantBy: String(path[..<dot])),
          let place = measures.firstIndex(where: { $0.id == measure.id })
        else { continue }
        return (place, rest)
      }
    }
    guard let measure = try measure(meantBy: path) else { return nil }
    throw CatalogError(.fieldMissing(path, example: measure.id.text + ".owner"))
  }

  private static func repeatedID(in measures: [KPIDefinition]) -> KPIIdentifier? {
    var seen: Set<KPIIdentifier> = []
    return measures.first { !seen.insert($0.id).inserted }?.id
  }

  /// The id that comes nearest to a word, or nil.
  func nearestID(to word: String) -> String? {
    let ids = measures.map(\.id.text)
    if let near = SpellingSuggestion.nearest(to: word, among: ids) { return near }
    if let named = NameIndex(self).measure(named: word) { return named.text }
    let within = ids.filter { $0.contains(word.lowercased()) }
    return within.count == 1 ? within.first : nil
  }
}
