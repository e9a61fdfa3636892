extension SeededCatalog {
  /// Directions against what a measure is about.
  static let directions = of(
    "direction-against-nature",
    faulty: [
      """
      - {id: customer-churn-rate, name: {en: Customer churn rate}, unit: percent, direction: higher}
      """,
      """
      - {id: kpi-4, code: "004", name: {fr: Taux de retour des produits}, unit: percent,
         direction: higher}
      """,
      """
      - {id: kpi-5, name: {it: Soddisfazione dei soci}, unit: score, direction: lower}
      """,
      """
      - {id: kpi-6, name: {de: Warenkorbabbruchrate}, unit: percent, direction: higher}
      """,
      """
      - {id: kpi-7, name: {es: Quejas por cada 1.000 clientes}, unit: {kind: rate, per: 1000},
         direction: higher}
      """,
      """
      - {id: kpi-8, name: {en: Median response time}, unit: {kind: duration, symbol: h},
         direction: higher}
      """,
      """
      - {id: kpi-9, name: {de: Weiterempfehlungsbereitschaft (NPS)}, unit: score, direction: lower}
      """,
      """
      - {id: kpi-10, name: Fidélisation des clients, unit: percent, direction: lower}
      """,
      """
      - {id: average-order-value, name: {en: Basket}, unit: {kind: currency, currency: EUR},
         direction: lower}
      """,
      """
      - {id: kpi-11, name: {it: Reclami ricevuti}, unit: count, direction: higher}
      """,
    ],
    sound: [
      """
      - {id: customer-churn-rate, name: {en: Customer churn rate}, unit: percent, direction: lower}
      """,
      """
      - {id: a, name: {fr: Réclamations résolues dans les délais}, unit: percent, direction: higher}
      - {id: b, name: {fr: Retour sur investissement}, unit: percent, direction: higher}
      """,
      """
      - {id: a, name: {it: Quota di clienti insoddisfatti}, unit: percent, direction: lower}
      - {id: b, name: {it: Reclami gestiti entro 5 giorni}, unit: percent, direction: higher}
      """,
      """
      - {id: a, name: {de: Unzufriedene Kunden}, unit: percent, direction: lower}
      - {id: b, name: {de: Rücklaufquote der Befragung}, unit: percent, direction: higher}
      - {id: c, name: {de: Gelöste Beschwerden}, unit: percent, direction: higher}
      """,
      """
      - {id: a, name: {es: Tiempo de respuesta cumplido}, unit: percent, direction: higher}
      - {id: b, name: {es: Coste de retención por cliente}, unit: currency, direction: lower}
      """,
      """
      - {id: customer-effort-score, name: {en: Customer effort score}, unit: score, direction: lower,
         scale: {min: 1, max: 5}, formula: {variant: effort-1-5}}
      """,
      """
      - {id: a, name: {en: Complaint handling satisfaction}, unit: percent, direction: higher}
      - {id: b, name: {en: Customer return rate}, unit: percent, direction: higher}
      - {id: c, name: {en: NPS detractors}, unit: percent, direction: lower}
      """,
      """
      - {id: a, name: {en: Retention of beneficiaries}, unit: percent, direction: lower,
         audience: beneficiary}
      """,
      """
      - {id: first-response-time, name: {en: Share answered within the limit}, unit: percent,
         direction: higher, formula: {variant: within-limit}}
      """,
      """
      - {id: a, name: {en: Abandoned carts recovered}, unit: percent, direction: higher}
      - {id: b, name: {en: Churn reduction}, unit: percentagePoints, direction: higher}
      - {id: c, name: {fr: Satisfaction}, unit: percent, direction: range}
      """,
    ])
}
