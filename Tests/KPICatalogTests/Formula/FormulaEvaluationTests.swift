import KPICatalog
import Testing

@Suite struct FormulaEvaluationTests {
  /// A measure's formula with inputs and the value to six significant digits, computed by hand.
  struct WorkedValue: Sendable, CustomTestStringConvertible {
    let id: String
    let formula: String
    let inputs: [String: FormulaInputValue]
    let value: Double

    var testDescription: String { id }

    init(_ id: String, _ formula: String, _ inputs: [String: FormulaInputValue], _ value: Double) {
      self.id = id
      self.formula = formula
      self.inputs = inputs
      self.value = value
    }
  }

  static let workedValues: [WorkedValue] = [
    .init(
      "customer-satisfaction-score", "100 * satisfied_responses / valid_responses",
      ["satisfied_responses": 412, "valid_responses": 500], 82.4),
    .init(
      "net-promoter-score", "100 * (promoters - detractors) / respondents",
      ["promoters": 57, "detractors": 19, "respondents": 100], 38),
    .init(
      "net-promoter-score", "100 * (promoters - detractors) / respondents",
      ["promoters": 10, "detractors": 60, "respondents": 100], -50),
    .init(
      "customer-effort-score", "sum(ease_ratings) / rating_count",
      ["ease_ratings": [7, 6, 6, 5, 2], "rating_count": 5], 5.2),
    .init(
      "complaint-rate", "1000 * complaints / average_active_customers",
      ["complaints": 36, "average_active_customers": 4800], 7.5),
    .init(
      "feedback-sentiment-score",
      "100 * (positive_comments - negative_comments) / classified_comments",
      ["positive_comments": 120, "negative_comments": 150, "classified_comments": 300], -10),
    .init(
      "conversion-rate", "100 * completed_sales / sales_interactions",
      ["completed_sales": 63, "sales_interactions": 900], 7),
    .init(
      "lead-velocity-rate",
      "100 * (qualified_leads_now - qualified_leads_before) / qualified_leads_before",
      ["qualified_leads_now": 180, "qualified_leads_before": 240], -25),
    .init(
      "clv-to-cac-ratio", "customer_lifetime_value / customer_acquisition_cost",
      ["customer_lifetime_value": 1380, "customer_acquisition_cost": 460], 3),
    .init(
      "market-share", "100 * own_sales / market_sales",
      ["own_sales": 31.5, "market_sales": 420], 7.5),
    .init(
      "relative-market-share", "own_market_share / largest_rival_share",
      ["own_market_share": 18, "largest_rival_share": 24], 0.75),
    .init(
      "purchase-frequency", "orders / distinct_buyers", ["orders": 5400, "distinct_buyers": 2000],
      2.7),
    .init(
      "average-order-value", "net_sales / orders", ["net_sales": 151200, "orders": 2400], 63),
    .init(
      "time-between-purchases", "median(days_between_consecutive_orders)",
      ["days_between_consecutive_orders": [12, 30, 31, 45, 90]], 31),
    .init(
      "repeat-purchase-rate", "100 * buyers_with_two_or_more_orders / buyers",
      ["buyers_with_two_or_more_orders": 640, "buyers": 2000], 32),
    .init(
      "cart-abandonment-rate", "100 * (carts_created - completed_checkouts) / carts_created",
      ["carts_created": 800, "completed_checkouts": 232], 71),
    .init(
      "product-return-rate", "100 * units_returned / units_sold",
      ["units_returned": 57, "units_sold": 1900], 3),
    .init(
      "share-of-wallet", "100 * customer_spend_with_us / customer_spend_in_category",
      ["customer_spend_with_us": 450, "customer_spend_in_category": 1200], 37.5),
    .init(
      "customer-retention-rate", "100 * (customers_end - new_customers) / customers_start",
      ["customers_end": 1120, "new_customers": 200, "customers_start": 1000], 92),
    .init(
      "customer-churn-rate", "100 * customers_lost / customers_start",
      ["customers_lost": 80, "customers_start": 1000], 8),
    .init(
      "renewal-rate", "100 * contracts_renewed / contracts_due",
      ["contracts_renewed": 171, "contracts_due": 190], 90),
    .init(
      "gross-revenue-retention",
      "100 * (start_revenue - churned_revenue - contracted_revenue) / start_revenue",
      ["start_revenue": 20000, "churned_revenue": 1200, "contracted_revenue": 800], 90),
    .init(
      "net-revenue-retention",
      "100 * (start_revenue + expansion_revenue - contracted_revenue - churned_revenue) / start_revenue",
      [
        "start_revenue": 20000, "expansion_revenue": 3000, "contracted_revenue": 800,
        "churned_revenue": 1200,
      ], 105),
    .init(
      "win-back-rate", "100 * lost_customers_regained / lost_customers_approached",
      ["lost_customers_regained": 18, "lost_customers_approached": 150], 12),
    .init(
      "average-revenue-per-customer", "revenue / average_active_customers",
      ["revenue": 96000, "average_active_customers": 1500], 64),
    .init(
      "customer-lifetime-value",
      "margin_per_period * retention / (1 + discount_rate - retention)",
      ["margin_per_period": 200, "retention": 0.8, "discount_rate": 0.1], 533.333),
    .init(
      "first-contact-resolution", "100 * requests_resolved_first_contact / requests_received",
      ["requests_resolved_first_contact": 740, "requests_received": 1000], 74),
    .init(
      "on-time-delivery", "100 * orders_delivered_by_requested_date / orders_due",
      ["orders_delivered_by_requested_date": 470, "orders_due": 500], 94),
    .init(
      "referral-rate", "100 * referred_new_customers / new_customers",
      ["referred_new_customers": 42, "new_customers": 200], 21),
  ]

