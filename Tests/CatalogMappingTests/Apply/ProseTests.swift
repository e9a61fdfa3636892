import KPICatalog
import SpreadsheetML
import Testing
import Zip

@testable import CatalogMapping

@Suite("Formulas inside prose")
struct ProseTests {
  private let first = "Share of promoters less detractors. Formula: promoters - detractors"

  private func library(_ cell: BookCell) -> [[BookCell]] {
    [
      [.styled("Customer measures", .bold)], [.styled("Opinions of guests", .bold)],
      ["Net promoter score", cell],
      ["Satisfaction index", "Mean of all answers to the survey. Formula: sum / answers"],
      [.styled("Doings of guests", .bold)],
      [
        "Repeat purchase rate", "Buyers that come back within a year. Formula: repeat / all buyers",
      ],
      ["Renewal rate", "Contracts that are renewed when they end. Formula: renewed / ended"],
    ]
  }

  @Test func onlyTheFormulaChanges() throws {
    let applied = try AppliedBook(library(.text(first))) {
      #expect($0.measures.count == 4)
      $0.measures[0].formula?.text = LocalizedText("100 × (p - d) / all", language: .english)
    }
    #expect(applied.changed == ["B3"])
    #expect(applied.plan.changes.first?.isPart == true)
    #expect(
      try applied.value("B3")
        == .text("Share of promoters less detractors. Formula: 100 × (p - d) / all"))
  }

  @Test func onlyTheDescriptionChanges() throws {
    let applied = try AppliedBook(library(.text(first))) {
      $0.measures[0].description = LocalizedText("Who recommends us", language: .english)
    }
    // Without a full stop the word for formula needs a line of its own to be seen.
    #expect(
      try applied.value("B3") == .text("Who recommends us\nFormula: promoters - detractors"))
    #expect(try applied.catalog().measures[0].formula == applied.base.measures[0].formula)
  }

  @Test func theFormattingOfTheRestStays() throws {
    let runs = """
      <r><t>Share of promoters less detractors. </t></r>\
      <r><rPr><b/></rPr><t xml:space="preserve">Formula: </t></r>\
      <r><rPr><i/></rPr><t>promoters - detractors</t></r>
      """
    let applied = try AppliedBook(library(.rich(runs))) {
      $0.measures[0].formula?.text = LocalizedText("promoters / all", language: .english)
    }
    let archive = try ZipReader(file: RandomAccessFile(bytes: applied.after))
    let bytes = try #require(try archive.read("xl/worksheets/sheet1.xml"))
    let sheet = String(decoding: bytes, as: UTF8.self)
    #expect(sheet.contains("<r><rPr><b/></rPr><t xml:space=\"preserve\">Formula: </t></r>"))
    #expect(sheet.contains("<r><rPr><i/></rPr><t>promoters / all</t></r>"))
  }

  @Test func aFormulaThatIsGoneTakesItsWordAlong() throws {
    let applied = try AppliedBook(library(.text(first))) { $0.measures[0].formula = nil }
    #expect(try applied.value("B3") == .text("Share of promoters less detractors."))
  }

  @Test func theNameOfAGroupIsWrittenOverItsRows() throws {
    let applied = try AppliedBook(library(.text(first))) {
      #expect($0.groups.map(\.id) == ["opinions-of-guests", "doings-of-guests"])
      $0.groups[1].name = LocalizedText("Faithfulness", language: .english)
      $0.title = LocalizedText("Customer measures 2027", language: .english)
    }
    #expect(applied.changed == ["A1", "A5"])
    #expect(try applied.value("A5") == .text("Faithfulness"))
  }
}
