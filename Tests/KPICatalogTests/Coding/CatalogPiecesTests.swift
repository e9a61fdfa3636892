import KPICatalog
import Testing

@Suite struct CatalogPiecesTests {
  /// A catalog of more than one piece.
  private static func catalog() throws -> Catalog {
    var catalog = Catalog()
    catalog.title = LocalizedText("Many measures", language: .english)
    for number in 1...400 {
      let id = try #require(KPIIdentifier("measure-\(number)"))
      var measure = KPIDefinition(
        id: id, name: LocalizedText("Measure \(number)", language: .english))
      measure.notes = LocalizedText(String(repeating: "word ", count: 100) + "end")
      catalog.measures.append(measure)
    }
    return catalog
  }

  @Test func piecesOfYAMLAreTheWholeFile() throws {
    let catalog = try Self.catalog()
    var bytes: [UInt8] = []
    var pieces = 0
    catalog.writeYAML { piece in
      for index in 0..<piece.count { bytes.append(piece[index]) }
      pieces += 1
    }
    #expect(pieces > 2)
    #expect(bytes == catalog.yaml())
    #expect(try Catalog(yaml: bytes) == catalog)
  }

  @Test func piecesOfJSONAreTheWholeFile() throws {
    let catalog = try Self.catalog()
    var bytes: [UInt8] = []
    catalog.writeJSON { piece in
      for index in 0..<piece.count { bytes.append(piece[index]) }
    }
    #expect(bytes == catalog.json())
    #expect(try Catalog(json: bytes) == catalog)
  }

  @Test func aFailureOfTheOutputEndsTheWriting() throws {
    struct Full: Error {}
    let catalog = try Self.catalog()
    var pieces = 0
    #expect(throws: Full.self) {
      try catalog.writeYAML { (_: Span<UInt8>) throws(Full) in
        pieces += 1
        throw Full()
      }
    }
    #expect(pieces == 1)
  }

  @Test func anEmptyCatalogIsWrittenToo() throws {
    var bytes: [UInt8] = []
    Catalog().writeYAML { piece in
      for index in 0..<piece.count { bytes.append(piece[index]) }
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "measures: []\n")
  }
}
