internal import KPICatalog

/// Finds years, quarters, months and days in texts: `Target 2026`, `Q4 2026`, `FY26`, `Dec. 2025`,
/// `31.12.2026`.
enum PeriodReading {
  /// A moment with where it stands in a text.
  struct Found {
    var moment: Moment
    /// The words it was read from, by their index in the list of words.
    var words: Range<Int>
    /// Whether day and month could be the other way round.
    var isAmbiguous = false
  }

  /// Reads a text that is a moment as a whole.
  static func moment(in text: String, dayFirst: Bool? = nil) -> Found? {
    let words = PeriodWords(text)
    guard let found = find(in: words, dayFirst: dayFirst), found.words == 0..<words.count else {
      return nil
    }
    return found
  }

  /// Finds the first moment in a text.
  static func find(in words: PeriodWords, dayFirst: Bool? = nil) -> Found? {
    for start in 0..<words.count {
      // The longest reading wins: 31 12 2026 before 2026.
      for length in stride(from: min(3, words.count - start), through: 1, by: -1) {
        let range = start..<(start + length)
        if let found = read(words, range, dayFirst: dayFirst) { return found }
      }
    }
    return nil
  }

  private static func read(_ words: PeriodWords, _ range: Range<Int>, dayFirst: Bool?) -> Found? {
    let items = words.items[range]
    switch items.count {
    case 1: return one(items[range.lowerBound], range)
    case 2: return two(items[range.lowerBound], items[range.lowerBound + 1], range, words)
    default:
      // 1:30:00 is a time.
      guard !words.joins(range, with: ":") else { return nil }
      return three(
        items[range.lowerBound], items[range.lowerBound + 1], items[range.lowerBound + 2], range,
        dayFirst: dayFirst)
    }
  }

  private static func period(
    _ grain: Period.Grain, _ year: Int, _ index: Int, _ range: Range<Int>
  ) -> Found? {
    Period(grain, year: year, index: index).map { Found(moment: .period($0), words: range) }
  }

  private static func one(_ word: PeriodWords.Item, _ range: Range<Int>) -> Found? {
    switch word {
    case .number(let year, digits: 4) where isYear(year): return period(.year, year, 1, range)
    // A fiscal year is named by the year it ends in; what counts for a target is that year.
    case .fiscalYear(let year): return period(.year, year, 1, range)
    default: return nil
    }
  }

  private static func two(
    _ first: PeriodWords.Item, _ second: PeriodWords.Item, _ range: Range<Int>,
    _ words: PeriodWords
  ) -> Found? {
    switch (first, second) {
    case (.part(let grain, let index), .number(let year, digits: 4)) where isYear(year):
      return period(grain, year, index, range)
    case (.number(let year, digits: 4), .part(let grain, let index)) where isYear(year):
      return period(grain, year, index, range)
    case (.part(let grain, let index), .number(let year, digits: 2)):
      return period(grain, 2000 + year, index, range)
    case (.month(let month), .number(let year, digits: 4)) where isYear(year):
      return period(.month, year, month, range)
    case (.number(let year, digits: 4), .month(let month)) where isYear(year):
      return period(.month, year, month, range)
    case (.month(let month), .number(let year, digits: 2)):
      return period(.month, 2000 + year, month, range)
    case (.part(let grain, let index), .fiscalYear(let year)):
      return period(grain, year, index, range)
    case (.number(let year, digits: 4), .number(let other, digits: 2))
    where isYear(year) && (1...12).contains(other) && words.joins(range, with: "-"):
      return period(.month, year, other, range)
    case (.number(let year, digits: 4), .number(let other, _))
    where isYear(year) && (other == year + 1 || other == (year + 1) % 100)
      && (words.joins(range, with: "/") || words.joins(range, with: "-")):
      return period(.spanningYear, year, 1, range)
    case (.fiscalYear(let year), .number(let other, digits: 2))
    where other == (year + 1) % 100
      && (words.joins(range, with: "/") || words.joins(range, with: "-")):
      return period(.spanningYear, year, 1, range)
    case (.number(let month, _), .number(let year, digits: 4))
    where isYear(year) && (1...12).contains(month)
      && (words.joins(range, with: "/") || words.joins(range, with: ".")
        || words.joins(range, with: "-")):
      return period(.month, year, month, range)
    default:
      return nil
    }
  }

