internal import KPICatalog

/// What the words of a unit say.
struct UnitWords: Hashable, Sendable {
  var unit: MeasureUnit

  /// Reads the text of a unit cell; nil if the words are not known.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - language: The index of the sheet's language, whose words win.
  ///   - allowsRemark: Whether more words may follow those of the unit: `Score from 1 to 5`.
  init?(_ text: String, language: Int? = nil, allowsRemark: Bool = true) {
    let trimmed = text.trimmed
    guard
      let unit = Self.unit(trimmed, language)
        ?? (allowsRemark ? Self.partial(trimmed, language) : nil)
    else { return nil }
    self.unit = unit
  }

  /// Reads what stands in the brackets of a heading; only words that can be nothing else.
  init?(heading text: String) {
    guard text.count <= 24, let words = UnitWords(text) else { return nil }
    switch words.unit.kind {
    case .percent, .percentagePoints, .currency, .duration, .rate: break
    case .count where text == "#", .score where text.count > 2, .index: break
    default: return nil
    }
    // A single letter such as M or d could be anything.
    if text.count == 1, text.first?.isLetter == true { return nil }
    self = words
  }

  private static func unit(_ text: String, _ language: Int?) -> MeasureUnit? {
    let folded = Folding.bytes(of: text)
    guard !folded.isEmpty, text.utf8.count <= 60 else { return nil }
    if let symbol = duration(folded, language) { return MeasureUnit(.duration, symbol: symbol) }
    if isScore(text, language) { return MeasureUnit(.score) }
    if let per = perBase(text, language) { return per }
    if let money = CurrencyWords(text) { return money.unit }
    if let kind = WordList.unit.value(folded: folded, preferring: language).flatMap({
      UnitKind(rawValue: $0)
    }) {
      if kind == .rate { return MeasureUnit(.rate, per: base(of: text)) }
      return MeasureUnit(kind)
    }
    return nil
  }

  /// The symbol of a length of time; a single letter is one in its own language only: t are days in
  /// German and tonnes elsewhere.
  private static func duration(_ folded: [UInt8], _ language: Int?) -> String? {
    guard folded.count == 1, let language else {
      return WordList.duration.value(folded: folded, preferring: language)
    }
    var found: String?
    WordList.duration.forEachMatch(FoldedHash(folded: folded[...])) { value, own in
      if own == language { found = value }
    }
    return found
  }

  /// `note /10`, `Punkte von 10`, `score / 100`, `/5`: points with the best there is, no rate.
  private static func isScore(_ text: String, _ language: Int?) -> Bool {
    guard let digit = text.firstIndex(where: { $0.isASCII && $0.isNumber }),
      let best = Int(text[digit...]), best >= 3, best <= 100
    else { return false }
    let lead = String(text[..<digit]).trimmed
    let lowered = lead.lowercased()
    guard
      let mark = [
        "/", "out of", "of", "on", "von", "auf", "aus", "sur", "su", "di", "de", "sobre",
      ].first(where: { lowered.hasSuffix($0) })
    else { return false }
    let word = String(lead.dropLast(mark.count)).trimmed
    // Alone it is a scale if it can be no base of a rate: /5, sur 20.
    guard !word.isEmpty else {
      return best <= 20 && ["/", "out of", "von", "sur", "su", "sobre"].contains(mark)
    }
    guard mark == "/" || lead.dropLast(mark.count).last?.isWhitespace == true else { return false }
    return WordList.unit.value(of: word, preferring: language) == UnitKind.score.rawValue
  }

