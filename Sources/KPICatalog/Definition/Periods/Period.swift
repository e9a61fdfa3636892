/// A named stretch of the calendar a value belongs to, such as 2026 or the fourth quarter of 2025.
public struct Period: Hashable, Sendable {
  /// How long a period is.
  public enum Grain: Hashable, Sendable, CaseIterable {
    /// A calendar year, `2026`.
    case year
    /// A fiscal year named by the year it ends in, `FY2026`.
    case fiscalYear
    /// A year that spans two calendar years, `2025/2026`; ``Period/year`` is the first.
    case spanningYear
    /// A half of a year, `2026-H1`.
    case half
    /// A third of a year, four months, `2026-T1`.
    case third
    /// A quarter, `2026-Q4`.
    case quarter
    /// A month, `2026-03`.
    case month
    /// An ISO 8601 week, `2026-W05`.
    case week
  }

  /// The kind of period.
  public let grain: Grain
  /// The year, 1 to 9999.
  public let year: Int
  /// Which half, third, quarter, month or week of the year, from 1; 1 for years.
  public let index: Int

  /// Makes a period.
  ///
  /// Gives nil if the year has no such part.
  ///
  /// - Parameters:
  ///   - grain: The kind of period.
  ///   - year: 1 to 9999.
  ///   - index: Which of that kind in the year, from 1; 1 for years.
  public init?(_ grain: Grain, year: Int, index: Int = 1) {
    let most =
      switch grain {
      case .year, .fiscalYear, .spanningYear: 1
      case .half: 2
      case .third: 3
      case .quarter: 4
      case .month: 12
      case .week: 53
      }
    guard (1...9999).contains(year), (1...most).contains(index) else { return nil }
    if grain == .spanningYear, year == 9999 { return nil }
    self.grain = grain
    self.year = year
    self.index = index
  }

  /// Reads a period: `2026`, `FY2026`, `2025/2026`, `2026-H1`, `2026-T1`, `2026-Q4`, `2026-03`,
  /// `2026-W05`.
  ///
  /// Gives nil for any other form.
  ///
  /// - Parameter text: The period, nothing before or after.
  public init?(_ text: String) {
    var digits = DigitScanner(text)
    let isFiscal = digits.skip("F")
    if isFiscal, !digits.skip("Y") { return nil }
    guard let year = digits.number(of: 4) else { return nil }
    if digits.isAtEnd {
      self.init(isFiscal ? .fiscalYear : .year, year: year)
      return
    }
    guard !isFiscal else { return nil }
    if digits.skip("/") {
      guard let last = digits.number(of: 4), last == year + 1, digits.isAtEnd else { return nil }
      self.init(.spanningYear, year: year)
      return
    }
    guard digits.skip("-") else { return nil }
    let grain: Grain
    if digits.skip("H") {
      grain = .half
    } else if digits.skip("T") {
      grain = .third
    } else if digits.skip("Q") {
      grain = .quarter
    } else if digits.skip("W") {
      grain = .week
    } else {
      grain = .month
    }
    let width = grain == .month || grain == .week ? 2 : 1
    guard let index = digits.number(of: width), digits.isAtEnd else { return nil }
    self.init(grain, year: year, index: index)
  }
}

extension Period: CustomStringConvertible {
  /// The period in the form ``init(_:)`` reads.
  public var description: String {
    let name = DigitScanner.text(year, digits: 4)
    return switch grain {
    case .year: name
    case .fiscalYear: "FY" + name
    case .spanningYear: name + "/" + DigitScanner.text(year + 1, digits: 4)
    case .half: name + "-H" + String(index)
    case .third: name + "-T" + String(index)
    case .quarter: name + "-Q" + String(index)
    case .month: name + "-" + DigitScanner.text(index, digits: 2)
    case .week: name + "-W" + DigitScanner.text(index, digits: 2)
    }
  }
}

/// When a value holds or is due: a day or a period.
public enum Moment: Hashable, Sendable {
  /// A day.
  case date(CivilDate)
  /// A period.
  case period(Period)

  /// Reads a date or a period.
  ///
  /// Gives nil for anything else.
  ///
  /// - Parameter text: `2026-12-31`, or what ``Period/init(_:)`` reads.
  public init?(_ text: String) {
    if let date = CivilDate(text) {
      self = .date(date)
    } else if let period = Period(text) {
      self = .period(period)
    } else {
      return nil
    }
  }
}

extension Moment: CustomStringConvertible {
  /// The date or period as it is written in a catalog.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .period(let period): period.description
    }
  }
}
