internal import KPICatalog

/// One field a heading may mean, with how surely and why.
struct HeaderMatch: Sendable {
  /// How a heading was recognised.
  enum Way: Sendable, Hashable {
    /// It is one of the known headings.
    case exact
    /// Each half of a heading in two languages is one.
    case bilingual
    /// A known heading stands within it.
    case partial(String)
    /// It is a known heading but for a letter or two.
    case misspelled(String)
    /// It is a known heading cut short.
    case abbreviated(String)
    /// It is a question that asks for it.
    case question
    /// The heading above it is known.
    case parent(String)
    /// The values say it.
    case values
    /// A mapping file says it.
    case mapping
  }

  var field: ColumnField
  /// 0 to 1; below 0.7 it is no match.
  var score: Double
  var strength: HeaderVocabulary.Strength
  /// The indexes of the languages in which it means that.
  var languages: LanguageSet
  var way: Way
}

/// Finds what headings mean.
struct HeaderMatcher {
  private let vocabulary = HeaderVocabulary.shared

  /// The matches of a heading that is known as it stands: cheap, for finding headers.
  func exactMatches(_ header: HeaderText) -> [HeaderMatch] {
    var matches: [HeaderMatch] = []
    for text in spellings(of: header) {
      add(exact(text), to: &matches)
      if !matches.isEmpty { break }
    }
    matches = matches.map { specified($0, by: header.brackets) }
    if matches.isEmpty { add(bilingual(header), to: &matches) }
    if matches.isEmpty { add(ofMeasure(header), to: &matches) }
    return matches
  }

  /// A match of a word such as Value, Result or Wert, with what brackets behind it say it is: `Value
  /// (planned)`, `Wert (Ist)`, `Valeur (initiale)`.
  private func specified(_ match: HeaderMatch, by brackets: [String]) -> HeaderMatch {
    guard match.field == .current, match.strength == .possible, !brackets.isEmpty else {
      return match
    }
    for bracket in brackets {
      let found = exact(HeaderText(bracket).base).first {
        [.target, .baseline, .current].contains($0.field)
      }
      guard let found else { continue }
      var match = match
      match.field = found.field
      match.score = max(match.score, 0.9)
      return match
    }
    return match
  }

  /// All matches of a heading from 0.7 up, also those of parts of it and of misspelled words.
  func matches(_ header: HeaderText) -> [HeaderMatch] {
    var matches = exactMatches(header)
    if !matches.contains(where: { $0.strength == .certain }) {
      add(
        inexact(header, isKnown: matches.contains { $0.strength == .possible && $0.way == .exact }),
        to: &matches)
    }
    return matches.filter { $0.score >= 0.6 }.sorted { $0.score > $1.score }
  }

  /// The texts to look up, the most exact first.
  private func spellings(of header: HeaderText) -> [String] {
    var texts = [header.raw]
    for text in [header.baseWithLanguage, header.base] where !texts.contains(text) && !text.isEmpty
    {
      texts.append(text)
    }
    return texts
  }

  private func exact(_ text: String) -> [HeaderMatch] {
    vocabulary.meanings(of: text).map {
      HeaderMatch(
        field: $0.field, score: Self.score($0.strength), strength: $0.strength,
        languages: [$0.language], way: .exact)
    }
  }

  private static func score(_ strength: HeaderVocabulary.Strength) -> Double {
    switch strength {
    case .certain: 1
    case .possible: 0.86
    case .inFamily: 0.5
    }
  }

  /// Matches of a known heading beside a word for a measure, which takes nothing away from it:
  /// `Measure title`, `Titolo del KPI`, `Kennzahltitel`, `Unit of the indicator`.
  private func ofMeasure(_ header: HeaderText) -> [HeaderMatch] {
    let folded = Folding.joinWords(Folding.bytes(of: header.base))
    guard folded.count <= 60, let rest = MeasureWords.without(folded) else { return [] }
    return vocabulary.meanings(of: rest).compactMap { meaning in
      guard meaning.strength != .inFamily else { return nil }
      // The title of a measure is its name, whatever else a title may be.
      let isCertain = meaning.strength == .certain || meaning.field == .name
      return HeaderMatch(
        field: meaning.field, score: isCertain ? 0.8 : 0.72,
        strength: isCertain ? .certain : .possible, languages: [meaning.language],
        way: .partial(String(decoding: rest, as: UTF8.self)))
    }
  }

  /// Matches of a heading in two languages: `Name / Nom`, `Owner | Responsable`, `Nom (Name)`.
  private func bilingual(_ header: HeaderText) -> [HeaderMatch] {
    var halves = halves(of: header.base)
    if halves.count < 2, let bracket = header.brackets.first, header.language == nil {
      halves = [header.base, bracket]
    }
    guard halves.count >= 2, halves.count <= 5 else { return [] }
    var found: [HeaderMatch] = []
    var counts = FieldTable<Int>()
    for half in halves {
      let matches = exact(HeaderText(half).base)
      for match in matches { counts[match.field] = (counts[match.field] ?? 0) + 1 }
      add(matches, to: &found)
    }
    // What all halves mean is certain; what one means may be a remark.
    return found.compactMap { match in
      var match = match
      let share = Double(min(halves.count, counts[match.field] ?? 0)) / Double(halves.count)
      guard share > 0.4 else { return nil }
      match.way = .bilingual
      match.score *= share == 1 ? 1 : 0.84
      return match
    }
  }

