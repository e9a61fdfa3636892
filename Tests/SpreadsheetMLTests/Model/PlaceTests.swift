import SpreadsheetML
import Testing

@Suite("Place")
struct PlaceTests {
  @Test(
    "says as much as is known",
    arguments: [
      (Place(), ""), (Place(file: "book.xlsx"), "book.xlsx"),
      (Place(file: "book.xlsx", part: "xl/styles.xml"), "book.xlsx: xl/styles.xml"),
      (Place(part: "xl/styles.xml"), "xl/styles.xml"), (Place(sheet: "KPI"), "KPI"),
      (Place(file: "-", sheet: "FY 24", cell: CellReference("AA2")), "-: 'FY 24'!AA2"),
      (Place(part: "xl/x.xml", sheet: "KPI", cell: CellReference("B7")), "KPI!B7"),
      (Place(cell: CellReference("B7")), "B7"),
      (Place(file: "a.csv", cell: CellReference("B7")), "a.csv: B7"),
    ])
  func description(place: Place, text: String) {
    #expect(place.description == text)
  }

  @Test(
    "leaves a plain word without quotes",
    arguments: [
      "Measures", "Sheet1", "_x", "a.b", "Größe", "Мера", "指標", "A1B", "ABCD1", "RX",
      "TRUETYPE", "Q", "Rows",
    ])
  func plain(name: String) {
    #expect(Place.quoted(name) == name)
  }

  @Test(
    "puts other names in quotes",
    arguments: [
      ("FY 24", "'FY 24'"), ("Sales & Care", "'Sales & Care'"), ("it's", "'it''s'"),
      ("''", "''''''"),
      ("2024", "'2024'"), ("1st", "'1st'"), (".x", "'.x'"), ("a-b", "'a-b'"), ("a,b", "'a,b'"),
      ("Q1", "'Q1'"), ("Row1", "'Row1'"), ("CR1", "'CR1'"), ("ab12", "'ab12'"),
      ("XFD1048576", "'XFD1048576'"), ("R1C1", "'R1C1'"),
      ("r", "'r'"), ("C", "'C'"), ("rc", "'rc'"), ("R5", "'R5'"), ("C7", "'C7'"),
      ("TRUE", "'TRUE'"),
      ("false", "'false'"), ("", "''"), ("a!b", "'a!b'"), ("😀", "'😀'"),
    ])
  func quoted(name: String, written: String) {
    #expect(Place.quoted(name) == written)
  }
}
