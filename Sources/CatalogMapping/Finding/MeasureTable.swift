internal import KPICatalog

/// Decides whether a table defines measures, or holds something else.
enum MeasureTable {
  /// Why a table is left out.
  enum Reason: Sendable, Hashable {
    case noRows, noName, tooLittle, monthlyData, repeatedNames, changeLog, fieldGuide, otherMatter
    /// It has rows, but none of them is a measure.
    case noMeasures
  }

  /// Why the table defines no measures, or nil if it does.
  ///
  /// - Parameters:
  ///   - region: The table.
  ///   - sheet: The sheet.
  ///   - topic: What the texts around the tables of the sheet say, asked for only where the
  ///     headings do not say enough.
  /// - Returns: The reason, or nil.
  static func rejection(
    of region: TableRegion, in sheet: SheetContent, topic: () -> MeasureTopic
  ) -> Reason? {
    guard !region.records.isEmpty else { return .noRows }
    guard let name = region.plan(.name) else { return .noName }
    let others = region.plans.filter { $0.field != .name && $0.certainty >= 0.68 }
    let evidence = others.reduce(0) { $0 + $1.field.evidence }
    let isStrongName = isStrong(name)
    if hasRepeatedNames(region, name, in: sheet) { return .repeatedNames }
    if isMostlyUnknown(region, name, isStrongName, evidence) { return .otherMatter }
    if isMonthlyData(region, evidence), !isHistory(region, isStrongName) { return .monthlyData }
    if isChangeLog(region) { return .changeLog }
    if isFieldGuide(region, name, in: sheet) { return .fieldGuide }
    // A word such as Title or Name says little: the other columns must be those of measures.
    if isStrongName {
      return evidence >= 1 || others.contains { $0.field == .id || $0.field == .notes }
        || region.tableName != nil
        ? nil : .tooLittle
    }
    let hasTarget = others.contains { $0.field == .target || $0.field == .targetLow }
    // The ends of a range are columns of any statistic.
    let ends: FieldSet = [.rangeMin, .rangeMax, .scale]
    var fields = FieldSet(
      others.filter { $0.field.evidence == 2 && ($0.field != .targetDate || hasTarget) }.map(
        \.field))
    let hasEnds = !fields.isDisjoint(with: ends)
    fields = fields.subtracting(ends)
    let weaker = FieldSet(others.filter { $0.field.evidence == 1 }.map(\.field))
    if hasEnds, name.certainty >= 0.7, weaker.count >= 3 { fields.insert(.scale) }
    // Formulas of a sheet or of chemistry are no calculations.
    if fields.count == 1, weaker.count < 3, let formula = region.plan(.formula),
      fields.contains(.formula), !holdsCalculations(formula, region, in: sheet)
    {
      fields = []
    }
    if fields.count >= 2 || fields.count == 1 && weaker.count >= 1 && evidence >= 3 { return nil }
    // Measure can be an action too; what measures have and actions have not decides.
    let telling: FieldSet = [
      .unit, .source, .method, .current, .weight, .objective, .description, .rationale,
    ]
    if ProseFinder.speaksOfMeasures(name.heading),
      fields.count + weaker.intersection(telling).count >= 2
    {
      return nil
    }
    return isLibrary(region, name, others, in: sheet, topic)
      || isShortList(region, name, others, in: sheet, topic) ? nil : .otherMatter
  }

  /// Whether names with a target or an owner alone are measures: the sheet, a title or the file says
  /// so, and the names stand under a word for a measure or for a name; or the sheet is called as a
  /// perspective is.
  private static func isShortList(
    _ region: TableRegion, _ name: ColumnPlan, _ others: [ColumnPlan], in sheet: SheetContent,
    _ topic: () -> MeasureTopic
  ) -> Bool {
    guard name.certainty >= 0.68, region.plans.count <= 5, region.records.count >= 2,
      others.count * 2 + 1 >= region.plans.count, !isActionPlan(others)
    else { return false }
    let hasTarget = others.contains { $0.field == .target }
    guard hasTarget || others.contains(where: { $0.field == .owner }) else { return false }
    let isMeasure = MeasureTopic.isMeasure(name.heading)
    if isMeasure, hasTarget, BannerRoles.perspective(sheet.name) != nil { return true }
    let topic = topic()
    return topic.strength == .certain || topic.strength == .possible && isMeasure
  }

  /// Whether names and descriptions under headings that say little are those of measures: by the
  /// word for a measure over the names, by what stands above the table, by what the texts say.
  private static func isLibrary(
    _ region: TableRegion, _ name: ColumnPlan, _ others: [ColumnPlan], in sheet: SheetContent,
    _ topic: () -> MeasureTopic
  ) -> Bool {
    let prose: FieldSet = [
      .description, .formula, .question, .rationale, .numerator, .scope,
    ]
    let texts = others.filter { prose.contains($0.field) }
    guard !texts.isEmpty else { return false }
    let topic = topic()
    guard topic.strength == .certain || !isActionPlan(others) else { return false }
    if MeasureTopic.isMeasure(name.heading) { return true }
    let known = region.plans.count { $0.field != .custom }
    guard known * 2 >= region.plans.count else { return false }
    let banners = region.banners.count { BannerRoles.perspective($0.text) != nil }
    if banners >= 2, banners * 10 >= region.banners.count * 7 { return true }
    if topic.strength == .certain || topic.isByPerspective { return true }
    var content = MeasureProse()
    for record in region.records.prefix(60) {
      let row = sheet.rows[record.index]
      guard let name = row.cell(name.column)?.text else { continue }
      content.add(
        name: name, texts: texts.compactMap { row.cell($0.column)?.text },
        formula: texts.first { $0.field == .formula }.flatMap { row.cell($0.column)?.text })
    }
    return topic.strength == .possible ? content.isPossible : content.isCertain
  }

