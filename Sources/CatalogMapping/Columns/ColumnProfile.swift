internal import KPICatalog
internal import SpreadsheetML

/// What the cells of a column hold, counted over a sample.
struct ColumnProfile: Sendable {
  /// The most cells looked at.
  static let sampleSize = 48
  /// The most different texts looked up in the lists of words.
  static let lookups = 10

  /// Cells that hold something.
  private(set) var filled = 0
  /// Rows looked at.
  private(set) var rows = 0
  private(set) var texts = 0
  private(set) var numbers = 0
  private(set) var percents = 0
  private(set) var currencies = 0
  private(set) var dates = 0
  private(set) var booleans = 0
  private(set) var formulas = 0
  /// Texts that read as a quantity: `85 %`, `≥ 4`, `1.250,50 €`.
  private(set) var quantityTexts = 0
  /// Texts that read as a date or period.
  private(set) var periodTexts = 0
  /// Texts with more letters than digits: no codes, no telephone numbers.
  private(set) var wordy = 0
  /// Texts of five words and more.
  private(set) var sentences = 0
  /// Texts that end in a question mark.
  private(set) var questions = 0
  /// Texts with an operation between words: `A / B x 100`.
  private(set) var computations = 0
  private(set) var emails = 0
  private(set) var links = 0
  private(set) var ticks = 0
  private(set) var arrows = 0
  /// Texts that set bands: `>=85 green; 70-85 amber`.
  private(set) var bands = 0
  private(set) var textLength = 0
  private(set) var longest = 0
  /// The different texts, at most ``sampleSize`` of them, with how often each stands.
  private(set) var distinct: [String: Int] = [:]
  private(set) var smallest = Double.infinity
  private(set) var largest = -Double.infinity
  private(set) var fractions = 0
  /// Whether the numbers are 1, 2, 3 and so on.
  private(set) var counts = true
  /// Whether the numbers are those of an outline: 1, 1.1, 1.2, 2, 2.1.
  private(set) var outlines = true
  private var lastNumber: Double?

  /// Of the different short texts, the share each list of words knows.
  private(set) var known = FieldTable<Double>()

  /// Counts the cells.
  ///
  /// - Parameters:
  ///   - cells: The cells of the column, blank ones as nil.
  ///   - sheet: Their sheet, for formats.
  init(_ cells: some Sequence<SheetContent.Cell?>, of sheet: SheetContent) {
    for cell in cells {
      rows += 1
      guard let cell, !cell.isBlank else { continue }
      filled += 1
      if cell.isFormula { formulas += 1 }
      add(cell, sheet.format(cell))
      if filled >= Self.sampleSize { break }
    }
    // Columns repeat themselves: what a text is like is seen once.
    for (text, count) in distinct { addShape(of: text, count) }
    lookUp()
  }

  private mutating func add(_ cell: SheetContent.Cell, _ format: NumberFormat) {
    switch cell.value {
    case .number(let number):
      if format.kind.isDateOrTime, format.kind != .elapsed {
        dates += 1
      } else {
        numbers += 1
        if format.isPercent { percents += 1 }
        if format.kind == .currency { currencies += 1 }
        smallest = min(smallest, number)
        largest = max(largest, number)
        if number != number.rounded() { fractions += 1 }
        counts = counts && (lastNumber.map { $0 + 1 == number } ?? (number == 0 || number == 1))
        outlines = outlines && isNextInOutline(number)
        lastNumber = number
      }
    case .text(let text): add(text.trimmed)
    case .boolean: booleans += 1
    case .isoDate: dates += 1
    case .error, .blank: break
    }
  }

  /// Whether a number follows the last in an outline: no whole part is left out or comes again.
  private func isNextInOutline(_ number: Double) -> Bool {
    let whole = number.rounded(.down)
    // Two places at most stand behind the point.
    let places = number * 100
    guard number > 0, number < 100, abs(places - places.rounded()) < 1e-6 else { return false }
    guard let last = lastNumber?.rounded(.down) else { return whole == 1 }
    return whole == last || whole == last + 1
  }

  private mutating func add(_ text: String) {
    texts += 1
    let length = text.utf8.count
    textLength += length
    longest = max(longest, length)
    distinct[text, default: 0] += 1
  }

  /// Counts what a text is like that stands in some cells.
  private mutating func addShape(of text: String, _ count: Int) {
    if text.utf8.count > 400 {
      sentences += count
      wordy += count
      return
    }
    var shape = TextShape(text)
    if shape.words >= 5 { sentences += count }
    if shape.isWordy { wordy += count }
    if shape.endsWithQuestion { questions += count }
    if shape.hasComputation { computations += count }
    if shape.isEmail { emails += count }
    if shape.isLink { links += count }
    if shape.isTick { ticks += count }
    if shape.isArrow { arrows += count }
    if shape.hasBands { bands += count }
    if shape.isQuantity { quantityTexts += count }
    if shape.isPeriod { periodTexts += count }
  }

  private mutating func lookUp() {
    var hits = FieldTable<Int>()
    var tried = 0
    // The most frequent texts first; in a fixed order, so that the result is the same in each run.
    let shortTexts = distinct.filter { $0.key.utf8.count <= 48 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (text, _) in shortTexts.prefix(Self.lookups) {
      tried += 1
      var isUnit = false
      for list in WordList.lists(knowing: FoldedHash(text)) {
        guard let field = Self.field(of: list) else { continue }
        isUnit = isUnit || field == .unit
        hits[field] = (hits[field] ?? 0) + 1
      }
      if !isUnit, hits[.unit] == nil || tried > 1,
        let words = UnitWords(text, allowsRemark: false), !Self.mayBeName(text, words)
      {
        hits[.unit] = (hits[.unit] ?? 0) + 1
      }
    }
    guard tried > 0 else { return }
    for field in ColumnField.allCases {
      guard let count = hits[field] else { continue }
      let share = Double(count) / Double(tried)
      // Long texts are no words of a list.
      known[field] = share * Double(shortTexts.count) / Double(max(1, distinct.count))
    }
  }

  /// Whether a rate could as well be a name: `Students per teacher`, but not `per 1,000 visits`.
  private static func mayBeName(_ text: String, _ words: UnitWords) -> Bool {
    words.unit.kind == .rate && !text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 })
      && text.split(separator: " ").count >= 3
  }

  /// The field whose values a list of words holds.
  private static func field(of list: WordList) -> ColumnField? {
    switch list {
    case .frequency: .frequency
    case .direction: .direction
    case .unit: .unit
    case .leadLag: .leadLag
    case .kind: .kind
    case .perspective: .perspective
    case .method: .method
    case .lifecycle: .lifecycle
    case .status: .status
    case .language: .language
    case .aggregation: .aggregation
    case .audience: .audience
    default: nil
    }
  }

  /// Whether a text says more than that there is no value.
  var holdsWords: Bool { distinct.keys.contains { !MissingWords.contains($0) } }

  /// The share of a count among filled cells.
  func share(_ count: Int) -> Double { filled == 0 ? 0 : Double(count) / Double(filled) }

  /// The share of cells that hold a number or a text that reads as one.
  var quantityShare: Double { share(numbers + quantityTexts) }
  /// The share of different texts among texts.
  var distinctShare: Double { texts == 0 ? 0 : Double(distinct.count) / Double(texts) }
  /// The mean length of texts in bytes.
  var meanLength: Double { texts == 0 ? 0 : Double(textLength) / Double(texts) }
}
