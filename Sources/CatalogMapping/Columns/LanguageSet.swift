/// A set of languages by their indexes, a bit each.
struct LanguageSet: Sendable, Hashable, Sequence, ExpressibleByArrayLiteral {
  private var bits: UInt32 = 0

  init() {}

  init(arrayLiteral languages: Int...) {
    for language in languages { insert(language) }
  }

  var count: Int { bits.nonzeroBitCount }
  var isEmpty: Bool { bits == 0 }
  var first: Int? { bits == 0 ? nil : bits.trailingZeroBitCount }

  /// Adds a language; there are fewer than 32.
  mutating func insert(_ language: Int) { bits |= 1 << UInt32(language & 31) }

  mutating func formUnion(_ other: LanguageSet) { bits |= other.bits }

  func isDisjoint(with other: LanguageSet) -> Bool { bits & other.bits == 0 }

  /// Goes over the languages in order.
  struct Iterator: IteratorProtocol {
    fileprivate var bits: UInt32

    mutating func next() -> Int? {
      guard bits != 0 else { return nil }
      defer { bits &= bits - 1 }
      return bits.trailingZeroBitCount
    }
  }

  func makeIterator() -> Iterator { Iterator(bits: bits) }
}
