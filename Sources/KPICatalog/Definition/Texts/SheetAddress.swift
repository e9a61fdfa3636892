/// Sheet names as they stand in an address.
///
/// Catalogs know nothing of workbooks, so that the rule stands here once more; a test compares it with
/// that of the workbooks.
enum SheetAddress {
  /// The name in quotes unless it is a plain word, as Excel writes it: `'FY 24'`, `Measures`.
  ///
  /// A plain word holds letters, digits, underscores and dots, begins with a letter or underscore,
  /// and could not be read as a cell (`Q1`, `R1C1`) or a truth value.
  static func quoted(_ sheet: String) -> String {
    let isWord = sheet.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "."
    }
    let startsWell = sheet.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" }
    if isWord, startsWell == true, !looksLikeCell(sheet), !looksLikeR1C1(sheet),
      !["TRUE", "FALSE"].contains(sheet.uppercased())
    {
      return sheet
    }
    return "'"
      + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// A column up to XFD and a row up to 1048576, such as `FY24`.
  private static func looksLikeCell(_ text: String) -> Bool {
    let letters = text.utf8.prefix { $0.isASCIILetter }
    let digits = text.utf8.dropFirst(letters.count)
    guard (1...3).contains(letters.count), digits.count <= 7, digits.allSatisfy(\.isASCIIDigit),
      let row = Int(String(decoding: digits, as: UTF8.self)), 1...1_048_576 ~= row
    else { return false }
    let column = letters.reduce(0) { $0 * 26 + Int($1 & 0x1F) }
    return column <= 16_384
  }

  /// `R`, `C`, `R1`, `C5`, `R1C1` and the like.
  private static func looksLikeR1C1(_ text: String) -> Bool {
    var rest = Substring(text.uppercased())
    guard rest.first == "R" || rest.first == "C" else { return false }
    for letter in ["R", "C"] as [Character] where rest.first == letter {
      rest = rest.dropFirst().drop { $0.isNumber }
    }
    return rest.isEmpty
  }
}
