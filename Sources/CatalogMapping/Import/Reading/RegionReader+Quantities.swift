internal import KPICatalog
internal import SpreadsheetML

extension RegionReader {
  /// Baseline, targets, current value and benchmarks; where no unit is stated, the one the values
  /// show.
  mutating func readQuantities() {
    inferUnit()
    if let (quantity, plan, place) = quantity(.baseline), let value = single(quantity, plan) {
      let date = moment(.baselineDate, as: "baseline.at")
      draft.definition.baseline = Baseline(
        value, at: date ?? quantity.moment ?? region.plans[plan].moment)
      note("baseline", place, quantity.rule, plan: plan)
    }
    readTargets()
    if let (quantity, plan, place) = quantity(.current), let value = single(quantity, plan) {
      let date = moment(.currentDate, as: "current.at")
      draft.definition.current = CurrentValue(
        value, at: date ?? quantity.moment ?? region.plans[plan].moment)
      note("current", place, quantity.rule, plan: plan)
    }
    for plan in plans[.benchmark] ?? [] {
      guard let (quantity, place) = read(plan), let value = single(quantity, plan) else { continue }
      draft.definition.benchmarks.append(
        Benchmark(value, date: quantity.moment ?? region.plans[plan].moment))
      note("benchmarks", place, quantity.rule, plan: plan)
    }
    readWeight()
    readScale()
  }

  /// The quantity of a field's first column that has one.
  private mutating func quantity(_ field: ColumnField) -> (Quantity, plan: Int, CellReference)? {
    for plan in plans[field] ?? [] {
      if let (quantity, place) = read(plan) { return (quantity, plan, place) }
    }
    return nil
  }

  /// Reads the quantity in a plan's cell.
  mutating func read(_ plan: Int) -> (Quantity, CellReference)? {
    guard let (cell, place) = ownCell(plan) ?? cell(plan).map({ ($0.cell, $0.at) }) else {
      return nil
    }
    var findings: [ImportFinding] = []
    let outcome = quantities.read(
      cell, unit: draft.definition.unit, readings[plan], field: region.plans[plan].field,
      heading: region.plans[plan].heading, findings: &findings)
    find(findings, place)
    switch outcome {
    case .value(let quantity): return (quantity, place)
    case .absent: return nil
    case .text(let text):
      keep(plan, text)
      return nil
    }
  }

  /// The value of a quantity that must be one number.
  private mutating func single(_ quantity: Quantity, _ plan: Int) -> FiniteNumber? {
    guard quantity.high == nil else {
      if let (cell, place, _) = cell(plan), let text = cell.text {
        find(.rangeForValue(text, field: FieldNames.name(region.plans[plan].field)), place)
        keep(plan, text)
      }
      return nil
    }
    return FiniteNumber(quantity.value)
  }

  // MARK: Unit by the values

  /// Takes the unit all values of the measure show, if no column states one.
  ///
  /// A unit that says no more than that it is a time is taken as the values show it.
  private mutating func inferUnit() {
    if let unit = draft.definition.unit {
      guard unit.kind == .duration, unit.symbol == nil else { return }
    } else if let plan = plans[.unit]?.first, let text = cell(plan)?.cell.text,
      !MissingWords.contains(text)
    {
      // A unit nobody knows is one all the same.
      return
    }
    var shown: MeasureUnit?
    var at: CellReference?
    for field: ColumnField in [.target, .baseline, .current, .targetLow] {
      for plan in plans[field] ?? [] {
        guard let (cell, place, _) = cell(plan), !cell.isBlank else { continue }
        var ignored: [ImportFinding] = []
        guard
          case .value(let quantity) = quantities.read(
            cell, unit: nil, readings[plan], field: region.plans[plan].field,
            heading: region.plans[plan].heading, findings: &ignored)
        else { continue }
        guard let unit = quantity.shown ?? region.plans[plan].unit else { continue }
        if let known = shown, known.kind != unit.kind { return }
        if shown == nil { at = place }
        shown = shown.map { Self.common($0, unit) } ?? unit
      }
    }
    guard let shown else { return }
    if draft.definition.unit != nil {
      if shown.kind == .duration { draft.definition.unit?.symbol = shown.symbol }
      return
    }
    draft.definition.unit = shown
    note("unit", at, .valueShown)
  }

