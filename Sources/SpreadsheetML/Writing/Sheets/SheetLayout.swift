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

/// One column of a sheet.
public struct ColumnLayout: Hashable, Sendable {
  /// How wide a column is.
  public enum Width: Hashable, Sendable {
    /// As wide as columns are by default, about eight digits.
    case standard
    /// As wide as so many digits of the default font, at most 255.
    case characters(Double)
    /// Wide enough for what the first rows hold, in the same unit.
    ///
    /// The rows looked at are those that fit into 192 KiB of the file's text, a thousand or more.
    /// Texts in cells that wrap their text count for no more than the longest of their words.
    case fitted(atLeast: Double, atMost: Double)
  }

  /// How wide the column is.
  public var width: Width
  /// The style of cells that no row holds, such as those below the last.
  public var style: StyleIndex?
  /// Whether the column is hidden.
  public var isHidden: Bool

  /// Makes a column.
  public init(_ width: Width = .standard, style: StyleIndex? = nil, isHidden: Bool = false) {
    self.width = width
    self.style = style
    self.isHidden = isHidden
  }

  /// A column of so many digits.
  public static func width(_ characters: Double, style: StyleIndex? = nil) -> ColumnLayout {
    ColumnLayout(.characters(characters), style: style)
  }

  /// A column as wide as its content, between two bounds.
  public static func fitted(
    atLeast: Double = 4, atMost: Double = 60, style: StyleIndex? = nil
  ) -> ColumnLayout {
    ColumnLayout(.fitted(atLeast: atLeast, atMost: atMost), style: style)
  }

  /// A column that is not shown.
  public static let hidden = ColumnLayout(.standard, isHidden: true)
}

/// How a row looks, beside its cells.
public struct RowLayout: Hashable, Sendable {
  /// The height in points, at most 409.5; nil for what the text needs.
  public var height: Double?
  /// Whether the row is hidden.
  public var isHidden: Bool
  /// The style of cells the row does not hold.
  public var style: StyleIndex?
  /// How deep the row lies in an outline, 0 to 7.
  public var outlineLevel: Int

  /// Makes a row; what is left out is as in an ordinary one.
  public init(
    height: Double? = nil, isHidden: Bool = false, style: StyleIndex? = nil,
    outlineLevel: Int = 0
  ) {
    self.height = height
    self.isHidden = isHidden
    self.style = style
    self.outlineLevel = outlineLevel
  }

  /// An ordinary row.
  public static let standard = RowLayout()

  /// The row's attributes beside its number, with a blank before them.
  ///
  /// `fittedHeight` is what the row's text needs, if it is more than a line.
  func attributes(fittedHeight: Double?) throws(WorkbookError) -> String {
    guard self != .standard || fittedHeight != nil else { return "" }
    var text = ""
    if let style { text += " s=\"\(style.rawValue)\" customFormat=\"1\"" }
    if let height {
      guard height >= 0, height <= ExcelLimits.rowHeight else { throw .rowHeight(height) }
      text += " ht=\"\(ShortestDecimal.text(height))\" customHeight=\"1\""
    } else if let fittedHeight {
      text += " ht=\"\(ShortestDecimal.text(min(fittedHeight, ExcelLimits.rowHeight)))\""
    }
    if isHidden { text += " hidden=\"1\"" }
    if outlineLevel != 0 {
      guard 0...7 ~= outlineLevel else { throw .outlineLevel(outlineLevel) }
      text += " outlineLevel=\"\(outlineLevel)\""
    }
    return text
  }
}
