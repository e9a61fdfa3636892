internal import SpreadsheetML

/// The styles of values that are shown as the text had them, registered when they are first needed.
final class ValueStyles {
  private let book: WorkbookWriter
  private let dateCode: String
  private var decimals: [Int]
  private var shortDecimals: [Int]
  private var moments: [Int]
  private var dateStyle: Int?
  private var quantities: [String: Int] = [:]

  /// The most decimals that Excel shows.
  static let mostPlaces = 30

  /// Makes styles for a book; `daySeparator` is zero unless the day comes first.
  init(_ book: WorkbookWriter, daySeparator: UInt8) {
    self.book = book
    decimals = Array(repeating: -1, count: ValueStyles.mostPlaces + 1)
    shortDecimals = decimals
    moments = Array(repeating: -1, count: 16)
    switch daySeparator {
    case 0: dateCode = "yyyy\\-mm\\-dd"
    case UInt8(ascii: "."): dateCode = "dd\\.mm\\.yyyy"
    default: dateCode = "dd\\/mm\\/yyyy"
    }
  }

  /// Numbers with so many decimals, at most ``mostPlaces``.
  ///
  /// `hasZero` says whether a zero stands before the mark of a number below one.
  func decimal(_ places: Int, hasZero: Bool) throws(WorkbookError) -> Int {
    let known = hasZero ? decimals[places] : shortDecimals[places]
    if known >= 0 { return known }
    let code = (hasZero ? "0." : ".") + String(repeating: "0", count: places)
    let index = try register(code)
    if hasZero { decimals[places] = index } else { shortDecimals[places] = index }
    return index
  }

  /// Numbers with marks between their thousands, and percents, with so many decimals.
  func quantity(_ places: Int, isGrouped: Bool, _ form: FieldForm) throws(WorkbookError) -> Int {
    var code = isGrouped ? "#,##0" : "0"
    if places > 0 { code += "." + String(repeating: "0", count: places) }
    switch form {
    case .percent: code += "%"
    case .spacedPercent: code += "\\ %"
    default: break
    }
    if let known = quantities[code] { return known }
    let index = try register(code)
    quantities[code] = index
    return index
  }

  /// Days.
  func date() throws(WorkbookError) -> Int {
    if let dateStyle { return dateStyle }
    let index = try register(dateCode)
    dateStyle = index
    return index
  }

  /// Times of day, alone or after a day.
  ///
  /// - Parameters:
  ///   - places: -1 without seconds, else the digits behind the second, at most three.
  ///   - separator: what stands between day and time: a `T`, a blank, or zero without a day.
  /// - Returns: the style's index.
  /// - Throws: ``WorkbookError`` when there are too many styles.
  func moment(_ places: Int, separator: UInt8) throws(WorkbookError) -> Int {
    let kind = separator == 0 ? 0 : separator == 0x20 ? 1 : 2
    let slot = kind * 5 + places + 1
    if moments[slot] >= 0 { return moments[slot] }
    var code = places < 0 ? "hh:mm" : "hh:mm:ss"
    if places > 0 { code += "." + String(repeating: "0", count: places) }
    if kind > 0 { code = dateCode + (kind == 1 ? "\\ " : "\"T\"") + code }
    moments[slot] = try register(code)
    return moments[slot]
  }

  private func register(_ code: String) throws(WorkbookError) -> Int {
    try book.style(CellStyle(numberFormat: NumberFormat(code: code))).rawValue
  }
}
