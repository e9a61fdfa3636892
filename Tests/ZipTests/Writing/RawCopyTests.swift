import TestSupport
import Testing

@testable import Zip

@Suite("Copying entries as they stand")
struct RawCopyTests {
  /// An archive copied entry by entry.
  private static func copy(_ bytes: [UInt8]) throws -> [UInt8] {
    let reader = try ZipReader(file: RandomAccessFile(bytes: bytes))
    return try archive { writer in
      for entry in reader.entries { try writer.copy(entry, from: reader) }
      try writer.finish(comment: reader.comment)
    }
  }

  @Test func copiesAnArchiveByteForByte() throws {
    var zip = ZipBuilder(["a.txt": "alpha", "b/ö.txt": "beta"])
    zip.entries.append(ZipBuilder.Entry("stored", "as it is", packing: .stored))
    zip.entries.append(ZipBuilder.Entry("blocks", "in blocks", packing: .storedBlocks))
    for index in zip.entries.indices {
      zip.entries[index].local = {
        $0.extra = [0x55, 0x54, 5, 0, 1, 2, 3, 4, 5]
        $0.flags |= 0x0806
      }
      zip.entries[index].central = {
        $0.extra = [0x55, 0x54, 1, 0, 9]
        $0.flags |= 0x0806
      }
    }
    zip.comment = Array("made elsewhere".utf8)
    #expect(try RawCopyTests.copy(zip.bytes()) == zip.bytes())
  }

  @Test("Data descriptors come over in each of their forms")
  func copiesDescriptors() throws {
    var zip = ZipBuilder(["a.txt": "alpha", "b.txt": "beta"])
    zip.entries[0].hasDataDescriptor = true
    zip.entries[1].hasDataDescriptor = true
    #expect(try RawCopyTests.copy(zip.bytes()) == zip.bytes())
    zip.entries[0].hasZip64 = true
    zip.entries[1].hasZip64 = true
    let copied = try RawCopyTests.copy(zip.bytes())
    #expect(Opening(copied) == .texts(["a.txt": "alpha", "b.txt": "beta"]))
  }

  @Test func findsTheFormOfADescriptor() throws {
    // Entry `a` with a descriptor written by hand in front of entry `b`.
    let forms: [[UInt8]] = [
      [0x50, 0x4b, 7, 8] + RawCopyTests.checksum + [7, 0, 0, 0, 5, 0, 0, 0],
      RawCopyTests.checksum + [7, 0, 0, 0, 5, 0, 0, 0],
      [0x50, 0x4b, 7, 8] + RawCopyTests.checksum
        + [7, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0],
      RawCopyTests.checksum + [7, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0],
    ]
    for form in forms {
      var zip = ZipBuilder(["a": "alpha"])
      zip.entries[0].central = { $0.flags |= 8 }
      zip.entries[0].local = {
        ($0.flags, $0.crc32, $0.size, $0.compressedSize) = ($0.flags | 8, 0, 0, 0)
      }
      zip.gap = form
      let bytes = zip.bytes()
      let reader = try ZipReader(file: RandomAccessFile(bytes: bytes))
      let entry = reader.entries[0]
      #expect(entry.compressedSize == 7)
      let end = try reader.dataStart(of: entry) + entry.compressedSize
      #expect(try reader.dataDescriptor(of: entry, at: end) == form)
      #expect(try RawCopyTests.copy(bytes) == bytes)
    }
  }

  /// The CRC-32 of `alpha`, lowest byte first.
  private static var checksum: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: Deflated.crc32(Array("alpha".utf8)))
    return bytes
  }

  @Test func makesADescriptorWhereNoneIsFound() throws {
    var zip = ZipBuilder(["a": "alpha"])
    zip.entries[0].central = { $0.flags |= 8 }
    zip.entries[0].local = {
      ($0.flags, $0.crc32, $0.size, $0.compressedSize) = ($0.flags | 8, 0, 0, 0)
    }
    let copied = try RawCopyTests.copy(zip.bytes())
    #expect(Opening(copied) == .texts(["a": "alpha"]))
    #expect(copied.count == zip.bytes().count + 16)
  }

  @Test func copiesAmongNewEntries() throws {
    let zip = ZipBuilder(["old.txt": "old"])
    let reader = try ZipReader(file: RandomAccessFile(bytes: zip.bytes()))
    let bytes = try archive { writer in
      try writer.write(Array("new".utf8), as: "new.txt")
      try writer.copy(reader.entries[0], from: reader)
      try writer.write(Array("last".utf8), as: "last.txt")
      try writer.finish()
    }
    #expect(Opening(bytes) == .texts(["new.txt": "new", "old.txt": "old", "last.txt": "last"]))
  }

  @Test func dropsWhatStandsBetweenEntriesAndBeforeThem() throws {
    var zip = ZipBuilder(["a.txt": "alpha"])
    zip.prefix = Array("#!/bin/sh\n".utf8)
    zip.gap = [1, 2, 3]
    #expect(try RawCopyTests.copy(zip.bytes()) == ZipBuilder(["a.txt": "alpha"]).bytes())
  }

  @Test func refusesANameThatIsTaken() throws {
    let reader = try ZipReader(
      file: RandomAccessFile(bytes: ZipBuilder(["a.txt": "alpha"]).bytes()))
    #expect(throws: ZipError.self) {
      _ = try archive { writer in
        try writer.write([], as: "a.txt")
        try writer.copy(reader.entries[0], from: reader)
      }
    }
  }
}
