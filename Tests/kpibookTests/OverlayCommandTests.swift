import Foundation
import Testing

/// A strategy officer customizes the 53 measures by commands; a year later the library has a new
/// edition.
@Suite("An overlay at the command line")
struct OverlayCommandTests {
  /// Twenty fields of twelve measures and the catalog, three measures left out, two added.
  private static let changes = [
    "title.en=What our customers say and do", "organisation=Gas & Water",
    "groups[loyalty].name.en=Loyalty", "net-promoter-score.owner=Head of Service",
    "net-promoter-score.targets=40 by 2026-12-31; 45 by 2027",
    "net-promoter-score.baseline=31 in 2025", "net-promoter-score.custom.Board=yes",
    "customer-churn-rate.owner=Ada",
    "customer-churn-rate.description.en=Customers who left us in the year.",
    "repeat-purchase-rate.owner=Bob", "cart-abandonment-rate.frequency=daily",
    "average-order-value.unit=CHF", "complaint-rate.frequency=quarterly",
    "customer-effort-score.name.fr=Effort demandé", "customer-trust-score.tags=board, brand",
    "first-response-time.thresholds=green 24, amber 48",
    "renewal-rate.pitfalls.fr=Chez nous : les contrats pluriannuels.",
    "market-share.source={en: Yearbook}", "praise.unit=count", "praise.name.en=Letters of praise",
    "town-pride.name.en=Pride of the town",
  ]

  /// One measure renamed, one split, one retired, one gone, one new, seven corrected.
  private static let corrections = [
    "version=2.0", "groups[loyalty].name.fr=Fidélité",
    "customer-churn-rate.description.fr=Part des clients perdus.",
    "customer-churn-rate.name.en=Customer loss rate",
    "customer-churn-rate.aliases=customer-churn-rate",
    "cart-abandonment-rate.lifecycle=retired since 2027-01-01, replaced by conversion-rate",
    "net-promoter-score.pitfalls.en=Segments are mixed.", "net-promoter-score.baseline=30 in 2024",
    "complaint-rate.frequency=yearly", "customer-effort-score.name.fr=Effort demandé",
    "customer-trust-score.decimals=2", "renewal-rate.pitfalls.en=Counted by contract.",
    "average-order-value.aliases=AOV, Basket", "customer-churn-rate.id=customer-loss-rate",
    "repeat-purchase-online.name.en=Repeat purchases, online",
    "repeat-purchase-shop.name.en=Repeat purchases, shop",
    "repeat-purchase-online.derivedFrom=repeat-purchase-rate",
    "repeat-purchase-shop.derivedFrom=repeat-purchase-rate",
    "renewal-forecast.name.en=Renewal forecast",
  ]

  private static func settings(_ words: [String]) -> [String] { words.flatMap { ["--set", $0] } }

  @Test("A new edition comes in under the changes", arguments: [false, true])
  func livesThroughANewEdition(withOld: Bool) throws {
    let folder = try TemporaryFolder()
    func run(_ words: [String]) throws -> Tool.Result { try Tool.run(words, in: folder.url) }
    #expect(
      try run(["customize", "customer-measures", "--flat", "-o", "library.yaml"]).status == 0)
    let made = try run(
      ["customize", "library.yaml"] + Self.settings(Self.changes) + [
        "--remove", "focus-group-theme-frequency,brand-attitude-index,lead-velocity-rate", "--add",
        "praise,town-pride", "-o", "ours.yaml",
      ])
    #expect(made.status == 0 && made.errors.isEmpty, "\(made.errors)")
    let overlay = try String(contentsOfFile: folder.path("ours.yaml"), encoding: .utf8)
    #expect(overlay.hasPrefix("extends: library.yaml\n"))
    #expect(overlay.split(separator: "\n").count < 150)

    let edition = try run(
      ["customize", "library.yaml"] + Self.settings(Self.corrections) + [
        "--remove", "repeat-purchase-rate,win-back-rate", "--add",
        "repeat-purchase-online,repeat-purchase-shop,renewal-forecast", "--flat", "-o",
        "second.yaml",
      ])
    #expect(edition.status == 0, "\(edition.errors)")
    try FileManager.default.moveItem(
      atPath: folder.path("library.yaml"), toPath: folder.path("old.yaml"))
    try FileManager.default.moveItem(
      atPath: folder.path("second.yaml"), toPath: folder.path("library.yaml"))

