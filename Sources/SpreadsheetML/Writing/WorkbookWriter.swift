public import Zip

/// Writes a workbook from front to back, in memory that does not grow with its sheets.
///
///     let file = try ArchiveFile("measures.xlsx")
///     let book = try WorkbookWriter(file)
///     let heading = try book.style(
///       CellStyle(font: CellFont(isBold: true, color: .white), fill: .solid(0x1F3864)))
///     let percent = try book.style(CellStyle(numberFormat: "0 %"))
///
///     var layout = SheetLayout()
///     layout.columns = [.width(8), .fitted(), .width(10)]
///     layout.frozenRows = 1
///     let sheet = try book.addSheet("Measures", layout)
///     try sheet.writeRow(["Code", "Name", "Target"], style: heading)
///     try sheet.writeRow(["C-01", "Share of repeat buyers", .number(0.31, percent)])
///     try book.finish()
///     try file.finish()
///
/// Sheets are written one after the other, rows in order. The same calls give the same bytes: there
/// is no clock and no chance in them. What Excel would refuse or repair is refused here, by an
/// error that names the limit.
///
/// A text is shared between cells as long as its column repeats its texts, and stands in its cell
/// otherwise: measured on a million cells, sharing all of them takes more memory, and sharing none
/// a tenth more room.
public final class WorkbookWriter {
  /// What the workbook says of itself; read when the workbook is finished.
  public var properties = DocumentProperties()

  let archive: ZipWriter
  let dateSystem: DateSystem
  var texts = SharedTextTable()
  var styles = StyleTable()
  var parts = PackageParts()
  var lists = ListSheet()
  /// How many tables, charts and drawings there are in the whole workbook.
  var tableNames: [String] = []
  var chartCount = 0
  /// Whether some formula has no result, so that the workbook must be calculated when it is opened.
  var needsCalculation = false

  private var sheets: [SheetEntry] = []
  private var names: [DefinedName] = []
  private var openSheet: SheetWriter?
  private var isFinished = false

  struct SheetEntry {
    var name: String
    var visibility: Sheet.Visibility
  }

  /// Starts a workbook.
  ///
  /// - Parameters:
  ///   - sink: takes the file's bytes.
  ///   - compression: how small the file is made.
  ///   - timestamp: the time of all parts; the start of 1980 by default.
  ///   - dateSystem: the day dates count from.
  /// - Throws: ``WorkbookError`` with code `.unwritable`.
  public init(
    _ sink: any ArchiveSink, compression: Compression = .standard,
    timestamp: DOSTimestamp = .earliest, dateSystem: DateSystem = .since1900
  ) throws(WorkbookError) {
    self.dateSystem = dateSystem
    do throws(ZipError) {
      archive = try ZipWriter(sink, compression: compression, timestamp: timestamp)
    } catch {
      throw .unwritable(error)
    }
  }

  /// Registers a style, and gives what cells refer to it by.
  ///
  /// The same style gives the same again.
  ///
  /// - Throws: ``WorkbookError``, also when there are more than 65,490 styles.
  public func style(_ style: CellStyle) throws(WorkbookError) -> StyleIndex {
    try styles.index(of: style)
  }

  /// Starts the next sheet; the one before is finished.
  ///
  /// - Parameters:
  ///   - name: at most 31 characters, none of `[]:*?/\`, and no other sheet's name in any case.
  ///   - layout: what is settled before the first row.
  /// - Returns: takes the sheet's rows.
  /// - Throws: ``WorkbookError`` when Excel would refuse the name or the layout.
  public func addSheet(
    _ name: String, _ layout: SheetLayout = SheetLayout()
  ) throws(WorkbookError) -> SheetWriter {
    precondition(!isFinished, "The workbook is finished")
    do throws(WorkbookError) {
      try WorkbookNames.checkSheet(name, others: sheets.map(\.name) + lists.reservedNames)
      try layout.check()
    } catch {
      throw error.onSheet(name)
    }
    return try startSheet(name, layout)
  }

  private func startSheet(
    _ name: String, _ layout: SheetLayout
  ) throws(WorkbookError) -> SheetWriter {
    try openSheet?.finish()
    let isFirstVisible =
      layout.visibility == .visible && !sheets.contains { $0.visibility == .visible }
    sheets.append(SheetEntry(name: name, visibility: layout.visibility))
    let part = "xl/worksheets/sheet\(sheets.count).xml"
    parts.add(part, type: PartType.sheet)
    do throws(ZipError) {
      let head = SheetHead(layout, isFirstVisible: isFirstVisible)
      let sheet = SheetWriter(
        name, layout, number: sheets.count, in: self, head: head,
        SheetMarkup(try archive.openEntry(part), head: head))
      openSheet = sheet
      return sheet
    } catch {
      throw .unwritable(error)
    }
  }

