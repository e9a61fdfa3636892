/// The definition of one measure: everything but its values over time.
///
/// Only ``id`` and ``name`` are required; a field nothing is known about is nil or empty and not
/// written.
public struct KPIDefinition: Hashable, Sendable {
  /// The identity, unique in a catalog and never reused.
  public var id: KPIIdentifier
  /// The workbook's own reference, kept exactly: `007`, `C-1.10`.
  public var code: String?
  /// The name.
  ///
  /// Only an overlay may leave it empty.
  public var name: LocalizedText
  /// Abbreviations, former names and vendors' names.
  public var aliases: [String]
  /// The perspective of the scorecard; nil means customer is assumed by readers that need one.
  public var perspective: Perspective?
  /// Whether it rests on what customers say or on what they do.
  public var kind: MeasureKind?
  /// The group: the id of one of the catalog's groups, or free text.
  public var group: String?
  /// What the people served are called; nil means as the catalog says.
  public var audience: Audience?
  /// What the measure serves.
  public var objective: Objective?
  /// The question the number answers, one sentence.
  public var question: LocalizedText?
  /// What is counted, in words.
  public var description: LocalizedText?
  /// Why it is measured.
  public var rationale: LocalizedText?
  /// What is in and what is out.
  public var scope: Scope?
  /// How it is computed.
  public var formula: Formula?
  /// What its values are.
  public var valueType: ValueType?
  /// What it is counted in.
  public var unit: MeasureUnit?
  /// The values it can take.
  public var scale: Scale?
  /// How many decimals are shown.
  public var decimals: DecimalPlaces?
  /// Which way is better.
  public var direction: Direction?
  /// How often it is measured.
  public var frequency: Cadence?
  /// How often it is reported.
  public var reportingFrequency: Cadence?
  /// The length of time one value covers.
  public var window: MeasureWindow?
  /// How values roll up.
  public var aggregation: Aggregation?
  /// Where the data lie.
  public var source: LocalizedText?
  /// How the data are gathered.
  public var method: CollectionMethod?
  /// The survey or form behind an opinion measure.
  public var instrument: Instrument?
  /// Whether it leads or lags.
  public var leadLag: LeadLag?
  /// The person or role answering for the number.
  public var owner: String?
  /// The person or role entering it.
  public var collector: String?
  /// Where it stood at the start.
  public var baseline: Baseline?
  /// What it should reach, several dates allowed.
  public var targets: [Target]
  /// The boundaries between good, doubtful and bad.
  public var thresholds: Thresholds?
  /// Where it stands.
  public var current: CurrentValue?
  /// Its share in the group, 0 to 1.
  public var weight: Weight?
  /// What others reach.
  public var benchmarks: [Benchmark]
  /// Activity measures that test this opinion measure.
  public var pairedWith: [KPIIdentifier]
  /// Measures this one is computed from.
  public var derivedFrom: [KPIIdentifier]
  /// Limits, and how people could game it.
  public var pitfalls: LocalizedText?
  /// Where claims about it can be looked up.
  public var evidence: [Evidence]
  /// Free marks, in order.
  public var tags: [String]
  /// Free text, line breaks kept.
  public var notes: LocalizedText?
  /// Whether it is in use.
  public var lifecycle: Lifecycle?
  /// Until when the definition holds or when to look at it again.
  public var reviewDate: CivilDate?
  /// The version of the definition; the major part changes when comparability breaks.
  public var version: String?
  /// Other known definitions of the same measure.
  public var variants: [MeasureVariant]
  /// The names of checks that say nothing about this measure, such as `opinion-without-pair`.
  public var ignoredRules: [String]
  /// Columns the catalog has no field for, by header, in order.
  public var custom: OrderedMap<String, CustomValue>
  /// Where the definition was read from.
  public var origin: Origin?

  /// Makes a definition of its fields; see each property.
  public init(
    id: KPIIdentifier,
    name: LocalizedText,
    code: String? = nil,
    aliases: [String] = [],
    perspective: Perspective? = nil,
    kind: MeasureKind? = nil,
    group: String? = nil,
    audience: Audience? = nil,
    objective: Objective? = nil,
    question: LocalizedText? = nil,
    description: LocalizedText? = nil,
    rationale: LocalizedText? = nil,
    scope: Scope? = nil,
    formula: Formula? = nil,
    valueType: ValueType? = nil,
    unit: MeasureUnit? = nil,
    scale: Scale? = nil,
    decimals: DecimalPlaces? = nil,
    direction: Direction? = nil,
    frequency: Cadence? = nil,
    reportingFrequency: Cadence? = nil,
    window: MeasureWindow? = nil,
    aggregation: Aggregation? = nil,
    source: LocalizedText? = nil,
    method: CollectionMethod? = nil,
    instrument: Instrument? = nil,
    leadLag: LeadLag? = nil,
    owner: String? = nil,
    collector: String? = nil,
    baseline: Baseline? = nil,
    targets: [Target] = [],
    thresholds: Thresholds? = nil,
    current: CurrentValue? = nil,
    weight: Weight? = nil,
    benchmarks: [Benchmark] = [],
    pairedWith: [KPIIdentifier] = [],
    derivedFrom: [KPIIdentifier] = [],
    pitfalls: LocalizedText? = nil,
    evidence: [Evidence] = [],
    tags: [String] = [],
    notes: LocalizedText? = nil,
    lifecycle: Lifecycle? = nil,
    reviewDate: CivilDate? = nil,
    version: String? = nil,
    variants: [MeasureVariant] = [],
    ignoredRules: [String] = [],
    custom: OrderedMap<String, CustomValue> = [:],
    origin: Origin? = nil
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.aliases = aliases
    self.perspective = perspective
    self.kind = kind
    self.group = group
    self.audience = audience
    self.objective = objective
    self.question = question
    self.description = description
    self.rationale = rationale
    self.scope = scope
    self.formula = formula
    self.valueType = valueType
    self.unit = unit
    self.scale = scale
    self.decimals = decimals
    self.direction = direction
    self.frequency = frequency
    self.reportingFrequency = reportingFrequency
    self.window = window
    self.aggregation = aggregation
    self.source = source
    self.method = method
    self.instrument = instrument
    self.leadLag = leadLag
    self.owner = owner
    self.collector = collector
    self.baseline = baseline
    self.targets = targets
    self.thresholds = thresholds
    self.current = current
    self.weight = weight
    self.benchmarks = benchmarks
    self.pairedWith = pairedWith
    self.derivedFrom = derivedFrom
    self.pitfalls = pitfalls
    self.evidence = evidence
    self.tags = tags
    self.notes = notes
    self.lifecycle = lifecycle
    self.reviewDate = reviewDate
    self.version = version
    self.variants = variants
    self.ignoredRules = ignoredRules
    self.custom = custom
    self.origin = origin
  }
}
