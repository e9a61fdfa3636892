import KPICatalog
import Testing

/// Catalogs the tests share.
enum Samples {
  /// A catalog in which every field of every record is given.
  static func full() throws -> Catalog {
    var measure = KPIDefinition(
      id: try #require(KPIIdentifier("net-promoter-score")),
      name: LocalizedText([
        .init(language: .english, text: "Net Promoter Score (NPS)"),
        .init(language: .french, text: "NPS, taux de recommandation net"),
      ]))
    measure.code = "007"
    measure.aliases = ["NPS", "Taux de recommandation net"]
    measure.perspective = .customer
    measure.kind = .opinion
    measure.group = "loyalty"
    measure.audience = .citizen
    measure.objective = Objective(
      id: "o1", text: "{organisation} saves me time", voice: .customer,
      differentiator: "answers within the hour")
    measure.question = "Would customers recommend us?"
    measure.description = "Share of promoters minus share of detractors."
    measure.rationale = "Yes"
    measure.scope = Scope(includes: "B2B", excludes: "Tests", population: "all accounts")
    measure.formula = Formula(
      text: "promoters minus detractors",
      expression: try FormulaExpression("100 * (promoters - detractors) / respondents"),
      inputs: [
        FormulaInput(
          name: try #require(FormulaName("promoters")), label: "9 or 10",
          unit: MeasureUnit(.count), aggregate: .count, source: "survey"),
        FormulaInput(name: try #require(FormulaName("detractors")), aggregate: .asGiven),
      ], variant: "standard")
    measure.valueType = .number
    measure.unit = MeasureUnit(
      .currency, symbol: "k€", per: "1000 customers", currency: CurrencyCode("EUR"))
    measure.scale = Scale(minimum: -100, maximum: 100, step: 0.5, isHard: true)
    measure.decimals = DecimalPlaces(1)
    measure.direction = .higherIsBetter
    measure.frequency = .quarterly
    measure.reportingFrequency = .yearly
    measure.window = MeasureWindow(try #require(CalendarPeriod(12, .month)), isRolling: true)
    measure.aggregation = Aggregation(time: .recompute, across: .ratioOfSums, note: "by answers")
    measure.source = "CRM"
    measure.method = CollectionMethod(.survey, text: "by mail")
    measure.instrument = Instrument(
      question: "How likely?", scale: "0-10", sampleSize: 400, minimumSample: 100,
      responseRate: "about a third")
    measure.leadLag = .lead
    measure.owner = "Head of Service"
    measure.collector = "Ada"
    measure.baseline = Baseline(31, at: Moment("2024"), note: "first wave")
    measure.targets = [
      Target(45, by: Moment("2026-12-31"), note: "board"),
      Target(.range(try #require(ValueRange(low: 40, high: 50.25))), by: Moment("2027-Q4")),
    ]
    measure.thresholds = Thresholds(green: .boundary(45), amber: .boundary(35), mode: .absolute)
    measure.current = CurrentValue(38, at: Moment("2025-12-01"))
    measure.weight = Weight(0.2)
    measure.benchmarks = [
      Benchmark(42, label: "Sector", source: "Yearbook", date: Moment("2024-03"))
    ]
    measure.pairedWith = [try #require(KPIIdentifier("referral-rate"))]
    measure.derivedFrom = [try #require(KPIIdentifier("promoters@citizen"))]
    measure.pitfalls = "Averaged over segments"
    measure.evidence = [
      Evidence(
        title: "A title", source: "A journal", link: "https://example.org/a?b=c#d",
        accessed: CivilDate("2025-01-31"))
    ]
    measure.tags = ["digital", "on", "two words"]
    measure.notes = "First line\nSecond line\n"
    measure.lifecycle = Lifecycle(
      .active, since: CivilDate("2024-01-01"), replacedBy: KPIIdentifier("other"))
    measure.reviewDate = CivilDate("2026-06-30")
    measure.version = "1.10"
    measure.variants = [
      try #require(
        MeasureVariant(
          id: "citizen", audience: .citizen, name: "Would recommend living here", note: "other",
          formula: Formula(text: "same"), unit: MeasureUnit(.score), scale: Scale(minimum: 0),
          direction: .unjudged))
    ]
    measure.ignoredRules = ["opinion-without-pair", "of-tomorrow"]
    measure.custom = [
      "Ref": .text("0042"), "Cost": .number(1.5e-7), "Done": .boolean(true),
      "Since": .date(try #require(DateText("2024-01-31"))), "As text": .text("2024-01-31"),
      "Broken": .error("#N/A"), "Nothing": .empty, "yes": .text("no"),
    ]
    measure.origin = Origin(
      sheet: "Measures", row: 14, cells: ["name": "B14", "custom.Ref": "X14"])
    var plain = KPIDefinition(id: try #require(KPIIdentifier("referral-rate")), name: "Referrals")
    plain.method = CollectionMethod(.system)
    plain.lifecycle = Lifecycle(.draft)
    plain.thresholds = Thresholds(
      green: .range(try #require(ValueRange(low: 1, high: 2))),
      amber: .range(try #require(ValueRange(low: 0, high: 3))), mode: .percentOfRange)
    return Catalog(
      title: "Customer measures", extends: "base", version: "2.0", organization: "Gas & Water",
      source: "own work", license: "CC0", defaultLanguage: .english,
      languages: [.english, .french], audience: .customer, currency: CurrencyCode("EUR"),
      fiscalYearStart: MonthDay("04-01"),
      perspectives: [PerspectiveEntry(id: .financial, name: "Money"), .init(id: .customer)],
      perspectiveOrders: ["company": [.financial, .customer], "mission": [.customer]],
      audiences: [AudienceEntry(id: .customer, name: "clients")],
      groups: [GroupEntry(id: "loyalty", name: "Loyalty", kind: .opinion)],
      objectives: [Objective(id: "o1", text: "Save time")],
      customFields: ["Ref": .text, "Cost": .number],
      checks: CheckSettings(ignoredRules: ["missing-owner"]), measures: [measure, plain])
  }

  /// Two small measures as somebody writes them by hand, in JSON.
  static let smallJSON = """
    {"title": {"en": "A \\u00e9", "fr": "\\ud83d\\ude00"}, "measures": [
      {"id": "a", "name": "A", "unit": {"kind": "percent"}, "baseline": {"value": -1.5e2},
       "custom": {"x": null, "y": true, "z": {"error": "#N/A"}}},
      {"id": "b-c", "name": {"en": "B"}, "targets": [{"low": 1, "high": 2}], "tags": []}
    ]}
    """

  /// The same in YAML, with most ways to write a scalar.
  static let smallYAML = """
    # Two measures
    title: {en: "A \\u00e9", fr: "\\U0001f600"}
    measures:
      - id: a
        name: 'A'
        unit: {kind: percent}
        baseline:
          value: -1.5e2
        custom: {x: ~, y: true, z: {error: "#N/A"}}
      -
        id: "b-c"
        name:
          en: >-
            B
        targets: [{low: 1, high: 2}]
        tags: []

    """
}

extension String {
  /// The text's bytes in UTF-8.
  var bytes: [UInt8] { Array(utf8) }

  /// Makes a text of bytes, replacing what is not UTF-8.
  init(bytes: [UInt8]) { self.init(decoding: bytes, as: UTF8.self) }
}
