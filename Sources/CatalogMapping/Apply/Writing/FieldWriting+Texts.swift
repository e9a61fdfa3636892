internal import KPICatalog
internal import SpreadsheetML

extension FieldWriting {
  /// Proposals for a text in one or several languages: each goes to the column of its language.
  func texts(
    _ field: ColumnField, _ old: LocalizedText?, _ new: LocalizedText?
  ) -> [[Candidate]] {
    guard let plans = reader.plans[field] else { return [] }
    var taken: Set<Int> = []
    return differing(old, new).compactMap { language in
      guard
        let plan = plans.first(where: { reader.language(of: $0) == language && !taken.contains($0) }
        ),
        let place = place(plan)
      else { return nil }
      taken.insert(plan)
      return text(plan, place, new?[language]).map { [$0] }
    }
  }

  /// The languages in which two texts differ.
  func differing(_ old: LocalizedText?, _ new: LocalizedText?) -> [LanguageTag] {
    var languages = new?.languages ?? []
    for language in old?.languages ?? [] where !languages.contains(language) {
      languages.append(language)
    }
    return languages.filter { old?[$0] != new?[$0] }
  }

  /// A cell that is to say a text.
  func text(
    _ plan: Int, _ place: RegionReader.WritingPlace, _ text: String?
  ) -> [CellWrite] {
    guard let text, !text.isEmpty else { return [cleared(plan, place)] }
    // A number cell stays one if its format shows the same.
    if let cell = place.cell, cell.number != nil, let number = number(text, cell) {
      return [
        CellWrite(plan: plan, cell: place.at, value: .number(number), rule: .code),
        write(plan, place, .text(text), .text),
      ]
    }
    return [write(plan, place, .text(text), .text)]
  }

  /// The number that a cell's format shows as a text.
  private func number(_ text: String, _ cell: SheetContent.Cell) -> Double? {
    guard text.utf8.count <= 15, let number = Double(text), number.isFinite else { return nil }
    var probe = cell
    probe.value = .number(number)
    return CodeReading.text(probe, in: reader.sheet) == text ? number : nil
  }

  /// A field of plain text.
  func plain(_ field: ColumnField, _ new: String?) -> [[Candidate]] {
    guard let (plan, place) = first(field) else { return [] }
    var writes = text(plan, place, new)
    // A new code among numbers with a format takes their form.
    if field == .id, let new, place.cell == nil,
      let model = reader.columnCells(plan).first(where: { $0.cell.number != nil })?.cell,
      let number = number(new, model)
    {
      writes.insert(
        CellWrite(
          plan: plan, cell: place.at, value: .number(number), style: model.style, rule: .code),
        at: 0)
    }
    return [writes.map { [$0] }]
  }

  func scope() -> [[Candidate]] {
    guard let (plan, place) = first(.scope) else { return [] }
    let language = reader.language(of: plan)
    let includes = current.scope?.includes?[language] != wanted.scope?.includes?[language]
    let new = includes ? wanted.scope?.includes : wanted.scope?.excludes
    return [text(plan, place, new?[language]).map { [$0] }]
  }

  func instrument() -> [[Candidate]] {
    let old = current.instrument
    let new = wanted.instrument
    return texts(.surveyQuestion, old?.question, new?.question)
      + (old?.sampleSize == new?.sampleSize
        ? [] : count(.sampleSize, new?.sampleSize.map(Double.init)))
      + (old?.minimumSample == new?.minimumSample
        ? [] : count(.minimumSample, new?.minimumSample.map(Double.init)))
      + (old?.responseRate == new?.responseRate ? [] : plain(.responseRate, new?.responseRate))
  }

  // MARK: Formulas

  /// Description and formula: from columns of their own, or both from one cell of prose.
  func proseAndFormula(_ field: String) -> [[Candidate]] {
    let hasColumn = !(reader.plans[.formula] ?? []).isEmpty
    var proposals: [[Candidate]] = []
    if field == "formula" {
      if hasColumn {
        proposals += texts(.formula, current.formula?.text, wanted.formula?.text)
      }
      if current.formula?.variant != wanted.formula?.variant {
        proposals += plain(.variant, wanted.formula?.variant)
      }
      proposals += ratio()
    }
    guard let plans = reader.plans[.description] else { return proposals }
    let descriptions = differing(current.description, wanted.description)
    let formulas = hasColumn ? [] : differing(current.formula?.text, wanted.formula?.text)
    for plan in plans {
      let language = reader.language(of: plan)
      guard descriptions.contains(language) || formulas.contains(language),
        let place = place(plan)
      else { continue }
      proposals.append(prose(plan, place, language, keepsFormula: !formulas.contains(language)))
    }
    return proposals
  }