  private func halves(of text: String) -> [String] {
    guard text.utf8.contains(where: Self.mayPartHalves) else { return [text] }
    for mark in [" / ", "/", " | ", "|", "\n", " – ", " - ", " · ", " : "] where text.holds(mark) {
      let parts = text.parts(partedBy: mark).map(\.trimmed).filter { !$0.isEmpty }
      if parts.count >= 2 { return parts }
    }
    return [text]
  }

  private static func mayPartHalves(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), 0x0A, 0xC2,
      0xE2:
      true
    default: false
    }
  }

  // MARK: Parts of headings, misspelled and shortened ones

  private func inexact(_ header: HeaderText, isKnown: Bool) -> [HeaderMatch] {
    let text = header.base.isEmpty ? header.raw : header.base
    let heading = Folding.joinWords(Folding.bytes(of: text))
    guard heading.count >= 2, heading.count <= 120 else { return [] }
    var found: [HeaderMatch] = []
    addParts(of: heading, to: &found)
    // What is known as it stands is not misspelled.
    if !isKnown { addMisspelled(heading, to: &found) }
    if let (field, language) = QuestionHeading.field(heading) {
      add(
        [
          HeaderMatch(
            field: field, score: 0.8, strength: .certain, languages: [language], way: .question)
        ], to: &found)
    }
    let dotted = Self.shortenedWords(in: text)
    if !dotted.isEmpty { addShortened(heading, dotted, to: &found) }
    return found
  }

  /// Adds what runs of the heading's words mean, 0.62 to 0.83 by how much of it they make up.
  private func addParts(of heading: [UInt8], to found: inout [HeaderMatch]) {
    let words = heading.split(separator: UInt8(ascii: " "))
    guard words.count >= 2, words.count <= 12 else { return }
    let content = words.filter { !FunctionWords.contains($0) }
    let total = content.reduce(0) { $0 + $1.count }
    guard total > 0 else { return }
    for list in words.count == content.count ? [words] : [words, content] {
      for start in list.indices {
        for end in start..<min(list.count, start + 5)
        where end - start + 1 < list.count || list.count < words.count {
          let run = list[start...end]
          let length = run.reduce(0) { $0 + (FunctionWords.contains($1) ? 0 : $1.count) }
          guard
            length > 1
              || run.contains(where: { $0.elementsEqual("#".utf8) || $0.elementsEqual("nr".utf8) })
          else { continue }
          let coverage = Double(length) / Double(total)
          for spelling in Self.withoutPlural(Array(run.joined(separator: [UInt8(ascii: " ")]))) {
            addPart(
              spelling, coverage: coverage, isFirst: start == 0, isLast: end == list.count - 1,
              to: &found)
          }
        }
      }
    }
  }

  private func addPart(
    _ part: [UInt8], coverage: Double, isFirst: Bool, isLast: Bool, to found: inout [HeaderMatch]
  ) {
    for meaning in vocabulary.meanings(of: part) where meaning.strength != .inFamily {
      // English and German put the main word last, the others first.
      let tag = EmbeddedVocabulary.languages[meaning.language].text
      let isHead = tag == "en" || tag == "de" ? isLast : isFirst
      var score = 0.6 + 0.18 * coverage + (isHead ? 0.05 : 0)
      if meaning.strength == .possible { score -= 0.08 }
      guard score >= 0.6 else { continue }
      add(
        [
          HeaderMatch(
            field: meaning.field, score: score, strength: meaning.strength,
            languages: [meaning.language],
            way: .partial(String(decoding: part, as: UTF8.self)))
        ], to: &found)
    }
  }

  /// A run of words, and the same without an ending of the plural.
  private static func withoutPlural(_ run: [UInt8]) -> [[UInt8]] {
    guard run.count >= 5 else { return [run] }
    var spellings = [run]
    for ending in ["s", "n", "e", "x", "es", "en"]
    where run.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      spellings.append(Array(run.dropLast(ending.utf8.count)))
    }
    return spellings
  }

  /// Adds headings with one letter wrong in five or more, or two in ten or more: 0.72 to 0.77.
  private func addMisspelled(_ heading: [UInt8], to found: inout [HeaderMatch]) {
    let squashed = heading.filter { $0 != UInt8(ascii: " ") }
    guard squashed.count >= 4, squashed.count <= 60 else { return }
    let most = squashed.count >= 12 ? 2 : 1
    let letters = LetterSet(squashed[...])
    let table = vocabulary.table
    for place in 0..<table.count {
      let entry = table.entry(place)
      guard letters.differs(from: entry.letters, by: most) else { continue }
      let meaning = vocabulary.meaning(of: entry)
      guard meaning.strength != .inFamily else { continue }
      let synonym = table.text(of: entry).filter { $0 != UInt8(ascii: " ") }
      guard synonym.count >= 5, let distance = EditDistance.within(most, squashed, synonym),
        squashed.count >= 5 || synonym.starts(with: squashed)
      else { continue }
      var score = distance == 0 ? 0.9 : distance == 1 ? 0.77 : 0.72
      if meaning.strength == .possible { score -= 0.06 }
      add(
        [
          HeaderMatch(
            field: meaning.field, score: score, strength: meaning.strength,
            languages: [meaning.language],
            way: .misspelled(String(decoding: table.text(of: entry), as: UTF8.self)))
        ], to: &found)
    }
  }

  /// The words of a heading that end in a point, folded.
  private static func shortenedWords(in text: String) -> [[UInt8]] {
    text.split { $0.isWhitespace || $0 == "-" || $0 == "/" }.filter {
      $0.last == "." && $0.count >= 4
    }
    .map { Folding.bytes(of: String($0)) }
  }

  /// Adds headings whose words the given ones begin, the pointed ones being cut short: 0.76.
  private func addShortened(
    _ heading: [UInt8], _ dotted: [[UInt8]], to found: inout [HeaderMatch]
  ) {
    let blank = UInt8(ascii: " ")
    let words = heading.split(separator: blank)
    for place in 0..<vocabulary.table.count {
      let entry = vocabulary.table.entry(place)
      guard Int(entry.length) > heading.count - words.count else { continue }
      let synonym = vocabulary.table.text(of: entry)
      guard synonym.count > heading.count - words.count, synonym.first == heading.first else {
        continue
      }
      let meaning = vocabulary.meaning(of: entry)
      let parts = synonym.split(separator: blank)
      guard meaning.strength != .inFamily, parts.count == words.count,
        zip(words, parts).allSatisfy({ word, part in
          word.elementsEqual(part)
            || part.count > word.count && word.count >= 3 && part.starts(with: word)
              && dotted.contains { $0.elementsEqual(word) }
        })
      else { continue }
      add(
        [
          HeaderMatch(
            field: meaning.field, score: meaning.strength == .certain ? 0.76 : 0.7,
            strength: meaning.strength, languages: [meaning.language],
            way: .abbreviated(String(decoding: synonym, as: UTF8.self)))
        ], to: &found)
    }
  }

  /// Joins matches: of one field the best stays, with the languages of all.
  private func add(_ new: [HeaderMatch], to matches: inout [HeaderMatch]) {
    for match in new {
      guard let index = matches.firstIndex(where: { $0.field == match.field }) else {
        matches.append(match)
        continue
      }
      if match.score > matches[index].score + 0.001 {
        matches[index] = match
      } else if abs(match.score - matches[index].score) <= 0.001 {
        matches[index].languages.formUnion(match.languages)
      }
    }
  }
}

