/// Something two sides of a merge changed, each in its own way; ours was kept.
public struct MergeConflict: Hashable, Sendable {
  /// What both sides did.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Both gave the field another value.
    case changedByBoth
    /// Both added a measure with this id, and the field differs between the two.
    case addedByBoth
    /// We removed the measure, they changed it; it stays removed.
    case removedByUs
    /// They removed the measure, we changed it; it stays.
    case removedByThem
    /// Both brought items into another order.
    case orderedByBoth
    /// Two different measures would have the same id; theirs keeps its old one or stays out.
    case sameID
  }

  /// What both sides did.
  public let kind: Kind
  /// The measure; nil above the measures.
  public let measure: KPIIdentifier?
  /// The field, as in ``FieldChange/field``; nil for the measure as a whole, or for the order of
  /// the measures.
  public let field: String?
  /// The value both started from; nil if there was none.
  public let base: FieldValue?
  /// Our value, which was kept; nil if there is none.
  public let ours: FieldValue?
  /// Their value; nil if there is none.
  public let theirs: FieldValue?
  /// The cell or row our value was read from, such as `Measures!D14`; nil if it was in no sheet.
  public let oursAt: String?
  /// The cell or row their value was read from.
  public let theirsAt: String?
  /// What one side changed in a measure the other removed.
  public let changes: [FieldChange]

  init(
    _ kind: Kind, measure: KPIIdentifier? = nil, field: String? = nil, base: FieldValue? = nil,
    ours: FieldValue? = nil, theirs: FieldValue? = nil, oursAt: String? = nil,
    theirsAt: String? = nil, changes: [FieldChange] = []
  ) {
    self.kind = kind
    self.measure = measure
    self.field = field
    self.base = base
    self.ours = ours
    self.theirs = theirs
    self.oursAt = oursAt
    self.theirsAt = theirsAt
    self.changes = changes
  }
}

extension MergeConflict: CustomStringConvertible {
  /// Who the two sides are, for the words of a conflict.
  public enum Sides: Hashable, Sendable {
    /// Two people who changed the same catalog.
    case people
    /// Two files, by their names, such as `ours.xlsx` and `theirs.yaml`.
    case files(ours: String, theirs: String)
    /// An overlay and a new edition of its base.
    case overlayAndBase
  }

  /// The conflict in one line: `renewal-rate.owner: both changed it: was Ada; ours is Bob
  /// (Measures!D14), theirs is Cid (Measures!D15); ours is kept`.
  public var description: String { sentence(.people) }

  /// The conflict in one line.
  ///
  /// - Parameter sides: Who the two sides are.
  /// - Returns: The measure and field, what both did, with the values and where they were read
  ///   from.
  public func sentence(_ sides: Sides) -> String {
    let place = [measure?.text, field].compactMap(\.self).joined(separator: ".")
    return (place.isEmpty ? "measures" : TextLayout.visible(place)) + ": "
      + words(sides)
  }

  private func words(_ sides: Sides) -> String {
    switch sides {
    case .overlayAndBase: wordsForOverlay
    case .people: wordsForPeople(oursAt, theirsAt)
    case .files(let our, let their):
      wordsForPeople(
        our + (oursAt.map { ": " + $0 } ?? ""), their + (theirsAt.map { ": " + $0 } ?? ""))
    }
  }

  private func wordsForPeople(_ oursAt: String?, _ theirsAt: String?) -> String {
    let values = "ours is \(shown(ours, oursAt)), theirs is \(shown(theirs, theirsAt))"
    let our = oursAt.map { " (\($0))" } ?? ""
    let their = theirsAt.map { " (\($0))" } ?? ""
    switch kind {
    case .changedByBoth: return "both changed it: was \(shown(base)); \(values); ours is kept"
    case .addedByBoth: return "both added the measure: \(values); ours is kept"
    case .orderedByBoth:
      return "both changed the order: was \(shown(base)); \(values); ours is kept"
    case .removedByUs: return "we removed it, they changed \(fields)\(their); it stays removed"
    case .removedByThem: return "they removed it, we changed \(fields)\(our); it stays"
    case .sameID:
      return
        "two different measures would have this id\(their.isEmpty ? "" : ":\(our) and\(their)"); ours has it"
    }
  }

