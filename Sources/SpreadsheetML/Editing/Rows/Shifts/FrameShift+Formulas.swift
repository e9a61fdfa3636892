internal import XMLStream

extension FrameShift {
  /// Shifts the references of one element, to whatever sheet they lead.
  mutating func followFormulas(_ index: Int) throws(WorkbookError) {
    switch revision.local(index) {
    case "conditionalFormatting" where shift == nil:
      try followRule(index, "conditional format")
    case "dataValidation" where shift == nil:
      try followRule(index, "validation")
    case "f" where ["sparkline", "sparklineGroup"].contains(revision.parentLocal(index)):
      guard let text = try text(index),
        let new = try references.formula(text, own: sheet.index)
      else { return }
      revision.setText(index, to: new)
      note("sparkline", old: text, new: new)
    case "hyperlink":
      guard let text = revision.tag(index)["location"],
        let new = try references.formula(text, own: sheet.index, .never), !new.hasSuffix("#REF!")
      else { return }
      revision.set("location", of: index, to: new)
      note("link", old: text, new: new)
    case "controlPr":
      try followFormula("linkedCell", of: index, "control")
      try followFormula("listFillRange", of: index, "control")
    case "dataRef": followDataReference(index)
    default: return
    }
  }

  private mutating func followFormula(
    _ attribute: String, of index: Int, _ subject: String
  ) throws(WorkbookError) {
    guard let text = revision.tag(index)[attribute],
      let new = try references.formula(text, own: sheet.index)
    else { return }
    revision.set(attribute, of: index, to: new)
    note(subject, old: text, new: new)
  }

  /// A range that is consolidated, on a sheet it names (18.3.1.29).
  private mutating func followDataReference(_ index: Int) {
    let tag = revision.tag(index)
    guard !tag.attributeNames.contains(where: { $0.hasSuffix(":id") }), let name = tag["sheet"],
      let shift = references.shift(ofSheet: name)
    else { return }
    moveRange("ref", of: index, "consolidated range", shift, .reference)
  }

  // MARK: Rules

  /// Shifts the formulas of a rule on a sheet whose own rows stay.
  private mutating func followRule(_ index: Int, _ subject: String) throws(WorkbookError) {
    var ranges = revision.tag(index)["sqref"]
    if ranges == nil, let list = revision.child("sqref", of: index) { ranges = try text(list) }
    let list = (ranges ?? "").split(whereSeparator: \.isWhitespace).compactMap { CellRange($0) }
    try followRule(index, subject, list, list)
  }

  /// Shifts the formulas of a rule.
  mutating func followRule(
    _ index: Int, _ subject: String, _ old: [CellRange], _ new: [CellRange]
  ) throws(WorkbookError) {
    let outline = revision.outline
    let end = outline.elements[index].whole.upperBound
    var rule: RuleFormulaShift?
    var next = index + 1
    while next < outline.elements.count, outline.elements[next].tag.lowerBound < end {
      defer { next += 1 }
      let formula: String?
      switch outline.elements[next].local {
      case "formula", "formula1", "formula2", "f": formula = try text(next)
      case "cfvo": formula = revision.tag(next)["val"]
      default: formula = nil
      }
      guard let formula, !FormulaTemplate(Array(formula.utf8)).parts.isEmpty else { continue }
      if rule == nil {
        rule = RuleFormulaShift(references, sheet: sheet.index, old: old, new: new)
      }
      guard let moved = try rule?.formula(formula) else { continue }
      if outline.elements[next].local == "cfvo" {
        revision.set("val", of: next, to: moved)
      } else {
        revision.setText(next, to: moved)
      }
      note("\(subject)'s formula", old: formula, new: moved)
    }
  }
}

extension ReferenceShift {
  /// How the rows of the sheet of this name move, or nil.
  func shift(ofSheet name: String) -> RowShift? {
    let folded = name.lowercased()
    let index =
      sheetNames.firstIndex(of: name) ?? sheetNames.firstIndex { $0.lowercased() == folded }
    return index.flatMap { shifts[$0 + 1] }
  }
}
