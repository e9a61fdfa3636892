internal import KPICatalog

/// The parts of a text that may be a quantity: numbers, words and signs, taken from the left.
struct QuantityTokens {
  enum Token: Hashable {
    /// Digits with marks inside.
    case number(String)
    case word(String)
    case sign(Character)
  }

  private var tokens: [Token] = []
  /// Whether a blank stands before each token.
  private var isSpaced: [Bool] = []
  private var index = 0

  init(_ text: String) {
    var current = ""
    var isNumber = false
    var spaced = false
    var pendingSpace = false
    let characters = Array(text)
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    func close(_ tokens: inout [Token], _ isSpaced: inout [Bool]) {
      guard !current.isEmpty else { return }
      tokens.append(isNumber ? .number(current) : .word(current))
      isSpaced.append(spaced)
      current = ""
    }
    for (place, character) in characters.enumerated() {
      let next = place + 1 < characters.count ? characters[place + 1] : " "
      let startsToken = current.isEmpty
      if isDigit(character) {
        if !startsToken, !isNumber { close(&tokens, &isSpaced) }
        if current.isEmpty {
          isNumber = true
          spaced = pendingSpace
          pendingSpace = false
        }
        current.append(character)
      } else if !startsToken, isNumber, isDigit(next),
        ".,'’\u{A0}\u{202F}\u{2009}".contains(character)
          || character == " " && Self.groups(characters, place)
      {
        current.append(character)
      } else if startsToken, isDigit(next), character == "." || character == "," {
        isNumber = true
        spaced = pendingSpace
        pendingSpace = false
        current.append(character)
      } else if character.isLetter || character == "'" || character == "’" {
        if !startsToken, isNumber { close(&tokens, &isSpaced) }
        if current.isEmpty {
          isNumber = false
          spaced = pendingSpace
          pendingSpace = false
        }
        current.append(character)
      } else if character == ".", !startsToken, !isNumber {
        // Mio., Std.
        current.append(character)
      } else {
        close(&tokens, &isSpaced)
        if character.isWhitespace {
          pendingSpace = true
        } else {
          tokens.append(.sign(character))
          isSpaced.append(pendingSpace)
          pendingSpace = false
        }
      }
    }
    close(&tokens, &isSpaced)
  }

  /// Whether a blank inside digits parts thousands: three digits behind it, not four.
  private static func groups(_ characters: [Character], _ place: Int) -> Bool {
    guard place + 3 < characters.count else { return false }
    for offset in 1...3
    where !(characters[place + offset].isASCII && characters[place + offset].isNumber) {
      return false
    }
    return place + 4 >= characters.count || !characters[place + 4].isNumber
  }

  var isAtEnd: Bool { index >= tokens.count }
  private var current: Token? { index < tokens.count ? tokens[index] : nil }
  private func peek(_ offset: Int) -> Token? {
    index + offset < tokens.count ? tokens[index + offset] : nil
  }

  // MARK: Numbers

  mutating func takeNumber() -> (text: NumberText, isNegative: Bool)? {
    var isNegative = false
    let start = index
    if case .sign(let sign)? = current, "-−–+".contains(sign), case .number? = peek(1) {
      isNegative = sign != "+"
      index += 1
    }
    guard case .number(let digits)? = current, let text = NumberText(digits) else {
      index = start
      return nil
    }
    index += 1
    return (text, isNegative)
  }

  /// The clock of `36:15` or `0:03:45`, whose first number was taken.
  mutating func takeClock(after first: NumberText) -> ClockText? {
    guard first.decimalMark == nil, first.grouped == nil, let whole = Int(exactly: first.value)
    else { return nil }
    var parts = [whole]
    while parts.count < 3, case .sign(":")? = current, case .number(let digits)? = peek(1),
      digits.count == 2, let part = Int(digits), part < 60, !isSpaced[index]
    {
      parts.append(part)
      index += 2
    }
    return parts.count > 1 ? ClockText(parts: parts) : nil
  }

  /// The 5 of `4.2 / 5`, `4.2 out of 5`, `4,2 sur 5`.
  mutating func takeOutOf() -> NumberText? {
    let start = index
    if case .sign("/")? = current {
      index += 1
    } else if case .word(let word)? = current,
      ["out", "of", "sur", "su", "von", "sobre", "de"].contains(word.lowercased())
    {
      index += 1
      if case .word(let second)? = current, second.lowercased() == "of" { index += 1 }
    } else {
      return nil
    }
    guard case .number(let digits)? = current, let number = NumberText(digits) else {
      index = start
      return nil
    }
    index += 1
    return number
  }

