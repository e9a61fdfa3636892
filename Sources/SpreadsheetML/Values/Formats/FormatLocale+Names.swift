extension FormatLocale {
  /// The name of a month, as `mmmm` and `mmm` show it.
  ///
  /// - Parameters:
  ///   - month: 1 to 12; another number has no name.
  ///   - isShort: Whether the abbreviation is meant, with its point where Excel writes one.
  /// - Returns: The name, or nothing.
  public func monthName(_ month: Int, isShort: Bool = false) -> String {
    let names = isShort ? shortMonths : months
    return 1...names.count ~= month ? names[month - 1] : ""
  }

  /// The name of a day of the week, as `dddd` and `ddd` show it.
  ///
  /// - Parameters:
  ///   - weekday: 1 is Sunday, 7 is Saturday; another number has no name.
  ///   - isShort: Whether the abbreviation is meant, with its point where Excel writes one.
  /// - Returns: The name, or nothing.
  public func weekdayName(_ weekday: Int, isShort: Bool = false) -> String {
    let names = isShort ? shortWeekdays : weekdays
    return 1...names.count ~= weekday ? names[weekday - 1] : ""
  }

  /// The words for the two halves of the day, as `AM/PM` shows them.
  ///
  /// - Parameter isAfternoon: Whether it is noon or later.
  /// - Returns: `AM` or `PM`, in Spanish `a. m.` or `p. m.` with a no-break space.
  public func halfDay(isAfternoon: Bool) -> String {
    switch self {
    case .en, .fr, .it, .de: isAfternoon ? "PM" : "AM"
    case .es: isAfternoon ? "p.\u{A0}m." : "a.\u{A0}m."
    }
  }

  private var months: [String] {
    switch self {
    case .en: Self.englishMonths
    case .fr: Self.frenchMonths
    case .it: Self.italianMonths
    case .de: Self.germanMonths
    case .es: Self.spanishMonths
    }
  }

  private var shortMonths: [String] {
    switch self {
    case .en: Self.shortEnglishMonths
    case .fr: Self.shortFrenchMonths
    case .it: Self.shortItalianMonths
    case .de: Self.shortGermanMonths
    case .es: Self.shortSpanishMonths
    }
  }

  private var weekdays: [String] {
    switch self {
    case .en: Self.englishDays
    case .fr: Self.frenchDays
    case .it: Self.italianDays
    case .de: Self.germanDays
    case .es: Self.spanishDays
    }
  }

  private var shortWeekdays: [String] {
    switch self {
    case .en: Self.shortEnglishDays
    case .fr: Self.shortFrenchDays
    case .it: Self.shortItalianDays
    case .de: Self.shortGermanDays
    case .es: Self.shortSpanishDays
    }
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let shortEnglishMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let englishDays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let shortEnglishDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
  private static let shortFrenchMonths = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
  ]
  private static let frenchDays = [
    "dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
  ]
  private static let shortFrenchDays = ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."]

  private static let italianMonths = [
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
    "settembre", "ottobre", "novembre", "dicembre",
  ]
  private static let shortItalianMonths = [
    "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic",
  ]
  private static let italianDays = [
    "domenica", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato",
  ]
  private static let shortItalianDays = ["dom", "lun", "mar", "mer", "gio", "ven", "sab"]

  private static let germanMonths = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
  ]
  private static let shortGermanMonths = [
    "Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez",
  ]
  private static let germanDays = [
    "Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag",
  ]
  private static let shortGermanDays = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"]

  private static let spanishMonths = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
  ]
  private static let shortSpanishMonths = [
    "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
  ]
  private static let spanishDays = [
    "domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado",
  ]
  private static let shortSpanishDays = ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"]
}
