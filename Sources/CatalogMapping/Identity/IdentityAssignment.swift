internal import KPICatalog
internal import SpreadsheetML

/// Gives every measure an id of its own.
///
/// An id in a column of ids counts first, of rows with the same one the first: a copied row is a new
/// measure. A code that is an id stays one; else the built-in catalog's id of the name, once; else a slug of
/// the name.
struct IdentityAssignment {
  private let book: BookContent
  private let survey: BookSurvey
  /// The ids taken, with the index of the measure that has each.
  private var used: [String: Int] = [:]
  /// Measures by folded name and code, made when something refers to them.
  private var byName: [String: KPIIdentifier] = [:]
  /// Measures by the names an export wrote them with: who renames one leaves its name in other rows.
  private let exported: [String: KPIIdentifier]

  init(
    _ book: BookContent, _ survey: BookSurvey, exported: [String: KPIIdentifier] = [:]
  ) {
    self.book = book
    self.survey = survey
    self.exported = exported
  }

  /// Assigns ids; tells of names, codes and ids that stand twice.
  mutating func assign(_ drafts: inout DraftMeasures, log: inout FindingLog) {
    used.reserveCapacity(drafts.count)
    findDuplicates(drafts, log: &log)
    var isNamed = [Bool](repeating: false, count: drafts.count)
    for index in drafts.indices {
      guard let id = drafts.facts[index].statedID else { continue }
      if let other = used[id.text] {
        tellOfRepeatedID(id, drafts.facts[index], other: drafts.facts[other], &log)
        continue
      }
      isNamed[index] = true
      used[id.text] = index
      drafts.definitions[index].id = id
    }
    // Ids the workbook states come first, whatever their order.
    for index in drafts.indices where !isNamed[index] {
      guard let code = drafts.definitions[index].code, let id = Self.statedID(code) else {
        continue
      }
      if let other = used[id.text] {
        log.add(
          .duplicateID(id.text, other: address(drafts.facts[other], drafts.facts[other].codeCell)),
          sheet: sheetName(drafts.facts[index]), cell: drafts.facts[index].codeCell)
        continue
      }
      isNamed[index] = true
      used[id.text] = index
      drafts.definitions[index].id = id
    }
    for index in drafts.indices where !isNamed[index] {
      // Folded once for both the index of known names and the slug.
      let name = drafts.definitions[index].name
      let folded = FoldedName(name[.english] ?? name.entries.first?.text ?? "")
      let known = knownID(name, folded)
      let id: KPIIdentifier
      if let known, used[known.text] == nil {
        id = known
      } else {
        id = slug(
          folded, code: drafts.definitions[index].code, drafts.definitions[index].id)
      }
      used[id.text] = index
      drafts.definitions[index].id = id
    }
    let refers = drafts.indices.contains {
      !drafts.facts[$0].pairedWith.isEmpty || !drafts.facts[$0].derivedFrom.isEmpty
    }
    if refers { indexNames(drafts) }
  }

  /// Tells of an id that stands twice where people see it; in a column that is hidden a copied row
  /// has it.
  private func tellOfRepeatedID(
    _ id: KPIIdentifier, _ facts: DraftMeasures.Facts, other: DraftMeasures.Facts,
    _ log: inout FindingLog
  ) {
    guard survey.found[facts.region].region.layout == .fields else { return }
    log.add(
      .duplicateID(id.text, other: address(other, other.codeCell)), sheet: sheetName(facts),
      cell: facts.codeCell)
  }

  private mutating func indexNames(_ drafts: DraftMeasures) {
    for index in drafts.indices {
      let id = drafts.definitions[index].id
      for entry in drafts.definitions[index].name.entries {
        byName[Folding.fold(entry.text)] = id
      }
      if let code = drafts.definitions[index].code { byName[Folding.fold(code)] = id }
    }
  }

  /// The id of the measure a text names, by id, code or name.
  func measure(called text: String) -> KPIIdentifier? {
    if let id = KPIIdentifier(text), used[id.text] != nil { return id }
    let name = Folding.fold(text)
    return byName[name] ?? exported[name].flatMap { used[$0.text] == nil ? nil : $0 }
  }

