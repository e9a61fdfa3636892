extension NumberFormat {
  /// What Excel shows for a number in a cell that is wide enough.
  ///
  /// Fifteen significant digits count, as in Excel, and halves are rounded away from zero. A
  /// space as wide as some character (`_)`) is one blank; a fill (`* `) is nothing. Where Excel
  /// fills the cell with `#` (a date it does not have, no condition that holds) the number is
  /// shown as General shows it, so that it is not lost.
  ///
  ///     NumberFormat(code: "#,##0.00 [$€-40C]").text(for: 1234.5, locale: .fr)  // 1 234,50 €
  ///
  /// - Parameters:
  ///   - number: The value of the cell; one that is not finite is shown as `#NUM!`.
  ///   - locale: The reader's language and signs; English of the United States by default.
  ///   - dateSystem: The workbook's date system; 1900 by default.
  /// - Returns: The text, perhaps empty.
  /// - Complexity: O(*n*) in the length of code and text.
  public func text(
    for number: Double, locale: FormatLocale = .en, dateSystem: DateSystem = .since1900
  ) -> String {
    var bytes: [UInt8] = []
    append(number, locale: locale, dateSystem: dateSystem, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What Excel shows for text: the text itself, or what the format's `@` section makes of it.
  ///
  /// - Parameter text: The value of the cell.
  /// - Returns: The text, perhaps empty: the format `;;;` hides it.
  public func text(for text: String) -> String {
    guard textSection != nil else { return text }
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What Excel shows for a truth value: its word, which formats treat as they do text.
  ///
  /// - Parameters:
  ///   - truth: The value of the cell.
  ///   - locale: The reader's language; English by default.
  /// - Returns: The word in capitals, such as `TRUE` or `VRAI`.
  public func text(for truth: Bool, locale: FormatLocale = .en) -> String {
    text(for: locale.word(for: truth))
  }

  /// Appends what ``text(for:locale:dateSystem:)`` returns, as UTF-8.
  ///
  /// - Parameters:
  ///   - number: The value of the cell.
  ///   - locale: The reader's language and signs.
  ///   - dateSystem: The workbook's date system.
  ///   - bytes: Takes the text.
  public func append(
    _ number: Double, locale: FormatLocale, dateSystem: DateSystem, to bytes: inout [UInt8]
  ) {
    guard number.isFinite else {
      bytes.append(contentsOf: "#NUM!".utf8)
      return
    }
    // There is no negative zero in a cell.
    let number = number == 0 ? 0 : number
    if let systemFormat {
      let format = NumberFormat.regional(systemFormat, locale)
      format.append(number, locale: locale, dateSystem: dateSystem, to: &bytes)
      return
    }
    let start = bytes.count
    guard let section = section(for: number),
      section.append(number, locale: locale, dateSystem: dateSystem, to: &bytes)
    else {
      bytes.removeLast(bytes.count - start)
      FormatSection.general.appendGeneral(number, locale: locale, to: &bytes)
      return
    }
  }

  /// Appends what ``text(for:)-(String)`` returns, as UTF-8.
  ///
  /// - Parameters:
  ///   - text: The value of the cell.
  ///   - bytes: Takes the text.
  public func append(_ text: String, to bytes: inout [UInt8]) {
    guard let textSection else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for item in textSection.items {
      switch item {
      case .literal(let literal), .fractionLiteral(let literal):
        bytes.append(contentsOf: literal)
      case .text, .general: bytes.append(contentsOf: text.utf8)
      case .dateSeparator: bytes.append(0x2F)
      default: break
      }
    }
  }

  /// The section a number is shown in; nil if conditions leave it out.
  func section(for number: Double) -> FormatSection? {
    if isConditional { return numberSections.first { $0.condition?.holds(for: number) ?? true } }
    let index =
      switch numberSections.count {
      case 1: 0
      case 2: number < 0 ? 1 : 0
      default: number > 0 ? 0 : number < 0 ? 1 : 2
      }
    return numberSections.indices.contains(index) ? numberSections[index] : nil
  }

  // MARK: Regional settings

  /// The format a regional setting stands for in a locale.
  private static func regional(_ format: SystemFormat, _ locale: FormatLocale) -> NumberFormat {
    switch format {
    case .shortDate: shortDates[locale] ?? .general
    case .shortDateTime: shortDateTimes[locale] ?? .general
    case .longDate: longDates[locale] ?? .general
    case .time: times[locale] ?? .general
    }
  }

  private static let shortDates = perLocale { $0.shortDateCode }
  private static let shortDateTimes = perLocale {
    $0.shortDateCode + ($0 == .en ? " h:mm" : " hh:mm")
  }
  private static let longDates = perLocale { $0.longDateCode }
  private static let times = perLocale { $0.timeCode }

  private static func perLocale(_ code: (FormatLocale) -> String) -> [FormatLocale: NumberFormat] {
    Dictionary(
      uniqueKeysWithValues: FormatLocale.allCases.map { ($0, NumberFormat(code: code($0))) })
  }
}
