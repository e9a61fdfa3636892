import Foundation
import Testing

@testable import CatalogMapping

@Suite struct PreparedWordsTests {
  @Test(
    "the checked-in tables are made of the vocabulary's files", arguments: ["headers", "words"])
  func isUpToDate(_ name: String) throws {
    let fresh = name == "headers" ? HeaderVocabulary.prepare() : WordTable.prepare()
    let file = URL(filePath: #filePath)
      .appending(path: "../../../../catalog/vocabulary/prepared/\(name).bin").standardizedFileURL
    if ProcessInfo.processInfo.environment["UPDATE_WORDS"] != nil {
      try Data(fresh.bytes).write(to: file)
    } else {
      let isUpToDate = try Data(contentsOf: file) == Data(fresh.bytes)
      #expect(isUpToDate, "run 'make vocabulary'")
    }
  }

  @Test("the program takes the tables it was built with as they lie")
  func areTaken() {
    let headers = unsafe SynonymTable(
      EmbeddedVocabulary.preparedHeaders, files: EmbeddedVocabulary.headers, joinsWords: true,
      terms: HeaderVocabulary.terms)
    #expect(headers?.count == HeaderVocabulary.prepare().entries.count)
    let words = unsafe SynonymTable(
      EmbeddedVocabulary.preparedWords, files: EmbeddedVocabulary.words, joinsWords: false,
      terms: WordTable.terms)
    #expect(words?.count == WordTable.prepare().entries.count)
  }

  @Test("a table prepared of other files, for other terms or cut off is not taken")
  func refusesOthers() {
    let file = "name\tMeasure; KPI\n"
    let bytes = prepared(file)
    #expect(count(bytes, file, ["name"]) == 2)
    #expect(count(bytes, "name\tMeasure; KPI!\n", ["name"]) == nil)
    #expect(count(bytes, file, ["unit"]) == nil)
    #expect(count(bytes.dropLast(8), file, ["name"]) == nil)
    #expect(count([], file, ["name"]) == nil)
  }

  private func prepared(_ file: String) -> [UInt8] {
    unsafe Array(file.utf8).withUnsafeBufferPointer { bytes in
      var table = unsafe SynonymTable.Preparation(
        files: [bytes], capacity: 64, joinsWords: false, terms: ["name"])
      table.addLines(language: 0, cells: 1) { _ in 7 }
      return table.bytes
    }
  }

  /// How many words a prepared table has if it is taken for a file.
  private func count(_ prepared: [UInt8], _ file: String, _ terms: [String]) -> Int? {
    // As aligned as the program's own.
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(8, prepared.count), alignment: 8)
    defer { unsafe memory.deallocate() }
    unsafe memory.copyBytes(from: prepared)
    let table = unsafe UnsafeRawBufferPointer(rebasing: memory[..<prepared.count])
    return unsafe Array(file.utf8).withUnsafeBufferPointer {
      unsafe SynonymTable(table, files: [$0], joinsWords: false, terms: terms)?.count
    }
  }
}
