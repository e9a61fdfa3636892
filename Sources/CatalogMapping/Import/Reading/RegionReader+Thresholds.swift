internal import KPICatalog
internal import SpreadsheetML

extension RegionReader {
  /// The boundaries of the colors, from three columns or from one cell of rules.
  mutating func readThresholds() {
    var conditions: [BandColor: BandCondition] = [:]
    var mode = Thresholds.Mode.absolute
    let columns: [(ColumnField, BandColor)] = [
      (.thresholdGreen, .green), (.thresholdAmber, .amber), (.thresholdRed, .red),
    ]
    for (field, color) in columns {
      guard let plan = plans[field]?.first, let (cell, place, _) = cell(plan) else { continue }
      guard let condition = condition(cell, plan, place, &mode) else { continue }
      conditions[color] = condition
      note("thresholds.\(color)", place, cell.text == nil ? .plainNumber : .bands, plan: plan)
    }
    if conditions.isEmpty, let plan = plans[.thresholds]?.first {
      conditions = rules(plan, &mode)
    }
    guard !conditions.isEmpty else { return }
    let direction = draft.definition.direction
    guard let thresholds = BandRules.thresholds(conditions, direction: direction, mode: mode) else {
      keepThresholds()
      return
    }
    draft.definition.thresholds = thresholds
    warnIfReversed(thresholds, direction)
  }

  private mutating func condition(
    _ cell: SheetContent.Cell, _ plan: Int, _ place: CellReference, _ mode: inout Thresholds.Mode
  ) -> BandCondition? {
    if let text = cell.text, let share = Self.shareOfTarget(text) {
      mode = .percentOfTarget
      return condition(of: share, plan)
    }
    guard let (quantity, _) = read(plan) else { return nil }
    return BandCondition(comparison: quantity.comparison, low: quantity.value, high: quantity.high)
  }

  /// The conditions in one cell of rules.
  private mutating func rules(_ plan: Int, _ mode: inout Thresholds.Mode) -> [BandColor:
    BandCondition]
  {
    guard let (cell, place, _) = cell(plan) else { return [:] }
    guard let text = cell.text, !isOneQuantity(text) else {
      // One number is where green begins.
      guard let (quantity, _) = read(plan) else { return [:] }
      note("thresholds", place, quantity.rule, plan: plan)
      return [
        .green: BandCondition(
          comparison: quantity.comparison, low: quantity.value, high: quantity.high)
      ]
    }
    if MissingWords.contains(text) {
      find(.missingWord(text, field: "thresholds"), place)
      return [:]
    }
    var conditions: [BandColor: BandCondition] = [:]
    let order = BandText.order(in: region.plans[plan].heading, language: language)
    if let bands = BandText(text, language: language, order: order) {
      conditions = self.conditions(bands, plan, &mode)
      let unread = bands.conditions.filter { conditions[$0.key] == nil }.values.min()
      if conditions[.green] != nil || conditions[.amber] != nil, let lost = unread ?? bands.unread {
        find(.bandsPartlyRead(text.onOneLine, lost: lost.onOneLine), place)
        keep(plan, text)
      } else if bands.isOrderAssumed {
        conditions = oriented(conditions, self.conditions(bands.reversed, plan, &mode), text, place)
      }
    }
    guard conditions[.green] != nil || conditions[.amber] != nil else {
      find(.bandsNotRead(text.onOneLine), place)
      keep(plan, text)
      return [:]
    }
    note("thresholds", place, .bands, plan: plan)
    return conditions
  }

  /// Whether a text is one number: `75 %`, and no band or rule.
  private func isOneQuantity(_ text: String) -> Bool {
    guard let quantity = QuantityText(text) else { return false }
    return quantity.second == nil && quantity.tolerance == nil && quantity.remark == nil
      && quantity.comparison == nil && Self.shareOfTarget(text) == nil
      && BandText(text, language: language) == nil
  }

  /// What stands beside each color, as far as it can be read.
  private func conditions(_ bands: BandText, _ plan: Int, _ mode: inout Thresholds.Mode)
    -> [BandColor: BandCondition]
  {
    var conditions: [BandColor: BandCondition] = [:]
    for (color, piece) in bands.conditions {
      if let share = Self.shareOfTarget(piece) {
        mode = .percentOfTarget
        conditions[color] = condition(of: share, plan)
      } else {
        conditions[color] = condition(of: piece, plan)
      }
    }
    return conditions
  }

