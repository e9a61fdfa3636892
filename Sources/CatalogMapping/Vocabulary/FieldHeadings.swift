internal import KPICatalog

/// Fields by the headings people give them, in any of the languages.
package enum FieldHeadings {
  /// The path of the field a heading means, such as `targets` for `Zielwert`.
  ///
  /// - Parameter heading: The heading, in any case and with or without accents.
  /// - Returns: The path in a catalog; nil if the heading is not known or means several fields.
  package static func path(of heading: String) -> String? {
    let meanings = HeaderVocabulary.shared.meanings(of: heading)
    for strength: HeaderVocabulary.Strength in [.certain, .possible] {
      let paths = Set(
        meanings.filter { $0.strength == strength }.compactMap { path(of: $0.field) })
      if paths.count == 1 { return paths.first }
      if paths.count > 1 { return nil }
    }
    return nil
  }

  /// The value of a closed list that a word means, such as `percent` for `Prozent`.
  ///
  /// - Parameters:
  ///   - word: The word, in any of the languages.
  ///   - list: The list by its name, such as `unit` or `frequency`.
  /// - Returns: The value as a catalog has it; nil if the word is not known.
  package static func value(of word: String, in list: String) -> String? {
    let known: [String: WordList] = [
      "aggregation": .aggregation, "audience": .audience, "direction": .direction,
      "frequency": .frequency, "kind": .kind, "leadLag": .leadLag, "lifecycle": .lifecycle,
      "method": .method, "perspective": .perspective, "unit": .unit,
    ]
    return known[list]?.value(of: word)
  }

  private static func path(of field: ColumnField) -> String? {
    switch field {
    case .identity: "id"
    case .id: "code"
    case .population: "scope.population"
    case .differentiator: "objective.differentiator"
    case .objective: "objective.text"
    case .formula: "formula.text"
    case .variant: "formula.variant"
    case .unit: "unit.kind"
    case .currency: "unit.currency"
    case .rangeMin: "scale.min"
    case .rangeMax: "scale.max"
    case .window: "window.period"
    case .aggregation: "aggregation.time"
    case .aggregationAcross: "aggregation.across"
    case .surveyQuestion: "instrument.question"
    case .sampleSize: "instrument.sampleSize"
    case .minimumSample: "instrument.minimumSample"
    case .responseRate: "instrument.responseRate"
    case .baseline: "baseline.value"
    case .baselineDate: "baseline"
    case .target, .targetLow, .targetHigh: "targets"
    case .targetDate: "targets.by"
    case .thresholdGreen: "thresholds.green"
    case .thresholdAmber: "thresholds.amber"
    case .current: "current.value"
    case .currentDate: "current"
    case .benchmark: "benchmarks"
    default: KPIField(rawValue: field.name)?.rawValue
    }
  }
}
