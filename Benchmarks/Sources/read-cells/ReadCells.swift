import SpreadsheetML

/// Reads every cell of a workbook's first sheet as a number or text, through the public library.
///
///     read-cells book.xlsx      prints how many cells are not blank, and two sums to compare
@main
enum ReadCells {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else { return print("usage: read-cells BOOK") }
    let book = try Workbook.open(CommandLine.arguments[1])
    var cells = 0
    var sum = 0.0
    var letters = 0
    try book.sheets[0].rows().forEachRow { row in
      for place in 0..<row.count {
        switch row.kind(at: place) {
        case .blank: continue
        case .number: sum += try row.number(at: place)
        case .boolean: break
        case .text, .error, .isoDate: letters += try row.withText(at: place) { $0.count }
        }
        cells += 1
      }
    }
    print(cells, sum, letters)
  }
}
