internal import KPICatalog
internal import SpreadsheetML

/// What an exported cell holds, whether it goes to a workbook or to delimited text.
enum ExportValue: Sendable {
  case none
  case text(String)
  /// A value in the measure's unit, as the catalog has it: 85 is 85 %.
  case quantity(FiniteNumber)
  /// A part of one: 0.2 is 20 %.
  case share(FiniteNumber)
  case number(FiniteNumber)
  case date(CivilDate)
  case custom(CustomValue)
}

/// Makes the cells of a measure.
struct ExportValues {
  let presentation: CatalogPresentation

  private var words: DisplayWords { presentation.words }

  /// What stands in a column for a measure.
  func value(_ column: ExportColumn, of measure: KPIDefinition) -> ExportValue {
    switch column.field {
    case .baseline: quantity(measure.baseline?.value)
    case .baselineDate: moment(measure.baseline?.at)
    case .target: target(column, of: measure).map { goal($0.goal, of: measure) } ?? .none
    case .targetDate: moment(target(column, of: measure)?.by)
    case .thresholdGreen: band(measure.thresholds?.green, of: measure)
    case .thresholdAmber: band(measure.thresholds?.amber, of: measure)
    case .current: quantity(measure.current?.value)
    case .currentDate: moment(measure.current?.at)
    case .weight: measure.weight.map { .share($0.share) } ?? .none
    case .benchmark:
      measure.benchmarks.indices.contains(column.index)
        ? .quantity(measure.benchmarks[column.index].value) : .none
    case .sampleSize: count(measure.instrument?.sampleSize)
    case .minimumSample: count(measure.instrument?.minimumSample)
    case .reviewDate: measure.reviewDate.map { .date($0) } ?? .none
    case .custom:
      column.custom.flatMap { measure.custom[$0] }.map { .custom($0) } ?? .none
    default: text(column.field, of: measure).map { .text($0) } ?? .none
    }
  }

  // MARK: Texts

  private func text(_ field: ColumnField, of measure: KPIDefinition) -> String? {
    switch field {
    case .identity: measure.id.text
    case .id: measure.code
    case .name: presentation.text(measure.name)
    case .aliases: joined(measure.aliases, "; ")
    case .tags: joined(measure.tags, ", ")
    case .objective: measure.objective.flatMap { presentation.objective($0) }
    case .differentiator: measure.objective.flatMap { presentation.differentiator($0) }
    case .question: presentation.text(measure.question)
    case .description: presentation.text(measure.description)
    case .rationale: presentation.text(measure.rationale)
    case .scope: measure.scope.flatMap { presentation.scope($0) }
    case .population: presentation.text(measure.scope?.population)
    case .formula: measure.formula.flatMap { presentation.formula($0) }
    case .source: presentation.text(measure.source)
    case .surveyQuestion: presentation.text(measure.instrument?.question)
    case .responseRate: measure.instrument?.responseRate
    case .owner: measure.owner
    case .collector: measure.collector
    case .pitfalls: presentation.text(measure.pitfalls)
    case .notes: presentation.text(measure.notes)
    case .version: measure.version
    case .pairedWith: names(measure.pairedWith)
    case .derivedFrom: names(measure.derivedFrom)
    case .evidence: joined(measure.evidence.map { presentation.evidence($0) }, "\n")
    default: word(field, of: measure)
    }
  }

  private func joined(_ parts: [String], _ separator: String) -> String? {
    parts.isEmpty ? nil : parts.joined(separator: separator)
  }

  /// Measures by what the import finds them by: the name, unless it holds what parts names.
  private func names(_ ids: [KPIIdentifier]) -> String? {
    joined(
      ids.map { id in
        let name = presentation.name(of: id)
        return name.contains { ";,|".contains($0) || $0.isNewline } ? id.text : name
      }, "; ")
  }

  // MARK: Closed lists

  private func word(_ field: ColumnField, of measure: KPIDefinition) -> String? {
    switch field {
    case .perspective: measure.perspective.map { presentation.perspective($0) }
    case .kind: measure.kind.map { words.word("kind", $0.rawValue) }
    case .group: measure.group.map { presentation.group($0) }
    case .audience: measure.audience.map { presentation.name(of: $0) }
    case .unit: measure.unit.map { presentation.unit($0) }
    case .scale: measure.scale.flatMap { presentation.scale($0) }
    case .direction: measure.direction.map { words.word("direction", $0.rawValue) }
    case .frequency: measure.frequency.map { words.word("frequency", $0.rawValue) }
    case .reportingFrequency:
      measure.reportingFrequency.map { words.word("frequency", $0.rawValue) }
    case .window: measure.window.map { presentation.window($0) }
    case .aggregation:
      measure.aggregation?.time.map { words.word("aggregation", $0.rawValue) }
        ?? presentation.text(measure.aggregation?.note)
    case .aggregationAcross:
      measure.aggregation?.across.map { words.word("aggregation", $0.rawValue) }
    case .method:
      measure.method.map {
        presentation.text($0.text) ?? words.word("method", $0.kind.rawValue)
      }
    case .leadLag: measure.leadLag.map { words.word("leadLag", $0.rawValue) }
    case .lifecycle: measure.lifecycle.map { words.word("lifecycle", $0.state.rawValue) }
    case .variant: measure.formula?.variant
    default: nil
    }
  }

  // MARK: Values

  private func quantity(_ value: FiniteNumber?) -> ExportValue {
    value.map { .quantity($0) } ?? .none
  }

  private func count(_ value: UInt?) -> ExportValue {
    value.flatMap { Int(exactly: $0) }.map { .number(FiniteNumber($0)) } ?? .none
  }

  private func moment(_ moment: Moment?) -> ExportValue {
    switch moment {
    case .date(let date)?: .date(date)
    case .period(let period)?: .text(period.description)
    case nil: .none
    }
  }

  private func target(_ column: ExportColumn, of measure: KPIDefinition) -> Target? {
    if let moment = column.moment { return measure.targets.first { $0.by == moment } }
    return measure.targets.indices.contains(column.index) ? measure.targets[column.index] : nil
  }

  private func goal(_ goal: Target.Goal, of measure: KPIDefinition) -> ExportValue {
    switch goal {
    case .value(let value): .quantity(value)
    case .range(let range): .text(text(range, of: measure))
    }
  }

  private func band(_ band: Thresholds.Band?, of measure: KPIDefinition) -> ExportValue {
    switch band {
    case .boundary(let value)? where measure.thresholds?.mode == .absolute: .quantity(value)
    case .range(let range)?: .text(text(range, of: measure))
    case .boundary?: band.map { .text(presentation.band($0, of: measure)) } ?? .none
    case nil: .none
    }
  }

  /// A range as one text that importers and the formulas of the colors can take apart.
  private func text(_ range: ValueRange, of measure: KPIDefinition) -> String {
    let mark = measure.unit?.kind == .percent ? "%" : ""
    return presentation.plain(range.low) + mark + "–" + presentation.plain(range.high) + mark
  }
}