  private static func three(
    _ first: PeriodWords.Item, _ second: PeriodWords.Item, _ third: PeriodWords.Item,
    _ range: Range<Int>, dayFirst: Bool?
  ) -> Found? {
    func date(_ year: Int, _ month: Int, _ day: Int, ambiguous: Bool = false) -> Found? {
      CivilDate(year: year, month: month, day: day).map {
        Found(moment: .date($0), words: range, isAmbiguous: ambiguous)
      }
    }
    switch (first, second, third) {
    case (.number(let year, digits: 4), .number(let month, _), .number(let day, _))
    where isYear(year):
      return date(year, month, day)
    case (.number(let a, let digits), .number(let b, _), .number(let year, let places))
    where digits <= 2 && (places == 4 && isYear(year) || places == 2):
      let year = places == 2 ? 2000 + year : year
      if a > 12 { return date(year, b, a) }
      if b > 12 { return date(year, a, b) }
      let isAmbiguous = dayFirst == nil && a != b
      return dayFirst == false ? date(year, a, b) : date(year, b, a, ambiguous: isAmbiguous)
    case (.number(let day, _), .month(let month), .number(let year, let places))
    where places == 4 && isYear(year) || places == 2:
      return date(places == 2 ? 2000 + year : year, month, day)
    case (.month(let month), .number(let day, _), .number(let year, digits: 4)) where isYear(year):
      return date(year, month, day)
    default:
      return nil
    }
  }

  private static func isYear(_ number: Int) -> Bool { (1990...2099).contains(number) }
}

/// The words of a text as dates see them: numbers, months, quarters.
struct PeriodWords {
  enum Item: Hashable {
    case number(Int, digits: Int)
    case month(Int)
    /// A quarter, half or third by its number.
    case part(Period.Grain, Int)
    case fiscalYear(Int)
    case other
  }

  private(set) var items: [Item] = []
  /// The words as written.
  private(set) var texts: [Substring] = []
  private let whole: String

  var count: Int { items.count }

  init(_ text: String) {
    whole = text
    var start: String.Index?
    var index = text.startIndex
    func kind(_ character: Character) -> Int {
      if character.isASCII, character.isNumber { return 1 }
      return character.isLetter ? 2 : 0
    }
    var current = 0
    func close(at end: String.Index, _ items: inout [Item], _ texts: inout [Substring]) {
      guard let from = start else { return }
      items.append(Self.item(text[from..<end]))
      texts.append(text[from..<end])
      start = nil
    }
    while index < text.endIndex {
      let kind = kind(text[index])
      // Q4 and FY26 are one word, 31Dec two.
      let joins =
        current == 2 && kind == 1 && start.map { text[$0..<index].count <= 2 } ?? false
        || current == 1 && kind == 2 && start.map { text[$0..<index].count == 1 } ?? false
        || current == 3 && kind == 1
        // 1er and 2nd are one word too.
        || current == 3 && kind == 2 && start.map { text[$0].isNumber } ?? false
      if kind == 0 || (kind != current && !joins) {
        close(at: index, &items, &texts)
        if kind != 0 {
          start = index
          current = kind
        } else {
          current = 0
        }
      } else if joins {
        current = 3
      }
      index = text.index(after: index)
    }
    close(at: text.endIndex, &items, &texts)
    readOrdinals()
    dropConnectives()
    joinNumberedParts()
  }

  /// Takes out small words between the parts of a date: `31 de diciembre de 2026`.
  private mutating func dropConnectives() {
    guard items.count >= 3 else { return }
    for index in stride(from: items.count - 2, through: 1, by: -1) where items[index] == .other {
      guard items[index - 1] != .other, items[index + 1] != .other,
        ["de", "del", "di", "of", "d", "von", "du"].contains(texts[index].lowercased())
      else { continue }
      items.remove(at: index)
      texts.remove(at: index)
    }
  }

  /// Reads `31st`, `4.º`, `IV trimestre`, `1. Halbjahr` and `fourth quarter`.
  private mutating func readOrdinals() {
    for index in items.indices where items[index] == .other {
      let text = texts[index].lowercased()
      if let digit = text.first?.wholeNumberValue, Self.endings.contains(String(text.dropFirst())) {
        items[index] = .number(digit, digits: 1)
      }
    }
    for index in items.indices.reversed() where index > 0 && items[index] == .other {
      // The ending of a number of two digits, or a raised letter behind a point.
      guard case .number(_, let digits) = items[index - 1], digits <= 2,
        Self.endings.contains(texts[index].lowercased()),
        whole[texts[index - 1].endIndex..<texts[index].startIndex].allSatisfy({ $0 == "." })
      else { continue }
      texts[index - 1] = whole[texts[index - 1].startIndex..<texts[index].endIndex]
      items.remove(at: index)
      texts.remove(at: index)
    }
    for index in items.indices.reversed() where index + 1 < items.count {
      let grain: Period.Grain
      switch texts[index + 1].lowercased() {
      case "quarter", "quartal", "trimestre", "trim": grain = .quarter
      case "half", "halbjahr", "semestre", "hj": grain = .half
      default: continue
      }
      let number: Int
      switch items[index] {
      case .number(let value, digits: 1): number = value
      case .other:
        guard
          let value = Self.numerals[String(texts[index])]
            ?? Self.numerals[texts[index].lowercased()]
        else { continue }
        number = value
      default: continue
      }
      guard let part = Self.part(grain, number) else { continue }
      items[index] = part
      texts[index] = whole[texts[index].startIndex..<texts[index + 1].endIndex]
      items.remove(at: index + 1)
      texts.remove(at: index + 1)
    }
  }

