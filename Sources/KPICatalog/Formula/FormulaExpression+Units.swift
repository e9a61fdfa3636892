extension FormulaExpression {
  /// The unit the formula gives, from the units of its inputs.
  ///
  /// Only like can be added or subtracted; a quotient of two counts has no unit, times 100 it is a
  /// percent, times 1000 a rate. A number written in the formula fits whatever it is added to, as
  /// 100 in `100 - share`.
  ///
  /// - Parameter inputs: The inputs; one that is missing or has no unit makes the result unknown.
  /// - Returns: nil if the unit is unknown or has no name, such as orders squared.
  /// - Throws: ``CatalogError`` with code `.unit` if unlike things are added or words are reckoned
  ///   with.
  public func unit(of inputs: [FormulaInput]) throws(CatalogError) -> MeasureUnit? {
    var units: [FormulaName: MeasureUnit] = [:]
    for input in inputs { units[input.name] = input.unit }
    return try Self.dimension(of: root, units)?.unit
  }

  /// The dimension of a part; nil if it is unknown.
  private static func dimension(
    of node: Node, _ units: [FormulaName: MeasureUnit]
  ) throws(CatalogError) -> Dimension? {
    switch node {
    case .number(let number):
      return Dimension(literal: number.double)
    case .input(let name):
      return units[name].map(Dimension.init(unit:))
    case .negation(let operand):
      guard let operand = try dimension(of: operand, units) else { return nil }
      try operand.requireNumber()
      return operand
    case .operation(let operation, let left, let right):
      let left = try dimension(of: left, units)
      let right = try dimension(of: right, units)
      try left?.requireNumber()
      try right?.requireNumber()
      guard let left, let right else { return nil }
      switch operation {
      case .plus: return try left.joined(with: right, in: "added")
      case .minus: return try left.joined(with: right, in: "subtracted")
      case .times: return left.multiplied(by: right, power: 1)
      case .divided: return left.multiplied(by: right, power: -1)
      }
    case .call(let function, let arguments):
      var dimensions: [Dimension?] = []
      for argument in arguments { dimensions.append(try dimension(of: argument, units)) }
      switch function {
      case .count, .countDistinct:
        return Dimension(unit: MeasureUnit(.count))
      case .percentile:
        try dimensions.first??.requireNumber()
        return dimensions.first ?? nil
      case .sum, .mean, .median, .min, .max:
        var joined: Dimension?
        for dimension in dimensions {
          guard let dimension else { return nil }
          try dimension.requireNumber()
          joined = try joined?.joined(with: dimension, in: "compared") ?? dimension
        }
        return joined
      }
    }
  }
}

/// Units multiplied and divided, with the constant factor before them.
private struct Dimension {
  /// A unit that multiplies: its kind and what tells it from others of the kind, such as the
  /// currency.
  struct Base: Hashable {
    let kind: UnitKind
    let mark: String?
  }

  var powers: [Base: Int] = [:]
  var factor = 1.0
  var isLiteral = false

  private static let percent = Base(kind: .percent, mark: nil)

  init(literal: Double) {
    factor = literal
    isLiteral = true
  }

  init(unit: MeasureUnit) {
    switch unit.kind {
    case .ratio: break
    case .percent, .percentagePoints: powers = [Self.percent: 1]
    // A list of yes and no can be summed: it counts the yes.
    case .boolean, .count: powers = [Base(kind: .count, mark: nil): 1]
    case .currency: powers = [Base(kind: .currency, mark: unit.currency?.text): 1]
    case .duration: powers = [Base(kind: .duration, mark: unit.symbol): 1]
    case .rate: powers = [Base(kind: .rate, mark: unit.per): 1]
    case .score, .index, .rank, .choice, .text: powers = [Base(kind: unit.kind, mark: nil): 1]
    }
  }

  func requireNumber() throws(CatalogError) {
    for base in powers.keys where base.kind == .text || base.kind == .choice {
      throw CatalogError(.unitNotCountable(base.kind.rawValue))
    }
  }

  func multiplied(by other: Dimension, power: Int) -> Dimension {
    var product = self
    for (base, exponent) in other.powers {
      let sum = (product.powers[base] ?? 0) + exponent * power
      product.powers[base] = sum == 0 ? nil : sum
    }
    product.factor = power > 0 ? factor * other.factor : factor / other.factor
    product.isLiteral = isLiteral && other.isLiteral
    // A percent divided by 100 is a plain share.
    if product.powers[Self.percent] == 1, product.factor == 0.01 {
      product.powers[Self.percent] = nil
      product.factor = 1
    }
    return product
  }

  func joined(with other: Dimension, in operation: String) throws(CatalogError) -> Dimension {
    if isLiteral && other.isLiteral { return Dimension(literal: 1) }
    if isLiteral { return other }
    if other.isLiteral { return self }
    let left = settled
    let right = other.settled
    guard left.powers == right.powers, !left.powers.isEmpty || left.factor == right.factor else {
      throw CatalogError(.unitsDiffer(left.inWords, right.inWords, operation: operation))
    }
    return left.factor == right.factor ? left : Dimension(powers: left.powers)
  }

  private init(powers: [Base: Int]) {
    self.powers = powers
  }

  /// The same with a pure number times 100 taken as a percent.
  private var settled: Dimension {
    powers.isEmpty && factor == 100 && !isLiteral ? Dimension(powers: [Self.percent: 1]) : self
  }

  /// The unit this is, or nil if none has a name for it.
  var unit: MeasureUnit? {
    if isLiteral { return nil }
    guard !powers.isEmpty else {
      switch factor {
      case 100: return MeasureUnit(.percent)
      case 1000, 10_000, 100_000, 1_000_000:
        return MeasureUnit(.rate, per: FiniteNumber(factor)?.description)
      default: return MeasureUnit(.ratio)
      }
    }
    // An amount per customer is still an amount.
    let counts = powers[Base(kind: .count, mark: nil)] ?? 0
    if powers.count == 1, counts == 1 { return MeasureUnit(.count) }
    let others = powers.filter { $0.key.kind != .count }
    guard others.count == 1, let (base, power) = others.first, power == 1, counts <= 0 else {
      return nil
    }
    switch base.kind {
    case .currency: return MeasureUnit(.currency, currency: base.mark.flatMap(CurrencyCode.init))
    case .duration: return MeasureUnit(.duration, symbol: base.mark)
    case .rate: return MeasureUnit(.rate, per: base.mark)
    default: return MeasureUnit(base.kind)
    }
  }

  /// The dimension for an error: `currency EUR`, `count`, `currency per count`.
  private var inWords: String {
    guard !powers.isEmpty else { return "a plain number" }
    let sorted = powers.sorted {
      ($0.key.kind.rawValue, $0.key.mark ?? "") < ($1.key.kind.rawValue, $1.key.mark ?? "")
    }
    func names(where isWanted: (Int) -> Bool) -> [String] {
      sorted.filter { isWanted($0.value) }.flatMap { base, power in
        let name = base.kind.rawValue + (base.mark.map { " " + $0 } ?? "")
        return [String](repeating: name, count: min(Int(power.magnitude), 9))
      }
    }
    let above = names { $0 > 0 }
    let below = names { $0 < 0 }
    let top = above.isEmpty ? "1" : above.joined(separator: " times ")
    return below.isEmpty ? top : top + " per " + below.joined(separator: " and ")
  }
}
