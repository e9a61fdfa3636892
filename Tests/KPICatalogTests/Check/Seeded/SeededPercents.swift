extension SeededCatalog {
  /// Percents and scores as fractions, means as percents.
  static let percents =
    of(
      "percent-as-fraction",
      faulty: [
        """
        - {id: a, name: {en: Guest satisfaction}, unit: percent, direction: higher,
           baseline: {value: 0.78}, targets: [{value: 0.85, by: 2026}]}
        """,
        """
        - {id: a, name: {fr: Taux de réachat}, unit: percent, baseline: {value: 0.24}}
        - {id: b, name: {fr: Part des clients équipés}, unit: percent, targets: [{value: 0.3}]}
        - {id: c, name: {fr: Taux d'attrition}, unit: percent, current: {value: 0.08}}
        - {id: d, name: {fr: Panier moyen}, unit: currency, current: {value: 54}}
        """,
        """
        - {id: a, name: {it: Carrelli abbandonati}, unit: percent, direction: lower,
           current: {value: 0.71}, targets: [{value: 0.6}]}
        """,
        """
        - {id: a, name: {de: Liefertermintreue}, unit: percent, direction: higher,
           current: {value: 0.93}, thresholds: {green: 0.95, amber: 0.9}}
        """,
        """
        - {id: a, name: {es: Bajas de clientes}, unit: percent, scale: {min: 0, max: 1},
           baseline: {value: 0.08}}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: Guest satisfaction}, unit: percent, direction: higher,
           baseline: {value: 78}, targets: [{value: 85, by: 2026}]}
        """,
        """
        - {id: a, name: {fr: Taux de clic}, unit: percent, baseline: {value: 0.35},
           targets: [{value: 0.5}]}
        - {id: b, name: {fr: Réclamations par commande}, unit: percent, current: {value: 0.4}}
        """,
        """
        - {id: a, name: {it: Tasso di conversione}, unit: percent, current: {value: 0.8},
           targets: [{value: 1}]}
        """,
        """
        - {id: a, name: {de: Fehlerquote}, unit: percent, direction: lower, current: {value: 0.05}}
        - {id: b, name: {de: Anteil der Stammkunden}, unit: ratio, current: {value: 0.6}}
        """,
        """
        - {id: a, name: {es: Clientes satisfechos}, unit: percent, baseline: {value: 0},
           targets: [{value: 1}]}
        - {id: b, name: {es: Abandono}, unit: percent, baseline: {value: 0.9}, targets: [{value: 25}]}
        """,
      ], others: ["value-outside-soft-scale"])
    + of(
      "percent-below-one",
      faulty: [
        """
        - {id: a, name: {en: Monthly churn}, unit: percent, direction: lower,
           baseline: {value: 0.25}, targets: [{value: 0.2}]}
        """,
        """
        - {id: a, name: {fr: Clients multi-équipés}, unit: percent, direction: higher,
           baseline: {value: 0.12}, targets: [{value: 0.2}]}
        """,
        """
        - {id: a, name: {it: Tasso di conversione}, unit: percent, current: {value: 0.03}}
        """,
        """
        - {id: a, name: {de: Retourenquote}, unit: percent, direction: lower, current: {value: 0.12}}
        """,
        """
        - {id: a, name: {es: Cuota de mercado}, unit: percent, current: {value: 0.07},
           targets: [{value: 0.09}]}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: Monthly churn}, unit: percent, direction: lower,
           baseline: {value: 2.5}, targets: [{value: 0.9}]}
        """,
        """
        - {id: a, name: {fr: Taux d'erreur}, unit: percent, direction: lower, baseline: {value: 0.12}}
        """,
        """
        - {id: a, name: {it: Tasso di conversione}, unit: percent, current: {value: 0.8}}
        """,
        """
        - {id: a, name: {de: Anteil der Retouren}, unit: ratio, current: {value: 0.12}}
        """,
        """
        - {id: a, name: {es: Cuota de mercado}, unit: percent, current: {value: 7},
           targets: [{value: 9}], ignore: [percent-below-one]}
        - {id: b, name: {es: Cuota regional}, unit: percent, current: {value: 0.3},
           ignore: [percent-below-one]}
        """,
      ])
    + of(
      "nps-as-fraction",
      faulty: [
        """
        - {id: net-promoter-score, name: {en: Net Promoter Score}, unit: score,
           scale: {min: -100, max: 100, hard: true}, baseline: {value: 0.31}, targets: [{value: 0.45}]}
        """,
        """
        - {id: a, name: {fr: "NPS, taux de recommandation net"}, unit: percent, current: {value: 0.38}}
        """,
        """
        - {id: a, name: {it: Sentiment netto dei commenti}, unit: score,
           scale: {min: -100, max: 100}, baseline: {value: -0.1}, current: {value: 0.2}}
        """,
        """
        - {id: a, name: {de: NPS Privatkunden}, baseline: {value: -0.05}}
        """,
        """
        - {id: a, name: {es: NPS}, unit: score, direction: higher,
           thresholds: {green: 0.4, amber: 0.2}, targets: [{value: 0.45, by: 2026}]}
        """,
      ],
      sound: [
        """
        - {id: net-promoter-score, name: {en: Net Promoter Score}, unit: score,
           scale: {min: -100, max: 100, hard: true}, baseline: {value: 31}, targets: [{value: 45}]}
        """,
        """
        - {id: net-promoter-score@fraction, name: {fr: NPS exprimé en fraction}, unit: score,
           scale: {min: -1, max: 1, hard: true}, current: {value: 0.38}}
        """,
        """
        - {id: a, name: {it: Sentiment netto dei commenti}, unit: score,
           scale: {min: -100, max: 100}, baseline: {value: 0}, current: {value: -1}}
        """,
        """
        - {id: a, name: {de: NPS Privatkunden}, unit: score, baseline: {value: 0.5}, current: {value: 12}}
        """,
        """
        - {id: a, name: {es: Valoración media}, unit: score, scale: {min: 0, max: 1},
           baseline: {value: 0.45}}
        """,
      ])
    + of(
      "csat-mean-as-percent",
      faulty: [
        """
        - {id: customer-satisfaction-score, name: {en: Customer satisfaction (CSAT)}, unit: percent,
           direction: higher, baseline: {value: 4.2}, targets: [{value: 4.5, by: 2026}]}
        """,
        """
        - {id: a, name: {fr: Satisfaction des usagers}, unit: percent, current: {value: 7.8}}
        """,
        """
        - {id: a, name: {it: Soddisfazione dopo il contatto}, unit: percent, direction: higher,
           thresholds: {green: 4, amber: 3.5}}
        """,
        """
        - {id: a, name: {de: Kundenzufriedenheit}, unit: percent, baseline: {value: 3},
           targets: [{value: 4}]}
        """,
        """
        - {id: a, name: {es: Satisfacción con la compra}, unit: percent, current: {value: 8.1},
           benchmarks: [{value: 7.9}]}
        """,
      ],
      sound: [
        """
        - {id: customer-satisfaction-score, name: {en: Customer satisfaction (CSAT)}, unit: percent,
           direction: higher, baseline: {value: 78}, targets: [{value: 85, by: 2026}]}
        """,
        """
        - {id: a, name: {fr: Satisfaction des usagers}, unit: score, scale: {min: 1, max: 10},
           current: {value: 7.8}}
        """,
        """
        - {id: a, name: {it: Clienti insoddisfatti}, unit: percent, direction: lower, current: {value: 4}}
        """,
        """
        - {id: a, name: {de: Veränderung der Kundenzufriedenheit}, unit: percent, current: {value: 3}}
        """,
        """
        - {id: a, name: {es: Satisfacción con la compra}, unit: percent, baseline: {value: 8.1},
           targets: [{value: 60}]}
        """,
      ])
}