  /// One unit for two that are shown: of £350k and £12,400 the pound.
  private static func common(_ first: MeasureUnit, _ second: MeasureUnit) -> MeasureUnit {
    guard first.kind == .currency, let one = first.symbol.flatMap({ CurrencyWords($0) }),
      let other = second.symbol.flatMap({ CurrencyWords($0) }), one.multiplier != other.multiplier
    else { return first }
    var unit = one.base.unit
    unit.per = first.per
    return unit
  }

  // MARK: Targets

  private mutating func readTargets() {
    let plansOfTargets = plans[.target] ?? []
    let dates = plans[.targetDate] ?? []
    let dateOf = dates.isEmpty ? [:] : pair(plansOfTargets + (plans[.targetLow] ?? []), with: dates)
    for (index, plan) in plansOfTargets.enumerated() {
      guard let (quantity, place) = read(plan), let goal = Self.goal(quantity) else { continue }
      let key = plansOfTargets.count > 1 ? "targets[\(draft.definition.targets.count)]" : "targets"
      let by = dateOf[plan].flatMap { date($0, as: key + ".by") }
      draft.definition.targets.append(
        Target(goal, by: by ?? quantity.moment ?? region.plans[plan].moment))
      note(key, place, quantity.rule, plan: plan)
      if index == 0, let best = quantity.outOf.flatMap({ FiniteNumber($0) }),
        draft.definition.scale == nil
      {
        draft.definition.scale = Scale(maximum: best)
      }
    }
    readTargetRange(dateOf)
  }

  private static func goal(_ quantity: Quantity) -> Target.Goal? {
    guard let low = FiniteNumber(quantity.value) else { return nil }
    guard let high = quantity.high else { return .value(low) }
    guard let end = FiniteNumber(high) else { return nil }
    return ValueRange(low: min(low, end), high: max(low, end)).map { .range($0) }
  }

  /// A range whose ends stand in two columns.
  private mutating func readTargetRange(_ dateOf: [Int: Int]) {
    guard let lowPlan = plans[.targetLow]?.first, let highPlan = plans[.targetHigh]?.first else {
      // One end alone is a target of its own.
      for field: ColumnField in [.targetLow, .targetHigh] {
        guard let plan = plans[field]?.first, let (quantity, place) = read(plan),
          let goal = Self.goal(quantity)
        else { continue }
        draft.definition.targets.append(Target(goal, by: region.plans[plan].moment))
        note("targets", place, quantity.rule, plan: plan)
      }
      return
    }
    guard let (low, lowCell) = read(lowPlan), let (high, highCell) = read(highPlan),
      let first = FiniteNumber(low.value), let last = FiniteNumber(high.value)
    else { return }
    let by = dateOf[lowPlan].flatMap { date($0, as: "targets.by") } ?? region.plans[lowPlan].moment
    guard let range = ValueRange(low: first, high: last) else {
      find(.scaleReversed("\(first) to \(last)"), lowCell)
      keepCells([lowPlan, highPlan])
      return
    }
    draft.definition.targets.append(Target(.range(range), by: by))
    note("targets.low", lowCell, low.rule, plan: lowPlan)
    note("targets.high", highCell, high.rule, plan: highPlan)
  }

  /// Which column of dates belongs to which column of targets: the next one to its right; one for
  /// all if there is but one, save those of several that name their year.
  func pair(_ targets: [Int], with dates: [Int]) -> [Int: Int] {
    guard let first = dates.first else { return [:] }
    if dates.count == 1 {
      let dated =
        targets.count == 1 ? targets : targets.filter { region.plans[$0].moment == nil }
      return Dictionary(uniqueKeysWithValues: dated.map { ($0, first) })
    }
    var pairs: [Int: Int] = [:]
    for target in targets {
      let column = region.plans[target].column
      pairs[target] = dates.filter { region.plans[$0].column > column }.min {
        region.plans[$0].column < region.plans[$1].column
      }
    }
    return pairs
  }

  /// Whether a plan's cell gives the current record a target.
  func hasTarget(_ plan: Int) -> Bool {
    guard let (cell, _, _) = cell(plan) else { return false }
    var ignored: [ImportFinding] = []
    guard
      case .value(let quantity) = quantities.read(
        cell, unit: draft.definition.unit, readings[plan], field: region.plans[plan].field,
        heading: region.plans[plan].heading, findings: &ignored)
    else { return false }
    return Self.goal(quantity) != nil
  }

