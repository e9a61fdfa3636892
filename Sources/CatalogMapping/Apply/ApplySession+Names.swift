internal import KPICatalog
internal import SpreadsheetML

extension ApplySession {
  /// Notes which measures have another id in the catalog than in the book.
  func noteOtherIDs() {
    for pair in identity.pairs {
      let (book, own) = (result.catalog.measures[pair.book], catalog.measures[pair.catalog].id)
      guard book.id != own else { continue }
      let name = book.origin?.cells.first { $0.key == "name" || $0.key.hasPrefix("name.") }
      let cell = name.flatMap { CellReference($0.value) }
      plan.otherIDs.append(
        ApplyPlan.OtherID(
          catalog: own, book: book.id, place: Place(sheet: book.origin?.sheet, cell: cell),
          code: book.code == catalog.measures[pair.catalog].code ? book.code : nil))
    }
  }

  /// Writes the title and the names of groups that the catalog calls otherwise.
  func renameHeadings() {
    renameTitle()
    for group in catalog.groups { rename(group) }
  }

  private func renameTitle() {
    guard let title = TitleFinder.place(result.book, result.survey, result.contexts),
      let entry = result.catalog.title.entries.first,
      let new = catalog.title[entry.language] ?? catalog.title.plain, new != entry.text
    else { return }
    let sheet = result.book.sheets[title.sheet]
    guard let cell = CellReference(row: title.row, column: title.column),
      sheet.cell(row: cell.row, column: cell.column)?.text != nil
    else { return }
    writeHeading(new, sheet: title.sheet, cell, field: "title")
    // A cover and the sheet of the measures often have the same title.
    for found in result.survey.found {
      for heading in found.region.headings where heading.text.onOneLine == entry.text {
        guard let cell = CellReference(row: heading.row, column: heading.column) else { continue }
        writeHeading(new, sheet: found.sheet, cell, field: "title")
      }
    }
  }

  /// A group's name in banners and in the cells of group columns.
  private func rename(_ group: GroupEntry) {
    let id = names.bookGroup(group.id)
    guard let old = result.catalog.groups.first(where: { $0.id == id }) else { return }
    for entry in old.name.entries {
      guard let new = group.name[entry.language] ?? group.name.plain, new.onOneLine != entry.text
      else { continue }
      var count = 0
      for (index, found) in result.survey.found.enumerated() {
        for banner in found.region.banners where banner.text.onOneLine == entry.text {
          guard let cell = CellReference(row: banner.row, column: banner.column) else { continue }
          writeHeading(new, sheet: found.sheet, cell, field: "groups")
          count += 1
        }
        for plan in readers[index].plans[.group] ?? [] {
          count += renameCells(entry.text, new, plan, index)
        }
      }
      if count == 0 {
        tellOfBook(
          .warning,
          "the group '\(entry.text)' has its name from a sheet or from what stands around "
            + "the table, so it stays and does not become '\(new)'", rule: "no-place")
      }
    }
  }

  private func renameCells(_ old: String, _ new: String, _ plan: Int, _ index: Int) -> Int {
    let sheet = result.survey.found[index].sheet
    var count = 0
    let region = readers[index].region
    for record in region.records {
      guard let place = region.place(plan, of: record),
        let cell = readers[index].sheet.cell(row: place.row, column: place.column),
        cell.text?.onOneLine == old
      else { continue }
      let key = SheetCell(sheet: sheet, cell: place)
      let measure = writes[key]?.measure
      writes[key] = Written(
        write: CellWrite(plan: plan, cell: place, value: .text(new), rule: .heading),
        measure: measure, field: "group")
      count += 1
    }
    return count
  }

  private func writeHeading(_ text: String, sheet: Int, _ cell: CellReference, field: String) {
    let content = result.book.sheets[sheet]
    let old = content.cell(row: cell.row, column: cell.column)
    guard isForced || !(old?.isFormula ?? false) else {
      plan.refusals.append(
        Diagnostic(
          .error, at: Place(file: result.book.name, sheet: content.name, cell: cell),
          "\(field) is not written: the cell holds a formula; change the formula, or use --force",
          rule: "cell-refused"))
      return
    }
    writes[SheetCell(sheet: sheet, cell: cell)] = Written(
      write: CellWrite(
        plan: 0, cell: cell, value: .text(text), rule: .heading, isPart: true),
      measure: nil, field: field)
  }
}
