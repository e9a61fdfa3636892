/// Makes texts of bytes, each of the texts met lately only once.
///
/// Columns repeat themselves: a unit, an owner, a method in thousands of cells. Texts that are one
/// take a fraction of the memory, and whoever counts references to them finds the count at hand.
struct TextPool {
  // The hashes stand apart from the texts: to look at a hash then counts no reference.
  private var hashes: [UInt64] = []
  private var texts: [String] = []
  private let seed = TextHash.seed()
  /// A power of two.
  private static let count = 1 << 10

  /// The text of UTF-8; what is no UTF-8 stands as replacement characters.
  mutating func text(_ bytes: Span<UInt8>) -> String {
    // Texts of up to 15 bytes take no memory of their own.
    guard bytes.count > 15 else { return Self.make(bytes) }
    let hash = TextHash.hash(bytes, seed: seed)
    let index = Int(truncatingIfNeeded: hash & UInt64(Self.count - 1))
    if hashes.isEmpty {
      hashes = Array(repeating: 0, count: Self.count)
      texts = Array(repeating: "", count: Self.count)
    }
    if hashes[index] == hash, TextHash.isSame(texts[index], bytes) { return texts[index] }
    let text = Self.make(bytes)
    hashes[index] = hash
    texts[index] = text
    return text
  }

  private static func make(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
