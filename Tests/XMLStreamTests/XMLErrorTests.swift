import Testing

@testable import XMLStream

@Suite("XMLError")
struct XMLErrorTests {
  @Test func putsThePlaceFirstWhereItIsKnown() {
    var error = XMLError(.notWellFormed, "'</row>' closes '<c>'")
    #expect(error.description == "'</row>' closes '<c>'")
    error.offset = 31
    #expect(error.description == "byte 31: '</row>' closes '<c>'")
    error.line = 3
    error.column = 17
    #expect(error.description == "3:17: '</row>' closes '<c>'")
  }

  @Test func speaksWithTheWordsOfTheLayerBelow() {
    struct Broken: Error, CustomStringConvertible {
      var description: String { "entry 'a': it is broken" }
    }
    #expect(XMLError.source(Broken()).description == "entry 'a': it is broken")
  }
}
