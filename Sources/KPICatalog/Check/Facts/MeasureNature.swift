/// What a measure is about, told by the words of its name, where that settles which way is better.
enum MeasureNature: CaseIterable {
  case churn, returns, abandonment, complaints, waiting
  case retention, recommendation, satisfaction

  /// Which way such a measure goes.
  var direction: Direction {
    switch self {
    case .churn, .returns, .abandonment, .complaints, .waiting: .lowerIsBetter
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
    case .retention: "retention"
    case .recommendation: "recommendation"
    case .satisfaction: "satisfaction"
    }
  }

  /// The nature of a measure; nil if its name tells none, or two that contradict each other.
  ///
  /// A name holding a word that may turn the meaning round, as in "complaints resolved", tells
  /// nothing.
  static func find(_ measure: KPIDefinition) -> MeasureNature? {
    var found: MeasureNature?
    for entry in measure.name.entries {
      let name = FoldedText(entry.text)
      for nature in allCases where NatureWords.of(nature).occur(in: name, entry.language) {
        if NatureWords.against(nature).contains(where: { $0.occur(in: name, entry.language) }) {
          return nil
        }
        if let found, found.direction != nature.direction { return nil }
        found = found ?? nature
      }
    }
    guard found == .waiting else { return found }
    // A share answered in time, or a satisfaction with it, is no time.
    switch measure.unit?.kind {
    case nil, .duration, .count: return found
    default: return nil
    }
  }
}
