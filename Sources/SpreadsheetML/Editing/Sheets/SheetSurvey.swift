internal import XMLStream
internal import Zip

/// What one pass over a sheet finds out for the cells to be changed.
struct SheetSurvey {
  /// Where a row that is not there would stand.
  struct Gap {
    /// The place in the part.
    var place: UInt64
    /// The number of the row before it; 0 for none.
    var previous: Int
  }

  /// A range of cells that can only be changed together.
  struct Group {
    var range: CellRange
    var isDataTable: Bool
  }

  /// The rows that hold cells to be changed, by number; a damaged file may name one twice.
  var rows: [Int: [LocatedRow]] = [:]
  /// The places of those that are not there.
  var gaps: [Int: Gap] = [:]
  /// The arrays and data tables that meet cells to be changed.
  var groups: [Group] = []
  /// Whether the file states the numbers of rows, and the addresses of cells.
  var statesRows = true
  var statesAddresses = true
  /// Whether any row holds a cell.
  var hasCells = false
  /// Whether a formula of the sheet may depend on a changed cell.
  var mayFeedFormula = false
  /// What stands before and behind the rows.
  var details = SheetDetails()
  /// The tag that begins the rows.
  var sheetData: MarkupPlace
}

extension SheetSurvey {
  /// Goes over a sheet.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - targets: the cells to be changed.
  ///   - models: rows that are located too.
  ///   - places: rows below which others are to be put.
  ///   - dependence: tells formulas that hang on them, or nil when that is not asked.
  /// - Throws: ``WorkbookError``.
  /// - Complexity: O(*n*) in the sheet's bytes; memory is that of the rows to be changed.
  init(
    _ sheet: Sheet, targets: [CellReference], models: Set<Int> = [], places: Set<Int> = [],
    dependence: FormulaDependence?
  ) throws(WorkbookError) {
    let scanner = try sheet.editingScanner()
    let wanted = Set(targets.map(\.row)).union(models)
    let locator = RowLocator(wanted)
    scanner.locator = locator
    var gaps = RowGaps(wanted.union(places))
    var rows: [Int: [LocatedRow]] = [:]
    var groups = FormulaGroups(targets: targets)
    var mayFeed = false
    var isFirst = true
    var statesRows = true
    var statesAddresses: Bool?
    var hasCells = false
    while try scanner.nextRow() {
      let end = scanner.xml.offset
      gaps.pass(scanner.rowNumber, end: end, sheetData: scanner.sheetDataTag?.range.upperBound ?? 0)
      if let row = locator.take() {
        if isFirst { statesRows = row.hasNumber }
        if let cell = row.cells.first {
          hasCells = true
          if statesAddresses == nil { statesAddresses = cell.hasAddress }
        }
        if wanted.contains(row.number) { rows[row.number, default: []].append(row) }
        for cell in row.cells {
          guard let formula = cell.formula,
            let place = CellReference(row: row.number, column: cell.column)
          else { continue }
          groups.take(formula.kind)
          if let dependence, !mayFeed, !groups.targets.contains(place) {
            mayFeed = dependence.mayDepend(
              Array(formula.text.utf8), formula.kind, sheet: sheet.index)
          }
        }
      } else {
        unsafe hasCells = hasCells || !scanner.cells.isEmpty
        for formula in scanner.formulas { groups.take(formula.kind) }
        if let dependence, !mayFeed {
          mayFeed = dependence.mayDepend(rowOf: scanner, sheet: sheet.index)
        }
      }
      isFirst = false
    }
    guard let sheetData = scanner.sheetDataTag else {
      throw WorkbookError.noSheetData.located(Place(sheet: sheet.name))
    }
    self.sheetData = sheetData
    self.rows = rows
    self.gaps = gaps.places(sheetData: sheetData.range.upperBound)
    self.groups = groups.met
    self.statesRows = statesRows
    self.statesAddresses = statesAddresses ?? true
    self.hasCells = hasCells
    mayFeedFormula = mayFeed
    details = scanner.details
  }
}

