import Testing

@testable import KPICatalog

@Suite("Remainder")
struct RemainderTests {
  private func full() throws -> KPIDefinition {
    var measure = KPIDefinition(
      id: try #require(KPIIdentifier("m")),
      name: LocalizedText([
        .init(language: .english, text: "Rate"), .init(language: .french, text: "Taux"),
      ]))
    let name = try #require(FormulaName("a"))
    measure.formula = Formula(
      text: LocalizedText("a over b", language: .english),
      expression: try FormulaExpression("a / b"), inputs: [FormulaInput(name: name)])
    measure.unit = MeasureUnit(.currency, symbol: "k€", currency: CurrencyCode("EUR"))
    measure.targets = [Target(45, by: Moment("2026-12-31"), note: "firm")]
    measure.custom = ["Region": .text("north"), "Gap": .empty]
    measure.decimals = DecimalPlaces(2)
    return measure
  }

  /// What a sheet in English shows of it.
  private func seen() throws -> KPIDefinition {
    var measure = KPIDefinition(
      id: try #require(KPIIdentifier("m")), name: LocalizedText("Rate", language: .english))
    measure.formula = Formula(text: LocalizedText("a over b", language: .english))
    measure.unit = MeasureUnit(.currency, symbol: "k€")
    measure.targets = [Target(45, by: Moment("2026"))]
    measure.custom = ["Region": .text("north")]
    measure.origin = Origin(sheet: "S", row: 5)
    return measure
  }

  /// The remainder after it was written and read.
  private func rest() throws -> Remainder {
    let rest = try #require(Remainder(of: try full(), seenAs: try seen()))
    return try Remainder(json: Array(rest.json.utf8))
  }

  @Test func isNoneWhereAllIsSeen() throws {
    #expect(try Remainder(of: full(), seenAs: full()) == nil)
  }

  @Test func givesBackWhatWasNotSeen() throws {
    var expected = try full()
    expected.origin = try seen().origin
    #expect(try rest().completed(seen()) == expected)
  }

  @Test func givesWayToAChangedName() throws {
    var changed = try seen()
    changed.name[.english] = "Share"
    let result = try rest().completed(changed)
    #expect(result.name[.english] == "Share")
    #expect(result.name[.french] == "Taux")
  }

  @Test func dropsAnExpressionWhoseTextHasChanged() throws {
    var changed = try seen()
    changed.formula?.text = LocalizedText("a over c", language: .english)
    let result = try rest().completed(changed)
    #expect(result.formula?.expression == nil)
    #expect(result.formula?.inputs.isEmpty == true)
    #expect(result.decimals?.count == 2)
  }

  @Test func keepsTheDateOfAChangedTarget() throws {
    var changed = try seen()
    changed.targets[0].goal = .value(60)
    let target = try #require(try rest().completed(changed).targets.first)
    #expect(target.goal == .value(60))
    #expect(target.by == Moment("2026-12-31"))
    #expect(target.note == "firm")
  }

  @Test func givesWayToWhatIsTakenAway() throws {
    var changed = try seen()
    changed.formula = nil
    changed.targets = []
    changed.unit = MeasureUnit(.percent)
    let result = try rest().completed(changed)
    #expect(result.formula == nil)
    #expect(result.targets.isEmpty)
    #expect(result.unit == MeasureUnit(.percent))
  }

  @Test func survivesTheLossOfDigits() throws {
    var exact = try full()
    exact.current = CurrentValue(0.30000000000000004)
    var shown = exact
    let rest = try #require(Remainder(of: exact, seenAs: shown))
    shown.current = CurrentValue(0.3)
    #expect(rest.completed(shown).current?.value == 0.30000000000000004)
    shown.current = CurrentValue(0.31)
    #expect(rest.completed(shown).current?.value == 0.31)
  }

  @Test(
    "Numbers are rounded to fifteen digits",
    arguments: [
      (0.30000000000000004, 0.3), (-0.30000000000000004, -0.3),
      (123_456_789_012_345_680, 123_456_789_012_346_000),
      (0.1, 0.1), (1e300, 1e300), (9.999999999999999e-7, 1e-6), (0, 0), (85, 85),
    ])
  func shortens(number: Double, expected: Double) {
    #expect(PreciseNumbers.shortened(number) == expected)
  }

  @Test func keepsGroupsKnownWhateverIsAdded() throws {
    var full = Catalog(title: "T", defaultLanguage: .english)
    full.groups = [GroupEntry(id: "loyalty", name: LocalizedText("Fidélité", language: .french))]
    var seen = Catalog(title: "T", defaultLanguage: .english)
    seen.groups = [GroupEntry(id: "fidelite", name: LocalizedText("Fidélité", language: .french))]
    let rest = try #require(Remainder(of: full, seenAs: seen))
    seen.groups.append(GroupEntry(id: "more", name: "More"))
    #expect(rest.completed(seen).groups.map(\.id) == ["loyalty", "more"])
  }

  @Test func keepsTheOrderOfMeasures() throws {
    let ids = try ["a", "b", "c"].map { try #require(KPIIdentifier($0)) }
    let full = Catalog(measures: ids.map { KPIDefinition(id: $0, name: "N") })
    var seen = full
    seen.measures = [full.measures[2], full.measures[0], full.measures[1]]
    let rest = try #require(Remainder(of: full, seenAs: seen))
    #expect(rest.completed(seen).measures.map(\.id) == ids)
    seen.measures.removeLast()
    #expect(rest.completed(seen).measures.map(\.id.text) == ["c", "a"])
  }

  @Test(
    "Damaged remainders are refused or change nothing",
    arguments: [
      "", "[]", "{", "{\"name\":[]}", "{\"name\":[1,2]}", "{\"name\":{\"fr\":[\"-\",5]}}",
      "{\"targets\":{\"9\":[\"-\",1]}}", "{\"unit\":\"x\"}",
    ])
  func refusesDamage(json: String) throws {
    guard let rest = try? Remainder(json: Array(json.utf8)) else { return }
    #expect(try rest.completed(seen()) == seen())
  }
}
