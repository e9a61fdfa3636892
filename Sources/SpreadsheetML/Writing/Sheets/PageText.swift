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
