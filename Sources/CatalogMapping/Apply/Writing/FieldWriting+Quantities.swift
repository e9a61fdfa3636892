internal import KPICatalog
internal import SpreadsheetML

extension FieldWriting {
  /// The form of values that are the measure's own.
  var form: QuantityForm {
    QuantityForm(
      reader: reader, unit: current.unit, wantedUnit: wanted.unit, followsUnit: true)
  }

  /// The form of numbers beside them.
  private var numberForm: QuantityForm {
    QuantityForm(reader: reader, unit: current.unit, wantedUnit: wanted.unit)
  }

  /// A field of one value, with its date in a column of its own or beside it.
  func quantity(
    _ field: ColumnField, _ new: (value: FiniteNumber, at: Moment?)?, dates dateField: ColumnField,
    _ oldDate: Moment?
  ) -> [[Candidate]] {
    let plans = reader.plans[field] ?? []
    guard let plan = plans.first(where: { reader.cell($0) != nil }) ?? plans.first,
      let place = place(plan)
    else { return [] }
    guard let new else {
      return [withDate(reader.plans[dateField]?.first, [cleared(plan, place)])]
    }
    let hasDates = !(reader.plans[dateField] ?? []).isEmpty
    // A column of numbers stays one, even if the date then has no place.
    let isApart = hasDates || new.at == oldDate || form.isOfNumbers(plan, place)
    let wanted = QuantityForm.Wanted(low: new.value.double, moment: isApart ? nil : new.at)
    var proposals = [form.writes(wanted, plan, place).map { [$0] }]
    if hasDates, new.at != oldDate { proposals += dates(dateField, new.at) }
    return proposals
  }

  func count(_ field: ColumnField, _ new: Double?) -> [[Candidate]] {
    guard let (plan, place) = first(field) else { return [] }
    guard let new else { return [[[cleared(plan, place)]]] }
    return [numberForm.writes(QuantityForm.Wanted(low: new), plan, place).map { [$0] }]
  }

  func weight() -> [[Candidate]] {
    guard let (plan, place) = first(.weight) else { return [] }
    guard let share = wanted.weight?.share.double else { return [[[cleared(plan, place)]]] }
    let isPercent = reader.readings[plan].isPercentWeight
    var ways: [Candidate] = []
    let points = DecimalText.shift(share, by: 2)
    // A fraction in a percent format, a plain share, or a number of percents.
    for (unit, value) in [
      (MeasureUnit(.percent), points), (MeasureUnit(.ratio), isPercent ? points : share),
      (MeasureUnit(.ratio), isPercent ? share : points),
    ] {
      ways += QuantityForm(reader: reader, unit: unit).writes(
        QuantityForm.Wanted(low: value), plan, place
      ).map { [$0] }
    }
    return [ways]
  }

  func benchmarks() -> [[Candidate]] {
    let plans = reader.plans[.benchmark] ?? []
    let filled = plans.filter { reader.cell($0) != nil }
    var proposals: [[Candidate]] = []
    let order = filled + plans.filter { !filled.contains($0) }
    for (index, plan) in order.enumerated() {
      guard let place = place(plan) else { continue }
      if wanted.benchmarks.indices.contains(index) {
        let new = wanted.benchmarks[index]
        let old = current.benchmarks.indices.contains(index) ? current.benchmarks[index] : nil
        guard old != new else { continue }
        proposals.append(
          form.writes(
            QuantityForm.Wanted(
              low: new.value.double, moment: old?.date == new.date ? nil : new.date),
            plan, place
          ).map { [$0] })
      } else if filled.contains(plan) {
        proposals.append([[cleared(plan, place)]])
      }
    }
    return proposals
  }

  // MARK: Scale

