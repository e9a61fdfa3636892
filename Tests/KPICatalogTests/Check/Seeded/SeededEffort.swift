extension SeededCatalog {
  /// Effort scores.
  static let effort =
    of(
      "effort-outside-scale",
      faulty: [
        """
        - {id: customer-effort-score, name: {en: Customer effort score (CES)}, unit: score,
           current: {value: 0.5}}
        """,
        """
        - {id: a, name: {fr: Score d'effort client}, unit: score, baseline: {value: 5.2},
           targets: [{value: 8}]}
        """,
        """
        - {id: customer-effort-score@effort-1-5, name: {it: Sforzo del cliente}, unit: score,
           direction: lower, current: {value: 6.1}}
        """,
        """
        - {id: a, name: {de: Customer Effort Score}, unit: score, instrument: {scale: 1-5},
           current: {value: 5.6}}
        """,
        """
        - {id: a, name: {es: Esfuerzo del cliente}, baseline: {value: 0.8}, targets: [{value: 5}]}
        """,
      ],
      sound: [
        """
        - {id: customer-effort-score, name: {en: Customer effort score (CES)}, unit: score,
           current: {value: 5.2}}
        """,
        """
        - {id: a, name: {fr: Score d'effort client}, unit: percent, baseline: {value: 62},
           targets: [{value: 70}]}
        """,
        """
        - {id: customer-effort-score@net-ease, name: {it: Sforzo del cliente}, unit: score,
           direction: higher, current: {value: 41}}
        """,
        """
        - {id: a, name: {de: Customer Effort Score}, unit: score, instrument: {scale: 1 bis 10},
           current: {value: 8.4}}
        """,
        """
        - {id: a, name: {es: Esfuerzo del cliente}, unit: index, baseline: {value: 55},
           targets: [{value: 70}]}
        """,
      ])
    + of(
      "effort-direction",
      faulty: [
        """
        - {id: customer-effort-score, name: {en: Customer effort score (CES)}, unit: score,
           scale: {min: 1, max: 7, hard: true}, direction: lower}
        """,
        """
        - {id: customer-effort-score@effort-1-5, name: {fr: Effort de 1 à 5}, unit: score,
           scale: {min: 1, max: 5, hard: true}, direction: higher}
        """,
        """
        - {id: a, name: {it: Customer effort score}, unit: score, scale: {min: 1, max: 5},
           direction: lower, question: {it: È stato facile fare la domanda?}}
        """,
        """
        - {id: a, name: {de: Customer Effort Score}, unit: score, direction: higher,
           instrument: {question: {de: Wie viel Aufwand hatten Sie?}, scale: 1-5}}
        """,
        """
        - {id: customer-effort-score, name: {es: CES}, unit: score, direction: lower,
           formula: {expression: sum(ease_ratings) / rating_count, inputs: [{name: ease_ratings},
             {name: rating_count}], variant: ease-1-5}}
        """,
      ],
      sound: [
        """
        - {id: customer-effort-score, name: {en: Customer effort score (CES)}, unit: score,
           scale: {min: 1, max: 7, hard: true}, direction: higher}
        """,
        """
        - {id: customer-effort-score@effort-1-5, name: {fr: Effort de 1 à 5}, unit: score,
           scale: {min: 1, max: 5, hard: true}, direction: lower}
        """,
        """
        - {id: a, name: {it: Customer effort score}, unit: score, scale: {min: 1, max: 5},
           direction: lower}
        - {id: b, name: {it: CES servizio clienti}, unit: score, scale: {min: 1, max: 5},
           direction: higher}
        """,
        """
        - {id: a, name: {de: Customer Effort Score}, unit: score, direction: lower,
           instrument: {question: {de: Wie viel Aufwand hatten Sie?}, scale: 1-7},
           scale: {min: 1, max: 7}}
        """,
        """
        - {id: a, name: {es: Puntuación de esfuerzo}, unit: score, direction: higher,
           question: {es: ¿Le resultó fácil?}}
        """,
      ])
}
