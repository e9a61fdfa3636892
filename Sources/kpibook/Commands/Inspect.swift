internal import ArgumentParser
internal import SpreadsheetML

/// What is in a workbook.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Show what is in a workbook.")

  @Argument(help: "The workbook, or - for standard input.")
  var book: String

  func run() throws {
    let book = try Input.workbook(book)
    for sheet in book.sheets { try Terminal.print("\(sheet.index) \(sheet.name)\n") }
  }
}
