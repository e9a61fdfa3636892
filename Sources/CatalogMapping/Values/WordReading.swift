internal import KPICatalog

/// Reads the words of closed lists: frequencies, directions, kinds and the like.
struct WordReading {
  /// The index of the sheet's language, whose words win.
  let language: Int

  /// What a text gives for a closed list.
  enum Outcome: Hashable, Sendable {
    case value(String)
    /// The text names several values.
    case several
    /// A value, in one of two meanings the word has.
    case oneOfTwo(String)
    case unknown
  }

  /// Reads a word of a list: the text as a whole, then without what stands in brackets or behind a
  /// comma.
  func read(_ text: String, _ list: WordList) -> Outcome {
    let text = text.trimmed
    guard text.utf8.count <= 120 else { return .unknown }
    if let value = list.value(of: text, preferring: language) { return .value(value) }
    if let short = Self.withoutRemark(text), let value = list.value(of: short, preferring: language)
    {
      return .value(value)
    }
    let parts = Self.alternatives(of: text)
    if parts.count > 1 {
      let values = Set(parts.compactMap { list.value(of: $0, preferring: language) })
      if values.count == 1, let value = values.first { return .value(value) }
      if values.count > 1 { return .several }
    }
    return shortened(text, list).map { .value($0) } ?? .unknown
  }

  /// The one value whose words in the sheet's language begin as a word cut short does.
  ///
  /// Such are `Ann.` and `Trim.`; the point says that letters are missing.
  private func shortened(_ text: String, _ list: WordList) -> String? {
    guard text.utf8.last == UInt8(ascii: "."), text.utf8.count <= 16 else { return nil }
    let beginning = Folding.bytes(of: text)
    guard beginning.count >= 3, !beginning.contains(UInt8(ascii: " ")) else { return nil }
    let values = list.values(beginning: beginning, language: language)
    return values.count == 1 ? values.first : nil
  }

  /// Reads a frequency: the words, and `every 3 months`, `4 times a year`.
  func frequency(_ text: String) -> Outcome {
    let outcome = read(text, .frequency)
    switch outcome {
    case .value(let value): return Self.isAmbiguous(text, language) ? .oneOfTwo(value) : outcome
    case .unknown: return counted(text).map { .value($0) } ?? .unknown
    default: return outcome
    }
  }

  /// Words that mean twice per as well as every two.
  private static func isAmbiguous(_ text: String, _ language: Int) -> Bool {
    let folded = Folding.fold(text)
    let tag =
      EmbeddedVocabulary.languages.indices.contains(language)
      ? EmbeddedVocabulary.languages[language].text : "en"
    switch folded {
    case "biweekly", "bi weekly", "bimonthly", "bi monthly": return true
    case "bimensuel", "bimensuelle", "bi mensuel": return tag == "fr"
    case "bimensual": return true
    case "bisettimanale", "bimensile": return tag == "it"
    case "bianual": return tag == "es"
    default: return false
    }
  }

