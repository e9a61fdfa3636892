internal import SpreadsheetML

/// Finds the cells on sheets of measures that no measure, heading or title takes in, and tells
/// them: a remark beside a row, a total, a footnote, the date of the report.
struct UnreadCells {
  /// How many cells are named before the rest are counted.
  static let most = 8

  private let sheet: SheetContent
  private let regions: [TableRegion]
  /// Cells that were read or told though they stand in no row of measures.
  ///
  /// By numbers, as a set with elements of a type of its own costs more at start-up than a small
  /// book.
  private var taken: Set<Int> = []
  /// Rows that are told by a finding of their own, or repeat the header.
  private var told: [Int: [ClosedRange<Int>]] = [:]
  /// The tables that were turned down, from the top, each with the row of the next one's header.
  private var rejections: [(top: Int, end: Int, columns: ClosedRange<Int>)] = []
  /// The title of the book and the name of the sheet, folded: they may come again.
  private var names: Set<String> = []
  /// The labels of forms, folded.
  private var labels: Set<String> = []

  /// Tells the cells of each sheet that holds measures; of a workbook this program wrote only those
  /// below the header.
  static func tell(
    _ book: BookContent, _ survey: BookSurvey, _ contexts: [RegionContext], isExport: Bool,
    log: inout FindingLog
  ) {
    let title = TitleFinder.place(book, survey, contexts)
    let bySheet = Dictionary(grouping: survey.found.indices) { survey.found[$0].sheet }
    let rejected = Dictionary(grouping: survey.rejected, by: \.sheet)
    for (index, places) in bySheet.sorted(by: { $0.key < $1.key }) {
      let regions = places.map { survey.found[$0].region }
      if regions.contains(where: { $0.layout == .fields }) { continue }
      var cells = UnreadCells(book.sheets[index], regions)
      cells.names = Set(
        [book.sheets[index].name, title?.text ?? ""].map { Folding.fold($0.trimmingMarks) })
      if isExport { cells.takeTop() }
      for place in places where contexts.indices.contains(place) {
        let context = contexts[place]
        for word in [context.kind, context.perspective, context.group] { cells.take(word?.cell) }
      }
      cells.take(rejected[index]?.map(\.1) ?? [])
      cells.tell(in: &log)
    }
  }

  private init(_ sheet: SheetContent, _ regions: [TableRegion]) {
    self.sheet = sheet
    self.regions = regions
    for region in regions { add(region) }
  }

  private mutating func take(_ cell: CellReference?) {
    if let cell { taken.insert(Self.number(of: cell.row, cell.column)) }
  }

  /// A number for each cell of a sheet.
  private static func number(of row: Int, _ column: Int) -> Int { row << 16 | column }

  /// What this program writes above its tables says nothing that their rows do not.
  private mutating func takeTop() {
    guard let header = regions.compactMap(\.headerRows?.lowerBound).min() else { return }
    for row in sheet.rows where row.number < header { told[row.number] = [1...Int.max] }
  }

  /// A table that was left out is told as a whole, up to the next that was taken.
  private mutating func take(_ rejected: [TableFinder.Rejection]) {
    guard !rejected.isEmpty else { return }
    let headers = regions.compactMap(\.headerRows?.lowerBound).sorted()
    var next = 0
    for rejection in rejected.sorted(by: { $0.header.upperBound < $1.header.upperBound })
    where SheetRole.words(for: rejection.reason) != nil {
      while next < headers.count, headers[next] <= rejection.header.upperBound { next += 1 }
      let end = next < headers.count ? headers[next] : Int.max
      rejections.append((rejection.header.lowerBound, end, rejection.columns))
    }
    rejections.sort { $0.top < $1.top }
  }

  private mutating func add(_ region: TableRegion) {
    for banner in region.banners {
      take(CellReference(row: banner.row, column: banner.column))
      takeNumbers(besides: banner)
    }
    for left in region.leftOut {
      switch left.reason {
      case .explanation, .noName, .onlyName, .belowTable:
        told[left.row, default: []].append(region.columns)
      case .repeatedHeader: takeHeadings(left.row, region)
      case .total, .note, .legend, .hint: break
      }
    }
    if region.layout == .cards { addForms(region) }
  }

