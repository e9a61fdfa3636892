import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite struct ScaleTextTests {
  @Test(
    "the ends of a scale are read however they are written",
    arguments: [
      ("0-100", 0, 100), ("1 to 5", 1, 5), ("-100..100", -100, 100), ("-100 à 100", -100, 100),
      ("da -100 a 100", -100, 100), ("von 0 bis 10", 0, 10), ("de 0 a 10", 0, 10),
      ("0 % – 100 %", 0, 100), ("1–7 (7 = easy)", 1, 7), ("-100/100", -100, 100),
    ] as [(String, Double, Double)])
  func ends(_ text: String, _ low: Double, _ high: Double) {
    let ends = ScaleText.ends(text, decimalMark: nil)
    #expect(ends?.low == low)
    #expect(ends?.high == high)
  }

  @Test func anOpenEndIsLeftOut() {
    let ends = ScaleText.ends("0..", decimalMark: nil)
    #expect(ends?.low == 0)
    #expect(ends?.high == nil)
  }

  @Test("what is no scale gives none", arguments: ["good to bad", "Likert", ""])
  func none(_ text: String) {
    #expect(ScaleText.ends(text, decimalMark: nil) == nil)
  }
}
