import Testing

@testable import KPICatalog

@Suite("What overlays, differences and merges know of the fields")
struct RecordShapeTests {
  @Test func everyFieldOfAMeasureIsKnownButItsOrigin() {
    #expect(RecordShape.measure.keys == KPIField.allCases.map(\.rawValue).filter { $0 != "origin" })
  }

  @Test func everyFieldOfACatalogIsKnownButItsBaseAndMeasures() {
    #expect(RecordShape.catalog.keys == Catalog.keys.filter { $0 != "extends" && $0 != "measures" })
  }

  /// The keys of a value that its shape does not know.
  private func unknown(_ node: CatalogNode, _ shape: FieldShape, _ path: String) -> [String] {
    switch (shape, node.content) {
    case (.record(let record), .map(let members)):
      return members.flatMap { member -> [String] in
        guard let shape = record[member.key] else { return [path + "." + member.key] }
        return unknown(member.value, shape, path + "." + member.key)
      }
    case (.list(let list), .list(let items)):
      return items.flatMap { unknown($0, list.item, path) }
    case (.map(let shape), .map(let members)):
      return members.flatMap { unknown($0.value, shape, path) }
    case (.record(let record), .text): return record.word == nil ? [path] : []
    case (.value, .map): return path.hasSuffix("green") || path.hasSuffix("amber") ? [] : [path]
    case (.value, .list): return [path]
    default: return []
    }
  }

  @Test func everyPartOfAFullCatalogIsKnown() throws {
    let catalog = try Samples.full()
    #expect(unknown(RecordShape.level(of: catalog), .record(.catalog), "") == [])
    for measure in catalog.measures {
      #expect(unknown(measure.content, .record(.measure), "") == [])
      // Reading a whole value by its shape gives it again.
      #expect(try FieldShape.record(.measure).canonical(measure.content) == measure.content)
    }
  }

  @Test func keysOfStatementsAndAlternativesAreKeysOfTheirRecord() {
    func check(_ record: RecordShape) {
      for key in (record.statements + record.alternatives).joined() {
        #expect(record[key] != nil, "\(key)")
      }
      for field in record.fields {
        switch field.shape {
        case .record(let record): check(record)
        case .list(let list): if case .record(let record) = list.item { check(record) }
        default: break
        }
      }
    }
    check(.measure)
    check(.catalog)
  }
}

@Suite("Values in short forms")
struct ShortFormTests {
  private func survives<Value: ShortForm & Equatable>(_ text: String, _ type: Value.Type) throws {
    let value = try #require(Value(short: text), "\(text)")
    #expect(value.short == text)
    #expect(try Value(node: value.node) == value)
  }

  @Test func areReadAndWrittenTheSame() throws {
    for text in ["45", "-0.5 by 2026-12-31", "40 to 50 by 2027-Q4", "-2 to -1"] {
      try survives(text, Target.self)
    }
    for text in ["31", "31 in 2024", "31 on 2024-12-31", "0.5 in FY2026"] {
      try survives(text, Baseline.self)
      try survives(text, CurrentValue.self)
      try survives(text, Benchmark.self)
    }
    for text in ["green 45, amber 35", "amber 3", "green 1 to 2, amber 0 to 3, percentOfRange"] {
      try survives(text, Thresholds.self)
    }
    for text in ["0 to 100", "-100 to 100, step 5, hard", "from 0", "up to 5, hard"] {
      try survives(text, Scale.self)
    }
    for text in ["P12M", "P12M rolling", "P1Y not rolling"] {
      try survives(text, MeasureWindow.self)
    }
    for text in ["percent", "currency EUR"] { try survives(text, MeasureUnit.self) }
    for text in ["draft", "retired since 2026-01-01, replaced by x-y"] {
      try survives(text, Lifecycle.self)
    }
    try survives("survey", CollectionMethod.self)
  }

  @Test(arguments: [
    "", "by 2026", "45 until", "45 by soon", "45 46", "4,5", "1 to", "50 to 40", "1..", "..",
    "45 by 2026 x",
  ])
  func refusesWhatIsNoTarget(text: String) {
    #expect(Target(short: text) == nil)
  }

  @Test(arguments: [
    "", "green", "red 5", "green 5 green 6", "green 1 amber 0 to 3", "green 5, absolut",
  ])
  func refusesWhatAreNoThresholds(text: String) {
    #expect(Thresholds(short: text) == nil)
  }

  @Test(arguments: [
    "", "hard", "5", "from", "up 5", "5 to 1", "0 to 5 step", "0 to 5 step 0", "0 to 5 soft",
  ])
  func refusesWhatIsNoScale(text: String) {
    #expect(Scale(short: text) == nil)
  }
}
