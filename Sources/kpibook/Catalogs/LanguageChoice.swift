internal import ArgumentParser
internal import KPICatalog

/// The language a person asks for.
enum LanguageChoice {
  static func tag(_ text: String) throws -> LanguageTag {
    guard let tag = LanguageTag(text) else {
      throw ValidationError("'\(text)' is not a language; write a tag such as en, fr or it.")
    }
    return tag
  }

  /// Tells, once, what is not there in the language asked for and so is shown in another one.
  ///
  /// - Parameters:
  ///   - coverage: What there is.
  ///   - place: The catalog, as the person named it.
  static func tell(_ coverage: LanguageCoverage, of place: String) {
    guard coverage.missing > 0 else { return }
    let others = coverage.shown.map(\.text).joined(separator: " or ")
    let shown = others.isEmpty ? "" : "; shown in \(others)"
    let place = CatalogInput.shown(place)
    guard coverage.missing < coverage.total else {
      return Findings.note(place, "no text is in '\(coverage.language)'\(shown)")
    }
    let fields = coverage.gaps.prefix(4).map { "\($0.field) \($0.count)" }
    let more = coverage.gaps.count > 4 ? ", …" : ""
    let list = coverage.gaps.count > 1 ? " (\(fields.joined(separator: ", "))\(more))" : ""
    let noun = coverage.gaps.count == 1 ? plural(coverage.gaps[0].field) : "texts"
    Findings.note(
      place,
      "\(coverage.missing) of \(coverage.total) \(noun) are not in '\(coverage.language)'\(list)"
        + shown)
  }

  /// The name of a field for several of it; notes and pitfalls are several as they are.
  private static func plural(_ field: String) -> String {
    field.hasSuffix("s") || field.hasSuffix("y") ? field + " texts" : field + "s"
  }

  /// Tells that headings and words of lists are in another language than was asked for.
  static func tellOfWords(_ language: LanguageTag, of place: String) {
    let words = DisplayWords(language).language
    guard words.base != language.base else { return }
    let known = DisplayWords.languages.map(\.text).joined(separator: ", ")
    Findings.note(
      CatalogInput.shown(place),
      "headings and lists are not known in '\(language)' and are in \(words); they are in \(known)")
  }

  /// Refuses a language that workbooks are not understood in.
  static func checkOfWorkbook(_ text: String?) throws {
    guard let text, !["en", "fr", "it", "de", "es"].contains(try tag(text).base.text) else {
      return
    }
    throw ValidationError("Workbooks are understood in en, fr, it, de and es, not in '\(text)'.")
  }
}

extension LocalizedText {
  /// The text in a language, or in the one that comes nearest.
  func text(in language: LanguageTag?) -> String? {
    text(in: language ?? .undetermined, fallbacks: [.english])
  }
}
