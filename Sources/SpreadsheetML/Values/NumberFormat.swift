/// A cell's number format: what Excel is told to show for the value it keeps.
///
/// It is read from a format code of SpreadsheetML, which is always in the words of English Excel
/// (ECMA-376 Part 1, 18.8.30 and 18.8.31). Reading never fails: a code Excel would refuse is
/// taken as far as it makes sense, with the rest as literal text.
///
///     NumberFormat(code: "0.0%").text(for: 0.125)         // 12.5%
///     NumberFormat(code: "d mmm yyyy").text(for: 45322)   // 31 Jan 2024
///     NumberFormat(code: "0.0%").kind                     // .percent
///
/// Reading a code costs some microseconds, so make one format per style, not one per cell.
public struct NumberFormat: Sendable {
  /// What a number in the cell is meant to be.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// No format of its own: `General`, an empty code, text alone.
    case general
    /// Digits, perhaps grouped, scaled or with text around them.
    case number
    /// Digits with a percent sign: 0.31 is shown as 31%.
    case percent
    /// Digits with the mark or code of a currency, accounting formats included.
    case currency
    /// Digits with an exponent.
    case scientific
    /// A whole number and a fraction.
    case fraction
    /// `@`: what is typed stays text.
    case text
    /// A calendar day, or some part of one.
    case date
    /// A time of day.
    case time
    /// A calendar day and a time of day.
    case dateTime
    /// A length of time: `[h]:mm`, `[mm]:ss`, `[s]`.
    case elapsed

    /// Whether the number is a serial date, a time of day or a length of time.
    public var isDateOrTime: Bool {
      switch self {
      case .date, .time, .dateTime, .elapsed: true
      default: false
      }
    }
  }

  /// The code as it was given.
  public let code: String

  /// What a positive number in the cell is, as Excel sees it when it reads one.
  ///
  /// It is told by the section that applies to positive numbers; letters in quotes, after a
  /// backslash or in brackets tell nothing. Where conditions choose the section, only the first
  /// one makes a date or time, as other readers of workbooks have it.
  public let kind: Kind

  /// Whether some numeric section multiplies by a hundred and shows `%`, whatever ``kind`` is.
  public let isPercent: Bool

  /// The number of digits shown after the decimal point; nil where the code does not say.
  ///
  /// That is so for General, text, dates, times and fractions. Places that stay empty when the
  /// number has no digit for them (`0.0#`) are counted.
  public let decimalPlaces: Int?

  /// The mark of a currency as the code writes it, such as `$`, `€`, `CHF`; nil without one.
  public let currencySymbol: String?

  /// The currency's code in ISO 4217, such as `EUR`; nil where the mark leaves it open.
  ///
  /// A dollar sign alone says nothing; with a language, as in `[$$-409]`, it does.
  public let currencyCode: String?

  /// The sections for numbers, one to three, with what they are chosen by.
  let numberSections: [FormatSection]
  /// Whether the sections are chosen by conditions in brackets instead of the number's sign.
  let isConditional: Bool
  /// The section for text; nil if text is shown as it is.
  let textSection: FormatSection?
  /// A regional setting that is shown instead of the sections.
  let systemFormat: SystemFormat?

  /// A format that follows the reader's regional settings.
  enum SystemFormat: Sendable, Hashable {
    case shortDate, shortDateTime, longDate, time
  }

  /// The bytes a code may have; a longer one is taken as General, and Excel allows 255 characters.
  static let longestCode = 2048

  /// Reads a format code.
  ///
  /// - Parameter code: The code as the file has it; an empty one is `General`. One of more than
  ///   2,048 bytes is taken as `General`, and sections after the fourth are ignored.
  /// - Complexity: O(*n*) in the code's length, for codes as people write them.
  public init(code: String) {
    self.init(code: code, systemFormat: nil)
  }

  init(code: String, systemFormat: SystemFormat?) {
    self.code = code
    var sections: [FormatSection] = []
    let bytes = Array(code.utf8.prefix(NumberFormat.longestCode + 1))
    if bytes.count <= NumberFormat.longestCode, !bytes.isEmpty {
      var parser = FormatSectionParser(bytes)
      repeat {
        sections.append(parser.parseSection())
      } while sections.count < 4 && parser.expectsSection
    }
    let arranged = SectionArrangement(sections)
    numberSections = arranged.numbers
    isConditional = arranged.isConditional
    textSection = arranged.text

    let lead = arranged.positive
    self.systemFormat =
      systemFormat
      ?? lead?.systemFormat.map { $0 == .longDate ? SystemFormat.longDate : .time }
    let currency = lead.flatMap(CurrencyMark.init(in:))
    currencySymbol = currency?.symbol
    currencyCode = currency?.code
    isPercent = arranged.numbers.contains { $0.hasPercent && $0.hasDigits }
    kind = NumberFormat.kind(lead, isText: arranged.isTextOnly, hasCurrency: currency != nil)
    switch lead?.content {
    case .number, .scientific: decimalPlaces = lead?.fractionDigits
    default: decimalPlaces = nil
    }
  }

  private static func kind(_ lead: FormatSection?, isText: Bool, hasCurrency: Bool) -> Kind {
    guard let lead else { return isText ? .text : .general }
    switch lead.content {
    case .literal, .general: return .general
    case .text: return .text
    case .fraction: return .fraction
    case .scientific: return .scientific
    case .number:
      if lead.hasPercent { return .percent }
      return hasCurrency ? .currency : .number
    case .date:
      if lead.isElapsed { return .elapsed }
      if !lead.hasTime { return .date }
      return lead.hasDay ? .dateTime : .time
    }
  }
}

extension NumberFormat: Hashable {
  /// Whether two formats have the same code and follow the same regional setting.
  public static func == (left: NumberFormat, right: NumberFormat) -> Bool {
    left.code == right.code && left.systemFormat == right.systemFormat
  }

  /// Feeds the code into a hasher.
  ///
  /// - Parameter hasher: Takes what makes the format.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
  }
}
