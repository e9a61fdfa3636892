/// A text as words without case, accents and punctuation, to look for words in.
struct FoldedText: Hashable, Sendable {
  /// The words, in order.
  let words: [String]

  /// Makes the words of a text, at most the first 400: what a measure is about stands at its start.
  init(_ text: String) {
    words = NameFolding.fold(text).split(separator: " ", maxSplits: 400).prefix(400)
      .map(String.init)
  }
}

/// A phrase to look for in a ``FoldedText``, as a list of words writes it.
///
/// Words with blanks between must follow each other; `&` instead of a blank means anywhere in the
/// text. A `*` at a word's end or start stands for any letters, so that `*retoure*` finds
/// `kundenretourenquote`.
struct WordPattern: Sendable {
  private struct Part: Sendable {
    let text: String
    let isOpenBefore: Bool
    let isOpenAfter: Bool

    init(_ written: Substring) {
      isOpenBefore = written.hasPrefix("*")
      isOpenAfter = written.count > 1 && written.hasSuffix("*")
      text = String(written.drop { $0 == "*" }.prefix { $0 != "*" })
    }

    func matches(_ word: String) -> Bool {
      switch (isOpenBefore, isOpenAfter) {
      case (false, false): word == text
      case (false, true): word.hasPrefix(text)
      case (true, false): word.hasSuffix(text)
      case (true, true): Self.contains(word.utf8, text.utf8)
      }
    }

    private static func contains(_ word: String.UTF8View, _ part: String.UTF8View) -> Bool {
      guard let first = part.first else { return true }
      var rest = word[...]
      while let start = rest.firstIndex(of: first) {
        rest = rest[start...]
        if rest.starts(with: part) { return true }
        rest = rest.dropFirst()
      }
      return false
    }
  }

  private let parts: [Part]
  private let isPhrase: Bool

  /// Makes a pattern of folded words.
  init(_ written: String) {
    isPhrase = !written.utf8.contains(UInt8(ascii: "&"))
    parts = written.split { $0 == " " || $0 == "&" }.map(Part.init)
  }

  /// Makes the patterns of a list, `;` between them.
  static func list(_ written: String) -> [WordPattern] {
    written.split(separator: ";").map { WordPattern(String($0)) }
  }

  /// Whether the pattern occurs in the text.
  func occurs(in text: FoldedText) -> Bool { occurs(in: text.words) }

  private func occurs(in words: [String]) -> Bool {
    guard isPhrase else {
      for part in parts where !words.contains(where: part.matches) { return false }
      return true
    }
    guard let first = parts.first, parts.count <= words.count else { return false }
    for start in 0...(words.count - parts.count) where first.matches(words[start]) {
      var length = 1
      while length < parts.count, parts[length].matches(words[start + length]) { length += 1 }
      if length == parts.count { return true }
    }
    return false
  }

  /// Whether the pattern is one word and matches this one.
  func matches(word: String) -> Bool {
    parts.count == 1 && parts.first?.matches(word) == true
  }
}

/// Patterns by language; a text of no stated language is looked at in all of them.
struct WordLists: Sendable {
  private let lists: [LanguageTag: [WordPattern]]
  private let all: [WordPattern]

  /// Makes lists, each as ``WordPattern/list(_:)`` reads it.
  init(en: String, fr: String, it: String, de: String, es: String) {
    lists = [
      .english: WordPattern.list(en), .french: WordPattern.list(fr),
      .italian: WordPattern.list(it), .german: WordPattern.list(de),
      .spanish: WordPattern.list(es),
    ]
    all = WordPattern.list([en, fr, it, de, es].joined(separator: ";"))
  }

  /// The languages there are lists for.
  static let languages: [LanguageTag] = [.english, .french, .italian, .german, .spanish]

  /// Whether there is a list for a language.
  static func knows(_ language: LanguageTag) -> Bool { languages.contains(language.base) }

  /// The patterns for texts of a language; of another language than the five, none.
  ///
  /// Names of measures are often English in any language, so English counts beside the others.
  func patterns(for language: LanguageTag) -> [WordPattern] {
    if language == .undetermined { return all }
    return lists[language.base] ?? []
  }

  /// Whether one of the patterns occurs in a text of a language, English ones beside its own.
  func occur(in text: FoldedText, _ language: LanguageTag) -> Bool {
    if patterns(for: language).contains(where: { $0.occurs(in: text) }) { return true }
    guard language.base != .english, language != .undetermined else { return false }
    return patterns(for: .english).contains { $0.occurs(in: text) }
  }
}

extension WordLists {
  /// Whether one of the patterns of any language is these words as a whole.
  func equal(_ words: [String]) -> Bool {
    patterns(for: .undetermined).contains { $0.equals(words) }
  }
}

extension WordPattern {
  /// Whether the pattern is a phrase and these are all its words.
  fileprivate func equals(_ words: [String]) -> Bool {
    isPhrase && parts.count == words.count && occurs(in: words)
  }
}
