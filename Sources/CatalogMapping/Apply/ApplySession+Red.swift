internal import KPICatalog
internal import SpreadsheetML

extension ApplySession {
  /// Lets the cell for red follow the thresholds of the other colors: it says nothing of its own, and
  /// would contradict them.
  ///
  /// What does not follow is told.
  func keepRed(
    _ part: CatalogAssembly.Source, _ parts: [CatalogAssembly.Source], _ wanted: KPIDefinition,
    _ base: KPIDefinition
  ) {
    _ = readers[part.region].readRecord(part.record)
    guard let before = read(parts, like: wanted) else { return }
    _ = readers[part.region].readRecord(part.record)
    let writing = FieldWriting(
      reader: readers[part.region], current: before, wanted: wanted, names: names)
    let index = result.survey.found[part.region].sheet
    guard let red = writing.staleRed(base.thresholds),
      writes[SheetCell(sheet: index, cell: red.at)] == nil
    else { return }
    for way in red.ways.map({ [$0] }) {
      let undo = put(way, part.region)
      guard let after = read(parts, like: wanted),
        changes(after, wanted).count <= changes(before, wanted).count,
        after.thresholds == before.thresholds,
        refusal(way, part, "thresholds", wanted) == nil
      else {
        restore(undo, part.region)
        continue
      }
      note(way, part, "thresholds", wanted.id)
      return
    }
    let sheet = result.book.sheets[index]
    let shown = red.cell.text ?? red.cell.number.map { NumberForm.plain($0) } ?? ""
    plan.findings.append(
      Diagnostic(
        .warning, at: Place(file: result.book.name, sheet: sheet.name, cell: red.at),
        "'\(wanted.id)': the cell for red stays \(Self.short(shown)), which does not follow from the "
          + "new thresholds; change it by hand", rule: "stale-red"))
  }
}