  /// `every 3 months`, `alle 6 Monate`, `4 times a year`, `2x im Jahr`.
  private func counted(_ text: String) -> String? {
    let words = Folding.fold(text).split(separator: " ")
    guard words.count >= 2, words.count <= 6 else { return nil }
    var count: Int?
    var unit: String?
    var isEvery = false
    var isTimes = false
    for word in words {
      if let number = Int(word) ?? Self.numbers[String(word)] {
        count = number
      } else if word.hasSuffix("x"), let number = Int(word.dropLast()) {
        count = number
        isTimes = true
      } else if [
        "every", "each", "tous", "toutes", "ogni", "alle", "cada", "jede", "jeden", "jedes",
        "chaque",
      ].contains(word) {
        isEvery = true
      } else if ["times", "time", "x", "fois", "volte", "mal", "veces", "vez"].contains(word) {
        isTimes = true
      } else if let symbol = WordList.duration.value(of: String(word)) {
        unit = symbol
      }
    }
    guard let count, let unit, isEvery != isTimes else { return nil }
    let months: [Int: String] = [
      1: "P1M", 2: "P2M", 3: "P3M", 4: "P4M", 6: "P6M", 12: "P1Y", 24: "P2Y",
    ]
    if isEvery {
      switch (unit, count) {
      case ("d", 1): return "P1D"
      case ("d", 7), ("wk", 1): return "P1W"
      case ("d", 14), ("d", 15), ("wk", 2): return "P2W"
      case ("mo", let n): return months[n]
      case ("yr", 1): return "P1Y"
      case ("yr", 2): return "P2Y"
      default: return nil
      }
    }
    switch (unit, count) {
    case ("yr", let n) where n > 0 && 12 % n == 0: return months[12 / n]
    case ("yr", 24), ("yr", 26), ("mo", 2): return "P2W"
    case ("yr", 52), ("wk", 1), ("mo", 4): return "P1W"
    case ("mo", 1): return "P1M"
    default: return nil
    }
  }

  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "twelve": 12, "un": 1, "deux": 2,
    "trois": 3,
    "quatre": 4, "douze": 12, "due": 2, "tre": 3, "quattro": 4, "sei": 6, "dodici": 12, "zwei": 2,
    "drei": 3, "vier": 4, "sechs": 6, "zwolf": 12, "dos": 2, "tres": 3, "cuatro": 4, "seis": 6,
    "doce": 12,
    "once": 1, "twice": 2,
  ]

  /// The text without brackets at its end or what follows a comma, dash or semicolon.
  static func withoutRemark(_ text: String) -> String? {
    for mark in ["(", "[", ",", ";", " – ", " - ", ":"] {
      if let range = text.range(of: mark), range.lowerBound > text.startIndex {
        let head = String(text[..<range.lowerBound]).trimmed
        if head.count >= 2 { return head }
      }
    }
    return nil
  }

  /// The parts of `Monthly / Quarterly`, `mensuel et annuel`.
  static func alternatives(of text: String) -> [String] {
    var parts = [text]
    for mark in [
      "/", ",", ";", "|", "+", " or ", " and ", " ou ", " et ", " o ", " e ", " oder ", " und ",
      " y ",
    ] {
      parts = parts.flatMap { $0.split(separator: mark).map { String($0).trimmed } }
    }
    return parts.filter { !$0.isEmpty }
  }

  /// Reads a direction; arrows and signs come before words.
  func direction(_ text: String, hasPlusSigns: Bool) -> Outcome {
    switch text.trimmed {
    case "+", "↑", "▲", "⬆", "↗", "⇧", "🔼", "△": return .value("higher")
    case "↓", "▼", "⬇", "↘", "⇩", "🔽", "▽": return .value("lower")
    case "-", "–", "−", "—": return hasPlusSigns ? .value("lower") : .unknown
    default: break
    }
    let outcome = read(text, .direction)
    guard outcome == .unknown else { return outcome }
    return directionWithin(text)
  }

  /// A direction within a phrase: `The higher the better (max. 100)`, `↑ higher`.
  private func directionWithin(_ text: String) -> Outcome {
    var found: Set<String> = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "↑", "▲", "⬆", "↗": found.insert("higher")
      case "↓", "▼", "⬇", "↘": found.insert("lower")
      default: break
      }
    }
    let words = Folding.fold(text).split(separator: " ")
    if words.count <= 10 {
      for length in stride(from: min(5, words.count), through: 1, by: -1) where found.isEmpty {
        for start in 0...(words.count - length) {
          let part = Array(words[start..<(start + length)].joined(separator: " ").utf8)
          guard length > 1 || part.count > 5,
            let value = WordList.direction.value(folded: part, preferring: language)
          else { continue }
          found.insert(value)
        }
      }
    }
    guard let value = found.first else { return .unknown }
    return found.count == 1 ? .value(value) : .several
  }

  /// Reads a method: the text as a whole, or the one method some of its words name.
  func method(_ text: String) -> MethodKind? {
    if case .value(let value) = read(text, .method) { return MethodKind(rawValue: value) }
    let words = Folding.fold(text).split(separator: " ")
    guard words.count <= 12 else { return nil }
    var found: Set<String> = []
    for start in words.indices {
      for end in start..<min(words.count, start + 3) {
        let part = Array(words[start...end].joined(separator: " ").utf8)
        guard part.count >= 3,
          let value = WordList.method.value(folded: part, preferring: language),
          value != "other", value != "derived"
        else { continue }
        found.insert(value)
      }
    }
    return found.count == 1 ? found.first.flatMap { MethodKind(rawValue: $0) } : nil
  }

  /// The known word of a list nearest to a text, for a hint.
  static func nearest(to text: String, in list: WordList) -> String? {
    let folded = Folding.bytes(of: text).filter { $0 != UInt8(ascii: " ") }
    guard folded.count >= 4, folded.count <= 40 else { return nil }
    for word in list.words {
      let plain = word.filter { $0 != UInt8(ascii: " ") }
      if EditDistance.within(folded.count >= 8 ? 2 : 1, folded, plain) != nil {
        return String(decoding: word, as: UTF8.self)
      }
    }
    return nil
  }
}
