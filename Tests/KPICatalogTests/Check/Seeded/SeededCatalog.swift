import KPICatalog
import Testing

/// A small catalog into which a fault was put, or one beside it that has none.
struct SeededCatalog: Sendable, CustomTestStringConvertible {
  /// The rule that must find the fault, or must not cry.
  let rule: String
  let isFaulty: Bool
  let number: Int
  /// The catalog as YAML, with or without what stands above the measures.
  let yaml: String
  /// The day to judge dates by.
  var today: String?
  /// Other rules that rightly find something too.
  var others: Set<String> = []

  var testDescription: String {
    "\(rule), \(isFaulty ? "with the fault" : "without it") \(number)"
  }

  /// The rules that find something.
  func findings() throws -> [CheckFinding] {
    let text = yaml.hasPrefix("-") ? "measures:\n" + yaml : yaml
    let catalog = try Catalog(yaml: Array((text + "\n").utf8))
    return catalog.check(CheckOptions(today: today.flatMap(CivilDate.init))).findings
  }

  /// Makes the catalogs of one rule: those with the fault, and those that come near it and have
  /// none.
  ///
  /// The others are rules that rightly find something in the faulty ones too.
  static func of(
    _ rule: String, faulty: [String], sound: [String], today: String? = nil,
    others: Set<String> = []
  ) -> [SeededCatalog] {
    let withFault = faulty.enumerated().map {
      SeededCatalog(
        rule: rule, isFaulty: true, number: $0 + 1, yaml: $1, today: today, others: others)
    }
    let without = sound.enumerated().map {
      SeededCatalog(rule: rule, isFaulty: false, number: $0 + 1, yaml: $1, today: today)
    }
    return withFault + without
  }

  /// All of them.
  static let all: [SeededCatalog] =
    scales + thresholds + directions + percents + effort + targets + rollUp + formulas
    + opinionAndActivity + objectives + names + translations + completeness + weights + references
}