/// Where rows that are not there would stand, found while the rows go by.
private struct RowGaps {
  private let wanted: [Int]
  private var gaps: [SheetSurvey.Gap?]
  private var next = 0
  private var last: (number: Int, end: UInt64)?
  private var isInOrder = true

  init(_ wanted: Set<Int>) {
    self.wanted = wanted.sorted()
    gaps = Array(repeating: nil, count: wanted.count)
  }

  mutating func pass(_ number: Int, end: UInt64, sheetData: UInt64) {
    if let last, number <= last.number { isInOrder = false }
    if isInOrder {
      while next < wanted.count, wanted[next] < number {
        gaps[next] = SheetSurvey.Gap(place: last?.end ?? sheetData, previous: last?.number ?? 0)
        next += 1
      }
    } else {
      // Rows out of order: a new one follows the nearest before it, wherever that stands.
      for index in wanted.indices where wanted[index] >= number {
        let best = index < next ? gaps[index]?.previous ?? 0 : last?.number ?? 0
        if index >= next || number >= best {
          gaps[index] = SheetSurvey.Gap(place: end, previous: number)
        }
      }
      next = wanted.count
    }
    last = (number, end)
  }

  func places(sheetData: UInt64) -> [Int: SheetSurvey.Gap] {
    var places: [Int: SheetSurvey.Gap] = [:]
    for (index, number) in wanted.enumerated() {
      places[number] =
        gaps[index] ?? SheetSurvey.Gap(place: last?.end ?? sheetData, previous: last?.number ?? 0)
    }
    return places
  }
}

/// The arrays and data tables that meet the cells to be changed.
private struct FormulaGroups {
  let targets: Set<CellReference>
  private(set) var met: [SheetSurvey.Group] = []

  init(targets: [CellReference]) { self.targets = Set(targets) }

  mutating func take(_ kind: CellFormula.Kind) {
    switch kind {
    case .array(let range?): add(range, isDataTable: false)
    case .dataTable(let range?): add(range, isDataTable: true)
    default: return
    }
  }

  private mutating func add(_ range: CellRange, isDataTable: Bool) {
    // One cell is as good as a formula of its own.
    guard isDataTable || range.first != range.last else { return }
    if targets.contains(where: range.contains) {
      met.append(SheetSurvey.Group(range: range, isDataTable: isDataTable))
    }
  }
}

extension FormulaDependence {
  /// Whether a formula of this kind may depend on the changed cells.
  func mayDepend(_ text: [UInt8], _ kind: CellFormula.Kind, sheet: Int) -> Bool {
    switch kind {
    case .shared(_, let range?):
      mayDepend(text, sheet: sheet, reach: (range.rowCount - 1, range.columnCount - 1))
    case .dataTable: true
    default: mayDepend(text, sheet: sheet)
    }
  }

  /// Whether a formula of the row at hand may depend on the changed cells.
  func mayDepend(rowOf scanner: SheetScanner, sheet: Int) -> Bool {
    for formula in scanner.formulas
    where mayDepend(Array(formula.text.utf8), formula.kind, sheet: sheet) {
      return true
    }
    for place in scanner.plainFormulas {
      let raw = unsafe Array(UnsafeBufferPointer(rebasing: scanner.rowBytes[place]))
      // A plain formula holds no references.
      if mayDepend(raw, sheet: sheet) { return true }
    }
    return false
  }
}

extension Sheet {
  /// A scanner over the sheet whose places can be spliced at.
  ///
  /// - Throws: ``WorkbookError``, also for encodings that have no such places.
  func editingScanner() throws(WorkbookError) -> SheetScanner {
    let package = book.package
    let place = Place(sheet: name)
    let text = try WorkbookError.located(place) { () throws(WorkbookError) in
      try package.text(of: part)
    }
    if text.isInPlace { return try scanner(usesFastPath: true) }
    guard kind.hasCells else { return try scanner(usesFastPath: true) }
    return try WorkbookError.located(place) { () throws(WorkbookError) in
      let bytes = try text.decoded(try package.bytes(of: part))
      return try SheetScanner(
        XMLMemorySource(bytes), expectedBytes: UInt64(bytes.count), sheet: name,
        limits: package.limits)
    }
  }
}
