internal import KPICatalog
internal import SpreadsheetML

/// A table of measures on a sheet: its header, what its columns hold, and its rows told apart.
struct TableRegion: Sendable {
  /// How the region is laid out.
  enum Layout: String, Sendable {
    /// A measure a row under a header.
    case table
    /// A form for each measure, labels beside values.
    case cards
    /// Names and paragraphs without a header.
    case prose
    /// A measure a row, each column headed by the path of a field.
    case fields
  }

  /// A row or form that defines a measure.
  struct Record: Sendable {
    /// The row, as the sheet counts; of a form the row of the name.
    var row: Int
    /// Where the row stands in the sheet's rows.
    var index: Int
    /// The banners above it, outermost first, by their index in ``TableRegion/banners``.
    var banners: [Int] = []
    /// The place of each plan's cell; empty for tables, where row and column say it.
    var places: [CellReference?] = []
  }

  /// A row that heads the rows below it.
  struct Banner: Sendable, Hashable {
    var row: Int
    var column: Int
    var text: String
    /// The row of the table below which it holds no more; nil for the end.
    var level: Int
  }

  /// A row that was left out, and why.
  struct LeftOut: Sendable, Hashable {
    enum Reason: Sendable, Hashable {
      case repeatedHeader, total, note, legend, noName, hint, explanation, onlyName
      /// It stands below a list object, like its rows but not of them.
      case belowTable
    }

    var row: Int
    var column: Int
    var reason: Reason
  }

  var layout = Layout.table
  var headerRows: ClosedRange<Int>?
  /// The columns from the first to the last of the table.
  var columns: ClosedRange<Int>
  var plans: [ColumnPlan] = []
  var records: [Record] = []
  var banners: [Banner] = []
  var leftOut: [LeftOut] = []
  /// The texts above the region, the nearest last, with their rows.
  var headings: [Banner] = []
  /// Hits of headings by language index.
  var languages: [Double] = []
  /// The language of its texts, where the headings leave no doubt.
  var statedLanguage: LanguageTag?
  /// The name of the list object the region is, if it is one.
  var tableName: String?
  /// The last row of measures the list object itself holds.
  var lastTableRow: Int?

  /// The plan of a field's first column.
  func plan(_ field: ColumnField) -> ColumnPlan? { plans.first { $0.field == field } }

  /// The place of a plan's cell for a record, or nil if it has none.
  func place(_ plan: Int, of record: Record) -> CellReference? {
    if layout == .cards {
      return record.places.indices.contains(plan) ? record.places[plan] : nil
    }
    return CellReference(row: record.row, column: plans[plan].column)
  }
}

extension TableRegion {
  /// The last column of a delimited file's table, behind which cells have no heading; nil for other
  /// regions.
  func lastHeading(of sheet: SheetContent) -> Int? {
    guard sheet.isDelimited else { return nil }
    let last = headerRows?.compactMap { sheet.row($0)?.cells.last?.column }.max()
    return last.map { max($0, columns.upperBound) }
  }
}
