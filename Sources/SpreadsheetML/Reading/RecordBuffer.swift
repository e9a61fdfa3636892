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

/// Up to seven bytes in a word, to be compared with the bytes of a text at once.
struct ShortBytes: Equatable {
  let count: Int
  private let word: UInt64
  private let mask: UInt64
  /// Whether the bytes it was made of fitted.
  let isWhole: Bool

  init() {
    count = 0
    word = 0
    mask = 0
    isWhole = true
  }

  init(_ bytes: some Collection<UInt8>) {
    isWhole = bytes.count <= 7
    count = isWhole ? bytes.count : 0
    var word: UInt64 = 0
    for byte in bytes.prefix(7).reversed() { word = word << 8 | UInt64(byte) }
    self.word = isWhole ? word : 0
    mask = count == 0 ? 0 : UInt64.max >> (64 - 8 * UInt64(count))
  }

  /// The bytes that `count` low bytes of a word hold.
  init(word: UInt64, count: Int) {
    self.count = count
    mask = count == 0 ? 0 : UInt64.max >> (64 - 8 * UInt64(count))
    self.word = word & mask
    isWhole = true
  }

  /// Whether they stand at `at`; eight bytes from there on must exist.
  @inline(__always)
  func stand(in bytes: Span<UInt8>, at: Int) -> Bool {
    (bytes.word(at: at) ^ word) & mask == 0
  }
}

extension Span<UInt8> {
  /// The eight bytes from `at` on as a little-endian word.
  ///
  /// The scanner's window has NULs behind its last byte, so that this may be asked a little past
  /// it.
  @inline(__always)
  func word(at: Int) -> UInt64 {
    // Checked against the span's bounds; any eight bytes are a word.
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// The place behind `text`, of at most eight bytes, when it stands at `at`, else nil.
  @inline(__always)
  func skip(_ text: StaticString, at: Int) -> Int? {
    let size = text.utf8CodeUnitCount
    var word: UInt64 = 0
    var index = size
    while index > 0 {
      index -= 1
      word = word << 8 | UInt64(unsafe text.utf8Start[index])
    }
    let mask = UInt64.max >> (64 - 8 * UInt64(size))
    return (self.word(at: at) ^ word) & mask == 0 ? at + size : nil
  }

  /// The place behind `bytes` when they stand at `at`, else nil.
  @inline(__always)
  func skip(_ bytes: ShortBytes, at: Int) -> Int? {
    bytes.stand(in: self, at: at) ? at + bytes.count : nil
  }
}