  func scale() -> [[Candidate]] {
    let low = wanted.scale?.minimum?.double
    let high = wanted.scale?.maximum?.double
    var proposals: [[Candidate]] = []
    var together: Candidate = []
    for (field, new, old) in [
      (ColumnField.rangeMin, low, current.scale?.minimum?.double),
      (.rangeMax, high, current.scale?.maximum?.double),
    ] where new != old {
      guard let (plan, place) = first(field) else { continue }
      let ways =
        new.map { numberForm.writes(QuantityForm.Wanted(low: $0), plan, place) }
        ?? [cleared(plan, place)]
      proposals.append(ways.map { [$0] })
      if let way = ways.first { together.append(way) }
    }
    if together.count == 2 { proposals.append([together]) }
    guard proposals.isEmpty, let (plan, place) = first(.scale) else { return proposals }
    guard low != nil || high != nil else { return [[[cleared(plan, place)]]] }
    return [
      scaleTexts(low, high, plan, place).map { [write(plan, place, .text($0), .numberInText)] }
    ]
  }

  private func scaleTexts(
    _ low: Double?, _ high: Double?, _ plan: Int, _ place: RegionReader.WritingPlace
  ) -> [String] {
    let mark = reader.quantities.sheetMark ?? (reader.language.base == .english ? .point : .comma)
    var texts: [String] = []
    let samples =
      [place.cell?.text].compactMap { $0 } + WordSpelling(reader: reader).columnTexts(plan)
    if let low, let high {
      for sample in samples.prefix(20) {
        let spans = NumberForm.spans(in: sample)
        guard spans.count >= 2 else { continue }
        texts.append(
          sample.replacing([
            (spans[0], NumberForm(sample[spans[0]], mark: mark).text(low)),
            (spans[1], NumberForm(sample[spans[1]], mark: mark).text(high)),
          ]))
      }
    }
    let form = NumberForm("0", mark: mark)
    switch (low, high) {
    case (let low?, let high?):
      texts += ["\(form.text(low))–\(form.text(high))", "\(form.text(low))..\(form.text(high))"]
    case (let low?, nil): texts += ["≥ \(form.text(low))", "\(form.text(low)).."]
    case (nil, let high?): texts += ["≤ \(form.text(high))", "..\(form.text(high))"]
    default: break
    }
    return texts
  }

  // MARK: Targets

  func targets() -> [[Candidate]] {
    if let ends = targetEnds() { return ends }
    var proposals: [[Candidate]] = []
    let dateOf = reader.pair(
      (reader.plans[.target] ?? []) + (reader.plans[.targetLow] ?? []),
      with: reader.plans[.targetDate] ?? [])
    let targets = pairedTargets(dateOf)
    for (plan, old, new) in targets where old != new {
      guard let place = place(plan) else { continue }
      guard let new else {
        // A date that another target has too stays.
        let isShared = targets.contains {
          $0.plan != plan && $0.new != nil && dateOf[$0.plan] == dateOf[plan]
        }
        proposals.append(withDate(isShared ? nil : dateOf[plan], [cleared(plan, place)]))
        continue
      }
      let datePlan = dateOf[plan]
      let isNewDate = old?.by != new.by
      if old?.goal != new.goal || (isNewDate && datePlan == nil) {
        let moment = datePlan == nil && isNewDate ? new.by : nil
        proposals.append(form.writes(goal(new, moment), plan, place).map { [$0] })
      }
      if isNewDate, let datePlan {
        let ways = date(datePlan, new.by)
        proposals.append(ways)
        // A date says nothing without its value.
        if old == nil, let value = form.writes(goal(new, nil), plan, place).first {
          proposals.append(ways.map { [value] + $0 })
        }
      }
    }
    return proposals
  }

  private func goal(_ target: Target, _ moment: Moment?) -> QuantityForm.Wanted {
    switch target.goal {
    case .value(let value): QuantityForm.Wanted(low: value.double, moment: moment)
    case .range(let range):
      QuantityForm.Wanted(low: range.low.double, high: range.high.double, moment: moment)
    }
  }

