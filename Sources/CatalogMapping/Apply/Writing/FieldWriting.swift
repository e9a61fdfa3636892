internal import KPICatalog
internal import SpreadsheetML

/// The ways in which the fields of one measure can be written into its cells.
///
/// Every way is only a proposal: it is tried on the sheet as it is seen, the measure is read again,
/// and what does not make it say what the catalog says is taken back.
struct FieldWriting {
  let reader: RegionReader
  /// What the cells say now.
  let current: KPIDefinition
  /// What they are to say.
  let wanted: KPIDefinition
  /// Names of groups, perspectives and measures.
  let names: CatalogNames

  /// The proposals for a field, by the first key of its path: groups that are independent of each
  /// other, each with its ways, the likeliest first.
  func proposals(_ field: String) -> [[Candidate]] {
    switch field {
    case "name": texts(.name, current.name, wanted.name)
    case "objective":
      texts(.objective, current.objective?.text, wanted.objective?.text)
        + texts(
          .differentiator, current.objective?.differentiator, wanted.objective?.differentiator)
    case "question": texts(.question, current.question, wanted.question)
    case "description", "formula": proseAndFormula(field)
    case "rationale": texts(.rationale, current.rationale, wanted.rationale)
    case "scope":
      scope() + texts(.population, current.scope?.population, wanted.scope?.population)
    case "source": texts(.source, current.source, wanted.source)
    case "pitfalls": texts(.pitfalls, current.pitfalls, wanted.pitfalls)
    case "notes": texts(.notes, current.notes, wanted.notes)
    case "code": plain(.id, wanted.code)
    case "owner": plain(.owner, wanted.owner)
    case "collector": plain(.collector, wanted.collector)
    case "version": plain(.version, wanted.version)
    case "instrument": instrument()
    case "perspective", "kind", "group", "audience", "direction", "frequency",
      "reportingFrequency", "leadLag", "method", "lifecycle", "aggregation", "valueType":
      words(field)
    case "unit": unit()
    case "scale": scale()
    case "weight": weight()
    case "decimals": count(.decimals, wanted.decimals.map { Double($0.count) })
    case "window": window()
    case "baseline":
      quantity(
        .baseline, wanted.baseline.map { ($0.value, $0.at) }, dates: .baselineDate,
        current.baseline?.at)
    case "current":
      quantity(
        .current, wanted.current.map { ($0.value, $0.at) }, dates: .currentDate,
        current.current?.at)
    case "targets": targets()
    case "benchmarks": benchmarks()
    case "thresholds": thresholds()
    case "reviewDate":
      dates(.reviewDate, wanted.reviewDate.map { .date($0) })
    case "aliases": list(.aliases, wanted.aliases, separators: ";\n|,", usual: "; ")
    case "tags": list(.tags, wanted.tags, separators: ",;\n|", usual: ", ")
    case "evidence": evidence()
    case "pairedWith": references(.pairedWith, wanted.pairedWith)
    case "derivedFrom": references(.derivedFrom, wanted.derivedFrom)
    case "custom": customs()
    default: []
    }
  }

  // MARK: Building

  func place(_ plan: Int) -> RegionReader.WritingPlace? { reader.writingPlace(plan) }

  func write(
    _ plan: Int, _ place: RegionReader.WritingPlace, _ value: CellValue, _ rule: WritingRule,
    isPart: Bool = false
  ) -> CellWrite {
    CellWrite(
      plan: plan, cell: place.at, value: value, style: newStyle(plan, place), rule: rule,
      isPart: isPart)
  }

  func cleared(_ plan: Int, _ place: RegionReader.WritingPlace) -> CellWrite {
    CellWrite(plan: plan, cell: place.at, value: .blank, rule: .cleared)
  }

  /// The format of a neighbor for a cell the file does not name yet.
  private func newStyle(_ plan: Int, _ place: RegionReader.WritingPlace) -> Int? {
    guard place.style == nil else { return nil }
    return reader.neighborCells(plan).first?.style
  }

  /// The first plan of a field that has a cell for this record.
  func first(_ field: ColumnField) -> (plan: Int, place: RegionReader.WritingPlace)? {
    for plan in reader.plans[field] ?? [] where reader.region.plans[plan].tickValue == nil {
      if let place = place(plan) { return (plan, place) }
    }
    return nil
  }
}
