import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite struct FormulaGuessTests {
  private func expression(_ text: String, _ language: LanguageTag = .english) -> String? {
    FormulaGuess(text, language: language)?.expression.description
  }

  @Test(
    "formulas as people write them are parsed",
    arguments: [
      ("Renewed / Due x 100", "renewed / due * 100"),
      (
        "(Promoters - Detractors) / Respondents × 100",
        "(promoters - detractors) / respondents * 100"
      ),
      ("Lettres remises divisé par Sorties × 100", "lettres_remises / sorties * 100"),
      ("Réponses 8 et plus / Réponses × 100", "reponses_8_et_plus / reponses * 100"),
      ("Sum of response times / Incidents", "sum_of_response_times / incidents"),
      ("Number of times called / Calls", "number_of_times_called / calls"),
      ("Price times quantity", "price * quantity"),
      ("5 star ratings / Ratings", "n_5_star_ratings / ratings"),
      ("Complaints / Guests x 1,000", "complaints / guests * 1000"), ("A2+B3", "a2 + b3"),
      ("Respuestas de 8 o más / Respuestas x 100", "respuestas_de_8_o_mas / respuestas * 100"),
    ])
  func formulas(_ text: String, _ expected: String) {
    #expect(expression(text) == expected)
  }

  @Test(
    "what can be read in more than one way is no formula",
    arguments: [
      "Median of all waits", "Sales, returns and the rest", "A; B", "See handbook",
      "Alpha per 1,000 guests", "A / B x 100 (monthly)", "(A / B) x 100 (yearly)",
      "Clients 2+ orders / Clients x 100", "Complaints per 100 orders",
      "Complaints / 1,000 guests", "A / B x 100 per month",
    ])
  func none(_ text: String) {
    #expect(expression(text) == nil)
  }
}
