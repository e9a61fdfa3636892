/// What a digit placeholder prints where the number has no digit.
enum DigitPlaceholder: Sendable, Hashable {
  /// `0`: a zero.
  case zero
  /// `#`: nothing.
  case nothing
  /// `?`: a blank.
  case blank
}

/// The part of a number a digit placeholder belongs to.
enum DigitPart: Sendable, Hashable {
  case integer, fraction, exponent, numerator, denominator
}

/// One part of a date or a time of day.
enum DateField: Sendable, Hashable {
  /// Two digits, or four; in the Buddhist era 543 is added.
  case year(isLong: Bool, isBuddhist: Bool)
  /// 1 and 2 are digits, 3 the abbreviation, 4 the name, 5 its first letter.
  case month(Int)
  /// 1 and 2 are digits, 3 the abbreviated weekday, 4 its name.
  case day(Int)
  case hour(width: Int)
  case minute(width: Int)
  case second(width: Int)
  /// Decimals of a second, with the point.
  case subsecond(digits: Int)
  case halfDay(isShort: Bool, isLowercase: Bool)
  case elapsedHours(width: Int)
  case elapsedMinutes(width: Int)
  case elapsedSeconds(width: Int)
}

/// One thing a section prints, in order.
enum FormatItem: Sendable, Hashable {
  /// Text as it stands, in UTF-8.
  case literal([UInt8])
  /// Text beside a fraction, which goes blank where the fraction does.
  case fractionLiteral([UInt8])
  case digit(DigitPlaceholder, DigitPart)
  /// A digit that is one of the code's own, such as those of the denominator 16.
  case fixedDenominator([UInt8])
  case point
  /// The letter and whether a plus is shown.
  case exponent(UInt8, showsPlus: Bool)
  case slash
  case general
  case text
  case dateSeparator
  case date(DateField)
}

/// A comparison in brackets, such as `[<=100]`.
struct FormatCondition: Sendable, Hashable {
  enum Comparison: Sendable, Hashable {
    case less, lessOrEqual, equal, notEqual, greaterOrEqual, greater
  }

  var comparison: Comparison
  var operand: Double

  func holds(for number: Double) -> Bool {
    switch comparison {
    case .less: number < operand
    case .lessOrEqual: number <= operand
    case .equal: number == operand
    case .notEqual: number != operand
    case .greaterOrEqual: number >= operand
    case .greater: number > operand
    }
  }

  /// Whether some positive number meets it.
  var holdsForSomePositive: Bool {
    switch comparison {
    case .less, .lessOrEqual, .equal: operand > 0
    case .notEqual, .greaterOrEqual, .greater: true
    }
  }

  /// Whether only negative numbers meet it, so that Excel shows them without their minus.
  ///
  /// This is Excel's own view of the matter: `[<=-5]` is such a condition, `[<=0]` is not.
  var isForNegatives: Bool {
    switch comparison {
    case .less: operand <= 0
    case .lessOrEqual, .equal: operand < 0
    case .notEqual, .greaterOrEqual, .greater: false
    }
  }
}

/// A currency in brackets: `[$€-407]` has the mark `€` and the language 0x407.
struct BracketedCurrency: Sendable, Hashable {
  var mark: [UInt8]
  var windowsLanguage: Int
}

/// One of the up to four sections of a format code, ready to print (ECMA-376 Part 1, 18.8.31).
struct FormatSection: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    /// Text alone, or nothing at all.
    case literal
    case general, text, date, number, scientific, fraction
  }

  /// The regional setting of the system that stands for the whole code.
  enum SystemFormat: Sendable, Hashable {
    case longDate, time
  }

  var items: [FormatItem] = []
  var content: Content = .literal
  var condition: FormatCondition?
  /// Whether a negative number is shown with a minus before everything else.
  var showsMinus = false

  /// The language a locale tag asks names in; nil for the reader's own.
  var language: FormatLocale?
  var systemFormat: SystemFormat?
  var currency: BracketedCurrency?

  var integerDigits = 0
  var fractionDigits = 0
  var exponentDigits = 0
  var numeratorDigits = 0
  var denominatorDigits = 0
  /// The denominator of `# ??/16`; 0 if it is to be found.
  var fixedDenominator = 0
  var hasPoint = false
  var isGrouped = false
  var hasPercent = false
  /// The power of ten a number is multiplied by: 2 for each percent sign, -3 for each comma.
  var scale = 0

  var hasDay = false
  var hasTime = false
  var isElapsed = false
  var isTwelveHour = false
  /// The decimals of a second shown, at most 3.
  var subsecondDigits = 0

  /// The section Excel uses where the code has none.
  static let general: FormatSection = {
    var section = FormatSection()
    section.items = [.general]
    section.content = .general
    section.showsMinus = true
    return section
  }()

  /// Whether a text section: it has an `@` and neither digits nor dates.
  var isText: Bool { content == .text }

  var hasDigits: Bool {
    integerDigits + fractionDigits + exponentDigits + numeratorDigits + denominatorDigits > 0
  }

  /// Whether the code ever asks for a zero or a blank in the fraction, so that a whole number
  /// leaves room for one.
  var keepsRoomForFraction: Bool {
    items.contains { item in
      switch item {
      case .digit(let placeholder, .numerator), .digit(let placeholder, .denominator):
        placeholder != .nothing
      default: false
      }
    }
  }
}
