/// Bytes of a fixed number, owned by one value.
///
/// An array would do but for speed: at every write it asks whether someone shares it, which costs
/// more than writing a short field. This is the only place of the module that uses pointers to
/// write; every index is checked.
@safe
@usableFromInline
struct ByteStorage: ~Copyable {
  @usableFromInline
  let base: UnsafeMutablePointer<UInt8>

  /// How many bytes there are.
  @usableFromInline
  let count: Int

  /// Makes room for bytes, all zero.
  init(count: Int) {
    unsafe base = .allocate(capacity: count)
    unsafe base.initialize(repeating: 0, count: count)
    self.count = count
  }

  @inlinable
  deinit {
    unsafe base.deallocate()
  }

  /// The byte at an index.
  @inlinable
  subscript(_ index: Int) -> UInt8 {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "Index out of range")
      return unsafe base[index]
    }
    set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "Index out of range")
      unsafe base[index] = newValue
    }
  }

  /// Writes bytes from an index on, and looks at them on the way.
  ///
  /// Eight bytes are moved at a time. The last eight of a text overlap those before, so that only
  /// texts of less than four bytes are moved one by one; that is faster than a loop for the few bytes
  /// of a field, whose end no processor can foretell.
  ///
  /// - Parameters:
  ///   - bytes: What to write; they must fit in.
  ///   - index: Where the first one goes.
  ///   - look: Takes eight bytes of the text, some of them more than once, in any order. In a text
  ///     shorter than that, copies of its bytes fill the eight.
  /// - Returns: All answers of `look`, by bits.
  @inlinable
  @inline(__always)
  mutating func write(
    _ bytes: Span<UInt8>, at index: Int, look: (UInt64) -> UInt64
  ) -> UInt64 {
    let length = bytes.count
    precondition(index >= 0 && length <= count &- index, "The bytes do not fit in")
    let target = unsafe UnsafeMutableRawPointer(base + index)
    let source = unsafe bytes.bytes
    if length >= 8 {
      // `last` is the latest offset at which eight bytes can be read and written.
      let last = length &- 8
      var seen: UInt64 = 0
      var offset = 0
      while offset < last {
        let word = unsafe source.unsafeLoadUnaligned(
          fromUncheckedByteOffset: offset, as: UInt64.self)
        unsafe target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
        seen |= look(word)
        offset &+= 8
      }
      let word = unsafe source.unsafeLoadUnaligned(fromUncheckedByteOffset: last, as: UInt64.self)
      unsafe target.storeBytes(of: word, toByteOffset: last, as: UInt64.self)
      return seen | look(word)
    }
    if length >= 4 {
      let last = length &- 4
      let head = unsafe source.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self)
      let tail = unsafe source.unsafeLoadUnaligned(fromUncheckedByteOffset: last, as: UInt32.self)
      unsafe target.storeBytes(of: head, as: UInt32.self)
      unsafe target.storeBytes(of: tail, toByteOffset: last, as: UInt32.self)
      return look(UInt64(head) | UInt64(tail) << 32)
    }
    guard length > 0 else { return 0 }
    // The first, the middle and the last are all there are.
    let first = bytes[0]
    let middle = bytes[length >> 1]
    let last = bytes[length &- 1]
    unsafe target.storeBytes(of: first, as: UInt8.self)
    unsafe target.storeBytes(of: middle, toByteOffset: length >> 1, as: UInt8.self)
    unsafe target.storeBytes(of: last, toByteOffset: length &- 1, as: UInt8.self)
    let three = UInt64(first) | UInt64(middle) << 8 | UInt64(last) << 16
    return look(three | three << 24 | UInt64(first) << 48 | UInt64(first) << 56)
  }

  /// Gives a sink the first bytes.
  func write<Sink: ByteSink & ~Copyable>(first length: Int, to sink: inout Sink) throws {
    precondition(length >= 0 && length <= count, "There are not so many bytes")
    let bytes = unsafe UnsafeBufferPointer(start: base, count: length)
    try unsafe sink.write(bytes.span)
  }
}

// One value owns the bytes, so they move from one thread to another with it.
extension ByteStorage: @unchecked Sendable {}
