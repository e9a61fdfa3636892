import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

/// Words that mean two things are decided by the values below them.
@Suite struct ColumnPlannerTests {
  private func fields(_ rows: [[TestCell]]) throws -> [String: String] {
    try CatalogImport().read(.of(rows)).fields
  }

  @Test func goalOverNumbersIsTheTargetAndOverSentencesTheObjective() throws {
    let numbers = try fields([
      ["KPI", "Goal", "Unit"], ["Renewal rate", 80, "%"], ["Complaints", 12, "#"],
      ["Response time", 4, "h"],
    ])
    #expect(numbers["Goal"] == "target")
    let sentences = try fields([
      ["KPI", "Goal", "Unit"], ["Renewal rate", "Members stay with us for years", "%"],
      ["Complaints", "Every complaint is answered well", "#"],
      ["Response time", "Nobody waits for an answer", "h"],
    ])
    #expect(sentences["Goal"] == "objective")
  }

  @Test(
    "words for a status over numbers are thresholds where they stand beside each other",
    arguments: [
      ["KPI", "Good", "Warning", "Critical", "Target"],
      ["KPI", "On track", "At risk", "Off track", "Target"],
      ["KPI", "On target", "Caution", "Off target", "Target"], ["KPI", "G", "A", "R", "Target"],
      ["Indicateur", "Conforme", "Vigilance", "Non conforme", "Cible"],
      ["Indicatore", "Buono", "Attenzione", "Insufficiente", "Obiettivo"],
      ["Indicatore", "In linea", "A rischio", "Fuori target", "Obiettivo"],
      ["Kennzahl", "Gut", "Toleranz", "Kritisch", "Zielwert"],
      ["Kennzahl", "Im Ziel", "Warnung", "Kritisch", "Zielwert"],
      ["Indicador", "Satisfactorio", "Alerta", "Crítico", "Meta"],
      ["Indicador", "En meta", "En riesgo", "Fuera de meta", "Meta"],
    ])
  func statusWordsOverNumbersAreThresholds(_ header: [String]) throws {
    let measures = try CatalogImport().read(
      .of([
        header.map { .value(.text($0)) }, ["Renewal rate", 90, 80, 70, 95],
        ["Share of regulars", 60, 50, 40, 65],
      ])
    ).catalog.measures
    let thresholds = try #require(measures.first?.thresholds)
    #expect(thresholds.green == .boundary(90))
    #expect(thresholds.amber == .boundary(80))
    #expect(measures.first?.targets.count == 1)
  }

  @Test func statusWordsOverMarksAreNoThresholds() throws {
    let measures = try CatalogImport().read(
      .of([
        ["KPI", "Owner", "Target", "On track", "At risk", "Off track"],
        ["Renewal rate", "Ann", 5, "X"], ["Share of regulars", "Ann", 5, nil, "X"],
      ])
    ).catalog.measures
    #expect(measures.count == 2)
    #expect(measures.allSatisfy { $0.thresholds == nil })
  }

  @Test(
    "a heading for a text over words for how often is the frequency",
    arguments: [
      ("Indicateur", "Cible", "Recueil", ["Mensuelle", "Trimestrielle", "Annuelle"]),
      ("Indicatore", "Target", "Si misura", ["Mensile", "Trimestrale", "Annuale"]),
      ("KPI", "Target", "Data source", ["Monthly", "Quarterly", "Yearly"]),
    ])
  func wordsForHowOftenAreTheFrequency(
    _ name: String, _ target: String, _ heading: String, _ often: [String]
  ) throws {
    let found = try fields(
      [[.value(.text(name)), .value(.text(target)), .value(.text(heading))]]
        + often.enumerated().map { index, word in
          [.value(.text("Measure \(index)")), 7, .value(.text(word))]
        })
    #expect(found[heading] == "frequency")
    // Another column says it: then this one is kept as it is.
    let both = try fields(
      [["KPI", "Frequency", .value(.text(heading)), "Target"]]
        + often.enumerated().map { index, word in
          [.value(.text("Measure \(index)")), "Monthly", .value(.text(word)), 7]
        })
    #expect(both["Frequency"] == "frequency")
    #expect(both[heading] == "custom")
  }

