extension Moment {
  /// The last day of a date or period.
  ///
  /// - Parameter fiscalYearStart: The day the fiscal year starts; years of which nothing is known
  ///   end in December.
  /// - Returns: nil only after the year 9999.
  package func lastDay(fiscalYearStart: MonthDay? = nil) -> CivilDate? {
    switch self {
    case .date(let date): date
    case .period(let period): period.lastDay(fiscalYearStart: fiscalYearStart)
    }
  }
}

extension Period {
  /// The last day of the period.
  ///
  /// A year that spans two ends the day before the fiscal year starts, or in December of the
  /// second.
  package func lastDay(fiscalYearStart: MonthDay? = nil) -> CivilDate? {
    switch grain {
    case .year: return Self.end(ofMonth: 12, year: year)
    case .fiscalYear: return Self.fiscalEnd(in: year, fiscalYearStart)
    case .spanningYear: return Self.fiscalEnd(in: year + 1, fiscalYearStart)
    case .half: return Self.end(ofMonth: index * 6, year: year)
    case .third: return Self.end(ofMonth: index * 4, year: year)
    case .quarter: return Self.end(ofMonth: index * 3, year: year)
    case .month: return Self.end(ofMonth: index, year: year)
    case .week: return Self.endOfWeek(index, year: year)
    }
  }

  /// Whether a day lies in the period.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - fiscalYearStart: The day the fiscal year starts; by default the first of January.
  /// - Returns: Whether it does.
  package func contains(_ day: CivilDate, fiscalYearStart: MonthDay? = nil) -> Bool {
    guard let last = lastDay(fiscalYearStart: fiscalYearStart), day <= last else { return false }
    let before = Period(grain, year: year, index: index - 1) ?? lastOfYearBefore
    guard let previous = before?.lastDay(fiscalYearStart: fiscalYearStart) else { return true }
    return previous < day
  }

  /// The last period of its kind in the year before; nil in the year 1.
  private var lastOfYearBefore: Period? {
    (1...53).reversed().lazy.compactMap { Period(grain, year: year - 1, index: $0) }.first
  }

  private static func end(ofMonth month: Int, year: Int) -> CivilDate? {
    CivilDate(year: year, month: month, day: CivilDate.length(ofMonth: month, year: year))
  }

  private static func fiscalEnd(in year: Int, _ start: MonthDay?) -> CivilDate? {
    guard let start, start.month > 1 || start.day > 1 else {
      return end(ofMonth: 12, year: year)
    }
    guard start.day == 1 else {
      return CivilDate(year: year, month: start.month, day: start.day - 1)
    }
    return end(ofMonth: start.month - 1, year: year)
  }

  /// The Sunday of a week: the first week of a year is the one with 4 January (ISO 8601).
  private static func endOfWeek(_ week: Int, year: Int) -> CivilDate? {
    guard let fourth = CivilDate(year: year, month: 1, day: 4) else { return nil }
    // Monday is 0.
    let weekday = fourth.weekdayFromMonday
    var day = 4 - weekday + 7 * (week - 1) + 6
    var month = 1
    var inYear = year
    while true {
      let length = CivilDate.length(ofMonth: month, year: inYear)
      guard day > length else { break }
      day -= length
      month += 1
      if month > 12 {
        month = 1
        inYear += 1
      }
    }
    return CivilDate(year: inYear, month: month, day: day)
  }
}

extension CivilDate {
  /// The day of the week, Monday being 0 (Sakamoto's method).
  var weekdayFromMonday: Int {
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? self.year - 1 : self.year
    let offset = offsets.indices.contains(month - 1) ? offsets[month - 1] : 0
    let fromSunday = (year + year / 4 - year / 100 + year / 400 + offset + day) % 7
    return (fromSunday + 6) % 7
  }
}
