import KPICatalog
import Testing

/// A small catalog in which every field is used by some measure.
enum FullCatalog {
  static func make() throws -> Catalog { try Catalog(yaml: Array(text.utf8)) }

  private static let text = """
    title: {en: Scorecard, fr: Tableau de bord}
    defaultLanguage: en
    languages: [en, fr]
    audience: customer
    currency: EUR
    groups:
      - {id: loyalty, name: {en: Loyalty, fr: "Fidélité, déclarée"}, kind: opinion}
      - {id: money, name: {en: "Money / value"}}
    customFields: {Cost centre: number}
    measures:
      - id: net-promoter-score
        code: "007"
        name: {en: Net Promoter Score, fr: Taux de recommandation net}
        aliases: [NPS, "a; b"]
        perspective: customer
        kind: opinion
        group: loyalty
        audience: citizen
        objective: {id: o-1, text: {en: "{organisation} saves me time"}, voice: customer, differentiator: {en: Nobody else does}}
        question: {en: Would they recommend us?, fr: Nous recommandent-ils ?}
        description: {en: "Line one\\nline two"}
        rationale: {en: It matters}
        scope: {includes: {en: B2B}, excludes: {en: staff}, population: {en: all customers}}
        formula:
          text: {en: promoters minus detractors}
          expression: 100 * (promoters - detractors) / respondents
          inputs:
            - {name: promoters, label: {en: Promoters}, aggregate: count}
          variant: top2box
        valueType: number
        unit: score
        scale: {min: -100, max: 100, step: 1, hard: true}
        decimals: 0
        direction: higher
        frequency: P3M
        reportingFrequency: P1Y
        window: {period: P12M, rolling: true}
        aggregation: {time: recompute, across: mean, note: {en: never add}}
        source: {en: Survey tool}
        method: {kind: survey, text: {en: Online questionnaire}}
        instrument: {question: {en: How likely?}, scale: 0-10, sampleSize: 400, minimumSample: 30, responseRate: about 20 %}
        leadLag: lead
        owner: Head of Service
        collector: Ada
        baseline: {value: 31, period: "2025", note: {en: first wave}}
        targets: [{value: 40, by: 2026-12-31, note: {en: firm}}, {value: 45, by: 2027-12-31}]
        thresholds: {green: 40, amber: 30}
        current: {value: 38, period: 2026-Q1}
        weight: 0.2
        benchmarks: [{value: 25, label: {en: sector}, source: {en: A study}, date: "2024"}]
        pairedWith: [repeat-purchase-rate]
        pitfalls: {en: Staff ask only friends, fr: On ne demande qu'aux amis}
        evidence: [{title: {en: The book}, link: "https://example.org/a?b=1", accessed: 2025-05-05}]
        tags: [digital, two words]
        notes: {en: "=1+1"}
        lifecycle: {state: active, since: 2024-01-01}
        reviewDate: 2026-06-30
        version: "1.2"
        variants: [{id: short, name: {en: Short form}}]
        ignore: [missing-owner]
        custom: {Cost centre: 4001, Reviewed: 2026-01-05, Status: ok, Yes: true, Nothing: null}
      - id: repeat-purchase-rate
        name: {en: Repeat purchase rate}
        perspective: process
        kind: activity
        group: money
        unit: percent
        decimals: 1
        direction: range
        baseline: {value: 7}
        thresholds: {green: {low: 40, high: 60.5}, amber: {low: 30, high: 70}}
        targets: [{low: 45, high: 55, by: 2026-12-31}]
        current: {value: 0.30000000000000004}
        derivedFrom: [net-promoter-score]
        custom: {"Line\\nbreak": x, status: y}
      - id: spend
        name: {en: Average spend}
        unit: {kind: currency, currency: EUR}
        direction: none
        baseline: {value: 1234.5}
        group: free text
      - id: wait
        name: {en: Waiting time}
        unit: {kind: duration, symbol: min}
        direction: lower
        frequency: onEvent
        thresholds: {green: 90, amber: 110, mode: percentOfTarget}
        method: system
        owner: n/a
    """
}
