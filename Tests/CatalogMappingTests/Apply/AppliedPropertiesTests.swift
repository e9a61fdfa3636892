import KPICatalog
import SpreadsheetML
import TestSupport
import Testing
import Zip

@testable import CatalogMapping

/// What holds of every workbook, whatever its layout.
@Suite("Applying to all kinds of workbooks")
struct AppliedPropertiesTests {
  private static let books = KPIBookTests.books.filter { !$0.hasPrefix("neg_") }

  private func bytes(_ name: String) throws -> [UInt8] {
    try Fixture.bytes("kpi-books/books/\(name).xlsx")
  }

  @Test("an unchanged import gives the identical file, through YAML and JSON", arguments: books)
  func identity(name: String) throws {
    let bytes = try bytes(name)
    let book = try Workbook.open(bytes: bytes, name: name)
    let catalog = try CatalogImport().read(book, name: name).catalog
    for read in [try Catalog(yaml: catalog.yaml()), try Catalog(json: catalog.json())] {
      let plan = try CatalogApply().plan(read, for: book, name: name)
      #expect(plan.isEmpty && plan.findings.isEmpty && plan.refusals.isEmpty)
      let output = ArchiveBytes()
      try plan.editor(for: book).editor.write(to: output)
      #expect(output.bytes == bytes)
    }
  }

  /// Changes of fields that each stand in one cell of their own.
  private static func change(
    _ measure: inout KPIDefinition, _ random: inout SplitMix
  ) -> String? {
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where measure.owner != nil:
      measure.owner = "Sonja Probst"
      return "owner"
    case 1 where !measure.targets.isEmpty && measure.thresholds == nil:
      guard case .value(let value) = measure.targets[0].goal,
        let raised = FiniteNumber(value.double + 1)
      else { return nil }
      measure.targets[0].goal = .value(raised)
      return measure.origin?.cells["targets[0]"] == nil ? "targets" : "targets[0]"
    case 2 where measure.current != nil && measure.targets.isEmpty:
      measure.current?.value = 7
      return "current"
    case 3 where measure.frequency != nil && measure.frequency != .monthly:
      measure.frequency = .monthly
      return "frequency"
    default:
      guard let entry = measure.description?.entries.first, measure.formula == nil,
        measure.description?.entries.count == 1
      else {
        guard measure.name.entries.count > 1,
          let last = measure.name.entries.last(where: { $0.language != .english })
        else {
          return nil
        }
        measure.name[last.language] = last.text + " (2)"
        return "name.\(last.language)"
      }
      measure.description?[entry.language] = entry.text + " Q7 8."
      return "description"
    }
  }

  @Test("changed fields change their cells and nothing else, and come back", arguments: books)
  func changes(name: String) throws {
    var random = SplitMix(seed: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ Int($1) } & 0xFFFF))
    var cells: Set<String> = []
    let applied = try AppliedBook(try bytes(name)) { catalog in
      var left = Set(catalog.measures.indices)
      for _ in 0..<60 where cells.count < 3 {
        guard let index = left.sorted().first(where: { _ in random.once(in: 3) }) else { continue }
        guard let field = Self.change(&catalog.measures[index], &random) else { continue }
        left.remove(index)
        let origin = catalog.measures[index].origin
        cells.insert("\(origin?.sheet ?? "")!\(origin?.cells[field] ?? "?")")
      }
    }
    // Some books hold prose only, where a description shares its cell.
    guard !cells.isEmpty else { return }
    let told = applied.plan.findings.filter { $0.severity != .note } + applied.plan.refusals
    let changed = Set(applied.plan.changes.map { "\($0.sheet)!\($0.cell)" })
    // A row for each language says what all rows say; a cell that two measures share is told.
    if name != "es_hospital_fila_por_idioma" {
      #expect(changed.isSubset(of: cells))
      #expect(changed == cells || !told.isEmpty)
    }
    #expect(applied.plan.addedRows.isEmpty && applied.plan.removedRows.isEmpty)
    if told.isEmpty {
      let diff = CatalogDiff(from: applied.wanted, to: try applied.catalog())
      #expect(diff.isEmpty, "\(diff.text(width: 100))")
    }
    let after = try Workbook.open(bytes: applied.after, name: name)
    let output = ArchiveBytes()
    try applied.report.editor(reversing: after).write(to: output)
    let back = try Workbook.open(bytes: output.bytes, name: name)
    let before = try Workbook.open(bytes: applied.before, name: name)
    for (old, new) in zip(before.sheets, back.sheets) where old.kind == .worksheet {
      let values = try old.cells().rows.flatMap(\.cells).filter { $0.value != .blank }
      let now = try new.cells()
      #expect(
        values.allSatisfy {
          now[$0.reference] == $0.value
            && now.cell($0.reference)?.formula?.text == $0.formula?.text
        })
    }
  }
}
