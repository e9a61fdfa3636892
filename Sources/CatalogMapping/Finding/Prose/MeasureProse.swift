internal import KPICatalog
internal import SpreadsheetML

/// What the names and descriptions of a list say about whether its rows are measures.
struct MeasureProse: Sendable {
  /// Rows looked at.
  private(set) var rows = 0
  /// Names that the built-in catalog knows.
  private(set) var knownNames = 0
  /// Descriptions with a formula in them.
  private(set) var formulas = 0
  /// Rows whose name or description speaks of shares, numbers, means and the like.
  private(set) var countings = 0

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - texts: The description and what else is said of it.
  ///   - formula: What stands in the column of formulas.
  mutating func add(name: String, texts: [String], formula: String?) {
    rows += 1
    let isKnown = !BuiltInCatalog.names.measures(named: name).isEmpty
    if isKnown { knownNames += 1 }
    let isComputed = formula.map(Self.isComputation) ?? false
    if isComputed || texts.contains(where: { ProseFormula($0) != nil }) { formulas += 1 }
    if isKnown || Self.counts(name) || texts.contains(where: Self.counts) { countings += 1 }
  }

  /// Whether the rows are surely measures.
  var isCertain: Bool {
    rows >= 2
      && (formulas * 10 >= rows * 3 || knownNames * 10 >= rows * 3
        || rows >= 3 && countings * 10 >= rows * 7)
  }

  /// Whether the rows may be measures.
  var isPossible: Bool { isCertain || rows >= 2 && countings * 10 >= rows * 3 }

  /// Whether a text is an operation between words, and none between cells of a sheet.
  static func isComputation(_ text: String) -> Bool {
    var shape = TextShape(text)
    return shape.hasComputation && shape.isWordy && !text.hasPrefix("=")
  }

  /// Whether a text says that something is counted, shared or averaged.
  static func counts(_ text: String) -> Bool {
    guard text.utf8.count <= 2000 else { return false }
    let folded = Folding.fold(text) + " "
    return folded.holdsWord(beginning: phrases) && !folded.holdsWord(beginning: spanishNames)
  }

  /// Beginnings of words that say how a number comes about, folded.
  private static let phrases = WordBeginnings([
    "share of ", "percentage ", "percent of ", "per cent of ", "proportion ", "number of ",
    "count of ", "ratio ", "rate ", "average ", "mean of ", "mean time ", "mean number ",
    "median ", "sum of ", "divided by ", "per capita", "index ", "score ", "how many ",
    "how much ", "how often ", "per 100", "per 1000",
    "part de ", "part des ", "part du ", "pourcentage ", "nombre de ", "nombre des ", "nombre d ",
    "taux ", "moyenne ", "somme ", "rapport entre ", "divise", "rapporte", "mediane ", "indice ",
    "combien ", "pour 100 ", "pour 1000", "pour cent ",
    "quota ", "percentuale ", "numero di ", "tasso ", "media dei ", "media delle ", "media di ",
    "media degli ", "media del ", "tempo medio ", "valore medio ", "voto medio ", "somma ",
    "rapporto tra ", "rapporto fra ", "diviso ", "divisa ", "mediana ", "quanti ", "quante ",
    "proporzione ", "ogni 100", "ogni 1000",
    "anteil ", "prozentsatz ", "prozent der ", "anzahl ", "verhaltnis ", "quote ", "durchschnitt",
    "mittlere", "mittelwert ", "summe ", "geteilt durch ", "bezogen auf ", "wie viele ",
    "wie oft ", "je 100", "je kunde", "je einwohner", "pro 100", "pro kopf", "pro kunde",
    "porcentaje ", "numero de ", "tasa ", "promedio ", "media de ", "tiempo medio ", "cociente ",
    "proporcion ", "dividido ", "suma ", "cuantos ", "cuantas ", "por cada 100", "por cada mil ",
  ])
  /// What looks like a number in French and is a name in Spanish.
  private static let spanishNames = WordBeginnings([
    "nombre de la ", "nombre de los ", "nombre de las ", "nombre del ", "nombre de un",
  ])
}
