import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

/// Headings such as Name and Description stand over lists of anything; the rest must speak.
@Suite struct MeasureTopicTests {
  private func names(_ rows: [[TestCell]], sheet: String = "Sheet1") throws -> [String] {
    try CatalogImport().read(.of(rows, name: sheet)).names
  }

  @Test(
    "a word for measure over the names and a description are enough",
    arguments: [
      ("Measure", "Description"), ("Mesure", "Définition"), ("Misura", "Descrizione"),
      ("Medida", "Descripción"), ("Kennzahl", "Beschreibung"), ("KPI", "Definition"),
    ])
  func aWordForMeasureIsEnough(_ name: String, _ description: String) throws {
    let rows: [[TestCell]] = [
      [.value(.text(name)), .value(.text(description))], ["Alfa", "Lorem ipsum dolor sit amet."],
      ["Beta", "Consectetur adipiscing elit."], ["Gamma", "Sed do eiusmod tempor."],
    ]
    #expect(try names(rows) == ["Alfa", "Beta", "Gamma"])
  }

  @Test(
    "a target or an owner alone is enough where the sheet speaks of measures",
    arguments: [
      ("Measures", "Measure", "Target"), ("KPIs", "Measure", "Target"),
      ("Customer", "Measure", "Target"), ("Clients", "Mesure", "Cible"),
      ("Indicateurs", "Mesure", "Cible"), ("Indicatori", "Misura", "Target"),
      ("Indicadores", "Medida", "Meta"), ("Indicateurs", "Libellé", "Cible"),
      ("KPI", "Intitulé", "Cible"), ("Indicatori", "Denominazione", "Target"),
      ("Kennzahlen", "Bezeichnung", "Zielwert"), ("Indicadores", "Nombre", "Meta"),
    ])
  func aSheetOfMeasuresMayBeShort(_ sheet: String, _ name: String, _ target: String) throws {
    func rows(_ more: TestCell...) -> [[TestCell]] {
      [
        [.value(.text(name)), .value(.text(target))] + more, ["Renewal rate", 80],
        ["Complaints answered", 95], ["Waiting time", 5],
      ]
    }
    #expect(try names(rows(), sheet: sheet).count == 3)
    #expect(try names(rows("Xyzzy"), sheet: sheet).count == 3)
    // Nothing says so here.
    #expect(try names(rows(), sheet: "Sheet1").isEmpty)
    let owned: [[TestCell]] = [["Measure", "Owner"], ["Renewal rate", "Ann"], ["Visits", "Bob"]]
    #expect(try names(owned, sheet: "Measures").count == 2)
    #expect(try names(owned, sheet: "Actions").isEmpty)
  }

  @Test(
    "plain headings hold measures where the title or the sheet speaks of them",
    arguments: [
      ("Kennzahlenverzeichnis", "Nr.", "Bezeichnung", "Definition"),
      ("Elenco degli indicatori di qualità", "N.", "Denominazione", "Descrizione"),
      ("Catalogue d'indicateurs", "Code", "Libellé", "Définition"),
      ("Catálogo de indicadores", "Código", "Denominación", "Descripción"),
      ("KPI library 2026", "#", "Name", "Description"),
    ])
  func aTitleDecides(_ title: String, _ code: String, _ name: String, _ text: String) throws {
    let table: [[TestCell]] = [
      [.value(.text(code)), .value(.text(name)), .value(.text(text))],
      ["A1", "Alfa", "Lorem ipsum dolor sit amet."], ["A2", "Beta", "Consectetur elit."],
      ["A3", "Gamma", "Sed do eiusmod tempor."],
    ]
    #expect(try names([[.bold(title)], []] + table) == ["Alfa", "Beta", "Gamma"])
    #expect(try names(table, sheet: title) == ["Alfa", "Beta", "Gamma"])
    #expect(try names([[.bold("Price list")], []] + table).isEmpty)
  }

