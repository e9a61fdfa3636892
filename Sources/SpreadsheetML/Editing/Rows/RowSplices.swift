/// What changes in the bytes of rows when rows move: their numbers, their cells' addresses, their
/// formulas.
///
/// The same is found out anew each time the sheet is written, so that nothing has to be kept.
struct RowSplices {
  private let sheet: Sheet
  private let references: ReferenceShift
  private let overwritten: Set<CellReference>
  private let text: PartText
  private let firstMoved: Int
  private let formulaRows: Set<Int>
  private var shared: SharedFormulaShift
  private(set) var list: [Splice] = []

  init(
    _ sheet: Sheet, _ references: ReferenceShift, overwritten: Set<CellReference>,
    formulaRows: Set<Int>
  ) throws(WorkbookError) {
    self.sheet = sheet
    self.references = references
    self.overwritten = overwritten
    self.formulaRows = formulaRows
    text = try sheet.book.package.text(of: sheet.part)
    firstMoved = references.shifts[sheet.index]?.firstMoved ?? .max
    shared = SharedFormulaShift(references, sheet: sheet.index)
  }

  /// Tells the rows that have to be located.
  var locator: RowLocator {
    RowLocator(takesFirst: false) { [firstMoved, formulaRows] in
      $0 >= firstMoved || formulaRows.contains($0)
    }
  }

  /// The splices so far, which are forgotten.
  mutating func take() -> [Splice] {
    defer { list.removeAll(keepingCapacity: true) }
    return list
  }

  /// Takes the next row, in the file's order.
  mutating func take(_ row: LocatedRow) throws(WorkbookError) {
    let shift = references.shifts[sheet.index]
    let goes = shift?.deletes(row.number) ?? false
    // Groups are followed through all rows, also those that go.
    var formulas: [(cell: LocatedCell, outcome: SharedFormulaShift.Outcome)] = []
    for cell in row.cells {
      guard let formula = cell.formula, case .shared = formula.kind,
        let place = CellReference(row: row.number, column: cell.column)
      else { continue }
      let taken = try shared.take(
        CellFormula(text: formula.text, kind: formula.kind), at: place,
        isOverwritten: goes || overwritten.contains(place))
      if taken.outcome != .same { formulas.append((cell, taken.outcome)) }
    }
    if goes {
      list.append(Splice(range: row.inPart(0..<row.bytes.count), bytes: []))
      return
    }
    if row.number >= firstMoved, let shift { try number(row, shift) }
    for cell in row.cells {
      guard let formula = cell.formula else { continue }
      if case .shared = formula.kind { continue }
      try follow(formula, in: row, shift)
    }
    for (cell, outcome) in formulas {
      guard let formula = cell.formula else { continue }
      var tag = StartTag(row.bytes[formula.tag])
      switch outcome {
      case .same: continue
      case .first(let text, let range):
        tag.set("ref", to: range.description)
        replace(formula, in: row, tag, text)
      case .text(let text): replace(formula, in: row, tag, text)
      case .own(let text):
        for name in ["t", "ref", "si"] { tag.remove(name) }
        replace(formula, in: row, tag, text)
      }
    }
    // Splices of a row come from several lists.
    list.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func number(_ row: LocatedRow, _ shift: RowShift) throws(WorkbookError) {
    guard let new = shift.row(row.number) else {
      throw .leavesSheet(row.number).located(Place(sheet: sheet.name))
    }
    if row.hasAlternatives {
      throw .rowsInAlternateContent().located(Place(sheet: sheet.name))
    }
    guard new != row.number || !row.hasNumber else { return }
    var tag = row.tag
    tag.set("r", to: String(new))
    list.append(Splice(range: row.inPart(0..<row.tagEnd), bytes: tag.bytes))
    guard new != row.number else { return }
    let digits = Array(String(new).utf8)
    for cell in row.cells {
      guard let address = cell.address else { continue }
      let letters = row.bytes[address].prefix { $0 > UInt8(ascii: "9") || $0 == UInt8(ascii: "$") }
      list.append(
        Splice(range: row.inPart(letters.endIndex..<address.upperBound), bytes: digits))
    }
  }

  private mutating func follow(
    _ formula: LocatedCell.Formula, in row: LocatedRow, _ shift: RowShift?
  ) throws(WorkbookError) {
    var tag = StartTag(row.bytes[formula.tag])
    let old = tag
    switch formula.kind {
    case .array(let range?), .dataTable(let range?):
      if let new = shift?.range(range) {
        if new != range { tag.set("ref", to: new.description) }
      }
      if case .dataTable = formula.kind, let shift {
        for name in ["r1", "r2"] {
          guard let cell = tag[name].flatMap({ CellReference($0) }) else { continue }
          guard let new = shift.cell(cell) else { throw .cutsDataTable(range) }
          if new != cell { tag.set(name, to: new.description) }
        }
      }
    default: break
    }
    let text = try references.formula(formula.text, own: sheet.index)
    if let text {
      replace(formula, in: row, tag, text)
    } else if tag != old {
      list.append(Splice(range: row.inPart(formula.tag), bytes: tag.bytes))
    }
  }

  private mutating func replace(
    _ formula: LocatedCell.Formula, in row: LocatedRow, _ tag: StartTag, _ text: String
  ) {
    var tag = tag
    tag.setEmptyElement(false)
    let bytes = tag.bytes + EscapedText.formula(text) + tag.endTag
    list.append(Splice(range: row.inPart(formula.whole), bytes: self.text.admitted(bytes)))
  }
}
