/// Words in sources that say how people were asked, and headers of columns for initiatives.
///
/// Folded: small letters without accents. See ``WordPattern`` for the marks.
enum EvidenceWords {
  /// Ways of asking.
  static let asking = WordLists(
    en: "survey*;questionnaire*;poll;polls;focus group*;interview*;feedback;comment card*"
      + ";review;reviews;panel;mystery;call back;callback;rating*;questions",
    fr: "enquete*;sondage*;questionnaire*;groupe de discussion;groupes de discussion;focus group*"
      + ";entretien*;avis;commentaire*;panel;client mystere;formulaire*",
    it: "indagin*;sondagg*;questionari*;focus group*;gruppi di discussione;intervist*;recension*"
      + ";modul*;panel;commenti",
    de: "*umfrage*;*befragung*;*fragebogen*;*fokusgruppe*;*interview*;*bewertung*;*ruckmeld*"
      + ";*feedback*;*panel*;*gesprach*",
    es: "encuesta*;cuestionario*;sondeo*;grupo* focal*;grupos de discusion;entrevista*;resena*"
      + ";opinion*;formulario*;panel")

  /// Words of headers that mean initiatives wherever they stand.
  static let initiatives = WordLists(
    en: "initiative;initiatives", fr: "initiative;initiatives", it: "iniziativa;iniziative",
    de: "initiative;initiativen", es: "iniciativa;iniciativas")

  /// Headers that mean projects if nothing else stands in them: a project manager is no project.
  static let projects = WordLists(
    en: "project;projects;linked projects;related projects;improvement projects;action plan"
      + ";action plans;actions",
    fr: "projet;projets;projets lies;plan d action;plans d action;plan d actions;chantiers;actions",
    it: "progetto;progetti;progetti collegati;piano d azione;piani d azione;piano di azione;azioni",
    de: "projekt;projekte;massnahmen;massnahmenplan;aktionsplan",
    es: "proyecto;proyectos;proyectos vinculados;plan de accion;planes de accion;acciones")
}
