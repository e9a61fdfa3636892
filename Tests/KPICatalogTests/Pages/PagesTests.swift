import Testing

@testable import KPICatalog

@Suite("Pages of a catalog")
struct PagesTests {
  private func hostile() throws -> Catalog {
    var measure = KPIDefinition(
      id: try #require(KPIIdentifier("m")),
      name: "<script>alert(1)</script> & \"quotes\" | # *x*\u{1}")
    measure.evidence = [
      Evidence(title: "bad", link: "javascript:alert(1)"),
      Evidence(title: "good", link: "https://example.org/?a=1&b=\"2\""),
    ]
    measure.notes = "line\nline"
    return Catalog(title: "A </title><b>", measures: [measure])
  }

  private func html(_ catalog: Catalog, _ language: LanguageTag? = nil) -> String {
    String(decoding: catalog.htmlPage(language: language), as: UTF8.self)
  }

  @Test func groupsStandInTheOrderOfTheirMeasures() throws {
    let catalog = try Catalog(
      yaml: """
        groups: [{id: one, name: First group}, {id: two, name: Second group}]
        measures:
          - {id: b, name: Beta, group: two}
          - {id: a, name: Alpha, group: one}
          - {id: c, name: Gamma, group: two}
        """.bytes)
    let sections = PageSection.all(of: CatalogPresentation(catalog, language: nil))
    #expect(sections.map(\.title) == ["Second group", "First group"])
    #expect(sections.map(\.anchor) == ["group_2", "group_1"])
    #expect(sections.map { $0.measures.map(\.id.text) } == [["b", "c"], ["a"]])
  }

  @Test func theContentsShowAllTargets() throws {
    let catalog = try Catalog(
      yaml: """
        measures:
          - id: a
            name: Alpha
            unit: {kind: percent}
            targets: [{value: 45, by: 2026-12-31}, {value: 50, by: 2027-12-31}]
        """.bytes)
    let page = html(catalog, .english)
    let row = page.split(separator: "\n").first { $0.contains("id=\"row_a\"") }
    #expect(row?.contains("45 %") == true || row?.contains("45%") == true)
    #expect(row?.contains("<br>50") == true)
  }

  @Test func takesNothingInATextForMarkup() throws {
    let page = html(try hostile())
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;"))
    #expect(page.contains("<title>A &lt;/title&gt;&lt;b&gt;</title>"))
    #expect(page.contains("line<br>line"))
    #expect(!page.contains("\u{1}"))
    let markdown = String(decoding: try hostile().markdownPage(), as: UTF8.self)
    #expect(markdown.contains("### &lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(markdown.contains("\\| \\# \\*x\\*"))
  }

  @Test func linksOnlyToTheWeb() throws {
    let page = html(try hostile())
    #expect(!page.contains("href=\"javascript:"))
    #expect(page.contains("<a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\" rel="))
  }

  @Test func reachesForNothingOutside() throws {
    let page = html(try BuiltInCatalog.customerMeasures())
    #expect(page.contains("default-src 'none'"))
    for word in ["src=\"", "url(", "@import", "<link", "<img", "<iframe", "http:"] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test(
    "A page has landmarks, one first heading and the reader's language",
    arguments: [
      LanguageTag.english, .french, .italian,
    ])
  func isAccessible(language: LanguageTag) throws {
    let page = html(try BuiltInCatalog.customerMeasures(), language)
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"\(language.text)\">"))
    #expect(page.split(separator: "<h1>").count == 2)
    for mark in [
      "<header>", "<nav aria-label=", "<main id=", "<footer>", "role=\"search\"",
      "role=\"status\"", "class=\"skip\"", "scope=\"row\"", "scope=\"col\"", "<caption",
    ] {
      #expect(page.contains(mark), "\(mark)")
    }
    #expect(page.split(separator: "<article ").count == 54)
    #expect(page.split(separator: "<h3 ").count == 54)
  }

  @Test func linksEveryMeasureOnce() throws {
    let catalog = try BuiltInCatalog.customerMeasures()
    let page = html(catalog, .italian)
    for measure in catalog.measures {
      #expect(page.contains("<article id=\"\(measure.id)\""))
      #expect(page.contains("href=\"#\(measure.id)\""))
    }
  }

  @Test func marksTextsOfAnotherLanguage() throws {
    var measure = KPIDefinition(
      id: try #require(KPIIdentifier("m")), name: LocalizedText("Taux", language: .french))
    measure.description = LocalizedText("Only English", language: .english)
    let page = html(Catalog(defaultLanguage: .french, measures: [measure]))
    #expect(page.contains("<span lang=\"en\">Only English</span>"))
  }

  @Test func saysTheStatusInWords() throws {
    var measure = KPIDefinition(id: try #require(KPIIdentifier("m")), name: "M")
    measure.unit = MeasureUnit(.percent)
    measure.direction = .lowerIsBetter
    measure.thresholds = Thresholds(green: .boundary(5), amber: .boundary(8))
    measure.current = CurrentValue(7)
    let page = html(Catalog(measures: [measure]), .french)
    #expect(page.contains("7\u{A0}% <span class=\"chip amber\">Orange</span>"))
  }

  @Test func isTheSameEachTime() throws {
    let catalog = try BuiltInCatalog.customerMeasures()
    #expect(catalog.htmlPage(language: .french) == catalog.htmlPage(language: .french))
    #expect(catalog.markdownPage() == catalog.markdownPage())
  }

  @Test func writesMarkdownWithContents() throws {
    let page = String(
      decoding: try BuiltInCatalog.customerMeasures().markdownPage(language: .french),
      as: UTF8.self)
    #expect(page.hasPrefix("# Indicateurs clients\n\npublic : clients · 53 indicateurs"))
    #expect(page.contains("  - [Taux d'attrition des clients"))
    #expect(page.contains("- **Formule de calcul**: "))
  }
}
