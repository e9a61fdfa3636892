import KPICatalog
import Testing

/// Objectives as people write them.
@Suite struct ObjectiveTextsTests {
  private static func finds(_ rule: String, _ language: String, _ text: String) throws -> Bool {
    let tag = try #require(LanguageTag(language))
    let objective = Objective(text: LocalizedText(text, language: tag), voice: .customer)
    let id = try #require(KPIIdentifier("a"))
    let measure = KPIDefinition(id: id, name: "A", objective: objective)
    return !Catalog(measures: [measure]).check().findings(of: rule).isEmpty
  }

  @Test(arguments: [
    ("en", "Improve customer experience"),
    ("en", "Delight our customers"),
    ("en", "Increase customer loyalty and retention"),
    ("en", "Provide excellent service"),
    ("en", "Deliver high quality products"),
    ("en", "Grow our customer base"),
    ("en", "Be our customers' first choice"),
    ("en", "Have more customers"),
    ("en", "Keep customers longer"),
    ("en", "Exceed customer expectations"),
    ("en", "Build long-term relationships with our clients"),
    ("en", "Satisfied citizens"),
    ("en", "Become the market leader"),
    ("en", "Offer the best value to customers"),
    ("fr", "Fidéliser nos clients"),
    ("fr", "Avoir plus de clients"),
    ("fr", "Garantir la qualité de nos services"),
    ("fr", "Garder les clients plus longtemps"),
    ("fr", "Un endroit sûr pour apprendre"),
    ("fr", "Augmenter la satisfaction des usagers"),
    ("fr", "Être leader sur notre marché"),
    ("fr", "Dépasser les attentes de nos clients"),
    ("it", "Fidelizzare i clienti"),
    ("it", "Avere più clienti"),
    ("it", "Migliorare la qualità dei servizi"),
    ("it", "Un luogo sicuro in cui imparare"),
    ("it", "Mantenere i clienti più a lungo"),
    ("it", "Superare le aspettative dei clienti"),
    ("it", "Aumentare la soddisfazione degli utenti"),
    ("de", "Kunden länger halten"),
    ("de", "Mehr Kunden gewinnen"),
    ("de", "Hohe Servicequalität"),
    ("de", "Ein sicherer Ort zum Lernen"),
    ("de", "Zufriedene Kunden"),
    ("de", "Kundenbindung stärken"),
    ("de", "Erwartungen der Kunden übertreffen"),
    ("de", "Qualität unserer Produkte verbessern"),
    ("es", "Retener a los clientes por más tiempo"),
    ("es", "Tener más clientes"),
    ("es", "Un lugar seguro para aprender"),
    ("es", "Mejorar la calidad del servicio"),
    ("es", "Clientes satisfechos"),
    ("es", "Aumentar la fidelidad de los clientes"),
  ])
  func whatEverybodyWantsIsGeneric(_ language: String, _ text: String) throws {
    #expect(try Self.finds("generic-objective", language, text))
  }

  @Test(arguments: [
    ("en", "{organisation} saves me time"),
    ("en", "A product that suits me"),
    ("en", "Answers are quick and honest"),
    ("en", "My work gets easier"),
    ("en", "One invoice for all sites"),
    ("en", "Repair within two days"),
    ("en", "Spare parts always in stock"),
    ("en", "Patients know their waiting time before they leave home"),
    ("en", "Permits without a visit to the town hall"),
    ("en", "Same-day quotes"),
    ("en", "Fresh bread until closing"),
    ("en", "Customers speak to the same adviser every time"),
    ("en", "On-time delivery"),
    ("en", "Fewer complaints about noise"),
    ("en", "Books on my desk before the semester starts"),
    ("fr", "Un produit qui me convient"),
    ("fr", "Des réponses rapides et honnêtes"),
    ("fr", "Mon travail devient plus facile"),
    ("fr", "Une seule facture pour tous les sites"),
    ("fr", "Un guichet unique pour toutes les démarches"),
    ("fr", "Livraison avant 9 heures"),
    ("it", "Un prodotto adatto a me"),
    ("it", "Risposte rapide e oneste"),
    ("it", "Il mio lavoro diventa più facile"),
    ("it", "Una sola fattura per tutte le sedi"),
    ("it", "Pratiche senza code allo sportello"),
    ("it", "Consegna entro le nove"),
    ("de", "Eine Rechnung für alle Standorte"),
    ("de", "Antworten noch am selben Tag"),
    ("de", "Meine Arbeit wird leichter"),
    ("de", "Ersatzteile immer auf Lager"),
    ("de", "Amtswege ohne Papier"),
    ("es", "Una sola factura para todas las sedes"),
    ("es", "Respuestas rápidas y sinceras"),
    ("es", "Mi trabajo se vuelve más fácil"),
    ("es", "Trámites sin colas"),
    ("es", "Pan recién hecho hasta el cierre"),
  ])
  func whatSetsAnOfferApartIsNot(_ language: String, _ text: String) throws {
    #expect(try !Self.finds("generic-objective", language, text))
  }

  @Test(arguments: [
    ("en", "{organisation} saves me time"),
    ("en", "Answers are quick and honest, and I get them at once"),
    ("en", "We trust them with our data"),
    ("en", "It's my bank"),
    ("fr", "Un produit qui me convient"),
    ("fr", "J'obtiens une réponse"),
    ("fr", "On m'écoute"),
    ("fr", "Notre dossier avance"),
    ("fr", "Je n'attends pas"),
    ("it", "Ricevo una risposta onesta"),
    ("it", "Un prodotto adatto a me"),
    ("it", "Non aspetto mai"),
    ("it", "Siamo sempre informati"),
    ("it", "Posso fidarmi"),
    ("it", "So a chi rivolgermi"),
    ("it", "Mi capiscono"),
    ("it", "La mia pratica avanza"),
    ("de", "Ich bekomme eine ehrliche Antwort"),
    ("de", "Mein Antrag ist schnell erledigt"),
    ("de", "Das passt zu uns"),
    ("de", "Man hört mir zu"),
    ("es", "Recibo una respuesta honesta"),
    ("es", "Un producto que me conviene"),
    ("es", "No espero nunca"),
    ("es", "Confiamos en ellos"),
    ("es", "Puedo elegir"),
    ("es", "Nos escuchan"),
  ])
  func theCustomerSpeaksInTheFirstPerson(_ language: String, _ text: String) throws {
    #expect(try !Self.finds("objective-voice", language, text))
  }

  @Test(arguments: [
    ("en", "Quick and honest answers"),
    ("en", "Save customers' time"),
    ("en", "Invoices without errors"),
    ("en", "Shorter queues"),
    ("fr", "Des réponses rapides et honnêtes"),
    ("fr", "Réduire les délais"),
    ("fr", "Un guichet unique"),
    ("fr", "Factures sans erreur"),
    ("it", "Risposte rapide e oneste"),
    ("it", "Ridurre le attese"),
    ("it", "Servizio puntuale"),
    ("it", "Sportello unico"),
    ("it", "Tempo di attesa breve"),
    ("de", "Schnelle und ehrliche Antworten"),
    ("de", "Kürzere Wartezeiten"),
    ("de", "Rechnungen ohne Fehler"),
    ("es", "Respuestas rápidas y sinceras"),
    ("es", "Reducir las esperas"),
    ("es", "Servicio puntual"),
    ("es", "Ventanilla única"),
  ])
  func theOrganizationDoesNot(_ language: String, _ text: String) throws {
    #expect(try Self.finds("objective-voice", language, text))
  }
}
