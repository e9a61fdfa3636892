/// Builds the records of an archive: little-endian numbers and bytes, one after the other.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func u16(_ value: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  /// A count or length, which the caller has checked to fit.
  mutating func u16(_ value: Int) { u16(UInt16(clamping: value)) }

  mutating func u32(_ value: UInt32) {
    u16(UInt16(truncatingIfNeeded: value))
    u16(UInt16(truncatingIfNeeded: value >> 16))
  }

  mutating func u64(_ value: UInt64) {
    u32(UInt32(truncatingIfNeeded: value))
    u32(UInt32(truncatingIfNeeded: value >> 32))
  }

  /// A size or offset, or the escape that says that the 64-bit extra field has it.
  mutating func u32OrEscape(_ value: UInt64) { u32(UInt32(clamping: value)) }

  mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }
}

extension RecordWriter {
  /// The record before an entry's bytes (APPNOTE 4.3.7).
  ///
  /// Of an entry with a data descriptor neither size nor checksum is known yet; they are zero.
  static func localHeader(_ entry: ZipEntry) -> [UInt8] {
    var record = RecordWriter()
    record.u32(0x0403_4b50)
    record.u16(entry.versionNeeded)
    record.u16(entry.flags)
    record.u16(entry.method)
    record.u32(entry.timestamp)
    let isKnown = !entry.hasDataDescriptor
    record.u32(isKnown ? entry.crc32 : 0)
    record.u32OrEscape(isKnown ? entry.compressedSize : 0)
    record.u32OrEscape(isKnown ? entry.size : 0)
    record.u16(entry.rawName.count)
    var extra: [UInt8] = []
    if isKnown, entry.needsWideSizes {
      // In a local header both sizes are given (APPNOTE 4.5.3).
      var wide = RecordWriter()
      wide.u16(0x0001)
      wide.u16(16)
      wide.u64(entry.size)
      wide.u64(entry.compressedSize)
      extra = wide.bytes
    }
    record.u16(extra.count)
    record.append(entry.rawName)
    record.append(extra)
    return record.bytes
  }

  /// The record behind an entry's bytes (APPNOTE 4.3.9), with the signature every reader knows.
  static func dataDescriptor(_ entry: ZipEntry) -> [UInt8] {
    var record = RecordWriter()
    record.u32(0x0807_4b50)
    record.u32(entry.crc32)
    if entry.needsWideSizes {
      record.u64(entry.compressedSize)
      record.u64(entry.size)
    } else {
      record.u32OrEscape(entry.compressedSize)
      record.u32OrEscape(entry.size)
    }
    return record.bytes
  }

  /// The directory's record of an entry (APPNOTE 4.3.12).
  static func directoryRecord(_ entry: ZipEntry) -> [UInt8] {
    let extra = Zip64.extra(of: entry)
    var record = RecordWriter()
    record.u32(0x0201_4b50)
    record.u16(entry.versionMadeBy)
    record.u16(entry.versionNeeded)
    record.u16(entry.flags)
    record.u16(entry.method)
    record.u32(entry.timestamp)
    record.u32(entry.crc32)
    record.u32OrEscape(entry.compressedSize)
    record.u32OrEscape(entry.size)
    record.u16(entry.rawName.count)
    record.u16(extra.count)
    record.u16(entry.comment.count)
    record.u16(0)
    record.u16(entry.internalAttributes)
    record.u32(entry.externalAttributes)
    record.u32OrEscape(entry.headerOffset)
    record.append(entry.rawName)
    record.append(extra)
    record.append(entry.comment)
    return record.bytes
  }

  /// The archive's end (APPNOTE 4.3.14 to 4.3.16), with the 64-bit records only if they are needed.
  static func end(entries: Int, start: UInt64, size: UInt64, comment: [UInt8]) -> [UInt8] {
    var record = RecordWriter()
    let escape = UInt64(UInt32.max)
    if entries >= 0xffff || start >= escape || size >= escape {
      let (position, _) = start.addingReportingOverflow(size)
      record.u32(0x0606_4b50)
      record.u64(44)
      record.u16(45)
      record.u16(45)
      record.u32(0)
      record.u32(0)
      record.u64(UInt64(entries))
      record.u64(UInt64(entries))
      record.u64(size)
      record.u64(start)
      record.u32(0x0706_4b50)
      record.u32(0)
      record.u64(position)
      record.u32(1)
    }
    record.u32(0x0605_4b50)
    record.u16(0)
    record.u16(0)
    record.u16(entries)
    record.u16(entries)
    record.u32OrEscape(size)
    record.u32OrEscape(start)
    record.u16(comment.count)
    record.append(comment)
    return record.bytes
  }
}

extension ZipEntry {
  /// Whether a size does not fit its 32 bits; the escape value itself does not.
  var needsWideSizes: Bool {
    size >= UInt64(UInt32.max) || compressedSize >= UInt64(UInt32.max)
  }
}

extension Zip64 {
  /// The entry's extra fields, the 64-bit one made anew where there is need for it.
  static func extra(of entry: ZipEntry) -> [UInt8] {
    var wide = RecordWriter()
    for value in [entry.size, entry.compressedSize, entry.headerOffset]
    where value >= UInt64(UInt32.max) {
      wide.u64(value)
    }
    var made = RecordWriter()
    var isPlaced = wide.bytes.isEmpty
    func place() {
      if isPlaced { return }
      isPlaced = true
      made.u16(0x0001)
      made.u16(wide.bytes.count)
      made.append(wide.bytes)
    }
    let old = RecordBytes(entry.extra[...])
    var at = 0
    while at + 4 <= old.count, let field = old.slice(at + 4, Int(old.u16(at + 2))) {
      if old.u16(at) == 0x0001 {
        // It keeps its place among the others.
        place()
      } else {
        made.append(Array(entry.extra[at..<at + 4]))
        made.append(Array(field))
      }
      at += 4 + field.count
    }
    // Bytes that are no field stand at the end, as some tools leave them.
    let rest = Array(entry.extra[at...])
    place()
    made.append(rest)
    return made.bytes
  }
}
