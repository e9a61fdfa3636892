/// The language and signs a cell is shown in: the regional settings Excel takes from the system.
///
/// | | decimal | group | short date | true, false |
/// |---|---|---|---|---|
/// | ``en`` (United States) | `.` | `,` | 1/31/2024 | TRUE, FALSE |
/// | ``fr`` (France) | `,` | U+202F | 31/01/2024 | VRAI, FAUX |
/// | ``it`` (Italy) | `,` | `.` | 31/01/2024 | VERO, FALSO |
/// | ``de`` (Germany) | `,` | `.` | 31.01.2024 | WAHR, FALSCH |
/// | ``es`` (Spain) | `,` | `.` | 31/01/2024 | VERDADERO, FALSO |
///
/// The French group mark is the narrow no-break space that Excel takes from today's Windows and
/// macOS.
public enum FormatLocale: String, Sendable, Hashable, CaseIterable {
  /// English as in the United States.
  case en
  /// French as in France.
  case fr
  /// Italian as in Italy.
  case it
  /// German as in Germany.
  case de
  /// Spanish as in Spain.
  case es

  /// Finds the locale of a language tag such as `fr`, `fr-CA` or `de_CH.UTF-8`.
  ///
  /// Only the language counts, in either case; the region does not. There is no locale for a
  /// language that is none of the five.
  ///
  /// - Parameter languageTag: A tag of BCP 47 or a POSIX locale name.
  public init?(languageTag: some StringProtocol) {
    let language = languageTag.prefix { $0 != "-" && $0 != "_" && $0 != "." }.lowercased()
    guard let locale = FormatLocale(rawValue: language) else { return nil }
    self = locale
  }

  /// Finds the locale of a Windows language identifier, by its primary language.
  init?(windowsIdentifier: Int) {
    switch windowsIdentifier & 0x3FF {
    case 0x09: self = .en
    case 0x0C: self = .fr
    case 0x10: self = .it
    case 0x07: self = .de
    case 0x0A: self = .es
    default: return nil
    }
  }

  /// The sign between whole units and decimals.
  public var decimalMark: String { self == .en ? "." : "," }

  /// The sign between groups of three digits.
  public var groupMark: String {
    switch self {
    case .en: ","
    case .fr: "\u{202F}"
    case .it, .de, .es: "."
    }
  }

  /// What Excel writes for a truth value.
  ///
  /// - Parameter truth: The value of the cell.
  /// - Returns: The word, in capitals.
  public func word(for truth: Bool) -> String {
    switch self {
    case .en: truth ? "TRUE" : "FALSE"
    case .fr: truth ? "VRAI" : "FAUX"
    case .it: truth ? "VERO" : "FALSO"
    case .de: truth ? "WAHR" : "FALSCH"
    case .es: truth ? "VERDADERO" : "FALSO"
    }
  }

  /// The format code of the short date, which the built-in format 14 stands for.
  public var shortDateCode: String {
    switch self {
    case .en: "m/d/yyyy"
    case .fr, .it, .es: "dd/mm/yyyy"
    case .de: "dd.mm.yyyy"
    }
  }

  /// The format code of the long date, which `[$-F800]` stands for.
  public var longDateCode: String {
    switch self {
    case .en: "dddd, mmmm d, yyyy"
    case .fr, .it: "dddd d mmmm yyyy"
    case .de: "dddd, d. mmmm yyyy"
    case .es: #"dddd, d "de" mmmm "de" yyyy"#
    }
  }

  /// The format code of the time of day, which `[$-F400]` stands for.
  public var timeCode: String { self == .en ? "h:mm:ss AM/PM" : "hh:mm:ss" }

  /// What stands for an unquoted slash of a date format.
  var dateSeparator: UInt8 { self == .de ? 0x2E : 0x2F }

  var decimalBytes: [UInt8] { self == .en ? [0x2E] : [0x2C] }

  var groupBytes: [UInt8] {
    switch self {
    case .en: [0x2C]
    case .fr: [0xE2, 0x80, 0xAF]
    case .it, .de, .es: [0x2E]
    }
  }
}
