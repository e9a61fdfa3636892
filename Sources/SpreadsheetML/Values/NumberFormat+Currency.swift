extension NumberFormat {
  /// The format that shows another currency, and all else as this one does.
  ///
  /// The mark is replaced where it stands: in brackets, in quotes, behind a backslash or bare. A
  /// code of ISO 4217 gives way to a code, a sign to a sign where there is one.
  ///
  /// - Parameter currency: The code of ISO 4217, such as `USD`.
  /// - Returns: The format, or nil where this one shows no currency, or a mark that cannot be told
  ///   apart from other text.
  public func showing(currency: String) -> NumberFormat? {
    guard let old = currencySymbol, !old.isEmpty else { return nil }
    let isCode = old == currencyCode
    let mark = isCode ? nil : Self.marks[currency]
    var result = ""
    var rest = code[...]
    var replaced = 0
    while let first = rest.first {
      // The length of the piece that begins here, and the text in it that may be the mark.
      let piece: Substring
      var text: Substring
      switch first {
      case "[":
        let end = rest.firstIndex(of: "]").map { rest.index(after: $0) } ?? rest.endIndex
        piece = rest[..<end]
        text = piece.dropFirst()
        guard text.first == "$" else {
          result += piece
          rest = rest[end...]
          continue
        }
        text = text.dropFirst().prefix { $0 != "-" && $0 != "]" }
      case "\"":
        let close = rest.dropFirst().firstIndex(of: "\"")
        let end = close.map { rest.index(after: $0) } ?? rest.endIndex
        piece = rest[..<end]
        text = piece.dropFirst().prefix { $0 != "\"" }
      case "\\":
        piece = rest.prefix(2)
        text = piece.dropFirst()
      default:
        piece = rest.hasPrefix(old) ? rest.prefix(old.count) : rest.prefix(1)
        text = piece
      }
      rest = rest[piece.endIndex...]
      guard let place = text.firstRange(of: old) else {
        result += piece
        continue
      }
      replaced += 1
      guard first != "[" else {
        result += Self.bracketed(currency, mark, before: rest)
        continue
      }
      // Text beside the mark stays, in quotes.
      let (before, after) = (text[..<place.lowerBound], text[place.upperBound...])
      result += Self.quoted(before) + Self.bracketed(currency, mark, before: after + rest)
      result += Self.quoted(after)
    }
    guard replaced > 0 else { return nil }
    let format = NumberFormat(code: result)
    return format.currencyCode == currency ? format : nil
  }

  /// Signs that say their currency, with the language that makes them do so.
  private static let marks: [String: String] = [
    "EUR": "€-2", "USD": "$-409", "GBP": "£-809", "JPY": "¥-411", "CNY": "¥-804", "CAD": "$-1009",
    "AUD": "$-C09", "INR": "₹-4009", "PLN": "zł-415", "CZK": "Kč-405", "SEK": "kr-41D",
    "NOK": "kr-414", "DKK": "kr-406",
  ]

  /// The mark in brackets; a code that digits follow keeps a blank between.
  private static func bracketed(
    _ currency: String, _ mark: String?, before next: some StringProtocol
  ) -> String {
    if let mark { return "[$\(mark)]" }
    let isBeside = next.first.map { "#0?".contains($0) } ?? false
    return "[$\(currency)]" + (isBeside ? "\\ " : "")
  }

  private static func quoted(_ text: Substring) -> String { text.isEmpty ? "" : "\"\(text)\"" }
}