  /// Which target each column holds and is to hold: by its date where that is known, else in order.
  ///
  /// - Parameter dateOf: The column of dates of each column that has one.
  /// - Returns: For each column of targets the target it holds and the one it is to hold.
  private func pairedTargets(
    _ dateOf: [Int: Int]
  ) -> [(plan: Int, old: Target?, new: Target?)] {
    /// The year in the heading, unless a date beside the target says more.
    func moment(_ plan: Int) -> Moment? {
      dateOf[plan] == nil ? reader.region.plans[plan].moment : nil
    }
    let plans = reader.plans[.target] ?? []
    var old: [Int: Target] = [:]
    var index = 0
    for plan in plans where reader.hasTarget(plan) {
      if current.targets.indices.contains(index) { old[plan] = current.targets[index] }
      index += 1
    }
    var left = Array(wanted.targets.indices)
    var new: [Int: Target] = [:]
    func take(_ plan: Int, where fits: (Target) -> Bool) {
      guard new[plan] == nil, let place = left.firstIndex(where: { fits(wanted.targets[$0]) })
      else { return }
      new[plan] = wanted.targets[left.remove(at: place)]
    }
    for plan in plans {
      if let known = old[plan] { take(plan) { $0 == known } }
    }
    for plan in plans {
      if let moment = moment(plan) ?? old[plan]?.by { take(plan) { $0.by == moment } }
    }
    // Columns that name their year take no other target.
    for plan in plans where old[plan] != nil && moment(plan) == nil { take(plan) { _ in true } }
    for plan in plans where moment(plan) == nil { take(plan) { _ in true } }
    return plans.map { ($0, old[$0], new[$0]) }
  }

  /// A range whose ends stand in two columns.
  private func targetEnds() -> [[Candidate]]? {
    guard (reader.plans[.target] ?? []).isEmpty,
      let (lowPlan, lowPlace) = first(.targetLow), let (highPlan, highPlace) = first(.targetHigh)
    else { return nil }
    guard let target = wanted.targets.first else {
      return [
        withDate(
          reader.plans[.targetDate]?.first,
          [cleared(lowPlan, lowPlace), cleared(highPlan, highPlace)])
      ]
    }
    var ends: (Double, Double)
    switch target.goal {
    case .range(let range): ends = (range.low.double, range.high.double)
    case .value(let value): ends = (value.double, value.double)
    }
    let lows = form.writes(QuantityForm.Wanted(low: ends.0), lowPlan, lowPlace)
    let highs = form.writes(QuantityForm.Wanted(low: ends.1), highPlan, highPlace)
    var ways: [Candidate] = lows.prefix(4).map { [$0] } + highs.prefix(4).map { [$0] }
    for low in lows.prefix(4) { for high in highs.prefix(4) { ways.append([low, high]) } }
    return [ways]
      + (current.targets.first?.by != target.by ? dates(.targetDate, target.by) : [])
  }

  // MARK: Dates

  /// The ways to clear a value: with the date that stands in a cell of its own, else without.
  private func withDate(_ plan: Int?, _ value: Candidate) -> [Candidate] {
    guard let plan, let place = place(plan), place.merge == nil, let cell = place.cell,
      !cell.isBlank, !cell.isFormula
    else { return [value] }
    return [value + [cleared(plan, place)], value]
  }

  func dates(_ field: ColumnField, _ new: Moment?) -> [[Candidate]] {
    guard let (plan, _) = first(field) else { return [] }
    return [date(plan, new)]
  }

