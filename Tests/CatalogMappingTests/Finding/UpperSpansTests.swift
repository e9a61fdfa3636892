import Testing

@testable import CatalogMapping

@Suite struct UpperSpansTests {
  @Test func headersOverTheSameColumnsAreOneSpan() {
    var spans = UpperSpans()
    for row in 1...500 { spans.add(1...3, lastRow: row * 3) }
    spans.add(5...6, lastRow: 9)
    #expect(spans.nearest(above: 2000) == [1...3, 5...6])
    #expect(spans.nearest(above: 9) == [1...3])
    #expect(spans.nearest(above: 3).isEmpty)
  }

  @Test func aRowIsComparedWithTheLastOfMany() {
    var spans = UpperSpans()
    for place in 1...500 { spans.add(place...(place + 2), lastRow: place) }
    #expect(spans.nearest(above: 2000).count == UpperSpans.most)
    #expect(spans.nearest(above: 2000).last == 500...502)
  }
}
