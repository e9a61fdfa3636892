extension ImportFinding {
  /// What is wrong and what to do, one sentence without a full stop.
  var message: String {
    switch self {
    case .errorCell(let word, let field):
      "the cell holds the error \(word), so the \(field) is left out; mend the formula or clear the cell"
    case .missingWord(let word, let field):
      "'\(word)' stands for no value, so the \(field) is left out"
    case .formulaWithoutResult:
      "the formula has no stored result; open and save the workbook in a spreadsheet program first"
    case .unknownWord(let word, let field, let nearest):
      "'\(word)' is not a known \(field)"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; it is kept as a custom value")
    case .severalWords(let word, let field):
      "'\(word)' names more than one \(field), so none is taken; keep one, or split the measure"
    case .ambiguousFrequency(let word, let meaning):
      "'\(word)' can mean two things and is taken as \(meaning); write it out if that is wrong"
    case .notANumber(let text, let field):
      "'\(text)' is no number, so the \(field) is left out and kept as a custom value; write a number"
    case .rangeForValue(let text, let field):
      "'\(text)' is a range, and a \(field) is one value; it is kept as a custom value"
    case .percentOfScore(let value, let unit):
      "the cell is formatted as a percent, but the unit is \(unit); it is read as \(value), as people say it"
    case .percentFractions(let value, let heading):
      "\(number(value)) is taken as \(number(value)) %, but all values under '\(heading)' lie between -1 and 1 and are probably fractions; format the cells as percent, or write a percent sign, if so"
    case .doubtfulMark(let text, let one, let other):
      "'\(text)' can be \(one) or \(other); it is read as \(one), as this sheet's language writes numbers"
    case .doubtfulDate(let text, let one, let other, let taken):
      "'\(text)' can be \(one) or \(other); "
        + (taken ? "it is read as \(one)" : "no date is taken")
        + "; write dates as 2026-12-31"
    case .notADate(let text, let field):
      "'\(text)' is no date, so the \(field) is left out; write it as 2026-12-31 or 2026"
    case .dateForNumber(let text):
      "the cell holds the date \(text) where a number belongs, so it is left out"
    case .clockInDoubt(let text, let readsMinutes, let one, let other):
      readsMinutes
        ? "'\(text)' is read as minutes and seconds, \(one); as hours and minutes it is \(other)"
        : "'\(text)' is read as hours and minutes, \(one); as minutes and seconds it is \(other)"
    case .unitConflict(let text, let unit):
      "'\(text)' does not fit the unit \(unit); the number is taken as it stands"
    case .approximate(let text): "'\(text)' is approximate; the number is taken as it stands"
    case .remark(let text): "'\(text)' beside the number is not read"
    case .bandsNotRead(let text):
      "the thresholds '\(text)' cannot be read, so they are kept as a custom value; write them as '>=85 green; 70-85 amber; <70 red'"
    case .bandsPartlyRead(let text, let lost):
      "'\(lost)' in the thresholds '\(text)' cannot be read, so they are kept as a custom value too; write them as '>=85 green; 70-85 amber; <70 red'"
    case .bandsWithoutColors(let text, let one, let other):
      "'\(text)' names no colors: with green first it is \(one), with red first \(other); it is read with green first, write the colors or the direction of the measure to be sure"
    case .bandsReversed(let text):
      "the thresholds '\(text)' run against the direction of the measure; check which is right"
    case .weightOutside(let text):
      "the weight \(text) is not between 0 and 1 or 0 % and 100 %, so it is left out"
    case .scaleReversed(let text): "the scale '\(text)' ends below its beginning, so it is left out"
    case .bothDirections(let text): "'\(text)' names two directions, so none is taken"
    case .truncatedText(let text): "the text is too long for a \(text)"
    case .noName: "the row has values but no name, so it is left out; give the measure a name"
    case .onlyName(let text):
      "the row holds only '\(text)', so it is not taken for a measure; fill in another column if it is one"
    case .explanation: "the row explains the columns, so it is not taken for a measure"
    case .duplicateName(let name, let other):
      "the name '\(name)' stands at \(other) too; both are kept, give one another name if they differ"
    case .duplicateCode(let code, let other):
      "the code '\(code)' stands at \(other) too; give each measure its own"
    case .duplicateID(let id, let other):
      "the id '\(id)' stands at \(other) too; a new one is made for this measure"
    case .unusableID(let text, let used): "'\(text)' cannot be an id; '\(used)' is used"
    case .unknownMeasure(let name, let field):
      "'\(name)' under \(field) is no measure of this workbook; it is kept as a custom value"
    case .hiddenRows(let rows, let isFiltered):
      (isFiltered ? "rows \(rows) are hidden by the filter" : "rows \(rows) are hidden")
        + " and were read like the others"
    case .hiddenColumns(let columns): "hidden columns were read like the others: \(columns)"
    case .hiddenSheet: "the sheet is hidden and was not read; name it with --sheet to read it"
    case .guessedColumn(let heading, let field, let reasons):
      "the column '\(heading)' is taken for the \(field) as a guess: \(reasons); set it in a mapping file to be sure"
    case .rivalColumn(let heading, let field, let rival):
      "the column '\(heading)' can be the \(field) or the \(rival); it is taken for the \(field), set it in a mapping file to change that"
    case .initiativesKept(let heading):
      "the column '\(heading)' lists initiatives, which belong to other perspectives; it is kept as a custom column"
    case .unnamedColumn(let column):
      "column \(column) has values but no heading; it is kept as '\(column)'"
    case .beyondHeader(let text, let column):
      "'\(text)' stands beyond the last heading and is kept as '\(column)'; put a text that holds the mark between fields in quotes, or give the column a heading"
    case .sheetLeftOut(let reason): "the sheet was left out: \(reason)"
    case .tableLeftOut(let reason): "the table was left out: \(reason)"
    case .rowLeftOut(let reason): "the row is no measure: \(reason)"
    case .rowBelowTable(let row, let table):
      "row \(row) below the table '\(table)' was left out; move it right below the last row of the table if it is a measure"
    case .nothingFound:
      "no measures were found; name the sheet with --sheet, or describe the columns in a mapping file"
    case .conflictingLanguageRow(let field):
      "the \(field) differs from the same measure's row in another language; the first is kept"
    case .mappingDrift(let text): text
    case .fieldNotRead(let why): "\(why); it is kept as a custom value"
    case .cellKept(let text, let field):
      "'\(text)' is not read as the \(field); it is kept as a custom value"
    case .cellsNotRead(let cells, let count):
      count == 1
        ? "the cell belongs to no measure and was not read: \(cells)"
        : "\(count) cells belong to no measure and were not read: \(cells)"
    case .yearsAsTargets(let heading):
      "the column '\(heading)' names only a year; its values are taken for targets of that year"
    }
  }

  private func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? value.description
  }
}
