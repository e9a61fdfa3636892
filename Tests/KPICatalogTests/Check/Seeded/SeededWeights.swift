extension SeededCatalog {
  private static func weighted(_ weights: [(group: String, weight: Double?)]) -> String {
    weights.enumerated().map { index, item in
      let weight = item.weight.map { ", weight: \($0)" } ?? ""
      return "- {id: m\(index), name: Measure \(index), group: \(item.group)\(weight)}"
    }.joined(separator: "\n")
  }

  /// Weights.
  static let weights = of(
    "weight-sum",
    faulty: [
      weighted([("g", 0.5), ("g", 0.4)]),
      weighted([("fidélité", 0.5), ("fidélité", 0.5), ("achats", 0.6), ("achats", 0.6)]),
      weighted([("a", 0.3), ("a", 0.3), ("a", 0.3), ("b", nil)]),
      """
      - {id: a, name: {de: Treue}, weight: 0.25}
      - {id: b, name: {de: Umsatz}, weight: 0.25}
      - {id: c, name: {de: Besuche}, weight: 0.4}
      """,
      weighted((0..<10).map { _ in ("g", 0.12) }),
    ],
    sound: [
      weighted([("g", 0.6), ("g", 0.4)]),
      weighted([("a", 0.33), ("a", 0.33), ("a", 0.33), ("b", 1)]),
      weighted([("a", 0.2), ("a", 0.3), ("b", 0.1), ("b", 0.4)]),
      weighted([("a", 0.5), ("a", nil), ("b", 0.2)]),
      """
      - {id: a, name: {it: Margine}, perspective: financial, group: x, weight: 1}
      - {id: b, name: {it: Fiducia}, group: y, weight: 0.7}
      - {id: c, name: {it: Visite}, group: z, weight: 0.2}
      - {id: d, name: {it: Resi}, group: z, weight: 0.1}
      """,
    ])

  /// References, retired measures and names of rules.
  static let references =
    of(
      "unknown-reference",
      faulty: [
        "- {id: a, name: {en: Ratio}, derivedFrom: [clv, cac]}",
        "- {id: a, name: {fr: Ancien}, lifecycle: {state: retired, replacedBy: nouveau}}",
        "- {id: a, name: {it: Fiducia}, objective: {id: o-7}}",
        """
        perspectives: [{id: customer, name: {de: Kunden}}]
        measures: [{id: a, name: {de: Ideen}, perspective: innovation}]
        """,
        """
        objectives: [{id: o1, text: Nadie espera}]
        measures: [{id: a, name: {es: Espera}, objective: {id: o2}, derivedFrom: [a]}]
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: Ratio}, derivedFrom: [clv@simple, cac]}
        - {id: clv, name: {en: Value}}
        - {id: cac, name: {en: Cost}}
        """,
        """
        - {id: a, name: {fr: Ancien}, lifecycle: {state: retired, replacedBy: nouveau}}
        - {id: nouveau, name: {fr: Nouveau}}
        """,
        "- {id: a, name: {it: Fiducia}, objective: {id: o-7, text: {it: Mi richiamano in giornata}}}",
        """
        perspectives: [{id: innovation, name: {de: Innovation}}]
        measures:
          - {id: a, name: {de: Ideen}, perspective: innovation}
          - {id: b, name: {de: Kosten}, perspective: process}
        """,
        "- {id: a, name: {de: Wirkung}, perspective: mission}",
        "extends: base\nmeasures: [{id: a, derivedFrom: [b], perspective: innovation}]",
      ])
    + of(
      "retired-without-successor",
      faulty: [
        "- {id: a, name: {en: Fax orders}, lifecycle: retired}",
        "- {id: a, name: {fr: Minitel}, lifecycle: {state: retired, since: 2012-06-30}}",
        "- {id: a, name: Gettoni, code: G1, lifecycle: retired}\n- {id: b, name: Schede}",
        "- {id: a, name: {de: Telex}, kind: activity, lifecycle: retired}",
        "- {id: a, name: {es: Télex}, unit: count, lifecycle: {state: retired}}",
      ],
      sound: [
        """
        - {id: a, name: {en: Fax orders}, lifecycle: {state: retired, replacedBy: b}}
        - {id: b, name: {en: Web orders}}
        """,
        "- {id: a, name: {fr: Visites}, lifecycle: active}",
        "- {id: a, name: Chat, lifecycle: {state: draft, since: 2026-01-01}}",
        "- {id: a, name: {de: Telex}, lifecycle: retired, ignore: [retired-without-successor]}",
        "extends: base\nmeasures: [{id: a, lifecycle: retired}]",
      ])
    + of(
      "unknown-rule",
      faulty: [
        "- {id: a, name: {en: NPS}, ignore: [opinion-witout-pair]}",
        "checks: {ignore: [missing-owners]}\nmeasures: [{id: a, name: {fr: NPS}}]",
        "- {id: a, name: {it: NPS}, ignore: [missing-owner, tutto]}",
        "checks: {ignore: [Missing-Owner]}\nmeasures: []",
        "extends: base\nmeasures: [{id: a, ignore: ['*']}]",
      ],
      sound: [
        "- {id: a, name: {en: NPS}, ignore: [opinion-without-pair]}",
        "checks: {ignore: [missing-owner]}\nmeasures: [{id: a, name: {fr: NPS}}]",
        "- {id: a, name: {it: NPS}, ignore: []}",
        "checks: {}\nmeasures: []",
        "checks: {ignore: [unknown-rule, whatever]}\nmeasures: []",
      ])
}
