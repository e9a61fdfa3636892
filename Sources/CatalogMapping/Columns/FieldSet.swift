/// A set of fields, a bit each: headings are compared by such sets again and again.
struct FieldSet: Sendable, Hashable, Sequence, ExpressibleByArrayLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  init() {}

  init(arrayLiteral fields: ColumnField...) {
    for field in fields { insert(field) }
  }

  init(_ fields: some Sequence<ColumnField>) {
    for field in fields { insert(field) }
  }

  var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }
  var isEmpty: Bool { low == 0 && high == 0 }

  func contains(_ field: ColumnField) -> Bool {
    let place = field.rawValue
    return (place < 64 ? low >> UInt64(place) : high >> UInt64(place - 64)) & 1 == 1
  }

  /// Adds a field; tells whether it is new.
  @discardableResult
  mutating func insert(_ field: ColumnField) -> Bool {
    let isNew = !contains(field)
    let place = field.rawValue
    if place < 64 { low |= 1 << UInt64(place) } else { high |= 1 << UInt64(place - 64) }
    return isNew
  }

  mutating func formUnion(_ fields: some Sequence<ColumnField>) {
    for field in fields { insert(field) }
  }

  func union(_ other: FieldSet) -> FieldSet {
    FieldSet(low: low | other.low, high: high | other.high)
  }

  func subtracting(_ other: FieldSet) -> FieldSet {
    FieldSet(low: low & ~other.low, high: high & ~other.high)
  }

  func intersection(_ other: FieldSet) -> FieldSet {
    FieldSet(low: low & other.low, high: high & other.high)
  }

  func isDisjoint(with other: FieldSet) -> Bool { intersection(other).isEmpty }

  /// Goes over the fields in the order of the list.
  struct Iterator: IteratorProtocol {
    fileprivate var low: UInt64
    fileprivate var high: UInt64

    mutating func next() -> ColumnField? {
      if low != 0 {
        let place = low.trailingZeroBitCount
        low &= low - 1
        return ColumnField(rawValue: place)
      }
      guard high != 0 else { return nil }
      let place = high.trailingZeroBitCount
      high &= high - 1
      return ColumnField(rawValue: place + 64)
    }
  }

  func makeIterator() -> Iterator { Iterator(low: low, high: high) }
}
