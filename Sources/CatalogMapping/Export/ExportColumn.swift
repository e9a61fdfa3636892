internal import KPICatalog
internal import SpreadsheetML

/// One column of an exported table.
struct ExportColumn: Sendable {
  /// Which part of the table a column belongs to; headings of a part have a color of their own.
  enum Part: Sendable, CaseIterable {
    /// What is measured.
    case definition
    /// How it is measured.
    case measurement
    /// What the reader fills in.
    case management
    /// More about it.
    case rest
  }

  /// What the column holds.
  var field: ColumnField
  /// What stands above it, unlike any other heading of the table.
  var heading: String
  /// For fields that repeat: which one of the measure's, from 0.
  var index = 0
  /// For targets: the day or period all values of the column are due by.
  var moment: Moment?
  /// For columns of the reader's own: the key under `custom`.
  var custom: String?

  init(
    _ field: ColumnField, _ heading: String, index: Int = 0, moment: Moment? = nil,
    custom: String? = nil
  ) {
    self.field = field
    self.heading = heading
    self.index = index
    self.moment = moment
    self.custom = custom
  }

  /// The part of the table it belongs to.
  var part: Part {
    switch field {
    case .identity, .id, .name, .kind, .perspective, .group, .objective, .differentiator,
      .question, .description, .rationale, .scope, .population, .audience:
      .definition
    case .formula, .variant, .unit, .scale, .direction, .frequency, .reportingFrequency, .window,
      .aggregation, .aggregationAcross, .source, .method, .surveyQuestion, .sampleSize,
      .minimumSample, .responseRate, .leadLag:
      .measurement
    case .owner, .collector, .baseline, .baselineDate, .target, .targetDate, .thresholdGreen,
      .thresholdAmber, .current, .currentDate, .weight:
      .management
    default: .rest
    }
  }

  /// How wide it is, in digits: as its field needs, and no word of its heading is parted.
  var width: Double {
    let longest = heading.split(separator: " ").map(\.count).max() ?? 0
    return max(fieldWidth, min(Double(longest) * 1.1 + 3.5, 25.5))
  }

  private var fieldWidth: Double {
    switch field {
    case .identity: 24
    case .id, .version: 9
    case .kind: 11
    case .name: 27
    case .perspective, .group, .audience: 15
    case .objective, .differentiator, .rationale, .scope, .population, .surveyQuestion: 30
    case .question: 27
    case .description: 44
    case .formula: 34
    case .pitfalls: 46
    case .unit, .frequency, .reportingFrequency, .window: 13
    case .direction, .aggregation, .aggregationAcross, .method, .variant: 14
    case .scale: 11
    case .source: 24
    case .owner, .collector: 16
    case .aliases: 44
    case .pairedWith, .derivedFrom, .evidence: 26
    case .notes: 30
    case .tags, .responseRate: 16
    case .custom: 14
    default: 11.5
    }
  }

  /// Whether its cells hold values of the measure, in the measure's unit.
  var isQuantity: Bool {
    switch field {
    case .baseline, .target, .thresholdGreen, .thresholdAmber, .current, .benchmark: true
    default: false
    }
  }
}
