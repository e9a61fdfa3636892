internal import XMLStream

/// Reads a sheet's part through libxml2 into a tree and walks over it (ECMA-376 Part 1, 18.3.1).
///
/// It is the truth that `SheetScanner` is compared with, so it is written from the format's
/// description, shares no code with it beyond libxml2's binding, and does nothing cleverly.
public struct ReferenceRowReader {
  private let sharedTexts: [String]
  private var rows: [ReferenceRow] = []

  private init(sharedTexts: [String]) { self.sharedTexts = sharedTexts }

  /// The rows of a sheet's part.
  ///
  /// - Parameters:
  ///   - part: the part's bytes, in any encoding.
  ///   - sharedTexts: the workbook's shared texts.
  /// - Returns: the rows in the file's order.
  /// - Throws: `XMLError` or ``ReferenceFault``.
  public static func rows(of part: [UInt8], sharedTexts: [String] = []) throws -> [ReferenceRow] {
    let root = try XMLTree.read(part)
    guard root.isMain else { throw ReferenceFault("the root is in another namespace") }
    var reader = ReferenceRowReader(sharedTexts: sharedTexts)
    guard let data = root.elements("sheetData").first else { return [] }
    for row in data.elements("row") { try reader.add(row) }
    return reader.rows
  }

  /// The texts of a shared strings part (18.4.9).
  ///
  /// - Parameter part: the part's bytes.
  /// - Returns: the texts in order.
  /// - Throws: `XMLError`.
  public static func sharedTexts(of part: [UInt8]) throws -> [String] {
    try XMLTree.read(part).elements("si").map { richText($0) }
  }

  private mutating func add(_ row: XMLTree) throws {
    var number = (rows.last?.number ?? 0) + 1
    let stated = row.element["r"]
    if let stated {
      guard let value = Int(stated) else { throw ReferenceFault("row '\(stated)'") }
      number = value
    }
    var hasNumber = stated != nil
    var cells: [ReferenceCell] = []
    for cell in row.elements("c") {
      var column = (cells.last?.column ?? 0) + 1
      if let address = cell.element["r"] {
        guard let place = ReferenceRowReader.address(address) else {
          throw ReferenceFault("address '\(address)'")
        }
        // A row that states no number has that of its first cell.
        if cells.isEmpty && !hasNumber { number = place.row }
        guard place.row == number else { throw ReferenceFault("'\(address)' in row \(number)") }
        hasNumber = true
        column = place.column
      }
      guard column <= 16_384 else { throw ReferenceFault("column \(column)") }
      cells.append(try self.cell(cell, column: column))
    }
    guard 1...1_048_576 ~= number else { throw ReferenceFault("row \(number)") }
    // Of two cells of one address the later counts.
    var byColumn: [Int: ReferenceCell] = [:]
    for cell in cells { byColumn[cell.column] = cell }
    rows.append(
      ReferenceRow(
        number: number, isHidden: ["1", "true"].contains(row.element["hidden"]),
        cells: byColumn.values.sorted { $0.column < $1.column }))
  }

  private func cell(_ cell: XMLTree, column: Int) throws -> ReferenceCell {
    let formula = cell.elements("f").first.map { formula in
      ReferenceFormula(
        text: formula.text, type: formula.element["t"] ?? "normal", range: formula.element["ref"],
        sharedIndex: formula.element["si"].flatMap { Int($0) })
    }
    return ReferenceCell(
      column: column, style: cell.element["s"].flatMap { Int($0) } ?? 0, value: try value(of: cell),
      formula: formula)
  }

  private func value(of cell: XMLTree) throws -> ReferenceValue {
    let inline = cell.elements("is").first.map(ReferenceRowReader.richText)
    let stored = cell.elements("v").first?.text
    switch cell.element["t"] ?? "n" {
    case "inlineStr", "str":
      if let inline { return .text(inline) }
      return stored.map { .text(ReferenceRowReader.unescaped($0)) } ?? .blank
    case "s":
      guard let stored, !stored.isEmpty else { return .blank }
      guard let index = Int(ReferenceRowReader.trimmed(stored)), sharedTexts.indices.contains(index)
      else { throw ReferenceFault("shared text '\(stored)'") }
      return .text(sharedTexts[index])
    case "b":
      switch stored ?? "" {
      case "": return .blank
      case "1", "true", "TRUE": return .boolean(true)
      case "0", "false", "FALSE": return .boolean(false)
      default: throw ReferenceFault("truth value '\(stored ?? "")'")
      }
    case "e": return (stored ?? "").isEmpty ? .blank : .error(stored ?? "")
    case "d": return (stored ?? "").isEmpty ? .blank : .isoDate(stored ?? "")
    default:
      if let inline { return .text(inline) }
      guard let stored, !stored.isEmpty else { return .blank }
      guard let number = Double(ReferenceRowReader.trimmed(stored)), number.isFinite else {
        throw ReferenceFault("number '\(stored)'")
      }
      return .number(number)
    }
  }

  /// The text of `si` or `is`: every `t` directly inside or in a run, phonetic runs left out.
  private static func richText(_ item: XMLTree) -> String {
    let pieces = item.elements.flatMap { child -> [String] in
      switch child.element.name.local {
      case "t": [child.text]
      case "r": child.elements("t").map(\.text)
      default: []
      }
    }
    return unescaped(pieces.joined())
  }

  /// Undoes `_xHHHH_` (22.4.2.4), two halves of a surrogate pair together.
  static func unescaped(_ text: String) -> String {
    var units: [UInt16] = []
    let source = Array(text.utf16)
    var at = 0
    while at < source.count {
      if let unit = escape(source, at) {
        if UTF16.isLeadSurrogate(unit), let low = escape(source, at + 7),
          UTF16.isTrailSurrogate(low)
        {
          units += [unit, low]
          at += 14
          continue
        }
        if !UTF16.isSurrogate(unit) {
          units.append(unit)
          at += 7
          continue
        }
      }
      units.append(source[at])
      at += 1
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func escape(_ units: [UInt16], _ at: Int) -> UInt16? {
    guard at + 7 <= units.count else { return nil }
    let text = String(decoding: units[at..<at + 7], as: UTF16.self)
    guard text.hasPrefix("_x"), text.hasSuffix("_"), text.utf8.count == 7 else { return nil }
    let digits = text.dropFirst(2).dropLast()
    guard digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt16(digits, radix: 16)
  }

  private static func address(_ text: String) -> (row: Int, column: Int)? {
    let letters = text.uppercased().prefix { $0 >= "A" && $0 <= "Z" }
    guard let row = Int(text.dropFirst(letters.count)), 1...3 ~= letters.count else { return nil }
    let column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
    guard column <= 16_384, 1...1_048_576 ~= row else { return nil }
    return (row, column)
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    let white: Set<Unicode.Scalar> = [" ", "\t", "\n", "\r"]
    while let first = scalars.first, white.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, white.contains(last) { scalars.removeLast() }
    return String(scalars)
  }
}
