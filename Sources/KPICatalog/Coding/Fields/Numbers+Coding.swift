extension MeasureUnit: CatalogCodable {
  // A word alone stands for a unit of that kind.
  init(node: CatalogNode) throws(CatalogError) {
    guard case .map = node.content else {
      self.init(try UnitKind(node: node))
      return
    }
    var map = try MapReader(node)
    self.init(
      try map.require("kind"), symbol: try map.read("symbol"), per: try map.read("per"),
      currency: try map.read("currency"))
    try map.finish(["kind", "symbol", "per", "currency"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("kind", kind)
    encoder.add("symbol", symbol)
    encoder.add("per", per)
    encoder.add("currency", currency)
    encoder.endMap()
  }
}

extension Scale: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    let minimum: FiniteNumber? = try map.read("min")
    let maximum: FiniteNumber? = try map.read("max")
    let step: FiniteNumber? = try map.read("step")
    let isHard: Bool? = try map.read("hard")
    try map.finish(["min", "max", "step", "hard"])
    if let step, step <= 0 { throw map.fault(.stepNotPositive) }
    guard
      let scale = Scale(minimum: minimum, maximum: maximum, step: step, isHard: isHard ?? false)
    else { throw map.fault(.reversedScale) }
    self = scale
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("min", minimum)
    encoder.add("max", maximum)
    encoder.add("step", step)
    if isHard { encoder.add("hard", true) }
    encoder.endMap()
  }
}

extension ValueRange: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    let low: FiniteNumber? = try map.read("low")
    let high: FiniteNumber? = try map.read("high")
    try map.finish(["low", "high"])
    guard let low, let high else { throw map.fault(.rangeNeedsBothEnds) }
    guard let range = ValueRange(low: low, high: high) else { throw map.fault(.reversedRange) }
    self = range
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("low", low)
    encoder.add("high", high)
    encoder.endMap()
  }
}

extension Thresholds.Band: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    if case .map = node.content {
      self = .range(try ValueRange(node: node))
    } else {
      self = .boundary(try node.number())
    }
  }

  func encode(to encoder: inout some CatalogEncoder) {
    switch self {
    case .boundary(let number): number.encode(to: &encoder)
    case .range(let range): range.encode(to: &encoder)
    }
  }
}

extension Thresholds: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    let green: Band? = try map.read("green")
    let amber: Band? = try map.read("amber")
    let mode: Mode? = try map.read("mode")
    try map.finish(["green", "amber", "mode"])
    guard green != nil || amber != nil else { throw map.fault(.noThreshold) }
    guard let thresholds = Thresholds(green: green, amber: amber, mode: mode ?? .absolute) else {
      throw map.fault(.mixedThresholds)
    }
    self = thresholds
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("green", green)
    encoder.add("amber", amber)
    encoder.add("mode", mode)
    encoder.endMap()
  }
}

extension MeasureWindow: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(try map.require("period"), isRolling: try map.read("rolling"))
    try map.finish(["period", "rolling"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("period", period)
    encoder.add("rolling", isRolling)
    encoder.endMap()
  }
}

extension Aggregation: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      time: try map.read("time"), across: try map.read("across"), note: try map.read("note"))
    try map.finish(["time", "across", "note"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("time", time)
    encoder.add("across", across)
    encoder.add("note", note)
    encoder.endMap()
  }
}
