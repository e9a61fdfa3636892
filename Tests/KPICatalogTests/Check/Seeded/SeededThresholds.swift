extension SeededCatalog {
  /// Thresholds, directions and targets beside each other.
  static let thresholds =
    of(
      "amber-better-than-green",
      faulty: [
        """
        - {id: a, name: {en: Guest satisfaction}, unit: percent, direction: higher,
           targets: [{value: 85}], thresholds: {green: 70, amber: 85}}
        """,
        """
        - {id: a, name: {fr: Délai de première réponse}, unit: {kind: duration, symbol: h},
           direction: lower, thresholds: {green: 8, amber: 4}}
        """,
        """
        - {id: a, name: {it: Clienti attivi}, unit: count, direction: higher,
           targets: [{value: 2100, by: 2026}], thresholds: {green: 1500, amber: 2000}}
        """,
        """
        - {id: a, name: {de: Auslastung}, unit: percent, direction: range,
           thresholds: {green: {low: 60, high: 90}, amber: {low: 70, high: 80}}}
        """,
        """
        - {id: a, name: {es: Visitas}, unit: count, direction: higher, targets: [{value: 500}],
           thresholds: {green: 80, amber: 95, mode: percentOfTarget}}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: Guest satisfaction}, unit: percent, direction: higher,
           targets: [{value: 85}], thresholds: {green: 85, amber: 70}}
        """,
        """
        - {id: a, name: {fr: Délai de première réponse}, unit: {kind: duration, symbol: h},
           direction: lower, thresholds: {green: 4, amber: 8}}
        """,
        """
        - {id: a, name: {it: Clienti attivi}, unit: count, direction: higher,
           thresholds: {green: 2000, amber: 2000}}
        """,
        """
        - {id: a, name: {de: Auslastung}, unit: percent, direction: range,
           targets: [{low: 70, high: 80}],
           thresholds: {green: {low: 70, high: 80}, amber: {low: 60, high: 90}}}
        """,
        """
        - {id: a, name: {es: Visitas}, unit: count, thresholds: {green: 80, amber: 95}}
        """,
      ])
    + of(
      "thresholds-against-direction",
      faulty: [
        """
        - {id: a, name: {en: Cost per contact}, unit: {kind: currency, currency: GBP},
           direction: higher, targets: [{value: 4}], thresholds: {green: 4, amber: 6}}
        """,
        """
        - {id: a, name: {fr: Part de marché}, unit: percent, direction: lower,
           targets: [{value: 22}], thresholds: {green: 20, amber: 15}}
        """,
        """
        - {id: a, name: {it: Temi emersi nei focus group}, unit: percent, direction: none,
           thresholds: {green: 40, amber: 20}}
        """,
        """
        - {id: a, name: {de: Lagerreichweite}, unit: {kind: duration, symbol: d}, direction: range,
           thresholds: {green: 20, amber: 30}}
        """,
        """
        - {id: a, name: {es: Ocupación}, unit: percent, direction: higher,
           thresholds: {green: {low: 70, high: 80}, amber: {low: 60, high: 90}}}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: Cost per contact}, unit: {kind: currency, currency: GBP},
           direction: lower, targets: [{value: 4}], thresholds: {green: 4, amber: 6}}
        """,
        """
        - {id: a, name: {fr: Part de marché}, unit: percent, direction: higher,
           targets: [{value: 22}], thresholds: {green: 20, amber: 15}}
        """,
        """
        - {id: a, name: {it: Temi emersi nei focus group}, unit: percent, direction: none}
        """,
        """
        - {id: a, name: {de: Lagerreichweite}, unit: {kind: duration, symbol: d}, direction: range,
           thresholds: {green: {low: 20, high: 30}}}
        """,
        """
        - {id: a, name: {es: Ocupación}, unit: percent, direction: higher, thresholds: {amber: 60}}
        """,
      ], others: ["direction-against-nature"])
    + of(
      "target-outside-green",
      faulty: [
        """
        - {id: a, name: {en: On-time delivery}, unit: percent, direction: higher,
           targets: [{value: 92, by: 2026}], thresholds: {green: 95, amber: 90}}
        """,
        """
        - {id: a, name: {fr: Réclamations pour 1 000 clients}, unit: {kind: rate, per: 1000 clients},
           direction: lower, targets: [{value: 9}], thresholds: {green: 5, amber: 12}}
        """,
        """
        - {id: a, name: {it: Scorte}, unit: count, direction: range, targets: [{value: 50}],
           thresholds: {green: {low: 100, high: 200}}}
        """,
        """
        - {id: a, name: {de: Umsatz je Kunde}, unit: {kind: currency, currency: EUR},
           direction: higher, targets: [{value: 400}],
           thresholds: {green: 110, amber: 95, mode: percentOfTarget}}
        """,
        """
        - {id: a, name: {es: NPS}, unit: score, direction: higher, scale: {min: -100, max: 100},
           targets: [{value: 20, by: 2025}, {value: 30, by: 2026}],
           thresholds: {green: 75, amber: 50, mode: percentOfRange}}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: On-time delivery}, unit: percent, direction: higher,
           targets: [{value: 92, by: 2025}, {value: 95, by: 2026}],
           thresholds: {green: 95, amber: 90}}
        """,
        """
        - {id: a, name: {fr: Réclamations pour 1 000 clients}, unit: {kind: rate, per: 1000 clients},
           direction: lower, targets: [{value: 5}], thresholds: {green: 5, amber: 12}}
        """,
        """
        - {id: a, name: {it: Scorte}, unit: count, direction: range, targets: [{low: 120, high: 180}],
           thresholds: {green: {low: 100, high: 200}}}
        """,
        """
        - {id: a, name: {de: Umsatz je Kunde}, unit: {kind: currency, currency: EUR},
           direction: higher, targets: [{value: 400}],
           thresholds: {green: 95, amber: 85, mode: percentOfTarget}}
        """,
        """
        - {id: a, name: {es: NPS}, unit: score, direction: higher, scale: {min: -100, max: 100},
           targets: [{value: 50}], thresholds: {green: 75, amber: 50, mode: percentOfRange}}
        """,
      ])
    + of(
      "percent-of-target-at-zero",
      faulty: [
        """
        - {id: a, name: {en: NPS}, unit: score, direction: higher, targets: [{value: -5}],
           thresholds: {green: 100, amber: 80, mode: percentOfTarget}}
        """,
        """
        - {id: a, name: {fr: Incidents graves}, unit: count, direction: lower, targets: [{value: 0}],
           thresholds: {green: 100, amber: 120, mode: percentOfTarget}}
        """,
        """
        - {id: a, name: {it: NPS}, unit: score, direction: higher, targets: [{value: 30}],
           scale: {min: -100, max: 100, hard: true},
           thresholds: {green: 95, amber: 80, mode: percentOfTarget}}
        """,
        """
        - {id: a, name: {de: Kundensaldo}, unit: count, direction: higher,
           targets: [{value: 20, by: 2025}, {value: -10, by: 2026}],
           thresholds: {green: 90, mode: percentOfTarget}}
        """,
        """
        - {id: a, name: {es: Crecimiento}, unit: percent, direction: higher, scale: {min: -100},
           thresholds: {green: 90, amber: 70, mode: percentOfTarget}}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: NPS}, unit: score, direction: higher, targets: [{value: -5}],
           thresholds: {green: -5, amber: -15}}
        """,
        """
        - {id: a, name: {fr: Incidents graves}, unit: count, direction: lower, targets: [{value: 2}],
           thresholds: {green: 100, amber: 120, mode: percentOfTarget}}
        """,
        """
        - {id: a, name: {it: NPS}, unit: score, direction: higher, targets: [{value: 30}],
           scale: {min: -100, max: 100, hard: true},
           thresholds: {green: 60, amber: 50, mode: percentOfRange}}
        """,
        """
        - {id: a, name: {de: Neukunden}, unit: count, direction: higher, scale: {min: 0},
           targets: [{value: 20}], thresholds: {green: 90, mode: percentOfTarget}}
        """,
        """
        - {id: a, name: {es: Crecimiento}, unit: percent, direction: higher, targets: [{value: 0}],
           thresholds: {green: 0, amber: -2}}
        """,
      ], others: ["targets-not-monotone"])
}
