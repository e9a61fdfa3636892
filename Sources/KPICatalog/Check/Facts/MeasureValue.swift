/// A number of a measure that lies on its scale.
struct MeasureValue: Sendable {
  /// What the number is.
  enum Role: Sendable {
    case baseline, current, target, threshold, benchmark
  }

  let role: Role
  /// The field, lists counted from 1.
  let field: String
  let number: FiniteNumber

  /// What to call it in a sentence.
  var noun: String {
    switch role {
    case .baseline: "baseline"
    case .current: "current value"
    case .target: "target"
    case .threshold: "threshold"
    case .benchmark: "benchmark"
    }
  }
}

extension KPIDefinition {
  /// The numbers on the measure's scale, in the order of the fields; thresholds only where they are
  /// values and not percents.
  var valuesOnScale: [MeasureValue] {
    var values: [MeasureValue] = []
    func add(_ role: MeasureValue.Role, _ field: String, _ number: FiniteNumber) {
      values.append(MeasureValue(role: role, field: field, number: number))
    }
    if let baseline { add(.baseline, "baseline.value", baseline.value) }
    for (index, target) in targets.enumerated() {
      let field = "targets[\(index + 1)]"
      switch target.goal {
      case .value(let value): add(.target, field + ".value", value)
      case .range(let range):
        add(.target, field + ".low", range.low)
        add(.target, field + ".high", range.high)
      }
    }
    if let thresholds, thresholds.mode == .absolute {
      for (name, band) in [("green", thresholds.green), ("amber", thresholds.amber)] {
        switch band {
        case .boundary(let boundary): add(.threshold, "thresholds." + name, boundary)
        case .range(let range):
          add(.threshold, "thresholds.\(name).low", range.low)
          add(.threshold, "thresholds.\(name).high", range.high)
        case nil: break
        }
      }
    }
    if let current { add(.current, "current.value", current.value) }
    for (index, benchmark) in benchmarks.enumerated() {
      add(.benchmark, "benchmarks[\(index + 1)].value", benchmark.value)
    }
    return values
  }
}

extension Target.Goal {
  /// The end of the goal that is worst in a direction: what must be reached at least.
  func least(_ direction: Direction) -> FiniteNumber {
    switch self {
    case .value(let value): value
    case .range(let range): direction == .lowerIsBetter ? range.high : range.low
    }
  }

  /// The end of the goal that is best in a direction.
  func best(_ direction: Direction) -> FiniteNumber {
    switch self {
    case .value(let value): value
    case .range(let range): direction == .lowerIsBetter ? range.low : range.high
    }
  }

  /// The goal as it stands in a sentence.
  var inWords: String {
    switch self {
    case .value(let value): value.description
    case .range(let range): "\(range.low) to \(range.high)"
    }
  }
}

extension Direction {
  /// Whether the first number is better than the second; nil where neither way is better.
  func isBetter(_ first: FiniteNumber, than second: FiniteNumber) -> Bool? {
    switch self {
    case .higherIsBetter: first > second
    case .lowerIsBetter: first < second
    case .withinRange, .unjudged: nil
    }
  }

  /// The other way; nil where there is none.
  var opposite: Direction? {
    switch self {
    case .higherIsBetter: .lowerIsBetter
    case .lowerIsBetter: .higherIsBetter
    case .withinRange, .unjudged: nil
    }
  }

  /// The direction as it stands in a sentence.
  var inWords: String {
    switch self {
    case .higherIsBetter: "higher is better"
    case .lowerIsBetter: "lower is better"
    case .withinRange: "good within a range"
    case .unjudged: "neither way is better"
    }
  }
}
