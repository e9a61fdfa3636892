/// The namespaces a workbook's parts are written in.
enum Namespace {
  /// SpreadsheetML, transitional (ECMA-376 Part 4) and strict (Part 1).
  static let main: Set<String> = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]
  /// Relationship ids in attributes, transitional and strict.
  static let relationship = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]
  /// The root of a sheet with macros of Excel 4 ([MS-OFFMACRO2] 2.2.1).
  static let macroSheet = "http://schemas.microsoft.com/office/excel/2006/main"
  /// What Excel 2010 added to sheets ([MS-XLSX] 2.2.4).
  static let excel2010 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
  /// Markup compatibility (ECMA-376 Part 3).
  static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

  /// Whether a `Choice` that requires this namespace is for us: Excel's own extensions carry cells
  /// in the same elements, so they are.
  static func isUnderstood(_ uri: String) -> Bool {
    main.contains(uri) || uri.hasPrefix("http://schemas.microsoft.com/office/spreadsheetml/")
  }
}
