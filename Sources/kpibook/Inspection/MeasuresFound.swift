internal import CatalogMapping
internal import KPICatalog
internal import SpreadsheetML

/// Where an import found measures: on which sheet, in which rows, which column as which field.
struct MeasuresFound {
  struct Finding {
    var sheet: String
    var count = 0
    var rows: ClosedRange<Int>
    /// The columns from the left with the fields read from them.
    var columns: [(letters: String, fields: [String])] = []
  }

  let findings: [Finding]
  let diagnostics: [Diagnostic]

  init(_ result: ImportResult) {
    diagnostics = result.diagnostics
    var order: [String] = []
    var bySheet: [String: [Origin]] = [:]
    for origin in result.catalog.measures.compactMap(\.origin) {
      let sheet = origin.sheet ?? ""
      if bySheet[sheet] == nil { order.append(sheet) }
      bySheet[sheet, default: []].append(origin)
    }
    findings = order.compactMap { sheet -> Finding? in
      guard let origins = bySheet[sheet] else { return nil }
      let rows = origins.compactMap(\.row)
      var finding = Finding(
        sheet: sheet, count: origins.count,
        rows: (rows.min() ?? 1)...(rows.max() ?? 1))
      finding.columns = MeasuresFound.columns(of: origins)
      return finding
    }
  }

  /// For every field the column it was read from most often.
  private static func columns(of origins: [Origin]) -> [(letters: String, fields: [String])] {
    var counts: [String: [Int: Int]] = [:]
    var fields: [String] = []
    for origin in origins {
      for pair in origin.cells.pairs {
        let field = pair.key
        guard let cell = CellReference(pair.value) else { continue }
        if counts[field] == nil { fields.append(field) }
        counts[field, default: [:]][cell.column, default: 0] += 1
      }
    }
    var byColumn: [Int: [String]] = [:]
    for field in fields {
      guard let column = counts[field]?.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key
      else { continue }
      byColumn[column, default: []].append(field)
    }
    return byColumn.sorted { $0.key < $1.key }.map {
      (CellReference.letters(ofColumn: $0.key), $0.value)
    }
  }

  /// Lines of at most `width` columns.
  func lines(width: Int) -> [String] {
    var lines: [String] = []
    if findings.isEmpty { lines.append("No KPI table was found.") }
    for finding in findings {
      let count = finding.count == 1 ? "1 measure" : "\(finding.count) measures"
      lines.append(
        "\(count) on \(Place.quoted(finding.sheet)), "
          + "rows \(finding.rows.lowerBound) to \(finding.rows.upperBound):")
      for column in finding.columns {
        lines.append(
          "  " + TextColumn.fit(column.letters, 4) + column.fields.joined(separator: ", "))
      }
    }
    let told = diagnostics.map { TextColumn.wrap(Self.told($0), width, indent: 2) }
    if !told.isEmpty {
      lines.append("")
      lines.append("What to know:")
      lines += told.map { "  " + $0 }
    }
    return lines.map(TextColumn.trimmed)
  }

  private static func told(_ diagnostic: Diagnostic) -> String {
    var place = diagnostic.place
    place.file = nil
    return "\(place): \(diagnostic.message)"
  }

  var json: JSONValue {
    .list(
      findings.map { finding in
        .map([
          ("sheet", .text(finding.sheet)), ("measures", .number(finding.count)),
          ("firstRow", .number(finding.rows.lowerBound)),
          ("lastRow", .number(finding.rows.upperBound)),
          (
            "columns",
            .list(
              finding.columns.map {
                .map([
                  ("column", .text($0.letters)), ("fields", .list($0.fields.map(JSONValue.text))),
                ])
              })
          ),
        ])
      })
  }

  var findingsJSON: JSONValue {
    .list(
      diagnostics.map { diagnostic in
        .map([
          ("severity", .text(diagnostic.severity.rawValue)), ("rule", .text(diagnostic.rule)),
          ("sheet", .optional(diagnostic.place.sheet)),
          ("cell", .optional(diagnostic.place.cell)), ("message", .text(diagnostic.message)),
        ])
      })
  }
}
