/// How often a measure is taken or reported.
public enum Cadence: String, Hashable, Sendable, CaseIterable {
  /// Every day, `P1D`.
  case daily = "P1D"
  /// Every week, `P1W`.
  case weekly = "P1W"
  /// Every two weeks, `P2W`.
  case fortnightly = "P2W"
  /// Every month, `P1M`.
  case monthly = "P1M"
  /// Every two months, `P2M`.
  case everyTwoMonths = "P2M"
  /// Every three months, `P3M`.
  case quarterly = "P3M"
  /// Every four months, `P4M`.
  case everyFourMonths = "P4M"
  /// Twice a year, `P6M`.
  case halfYearly = "P6M"
  /// Every year, `P1Y`.
  case yearly = "P1Y"
  /// Every two years, `P2Y`.
  case everyTwoYears = "P2Y"
  /// All the time.
  case continuous
  /// Whenever something happens.
  case onEvent
  /// When somebody asks.
  case onDemand

  /// Makes the cadence of a length of time, whatever the unit: `P12M` is yearly, `P7D` is weekly.
  ///
  /// Gives nil if it is not one of the ten lengths.
  ///
  /// - Parameter period: The length.
  public init?(_ period: CalendarPeriod) {
    self.init(rawValue: period.inLargestUnit.description)
  }

  /// The time between two values, or nil for the three that have none.
  public var period: CalendarPeriod? { CalendarPeriod(rawValue) }

  /// Whether this cadence is known to be more frequent than another; false if either has no period.
  public func isMoreFrequent(than other: Cadence) -> Bool {
    guard period != nil, other.period != nil,
      let mine = Self.allCases.firstIndex(of: self),
      let others = Self.allCases.firstIndex(of: other)
    else { return false }
    // The cases with a period stand in order of length.
    return mine < others
  }
}

extension Cadence: CatalogWord {
  static var noun: String { "a frequency" }

  static var spoken: [String] {
    ["daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"]
  }

  static func meant(by text: String) -> Cadence? {
    switch text.lowercased() {
    case "daily", "day": .daily
    case "weekly", "week": .weekly
    case "fortnightly", "biweekly", "bi-weekly": .fortnightly
    case "monthly", "month": .monthly
    case "bimonthly", "bi-monthly": .everyTwoMonths
    case "quarterly", "quarter": .quarterly
    case "half-yearly", "semi-annual", "semi-annually", "biannual": .halfYearly
    case "yearly", "annual", "annually", "year": .yearly
    case "biennial", "biennially": .everyTwoYears
    default: nil
    }
  }
}
