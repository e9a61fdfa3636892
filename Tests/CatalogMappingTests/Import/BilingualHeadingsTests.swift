import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

/// Headings in two languages leave two languages for the contents.
@Suite struct BilingualHeadingsTests {
  private func language(_ rows: [[TestCell]]) throws -> LanguageTag? {
    try CatalogImport().read(.of(rows)).catalog.defaultLanguage
  }

  @Test("words of lists tell the language where there are no sentences", arguments: [false, true])
  func wordsOfListsTellTheLanguage(isBroken: Bool) throws {
    func heading(_ first: String, _ second: String) -> TestCell {
      .value(.text(first + (isBroken ? "\n" : " / ") + second))
    }
    let german = try language([
      [
        heading("Kennzahl", "Measure"), heading("Einheit", "Unit"),
        heading("Zielwert 2026", "Target 2026"), heading("Häufigkeit", "Frequency"),
      ],
      ["Renewals", "%", 80, "Monatlich"], ["Visits", "#", 12, "Wöchentlich"],
      ["Returns", "%", 5, "Monatlich"],
    ])
    #expect(german?.text == "de")
    let english = try language([
      [
        heading("Kennzahl", "Measure"), heading("Einheit", "Unit"),
        heading("Zielwert 2026", "Target 2026"), heading("Häufigkeit", "Frequency"),
      ],
      ["Renewals", "%", 80, "Monthly"], ["Visits", "#", 12, "Weekly"],
      ["Returns", "%", 5, "Monthly"],
    ])
    #expect(english?.text == "en")
  }

  @Test("only the languages of the headings come into question")
  func onlyTheLanguagesOfTheHeadings() throws {
    let rows: [[TestCell]] = [
      ["Measure\nKennzahl", "Unit\nEinheit", "Target 2026\nZielwert 2026"],
      ["Renewal rate", "%", 80], ["Complaints", "#", 12], ["Waiting time", "min", 5],
    ]
    #expect(try language(rows)?.text == "en")
  }
}
