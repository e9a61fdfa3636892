import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

/// A workbook before an edit and after it.
struct EditedBook {
  let before: [UInt8]
  let after: [UInt8]
  let plan: EditPlan

  /// Makes the patches, given as `"Sheet1!B7"` or `"B7"` and a content.
  init(
    _ bytes: [UInt8], _ patches: KeyValuePairs<String, CellPatch.Content>,
    permissions: EditPermissions = []
  ) throws {
    before = bytes
    let book = try Workbook.open(bytes: bytes, name: "book.xlsx")
    let editor = WorkbookEditor(book, permissions: permissions)
    for (address, content) in patches {
      let parts = address.split(separator: "!")
      let cell = try #require(parts.last.flatMap { CellReference($0) })
      let sheet = parts.count == 2 ? String(parts[0]) : book.sheets[0].name
      try editor.set(CellPatch(sheet: sheet, cell: cell, content: content))
    }
    plan = try editor.plan()
    let output = ArchiveBytes()
    try editor.write(to: output)
    after = output.bytes
  }

  init(
    _ builder: WorkbookBuilder, _ patches: KeyValuePairs<String, CellPatch.Content>,
    permissions: EditPermissions = []
  ) throws {
    try self.init(builder.bytes(), patches, permissions: permissions)
  }

  /// The workbook afterwards.
  func workbook() throws -> Workbook { try Workbook.open(bytes: after, name: "book.xlsx") }

  /// A part's text afterwards, or nil when it is gone.
  func text(_ part: String) throws -> String? {
    let archive = try ZipReader(file: RandomAccessFile(bytes: after))
    return try archive.read(part).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What stands between the tags of `sheetData` afterwards.
  func rows(_ part: String = "xl/worksheets/sheet1.xml") throws -> String {
    let text = try #require(try text(part))
    let start = try #require(text.range(of: "<sheetData>"))
    let end = try #require(text.range(of: "</sheetData>"))
    return String(text[start.upperBound..<end.lowerBound])
  }

  /// The names of the parts that differ, or are gone.
  func changedParts() throws -> [String] {
    let old = try ZipReader(file: RandomAccessFile(bytes: before))
    let new = try ZipReader(file: RandomAccessFile(bytes: after))
    return try old.entries.map(\.name).filter { try old.read($0) != new.read($0) }
  }
}

extension String {
  /// The first place of a text.
  func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }

  /// The text with each occurrence of another replaced.
  func replacing(_ text: String, by other: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = String(rest).range(of: text) {
      let head = rest.prefix(
        String(rest).distance(from: String(rest).startIndex, to: range.lowerBound))
      result += head + other
      rest = rest.dropFirst(head.count + text.count)
    }
    return result + rest
  }
}

extension ZipBuilder {
  /// Changes the text of an entry.
  mutating func change(_ name: String, _ text: String, to other: String) {
    for index in entries.indices where entries[index].name == Array(name.utf8) {
      let old = String(decoding: entries[index].content, as: UTF8.self)
      entries[index].content = Array(old.replacing(text, by: other).utf8)
    }
  }

  /// Adds a part with a link from another one.
  mutating func add(_ part: String, _ content: String, kind: String, from source: String) {
    entries.append(Entry(part, content))
    var steps = source.split(separator: "/")
    let last = steps.popLast() ?? ""
    let name = (steps + ["_rels", "\(last).rels"]).joined(separator: "/")
    let link =
      "<Relationship Id=\"added-\(kind)\" Type=\"\(WorkbookBuilder.relationship)/\(kind)\" "
      + "Target=\"/\(part)\"/>"
    if entries.contains(where: { $0.name == Array(name.utf8) }) {
      change(name, "</Relationships>", to: link + "</Relationships>")
    } else {
      entries.append(
        Entry(
          name,
          "<Relationships xmlns=\"\(WorkbookBuilder.package)\">\(link)</Relationships>"))
    }
  }
}
