/// Words about how hard or easy something was for customers.
///
/// Folded: small letters without accents. See ``WordPattern`` for the marks.
enum EffortWords {
  /// Names of effort scores.
  static let names = WordLists(
    en: "customer effort;effort score;ces;effort index",
    fr: "effort client;score d effort;effort des clients;ces",
    it: "sforzo del cliente;punteggio di sforzo;indice di sforzo;sforzo cliente;ces",
    de: "*kundenaufwand*;customer effort;ces;*aufwandsindex*;*anstrengung*",
    es: "esfuerzo del cliente;puntuacion de esfuerzo;indice de esfuerzo;esfuerzo cliente;ces")

  /// Saying that a high answer means ease.
  static let easy = WordLists(
    en: "easy;ease;easier;least effort;little effort;low effort;ease ratings",
    fr: "facile;facilite;faciles;simple;peu d effort;moins d effort",
    it: "facile;facilita;facili;semplice;poco sforzo;meno sforzo",
    de: "einfach;leicht;leichtigkeit;einfachheit;wenig aufwand;geringer aufwand",
    es: "facil;facilidad;faciles;sencillo;poco esfuerzo;menos esfuerzo")

  /// Saying that a high answer means effort.
  static let hard = WordLists(
    en: "most effort;much effort;high effort;great effort;hard;difficult;difficulty;how much effort"
      + ";effort did;effort ratings;strenuous",
    fr: "beaucoup d effort;beaucoup d efforts;plus d effort;difficile;difficulte;quel effort"
      + ";combien d effort;grand effort",
    it: "molto sforzo;piu sforzo;massimo sforzo;difficile;difficolta;quanto sforzo;faticoso",
    de: "viel aufwand;hoher aufwand;grosser aufwand;schwierig;schwer;schwierigkeit"
      + ";wie viel aufwand;muhsam",
    es: "mucho esfuerzo;mas esfuerzo;dificil;dificultad;cuanto esfuerzo;gran esfuerzo")
}
