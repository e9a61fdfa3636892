/// Little-endian numbers out of bytes whose bounds are checked once per record.
struct RecordBytes {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  func u16(_ at: Int) -> UInt16 {
    guard at >= 0, at + 2 <= bytes.count else { return 0 }
    let i = bytes.startIndex + at
    return UInt16(bytes[i]) | UInt16(bytes[i + 1]) << 8
  }

  func u32(_ at: Int) -> UInt32 { UInt32(u16(at)) | UInt32(u16(at + 2)) << 16 }

  func u64(_ at: Int) -> UInt64 { UInt64(u32(at)) | UInt64(u32(at + 4)) << 32 }

  func slice(_ at: Int, _ length: Int) -> ArraySlice<UInt8>? {
    guard at >= 0, length >= 0, at <= bytes.count, length <= bytes.count - at else { return nil }
    return bytes[bytes.startIndex + at..<bytes.startIndex + at + length]
  }
}

/// The list of entries at the archive's end (APPNOTE 4.3.12), read and checked.
struct CentralDirectory {
  var entries: [ZipEntry]
  /// Where the directory begins in the file.
  var start: UInt64
  /// The archive's comment.
  var comment: [UInt8]

  init(file: RandomAccessFile, limits: ReadLimits) throws(ZipError) {
    let end = try EndOfCentralDirectory(file: file)
    guard end.entryCount <= UInt64(limits.entries) else {
      throw .tooManyEntries(end.entryCount, limit: limits.entries)
    }
    // 46 bytes are the least an entry takes, so a count the size cannot hold is a lie.
    guard end.entryCount <= end.size / 46, end.size <= file.size, end.size <= limits.partBytes
    else {
      throw .directory("it names \(end.entryCount) entries in \(end.size) bytes", at: end.start)
    }
    let bytes = try file.read(at: end.start, count: Int(end.size))
    var entries: [ZipEntry] = []
    entries.reserveCapacity(Int(end.entryCount))
    var at = 0
    for _ in 0..<end.entryCount {
      entries.append(try CentralDirectory.entry(in: bytes, at: &at, of: end))
    }
    // What the count leaves out, another reader may take for an entry of a name there is already.
    guard at == bytes.count || CentralDirectory.isSignature(bytes[at...]) else {
      throw .directory("it is longer than its entries", at: end.start + UInt64(at))
    }
    self.entries = entries
    self.start = end.start
    self.comment = end.comment
    try checkNames()
    try checkPlaces()
  }

  /// Whether the bytes are the digital signature that may follow the entries (APPNOTE 4.3.13).
  private static func isSignature(_ bytes: ArraySlice<UInt8>) -> Bool {
    let record = RecordBytes(bytes)
    return record.count >= 6 && record.u32(0) == 0x0505_4b50
      && record.count == 6 + Int(record.u16(4))
  }

  private static func entry(
    in bytes: [UInt8], at: inout Int, of end: EndOfCentralDirectory
  ) throws(ZipError) -> ZipEntry {
    let place = end.start + UInt64(at)
    let record = RecordBytes(bytes[at...])
    guard record.count >= 46, record.u32(0) == 0x0201_4b50 else {
      throw .directory("an entry is missing or cut short", at: place)
    }
    let nameLength = Int(record.u16(28))
    let extraLength = Int(record.u16(30))
    let commentLength = Int(record.u16(32))
    guard let name = record.slice(46, nameLength),
      let extra = record.slice(46 + nameLength, extraLength),
      let comment = record.slice(46 + nameLength + extraLength, commentLength)
    else { throw .directory("an entry is cut short", at: place) }
    at += 46 + nameLength + extraLength + commentLength

    var entry = ZipEntry(
      method: record.u16(10), flags: record.u16(8), crc32: record.u32(16),
      compressedSize: UInt64(record.u32(20)), size: UInt64(record.u32(24)),
      headerOffset: UInt64(record.u32(42)), name: String(decoding: name, as: UTF8.self),
      rawName: Array(name), timestamp: record.u32(12), versionMadeBy: record.u16(4),
      versionNeeded: record.u16(6), internalAttributes: record.u16(36),
      externalAttributes: record.u32(38), extra: Array(extra), comment: Array(comment))
    try Zip64.apply(RecordBytes(extra), to: &entry)
    let (offset, overflow) = entry.headerOffset.addingReportingOverflow(end.archiveStart)
    guard !overflow else { throw .directory("an offset is out of range", at: place) }
    entry.headerOffset = offset
    return entry
  }

  private func checkNames() throws(ZipError) {
    var seen = Set<[UInt8]>(minimumCapacity: entries.count)
    for entry in entries {
      if entry.isEncrypted { throw .encrypted(entry.name) }
      guard CentralDirectory.isSafe(entry.rawName) else { throw .unsafeName(entry.name) }
      guard seen.insert(entry.rawName).inserted else { throw .duplicate(entry.name) }
    }
  }

  /// A name may not hold `..` as a step, a drive letter or a NUL byte; a leading slash is tolerated
  /// because some producers write it and nothing is ever written under an entry's name.
  private static func isSafe(_ name: [UInt8]) -> Bool {
    if name.contains(0) { return false }
    if name.count >= 2, name[1] == UInt8(ascii: ":") { return false }
    let steps = name.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
    }
    return !steps.contains { $0.elementsEqual("..".utf8) }
  }

  /// Every entry ends before the next one, or before the directory, begins.
  private func checkPlaces() throws(ZipError) {
    let sorted = entries.sorted { $0.headerOffset < $1.headerOffset }
    for (index, entry) in sorted.enumerated() {
      let next = index + 1 < sorted.count ? sorted[index + 1].headerOffset : start
      let least = UInt64(30 + entry.rawName.count)
      let (taken, overflow) = entry.compressedSize.addingReportingOverflow(least)
      guard !overflow, entry.headerOffset <= next, taken <= next - entry.headerOffset else {
        throw .overlap(entry.name)
      }
    }
  }
}

/// The 64-bit extension of sizes and offsets (APPNOTE 4.5.3).
enum Zip64 {
  /// Replaces the fields of `entry` that hold their escape value by those of the extra field.
  static func apply(_ extra: RecordBytes, to entry: inout ZipEntry) throws(ZipError) {
    let escaped = UInt64(UInt32.max)
    guard
      entry.size == escaped || entry.compressedSize == escaped || entry.headerOffset == escaped
    else { return }
    var at = 0
    while at + 4 <= extra.count {
      let length = Int(extra.u16(at + 2))
      guard let field = extra.slice(at + 4, length) else { return }
      if extra.u16(at) == 0x0001 {
        let values = RecordBytes(field)
        var next = 0
        func take(_ value: inout UInt64) {
          guard value == escaped, next + 8 <= values.count else { return }
          value = values.u64(next)
          next += 8
        }
        take(&entry.size)
        take(&entry.compressedSize)
        take(&entry.headerOffset)
        return
      }
      at += 4 + length
    }
  }
}
