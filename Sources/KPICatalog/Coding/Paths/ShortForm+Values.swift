extension ValueRange {
  fileprivate var short: String { "\(low) to \(high)" }
}

extension Moment {
  /// When, behind the word that fits: `in 2024`, `on 2024-12-31`.
  fileprivate var short: String {
    switch self {
    case .date: " on \(self)"
    case .period: " in \(self)"
    }
  }
}

extension Target: ShortForm {
  static let shortExample = "'45 by 2026-12-31' or '40 to 50 by 2027-Q4'"

  init?(short: String) {
    var words = ShortWords(short)
    if let range = words.range() {
      self.init(.range(range))
    } else if let value = words.number() {
      self.init(value)
    } else {
      return nil
    }
    let isDue = words.skip(anyOf: ["by", "in", "on", "until"])
    by = words.moment()
    guard words.isAtEnd, by != nil || !isDue else { return nil }
  }

  var short: String? {
    guard note == nil else { return nil }
    let amount =
      switch goal {
      case .value(let value): value.description
      case .range(let range): range.short
      }
    return amount + (by.map { " by \($0)" } ?? "")
  }
}

extension Baseline: ShortForm {
  static let shortExample = "'31 in 2024' or '31 on 2024-12-31'"

  init?(short: String) {
    guard let current = CurrentValue(short: short) else { return nil }
    self.init(current.value, at: current.at)
  }

  var short: String? {
    note == nil ? value.description + (at?.short ?? "") : nil
  }
}

extension CurrentValue: ShortForm {
  static let shortExample = "'38 in 2025-Q4' or '38 on 2025-12-31'"

  init?(short: String) {
    var words = ShortWords(short)
    guard let value = words.number() else { return nil }
    let isDated = words.skip(anyOf: ["in", "on", "at"])
    self.init(value, at: words.moment())
    guard words.isAtEnd, at != nil || !isDated else { return nil }
  }

  var short: String? { value.description + (at?.short ?? "") }
}

extension Benchmark: ShortForm {
  static let shortExample = "'42 in 2024' or {value: 42, label: Sector}"

  init?(short: String) {
    guard let current = CurrentValue(short: short) else { return nil }
    self.init(current.value, date: current.at)
  }

  var short: String? {
    label == nil && source == nil ? value.description + (date?.short ?? "") : nil
  }
}

extension Thresholds.Band: ShortForm {
  static let shortExample = "'45' or '40 to 50'"

  init?(short: String) {
    var words = ShortWords(short)
    if let range = words.range() {
      self = .range(range)
    } else if let number = words.number() {
      self = .boundary(number)
    } else {
      return nil
    }
    guard words.isAtEnd else { return nil }
  }

  var short: String? {
    switch self {
    case .boundary(let number): number.description
    case .range(let range): range.short
    }
  }
}

extension Thresholds: ShortForm {
  static let shortExample = "'green 45, amber 35'"

  init?(short: String) {
    var words = ShortWords(short)
    var bands: [String: Band] = [:]
    var mode: Mode?
    while let word = words.word() {
      if word == "green" || word == "amber", bands[word] == nil {
        if let range = words.range() {
          bands[word] = .range(range)
        } else if let number = words.number() {
          bands[word] = .boundary(number)
        } else {
          return nil
        }
      } else if mode == nil, let named = Mode(rawValue: word) {
        mode = named
      } else {
        return nil
      }
    }
    self.init(green: bands["green"], amber: bands["amber"], mode: mode ?? .absolute)
  }

  var short: String? {
    let bands = [("green", green), ("amber", amber)].compactMap { color, band in
      band?.short.map { color + " " + $0 }
    }
    return (bands + (mode == .absolute ? [] : [mode.rawValue])).joined(separator: ", ")
  }
}
