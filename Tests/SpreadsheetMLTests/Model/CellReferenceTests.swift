import SpreadsheetML
import Testing

@Suite("CellReference")
struct CellReferenceTests {
  @Test func countsColumnsFromAToXFD() {
    // Counted as an odometer counts, in another way than the code does.
    var letters: [UInt8] = []
    for column in 1...CellReference.lastColumn {
      var at = letters.count - 1
      while at >= 0, letters[at] == UInt8(ascii: "Z") {
        letters[at] = UInt8(ascii: "A")
        at -= 1
      }
      if at >= 0 { letters[at] += 1 } else { letters.insert(UInt8(ascii: "A"), at: 0) }
      let text = String(decoding: letters, as: UTF8.self)
      #expect(CellReference.letters(ofColumn: column) == text)
      #expect(CellReference("\(text)7")?.column == column)
    }
    #expect(String(decoding: letters, as: UTF8.self) == "XFD")
  }

  @Test(
    "reads an address",
    arguments: [
      ("A1", 1, 1), ("b7", 7, 2), ("$C$9", 9, 3), ("$Z3", 3, 26), ("AA$10", 10, 27),
      ("XFD1048576", 1_048_576, 16_384), ("xfd1048576", 1_048_576, 16_384), ("ZZ99", 99, 702),
    ] as [(String, Int, Int)])
  func reads(text: String, row: Int, column: Int) {
    let reference = CellReference(text)
    #expect(reference?.row == row)
    #expect(reference?.column == column)
    #expect(reference == CellReference(row: row, column: column))
  }

  @Test(
    "refuses what is no address of a cell",
    arguments: [
      "", "A", "1", "A0", "1A", "XFE1", "A1048577", "AAAA1", "A10485760", "A-1", " A1", "A1 ",
      "A 1", "A1B", "$", "$A", "A$", "A1$", "$$A1", "A$$1", "$A$1$", "A$B1", "À1", "Ａ1", "A１",
      "A1:B2",
      "A18446744073709551617", "R1C1",
    ])
  func refuses(text: String) {
    #expect(CellReference(text) == nil)
  }

  @Test(
    "does not leave the sheet",
    arguments: [
      (0, 1), (1, 0), (-1, -1), (1_048_577, 1), (1, 16_385), (Int.max, Int.max), (Int.min, 1),
    ])
  func bounds(row: Int, column: Int) {
    #expect(CellReference(row: row, column: column) == nil)
  }

  @Test func sortsByRowThenColumn() throws {
    let addresses = ["B2", "A1", "AA1", "Z1", "A10", "A2"]
    let sorted = addresses.compactMap { CellReference($0) }.sorted().map(\.description)
    #expect(sorted == ["A1", "Z1", "AA1", "A2", "B2", "A10"])
  }
}
