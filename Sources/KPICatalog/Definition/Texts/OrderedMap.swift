/// A small map that keeps the order in which its keys were added.
///
/// Two maps are equal if they hold the same pairs in the same order.
/// Keys are compared as Swift compares strings: canonically equivalent spellings are one key.
public struct OrderedMap<Key: Hashable & Sendable, Value: Hashable & Sendable>: Hashable, Sendable {
  /// One key with its value.
  public struct Pair: Hashable, Sendable {
    /// The key.
    public let key: Key
    /// The value.
    public var value: Value

    /// Makes a pair.
    public init(key: Key, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// The pairs, in order, no key twice.
  public private(set) var pairs: [Pair]

  /// Makes an empty map.
  public init() {
    pairs = []
  }

  /// Makes a map of pairs whose keys are known to differ.
  init(distinct pairs: [Pair]) {
    self.pairs = pairs
  }

  /// Makes a map of pairs; of a repeated key the last value wins, at the first place.
  public init(_ pairs: some Sequence<(Key, Value)>) {
    self.pairs = []
    var places: [Key: Int] = [:]
    for (key, value) in pairs {
      if let place = places[key] {
        self.pairs[place].value = value
      } else {
        places[key] = self.pairs.count
        self.pairs.append(Pair(key: key, value: value))
      }
    }
  }

  /// The keys, in order.
  public var keys: [Key] { pairs.map(\.key) }
  /// The number of pairs.
  public var count: Int { pairs.count }
  /// Whether there is no pair.
  public var isEmpty: Bool { pairs.isEmpty }

  /// The value of a key, or nil.
  ///
  /// Setting a new key adds it at the end; setting nil removes the key.
  ///
  /// - Complexity: O(*n*) in the number of pairs.
  public subscript(key: Key) -> Value? {
    get { pairs.first { $0.key == key }?.value }
    set {
      guard let place = pairs.firstIndex(where: { $0.key == key }) else {
        if let newValue { pairs.append(Pair(key: key, value: newValue)) }
        return
      }
      if let newValue {
        pairs[place].value = newValue
      } else {
        pairs.remove(at: place)
      }
    }
  }
}

extension OrderedMap: ExpressibleByDictionaryLiteral {
  /// Makes a map of a literal, in the order written; of a repeated key the last value wins.
  public init(dictionaryLiteral elements: (Key, Value)...) {
    self.init(elements)
  }
}

extension OrderedMap: Sequence {
  /// Walks over the pairs in order.
  public func makeIterator() -> IndexingIterator<[Pair]> {
    pairs.makeIterator()
  }
}
