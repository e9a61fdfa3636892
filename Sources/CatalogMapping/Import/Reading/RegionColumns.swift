internal import SpreadsheetML

/// What is settled for the columns of a region before its records are read.
struct RegionColumns {
  let readings: [ColumnReading]
  /// For plans whose values hold for the rows below: for each record the record whose cell holds,
  /// or -1.
  let fill: [Int: [Int]]
  /// The ranges merged downwards, by their first column.
  let merges: [Int: [CellRange]]

  init(_ region: TableRegion, of sheet: SheetContent) {
    readings = region.plans.indices.map { index in
      let field = region.plans[index].field
      guard Self.needsReading(field, in: sheet) else { return ColumnReading(field, [], of: sheet) }
      let cells = region.records.prefix(2000).compactMap { record -> SheetContent.Cell? in
        guard region.layout == .cards else {
          return sheet.rows[record.index].cell(region.plans[index].column)
        }
        return region.place(index, of: record).flatMap {
          sheet.cell(row: $0.row, column: $0.column)
        }
      }
      return ColumnReading(field, cells, of: sheet)
    }
    var fill: [Int: [Int]] = [:]
    if region.layout != .cards {
      for (index, plan) in region.plans.enumerated()
      where plan.tickValue == nil && [.group, .perspective, .objective, .kind].contains(plan.field)
      {
        fill[index] = Self.fillDown(plan.column, region, sheet)
      }
    }
    self.fill = fill
    var merges: [Int: [CellRange]] = [:]
    for merge in sheet.merges
    where merge.rowCount > 1 && region.columns.contains(merge.first.column) {
      if let header = region.headerRows, merge.first.row <= header.upperBound { continue }
      merges[merge.first.column, default: []].append(merge)
    }
    self.merges = merges
  }

  private static func needsReading(_ field: ColumnField, in sheet: SheetContent) -> Bool {
    field == .path && sheet.hasDecimalCommas || field.isQuantity || field.isCustom
      || [
        .direction, .weight, .thresholds, .scale, .targetDate, .reviewDate, .baselineDate,
        .currentDate,
      ]
      .contains(field)
  }

  /// The records whose cells hold for the records below them, if the column is written that way.
  ///
  /// Only the first row of each block is filled then: the first record has a value, a good part has
  /// none, and no two records below one another have the same.
  static func fillDown(
    _ column: Int, _ region: TableRegion, _ sheet: SheetContent
  ) -> [Int] {
    var source: [Int] = []
    var current = -1
    var blanks = 0
    var previous: String?
    var repeats = false
    var filled = 0
    var lastBanner: [Int] = []
    for (index, record) in region.records.enumerated() {
      let text = sheet.rows[record.index].cell(column).flatMap { CodeReading.text($0, in: sheet) }
      if record.banners != lastBanner { current = -1 }
      lastBanner = record.banners
      if let text {
        if text == previous, blanks == 0 || current == index - 1 { repeats = true }
        previous = text
        current = index
        filled += 1
      } else {
        blanks += 1
      }
      source.append(current)
    }
    let isWrittenOnce =
      source.first == 0 && !repeats && filled > 0
      && blanks * 4 >= region.records.count && region.records.count >= 3
    return isWrittenOnce ? source : region.records.indices.map { $0 }
  }
}

/// What stands around a region: the sheet's name, the texts above, as far as they say something of
/// all its measures.
struct RegionContext: Sendable {
  var kind: Word?
  var perspective: Word?
  /// A group named by the text above or by the sheet.
  var group: Word?
  /// The roles of the region's banners.
  var banners: [BannerRole] = []
  /// The unit the headings of most value columns name.
  var unit: Word?

  /// A text with the place it stands in.
  struct Word: Sendable {
    var text: String
    var cell: CellReference?
    var rule: ReadingRule
  }

  /// What a banner says of the rows below.
  enum BannerRole: Sendable, Hashable {
    case kind(String)
    case perspective(String)
    case group
    /// An outer banner that is none of the known perspectives.
    case otherPerspective
  }
}
