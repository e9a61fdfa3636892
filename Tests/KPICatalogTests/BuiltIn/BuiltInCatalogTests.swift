import Foundation
import Testing

@testable import KPICatalog

@Suite struct BuiltInCatalogTests {
  private static let opinion = [
    "customer-satisfaction-score", "customer-satisfaction-index", "highly-satisfied-share",
    "satisfaction-with-feature", "satisfaction-with-buying-process",
    "satisfaction-with-interaction", "satisfaction-with-service", "expectation-match-score",
    "value-for-money-score", "complaint-handling-satisfaction", "net-promoter-score",
    "repurchase-intention", "switching-intention", "customer-trust-score",
    "customer-effort-score", "brand-awareness", "brand-attitude-index", "external-rating",
    "online-review-rating", "complaint-rate", "feedback-sentiment-score",
    "focus-group-theme-frequency", "survey-response-rate",
  ]

  private static let activity = [
    "active-customers", "new-customers", "conversion-rate", "lead-velocity-rate",
    "clv-to-cac-ratio", "market-share", "relative-market-share", "purchase-frequency",
    "average-order-value", "time-between-purchases", "repeat-purchase-rate", "early-repeat-rate",
    "cross-sell-rate", "upsell-rate", "cart-abandonment-rate", "product-return-rate",
    "share-of-wallet", "customer-retention-rate", "customer-churn-rate", "renewal-rate",
    "gross-revenue-retention", "net-revenue-retention", "win-back-rate", "adoption-rate",
    "average-revenue-per-customer", "customer-lifetime-value", "first-contact-resolution",
    "first-response-time", "on-time-delivery", "referral-rate",
  ]

  @Test func holdsTheFiftyThreeMeasures() throws {
    let catalog = try BuiltInCatalog.customerMeasures()
    #expect(catalog.measures.filter { $0.kind == .opinion }.map(\.id.text) == Self.opinion)
    #expect(catalog.measures.filter { $0.kind == .activity }.map(\.id.text) == Self.activity)
    #expect(catalog.measures.count == 53)
  }

  @Test func isWrittenAndReadBackTheSame() throws {
    let catalog = try BuiltInCatalog.customerMeasures()
    #expect(try Catalog(json: catalog.json()) == catalog)
    #expect(try Catalog(yaml: catalog.yaml()) == catalog)
  }

  @Test(
    "Formulas compute the worked values",
    arguments: FormulaEvaluationTests.workedValues)
  func formulasComputeWorkedValues(_ worked: FormulaEvaluationTests.WorkedValue) throws {
    let catalog = try Self.shared.get()
    let measure = try #require(catalog.measures.first { $0.id.text == worked.id })
    let result = try #require(measure.formula?.expression?.evaluate(worked.inputs))
    #expect(abs(result.double - worked.value) <= 5e-6 * abs(worked.value))
  }

  private static let shared = Result { try BuiltInCatalog.customerMeasures() }

  @Test func inputsAreThoseTheFormulaUses() throws {
    for measure in try Self.shared.get().measures {
      guard let formula = measure.formula, let expression = formula.expression else { continue }
      #expect(Set(formula.inputs.map(\.name)) == Set(expression.inputNames), "\(measure.id)")
      #expect(throws: Never.self, "\(measure.id)") { try expression.unit(of: formula.inputs) }
    }
  }

  @Test func theCheckedInTableOfNamesIsUpToDate() throws {
    let table = try BuiltInCatalog.namesTable()
    if ProcessInfo.processInfo.environment["UPDATE_NAMES"] != nil {
      let root = URL(filePath: #filePath).appending(path: "../../../../catalog/names.tsv")
      try Data(table.utf8).write(to: root.standardizedFileURL)
    } else {
      let isUpToDate = table == BuiltInCatalog.checkedInNamesTable
      #expect(isUpToDate, "run UPDATE_NAMES=1 swift test --filter BuiltInCatalogTests")
    }
  }

  @Test func theCheckedInTableOfGroupNamesIsUpToDate() throws {
    let table = try BuiltInCatalog.groupNamesTable()
    if ProcessInfo.processInfo.environment["UPDATE_NAMES"] != nil {
      let root = URL(filePath: #filePath).appending(path: "../../../../catalog/groups.tsv")
      try Data(table.utf8).write(to: root.standardizedFileURL)
    } else {
      let isUpToDate = table == BuiltInCatalog.checkedInGroupNamesTable
      #expect(isUpToDate, "run UPDATE_NAMES=1 swift test --filter BuiltInCatalogTests")
    }
  }

  @Test(
    "a group is found by its name in any language",
    arguments: ["Stated loyalty", "Fidélité déclarée", "FEDELTÀ DICHIARATA"])
  func groupsAreFoundByName(_ name: String) {
    #expect(BuiltInCatalog.groupNames.measure(named: name)?.text == "loyalty")
  }

  @Test func namesAreFoundInEveryLanguage() throws {
    for measure in try Self.shared.get().measures {
      for entry in measure.name.entries {
        let found = BuiltInCatalog.names.measures(named: entry.text)
        #expect(found.contains(measure.id), "\(entry.text)")
      }
    }
    #expect(BuiltInCatalog.names.measure(named: "NPS")?.text == "net-promoter-score")
    #expect(BuiltInCatalog.names.measure(named: "panier moyen")?.text == "average-order-value")
  }
}
