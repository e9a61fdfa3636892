/// Brings together two changed orders of the same sequence.
///
/// Our order stands; their additions follow what they followed, and what only they moved goes where
/// they put it. Of items both sides added at one place ours come first.
struct SequenceMerge<Item: Hashable> {
  /// The merged sequence.
  private(set) var items: [Item]
  /// Whether the two orders contradict each other: a pair of items whose order one side alone
  /// changed does not stand as that side has it.
  private(set) var isConflict = false

  /// Merges two sequences.
  ///
  /// - Parameters:
  ///   - base: The sequence both come from; no item twice, as in the others.
  ///   - ours: Our sequence.
  ///   - theirs: Their sequence.
  ///   - survivors: The items the result has; each must be in ours or theirs.
  /// - Complexity: O(*n* · *m*) in the number of items and of those added or moved.
  init(base: [Item], ours: [Item], theirs: [Item], survivors: Set<Item>) {
    items = ours.filter(survivors.contains)
    let known = Set(items)
    let inBase = Set(base)
    let inTheirs = Set(theirs)
    let common = items.filter(inTheirs.contains)
    let theirCommon = theirs.filter(known.contains)
    var moving: Set<Item> = []
    if common != theirCommon {
      moving = Set(KeptOrder.moved(from: base, to: theirs)).intersection(known)
        .subtracting(KeptOrder.moved(from: base, to: ours))
      items.removeAll(where: moving.contains)
    }
    // Items to be put in: where the item before them in their sequence is, there they go.
    let additions = Set(theirs).intersection(survivors).subtracting(known)
    var places = Dictionary(items.enumerated().map { ($1, $0) }) { first, _ in first }
    var last: Item?
    for item in theirs where survivors.contains(item) {
      if additions.contains(item) || moving.contains(item) {
        var place = last.flatMap { places[$0] }.map { $0 + 1 } ?? 0
        while place < items.count, !inTheirs.contains(items[place]), !inBase.contains(items[place])
        {
          place += 1
        }
        items.insert(item, at: place)
        for index in place..<items.count { places[items[index]] = index }
      }
      last = item
    }
    if common != theirCommon {
      isConflict = !Self.holds(base, ours, theirs, in: places)
    }
  }

  /// Whether every pair whose order one side alone changed stands as that side has it.
  private static func holds(
    _ base: [Item], _ ours: [Item], _ theirs: [Item], in result: [Item: Int]
  ) -> Bool {
    func places(_ items: [Item]) -> [Item: Int] {
      Dictionary(items.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    let (before, our, their) = (places(base), places(ours), places(theirs))
    let common = base.filter { our[$0] != nil && their[$0] != nil && result[$0] != nil }
    // Items that kept their order on a side kept it towards each other, so that each changed pair
    // has one that moved.
    let moved = Set(KeptOrder.moved(from: base, to: ours) + KeptOrder.moved(from: base, to: theirs))
    for one in common where moved.contains(one) {
      for other in common where other != one {
        guard let wasFirst = isFirst(one, other, before), let ourFirst = isFirst(one, other, our),
          let theirFirst = isFirst(one, other, their), let nowFirst = isFirst(one, other, result)
        else { continue }
        // Unchanged on one side means that the other side's word counts; changed on both means the
        // same on both.
        let wanted = ourFirst == wasFirst ? theirFirst : ourFirst
        if nowFirst != wanted { return false }
      }
    }
    return true
  }

  private static func isFirst(_ one: Item, _ other: Item, _ places: [Item: Int]) -> Bool? {
    guard let place = places[one], let otherPlace = places[other] else { return nil }
    return place < otherPlace
  }
}
