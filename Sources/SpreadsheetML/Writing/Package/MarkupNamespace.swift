/// The namespaces that parts are written in.
enum MarkupNamespace {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packageRelationships =
    "http://schemas.openxmlformats.org/package/2006/relationships"
  static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let sheetDrawing =
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
  static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  static let x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
  static let excelMain = "http://schemas.microsoft.com/office/excel/2006/main"
}
