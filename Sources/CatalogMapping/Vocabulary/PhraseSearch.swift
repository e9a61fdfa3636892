extension String {
  /// Whether the bytes of a phrase stand somewhere in the text.
  ///
  /// Stands before the standard library's search, which compares characters by their canonical form
  /// and takes a hundred times as long; the texts looked into here are short and many.
  ///
  /// - Parameter phrase: what to look for; an empty one stands in every text.
  /// - Returns: whether it is there.
  /// - Complexity: O(*n* · *m*) at worst, O(*n*) for texts as people write them.
  func contains(_ phrase: String) -> Bool {
    let text = utf8Span.span
    let wanted = phrase.utf8Span.span
    let size = wanted.count
    guard size > 0 else { return true }
    guard text.count >= size else { return false }
    let first = wanted[0]
    search: for start in 0...(text.count - size) where text[start] == first {
      for offset in 1..<size where text[start + offset] != wanted[offset] { continue search }
      return true
    }
    return false
  }
}
