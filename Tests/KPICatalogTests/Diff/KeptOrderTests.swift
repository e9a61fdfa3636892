import TestSupport
import Testing

@testable import KPICatalog

@Suite("Which items moved")
struct KeptOrderTests {
  @Test(
    arguments: [
      ("abcd", "abcd", ""), ("abcd", "bacd", "b"), ("abcd", "dabc", "d"), ("abcd", "dcba", "dcb"),
      ("abc", "xaby", ""), ("abcd", "bcda", "a"), ("", "ab", ""), ("ab", "", ""),
      ("abcde", "cde", ""),
    ])
  func asFewAsCanBe(old: String, new: String, moved: String) {
    #expect(String(KeptOrder.moved(from: Array(old), to: Array(new))) == moved)
  }

  @Test func theLongestRisingRunIsFound() {
    var random = SplitMix(seed: 7)
    for length in 0..<9 {
      for _ in 0..<20 {
        let positions = Array(0..<length).shuffled(using: &random)
        let kept = KeptOrder.kept(positions).sorted().map { positions[$0] }
        #expect(kept == kept.sorted())
        // Every subset, tried.
        let best =
          (0..<(1 << length)).filter { mask in
            let chosen = (0..<length).filter { mask & (1 << $0) != 0 }.map { positions[$0] }
            return chosen == chosen.sorted()
          }.map(\.nonzeroBitCount).max() ?? 0
        #expect(kept.count == best)
      }
    }
  }
}
