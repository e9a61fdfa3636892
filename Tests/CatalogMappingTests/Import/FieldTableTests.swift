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

  @Test(
    "values of columns of one's own have types, as those under custom. have",
    arguments: [
      ("45.5", .number(45.5)), ("7", .number(7)), ("true", .boolean(true)), ("007", .text("007")),
      ("'12", .text("12")), ("+33199000071", .text("+33199000071")), ("1E5", .text("1E5")),
      ("'", .text("'")), ("2026-01-31", DateText("2026-01-31").map(CustomValue.date)),
      ("12:30:00", DateText("12:30:00").map(CustomValue.date)),
    ] as [(String, CustomValue?)])
  func typesOwnColumns(text: String, value: CustomValue?) throws {
    let result = try read("id,name.en,owner,Own\na,A,Ada,\(text)\n")
    #expect(result.catalog.measures.first?.custom["Own"] == value)
  }

  @Test func decimalCommasAreReadWhereTheFieldsArePartedBySemicolons() throws {
    let result = try read(
      """
      id;name.en;targets[1].value;custom.Cost;Own
      a;A;45,5;"12,5";1.234,5
      b;B;50,25;'7,5;80
      """)
    #expect(result.diagnostics.isEmpty)
    #expect(
      result.catalog.measures.map { $0.targets.first?.goal } == [.value(45.5), .value(50.25)])
    #expect(result.catalog.measures.map { $0.custom["Cost"] } == [.number(12.5), .text("7,5")])
    #expect(result.catalog.measures.map { $0.custom["Own"] } == [.number(1234.5), .number(80)])
    // With commas between the fields a comma is no decimal mark, so that texts come back.
    let commas = try read("id,name.en,owner,custom.Cost\na,A,Ada,\"12,5\"\n")
    #expect(commas.catalog.measures.first?.custom["Cost"] == .text("12,5"))
  }

  @Test func cellsBeyondTheHeaderAreKeptAndTold() throws {
    let result = try read("id,name.en,owner\na,A,Ada\nb,B,Bo, the second,x\n")
    #expect(
      result.diagnostics.map(\.description) == [
        "measures.csv: D3: warning: ' the second' stands beyond the last heading and is kept as 'D'; put a text that holds the mark between fields in quotes, or give the column a heading"
          .replacing("' the", with: "'the")
      ])
    let custom = result.catalog.measures.last?.custom
    #expect(custom?["D"] == .text("the second"))
    #expect(custom?["E"] == .text("x"))
    #expect(result.catalog.measures.last?.origin?.cells["custom.E"] == "E3")
  }

  @Test(
    "a title, comments and blank lines may stand above the header",
    arguments: [
      "Our measures,,\n\n", "# from our tool, 2026\nOur measures\n", "\n\nOur measures\n\n",
    ])
  func linesAboveTheHeader(lines: String) throws {
    let result = try read(lines + "id,name.en,targets[1].value\na,A,45.5\n")
    #expect(result.diagnostics.isEmpty)
    #expect(result.catalog.title.text(in: .english) == "Our measures")
    #expect(result.catalog.measures.map(\.id.text) == ["a"])
    #expect(result.catalog.measures.first?.targets.first?.goal == .value(45.5))
    #expect(result.plan.sheets.first?.regions.first?.layout == "fields")
  }

  @Test func aGroupByItsNameAloneGetsAnId() throws {
    let result = try read(
      "id,name.en,name.fr,group.name.en,group.name.fr\na,A,A,Our sales,Nos ventes\nb,B,B,Our sales,Nos ventes\n"
    )
    #expect(result.catalog.measures.map(\.group) == ["our-sales", "our-sales"])
    #expect(result.catalog.groups.map(\.name.entries.count) == [2])
  }

  @Test func aRowMayHaveThousandsOfColumns() throws {
    let columns = 3000
    let headings = (0..<columns).map { "custom.C\($0)" }.joined(separator: ",")
    let values = (0..<columns).map(String.init).joined(separator: ",")
    let result = try read("id,name.en,\(headings)\na,A,\(values)\n")
    #expect(result.catalog.measures.first?.custom.count == columns)
    #expect(result.catalog.measures.first?.custom["C2999"] == .number(2999))
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
