internal import KPICatalog
internal import SpreadsheetML

/// Reads the records of a region into definitions.
///
/// Columns are looked at as a whole first (decimal marks, order of days and months, cells that hold
/// for the rows below); then each record is read field by field, in the order in which fields need
/// each other.
struct RegionReader {
  var sheet: SheetContent
  var region: TableRegion
  /// The language of texts without one of their own.
  let language: LanguageTag
  let languageIndex: Int
  let words: WordReading
  /// How each plan's column is read.
  let readings: [ColumnReading]
  var quantities: QuantityReader
  var dates: DateReader
  /// What the sheet's name, the headings above and the banners say.
  var context: RegionContext
  /// The plans of each field, by their index.
  let plans: FieldTable<[Int]>
  /// The plans of columns that are kept as they are.
  let customPlans: [Int]
  /// For plans whose values hold for rows below: the record each record's value stands in.
  var fill: [Int: [Int]]
  /// The letters of each plan's column.
  private let letters: [ShortASCII]
  let merges: [Int: [CellRange]]
  /// For records that are only to be written: the record each goes beside.
  var neighbors: [Int: Int] = [:]
  /// The units of the measures by their records, for those who write.
  var units: [Int: MeasureUnit] = [:]

  /// The measure being read.
  var draft: DraftMeasure
  var record = 0
  var log: FindingLog
  /// Where each field came from; gathered only when asked for.
  var traces: [FieldTrace] = []
  let isTracing: Bool
  var cells: [OrderedMap<String, String>.Pair] = []
  var custom: [OrderedMap<String, CustomValue>.Pair] = []
  /// Where the headings of a wide row stand in ``custom``; a few are gone through faster.
  private var customPlaces: [String: Int] = [:]
  /// Results of closed lists and formulas by their text: columns repeat themselves.
  var wordCaches = [TextCache<WordReading.Outcome>](
    repeating: TextCache(), count: ColumnField.allCases.count)
  var unitCache = TextCache<MeasureUnit?>()
  var scaleCache = TextCache<ScaleText.Ends?>()
  var formulaCache = TextCache<FormulaGuess?>()
  private var missingCache = TextCache<Bool>()

  private static let blank = DraftMeasure(
    definition: KPIDefinition(id: .provisional, name: LocalizedText()))
  /// The row noted last, in digits.
  private var rowDigits = (row: 0, text: ShortASCII("0"))
  /// The row of the record at hand; of a card the one it begins in.
  private var row = SheetContent.Row(number: 0, cells: [])
  /// Which plans' cells of the record were read, kept or told.
  private var seen: [Bool]
  /// The bits of the fields in ``cells``.
  private var notedFields: UInt64 = 0
  /// Where the fields of a long row stand in ``cells``.
  private var notedPlaces: [String: Int] = [:]
  /// The columns of a table headed by the paths of fields; nil for other tables.
  let fieldColumns: FieldColumns?
  /// The last column of a delimited file's table; nil for other regions.
  let lastHeading: Int?

  init(
    _ region: TableRegion, of sheet: SheetContent, language: LanguageTag, context: RegionContext,
    log: FindingLog, isTracing: Bool = false
  ) {
    draft = Self.blank
    self.sheet = sheet
    self.region = region
    self.language = language
    self.context = context
    self.log = log
    self.isTracing = isTracing
    fieldColumns =
      region.layout == .fields
      ? region.headerRows.flatMap { sheet.row($0.lowerBound) }.map {
        FieldColumns(
          headings: FieldTableFinder.headings(of: $0, upTo: region.columns.upperBound))
      } : nil
    lastHeading = region.lastHeading(of: sheet)
    seen = [Bool](repeating: false, count: region.plans.count)
    languageIndex = EmbeddedVocabulary.index(of: language) ?? 0
    words = WordReading(language: languageIndex)
    var plans = FieldTable<[Int]>()
    for (index, plan) in region.plans.enumerated() {
      plans[plan.field] = (plans[plan.field] ?? []) + [index]
    }
    self.plans = plans
    customPlans = region.plans.indices.filter { region.plans[$0].field.isCustom }
    letters = region.plans.map { ShortASCII(CellReference.letters(ofColumn: $0.column)) }
    let columns = RegionColumns(region, of: sheet)
    readings = columns.readings
    fill = columns.fill
    merges = columns.merges
    quantities = QuantityReader(
      sheet: sheet, language: language, sheetMark: ColumnReading.sheetMark(columns.readings))
    dates = DateReader(sheet: sheet, language: language)
  }

