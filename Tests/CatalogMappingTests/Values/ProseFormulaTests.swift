import Testing

@testable import CatalogMapping

@Suite struct ProseFormulaTests {
  @Test(
    "a formula ends with its brackets, its sentence or its line",
    arguments: [
      ("Share kept. (Formula: A / B x 100)", "A / B x 100", "Share kept."),
      ("Kept (Formula: A / (B + C) x 100) a year", "A / (B + C) x 100", "Kept\na year"),
      ("Kept. Formula: A / B x 100. Source: CRM.", "A / B x 100", "Kept.\nSource: CRM."),
      ("Kept. Formula: A / B x 1.5. Measured monthly.", "A / B x 1.5", "Kept.\nMeasured monthly."),
      ("Kept. Formula: (A / B) x 100; source: CRM", "(A / B) x 100", "Kept.\nsource: CRM"),
      ("Kept. Formula: A / B x 100\nSource: CRM", "A / B x 100", "Kept.\nSource: CRM"),
      ("Gardés. Formule : Nb. clients / Nb. visites", "Nb. clients / Nb. visites", "Gardés."),
      ("Kept. Formula: A / B x 100.", "A / B x 100.", "Kept."),
    ])
  func ends(_ text: String, _ formula: String, _ description: String) throws {
    let found = try #require(ProseFormula(text))
    #expect(found.formula == formula)
    #expect(found.description == description)
    #expect(String(text[found.range]) == formula)
  }
}
