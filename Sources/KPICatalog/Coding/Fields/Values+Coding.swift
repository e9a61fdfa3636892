extension MapReader {
  /// Reads when a value holds: `period` or `date`.
  mutating func moment() throws(CatalogError) -> Moment? {
    let period: Period? = try read("period")
    let date: CivilDate? = try read("date")
    switch (period, date) {
    case (let period?, nil): return .period(period)
    case (nil, let date?): return .date(date)
    case (nil, nil): return nil
    case (.some, .some): throw fault(.periodAndDate)
    }
  }
}

extension CatalogEncoder {
  /// Adds when a value holds, as `period` or `date`.
  mutating func add(_ moment: Moment?) {
    switch moment {
    case .period(let period): add("period", period)
    case .date(let date): add("date", date)
    case nil: break
    }
  }
}

extension Baseline: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      try map.require("value"), at: try map.moment(), note: try map.read("note"))
    try map.finish(["value", "period", "date", "note"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("value", value)
    encoder.add(at)
    encoder.add("note", note)
    encoder.endMap()
  }
}

extension CurrentValue: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(try map.require("value"), at: try map.moment())
    try map.finish(["value", "period", "date"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("value", value)
    encoder.add(at)
    encoder.endMap()
  }
}

extension Target: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    let value: FiniteNumber? = try map.read("value")
    let low: FiniteNumber? = try map.read("low")
    let high: FiniteNumber? = try map.read("high")
    let goal: Goal
    switch (value, low, high) {
    case (let value?, nil, nil): goal = .value(value)
    case (nil, let low?, let high?):
      guard let range = ValueRange(low: low, high: high) else { throw map.fault(.reversedRange) }
      goal = .range(range)
    case (nil, nil, nil): throw map.fault(.neitherValueNorRange)
    case (nil, _, _): throw map.fault(.rangeNeedsBothEnds)
    default: throw map.fault(.valueAndRange)
    }
    self.init(goal, by: try map.read("by"), note: try map.read("note"))
    try map.finish(["value", "low", "high", "by", "note"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    switch goal {
    case .value(let value): encoder.add("value", value)
    case .range(let range):
      encoder.add("low", range.low)
      encoder.add("high", range.high)
    }
    encoder.add("by", by)
    encoder.add("note", note)
    encoder.endMap()
  }
}

extension Benchmark: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      try map.require("value"), label: try map.read("label"), source: try map.read("source"),
      date: try map.read("date"))
    try map.finish(["value", "label", "source", "date"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("value", value)
    encoder.add("label", label)
    encoder.add("source", source)
    encoder.add("date", date)
    encoder.endMap()
  }
}

extension CustomValue: CatalogCodable {
  // A text in the form of a date is a date; one that is not meant so is written as a map with
  // `text`.
  init(node: CatalogNode) throws(CatalogError) {
    switch node.content {
    case .null: self = .empty
    case .boolean(let value): self = .boolean(value)
    case .number: self = .number(try node.number())
    case .text(let text): self.init(text)
    case .plain(let text):
      if CoreSchema.isNull(text) {
        self = .empty
      } else if let value = CoreSchema.boolean(text) {
        self = .boolean(value)
      } else if let number = CoreSchema.number(text), !CoreSchema.hasLeadingZeros(text),
        CoreSchema.isCarried(text, by: number)
      {
        self = .number(try node.number())
      } else {
        self.init(text)
      }
    case .map:
      var map = try MapReader(node)
      let text: String? = try map.read("text")
      let word: String? = try map.read("error")
      try map.finish(["error", "text"])
      if let text, word == nil {
        self = .text(text)
        return
      }
      guard let word, text == nil else { throw map.missing("error") }
      guard word.hasPrefix("#") else { throw CatalogError(.notErrorWord(word), at: node) }
      self = .error(word)
    case .list: throw node.wrongType(expected: .text)
    }
  }

  func encode(to encoder: inout some CatalogEncoder) {
    switch self {
    case .text(let text):
      guard DateText(text) != nil else {
        encoder.text(text)
        return
      }
      encoder.beginMap()
      encoder.add("text", text)
      encoder.endMap()
    case .number(let number): encoder.number(number.double)
    case .boolean(let value): encoder.boolean(value)
    case .date(let date): encoder.text(date.text)
    case .error(let word):
      encoder.beginMap()
      encoder.add("error", word)
      encoder.endMap()
    case .empty: encoder.null()
    }
  }
}
