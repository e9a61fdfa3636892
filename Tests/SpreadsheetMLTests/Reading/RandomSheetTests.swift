import TestSupport
import Testing
import XMLStream

@testable import SpreadsheetML

@Suite("Random sheets")
struct RandomSheetTests {
  @Test("are read the same every way", arguments: UInt64(0)..<8)
  func agree(seed: UInt64) throws {
    var generator = SheetGenerator(seed: seed)
    var random = SplitMix(seed: seed)
    for index in 0..<25 {
      let part = generator.part()
      var builder = WorkbookBuilder(sheet: part)
      builder.sharedItems = SheetCase.items
      builder.packing = .stored
      let book = try Workbook.made(builder)
      let reading = try expectAgreement(book.sheets[0], "sheet \(index)")
      #expect(reading.error == nil, "\(part)")
      // Through a small window, in pieces of random size.
      let cuts = (0..<part.utf8.count).filter { _ in random.once(in: 9) }
      let cut = SheetReading(
        ChoppedSource(Array(part.utf8), cutAt: cuts),
        capacity: UInt64.random(in: 0...300, using: &random), usesFastPath: true,
        strings: try book.storage.sharedStrings())
      #expect(cut == reading, "\(part)")
    }
  }
}