  /// The ways to write a paragraph that may hold a formula.
  private func prose(
    _ plan: Int, _ place: RegionReader.WritingPlace, _ language: LanguageTag, keepsFormula: Bool
  ) -> [Candidate] {
    let description = wanted.description?[language]
    let formula = wanted.formula?.text?[language]
    guard case .text(let old)? = place.cell?.value else {
      let whole = [description, formula.map { mark(plan) + $0 }].compactMap { $0 }
      let hasOwnColumn = !(reader.plans[.formula] ?? []).isEmpty
      return text(plan, place, hasOwnColumn ? description : whole.joined(separator: "\n"))
        .map { [$0] }
    }
    guard let parts = ProseFormula(old), reader.plans[.formula]?.isEmpty ?? true else {
      guard (reader.plans[.formula] ?? []).isEmpty, let formula else {
        return text(plan, place, description).map { [$0] }
      }
      let new = (description.map { $0 + "\n" } ?? "") + mark(plan) + formula
      return [[write(plan, place, .text(new), .part, isPart: true)]]
    }
    var changes: [(range: Range<String.Index>, text: String)] = []
    if !keepsFormula {
      if let formula {
        changes.append((parts.range, formula))
      } else {
        // The word that leads to the formula goes with it, and the blanks before it.
        var start = parts.whole.lowerBound
        while start > old.startIndex, old[old.index(before: start)].isWhitespace {
          start = old.index(before: start)
        }
        changes.append((start..<parts.whole.upperBound, ""))
      }
    }
    if current.description?[language] != description {
      changes += descriptionChanges(old, parts, description ?? "")
    }
    let new = old.replacing(changes)
    guard !new.trimmed.isEmpty else { return [[cleared(plan, place)]] }
    // A description that does not end like a sentence leaves the formula a line of its own.
    var start = parts.whole.lowerBound
    while start > old.startIndex, old[old.index(before: start)].isWhitespace {
      start = old.index(before: start)
    }
    let apart = old.replacing(changes + [(start..<parts.whole.lowerBound, "\n")])
    return [new, apart].map { [write(plan, place, .text($0), .part, isPart: true)] }
  }

  /// The changes that put a new description around a formula.
  private func descriptionChanges(
    _ old: String, _ parts: ProseFormula, _ description: String
  ) -> [(range: Range<String.Index>, text: String)] {
    let before = trimmedRange(old, old.startIndex..<parts.whole.lowerBound)
    let after = trimmedRange(old, parts.whole.upperBound..<old.endIndex)
    let head = String(old[before])
    let tail = String(old[after])
    if tail.isEmpty {
      if head.isEmpty, !description.isEmpty {
        return [(parts.whole.lowerBound..<parts.whole.lowerBound, description + "\n")]
      }
      return [(before, description)]
    }
    if head.isEmpty { return [(after, description)] }
    if description.hasSuffix("\n" + tail) {
      return [(before, String(description.dropLast(tail.count + 1)))]
    }
    if description.hasPrefix(head + "\n") {
      return [(after, String(description.dropFirst(head.count + 1)))]
    }
    return [(before, description), (after, "")]
  }

