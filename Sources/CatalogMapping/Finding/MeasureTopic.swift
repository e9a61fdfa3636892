internal import KPICatalog
internal import SpreadsheetML

/// What titles, names and descriptions say about whether a list is one of measures.
///
/// Headings such as Name, Title and Description stand over lists of anything. What such a list is
/// about shows in the texts above it, in the name of its sheet and in the texts of its rows.
struct MeasureTopic: Sendable {
  /// How strongly the texts around the tables of a sheet speak of measures.
  enum Strength: Int, Sendable, Comparable {
    /// They do not.
    case none
    /// A word that has other meanings too: `Measures`, `Mesures`, `Misure`.
    case possible
    /// A word that means nothing else: `KPI`, `Indicateurs`, `Kennzahlen`.
    case certain

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  /// What the name of the sheet and the texts above its first table say.
  let strength: Strength
  /// Whether most texts right above the tables of the sheet, two or more, are perspectives.
  let isByPerspective: Bool

  /// Looks at what stands around the tables of a sheet.
  ///
  /// - Parameters:
  ///   - sheet: The sheet.
  ///   - headers: The rows of the headers of its tables.
  ///   - book: What the title of the book says.
  init(_ sheet: SheetContent, headers: [ClosedRange<Int>], book: Strength) {
    var strength = min(book, .possible)
    let isAside = WordList.sheets.value(of: sheet.name) != nil
    if !isAside { strength = max(strength, Self.strength(of: sheet.name)) }
    for row in sheet.rows.prefix(12) {
      guard let first = headers.first, row.number < first.lowerBound else { break }
      strength = max(strength, Self.strength(of: row))
    }
    self.strength = strength
    let above = headers.compactMap { header -> String? in
      let index = sheet.firstRowIndex(from: header.lowerBound) - 1
      guard sheet.rows.indices.contains(index), sheet.rows[index].number >= header.lowerBound - 2
      else { return nil }
      return Self.onlyText(of: sheet.rows[index])
    }
    let known = above.count { BannerRoles.perspective($0) != nil }
    isByPerspective = known >= 2 && known * 10 >= above.count * 7
  }

  /// The text of a row that holds nothing else.
  private static func onlyText(of row: SheetContent.Row) -> String? {
    let filled = row.cells.filter { !$0.isBlank }
    return filled.count == 1 ? filled.first?.text : nil
  }

  private static func strength(of row: SheetContent.Row) -> Strength {
    let filled = row.cells.filter { !$0.isBlank }
    guard filled.count <= 2 else { return .none }
    return filled.compactMap(\.text).filter { $0.utf8.count <= 150 }.map(strength).max() ?? .none
  }

  // MARK: Words

  /// How strongly a title speaks of a list of measures: `KPI library` does, `KPI owners` does not.
  static func strength(of title: String) -> Strength {
    let words = Folding.fold(title).split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last, !others.contains(first),
      !others.contains(last)
    else { return .none }
    var strength = Strength.none
    for word in words {
      if certainWords.contains(word) || certainStems.contains(where: { word.hasPrefix($0) })
        || germanStems.contains(where: { word.holds($0) })
      {
        return .certain
      }
      if possibleWords.contains(word) { strength = .possible }
    }
    return strength
  }

  /// Whether a heading is a word for a measure alone: `Measure`, `Mesure`, `Misura`, `Medida`.
  static func isMeasure(_ heading: String) -> Bool {
    let words = Folding.fold(HeaderText(heading).base).split(separator: " ").map(String.init)
    return !words.isEmpty && words.allSatisfy { possibleWords.contains($0) || isCertain($0) }
  }

  private static func isCertain(_ word: String) -> Bool {
    certainWords.contains(word) || certainStems.contains { word.hasPrefix($0) }
      || germanStems.contains { word.holds($0) }
  }

  private static let certainWords: Set<String> = [
    "kpi", "kpis", "kri", "kris", "metric", "metrics", "metrica", "metricas", "metriche",
    "metrique", "metriques", "metrik", "metriken", "scorecard", "scorecards", "bsc",
  ]
  private static let certainStems = [
    "indicator", "indicateur", "indicador", "messgro", "kenngro",
  ]
  /// Stems that German joins with other words: Kundenkennzahlen, Leistungsindikator.
  private static let germanStems = ["kennzahl", "kennziffer", "indikator"]
  private static let possibleWords: Set<String> = [
    "measure", "measures", "mesure", "mesures", "misura", "misure", "medida", "medidas",
  ]
  /// What a title names that is about something else beside measures, at its head.
  private static let others: Set<String> = [
    "source", "sources", "owners", "owner", "categories", "dimensions", "roles", "users",
    "glossary", "terms", "contacts", "units", "tags", "lists", "systems", "team", "people",
    "steps", "risks", "actions", "projects", "initiatives", "fields", "columns",
    "responsables", "proprietaires", "roles", "utilisateurs", "glossaire", "lexique", "termes",
    "unites", "listes", "systemes", "risques", "projets", "champs", "colonnes",
    "fonti", "fonte", "responsabili", "categorie", "dimensioni", "ruoli", "utenti", "glossario",
    "termini", "contatti", "unita", "liste", "elenchi", "sistemi", "rischi", "azioni", "progetti",
    "iniziative", "campi", "colonne",
    "quellen", "datenquellen", "verantwortliche", "kategorien", "dimensionen", "rollen", "nutzer",
    "glossar", "begriffe", "kontakte", "einheiten", "listen", "systeme", "risiken", "massnahmen",
    "projekte", "initiativen", "felder", "spalten",
    "fuentes", "fuente", "responsables", "categorias", "dimensiones", "usuarios", "glosario",
    "terminos", "contactos", "unidades", "listas", "sistemas", "riesgos", "acciones", "proyectos",
    "iniciativas", "campos", "columnas",
  ]
}
