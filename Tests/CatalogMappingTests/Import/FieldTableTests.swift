import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite("Tables headed by the paths of fields")
struct FieldTableTests {
  private func read(_ text: String) throws -> ImportResult {
    try CatalogImport().read(delimited: Array(text.utf8), name: "measures.csv")
  }

  @Test func aRowIsAMeasureWhateverItsNameLooksLike() throws {
    let result = try read(
      """
      id,code,name.fr,name.en,group,group.name.fr,direction,custom.Budget
      a,007,Total,Total,sales,Ventes,higher,1500
      b,,"Note : à part",Note,sales,Ventes,lower,'12
      """)
    #expect(result.diagnostics.isEmpty)
    #expect(result.catalog.measures.map(\.id.text) == ["a", "b"])
    #expect(result.catalog.measures.map(\.code) == ["007", nil])
    #expect(result.catalog.measures.map { $0.custom["Budget"] } == [.number(1500), .text("12")])
    #expect(
      result.catalog.groups == [
        GroupEntry(id: "sales", name: LocalizedText("Ventes", language: .french))
      ])
    #expect(result.catalog.defaultLanguage == .french)
    #expect(result.catalog.languages == [.french, .english])
    #expect(result.plan.sheets.first?.regions.first?.layout == "fields")
  }

  @Test func tellsTheCellOfAValueItCannotTake() throws {
    let result = try read(
      """
      id,name.en,frequency,targets[1].value
      a,A,P1M,45
      b,B,sometimes,46
      """)
    let finding = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(finding.description.hasPrefix("measures.csv: C3: warning: 'sometimes' is not "))
    #expect(result.catalog.measures.last?.custom["frequency"] == .text("sometimes"))
    #expect(result.catalog.measures.last?.origin?.cells["targets[1].value"] == "D3")
  }

  @Test func columnsOfOnesOwnAreKept() throws {
    let result = try read("id,name.en,owner,Remarks\na,A,Ada,seen\n")
    #expect(result.catalog.measures.first?.owner == "Ada")
    #expect(result.catalog.measures.first?.custom["Remarks"] == .text("seen"))
  }

  @Test func aRowWithoutAnIdGetsOneOfItsName() throws {
    let result = try read("id,name.en,owner\na,A,Ada\n,Pride of the town,Ada\n,,Ada\n")
    #expect(result.catalog.measures.map(\.id.text) == ["a", "pride-of-the-town"])
    #expect(result.diagnostics.map(\.rule) == ["no-name"])
    #expect(result.diagnostics.first?.place.description == "measures.csv: C4")
  }

  @Test func anIdThatStandsTwiceIsTold() throws {
    let result = try read("id,name.en,owner\na,A,Ada\na,B,Bo\n")
    #expect(result.catalog.measures.map(\.id.text) == ["a", "b"])
    #expect(
      result.diagnostics.map(\.description) == [
        "measures.csv: A3: error: the id 'a' stands at A2 too; a new one is made for this measure"
      ])
  }

  @Test func explainsEachFieldByItsPath() throws {
    let result = try read("id,name.en,targets[1].value,targets[1].by\na,A,45,2026-12-31\n")
    let id = try #require(KPIIdentifier("a"))
    let target = try #require(result.explanations(of: "targets[1].value", in: id).first)
    #expect(target.place.description == "measures.csv: C2")
    #expect(target.typedValue?.json == "45")
    #expect(result.explanations(of: "target", in: id).count == 2)
  }
}
