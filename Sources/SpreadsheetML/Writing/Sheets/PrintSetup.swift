/// How a sheet is printed (ECMA-376 Part 1, 18.3.1.63 and its neighbours).
public struct PrintSetup: Hashable, Sendable {
  /// Which side of the paper is up.
  public enum Orientation: String, Hashable, Sendable {
    /// The short side.
    case portrait
    /// The long side.
    case landscape
  }

  /// The size of the paper, by the numbers of ECMA-376 Part 1, 18.3.1.63.
  public struct Paper: Hashable, Sendable {
    let number: Int

    /// 210 by 297 millimetres.
    public static let a4 = Paper(number: 9)
    /// 297 by 420 millimetres.
    public static let a3 = Paper(number: 8)
    /// 8.5 by 11 inches.
    public static let letter = Paper(number: 1)
    /// 8.5 by 14 inches.
    public static let legal = Paper(number: 5)
  }

  /// The white around the print, in inches.
  public struct Margins: Hashable, Sendable {
    /// On the left and on the right.
    public var sides: Double
    /// At the top and at the bottom.
    public var ends: Double
    /// Between the paper's edge and header or footer.
    public var headers: Double

    /// Makes margins; what is left out is as in Excel.
    public init(sides: Double = 0.7, ends: Double = 0.75, headers: Double = 0.3) {
      self.sides = sides
      self.ends = ends
      self.headers = headers
    }
  }

  /// Which side of the paper is up; portrait by default.
  public var orientation = Orientation.portrait
  /// The paper; nil for the printer's.
  public var paper: Paper?
  /// How many pages wide the print may be; it is made smaller until it fits.
  ///
  /// Nil leaves the width.
  public var pagesWide: Int?
  /// How many pages high the print may be; nil for as many as it takes.
  public var pagesHigh: Int?
  /// The rows repeated at the top of each page, from 1.
  public var titleRows: ClosedRange<Int>?
  /// The columns repeated on the left of each page, from 1.
  public var titleColumns: ClosedRange<Int>?
  /// The cells that are printed; nil for all.
  public var area: CellRange?
  /// The white around.
  public var margins = Margins()
  /// Whether the print stands in the middle from left to right.
  public var isCentered = false
  /// Whether the lines between cells are printed.
  public var printsGridLines = false
  /// What stands above each page.
  public var header = PageText()
  /// What stands below each page.
  public var footer = PageText()

  /// Makes the set-up of an ordinary sheet.
  public init() {}
}

/// The line above or below a printed page, in three parts.
///
/// Ampersands are text; page numbers and the like come from the constants here:
///
///     layout.print.footer = PageText(left: "Customer measures", right: "Page \(PageText.page)")
public struct PageText: Hashable, Sendable {
  /// What stands on the left.
  public var left: String
  /// What stands in the middle.
  public var center: String
  /// What stands on the right.
  public var right: String

  /// Makes a line.
  public init(left: String = "", center: String = "", right: String = "") {
    self.left = left
    self.center = center
    self.right = right
  }

  // Private-use characters stand for codes until they are written, so that an ampersand is text.

  /// The number of the page.
  public static let page = "\u{F0001}"
  /// How many pages there are.
  public static let pages = "\u{F0002}"
  /// The day of printing.
  public static let date = "\u{F0003}"
  /// The name of the sheet.
  public static let sheet = "\u{F0004}"
  /// The name of the file.
  public static let file = "\u{F0005}"

  /// The line in Excel's code (ECMA-376 Part 1, 18.3.1.46), empty for none.
  func code() throws(WorkbookError) -> String {
    var code = ""
    for (mark, text) in [("&L", left), ("&C", center), ("&R", right)] where !text.isEmpty {
      code += mark
      var isFirst = true
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\u{F0001}": code += "&P"
        case "\u{F0002}": code += "&N"
        case "\u{F0003}": code += "&D"
        case "\u{F0004}": code += "&A"
        case "\u{F0005}": code += "&F"
        case "&": code += "&&"
        case "0"..."9" where isFirst:
          // Digits right after the mark would be taken for a font size.
          code += " "
          code.unicodeScalars.append(scalar)
        default: code.unicodeScalars.append(scalar)
        }
        isFirst = false
      }
    }
    guard ExcelLimits.fits(code, ExcelLimits.headerText) else { throw .headerText(code) }
    return code
  }
}
