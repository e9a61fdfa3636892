import KPICatalog
import Testing

@Suite struct LocalizedTextTests {
  private func tag(_ text: String) throws -> LanguageTag { try #require(LanguageTag(text)) }

  @Test(arguments: [
    ("en", "en"), ("FR", "fr"), ("fr-ca", "fr-CA"), ("zh-HANT-tw", "zh-Hant-TW"), ("und", "und"),
    ("de-1996", "de-1996"), ("ast", "ast"),
  ])
  func readsTagsInTheUsualSpelling(_ text: String, _ spelling: String) {
    #expect(LanguageTag(text)?.text == spelling)
  }

  @Test(arguments: [
    "", "e", "name", "en_GB", "en-", "-en", "en-toolongsubtag", "é", "12", "en--GB",
  ])
  func refusesOtherTags(_ text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test func fallsBackInOrder() throws {
    let text = LocalizedText([
      .init(language: .italian, text: "it"), .init(language: .french, text: "fr"),
      .init(language: try tag("pt-BR"), text: "pt"),
    ])
    #expect(text.text(in: .french) == "fr")
    #expect(text.text(in: try tag("fr-CA")) == "fr")
    #expect(text.text(in: try tag("pt")) == "pt")
    #expect(text.text(in: .german, fallbacks: [.spanish, .french]) == "fr")
    #expect(text.text(in: .german) == "it")
    #expect(LocalizedText().text(in: .german) == nil)
  }

  @Test func aTextWithoutLanguageIsPlain() {
    let text: LocalizedText = "CRM"
    #expect(text.plain == "CRM")
    #expect(text.languages == [.undetermined])
    #expect(LocalizedText("CRM", language: .english).plain == nil)
  }

  @Test func settingKeepsOrder() {
    var text = LocalizedText([
      .init(language: .english, text: "a"), .init(language: .french, text: "b"),
      .init(language: .english, text: "c"),
    ])
    #expect(text.entries.map(\.text) == ["c", "b"])
    text[.italian] = "d"
    text[.english] = nil
    #expect(text.languages == [.french, .italian])
    text[.german] = nil
    #expect(text.entries.count == 2)
  }
}
