import TestSupport
import Testing

@testable import Zip

@Suite("ChunkPipeline")
struct ChunkPipelineTests {
  /// 3 MiB: more than the ring of four buffers holds.
  static let content: [UInt8] = {
    var random = SplitMix(seed: 2)
    let block = (0..<4_099).map { _ in UInt8.random(in: 0...255, using: &random) }
    return Array(repeatElement(block, count: 768).joined())
  }()

  static func archive(falsified: Bool = false) throws -> ZipReader {
    var entry = ZipBuilder.Entry("a", content, packing: .stored)
    if falsified {
      entry.central = { $0.crc32 ^= 1 }
      entry.local = { $0.crc32 ^= 1 }
    }
    return try ZipReader(file: RandomAccessFile(bytes: ZipBuilder([entry]).bytes()))
  }

  @Test("gives the same bytes as one thread", arguments: [100_000, 256 << 10, 5 << 20])
  func sameBytes(size: Int) throws {
    let archive = try ChunkPipelineTests.archive()
    let reader = try archive.open(archive.entries[0])
    reader.expandAside()
    var bytes: [UInt8] = []
    while true {
      let piece = try reader.read(upTo: size)
      if piece.isEmpty { break }
      bytes += piece
    }
    #expect(bytes == ChunkPipelineTests.content)
    #expect(try reader.read(upTo: size) == [])
  }

  @Test func givesTheErrorAfterTheBytesBeforeIt() throws {
    let archive = try ChunkPipelineTests.archive(falsified: true)
    let reader = try archive.open(archive.entries[0])
    reader.expandAside()
    var count = 0
    let error = #expect(throws: ZipError.self) {
      while true {
        let piece = try reader.read(upTo: 64 << 10)
        if piece.isEmpty { break }
        count += piece.count
      }
    }
    #expect(error?.code == .checksum)
    #expect(count >= 2 << 20)
    #expect(throws: ZipError.self) { try reader.read(upTo: 1) }
  }

  @Test("stops its thread when reading ends early", arguments: [0, 1, 300_000])
  func endsEarly(count: Int) throws {
    let archive = try ChunkPipelineTests.archive()
    for _ in 0..<5 {
      let reader = try archive.open(archive.entries[0])
      reader.expandAside()
      if count > 0 { #expect(try reader.read(upTo: count).count > 0) }
    }
  }

  @Test func isNotUsedOnceReadingHasBegun() throws {
    let archive = try ChunkPipelineTests.archive()
    let reader = try archive.open(archive.entries[0])
    let first = try reader.read(upTo: 10)
    reader.expandAside()
    #expect(first + (try reader.read(upTo: 10)) == Array(ChunkPipelineTests.content[..<20]))
  }
}
