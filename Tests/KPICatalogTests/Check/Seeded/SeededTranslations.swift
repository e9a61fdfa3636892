extension SeededCatalog {
  /// Texts in several languages.
  static let translations =
    of(
      "missing-translation",
      faulty: [
        """
        languages: [en, fr]
        measures:
          - {id: a, name: {en: Churn, fr: Attrition}, question: {en: How many left?}}
        """,
        """
        languages: [fr, it, en]
        measures:
          - {id: a, name: {fr: Attrition, it: Abbandono, en: Churn}}
          - {id: b, name: {fr: Panier moyen, en: Basket}}
        """,
        """
        - {id: a, name: {de: Treue, en: Loyalty}}
        - {id: b, name: {de: Umsatz, en: Sales}, description: {de: Umsatz ohne Steuer}}
        """,
        """
        languages: [es, en]
        groups: [{id: g, name: {es: Ventas}}]
        measures: [{id: a, name: {es: Visitas, en: Visits}, group: g}]
        """,
        """
        languages: [en, it]
        measures:
          - id: a
            name: {en: Complaints, it: Reclami}
            description:
              en: Written complaints received in the month, all channels.
              it: Written complaints received in the month, all channels.
        """,
      ],
      sound: [
        """
        languages: [en, fr]
        measures:
          - {id: a, name: {en: Churn, fr: Attrition}, question: {en: How many left?, fr: Combien ?}}
        """,
        """
        languages: [en, it]
        measures:
          - id: a
            name: {en: Net Promoter Score (NPS), it: Net Promoter Score (NPS)}
            source: CRM
            notes: see the handbook
        """,
        """
        - {id: a, name: {de: Treue, en: Loyalty}}
        - {id: b, name: {de: Umsatz}, description: {de: Umsatz ohne Steuer}}
        - {id: c, name: {de: Besuche}}
        """,
        """
        languages: [es, fr]
        measures: [{id: a, name: {es: Visitas, fr-CA: Visites}}]
        """,
        """
        extends: customer-measures
        languages: [en, fr]
        measures: [{id: net-promoter-score, notes: {en: asked twice a year}}]
        """,
      ])
    + of(
      "untranslated-field",
      faulty: [
        """
        languages: [en, fr]
        measures:
          - {id: a, name: {en: Churn, fr: Attrition}, notes: {en: without trials}}
          - {id: b, name: {en: Visits, fr: Visites}, notes: {en: on working days}}
        """,
        """
        title: {de: Kennzahlen}
        measures:
          - {id: a, name: {de: Treue, en: Loyalty}}
          - {id: b, name: {de: Umsatz, en: Sales}}
        """,
        """
        languages: [es, en]
        measures:
          - {id: a, name: {es: Visitas, en: Visits}, source: {es: registro}}
          - {id: b, name: {es: Ventas, en: Sales}, source: {es: caja}}
          - {id: c, name: {es: Quejas, en: Complaints}}
        """,
        """
        languages: [it, en]
        title: {it: Indicatori}
        measures:
          - {id: a, name: {it: Reclami, en: Complaints}}
        """,
        """
        - {id: a, name: {de: Treue, en: Loyalty}, targets: [{value: 4, note: {de: knapp}}]}
        - {id: b, name: {de: Umsatz, en: Sales}, targets: [{value: 9, note: {de: leicht}}]}
        """,
      ],
      sound: [
        """
        languages: [en, fr]
        measures:
          - {id: a, name: {en: Churn, fr: Attrition}, notes: {en: without trials, fr: sans essais}}
          - {id: b, name: {en: Visits, fr: Visites}, notes: {en: opened, fr: ouverts}}
        """,
        """
        title: {de: Kennzahlen, en: Measures}
        measures:
          - {id: a, name: {de: Treue, en: Loyalty}}
          - {id: b, name: {de: Umsatz, en: Sales}}
        """,
        """
        - {id: a, name: {de: Treue}, notes: {de: knapp}}
        - {id: b, name: {de: Umsatz}, notes: {de: leicht}}
        """,
        """
        languages: [es, en]
        measures:
          - {id: a, name: {es: Visitas, en: Visits}, source: CRM}
          - {id: b, name: {es: Ventas, en: Sales}, source: ERP}
        """,
        """
        extends: customer-measures
        languages: [en, fr]
        measures: [{id: net-promoter-score, notes: {en: asked twice a year}}]
        """,
      ])
    + of(
      "stale-translation",
      faulty: [
        """
        - {id: a, name: {en: Answered in time, fr: Répondu à temps},
           description: {en: Within 24 hours, fr: Sous 48 heures}}
        """,
        """
        - id: a
          name: {en: Satisfied, it: Soddisfatti}
          formula: {text: {en: answers 9 and 10 / all × 100, it: risposte 8 e 10 / tutte × 100}}
        """,
        """
        - {id: a, name: {de: Beschwerden je 1.000 Kunden, en: 'Complaints per 100 customers'}}
        """,
        """
        defaultLanguage: fr
        measures:
          - id: a
            name: {fr: Réachat, es: Recompra, en: Repeat}
            pitfalls:
              fr: La fenêtre est de 90 jours.
              es: La ventana es de 60 días.
              en: The window is 90 days.
        """,
        """
        - id: a
          name: {en: Share, fr: Part}
          variants:
            - {id: b, name: {en: Top 2 of 5, fr: 3 meilleures sur 5}}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: Answered in time, fr: Répondu à temps},
           description: {en: Within 24 hours, fr: Sous vingt-quatre heures}}
        """,
        """
        - id: a
          name: {en: 'Sales over 1,000.50', it: 'Vendite oltre 1.000,5',
            fr: 'Ventes de plus de 1 000,50'}
        """,
        """
        - {id: a, name: {de: Beschwerden je 1.000 Kunden, en: 'Complaints per 1,000 customers'}}
        """,
        """
        - id: a
          name: {fr: Réachat, en: Repeat}
          pitfalls: {fr: La fenêtre est de 12 mois ; le T4 compte., en: The window is 1 year; Q4 counts.}
        """,
        """
        - id: a
          name: {en: 24/7 service for B2B, fr: 'Service 24 h/24 et 7 j/7, B2B'}
          description: {en: 'By 31/12/2026, 2 steps', fr: 'Au 31.12.2026, deux étapes'}
        """,
      ], others: ["missing-translation"])
}
