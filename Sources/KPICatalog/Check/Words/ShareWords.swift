/// Words in names that say how small, or below zero, a measure can well be.
///
/// Folded: small letters without accents. See ``WordPattern`` for the marks.
enum ShareWords {
  /// Things that can be under one percent and mostly are good when they are.
  static let rare = WordLists(
    en: "complaint*;error*;defect*;fault*;failure*;fraud*;incident*;accident*;injur*;click*;ctr"
      + ";unsubscribe*;opt out*;spam;reject*;scrap;loss*;mortality;bad debt*;chargeback*;downtime"
      + ";outage*;dispute*;escalation*;vacanc*;breach*;claim*;inflation;interest",
    fr: "reclamation*;plainte*;erreur*;defaut*;panne*;fraude*;incident*;accident*;clic*;rebut*"
      + ";perte*;mortalite;desabonnement*;impaye*;litige*;rejet*;inflation;interet*;sinistr*",
    it: "reclam*;error*;difett*;guast*;frod*;incident*;infortun*;clic;click;scart*;perdit*"
      + ";mortalita;disiscrizion*;insolut*;contestazion*;rigett*;inflazion*;interess*",
    de: "*beschwerde*;*reklamation*;*fehler*;*mangel*;*ausfall*;*betrug*;*vorfall*;*unfall*"
      + ";*klick*;*ausschuss*;*verlust*;*abmeld*;*storung*;*schaden*;*inflation*;*zins*",
    es: "queja*;reclam*;error*;defect*;fallo*;averia*;fraude*;incident*;accident*;clic*;rechaz*"
      + ";perdid*;mortalidad;baja*;impag*;disput*;inflacion;interes*")

  /// Successes that can be under one percent.
  static let modest = WordLists(
    en: "conversion*;adoption;uptake;upsell*;up sell*;up selling;cross sell*;referral*;market share"
      + ";response rate;win back*;winback*;growth;penetration;redemption;donor*;gift*;opt in*",
    fr: "conversion*;adoption;montee en gamme;vente* croisee*;parrainage*;part de marche;croissance"
      + ";penetration;reconquete;don;dons;reponse",
    it: "conversion*;adozione;adesion*;up selling;upselling;vendita incrociata;cross selling"
      + ";segnalazion*;referral*;quota di mercato;crescita;penetrazione;riconquista;risposta",
    de: "*konversion*;*conversion*;*abschlussquote*;*cross*;*upsell*;*upgrade*;*empfehlungsquote*"
      + ";*marktanteil*;*wachstum*;*durchdringung*;*ruckgewinnung*;*rucklauf*",
    es: "conversion*;adopcion;venta* cruzada*;upsell*;referid*;recomendacion*;cuota de mercado"
      + ";crecimiento;penetracion;recuperacion;respuesta")

  /// Things that can be below zero: changes, differences, balances and margins.
  static let belowZero = WordLists(
    en: "growth;change;changes;variation*;net;margin*;return on;roi;roe;roce;roa;profit*;deviation*"
      + ";variance*;gap*;differen*;delta;balance;sentiment;nps;promoter*;inflation;surplus;deficit"
      + ";ebit*;velocity;uplift;lift;vs;versus;compared;trend;index;yield;earnings;gain*;result"
      + ";income;cash*;deflation;over;under;progress;evolution;improvement;reduction;increase*"
      + ";temperature;days early;days late;ahead;shift;swing;gain;correlation;rate of return;appreciation",
    fr: "croissance;variation*;evolution*;net;nette;nets;marge*;retour sur;rendement*;rentab*"
      + ";profit*;ecart*;differen*;delta;solde*;tonalite;nps;inflation;excedent*;deficit*;ebit*"
      + ";progression*;resultat*;tendance;indice;gain*;tresorerie;hausse;baisse;reduction"
      + ";amelioration;benefice*;retard*;avance*;temperature",
    it: "crescita;variazion*;evoluzion*;nett*;margin*;ritorno;rendiment*;redditiv*;profitt*;scart*"
      + ";scostament*;differenz*;delta;saldo;sentiment;nps;inflazione;avanzo;disavanzo;ebit*"
      + ";incremento;risultat*;tendenza;indice;guadagn*;utile;utili;flusso;miglioramento"
      + ";riduzione;ritard*;anticip*;temperatura",
    de: "*wachstum*;*anderung*;*entwicklung*;netto*;*marge*;*rendite*;*rentab*;*gewinn*"
      + ";*abweichung*;*differenz*;*delta*;*saldo*;*stimmung*;nps;*inflation*;*uberschuss*"
      + ";*defizit*;ebit*;*zuwachs*;*ergebnis*;*trend*;*index*;*lucke*;*steigerung*;*ruckgang*"
      + ";*cashflow*;*temperatur*;*verspat*",
    es: "crecimiento;variacion*;cambio*;evolucion*;net*;margen*;retorno;rendimiento*;rentab*"
      + ";beneficio*;desviacion*;brecha*;diferenc*;delta;saldo;sentimiento;nps;inflacion"
      + ";superavit;deficit;ebit*;incremento;resultado*;tendencia;indice;ganancia*;utilidad*"
      + ";flujo;mejora;reduccion;retras*;adelant*;temperatura")

  /// Revenue retention before any growth.
  static let grossRetention = WordLists(
    en: "gross retention;gross revenue retention;gross dollar retention;grr;gross renewal rate",
    fr: "retention brute;grr",
    it: "retention lorda;grr;fidelizzazione lorda",
    de: "brutto retention;bruttoretention;*bruttobindung*;grr;brutto umsatzbindung",
    es: "retencion bruta;grr")

  /// Whether one of the patterns occurs in a name of a measure.
  static func name(_ measure: KPIDefinition, holds lists: WordLists) -> Bool {
    measure.name.entries.contains { lists.occur(in: FoldedText($0.text), $0.language) }
  }
}