  @Test func descriptionsWithFormulasAreThoseOfMeasures() throws {
    let rows: [[TestCell]] = [
      ["Title", "Description", "Owner"],
      ["Return visits", "Guests who come back. Formula: guests again / guests", "Desk"],
      ["Full rooms", "Rooms sold a night.\nFormula: rooms sold / rooms", "Desk"],
      ["Breakfasts", "Breakfasts sold.\nCalculation: breakfasts / guests", "Kitchen"],
    ]
    #expect(try names(rows).count == 3)
  }

  @Test func descriptionsThatCountAndShareAreThoseOfMeasures() throws {
    let rows: [[TestCell]] = [
      ["Nom", "Description"], ["Retours", "Nombre de retours pour cent commandes."],
      ["Fidélité", "Part des clients qui reviennent."], ["Attente", "Moyenne des minutes."],
      ["Abandon", "Pourcentage d'appels raccrochés."],
    ]
    #expect(try names(rows).count == 4)
  }

  @Test func bannersOfPerspectivesMakeAListOfMeasures() throws {
    let rows: [[TestCell]] = [
      ["Name", "Description"], [.bold("Financial")], ["Alfa", "Lorem ipsum dolor sit amet."],
      [.bold("Customer")], ["Beta", "Consectetur adipiscing elit."],
      [.bold("Learning and growth")], ["Gamma", "Sed do eiusmod tempor."],
    ]
    let measures = try CatalogImport().read(.of(rows, name: "Sheet1")).catalog.measures
    #expect(measures.map(\.perspective) == [.financial, .customer, .learning])
  }

  @Test(
    "lists of other things are none",
    arguments: [
      ["Name", "Description", "Widget", "A small part of steel.", "Gadget", "A toy."],
      ["Titel", "Beschreibung", "Dune", "Ein Roman.", "Solaris", "Noch ein Roman."],
      ["Nom", "Description", "Table", "En bois.", "Chaise", "En métal."],
      ["Nombre", "Descripción", "Mesa", "De madera.", "Silla", "De metal."],
      ["Nome", "Descrizione", "Tavolo", "Di legno.", "Sedia", "Di metallo."],
    ])
  func otherLists(_ texts: [String]) throws {
    let cells = texts.map { TestCell.value(.text($0)) }
    let rows = stride(from: 0, to: cells.count, by: 2).map { Array(cells[$0...($0 + 1)]) }
    #expect(try names(rows).isEmpty)
    // A title about something beside the measures does not make them one.
    #expect(try names([[.bold("KPI sources")], []] + rows).isEmpty)
  }

  @Test func measuresToBeTakenAreNoneToBeCounted() throws {
    let rows: [[TestCell]] = [
      ["Measure", "Description", "Deadline", "Status"],
      ["Train staff", "Two days for all of the desk.", "2026-05-01", "open"],
      ["New sign", "At the entrance of the hall.", "2026-06-01", "open"],
      ["Call back", "Within a day for everybody.", "2026-07-01", "done"],
    ]
    #expect(try names(rows).isEmpty)
  }

  @Test func underATitleOfIndicatorsAStatusDoesNotMatter() throws {
    let rows: [[TestCell]] = [
      [.bold("Performance indicators 2026")], [], ["Measure", "Description", "Status", "Owner"],
      ["Returns", "Parcels that come back.", "green", "Sales"],
      ["Delay", "Days until delivery.", "red", "Sales"],
      ["Breakage", "Broken parcels.", "amber", "Sales"],
    ]
    #expect(try names(rows) == ["Returns", "Delay", "Breakage"])
  }

  @Test func statisticsWithTheirEndsAreNoMeasures() throws {
    let rows: [[TestCell]] = [
      ["Function", "Percent", "Minimum", "Maximum", "Median"],
      ["Consulting", 23.5, 60_000, 150_000, 105_000],
      ["Investment banking", 21.1, 55_000, 130_000, 95_000],
      ["Marketing", 9.4, 50_000, 120_000, 90_000], ["Strategy", 5.1, 65_000, 140_000, 100_000],
    ]
    #expect(try names(rows).isEmpty)
  }

