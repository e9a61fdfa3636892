import Testing

@testable import KPICatalog

@Suite("Field columns")
struct FieldColumnsTests {
  /// A measure put into a row and read back.
  private func readBack(_ measure: KPIDefinition) -> FieldColumns.Reading {
    let row = measure.fieldTexts
    let cells = row.enumerated().map { (column: $0.offset, text: $0.element.text) }
    return FieldColumns(headings: row.map(\.path)).read(cells)
  }

  @Test("A measure comes back from its row", arguments: 0..<40)
  func comesBack(seed: Int) {
    var random = RandomCatalog(seed: UInt64(seed))
    for var measure in random.catalog().measures {
      // An empty cell of a row says nothing.
      measure.custom = OrderedMap(distinctKeys: measure.custom.filter { $0.value != .empty })
      let reading = readBack(measure)
      #expect(reading.definition == measure)
      #expect(reading.id == measure.id)
      #expect(reading.faults.isEmpty)
    }
  }

  @Test func itemsAndValuesOfAWideRowStandWhereTheyBelong() throws {
    var headings = ["id", "name.en"]
    var texts = ["a", "A"]
    for number in 1...40 {
      headings += [
        "benchmarks[\(number)].value", "benchmarks[\(number)].label.en", "custom.C\(number)",
      ]
      // The number of an item whose cells are empty is taken by the next.
      texts +=
        number % 5 == 0 ? ["", "", "x"] : [String(number), "L\(number)", String(number * 2)]
    }
    let cells = zip(headings.indices, texts).map { (column: $0, text: $1) }
    let reading = FieldColumns(headings: headings).read(cells)
    #expect(reading.faults.isEmpty)
    let measure = try #require(reading.definition)
    let numbers = (1...40).filter { $0 % 5 != 0 }
    #expect(measure.benchmarks.count == numbers.count)
    #expect(readBack(measure).definition == measure)
    #expect(measure.custom.count == 40)
    #expect(measure.custom["C5"] == .text("x"))
    #expect(measure.custom["C6"] == .number(12))
  }

  @Test func aValueThatCannotBeTakenLeavesTheListAsItIs() throws {
    let headings = ["id", "name.en", "targets[1].value", "targets[2].value", "custom.Cost"]
    let reading = FieldColumns(headings: headings).read([
      (0, "a"), (1, "A"), (2, "46"), (3, "many"), (4, "5"),
    ])
    #expect(reading.faults.map(\.column) == [3])
    #expect(reading.definition?.targets.map(\.goal) == [.value(46)])
    #expect(reading.definition?.custom["Cost"] == .number(5))
  }

  @Test func theBuiltInMeasuresComeBack() throws {
    for measure in try BuiltInCatalog.customerMeasures().measures {
      #expect(readBack(measure).definition == measure)
    }
  }

  @Test(
    "A custom value keeps its type",
    arguments: [
      .text("007"), .text("12"), .text("+33199000071"), .text("true"), .text("2026-01-01"),
      .text("'quoted"), .text("#N/A"), .text("1E5"), .text(" two blanks"), .number(12.5),
      .number(-3), .boolean(true), .error("#N/A"),
      DateText("2026-01-01").map(CustomValue.date), DateText("00:12:00").map(CustomValue.date),
    ] as [CustomValue?])
  func keepsTypes(value: CustomValue?) throws {
    let value = try #require(value)
    var measure = KPIDefinition(
      id: try #require(KPIIdentifier("a")), name: LocalizedText("A", language: .english))
    measure.custom = ["Cost, net.2026": value, "'Quoted'": value]
    #expect(readBack(measure).definition == measure)
  }

  @Test func plainTextsAndTelephoneNumbersNeedNoApostrophe() throws {
    var measure = KPIDefinition(
      id: try #require(KPIIdentifier("a")), name: LocalizedText("A", language: .english))
    measure.custom = ["Phone": .text("+33199000071"), "Code": .text("007")]
    #expect(measure.fieldTexts.suffix(2).map(\.text) == ["+33199000071", "007"])
  }

  @Test func takesWhatPeopleWrite() throws {
    let columns = FieldColumns(headings: ["id", "name.en", "frequency", "unit", "tags", "targets"])
    let reading = columns.read([
      (0, "a"), (1, "A"), (2, "monthly"), (3, "%"), (4, "one, two"), (5, "45 by 2026"),
    ])
    #expect(reading.faults.isEmpty)
    #expect(reading.definition?.targets.first?.by == Moment("2026"))
    #expect(reading.definition?.frequency == .monthly)
    #expect(reading.definition?.unit?.kind == .percent)
    #expect(reading.definition?.tags == ["one", "two"])
  }

  @Test func closesGapsInLists() {
    let columns = FieldColumns(headings: [
      "id", "name.en", "aliases[1]", "aliases[2]", "targets[1].value", "targets[1].by",
      "targets[2].value", "targets[2].by",
    ])
    let reading = columns.read([(0, "a"), (1, "A"), (3, "B"), (6, "5"), (7, "2027")])
    #expect(reading.faults.isEmpty)
    #expect(reading.definition?.aliases == ["B"])
    #expect(reading.definition?.targets.count == 1)
    #expect(reading.definition?.targets.first?.by == Moment("2027"))
  }

  @Test func tellsWhatItCannotTakeAndKeepsTheRest() {
    let columns = FieldColumns(headings: [
      "id", "name.en", "direction", "scale.min", "scale.max", "owner",
    ])
    let reading = columns.read([
      (0, "a"), (1, "A"), (2, "sideways"), (3, "10"), (4, "ten"), (5, "Ada"),
    ])
    #expect(reading.faults.map(\.column) == [2, 4])
    #expect(reading.definition?.owner == "Ada")
    #expect(reading.definition?.direction == nil)
  }

  @Test func aRowWithoutANameIsNoMeasure() {
    let columns = FieldColumns(headings: ["id", "name.en", "owner"])
    #expect(columns.read([(0, "a"), (2, "Ada")]).definition == nil)
  }

  @Test func aRowWithoutAnIdHasNoneOfItsOwn() {
    let reading = FieldColumns(headings: ["id", "name.en"]).read([(1, "A")])
    #expect(reading.id == nil)
    #expect(reading.definition?.name[.english] == "A")
  }

  @Test(
    "Headings of a catalog are told from others",
    arguments: [
      (["id", "name.en", "unit.kind", "Remarks"], true),
      (["id", "name.en"], true),
      (["id", "name.en", "Remarks", "owner", "targets[1].value", "frequency", "Unit"], true),
      (["id", "name.en", "owner", "Target", "Unit"], false),
      (["name.en", "id"], false),
      (["id", "name", "owner"], false),
      (["id", "name.en", "Target 2026", "Unit"], false),
      (["ID", "Name"], false),
      ([], false),
    ])
  func knowsCatalogs(headings: [String], isCatalog: Bool) {
    #expect(FieldColumns(headings: headings).isCatalog == isCatalog)
  }
}
