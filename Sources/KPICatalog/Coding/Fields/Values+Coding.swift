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

extension MapWriter {
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

  var node: CatalogNode {
    var map = MapWriter()
    map.add("value", value)
    map.add(at)
    map.add("note", note)
    return map.node
  }
}

extension CurrentValue: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(try map.require("value"), at: try map.moment())
    try map.finish(["value", "period", "date"])
  }

  var node: CatalogNode {
    var map = MapWriter()
    map.add("value", value)
    map.add(at)
    return map.node
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

  var node: CatalogNode {
    var map = MapWriter()
    switch goal {
    case .value(let value): map.add("value", value)
    case .range(let range):
      map.add("low", range.low)
      map.add("high", range.high)
    }
    map.add("by", by)
    map.add("note", note)
    return map.node
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

  var node: CatalogNode {
    var map = MapWriter()
    map.add("value", value)
    map.add("label", label)
    map.add("source", source)
    map.add("date", date)
    return map.node
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

  var node: CatalogNode {
    switch self {
    case .text(let text):
      guard DateText(text) != nil else { return text.node }
      var map = MapWriter()
      map.add("text", text)
      return map.node
    case .number(let number): return number.node
    case .boolean(let value): return value.node
    case .date(let date): return date.text.node
    case .error(let word):
      var map = MapWriter()
      map.add("error", word)
      return map.node
    case .empty: return CatalogNode(.null)
    }
  }
}
