import TestSupport
import Testing

@testable import Zip

@Suite("Inflate")
struct InflateTests {
  /// Expands with input and output cut into pieces of these sizes.
  static func expand(_ packed: [UInt8], input: Int, output: Int) -> [UInt8]? {
    guard let inflate = Inflate() else { return nil }
    var result: [UInt8] = []
    var taken = 0
    var buffer = [UInt8](repeating: 0, count: output)
    while true {
      let piece = Array(packed[taken..<min(taken + input, packed.count)])
      let step = unsafe piece.withUnsafeBytes { source in
        unsafe buffer.withUnsafeMutableBytes { unsafe inflate.expand(source, into: $0) }
      }
      taken += step.taken
      result += buffer[..<step.made]
      switch step.outcome {
      case .finished: return result
      case .damaged: return nil
      case .more: if step.taken == 0 && step.made == 0 { return nil }
      }
    }
  }

  @Test("expands whatever zlib packs, in pieces of any size", arguments: [0, 1, 6, 9] as [Int32])
  func expandsPieces(level: Int32) {
    let text = Array("one two three two one two three".utf8)
    let packed = Deflated.packed(text, level: level)
    for input in [1, 2, 5, 100] {
      for output in [1, 3, 100] {
        #expect(InflateTests.expand(packed, input: input, output: output) == text)
      }
    }
  }

  @Test func refusesEveryBeginningOfAStream() {
    let packed = Deflated.packed(Array("one two three two one two three".utf8))
    for prefix in Corruption.prefixes(of: packed) {
      #expect(InflateTests.expand(prefix, input: 100, output: 100) == nil)
    }
  }
}

@Suite("CRC32")
struct CRC32Tests {
  @Test(
    "gives the checksums that ISO 3309 and others publish",
    arguments: [("", 0), ("123456789", 0xCBF4_3926), ("beta", 0x8F91_0463)] as [(String, UInt32)])
  func known(text: String, value: UInt32) {
    var crc = CRC32()
    for byte in Array(text.utf8) {
      unsafe [byte].withUnsafeBytes { unsafe crc.update($0) }
    }
    #expect(crc.value == value)
  }
}
