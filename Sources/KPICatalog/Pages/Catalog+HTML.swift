extension Catalog {
  /// The catalog as one HTML page that needs nothing else: no style, script or picture from outside.
  ///
  /// It can be searched and printed, read on a telephone, by keyboard and by screen reader, in light
  /// and dark. Without scripts it shows everything. Texts are shown in one language; nothing in them
  /// is taken for markup.
  ///
  /// - Parameter language: The language; the catalog's own by default.
  /// - Returns: UTF-8.
  public func htmlPage(language: LanguageTag? = nil) -> [UInt8] {
    Array(HTMLPage(CatalogPresentation(self, language: language)).text.utf8)
  }
}

/// Writes a catalog as an HTML page.
struct HTMLPage {
  private let presentation: CatalogPresentation
  private let sections: [PageSection]

  private var words: DisplayWords { presentation.words }

  init(_ presentation: CatalogPresentation) {
    self.presentation = presentation
    sections = PageSection.all(of: presentation)
  }

  var text: String {
    var lines = head
    lines += top
    lines.append("<main id=\"measures_all\" tabindex=\"-1\">")
    lines += HTMLOverview(presentation, sections).lines
    for section in sections { lines += self.lines(of: section) }
    lines.append("<p class=\"nothing\" hidden>\(HTMLText.escaped(words.text("nothing")))</p>")
    lines.append("</main>")
    lines += bottom
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Around

  private var head: [String] {
    let style = String(decoding: EmbeddedText.pageStyle(), as: UTF8.self)
    let title = HTMLText.escaped(presentation.title)
    // The policy makes sure that the page reaches for nothing outside, whatever a catalog holds.
    return [
      "<!doctype html>", "<html lang=\"\(HTMLText.escaped(presentation.words.language.text))\">",
      "<head>", "<meta charset=\"utf-8\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        + "style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; "
        + "form-action 'none'\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta name=\"color-scheme\" content=\"light dark\">",
      "<meta name=\"generator\" content=\"kpibook\">",
      "<meta name=\"description\" content=\"\(HTMLText.escaped(presentation.subtitle))\">",
      "<title>\(title)</title>", "<style>", style + "</style>", "</head>", "<body id=\"top\">",
    ]
  }

  private var top: [String] {
    var lines = [
      "<a class=\"skip\" href=\"#measures_all\">\(HTMLText.escaped(words.text("skip")))</a>",
      "<header>", "<h1>\(HTMLText.escaped(presentation.title))</h1>",
      "<p class=\"subtitle\">\(HTMLText.escaped(presentation.subtitle))</p>", "</header>",
      "<nav aria-label=\"\(HTMLText.escaped(words.text("contents")))\">", "<ul>",
    ]
    for section in sections {
      lines.append(
        "<li><a href=\"#\(section.anchor)\">\(HTMLText.escaped(section.title))</a> "
          + "<span class=\"count\">(\(section.measures.count))</span></li>")
    }
    lines += ["</ul>", "</nav>"]
    return lines + tools
  }

  /// The search, which the script brings to sight.
  private var tools: [String] {
    let hasKinds = Set(presentation.catalog.measures.map(\.kind)).count > 1
    var lines = [
      "<form class=\"tools\" role=\"search\" hidden>",
      "<label>\(HTMLText.escaped(words.text("search")))"
        + "<input type=\"search\" autocomplete=\"off\" "
        + "placeholder=\"\(HTMLText.escaped(words.text("searchHint")))\"></label>",
    ]
    if hasKinds {
      lines.append(
        "<label>\(HTMLText.escaped(words.heading("kind")))<select>"
          + "<option value=\"\">\(HTMLText.escaped(words.text("all")))</option>")
      for kind in MeasureKind.allCases {
        let word = HTMLText.escaped(words.word("kind", kind.rawValue))
        lines.append("<option value=\"\(kind.rawValue)\">\(word)</option>")
      }
      lines.append("</select></label>")
    }
    lines += [
      "<button type=\"button\">\(HTMLText.escaped(words.text("print")))</button>",
      "<output role=\"status\" data-text=\"\(HTMLText.escaped(words.text("showing")))\"></output>",
      "</form>",
    ]
    return lines
  }

  private var bottom: [String] {
    var lines = ["<footer>"]
    if let source = presentation.text(presentation.catalog.source) {
      lines.append("<p>\(HTMLText.escaped(words.text("source"))): \(HTMLText.escaped(source))</p>")
    }
    if let license = presentation.catalog.license {
      lines.append(
        "<p>\(HTMLText.escaped(words.text("license"))): \(HTMLText.escaped(license))</p>")
    }
    lines += [
      "<p>\(HTMLText.escaped(words.text("madeWith"))) "
        + "<a class=\"back\" href=\"#top\">\(HTMLText.escaped(words.text("back")))</a></p>",
      "</footer>", "<script>",
      String(decoding: EmbeddedText.pageScript(), as: UTF8.self) + "</script>", "</body>",
      "</html>",
    ]
    return lines
  }

  // MARK: Measures

  private func lines(of section: PageSection) -> [String] {
    let title = HTMLText.escaped(section.title)
    var lines = [
      "<section class=\"group\" aria-labelledby=\"\(section.anchor)\">",
      "<h2 id=\"\(section.anchor)\">\(title)</h2>",
    ]
    for measure in section.measures { lines += self.lines(of: measure) }
    return lines + ["</section>"]
  }

  private func lines(of measure: KPIDefinition) -> [String] {
    let fields = PageFields(measure, presentation).all
    let id = HTMLText.escaped(measure.id.text)
    let look = measure.kind.map { $0 == .opinion ? " class=\"says\"" : " class=\"does\"" } ?? ""
    let kind = measure.kind.map { " data-kind=\"\($0.rawValue)\"" } ?? ""
    var lines = [
      "<article id=\"\(id)\"\(look)\(kind) aria-labelledby=\"name_\(id)\">",
      "<div class=\"head\">",
    ]
    let code = measure.code.map { "<span class=\"code\">\(HTMLText.escaped($0))</span> " } ?? ""
    let name = fields.first { $0.kind == .name }.map { HTMLText.inline($0) } ?? id
    lines.append("<h3 id=\"name_\(id)\">\(code)\(name)</h3>")
    if let kind = measure.kind { lines.append(HTMLText.chip(kind, words)) }
    lines.append("</div>")
    for field in fields where field.kind == .question || field.kind == .description {
      let look = field.kind == .question ? " class=\"question\"" : ""
      lines.append("<p\(look)>\(HTMLText.inline(field))</p>")
    }
    lines.append("<dl>")
    for field in fields {
      var text = HTMLText.inline(field)
      switch field.kind {
      case .name, .question, .description, .kind: continue
      case .formula: text = "<span class=\"formula\">\(text)</span>"
      case .status:
        if let status = presentation.status(of: measure) {
          text += " " + HTMLText.chip(status, words)
        }
      case .plain: break
      }
      lines.append("<dt>\(HTMLText.escaped(field.heading))</dt><dd>\(text)</dd>")
    }
    return lines + ["</dl>", "</article>"]
  }
}
