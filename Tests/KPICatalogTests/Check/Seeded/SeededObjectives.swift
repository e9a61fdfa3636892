extension SeededCatalog {
  /// Objectives and their voice.
  static let objectives =
    of(
      "generic-objective",
      faulty: [
        "- {id: a, name: {en: Retention}, objective: {text: {en: Keep customers longer}}}",
        "- {id: a, name: {fr: Satisfaction}, objective: {text: {fr: Améliorer la satisfaction de nos clients}}}",
        """
        title: {it: Scheda}
        objectives: [{id: o1, text: {it: Aumentare la fedeltà dei clienti}}]
        measures: [{id: a, name: {it: Fedeltà}, objective: {id: o1}}]
        """,
        "- {id: a, name: {de: Zufriedenheit}, objective: {text: {de: Kundenzufriedenheit um 5 % steigern}}}",
        "- {id: a, name: {es: Calidad}, objective: {text: Ofrecer productos y servicios de calidad}}",
        "- {id: a, name: {en: Safety}, objective: {text: {en: A safe place to learn}}}",
      ],
      sound: [
        "- {id: a, name: {en: Retention}, objective: {text: {en: Answers within the hour}}}",
        """
        - id: a
          name: {fr: Satisfaction}
          objective:
            text: {fr: Améliorer la satisfaction de nos clients}
            differentiator: {fr: un conseiller unique qui rappelle le jour même}
        """,
        """
        title: {it: Scheda}
        objectives: [{id: o1, text: {it: Il cliente trova il pezzo di ricambio in un giorno}}]
        measures: [{id: a, name: {it: Fedeltà}, objective: {id: o1}}]
        """,
        "- {id: a, name: {de: Wege}, objective: {text: {de: Amtswege ohne Papier erledigen}}}",
        "- {id: a, name: {es: Espera}, objective: {text: Nadie espera más de diez minutos en ventanilla}}",
        "- {id: a, name: {nl: Trouw}, objective: {text: {nl: Meer klanten}}}",
      ])
    + of(
      "objective-voice",
      faulty: [
        "- {id: a, name: {en: T}, objective: {text: {en: Save customers' time}, voice: customer}}",
        "- {id: a, name: {fr: T}, objective: {text: {fr: Réduire les délais de livraison}, voice: customer}}",
        "- {id: a, name: {it: T}, objective: {text: {it: Risposte rapide e sincere}, voice: customer}}",
        """
        objectives: [{id: o, text: {de: Schnelle Lieferung ohne Rückfragen}, voice: customer}]
        measures: [{id: a, name: {de: T}, objective: {id: o}}]
        """,
        "- {id: a, name: {es: T}, objective: {text: {es: Reparaciones en dos días}, voice: customer}}",
      ],
      sound: [
        "- {id: a, name: {en: T}, objective: {text: {en: '{organisation} saves me time'}, voice: customer}}",
        "- {id: a, name: {fr: T}, objective: {text: {fr: J'obtiens une réponse dans l'heure}, voice: customer}}",
        "- {id: a, name: {it: T}, objective: {text: {it: Trovo subito il pezzo di ricambio}, voice: customer}}",
        """
        objectives: [{id: o, text: {de: Meine Lieferung kommt ohne Rückfragen}, voice: customer}]
        measures: [{id: a, name: {de: T}, objective: {text: {de: Lieferzeit halbieren}, voice: organisation}}]
        """,
        "- {id: a, name: {es: T}, objective: {text: {es: Encuentro lo que busco}, voice: customer}}",
        "- {id: a, name: {it: T}, objective: {text: {it: Siamo ascoltati e veniamo richiamati}, voice: customer}}",
      ])
}
