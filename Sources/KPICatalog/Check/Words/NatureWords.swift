/// Words in names that tell what a measure is about, and words that may turn that round.
///
/// Folded: small letters without accents. See ``WordPattern`` for the marks.
enum NatureWords {
  /// Words that tell a nature.
  static func of(_ nature: MeasureNature) -> WordLists {
    switch nature {
    case .churn: churn
    case .returns: returns
    case .abandonment: abandonment
    case .complaints: complaints
    case .waiting: waiting
    case .dissatisfaction: dissatisfaction
    case .retention: retention
    case .recommendation: recommendation
    case .satisfaction: satisfaction
    }
  }

  /// Words that make a nature uncertain.
  static func against(_ nature: MeasureNature) -> [WordLists] {
    switch nature {
    case .churn, .abandonment: [againstLower]
    case .waiting: [againstLower, againstWaiting]
    case .dissatisfaction: [againstDissatisfaction, againstComplaints]
    case .returns: [againstLower, againstReturns]
    case .complaints: [againstLower, againstComplaints]
    case .retention: [againstHigher, againstRetention]
    case .recommendation, .satisfaction: [againstHigher]
    }
  }

  // MARK: Lower is better

  private static let churn = WordLists(
    en:
      "churn;attrition;lost customers;customers lost;lost clients;loss of customers;customer losses;cancellation rate"
      + ";cancellations;defection rate;dropout rate;drop out rate",
    fr:
      "churn;attrition;clients perdus;perte* de clients;depart* de clients;resiliation*;desabonnement*;taux de depart",
    it: "churn;attrition;tasso di abbandono;abbandono&clienti;clienti persi;disdett*",
    de: "churn*;*abwanderung*;*kundenverlust*;*kundigungsrate*;*kundigungsquote*",
    es: "churn;abandono&clientes;tasa de abandono;clientes perdidos;cancelaciones"
      + ";tasa de cancelacion;fuga&clientes")

  private static let returns = WordLists(
    en: "return rate;returns rate;product return*;returned goods;returned items"
      + ";returned products;returned orders;returned units;goods returned;items returned"
      + ";products returned;orders returned;refund rate",
    fr: "taux de retour;taux de retours;retour* produit*;retour* des produits"
      + ";produits retournes;retours de marchandises;articles retournes",
    it: "tasso di reso;tasso di resi;resi;prodotti resi;tasso di restituzione",
    de: "*retoure*;*rucksendung*;*rucksende*",
    es: "tasa de devolucion;tasa de devoluciones;devoluciones;productos devueltos")

  private static let abandonment = WordLists(
    en: "abandonment;abandoned;abandon rate;abandonments",
    fr: "abandon;abandons;paniers abandonnes;panier abandonne",
    it: "abbandono;abbandoni;carrelli abbandonati",
    de: "*abbruchrate*;*abbruchquote*;*abbruche;*kaufabbruch*",
    es: "abandono;abandonos;carritos abandonados")

  private static let complaints = WordLists(
    en: "complaint;complaints",
    fr: "reclamation;reclamations;plainte;plaintes",
    it: "reclamo;reclami;lamentela;lamentele",
    de: "*beschwerde;*beschwerden;*beschwerdequote;*beschwerderate;*beschwerdezahl"
      + ";*reklamation;*reklamationen;*reklamationsquote;*reklamationsrate",
    es: "queja;quejas;reclamacion;reclamaciones;reclamo;reclamos")

  private static let waiting = WordLists(
    en: "response time;response times;reply time;reply times;waiting time;waiting times"
      + ";wait time;wait times;time to respond;time to first response;time to answer"
      + ";time to first reply;resolution time;time to resolution;time to resolve;delivery time"
      + ";queue time",
    fr: "delai*&reponse;delai*&attente;delai*&resolution;delai*&livraison;delai*&traitement"
      + ";temps&reponse;temps&attente;temps&resolution;temps&traitement;duree&attente",
    it: "temp*&risposta;temp*&attesa;temp*&risoluzione;temp*&consegna",
    de: "*antwortzeit*;*reaktionszeit*;*wartezeit*;*losungszeit*;*bearbeitungszeit*;*lieferzeit*"
      + ";*antwortdauer*;*bearbeitungsdauer*",
    es: "tiempo*&respuesta;tiempo*&espera;tiempo*&resolucion;tiempo*&entrega;plazo*&respuesta")

