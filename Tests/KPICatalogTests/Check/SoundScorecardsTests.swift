import KPICatalog
import Testing

/// Whole scorecards without a fault: no rule may say anything of them.
@Suite struct SoundScorecardsTests {
  @Test(arguments: [museum, manufacturer])
  func aSoundScorecardGivesNoFindings(_ yaml: String) throws {
    let report = try Catalog(yaml: Array(yaml.utf8)).check()
    #expect(report.findings.isEmpty, "\(report.lines(file: "scorecard"))")
  }

  private static let museum = """
    title: {fr: Tableau de bord 2026}
    organisation: Harbour Museum
    defaultLanguage: fr
    languages: [fr]
    groups: [{id: finances, name: {fr: Finances}}, {id: clients, name: {fr: Visiteurs}},
         {id: internes, name: {fr: Processus}}, {id: equipe, name: {fr: Équipe}}]
    measures:
      - {id: marge, name: {fr: Marge EBITDA}, perspective: financial, group: finances,
         unit: percent, direction: higher, frequency: P1M, owner: DAF, baseline: {value: -2.4},
         targets: [{value: 3, by: 2026}, {value: 6, by: 2027}], thresholds: {green: 3,
         amber: 0}, weight: 0.5}
      - {id: cout-revenu, name: {fr: Coefficient d'exploitation}, perspective: financial,
         group: finances, unit: percent, direction: lower, frequency: P3M, owner: DAF,
         baseline: {value: 104}, targets: [{value: 98, by: 2026}], thresholds: {green: 98,
         amber: 101}, weight: 0.3, aggregation: {time: ratioOfSums}}
      - {id: dso, name: {fr: Délai moyen de paiement des clients}, perspective: financial,
         group: finances, unit: {kind: duration, symbol: j}, direction: lower, frequency: P1M,
         owner: DAF, baseline: {value: 41}, targets: [{value: 35}], weight: 0.2,
         formula: {expression: 365 * creances / ventes, inputs: [{name: creances,
         unit: {kind: currency, currency: EUR}}, {name: ventes, unit: {kind: currency,
         currency: EUR}}]}}
      - {id: nps, name: {fr: NPS visiteurs}, perspective: customer, kind: opinion,
         method: survey, group: clients, unit: score, scale: {min: -100, max: 100, hard: true},
         direction: higher, frequency: P3M, owner: Accueil, baseline: {value: -3},
         targets: [{value: 10, by: 2026}], pairedWith: [revisite], thresholds: {green: 10,
         amber: 0}}
      - {id: satisfaction, name: {fr: Satisfaction à la sortie}, perspective: customer,
         kind: opinion, method: feedbackForm, group: clients, unit: score, scale: {min: 1,
         max: 5, hard: true}, direction: higher, frequency: P1M, owner: Accueil,
         baseline: {value: 4.2}, targets: [{value: 4.4}], pairedWith: [revisite]}
      - {id: revisite, name: {fr: Visiteurs de retour}, perspective: customer, kind: activity,
         source: {fr: Billetterie}, group: clients, unit: percent, direction: higher,
         frequency: P3M, owner: Accueil, baseline: {value: 24}, targets: [{value: 30}],
         aggregation: {time: recompute}}
      - {id: panier, name: {fr: Panier moyen boutique}, kind: activity, source: {fr: Caisse},
         group: clients, unit: {kind: currency, currency: EUR}, direction: higher,
         frequency: P1M, owner: Boutique, baseline: {value: 11.8}, targets: [{value: 13}],
         aggregation: {time: ratioOfSums}, formula: {expression: ventes / tickets,
         inputs: [{name: ventes, unit: {kind: currency, currency: EUR}}, {name: tickets,
         aggregate: count}]}}
      - {id: clics, name: {fr: Taux de clic de l'infolettre}, kind: activity,
         source: {fr: Outil d'envoi}, group: clients, unit: percent, direction: higher,
         frequency: P1M, owner: Com, baseline: {value: 0.8}, targets: [{value: 1}]}
      - {id: attente, name: {fr: Temps d'attente à la caisse}, perspective: process,
         group: internes, unit: {kind: duration, symbol: min}, direction: lower, frequency: P1W,
         owner: Accueil, baseline: {value: 9}, targets: [{value: 6}], thresholds: {green: 6,
         amber: 8}}
      - {id: ouverture, name: {fr: Salles ouvertes}, perspective: process, group: internes,
         unit: percent, direction: higher, frequency: P1D, reportingFrequency: P1M,
         owner: Régie, baseline: {value: 96.5}, targets: [{value: 98}], scale: {min: 0,
         max: 100, hard: true}}
      - {id: temperature, name: {fr: Température des réserves}, perspective: process,
         group: internes, unit: {kind: score, symbol: °C}, direction: range, frequency: P1D,
         owner: Conservation, targets: [{low: 18, high: 20}], thresholds: {green: {low: 18,
         high: 20}, amber: {low: 17, high: 21}}}
      - {id: incidents, name: {fr: Incidents de conservation}, perspective: process,
         group: internes, unit: count, direction: lower, frequency: P1M, owner: Conservation,
         baseline: {value: 2}, targets: [{value: 0}], thresholds: {green: 0, amber: 1},
         aggregation: {time: sum}}
      - {id: pret, name: {fr: Délai de réponse aux demandes de prêt}, perspective: process,
         group: internes, unit: percent, direction: higher, frequency: P3M, owner: Collections,
         baseline: {value: 71}, targets: [{value: 90}],
         description: {fr: Part des demandes traitées dans les 30 jours}}
      - {id: formation, name: {fr: Heures de formation par agent}, perspective: learning,
         group: equipe, unit: {kind: duration, symbol: h}, direction: higher, frequency: P1Y,
         owner: RH, baseline: {value: 9}, targets: [{value: 14}]}
      - {id: absent, name: {fr: Absentéisme}, perspective: learning, group: equipe,
         unit: percent, direction: lower, frequency: P1M, owner: RH, baseline: {value: 6.1},
         targets: [{value: 5}]}
      - {id: rotation, name: {fr: Départs volontaires}, perspective: learning, group: equipe,
         unit: percent, direction: lower, frequency: P1Y, owner: RH, baseline: {value: 9},
         targets: [{value: 7}], custom: {Projet: Accueil des nouveaux}}
      - {id: fidel, name: {fr: Fidélisation du personnel saisonnier}, perspective: learning,
         group: equipe, unit: percent, direction: higher, frequency: P1Y, owner: RH,
         baseline: {value: 55}, targets: [{value: 60}]}
    """

