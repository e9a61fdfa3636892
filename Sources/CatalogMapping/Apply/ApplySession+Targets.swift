internal import KPICatalog
internal import SpreadsheetML

extension ApplySession {
  /// A measure whose targets are due when the columns that take them say.
  ///
  /// `by: 2026-12-31` and a column *Target 2026* say the same. A target due earlier in the year goes
  /// to that column too, which is told, unless one due later wants it; so does the one target without
  /// a date where there is one column only. What the workbook says already stays as it is.
  ///
  /// - Parameters:
  ///   - measure: The measure as it is wanted.
  ///   - base: The measure as the book has it; nil for a new one.
  ///   - part: The record it has, or stands beside.
  /// - Returns: The measure.
  func placingTargets(
    of measure: KPIDefinition, _ base: KPIDefinition?, _ part: CatalogAssembly.Source
  ) -> KPIDefinition {
    let reader = readers[part.region]
    let plans = [ColumnField.target, .targetLow, .targetHigh].flatMap { reader.plans[$0] ?? [] }
    let moments = plans.map { reader.region.plans[$0].moment }
    var measure = datingTargets(of: measure, base, part, headings: moments.compactMap(\.self))
    let known = Set(measure.targets.map(\.by))
    var free: [Moment] = []
    for case .some(let moment) in moments where !known.contains(moment) && !free.contains(moment) {
      free.append(moment)
    }
    guard !free.isEmpty, !measure.targets.isEmpty else { return measure }
    if measure.targets.count == 1, measure.targets[0].by == nil, plans.count == 1 {
      measure.targets[0].by = free[0]
      return measure
    }
    let said = Set(base?.targets.map(\.by) ?? [])
    for moment in free {
      let places = measure.targets.indices.filter { index in
        measure.targets[index].by.map {
          !moments.contains($0) && !said.contains($0) && fit($0, moment) != nil
        } ?? false
      }
      let best = places.max { left, right in
        rank(measure.targets[left].by, moment) < rank(measure.targets[right].by, moment)
      }
      guard let best, let due = measure.targets[best].by else { continue }
      measure.targets[best].by = moment
      guard fit(due, moment) == .within, !(base?.targets.contains(measure.targets[best]) ?? false)
      else { continue }
      add(
        .note, "'\(measure.id)': the target due by \(due) goes to the column of \(moment)",
        rule: "target-column", region: part.region,
        row: base == nil ? nil : reader.region.records[part.record].row)
    }
    return measure
  }

  /// A measure whose targets are due on the last day of their periods, where a column beside them
  /// has days: a text among dates is none to sort or count by.
  ///
  /// - Parameters:
  ///   - measure: The measure as it is wanted.
  ///   - base: The measure as the book has it; nil for a new one.
  ///   - part: The record it has, or stands beside.
  ///   - headings: The periods that have columns of their own.
  /// - Returns: The measure.
  private func datingTargets(
    of measure: KPIDefinition, _ base: KPIDefinition?, _ part: CatalogAssembly.Source,
    headings: [Moment]
  ) -> KPIDefinition {
    let plans = readers[part.region].plans[.targetDate] ?? []
    guard !plans.isEmpty,
      plans.allSatisfy({ holdsDays($0, base == nil ? nil : part.record, readers[part.region]) })
    else { return measure }
    var measure = measure
    let said = Set(base?.targets.map(\.by) ?? [])
    for index in measure.targets.indices {
      guard case .period(let period)? = measure.targets[index].by,
        !said.contains(.period(period)), !headings.contains(.period(period)),
        let day = period.lastDay(fiscalYearStart: catalog.fiscalYearStart)
      else { continue }
      measure.targets[index].by = .date(day)
      guard !said.contains(.date(day)) else { continue }
      add(
        .note,
        "'\(measure.id)': the target due by \(period) gets the date \(day), the last day of it, as the "
          + "column has dates", rule: "target-date", region: part.region,
        row: base == nil ? nil : readers[part.region].region.records[part.record].row)
    }
    return measure
  }

  /// Whether days stand in a column of dates: in the cell of a record, else in most of the column.
  private func holdsDays(_ plan: Int, _ record: Int?, _ reader: RegionReader) -> Bool {
    func isDay(_ cell: SheetContent.Cell) -> Bool {
      let format = reader.sheet.format(cell)
      return cell.number != nil && [.date, .dateTime].contains(format.kind)
        && format.code.lowercased().contains("d")
    }
    let cells = reader.columnCells(plan)
    if let own = cells.first(where: { $0.record == record }) { return isDay(own.cell) }
    return !cells.isEmpty && cells.count { isDay($0.cell) } * 2 > cells.count
  }

  private enum Fit { case within, end }

  /// Whether something due at a time belongs to the column of another.
  private func fit(_ due: Moment, _ column: Moment) -> Fit? {
    let start = catalog.fiscalYearStart
    guard let day = due.lastDay(fiscalYearStart: start) else { return nil }
    guard case .period(let period) = column else {
      return column.lastDay(fiscalYearStart: start) == day ? .end : nil
    }
    // Where the year does not start in January, 2026 is the fiscal year that ends then.
    var periods = [period]
    if period.grain == .year, start != nil, let fiscal = Period(.fiscalYear, year: period.year) {
      periods = [fiscal, period]
    }
    if periods.contains(where: { $0.lastDay(fiscalYearStart: start) == day }) { return .end }
    return periods[0].contains(day, fiscalYearStart: start) ? .within : nil
  }

  /// How much a target wants a column: one due at its end most, then the latest.
  private func rank(_ due: Moment?, _ column: Moment) -> (Int, Int) {
    guard let due, let day = due.lastDay(fiscalYearStart: catalog.fiscalYearStart) else {
      return (0, 0)
    }
    return (fit(due, column) == .end ? 2 : 1, (day.year * 100 + day.month) * 100 + day.day)
  }
}