  // MARK: Cells

  /// The cell of a plan for the current record: its own, the one merged over it, or the one above
  /// that holds for it.
  func cell(_ plan: Int) -> (cell: SheetContent.Cell, at: CellReference, rule: ReadingRule?)? {
    if region.layout == .cards {
      guard let place = region.place(plan, of: region.records[record]),
        let cell = sheet.cell(row: place.row, column: place.column)
      else { return nil }
      return (cell, place, nil)
    }
    let column = region.plans[plan].column
    let number = region.records[record].row
    if let cell = row.cell(column), !isEmpty(cell),
      let place = CellReference(row: number, column: column)
    {
      return (cell, place, nil)
    }
    if let merge = merges[column]?.first(where: { $0.first.row...$0.last.row ~= number }),
      let cell = sheet.cell(row: merge.first.row, column: merge.first.column), !cell.isBlank
    {
      return (cell, merge.first, .filledDown)
    }
    guard let source = fill[plan]?[record], source >= 0, source != record else { return nil }
    let row = region.records[source]
    guard let cell = sheet.rows[row.index].cell(column),
      let place = CellReference(row: row.row, column: column)
    else { return nil }
    return (cell, place, .filledDown)
  }

  /// The cell of a plan in the row of the current record, where nearly all are; nil for those found
  /// elsewhere.
  ///
  /// Mutating, though it changes nothing: a reader is large, and is copied for a call that is not.
  mutating func ownCell(_ plan: Int) -> (cell: SheetContent.Cell, at: CellReference)? {
    guard region.layout != .cards else { return nil }
    let column = region.plans[plan].column
    guard let cell = row.cell(column), !isEmpty(cell),
      let place = CellReference(row: row.number, column: column)
    else { return nil }
    return (cell, place)
  }

  /// The place of the first filled cell among a field's columns.
  func firstPlace(_ field: ColumnField) -> CellReference? {
    for plan in plans[field] ?? [] {
      if let found = cell(plan) { return found.at }
    }
    return nil
  }

  private func isEmpty(_ cell: SheetContent.Cell) -> Bool { cell.isBlank && !cell.isFormula }

  /// Notes where a field came from.
  mutating func note(
    _ field: String, _ place: CellReference?, _ rule: ReadingRule, plan: Int? = nil
  ) {
    if let plan { seen[plan] = true }
    if let place {
      if plan == nil { see(place) }
      // The letters of a table's column and the digits of the record's row are known.
      let address: String
      if let plan, region.plans[plan].column == place.column {
        if rowDigits.row != place.row {
          rowDigits = (place.row, ShortASCII(String(place.row)))
        }
        address = letters[plan].followed(by: rowDigits.text)
      } else {
        address = place.description
      }
      // Nearly all fields are noted once; their names are told apart by a bit mostly.
      let bit = Self.bit(of: field)
      let mayBeKnown = notedFields & bit != 0
      notedFields |= bit
      if mayBeKnown, let known = noted(field) {
        cells[known].value = address
      } else {
        cells.append(.init(key: field, value: address))
      }
    }
    guard isTracing else { return }
    let certainty = plan.map { region.plans[$0].certainty } ?? 0.9
    traces.append(
      FieldTrace(field: field, cell: place, rule: rule, certainty: certainty, plan: plan))
  }