  /// Defines a name for a range, a constant or a formula.
  ///
  /// - Parameters:
  ///   - name: letters, digits, underscores and points, and nothing that could be a cell's address.
  ///   - formula: what it stands for, without an equals sign, such as `Measures!$A$2:$A$54`.
  ///   - sheet: the sheet that alone knows the name, or nil for the whole workbook.
  ///   - isHidden: whether it is kept from the lists a person sees.
  /// - Throws: ``WorkbookError`` when Excel would refuse the name.
  public func define(
    _ name: String, as formula: String, on sheet: SheetWriter? = nil, isHidden: Bool = false
  ) throws(WorkbookError) {
    guard WorkbookNames.isUsable(name), ExcelLimits.fits(name, ExcelLimits.definedName) else {
      throw .definedName(name)
    }
    guard !formula.isEmpty, ExcelLimits.fits(formula, ExcelLimits.formula) else {
      throw .formula(formula)
    }
    let folded = name.lowercased()
    guard
      !names.contains(where: {
        $0.name.lowercased() == folded && $0.sheetIndex == sheet?.number
      }), !tableNames.contains(folded)
    else { throw .nameTaken(name) }
    names.append(
      DefinedName(name: name, formula: formula, sheetIndex: sheet?.number, isHidden: isHidden))
  }

  /// Adds a name that Excel itself knows, such as `_xlnm.Print_Area`.
  func defineBuiltIn(_ name: String, as formula: String, sheet: Int, isHidden: Bool = false) {
    names.append(
      DefinedName(name: "_xlnm." + name, formula: formula, sheetIndex: sheet, isHidden: isHidden))
  }

  /// Takes a name for a table, which no other table and no defined name has.
  func reserveTable(_ name: String) throws(WorkbookError) {
    guard WorkbookNames.isUsable(name), ExcelLimits.fits(name, ExcelLimits.tableName) else {
      throw .tableName(name)
    }
    let folded = name.lowercased()
    guard !tableNames.contains(folded), !names.contains(where: { $0.name.lowercased() == folded })
    else { throw .nameTaken(name) }
    tableNames.append(folded)
  }

  /// Writes the rest of the workbook.
  ///
  /// Without this call there is no workbook.
  ///
  /// The sink has all bytes then, but is not closed.
  ///
  /// - Throws: ``WorkbookError``, also when no sheet can be seen.
  public func finish() throws(WorkbookError) {
    precondition(!isFinished, "The workbook is finished")
    if let name = lists.name {
      var layout = SheetLayout()
      layout.visibility = .hidden
      try lists.write(to: try startSheet(name, layout))
    }
    try openSheet?.finish()
    openSheet = nil
    isFinished = true
    guard sheets.contains(where: { $0.visibility == .visible }) else { throw .noVisibleSheet() }
    try writeParts(sheets, names)
  }
}

/// Lists of words for input rules, which stand in the columns of a hidden sheet.
struct ListSheet {
  private var lists: [[String]] = []
  /// The sheet's name once there is a list.
  private(set) var name: String?
  private static let sheetName = "Lists"

  /// The names no other sheet may have.
  var reservedNames: [String] { name.map { [$0] } ?? [] }

  /// Where a list stands; it is added if it is new.
  ///
  /// `taken` tells whether a sheet has a name already.
  mutating func range(of words: [String], taken: (String) -> Bool) -> String {
    if name == nil {
      var candidate = ListSheet.sheetName
      var number = 2
      while taken(candidate) {
        candidate = "\(ListSheet.sheetName) \(number)"
        number += 1
      }
      name = candidate
    }
    let place = lists.firstIndex(of: words) ?? lists.count
    if place == lists.count { lists.append(words) }
    let column = CellReference.letters(ofColumn: place + 1)
    return "\(Place.quoted(name ?? ListSheet.sheetName))!$\(column)$1:$\(column)$\(words.count)"
  }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    for row in 0..<(lists.map(\.count).max() ?? 0) {
      try sheet.writeRow(lists.map { row < $0.count ? .text($0[row]) : .blank() })
    }
  }
}

extension WorkbookWriter {
  /// Where the words of a list stand on the hidden sheet.
  func listRange(_ words: [String]) throws(WorkbookError) -> String {
    guard words.count <= ExcelLimits.rows else { throw .listLong(words.count) }
    return lists.range(of: words) { candidate in
      sheets.contains { $0.name.lowercased() == candidate.lowercased() }
    }
  }
}