  private static let manufacturer = """
    title: {en: Balanced scorecard}
    defaultLanguage: en
    measures:
      - {id: roi, name: {en: Return on invested capital}, perspective: financial, unit: percent,
         direction: higher, baseline: {value: 0.9}, targets: [{value: 4}], frequency: P1Y,
         owner: CFO}
      - {id: growth, name: {en: Organic growth}, perspective: financial, unit: percent,
         direction: higher, baseline: {value: 0.4}, targets: [{value: 0.8}], frequency: P1Y,
         owner: CFO}
      - {id: rev, name: {en: Revenue}, perspective: financial, unit: {kind: currency,
         currency: USD, symbol: $M}, direction: higher, baseline: {value: 41.2},
         targets: [{value: 44, by: 2026}, {value: 47.5, by: 2027}], frequency: P1M, owner: CFO,
         aggregation: {time: sum}}
      - {id: opex, name: {en: Operating cost per order}, perspective: financial,
         unit: {kind: currency, currency: USD}, direction: lower, baseline: {value: 3.9},
         targets: [{value: 3.5}], thresholds: {green: 3.5, amber: 3.7}, frequency: P1M,
         owner: COO, aggregation: {time: ratioOfSums}, formula: {expression: opex / orders,
         inputs: [{name: opex, unit: {kind: currency, currency: USD}}, {name: orders,
         aggregate: count}]}}
      - {id: liquidity, name: {en: Current ratio}, perspective: financial, unit: ratio,
         direction: range, targets: [{low: 1.2, high: 2}], thresholds: {green: {low: 1.2,
         high: 2}, amber: {low: 1, high: 2.5}}, frequency: P3M, owner: CFO}
      - {id: nrr, name: {en: Net revenue retention}, kind: activity, source: {en: Billing},
         unit: percent, direction: higher, baseline: {value: 104}, targets: [{value: 112}],
         frequency: P1M, owner: CCO, aggregation: {time: recompute}}
      - {id: csat, name: {en: CSAT}, kind: opinion, method: survey, pairedWith: [nrr],
         unit: percent, direction: higher, baseline: {value: 81}, targets: [{value: 86}],
         frequency: P1M, owner: CCO}
      - {id: ces, name: {en: Customer effort}, kind: opinion, method: survey, pairedWith: [nrr],
         unit: score, direction: lower, baseline: {value: 2.9}, targets: [{value: 2.4}],
         scale: {min: 1, max: 5}, frequency: P3M, owner: CCO}
      - {id: wait, name: {en: Calls answered within 30 seconds}, kind: activity,
         source: {en: ACD}, unit: percent, direction: higher, baseline: {value: 72},
         targets: [{value: 80}], frequency: P1W, owner: Service}
      - {id: aht, name: {en: Average handling time}, kind: activity, source: {en: ACD},
         unit: {kind: duration, symbol: min}, direction: range, targets: [{low: 4, high: 6}],
         frequency: P1W, owner: Service}
      - {id: defects, name: {en: Defects per million}, perspective: process, unit: {kind: rate,
         per: 1000000 units}, direction: lower, baseline: {value: 320}, targets: [{value: 200}],
         frequency: P1M, owner: Quality, formula: {expression: 1000000 * defects / units,
         inputs: [{name: defects, aggregate: count}, {name: units, aggregate: count}]}}
      - {id: yield, name: {en: First pass yield}, perspective: process, unit: percent,
         direction: higher, baseline: {value: 97.1}, targets: [{value: 98.5}],
         thresholds: {green: 98, amber: 97}, frequency: P1D, reportingFrequency: P1M,
         owner: Quality}
      - {id: lead, name: {en: Lead time}, perspective: process, unit: {kind: duration,
         symbol: d}, direction: lower, baseline: {value: 21}, targets: [{value: 14}],
         frequency: P1M, owner: COO}
      - {id: uptime, name: {en: Uptime}, perspective: process, unit: percent, direction: higher,
         baseline: {value: 99.92}, targets: [{value: 99.95}], scale: {min: 0, max: 100,
         hard: true}, frequency: continuous, owner: IT}
      - {id: enps, name: {en: eNPS}, perspective: learning, kind: opinion, method: survey,
         unit: score, direction: higher, baseline: {value: -4}, targets: [{value: 10}],
         frequency: P6M, owner: HR}
      - {id: turnover, name: {en: Voluntary turnover}, perspective: learning, unit: percent,
         direction: lower, baseline: {value: 11}, targets: [{value: 8}], frequency: P1M,
         owner: HR}
      - {id: sick, name: {en: Accident rate}, perspective: learning, unit: percent,
         direction: lower, baseline: {value: 0.3}, targets: [{value: 0.1}], frequency: P1M,
         owner: HR}
      - {id: skills, name: {en: Skill coverage}, perspective: learning, unit: percent,
         direction: higher, baseline: {value: 64}, targets: [{value: 75}], frequency: P6M,
         owner: HR}
      - {id: ideas, name: {en: Ideas per employee}, perspective: learning, unit: ratio,
         direction: higher, baseline: {value: 0.4}, targets: [{value: 0.8}], frequency: P1Y,
         owner: HR, formula: {expression: ideas / employees, inputs: [{name: ideas,
         aggregate: count}, {name: employees, aggregate: distinct}]}}
      - {id: rank, name: {en: Place in the city survey}, kind: opinion, method: thirdParty,
         pairedWith: [nrr], unit: rank, direction: lower, baseline: {value: 7},
         targets: [{value: 3}], frequency: P1Y, owner: CCO}
    """
}
