import Testing

@testable import XMLStream

@Suite("XMLElement")
struct XMLNameTests {
  let element = XMLElement(
    name: XMLName("sheet", namespace: "urn:a"),
    attributes: [
      XMLAttribute(name: XMLName("id", namespace: "urn:b"), value: "1"),
      XMLAttribute(name: XMLName("id"), value: "2"),
      XMLAttribute(name: XMLName("name", namespace: "urn:b"), value: "3"),
    ])

  @Test func givesAttributesWithoutANamespace() {
    #expect(element["id"] == "2")
    #expect(element["name"] == nil)
  }

  @Test func givesAttributesOfNamespaces() {
    #expect(element["id", in: ["urn:b"]] == "1")
    #expect(element["name", in: ["urn:a", "urn:b"]] == "3")
    #expect(element["name", in: ["urn:a"]] == nil)
    #expect(element["id", in: []] == nil)
  }
}