  @Test func partsListsAndFormulasOfSheetsAreNoMeasures() throws {
    let parts: [[TestCell]] = [
      ["Code", "Name", "Unit", "Min", "Max"], ["P1", "Screws", "pcs", 10, 100],
      ["P2", "Nails", "pcs", 10, 100], ["P3", "Glue", "l", 1, 5],
    ]
    #expect(try names(parts).isEmpty)
    let functions: [[TestCell]] = [
      ["Name", "Formula", "Description"], ["SUM", "=SUM(A1:A3)", "Adds."],
      ["MAX", "=MAX(A1:A3)", "The largest."], ["MIN", "=MIN(A1:A3)", "The smallest."],
    ]
    #expect(try names(functions).isEmpty)
    let menu: [[TestCell]] = [
      ["Nr.", "Bezeichnung", "Beschreibung"], [1, "Suppe", "Pro Person eine Schale."],
      [2, "Salat", "Je nach Saison."], [3, "Fisch", "Je nach Fang."],
    ]
    #expect(try names(menu).isEmpty)
  }

  @Test func aFormOfAnInvoiceIsNoMeasure() throws {
    let rows: [[TestCell]] = [
      ["Title", "Invoice"], ["Number", "17"], ["Owner", "Ann"], ["Unit", "EUR"],
      ["Description", "Chairs"], ["Target date", "2026-02-01"],
    ]
    #expect(try names(rows).isEmpty)
    #expect(try names(rows, sheet: "KPI 17") == ["Invoice"])
  }

  @Test func aWideExportOfInvoicesHoldsNoMeasures() throws {
    let header: [TestCell] =
      ["Name", "Base II", "Weight", "Value II"]
      + (1...18).map { TestCell.value(.text("Fld\($0) cod.")) }
    let rows = ["North Ltd", "South Inc", "West Corp", "East Sarl"].map { name in
      [TestCell.value(.text(name)), 12, 3, 45] + (1...18).map { _ in TestCell.value(.number(7)) }
    }
    #expect(try names([header] + rows).isEmpty)
  }

  @Test func aHeaderThatComesAgainBelowEachBannerIsNoMeasure() throws {
    let header: [TestCell] = [.bold("N."), .bold("Denominazione"), .bold("Descrizione")]
    let rows: [[TestCell]] = [
      [.bold("Prospettiva finanziaria")], header,
      ["1", "Spesa per notte", "Quanto spende un ospite. Formula: spesa / notti"],
      ["2", "Incassi propri", "Incassi senza contributi. Formula: incassi / totale"],
      [.bold("Prospettiva del cliente")], header,
      ["3", "Ospiti che tornano", "Alla seconda vacanza. Formula: tornati / ospiti"],
      [.bold("Processi interni")], header,
      ["4", "Risposte in giornata", "Entro la sera. Formula: risposte / messaggi"],
    ]
    let measures = try CatalogImport().read(.of(rows, name: "Foglio1")).catalog.measures
    #expect(measures.map(\.code) == ["1", "2", "3", "4"])
    #expect(measures.map(\.perspective) == [.financial, .financial, .customer, .process])
  }

  @Test(
    "words of a title",
    arguments: [
      ("Kundenkennzahlen", .certain), ("Tableau d'indicateurs", .certain),
      ("KPI-Katalog", .certain),
      ("Customer measures", .possible), ("Mesures d'urgence", .possible), ("Price list", .none),
      ("KPI owners", .none), ("Fonti degli indicatori", .none), ("Geometric shapes", .none),
    ] as [(String, MeasureTopic.Strength)])
  func strength(_ title: String, _ strength: MeasureTopic.Strength) {
    #expect(MeasureTopic.strength(of: title) == strength)
  }
}
