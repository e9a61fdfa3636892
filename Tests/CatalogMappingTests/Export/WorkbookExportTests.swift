import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite("Export of workbooks")
struct WorkbookExportTests {
  private func read(_ bytes: [UInt8]) throws -> ImportResult {
    try CatalogImport().read(try Workbook.open(bytes: bytes), name: "export.xlsx")
  }

  /// A catalog without what an import adds of its own.
  private func bare(_ catalog: Catalog) -> String {
    var catalog = catalog
    for index in catalog.measures.indices { catalog.measures[index].origin = nil }
    return String(decoding: catalog.json(), as: UTF8.self)
  }

  private func export(
    _ catalog: Catalog, _ language: LanguageTag? = nil, _ sheets: WorkbookExport.Sheets = .one
  ) throws -> [UInt8] {
    var export = WorkbookExport(catalog)
    export.language = language
    export.sheets = sheets
    return try export.bytes()
  }

  // MARK: There and back

  @Test(
    "The built-in catalog comes back the same",
    arguments: [
      (LanguageTag.english, WorkbookExport.Sheets.one), (.french, .one), (.italian, .one),
      (.german, .byKind), (.spanish, .byPerspective), (.french, .byGroup),
    ])
  func comesBack(language: LanguageTag, sheets: WorkbookExport.Sheets) throws {
    let catalog = try BuiltInCatalog.customerMeasures()
    let result = try read(export(catalog, language, sheets))
    #expect(bare(result.catalog) == bare(catalog))
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics)")
  }

  @Test(
    "A catalog of all there can be comes back the same",
    arguments: [
      LanguageTag.english, .french, .italian,
    ])
  func bringsBackEverything(language: LanguageTag) throws {
    let catalog = try FullCatalog.make()
    #expect(bare(try read(export(catalog, language)).catalog) == bare(catalog))
    #expect(bare(try read(export(catalog, language, .byGroup)).catalog) == bare(catalog))
  }

  @Test func givesTheSameBytesForTheSameCatalog() throws {
    let catalog = try FullCatalog.make()
    #expect(try export(catalog, .italian) == export(catalog, .italian))
  }

  @Test func writesACatalogWithoutMeasures() throws {
    let book = try Workbook.open(bytes: try export(Catalog(title: "Empty")))
    #expect(book.sheets.map(\.name) == ["Guide", "Measures", "kpibook"])
  }

  // MARK: What a person finds

  @Test func hasSheetsInTheReadersLanguage() throws {
    let catalog = try BuiltInCatalog.customerMeasures()
    let book = try Workbook.open(bytes: try export(catalog, .italian, .byKind))
    #expect(book.sheets.map(\.name) == ["Guida", "Opinione", "Attività", "kpibook"])
    #expect(book.sheets.last?.visibility == .hidden)
    let title = try book.sheet(named: "Guida").cells()["B2"]
    #expect(title == .text("Indicatori sui clienti"))
  }

  @Test func keepsIdsInAHiddenColumn() throws {
    let book = try Workbook.open(bytes: try export(try FullCatalog.make(), .english))
    let sheet = try book.sheet(named: "Measures")
    let cells = try sheet.cells()
    #expect(cells["A4"] == .text("kpibook ID"))
    #expect(cells["A5"] == .text("net-promoter-score"))
    let content = try BookContent(book, name: "", sheet: "Measures")
    #expect(content.sheets[0].isHidden(column: 1))
    #expect(!content.sheets[0].isHidden(column: 2))
    #expect(try sheet.tables().map(\.name) == ["Measures"])
  }

  @Test func storesPercentsAsFractionsAndScoresAsTheyAre() throws {
    let catalog = try FullCatalog.make()
    let book = try Workbook.open(bytes: try export(catalog, .english))
    let content = try BookContent(book, name: "", sheet: "Measures").sheets[0]
    let header = try #require(content.row(4))
    let column = try #require(
      header.cells.first { $0.text == "Baseline" }?.column)
    let score = try #require(content.cell(row: 5, column: column))
    let percent = try #require(content.cell(row: 6, column: column))
    let money = try #require(content.cell(row: 7, column: column))
    #expect(score.number == 31)
    #expect(content.format(score).text(for: 31) == "31")
    #expect(percent.number == 0.07)
    #expect(content.format(percent).text(for: 0.07) == "7.0%")
    #expect(content.format(money).text(for: 1234.5) == "€1,234.50")
  }

  @Test func everyPageHasTheTitleAndPointsBelowOneAnother() throws {
    var catalog = try FullCatalog.make()
    for (index, value) in [82.4, 46, 7.25].enumerated() {
      let id = try #require(KPIIdentifier("share-\(index)"))
      var measure = KPIDefinition(id: id, name: LocalizedText("S \(index)", language: .english))
      measure.unit = MeasureUnit(.percent)
      measure.current = FiniteNumber(value).map { CurrentValue($0) }
      catalog.measures.append(measure)
    }
    let title = CatalogPresentation(catalog, language: .english).title
    let book = try Workbook.open(bytes: try export(catalog, .english))
    let content = try BookContent(book, name: "", sheet: "Measures").sheets[0]
    // In the columns that are repeated, over both rows.
    #expect(content.cell(row: 1, column: 2)?.text == title)
    #expect(content.merges.contains { $0.first.row == 1 && $0.first.column == 2 })
    let column = try #require(content.row(4)?.cells.first { $0.text == "Current value" }?.column)
    let shown = content.rows.suffix(3).compactMap { row in
      row.cell(column).flatMap { cell in cell.number.map { content.format(cell).text(for: $0) } }
    }
    #expect(shown == ["82.40%", "46.00%", "7.25%"])
  }

  @Test func fillsOrganizationAndAudience() throws {
    var catalog = try FullCatalog.make()
    catalog.organization = "Town of Greenfield"
    catalog.audience = .citizen
    let book = try Workbook.open(bytes: try export(catalog, .english))
    let guide = try book.sheet(named: "Guide").cells()
    #expect(guide["B3"] == .text("Town of Greenfield · about citizens · 4 measures"))
    let rows = try BookContent(book, name: "", sheet: "Measures").sheets[0].rows
    let texts = rows.flatMap { $0.cells.compactMap(\.text) }
    #expect(texts.contains("Town of Greenfield saves me time"))
  }

  @Test(
    "Dropdowns hold the words of the language",
    arguments: [
      (LanguageTag.english, "Measures", "Higher is better"),
      (.french, "Indicateurs", "À la hausse"),
      (.italian, "Indicatori", "In aumento"),
    ])
  func hasDropdowns(language: LanguageTag, name: String, word: String) throws {
    let book = try Workbook.open(bytes: try export(try FullCatalog.make(), language))
    let content = try BookContent(book, name: "", sheet: nil)
    let sheet = try #require(content.sheets.first { $0.name == name })
    #expect(sheet.validations.count >= 8)
    #expect(sheet.validations.contains { "\($0)".contains(word) })
  }

  // MARK: What people change

  @Test func takesARowThatIsCopiedForANewMeasure() throws {
    let book = try WorkbookWriter.bytes { book in
      let sheet = try book.addSheet("Measures")
      try sheet.writeRow(["kpibook ID", "Measure name", "Unit", "Measurement frequency"])
      try sheet.writeRow(["my-own-id", "Share of repeat buyers", "%", "Monthly"])
      try sheet.writeRow(["my-own-id", "Share of new buyers", "%", "Monthly"])
    }
    #expect(
      try read(book).catalog.measures.map(\.id.text) == ["my-own-id", "share-of-new-buyers"])
  }

  @Test func findsRenamedMeasuresByTheNamesTheyHad() throws {
    let book = try WorkbookWriter.bytes { book in
      let sheet = try book.addSheet("Measures")
      try sheet.writeRow(["kpibook ID", "Measure name", "Unit", "Paired with"])
      try sheet.writeRow(["m-one", "Intention to return", "%", "Return rate"])
      try sheet.writeRow(["m-two", "Share of returners", "%", "Intention to return"])
      let record = try book.addSheet("kpibook")
      try record.writeRow(["kpibook record 1", "en"])
      try record.writeRow(["m-one", "Intention to return"])
      try record.writeRow(["m-two", "Return rate"])
    }
    let result = try read(book)
    #expect(result.catalog.measures.map { $0.pairedWith.map(\.text) } == [["m-two"], ["m-one"]])
    #expect(result.diagnostics.isEmpty)
  }

  @Test(
    "One month is said as one, and read again",
    arguments: [
      (LanguageTag.english, "1 month", "1 year"), (.french, "1 mois", "1 an"),
      (.italian, "1 mese", "1 anno"), (.german, "1 Monat", "1 Jahr"), (.spanish, "1 mes", "1 año"),
    ])
  func saysOnePeriod(language: LanguageTag, month: String, year: String) throws {
    var catalog = try BuiltInCatalog.customerMeasures()
    catalog.measures = Array(catalog.measures.prefix(2))
    catalog.measures[0].window = MeasureWindow(try #require(CalendarPeriod("P1M")))
    catalog.measures[1].window = MeasureWindow(try #require(CalendarPeriod("P1Y")))
    let bytes = try export(catalog, language)
    let book = try Workbook.open(bytes: bytes)
    var content = try BookContent(book, name: "export.xlsx", sheet: nil)
    let texts = content.sheets.flatMap(\.rows).flatMap(\.cells).compactMap(\.text)
    #expect(texts.contains(month) && texts.contains(year))
    content.sheets.removeAll(where: ExportRecord.isRecord)
    let result = try CatalogImport().read(content)
    #expect(
      result.catalog.measures.map { $0.window?.period }
        == catalog.measures.map { $0.window?.period })
  }

  @Test func measuresThatAreNotInTheWorkbookStayPaired() throws {
    var catalog = try BuiltInCatalog.customerMeasures()
    catalog.measures = try catalog.measures.filter { !$0.pairedWith.isEmpty }.prefix(2).map {
      var measure = $0
      measure.pairedWith = [try #require(KPIIdentifier("left-behind"))]
      return measure
    }
    let result = try read(export(catalog))
    #expect(
      result.catalog.measures.map { $0.pairedWith.map(\.text) } == [
        ["left-behind"], ["left-behind"],
      ])
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics)")
  }

  @Test func readsAVisibleSheetWithoutItsRecord() throws {
    let book = try WorkbookWriter.bytes { book in
      let sheet = try book.addSheet("Measures")
      try sheet.writeRow(["kpibook ID", "Measure name", "Unit", "Measurement frequency"])
      try sheet.writeRow(["renewal-rate", "Renewals", "%", "Monthly"])
      let record = try book.addSheet("kpibook")
      try record.writeRow(["kpibook record 1", "en"])
      try record.writeRow(["renewal-rate", "Renewals", "not JSON"])
      try record.writeRow(["no such measure", "None", "{}"])
      try record.writeRow(["*", nil, "{\"languages\":[\"-\",[\"en\",\"xx-\"]]}"])
    }
    let measure = try #require(try read(book).catalog.measures.first)
    #expect(measure.id.text == "renewal-rate")
    #expect(measure.name[.english] == "Renewals")
    #expect(measure.frequency == .monthly)
  }

  @Test func carriesALongRecordOverSeveralCells() throws {
    var catalog = try FullCatalog.make()
    let long = String(repeating: "é_x0041_😀 ", count: 6_000)
    catalog.measures[0].variants = [
      try #require(MeasureVariant(id: "long", note: LocalizedText(long)))
    ]
    #expect(bare(try read(export(catalog)).catalog) == bare(catalog))
  }
}
