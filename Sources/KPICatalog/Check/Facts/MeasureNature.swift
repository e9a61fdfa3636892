/// What a measure is about, told by the words of its name, where that settles which way is better.
enum MeasureNature: CaseIterable {
  case churn, returns, abandonment, complaints, waiting, dissatisfaction
  case retention, recommendation, satisfaction

  /// Which way such a measure goes.
  var direction: Direction {
    switch self {
    case .churn, .returns, .abandonment, .complaints, .waiting, .dissatisfaction:
      .lowerIsBetter
    case .retention, .recommendation, .satisfaction: .higherIsBetter
    }
  }

  /// What to call it in a sentence.
  var noun: String {
    switch self {
    case .churn: "customer loss"
    case .returns: "product returns"
    case .abandonment: "abandonment"
    case .complaints: "complaints"
    case .waiting: "waiting time"
    case .dissatisfaction: "dissatisfaction"
    case .retention: "retention"
    case .recommendation: "recommendation"
    case .satisfaction: "satisfaction"
    }
  }

  /// The nature of a measure; nil if its name tells none, or two that contradict each other.
  ///
  /// A nature beside a word that may turn it round, as in "complaints resolved", does not count.
  static func find(_ measure: KPIDefinition) -> MeasureNature? {
    var found: MeasureNature?
    for entry in measure.name.entries {
      let name = FoldedText(entry.text)
      for nature in allCases where NatureWords.of(nature).occur(in: name, entry.language) {
        let isTurned = NatureWords.against(nature).contains {
          $0.occur(in: name, entry.language)
        }
        if isTurned || !fits(nature, measure.unit?.kind) { continue }
        if let found, found.direction != nature.direction { return nil }
        found = found ?? nature
      }
    }
    return found
  }

  /// Whether a unit allows a nature: a share answered in time, or a satisfaction with it, is no
  /// time.
  private static func fits(_ nature: MeasureNature, _ unit: UnitKind?) -> Bool {
    guard nature == .waiting, let unit else { return true }
    return unit == .duration || unit == .count
  }
}
