import Testing

@testable import KPICatalog

/// Names of measures as people write them, with the direction each really has.
@Suite struct MeasureNatureTests {
  private static let higher = """
    Customer retention rate; First contact resolution rate; Staff retention;
    Return on investment; Return on marketing investment; Returning visitors;
    Repeat visit rate; Visitor return rate; Complaints resolved within 5 days;
    Complaints closed at first contact; Complaint satisfaction;
    Percentage of complaints acknowledged within 24 hours; Calls answered within 20 seconds;
    Cart recovery rate; Abandoned cart recovery; Response rate; Survey return rate;
    Response time compliance; Emergency response times met; Net promoter score; Promoter share;
    Satisfied customers; Loyalty programme members; Loyalty card penetration;
    Churn prediction accuracy; Churn recovery; Churned customers won back;
    Delivery time reliability; On-time delivery; Contract renewals; Renewal of season passes;
    Waiting time target achieved; Visitors served within waiting time target;
    Patients seen within 4 hours; Ease of booking; Taux de fidélisation;
    Réclamations traitées sous 48 heures; Satisfaction après réclamation; Résiliations évitées;
    Taux de retour aux enquêtes; Taux de retour des questionnaires; Retour sur investissement;
    Clients de retour; Paniers abandonnés récupérés; Délais de livraison respectés;
    Respect du temps d'attente; Part des réponses dans le délai; Taux de renouvellement;
    Cartes de fidélité actives; Satisfaction des usagers; Note moyenne des avis;
    Tasso di fidelizzazione; Reclami risolti entro 30 giorni; Soddisfazione dei clienti;
    Resi evitati; Rispetto dei tempi di risposta; Risposte entro i tempi; Disdette recuperate;
    Rinnovi; Ritorno sull'investimento; Clienti di ritorno; Carrelli recuperati;
    Puntualità delle consegne; Kundenzufriedenheit; Beschwerden innerhalb von 5 Tagen gelöst;
    Zufriedenheit mit der Beschwerdebearbeitung; Abwanderung vermieden; Rückgewonnene Kunden;
    Rücklaufquote; Kundenbindungsrate; Wartezeit eingehalten; Wiederkaufrate;
    Weiterempfehlungsquote; Lieferzeittreue; Termintreue; Vertragsverlängerungsquote;
    Mitarbeiterzufriedenheit; Satisfacción del cliente; Quejas resueltas en plazo;
    Satisfacción con la gestión de quejas; Carritos recuperados; Devoluciones evitadas;
    Cumplimiento del tiempo de espera; Tasa de retención; Tasa de renovación;
    Socios recuperados; Retorno de la inversión; Entregas a tiempo; Fidelidad declarada;
    Tasa de recomendación; Satisfied complainants; Share of returns refunded within 7 days;
    Value of renewals; Retention of key accounts; Complaint response rate; Gross margin;
    EBITDA margin; Revenue per customer; Share of wallet; Cross-sell ratio;
    Share of complaints solved; Satisfaction with complaint handling; Training hours;
    Skills coverage; Employee satisfaction; Employee NPS; Churn-free accounts;
    Customers retained after complaint; Retention after price rise; 12-month retention;
    Day 30 retention; Cohort retention; Retained revenue; Loyal customers; Loyalty index;
    Renewal rate by value; Renewals on time; Tickets resolved within SLA; Response time SLA;
    Response time SLA attainment; Basket recovery; Satisfaction with returns;
    Returns processed within 3 days; Satisfied visitors; Overall satisfaction;
    Satisfaction with waiting time; Resident satisfaction; CSAT; CSAT response rate; NPS;
    NPS survey coverage; Customer lifetime; Dropout prevention; Programme completion;
    Retention of volunteers; Donor retention; Donor renewal rate;
    Constituents satisfied with contact; Potholes repaired within target time;
    Taux de satisfaction des habitants; Taux de réponse; Appels pris en moins de 3 minutes;
    Plaintes classées; Fidélité des donateurs; Satisfaction vis-à-vis des délais;
    Délai d'attente tenu; Taux de recommandation net; Grado di soddisfazione degli utenti;
    Lamentele risolte; Segnalazioni evase nei tempi; Fedeltà dei soci;
    Tasso di rinnovo delle tessere; Clienti recuperati; Contrasto all'abbandono scolastico;
    Indice di soddisfazione; Bürgerzufriedenheit; Beschwerdequote ohne Wiederholung;
    Reklamationen fristgerecht beantwortet; Weiterempfehlungsbereitschaft;
    Anrufe ohne Wartezeit; Antwortzeit eingehalten; Kundentreue; Lieferantentreue;
    Satisfacción de los vecinos; Reclamaciones atendidas; Socios que renuevan;
    Prevención del abandono escolar; Fidelización de donantes; Respuestas en plazo
    """

