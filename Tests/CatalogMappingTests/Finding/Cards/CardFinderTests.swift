import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite struct CardFinderTests {
  private func card(_ labels: [String], _ values: [String]) -> [[TestCell]] {
    zip(labels, values).map { [.bold($0), .value(.text($1))] }
  }

  @Test(
    "labels in two languages",
    arguments: [
      ["Measure / Kennzahl", "Definition / Beschreibung", "Unit / Einheit", "Target / Zielwert"],
      ["Measure (Kennzahl)", "Definition (Beschreibung)", "Unit (Einheit)", "Target (Zielwert)"],
      ["Indicateur | Indicator", "Définition | Definition", "Unité | Unit", "Cible | Target"],
    ])
  func bilingualLabels(_ labels: [String]) throws {
    let values = ["Guest satisfaction", "Share of guests content with their stay.", "%", "90"]
    let result = try CatalogImport().read(.of(card(labels, values)))
    #expect(result.names == ["Guest satisfaction"])
    let measure = try #require(result.catalog.measures.first)
    #expect(measure.unit?.kind == .percent && measure.targets.count == 1)
    #expect(measure.description != nil)
  }

  @Test func labelsStandInTheColumnsOfLabels() throws {
    let few = try CatalogImport().read(
      .of([
        [nil, "Indicator name", "Fee per visit", nil, nil, "Ref. no.", "DS-1"],
        [nil, "Calculation formula", "Fees / Visits"],
        [nil, "Data source", nil, nil, nil, "Target (2027)", 78],
      ]))
    #expect(few.names == ["Fee per visit"])
    #expect(few.catalog.measures.first?.code == "DS-1")
    #expect(few.catalog.measures.first?.targets.count == 1)
  }

  @Test(
    "a value that is a heading word stays a value",
    arguments: [
      (unit: "Score", owner: "Finance Lead", source: "Ledger"), ("£", "Manager", "Ledger"),
      ("Points", "Team", "System"), ("Number", "Team", "Survey"),
    ])
  func valuesMayBeHeadingWords(_ words: (unit: String, owner: String, source: String)) throws {
    let result = try CatalogImport().read(
      .of([
        [nil, .bold("Indicator name"), "Fee per visit", nil, nil, .bold("Ref. no."), "DS-1"],
        [nil, .bold("Purpose"), "Keeps the plan honest."],
        [
          nil, .bold("Calculation formula"), "Fees / Visits", nil, nil, .bold("Unit of measure"),
          .value(.text(words.unit)),
        ],
        [
          nil, .bold("Tracking cycle"), "Monthly", .bold("Polarity"), "Higher is better",
          .bold("Accountable"), .value(.text(words.owner)),
        ],
        [
          nil, .bold("Data source"), .value(.text(words.source)), .bold("Baseline (2025)"), 71.5,
          .bold("Target (2027)"), 78,
        ],
      ]))
    #expect(result.names == ["Fee per visit"])
    let measure = try #require(result.catalog.measures.first)
    #expect(measure.owner == words.owner)
    #expect(measure.unit != nil)
    #expect(measure.baseline?.value == 71.5)
    #expect(measure.source?.entries.first?.text == words.source)
  }

  @Test func twoPairsOfHeadingWordsInALineAreRead() throws {
    let result = try CatalogImport().read(
      .of([
        ["KPI name", "Pain score"], ["Description", "How much it hurts"],
        ["Owner", "Team", "Source", "Survey"], ["Unit", "Score"], ["Target", 7],
      ]))
    #expect(result.names == ["Pain score"])
    let measure = try #require(result.catalog.measures.first)
    #expect(measure.owner == "Team")
    #expect(measure.source?.entries.first?.text == "Survey")
    #expect(measure.unit?.kind == .score)
  }

  @Test(
    "a label that says more than its field is known",
    arguments: [
      ["Measure title", "Calculation", "Unit", "How often measured", "Data source"],
      [
        "Titre de la mesure", "Se calcule comme", "S'exprime en", "Périodicité",
        "Données tirées de",
      ],
      ["Titolo del KPI", "Come si calcola", "Si esprime in", "Si rileva ogni", "Dati presi da"],
      ["Kennzahltitel", "Wird berechnet als", "Angegeben in", "Erhoben alle", "Daten aus"],
      [
        "Título del indicador", "Se calcula como", "Se expresa en", "Se mide cada", "Se obtiene de",
      ],
    ])
  func namesInMoreWords(_ labels: [String]) throws {
    let values = ["Kept orders", "kept / all x 100", "%", "P1M", "ERP"]
    let others = ["Lost orders", "lost / all x 100", "%", "P1M", "ERP"]
    let rows: [[TestCell]] =
      [[.bold("Cooperative of the valley")], []] + card(labels, values) + [[], []]
      + card(labels, others)
    let result = try CatalogImport().read(.of(rows))
    #expect(result.names == ["Kept orders", "Lost orders"])
    let measure = try #require(result.catalog.measures.first)
    #expect(measure.unit?.kind == .percent)
    #expect(measure.source != nil)
    #expect(measure.formula?.text != nil)
  }

  @Test func cardsStandAbreast() throws {
    let labels = ["Measure title", "What are we measuring?", "Unit", "Lead", "Target (2026)"]
    let rows: [[TestCell]] =
      [[.bold("St Columba's Hospice")], []]
      + labels.enumerated().map { index, label in
        let left = ["Families helped", "Families who felt helped.", "%", "Nurse", "95"][index]
        let right = ["Hours to a visit", "Until a nurse comes.", "hours", "Matron", "6"][index]
        return [
          .bold(label), .value(.text(left)), nil, nil, .bold(label), .value(.text(right)),
        ]
      }
    let measures = try CatalogImport().read(.of(rows)).catalog.measures
    #expect(
      measures.map { $0.name.entries.first?.text } == ["Families helped", "Hours to a visit"])
    #expect(measures.allSatisfy { $0.description != nil && $0.owner != nil })
  }

  /// Lines of two and three pairs, as text; a blank after a label leaves it without a value.
  private func sheet(_ forms: [[String]]) -> [[TestCell]] {
    var rows: [[TestCell]] = [[.bold("Definition sheets of the trust")], []]
    for form in forms {
      rows += form.map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).enumerated().map { _, text in
          text.isEmpty ? nil : .value(.text(String(text)))
        }
      }
      rows += [[], []]
    }
    return rows
  }

  @Test(
    "pairs left and right of the name belong to its form",
    arguments: [
      // The name in the second pair, behind the code.
      [
        "Reference|#|KPI name|Grants #", "Definition|All about grants.",
        "Unit|Number|Direction|Lower|Frequency|Annual",
        "Data source|Ledger|Owner|Director of Grants|Baseline|70",
        "Target value|60|Sponsor|Board|Comments|",
      ],
      // The name first, over three columns; the other pairs two or three a line.
      [
        "KPI name|Grants #|||Reference|#", "Definition|All about grants.",
        "Unit|days|Direction|Lower|Frequency|Annual",
        "Data source|Ledger|Owner|Director of Grants|Baseline|70",
        "Target value|60|Sponsor|Board|Comments|",
      ],
      // All other labels below the code, nothing else below the name.
      [
        "Reference|#|KPI name|Grants #", "Definition|All about grants.", "Unit|days",
        "Direction|Lower", "Frequency|Annual", "Data source|Ledger", "Owner|Director of Grants",
        "Baseline|70", "Target value|60", "Sponsor|Board",
      ],
    ])
  func pairsAbreast(_ lines: [String]) throws {
    let forms = ["HL-1", "HL-2", "HL-3"].map { number in
      lines.map {
        $0.split(separator: "#", omittingEmptySubsequences: false).joined(separator: number)
      }
    }
    let result = try CatalogImport().read(.of(sheet(forms)))
    #expect(result.names == ["Grants HL-1", "Grants HL-2", "Grants HL-3"])
    for (measure, code) in zip(result.catalog.measures, ["HL-1", "HL-2", "HL-3"]) {
      #expect(measure.code == code)
      #expect(measure.description != nil)
      #expect(measure.unit != nil)
      #expect(measure.direction != nil)
      #expect(measure.frequency != nil)
      #expect(measure.source != nil)
      #expect(measure.owner == "Director of Grants")
      #expect(measure.baseline != nil)
      #expect(measure.targets.count == 1)
      #expect(measure.custom["Sponsor"] == .text("Board"))
    }
    #expect(!result.rules.contains("table-left-out"))
  }

  @Test func aLabelThatComesAgainIsKept() throws {
    let form = [
      "KPI name|Grants|Unit|days", "Definition|All about grants.", "Owner|Board|Contact|Ann",
      "Target value|60|Contact|Bob",
    ]
    let measure = try #require(try CatalogImport().read(.of(sheet([form]))).catalog.measures.first)
    #expect(measure.owner == "Board")
    #expect(measure.custom.pairs.map(\.value).contains(.text("Ann")))
    #expect(measure.custom.pairs.map(\.value).contains(.text("Bob")))
  }

  @Test func theTitleOfTheSheetNamesNoMeasureOfSeveralForms() throws {
    let labels = ["Calculation", "Unit", "Frequency", "Data source", "Owner"]
    let form = card(labels, ["a / b", "%", "Monthly", "ERP", "Sales"])
    let other = card(labels, ["c / d", "%", "Monthly", "ERP", "Sales"])
    let rows = [[.bold("Cooperative of the valley")], []] + form + [[], []] + other
    #expect(try !CatalogImport().read(.of(rows)).names.contains("Cooperative of the valley"))
    // With a text above each form that text is the name.
    let named: [[TestCell]] =
      [[.bold("Kept orders")]] + form + [[], [], [.bold("Lost orders")]] + other
    #expect(try CatalogImport().read(.of(named)).names == ["Kept orders", "Lost orders"])
  }

  @Test func allLabelsMayBeQuestions() throws {
    let labels = [
      "What do we call it?", "What does it tell us?", "How do we work it out?",
      "How often do we measure it?", "Where does the data come from?", "Who answers for it?",
      "Where do we want to be (2027)?",
    ]
    let values = ["Kept orders", "Orders kept.", "kept / all", "Monthly", "ERP", "Sales", "80"]
    let rows = [[.bold("Measure card")], []] + card(labels, values)
    let measure = try #require(try CatalogImport().read(.of(rows)).catalog.measures.first)
    #expect(measure.name.entries.first?.text == "Kept orders")
    #expect(measure.owner == "Sales")
    #expect(measure.frequency != nil)
    // Without one for the name they are those people ask often.
    #expect(
      try CatalogImport().read(
        .of([[.bold("Questions about us")], []] + card(Array(labels[1...]), Array(values[1...])))
      ).names.isEmpty)
  }

  @Test func aMeasureMayBeCalledAsAUnitIs() throws {
    let labels = ["Intitulé", "Finalité", "Mode de calcul", "Unité", "Cible 2027"]
    let rows = card(labels, ["Délai", "Aller plus vite", "jours / colis", "jours", "3"])
    #expect(try CatalogImport().read(.of(rows)).names == ["Délai"])
  }
}
