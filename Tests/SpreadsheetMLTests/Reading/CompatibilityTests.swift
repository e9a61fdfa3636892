import Testing

@testable import SpreadsheetML

/// The branches themselves are among ``SheetCases``; here is whose namespaces are understood.
@Suite("Compatibility")
struct CompatibilityTests {
  @Test(
    "understands SpreadsheetML and Excel's own extensions of it",
    arguments: [
      ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", true),
      ("http://purl.oclc.org/ooxml/spreadsheetml/main", true),
      ("http://schemas.microsoft.com/office/spreadsheetml/2009/9/main", true),
      ("http://schemas.microsoft.com/office/spreadsheetml/2014/revision", true),
      ("http://schemas.microsoft.com/office/drawing/2010/main", false), ("urn:x", false),
      ("", false),
    ])
  func understood(uri: String, isUnderstood: Bool) {
    #expect(Namespace.isUnderstood(uri) == isUnderstood)
  }
}