  /// What makes a number an ordinal.
  private static let endings: Set<String> = [
    "st", "nd", "rd", "th", "er", "ère", "ere", "re", "e", "ème", "eme", "º", "ª", "o", "a", "ter",
    "tes", "te",
  ]
  private static let numerals: [String: Int] = [
    "I": 1, "II": 2, "III": 3, "IV": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "premier": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "primo": 1, "secondo": 2,
    "terzo": 3, "quarto": 4, "erstes": 1, "zweites": 2, "drittes": 3, "viertes": 4, "primer": 1,
    "segundo": 2, "tercer": 3, "cuarto": 4,
  ]

  /// Joins `quarter 4`, `Q 4`, `FY 26` and the like.
  private mutating func joinNumberedParts() {
    var index = 0
    while index + 1 < items.count {
      if case .number(let number, let digits) = items[index + 1],
        let joined = Self.joined(texts[index], number, digits)
      {
        // FY 2025-26 spans two years.
        let spans = digits == 4 && isFollowed(index + 1, by: (number + 1) % 100)
        items[index] = spans ? items[index + 1] : joined
        texts[index] = whole[texts[index].startIndex..<texts[index + 1].endIndex]
        items.remove(at: index + 1)
        texts.remove(at: index + 1)
      }
      index += 1
    }
  }

  /// Whether the last two digits of a year follow a year, with a stroke or a hyphen between them.
  private func isFollowed(_ index: Int, by other: Int) -> Bool {
    guard index + 1 < items.count else { return false }
    switch items[index + 1] {
    case .number(let number, digits: 2): guard number == other else { return false }
    case .number(let number, digits: 4): guard number % 100 == other else { return false }
    default: return false
    }
    let range = index..<(index + 2)
    return joins(range, with: "/") || joins(range, with: "-")
  }

  private static func joined(_ word: Substring, _ number: Int, _ digits: Int) -> Item? {
    let word = word.lowercased()
    if digits == 1 {
      switch word {
      case "q", "quarter", "quartal", "trimestre", "t", "trim": return part(.quarter, number)
      case "h", "half", "semestre", "s", "halbjahr", "hj": return part(.half, number)
      default: return nil
      }
    }
    if digits == 4, yearWords.contains(word) { return .fiscalYear(number) }
    guard ["fy", "gj", "ej", "ef", "af", "fye", "wj"].contains(word) else { return nil }
    return digits == 2 ? .fiscalYear(2000 + number) : digits == 4 ? .fiscalYear(number) : nil
  }

  /// Words before a year that say nothing but that it is one.
  private static let yearWords: Set<String> = [
    "exercice", "esercizio", "ejercicio", "geschäftsjahr", "wirtschaftsjahr", "haushaltsjahr",
    "année", "annee", "anno", "año", "ano", "jahr", "year", "an", "curso", "campagne", "campaña",
    "annata",
  ]

  private static func part(_ grain: Period.Grain, _ number: Int) -> Item? {
    let most = grain == .quarter ? 4 : grain == .half ? 2 : 3
    return (1...most).contains(number) ? .part(grain, number) : nil
  }

  private static func item(_ word: Substring) -> Item {
    let text = word.lowercased()
    if let number = Int(text) {
      return text.count <= 4 ? .number(number, digits: text.count) : .other
    }
    if text.count == 2, let number = text.last?.wholeNumberValue, let letter = text.first {
      switch letter {
      case "q": return part(.quarter, number) ?? .other
      case "h", "s": return part(.half, number) ?? .other
      // Trimestre in French, Italian and Spanish; a Tertial has three.
      case "t": return part(.quarter, number) ?? .other
      default: break
      }
    }
    if text.count == 2, let number = text.first?.wholeNumberValue, let letter = text.last {
      switch letter {
      case "q", "t": return part(.quarter, number) ?? .other
      case "h", "s": return part(.half, number) ?? .other
      default: break
      }
    }
    // Two digits or four, as years have: any more is no year.
    let digits = text.dropFirst(2)
    if text.hasPrefix("fy"), digits.utf8.count == 2 || digits.utf8.count == 4,
      digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(digits)
    {
      return .fiscalYear(number < 100 ? 2000 + number : number)
    }
    if text.first?.isLetter == true, text.count >= 3,
      let month = WordList.month.value(of: text).flatMap({ Int($0) })
    {
      return .month(month)
    }
    return .other
  }

  /// Whether only this sign stands between the first two words of a range.
  func joins(_ range: Range<Int>, with sign: Character) -> Bool {
    guard range.count >= 2 else { return false }
    let between = whole[texts[range.lowerBound].endIndex..<texts[range.lowerBound + 1].startIndex]
    return between.filter { !$0.isWhitespace } == String(sign)
  }

  /// The text without the words of a range and the blanks left behind.
  func removing(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return whole }
    let before = whole[..<texts[range.lowerBound].startIndex]
    let after = whole[texts[range.upperBound - 1].endIndex...]
    return (String(before).trimmed + " " + String(after).trimmed).trimmed
  }
}
