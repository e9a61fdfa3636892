import Testing

@testable import KPICatalog

@Suite struct SheetAddressTests {
  @Test(arguments: [
    ("Measures", "Measures"), ("FY 24", "'FY 24'"), ("Q1", "'Q1'"), ("R1C1", "'R1C1'"),
    ("Kund'n", "'Kund''n'"), ("2026", "'2026'"), ("Clientèle_2", "Clientèle_2"), ("true", "'true'"),
    ("", "''"), ("KPI – ICP", "'KPI – ICP'"),
  ])
  func sheetNamesAreQuotedAsExcelDoes(_ sheet: String, _ quoted: String) {
    #expect(SheetAddress.quoted(sheet) == quoted)
  }
}
