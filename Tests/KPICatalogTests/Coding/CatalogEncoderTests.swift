import Testing

@testable import KPICatalog

/// The writers of files and the maker of trees take the same values.
@Suite struct CatalogEncoderTests {
  @Test func recordsWithoutAnyFieldAreLeftOutEverywhere() throws {
    var measure = KPIDefinition(id: try #require(KPIIdentifier("a")), name: "A")
    measure.scope = Scope()
    measure.formula = Formula()
    measure.aggregation = Aggregation()
    measure.targets = [Target(.value(5))]
    measure.instrument = Instrument()
    #expect(
      measure.node.pairs.map(\.key) == ["id", "name", "targets"])
    #expect(
      String(decoding: measure.yaml(), as: UTF8.self) == "id: a\nname: A\ntargets:\n  - value: 5\n")
    #expect(
      String(decoding: measure.json(), as: UTF8.self)
        == "{\n  \"id\": \"a\",\n  \"name\": \"A\",\n  \"targets\": [\n    {\n      \"value\": 5\n    }\n  ]\n}\n"
    )
  }

  @Test func theFirstMemberMayBeLeftOut() {
    struct Record: CatalogCodable {
      init() {}
      init(node: CatalogNode) throws(CatalogError) {}

      func encode(to encoder: inout some CatalogEncoder) {
        encoder.beginMap()
        encoder.add("first", Scope())
        encoder.add("inner", Formula())
        encoder.add("last", "x")
        encoder.endMap()
      }
    }
    var yaml = YAMLWriter()
    yaml.write(Record())
    #expect(String(decoding: yaml.finish(), as: UTF8.self) == "last: x\n")
    var json = JSONWriter(isPretty: false)
    json.write(Record())
    #expect(String(decoding: json.finish(), as: UTF8.self) == "{\"last\":\"x\"}\n")
    #expect(Record().node.pairs.map(\.key) == ["last"])
  }

  @Test(
    "a tree is written as it is, empty lists and maps among it",
    arguments: [
      (#"{"a":{},"b":[],"c":[{}],"d":[[]]}"#, "a: {}\nb: []\nc:\n  - {}\nd:\n  - []\n"),
      (#"[["x","v"],["z"]]"#, "- - x\n  - v\n- - z\n"),
      (#"{"a":["x","y z","w"]}"#, "a:\n  - x\n  - y z\n  - w\n"),
      (#"{"a":["x",{"b":1}],"c":["x"]}"#, "a:\n  - x\n  - b: 1\nc: [x]\n"),
      (#"{"a":{"b":{"c":{}}}}"#, "a:\n  b:\n    c: {}\n"),
    ])
  func trees(_ json: String, _ yaml: String) throws {
    let node = try JSONReader.read(Array(json.utf8), limits: .standard)
    var writer = YAMLWriter()
    writer.write(node)
    #expect(String(decoding: writer.finish(), as: UTF8.self) == yaml)
    var compact = JSONWriter(isPretty: false)
    compact.write(node)
    #expect(String(decoding: compact.finish(), as: UTF8.self) == json + "\n")
  }
}