  private static let lower = """
    Average handling time; Cost of customer retention; Employee turnover;
    Retention backlog days; Product return rate; Returns processing time;
    Complaints per 1,000 customers; Complaint backlog; Time to resolve complaints;
    Repeat complaints; Customers who complained; Abandoned calls; Call abandonment rate;
    Days sales outstanding; Response time to enquiries; Detractor share;
    Dissatisfied customers; Share of customers not satisfied; Satisfaction gap;
    Time to satisfaction survey; Loyalty points liability; Cost per loyalty member;
    Revenue churn; Logo churn; Subscriber cancellations; Order cancellation rate;
    Late deliveries; Delivery time; Delivery time variance; Renewal lead time;
    Waiting time at the desk; Data retention incidents; Customer effort; Open tickets;
    Taux d'attrition; Réclamations reçues; Délai de traitement des réclamations;
    Clients insatisfaits; Nombre de résiliations; Taux de retour des produits;
    Abandon de panier; Délai moyen de livraison; Temps d'attente au guichet;
    Coût de fidélisation; Écart de satisfaction; Perte de clients; Tasso di abbandono;
    Reclami ricevuti; Tempo medio di gestione dei reclami; Clienti insoddisfatti; Resi;
    Tempo di attesa allo sportello; Disdette; Costo di fidelizzazione per cliente;
    Carrelli abbandonati; Tempi di consegna; Unzufriedene Kunden; Beschwerden je 1.000 Kunden;
    Bearbeitungszeit von Beschwerden; Kundenabwanderung; Kündigungsquote; Retourenquote;
    Retourenkosten; Kosten der Kundenbindung; Wartezeit am Schalter; Warenkorbabbruchquote;
    Lieferzeit; Zufriedenheitslücke; Reaktionszeit im Notfall; Clientes insatisfechos;
    Quejas recibidas; Tiempo de resolución de quejas; Tasa de abandono; Carritos abandonados;
    Devoluciones; Tiempo de espera; Coste de retención; Bajas de socios; Tiempo de entrega;
    Days lost to returned goods; Churn risk; Number of returns per order; NPS response latency;
    Standard deviation of satisfaction; Time in queue; Unresolved complaints;
    Complaints about delivery; Upheld complaints; Complaints escalated to the ombudsman;
    Average response time to complaints; Cost to serve; Customer acquisition cost;
    Invoice errors; Billing complaints; Complaints per product line;
    Number of complaints per month; Complaint volume; Cost of complaints; Employee absence;
    Vacancies; Staff churn; Churn rate (logo); Voluntary churn; Net churn;
    Retention offers cost; Renewals overdue; Average response time (email);
    First response time (hours); Median time to resolution; Response time breaches;
    Checkout abandonment; Form abandonment; Abandoned searches; Returned parcels; Refund rate;
    Product returns value; Returns due to defects; Very dissatisfied visitors;
    Days since last satisfaction survey; NPS passives; NPS decline; Dropout rate;
    Course drop-out rate; Lapsed donors; Street light response time; Pothole repair time;
    Taux d'abandon des appels; Plaintes des riverains; Nombre de réclamations ouvertes;
    Réclamations non résolues; Départs de clients; Taux de départ; Désabonnements;
    Délai d'attente moyen; Retours produits; Part des détracteurs; Numero di lamentele;
    Tempo di risposta alle segnalazioni; Tasso di reso; Tempo di consegna medio; Soci persi;
    Clienti persi; Abbandono scolastico; Anzahl Beschwerden; Reklamationsquote;
    Reklamationskosten; Abbruchquote; Studienabbruchquote; Wartezeit im Bürgeramt;
    Durchschnittliche Antwortzeit; Kundenverluste; Stornoquote; Número de reclamaciones;
    Reclamaciones pendientes; Tasa de devolución; Abandono escolar; Tiempo medio de respuesta;
    Cancelaciones; Plazo medio de respuesta
    """

  private static func names(_ list: String) -> [String] {
    list.replacing("\n", with: " ").split(separator: ";").map { String($0.drop { $0 == " " }) }
  }

  private static func cries(_ name: String, _ direction: Direction) throws -> Bool {
    let id = try #require(KPIIdentifier("a"))
    let measure = KPIDefinition(id: id, name: LocalizedText(name), direction: direction)
    return !Catalog(measures: [measure]).check().findings(of: "direction-against-nature").isEmpty
  }

  @Test func noNameWithItsTrueDirectionIsDoubted() throws {
    for name in Self.names(Self.higher) {
      #expect(try !Self.cries(name, .higherIsBetter), "\(name)")
    }
    for name in Self.names(Self.lower) { #expect(try !Self.cries(name, .lowerIsBetter), "\(name)") }
  }

  @Test func mostNamesWithTheWrongDirectionAreFound() throws {
    let higher = Self.names(Self.higher)
    let lower = Self.names(Self.lower)
    let found =
      try higher.filter { try Self.cries($0, .lowerIsBetter) }.count
      + lower.filter { try Self.cries($0, .higherIsBetter) }.count
    // The rest tells its direction by more than its words.
    #expect(found * 2 > higher.count + lower.count)
  }
}
