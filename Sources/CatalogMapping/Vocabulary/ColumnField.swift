/// What a column, a label or a part of one can hold, as the tables of headings name it.
///
/// Most are fields of a definition; some are parts of one (``numerator``, ``targetDate``), and some
/// are known to be none (``status``, ``initiatives``): such columns are kept as custom ones.
enum ColumnField: Int, CaseIterable, Sendable {
  case id, name, aliases, perspective, kind, group, audience, objective, differentiator
  case question, description, rationale, scope, population
  case formula, numerator, denominator, variant, valueType
  case unit, currency, scale, rangeMin, rangeMax, decimals, direction
  case frequency, reportingFrequency, window, aggregation, aggregationAcross
  case source, method, surveyQuestion, sampleSize, minimumSample, responseRate
  case leadLag, owner, collector
  case baseline, baselineDate, target, targetDate, targetLow, targetHigh
  case thresholds, thresholdGreen, thresholdAmber, thresholdRed
  case current, currentDate, weight, benchmark, pairedWith, derivedFrom
  case pitfalls, evidence, tags, notes, lifecycle, reviewDate, version
  /// The language of the row's texts.
  case language
  /// Known columns without a field.
  case status, trend, gap, department, initiatives, created, sheetLink
  /// The id of the measure in a workbook this program wrote, in a column that is hidden.
  case identity
  /// A column nobody knows.
  case custom
  /// A column the mapping leaves out.
  case ignore
  /// A column headed by the path of a field, such as `name.fr`, in a table this program wrote.
  case path

  /// The field's name, as tables of headings and mapping files write it.
  var name: String { Self.names[rawValue] }

  /// The field of a name, or nil.
  init?(name: String) {
    guard let index = Self.names.firstIndex(of: name), index != Self.path.rawValue else {
      return nil
    }
    self.init(rawValue: index)
  }

  /// The names of the cases in their order; told by reflection they would cost more than the rest
  /// of a small import.
  static let names = [
    "id", "name", "aliases", "perspective", "kind", "group", "audience", "objective",
    "differentiator", "question", "description", "rationale", "scope", "population", "formula",
    "numerator", "denominator", "variant", "valueType", "unit", "currency", "scale",
    "rangeMin", "rangeMax", "decimals", "direction", "frequency", "reportingFrequency",
    "window", "aggregation", "aggregationAcross", "source", "method", "surveyQuestion",
    "sampleSize", "minimumSample", "responseRate", "leadLag", "owner", "collector", "baseline",
    "baselineDate", "target", "targetDate", "targetLow", "targetHigh", "thresholds",
    "thresholdGreen", "thresholdAmber", "thresholdRed", "current", "currentDate", "weight",
    "benchmark", "pairedWith", "derivedFrom", "pitfalls", "evidence", "tags", "notes",
    "lifecycle", "reviewDate", "version", "language", "status", "trend", "gap", "department",
    "initiatives", "created", "sheetLink", "identity", "custom", "ignore", "path",
  ]

  /// Whether a column of it is kept as it is, under its heading.
  var isCustom: Bool {
    switch self {
    case .status, .trend, .gap, .department, .initiatives, .created, .sheetLink, .custom: true
    default: false
    }
  }

  /// Whether several columns may hold it.
  var repeats: Bool {
    switch self {
    case .target, .notes, .evidence, .tags, .aliases, .benchmark, .targetDate: true
    default: isCustom || isLocalized
    }
  }

  /// Whether it is text with a language, so that there can be a column per language.
  var isLocalized: Bool {
    switch self {
    case .name, .objective, .differentiator, .question, .description, .rationale, .scope,
      .population, .formula, .source, .pitfalls, .notes, .surveyQuestion:
      true
    default: false
    }
  }

  /// Whether it holds values of the measure.
  var isQuantity: Bool {
    switch self {
    case .baseline, .target, .targetLow, .targetHigh, .thresholdGreen, .thresholdAmber,
      .thresholdRed, .current, .benchmark, .rangeMin, .rangeMax:
      true
    default: false
    }
  }

  /// How strongly a column of it says that the table defines measures, 0 to 2.
  var evidence: Int {
    switch self {
    case .formula, .frequency, .direction, .target, .baseline, .numerator, .denominator,
      .thresholds, .thresholdGreen, .thresholdAmber, .leadLag, .perspective, .question,
      .reportingFrequency, .aggregation, .kind, .targetDate, .window, .rangeMin, .rangeMax,
      .scale, .benchmark, .targetLow, .targetHigh:
      2
    case .unit, .source, .owner, .description, .rationale, .method, .current, .weight,
      .objective, .collector, .pitfalls, .scope, .lifecycle, .reviewDate, .aliases, .group,
      .audience, .thresholdRed, .status, .trend, .gap:
      1
    default: 0
    }
  }
}
