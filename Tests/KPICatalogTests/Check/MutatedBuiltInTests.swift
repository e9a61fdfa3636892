import KPICatalog
import Testing

/// Faults put into each of the 53 built-in measures, with plausible values beside them.
@Suite struct MutatedBuiltInTests {
  private static let filled: Result<Catalog, any Error> = Result {
    var catalog = try BuiltInCatalog.customerMeasures()
    catalog.measures = catalog.measures.map(withValues)
    return catalog
  }

  /// The measure with an owner, a baseline, a better target, and thresholds between them.
  private static func withValues(_ measure: KPIDefinition) -> KPIDefinition {
    var measure = measure
    measure.owner = "Head of Service"
    let low = measure.scale?.minimum?.double ?? 0
    let high = measure.scale?.maximum?.double ?? low + 400
    func part(_ share: Double) -> FiniteNumber { FiniteNumber(low + share * (high - low)) ?? 0 }
    switch measure.direction {
    case .higherIsBetter:
      measure.baseline = Baseline(part(0.6), at: Moment("2024"))
      measure.targets = [
        Target(part(0.7), by: Moment("2026")), Target(part(0.8), by: Moment("2027")),
      ]
      measure.thresholds = Thresholds(green: .boundary(part(0.75)), amber: .boundary(part(0.65)))
    case .lowerIsBetter:
      measure.baseline = Baseline(part(0.4), at: Moment("2024"))
      measure.targets = [
        Target(part(0.3), by: Moment("2026")), Target(part(0.2), by: Moment("2027")),
      ]
      measure.thresholds = Thresholds(green: .boundary(part(0.25)), amber: .boundary(part(0.35)))
    default:
      measure.baseline = Baseline(part(0.5), at: Moment("2024"))
    }
    measure.current = CurrentValue(part(0.5), at: Moment("2025-Q4"))
    return measure
  }

  @Test func filledInTheBuiltInCatalogGivesNoFindings() throws {
    let report = try Self.filled.get().check(CheckOptions(today: CivilDate("2026-01-15")))
    #expect(report.findings.isEmpty, "\(report.lines(file: "customer-measures"))")
  }

  @Test func asItIsTheBuiltInCatalogGivesAdviceOnly() throws {
    let report = try BuiltInCatalog.customerMeasures().check()
    #expect(report.findings.map(\.rule.name) == ["missing-owner", "missing-target"])
    #expect(report.severity == .note)
  }