  /// Whether at least a quarter of a column's texts are words and operations between them.
  private static func holdsCalculations(
    _ plan: ColumnPlan, _ region: TableRegion, in sheet: SheetContent
  ) -> Bool {
    let texts = region.records.prefix(60).compactMap {
      sheet.rows[$0.index].cell(plan.column)?.text
    }
    let words = texts.count { MeasureProse.isComputation($0) || MeasureProse.counts($0) }
    return !texts.isEmpty && words * 4 >= texts.count
  }

  /// Whether the columns are those of things to be done: by when, how far, and no column that only
  /// measures have.
  private static func isActionPlan(_ others: [ColumnPlan]) -> Bool {
    let fields = FieldSet(others.map(\.field))
    let done: FieldSet = [.targetDate, .status, .initiatives, .created]
    return !fields.isDisjoint(with: done)
      && !others.contains { $0.field.evidence == 2 && $0.field != .targetDate }
  }

  /// Whether most names are headings themselves, as on a page that tells how to fill in a table.
  private static func isFieldGuide(
    _ region: TableRegion, _ name: ColumnPlan, in sheet: SheetContent
  ) -> Bool {
    let names = region.records.prefix(60).compactMap {
      sheet.rows[$0.index].cell(name.column)?.text
    }
    guard names.count >= 2 else { return false }
    let headings = names.count { text in
      HeaderVocabulary.shared.meanings(of: text).contains { $0.strength == .certain }
    }
    return names.count < 3 ? headings == names.count : headings * 10 >= names.count * 7
  }

  /// Whether a wide table, whose names nothing but a word such as Name marks as such, has mostly
  /// columns nobody knows, as an export of invoices has.
  private static func isMostlyUnknown(
    _ region: TableRegion, _ name: ColumnPlan, _ isStrongName: Bool, _ evidence: Int
  ) -> Bool {
    guard !isStrongName else { return false }
    let known = region.plans.count { !$0.field.isCustom && $0.certainty >= 0.7 }
    if name.certainty < 0.7, evidence < 4, region.plans.count >= 8,
      known * 3 < region.plans.count
    {
      return true
    }
    // Columns of values by month or year are many in tables of measures too.
    let columns = region.plans.count { !$0.field.isCustom || !isPeriod($0) }
    let telling = region.plans.count { plan in
      plan.field.evidence == 2 && plan.certainty >= 0.8
        && ![.baseline, .rangeMin, .rangeMax, .scale].contains(plan.field)
    }
    return columns >= 16 && known * 4 < columns && telling < 3
  }

  /// Whether the heading of the names is one only measures have.
  private static func isStrong(_ name: ColumnPlan) -> Bool {
    guard name.certainty >= 0.7 else { return false }
    return HeaderMatcher().matches(HeaderText(name.heading)).contains {
      $0.field == .name && $0.strength == .certain && $0.score >= 0.7
    }
  }

  /// Whether the same names come again and again, as in rows of values by date.
  private static func hasRepeatedNames(
    _ region: TableRegion, _ name: ColumnPlan, in sheet: SheetContent
  ) -> Bool {
    guard region.records.count >= 4, region.plan(.language) == nil else { return false }
    var names: Set<String> = []
    var count = 0
    for record in region.records.prefix(400) {
      guard let text = sheet.rows[record.index].cell(name.column)?.text else { continue }
      count += 1
      names.insert(Folding.fold(text))
    }
    let hasDates =
      region.plans.contains { $0.field == .created || $0.field == .currentDate }
      || region.plans.contains {
        ["frequency", "custom"].contains($0.field.name) && $0.certainty < 0.9
      }
    return Double(names.count) <= Double(count) * (hasDates ? 0.7 : 0.5)
  }

  /// Whether the table is names and a column a month, without anything that defines.
  private static func isMonthlyData(_ region: TableRegion, _ evidence: Int) -> Bool {
    let periods = region.plans.filter { $0.field.isCustom && isPeriod($0) }.count
    let defining = region.plans.filter {
      $0.field.evidence > 0
        && ![.current, .target, .status, .trend, .gap, .group, .unit].contains($0.field)
    }
    return periods >= 3 && defining.isEmpty
  }

  /// Whether the columns of values are the years before a target, under a heading only measures
  /// have.
  private static func isHistory(_ region: TableRegion, _ isStrongName: Bool) -> Bool {
    guard isStrongName, region.plan(.unit) != nil,
      let target = region.plans.filter({ $0.field == .target }).compactMap(\.moment)
        .max(by: { ColumnPlanner.order($0) < ColumnPlanner.order($1) })
    else { return false }
    let last = ColumnPlanner.order(target)
    return region.plans.allSatisfy { plan in
      guard plan.field.isCustom, isPeriod(plan) else { return true }
      switch plan.moment {
      case .period(let period)?:
        return (period.grain == .year || period.grain == .spanningYear)
          && ColumnPlanner.order(plan.moment) < last
      default: return false
      }
    }
  }

  private static func isPeriod(_ plan: ColumnPlan) -> Bool {
    if plan.moment != nil { return true }
    return WordList.month.value(of: plan.heading) != nil
      || ["q1", "q2", "q3", "q4", "t1", "t2", "t3", "t4", "h1", "h2", "ytd"].contains(
        Folding.fold(plan.heading))
  }

  /// Whether it is a list of versions or changes: a version or date, and an author or a text.
  private static func isChangeLog(_ region: TableRegion) -> Bool {
    let fields = FieldSet(region.plans.map(\.field))
    let defining = region.plans.filter { $0.field.evidence == 2 && $0.certainty >= 0.8 }
    return defining.isEmpty && fields.contains(.version) && fields.contains(.created)
  }
}
