internal import KPICatalog

/// A length of time written as a clock shows it: `36:15` and `0:03:45`.
struct ClockText: Hashable, Sendable {
  /// The two or three numbers between the colons.
  let parts: [Int]

  /// Whether two numbers are minutes and seconds: they are in a unit of minutes or seconds, and
  /// hours and minutes in all others.
  func readsMinutes(in unit: MeasureUnit?) -> Bool {
    parts.count == 2 && unit?.kind == .duration && (unit?.symbol == "min" || unit?.symbol == "s")
  }

  /// The length in a unit of time, by its symbol.
  ///
  /// - Parameters:
  ///   - symbol: The symbol of the unit; hours if it is none.
  ///   - readsMinutes: Whether two numbers are minutes and seconds.
  /// - Returns: The number of units.
  func length(in symbol: String, readsMinutes: Bool) -> Double {
    var seconds = 0.0
    for part in parts { seconds = seconds * 60 + Double(part) }
    if parts.count == 2, !readsMinutes { seconds *= 60 }
    return seconds / (86_400 / (DurationUnit.perDay(symbol) ?? 24))
  }

  /// The numbers of another length in the same form; nil for one below zero.
  func parts(ofDays days: Double, readsMinutes: Bool) -> [Int]? {
    let isFine = parts.count == 3 || readsMinutes
    let units = (days * (isFine ? 86_400 : 1440)).rounded()
    guard units >= 0, units < 1e9 else { return nil }
    var rest = Int(units)
    var numbers: [Int] = []
    for _ in 1..<parts.count {
      numbers.insert(rest % 60, at: 0)
      rest /= 60
    }
    return [rest] + numbers
  }
}
