extension SeededCatalog {
  private static let pair = """
    - {id: nps, name: {en: NPS}, kind: opinion, method: survey, pairedWith: [renewal]}
    - {id: renewal, name: {en: Renewal rate}, kind: activity, source: CRM}

    """

  /// What customers say and what they do.
  static let opinionAndActivity =
    of(
      "opinion-without-method",
      faulty: [
        "- {id: a, name: {en: Guest satisfaction}, kind: opinion}",
        "- {id: a, name: {fr: Satisfaction}, kind: opinion, source: {fr: Excel du service qualité}}",
        """
        groups: [{id: voce, name: {it: Voce del cliente}, kind: opinion}]
        measures:
          - {id: a, name: {it: Fiducia}, group: voce}
        """,
        """
        - {id: a, name: {de: Weiterempfehlung}, kind: opinion, source: {de: Marketing}}
        - {id: b, name: {de: Vertrauen}, kind: opinion, method: survey}
        - {id: c, name: {de: Käufe}, kind: activity, source: ERP}
        """,
        """
        - {id: a, name: {es: Satisfacción}, kind: opinion}
        - {id: b, name: {es: Confianza}, kind: opinion}
        - {id: c, name: {es: Imagen}, kind: opinion}
        """,
      ],
      sound: [
        "- {id: a, name: {en: Guest satisfaction}, kind: opinion, method: feedbackForm}",
        "- {id: a, name: {fr: Satisfaction}, kind: opinion, source: {fr: Enquête annuelle}}",
        "- {id: a, name: {it: Fiducia}, kind: opinion, instrument: {scale: 1-5}}",
        "- {id: a, name: {de: Vertrauen}, kind: opinion, source: {de: Online-Kundenbefragung}}",
        """
        - {id: a, name: {es: Antigua satisfacción}, kind: opinion,
           lifecycle: {state: retired, replacedBy: b}}
        - {id: b, name: {es: Quejas}, source: {es: Registro de quejas}}
        """,
      ], others: ["one-kind-only"])
    + of(
      "activity-without-source",
      faulty: [
        "- {id: a, name: {en: Renewal rate}, kind: activity}",
        "- {id: a, name: {fr: Taux de réachat}, kind: activity, method: system}",
        """
        groups: [{id: acquisti, name: {it: Acquisti}, kind: activity}]
        measures:
          - {id: a, name: {it: Scontrino medio}, group: acquisti, source: "-"}
        """,
        """
        - {id: a, name: {de: Neukunden}, kind: activity, source: CRM}
        - {id: b, name: {de: Bestandskunden}, kind: activity, owner: Vertrieb}
        - {id: c, name: {de: Vertrauen}, kind: opinion, method: survey}
        """,
        """
        - {id: a, name: {es: Visitas}, kind: activity}
        - {id: b, name: {es: Compras}, kind: activity}
        - {id: c, name: {es: Renovaciones}, kind: activity}
        """,
      ],
      sound: [
        "- {id: a, name: {en: Renewal rate}, kind: activity, source: {en: Contract system}}",
        """
        - id: a
          name: {fr: Taux de réachat}
          kind: activity
          formula: {inputs: [{name: acheteurs, source: {fr: Caisse}}]}
        """,
        "- {id: a, name: {it: Rapporto CLV/CAC}, kind: activity, method: derived, derivedFrom: [a]}",
        "- {id: a, name: {de: Neukunden}, kind: activity, method: {kind: manual, text: Strichliste}}",
        "- {id: a, name: {es: Visitas}}",
      ], others: ["one-kind-only"])
    + of(
      "initiative-column",
      faulty: [
        "- {id: a, name: {en: Renewal rate}, custom: {Initiatives: CRM cleanup}}",
        "- {id: a, name: {fr: Satisfaction}, perspective: customer, custom: {Projets: Refonte du site}}",
        "- {id: a, name: {it: Reclami}, custom: {Iniziative collegate: Nuovo portale, Nota: x}}",
        """
        - {id: a, name: {de: NPS}, custom: {"Strategische Initiativen": ~}}
        - {id: b, name: {de: Treue}, custom: {"Strategische Initiativen": Bonusprogramm}}
        """,
        "- {id: a, name: {es: Quejas}, custom: {Plan de acción: Formar al equipo}}",
      ],
      sound: [
        "- {id: a, name: {en: Renewal rate}, custom: {Project manager: Ada, Initial value: 3}}",
        "- {id: a, name: {fr: Délai}, perspective: process, custom: {Projets: Refonte du site}}",
        "- {id: a, name: {it: Reclami}, custom: {Iniziative: ~}}",
        "- {id: a, name: {de: Projekte im Plan}, perspective: learning, custom: {Notiz: Initiative}}",
        "- {id: a, name: {es: Quejas}, custom: {Código del proyecto: '0042'}}",
      ])
    + of(
      "one-kind-only",
      faulty: [
        """
        - {id: a, name: {en: Satisfaction}, kind: opinion, method: survey}
        - {id: b, name: {en: NPS}, kind: opinion, method: survey}
        """,
        """
        - {id: a, name: {fr: Taux de réachat}, kind: activity, source: Caisse}
        - {id: b, name: {fr: Panier moyen}, kind: activity, source: Caisse}
        - {id: c, name: {fr: Visites}, kind: activity, source: Caisse}
        """,
        """
        groups: [{id: g, name: {it: Voce}, kind: opinion}]
        measures:
          - {id: a, name: {it: Fiducia}, group: g, method: survey}
          - {id: b, name: {it: Sforzo}, group: g, method: survey}
        """,
        """
        - {id: a, name: {de: Vertrauen}, kind: opinion, method: survey}
        - {id: b, name: {de: Weiterempfehlung}, kind: opinion, method: survey}
        - {id: c, name: {de: Marge}, perspective: financial, kind: activity, source: ERP}
        """,
        """
        - {id: a, name: {es: Visitas}, kind: activity, source: Caja}
        - {id: b, name: {es: Compras}, kind: activity, source: Caja}
        - {id: c, name: {es: Opinión}, kind: opinion, method: survey,
           lifecycle: {state: retired, replacedBy: a}}
        """,
      ],
      sound: [
        pair,
        """
        - {id: a, name: {fr: Satisfaction}, kind: opinion, method: survey}
        - {id: b, name: {fr: Panier moyen}}
        """,
        "- {id: a, name: {it: Fiducia}, kind: opinion, method: survey}",
        """
        extends: customer-measures
        measures:
          - {id: net-promoter-score, kind: opinion, owner: Ada}
          - {id: customer-trust-score, kind: opinion, owner: Ada}
        """,
        """
        - {id: a, name: {es: Margen}, perspective: financial, kind: activity, source: ERP}
        - {id: b, name: {es: Liquidez}, perspective: financial, kind: activity, source: ERP}
        """,
      ])
    + of(
      "opinion-without-pair",
      faulty: [
        """
        - {id: a, name: {en: NPS}, kind: opinion, method: survey}
        - {id: b, name: {en: Renewal rate}, kind: activity, source: CRM}
        """,
        pair + "- {id: c, name: {fr: Satisfaction}, kind: opinion, method: interview}",
        """
        - {id: a, name: {it: Fiducia}, kind: opinion, method: survey}
        - {id: b, name: {it: Sforzo}, kind: opinion, method: survey}
        - {id: c, name: {it: Immagine}, kind: opinion, method: focusGroup}
        - {id: d, name: {it: Acquisti}, kind: activity, source: Cassa}
        """,
        """
        groups: [{id: g, kind: opinion, name: {de: Stimmen}}]
        measures:
          - {id: a, name: {de: Vertrauen}, group: g, method: survey}
          - {id: b, name: {de: Käufe}, kind: activity, source: ERP}
        """,
        """
        - {id: a, name: {es: Reseñas}, kind: opinion, method: review, direction: higher}
        - {id: b, name: {es: Visitas}, kind: activity, source: Web}
        """,
      ],
      sound: [
        pair,
        pair + "- {id: c, name: {fr: Thèmes}, kind: opinion, method: focusGroup, direction: none}",
        """
        - {id: a, name: {it: Tasso di risposta}, kind: opinion, method: system}
        - {id: b, name: {it: Acquisti}, kind: activity, source: Cassa}
        """,
        "- {id: a, name: {de: Vertrauen}, kind: opinion, method: survey}",
        """
        - {id: a, name: {es: Reseñas}, kind: opinion, method: review, ignore: [opinion-without-pair]}
        - {id: b, name: {es: Visitas}, kind: activity, source: Web}
        """,
      ])
    + of(
      "pair-unknown",
      faulty: [
        pair + "- {id: c, name: {en: Trust}, kind: opinion, method: survey, pairedWith: [churn]}",
        "- {id: a, name: {fr: Confiance}, pairedWith: [customer-churn-rate]}",
        """
        - {id: a, name: {it: Fiducia}, pairedWith: [acquisti, acquisto]}
        - {id: acquisti, name: {it: Acquisti}}
        """,
        """
        - {id: a, name: {de: Vertrauen}, pairedWith: [kaeufe]}
        - {id: käufe, name: {de: Käufe}}
        """,
        "- {id: a, name: {es: Confianza}, pairedWith: [visitas@web]}",
      ],
      sound: [
        pair,
        """
        - {id: a, name: {fr: Confiance}, pairedWith: [b, c]}
        - {id: b, name: {fr: Achats}}
        - {id: c, name: {fr: Visites}}
        """,
        """
        - {id: a, name: {it: Fiducia}, pairedWith: [acquisti@web]}
        - {id: acquisti, name: {it: Acquisti}}
        """,
        """
        extends: customer-measures
        measures:
          - {id: customer-trust-score, pairedWith: [customer-churn-rate]}
        """,
        "- {id: a, name: {es: Confianza}}",
      ])
    + of(
      "pair-not-activity",
      faulty: [
        """
        - {id: a, name: {en: NPS}, kind: opinion, method: survey, pairedWith: [b]}
        - {id: b, name: {en: Trust}, kind: opinion, method: survey, pairedWith: [c]}
        - {id: c, name: {en: Renewals}, kind: activity, source: CRM}
        """,
        "- {id: a, name: {fr: Confiance}, pairedWith: [a]}",
        """
        groups: [{id: g, name: {it: Voce}, kind: opinion}]
        measures:
          - {id: a, name: {it: Fiducia}, group: g, method: survey, pairedWith: [c, b]}
          - {id: b, name: {it: Sforzo}, group: g, method: survey, pairedWith: [c]}
          - {id: c, name: {it: Acquisti}, kind: activity, source: Cassa}
        """,
        """
        - {id: a, name: {de: Vertrauen}, kind: opinion, method: survey, pairedWith: [b@nord]}
        - {id: b, name: {de: Freude}, kind: opinion, method: survey, pairedWith: [c]}
        - {id: c, name: {de: Käufe}, kind: activity, source: ERP}
        """,
        """
        extends: customer-measures
        measures:
          - {id: net-promoter-score, pairedWith: [net-promoter-score]}
        """,
      ],
      sound: [
        pair,
        """
        - {id: a, name: {fr: Achats}, kind: activity, source: Caisse, pairedWith: [b]}
        - {id: b, name: {fr: Confiance}, kind: opinion, method: survey, pairedWith: [a]}
        """,
        """
        - {id: a, name: {it: Fiducia}, kind: opinion, method: survey, pairedWith: [b]}
        - {id: b, name: {it: Acquisti}}
        """,
        "- {id: a, name: {de: Vertrauen}, kind: opinion, method: survey}",
        """
        - {id: a, name: {es: Confianza}, pairedWith: [b]}
        - {id: b, name: {es: Satisfacción}, kind: opinion, method: survey}
        """,
      ])
}
