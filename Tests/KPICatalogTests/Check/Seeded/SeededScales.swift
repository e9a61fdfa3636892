extension SeededCatalog {
  /// Values and their scales.
  static let scales =
    of(
      "value-outside-scale",
      faulty: [
        """
        - {id: net-promoter-score, name: {en: Net Promoter Score}, unit: score, direction: higher,
           scale: {min: -100, max: 100, hard: true}, baseline: {value: 101, period: 2025}}
        """,
        """
        - id: note-moyenne
          name: {fr: Note moyenne des avis}
          unit: score
          scale: {min: 1, max: 5, hard: true}
          current: {value: 0.5, period: 2025-Q4}
        """,
        """
        - {id: a, name: {it: Indice di fiducia}, unit: index, scale: {min: 0, max: 100, hard: true},
           benchmarks: [{value: 72, label: Settore}, {value: 120, label: Migliore}]}
        """,
        """
        - {id: a, name: {de: Erreichbarkeit der Hotline}, unit: percent, direction: higher,
           scale: {min: 0, max: 100, hard: true}, thresholds: {green: 105, amber: 90}}
        """,
        """
        - {id: a, name: {es: Puesto en la clasificación}, unit: {kind: rank}, direction: lower,
           scale: {min: 1, hard: true}, baseline: {value: 0}}
        """,
      ],
      sound: [
        """
        - {id: net-promoter-score, name: {en: Net Promoter Score}, unit: score,
           scale: {min: -100, max: 100, hard: true}, baseline: {value: -100}, current: {value: 100}}
        """,
        """
        - id: note-moyenne
          name: {fr: Note moyenne des avis}
          unit: score
          scale: {min: 0.5, max: 5, step: 0.5, hard: true}
          current: {value: 0.5, period: 2025-Q4}
        """,
        """
        - {id: a, name: {it: Indice dei prezzi}, unit: index, benchmarks: [{value: 120}]}
        """,
        """
        - {id: a, name: {de: Gelöste Fälle}, unit: count, direction: higher, targets: [{value: 48}],
           scale: {min: 0, max: 50, hard: true},
           thresholds: {green: 95, amber: 80, mode: percentOfRange}}
        """,
        """
        - {id: a, name: {es: Valor de vida del cliente}, unit: {kind: currency, currency: EUR},
           baseline: {value: -40}, current: {value: 1380}}
        """,
      ])
    + of(
      "target-outside-scale",
      faulty: [
        """
        - {id: a, name: {en: Share of satisfied guests}, unit: percent, direction: higher,
           scale: {min: 0, max: 100, hard: true}, targets: [{value: 105, by: 2026}]}
        """,
        """
        - {id: a, name: {fr: Score d'effort client (CES)}, unit: score,
           scale: {min: 1, max: 7, hard: true}, targets: [{value: 5.5}, {value: 8.5, by: 2027}]}
        """,
        """
        - id: a
          name: {it: Sentiment netto dei commenti}
          unit: {kind: score}
          scale: {min: -100, max: 100, hard: true}
          targets:
            - {low: 90, high: 110}
        """,
        """
        - {id: a, name: {de: Erste Antwort}, unit: {kind: duration, symbol: h}, direction: lower,
           scale: {min: 0, hard: true}, targets: [{value: -2, by: 2026-06-30}]}
        """,
        """
        - {id: a, name: {es: Nota media de las reseñas}, unit: score, direction: higher,
           scale: {min: 1, max: 5, hard: true}, baseline: {value: 4.1}, targets: [{value: 45}]}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: Share of satisfied guests}, unit: percent, direction: higher,
           scale: {min: 0, max: 100, hard: true}, targets: [{value: 100, by: 2026}]}
        """,
        """
        - {id: a, name: {fr: Croissance du chiffre d'affaires}, unit: percent, direction: higher,
           targets: [{value: 105, by: 2026}]}
        """,
        """
        - {id: a, name: {it: Tempo di prima risposta}, unit: {kind: duration, symbol: h},
           direction: lower, scale: {min: 0, hard: true}, targets: [{value: 0}]}
        """,
        """
        - {id: a, name: {de: Kundenkontakte}, unit: count, scale: {min: 0, hard: true},
           targets: [{low: 0, high: 120000}]}
        """,
        """
        - {id: net-revenue-retention, name: {en: Net revenue retention}, unit: percent,
           direction: higher, scale: {min: 0}, targets: [{value: 115, by: 2026}]}
        """,
      ])
    + of(
      "value-outside-soft-scale",
      faulty: [
        """
        - {id: customer-retention-rate, name: {en: Customer retention rate}, unit: percent,
           direction: higher, scale: {min: 0, max: 100}, current: {value: 103, period: 2025}}
        """,
        """
        - {id: a, name: {fr: Part des clients équipés}, unit: percent, baseline: {value: -3}}
        """,
        """
        - {id: renewal-rate, name: {it: Tasso di rinnovo}, unit: percent, current: {value: 140}}
        """,
        """
        - {id: a, name: {de: Anzahl der Neukunden}, unit: count, targets: [{value: -12}]}
        """,
        """
        - {id: a, name: {es: Puesto entre los proveedores}, unit: {kind: rank}, baseline: {value: 0}}
        """,
      ],
      sound: [
        """
        - {id: customer-retention-rate, name: {en: Customer retention rate}, unit: percent,
           direction: higher, scale: {min: 0, max: 100}, current: {value: 97}}
        """,
        """
        - {id: a, name: {fr: Évolution du nombre de clients}, unit: percent, baseline: {value: -3}}
        """,
        """
        - {id: net-revenue-retention, name: {it: Retention netta dei ricavi}, unit: percent,
           current: {value: 140}}
        """,
        """
        - {id: a, name: {de: Saldo der Kundenbewegung}, unit: count, targets: [{value: -12}]}
        - {id: b, name: {de: Kundengewinn netto}, unit: count, current: {value: -3}}
        """,
        """
        - {id: a, name: {es: Margen por cliente}, unit: percent, baseline: {value: -4.5}}
        - {id: lead-velocity-rate, name: {en: Lead velocity rate}, unit: percent, current: {value: -25}}
        """,
      ])
    + of(
      "gross-retention-over-100",
      faulty: [
        """
        - {id: gross-revenue-retention, name: {en: Gross revenue retention}, unit: percent,
           current: {value: 104, period: 2025-12}}
        """,
        """
        - {id: rb, name: {fr: Rétention brute du revenu}, unit: percent, scale: {min: 0, max: 100, hard: true},
           targets: [{value: 102, by: 2026}]}
        """,
        """
        - {id: rl, name: {it: Retention lorda dei ricavi}, baseline: {value: 110}}
        """,
        """
        - {id: grr, name: {de: Brutto-Retention (GRR)}, unit: percent, direction: higher,
           thresholds: {green: 101, amber: 95}}
        """,
        """
        - {id: k-12, name: {es: Retención bruta de ingresos}, unit: percent,
           benchmarks: [{value: 91}, {value: 100.5}]}
        """,
      ],
      sound: [
        """
        - {id: gross-revenue-retention, name: {en: Gross revenue retention}, unit: percent,
           current: {value: 100, period: 2025-12}}
        """,
        """
        - {id: net-revenue-retention, name: {en: Net revenue retention}, unit: percent,
           current: {value: 118}}
        """,
        """
        - {id: rn, name: {fr: Rétention nette du revenu}, unit: percent, targets: [{value: 105}]}
        """,
        """
        - {id: a, name: {de: Bruttoumsatz je Kunde}, unit: {kind: currency, currency: EUR},
           current: {value: 1400}}
        """,
        """
        - {id: a, name: {en: Gross retention per rep}, unit: {kind: currency, currency: USD},
           baseline: {value: 120000}}
        """,
      ])
}
