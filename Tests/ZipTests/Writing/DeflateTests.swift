import TestSupport
import Testing

@testable import Zip

@Suite("Deflate in blocks")
struct DeflateTests {
  /// Text of few words in any order, which compresses but never repeats for long.
  static func text(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var random = SplitMix(seed: seed)
    let words = ["<c r=\"A", "\"><v>", "</v></c>", "measure", "12", "7", "0.25", "</row>"]
    var bytes: [UInt8] = []
    while bytes.count < count { bytes += Array(random.pick(words).utf8) }
    return Array(bytes.prefix(count))
  }

  private static func compress(
    _ bytes: [UInt8], blocks: Int, _ compression: Compression
  ) throws -> [UInt8] {
    let deflate = try #require(Deflate(compression))
    let size = max((bytes.count + blocks - 1) / blocks, 1)
    var output: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + size, bytes.count)
      let dictionary = Array(bytes[max(start - Deflate.window, 0)..<start])
      var made = [UInt8](repeating: 0, count: Deflate.bound(end - start))
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe dictionary.withUnsafeBytes { dictionary in
          unsafe made.withUnsafeMutableBytes { made in
            unsafe deflate.compress(
              UnsafeRawBufferPointer(rebasing: all[start..<end]), after: dictionary,
              isLast: end == bytes.count, into: made)
          }
        }
      }
      output += made[..<(try #require(count))]
      start = end
    } while start < bytes.count
    return output
  }

  /// Expands by the reading side, which is tested against other compressors.
  private static func expand(_ bytes: [UInt8], count: Int) throws -> [UInt8] {
    let inflate = try #require(Inflate())
    var output = [UInt8](repeating: 0, count: count + 1)
    let step = unsafe bytes.withUnsafeBytes { source in
      unsafe output.withUnsafeMutableBytes { unsafe inflate.expand(source, into: $0) }
    }
    #expect(step.outcome == .finished)
    #expect(step.taken == bytes.count)
    return Array(output[..<step.made])
  }

  @Test("Blocks put together are one stream", arguments: 1...9, [1, 2, 7])
  func joinsBlocks(level: Int, blocks: Int) throws {
    let bytes = DeflateTests.text(100_000)
    let packed = try DeflateTests.compress(bytes, blocks: blocks, .level(level))
    #expect(try DeflateTests.expand(packed, count: bytes.count) == bytes)
  }

  @Test("Sizes around the edges come back", arguments: [0, 1, 2, 257, 258, 259, 32_768, 65_537])
  func keepsSizes(count: Int) throws {
    let bytes = DeflateTests.text(count)
    let packed = try DeflateTests.compress(bytes, blocks: 3, .standard)
    #expect(try DeflateTests.expand(packed, count: count) == bytes)
  }

  @Test func refersToTheBlockBefore() throws {
    var random = SplitMix(seed: 5)
    let noise = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    // The second half is the first again: with the dictionary it takes next to nothing.
    let packed = try DeflateTests.compress(noise + noise, blocks: 2, .level(6))
    #expect(packed.count < 20_000 + 1_000)
    #expect(try DeflateTests.expand(packed, count: 40_000) == noise + noise)
  }

  @Test func fitsIntoItsBoundWhateverTheBytes() throws {
    var random = SplitMix(seed: 9)
    let noise = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    for compression in [Compression.standard, .level(1), .level(9)] {
      let packed = try DeflateTests.compress(noise, blocks: 1, compression)
      #expect(packed.count <= Deflate.bound(noise.count))
      #expect(try DeflateTests.expand(packed, count: noise.count) == noise)
    }
  }

  @Test func takesLevelsOutOfRangeForTheNearest() {
    #expect(Compression.level(0) == .level(1))
    #expect(Compression.level(12) == .level(9))
    #expect(Compression.level(4) != .standard)
  }
}
