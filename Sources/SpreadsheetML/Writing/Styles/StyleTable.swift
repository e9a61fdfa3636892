/// The styles registered with a workbook, each kind of part kept once (ECMA-376 Part 1, 18.8).
struct StyleTable {
  /// The cell formats in the order of their indices; the first is that of unformatted cells.
  private(set) var styles: [CellStyle] = [CellStyle()]
  private var indices: [CellStyle: Int] = [CellStyle(): 0]
  private(set) var fonts = UniqueList(CellFont())
  private(set) var fills = UniqueList(CellFill.none)
  private(set) var borders = UniqueList(CellBorder())
  /// The codes that are not built in, numbered from 164 on.
  private(set) var formats: [String] = []
  private var formatIDs: [String: Int] = [:]
  /// The named styles with the cell format each was first used for; Normal is not among them.
  private(set) var names: [(name: String, style: CellStyle)] = []
  private(set) var highlights = UniqueList<HighlightStyle>()

  init() {
    // The second fill belongs to Excel, which never shows it.
    _ = fills.index(of: .pattern(.gray125, .black, on: .white))
  }

  /// The index of a style, which is added if it is new.
  ///
  /// - Throws: ``WorkbookError`` with code `.limitExceeded` or `.invalid`.
  mutating func index(of style: CellStyle) throws(WorkbookError) -> StyleIndex {
    if let index = indices[style] { return StyleIndex(index) }
    guard styles.count < ExcelLimits.cellStyles else { throw .tooManyStyles() }
    try check(style)
    _ = fonts.index(of: style.font)
    _ = fills.index(of: style.fill)
    _ = borders.index(of: style.border)
    _ = formatID(style.numberFormat)
    if let name = style.name, !names.contains(where: { $0.name == name }) {
      names.append((name, style))
    }
    styles.append(style)
    indices[style] = styles.count - 1
    return StyleIndex(styles.count - 1)
  }

  /// The index of a change of looks, which is added if it is new.
  ///
  /// - Throws: ``WorkbookError`` with code `.limitExceeded`.
  mutating func index(of highlight: HighlightStyle) throws(WorkbookError) -> Int {
    if let format = highlight.numberFormat { try check(format) }
    return highlights.index(of: highlight)
  }

  /// Whether an index was given out here.
  func contains(_ index: StyleIndex) -> Bool { styles.indices.contains(index.rawValue) }

  /// The style behind an index, plain for one that was never given out.
  func style(_ index: StyleIndex) -> CellStyle {
    styles.indices.contains(index.rawValue) ? styles[index.rawValue] : CellStyle()
  }

  private func check(_ style: CellStyle) throws(WorkbookError) {
    try check(style.numberFormat)
    guard style.font.size >= 1, style.font.size <= 409 else { throw .fontSize(style.font.size) }
    guard !style.font.name.isEmpty, ExcelLimits.fits(style.font.name, 31) else {
      throw .fontName(style.font.name)
    }
    guard 0...250 ~= style.alignment.indent else { throw .indent(style.alignment.indent) }
    guard -90...90 ~= style.alignment.rotation else { throw .rotation(style.alignment.rotation) }
    if let name = style.name, name.isEmpty || !ExcelLimits.fits(name, 255) {
      throw .styleName(name)
    }
  }

  private func check(_ format: NumberFormat) throws(WorkbookError) {
    guard ExcelLimits.fits(format.code, ExcelLimits.numberFormat) else {
      throw .numberFormat(format.code)
    }
  }

  /// The number of a number format: Excel's own where it has one of this code.
  mutating func formatID(_ format: NumberFormat) -> Int {
    let code = format.code
    if let id = StyleTable.builtIn[code] ?? formatIDs[code] { return id }
    formats.append(code)
    formatIDs[code] = 163 + formats.count
    return 163 + formats.count
  }

  /// The number a format was given, 0 for one never registered.
  func knownFormatID(_ format: NumberFormat) -> Int {
    StyleTable.builtIn[format.code] ?? formatIDs[format.code] ?? 0
  }

  /// The built-in formats that look the same in every language (ECMA-376 Part 1, 18.8.30).
  private static let builtIn: [String: Int] = [
    "": 0, "General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10,
    "0.00E+00": 11, "# ?/?": 12, "# ??/??": 13, "h:mm": 20, "h:mm:ss": 21, "mm:ss": 45,
    "[h]:mm:ss": 46, "##0.0E+0": 48, "@": 49,
  ]
}
