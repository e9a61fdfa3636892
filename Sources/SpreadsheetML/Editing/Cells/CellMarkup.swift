/// A cell's element as it is written (ECMA-376 Part 1, 18.3.1.4).
enum CellMarkup {
  /// The element with a new content.
  ///
  /// - Parameters:
  ///   - tag: the start tag, of a cell that is there or a new one; it keeps its attributes but for
  ///     the type and those of the old value (`cm`, `vm`).
  ///   - content: what goes in.
  ///   - extensions: elements that stay behind the value.
  /// - Returns: the element's bytes.
  static func element(_ tag: StartTag, _ content: NewContent, extensions: [UInt8] = []) -> [UInt8] {
    var tag = tag
    tag.remove("cm")
    tag.remove("vm")
    let inside = inside(content, prefix: String(decoding: tag.prefix, as: UTF8.self))
    if let type = inside.type {
      tag.set("t", to: type)
    } else if tag["t"] != "n" {
      tag.remove("t")
    }
    if inside.bytes.isEmpty, extensions.isEmpty {
      tag.setEmptyElement(true)
      return tag.bytes
    }
    tag.setEmptyElement(false)
    return tag.bytes + inside.bytes + extensions + tag.endTag
  }

  private static func inside(
    _ content: NewContent, prefix: String
  ) -> (type: String?, bytes: [UInt8]) {
    func element(_ name: String, _ content: [UInt8], attributes: String = "") -> [UInt8] {
      Array("<\(prefix)\(name)\(attributes)>".utf8) + content + Array("</\(prefix)\(name)>".utf8)
    }
    switch content {
    case .blank: return (nil, [])
    case .number(let number), .moment(let number, _):
      return (nil, element("v", Array(ShortestDecimal.text(number).utf8)))
    case .boolean(let isTrue): return ("b", element("v", Array((isTrue ? "1" : "0").utf8)))
    case .error(let error): return ("e", element("v", EscapedText.content(error.word)))
    case .text(let text):
      let space = EscapedText.needsSpacePreserved(text) ? " xml:space=\"preserve\"" : ""
      let run = element("t", EscapedText.content(text), attributes: space)
      return ("inlineStr", element("is", run))
    case .richText(_, let runs): return ("inlineStr", element("is", runs))
    case .formula(let text, let result):
      let formula = element("f", EscapedText.formula(text))
      if case .text(let text) = result {
        return ("str", formula + element("v", EscapedText.content(text)))
      }
      guard let value = NewContent(result: result) else { return (nil, formula) }
      let inner = inside(value, prefix: prefix)
      return (inner.type, formula + inner.bytes)
    }
  }
}

extension NewContent {
  /// A formula's result as a content, where it is no text.
  fileprivate init?(result: CellValue) {
    switch result {
    case .number(let number): self = .number(number)
    case .boolean(let isTrue): self = .boolean(isTrue)
    case .error(let error): self = .error(error)
    case .blank, .text, .isoDate: return nil
    }
  }
}