  @Test func categoryOverPerspectivesIsThePerspective() throws {
    let found = try fields([
      ["KPI", "Category", "Target"], ["Margin", "Financial", 8], ["Renewals", "Customer", 80],
      ["Lead time", "Internal process", 5], ["Training", "Learning and growth", 3],
    ])
    #expect(found["Category"] == "perspective")
  }

  @Test func trendOverArrowsIsAHistoryAndOverWordsTheDirection() throws {
    let arrows = try fields([
      ["KPI", "Trend", "Target"], ["Margin", "↗", 8], ["Renewals", "→", 80], ["Wait", "↘", 5],
    ])
    #expect(arrows["Trend"] == "custom")
    let words = try fields([
      ["KPI", "Trend", "Target"], ["Margin", "Higher is better", 8],
      ["Renewals", "Higher is better", 80], ["Wait", "Lower is better", 5],
    ])
    #expect(words["Trend"] == "direction")
  }

  @Test func aColumnOfPeriodsBesideAValueIsItsDate() throws {
    let found = try fields([
      ["KPI", "Actual", "Period", "Target"], ["Margin", 8, "Q3 2025", 9],
      ["Renewals", 80, "Q3 2025", 85], ["Wait", 5, "Q2 2025", 4],
    ])
    #expect(found["Period"] == "currentDate")
  }

  @Test(
    "a heading for measuring is the frequency over words for how often and the unit over units",
    arguments: [
      ("Indicador", "Se mide", ["Mensual", "Trimestral", "Anual"], ["%", "número", "minutos"]),
      (
        "Indicatore", "Si misura", ["Mensile", "Trimestrale", "Annuale"], ["in %", "numero", "ore"]
      ),
      (
        "Kennzahl", "Wird gemessen", ["monatlich", "vierteljährlich", "jährlich"],
        ["%", "Anzahl", "Minuten"]
      ),
      (
        "Indicateur", "Mesuré", ["tous les mois", "chaque trimestre", "une fois par an"],
        ["%", "nombre", "minutes"]
      ),
      ("KPI", "Measured", ["monthly", "every quarter", "yearly"], ["%", "number", "minutes"]),
    ])
  func measuringIsFrequencyOrUnit(
    _ name: String, _ heading: String, _ often: [String], _ units: [String]
  ) throws {
    for (values, field) in [(often, "frequency"), (units, "unit")] {
      var rows: [[TestCell]] = [[.bold(name), .bold(heading), .bold("Target")]]
      for (measure, value) in zip(["Renewals", "Complaints", "Waiting"], values) {
        rows.append([.value(.text(measure)), .value(.text(value)), 12])
      }
      #expect(try fields(rows)[heading] == field)
    }
  }

  @Test func collectedOverFrequenciesIsNoMethod() throws {
    for heading in ["Raccolto", "Raccolta"] {
      let found = try fields([
        [.bold("Indicatore"), .bold(heading), .bold("Obiettivo 2026")],
        ["Rinnovi", "Ogni mese", 80], ["Reclami", "Ogni trimestre", 12], ["Attesa", "Annuale", 4],
      ])
      #expect(found[heading] == "frequency")
    }
    let method = try fields([
      [.bold("Indicatore"), .bold("Raccolta"), .bold("Obiettivo 2026")],
      ["Rinnovi", "Questionario", 80], ["Reclami", "Interviste", 12],
      ["Attesa", "Questionario", 4],
    ])
    #expect(method["Raccolta"] == "method")
  }