  private static let dissatisfaction = WordLists(
    en: "dissatisfaction;dissatisfied;unsatisfied;unhappy customers",
    fr: "insatisfaction;insatisfait*;mecontentement;mecontents",
    it: "insoddisfazione;insoddisfatt*;scontent*",
    de: "unzufriedenheit*;unzufrieden*;*unzufriedenheit",
    es: "insatisfaccion;insatisfech*;descontent*")

  // MARK: Higher is better

  private static let retention = WordLists(
    en: "retention;loyalty;renewal rate;renewals;renewal of*",
    fr: "retention;fidelisation;fidelite;taux de renouvellement",
    it: "retention;fidelizzazione;fedelta;tasso di rinnovo",
    de: "retention;*kundenbindung;*kundenbindungsrate;*kundenbindungsquote;*kundentreue"
      + ";*verlangerungsrate;*verlangerungsquote;*erneuerungsrate",
    es: "retencion;fidelizacion;fidelidad;tasa de renovacion")

  private static let recommendation = WordLists(
    en: "nps;enps;net promoter;net promoter score;promoter score",
    fr: "nps;taux de recommandation;recommandation nette",
    it: "nps;punteggio nps;tasso di raccomandazione",
    de: "nps;*weiterempfehlungsrate;*weiterempfehlungsquote;*weiterempfehlungsbereitschaft",
    es: "nps;tasa de recomendacion")

  private static let satisfaction = WordLists(
    en: "satisfaction;csat;satisfied",
    fr: "satisfaction;satisfait;satisfaits;satisfaite;satisfaites",
    it: "soddisfazione;soddisfatto;soddisfatti;soddisfatta;soddisfatte",
    de: "zufriedenheit*;kundenzufriedenheit*;*gesamtzufriedenheit*;zufrieden;zufriedene"
      + ";zufriedener;zufriedenen;*erzufriedenheit*;*enzufriedenheit*;*szufriedenheit*",
    es: "satisfaccion;satisfecho;satisfechos;satisfecha;satisfechas")

  // MARK: Words that turn a meaning round

  private static let againstLower = WordLists(
    en:
      "reduc*;decreas*;declin*;lower*;drop in;avoid*;prevent*;recover*;sav*;win back;winback;regain*"
      + ";reactivat*;satisf*;improv*;within;complian*;sla;met;free;without;non;no;not;under;below"
      + ";on time;retained;retention;target*;known;awareness;resist*;won;accura*"
      + ";predict*;forecast*;model*;combat*;fight*;tackl*",
    fr:
      "lutte;classe*;tenu*;contre;reduc*;redui*;baiss*;diminu*;evit*;prevent*;recuper*;reconqui*;reconquete;satisf*"
      + ";amelior*;conform*;respect*;sans;non;hors;moins;dans les delais;retention;fidelis*",
    it:
      "contrast*;lotta;contro;ridu*;riduz*;dimin*;evit*;prevenz*;recuper*;riconquist*;soddisf*;miglior*;rispett*"
      + ";conform*;senza;non;entro;nei termini;nei tempi;retention;fideliz*",
    de:
      "*praven*;*bekampf*;gegen;*reduz*;*senk*;*verring*;*vermied*;*vermeid*;*ruckgewinn*;*zufrieden*;*verbesser*"
      + ";*einhalt*;*eingehalten*;ohne;nicht;kein*;innerhalb;*frist*;*rechtzeitig*;*bindung*",
    es:
      "lucha;contra;reduc*;dismin*;evit*;prevenc*;recuper*;satisf*;mejor*;cumpl*;sin;no;dentro;a tiempo"
      + ";retencion;fideliz*")

  private static let againstComplaints = WordLists(
    en: "resol*;solv*;clos*;settl*;answer*;handl*;respon*;time*;acknowledg*;uphe*;process*"
      + ";investigat*;deadline*;management;procedure*;channel*;learn*;feedback",
    fr: "resol*;resolu*;trait*;regl*;clos*;clotur*;repon*;repons*;delai*;gestion;suivi*"
      + ";procedure*;prise*",
    it: "risol*;gesti*;gestit*;chius*;evas*;rispost*;temp*;trattat*;lavorat*;procedur*",
    de: "*gelost*;*losung*;*bearbeit*;*erledig*;*management*;*antwort*;*zeit*;*dauer*;*abschluss*"
      + ";*behandl*;*geschlossen*",
    es: "resuel*;resol*;atend*;atencion;gestion*;cerrad*;contest*;respond*;respuest*;plazo*"
      + ";tiempo*;tratad*;procedimiento*")

