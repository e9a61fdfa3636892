import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

/// Expected forms follow the rules of comparing headings: case, accents and punctuation do not
/// count.
@Suite struct FoldingTests {
  @Test(
    "case, accents, apostrophes and line breaks do not count",
    arguments: [
      ("Zielgröße", "zielgrosse"), ("Zielgrösse", "zielgrosse"), ("ÉCHÉANCE", "echeance"),
      ("Nom de l’indicateur", "nom de l indicateur"),
      ("Nom de l'indicateur", "nom de l indicateur"),
      ("Data\nsource", "data source"), ("Fréquence\u{A0}de  mesure", "frequence de mesure"),
      ("Fréquence", "frequence"), ("Fre\u{301}quence", "frequence"), ("Œuvre", "oeuvre"),
    ])
  func folds(_ text: String, _ folded: String) {
    #expect(Folding.fold(text) == folded)
  }

  @Test("words for number are one token", arguments: ["N°", "Nº", "№", "Nr.", "No."])
  func numberWords(_ text: String) {
    #expect(Folding.fold(text + " x") == "nr x")
  }

  @Test("signs that mean something stay", arguments: ["%", "#", "+", "€", "<", ">"])
  func signsStay(_ sign: String) {
    #expect(Folding.fold("a \(sign) b").contains(sign))
  }

  @Test(
    "the words for and are one",
    arguments: ["Scope and limits", "Scope et limits", "Scope e limits", "Scope und limits"])
  func wordsForAnd(_ text: String) {
    let joined = Folding.joinWords(Folding.bytes(of: text))
    #expect(String(decoding: joined, as: UTF8.self) == "scope & limits")
  }

  @Test func foldingTwiceChangesNothing() {
    for text in ["N° Kennzahl", "Target (%)", "U.d.M.", "1 234,5 €", "Ist-Wert", "R/A/G"] {
      let once = Folding.fold(text)
      #expect(Folding.fold(once) == once)
    }
  }
}
