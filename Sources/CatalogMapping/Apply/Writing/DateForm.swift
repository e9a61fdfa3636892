internal import KPICatalog

/// Writes days and periods in the form of another one.
struct DateForm {
  /// The index of the language of month names without a sample.
  let language: Int

  /// A text with the date or period in it replaced, in the same form.
  ///
  /// - Parameters:
  ///   - text: The text, such as `45 by 31.12.2026`.
  ///   - moment: What it is to say.
  ///   - dayFirst: The order of day and month in the column.
  /// - Returns: Texts, the likeliest first; none if no date stands in it.
  func texts(_ text: String, saying moment: Moment, dayFirst: Bool?) -> [String] {
    let words = PeriodWords(text)
    guard let found = PeriodReading.find(in: words, dayFirst: dayFirst), !found.words.isEmpty else {
      return []
    }
    var results: [String] = []
    if let same = rewritten(text, words, found, moment) { results.append(same) }
    let span =
      words.texts[found.words.lowerBound]
      .startIndex..<words.texts[found.words.upperBound - 1].endIndex
    results.append(text.replacing([(span, moment.description)]))
    return results
  }

  private func rewritten(
    _ text: String, _ words: PeriodWords, _ found: PeriodReading.Found, _ moment: Moment
  ) -> String? {
    var changes: [(range: Range<String.Index>, text: String)] = []
    func put(_ index: Int, _ new: String) {
      let word = words.texts[index]
      changes.append((word.startIndex..<word.endIndex, new))
    }
    let items = Array(found.words).map { (index: $0, item: words.items[$0]) }
    switch (found.moment, moment) {
    case (.date(let old), .date(let new)):
      guard let year = yearItem(items) else { return nil }
      put(year.index, digits(new.year, like: words.texts[year.index]))
      let rest = items.filter { $0.index != year.index }
      guard rest.count == 2 else { return nil }
      var order = [new.day, new.month]
      if case .month = rest[0].item {
        order = [new.month, new.day]
      } else if case .month = rest[1].item {
        order = [new.day, new.month]
      } else if year.index == items[0].index {
        order = [new.month, new.day]
      } else if case .number(let first, _) = rest[0].item,
        case .number(let second, _) = rest[1].item,
        first == old.month, second == old.day, first != second || old.day > 12
      {
        order = [new.month, new.day]
      }
      for (place, part) in rest.enumerated() {
        if case .month(let number) = part.item {
          put(part.index, month(new.month, like: words.texts[part.index], of: number))
        } else {
          put(part.index, digits(order[place], like: words.texts[part.index]))
        }
      }
    case (.period(let old), .period(let new)) where old.grain == new.grain:
      for part in items {
        let word = words.texts[part.index]
        switch part.item {
        case .month(let number): put(part.index, month(new.index, like: word, of: number))
        case .part: put(part.index, numbered(word, new.index, old.index))
        case .fiscalYear:
          guard let start = word.firstIndex(where: { $0.isNumber }) else { return nil }
          put(part.index, word[..<start] + digits(new.year, like: word[start...]))
        case .number(_, let count):
          if new.grain == .month, count <= 2, part.index != yearItem(items)?.index {
            put(part.index, digits(new.index, like: word))
          } else if new.grain == .spanningYear, part.index != items[0].index {
            put(part.index, digits(new.year + 1, like: word))
          } else {
            put(part.index, digits(new.year, like: word))
          }
        case .other: return nil
        }
      }
    default: return nil
    }
    return text.replacing(changes)
  }

  private func yearItem(
    _ items: [(index: Int, item: PeriodWords.Item)]
  ) -> (index: Int, item: PeriodWords.Item)? {
    items.first { if case .number(_, digits: 4) = $0.item { true } else { false } } ?? items.last
  }

  /// A number with as many digits as another word has; of a year in two digits the last two.
  private func digits(_ number: Int, like word: Substring) -> String {
    let text = String(number)
    if word.count == 2, text.count == 4 { return String(text.suffix(2)) }
    if word.count > text.count, word.first == "0" || word.count == 2 && text.count == 1 {
      // 31.12.2026 may lead to 1.1.2027 as well as to 01.01.2027; two digits are read everywhere.
      return String(repeating: "0", count: word.count - text.count) + text
    }
    return text
  }

  /// `Q4` as `Q2`, `4. Quartal` as `2. Quartal`.
  private func numbered(_ word: Substring, _ new: Int, _ old: Int) -> String {
    word.map { $0.isNumber ? String(new) : String($0) }.joined()
  }

  /// The name of a month in the language and length of another name.
  private func month(_ new: Int, like word: Substring, of old: Int) -> String {
    let folded = Folding.fold(word)
    for language in [language] + Array(EmbeddedVocabulary.languages.indices) {
      let names = WordList.month.words(for: String(old), language: language)
      guard let place = names.firstIndex(where: { Folding.fold($0) == folded }) else { continue }
      let others = WordList.month.words(for: String(new), language: language)
      guard let first = others.first else { continue }
      let name = others.indices.contains(place) ? others[place] : first
      return word.first?.isLowercase == true ? name.lowercased() : name
    }
    return WordList.month.words(for: String(new), language: language).first ?? String(new)
  }

  /// The forms a date without a sample is written in.
  static func fallback(_ moment: Moment) -> [String] { [moment.description] }
}
