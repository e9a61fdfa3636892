/// What is settled about a sheet before its first row.
///
///     var layout = SheetLayout()
///     layout.columns = [.width(8), .width(34), .fitted()]
///     layout.frozenRows = 1
///     let sheet = try book.addSheet("Measures", layout)
public struct SheetLayout: Sendable {
  /// The columns from A on; those not named are of standard width.
  public var columns: [ColumnLayout] = []
  /// How many rows stay in view at the top; 0 by default.
  public var frozenRows = 0
  /// How many columns stay in view on the left; 0 by default.
  public var frozenColumns = 0
  /// Whether the tab can be seen.
  public var visibility = Sheet.Visibility.visible
  /// The colour of the tab, or nil for none.
  public var tabColor: CellColor?
  /// The size on the screen in percent, 10 to 400; 100 by default.
  public var zoom = 100
  /// Whether the lines between cells are shown on the screen; true by default.
  public var showsGridLines = true
  /// Whether columns run from right to left.
  public var isRightToLeft = false
  /// The height of rows that have none of their own, in points; nil for the font's.
  public var rowHeight: Double?
  /// Whether rows whose text is broken into lines are made as high as the lines need; true by
  /// default.
  ///
  /// Excel does that by itself; other programs take the height the file states. It is reckoned for
  /// columns of a given width from the letters' widths, and Excel may still change it.
  public var fitsRowHeights = true
  /// How the sheet is printed.
  public var print = PrintSetup()

  /// Makes the layout of an ordinary sheet.
  public init() {}
}