  @Test(arguments: workedValues)
  func computesWorkedValues(_ worked: WorkedValue) throws {
    let result = try #require(try FormulaExpression(worked.formula).evaluate(worked.inputs))
    #expect(abs(result.double - worked.value) <= 5e-6 * abs(worked.value))
  }

  @Test(arguments: [
    ("sum(w * s) / sum(w)", 2.75), ("mean(s)", 2.5), ("median(s)", 2.5), ("min(s)", 1),
    ("max(s, 9)", 9), ("count(s)", 4), ("count_distinct(d)", 2), ("percentile(s, 90)", 3.7),
    ("percentile(s, 0)", 1), ("percentile(s, 100)", 4), ("sum(2 * s - 1)", 16), ("-sum(-s)", 10),
    ("sum(s / 2)", 5), ("sum(n)", 5), ("count(l)", 3), ("count_distinct(l)", 2), ("min(n, s)", 1),
    ("sum(12 / s)", 25),
  ])
  func computesLists(_ text: String, _ value: Double) throws {
    let inputs: [String: FormulaInputValue] = [
      "s": [1, 2, 3, 4], "w": [1, 0, 0, 1.4], "d": [1, 1, 2, 2], "n": 5,
      "l": .labels(["x", "y", "x"]),
    ]
    let result = try #require(try FormulaExpression(text).evaluate(inputs))
    #expect(abs(result.double - value) < 1e-9)
  }

  @Test(
    "Undefined is nothing, never zero",
    arguments: [
      "a / zero", "a / (a - a)", "missing", "sum(empty)", "count(empty)", "median(empty)", "list",
      "sum(list + three)", "labels", "sum(labels)", "labels + 1", "-labels", "count(none)",
      "percentile(list, 101)", "percentile(list, list)", "percentile(a, labels)",
      "max(list, labels)", "max(labels, list)", "huge * huge", "sum(list / zero)", "0 / 0",
    ])
  func undefinedIsNothing(_ text: String) throws {
    let inputs: [String: FormulaInputValue] = [
      "a": 1, "zero": 0, "empty": .numbers([]), "list": [1, 2], "three": [1, 2, 3],
      "labels": .labels(["x"]), "none": .labels([]), "huge": 1e300,
    ]
    #expect(try FormulaExpression(text).evaluate(inputs) == nil)
  }
}
