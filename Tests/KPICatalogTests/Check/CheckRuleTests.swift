import Foundation
import KPICatalog
import Testing

@Suite struct CheckRuleTests {
  @Test func namesAreKebabCaseAndStandOnce() {
    let names = CheckRule.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
      #expect(CheckRule.named(name)?.name == name)
    }
    #expect(CheckRule.named("no-such-rule") == nil)
    #expect(CheckRule.nearestName(to: "missing-owners") == "missing-owner")
  }

  @Test(arguments: CheckRule.all)
  func eachRuleSaysWhatWhyAndHow(_ rule: CheckRule) {
    for sentence in [rule.summary, rule.reason, rule.cure] {
      #expect(sentence.hasSuffix("."))
      #expect(
        sentence.first?.isUppercase == true || sentence.first?.isNumber == true
          || sentence.first == "'")
    }
  }

  @Test(arguments: CheckRule.all)
  func eachRuleHasItsPlaceInTheDocumentation(_ rule: CheckRule) throws {
    let part = try Self.documentation(of: rule)
    #expect(part.contains("*\(rule.severity.rawValue)*"))
    for sentence in [rule.summary, rule.reason, rule.cure] {
      #expect(part.replacing("\n", with: " ").contains(sentence), "\(sentence)")
    }
    let index = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    #expect(index.contains("[\(rule.name)](\(rule.page).md#\(rule.name))"))
  }

  @Test(arguments: CheckRule.all)
  func theExampleInTheDocumentationIsTrue(_ rule: CheckRule) throws {
    let part = try Self.documentation(of: rule)
    let blocks = part.components(separatedBy: "```")
    let yaml = try #require(blocks.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
    let shown = try #require(blocks.first { $0.hasPrefix("text\n") }).dropFirst(5).dropLast()
    let text = yaml.hasPrefix("-") ? "measures:\n" + yaml : String(yaml)
    let report = try Catalog(yaml: Array(text.utf8)).check(
      CheckOptions(today: CivilDate("2026-01-15")))
    #expect(report.lines(file: "catalog.yaml").contains(String(shown)))
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../docs/rules").standardizedFileURL

  private static func documentation(of rule: CheckRule) throws -> String {
    let page = try String(contentsOf: root.appending(path: "\(rule.page).md"), encoding: .utf8)
    let parts = page.components(separatedBy: "\n## ")
    return try #require(parts.first { $0.hasPrefix(rule.name + "\n") })
  }

  @Test func severitiesAreOrdered() {
    #expect(CheckSeverity.note < .warning && CheckSeverity.warning < .error)
  }
}