  /// A code in the form of an id: small letters with a hyphen between words, or a long word.
  private static func statedID(_ code: String) -> KPIIdentifier? {
    guard code.utf8.count >= 3,
      !code.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A || $0 <= 0x20 }),
      let id = KPIIdentifier(code)
    else { return nil }
    let letters = code.unicodeScalars.count { $0.properties.isAlphabetic }
    let digits = code.unicodeScalars.count { $0.properties.numericType != nil }
    let hasMark = code.utf8.contains(UInt8(ascii: "-")) || code.utf8.contains(UInt8(ascii: "@"))
    return letters >= 3 && letters > digits && (hasMark || letters >= 6) ? id : nil
  }

  /// The one id of the built-in catalog the names in all languages agree on.
  private func knownID(_ name: LocalizedText, _ folded: FoldedName) -> KPIIdentifier? {
    if name.entries.count == 1 { return BuiltInCatalog.names.measure(named: folded) }
    var found: KPIIdentifier?
    for entry in name.entries {
      guard let id = BuiltInCatalog.names.measure(named: entry.text) else { continue }
      if let known = found, known != id { return nil }
      found = id
    }
    return found
  }

  private func slug(_ name: FoldedName, code: String?, _ fallback: KPIIdentifier) -> KPIIdentifier {
    let base = KPIIdentifier(naming: name) ?? code.flatMap { KPIIdentifier(naming: $0) } ?? fallback
    var id = base
    var number = 2
    while used[id.text] != nil, let next = KPIIdentifier("\(base.text)-\(number)") {
      id = next
      number += 1
    }
    return id
  }

  // MARK: Duplicates

  private func findDuplicates(_ drafts: DraftMeasures, log: inout FindingLog) {
    var names = FirstNames(count: drafts.count)
    var codes: [String: Int] = [:]
    codes.reserveCapacity(drafts.count)
    // By index: a copy of each measure would cost more than the search.
    for index in drafts.indices {
      if let name = drafts.definitions[index].name.entries.first?.text {
        let other = names.first(like: name, at: index) {
          drafts.definitions[$0].name.entries.first?.text ?? ""
        }
        if let other {
          log.add(
            .duplicateName(name, other: address(drafts.facts[other], drafts.facts[other].nameCell)),
            sheet: sheetName(drafts.facts[index]), cell: drafts.facts[index].nameCell)
        }
      }
      guard let code = drafts.definitions[index].code else { continue }
      if let other = codes[code] {
        log.add(
          .duplicateCode(code, other: address(drafts.facts[other], drafts.facts[other].codeCell)),
          sheet: sheetName(drafts.facts[index]), cell: drafts.facts[index].codeCell)
      } else {
        codes[code] = index
      }
    }
  }

  /// The first measure of each name.
  ///
  /// Names are told apart by a hash of what they fold to, as hardly one stands twice; only of two
  /// that may be the same the folded texts are made.
  private struct FirstNames {
    private var byHash: [UInt64: Int] = [:]
    /// Names with the hash of another.
    private var byText: [String: Int] = [:]

    init(count: Int) {
      byHash.reserveCapacity(count)
    }

    /// The first measure with the name, in whatever spelling; nil if it is this one.
    mutating func first(like name: String, at index: Int, names: (Int) -> String) -> Int? {
      let hash = FoldedHash(name).value
      guard let other = byHash[hash] else {
        byHash[hash] = index
        return nil
      }
      let folded = Folding.fold(name)
      if folded == Folding.fold(names(other)) { return other }
      if let other = byText[folded] { return other }
      byText[folded] = index
      return nil
    }
  }

  private func sheetName(_ draft: DraftMeasures.Facts) -> String {
    book.sheets[survey.found[draft.region].sheet].name
  }

  private func address(_ draft: DraftMeasures.Facts, _ cell: CellReference?) -> String {
    let sheet = sheetName(draft)
    return Place(sheet: sheet.isEmpty ? nil : sheet, cell: cell).description
  }
}
