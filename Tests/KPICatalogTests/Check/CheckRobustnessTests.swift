import KPICatalog
import TestSupport
import Testing

@Suite struct CheckRobustnessTests {
  @Test(arguments: 0..<4)
  func whateverCanBeReadCanBeChecked(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let marks = Array("{}[]\",:-0123456789.e%abc \n".utf8)
    let sources = [Samples.smallYAML.bytes, try Samples.full().yaml()]
    var checked = 0
    for source in sources {
      for _ in 0..<40 {
        var bytes = source
        for _ in 0...Int.random(in: 0..<3, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          bytes[place] = marks.randomElement(using: &random) ?? 0
        }
        guard let catalog = try? Catalog(yaml: bytes) else { continue }
        let report = catalog.check(CheckOptions(today: CivilDate("2026-01-15")))
        _ = report.sarif(file: "a", lines: try CatalogLines(yaml: bytes))
        checked += 1
      }
    }
    #expect(checked > 0)
  }

  @Test func extremeNumbersAreChecked() throws {
    let numbers = ["1e308", "-1e308", "5e-324", "-0", "9007199254740993", "0.1"]
    for first in numbers {
      for second in numbers {
        for direction in ["higher", "lower", "range"] {
          let catalog = try Catalog(
            yaml: Array(
              """
              measures:
                - {id: nps, name: NPS, unit: percent, direction: \(direction), weight: 1,
                   baseline: {value: \(first)}, targets: [{value: \(second), by: 9999-W53}],
                   scale: {min: -1e308, max: 1e308},
                   thresholds: {green: \(first), amber: \(second), mode: percentOfRange}}
              """.utf8))
          #expect(catalog.check(CheckOptions(today: CivilDate("9999-12-31"))).measureCount == 1)
        }
      }
    }
  }

  @Test func manyOfAKindDoNotMakeTheWorkGrowWithTheirSquare() throws {
    let count = 2000
    let languages = (0..<count).map { "a\(letters($0)): text of some length in a language \($0)" }
    let targets = (0..<count).map { "{value: \($0), by: 2026}" }
    let cells = (0..<count).map { "x\($0): A\($0 + 1)" }
    let ignored = (0..<count).map { "missing-ownr\($0)" }
    let yaml = """
      measures:
        - id: a
          name: {\(languages.joined(separator: ", "))}
          scale: {min: -2, max: -1, hard: true}
          direction: higher
          targets: [\(targets.joined(separator: ", "))]
          ignore: [\(ignored.joined(separator: ", "))]
          origin: {sheet: S, row: 1, cells: {\(cells.joined(separator: ", "))}}
      """
    let catalog = try Catalog(yaml: Array(yaml.utf8))
    let report = catalog.check()
    #expect(report.findings(of: "target-outside-scale").count == count)
    #expect(report.findings(of: "unknown-rule").count == count)
  }

  /// A number in letters, as language tags have no digits at their start.
  private func letters(_ number: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    return String([alphabet[number / 676 % 26], alphabet[number / 26 % 26]])
      + "-" + String(alphabet[number % 26]) + String(number)
  }
}
