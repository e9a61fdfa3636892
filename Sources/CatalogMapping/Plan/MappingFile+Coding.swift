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
    do throws(CatalogError) {
      try self.init(DocumentNode(yaml: bytes), name)
    } catch {
      throw Self.error("\(error)", name, cause: error)
    }
  }

  /// Reads a mapping from JSON.
  ///
  /// - Parameters:
  ///   - bytes: The file, UTF-8.
  ///   - name: What errors call it.
  /// - Throws: ``ImportError`` with code `.mapping`, saying the line.
  public init(json bytes: [UInt8], name: String = "the mapping") throws(ImportError) {
    do throws(CatalogError) {
      try self.init(DocumentNode(json: bytes), name)
    } catch {
      throw Self.error("\(error)", name, cause: error)
    }
  }

  /// The mapping as YAML.
  public func yaml() -> [UInt8] { node.yaml() }

  /// The mapping as JSON.
  public func json() -> [UInt8] { node.json() }

  private static func error(
    _ message: String, _ name: String, cause: (any Error)? = nil
  ) -> ImportError {
    ImportError(.mapping, message, at: Place(file: name), cause: cause)
  }

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

  // MARK: Reading

  private init(_ node: DocumentNode, _ name: String) throws(CatalogError) {
    self.init()
    workbook = node["workbook"]?.text
    for item in node["sheets"]?.items ?? [] {
      guard let sheet = item["sheet"]?.text ?? (item.members == nil ? nil : "") else { continue }
      var entry = SheetEntry(sheet: sheet, isSkipped: item["skip"]?.boolean ?? false)
      entry.tables = (item["tables"]?.items ?? []).map { Self.table($0) }
      sheets.append(entry)
    }
  }

  private static func table(_ node: DocumentNode) -> Table {
    let rows = node["header"]
    return Table(
      layout: node["layout"]?.text ?? "table",
      headerRows: (rows?.items ?? rows.map { [$0] } ?? []).compactMap {
        $0.number.flatMap { Int(exactly: $0) }
      },
      lastRow: node["lastRow"]?.number.flatMap { Int(exactly: $0) },
      language: node["language"]?.text,
      group: node["group"]?.text,
      columns: (node["columns"]?.items ?? []).compactMap { item in
        guard let field = item["field"]?.text else { return nil }
        return Column(
          column: item["column"]?.text ?? "", heading: item["heading"]?.text, field: field,
          language: item["language"]?.text, period: item["period"]?.text, unit: item["unit"]?.text,
          tick: item["tick"]?.text)
      })
  }
}
