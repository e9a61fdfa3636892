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

  var node: CatalogNode {
    var map = MapWriter()
    map.add("kind", kind)
    map.add("symbol", symbol)
    map.add("per", per)
    map.add("currency", currency)
    return map.node
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

  var node: CatalogNode {
    var map = MapWriter()
    map.add("min", minimum)
    map.add("max", maximum)
    map.add("step", step)
    if isHard { map.add("hard", true) }
    return map.node
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

  var node: CatalogNode {
    var map = MapWriter()
    map.add("low", low)
    map.add("high", high)
    return map.node
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

  var node: CatalogNode {
    switch self {
    case .boundary(let number): number.node
    case .range(let range): range.node
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

  var node: CatalogNode {
    var map = MapWriter()
    map.add("green", green)
    map.add("amber", amber)
    map.add("mode", mode)
    return map.node
  }
}

extension MeasureWindow: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(try map.require("period"), isRolling: try map.read("rolling"))
    try map.finish(["period", "rolling"])
  }

  var node: CatalogNode {
    var map = MapWriter()
    map.add("period", period)
    map.add("rolling", isRolling)
    return map.node
  }
}

extension Aggregation: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      time: try map.read("time"), across: try map.read("across"), note: try map.read("note"))
    try map.finish(["time", "across", "note"])
  }

  var node: CatalogNode {
    var map = MapWriter()
    map.add("time", time)
    map.add("across", across)
    map.add("note", note)
    return map.node
  }
}