  @Test func idsInSmallLettersStandBesideCodes() throws {
    let result = try CatalogImport().read(
      .of([
        ["ID", "Code", "KPI", "Target"], ["net-score", "K-7", "Would recommend", 40],
        ["phone-logins", "K-8", "Log in by phone", 60], ["card-renewals", "K-9", "Renew", 90],
      ]))
    let first = try #require(result.catalog.measures.first)
    #expect(first.id.text == "net-score")
    #expect(first.code == "K-7")
  }

  @Test func everyColumnHasReasonsAndACertainty() throws {
    let plan = try CatalogImport().read(.of(MappingFileTests.rows)).plan
    let columns = plan.sheets.flatMap(\.regions).flatMap(\.columns)
    #expect(columns.count == 5)
    for column in columns {
      #expect(!column.reasons.isEmpty, "\(column.heading)")
      #expect(0...1 ~= column.certainty)
    }
  }

  @Test func aKnownHeadingComesBeforeGuessesOverYearsToCome() throws {
    var sheet = SheetContent.of([
      ["KPI", "Unit", "Actual 2025", "Pressure level", nil, nil],
      [nil, nil, nil, 2026, 2027, 2028],
      ["Leakage", "%", 12, 11, 10, 9], ["Complaints", "#", 30, 28, 26, 24],
      ["Outages", "#", 7, 6, 5, 4],
    ])
    sheet.merges = [try #require(CellRange("D1:F1"))]
    let measure = try #require(try CatalogImport().read(sheet).catalog.measures.first)
    #expect(measure.current?.value.description == "12")
    #expect(measure.current?.at?.description == "2025")
    #expect(measure.targets.map { $0.by?.description } == ["2026", "2027", "2028"])
  }

  @Test(
    "what is promised for years to come is a target",
    arguments: ["Committed level", "Niveau engagé", "Livello impegnato", "Zusage", "Compromiso"])
  func promisesAreTargets(_ heading: String) throws {
    var sheet = SheetContent.of([
      ["KPI", "Actual 2025", .value(.text(heading)), nil], [nil, nil, 2026, 2027],
      ["Leakage", 12, 11, 10], ["Complaints", 30, 28, 26], ["Outages", 7, 6, 5],
    ])
    sheet.merges = [try #require(CellRange("C1:D1"))]
    let measure = try #require(try CatalogImport().read(sheet).catalog.measures.first)
    #expect(measure.targets.map { $0.by?.description } == ["2026", "2027"])
    #expect(measure.current?.at?.description == "2025")
  }

  @Test func bracketsSayWhatAValueIs() throws {
    let found = try fields([
      ["KPI", "Value 2025", "Value 2026 (planned)", "Value 2024 (baseline)"],
      ["Leakage", 12, 11, 13], ["Complaints", 30, 28, 31], ["Outages", 7, 6, 8],
    ])
    #expect(found["Value 2025"] == "current")
    #expect(found["Value 2026 (planned)"] == "target")
    #expect(found["Value 2024 (baseline)"] == "baseline")
  }

  @Test func aYearMayStandUnderAHeadingOfItsOwn() throws {
    var sheet = SheetContent.of([
      ["Indicateur", "Réalisé", "Cibles", nil], [nil, 2025, 2026, 2027], ["Fuites", 12, 11, 10],
      ["Plaintes", 30, 28, 26], ["Coupures", 7, 6, 5],
    ])
    sheet.merges = [try #require(CellRange("C1:D1"))]
    let measure = try #require(try CatalogImport().read(sheet).catalog.measures.first)
    #expect(measure.current?.at?.description == "2025")
    #expect(measure.targets.map { $0.by?.description } == ["2026", "2027"])
  }

  @Test(
    "a heading of nothing but a year is a target after what was",
    arguments: [
      ("Baseline", "2026-12-31", "2027-12-31"), ("Actual 2025", "2026", "2027"),
      ("Target FY26", "FY27", "FY28"), ("Actual FY25", "FY26", "FY27"),
      ("Ist GJ 2025", "GJ 2026", "GJ 2027"), ("Réalisé exercice 2025", "Exercice 2026", "2027"),
      ("Consuntivo 2025", "Esercizio 2026", "Esercizio 2027"),
      ("Actual 2024/25", "2025/26", "2026/27"),
      ("Ist 31.12.2025", "31.12.2026", "31.12.2027"),
    ])
  func yearsToComeAreTargets(_ known: String, _ next: String, _ last: String) throws {
    let result = try CatalogImport().read(
      .of([
        [.bold("KPI"), .bold("Unit"), .bold(known), .bold(next), .bold(last)],
        ["Satisfied", "%", 60, 62, 65], ["Complaints", "#", 20, 18, 16],
      ]))
    #expect(result.fields[next] == "target")
    #expect(result.fields[last] == "target")
    #expect(result.rules.contains("guessed-column"))
    let targets = try #require(result.catalog.measures.first?.targets)
    #expect(targets.suffix(2).allSatisfy { $0.by != nil })
  }

  @Test func yearsBesideATargetWithoutOneStayAsTheyAre() throws {
    let found = try fields([
      ["KPI", "Unit", "Baseline", "2024", "2025", "Target"], ["Satisfied", "%", 60, 62, 65, 70],
      ["Complaints", "#", 20, 18, 16, 12],
    ])
    #expect(found["2024"] == "custom")
    #expect(found["2025"] == "custom")
  }

  @Test func keyResultsAndServiceLevelsAreNames() throws {
    let results = try fields([
      ["Objective", "Key Result", "Start", "Target"], ["Customers renew", "Renewal rate", 80, 90],
      ["Customers renew", "Onboarding time", 21, 10], ["Support is loved", "First reply", 3, 1],
    ])
    #expect(results["Key Result"] == "name")
    let levels = try fields([
      ["Ref", "Service level", "Measure", "Target", "Frequency"],
      ["SL1", "Calls answered in time", "% of calls", 90, "monthly"],
      ["SL2", "First-time fix", "% of incidents", 75, "monthly"],
      ["SL3", "Availability", "% of hours", 99, "monthly"],
    ])
    #expect(levels["Service level"] == "name")
    #expect(levels["Measure"] != "name")
  }

  @Test func levelOverWordsIsNoValue() throws {
    let found = try fields([
      ["Nivel", "Indicador", "Meta", "Supuestos"],
      ["Fin", "Incidencia de diarrea", 60, "Sin epidemias"],
      ["Componente", "Sistemas en operación", 12, "Lluvias normales"],
    ])
    #expect(found["Nivel"] == "custom")
  }

  @Test func theLatestWeekIsTheActualValue() throws {
    let found = try fields([
      ["Kennzahl", "Soll", "Ist KW 11", "Ist KW 12"], ["Servicelevel", 80, 78, 82],
      ["Erstlösungsquote", 72, 69, 70],
    ])
    #expect(found["Ist KW 11"] == "custom")
    #expect(found["Ist KW 12"] == "current")
  }

  @Test func numeratorAndDenominatorMayBeCutShort() throws {
    let found = try fields([
      ["Indicatore", "Num.", "Den.", "Standard"],
      [
        "Fratture operate entro 48 ore", "Pazienti operati entro 48 ore", "Pazienti ricoverati", 70,
      ],
      ["Infezioni", "Infezioni del sito", "Interventi", 2],
      ["Degenza media", "Giornate", "Dimessi", 7],
    ])
    #expect(found["Num."] == "numerator")
    #expect(found["Den."] == "denominator")
  }

  @Test func objectivesOfQualityAreObjectives() throws {
    let found = try fields([
      ["Prozess", "Qualitätsziel", "Kennzahl", "Soll"],
      ["Vertrieb", "Angebote schnell erstellen", "Durchlaufzeit", 3],
      ["Einkauf", "Zuverlässige Lieferanten", "Termintreue", 95],
    ])
    #expect(found["Qualitätsziel"] == "objective")
    #expect(found["Prozess"] == "group")
  }
}
