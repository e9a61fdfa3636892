internal import KPICatalog
internal import SpreadsheetML

extension MappingFile {
  /// Reads a mapping from YAML.
  ///
  /// - Parameters:
  ///   - bytes: The file, UTF-8.
  ///   - name: What errors call it.
  /// - Throws: ``ImportError`` with code `.mapping`, saying the line.
  public init(yaml bytes: [UInt8], name: String = "the mapping") throws(ImportError) {
    let node: DocumentNode
    do throws(CatalogError) {
      node = try DocumentNode(yaml: bytes)
    } catch {
      throw ImportError(.mapping, "\(error)", at: Place(file: name), cause: error)
    }
    self = try MappingReader(name: name).mapping(node)
  }

  /// Reads a mapping from JSON.
  ///
  /// - Parameters:
  ///   - bytes: The file, UTF-8.
  ///   - name: What errors call it.
  /// - Throws: ``ImportError`` with code `.mapping`, saying the line.
  public init(json bytes: [UInt8], name: String = "the mapping") throws(ImportError) {
    let node: DocumentNode
    do throws(CatalogError) {
      node = try DocumentNode(json: bytes)
    } catch {
      throw ImportError(.mapping, "\(error)", at: Place(file: name), cause: error)
    }
    self = try MappingReader(name: name).mapping(node)
  }

  /// The mapping as YAML.
  public func yaml() -> [UInt8] { node.yaml() }

  /// The mapping as JSON.
  public func json() -> [UInt8] { node.json() }

  // MARK: Writing

  private var node: DocumentNode {
    .map([
      ("workbook", workbook.map { .text($0) }),
      (
        "sheets",
        .list(
          sheets.map { sheet in
            .map([
              ("sheet", .text(sheet.sheet)), ("skip", sheet.isSkipped ? .boolean(true) : nil),
              ("tables", sheet.tables.isEmpty ? nil : .list(sheet.tables.map(Self.node))),
            ])
          })
      ),
    ])
  }

  private static func node(_ table: Table) -> DocumentNode {
    .map([
      ("layout", .text(table.layout)),
      (
        "header",
        table.headerRows.isEmpty ? nil : .list(table.headerRows.map { .number(Double($0)) })
      ),
      ("lastRow", table.lastRow.map { .number(Double($0)) }),
      ("language", table.language.map { .text($0) }), ("group", table.group.map { .text($0) }),
      (
        "columns",
        .list(
          table.columns.map { column in
            .map([
              ("column", .text(column.column)), ("heading", column.heading.map { .text($0) }),
              ("field", .text(column.field)), ("language", column.language.map { .text($0) }),
              ("period", column.period.map { .text($0) }), ("unit", column.unit.map { .text($0) }),
              ("tick", column.tick.map { .text($0) }),
            ])
          })
      ),
    ])
  }
}