  // MARK: Signs and words

  mutating func takeSign(_ sign: Character) -> Bool {
    if case .sign(sign)? = current {
      index += 1
      return true
    }
    if sign == "±", case .sign("+")? = current, case .sign("/")? = peek(1),
      case .sign("-")? = peek(2)
    {
      index += 3
      return true
    }
    return false
  }

  /// `-`, `–`, `..`, `to`, `and`, `bis` before another number.
  ///
  /// - Parameter lowest: The number before it.
  /// - Returns: Whether there is one.
  mutating func takeRangeSign(after lowest: Double) -> Bool {
    let start = index
    switch current {
    case .sign(let sign)? where "-–—−~→…".contains(sign):
      index += 1
    case .sign(".")?:
      while case .sign(".")? = current { index += 1 }
    case .word(let word)?:
      guard WordList.compare.values(folded: Folding.bytes(of: word)).contains("and") else {
        return false
      }
      index += 1
    default: return false
    }
    let mark = index
    // A number, perhaps with a sign or currency before it, must follow.
    var probe = self
    _ = probe.takeComparison(isBefore: true)
    var money: CurrencyWords?
    probe.takeCurrency(&money)
    if let number = probe.takeNumber() {
      // 60 a 2028 is no range: the year says by when.
      if case .word? = tokens.indices.contains(start) ? tokens[start] : nil, probe.isAtEnd,
        (1990...2099).contains(number.text.value), money == nil, lowest < 1990
      {
        index = start
        return false
      }
      index = mark
      return true
    }
    index = start
    return false
  }

  mutating func takePercent() -> Bool {
    switch current {
    case .sign("%")?, .sign("％")?:
      // %-points are points.
      if case .word(let word)? = peek(1), WordList.unit.value(of: "%" + word) == "percentagePoints"
      {
        return false
      }
      index += 1
      return true
    case .word(let word)?:
      let folded = Folding.fold(word)
      if ["percent", "pct", "prozent", "percento"].contains(folded) {
        index += 1
        return true
      }
      if case .word(let second)? = peek(1),
        ["per cent", "pour cent", "per cento", "por ciento"].contains(
          folded + " " + Folding.fold(second))
      {
        index += 2
        return true
      }
      return false
    default: return false
    }
  }

  mutating func takePoints() -> Bool {
    if case .word(let word)? = current,
      ["pp", "ppt", "pts%", "prozentpunkte"].contains(Folding.fold(word))
    {
      index += 1
      return true
    }
    if case .sign("%")? = current, case .word(let word)? = peek(1),
      WordList.unit.value(of: "%" + word) == "percentagePoints"
    {
      index += 2
      return true
    }
    if case .word(let first)? = current, case .word(let second)? = peek(1) {
      let text: String
      var length = 2
      if case .word(let third)? = peek(2) {
        text = first + " " + second + " " + third
        length = 3
      } else {
        text = first + " " + second
      }
      if WordList.unit.value(of: text) == "percentagePoints" {
        index += length
        return true
      }
    }
    return false
  }

  @discardableResult
  mutating func takeCurrency(_ money: inout CurrencyWords?) -> Bool {
    guard money == nil else { return false }
    // M€, Mio. €, k EUR, thousand euros, €: two tokens before one.
    for length in [3, 2, 1] where index + length <= tokens.count {
      var text = ""
      var hasNumber = false
      for offset in 0..<length {
        switch tokens[index + offset] {
        case .number: hasNumber = true
        case .word(let word): text += (isSpaced[index + offset] && offset > 0 ? " " : "") + word
        case .sign(let sign):
          text += (isSpaced[index + offset] && offset > 0 ? " " : "") + String(sign)
        }
      }
      guard !hasNumber, let words = CurrencyWords(text) ?? CurrencyWords(text.trimmingMarks) else {
        continue
      }
      money = words
      index += length
      return true
    }
    return false
  }

  mutating func takeDuration() -> String? {
    guard case .word(let word)? = current else { return nil }
    // Working days, jours ouvrés: two words before one.
    if case .word(let second)? = peek(1),
      let symbol = WordList.duration.value(of: word + " " + second)
    {
      index += 2
      return symbol
    }
    guard let symbol = WordList.duration.value(of: word) else { return nil }
    // M and m are millions more often than minutes.
    if word == "M" || word == "m" || word == "m." { return nil }
    index += 1
    return symbol
  }

