/// Formulas as they read when they stand elsewhere.
enum FormulaTranslation {
  /// The formula as a copy so many rows and columns further on has it: references without a dollar
  /// sign move along.
  ///
  /// - Returns: nil when a reference would leave the sheet, which no formula can say.
  /// - Complexity: O(*n*) in the formula's length.
  static func copied(_ formula: String, rows: Int, columns: Int) -> String? {
    replacingReferences(in: formula) { reference, _ in
      reference.moved(rows: rows, columns: columns).map { $0.text }
    }
  }

  /// The formula with each of its references as `body` has it, all else as it stands.
  ///
  /// - Returns: nil as soon as `body` gives nil.
  static func replacingReferences(
    in formula: String, _ body: (FormulaReference, FormulaSheets?) -> String?
  ) -> String? {
    let bytes = Array(formula.utf8)
    var lexer = FormulaLexer(bytes)
    var output: [UInt8] = []
    while let token = lexer.next() {
      guard case .reference(let reference, let sheets) = token.kind else {
        output += bytes[token.range]
        continue
      }
      guard let text = body(reference, sheets) else { return nil }
      output += bytes[token.range.lowerBound..<token.body.lowerBound]
      // What does not change keeps its spelling, such as small letters.
      output += text == reference.text ? Array(bytes[token.body]) : Array(text.utf8)
    }
    return String(decoding: output, as: UTF8.self)
  }
}
