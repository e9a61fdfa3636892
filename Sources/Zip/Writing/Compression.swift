/// How much time is spent on making an entry small.
public struct Compression: Hashable, Sendable {
  /// zlib's level, 1 to 9.
  let level: Int32
  /// Whether the matcher is tuned for spreadsheets' XML instead of zlib's own setting of the level.
  let isTuned: Bool

  /// The setting measured best for sheets: a tenth faster than zlib's level 4 and smaller.
  public static let standard = Compression(level: 4, isTuned: true)

  /// zlib's own setting of a level, from 1, the fastest, to 9, the smallest.
  ///
  /// Other numbers are taken as the nearest of them.
  public static func level(_ level: Int) -> Compression {
    Compression(level: Int32(min(max(level, 1), 9)), isTuned: false)
  }
}
