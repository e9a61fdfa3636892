/// What was found on the sheets of a book and taken for what, as `inspect` prints it.
///
/// Rows and columns are named as the sheet names them. Certainty runs from 0 to 1; below 0.8 a
/// column is a guess.
public struct ImportPlan: Hashable, Sendable {
  /// A column, or the label of a form, and what it was taken for.
  public struct Column: Hashable, Sendable {
    /// The column's letters; of a form those of its labels.
    public var column: String
    /// The heading or label as written; empty if there is none.
    public var heading: String
    /// The field it was taken for, by the names of mapping files; `custom` for a column kept as it
    /// is.
    public var field: String
    /// How surely, 0 to 1.
    public var certainty: Double
    /// Why, in clauses.
    public var reasons: [String]
    /// The field it could nearly as well have been taken for.
    public var rival: String?
    /// The language of its texts, if it has one of its own.
    public var language: String?
    /// The year, period or day its heading names.
    public var period: String?
    /// The kind of unit its heading names.
    public var unit: String?
    /// The value a tick in it stands for, if it is a column of ticks.
    public var tick: String?

    /// Whether it is a guess a person should look at.
    public var isGuess: Bool { certainty < 0.8 && field != "custom" }
  }

  /// A row that heads others, or was left out.
  public struct RowNote: Hashable, Sendable {
    /// The row.
    public var row: Int
    /// Its text.
    public var text: String
    /// What it was taken for: `group`, `kind`, `perspective`, or why it was left out.
    public var meaning: String
  }

  /// A table, a set of forms or a list of prose.
  public struct Region: Hashable, Sendable {
    /// `table`, `cards` or `prose`; `fields` for a table headed by the paths of fields.
    public var layout: String
    /// The rows of the header; empty without one.
    public var headerRows: [Int]
    /// The first row of a measure.
    public var firstRow: Int
    /// The last row of a measure.
    public var lastRow: Int
    /// How many measures it holds.
    public var measures: Int
    /// The language of its texts.
    public var language: String
    /// The name of the Excel table it is, if it is one.
    public var table: String?
    /// The texts above it.
    public var headings: [RowNote]
    /// What its columns were taken for.
    public var columns: [Column]
    /// The rows that head others.
    public var banners: [RowNote]
    /// The rows left out.
    public var leftOut: [RowNote]
    /// What the sheet's name or the text above says of all its measures: `group`, `kind`,
    /// `perspective`.
    public var context: [RowNote]
  }

  /// A sheet.
  public struct SheetPlan: Hashable, Sendable {
    /// The name on the tab; empty for a file without sheets.
    public var name: String
    /// `visible`, `hidden` or `veryHidden`.
    public var visibility: String
    /// What was found on it.
    public var regions: [Region]
    /// Why nothing was read from it.
    public var leftOut: String?
  }

  /// The file.
  public var file: String
  /// The sheets in their order.
  public var sheets: [SheetPlan]

  /// The number of measures found.
  public var measures: Int {
    sheets.reduce(0) { $0 + $1.regions.reduce(0) { $0 + $1.measures } }
  }
}
