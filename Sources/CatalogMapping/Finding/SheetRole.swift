/// Says why a sheet without measures is there: a cover, a list, a log of changes, figures.
enum SheetRole {
  /// The reason for leaving a sheet out, in words.
  static func reason(_ sheet: SheetContent, rejected: [TableFinder.Rejection]) -> String {
    if let rejection = rejected.first, let words = words(for: rejection.reason) { return words }
    let name = Folding.bytes(of: sheet.name)
    switch WordList.sheets.value(folded: name) {
    case "cover": return "it is a cover or a page of guidance"
    case "log": return "it is a log of changes"
    case "list": return "it holds lists"
    case "dashboard": return "it is a dashboard"
    case "data": return "it holds data, not definitions"
    default: break
    }
    let cells = sheet.rows.reduce(0) { $0 + $1.cells.count }
    let numbers = sheet.rows.reduce(0) { $0 + $1.cells.count { $0.number != nil } }
    if cells > 20, numbers * 2 > cells { return "it holds figures without definitions" }
    return "no table of measures was found on it"
  }

  static func words(for reason: MeasureTable.Reason) -> String? {
    switch reason {
    case .monthlyData: "it holds values by month or quarter, not definitions"
    case .repeatedNames: "the same names come again and again, as in a list of values"
    case .changeLog: "it is a log of changes"
    case .fieldGuide: "it tells what to write in each column"
    case .otherMatter: "its columns are not those of measures"
    case .tooLittle: "it has names but no other column of a measure"
    case .noName: "no column holds the names of measures"
    case .noMeasures: "no row below its header is a measure"
    case .noRows: nil
    }
  }
}