  private func trimmedRange(_ text: String, _ range: Range<String.Index>) -> Range<String.Index> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start].isWhitespace { start = text.index(after: start) }
    while end > start, text[text.index(before: end)].isWhitespace { end = text.index(before: end) }
    return start..<end
  }

  /// The word that leads to a formula, as other cells of the column have it.
  private func mark(_ plan: Int) -> String {
    for (_, cell) in reader.columnCells(plan) {
      guard let text = cell.text, let parts = ProseFormula(text) else { continue }
      let lead = String(text[parts.whole.lowerBound..<parts.range.lowerBound])
      return lead.hasPrefix("(") ? String(lead.dropFirst()) : lead
    }
    let word = WordList.marks.words(for: "formula", language: reader.languageIndex).first
    return (word ?? "Formula") + (reader.language.base == .french ? " : " : ": ")
  }

  /// Numerator and denominator, where they have columns and the formula's inputs are named for
  /// them.
  private func ratio() -> [[Candidate]] {
    let old = current.formula?.inputs ?? []
    let new = wanted.formula?.inputs ?? []
    if let (numerator, above) = first(.numerator), let (denominator, below) = first(.denominator),
      above.cell == nil, below.cell == nil, old.isEmpty, new.count == 2,
      let top = new[0].label?[reader.language(of: numerator)],
      let bottom = new[1].label?[reader.language(of: denominator)],
      let one = text(numerator, above, top).last, let other = text(denominator, below, bottom).last
    {
      return [[[one, other]]]
    }
    guard old.count == new.count, old != new else { return [] }
    var proposals: [[Candidate]] = []
    for field in [ColumnField.numerator, .denominator] {
      guard let (plan, place) = first(field), let text = place.cell?.text else { continue }
      let language = reader.language(of: plan)
      guard let index = old.firstIndex(where: { $0.label?[language] == text }),
        let label = new[index].label?[language], label != text
      else { continue }
      proposals.append(self.text(plan, place, label).map { [$0] })
    }
    return proposals
  }

  // MARK: Lists

  /// A list in one cell, parted as it is there.
  func list(
    _ field: ColumnField, _ new: [String], separators: String, usual: String
  ) -> [[Candidate]] {
    let plans = reader.plans[field] ?? []
    guard let main = plans.first(where: { self.place($0)?.cell != nil }) ?? plans.first,
      let place = place(main)
    else { return [] }
    // Items that other columns give stay there.
    var rest = new
    var writes: [CellWrite] = []
    for plan in plans where plan != main {
      guard let other = self.place(plan), let text = other.cell?.text else { continue }
      let items = RegionReader.list(text, separators: separators)
      let kept = items.filter { new.contains(Self.bare($0)) || new.contains($0) }
      rest.removeAll { item in kept.contains { $0 == item || Self.bare($0) == item } }
      if kept != items {
        writes.append(
          kept.isEmpty
            ? cleared(plan, other)
            : write(plan, other, .text(joined(kept, like: text, separators, usual)), .list))
      }
    }
    let sample =
      place.cell?.text
      ?? reader.columnCells(main).lazy.compactMap(\.cell.text).first {
        text in text.contains { separators.contains($0) }
      }
    let hash = sample?.hasPrefix("#") ?? false
    let items = hash ? rest.map { $0.hasPrefix("#") ? $0 : "#" + $0 } : rest
    let main_ =
      items.isEmpty
      ? cleared(main, place)
      : write(main, place, .text(joined(items, like: sample, separators, usual)), .list)
    return [[writes + [main_]]]
  }

  private static func bare(_ item: String) -> String {
    item.hasPrefix("#") ? String(item.dropFirst()) : item
  }

  private func joined(
    _ items: [String], like sample: String?, _ separators: String, _ usual: String
  ) -> String {
    items.joined(separator: separator(sample, separators) ?? usual)
  }

  /// What stands between the items of a list, with its blanks.
  private func separator(_ sample: String?, _ separators: String) -> String? {
    guard let sample else { return nil }
    if sample.hasPrefix("#"), !sample.contains(where: { separators.contains($0) }) { return " " }
    guard let mark = sample.firstIndex(where: { separators.contains($0) || $0.isNewline }) else {
      return nil
    }
    var start = mark
    var end = sample.index(after: mark)
    while start > sample.startIndex, sample[sample.index(before: start)] == " " {
      start = sample.index(before: start)
    }
    while end < sample.endIndex, sample[end].isWhitespace { end = sample.index(after: end) }
    return String(sample[start..<end])
  }

  func evidence() -> [[Candidate]] {
    guard let (plan, _) = first(.evidence) else { return [] }
    let language = reader.language(of: plan)
    let items = wanted.evidence.compactMap { item -> String? in
      item.link ?? item.title?[language] ?? item.title?.entries.first?.text
    }
    return list(.evidence, items, separators: ";\n", usual: "; ")
  }

  /// Other measures, called as the cell calls them, by code where others are, else by name.
  func references(_ field: ColumnField, _ new: [KPIIdentifier]) -> [[Candidate]] {
    guard let (plan, place) = first(field) else { return [] }
    let old = place.cell?.text.map { RegionReader.list($0, separators: ";,\n|") } ?? []
    let codes = Set(names.measures.values.compactMap(\.code))
    let column = reader.columnCells(plan).flatMap {
      $0.cell.text.map { RegionReader.list($0, separators: ";,\n|") } ?? []
    }
    let usesCodes = column.contains { codes.contains($0) }
    let usesIDs = column.contains { text in
      KPIIdentifier(text).map { names.measures[$0] != nil } ?? false
    }
    let language = reader.language(of: plan)
    let items = new.map { id -> String in
      let known = names.measures[id]
      let spellings =
        [id.text] + (known?.name.entries.map(\.text) ?? []) + (known?.code.map { [$0] } ?? [])
      if let kept = old.first(where: { text in
        spellings.contains { Folding.fold($0) == Folding.fold(text) }
      }) {
        return kept
      }
      if usesCodes, let code = known?.code { return code }
      if usesIDs { return id.text }
      return known?.name.text(in: language) ?? id.text
    }
    return list(field, items, separators: ";,\n|", usual: "; ")
  }
}