/// Words for a measure within longer headings.
enum MeasureWords {
  private static let words: Set<[UInt8]> = Set(
    ("kpi kpis measure measures metric metrics indicator indicators indicateur indicateurs mesure "
      + "metrique indicatore indicatori misura metrica kennzahl kennzahlen indikator indikatoren "
      + "messgrosse kenngrosse kennziffer indicador indicadores medida")
      .split(separator: " ").map { Array($0.utf8) })
  /// Words that begin a German compound, the longer ones first.
  private static let stems = [
    "kennzahlen", "kennzahl", "indikatoren", "indikator", "messgrossen", "kenngrossen",
    "kennziffern",
  ].map { Array($0.utf8) }

  /// A folded heading without the word for a measure and what ties it to the rest; nil if there is
  /// none, or nothing else.
  static func without(_ heading: [UInt8]) -> [UInt8]? {
    let all = heading.split(separator: UInt8(ascii: " "))
    guard (1...6).contains(all.count) else { return nil }
    var rest = all.filter { !words.contains(Array($0)) && !FunctionWords.contains($0) }
    let hasWord = all.contains { words.contains(Array($0)) }
    if !hasWord {
      // Kennzahltitel, Kennzahlenname, Indikatorbezeichnung.
      guard all.count == 1, let word = all.first,
        let stem = stems.first(where: { word.starts(with: $0) && word.count > $0.count + 2 })
      else { return nil }
      rest = [word.dropFirst(stem.count)]
    }
    guard !rest.isEmpty else { return nil }
    return Array(rest.joined(separator: [UInt8(ascii: " ")]))
  }
}

/// Words that carry no meaning in a heading.
enum FunctionWords {
  private static let words: Set<[UInt8]> = Set(
    ("of the a an and & for to in by on is are we it our this that what which how with as at from "
      + "de la le les des du d l un une et pour par en sur est il di il lo gli dei del della delle "
      + "dell per con e ed al der die das des dem den und von im in fur zu zum zur auf mit ein eine "
      + "el los las y para por con su sus se lo al kpi")
      .split(separator: " ").map { Array($0.utf8) })

  static func contains(_ word: ArraySlice<UInt8>) -> Bool { words.contains(Array(word)) }
}
