import TestSupport
import Testing

@testable import SpreadsheetML

@Suite("Shared texts while they are written")
struct SharedTextTableTests {
  @Test func keepsEachTextOnce() {
    var table = SharedTextTable()
    var texts: [String] = []
    for round in 0..<3 {
      for number in 0..<3_000 {
        let text = String(repeating: "t", count: number % 40) + String(number)
        let place = table.index(of: Array(text.utf8).span)
        #expect(place.number == number)
        #expect(place.isOld == (round > 0))
        if round == 0 { texts.append(text) }
      }
    }
    #expect(table.count == 3_000)
    for number in 0..<3_000 {
      let bytes = unsafe Array(table[number])
      #expect(String(decoding: bytes, as: UTF8.self) == texts[number])
    }
  }

  @Test func tellsTextsOfAllLengthsApart() {
    var table = SharedTextTable()
    // Texts that differ in one byte only, at any place, and in their length.
    var count = 0
    for length in 0..<70 {
      for place in 0...length {
        var bytes = [UInt8](repeating: 0x61, count: length)
        if place < length { bytes[place] = 0x62 }
        let found = table.index(of: bytes.span)
        #expect(found.number == count, "length \(length), place \(place)")
        #expect(!found.isOld)
        count += 1
      }
    }
  }

  @Test func takesNoMoreTextsThanItMay() {
    var table = SharedTextTable()
    var refused = 0
    for number in 0..<70_000 {
      let place = table.index(of: Array(String(number).utf8).span)
      if place.number < 0 { refused += 1 }
    }
    #expect(table.count <= SharedTextTable.mostTexts)
    #expect(table.count + refused == 70_000)
    // What is in stays in.
    #expect(table.index(of: Array("17".utf8).span).number == 17)
  }

  @Test func takesNoMoreBytesThanItMay() {
    var table = SharedTextTable()
    var bytes = [UInt8](repeating: 0x61, count: 512)
    for number in 0..<10_000 {
      for digit in 0..<5 { bytes[digit] = UInt8(number >> (digit * 3) & 7) }
      _ = table.index(of: bytes.span)
    }
    #expect(table.count * 512 <= SharedTextTable.mostBytes)
  }
}

@Suite("Which texts are shared")
struct TextSharingTests {
  @Test func sharesWhatAColumnRepeats() throws {
    let written = try Written { book in
      let sheet = try book.addSheet("Sheet")
      for row in 0..<3_000 { try sheet.writeRow([.text("word \(row % 7)")]) }
    }
    #expect(!(try written.rows().contains("inlineStr")))
    #expect(
      try written.part("xl/sharedStrings.xml").contains(#"count="3000" uniqueCount="7""#))
  }

  @Test func writesInPlaceWhatAColumnSaysOnce() throws {
    let written = try Written { book in
      let sheet = try book.addSheet("Sheet")
      for row in 0..<3_000 { try sheet.writeRow([.text("code \(row)"), .text("x")]) }
    }
    let rows = try written.rows()
    // The first stretch is shared, as nothing is known of the column yet.
    #expect(rows.contains(#"<c r="A1" t="s"><v>0</v></c>"#))
    #expect(rows.contains(#"<c r="A3000" t="inlineStr"><is><t>code 2999</t></is></c>"#))
    #expect(rows.contains(#"<c r="B3000" t="s"><v>1</v></c>"#))
  }

  @Test func readsBackTheSameEitherWay() throws {
    let bytes = try WorkbookWriter.bytes { book in
      let sheet = try book.addSheet("Sheet")
      for row in 0..<2_500 {
        try sheet.writeRow([.text("code \(row)"), .text("word \(row % 3)"), .text("")])
      }
    }
    var row = 0
    let rows = try Workbook.open(bytes: bytes).sheets[0].rows()
    while let read = try rows.readRow() {
      #expect(read[column: "A"] == .text("code \(row)"))
      #expect(read[column: "B"] == .text("word \(row % 3)"))
      row += 1
    }
    #expect(row == 2_500)
  }
}