  private var wordsForOverlay: String {
    let values = "the overlay says \(shown(ours, oursAt)), the base \(shown(theirs, theirsAt))"
    let kept = "the overlay's word is kept"
    switch kind {
    case .changedByBoth:
      return "the base changed it too: was \(shown(base)); \(values); \(kept)"
    case .addedByBoth: return "the base has added the measure too: \(values); \(kept)"
    case .orderedByBoth:
      return "the base changed the order too: was \(shown(base)); \(values); \(kept)"
    case .removedByUs: return "the overlay leaves it out, the base changed \(fields); it stays out"
    case .removedByThem:
      return "the base does not have it any more, the overlay changes \(fields); it stays as a"
        + " measure of the overlay's own"
    case .sameID: return "two different measures would have this id; the overlay's has it"
    }
  }

  private var fields: String {
    let names = changes.map { TextLayout.visible($0.field) }
    guard names.count > 4 else { return names.isEmpty ? "its id" : names.joined(separator: ", ") }
    return names.prefix(4).joined(separator: ", ") + " and \(names.count - 4) more"
  }

  private func shown(_ value: FieldValue?, _ place: String? = nil) -> String {
    let text = value.map { TextLayout.visible($0.text) } ?? "nothing"
    let short = text.count > 80 ? text.prefix(79) + "…" : text[...]
    return (value != nil && text.contains(" ") ? "“\(short)”" : String(short))
      + (place.map { " (\($0))" } ?? "")
  }
}

extension MergeConflict {
  /// The conflict as JSON has it.
  var node: CatalogNode {
    var map = MapWriter()
    map.add("kind", kind.rawValue)
    map.add("measure", measure)
    map.add("field", field)
    map.add("base", base?.node ?? CatalogNode(.null))
    map.add("ours", ours?.node ?? CatalogNode(.null))
    map.add("theirs", theirs?.node ?? CatalogNode(.null))
    map.add("oursAt", oursAt)
    map.add("theirsAt", theirsAt)
    if !changes.isEmpty { map.add("changes", CatalogNode(.list(changes.map(\.node)))) }
    return map.node
  }

  /// Conflicts as JSON: an object with a list of `conflicts`, each with its `kind`, `measure` and
  /// `field` where there are such, `base`, `ours` and `theirs` (null where there is no value),
  /// `oursAt` and `theirsAt` where they were read from cells, and `changes` of a removed measure.
  ///
  /// - Parameter conflicts: The conflicts.
  /// - Returns: UTF-8 with a line break at the end.
  public static func json(_ conflicts: [MergeConflict]) -> [UInt8] {
    var map = MapWriter()
    map.add("conflicts", CatalogNode(.list(conflicts.map(\.node))))
    var writer = JSONWriter(isPretty: true)
    writer.write(map.node)
    return writer.finish()
  }
}

extension KPIDefinition {
  /// The cell a field was read from, see ``Origin/place(of:)``; items of lists that are named by a
  /// key, such as `targets[2026].value`, by their number.
  func place(of field: String?) -> String? {
    guard let field, let open = field.firstIndex(of: "["),
      let close = field[open...].firstIndex(of: "]")
    else { return origin?.place(of: field) }
    let list = field[..<open]
    let key = field[field.index(after: open)..<close]
    var keys: [String?] = []
    switch list {
    case "targets": keys = targets.map { $0.by?.description }
    case "benchmarks": keys = benchmarks.map { $0.date?.description }
    default: return origin?.place(of: field)
    }
    let number = keys.firstIndex { $0 == String(key) } ?? Int(key).map { $0 - 1 }
    let path = number.map { "\(list)[\($0)]" + field[field.index(after: close)...] }
    return origin?.place(of: path ?? String(list))
  }
}

extension Origin {
  /// The cell a field was read from as Excel writes it, `Measures!D14` or `'FY 24'!D14`; the row if
  /// no cell is known for the field; nil if nothing is known.
  ///
  /// - Parameter field: The field; nil for the measure as a whole.
  /// - Returns: The place, sheet names quoted as Excel does.
  func place(of field: String?) -> String? {
    var path = field ?? ""
    var cell: String?
    while cell == nil, !path.isEmpty {
      cell = cells[path]
      guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { break }
      path = String(path[..<end])
    }
    if cell == nil { cell = cells[path] }
    let mark = cell ?? row.map { "row \($0)" }
    guard let sheet else { return mark }
    let name = SheetAddress.quoted(sheet)
    return mark.map { name + "!" + $0 } ?? name
  }
}
