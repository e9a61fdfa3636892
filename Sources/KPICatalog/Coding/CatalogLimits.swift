/// How much of a catalog file is read before it is refused.
public struct CatalogLimits: Hashable, Sendable {
  /// The largest file, in bytes.
  public var bytes: Int
  /// How deep lists and maps may nest, 1 to 256; a catalog needs 6.
  public var depth: Int {
    didSet { depth = Self.clamped(depth) }
  }
  /// The most values, counting lists and maps.
  public var values: Int

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - bytes: The largest file; 128 MiB by default, what about 250,000 measures take.
  ///   - depth: How deep lists and maps may nest; 64 by default, 256 at the utmost.
  ///   - values: The most values; 16 million by default.
  public init(bytes: Int = 128 << 20, depth: Int = 64, values: Int = 16_000_000) {
    self.bytes = bytes
    self.depth = Self.clamped(depth)
    self.values = values
  }

  // Readers recurse as deep as a file nests, so the stack sets a bound of its own.
  private static func clamped(_ depth: Int) -> Int { min(max(depth, 1), 256) }

  /// The most measures: a definition takes a kilobyte of memory however short it is written.
  static let measures = 1_000_000

  /// The limits used when none are given.
  public static let standard = CatalogLimits()
}
