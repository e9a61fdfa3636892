/// What stands behind an archive's directory: the end records, the comment, stray bytes.
struct ArchiveTail {
  private let end: EndOfCentralDirectory
  private var bytes: [UInt8]
  private let start: UInt64

  init(_ end: EndOfCentralDirectory, in file: RandomAccessFile) throws(ZipError) {
    self.end = end
    start = end.start + end.size
    let size = file.size > start ? file.size - start : 0
    guard size <= 1 << 20 else { throw .directory("too much stands behind it", at: start) }
    bytes = try file.read(at: start, count: Int(size))
  }

  /// Writes it, its counts and places those of the new directory.
  ///
  /// - Parameters:
  ///   - output: where the directory ends.
  ///   - entries: how many entries the directory has.
  ///   - directory: where it begins.
  /// - Throws: ``ZipError``.
  func write(to output: ArchiveOutput, entries: Int, start directory: UInt64) throws(ZipError) {
    guard let place = endRecord else { throw .noEndRecord }
    var bytes = bytes
    let record = RecordBytes(bytes[place...])
    let size = output.count - directory
    let escape = UInt32.max
    // Stated places move as far as the directory has moved.
    let stated = directory &- end.start
    let newStart = UInt64(record.u32(16)) &+ stated
    let isWide = place >= 20 && RecordBytes(bytes[(place - 20)...]).u32(0) == 0x0706_4b50
    guard isWide || (newStart < UInt64(escape) && size < UInt64(escape)) else {
      // The old end has no room for such numbers.
      let comment = record.slice(22, Int(record.u16(20))).map(Array.init) ?? []
      return try output.append(
        RecordWriter.end(
          entries: entries, start: directory - end.archiveStart, size: size, comment: comment))
    }
    func put(_ value: [UInt8], at place: Int) {
      guard place + value.count <= bytes.count else { return }
      bytes.replaceSubrange(place..<place + value.count, with: value)
    }
    for field in [8, 10] where record.u16(field) != UInt16.max {
      put(Array(RecordWriter.bytes(UInt32(clamping: entries))[..<2]), at: place + field)
    }
    if record.u32(12) != escape {
      put(RecordWriter.bytes(UInt32(truncatingIfNeeded: size)), at: place + 12)
    }
    if record.u32(16) != escape {
      put(RecordWriter.bytes(UInt32(truncatingIfNeeded: newStart)), at: place + 16)
    }
    if isWide {
      let locator = RecordBytes(bytes[(place - 20)...])
      put(
        RecordWriter.bytes(locator.u64(8) &+ (output.count &- start)), at: place - 20 + 8)
      // The 64-bit record begins the tail, as the reader has found it.
      let wide = RecordBytes(bytes[...])
      if wide.u32(0) == 0x0606_4b50, wide.count >= 56 {
        let newWideStart = wide.u64(48) &+ stated
        put(RecordWriter.bytes(UInt64(entries)), at: 24)
        put(RecordWriter.bytes(UInt64(entries)), at: 32)
        put(RecordWriter.bytes(size), at: 40)
        put(RecordWriter.bytes(newWideStart), at: 48)
      }
    }
    try output.append(bytes)
  }

  /// The last end record whose comment fits behind it, one that ends with the file first.
  private var endRecord: Int? {
    var fallback: Int?
    var at = bytes.count - 22
    while at >= 0 {
      let record = RecordBytes(bytes[at...])
      if record.u32(0) == 0x0605_4b50 {
        let rest = bytes.count - at - 22
        if Int(record.u16(20)) == rest { return at }
        if Int(record.u16(20)) < rest, fallback == nil { fallback = at }
      }
      at -= 1
    }
    return fallback
  }
}
