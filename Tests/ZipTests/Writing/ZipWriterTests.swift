import TestSupport
import Testing

@testable import Zip

/// The archive that `body` writes.
func archive(
  compression: Compression = .standard, timestamp: DOSTimestamp = .earliest,
  _ body: (ZipWriter) throws -> Void
) throws -> [UInt8] {
  let sink = ArchiveBytes()
  let writer = try ZipWriter(sink, compression: compression, timestamp: timestamp)
  try body(writer)
  return sink.bytes
}

@Suite("Writing an archive")
struct ZipWriterTests {
  @Test func writesHeadersAsTheFormatHasThem() throws {
    let bytes = try archive { writer in
      try writer.write([], as: "é")
      try writer.finish(comment: Array("x".utf8))
    }
    // APPNOTE 4.3.7, 4.3.12 and 4.3.16; the content is one empty block of deflate, `03 00`.
    let local: [UInt8] =
      [0x50, 0x4b, 3, 4, 20, 0, 0, 8, 8, 0, 0, 0, 0x21, 0]
      + [0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0xc3, 0xa9, 3, 0]
    let central: [UInt8] =
      [0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 8, 8, 0, 0, 0, 0x21, 0]
      + [0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0]
      + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xc3, 0xa9]
    let end: [UInt8] =
      [0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 48, 0, 0, 0, 34, 0, 0, 0, 1, 0]
      + Array("x".utf8)
    #expect(bytes == local + central + end)
  }

  @Test func writesNoArchiveWithoutEntriesButAnEnd() throws {
    let bytes = try archive { try $0.finish() }
    #expect(bytes == [0x50, 0x4b, 5, 6] + [UInt8](repeating: 0, count: 18))
  }

  @Test func readsBackWhatItWrote() throws {
    let long = DeflateTests.text(600_000)
    let bytes = try archive { writer in
      try writer.write(Array("alpha".utf8), as: "a.txt")
      let entry = try writer.openEntry("folder/long.txt")
      for start in stride(from: 0, to: long.count, by: 70_001) {
        try entry.write(long[start..<min(start + 70_001, long.count)].span)
      }
      try entry.finish()
      try writer.write([], as: "empty")
      try writer.finish()
    }
    #expect(
      Opening(bytes)
        == .texts([
          "a.txt": "alpha", "folder/long.txt": String(decoding: long, as: UTF8.self), "empty": "",
        ]))
  }

  @Test func statesSizesBeforeSmallEntriesAndBehindLargeOnes() throws {
    let bytes = try archive { writer in
      try writer.write(DeflateTests.text(1_000), as: "small")
      try writer.write(DeflateTests.text(300_000), as: "large")
      try writer.finish()
    }
    let entries = try ZipReader(file: RandomAccessFile(bytes: bytes)).entries
    #expect(entries.map(\.hasDataDescriptor) == [false, true])
    let large = entries[1]
    // The descriptor stands right before the directory (APPNOTE 4.3.9).
    let start = Int(large.headerOffset) + 30 + 5 + Int(large.compressedSize)
    let record = RecordBytes(bytes[start...])
    #expect(record.u32(0) == 0x0807_4b50)
    #expect(record.u32(4) == Deflated.crc32(DeflateTests.text(300_000)))
    #expect(record.u32(8) == UInt32(large.compressedSize))
    #expect(record.u32(12) == 300_000)
    #expect(record.u32(16) == 0x0201_4b50)
    // And the local header has zeros instead.
    #expect(RecordBytes(bytes[Int(large.headerOffset)...]).u32(18) == 0)
  }

  @Test func givesAllEntriesTheTimeItIsTold() throws {
    let moment = DOSTimestamp(secondsSince1970: 1_700_000_000)
    let bytes = try archive(timestamp: moment) { writer in
      try writer.write([1], as: "a")
      try writer.finish()
    }
    let entry = try #require(try ZipReader(file: RandomAccessFile(bytes: bytes)).entries.first)
    #expect(entry.timestamp == moment.rawValue)
  }

  @Test func listsTheDirectoryInTheOrderAskedFor() throws {
    let bytes = try archive { writer in
      for name in ["a", "b", "c", "d"] { try writer.write(Array(name.utf8), as: name) }
      try writer.finish(directoryOrder: ["c", "nobody", "a"])
    }
    let reader = try ZipReader(file: RandomAccessFile(bytes: bytes))
    #expect(reader.entries.map(\.name) == ["c", "a", "b", "d"])
    #expect(Opening(bytes) == .texts(["a": "a", "b": "b", "c": "c", "d": "d"]))
  }

  @Test func refusesTwoEntriesOfOneName() throws {
    #expect(throws: ZipError.duplicate("a").asDescribed) {
      try describing {
        _ = try archive { writer in
          try writer.write([], as: "a")
          try writer.write([], as: "a")
        }
      }
    }
  }

  @Test func refusesNamesAndCommentsThatDoNotFit() throws {
    let long = String(repeating: "n", count: 65_536)
    #expect(throws: ZipError.self) { _ = try archive { try $0.write([], as: long) } }
    #expect(throws: ZipError.self) { _ = try archive { try $0.finish(comment: Array(long.utf8)) } }
  }

  @Test func keepsTheSinksErrorAsItsCause() throws {
    struct Full: Error {}
    let writer = try ZipWriter(ArchiveFunction { _ in throw Full() })
    let error = #expect(throws: ZipError.self) {
      try writer.write(DeflateTests.text(2_000_000), as: "a")
    }
    #expect(error?.code == .unwritable)
    #expect(error?.cause is Full)
  }

  @Test func writesTheSameBytesAgain() throws {
    func once() throws -> [UInt8] {
      try archive { writer in
        try writer.write(DeflateTests.text(900_000), as: "long")
        try writer.write(DeflateTests.text(10), as: "short")
        try writer.finish()
      }
    }
    let first = try once()
    for _ in 0..<3 { #expect(try once() == first) }
  }
}

/// An error's sentence, to be compared.
struct Described: Error, Equatable {
  var sentence: String
}

extension ZipError {
  var asDescribed: Described { Described(sentence: description) }
}

/// Runs `body`, and throws the sentence of its error instead of the error.
func describing(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as ZipError {
    throw error.asDescribed
  }
}
