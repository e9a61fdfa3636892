internal import DelimitedText
internal import KPICatalog

/// A catalog as rows: one a measure, a column for every field that any of them has.
struct MeasureRows {
  private let catalog: Catalog

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// The rows as CSV, headed by the fields' paths, such as `name.fr` or `targets[1].value`; beside
  /// the ids of groups stand their names.
  func csv() throws -> [UInt8] {
    let groups = Dictionary(
      catalog.groups.map { ($0.id, $0.name.entries) }, uniquingKeysWith: { first, _ in first })
    let rows = catalog.measures.map { measure in
      measure.fieldTexts.flatMap { field in
        guard field.path == "group" else { return [field] }
        return [field]
          + (groups[field.text] ?? []).map { ("group.name.\($0.language.text)", $0.text) }
      }
    }
    let columns = columns(of: rows)
    var writer = DelimitedWriter(ByteArraySink())
    for column in columns {
      try writer.appendText(column)
      try writer.endField()
    }
    try writer.endRecord()
    for row in rows {
      let values = Dictionary(
        row.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
      for column in columns {
        try writer.appendText(values[column] ?? "")
        try writer.endField()
      }
      try writer.endRecord()
    }
    return try writer.finish().bytes
  }

  /// All paths; one that a later row brings is put behind the one before it there.
  private func columns(of rows: [[(path: String, text: String)]]) -> [String] {
    // A chain, as a row may bring thousands.
    var following: [String?: String] = [:]
    var known = Set<String>()
    for row in rows {
      var previous: String?
      for field in row {
        if known.insert(field.path).inserted {
          following[field.path] = following[previous]
          following[previous] = field.path
        }
        previous = field.path
      }
    }
    var columns: [String] = []
    columns.reserveCapacity(known.count)
    while let next = following[columns.last] { columns.append(next) }
    return columns
  }
}
