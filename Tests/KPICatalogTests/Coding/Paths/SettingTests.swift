import KPICatalog
import TestSupport
import Testing

@Suite("Setting a field by its path")
struct SettingTests {
  /// The field after setting it, in the form a file has it.
  private func set(_ path: String, _ value: String) throws -> [String] {
    var reading = FieldReading(try Samples.full())
    reading.customFields["Day"] = .date
    let measure = try #require(try Samples.full().measures.first)
    let changed = try measure.setting(path, to: value, reading: reading)
    #expect(changed.origin == measure.origin)
    return changed.texts(at: String(path.prefix { $0 != "[" && $0 != "." }))
  }

  @Test(
    "Values are read by the type of the field",
    arguments: [
      ("code", "0070", ["0070"]),
      ("owner", " Ada, and Bob ", [" Ada, and Bob "]),
      ("owner", "null", ["null"]),
      ("kind", "activity", ["activity"]),
      ("direction", "maximise", ["higher"]),
      ("frequency", "monthly", ["P1M"]),
      ("frequency", "P12M", ["P1Y"]),
      ("perspective", "process", ["process"]),
      ("decimals", "2", ["2"]),
      ("weight", "0.25", ["0.25"]),
      ("reviewDate", "2027-01-31", ["2027-01-31"]),
      ("unit", "percent", ["percent"]),
      ("unit", "%", ["percent"]),
      ("unit", "USD", ["currency", "USD"]),
      ("unit", "currency CHF", ["currency", "CHF"]),
      ("unit.kind", "Score", ["score", "k€", "1000 customers", "EUR"]),
      ("unit.symbol", "", ["currency", "1000 customers", "EUR"]),
      ("scale", "-100 to 100, step 5, hard", ["-100", "100", "5", "true"]),
      ("scale", "-100, 100, hard", ["-100", "100", "true"]),
      ("scale", "from 0", ["0"]),
      ("scale", "up to 5", ["5"]),
      ("scale.hard", "no", ["-100", "100", "0.5"]),
      ("window", "P3M", ["P3M"]),
      ("window", "P3M rolling", ["P3M", "true"]),
      ("targets", "45,5 by 31.12.2026; 40 to 50,25", ["45.5", "2026-12-31", "40", "50.25"]),
      ("targets", "0,125", ["0.125"]),
      ("baseline", "31,25 on 1.6.2025", ["31.25", "2025-06-01"]),
      ("baseline.date", "30.6.2025", ["31", "2025-06-30", "first wave"]),
      ("weight", "0,25", ["0.25"]),
      ("scale", "0,5 to 10", ["0.5", "10"]),
      ("baseline", "31 in 2025", ["31", "2025"]),
      ("baseline", "31 on 2025-06-30", ["31", "2025-06-30"]),
      ("baseline.date", "2025-06-30", ["31", "2025-06-30", "first wave"]),
      ("current", "38, 2025-Q4", ["38", "2025-Q4"]),
      ("thresholds", "green 50, amber 40 percentOfTarget", ["50", "40", "percentOfTarget"]),
      ("thresholds.green", "50", ["50", "35", "absolute"]),
      ("thresholds.amber", "", ["45", "absolute"]),
      (
        "targets", "45 by 2026-12-31; 40 to 50 by 2027-Q4",
        ["45", "2026-12-31", "40", "50", "2027-Q4"]
      ),
      ("targets", "40..50", ["40", "50"]),
      ("targets", "[{value: 1, note: x}]", ["1", "x"]),
      ("targets[1].value", "46", ["46", "2026-12-31", "board", "40", "50.25", "2027-Q4"]),
      ("targets[2].value", "46", ["45", "2026-12-31", "board", "46", "2027-Q4"]),
      ("targets[2027-Q4].low", "41", ["45", "2026-12-31", "board", "41", "50.25", "2027-Q4"]),
      ("targets[2]", "", ["45", "2026-12-31", "board"]),
      (
        "targets[3]", "60 by 2028",
        ["45", "2026-12-31", "board", "40", "50.25", "2027-Q4", "60", "2028"]
      ),
      ("benchmarks", "42 in 2024", ["42", "2024"]),
      ("tags", "digital, two words ,", ["digital", "two words"]),
      ("tags", #"["a, b", c]"#, ["a, b", "c"]),
      ("tags[2]", "off", ["digital", "off", "two words"]),
      ("tags", "", []),
      ("pairedWith", "referral-rate, renewal-rate", ["referral-rate", "renewal-rate"]),
      ("name.fr", "Autre nom", ["Net Promoter Score (NPS)", "Autre nom"]),
      ("name", "NPS", ["NPS", "NPS, taux de recommandation net"]),
      ("name", "{de: Ja}", ["Ja"]),
      ("question", "Why?", ["Why?"]),
      ("question.it", "Perché?", ["Would customers recommend us?", "Perché?"]),
      (
        "objective.text", "{organisation} helps",
        ["o1", "{organisation} helps", "customer", "answers within the hour"]
      ),
      ("lifecycle", "retired since 2026-01-01, replaced by x", ["retired", "2026-01-01", "x"]),
      ("lifecycle.since", "", ["active", "other"]),
      ("method", "interview", ["interview"]),
      ("method.text.en", "by telephone", ["survey", "by mail", "by telephone"]),
      (
        "formula.variant", "top2box",
        [
          "promoters minus detractors", "100 * (promoters - detractors) / respondents", "promoters",
          "9 or 10", "count", "count", "survey", "detractors", "none", "top2box",
        ]
      ),
      (
        "formula.inputs[detractors].label", "0 to 6",
        [
          "promoters minus detractors", "100 * (promoters - detractors) / respondents", "promoters",
          "9 or 10", "count", "count", "survey", "detractors", "0 to 6", "none", "standard",
        ]
      ),
      (
        "evidence[1].accessed", "2026-01-01",
        ["A title", "A journal", "https://example.org/a?b=c#d", "2026-01-01"]
      ),
      ("instrument.sampleSize", "500", ["How likely?", "0-10", "500", "100", "about a third"]),
    ])
  func readsByType(path: String, value: String, expected: [String]) throws {
    #expect(try set(path, value) == expected)
  }

  @Test(
    "Marks between thousands are left out where they can be nothing else",
    arguments: [
      ("1.320,50", "1320.5"), ("1,320.50", "1320.5"), ("1,320,500", "1320500"),
      ("12.345.678,9", "12345678.9"), ("45,5", "45.5"),
    ])
  func readsGroupedNumbers(value: String, expected: String) throws {
    #expect(try set("baseline.value", value).first == expected)
  }

  @Test(
    "Units have short forms",
    arguments: [
      ("hours", MeasureUnit(.duration, symbol: "h")), ("d", MeasureUnit(.duration, symbol: "d")),
      ("k€", MeasureUnit(.currency, symbol: "k€", currency: CurrencyCode("EUR"))),
      ("Mio. €", MeasureUnit(.currency, symbol: "Mio. €", currency: CurrencyCode("EUR"))),
      ("per 1,000 customers", MeasureUnit(.rate, per: "1000 customers")),
      ("pts", MeasureUnit(.score)),
    ])
  func readsUnits(value: String, unit: MeasureUnit) throws {
    let catalog = try Samples.full()
    let changed = try #require(catalog.measures.first).setting("unit", to: value)
    #expect(changed.unit == unit)
  }

  @Test(
    "Custom columns keep their type",
    arguments: [
      ("custom.Cost", "12.5", CustomValue.number(12.5)),
      ("custom.Ref", "12", .text("12")),
      ("custom.New", "0042", .text("0042")),
      ("custom.New", "42", .number(42)),
      ("custom.New", "'42", .text("42")),
      ("custom.New", "true", .boolean(true)),
      ("custom.New", "#N/A", .error("#N/A")),
      ("custom.New", "null", .empty),
      ("custom.A. b [c]", "x", .text("x")),
      ("custom.'A=B'", "x", .text("x")),
    ])
  func keepsCustomTypes(path: String, value: String, expected: CustomValue) throws {
    let catalog = try Samples.full()
    let changed = try #require(catalog.measures.first)
      .setting(path, to: value, reading: FieldReading(catalog))
    let header = String(path.dropFirst("custom.".count).filter { $0 != "'" })
    #expect(changed.custom[header] == expected)
  }

  @Test(
    "What is wrong is said with the field, what is allowed and what comes nearest",
    arguments: [
      ("unti.kind", "x", "unti.kind: 'unti' is not a field; did you mean 'unit'?"),
      ("currency", "EUR", "currency: 'currency' is not a field; did you mean 'unit.currency'?"),
      (
        "unit.knd", "x",
        "unit.knd: 'knd' is no part of 'unit'; did you mean 'kind'? It has kind, symbol, per and currency"
      ),
      (
        "unit.kind", "percnt",
        "unit.kind: 'percnt' is not a unit kind; did you mean 'percent'? It takes percent, percentagePoints, score, index, ratio, count, currency, rate, duration, boolean, rank, choice or text"
      ),
      ("kind", "feeling", "kind: 'feeling' is not a kind; use opinion or activity"),
      (
        "perspective", "custmer",
        "perspective: 'custmer' is not a perspective of this catalog; did you mean 'customer'? It takes financial, customer, process or learning"
      ),
      ("decimals", "eleven", "decimals: 'eleven' is not a number; write it as in 4.5"),
      ("decimals", "11", "decimals: 11 lies outside 0 to 10"),
      ("weight", "20", "weight: 20 lies outside 0 to 1"),
      (
        "targets", "45,5 due 2026",
        "targets: '45,5 due 2026' does not fit here; write it as '45 by 2026-12-31' or '40 to 50 by 2027-Q4'"
      ),
      (
        "baseline.value", "1,5,00",
        "baseline.value: '1,5,00' is not a number; write it as in 4.5"
      ),
      (
        "unit", "per",
        "unit: 'per' does not fit here; write it as 'percent', 'pp', 'score', 'count', 'h', 'd', 'EUR', 'k€', 'per 1000 customers' or {kind: rate, per: 1000 customers}"
      ),
      (
        "baseline.value", "1,500",
        "baseline.value: '1,500' can be read in two ways; write it with a point before the decimals and no mark between thousands, as in 1500.5"
      ),
      (
        "current", "90 % in 2026",
        "current: '90 %' is a percent, but the unit of the measure is currency; write the number alone"
      ),
      ("weight", "25%", "weight: '25%' is not a number; write it as in 4.5"),
      (
        "targets[1].by", "31.2.2026",
        "targets[1].by: '31.2.2026' is not a date or period; write it as 2026-12-31, 2026, 2026-Q4 or 2026-03"
      ),
      (
        "targets.value", "4",
        "targets.value: 'targets' is a list; say which item, as in 'targets[1]'"
      ),
      (
        "targets[9].value", "4",
        "targets[9].value: there is no item '9'; the list has 2, and '3' would add one"
      ),
      (
        "targets[1].by", "soon",
        "targets[1].by: 'soon' is not a date or period; write it as 2026-12-31, 2026, 2026-Q4 or 2026-03"
      ),
      ("owner.name", "x", "owner.name: 'owner' has no parts; give it a value as a whole"),
      (
        "name.english", "x",
        "name.english: 'english' is not a language tag; use one such as 'en' or 'fr-CA'"
      ),
      ("scale.hard", "maybe", "scale.hard: 'maybe' is neither true nor false; use one of them"),
      ("scale.min", "200", "scale: the scale's 'min' is above its 'max'; swap them"),
      ("unit.kind", "", "unit: 'kind' is missing; add it"),
      ("name", "", "'name' is missing; add it"),
      (
        "id", "No Id",
        "id: 'No Id' is not an id; use small letters, digits and single hyphens, as in 'renewal-rate'"
      ),
      ("origin", "x", "origin: where a measure was read from cannot be set"),
      ("custom", "x", "custom: 'x' does not fit here; write it as {Name: value}"),
      (
        "custom.", "x",
        "custom.: the path breaks off or is wrongly put together after 'custom'; write it as in 'unit.kind' or 'targets[1].value'"
      ),
      ("", "x", "a field's name is missing here"),
      ("tags[", "x", "tags[: 'tags' is a list; say which item, as in 'tags[1]'"),
      ("custom.Cost", "dear", "custom.Cost: 'dear' is not a number; write it as in 4.5"),
    ])
  func saysWhatIsWrong(path: String, value: String, message: String) throws {
    let error = #expect(throws: CatalogError.self) { try set(path, value) }
    #expect(error?.description == message)
  }

  @Test func severalFieldsNeedOnlyBeSoundTogether() throws {
    let measure = try #require(try Samples.full().measures.first)
    let changed = try measure.setting([
      FieldAssignment("scale.min", "200"), FieldAssignment("scale.max", "300"),
      FieldAssignment("targets[3].by", "2030"), FieldAssignment("targets[3].value", "7"),
    ])
    #expect(changed.scale == Scale(minimum: 200, maximum: 300, step: 0.5, isHard: true))
    #expect(changed.targets.last == Target(7, by: Moment("2030")))
  }

  @Test func aTextInSeveralLanguagesNeedsOneNamed() throws {
    let measure = try #require(try Samples.full().measures.first)
    let error = #expect(throws: CatalogError.self) { try measure.setting("name", to: "x") }
    #expect(error?.description == "name: the text is in en and fr; say which, as in '.en'")
  }

  @Test("Any path and any value is set or refused", arguments: 0..<4)
  func neverTraps(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let measure = try #require(try Samples.full().measures.first)
    let pieces = [
      "name", "unit", "kind", "targets", "custom", "variants", "formula", "inputs", "evidence",
      "tags", ".", "[", "]", "1", "0", "-1", "99999999999999999999", "citizen", "\"", "'", "en",
      "value", "by", " ", "=", "",
    ]
    let values = [
      "", "1", "{", "[", "{value: 1}", "[a, b]", "1 to 2", "green 1", "a; b", "{en: x}", "null",
      "1e999", "P12M", "x, y", "[[[[", "{a: {b: {c: 1}}}", "- 1", "&a b", "\u{0}",
    ]
    for _ in 0..<400 {
      let path = (0..<Int.random(in: 1..<7, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let value = values.randomElement(using: &random) ?? ""
      guard let changed = try? measure.setting(path, to: value) else { continue }
      // What was set can be written and read.
      #expect(try Catalog(yaml: Catalog(measures: [changed]).yaml()).measures == [changed])
    }
  }

  @Test func everyFieldThatIsThereCanBeReached() throws {
    let measure = try #require(try Samples.full().measures.first)
    for field in measure.fields where !field.path.hasPrefix("origin") && field.path != "id" {
      // Plain texts have no language in their path, and custom values in a map of their own are
      // reached by their header.
      guard !field.path.hasPrefix("custom.") else { continue }
      let same = try measure.setting(field.path, to: field.text)
      #expect(same.json() == measure.json(), "\(field.path)")
    }
  }
}

@Suite("Setting fields of a catalog")
struct CatalogSettingTests {
  private func set(_ texts: String...) throws -> Catalog {
    try Samples.full().setting(try texts.map { try #require(FieldAssignment($0)) })
  }

  @Test func aPathBeginsWithTheMeasuresID() throws {
    let catalog = try set("referral-rate.owner=Ada = Bob", "net-promoter-score.tags=")
    #expect(catalog.measures.last?.owner == "Ada = Bob")
    #expect(catalog.measures.first?.tags == [])
  }

  @Test func aVariantIsReachedByItsFullID() throws {
    let catalog = try set("net-promoter-score@citizen.name.fr=Habitants")
    #expect(catalog.measures.first?.variants.first?.name?[.french] == "Habitants")
  }

  @Test func fieldsOfTheCatalogNeedNoID() throws {
    let catalog = try set("title.fr=Mesures", "currency=CHF", "groups[loyalty].name.fr=Fidélité")
    #expect(catalog.title[.french] == "Mesures")
    #expect(catalog.currency == CurrencyCode("CHF"))
    #expect(catalog.groups.first?.name[.french] == "Fidélité")
    #expect(catalog.extends == "base" && catalog.measures.count == 2)
  }

  @Test(
    arguments: [
      ("referal-rate.owner=x", "there is no measure 'referal-rate'; did you mean 'referral-rate'?"),
      ("zzz.owner=x", "there is no measure 'zzz'; 'kpibook list' shows the ids"),
      ("referral-rate=x", "a field of 'referral-rate' must be named, as in 'referral-rate.owner'"),
      ("referral-rate.kind=x", "referral-rate.kind: 'x' is not a kind; use opinion or activity"),
      (
        "referral-rate.id=net-promoter-score",
        "the id 'net-promoter-score' is already that of another measure; give each measure its own"
      ),
      ("currency=euro", "currency: 'euro' is not a currency; use three capitals such as 'EUR'"),
    ])
  func saysWhatIsWrong(text: String, message: String) throws {
    let error = #expect(throws: CatalogError.self) { try set(text) }
    #expect(error?.description == message)
  }

  @Test(
    "An assignment is split at its first equals sign outside quotes and brackets",
    arguments: [
      ("a.b=c=d", "a.b", "c=d"), (" a.b =c", "a.b", "c"),
      ("a.custom.'x=y'=1", "a.custom.'x=y'", "1"),
      ("a.b[x=y].c=1", "a.b[x=y].c", "1"), ("a.b=", "a.b", ""),
    ])
  func splitsAssignments(text: String, path: String, value: String) {
    #expect(FieldAssignment(text) == FieldAssignment(path, value))
  }

  @Test(arguments: ["", "a.b", "=c", "a.'b=c"])
  func refusesWhatIsNoAssignment(text: String) {
    #expect(FieldAssignment(text) == nil)
  }

  @Test(
    "The one target keeps its date when only its value is given",
    arguments: [
      ("42 by 2026", "45", ["45", "2026"]), ("42 by 2026", "45 by 2027", ["45", "2027"]),
      ("", "45", ["45"]), ("42", "", []),
    ])
  func setsTheOneTarget(before: String, value: String, after: [String]) throws {
    var measure = try #require(try Samples.full().measures.first)
    measure = try measure.setting("targets", to: before)
    #expect(try measure.setting("target", to: value).texts(at: "targets") == after)
  }

  @Test(
    "A percent may have its sign where the unit is percent",
    arguments: [
      ("90%", ["90", "2026"]), ("90 %", ["90", "2026"]), ("46,50", ["46.5", "2026"]),
      ("46,50 % by 31.12.2027", ["46.5", "2027-12-31"]),
    ])
  func readsPercents(value: String, after: [String]) throws {
    let measure = KPIDefinition(
      id: try #require(KPIIdentifier("renewal-rate")), name: "Renewal rate",
      unit: MeasureUnit(.percent),
      targets: [Target(45, by: Moment("2026"))])
    #expect(try measure.setting("target", to: value).texts(at: "targets") == after)
  }

  @Test func asksWhichOfSeveralTargetsIsMeant() throws {
    let measure = try #require(try Samples.full().measures.first)
      .setting("targets", to: "45 by 2026; 50 by 2027")
    let error = #expect(throws: CatalogError.self) { try measure.setting("target", to: "46") }
    #expect(
      error?.description
        == "target: 'targets' is a list; say which item, as in 'targets[1]'")
  }

  @Test(
    "A new currency takes the sign of the old one away",
    arguments: [
      ("€", "EUR", "USD", nil), ("k€", "EUR", "USD", "k$"), ("EUR", "EUR", "CHF", nil),
      ("TEUR", "EUR", "CHF", "TCHF"), ("$", "USD", "CAD", "$"), ("$", nil, "USD", "$"),
      ("US$", "USD", "CAD", nil), ("€", "EUR", "EUR", "€"),
      ("per visit", "EUR", "USD", "per visit"),
    ] as [(String, String?, String, String?)])
  func aNewCurrency(symbol: String, old: String?, new: String, expected: String?) throws {
    var measure = KPIDefinition(
      id: try #require(KPIIdentifier("cost")), name: LocalizedText("Cost", language: .english))
    measure.unit = MeasureUnit(
      .currency, symbol: symbol, currency: old.flatMap { CurrencyCode($0) })
    let changed = try measure.setting("unit.currency", to: new)
    #expect(changed.unit?.symbol == expected && changed.unit?.currency?.text == new)
    let both = try measure.setting([
      FieldAssignment("unit.currency", new), FieldAssignment("unit.symbol", "€"),
    ])
    #expect(both.unit?.symbol == "€")
  }
}
