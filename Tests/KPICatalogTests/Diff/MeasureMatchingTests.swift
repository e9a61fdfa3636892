import KPICatalog
import Testing

@Suite("Measures under other ids")
struct MeasureMatchingTests {
  private func renamings(_ old: String, _ new: String) throws -> [String] {
    let catalogs = try [old, new].map { try Catalog(yaml: "measures: [\($0)]".bytes) }
    return MeasureMatching(catalogs[0], catalogs[1]).renamings.map {
      "\($0.old) \($0.new) \($0.evidence.rawValue)"
    }
  }

  @Test(
    arguments: [
      ("{id: a, name: A}", "{id: a, name: Z}", []),
      ("{id: a, name: A}", "{id: z, name: Z}", []),
      ("{id: a, code: C, name: A, owner: x}", "{id: z, code: C, name: Z, owner: x}", ["a z code"]),
      // The code was given to another measure.
      (
        "{id: a, code: C, name: A, owner: x, unit: score}",
        "{id: z, code: C, name: Z, owner: y, kind: opinion}", []
      ),
      ("{id: a, name: Net  Score}", "{id: z, name: {fr: S, en: net score}}", ["a z name"]),
      ("{id: net-score, name: A}", "{id: z, name: Z, aliases: [Net score]}", ["net-score z alias"]),
      ("{id: a, name: Old}", "{id: z, name: Z, aliases: [old]}", ["a z alias"]),
      ("{id: a, name: A, aliases: [Z]}", "{id: z, name: Z}", ["a z alias"]),
      (
        "{id: a, name: A, description: How many, unit: count}",
        "{id: z, name: Z, description: How many, unit: count}", ["a z definition"]
      ),
      (
        "{id: a, name: A, description: How many, unit: count}",
        "{id: z, name: Z, description: How few, unit: count}", []
      ),
      // Two could be it.
      ("{id: a, name: N}", "{id: y, name: N}, {id: z, name: N}", []),
      ("{id: a, name: N}, {id: b, name: N}", "{id: z, name: N}", []),
      // The better evidence goes first, and the rest is left for the others.
      (
        "{id: a, code: C, name: N}, {id: b, name: N}",
        "{id: y, code: C, name: N}, {id: z, name: N}", ["a y code", "b z name"]
      ),
    ])
  func areRecognized(old: String, new: String, expected: [String]) throws {
    #expect(try renamings(old, new) == expected)
  }
}
