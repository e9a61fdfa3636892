import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite struct PeriodReadingTests {
  @Test(
    "years, quarters, months and days are read in five languages",
    arguments: [
      ("2026", "2026"), ("FY26", "2026"), ("Q3 2025", "2025-Q3"), ("3e trimestre 2025", "2025-Q3"),
      ("T4 2026", "2026-Q4"), ("Dezember 2026", "2026-12"), ("diciembre de 2026", "2026-12"),
      ("31 de diciembre de 2026", "2026-12-31"), ("31.12.2026", "2026-12-31"),
      ("31st December 2026", "2026-12-31"), ("4. Quartal 2026", "2026-Q4"),
      ("1er trimestre 2027", "2027-Q1"), ("IV trimestre 2026", "2026-Q4"),
      ("4.º trimestre 2026", "2026-Q4"), ("4ème trimestre 2026", "2026-Q4"),
      ("2nd half 2026", "2026-H2"), ("fourth quarter 2026", "2026-Q4"),
      ("1. Halbjahr 2027", "2027-H1"), ("1° semestre 2026", "2026-H1"), ("Dec-26", "2026-12"),
      ("1er janvier 2026", "2026-01-01"), ("7 quarter", nil), ("4 quarters", nil),
      ("2026-12-31", "2026-12-31"), ("Dec. 2025", "2025-12"), ("settembre 2026", "2026-09"),
      ("GJ 2026", "2026"), ("Exercice 2026", "2026"), ("esercizio 2026", "2026"),
      ("Geschäftsjahr 2026", "2026"), ("FY 2025-26", "2025/2026"), ("FY25/26", "2025/2026"),
      ("GJ 25/26", "2025/2026"), ("curso 2026-27", "2026/2027"), ("2025/26", "2025/2026"),
    ])
  func moments(_ text: String, _ moment: String?) {
    #expect(PeriodReading.moment(in: text)?.moment.description == moment)
  }

  @Test func dayAndMonthThatCouldBeEitherAreDoubtful() {
    #expect(PeriodReading.moment(in: "03/04/2026")?.isAmbiguous == true)
    #expect(PeriodReading.moment(in: "13/04/2026")?.isAmbiguous == false)
  }
}
