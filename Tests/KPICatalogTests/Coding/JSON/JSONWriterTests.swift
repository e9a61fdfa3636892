import Testing

@testable import KPICatalog

@Suite struct JSONWriterTests {
  @Test func writesTwoBlanksALevel() throws {
    let text = #"{"a":[1,[],{}],"b":{"c":null,"d":[true,{"e":"x"}]}}"#
    let node = try JSONReader.read(text.bytes, limits: .standard)
    var pretty = JSONWriter(isPretty: true)
    pretty.write(node)
    let expected = """
      {
        "a": [
          1,
          [],
          {}
        ],
        "b": {
          "c": null,
          "d": [
            true,
            {
              "e": "x"
            }
          ]
        }
      }

      """
    #expect(String(bytes: pretty.output) == expected)
    var compact = JSONWriter(isPretty: false)
    compact.write(node)
    #expect(String(bytes: compact.output) == text + "\n")
  }

  @Test(arguments: [
    ("plain é😀\u{2028}\u{7F}", "\"plain é😀\u{2028}\u{7F}\""), ("\"\\/", #""\"\\/""#),
    ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#), ("\u{0}\u{1F}\u{1}", #""\u0000\u001f\u0001""#),
    ("", "\"\""),
  ])
  func escapesOnlyWhatItMust(_ text: String, _ written: String) {
    var writer = JSONWriter(isPretty: true)
    writer.write(CatalogNode(.text(text)))
    #expect(String(bytes: writer.output) == written + "\n")
  }
}
