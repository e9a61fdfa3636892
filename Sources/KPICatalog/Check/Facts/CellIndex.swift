/// The cells of one measure, by field.
struct CellIndex {
  private let sheet: String?
  private let cells: [String: String]
  /// The first cell of a part of each field: that of `thresholds.green` for `thresholds`.
  private let parts: [String: String]

  /// Makes the index; empty if the measure was not read from a sheet.
  init(_ origin: Origin?) {
    sheet = origin?.sheet
    let pairs = origin?.cells.pairs ?? []
    cells = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    parts = Dictionary(
      pairs.map { (Self.root(of: $0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cell of a field.
  ///
  /// Tries the field itself, then what it is part of, then its parts, then the measure's name, so
  /// that a missing field leads to the row it is missing from.
  ///
  /// - Parameter field: The field, lists counted from 1; nil means the measure as a whole.
  /// - Returns: nil if no such cell is known.
  func origin(of field: String?) -> CheckFinding.Origin? {
    guard let cell = field.flatMap(cell) ?? cells["name"] else { return nil }
    return CheckFinding.Origin(sheet: sheet, cell: cell)
  }

  private func cell(of field: String) -> String? {
    var path = field[...]
    while true {
      if let cell = cells[String(path)] { return cell }
      // A custom column's header may hold dots; it has no part.
      if path.hasPrefix("custom.") { return nil }
      guard let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { break }
      path = path[..<cut]
    }
    return parts[String(path)]
  }

  private static func root(of field: String) -> String {
    String(field.prefix { $0 != "." && $0 != "[" })
  }
}