  /// Where a field stands in ``cells``, or nil; a row may have thousands.
  private mutating func noted(_ field: String) -> Int? {
    guard cells.count > 64 else { return cells.firstIndex { $0.key == field } }
    for index in notedPlaces.count..<cells.count { notedPlaces[cells[index].key] = index }
    return notedPlaces[field]
  }

  /// One of 64 bits by a name's length, first and last letter.
  private static func bit(of field: String) -> UInt64 {
    let bytes = field.utf8Span.span
    guard bytes.count > 0 else { return 1 }
    let mix = Int(bytes[0]) &* 7 &+ Int(bytes[bytes.count - 1]) &* 13 &+ bytes.count
    return 1 << UInt64(mix & 63)
  }

  mutating func find(_ finding: ImportFinding, _ place: CellReference?) {
    if let place { see(place) }
    log.add(finding, sheet: sheet.name, cell: place)
  }

  mutating func find(_ findings: [ImportFinding], _ place: CellReference?) {
    for finding in findings { find(finding, place) }
  }

  /// Marks the plan whose cell of the record stands at a place.
  private mutating func see(_ place: CellReference) {
    let record = region.records[record]
    let plan =
      region.layout == .cards
      ? record.places.firstIndex(of: place)
      : place.row == record.row ? region.plans.firstIndex { $0.column == place.column } : nil
    if let plan, seen.indices.contains(plan) { seen[plan] = true }
  }

  /// Whether a plan's cell of the record was read, kept or told.
  func hasSeen(_ plan: Int) -> Bool { seen[plan] }

  /// Marks a plan's cell of the record.
  mutating func see(plan: Int) { seen[plan] = true }

  // MARK: Records

  /// Reads a record; nil if it has no name.
  mutating func readRecord(_ index: Int) -> DraftMeasure? {
    guard read(index) else { return nil }
    defer { clear() }
    return draft
  }

  /// Forgets the draft but for its language, which those who write the record's texts ask for.
  private mutating func clear() {
    let language = draft.rowLanguage
    draft = Self.blank
    draft.rowLanguage = language
  }

  /// Reads a record and moves it to the others, unless it has no name.
  mutating func readRecord(_ index: Int, into drafts: inout DraftMeasures, region: Int) {
    if read(index) { drafts.move(&draft, region: region) }
  }

  /// Reads a record into the draft; false if it has no name.
  private mutating func read(_ index: Int) -> Bool {
    record = index
    row = sheet.rows[region.records[index].index]
    cells.removeAll(keepingCapacity: true)
    custom.removeAll(keepingCapacity: true)
    if !customPlaces.isEmpty { customPlaces = [:] }
    traces.removeAll(keepingCapacity: true)
    notedFields = 0
    if !notedPlaces.isEmpty { notedPlaces = [:] }
    for plan in seen.indices { seen[plan] = false }
    draft.record = index
    draft.rowLanguage = nil
    if region.layout == .fields {
      guard readFields() else {
        draft = Self.blank
        return false
      }
      readCustom()
      readBeyondHeader()
      finish(index)
      return true
    }
    readRowLanguage()
    readName()
    guard !draft.definition.name.isEmpty else {
      clear()
      return false
    }
    readIdentity()
    readCode()
    readGrouping()
    readTexts()
    readFormula()
    readUnit()
    readWords()
    readPeople()
    readQuantities()
    readThresholds()
    readRest()
    readCustom()
    readBeyondHeader()
    keepUnseen()
    finish(index)
    return true
  }

  /// Gives the draft its other columns and its origin.
  private mutating func finish(_ index: Int) {
    draft.definition.custom = OrderedMap(distinctKeys: custom)
    draft.definition.origin = Origin(
      sheet: sheet.name.isEmpty ? nil : sheet.name, row: region.records[index].row,
      cells: OrderedMap(distinctKeys: cells))
  }

