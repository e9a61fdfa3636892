/// Which texts of a column of a delimited file are numbers.
///
/// One text says little: `1.234` may be a thousand, `1.10` a version, `007` a code. What the whole
/// column shows decides. Nothing is a number that a person would miss part of.
struct ColumnNumbers: Sendable {
  /// The mark before the decimals; nil if no text of the column shows it, or two do.
  private let mark: DecimalMark?
  /// Whether zeros at the end of decimals say nothing: 45.50 does not beside 12.75, but 1.10 does
  /// beside 1.2.
  private let takesTrailingZeros: Bool

  /// Looks at the texts of a column.
  ///
  /// - Parameters:
  ///   - texts: The texts, others than numbers among them.
  ///   - hasDecimalCommas: Whether a comma may be a decimal mark.
  init(_ texts: some Sequence<String>, hasDecimalCommas: Bool) {
    var marks: Set<DecimalMark> = []
    var places: Set<Int> = []
    var hasTrailingZero = false
    for text in texts {
      guard let number = Self.number(in: text) else { continue }
      var shown = number.decimalMark
      if shown == nil, number.doubtfulMark == .point, !hasDecimalCommas { shown = .point }
      guard let shown else { continue }
      marks.insert(shown)
      guard let place = text.lastIndex(of: shown.rawValue) else { continue }
      let decimals = text[text.index(after: place)...]
      places.insert(decimals.utf8.count)
      if decimals.hasSuffix("0") { hasTrailingZero = true }
    }
    let only = marks.count == 1 ? marks.first : nil
    mark = only == .comma && !hasDecimalCommas ? nil : only
    takesTrailingZeros = !hasTrailingZero || places.count == 1
  }

  /// The text with a point before its decimals and nothing between its thousands; nil if it is no
  /// number with decimals.
  func decimal(_ text: String) -> String? {
    guard let mark, let number = Self.number(in: text), takesTrailingZeros,
      number.decimalMark == mark || number.doubtfulMark == mark,
      let place = text.lastIndex(of: mark.rawValue)
    else { return nil }
    let whole = text[..<place].filter { $0 != "." && $0 != "," }
    let decimals = text[text.index(after: place)...]
    // A double holds fifteen digits of any number.
    guard whole.utf8.count + decimals.utf8.count <= 15 else { return nil }
    return whole + "." + decimals
  }

  /// The number a text may be: digits with points and commas, no zeros in front, a minus at most.
  private static func number(in text: String) -> NumberText? {
    var digits = text.utf8[...]
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    guard digits.count <= 30, let first = digits.first, 0x30...0x39 ~= first else { return nil }
    if first == 0x30, let second = digits.dropFirst().first, 0x30...0x39 ~= second { return nil }
    let isPlain = digits.allSatisfy {
      0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
    }
    return isPlain ? NumberText(Substring(digits)) : nil
  }
}
