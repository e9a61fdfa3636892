import TestSupport
import Testing

@testable import Zip

@Suite("ZipEntryReader")
struct ZipEntryReaderTests {
  static let content: [UInt8] = {
    var random = SplitMix(seed: 1)
    return (0..<20_000).map { _ in UInt8.random(in: 0..<16, using: &random) }
  }()

  static func archive(
    _ packing: ZipBuilder.Packing, limits: ReadLimits = .standard
  ) throws -> ZipReader {
    let zip = ZipBuilder([ZipBuilder.Entry("a", content, packing: packing)])
    return try ZipReader(file: RandomAccessFile(bytes: zip.bytes()), limits: limits)
  }

  @Test("gives the same bytes in pieces of any size", arguments: [1, 7, 64, 4_096, 19_999, 50_000])
  func pieces(size: Int) throws {
    for packing in [ZipBuilder.Packing.stored, .deflated, .storedBlocks] {
      let archive = try ZipEntryReaderTests.archive(packing)
      let reader = try archive.open(archive.entries[0])
      var bytes: [UInt8] = []
      while true {
        let piece = try reader.read(upTo: size)
        #expect(piece.count <= size)
        if piece.isEmpty { break }
        bytes += piece
      }
      #expect(bytes == ZipEntryReaderTests.content)
      #expect(try reader.read(upTo: size) == [])
    }
  }

  @Test("never ends well when the checksum is wrong", arguments: [1, 100, 5, 4, 6])
  func checksum(size: Int) throws {
    for packing in [ZipBuilder.Packing.stored, .deflated] {
      var zip = ZipBuilder(["a": "alpha"], packing: packing)
      zip.entries[0].central = { $0.crc32 ^= 1 }
      zip.entries[0].local = { $0.crc32 ^= 1 }
      let archive = try ZipReader(file: RandomAccessFile(bytes: zip.bytes()))
      let reader = try archive.open(archive.entries[0])
      let error = #expect(throws: ZipError.self) {
        while try !reader.read(upTo: size).isEmpty {}
      }
      #expect(error?.code == .checksum)
    }
  }

  @Test("gives out no last byte unchecked", arguments: [ZipBuilder.Packing.stored, .deflated])
  func lastByte(packing: ZipBuilder.Packing) throws {
    var zip = ZipBuilder(["a": "alpha"], packing: packing)
    zip.entries[0].central = { $0.crc32 ^= 1 }
    zip.entries[0].local = { $0.crc32 ^= 1 }
    let archive = try ZipReader(file: RandomAccessFile(bytes: zip.bytes()))
    let reader = try archive.open(archive.entries[0])
    // Room for exactly the bytes there are.
    let error = #expect(throws: ZipError.self) { try reader.read(upTo: 5) }
    #expect(error?.code == .checksum)
  }

  @Test func doesNotEndWellAfterAnErrorEither() throws {
    var zip = ZipBuilder(["a": "alpha"])
    zip.entries[0].central = { $0.crc32 ^= 1 }
    zip.entries[0].local = { $0.crc32 ^= 1 }
    let archive = try ZipReader(file: RandomAccessFile(bytes: zip.bytes()))
    let reader = try archive.open(archive.entries[0])
    for _ in 0..<3 { #expect(throws: ZipError.self) { try reader.read(upTo: 100) } }
  }
}

@Suite("ReadLimits of archives")
struct ReadLimitsTests {
  @Test func namesTheLimitOfEntries() {
    var limits = ReadLimits()
    limits.entries = 2
    let zip = ZipBuilder(["a": "", "b": "", "c": ""])
    #expect(
      Opening(zip, limits: limits)
        == .refused("the archive names 3 entries; the limit ReadLimits.entries is 2"))
    limits.entries = 3
    #expect(Opening(zip, limits: limits) == .texts(["a": "", "b": "", "c": ""]))
  }

  @Test func namesTheLimitOfAPartInMemory() {
    var limits = ReadLimits()
    // The directory must pass the limit too; it takes 47 bytes.
    limits.partBytes = 99
    let zip = ZipBuilder(["a": String(repeating: "x", count: 100)])
    #expect(
      Opening(zip, limits: limits)
        == .refused("entry 'a': it holds more than 99 bytes, the limit ReadLimits.partBytes"))
    limits.partBytes = 100
    #expect(Opening(zip, limits: limits) != .refused(""))
  }

  @Test func namesTheLimitOfExpandedBytes() throws {
    var limits = ReadLimits()
    limits.expandedBytes = 99
    let zip = ZipBuilder(["a": String(repeating: "x", count: 100)])
    #expect(
      Opening(zip, limits: limits)
        == .refused(
          "entry 'a': it expands to more than 99 bytes, the limit ReadLimits.expandedBytes"))
  }

  @Test func namesTheLimitOfRatioOnceThereAreManyBytes() {
    var limits = ReadLimits()
    limits.ratio = 10
    let zip = ZipBuilder(["a": String(repeating: "x", count: 10_000)])
    guard case .texts = Opening(zip, limits: limits) else {
      Issue.record("the ratio was looked at too early")
      return
    }
    limits.ratioStartsAt = 5_000
    #expect(
      Opening(zip, limits: limits)
        == .refused(
          "entry 'a': it expands more than 10 times, the limit ReadLimits.ratio; "
            + "this looks like a zip bomb"))
  }

  @Test func takesNoMemoryForAStatedSizeThatIsALie() throws {
    // 900 MB are stated and 5 bytes are there: no more than a piece of memory may be taken.
    var zip = ZipBuilder(["a": "alpha"])
    zip.entries[0].central = { $0.size = 900_000_000 }
    zip.entries[0].local = { $0.size = 900_000_000 }
    #expect(
      Opening(zip)
        == .refused("entry 'a': it holds 5 bytes, not the 900000000 its directory states"))
  }
}