  /// `per 1,000 customers`, `je Auftrag`, `€ / visit`: a rate, or an amount per something.
  private static func perBase(_ text: String, _ language: Int?) -> MeasureUnit? {
    let mayLead = text.holdsWord(beginning: Self.leads)
    let lowered = mayLead ? text.asciiLowercased : ""
    for word in !mayLead
      ? []
      : ["per ", "je ", "pro ", "par ", "por cada ", "por ", "ogni ", "pour ", "su ", "a cada "]
    {
      guard lowered.holds(word), let range = lowered.range(of: word),
        range.lowerBound == lowered.startIndex || lowered[..<range.lowerBound].last == " "
      else { continue }
      let before = String(lowered[..<range.lowerBound]).trimmed
      let after = String(lowered[range.upperBound...]).trimmed
      // Per cent and por ciento are percents.
      if WordList.unit.value(of: text, preferring: language) == UnitKind.percent.rawValue {
        return nil
      }
      guard !after.isEmpty else { continue }
      if before.isEmpty { return MeasureUnit(.rate, per: base(of: after)) }
      if var money = CurrencyWords(before)?.unit {
        money.per = base(of: after)
        return money
      }
      return MeasureUnit(.rate, per: base(of: after))
    }
    // € / visit, complaints/1000 customers.
    if text.utf8.contains(UInt8(ascii: "/")), let slash = text.firstIndex(of: "/"),
      slash > text.startIndex
    {
      let before = String(text[..<slash]).trimmed
      let after = String(text[text.index(after: slash)...]).trimmed
      if var money = CurrencyWords(before)?.unit, !after.isEmpty {
        money.per = after.lowercased()
        return money
      }
      if after.first?.isNumber == true, before.first?.isLetter == true {
        return MeasureUnit(.rate, per: base(of: after))
      }
    }
    return nil
  }

  private static let leads = WordBeginnings([
    "per ", "je ", "pro ", "par ", "por ", "ogni ", "pour ", "su ", "a cada ",
  ])

  /// The base of a rate without thousands marks: `1000 customers`.
  private static func base(of text: String) -> String? {
    var text = text.trimmed
    for word in ["per ", "je ", "pro ", "par ", "por cada ", "por ", "ogni ", "pour ", "su ", "/"]
    where text.lowercased().hasPrefix(word) {
      text = String(text.dropFirst(word.count)).trimmed
      break
    }
    let folded = Folding.fold(text)
    switch folded {
    case "‰", "per mille", "permille", "promille", "mille", "thousand", "tausend", "mil",
      "tanto por mil":
      return "1000"
    case "capita", "kopf", "capite":
      return "person"
    default:
      var digits = ""
      var rest = Substring(text)
      while let first = rest.first {
        if first.isASCII, first.isNumber {
          digits.append(first)
        } else if !(digits.count > 0 && ".,' \u{A0}\u{202F}’".contains(first)
          && rest.dropFirst().prefix(3).allSatisfy { $0.isASCII && $0.isNumber }
          && rest.dropFirst().count >= 3)
        {
          break
        }
        rest.removeFirst()
      }
      let base = (digits + " " + String(rest).trimmed).trimmed
      return base.isEmpty ? nil : base
    }
  }

  /// A unit with a remark: `% of customers`, `Score (0-10)`, `days (working)`, `Score from 1 to 5`.
  private static func partial(_ text: String, _ language: Int?) -> MeasureUnit? {
    if let open = text.firstIndex(where: { "([,;".contains($0) }), open > text.startIndex {
      return UnitWords(String(text[..<open]).trimmed, language: language)?.unit
    }
    if text.hasPrefix("%") || text.hasSuffix("%") {
      let rest = text.filter { $0 != "%" }.trimmed
      if rest.isEmpty || rest.allSatisfy({ $0.isLetter || $0.isWhitespace || $0 == "'" }) {
        return MeasureUnit(.percent)
      }
      return nil
    }
    // The first word or two decide: Score from 1 to 5, Punkte von 100, Anzahl Beschwerden.
    let words = text.split(separator: " ")
    guard words.count >= 2, words.count <= 6 else { return nil }
    for length in [2, 1] where words.count > length {
      let head = Folding.bytes(of: words[..<length].joined(separator: " "))
      if let symbol = WordList.duration.value(folded: head, preferring: language), head.count > 2 {
        return MeasureUnit(.duration, symbol: symbol)
      }
      if let kind = WordList.unit.value(folded: head, preferring: language).flatMap({
        UnitKind(rawValue: $0)
      }) {
        switch kind {
        case .percent, .score, .count, .index, .percentagePoints, .ratio:
          return MeasureUnit(kind)
        default: break
        }
      }
    }
    return nil
  }
}
