/// Finds the word somebody probably meant.
package enum SpellingSuggestion {
  /// The nearest of the words, or nil if none is near: at most one slip in three letters, case not
  /// counted.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths, for each word; texts over 64 characters have no
  ///   neighbor.
  package static func nearest(to text: String, among words: [String]) -> String? {
    let wanted = Array(text.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (word: String, distance: Int)?
    for word in words {
      let distance = distance(wanted, Array(word.lowercased().unicodeScalars))
      let allowed = max(1, min(wanted.count, word.unicodeScalars.count) / 3)
      if distance <= allowed, distance < best?.distance ?? Int.max {
        best = (word, distance)
      }
    }
    return best?.word
  }

  /// How many insertions, deletions, changes and swaps of neighbors turn one text into the other.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 1...left.count {
      var row = [i] + [Int](repeating: 0, count: right.count)
      for j in 1...right.count {
        let change = left[i - 1] == right[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
