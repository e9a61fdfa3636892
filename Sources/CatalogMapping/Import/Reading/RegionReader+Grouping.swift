internal import KPICatalog
internal import SpreadsheetML

extension RegionReader {
  /// The language a column of the row names.
  mutating func readRowLanguage() {
    guard let plan = plans[.language]?.first, let (cell, _, _) = cell(plan), let text = cell.text
    else {
      return
    }
    if let tag = WordList.language.value(of: text).flatMap({ LanguageTag($0) }) ?? LanguageTag(text)
    {
      draft.rowLanguage = tag
      see(plan: plan)
    }
  }

  mutating func readName() {
    guard var name = localized(.name) else { return }
    for entry in name.entries {
      let line = entry.text.onOneLine
      if line != entry.text { name[entry.language] = line }
    }
    draft.definition.name = name
  }

  /// The id that an exported workbook carries in a hidden column.
  mutating func readIdentity() {
    guard let plan = plans[.identity]?.first, let (text, place) = text(plan),
      let id = KPIIdentifier(text)
    else { return }
    draft.statedID = id
    note("id", place, .text, plan: plan)
  }

  /// The code, as a person sees it.
  mutating func readCode() {
    guard let plan = plans[.id]?.first, let (cell, place, _) = cell(plan) else { return }
    if case .error(let error) = cell.value {
      find(.errorCell(error.word, field: "code"), place)
      return
    }
    guard let code = CodeReading.text(cell, in: sheet), !code.isEmpty, !MissingWords.contains(code)
    else { return }
    draft.definition.code = code
    draft.codeCell = place
    note("code", place, CodeReading.isShown(cell, in: sheet) ? .shownCode : .text, plan: plan)
  }

  /// Perspective, kind, group, audience and objective: from their columns, else from what stands
  /// above.
  mutating func readGrouping() {
    readPerspective()
    readKind()
    readGroup()
    readBanners()
    readContext()
    if let text = word(.audience, .audience), let audience = Audience(rawValue: text) {
      draft.definition.audience = audience
    }
    readObjective()
  }

  private mutating func readPerspective() {
    for plan in plans[.perspective] ?? [] where region.plans[plan].tickValue != nil {
      if let value = tickValue(plan) { draft.definition.perspective = Perspective(value) }
    }
    guard plans[.perspective]?.first.map({ region.plans[$0].tickValue == nil }) ?? false else {
      return
    }
    guard let plan = plans[.perspective]?.first, let (text, place) = text(plan) else { return }
    if case .value(let value) = words.read(text, .perspective), let known = Perspective(value) {
      draft.definition.perspective = known
    } else {
      draft.perspective = text
    }
    note("perspective", place, .word, plan: plan)
  }

  private mutating func readKind() {
    if let text = word(.kind, .kind) { draft.definition.kind = MeasureKind(rawValue: text) }
  }

  private mutating func readGroup() {
    guard let plan = plans[.group]?.first, let (text, place) = text(plan) else { return }
    draft.group = text.onOneLine
    let rule: ReadingRule = cell(plan)?.rule ?? .text
    note("group", place, rule, plan: plan)
  }

  private mutating func readBanners() {
    for index in region.records[record].banners {
      guard region.banners.indices.contains(index), context.banners.indices.contains(index) else {
        continue
      }
      let banner = region.banners[index]
      let place = CellReference(row: banner.row, column: banner.column)
      switch context.banners[index] {
      case .kind(let value):
        if draft.definition.kind == nil {
          draft.definition.kind = MeasureKind(rawValue: value)
          note("kind", place, .banner)
        }
      case .perspective(let value):
        if draft.definition.perspective == nil, draft.perspective == nil {
          draft.definition.perspective = Perspective(value)
          note("perspective", place, .banner)
        }
      case .otherPerspective:
        if draft.definition.perspective == nil, draft.perspective == nil {
          draft.perspective = banner.text
          note("perspective", place, .banner)
        }
      case .group:
        if plans[.group] == nil {
          draft.group = banner.text.onOneLine
          note("group", place, .banner)
        }
      }
    }
  }

  private mutating func readContext() {
    if draft.definition.kind == nil, let word = context.kind {
      draft.definition.kind = MeasureKind(rawValue: word.text)
      note("kind", word.cell, word.rule)
    }
    if draft.definition.perspective == nil, draft.perspective == nil, let word = context.perspective
    {
      draft.definition.perspective = Perspective(word.text)
      note("perspective", word.cell, word.rule)
    }
    if draft.group == nil, let word = context.group {
      draft.group = word.text
      note("group", word.cell, word.rule)
    }
  }

  private mutating func readObjective() {
    let text = localized(.objective)
    let differentiator = localized(.differentiator, as: "objective.differentiator")
    guard text != nil || differentiator != nil else { return }
    draft.definition.objective = Objective(text: text, differentiator: differentiator)
  }
}
