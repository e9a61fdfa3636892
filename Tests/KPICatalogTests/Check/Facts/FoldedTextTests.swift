import Testing

@testable import KPICatalog

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("response time", "Median response time (h)", true),
    ("response time", "time of response", false),
    ("response time", "response", false),
    ("delai*&reponse", "Réponse : délais moyens", true),
    ("delai*&reponse", "Délai", false),
    ("*retoure*", "Kundenretourenquote", true),
    ("*zufriedenheit", "Gesamtzufriedenheit", true),
    ("*zufriedenheit", "Zufriedenheitsindex", false),
    ("abandon*", "Abandons", true),
    ("abandon*", "Non-abandon", true),
    ("nps", "eNPS", false),
    ("score d effort", "Score d’effort client", true),
  ])
  func patternsAreFound(_ pattern: String, _ text: String, _ isThere: Bool) {
    #expect(WordPattern(pattern).occurs(in: FoldedText(text)) == isThere)
  }

  @Test func ofALanguageItsOwnWordsAndEnglishOnesCount() {
    let lists = WordLists(en: "churn", fr: "attrition", it: "abbandono", de: "schwund", es: "fuga")
    #expect(lists.occur(in: FoldedText("Attrition"), .french))
    #expect(lists.occur(in: FoldedText("Churn mensuel"), .french))
    #expect(!lists.occur(in: FoldedText("Attrition"), .german))
    #expect(!lists.occur(in: FoldedText("Fuga"), .english))
    #expect(lists.occur(in: FoldedText("Fuga"), .undetermined))
    #expect(lists.equal(["fuga"]) && !lists.equal(["fuga", "mensual"]))
  }
}

@Suite struct NumbersInTextTests {
  @Test(arguments: [
    ("9 or 10, 0 to 6", ["9", "10", "0", "6"]),
    ("1,000 and 0.50", ["1000", "05"]),
    ("1.000 und 0,5", ["1000", "05"]),
    ("1 000 clients", ["1000"]),
    ("12\u{202F}345,67 €", ["1234567"]),
    ("on 31/12/2026", ["31", "12", "2026"]),
    ("am 31.12.2026", ["31", "12", "2026"]),
    ("B2B, Q4, 24/7", ["24", "7"]),
    ("top 2 of 5; 1-5", ["2", "5", "1"]),
    ("1'234'567.8", ["12345678"]),
    ("none", []),
    ("3.", ["3"]),
  ])
  func numbersAreTheSameHoweverWritten(_ text: String, _ digits: [String]) {
    #expect(Set(NumbersInText.find(in: text).keys) == Set(digits))
  }

  @Test func aNumberKeepsItsSpelling() {
    #expect(NumbersInText.find(in: "over 1,000.50 €")["10005"] == "1,000.50")
  }
}