  // MARK: Dates

  /// The date in the first column of a field.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - key: The path it is noted under.
  ///   - isDay: Whether it must be a day; a period is kept under its heading then.
  /// - Returns: nil where there is none.
  mutating func moment(_ field: ColumnField, as key: String, isDay: Bool = false) -> Moment? {
    plans[field]?.first.flatMap { date($0, as: key, isDay: isDay) }
  }

  private mutating func date(_ plan: Int, as key: String, isDay: Bool = false) -> Moment? {
    guard let (cell, place, _) = cell(plan) else { return nil }
    var findings: [ImportFinding] = []
    let found = dates.read(
      cell, readings[plan], field: FieldNames.name(region.plans[plan].field), findings: &findings)
    find(findings, place)
    guard let found else {
      if let text = cell.text, !MissingWords.contains(text) { keep(plan, text) }
      return nil
    }
    if isDay, case .period = found.moment {
      keepCell(cell, plan, place)
      return nil
    }
    note(key, place, found.rule, plan: plan)
    return found.moment
  }

  // MARK: Weight and scale

  private mutating func readWeight() {
    guard let plan = plans[.weight]?.first, let (cell, place, _) = cell(plan) else { return }
    var findings: [ImportFinding] = []
    defer { find(findings, place) }
    var share: Double?
    switch cell.value {
    case .number(let number):
      let isPercent = sheet.format(cell).isPercent
      share =
        !isPercent && readings[plan].isPercentWeight ? DecimalText.shift(number, by: -2) : number
    case .text(let text):
      guard !MissingWords.contains(text), let quantity = QuantityText(text.trimmed) else {
        findings.append(.notANumber(text, field: "weight"))
        keep(plan, text)
        return
      }
      // Of 1/3 the share is a third; 20-30 % is none.
      guard quantity.second == nil, quantity.tolerance == nil, quantity.remark == nil else {
        findings.append(.notANumber(text, field: "weight"))
        keep(plan, text)
        return
      }
      let mark = readings[plan].decimalMark ?? quantities.sheetMark
      var value = quantity.first.value(decimalMark: mark)
      if let whole = quantity.outOf?.value(decimalMark: mark), whole != 0 { value /= whole }
      share =
        quantity.isPercent || readings[plan].isPercentWeight
        ? DecimalText.shift(value, by: -2) : value
    case .error(let error): findings.append(.errorCell(error.word, field: "weight"))
    default: break
    }
    guard let share, let number = FiniteNumber(share) else { return }
    guard let weight = Weight(number) else {
      findings.append(.weightOutside(number.description))
      keepCell(cell, plan, place)
      return
    }
    draft.definition.weight = weight
    note("weight", place, .plainNumber, plan: plan)
  }

  private mutating func readScale() {
    var low: FiniteNumber?
    var high: FiniteNumber?
    var sources: [(key: String, place: CellReference, rule: ReadingRule, plan: Int)] = []
    if let (quantity, plan, place) = quantity(.rangeMin), let value = single(quantity, plan) {
      low = value
      sources.append(("scale.min", place, quantity.rule, plan))
    }
    if let (quantity, plan, place) = quantity(.rangeMax), let value = single(quantity, plan) {
      high = value
      sources.append(("scale.max", place, quantity.rule, plan))
    }
    if low == nil, high == nil, let plan = plans[.scale]?.first, let (text, place) = text(plan) {
      let found: ScaleText.Ends?
      if let known = scaleCache.value(of: text) {
        found = known
      } else {
        found = ScaleText.ends(text, decimalMark: quantities.sheetMark)
        scaleCache.keep(found, for: text)
      }
      guard let ends = found else {
        keep(plan, text)
        return
      }
      low = ends.low.flatMap { FiniteNumber($0) }
      high = ends.high.flatMap { FiniteNumber($0) }
      sources.append(("scale", place, .range, plan))
    }
    guard low != nil || high != nil else { return }
    guard let scale = Scale(minimum: low, maximum: high) else {
      find(
        .scaleReversed("\(low?.description ?? "") to \(high?.description ?? "")"),
        sources.first?.place)
      keepCells(sources.map(\.plan))
      return
    }
    draft.definition.scale = scale
    for source in sources { note(source.key, source.place, source.rule, plan: source.plan) }
  }
}
