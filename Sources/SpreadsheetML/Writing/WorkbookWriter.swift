public import Zip

/// Writes a workbook from front to back, in memory that does not grow with its sheets.
///
///     try WorkbookWriter.write(to: "measures.xlsx") { book in
///       let heading = try book.style(
///         CellStyle(font: CellFont(isBold: true, color: .white), fill: .solid(0x1F3864)))
///       let percent = try book.style(CellStyle(numberFormat: "0 %"))
///
///       var layout = SheetLayout()
///       layout.columns = [.width(8), .fitted(), .width(10)]
///       layout.frozenRows = 1
///       let sheet = try book.addSheet("Measures", layout)
///       try sheet.writeRow(["Code", "Name", "Target"], style: heading)
///       try sheet.writeRow(["C-01", "Share of repeat buyers", .number(0.31, percent)])
///     }
///
/// Sheets are written one after the other, rows in order. The same calls give the same bytes: there
/// is no clock and no chance in them. What Excel would refuse or repair is refused here, by an error
/// that names the limit.
///
/// A text is shared between cells as long as its column repeats its texts, and stands in its cell
/// otherwise: measured on a million cells, sharing all of them takes more memory, and sharing none a
/// tenth more room.
public final class WorkbookWriter {
  /// What the workbook says of itself; read when the workbook is finished.
  public var properties = DocumentProperties()

  private let contents: WorkbookContents
  private var openSheet: SheetWriter?
  private var isFinished = false

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
    do throws(ZipError) {
      contents = WorkbookContents(
        try ZipWriter(sink, compression: compression, timestamp: timestamp), dateSystem)
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
    try contents.styles.index(of: style)
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
      try WorkbookNames.checkSheet(name, others: contents.takenNames)
      try layout.check()
    } catch {
      throw error.onSheet(name)
    }
    return try startSheet(name, layout)
  }

  private func startSheet(
    _ name: String, _ layout: SheetLayout
  ) throws(WorkbookError) -> SheetWriter {
    for column in layout.columns {
      precondition(
        column.style.map { contents.styles.contains($0) } ?? true,
        "The style is another workbook's")
    }
    try openSheet?.finish()
    let sheet = try contents.startSheet(name, layout)
    openSheet = sheet
    return sheet
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
    try contents.define(
      DefinedName(name: name, formula: formula, sheetIndex: sheet?.number, isHidden: isHidden))
  }

  /// Writes the rest of the workbook.
  ///
  /// Without this call there is no workbook.
  ///
  /// The sink has all bytes then, but is not closed. Finishing twice does nothing more.
  ///
  /// - Throws: ``WorkbookError``, also when no sheet can be seen.
  public func finish() throws(WorkbookError) {
    guard !isFinished else { return }
    if let name = contents.lists.name {
      var layout = SheetLayout()
      layout.visibility = .hidden
      try contents.lists.write(to: try startSheet(name, layout))
    }
    try openSheet?.finish()
    openSheet = nil
    isFinished = true
    try contents.writeParts(properties)
  }
}
