/// Brings together two changed orders of the same sequence.
///
/// Our order stands; their additions follow what they followed, and what only they moved goes where
/// they put it. Of items both sides added at one place ours come first.
struct SequenceMerge<Item: Hashable> {
  /// The merged sequence.
  let items: [Item]
  /// Whether the two orders contradict each other: a pair of items whose order one side alone
  /// changed does not stand as that side has it.
  let isConflict: Bool

  /// Merges two sequences.
  ///
  /// - Parameters:
  ///   - base: The sequence both come from; no item twice, as in the others.
  ///   - ours: Our sequence.
  ///   - theirs: Their sequence.
  ///   - survivors: The items the result has; each must be in ours or theirs.
  /// - Complexity: O(*n* log *n*) in the number of items; where both sides moved some, O(*n* · *m*)
  ///   in the number of items and of those moved.
  init(base: [Item], ours: [Item], theirs: [Item], survivors: Set<Item>) {
    let kept = ours.filter(survivors.contains)
    let known = Set(kept)
    let inBase = Set(base)
    let inTheirs = Set(theirs)
    let movedByUs = KeptOrder.moved(from: base, to: ours)
    let movedByThem = KeptOrder.moved(from: base, to: theirs)
    let isSameOrder = kept.filter(inTheirs.contains) == theirs.filter(known.contains)
    let moving =
      isSameOrder ? [] : Set(movedByThem).intersection(known).subtracting(movedByUs)

    // A chain of items, so that each can be put in behind any other.
    var chain = Chain(kept.filter { !moving.contains($0) })
    var last: Item?
    // The last item that surely stands where they have it: not one both sides added, which stands
    // where we do.
    var anchor: Item?
    for item in theirs where survivors.contains(item) {
      let isAdded = !known.contains(item)
      let isAnchor = isAdded ? last == anchor : inBase.contains(item)
      if isAdded || moving.contains(item) {
        var before = isAdded ? last : anchor
        while let next = chain.next(after: before), !inTheirs.contains(next),
          !inBase.contains(next)
        {
          before = next
        }
        chain.insert(item, after: before)
      }
      last = item
      if isAnchor { anchor = item }
    }
    items = chain.items
    // With one side's moves alone there is nothing to contradict.
    isConflict =
      !isSameOrder && !movedByUs.isEmpty && !movedByThem.isEmpty
      && !Self.holds(base, ours, theirs, items, moved: Set(movedByUs + movedByThem))
  }

  /// A sequence into which items are put behind others in constant time.
  private struct Chain {
    private var first: Item?
    private var nexts: [Item: Item] = [:]
    private var count = 0

    init(_ items: [Item]) {
      first = items.first
      count = items.count
      for (item, next) in zip(items, items.dropFirst()) { nexts[item] = next }
    }

    /// The item behind another one; the first one for nil.
    func next(after item: Item?) -> Item? {
      item.map { nexts[$0] } ?? first
    }

    mutating func insert(_ item: Item, after other: Item?) {
      if let other {
        nexts[item] = nexts[other]
        nexts[other] = item
      } else {
        nexts[item] = first
        first = item
      }
      count += 1
    }

    var items: [Item] {
      var items: [Item] = []
      items.reserveCapacity(count)
      var next = first
      while let item = next, items.count < count {
        items.append(item)
        next = nexts[item]
      }
      return items
    }
  }

  /// Whether every pair whose order one side alone changed stands as that side has it.
  private static func holds(
    _ base: [Item], _ ours: [Item], _ theirs: [Item], _ result: [Item], moved: Set<Item>
  ) -> Bool {
    let places = [base, ours, theirs, result].map { items in
      Dictionary(items.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    let common = base.filter { item in places.allSatisfy { $0[item] != nil } }
    func positions(_ index: Int) -> [Int] { common.map { places[index][$0] ?? 0 } }
    let (before, our, their, now) = (positions(0), positions(1), positions(2), positions(3))
    // Items that kept their order on a side kept it towards each other, so that each changed pair
    // has one that moved.
    for one in common.indices where moved.contains(common[one]) {
      for other in common.indices where other != one {
        // Unchanged on one side means that the other side's word counts; changed on both means the
        // same on both.
        let ourFirst = our[one] < our[other]
        let wanted =
          ourFirst == (before[one] < before[other]) ? their[one] < their[other] : ourFirst
        if (now[one] < now[other]) != wanted { return false }
      }
    }
    return true
  }
}