  /// The number of a banner left of it, and the count of its rows behind it.
  private mutating func takeNumbers(besides banner: TableRegion.Banner) {
    guard let index = sheet.rowIndex(banner.row) else { return }
    let cells = sheet.rows[index].cells.filter { !$0.isBlank }
    guard cells.count == 2 else { return }
    let other = cells[0].column == banner.column ? cells[1] : cells[0]
    var isTaken = false
    if let number = other.number {
      isTaken = number == number.rounded() && number >= 0 && number < 1000
    } else if let text = other.text {
      isTaken = other.column < banner.column && text.utf8.count <= 6
    }
    if isTaken { take(CellReference(row: banner.row, column: other.column)) }
  }

  private mutating func takeHeadings(_ row: Int, _ region: TableRegion) {
    for cell in sheet.row(row)?.cells ?? [] where region.columns.contains(cell.column) {
      guard let text = cell.text else { continue }
      let isHeading =
        region.plans.contains { $0.column == cell.column && $0.heading.contains(text) }
        || HeaderVocabulary.shared.knows(text)
      if isHeading { take(CellReference(row: row, column: cell.column)) }
    }
  }

  /// The values of forms, and what stands where labels do.
  private mutating func addForms(_ region: TableRegion) {
    for plan in region.plans { labels.insert(Folding.fold(plan.heading.trimmingMarks)) }
    for record in region.records {
      for (plan, place) in record.places.enumerated() {
        guard let place else { continue }
        take(place)
        take(CellReference(row: place.row, column: region.plans[plan].column))
        let left = sheet.row(place.row)?.cells.last { $0.column < place.column && !$0.isBlank }
        if let left {
          if left.text != nil { take(CellReference(row: place.row, column: left.column)) }
        } else if place.row > 1 {
          take(CellReference(row: place.row - 1, column: place.column))
        }
      }
    }
  }

  // MARK: Cells

  private func tell(in log: inout FindingLog) {
    var count = 0
    var first: CellReference?
    var texts: [String] = []
    var read = ReadColumns(regions, of: sheet)
    var rejected = RejectedColumns(rejections)
    for index in sheet.rows.indices {
      let row = sheet.rows[index]
      read.move(to: row.number)
      rejected.move(to: row.number)
      for index in row.cells.indices {
        let column = row.cells[index].column
        if read.holds(column) || rejected.holds(column) { continue }
        let cell = row.cells[index]
        guard !cell.isBlank, !isTaken(cell, row.number),
          let place = CellReference(row: row.number, column: cell.column)
        else { continue }
        count += 1
        if first == nil { first = place }
        if texts.count < Self.most { texts.append("\(place) \(words(of: cell))") }
      }
    }
    guard let first else { return }
    var list = texts.joined(separator: ", ")
    if count > texts.count { list += " and \(count - texts.count) others" }
    log.add(.cellsNotRead(list, count: count), sheet: sheet.name, cell: first)
  }

  private func isTaken(_ cell: SheetContent.Cell, _ row: Int) -> Bool {
    if let ranges = told[row], ranges.contains(where: { $0 ~= cell.column }) { return true }
    if taken.contains(Self.number(of: row, cell.column)) { return true }
    guard let text = cell.text, text.utf8.count <= 150 else { return false }
    let folded = Folding.fold(text.trimmingMarks)
    return names.contains(folded) || labels.contains(folded) || RowWords.isPageNumber(text)
      || !labels.isEmpty && HeaderVocabulary.shared.knows(text)
  }

  private func words(of cell: SheetContent.Cell) -> String {
    let text = (CodeReading.text(cell, in: sheet) ?? "").onOneLine
    let short = text.count > 32 ? text.prefix(31) + "…" : text[...]
    return cell.text == nil ? String(short) : "'\(short)'"
  }
}
