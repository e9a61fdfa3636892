/// Cells that are written seldom enough to be built from strings.
extension SheetMarkup {
  mutating func writeError(
    _ word: String, column: Int, style: Int
  ) throws(WorkbookError) {
    if !hasRoom(128) { try makeRoom() }
    putOpening(column, style)
    put(" t=\"e\"><v>")
    try putEscaped(Array(word.utf8).span)
    try putMarkup(Array("</v></c>".utf8))
  }

  /// A formula and its last result (ECMA-376 Part 1, 18.3.1.40).
  mutating func writeFormula(
    _ text: String, result: CellValue, array: CellRange?, column: Int, style: Int
  ) throws(WorkbookError) {
    if !hasRoom(128) { try makeRoom() }
    putOpening(column, style)
    var value = MarkupText()
    switch result {
    case .blank: put(">")
    case .number(let number):
      put(">")
      value.element("v", text: ShortestDecimal.text(number))
    case .text(let text), .isoDate(let text):
      put(" t=\"str\">")
      value.element("v", text: text)
    case .boolean(let truth):
      put(" t=\"b\">")
      value.element("v", text: truth ? "1" : "0")
    case .error(let error):
      put(" t=\"e\">")
      value.element("v", text: error.word)
    }
    var formula = MarkupText()
    formula.element(
      "f", ["t": array == nil ? nil : "array", "ref": array.map { "\($0)" }], text: text)
    formula.append(value)
    formula.close("c")
    try putMarkup(formula.bytes)
  }

  /// A text in parts, which stands in its cell (ECMA-376 Part 1, 18.4.4).
  mutating func writeRichText(
    _ runs: [TextRun], column: Int, style: Int
  ) throws(WorkbookError) {
    if !hasRoom(128) { try makeRoom() }
    putOpening(column, style)
    put(" t=\"inlineStr\">")
    var markup = MarkupText()
    markup.element("is") { markup in
      for run in runs where !run.text.isEmpty {
        markup.element("r") { markup in
          run.font?.append("rPr", to: &markup, isRun: true)
          markup.element("t", ["xml:space": "preserve"], text: run.text)
        }
      }
      if runs.allSatisfy({ $0.text.isEmpty }) { markup.element("t") }
    }
    markup.close("c")
    try putMarkup(markup.bytes)
  }

  /// Appends XML that was built before, of any length.
  mutating func putMarkup(_ bytes: [UInt8]) throws(WorkbookError) {
    var done = 0
    while done < bytes.count {
      if !hasRoom(64) { try makeRoom() }
      let size = min(64, bytes.count - done)
      copy(bytes.span.extracting(done..<done + size))
      done += size
    }
  }
}

extension ShortestDecimal {
  /// The digits in an array.
  static func bytes(of value: Double) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return bytes
  }
}
