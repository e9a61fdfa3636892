internal import KPICatalog

/// The columns an exported table has: what the catalog holds, and what its readers will fill in.
struct ExportColumns {
  private let presentation: CatalogPresentation
  private let measures: [KPIDefinition]
  private(set) var all: [ExportColumn] = []

  /// Chooses the columns.
  ///
  /// - Parameters:
  ///   - presentation: The catalog in the reader's language.
  ///   - leavesOut: A field the sheets' names tell already, or nil.
  init(_ presentation: CatalogPresentation, leavesOut: ColumnField? = nil) {
    self.presentation = presentation
    measures = presentation.catalog.measures
    add(.identity)
    addDefinition(leavesOut)
    addMeasurement()
    addManagement()
    addRest()
    addCustom()
    makeDistinct()
  }

  private mutating func add(_ field: ColumnField, if isUsed: Bool = true) {
    guard isUsed else { return }
    all.append(ExportColumn(field, presentation.words.heading(field.name)))
  }

  /// Whether a measure has something for a column.
  private func any(_ isUsed: (KPIDefinition) -> Bool) -> Bool { measures.contains(where: isUsed) }

  /// The same, of what an empty table has too.
  private func said(_ isUsed: (KPIDefinition) -> Bool) -> Bool { measures.isEmpty || any(isUsed) }

  private mutating func addDefinition(_ leavesOut: ColumnField?) {
    add(.id, if: any { $0.code != nil })
    add(.name)
    add(.kind, if: said { $0.kind != nil })
    add(.perspective, if: presentation.hasSeveralPerspectives && leavesOut != .perspective)
    add(.group, if: any { $0.group != nil } && leavesOut != .group)
    add(.objective, if: any { $0.objective.map { presentation.objective($0) != nil } ?? false })
    add(
      .differentiator,
      if: any { $0.objective.map { presentation.differentiator($0) != nil } ?? false })
    add(.question, if: any { $0.question != nil })
    add(.description, if: said { $0.description != nil })
    add(.rationale, if: any { $0.rationale != nil })
    add(.scope, if: any { $0.scope.map { presentation.scope($0) != nil } ?? false })
    add(.population, if: any { $0.scope?.population != nil })
    add(.audience, if: any { $0.audience != nil })
  }

  private mutating func addMeasurement() {
    add(.formula, if: said { $0.formula.map { presentation.formula($0) != nil } ?? false })
    add(.unit)
    add(.scale, if: any { $0.scale.map { presentation.scale($0) != nil } ?? false })
    add(.direction)
    add(.frequency)
    add(.reportingFrequency, if: any { $0.reportingFrequency != nil })
    add(.window, if: any { $0.window != nil })
    add(.aggregation, if: any { $0.aggregation?.time != nil || $0.aggregation?.note != nil })
    add(.aggregationAcross, if: any { $0.aggregation?.across != nil })
    add(.source, if: said { $0.source != nil })
    add(.method, if: any { $0.method != nil })
    add(.surveyQuestion, if: any { $0.instrument?.question != nil })
    add(.sampleSize, if: any { $0.instrument?.sampleSize != nil })
    add(.minimumSample, if: any { $0.instrument?.minimumSample != nil })
    add(.responseRate, if: any { $0.instrument?.responseRate != nil })
    add(.leadLag, if: any { $0.leadLag != nil })
  }

  private mutating func addManagement() {
    add(.owner)
    add(.collector, if: any { $0.collector != nil })
    add(.baseline)
    add(.baselineDate, if: any { $0.baseline?.at != nil })
    addTargets()
    add(.thresholdGreen)
    add(.thresholdAmber)
    add(.current)
    add(.currentDate, if: any { $0.current?.at != nil })
    add(.weight, if: any { $0.weight != nil })
  }

  private mutating func addRest() {
    let benchmarks = measures.map(\.benchmarks.count).max() ?? 0
    for index in 0..<benchmarks {
      all.append(
        ExportColumn(.benchmark, numbered(.benchmark, index, of: benchmarks), index: index))
    }
    add(.pairedWith, if: any { !$0.pairedWith.isEmpty })
    add(.derivedFrom, if: any { !$0.derivedFrom.isEmpty })
    add(.pitfalls, if: any { $0.pitfalls != nil })
    add(.aliases, if: any { !$0.aliases.isEmpty })
    add(.evidence, if: any { !$0.evidence.isEmpty })
    add(.tags, if: any { !$0.tags.isEmpty })
    add(.notes, if: said { $0.notes != nil })
    add(.lifecycle, if: any { $0.lifecycle != nil })
    add(.reviewDate, if: any { $0.reviewDate != nil })
    add(.version, if: any { $0.version != nil })
  }

  // MARK: Targets

  /// A column for each date, if they are few; else a target beside its date.
  private mutating func addTargets() {
    if let moments = sharedMoments() {
      for moment in moments {
        let heading = presentation.words.heading(ColumnField.target.name)
        all.append(ExportColumn(.target, heading + " " + Self.year(moment), moment: moment))
      }
      return
    }
    let most = max(measures.map(\.targets.count).max() ?? 0, 1)
    let hasDates =
      measures.allSatisfy(\.targets.isEmpty) || any { $0.targets.contains { $0.by != nil } }
    for index in 0..<most {
      all.append(ExportColumn(.target, numbered(.target, index, of: most), index: index))
      if hasDates {
        all.append(ExportColumn(.targetDate, numbered(.targetDate, index, of: most), index: index))
      }
    }
  }

  /// The days and periods all targets are due by, at most four, if each measure has one target a
  /// date; else nil.
  private func sharedMoments() -> [Moment]? {
    var moments: Set<Moment> = []
    for measure in measures {
      var own: Set<Moment> = []
      for target in measure.targets {
        guard let by = target.by, own.insert(by).inserted else { return nil }
      }
      // The targets of a measure come back in the order of the columns.
      guard measure.targets.compactMap(\.by).map(\.description).isSorted else { return nil }
      moments.formUnion(own)
    }
    guard (1...4).contains(moments.count), Set(moments.map(Self.year)).count == moments.count else {
      return nil
    }
    return moments.sorted { $0.description < $1.description }
  }

  /// A date as a heading has it: the last day of a year is the year.
  private static func year(_ moment: Moment) -> String {
    if case .date(let date) = moment, date.month == 12, date.day == 31 { return String(date.year) }
    return moment.description
  }

  private func numbered(_ field: ColumnField, _ index: Int, of count: Int) -> String {
    let heading = presentation.words.heading(field.name)
    return index == 0 ? heading : "\(heading) (\(index + 1))"
  }

  // MARK: Columns of the reader's own

  private mutating func addCustom() {
    var keys: [String] = []
    var known: Set<String> = []
    for measure in measures {
      var place = 0
      for key in measure.custom.keys {
        if known.insert(key).inserted {
          keys.insert(key, at: place)
          place += 1
        } else if let found = keys.firstIndex(of: key) {
          place = max(place, found + 1)
        }
      }
    }
    for key in keys { all.append(ExportColumn(.custom, key, custom: key)) }
  }

  /// Excel wants headings that differ, in any case, and are not empty.
  private mutating func makeDistinct() {
    var taken: Set<String> = []
    for index in all.indices {
      // A table's headings are one line of at most 255 characters.
      var heading = all[index].heading.onOneLine.trimmed
      while heading.utf16.count > 250 { heading.removeLast() }
      if heading.isEmpty { heading = "(?)" }
      var candidate = heading
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = "\(heading) (\(number))"
        number += 1
      }
      all[index].heading = candidate
    }
  }
}

extension [String] {
  fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
