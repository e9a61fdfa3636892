import Glibc
import TestSupport
import Testing

@testable import SpreadsheetML

/// About a thousand workbooks of other projects, when they lie in `../shared/corpus` beside the
/// checkout.
///
/// `KPIBOOK_CORPUS=all` takes all of them; without it a sample that is soon read.
enum Corpus {
  struct Book: Sendable, CustomTestStringConvertible {
    var file: String
    /// What is to be expected: `valid`, `refuse`, `hostile`, `broken` or `doubtful`.
    var expectation: String
    var size: Int
    var testDescription: String { file }

    /// The same number for the same name always (FNV-1a), to spread the sample.
    var spread: UInt64 {
      file.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    var project: Substring { file.prefix { $0 != "/" } }
  }

  static let folder = "\(Fixture.checkout)/../shared/corpus"

  static let all: [Book] = {
    guard let bytes = try? Fixture.file("\(folder)/index.jsonl") else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard let file = text("file", in: line), let kind = text("class", in: line) else {
        return nil
      }
      let size = line.split(separator: "\"size\": ").last.flatMap {
        Int($0.prefix { $0.isNumber })
      }
      return Book(file: file, expectation: kind, size: size ?? 0)
    }
  }()

  static let isThere = !all.isEmpty

  static let takesAll: Bool = {
    guard let value = unsafe getenv("KPIBOOK_CORPUS") else { return false }
    return unsafe String(cString: value) == "all"
  }()

  /// All books, or some small ones of every project in turn.
  static let chosen: [Book] = {
    if takesAll { return all }
    var queues = Dictionary(
      grouping: all.filter { $0.size < 30_000 }.sorted { $0.spread < $1.spread }, by: \.project)
    var chosen: [Book] = []
    while chosen.count < 60, !queues.isEmpty {
      for project in queues.keys.sorted() {
        if let book = queues[project]?.popLast() {
          chosen.append(book)
        } else {
          queues[project] = nil
        }
      }
    }
    return chosen
  }()

  /// The value of a text field of a line of JSON.
  private static func text(_ field: String, in line: Substring) -> String? {
    let pieces = line.split(separator: "\"\(field)\": \"", maxSplits: 1)
    guard pieces.count == 2 else { return nil }
    var text = ""
    var rest = pieces[1]
    while let character = rest.popFirst(), character != "\"" {
      guard character == "\\" else {
        text.append(character)
        continue
      }
      let escape = rest.popFirst() ?? " "
      guard escape == "u" else {
        text.append(escape)
        continue
      }
      let unit = UInt32(rest.prefix(4), radix: 16) ?? 0
      text.unicodeScalars.append(Unicode.Scalar(unit) ?? "?")
      rest = rest.dropFirst(4)
    }
    return text
  }
}

@Suite("Corpus", .enabled(if: Corpus.isThere, "there is no ../shared/corpus beside the checkout"))
struct CorpusTests {
  /// Books others open and we do not, and why.
  ///
  /// One that is no longer refused fails the test.
  static let refused = [
    "apache+poi/test-data/spreadsheet/duplicate-filename.xlsx": "two entries have this name",
    "qax-os+excelize/test/BadWorkbook.xlsx": "the workbook lists no sheets",
    "exceljs+exceljs/spec/integration/data/invalid-xml.xlsx":
      "text stands outside the root element",
  ]

  @Test(
    "is read the same every way, or refused",
    arguments: Corpus.chosen.filter { $0.expectation != "refuse" })
  func agree(book: Corpus.Book) throws {
    let isValid = book.expectation == "valid"
    var sentences: [String] = []
    do {
      let workbook = try Workbook.open("\(Corpus.folder)/\(book.file)")
      // A sheet without a part is a module of macros.
      for sheet in workbook.sheets where sheet.kind == .worksheet && !sheet.part.isEmpty {
        let reading = try expectAgreement(
          sheet, Comment(rawValue: sheet.name), includesReference: isValid)
        sentences += reading.error.map { [$0] } ?? []
        _ = try sheet.tables()
        _ = try sheet.comments()
      }
      _ = try workbook.styles()
    } catch let error as WorkbookError {
      sentences.append("\(error)")
    }
    if let sentence = Self.refused[book.file] {
      #expect(sentences.contains { $0.contains(sentence) })
    } else if isValid {
      #expect(sentences == [])
    }
  }

  @Test(
    "is refused in one sentence when it is no workbook",
    arguments: Corpus.chosen.filter { $0.expectation == "refuse" })
  func refuse(book: Corpus.Book) {
    let error = #expect(throws: WorkbookError.self) {
      try Workbook.open("\(Corpus.folder)/\(book.file)")
    }
    #expect(error?.code == .notAWorkbook)
    #expect(error?.description.contains("\n") == false)
  }
}