  /// Of conditions without colors the reading that goes with the direction; without a direction the
  /// one with green first, and the other is told.
  private mutating func oriented(
    _ conditions: [BandColor: BandCondition], _ reversed: [BandColor: BandCondition],
    _ text: String, _ place: CellReference
  ) -> [BandColor: BandCondition] {
    guard let first = BandRules.thresholds(conditions, direction: nil),
      let other = BandRules.thresholds(reversed, direction: nil),
      case .boundary(let green)? = first.green, case .boundary(let amber)? = first.amber,
      case .boundary(let otherGreen)? = other.green, case .boundary(let otherAmber)? = other.amber,
      green != amber
    else { return conditions }
    switch draft.definition.direction {
    case .higherIsBetter?: return green > amber ? conditions : reversed
    case .lowerIsBetter?: return green < amber ? conditions : reversed
    case .withinRange?: return conditions
    default:
      find(
        .bandsWithoutColors(
          text.onOneLine, one: "green \(green), amber \(amber)",
          other: "green \(otherGreen), amber \(otherAmber)"), place)
      return conditions
    }
  }

  /// Keeps the cells of thresholds that do not fit together.
  private mutating func keepThresholds() {
    for field: ColumnField in [.thresholdGreen, .thresholdAmber, .thresholdRed, .thresholds] {
      guard let plan = plans[field]?.first, let (cell, place, _) = cell(plan),
        let text = CodeReading.text(cell, in: sheet)
      else { continue }
      find(.bandsNotRead(text.onOneLine), place)
      keep(plan, text)
    }
  }

  private func condition(of text: String, _ plan: Int) -> BandCondition? {
    guard let quantity = QuantityText(text) else { return nil }
    let mark =
      readings[plan].decimalMark ?? quantities.sheetMark
      ?? (language.base == .english ? .point : .comma)
    if let clock = quantity.clock {
      // What the unit does not say is told where the values are read.
      let unit = draft.definition.unit
      let symbol = unit?.kind == .duration ? unit?.symbol ?? "h" : "h"
      func length(_ clock: ClockText) -> Double {
        clock.length(in: symbol, readsMinutes: clock.readsMinutes(in: unit))
      }
      return BandCondition(
        comparison: quantity.comparison, low: length(clock),
        high: quantity.secondClock.map(length))
    }
    let low = quantity.first.value(decimalMark: mark) * (quantity.firstIsNegative ? -1 : 1)
    let high = quantity.second.map {
      $0.value(decimalMark: mark) * (quantity.secondIsNegative ? -1 : 1)
    }
    return BandCondition(comparison: quantity.comparison, low: low, high: high)
  }

  /// The text before `of target` in `≥ 90 % of target`; nil if it is no share of the target.
  static func shareOfTarget(_ text: String) -> String? {
    let lowered = text.lowercased()
    for phrase in [
      "of target", "of the target", "of goal", "de la cible", "de l'objectif", "del target",
      "dell'obiettivo",
      "des ziels", "des zielwerts", "vom ziel", "vom zielwert", "de la meta", "del objetivo",
    ]
    where lowered.contains(phrase) {
      guard let range = lowered.range(of: phrase) else { continue }
      let before = String(lowered[..<range.lowerBound]).trimmed
      return before.contains("%") ? before : nil
    }
    return nil
  }

  private mutating func warnIfReversed(_ thresholds: Thresholds, _ direction: Direction?) {
    guard case .boundary(let green)? = thresholds.green,
      case .boundary(let amber)? = thresholds.amber,
      green != amber, let direction, direction == .higherIsBetter || direction == .lowerIsBetter
    else { return }
    let isHigher = green > amber
    guard isHigher != (direction == .higherIsBetter) else { return }
    let plan = (plans[.thresholdGreen] ?? plans[.thresholds])?.first
    find(.bandsReversed("green \(green), amber \(amber)"), plan.flatMap { cell($0)?.at })
  }
}