  struct Mutation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The rules of which one must find the fault.
    let rules: Set<String>
    /// Changes a measure; false if the fault cannot be put into it.
    let mutate: @Sendable (inout KPIDefinition) -> Bool
  }

  static let mutations: [Mutation] = [
    Mutation(
      testDescription: "direction turned round",
      rules: ["direction-against-nature", "effort-direction"]
    ) {
      switch $0.direction {
      case .higherIsBetter: $0.direction = .lowerIsBetter
      case .lowerIsBetter: $0.direction = .higherIsBetter
      default: return false
      }
      return true
    },
    Mutation(
      testDescription: "boundaries swapped",
      rules: ["amber-better-than-green", "thresholds-against-direction"]
    ) {
      guard let thresholds = $0.thresholds else { return false }
      $0.thresholds = Thresholds(green: thresholds.amber, amber: thresholds.green)
      return true
    },
    Mutation(
      testDescription: "percents as fractions",
      rules: ["percent-as-fraction", "percent-below-one"]
    ) {
      guard $0.unit?.kind == .percent, $0.scale?.minimum == 0, $0.scale?.maximum == 100 else {
        return false
      }
      // Of these nobody can tell: a conversion of 0.6 percent is as likely as one of 60.
      let unclear = [
        "market-share", "upsell-rate", "referral-rate", "conversion-rate", "win-back-rate",
        "survey-response-rate", "adoption-rate", "cross-sell-rate", "switching-intention",
        "customer-churn-rate", "product-return-rate",
      ]
      guard !unclear.contains($0.id.text) else { return false }
      divide(&$0)
      return true
    },
    Mutation(testDescription: "scores as fractions", rules: ["nps-as-fraction"]) {
      guard $0.scale?.minimum == -100, $0.unit?.kind == .score else { return false }
      divide(&$0)
      return true
    },
    Mutation(
      testDescription: "baseline above a hard scale",
      rules: ["value-outside-scale", "gross-retention-over-100"]
    ) {
      guard let scale = $0.scale, scale.isHard, let maximum = scale.maximum else { return false }
      $0.baseline = FiniteNumber(maximum.double + 0.5).map { Baseline($0) }
      return true
    },
    Mutation(testDescription: "target below a hard scale", rules: ["target-outside-scale"]) {
      guard let scale = $0.scale, scale.isHard, let minimum = scale.minimum else { return false }
      $0.targets = [FiniteNumber(minimum.double - 1)].compactMap { $0 }.map { Target($0) }
      return true
    },
    Mutation(testDescription: "later target worse", rules: ["targets-not-monotone"]) {
      guard $0.targets.count == 2 else { return false }
      let first = $0.targets[0].goal
      $0.targets[0].goal = $0.targets[1].goal
      $0.targets[1].goal = first
      return true
    },
    Mutation(testDescription: "baseline beyond the targets", rules: ["baseline-beats-target"]) {
      guard let direction = $0.direction, case .value(let last)? = $0.targets.last?.goal else {
        return false
      }
      let step = direction == .higherIsBetter ? 0.1 : -0.1
      $0.baseline = FiniteNumber(last.double + step).map { Baseline($0) }
      return true
    },
    Mutation(testDescription: "no method", rules: ["opinion-without-method"]) {
      guard $0.kind == .opinion else { return false }
      $0.method = nil
      $0.instrument = nil
      $0.source = "Marketing"
      return true
    },
    Mutation(testDescription: "no source", rules: ["activity-without-source"]) {
      guard $0.kind == .activity else { return false }
      $0.source = nil
      $0.derivedFrom = []
      $0.method = CollectionMethod(.system)
      for index in $0.formula?.inputs.indices ?? 0..<0 { $0.formula?.inputs[index].source = nil }
      return true
    },
    Mutation(testDescription: "averaged", rules: ["ratio-averaged"]) {
      switch $0.unit?.kind {
      case .percent, .ratio, .rate: break
      default: return false
      }
      $0.aggregation = Aggregation(time: .mean)
      return true
    },
    Mutation(testDescription: "factor 100 lost", rules: ["formula-unit"]) {
      guard let text = $0.formula?.expression?.description, text.hasPrefix("100 * "),
        $0.unit?.kind == .percent,
        $0.formula?.inputs.allSatisfy({ $0.unit != nil || isCounted($0) }) == true
      else { return false }
      $0.formula?.expression = try? FormulaExpression(String(text.dropFirst(6)))
      return $0.formula?.expression != nil
    },
    Mutation(testDescription: "input removed", rules: ["undefined-input"]) {
      guard $0.formula?.inputs.isEmpty == false else { return false }
      $0.formula?.inputs.removeLast()
      return true
    },
    Mutation(testDescription: "input added", rules: ["unused-input"]) {
      guard let name = FormulaName("weather") else { return false }
      $0.formula?.inputs.append(FormulaInput(name: name))
      return $0.formula?.expression != nil
    },
    Mutation(testDescription: "text lost in Italian", rules: ["missing-translation"]) {
      $0.description?[.italian] = nil
      return $0.description != nil
    },
    Mutation(testDescription: "Italian copied from English", rules: ["missing-translation"]) {
      let english = $0.description?[.english]
      $0.description?[.italian] = english
      return (english ?? "").split(separator: " ").count >= 7
    },
    Mutation(testDescription: "English number changed", rules: ["stale-translation"]) {
      $0.pitfalls = LocalizedText([
        .init(language: .english, text: "The window is 90 days; " + ($0.pitfalls?[.english] ?? "")),
        .init(
          language: .french, text: "La fenêtre est de 60 jours ; " + ($0.pitfalls?[.french] ?? "")),
        .init(
          language: .italian, text: "La finestra è di 90 giorni; " + ($0.pitfalls?[.italian] ?? "")),
      ])
      return true
    },
    Mutation(testDescription: "reported daily", rules: ["reported-more-often-than-measured"]) {
      $0.reportingFrequency = .daily
      return $0.frequency?.period != nil
    },
    Mutation(testDescription: "pair of nobody", rules: ["pair-unknown"]) {
      $0.pairedWith = [KPIIdentifier("weather")].compactMap { $0 }
      return true
    },
    Mutation(testDescription: "owner lost", rules: ["missing-owner"]) {
      $0.owner = " "
      return true
    },
    Mutation(testDescription: "initiatives", rules: ["initiative-column"]) {
      $0.custom = ["Initiativen 2026": .text("Portal")]
      return true
    },
  ]

  private static func divide(_ measure: inout KPIDefinition) {
    func hundredth(_ number: FiniteNumber) -> FiniteNumber {
      FiniteNumber(number.double / 100) ?? number
    }
    if let value = measure.baseline?.value { measure.baseline?.value = hundredth(value) }
    if let value = measure.current?.value { measure.current?.value = hundredth(value) }
    measure.targets = measure.targets.map {
      guard case .value(let value) = $0.goal else { return $0 }
      return Target(hundredth(value), by: $0.by)
    }
    if case .boundary(let green)? = measure.thresholds?.green,
      case .boundary(let amber)? = measure.thresholds?.amber
    {
      measure.thresholds = Thresholds(
        green: .boundary(hundredth(green)), amber: .boundary(hundredth(amber)))
    }
  }

  private static func isCounted(_ input: FormulaInput) -> Bool {
    input.aggregate == .count || input.aggregate == .distinct
  }

  @Test(arguments: mutations)
  func eachFaultIsFoundInEachMeasure(_ mutation: Mutation) throws {
    let catalog = try Self.filled.get()
    var count = 0
    // Some measures at a time, so that the rest of the catalog stays as it was.
    for part in 0..<2 {
      var faulty = catalog
      var expected: [KPIIdentifier] = []
      for index in catalog.measures.indices where index % 2 == part {
        var measure = catalog.measures[index]
        guard mutation.mutate(&measure) else { continue }
        faulty.measures[index] = measure
        expected.append(measure.id)
      }
      let findings = faulty.check().findings.filter { mutation.rules.contains($0.rule.name) }
      let found = Set(findings.compactMap(\.measure))
      let isTold = findings.contains { $0.measure == nil }
      for id in expected { #expect(isTold || found.contains(id), "\(id)") }
      #expect(found.isSubset(of: expected), "\(found.subtracting(expected))")
      count += expected.count
    }
    #expect(count > 0)
  }

  @Test func aColumnOfFractionsIsOneFinding() throws {
    var catalog = try Self.filled.get()
    catalog.measures.removeAll { $0.unit?.kind == .percent && $0.scale?.maximum != 100 }
    for index in catalog.measures.indices where catalog.measures[index].unit?.kind == .percent {
      Self.divide(&catalog.measures[index])
    }
    let findings = catalog.check().findings(of: "percent-as-fraction")
    #expect(findings.count == 1)
    #expect(findings.first?.message.contains("fractions, such as 0.") == true)
  }
}
