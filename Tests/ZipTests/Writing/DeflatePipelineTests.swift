import TestSupport
import Testing

@testable import Zip

@Suite("Blocks on several threads")
struct DeflatePipelineTests {
  /// The entry's compressed bytes.
  private static func packed(
    _ pipeline: DeflatePipeline, _ bytes: [UInt8], blockBytes: Int
  ) throws -> [UInt8] {
    pipeline.begin()
    var output: [UInt8] = []
    var start = 0
    while true {
      let size = min(blockBytes, bytes.count - start)
      unsafe bytes.withUnsafeBytes { all in
        unsafe UnsafeMutableRawBufferPointer(rebasing: pipeline.buffer[..<size]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: all[start..<start + size]))
      }
      start += size
      unsafe try pipeline.submit(size, isLast: start == bytes.count) { made in
        unsafe output.append(contentsOf: made)
      }
      if start == bytes.count { return output }
    }
  }

  @Test func givesTheSameBytesEveryTime() throws {
    let bytes = DeflateTests.text(3_000_000)
    let first = try #require(DeflatePipeline(.level(1)))
    let expected = try DeflatePipelineTests.packed(first, bytes, blockBytes: 100_000)
    for _ in 0..<4 {
      let pipeline = try #require(DeflatePipeline(.level(1)))
      #expect(
        try DeflatePipelineTests.packed(pipeline, bytes, blockBytes: 100_000) == expected)
    }
  }

  @Test func compressesOneEntryAfterAnother() throws {
    let pipeline = try #require(DeflatePipeline(.level(1)))
    // One block, many, one, none, many: the dictionary of an entry is never that of another.
    for count in [10, 700_000, 40, 0, 900_001, 1] {
      let bytes = DeflateTests.text(count, seed: UInt64(count))
      let again = try #require(DeflatePipeline(.level(1)))
      let packed = try DeflatePipelineTests.packed(pipeline, bytes, blockBytes: 60_000)
      #expect(packed == (try DeflatePipelineTests.packed(again, bytes, blockBytes: 60_000)))
      #expect(pipeline.crc.value == Deflated.crc32(bytes))
    }
  }

  @Test func passesOnTheErrorOfItsOutput() throws {
    struct Full: Error {}
    let pipeline = try #require(DeflatePipeline(.level(1)))
    pipeline.begin()
    #expect(throws: Full.self) {
      for _ in 0..<12 {
        unsafe try pipeline.submit(DeflatePipeline.blockBytes, isLast: false) { _ in throw Full() }
      }
    }
  }
}
