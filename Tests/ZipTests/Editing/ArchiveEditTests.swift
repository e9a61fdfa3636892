import TestSupport
import Testing

@testable import Zip

@Suite("ArchiveEdit")
struct ArchiveEditTests {
  /// An archive with everything that could get lost.
  static func odd() -> ZipBuilder {
    var zip = ZipBuilder(["a.txt": "alpha", "b.txt": "beta", "c.txt": "gamma"])
    zip.entries[0].hasDataDescriptor = true
    zip.entries[1].local = { $0.extra = [0x20, 0xa2, 2, 0, 1, 2] }
    zip.entries[1].central = { $0.extra = [0x55, 0x54, 1, 0, 7] }
    zip.prefix = Array("before".utf8)
    zip.gap = Array("between".utf8)
    zip.suffix = []
    zip.comment = Array("comment".utf8)
    return zip
  }

  static func edit(
    _ bytes: [UInt8], _ name: String, to content: [UInt8]?
  ) throws -> [UInt8] {
    let reader = try ZipReader(file: RandomAccessFile(bytes: bytes))
    let edit = ArchiveEdit(reader)
    let entry = try #require(reader.entry(named: name))
    if let content {
      edit.replace(entry) { give in try give(content.span) }
    } else {
      edit.remove(entry)
    }
    let sink = ArchiveBytes()
    try edit.write(to: sink)
    return sink.bytes
  }

  static func texts(_ bytes: [UInt8]) throws -> [String] {
    let reader = try ZipReader(file: RandomAccessFile(bytes: bytes))
    return try reader.entries.map {
      "\($0.name)=\(String(decoding: try reader.read($0), as: UTF8.self))"
    }
  }

  @Test func givesTheSameFileWhenNothingChanges() throws {
    let bytes = Self.odd().bytes()
    let sink = ArchiveBytes()
    try ArchiveEdit(try ZipReader(file: RandomAccessFile(bytes: bytes))).write(to: sink)
    #expect(sink.bytes == bytes)
  }

  @Test("changes one entry and no byte of the others", arguments: ["a.txt", "b.txt", "c.txt"])
  func replaces(name: String) throws {
    let zip = Self.odd()
    let new = try Self.edit(zip.bytes(), name, to: Array("a much longer text than before".utf8))
    var expected = zip
    for index in expected.entries.indices where expected.entries[index].name == Array(name.utf8) {
      expected.entries[index].content = Array("a much longer text than before".utf8)
    }
    #expect(new == expected.bytes())
  }

  @Test("takes an entry out and leaves the others", arguments: [0, 1, 2])
  func removes(index: Int) throws {
    let zip = Self.odd()
    var expected = zip
    let name = String(decoding: expected.entries.remove(at: index).name, as: UTF8.self)
    #expect(try Self.edit(zip.bytes(), name, to: nil) == expected.bytes())
  }

  @Test func keepsStoredEntriesStored() throws {
    let zip = ZipBuilder(["a.txt": "alpha", "b.txt": "beta"], packing: .stored)
    var expected = zip
    expected.entries[0].content = Array("other".utf8)
    #expect(try Self.edit(zip.bytes(), "a.txt", to: Array("other".utf8)) == expected.bytes())
  }

  @Test func keepsRecordsOf64Bits() throws {
    var zip = ZipBuilder(["a.txt": "alpha", "b.txt": "beta"])
    for index in zip.entries.indices { zip.entries[index].hasZip64 = true }
    zip.hasZip64End = true
    let new = try Self.edit(zip.bytes(), "a.txt", to: Array("another text".utf8))
    #expect(try Self.texts(new) == ["a.txt=another text", "b.txt=beta"])
    let removed = try Self.edit(zip.bytes(), "a.txt", to: nil)
    #expect(try Self.texts(removed) == ["b.txt=beta"])
  }

  @Test func keepsEntriesWhoseOrderInTheDirectoryIsAnother() throws {
    let zip = ZipBuilder(["a.txt": "alpha", "b.txt": "beta", "c.txt": "gamma"])
    var bytes = zip.bytes()
    // The directory's records have one length here, so that two can change places.
    let reader = try ZipReader(file: RandomAccessFile(bytes: bytes))
    let start = try EndOfCentralDirectory(file: RandomAccessFile(bytes: bytes)).start
    let size = 46 + 5
    let first = Array(bytes[Int(start)..<Int(start) + size])
    let second = Array(bytes[Int(start) + size..<Int(start) + 2 * size])
    bytes.replaceSubrange(Int(start)..<Int(start) + 2 * size, with: second + first)
    #expect(reader.entries.count == 3)
    let new = try Self.edit(bytes, "a.txt", to: Array("x".utf8))
    #expect(try Self.texts(new) == ["b.txt=beta", "a.txt=x", "c.txt=gamma"])
  }

  @Test func writesEntriesLargerThanABlock() throws {
    var content: [UInt8] = []
    var state: UInt64 = 1
    while content.count < 700_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      content.append(UInt8(truncatingIfNeeded: state >> 40) & 15)
    }
    let zip = ZipBuilder(["a.txt": "alpha", "b.txt": "beta"])
    let new = try Self.edit(zip.bytes(), "b.txt", to: content)
    let reader = try ZipReader(file: RandomAccessFile(bytes: new))
    #expect(try reader.read("b.txt") == content)
    #expect(reader.entries[1].flags == 0)
  }

  @Test func passesOnWhatAContentThrows() throws {
    struct Fault: Error {}
    let reader = try ZipReader(file: RandomAccessFile(bytes: Self.odd().bytes()))
    let edit = ArchiveEdit(reader)
    edit.replace(reader.entries[0]) { _ in throw Fault() }
    #expect(throws: Fault.self) { try edit.write(to: ArchiveBytes()) }
  }

  @Test func guessesTheLevelOfAnEntry() throws {
    var text: [UInt8] = []
    for row in 0..<6_000 {
      text += Array(
        "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row &* 7919 % 1000)</v></c></row>".utf8)
    }
    for level in [1, 6] {
      let sink = ArchiveBytes()
      let writer = try ZipWriter(sink, compression: .level(level))
      try writer.write(text, as: "a.xml")
      try writer.finish()
      let size = sink.bytes.count
      let new = try Self.edit(sink.bytes, "a.xml", to: text)
      #expect(new.count * 100 < size * 104, "\(level): \(size) \(new.count)")
    }
  }
}
