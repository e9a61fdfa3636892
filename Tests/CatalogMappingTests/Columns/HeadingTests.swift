import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

/// What headings of five languages mean; expected values are the domain's own lists.
@Suite struct HeadingTests {
  private func field(_ heading: String) -> String? {
    HeaderMatcher().matches(HeaderText(heading)).first?.field.name
  }

  @Test(
    "a heading is known in five languages",
    arguments: [
      ("Frequency", "frequency"), ("Périodicité", "frequency"), ("Cadenza", "frequency"),
      ("Häufigkeit", "frequency"), ("Frecuencia", "frequency"), ("Owner", "owner"),
      ("Pilote", "owner"), ("Verantwortlich", "owner"),
      ("Mode de calcul", "formula"), ("Berechnung", "formula"), ("Fórmula", "formula"),
      ("Línea base", "baseline"), ("Ausgangswert", "baseline"), ("Zielwert", "target"),
      ("Einheit", "unit"), ("Unità di misura", "unit"), ("Quelle", "source"),
    ])
  func isKnown(_ heading: String, _ expected: String) {
    #expect(field(heading) == expected)
  }

  @Test(
    "numbering, brackets, years, marks and case do not hide a heading",
    arguments: [
      ("3. Unit", "unit"), ("TARGET (%)", "target"), ("Target FY26", "target"),
      ("Cible\n2026", "target"), ("Owner *", "owner"), ("data_source", "source"),
      ("Einheit:", "unit"), ("Échéance (obligatoire)", "targetDate"),
    ])
  func isKnownInDisguise(_ heading: String, _ expected: String) {
    #expect(field(heading) == expected)
  }

  @Test(
    "misspelled and shortened headings are recognised",
    arguments: [
      ("Frequncy", "frequency"), ("Indicateurr", "name"), ("Définiton", "description"),
      ("Respons.", "owner"), ("Verantwortlch", "owner"), ("Cibl", "target"),
    ])
  func isKnownMisspelled(_ heading: String, _ expected: String) {
    #expect(field(heading) == expected)
  }

  @Test(
    "a word for measure beside a heading takes nothing away from it",
    arguments: [
      ("Measure title", "name"), ("Title of the measure", "name"), ("Titolo del KPI", "name"),
      ("Kennzahltitel", "name"), ("Indikatorbezeichnung", "name"), ("Título del indicador", "name"),
      ("Libellé de la mesure", "name"), ("Baseline of the measure", "baseline"),
      ("Kennzahlenquelle", "source"), ("What are we measuring?", "description"),
    ])
  func isKnownBesideAWordForMeasure(_ heading: String, _ expected: String) {
    #expect(field(heading) == expected)
  }

  @Test("words that only look like headings are none", arguments: ["Room", "Quelque chose", "Xyz"])
  func isUnknown(_ heading: String) {
    #expect(field(heading) == nil)
  }

  @Test func yearUnitAndLanguageAreCutFromAHeading() {
    let target = HeaderText("Cible 2026 (k€)")
    #expect(target.base == "Cible")
    #expect(target.moment?.description == "2026")
    #expect(target.unit?.unit.kind == .currency)
    #expect(HeaderText("Name EN").language?.text == "en")
    #expect(HeaderText("Nome (IT)").language?.text == "it")
  }
}
