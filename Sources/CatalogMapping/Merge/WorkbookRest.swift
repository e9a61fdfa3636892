internal import KPICatalog
public import SpreadsheetML

/// What a workbook holds beside its measures: the other cells, notes, names, sheets and parts.
///
///     let rest = try WorkbookRest(book, imported)
///     for change in rest.changes(from: earlier) { print(change) }
///
/// Cells below a table of measures are known by their distance from its end, notes on measures by
/// the measure, so that a row that comes or goes changes nothing else. Formats, column widths and
/// last results of formulas are not looked at.
public struct WorkbookRest: Sendable {
  /// What an item is, the same in every version of the workbook.
  enum Key: Hashable, Sendable {
    /// A sheet, by its name.
    case sheet(String)
    /// A cell or note by its place.
    case at(sheet: String, row: Int, column: Int, isNote: Bool)
    /// A cell or note among the rows of a table that define no measure, or below it.
    case beside(sheet: String, region: Int, row: Int, column: Int, isNote: Bool)
    /// A cell or note in the row of a measure.
    case measure(KPIIdentifier, sheet: String, column: Int, isNote: Bool)
    /// A defined name.
    case name(String, sheet: Int?)
    /// A part of the package.
    case part(String)
  }

  /// One thing a workbook holds.
  struct Item: Sendable {
    let key: Key
    /// Where it is, as people read it.
    let place: String
    /// What it says, as people read it.
    var text: String
    /// What is compared: more than the text for parts.
    let value: String
    /// What is compared where rows came or went: addresses without their rows.
    let shifted: String
    /// The cell and its content, if it can be written elsewhere.
    var patch: CellPatch?
  }

  /// What there is, sheet by sheet, in the order of a sheet's cells.
  let items: [Item]
  let places: [Key: Int]
  /// How many rows define measures.
  let recordCount: Int

  /// Looks at what a workbook holds beside its measures.
  ///
  /// - Parameters:
  ///   - book: The workbook.
  ///   - result: What was imported from it.
  /// - Throws: ``WorkbookError`` when a part is damaged or larger than allowed.
  /// - Complexity: O(*n*) in the cells of the workbook.
  public init(_ book: Workbook, _ result: ImportResult) throws(WorkbookError) {
    var gathering = try RestGathering(book, result)
    for sheet in book.sheets { try gathering.add(sheet) }
    for name in book.definedNames where name.name != "_xlnm._FilterDatabase" {
      gathering.add(name, on: book)
    }
    for part in try book.otherParts() { gathering.add(part) }
    items = gathering.items
    places = Dictionary(items.enumerated().map { ($1.key, $0) }) { first, _ in first }
    recordCount = result.survey.found.reduce(0) { $0 + $1.region.records.count }
  }

  subscript(key: Key) -> Item? { places[key].map { items[$0] } }

  /// Whether an item says the same in another version, or is in neither.
  func says(_ item: Item?, like other: Item?, in version: WorkbookRest) -> Bool {
    guard let item, let other else { return item == nil && other == nil }
    return recordCount == version.recordCount
      ? item.value == other.value : item.shifted == other.shifted
  }

  /// The items, a line each: where and what.
  public var lines: [String] { items.map { $0.place + ": " + $0.text } }
}

/// Something beside the measures that differs between two versions of a workbook.
public struct RestChange: Hashable, Sendable, CustomStringConvertible {
  /// Where it is, such as `Guide!B3`, `name Regions` or `xl/media/image1.png`.
  public let place: String
  /// What was there; nil for nothing.
  public let old: String?
  /// What is there; nil for nothing.
  public let new: String?

  /// The change in a line.
  public var description: String {
    place + "  " + (old.map { $0 + " " } ?? "") + "→ " + (new ?? "nothing")
  }
}

extension WorkbookRest {
  /// What differs from an earlier version of the workbook, in this one's order; what is gone comes
  /// last.
  ///
  /// - Parameter old: The earlier version.
  /// - Returns: The changes.
  public func changes(from old: WorkbookRest) -> [RestChange] {
    var changes: [RestChange] = []
    for item in items {
      let before = old[item.key]
      guard !says(item, like: before, in: old) else { continue }
      changes.append(RestChange(place: item.place, old: before?.text, new: item.text))
    }
    for item in old.items where self[item.key] == nil {
      changes.append(RestChange(place: item.place, old: item.text, new: nil))
    }
    return changes
  }
}