  /// A word that multiplies; one that was there already only if it is the same, as in a range.
  mutating func takeMultiplier(besides known: Int) -> (factor: Int, word: String)? {
    guard case .word(let word)? = current, let factor = CurrencyWords.multiplier(word),
      known == 1 || known == factor,
      // The 95th is no thousand.
      word.lowercased() != "th" || isSpaced[index]
    else { return nil }
    index += 1
    return (factor, word)
  }

  mutating func takeUnitWord() -> MeasureUnit? {
    guard case .word(let word)? = current else { return nil }
    guard let kind = WordList.unit.value(of: word).flatMap({ UnitKind(rawValue: $0) }),
      [.score, .count, .index, .ratio].contains(kind)
    else { return nil }
    index += 1
    return MeasureUnit(kind)
  }

  mutating func takeWord(meaning: String) -> Bool {
    guard case .word(let word)? = current,
      WordList.compare.values(folded: Folding.bytes(of: word)).contains(meaning)
    else { return false }
    index += 1
    return true
  }

  /// A comparison before the number (`≥`, `at least`) or behind it (`or more`, `und mehr`).
  mutating func takeComparison(isBefore: Bool) -> QuantityText.Comparison? {
    if case .sign(let sign)? = current {
      let next: Character? = if case .sign(let sign)? = peek(1) { sign } else { nil }
      switch (sign, next) {
      case (">", "="?), ("=", ">"?): index += 2; return .atLeast
      case ("<", "="?), ("=", "<"?): index += 2; return .atMost
      case (">", _): index += 1; return .above
      case ("<", _): index += 1; return .below
      case ("≥", _), ("⩾", _), ("≧", _): index += 1; return .atLeast
      case ("≤", _), ("⩽", _), ("≦", _): index += 1; return .atMost
      case ("~", _), ("≈", _): index += 1; return .about
      case ("+", _) where !isBefore: index += 1; return .atLeast
      case ("=", _) where isBefore: index += 1; return nil
      default: return nil
      }
    }
    for length in [6, 5, 4, 3, 2, 1] where index + length <= tokens.count {
      var words: [String] = []
      for offset in 0..<length {
        guard case .word(let word) = tokens[index + offset] else { break }
        words.append(word)
      }
      guard words.count == length else { continue }
      let values = WordList.compare.values(folded: Folding.bytes(of: words.joined(separator: " ")))
      if let found = values.lazy.compactMap({ QuantityText.Comparison(rawValue: $0) }).first {
        // Behind the number only whole phrases count: `or more`, not `from`.
        if !isBefore, length == 1,
          !["mini", "maxi", "min", "max", "minimum", "maximum", "minimo", "massimo", "maximal"]
            .contains(Folding.fold(words[0]))
        {
          return nil
        }
        index += length
        return found
      }
    }
    return nil
  }

  /// A date at the end, after `by`, in brackets or bare.
  mutating func takeMoment(dayFirst: Bool?) -> PeriodReading.Found? {
    var probe = index
    while probe < tokens.count {
      switch tokens[probe] {
      case .word(let word):
        if WordList.compare.values(folded: Folding.bytes(of: word)).contains("by")
          || [
            "end", "of", "fine", "fin", "ende", "de", "the", "il", "le", "del", "al", "a", "à",
            "year",
          ].contains(
            word.lowercased())
        {
          probe += 1
          continue
        }
      case .sign(let sign) where "(,;[:@".contains(sign):
        probe += 1
        continue
      default: break
      }
      break
    }
    guard probe < tokens.count else { return nil }
    let rest = text(from: probe)
    let trimmed = rest.filter { $0 != ")" && $0 != "]" }
    guard let found = PeriodReading.moment(in: trimmed, dayFirst: dayFirst) else { return nil }
    index = tokens.count
    return found
  }

  private func text(from start: Int) -> String {
    var text = ""
    for place in start..<tokens.count {
      if isSpaced[place], !text.isEmpty { text += " " }
      switch tokens[place] {
      case .number(let word), .word(let word): text += word
      case .sign(let sign): text.append(sign)
      }
    }
    return text
  }

  /// What is left, if it can be a remark: no further number, a few words.
  var remark: String? {
    let rest = text(from: index)
    guard !rest.contains(where: { $0.isNumber }), rest.count <= 40 else { return nil }
    let words = rest.split(separator: " ")
    guard words.count <= 5 else { return nil }
    // 90 % of target is no 90 %.
    let first = words.first?.lowercased() ?? ""
    if [
      "of", "du", "de", "del", "della", "dei", "des", "der", "vom", "von", "der", "di", "to",
      "than",
    ].contains(first) {
      return nil
    }
    return rest.trimmingMarks
  }
}
