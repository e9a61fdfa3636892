internal import DelimitedText
public import KPICatalog

/// Writes a catalog as CSV with the columns, headings and words of an exported workbook.
///
/// Numbers stand as people say them, 85 for 85 %, with a point; days as ISO 8601 writes them. What a
/// table in one language cannot show is not there: JSON and YAML hold all of a catalog.
public struct DelimitedExport: Sendable {
  private let presentation: CatalogPresentation

  /// Makes an export.
  ///
  /// - Parameters:
  ///   - catalog: The catalog.
  ///   - language: The language of texts, headings and words; the catalog's own by default.
  public init(_ catalog: Catalog, language: LanguageTag? = nil) {
    presentation = CatalogPresentation(catalog, language: language)
  }

  /// Makes the file in memory.
  ///
  /// - Returns: UTF-8, commas between fields, quotes where RFC 4180 needs them.
  /// - Throws: ``DelimitedTextError``, which does not happen in memory.
  public func bytes() throws -> [UInt8] {
    let columns = ExportColumns(presentation).all
    let values = ExportValues(presentation: presentation)
    var writer = DelimitedWriter(ByteArraySink())
    for column in columns {
      try writer.appendText(column.heading)
      try writer.endField()
    }
    try writer.endRecord()
    for measure in presentation.catalog.measures {
      for column in columns {
        try writer.appendText(Self.text(values.value(column, of: measure)))
        try writer.endField()
      }
      try writer.endRecord()
    }
    return try writer.finish().bytes
  }

  private static func text(_ value: ExportValue) -> String {
    switch value {
    case .none: ""
    case .text(let text): text
    case .quantity(let number), .number(let number): number.description
    case .share(let share):
      FiniteNumber(DecimalText.shift(share.double, by: 2)).map { "\($0)%" } ?? ""
    case .date(let date): date.description
    case .custom(.text(let text)), .custom(.error(let text)): text
    case .custom(.number(let number)): number.description
    case .custom(.boolean(let truth)): truth ? "TRUE" : "FALSE"
    case .custom(.date(let date)): date.text
    case .custom(.empty): ""
    }
  }
}