  private static let againstReturns = WordLists(
    en: "visit*;customer*;guest*;user*;client*;invest*;on;equity;asset*;capital;questionnaire*"
      + ";survey*;form;forms;patient*;student*;tax;call;donor*;member*",
    fr: "sur;investissement*;client*;visiteur*;visite*;questionnaire*;enquete*;formulaire*;usager*"
      + ";emploi;experience;avis",
    it: "client*;visitator*;investiment*;questionar*;question*;sondagg*;utent*;conto;capitale",
    de: "*kapital*;*invest*;*frage*;*kunden*;*besucher*",
    es: "client*;visitante*;inversion*;cuestionario*;encuesta*;llamad*;usuari*;prestamo*")

  private static let againstWaiting = WordLists(
    en: "reliab*;accura*;stated;quality;share;percent*;punctual*",
    fr: "fiabilit*;part;pourcentage*;qualite;tenue;tenus",
    it: "affidabil*;quota;percentual*;qualita;puntual*",
    de: "*zuverlassig*;*anteil*;*qualitat*;*treue*;*punkt*",
    es: "fiabilidad;porcentaje*;calidad;puntual*")

  private static let againstDissatisfaction = WordLists(
    en: "reduc*;decreas*;declin*;drop;recover*;won;convert*;no;not;without;avoid*",
    fr: "reduc*;redui*;baiss*;diminu*;reconqui*;evit*;non;sans;convert*",
    it: "ridu*;riduz*;dimin*;recuper*;evit*;non;senza;convert*",
    de: "*reduz*;*senk*;*ruckgang*;*ruckgewonn*;nicht;ohne;kein*",
    es: "reduc*;dismin*;recuper*;evit*;no;sin;convert*")

  private static let againstHigher = WordLists(
    en:
      "dissatisf*;unsatisf*;detract*;non;not;no;low;below;gap*;varianc*;deviation;cost*;complaint*"
      + ";churn;loss*;lost;lack;declin*;drop*;risk*;fail*;refus*;days;time;times;delay*;unhapp*"
      + ";expens*;spend*;missing;without;passive*;neutral*;rank*;dispers*;error*;against;latenc*;duration;backlog*"
      + ";liabilit*;points;budget*;debt*;overdue;discount*",
    fr: "insatisf*;mecontent*;detract*;non;pas;peu;faible*;ecart*;cout*;plainte*;reclamation*"
      + ";attrition;perte*;perdu*;manque;baiss*;risque*;echec*;refus*;jour*;delai*;temps;sans;rang"
      + ";depense*;moins;points;budget*;dette*;retard*;remise*",
    it: "insoddisf*;scontent*;detrat*;non;poco;bass*;scart*;cost*;reclam*;abbandon*;perdit*;pers*"
      + ";manc*;calo;rischi*;fallit*;rifiut*;giorn*;temp*;senza;spes*;meno;divari*;punti;budget*;debit*"
      + ";ritard*;scont*",
    de: "*unzufrieden*;*kritik*;*detrakt*;nicht;kein*;gering*;niedrig*;*abweich*;*kosten*"
      + ";*beschwerde*;*abwander*;*verlust*;*mangel*;*ruckgang*;*risik*;fehl*;*fehler*;*tage*;*zeiten*"
      + ";*dauer*;ohne;*lucke*;weniger;*rang*;*punkte*;*budget*;*schuld*;*rabatt*;*ruckstand*",
    es: "insatisf*;descontent*;detract*;no;poco;baj*;brecha*;cost*;queja*;reclam*;abandon*;perdid*"
      + ";falta;caida;riesgo*;fall*;rechaz*;dia*;tiempo*;sin;gasto*;menos;desviacion;puntos;presupuesto*;deuda*;retras*;descuento*"
  )

  private static let againstRetention = WordLists(
    en: "data;record*;document*;log;logs;period;policy;water;tax;withheld;urinary;backup*;fluid"
      + ";programme;program;card*",
    fr: "donnees;document*;duree;eau;source;carte*;programme",
    it: "dati;document*;acqua;fonte;periodo;carta;carte;programma",
    de: "*daten*;*dokument*;*wasser*;*karte*;*programm*",
    es: "datos;document*;agua;fuente;periodo;tarjeta*;programa;fiscal")
}
