internal import KPICatalog
internal import SpreadsheetML

/// The looks of an exported workbook.
struct ExportStyles {
  /// The colors, in one place.
  enum Palette {
    static let ink: CellColor = 0x1F2A37
    static let navy: CellColor = 0x1F3864
    static let muted: CellColor = 0x5B6673
    static let line: CellColor = 0xD5DBE3
    static let side: CellColor = 0xEDF0F4
    static let opinion: CellColor = 0xDDEBF7
    static let opinionInk: CellColor = 0x1F4E79
    static let activity: CellColor = 0xFCE4D6
    static let activityInk: CellColor = 0x843C0C
    static let greenTint: CellColor = 0xEAF5EA
    static let amberTint: CellColor = 0xFFF6DD
    static let inputTint: CellColor = 0xF7FAF7

    static func heading(_ part: ExportColumn.Part) -> CellColor {
      switch part {
      case .definition: 0x1F3864
      case .measurement: 0x2F5597
      case .management: 0x2E6B4F
      case .rest: 0x5B6673
      }
    }
  }

  private let book: WorkbookWriter

  init(_ book: WorkbookWriter) {
    self.book = book
  }

  /// The name of the catalog at the top of a sheet.
  func title(size: Double = 18, indent: Int = 1) throws(WorkbookError) -> StyleIndex {
    try book.style(
      CellStyle(
        font: CellFont(size: size, isBold: true, color: Palette.navy),
        alignment: CellAlignment(horizontal: .left, vertical: .center, indent: indent)))
  }

  /// The block that holds the title on every page, in letters that let it fit.
  func banner(for title: String) throws(WorkbookError) -> StyleIndex {
    let size: Double = title.count <= 44 ? 14 : title.count <= 80 ? 11 : 8
    return try book.style(
      CellStyle(
        font: CellFont(size: size, isBold: true, color: .white), fill: .solid(Palette.navy),
        alignment: CellAlignment(
          horizontal: .left, vertical: .center, wrapsText: true, indent: 1)))
  }

  /// The number of measures beside it.
  func count() throws(WorkbookError) -> StyleIndex {
    try book.style(
      CellStyle(
        font: CellFont(size: 11, isBold: true, color: Palette.navy),
        alignment: CellAlignment(horizontal: .left, vertical: .bottom, indent: 1)))
  }

  /// The line below it.
  func subtitle(indent: Int = 1) throws(WorkbookError) -> StyleIndex {
    try book.style(
      CellStyle(
        font: CellFont(size: 10, color: Palette.muted),
        alignment: CellAlignment(horizontal: .left, vertical: .center, indent: indent)))
  }

  /// A heading of a table's column.
  func heading(_ part: ExportColumn.Part) throws(WorkbookError) -> StyleIndex {
    let line = BorderLine(.thin, color: .white)
    return try book.style(
      CellStyle(
        font: CellFont(size: 10, isBold: true, color: .white),
        fill: .solid(Palette.heading(part)), border: CellBorder(left: line, right: line),
        alignment: CellAlignment(
          horizontal: .left, vertical: .center, wrapsText: true, indent: 1)))
  }

  /// A cell of a table.
  ///
  /// - Parameters:
  ///   - column: The column it stands in.
  ///   - format: How a number is shown.
  ///   - isRight: Whether it stands on the right, as numbers do.
  /// - Returns: The style.
  /// - Throws: ``WorkbookError`` when there are too many styles.
  func cell(
    _ column: ExportColumn, _ format: NumberFormat = .general, isRight: Bool = false
  ) throws(WorkbookError) -> StyleIndex {
    let line = BorderLine(.thin, color: Palette.line)
    let side = BorderLine(.thin, color: Palette.side)
    var style = CellStyle(
      font: CellFont(size: 10, color: Palette.ink),
      border: CellBorder(left: side, right: side, bottom: line),
      alignment: CellAlignment(
        horizontal: isRight ? .right : .left, vertical: .top, wrapsText: true, indent: 1),
      numberFormat: format)
    switch column.field {
    case .name: style.font.isBold = true
    case .thresholdGreen: style.fill = .solid(Palette.greenTint)
    case .thresholdAmber: style.fill = .solid(Palette.amberTint)
    case .identity: style.alignment.wrapsText = false
    default: if column.part == .management { style.fill = .solid(Palette.inputTint) }
    }
    return try book.style(style)
  }

  /// A heading of the guide.
  func guideHeading() throws(WorkbookError) -> StyleIndex {
    try book.style(
      CellStyle(
        font: CellFont(size: 13, isBold: true, color: Palette.navy),
        border: CellBorder(bottom: BorderLine(.medium, color: Palette.navy)),
        alignment: CellAlignment(vertical: .center)))
  }

  /// A word the guide explains.
  func guideTerm(
    fill: CellColor? = nil, color: CellColor = Palette.ink
  ) throws(WorkbookError) -> StyleIndex {
    try book.style(
      CellStyle(
        font: CellFont(size: 10, isBold: true, color: color),
        fill: fill.map { .solid($0) } ?? .none,
        border: CellBorder(bottom: BorderLine(.thin, color: Palette.line)),
        alignment: CellAlignment(horizontal: .left, vertical: .center, wrapsText: true, indent: 1)))
  }

  /// What the guide says of it.
  func guideText() throws(WorkbookError) -> StyleIndex {
    try book.style(
      CellStyle(
        font: CellFont(size: 10, color: Palette.ink),
        border: CellBorder(bottom: BorderLine(.thin, color: Palette.line)),
        alignment: CellAlignment(horizontal: .left, vertical: .center, wrapsText: true, indent: 1)))
  }

  /// A step of the guide, over both columns.
  func guideStep() throws(WorkbookError) -> StyleIndex {
    try book.style(
      CellStyle(
        font: CellFont(size: 10, color: Palette.ink),
        alignment: CellAlignment(vertical: .top, wrapsText: true)))
  }

  /// A link of the guide.
  func guideLink() throws(WorkbookError) -> StyleIndex {
    try book.style(
      CellStyle(
        font: CellFont(size: 10, isBold: true, underline: .single, color: 0x0563C1),
        border: CellBorder(bottom: BorderLine(.thin, color: Palette.line)),
        alignment: CellAlignment(horizontal: .left, vertical: .center, wrapsText: true, indent: 1)))
  }
}
