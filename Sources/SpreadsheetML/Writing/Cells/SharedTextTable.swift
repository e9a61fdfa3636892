/// The texts that cells refer to by number, each kept once (ECMA-376 Part 1, 18.4).
///
/// The table is bounded: once it is full, texts it does not hold are written where they stand. What
/// is shared depends on the texts and their order alone.
@safe package struct SharedTextTable: ~Copyable {
  /// The most texts kept, and the most bytes of them.
  static let mostTexts = 1 << 16
  static let mostBytes = 4 << 20
  /// Longer texts are seldom said twice.
  static let longestText = 512
  /// How many places are tried for a text, so that no choice of texts can make looking slow.
  private static let probes = 64

  private var slots: UnsafeMutablePointer<UInt32>
  private var slotCount: Int
  /// The texts one after the other, and where each ends.
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity: Int
  private var byteCount = 0
  private var entries: UnsafeMutablePointer<Entry>
  private var entryCapacity: Int
  /// How many texts there are.
  private(set) var count = 0
  /// How many cells refer to them.
  var references = 0

  private struct Entry {
    var hash: UInt32
    var end: UInt32
  }

  init() {
    slotCount = 512
    unsafe slots = .allocate(capacity: slotCount)
    unsafe slots.initialize(repeating: 0, count: slotCount)
    byteCapacity = 8 << 10
    unsafe bytes = .allocate(capacity: byteCapacity)
    entryCapacity = 256
    unsafe entries = .allocate(capacity: entryCapacity)
  }

  deinit {
    unsafe slots.deallocate()
    unsafe bytes.deallocate()
    unsafe entries.deallocate()
  }

  /// The number of a text that is there or finds room.
  ///
  /// - Parameter text: UTF-8 of at most ``longestText`` bytes.
  /// - Returns: the number from 0, and whether the text was there already; a number of -1 for a text
  ///   that is to be written in its cell.
  mutating func index(of text: Span<UInt8>) -> (number: Int, isOld: Bool) {
    let hash = SharedTextTable.hash(text)
    let mask = slotCount &- 1
    var slot = Int(hash) & mask
    for _ in 0..<SharedTextTable.probes {
      let stored = unsafe slots[slot]
      if stored == 0 {
        guard count < SharedTextTable.mostTexts,
          byteCount &+ text.count <= SharedTextTable.mostBytes
        else { return (-1, false) }
        unsafe slots[slot] = UInt32(truncatingIfNeeded: count &+ 1)
        append(text, hash)
        return (count &- 1, false)
      }
      let number = Int(stored) &- 1
      if unsafe entries[number].hash == hash, isEqual(number, text) { return (number, true) }
      slot = (slot &+ 1) & mask
    }
    return (-1, false)
  }

  /// The bytes of a text.
  ///
  /// - Parameter number: from 0, below ``count``.
  subscript(number: Int) -> UnsafeBufferPointer<UInt8> {
    let start = number == 0 ? 0 : unsafe Int(entries[number - 1].end)
    return unsafe UnsafeBufferPointer(
      start: bytes + start, count: Int(entries[number].end) - start)
  }

  private func isEqual(_ number: Int, _ text: Span<UInt8>) -> Bool {
    let start = number == 0 ? 0 : unsafe Int(entries[number &- 1].end)
    guard unsafe Int(entries[number].end) &- start == text.count else { return false }
    for index in text.indices where unsafe bytes[start &+ index] != text[index] { return false }
    return true
  }

  private mutating func append(_ text: Span<UInt8>, _ hash: UInt32) {
    if byteCapacity &- byteCount < text.count {
      let larger = max(byteCapacity * 2, byteCount + text.count)
      let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
      unsafe moved.update(from: bytes, count: byteCount)
      unsafe bytes.deallocate()
      unsafe bytes = moved
      byteCapacity = larger
    }
    for index in text.indices { unsafe bytes[byteCount &+ index] = text[index] }
    byteCount &+= text.count
    if count == entryCapacity {
      let moved = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
      unsafe moved.update(from: entries, count: count)
      unsafe entries.deallocate()
      unsafe entries = moved
      entryCapacity *= 2
    }
    unsafe entries[count] = Entry(hash: hash, end: UInt32(truncatingIfNeeded: byteCount))
    count &+= 1
    if count &* 2 > slotCount { grow() }
  }

  private mutating func grow() {
    unsafe slots.deallocate()
    slotCount *= 2
    unsafe slots = .allocate(capacity: slotCount)
    unsafe slots.initialize(repeating: 0, count: slotCount)
    for number in 0..<count {
      var slot = unsafe Int(entries[number].hash) & (slotCount - 1)
      while unsafe slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      unsafe slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
  }

  /// A hash of all bytes, sixteen at a time, by the high and low half of a product.
  private static func hash(_ text: Span<UInt8>) -> UInt32 {
    let bytes = unsafe text.bytes
    let count = text.count
    var hash = 0x9e37_79b9_7f4a_7c15 ^ UInt64(truncatingIfNeeded: count)
    var first: UInt64 = 0
    var last: UInt64 = 0
    if count >= 8 {
      var at = 0
      while at &+ 16 < count {
        hash = mix(
          unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self) ^ hash,
          unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at &+ 8, as: UInt64.self)
            ^ 0xe703_7ed1_a0b4_28db)
        at &+= 16
      }
      // The last sixteen bytes, or the first and the last eight, in part once more.
      let from = max(count &- 16, 0)
      first = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: from, as: UInt64.self)
      last = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 8, as: UInt64.self)
    } else if count >= 4 {
      first = UInt64(
        unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self))
      last = UInt64(
        unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 4, as: UInt32.self))
    } else if count > 0 {
      first = UInt64(text[0]) << 16 | UInt64(text[count >> 1]) << 8 | UInt64(text[count &- 1])
    }
    let mixed = mix(first ^ hash, last ^ 0xa076_1d64_78bd_642f)
    return UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
