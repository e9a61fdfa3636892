extension Catalog {
  /// The catalog as a Markdown page: a table of contents, a heading for each group and measure, the
  /// fields of a measure as a list.
  ///
  /// Texts are shown in one language, with the organization's name filled in. Nothing in them is
  /// taken for markup.
  ///
  /// - Parameter language: The language; the catalog's own by default.
  /// - Returns: UTF-8 with a line break at the end.
  public func markdownPage(language: LanguageTag? = nil) -> [UInt8] {
    Array(MarkdownPage(CatalogPresentation(self, language: language)).text.utf8)
  }
}

/// Writes a catalog as Markdown.
struct MarkdownPage {
  private let presentation: CatalogPresentation

  init(_ presentation: CatalogPresentation) {
    self.presentation = presentation
  }

  var text: String {
    let words = presentation.words
    var lines = ["# " + Self.escaped(presentation.title), "", Self.escaped(presentation.subtitle)]
    let sections = PageSection.all(of: presentation)
    lines += ["", "## " + words.text("contents"), ""]
    for section in sections {
      lines.append("- " + Self.escaped(section.title))
      for measure in section.measures {
        lines.append("  - [\(Self.escaped(presentation.name(of: measure)))](#\(measure.id.text))")
      }
    }
    for section in sections {
      lines += ["", "## " + Self.escaped(section.title)]
      for measure in section.measures { lines += self.lines(of: measure) }
    }
    if let source = presentation.text(presentation.catalog.source) {
      lines += ["", "---", "", Self.escaped(words.text("source") + ": " + source)]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of measure: KPIDefinition) -> [String] {
    let name = Self.escaped(presentation.name(of: measure))
    let code = measure.code.map { Self.escaped($0) + " " } ?? ""
    var lines = ["", "<a id=\"\(measure.id.text)\"></a>", "", "### " + code + name, ""]
    for field in PageFields(measure, presentation).all where field.kind != .name {
      let text = Self.escaped(field.text).replacing("\n", with: "<br>")
      switch field.kind {
      case .question: lines += ["*" + text + "*", ""]
      case .description: lines += [text, ""]
      default: lines.append("- **" + Self.escaped(field.heading) + "**: " + text)
      }
    }
    return lines
  }

  /// A text in which nothing is taken for Markdown or HTML.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "|", "*", "_", "`", "[", "]", "#", "~": result += "\\" + String(character)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\r\n", "\n", "\r": result += "\n"
      default: result.append(character)
      }
    }
    return result
  }
}
