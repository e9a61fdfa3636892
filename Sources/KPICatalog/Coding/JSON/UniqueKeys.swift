/// Watches over the keys of one map: few are compared one by one, many through a set.
struct UniqueKeys {
  private var set: Set<String>?

  /// Notes a key.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - members: The members noted so far.
  /// - Returns: false if it was there before.
  /// - Complexity: O(1) on average.
  mutating func insert(_ key: String, after members: ArraySlice<CatalogNode.Member>) -> Bool {
    if set != nil { return set?.insert(key).inserted ?? false }
    if members.count < 16 { return !members.contains { $0.key == key } }
    var keys = Set(members.map(\.key))
    let inserted = keys.insert(key).inserted
    set = keys
    return inserted
  }
}
