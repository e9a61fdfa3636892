import KPICatalog
import Testing

@Suite("Differences within other differences")
struct CatalogDiffRestrictingTests {
  private func catalog(_ text: String) throws -> Catalog {
    try Catalog(yaml: Array(text.utf8))
  }

  @Test func keepsOnlyTheFieldsInQuestion() throws {
    let before = try catalog(
      "measures: [{id: a, name: A, owner: Ada}, {id: b, name: B}, {id: c, name: C}]")
    let wanted = try catalog(
      "measures: [{id: a, name: A, owner: Bob, code: '7'}, {id: c, name: C}, {id: d, name: D}]")
    // The code was not written, b not removed, d not added; that the weight is gone was not asked.
    let written = try catalog(
      "measures: [{id: a, name: A, owner: Bob, weight: 1}, {id: b, name: B}, {id: c, name: C}]")
    let asked = CatalogDiff(from: before, to: wanted)
    let left = CatalogDiff(from: written, to: wanted).restricted(to: asked)
    #expect(left.measures.map(\.id.text) == ["a", "b", "d"])
    #expect(left.measures.map(\.kind) == [.changed, .removed, .added])
    #expect(left.measures[0].fields.map(\.field) == ["code"])
    #expect(CatalogDiff(from: wanted, to: wanted).restricted(to: asked).isEmpty)
  }

  @Test func whatIsReadFromAFormulaFollowsIt() throws {
    let before = try catalog("measures: [{id: a, name: A, formula: {text: x}}]")
    let wanted = try catalog(
      "measures: [{id: a, name: A, formula: {text: p / q, expression: p / q}}]")
    let written = try catalog("measures: [{id: a, name: A, formula: {text: p / q}}]")
    let asked = CatalogDiff(from: before, to: wanted)
    #expect(CatalogDiff(from: written, to: wanted).restricted(to: asked).isEmpty)
  }
}
