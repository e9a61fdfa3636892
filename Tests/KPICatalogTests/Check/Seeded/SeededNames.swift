extension SeededCatalog {
  /// Names and codes.
  static let names =
    of(
      "duplicate-name",
      faulty: [
        """
        - {id: a, name: {en: Customer churn}}
        - {id: b, name: {en: Customer Churn}}
        """,
        """
        - {id: a, name: {en: Response time, fr: Délai de réponse}}
        - {id: b, name: {en: Reply time, fr: "Delai de  reponse"}}
        """,
        """
        - {id: a, name: Soddisfazione}
        - {id: b, name: Fiducia}
        - {id: c, name: "Soddisfazione:"}
        """,
        """
        - {id: a, name: {de: Kundenzufriedenheit (CSAT)}}
        - {id: b, name: {de: Kundenzufriedenheit}}
        """,
        """
        - {id: a, name: {es: Rotación}, formula: {variant: mensual}}
        - {id: b, name: {es: ROTACION}, formula: {text: bajas}}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: Customer churn (monthly)}}
        - {id: b, name: {en: Customer churn (yearly)}}
        """,
        """
        - {id: a, name: {en: Satisfaction}}
        - {id: b, name: {fr: Satisfaction}}
        """,
        """
        - {id: a, name: "Clienti < 30 giorni"}
        - {id: b, name: "Clienti > 30 giorni"}
        - {id: c, name: Vendite %}
        - {id: d, name: "Vendite #"}
        """,
        """
        - {id: a, name: {de: Kundentreue}, lifecycle: {state: retired, replacedBy: b}}
        - {id: b, name: {de: Kundentreue}}
        """,
        """
        - {id: a, name: {es: Rotación, pt: Rotação}, aliases: [Bajas]}
        - {id: b, name: {es: Bajas}}
        """,
      ])
    + of(
      "duplicate-variant",
      faulty: [
        """
        - {id: a, name: {en: Customer satisfaction}, formula: {variant: top2box}}
        - {id: b, name: {en: Customer satisfaction}, formula: {variant: mean-1-5}}
        """,
        """
        - {id: a, name: {fr: Effort client (CES)}, formula: {variant: ease-1-7}}
        - {id: b, name: {fr: Effort client}, formula: {variant: effort-1-5}}
        """,
        """
        - {id: churn, name: Abbandono, formula: {variant: start-base}}
        - {id: churn@revenue, name: abbandono, formula: {variant: revenue}}
        """,
        """
        - {id: a, name: {en: Share, de: Marktanteil}, formula: {variant: value}}
        - {id: b, name: {en: Part, de: Marktanteil}, formula: {variant: volume}}
        """,
        """
        - {id: a, name: {es: Conversión}, formula: {variant: visits}}
        - {id: b, name: {es: Recompra}, formula: {variant: visits}}
        - {id: c, name: {es: CONVERSIÓN}, formula: {variant: leads}}
        """,
      ],
      sound: [
        """
        - {id: a, name: {en: Customer satisfaction (top 2)}, formula: {variant: top2box}}
        - {id: b, name: {en: Customer satisfaction (mean)}, formula: {variant: mean-1-5}}
        """,
        """
        - {id: a, name: {fr: Effort client}, formula: {variant: ease-1-7}}
        - {id: b, name: {fr: Facilité}, formula: {variant: effort-1-5}}
        """,
        """
        - {id: churn, name: Abbandono, formula: {variant: start-base},
           variants: [{id: revenue, name: Abbandono}]}
        """,
        """
        - {id: a, name: {en: Marktanteil}, formula: {variant: value}}
        - {id: b, name: {de: Marktanteil}, formula: {variant: volume}}
        """,
        """
        - {id: a, name: {es: Conversión}, formula: {variant: visits},
           lifecycle: {state: retired, replacedBy: c}}
        - {id: c, name: {es: Conversión}, formula: {variant: leads}}
        """,
      ])
    + of(
      "duplicate-code",
      faulty: [
        """
        - {id: a, code: "007", name: {en: Churn}}
        - {id: b, code: "007", name: {en: Renewals}}
        """,
        """
        - {id: a, code: C-1.10, name: {fr: Attrition}}
        - {id: b, code: " C-1.10 ", name: {fr: Rétention}}
        """,
        """
        - {id: a, code: K1, name: Reclami}
        - {id: b, code: K2, name: Resi}
        - {id: c, code: K1, name: Visite}
        """,
        """
        - {id: a, code: "12", name: {de: Treue}}
        - {id: b, code: 12, name: {de: Umsatz}}
        """,
        """
        extends: base
        measures:
          - {id: a, code: É1}
          - {id: b, code: É1}
        """,
      ],
      sound: [
        """
        - {id: a, code: "007", name: {en: Churn}}
        - {id: b, code: "7", name: {en: Renewals}}
        """,
        """
        - {id: a, code: C-1.1, name: {fr: Attrition}}
        - {id: b, code: C-1.10, name: {fr: Rétention}}
        """,
        """
        - {id: a, name: Reclami}
        - {id: b, name: Resi}
        - {id: c, code: " ", name: Visite}
        - {id: d, code: " ", name: Acquisti}
        """,
        """
        - {id: a, code: K1, name: {de: Treue}, lifecycle: {state: retired, replacedBy: b}}
        - {id: b, code: K1, name: {de: Bindung}}
        """,
        """
        - {id: a, code: k1, name: {es: Visitas}}
        - {id: b, code: K1, name: {es: Compras}}
        """,
      ])
}
