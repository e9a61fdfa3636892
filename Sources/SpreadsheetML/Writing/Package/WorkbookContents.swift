internal import Zip

/// What a workbook under way has gathered for all of its sheets, and where its parts go.
///
/// Sheets hold it as well as the workbook, so that neither holds the other.
final class WorkbookContents {
  /// A sheet as the workbook part lists it.
  struct SheetEntry {
    var name: String
    var visibility: Sheet.Visibility
  }

  let archive: ZipWriter
  let dateSystem: DateSystem
  var texts = SharedTextTable()
  var styles = StyleTable()
  var parts = PackageParts()
  var lists = ListSheet()
  var sheets: [SheetEntry] = []
  var names: [DefinedName] = []
  /// The names of all tables in lower case.
  private var tableNames: [String] = []
  /// How many charts there are.
  var chartCount = 0
  /// How many blocks of 1,024 numbers the shapes of notes have taken.
  var noteBlocks = 0
  /// Whether some formula has no result, so that the workbook must be calculated when it is opened.
  var needsCalculation = false

  init(_ archive: ZipWriter, _ dateSystem: DateSystem) {
    self.archive = archive
    self.dateSystem = dateSystem
  }

  /// The names that no further sheet may have.
  var takenNames: [String] { sheets.map(\.name) + lists.reservedNames }

  /// Starts the part of the next sheet.
  func startSheet(
    _ name: String, _ layout: SheetLayout
  ) throws(WorkbookError) -> SheetWriter {
    let isFirstVisible =
      layout.visibility == .visible && !sheets.contains { $0.visibility == .visible }
    sheets.append(SheetEntry(name: name, visibility: layout.visibility))
    let part = "xl/worksheets/sheet\(sheets.count).xml"
    parts.add(part, type: PartType.sheet)
    do throws(ZipError) {
      let head = SheetHead(layout, isFirstVisible: isFirstVisible)
      return SheetWriter(
        name, layout, number: sheets.count, in: self, head: head,
        SheetMarkup(try archive.openEntry(part), head: head))
    } catch {
      throw .unwritable(error)
    }
  }

  /// Adds a name that a person gave.
  ///
  /// - Throws: ``WorkbookError`` when Excel would refuse it.
  func define(_ name: DefinedName) throws(WorkbookError) {
    guard WorkbookNames.isUsable(name.name),
      ExcelLimits.fits(name.name, ExcelLimits.definedName)
    else { throw .definedName(name.name) }
    try ExcelLimits.checkFormula(name.formula)
    let folded = name.name.lowercased()
    let isTaken = names.contains {
      $0.name.lowercased() == folded && $0.sheetIndex == name.sheetIndex
    }
    guard !isTaken, !tableNames.contains(folded) else { throw .nameTaken(name.name) }
    names.append(name)
  }

  /// Adds a name that Excel itself knows, such as `_xlnm.Print_Area`.
  func defineBuiltIn(_ name: String, as formula: String, sheet: Int, isHidden: Bool = false) {
    names.append(
      DefinedName(name: "_xlnm." + name, formula: formula, sheetIndex: sheet, isHidden: isHidden))
  }

  /// Takes a name for a table, which no other table and no defined name has.
  ///
  /// - Returns: the table's number, from 1.
  func reserveTable(_ name: String) throws(WorkbookError) -> Int {
    guard WorkbookNames.isUsable(name), ExcelLimits.fits(name, ExcelLimits.tableName) else {
      throw .tableName(name)
    }
    let folded = name.lowercased()
    guard !tableNames.contains(folded), !names.contains(where: { $0.name.lowercased() == folded })
    else { throw .nameTaken(name) }
    tableNames.append(folded)
    return tableNames.count
  }

  /// Where the words of a list stand on the hidden sheet.
  func listRange(_ words: [String]) throws(WorkbookError) -> String {
    guard words.count <= ExcelLimits.rows else { throw .listLong(words.count) }
    return lists.range(of: words) { candidate in
      sheets.contains { $0.name.lowercased() == candidate.lowercased() }
    }
  }
}