  /// The ways to write a date or period into a plan's cell.
  func date(_ plan: Int, _ new: Moment?) -> [Candidate] {
    guard let place = place(plan) else { return [] }
    guard let new else { return [[cleared(plan, place)]] }
    var ways: [Candidate] = []
    func add(_ cell: SheetContent.Cell, isOwn: Bool) {
      let own = place.style.flatMap { style in
        reader.sheet.formats.indices.contains(style) ? reader.sheet.formats[style] : nil
      }
      let fits =
        own.map { $0.kind.isDateOrTime && $0.code == reader.sheet.format(cell).code } ?? false
      let style = isOwn || fits ? nil : cell.style
      switch cell.value {
      case .number:
        if let (number, rule) = serial(new, reader.sheet.format(cell)) {
          ways.append([
            CellWrite(plan: plan, cell: place.at, value: .number(number), style: style, rule: rule)
          ])
        }
      case .text(let text):
        let form = DateForm(language: reader.languageIndex)
        for text in form.texts(text, saying: new, dayFirst: reader.readings[plan].dayFirst) {
          ways.append([
            CellWrite(plan: plan, cell: place.at, value: .text(text), style: style, rule: .dateText)
          ])
        }
      case .isoDate:
        if case .date(let date) = new {
          ways.append([write(plan, place, .isoDate(date.description), .dateText)])
        }
      default: break
      }
    }
    if let cell = place.cell, !cell.isBlank {
      add(cell, isOwn: true)
    } else if let number = ownSerial(new, place) {
      ways.append([
        CellWrite(plan: plan, cell: place.at, value: .number(number), rule: .dateSerial)
      ])
    }
    for cell in reader.neighborCells(plan).prefix(20) where ways.count < 12 {
      add(cell, isOwn: false)
    }
    // The first date of its column.
    if ways.isEmpty, case .date = new, let style = reader.dateStyle(like: place.style),
      let (number, rule) = serial(new, reader.sheet.formats[style])
    {
      ways.append([
        CellWrite(plan: plan, cell: place.at, value: .number(number), style: style, rule: rule)
      ])
    }
    for text in DateForm.fallback(new) { ways.append([write(plan, place, .text(text), .dateText)]) }
    return ways
  }

  /// The number that shows a day in the format that a blank cell has already.
  private func ownSerial(_ moment: Moment, _ place: RegionReader.WritingPlace) -> Double? {
    guard case .date = moment, let style = place.style,
      reader.sheet.formats.indices.contains(style),
      [.date, .dateTime].contains(reader.sheet.formats[style].kind)
    else { return nil }
    return serial(moment, reader.sheet.formats[style])?.0
  }

  /// The number that shows a date or period in a format.
  func serial(_ moment: Moment, _ format: NumberFormat) -> (Double, WritingRule)? {
    guard format.kind.isDateOrTime else {
      if case .period(let period) = moment, period.grain == .year {
        return (Double(period.year), .number)
      }
      return nil
    }
    let date: SerialDate?
    switch moment {
    case .date(let day): date = SerialDate(year: day.year, month: day.month, day: day.day)
    case .period(let period):
      switch period.grain {
      case .month: date = SerialDate(year: period.year, month: period.index, day: 1)
      case .year: date = SerialDate(year: period.year, month: 1, day: 1)
      default: date = nil
      }
    }
    return date?.serial(in: reader.sheet.dateSystem).map { ($0, .dateSerial) }
  }

  /// `P12M rolling`, `12 months`.
  func window() -> [[Candidate]] {
    guard let (plan, place) = first(.window) else { return [] }
    guard let new = wanted.window else { return [[[cleared(plan, place)]]] }
    var texts: [String] = []
    if let old = place.cell?.text, let span = NumberForm.spans(in: old).first {
      texts.append(old.replacing([(span, String(new.period.count))]))
    }
    for text in WordSpelling(reader: reader).columnTexts(plan) {
      texts.append(text)
      if let span = NumberForm.spans(in: text).first {
        texts.append(text.replacing([(span, String(new.period.count))]))
      }
    }
    texts.append(new.period.description + (new.isRolling == true ? " rolling" : ""))
    return [texts.prefix(24).map { [write(plan, place, .text($0), .text)] }]
  }
}
