import SpreadsheetML
import Testing

@testable import KPICatalog

@Suite("Sheet names in messages")
struct SheetNamesTests {
  @Test(
    "catalogs quote them as workbooks do",
    arguments: [
      "Measures", "Größe", "Мера", "指標", "_x", "a.b", ".x", "FY 24", "Sales & Care", "it's", "''",
      "2024", "1st", "a-b", "Q1", "FY24", "Row1", "XFD1048576", "XFD1048577", "XFE1", "ZZZ99", "A0",
      "A01", "A00000001", "A1B", "ABCD1", "R", "c", "RC", "R1C1", "R5", "C7", "CR1", "RX", "TRUE",
      "false",
      "TRUETYPE", "", "a!b", "😀", "½", "x²", "A99999999999999999999", "KPI – ICP",
    ])
  func agreement(name: String) {
    #expect(SheetAddress.quoted(name) == Place.quoted(name))
  }

  @Test(
    "conflicts quote them too",
    arguments: [
      ("FY24", "'FY24'!B2"), ("Größe", "Größe!B2"), ("FY 24", "'FY 24'!B2"), ("K'1", "'K''1'!B2"),
    ])
  func conflicts(sheet: String, place: String) {
    #expect(Origin(sheet: sheet, row: 2, cells: ["name": "B2"]).place(of: "name") == place)
  }
}
