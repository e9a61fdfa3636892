/// The words people see in exported workbooks and pages, in one language.
///
/// They stand in `catalog/display`. Headings and the words of closed lists are ones that the import
/// of workbooks knows again.
package struct DisplayWords: Sendable {
  /// The language of the words.
  package let language: LanguageTag
  private let texts: [String: [String: String]]
  private let explanations: [String: String]
  private let orders: [String: [String]]

  /// The languages there are words of.
  package static let languages = EmbeddedText.displayLanguages().compactMap { LanguageTag($0) }

  /// Finds the words of a language, else of its base (`fr` for `fr-CA`), else of English.
  ///
  /// - Parameter language: The language of the reader.
  package init(_ language: LanguageTag) {
    let known = Self.languages
    let index =
      known.firstIndex(of: language) ?? known.firstIndex(of: language.base)
      ?? known.firstIndex(of: .english) ?? 0
    self.language = known.indices.contains(index) ? known[index] : .english
    var texts: [String: [String: String]] = [:]
    var explanations: [String: String] = [:]
    var orders: [String: [String]] = [:]
    for line in String(decoding: EmbeddedText.display(index), as: UTF8.self).split(separator: "\n")
    where line.first != "#" {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 3 else { continue }
      texts[cells[0], default: [:]][cells[1]] = cells[2]
      orders[cells[0], default: []].append(cells[1])
      if cells.count > 3 { explanations[cells[1]] = cells[3] }
    }
    self.texts = texts
    self.explanations = explanations
    self.orders = orders
  }

  /// The word for a value of a closed list; the value itself if there is none.
  ///
  /// - Parameters:
  ///   - list: The list, such as `direction`.
  ///   - key: The value as a catalog file writes it, such as `higher`.
  /// - Returns: The word, such as `Higher is better`.
  package func word(_ list: String, _ key: String) -> String { texts[list]?[key] ?? key }

  /// The word for a value of a closed list, or nil.
  package func known(_ list: String, _ key: String) -> String? { texts[list]?[key] }

  /// The values of a closed list, in the order they are offered.
  package func keys(_ list: String) -> [String] { orders[list] ?? [] }

  /// The words of a closed list, in the order they are offered.
  package func words(_ list: String) -> [String] { keys(list).map { word(list, $0) } }

  /// The heading of a column.
  package func heading(_ column: String) -> String { word("column", column) }

  /// What stands in a column, in one sentence.
  package func explanation(_ column: String) -> String { explanations[column] ?? "" }

  /// A text with its gaps filled.
  ///
  /// - Parameters:
  ///   - key: The text's name in the file.
  ///   - values: What stands for each word in braces.
  /// - Returns: The text.
  package func text(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    Self.fill(word("text", key), values)
  }

  /// A piece of a format, such as the decimal mark.
  package func format(_ key: String) -> String { word("format", key) }

  /// Puts values in the place of words in braces.
  package static func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
    guard text.contains("{") else { return text }
    var result = text
    for (name, value) in values { result = result.replacing("{\(name)}", with: value) }
    return result
  }
}
