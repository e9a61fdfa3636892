/// Finds which items of a sequence kept their order, so that as few as can be count as moved.
enum KeptOrder {
  /// The places of a longest rising run: among several the one that ends lowest.
  ///
  /// - Parameter positions: Where each item stood before, no two alike.
  /// - Returns: The indices, in `positions`, of the items that did not move.
  /// - Complexity: O(*n* log *n*).
  static func kept(_ positions: [Int]) -> Set<Int> {
    // Patience sorting: the last card of each pile, and for each card the one before it.
    var piles: [Int] = []
    var before = [Int?](repeating: nil, count: positions.count)
    for (index, position) in positions.enumerated() {
      var low = 0
      var high = piles.count
      while low < high {
        let middle = low + (high - low) / 2
        if positions[piles[middle]] < position { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? piles[low - 1] : nil
      if low < piles.count { piles[low] = index } else { piles.append(index) }
    }
    var kept: Set<Int> = []
    var next = piles.last
    while let index = next {
      kept.insert(index)
      next = before[index]
    }
    return kept
  }

  /// The items of a sequence that stand elsewhere than in another one of the same items.
  ///
  /// - Parameters:
  ///   - old: The sequence as it was, no item twice.
  ///   - new: The sequence as it is; items only one of the two has are passed over.
  /// - Returns: The items that moved, in their new order.
  static func moved<Item: Hashable>(from old: [Item], to new: [Item]) -> [Item] {
    let places = Dictionary(old.enumerated().map { ($1, $0) }) { first, _ in first }
    let common = new.filter { places[$0] != nil }
    let kept = kept(common.compactMap { places[$0] })
    return common.indices.filter { !kept.contains($0) }.map { common[$0] }
  }
}
