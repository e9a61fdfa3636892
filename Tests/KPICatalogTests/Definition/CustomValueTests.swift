import KPICatalog
import Testing

@Suite struct CustomValueTests {
  @Test(arguments: [
    "2024-01-31", "2024-01-31T12:00:00", "2024-01-31T12:00:00.123", "12:00:00", "36:15:00",
    "12:00:00.5",
  ])
  func readsDateTexts(_ text: String) {
    #expect(DateText(text)?.text == text)
    #expect(CustomValue(text) == DateText(text).map(CustomValue.date))
  }

  @Test(arguments: [
    "", "2024", "2024-02-30", "2024-01-31 12:00:00", "2024-01-31T24:00:00", "2024-01-31T36:15:00",
    "12:00", "12:60:00", "1:00:00", "12:00:00.", "2024-01-31T", "T12:00:00", "2024-Q1",
  ])
  func takesOthersForTexts(_ text: String) {
    #expect(DateText(text) == nil)
    #expect(CustomValue(text) == .text(text))
  }

  @Test func knowsTheDayOfADateText() {
    #expect(DateText("2024-01-31T12:00:00")?.date == CivilDate("2024-01-31"))
    #expect(DateText("12:00:00")?.date == nil)
  }
}

@Suite struct OrderedMapTests {
  @Test func keepsTheOrderOfFirstAddition() {
    var map: OrderedMap<String, Int> = ["b": 1, "a": 2, "b": 3]
    #expect(map.keys == ["b", "a"])
    #expect(map["b"] == 3)
    map["c"] = 4
    map["b"] = nil
    map["x"] = nil
    #expect(map.pairs.map(\.value) == [2, 4])
    map["a"] = 5
    #expect(map.map(\.key) == ["a", "c"])
    #expect(map.count == 2 && !map.isEmpty)
  }

  @Test func isEqualOnlyInTheSameOrder() {
    let one: OrderedMap<String, Int> = ["a": 1, "b": 2]
    let other: OrderedMap<String, Int> = ["b": 2, "a": 1]
    #expect(one != other)
  }
}
