/// Damaged copies of bytes: cut at every length, and changed at every place.
public enum Corruption {
  /// Every beginning of the bytes, from none of them to all but the last.
  public static func prefixes(of bytes: [UInt8]) -> [[UInt8]] {
    bytes.indices.map { Array(bytes[..<$0]) }
  }

  /// The values a byte is replaced by: none, all, the next, and one bit turned.
  ///
  /// The bit differs from place to place, so that neighbours show different faults.
  public static func replacements(of byte: UInt8, at place: Int) -> [UInt8] {
    let all = [0x00, 0xff, byte &+ 1, byte ^ (1 << UInt8(place % 8))]
    var list: [UInt8] = []
    for value in all where value != byte && !list.contains(value) { list.append(value) }
    return list
  }
}