    let upgrade = try run(
      ["customize", "ours.yaml", "-o", "ours.yaml"] + (withOld ? ["--old-base", "old.yaml"] : []))
    #expect(upgrade.status == 1)
    var told = [
      "warning: net-promoter-score.baseline: the base changed it too: was nothing; the overlay says “31 in 2025”, the base “30 in 2024”; the overlay's word is kept",
      "warning: complaint-rate.frequency: the base changed it too: was P1M; the overlay says P3M, the base P1Y; the overlay's word is kept",
      "warning: repeat-purchase-rate: the base does not have it any more, the overlay changes owner; it stays as a measure of the overlay's own",
      "note: cart-abandonment-rate: it is retired in the base; 'conversion-rate' takes its place there",
      "note: customer-churn-rate: the base calls it 'customer-loss-rate' now; what was changed follows it",
      "note: repeat-purchase-rate: the base has 'repeat-purchase-online' and 'repeat-purchase-shop' in its place now",
    ]
    if withOld {
      told.append("note: win-back-rate: the base does not have it any more; it is left out")
    }
    #expect(
      upgrade.errors.split(separator: "\n").map(String.init).sorted()
        == told.map { "ours.yaml: " + $0 }.sorted())

    // All that was changed against the old edition is changed against the new one.
    let diff = try run(["diff", "library.yaml", "ours.yaml"])
    for line in [
      "    title.en                 Customer measures → What our customers say and do",
      "    organisation             + Gas & Water",
      "    groups[loyalty].name.en  Stated loyalty → Loyalty",
      "    owner                + Head of Service", "    baseline.value       30 → 31",
      "    custom.Board         + yes", "    tags  + board, brand", "    frequency  P1Y → P3M",
      "    unit.currency  + CHF", "    frequency  P1W → P1D",
      "~ customer-loss-rate  Customer loss rate",
      "      + Customers who left us in the year.", "    thresholds  + green 24, amber 48",
      "- brand-attitude-index  Brand attitude index", "+ praise  Letters of praise",
      "+ town-pride  Pride of the town",
      "Measures: 3 added, 3 removed, 9 changed; catalog: 3 fields changed",
    ] {
      #expect(diff.output.contains(line + "\n"), "\(line) is missing in:\n\(diff.output)")
    }
    // What the edition corrected is there.
    let flat = try run(["customize", "ours.yaml", "--flat"]).output
    for text in [
      "Segments are mixed.", "Part des clients perdus.", "Counted by contract.", "Fidélité",
      "id: repeat-purchase-shop", "id: renewal-forecast",
    ] {
      #expect(flat.contains(text), "\(text)")
    }
    #expect(!flat.contains("id: win-back-rate") && !flat.contains("id: customer-churn-rate"))
    // Asked again, there is nothing left to say.
    let again = try run(["customize", "ours.yaml", "-o", "again.yaml"])
    #expect(again.status == 0 && again.errors.isEmpty)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder.path("again.yaml")))
        == Data(contentsOf: URL(fileURLWithPath: folder.path("ours.yaml"))))
  }

  // MARK: Every field

  /// A value for every field, and how YAML has it.
  private static let values = [
    ("code", "M-007", "code: M-007"), ("name.en", "Advocacy", "en: Advocacy"),
    ("aliases", "NPS, Promoters", "aliases: [NPS, Promoters]"),
    ("perspective", "process", "perspective: process"), ("kind", "activity", "kind: activity"),
    ("group", "effort", "group: effort"), ("audience", "citizen", "audience: citizen"),
    ("objective.text.en", "They recommend us", "en: They recommend us"),
    ("question.en", "Would they?", "en: Would they?"), ("description.en", "D1", "en: D1"),
    ("rationale.en", "R1", "en: R1"), ("scope.includes.en", "S1", "en: S1"),
    ("formula.text.en", "a / b", "en: a / b"), ("valueType", "integer", "valueType: integer"),
    ("unit", "percent", "kind: percent"), ("scale", "0 to 100, hard", "max: 100"),
    ("decimals", "2", "decimals: 2"), ("direction", "lower", "direction: lower"),
    ("frequency", "weekly", "frequency: P1W"),
    ("reportingFrequency", "quarterly", "reportingFrequency: P3M"),
    ("window", "P12M rolling", "rolling: true"), ("source.en", "CRM", "en: CRM"),
    ("method", "interview", "method: interview"),
    ("instrument.sampleSize", "500", "sampleSize: 500"), ("leadLag", "lead", "leadLag: lead"),
    ("owner", "Ada", "owner: Ada"), ("collector", "Bob", "collector: Bob"),
    ("baseline", "31 in 2025", "value: 31"), ("targets", "45 by 2026-12-31", "value: 45"),
    ("thresholds", "green 45, amber 35", "green: 45"), ("current", "38 in 2025-Q4", "value: 38"),
    ("weight", "0.25", "weight: 0.25"), ("benchmarks", "42 in 2024", "value: 42"),
    ("pairedWith", "renewal-rate", "pairedWith: [renewal-rate]"),
    ("derivedFrom", "renewal-rate", "derivedFrom: [renewal-rate]"),
    ("pitfalls.en", "P1", "en: P1"), ("evidence", "[{title: A study}]", "title: A study"),
    ("tags", "board", "tags: [board]"), ("notes.en", "N1", "en: N1"),
    ("lifecycle", "retired since 2026-01-01", "state: retired"),
    ("reviewDate", "2027-01-31", #"reviewDate: "2027-01-31""#), ("version", "3", #"version: "3""#),
    ("custom.Cost centre", "4711", "Cost centre: 4711"),
  ]

  @Test func everyFieldCanBeSet() throws {
    let result = try Tool.run(
      ["customize", "customer-measures"]
        + Self.settings(Self.values.map { "net-promoter-score.\($0.0)=\($0.1)" }))
    #expect(result.status == 0, "\(result.errors)")
    // Only the overlay's own words, not what the base had.
    let text = result.output.components(separatedBy: "\nbase:")[0] + "\n"
    for (field, _, yaml) in Self.values {
      #expect(text.contains(yaml + "\n"), "\(field): \(yaml) is missing in:\n\(text)")
    }
  }

  @Test(
    "A value of the wrong type is refused with the field and what is allowed",
    arguments: [
      ("kind=x", "'x' is not a kind; use opinion or activity"),
      ("direction=sideways", "'sideways' is not a direction; use higher, lower, range or none"),
      (
        "frequency=often",
        "'often' is not a frequency; use daily, weekly, monthly, quarterly, half-yearly, yearly, P1D, P1W"
      ),
      ("reportingFrequency=x", "'x' is not a frequency; use daily"),
      ("window=x", "'x' does not fit here; write it as 'P12M' or 'P12M rolling'"),
      (
        "unit=parsnip",
        "'parsnip' does not fit here; write it as 'percent', 'pp', 'score', 'count', 'h', 'd', 'EUR', 'k€'"
      ),
      ("unit.kind=x", "'x' is not a unit kind; use percent, percentagePoints, score"),
      ("scale=x", "'x' does not fit here; write it as '0 to 100', '-100 to 100, hard'"),
      ("scale.min=low", "'low' is not a number; write it as in 4.5"),
      ("decimals=x", "'x' is not a number"), ("weight=x", "'x' is not a number"),
      ("baseline=x", "'x' does not fit here; write it as '31 in 2024' or '31 on 2024-12-31'"),
      ("targets=x", "'x' does not fit here; write it as '45 by 2026-12-31'"),
      ("targets[1].by=x", "'x' is not a date or period; write it as 2026-12-31, 2026, 2026-Q4"),
      ("thresholds=x", "'x' does not fit here; write it as 'green 45, amber 35'"),
      ("audience=x", "'x' is not an audience; use customer, constituent, beneficiary"),
      ("objective=x", "write it as {id: …, text: …, voice: …, differentiator: …}"),
      ("scope=x", "write it as {includes: …, excludes: …, population: …}"),
      ("objective.txt=x", "'txt' is no part of 'objective'; did you mean 'text'? It has id, text"),
      ("valueType=x", "'x' is not a value type; use number, integer, boolean, choice or text"),
      ("method.kind=x", "'x' is not a method; use survey, focusGroup"),
      ("leadLag=x", "'x' is not a lead or lag mark; use lead or lag"),
      ("pairedWith=?!", "'?!' is not an id; use small letters, digits and single hyphens"),
      ("lifecycle.state=x", "'x' is not a lifecycle state; use draft, active or retired"),
      ("reviewDate=x", "'x' is not a date; write it as 2026-12-31"),
      ("formula.expression=a +", "the formula ends where a number, an input or '(' belongs"),
      ("name.xx1234567=x", "'xx1234567' is not a language tag; use one such as 'en' or 'fr-CA'"),
      ("name=", "'name' is missing; add it"),
      ("ownr=x", "'ownr' is not a field; did you mean 'owner'?"),
      ("origin=x", "where a measure was read from cannot be set"),
    ])
  func refusesOtherTypes(assignment: String, message: String) throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run(
      [
        "customize", "customer-measures", "--set", "net-promoter-score." + assignment, "-o",
        "out.yaml",
      ], in: folder.url)
    #expect(result.status == 2)
    let field = assignment.prefix { $0 != "=" }
    #expect(result.errors.hasPrefix("customer-measures: error: net-promoter-score"))
    #expect(field == "name" || result.errors.contains(field), "\(result.errors)")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try folder.names().isEmpty)
  }

  @Test(
    "every command that reads a catalog reads an overlay with its base",
    arguments: [
      ["list", "ours.yaml"], ["show", "ours.yaml", "net-promoter-score"], ["check", "ours.yaml"],
      ["import", "ours.yaml"], ["export", "ours.yaml", "out.csv"],
    ])
  func isReadWithItsBase(words: [String]) throws {
    let folder = try TemporaryFolder()
    let made = try Tool.run(
      [
        "customize", "customer-measures", "--select", "net-promoter-score,renewal-rate", "--set",
        "net-promoter-score.owner=Ada", "-o", "ours.yaml",
      ], in: folder.url)
    #expect(made.status == 0)
    let result = try Tool.run(words, in: folder.url)
    #expect(result.status == 0 || words[0] == "check" && result.status == 1, "\(result.errors)")
    switch words[0] {
    case "list": #expect(result.output.contains("renewal-rate"))
    case "show": #expect(result.output.contains("Ada"))
    case "check": #expect(!result.errors.contains("not a known key"))
    case "import": #expect(result.output.contains("owner: Ada"))
    default:
      #expect(try String(contentsOfFile: folder.path("out.csv"), encoding: .utf8).contains("Ada"))
    }
  }
}
