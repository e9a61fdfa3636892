extension SeededCatalog {
  /// Formulas, their units and inputs.
  static let formulas =
    of(
      "formula-mixed-units",
      faulty: [
        """
        - id: a
          name: {en: Value}
          formula:
            expression: revenue + share
            inputs: [{name: revenue, unit: currency}, {name: share, unit: percent}]
        """,
        """
        - id: a
          name: {fr: Solde}
          formula:
            expression: ventes - visites
            inputs: [{name: ventes, unit: {kind: currency, currency: EUR}},
              {name: visites, aggregate: count}]
        """,
        """
        - id: a
          name: {it: Totale}
          formula:
            expression: vendite_eur + vendite_usd
            inputs: [{name: vendite_eur, unit: {kind: currency, currency: EUR}},
              {name: vendite_usd, unit: {kind: currency, currency: USD}}]
        """,
        """
        - id: a
          name: {de: Zeit}
          formula:
            expression: (stunden - kunden) / faelle
            inputs: [{name: stunden, unit: {kind: duration, symbol: h}},
              {name: kunden, aggregate: distinct}, {name: faelle, aggregate: count}]
        """,
        """
        - id: a
          name: {es: Base}
          variants:
            - id: texto
              formula:
                expression: comentarios / encuestas
                inputs: [{name: comentarios, unit: text}, {name: encuestas, aggregate: count}]
        """,
      ],
      sound: [
        """
        - id: a
          name: {en: Value}
          unit: currency
          formula:
            expression: revenue - cost
            inputs: [{name: revenue, unit: currency}, {name: cost, unit: currency}]
        """,
        """
        - id: a
          name: {fr: Solde}
          formula:
            expression: ventes - visites
            inputs: [{name: ventes}, {name: visites, aggregate: count}]
        """,
        """
        - id: net-promoter-score
          name: {it: NPS}
          unit: score
          formula:
            expression: 100 * (promotori - detrattori) / rispondenti
            inputs: [{name: promotori, aggregate: count}, {name: detrattori, aggregate: count},
              {name: rispondenti, aggregate: count}]
        """,
        """
        - id: a
          name: {de: Rest}
          unit: percent
          formula:
            expression: 100 - anteil
            inputs: [{name: anteil, unit: percent}]
        """,
        """
        - id: a
          name: {es: Valor}
          unit: {kind: currency, currency: EUR}
          formula:
            expression: margen * retencion / (1 + descuento - retencion)
            inputs: [{name: margen, unit: {kind: currency, currency: EUR}},
              {name: retencion, unit: ratio}, {name: descuento, unit: ratio}]
        """,
      ])
    + of(
      "formula-unit",
      faulty: [
        """
        - id: a
          name: {en: Conversion rate}
          unit: percent
          formula:
            expression: orders / visits
            inputs: [{name: orders, aggregate: count}, {name: visits, aggregate: count}]
        """,
        """
        - id: a
          name: {fr: Panier moyen}
          unit: percent
          formula:
            expression: ventes / commandes
            inputs: [{name: ventes, unit: currency}, {name: commandes, aggregate: count}]
        """,
        """
        - id: a
          name: {it: Frequenza}
          unit: ratio
          formula:
            expression: 100 * ordini / clienti
            inputs: [{name: ordini, aggregate: count}, {name: clienti, aggregate: distinct}]
        """,
        """
        - id: a
          name: {de: Umsatz}
          unit: {kind: currency, currency: CHF}
          formula:
            expression: sum(umsatz)
            inputs: [{name: umsatz, unit: {kind: currency, currency: EUR}}]
        """,
        """
        - id: a
          name: {es: Tiempo de respuesta}
          unit: {kind: duration, symbol: h}
          formula:
            expression: respuestas
            inputs: [{name: respuestas, aggregate: count}]
        """,
      ],
      sound: [
        """
        - id: a
          name: {en: Days sales outstanding}
          unit: {kind: duration, symbol: d}
          formula:
            expression: 365 * receivables / sales
            inputs: [{name: receivables, unit: currency}, {name: sales, unit: currency}]
        """,
        """
        - id: a
          name: {en: Conversion rate}
          unit: percent
          formula:
            expression: 100 * orders / visits
            inputs: [{name: orders, aggregate: count}, {name: visits, aggregate: count}]
        """,
        """
        - id: a
          name: {fr: Panier moyen}
          unit: currency
          formula:
            expression: ventes / commandes
            inputs: [{name: ventes, unit: {kind: currency, currency: EUR}},
              {name: commandes, aggregate: count}]
        """,
        """
        - id: a
          name: {it: Reclami ogni 1.000 clienti}
          unit: {kind: rate, per: 1000 clienti}
          formula:
            expression: 1000 * reclami / clienti
            inputs: [{name: reclami, aggregate: count}, {name: clienti, aggregate: distinct}]
        """,
        """
        - id: a
          name: {de: Zufriedenheitsindex}
          unit: index
          formula:
            expression: 100 * (mittel - 1) / 4
            inputs: [{name: mittel, unit: score}]
        """,
        """
        - id: a
          name: {es: Artículos por pedido}
          unit: count
          formula:
            expression: articulos / pedidos
            inputs: [{name: articulos, aggregate: count}, {name: pedidos, aggregate: count}]
        """,
      ])
    + of(
      "unused-input",
      faulty: [
        """
        - id: a
          name: {en: Share}
          formula: {expression: 100 * won / offers, inputs: [{name: won}, {name: offers}, {name: lost}]}
        """,
        """
        - id: a
          name: {fr: Taux}
          formula:
            text: {fr: retours / ventes}
            expression: retours / ventes
            inputs: [{name: retours}, {name: ventes}, {name: echanges, label: {fr: Échanges}}]
        """,
        """
        - id: a
          name: {it: Quota}
          formula: {expression: clienti_attivi, inputs: [{name: clienti}, {name: clienti_attivi}]}
        """,
        """
        - id: a
          name: {de: Zeit}
          formula: {expression: median(stunden), inputs: [{name: stunden}, {name: faelle}]}
        """,
        """
        - id: a
          name: {es: Base}
          variants:
            - {id: visitas, formula: {expression: visitas, inputs: [{name: visitas}, {name: dias}]}}
        """,
      ],
      sound: [
        """
        - id: a
          name: {en: Share}
          formula: {expression: 100 * won / (won + lost), inputs: [{name: won}, {name: lost}]}
        """,
        """
        - id: a
          name: {fr: Taux}
          formula: {text: {fr: retours / ventes}, inputs: [{name: retours}, {name: ventes}]}
        """,
        """
        - id: a
          name: {it: Quota}
          formula: {expression: sum(peso * voto) / sum(peso), inputs: [{name: peso}, {name: voto}]}
        """,
        """
        - id: a
          name: {de: Zeit}
          formula: {expression: median(stunden), inputs: [{name: stunden}]}
        """,
        """
        - id: a
          name: {es: Base}
          formula: {text: {es: según el sistema}}
        """,
      ])
    + of(
      "undefined-input",
      faulty: [
        """
        - id: a
          name: {en: Share}
          formula: {expression: 100 * won / offers, inputs: [{name: won}]}
        """,
        """
        - id: a
          name: {fr: Taux}
          formula: {expression: retours / vente, inputs: [{name: retours}, {name: ventes}]}
        """,
        """
        - id: a
          name: {it: Quota}
          formula: {expression: attivi / totali}
        """,
        """
        - id: a
          name: {de: Mittel}
          formula: {expression: sum(noten) / Anzahl, inputs: [{name: noten}, {name: anzahl}]}
        """,
        """
        - id: a
          name: {es: Base}
          variants:
            - {id: b, formula: {expression: visitas / dias, inputs: [{name: visitas}]}}
        """,
      ],
      sound: [
        """
        - id: a
          name: {en: Share}
          formula: {expression: 100 * won / offers, inputs: [{name: won}, {name: offers}]}
        """,
        """
        - id: a
          name: {fr: Taux}
          formula: {text: {fr: retours divisés par ventes}}
        """,
        """
        - id: a
          name: {it: Quota}
          formula: {expression: 100 * attivi / attivi, inputs: [{name: attivi}]}
        """,
        """
        - id: a
          name: {de: Anteil}
          formula: {expression: 100 - 2.5 * 4, variant: fest}
        """,
        """
        - id: a
          name: {es: Base}
          formula: {expression: count_distinct(días), inputs: [{name: días}]}
        """,
      ], others: ["unused-input"])
}