  /// The language of a plan's texts.
  func language(of plan: Int) -> LanguageTag {
    region.plans[plan].language ?? draft.rowLanguage ?? language
  }

  /// The text of a plan's cell, and the language it is in; words for no value are none.
  mutating func text(_ plan: Int, keepsMissing: Bool = false) -> (text: String, at: CellReference)?
  {
    if let found = ownText(plan, keepsMissing: keepsMissing) { return found }
    guard let (cell, place, _) = cell(plan) else { return nil }
    let field = FieldNames.name(region.plans[plan].field)
    switch cell.value {
    case .error(let error):
      find(.errorCell(error.word, field: field), place)
      return nil
    case .blank:
      if cell.isFormula { find(.formulaWithoutResult, place) }
      return nil
    default: break
    }
    guard let text = CodeReading.text(cell, in: sheet), !text.isEmpty else { return nil }
    if !keepsMissing, isMissing(text) {
      find(.missingWord(text, field: field), place)
      return nil
    }
    return (text, place)
  }

  /// The text of a plan's cell as nearly all are: in the record's own row, without blanks around
  /// it, and no word for no value.
  ///
  /// Mutating, though it changes nothing: a reader is large, and is copied for a call that is not.
  private mutating func ownText(_ plan: Int, keepsMissing: Bool) -> (
    text: String, at: CellReference
  )? {
    guard region.layout != .cards else { return nil }
    let column = region.plans[plan].column
    guard let text = row.printedText(column), keepsMissing || !isMissing(text),
      let address = CellReference(row: row.number, column: column)
    else { return nil }
    return (text, address)
  }

  /// Whether a text says that there is no value.
  private mutating func isMissing(_ text: String) -> Bool {
    // Longer ones are texts of their own, each met once.
    guard text.utf8.count <= 40 else { return false }
    if let known = missingCache.value(of: text) { return known }
    let isMissing = MissingWords.contains(text)
    missingCache.keep(isMissing, for: text)
    return isMissing
  }

  /// Reads a field of text in one or several languages.
  mutating func localized(_ field: ColumnField, as key: String? = nil) -> LocalizedText? {
    guard let indexes = plans[field] else { return nil }
    var result: LocalizedText?
    for plan in indexes {
      guard let (text, place) = text(plan, keepsMissing: field == .name) else { continue }
      let tag = language(of: plan)
      if tag != language, !draft.languages.contains(tag) { draft.languages.append(tag) }
      let name = key ?? field.name
      if var known = result {
        if known[tag] == nil {
          known[tag] = text
          result = known
          note(indexes.count > 1 ? "\(name).\(tag.text)" : name, place, .text, plan: plan)
        } else {
          keep(plan, text)
        }
      } else {
        result = LocalizedText(text, language: tag)
        if field == .name { draft.nameCell = place }
        note(indexes.count > 1 ? "\(name).\(tag.text)" : name, place, .text, plan: plan)
      }
    }
    return result
  }

  /// Reads a field of plain text.
  mutating func plain(_ field: ColumnField, as key: String? = nil) -> String? {
    guard let plan = plans[field]?.first, let (text, place) = text(plan) else { return nil }
    note(key ?? field.name, place, .text, plan: plan)
    return text
  }

  /// Where the value kept under a heading stands in ``custom``.
  func place(ofCustom heading: String) -> Int? {
    customPlans.count > 64
      ? customPlaces[heading] : custom.firstIndex { $0.key == heading }
  }

  /// Keeps a value under a heading that has none yet.
  mutating func addCustom(_ heading: String, _ value: CustomValue) {
    if customPlans.count > 64 { customPlaces[heading] = custom.count }
    custom.append(.init(key: heading, value: value))
  }

  /// Keeps a text nobody understood under its column's heading.
  mutating func keep(_ plan: Int, _ text: String) {
    see(plan: plan)
    keep(plan, .text(text))
  }
}
