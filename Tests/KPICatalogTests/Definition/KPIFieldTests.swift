import Testing

@testable import KPICatalog

@Suite struct KPIFieldTests {
  @Test func fieldsStandInTheOrderTheyAreWritten() throws {
    let measure = try #require(try Samples.full().measures.first)
    let keys = try measure.node.members().map(\.key)
    #expect(keys == KPIField.allCases.map(\.rawValue))
  }

  @Test func catalogKeysStandInTheOrderTheyAreWritten() throws {
    let keys = try Samples.full().node.members().map(\.key)
    #expect(keys == Catalog.keys)
  }
}
