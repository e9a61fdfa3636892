import KPICatalog
import Testing

@testable import CatalogMapping

/// What an export writes in a language, the import knows in that language.
@Suite("Words of exports")
struct ExportWordsTests {
  @Test("Headings are known", arguments: DisplayWords.languages)
  func knowsHeadings(language: LanguageTag) throws {
    let words = DisplayWords(language)
    let index = try #require(EmbeddedVocabulary.index(of: language))
    for column in words.keys("column") where column != "custom" {
      let field = try #require(ColumnField(name: column))
      let meanings = HeaderVocabulary.shared.meanings(of: words.heading(column))
      let isKnown = meanings.contains {
        $0.field == field && $0.strength == .certain && $0.language == index
      }
      #expect(isKnown, "\(language) \(column): \(words.heading(column))")
    }
  }

  @Test("Words of closed lists are known", arguments: DisplayWords.languages)
  func knowsWords(language: LanguageTag) throws {
    let words = DisplayWords(language)
    let index = try #require(EmbeddedVocabulary.index(of: language))
    let lists: [(String, WordList)] = [
      ("kind", .kind), ("direction", .direction), ("frequency", .frequency),
      ("perspective", .perspective), ("audience", .audience), ("aggregation", .aggregation),
      ("method", .method), ("leadLag", .leadLag), ("lifecycle", .lifecycle),
    ]
    for (name, list) in lists {
      for key in words.keys(name) {
        let word = words.word(name, key)
        #expect(list.value(of: word, preferring: index) == key, "\(language) \(name) \(word)")
      }
    }
  }

  @Test("Units are known", arguments: DisplayWords.languages)
  func knowsUnits(language: LanguageTag) throws {
    let shown = CatalogPresentation(Catalog(), language: language)
    let index = try #require(EmbeddedVocabulary.index(of: language))
    for kind in UnitKind.allCases where ![.currency, .rate, .duration].contains(kind) {
      let label = shown.unit(MeasureUnit(kind))
      #expect(UnitWords(label, language: index)?.unit.kind == kind, "\(language) \(label)")
    }
    for symbol in ["min", "h", "d", "wk", "mo"] {
      let label = shown.unit(MeasureUnit(.duration, symbol: symbol))
      #expect(UnitWords(label, language: index)?.unit.symbol == symbol, "\(language) \(label)")
    }
    let rate = shown.unit(MeasureUnit(.rate, per: "1000"))
    #expect(UnitWords(rate, language: index)?.unit.kind == .rate, "\(language) \(rate)")
  }
}
