import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite struct TableFinderTests {
  private static let header: [TestCell] = ["Code", "KPI", "Unit", "Target"]

  private func names(_ rows: [[TestCell]]) throws -> [String] {
    try CatalogImport().read(.of(rows)).names
  }

  @Test func theHeaderMayStandOnAnyRow() throws {
    let above: [[TestCell]] = Array(repeating: [], count: 40)
    let rows =
      above + [
        Self.header, ["1", "Renewals", "%", 80], ["2", "Complaints", "#", 12],
        ["3", "Waiting time", "min", 5],
      ]
    #expect(try names(rows) == ["Renewals", "Complaints", "Waiting time"])
  }

  @Test func totalsNotesAndRepeatedHeadersAreNoMeasures() throws {
    let rows: [[TestCell]] = [
      Self.header, ["1", "Renewals", "%", 80], ["2", "Complaints", "#", 12], Self.header,
      ["3", "Waiting time", "min", 5], [nil, "Total", nil, 97], [],
      ["Source: annual report, provisional figures"],
    ]
    #expect(try names(rows) == ["Renewals", "Complaints", "Waiting time"])
  }

  @Test(
    "rows of heading words are measures, not headers of further tables",
    arguments: [
      [
        ["Indicateur", "Responsable", "Unité", "Fréquence", "Cible"],
        ["Appels", "Accueil", "%", "Mensuelle", 9],
        ["Pannes", "Direction", "Nombre", "Mensuelle", 6],
        ["Retards", "Accueil", "%", "Mensuelle", 3],
        ["Visites", "Pilote", "Nombre", "Annuelle", 4],
      ],
      [
        ["Indicateur", "Responsable", "Unité", "Fréquence"],
        ["Appels", "Accueil", "%", "Mensuelle"], ["Pannes", "Service", "Nombre", "Mensuelle"],
        ["Délai", "Pilote", "Nombre", "Mensuelle"], ["Retards", "Accueil", "%", "Mensuelle"],
      ],
      [
        ["Indicatore", "Responsabile", "Unità", "Frequenza", "Target"],
        ["Chiamate", "Ufficio", "%", "Mensile", 9], ["Attesa", "Referente", "min", "Mensile", 6],
        ["Ricavi", "Referente", "Valuta", "Mensile", 6], ["Resi", "Ufficio", "%", "Mensile", 3],
      ],
      [
        ["Kennzahl", "Verantwortlich", "Einheit", "Häufigkeit"],
        ["Anrufe", "Vertrieb", "%", "Monat"], ["Umfang – Ist", "Abteilung", "Zahl", "Jahr"],
        ["Retouren", "Vertrieb", "%", "Monat"], ["Besuche", "Vertrieb", "%", "Monat"],
      ],
    ] as [[[TestCell]]])
  func rowsOfHeadingWordsAreMeasures(_ rows: [[TestCell]]) throws {
    #expect(try names(rows).count == rows.count - 1)
  }

  @Test(
    "totals named after their block are neither measures nor groups",
    arguments: [
      ["KPI", "Unit", "Frequency", "Owner", "Target", "Subtotal customer", "Sub-total visits"],
      ["Indicateur", "Unité", "Fréquence", "Pilote", "Cible", "Sous-total Arles", "Total clients"],
      [
        "Indicatore", "Unità", "Frequenza", "Titolare", "Target", "Totale ascolto", "Subtotale uno",
      ],
      ["Kennzahl", "Einheit", "Häufigkeit", "Rolle", "Ziel", "Zwischensumme Kunden", "Summe B"],
      ["Indicador", "Unidad", "Frecuencia", "Rol", "Meta", "Subtotal clientes", "Total parcial"],
    ], [false, true])
  func totalsOfBlocksAreNoMeasures(_ words: [String], isBold: Bool) throws {
    func cell(_ text: String) -> TestCell { isBold ? .bold(text) : .value(.text(text)) }
    let often: TestCell = words[0] == "KPI" ? "Monthly" : "Trimestriel"
    let rows: [[TestCell]] = [
      words.prefix(5).map { .value(.text($0)) }, ["Calls answered", "#", often, "Ann", 10],
      ["Letters answered", "#", often, "Ann", 20], [cell(words[5]), nil, nil, nil, 30],
      ["Visits to members", "#", often, "Bob", 30], ["Visits by members", "#", often, "Bob", 40],
      [cell(words[6]), nil, nil, nil, 70],
    ]
    let measures = try CatalogImport().read(.of(rows)).catalog.measures
    #expect(measures.count == 4)
    #expect(measures.allSatisfy { $0.group == nil })
  }

  @Test func aMeasureMayBeginWithTotal() throws {
    let rows: [[TestCell]] = [
      ["KPI", "Unit", "Frequency", "Source", "Target"], ["Calls", "#", "Monthly", "CRM", 10],
      ["Total complaints", "#", "Monthly", "CRM", 20], ["Visits", "#", "Monthly", "CRM", 30],
    ]
    #expect(try names(rows) == ["Calls", "Total complaints", "Visits"])
    let few: [[TestCell]] = [
      ["KPI", "Target"], ["Calls", 10], ["Total complaints", 20], ["Visits", 30],
    ]
    #expect(try names(few) == ["Calls", "Total complaints", "Visits"])
  }

  @Test func aTableWithoutAMeasureBelowAnotherIsTold() throws {
    let rows: [[TestCell]] = [
      Self.header, ["1", "Renewals", "%", 80], ["2", "Complaints", "#", 12], [],
      [.bold("Unit"), .bold("Metric"), .bold("Target"), .bold("Code")],
      ["%", nil, 7, "3"], ["#", nil, 9, "4"],
    ]
    let result = try CatalogImport().read(.of(rows))
    #expect(result.names == ["Renewals", "Complaints"])
    #expect(result.rules.contains("table-left-out"))
  }

  @Test func linesWithPageNumbersAreNeitherMeasuresNorGroups() throws {
    let rows: [[TestCell]] = [
      Self.header, ["1", "Renewals", "%", 80], ["2", "Complaints", "#", 12], ["Page 1 of 2"],
      Self.header, ["3", "Waiting time", "min", 5], ["4", "Visits", "#", 9], ["Page 2 of 2"],
    ]
    let result = try CatalogImport().read(.of(rows))
    #expect(result.names == ["Renewals", "Complaints", "Waiting time", "Visits"])
    #expect(result.catalog.measures.allSatisfy { $0.group == nil })
  }

  @Test func bannersNameGroups() throws {
    let rows: [[TestCell]] = [
      [.bold("Code"), .bold("KPI"), .bold("Unit"), .bold("Target")], [.bold("Loyalty")],
      ["1", "Renewals", "%", 80], ["2", "Win-backs", "#", 12], [.bold("Service")],
      ["3", "Waiting time", "min", 5],
    ]
    let groups = try CatalogImport().read(.of(rows)).catalog.measures.map(\.group)
    #expect(groups == ["loyalty", "loyalty", "service"])
  }

  @Test(
    "a banner after a header that comes again names the perspective of its rows",
    arguments: [
      // The same header right below the second banner, right above it, and in other words.
      [nil, "Code", "KPI", "Description"], ["Code", "KPI", "Description", nil],
      [nil, "No.", "Indicator", "Definition"],
    ] as [[String?]])
  func headersComeAgainBelowBanners(_ again: [String?]) throws {
    let isBelow = again[0] == nil
    let header: [TestCell] = again.compactMap { $0.map { .bold($0) } }
    let banner: [TestCell] = [.bold("Financial perspective")]
    let rows: [[TestCell]] =
      [
        [.bold("Library of measures")], [],
        [.bold("Code"), .bold("KPI"), .bold("Description")], [.bold("Customer perspective")],
        ["1", "Renewals", "Renewed by their end."], ["2", "Complaints", "Letters received."],
      ] + (isBelow ? [banner, header] : [header, banner]) + [
        ["3", "Revenue per title", "Net revenue."], ["4", "Returns", "Copies sent back."],
        [.bold("Internal processes")], ["5", "Production time", "Days to the store."],
      ]
    let measures = try CatalogImport().read(.of(rows)).catalog.measures
    #expect(
      measures.map(\.perspective?.id) == [
        "customer", "customer", "financial", "financial", "process",
      ])
    #expect(measures.allSatisfy { $0.group == nil })
  }

  @Test("tables side by side may have headers of one row and of two", arguments: [false, true])
  func headersOfTheirOwnDepth(_ isDeepLast: Bool) throws {
    let deep: [[TestCell]] = [
      ["Code", "KPI", "Target", "Thresholds", nil, nil], [nil, nil, nil, "G", "A", "R"],
      ["M1", "Kept berths", 90, 88, 80, "< 80"], ["M2", "Sold berths", 60, 55, 45, "< 45"],
      ["M3", "Guests again", 50, 45, 40, "< 40"],
    ]
    let plain: [[TestCell]] = [
      ["Code", "Indicator name", "Target"], ["R1", "Revenue per berth", "2600"],
      ["R2", "Mean receipt", "1250"], ["R3", "Berths sold early", "50"],
    ]
    let rows = deep.indices.map { index in
      let side = plain.indices.contains(index) ? plain[index] : [nil, nil, nil]
      return isDeepLast ? side + [nil, nil] + deep[index] : deep[index] + [nil, nil] + side
    }
    var sheet = SheetContent.of(rows)
    sheet.merges = [try #require(CellRange(isDeepLast ? "I1:K1" : "D1:F1"))]
    let measures = try CatalogImport().read(sheet).catalog.measures
    #expect(measures.count == 6)
    let kept = try #require(measures.first { $0.code == "M1" })
    #expect(kept.thresholds != nil)
    #expect(kept.custom.isEmpty)
    let thresholds = measures.filter { $0.thresholds != nil }
    #expect(thresholds.map(\.code) == ["M1", "M2", "M3"])
  }

  @Test func yearsMayStandOverRepeatedHeadings() throws {
    var sheet = SheetContent.of([
      ["Indicator", "Owner", 2025, nil, 2026], [nil, nil, "Target", "Actual", "Target"],
      ["Renewals", "Sales", 80, 78, 82], ["Complaints", "Service", 12, 15, 10],
      ["Waiting time", "Service", 5, 6, 4],
    ])
    sheet.merges = []
    let targets = try CatalogImport().read(sheet).catalog.measures.first?.targets ?? []
    #expect(targets.map { $0.by?.description } == ["2025", "2026"])
  }

  @Test func aPageThatTellsWhatTheColumnsHoldIsNoTableOfMeasures() throws {
    let rows: [[TestCell]] = [
      ["KPI name", "Short description of the field", "Required"],
      ["Definition", "A sentence", "yes"],
      ["Unit", "From the list", "yes"], ["Owner", "A job title", "no"],
      ["Target", "A number", "no"],
    ]
    #expect(try names(rows).isEmpty)
  }

  @Test func aListOfPeopleIsNoTableOfMeasures() throws {
    let rows: [[TestCell]] = [
      ["Name", "Title", "Department", "Manager"], ["Ann Duarte", "Clerk", "Finance", "P. Weir"],
      ["Omar Haddad", "Buyer", "Supply", "J. Cole"],
      ["Lucy Brandt", "Planner", "Supply", "J. Cole"],
    ]
    let result = try CatalogImport().read(.of(rows))
    #expect(result.names.isEmpty)
    #expect(result.rules.contains("nothing-found"))
  }

  @Test func telephoneNumbersAreNoNames() throws {
    let rows: [[TestCell]] = [
      ["code", "service", "phone", "target", "baseline", "formula"],
      ["00071", "Front desk", "+33199000071", 92, 88, "satisfied / answers"],
      ["00072", "Telephone", "+33199000072", 80, 71, "answered / calls"],
      ["00105", "Written complaints", "+33353010105", 95, 90, "closed / received"],
    ]
    #expect(try names(rows) == ["Front desk", "Telephone", "Written complaints"])
  }

  @Test func hiddenRowsAreReadAndTold() throws {
    var sheet = SheetContent.of([
      Self.header, ["1", "Renewals", "%", 80], ["2", "Complaints", "#", 12],
      ["3", "Waiting time", "min", 5],
    ])
    sheet.rows[2].isHidden = true
    let result = try CatalogImport().read(sheet)
    #expect(result.names.count == 3)
    #expect(result.rules.contains("hidden-rows"))
  }

  @Test func tablesSideBySideMayBeginOnDifferentRows() throws {
    let result = try CatalogImport().read(
      .of([
        ["KPI", "Unit", "Target"], ["Satisfaction", "%", 85], ["Loyalty", "%", 55],
        ["Churn", "%", 5, nil, "KPI", "Unit", "Target"],
        ["Recommendation", "points", 40, nil, "Cycle time", "days", 5],
        [nil, nil, nil, nil, "Defects", "#", 3],
        ["Market share", "%", 33, nil, "Rework", "%", 2],
      ]))
    #expect(
      result.names == [
        "Satisfaction", "Loyalty", "Churn", "Recommendation", "Market share", "Cycle time",
        "Defects", "Rework",
      ])
    #expect(result.catalog.measures.allSatisfy { $0.custom.isEmpty && $0.targets.count == 1 })
  }

  @Test func aBannerMayHaveARemarkBesideIt() throws {
    let result = try CatalogImport().read(
      .of([
        ["Code", "KPI", "Unit", "Target", "Owner"], [.bold("CUSTOMERS")],
        ["C-1", "Satisfaction", "%", 85, "Anna"], ["C-2", "Loyalty", "%", 55, "Anna"],
        [.bold("FINANCE"), nil, nil, nil, "new this year"],
        ["F-1", "Margin", "%", 12, "Ben"], ["F-2", "Bad debts", "%", 2, "Ben"],
      ]))
    #expect(
      result.catalog.measures.map { $0.perspective?.id } == [
        "customer", "customer", "financial", "financial",
      ])
    #expect(result.diagnostics.contains { $0.message.contains("E5 'new this year'") })
  }

  @Test(
    "how many measures there are is no measure",
    arguments: [
      "Total number of KPIs", "Anzahl Kennzahlen", "Anzahl der Kennzahlen:", "Nombre d'indicateurs",
      "Numero di indicatori", "Número de indicadores", "KPIs in total", "Total des indicateurs",
    ])
  func countsOfMeasuresAreTotals(_ text: String) throws {
    let result = try CatalogImport().read(
      .of([
        ["KPI", "Unit", "Target", "Owner"], ["Satisfaction", "%", 85, "Anna"],
        ["Complaints", "#", 12, "Ben"], ["Number of customers", "#", 3000, "Ben"],
        [.value(.text(text)), nil, 3], ["of which green", nil, 2],
      ]))
    #expect(result.names == ["Satisfaction", "Complaints", "Number of customers"])
    #expect(result.diagnostics.contains { $0.message.contains("A5 '\(text)'") })
  }

  @Test func yearsBeforeATargetAreNoTableOfFigures() throws {
    let result = try CatalogImport().read(
      .of([
        ["Metric", "Unit", "2023", "2024", "2025", "Target 2030"],
        ["Women in management", "%", 28, 31, 34, 40], ["Injury rate", "#", 24, 21, 19, 10],
      ]))
    #expect(result.names == ["Women in management", "Injury rate"])
    #expect(result.catalog.measures.first?.custom["2025"] == .number(34))
  }

  @Test func aYearMayStandUnderEachHeading() throws {
    let result = try CatalogImport().read(
      .of([
        ["Indicator", "Baseline", "Milestone 1", "Target", "Assumptions"],
        [nil, "2024", "2025", "2027"],
        ["Net enrolment rate", "71%", "74%", "82%", "Peace holds"],
        ["Classrooms", 0, 4, 14, "Prices stable"],
      ]))
    let measure = try #require(result.catalog.measures.first)
    #expect(result.catalog.measures.count == 2)
    #expect(measure.baseline?.at?.description == "2024")
    #expect(measure.targets.map { $0.by?.description } == ["2025", "2027"])
  }

  @Test func aYearMayStandOverWhatIsOfIt() throws {
    var sheet = SheetContent.of([
      ["KPI", "Unit", "FY25", "FY26", nil, "Owner"],
      [nil, nil, "Actual", "Target", "Stretch", nil],
      ["Margin", "%", 18, 20, 22, "CFO"], ["Lead time", "days", 7, 5, 4, "COO"],
    ])
    sheet.merges = [try #require(CellRange("D1:E1"))]
    let measure = try #require(try CatalogImport().read(sheet).catalog.measures.first)
    #expect(measure.current?.value == 18)
    #expect(measure.current?.at?.description == "2025")
    #expect(measure.targets.first?.by?.description == "2026")
  }
}
