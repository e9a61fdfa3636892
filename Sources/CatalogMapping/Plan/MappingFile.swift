/// What a person says about the sheets and columns of a book, so that an import need not find it
/// out.
///
/// ``ImportPlan/mapping`` makes one of what was found; a person edits it, and an import obeys it.
/// Columns are known by their heading first and by their letters second, so that a column may move.
public struct MappingFile: Hashable, Sendable {
  /// A column and its field.
  public struct Column: Hashable, Sendable {
    /// The column's letters, such as `D`.
    public var column: String
    /// The heading or label; nil for a column without one.
    public var heading: String?
    /// The field by its name, such as `name`, `target`, `custom`, or `ignore` to leave the column
    /// out.
    public var field: String
    /// The language of its texts.
    public var language: String?
    /// The year, period or day its values belong to.
    public var period: String?
    /// The unit of its values.
    public var unit: String?
    /// The value a tick in it stands for.
    public var tick: String?

    /// Makes a column.
    public init(
      column: String, heading: String? = nil, field: String, language: String? = nil,
      period: String? = nil, unit: String? = nil, tick: String? = nil
    ) {
      self.column = column
      self.heading = heading
      self.field = field
      self.language = language
      self.period = period
      self.unit = unit
      self.tick = tick
    }
  }

  /// A table, a set of forms or a list of prose.
  public struct Table: Hashable, Sendable {
    /// `table`, `cards` or `prose`.
    public var layout: String
    /// The rows of the header, from 1; empty without one.
    public var headerRows: [Int]
    /// The last row that may hold a measure; nil for the end of the sheet or the next table.
    public var lastRow: Int?
    /// The language of its texts; nil to find it.
    public var language: String?
    /// The group of all its measures.
    public var group: String?
    /// The columns.
    public var columns: [Column]

    /// Makes a table.
    public init(
      layout: String = "table", headerRows: [Int] = [], lastRow: Int? = nil,
      language: String? = nil,
      group: String? = nil, columns: [Column] = []
    ) {
      self.layout = layout
      self.headerRows = headerRows
      self.lastRow = lastRow
      self.language = language
      self.group = group
      self.columns = columns
    }
  }

  /// A sheet.
  public struct SheetEntry: Hashable, Sendable {
    /// The sheet's name; empty for a file without sheets.
    public var sheet: String
    /// Whether it is left out.
    public var isSkipped: Bool
    /// Its tables; empty to find them.
    public var tables: [Table]

    /// Makes a sheet.
    public init(sheet: String, isSkipped: Bool = false, tables: [Table] = []) {
      self.sheet = sheet
      self.isSkipped = isSkipped
      self.tables = tables
    }
  }

  /// The file it was made for; for people only.
  public var workbook: String?
  /// The sheets; those not named are read as without a mapping.
  public var sheets: [SheetEntry]

  /// Makes a mapping.
  public init(workbook: String? = nil, sheets: [SheetEntry] = []) {
    self.workbook = workbook
    self.sheets = sheets
  }

  /// The names a column's field may have.
  public static var fieldNames: [String] { ColumnField.allCases.filter { $0 != .path }.map(\.name) }
}

extension ImportPlan {
  /// The mapping that says what was found, to be edited and given to an import.
  public var mapping: MappingFile {
    MappingFile(
      workbook: file,
      sheets: sheets.map { sheet in
        MappingFile.SheetEntry(
          sheet: sheet.name, isSkipped: sheet.leftOut != nil,
          // Headings that are paths of fields need no mapping.
          tables: sheet.regions.filter { $0.layout != TableRegion.Layout.fields.rawValue }.map {
            region in
            MappingFile.Table(
              layout: region.layout, headerRows: region.headerRows, language: region.language,
              columns: region.columns.map {
                MappingFile.Column(
                  column: $0.column, heading: $0.heading.isEmpty ? nil : $0.heading,
                  field: $0.field,
                  language: $0.language, period: $0.period, unit: $0.unit, tick: $0.tick)
              })
          })
      })
  }
}
