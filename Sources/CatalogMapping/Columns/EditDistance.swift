/// The number of letters to add, drop, change or swap to make one word of another.
enum EditDistance {
  /// The distance of two words of bytes, or nil if it is more than a bound.
  ///
  /// - Complexity: O(*n* · *m*) in their lengths; words of more than 80 bytes have none.
  static func within(_ bound: Int, _ left: [UInt8], _ right: [UInt8]) -> Int? {
    guard abs(left.count - right.count) <= bound, left.count <= 80, right.count <= 80 else {
      return nil
    }
    if left == right { return 0 }
    // A misspelled word nearly always keeps its first letters.
    guard left.first == right.first || left.dropFirst().first == right.dropFirst().first else {
      return nil
    }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for i in 1...max(1, left.count) where i <= left.count {
      current[0] = i
      var best = i
      for j in 1...max(1, right.count) where j <= right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        var value = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          value = min(value, beforeLast[j - 2] + 1)
        }
        current[j] = value
        best = min(best, value)
      }
      if best > bound { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count] <= bound ? last[right.count] : nil
  }
}
