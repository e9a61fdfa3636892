extension SeededCatalog {
  /// Targets over the years.
  static let targets =
    of(
      "targets-not-monotone",
      faulty: [
        """
        - {id: a, name: {en: On-time delivery}, unit: percent, direction: higher,
           targets: [{value: 95, by: 2025}, {value: 92, by: 2026}]}
        """,
        """
        - {id: a, name: {fr: Délai de réponse}, unit: {kind: duration, symbol: h}, direction: lower,
           targets: [{value: 8, by: 2026-Q1}, {value: 12, by: 2026-Q4}]}
        """,
        """
        - {id: a, name: {it: Clienti attivi}, unit: count, direction: higher,
           targets: [{value: 900, by: 2027}, {value: 1200, by: 2026-06-30}]}
        """,
        """
        - {id: a, name: {de: Kündigungsquote}, unit: percent, direction: lower,
           targets: [{value: 6, by: FY2026}, {value: 5, by: FY2027}, {value: 5.5, by: FY2028}]}
        """,
        """
        - {id: a, name: {es: Socios}, unit: count, direction: higher,
           targets: [{low: 50, high: 60, by: 2025}, {low: 40, high: 65, by: 2026}]}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: On-time delivery}, unit: percent, direction: higher,
           targets: [{value: 92, by: 2025}, {value: 95, by: 2026}]}
        """,
        """
        - {id: a, name: {fr: Délai de réponse}, unit: {kind: duration, symbol: h}, direction: lower,
           targets: [{value: 8, by: 2026-Q1}, {value: 8, by: 2026-Q4}]}
        """,
        """
        - {id: a, name: {it: Clienti attivi}, unit: count, direction: higher,
           targets: [{value: 1200, by: 2027}, {value: 900, by: 2026-06-30}]}
        """,
        """
        - {id: a, name: {de: Auslastung}, unit: percent, direction: range,
           targets: [{value: 80, by: 2026}, {value: 75, by: 2027}]}
        """,
        """
        - {id: a, name: {es: Socios}, unit: count, direction: higher,
           targets: [{value: 60}, {value: 40}]}
        """,
      ])
    + of(
      "baseline-beats-target",
      faulty: [
        """
        - {id: a, name: {en: Repeat visitors}, unit: percent, direction: higher,
           baseline: {value: 34, period: 2024}, targets: [{value: 30, by: 2026}]}
        """,
        """
        - {id: a, name: {fr: Taux d'attrition}, unit: percent, direction: lower,
           baseline: {value: 6}, targets: [{value: 8}]}
        """,
        """
        - {id: a, name: {it: Scontrino medio}, unit: {kind: currency, currency: EUR},
           direction: higher, baseline: {value: 46}, targets: [{value: 41.5, by: 2026-12-31}]}
        """,
        """
        - {id: a, name: {de: NPS}, unit: score, direction: higher, baseline: {value: -5},
           targets: [{value: -20}]}
        """,
        """
        - {id: a, name: {es: Visitas}, unit: count, direction: higher, baseline: {value: 120},
           targets: [{value: 100, by: 2026}, {value: 110, by: 2027}]}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: Repeat visitors}, unit: percent, direction: higher,
           baseline: {value: 24, period: 2024}, targets: [{value: 30, by: 2026}]}
        """,
        """
        - {id: a, name: {fr: Taux d'attrition}, unit: percent, direction: lower,
           baseline: {value: 8}, targets: [{value: 8}]}
        """,
        """
        - {id: a, name: {it: Scontrino medio}, unit: {kind: currency, currency: EUR},
           baseline: {value: 46}, targets: [{value: 41.5}]}
        """,
        """
        - {id: a, name: {de: NPS}, unit: score, direction: higher, baseline: {value: -20},
           targets: [{value: -5}]}
        """,
        """
        - {id: a, name: {es: Visitas}, unit: count, direction: higher, baseline: {value: 105},
           targets: [{value: 100, by: 2026}, {value: 110, by: 2027}]}
        """,
      ])
    + of(
      "target-in-the-past",
      faulty: [
        """
        - {id: a, name: {en: Active members}, unit: count, targets: [{value: 900, by: 2025-12-31}]}
        """,
        """
        - {id: a, name: {fr: Nombre d'adhérents}, unit: count,
           targets: [{value: 800, by: 2024}, {value: 900, by: 2025}]}
        """,
        """
        - {id: a, name: {it: Soci}, unit: count, targets: [{value: 900, by: 2025-Q4}]}
        """,
        """
        fiscalYearStart: 04-01
        measures:
          - {id: a, name: {de: Mitglieder}, unit: count, targets: [{value: 900, by: FY2025}]}
        """,
        """
        - {id: a, name: {es: Socios}, unit: count, targets: [{low: 80, high: 90, by: 2026-W02}]}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: Active members}, unit: count, targets: [{value: 900, by: 2026-01-15}]}
        """,
        """
        - {id: a, name: {fr: Nombre d'adhérents}, unit: count,
           targets: [{value: 800, by: 2024}, {value: 900, by: 2026}]}
        """,
        """
        - {id: a, name: {it: Soci}, unit: count, targets: [{value: 900}]}
        - {id: b, name: {it: Donatori}, unit: count, targets: [{value: 90, by: 2024}, {value: 100}]}
        """,
        """
        fiscalYearStart: 04-01
        measures:
          - {id: a, name: {de: Mitglieder}, unit: count, targets: [{value: 900, by: FY2026}]}
          - {id: b, name: {de: Spender}, unit: count, targets: [{value: 90, by: 2025/2026}]}
        """,
        """
        - {id: a, name: {es: Socios}, unit: count, targets: [{value: 90, by: 2026-W03}]}
        - {id: b, name: {es: Antiguos socios}, unit: count, targets: [{value: 90, by: 2020}],
           lifecycle: {state: retired, replacedBy: a}}
        """,
      ], today: "2026-01-15")

  /// Roll-up and frequencies.
  static let rollUp =
    of(
      "ratio-averaged",
      faulty: [
        """
        - {id: conversion-rate, name: {en: Conversion rate}, unit: percent, aggregation: {time: mean}}
        """,
        """
        - {id: a, name: {fr: Achats par client}, unit: ratio, aggregation: {across: mean}}
        """,
        """
        - {id: a, name: {it: Tasso di abbandono dei clienti}, unit: percent, direction: lower,
           aggregation: {time: sum}}
        """,
        """
        - {id: a, name: {de: Durchschnittlicher Bestellwert}, unit: {kind: currency, currency: EUR},
           aggregation: {time: mean}, formula: {expression: net_sales / orders,
             inputs: [{name: net_sales, unit: currency}, {name: orders, aggregate: count}]}}
        """,
        """
        - {id: a, name: {es: Incidencias por 1000 clientes}, unit: {kind: rate, per: 1000 clientes},
           aggregation: {time: ratioOfSums, across: mean}}
        """,
      ],
      sound: [
        """
        - {id: conversion-rate, name: {en: Conversion rate}, unit: percent,
           aggregation: {time: ratioOfSums, across: ratioOfSums}}
        """,
        """
        - {id: a, name: {fr: Nombre de clients}, unit: count, aggregation: {time: mean}}
        """,
        """
        - {id: a, name: {it: Tasso di abbandono dei clienti}, unit: percent, direction: lower,
           aggregation: {time: compound}}
        """,
        """
        - {id: a, name: {de: Umsatz in Euro}, unit: {kind: currency, currency: EUR},
           aggregation: {time: sum}, formula: {expression: sales_usd / exchange_rate,
             inputs: [{name: sales_usd, unit: currency}, {name: exchange_rate, unit: ratio}]}}
        """,
        """
        - {id: a, name: {es: Clientes satisfechos}, unit: percent,
           aggregation: {time: mean, note: {es: Media ponderada por respuestas}}}
        """,
      ])
    + of(
      "reported-more-often-than-measured",
      faulty: [
        "- {id: a, name: {en: Brand awareness}, frequency: P1Y, reportingFrequency: P3M}",
        "- {id: a, name: {fr: Enquête}, frequency: P3M, reportingFrequency: P1M}",
        "- {id: a, name: {it: Indagine}, frequency: P6M, reportingFrequency: P1W}",
        "- {id: a, name: {de: Befragung}, frequency: P2Y, reportingFrequency: P1Y}",
        "- {id: a, name: {es: Encuesta}, frequency: P12M, reportingFrequency: P6M}",
      ],
      sound: [
        "- {id: a, name: {en: Brand awareness}, frequency: P3M, reportingFrequency: P1Y}",
        "- {id: a, name: {fr: Enquête}, frequency: P3M, reportingFrequency: P3M}",
        "- {id: a, name: {it: Indagine}, frequency: onEvent, reportingFrequency: P1W}",
        "- {id: a, name: {de: Befragung}, frequency: P12M, reportingFrequency: P1Y}",
        "- {id: a, name: {es: Encuesta}, frequency: P1Y, reportingFrequency: continuous}",
      ])
}
