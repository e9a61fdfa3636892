internal import Glibc

/// Memory that grows at its end and stays where it is once it is done.
///
/// Growing goes through `realloc`, which moves pages instead of bytes when the buffer is large, so
/// that a table of texts never needs its memory twice.
@safe struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  private var storage: UnsafeMutablePointer<Element>?
  private var capacity = 0
  private(set) var count = 0
  /// Whether there was no memory for an element; nothing is taken from then on.
  private(set) var isExhausted = false

  init() {}

  deinit { unsafe free(storage) }

  /// All elements; valid until the next change.
  var all: UnsafeBufferPointer<Element> {
    unsafe UnsafeBufferPointer(start: storage, count: count)
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    guard let storage = unsafe storage, count < capacity else { return }
    unsafe (storage + count).initialize(to: element)
    count += 1
  }

  @inline(__always)
  mutating func append(_ elements: UnsafeBufferPointer<Element>) {
    if capacity - count < elements.count { grow(by: elements.count) }
    guard let storage = unsafe storage, let source = elements.baseAddress,
      capacity - count >= elements.count
    else { return }
    unsafe (storage + count).initialize(from: source, count: elements.count)
    count += elements.count
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    // The caller's limits keep counts far from overflow.
    let larger = max(count + more, capacity * 2, 256)
    guard let moved = unsafe realloc(storage, larger * MemoryLayout<Element>.stride) else {
      isExhausted = true
      return
    }
    unsafe storage = moved.bindMemory(to: Element.self, capacity: larger)
    capacity = larger
  }
}
