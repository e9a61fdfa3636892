/// The records of one row, in memory that is used again for every row.
///
/// A plain array in an object would be counted and checked at every append.
@safe final class RecordBuffer {
  private var storage: UnsafeMutablePointer<CellRecord>
  private var capacity = 64
  private(set) var count = 0

  init() {
    unsafe storage = .allocate(capacity: capacity)
  }

  deinit { unsafe storage.deallocate() }

  /// All records; valid until the next change.
  var all: UnsafeBufferPointer<CellRecord> {
    unsafe UnsafeBufferPointer(start: storage, count: count)
  }

  func removeAll() { count = 0 }

  @inline(__always)
  func append(_ record: CellRecord) {
    if count == capacity { grow() }
    unsafe (storage + count).initialize(to: record)
    count += 1
  }

  @inline(never)
  private func grow() {
    // Every record stands for bytes in the window, whose limit bounds the count.
    let larger = UnsafeMutablePointer<CellRecord>.allocate(capacity: capacity * 2)
    unsafe larger.moveInitialize(from: storage, count: count)
    unsafe storage.deallocate()
    unsafe storage = larger
    capacity *= 2
  }
}
