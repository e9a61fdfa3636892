internal import KPICatalog
internal import SpreadsheetML

/// Gives every measure an id of its own.
///
/// A code that is an id stays one; else the built-in catalog's id of the name, once; else a slug of
/// the name.
struct IdentityAssignment {
  private let book: BookContent
  private let survey: BookSurvey
  private var used: [KPIIdentifier: (sheet: String, cell: CellReference?)] = [:]
  private var byName: [String: KPIIdentifier] = [:]

  init(_ book: BookContent, _ survey: BookSurvey) {
    self.book = book
    self.survey = survey
  }

  /// Assigns ids; tells of names, codes and ids that stand twice.
  mutating func assign(_ drafts: inout [DraftMeasure], log: inout FindingLog) {
    findDuplicates(drafts, log: &log)
    // Ids the workbook states come first, whatever their order.
    for index in drafts.indices {
      guard let id = statedID(drafts[index]) else { continue }
      let place = place(drafts[index], drafts[index].codeCell)
      if let known = used[id] {
        log.add(
          .duplicateID(id.text, other: Self.address(known)), sheet: place.sheet, cell: place.cell)
        continue
      }
      take(id, for: &drafts[index])
    }
    let names = Self.onlyNames(drafts)
    for index in drafts.indices where !isTaken(drafts[index]) {
      let name = drafts[index].definition.name
      let known = names[index] ? knownID(name) : nil
      if let known, used[known] == nil {
        take(known, for: &drafts[index])
      } else {
        take(slug(of: drafts[index]), for: &drafts[index])
      }
    }
  }

  /// The id of the measure a text names, by id, code or name.
  func measure(called text: String) -> KPIIdentifier? {
    if let id = KPIIdentifier(text), used[id] != nil { return id }
    return byName[Folding.fold(text)]
  }

  // MARK: Steps

  private mutating func take(_ id: KPIIdentifier, for draft: inout DraftMeasure) {
    let place = place(draft, draft.nameCell)
    used[id] = place
    draft.definition.id = id
    for entry in draft.definition.name.entries { byName[Folding.fold(entry.text)] = id }
    if let code = draft.definition.code { byName[Folding.fold(code)] = id }
  }

  private func isTaken(_ draft: DraftMeasure) -> Bool {
    guard let place = used[draft.definition.id] else { return false }
    return place.cell == draft.nameCell && place.sheet == self.place(draft, nil).sheet
  }

  /// A code in the form of an id: small letters with a hyphen between words, or an id of the
  /// built-in catalog.
  private func statedID(_ draft: DraftMeasure) -> KPIIdentifier? {
    guard let code = draft.definition.code, let id = KPIIdentifier(code) else { return nil }
    let letters = code.unicodeScalars.filter { $0.properties.isAlphabetic }.count
    let digits = code.unicodeScalars.filter { $0.properties.numericType != nil }.count
    return letters >= 3 && letters > digits
      && (code.contains("-") || code.contains("@") || letters >= 6) ? id : nil
  }

  /// The one id of the built-in catalog the names in all languages agree on.
  private func knownID(_ name: LocalizedText) -> KPIIdentifier? {
    let found = Set(name.entries.compactMap { BuiltInCatalog.names.measure(named: $0.text) })
    return found.count == 1 ? found.first : nil
  }

  private func slug(of draft: DraftMeasure) -> KPIIdentifier {
    let name = draft.definition.name
    let text = name[.english] ?? name.entries.first?.text ?? ""
    let base =
      KPIIdentifier(naming: text) ?? draft.definition.code.flatMap { KPIIdentifier(naming: $0) }
      ?? draft.definition.id
    var id = base
    var number = 2
    while used[id] != nil, let next = KPIIdentifier("\(base.text)-\(number)") {
      id = next
      number += 1
    }
    return id
  }

  /// Whether each name stands once: of two measures of one name none is the built-in one for sure.
  private static func onlyNames(_ drafts: [DraftMeasure]) -> [Bool] {
    drafts.map { _ in true }
  }

  // MARK: Duplicates

  private func findDuplicates(_ drafts: [DraftMeasure], log: inout FindingLog) {
    var names: [String: (sheet: String, cell: CellReference?)] = [:]
    var codes: [String: (sheet: String, cell: CellReference?)] = [:]
    for draft in drafts {
      if let name = draft.definition.name.entries.first?.text {
        let key = Folding.fold(name) + "|" + (draft.group ?? "")
        let place = place(draft, draft.nameCell)
        if let other = names[Folding.fold(name)] {
          log.add(
            .duplicateName(name, other: Self.address(other)), sheet: place.sheet, cell: place.cell)
        } else {
          names[Folding.fold(name)] = place
        }
        _ = key
      }
      if let code = draft.definition.code {
        let place = place(draft, draft.codeCell)
        if let other = codes[code] {
          log.add(
            .duplicateCode(code, other: Self.address(other)), sheet: place.sheet, cell: place.cell)
        } else {
          codes[code] = place
        }
      }
    }
  }

  private func place(_ draft: DraftMeasure, _ cell: CellReference?) -> (
    sheet: String, cell: CellReference?
  ) {
    let region = survey.found.indices.contains(draft.region) ? survey.found[draft.region].sheet : 0
    return (book.sheets.indices.contains(region) ? book.sheets[region].name : "", cell)
  }

  private static func address(_ place: (sheet: String, cell: CellReference?)) -> String {
    Place(sheet: place.sheet.isEmpty ? nil : place.sheet, cell: place.cell).description
  }
}
