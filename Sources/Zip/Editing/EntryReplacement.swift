/// The writing of one entry in the place of an old one.
///
/// Its header is the old one with other sizes and another checksum. They stand before the data, as
/// far as the old ones did, if the compressed data are small enough to be held until they are known.
struct EntryReplacement {
  /// How many compressed bytes are held at most.
  private static let heldBytes = 8 << 20

  private let old: EntryPlace
  private let entry: ZipEntry
  private let reader: ZipReader

  init(_ old: EntryPlace, of entry: ZipEntry, in reader: ZipReader) {
    self.old = old
    self.entry = entry
    self.reader = reader
  }

  /// Writes the entry.
  ///
  /// - Returns: the entry's record, its offset in the new file.
  func write(_ content: ArchiveEdit.Content, to output: ArchiveOutput) throws -> ZipEntry {
    var new = entry
    new.headerOffset = output.count
    if entry.method == 0 {
      try store(content, as: &new, to: output)
    } else {
      try compress(content, as: &new, to: output)
    }
    return new
  }

  private func store(
    _ content: ArchiveEdit.Content, as new: inout ZipEntry, to output: ArchiveOutput
  ) throws {
    var crc = CRC32()
    var size: UInt64 = 0
    try content { piece in
      unsafe piece.withUnsafeBytes { unsafe crc.update($0) }
      size += UInt64(piece.count)
    }
    (new.crc32, new.size, new.compressedSize) = (crc.value, size, size)
    try output.append(header(new))
    try content { piece in try output.append(piece) }
    try output.append(descriptor(new))
  }

  private func compress(
    _ content: ArchiveEdit.Content, as new: inout ZipEntry, to output: ArchiveOutput
  ) throws {
    guard let pipeline = DeflatePipeline(try reader.compression(like: entry)) else {
      throw ZipError.deflateFailed
    }
    pipeline.begin()
    var held: [UInt8]? = []
    var size: UInt64 = 0
    var made: UInt64 = 0
    var filled = 0
    func take(_ bytes: UnsafeRawBufferPointer) throws {
      made += UInt64(bytes.count)
      if held != nil {
        unsafe held?.append(contentsOf: bytes)
        guard let all = held, all.count > EntryReplacement.heldBytes else { return }
        // Too much to hold: sizes and checksum come behind the data (APPNOTE 4.3.9).
        new.flags |= 0x0008
        try output.append(header(new, isKnown: false))
        try output.append(all)
        held = nil
      } else {
        try output.append(unsafe Span(_unsafeBytes: bytes))
      }
    }
    try content { piece in
      var at = 0
      while at < piece.count {
        if filled == DeflatePipeline.blockBytes {
          unsafe try pipeline.submit(filled, isLast: false, output: take)
          filled = 0
        }
        let count = min(piece.count - at, DeflatePipeline.blockBytes - filled)
        unsafe piece.extracting(at..<at + count).withUnsafeBytes { source in
          unsafe UnsafeMutableRawBufferPointer(
            rebasing: pipeline.buffer[filled..<filled + count]
          ).copyMemory(from: source)
        }
        filled += count
        at += count
      }
      size += UInt64(piece.count)
    }
    unsafe try pipeline.submit(filled, isLast: true, output: take)
    (new.crc32, new.size, new.compressedSize) = (pipeline.crc.value, size, made)
    if let held {
      try output.append(header(new))
      try output.append(held)
    }
    try output.append(descriptor(new))
  }

  /// The old local header with what is new in it.
  private func header(_ new: ZipEntry, isKnown: Bool = true) throws(ZipError) -> [UInt8] {
    var bytes = old.header
    let record = RecordBytes(old.header[...])
    // Sizes that were left to the descriptor are left to it again.
    let isKnown = isKnown && (!new.hasDataDescriptor || record.u32(14) != 0)
    let nameEnd = 30 + Int(record.u16(26))
    let wide = RecordBytes(bytes[min(nameEnd, bytes.count)...]).wideSizes
    let escaped = UInt64(UInt32.max)
    if wide == nil, max(new.size, new.compressedSize) >= escaped {
      throw ZipError(
        .limitExceeded, "it has grown past 4 GiB, which its header cannot say", entry: entry.name)
    }
    func put(_ value: [UInt8], at place: Int) {
      guard place + value.count <= bytes.count else { return }
      bytes.replaceSubrange(place..<place + value.count, with: value)
    }
    bytes[6] = UInt8(truncatingIfNeeded: new.flags)
    bytes[7] = UInt8(truncatingIfNeeded: new.flags >> 8)
    put(RecordWriter.bytes(isKnown ? new.crc32 : 0), at: 14)
    for (field, offset, value) in [(18, 8, new.compressedSize), (22, 0, new.size)] {
      let shown = isKnown ? value : 0
      if let wide, record.u32(field) == UInt32.max {
        put(RecordWriter.bytes(shown), at: nameEnd + wide + offset)
      } else {
        put(RecordWriter.bytes(UInt32(truncatingIfNeeded: shown)), at: field)
      }
    }
    return bytes
  }

  /// The record behind the data, in the form that the old one had.
  private func descriptor(_ new: ZipEntry) -> [UInt8] {
    guard new.hasDataDescriptor else { return [] }
    guard !old.descriptor.isEmpty else {
      // Without an old one there are no sizes of eight bytes in the header either.
      return entry.hasDataDescriptor ? [] : RecordWriter.dataDescriptor(new)
    }
    var record = RecordWriter()
    if [16, 24].contains(old.descriptor.count) { record.u32(0x0807_4b50) }
    record.u32(new.crc32)
    if old.descriptor.count >= 20 {
      record.u64(new.compressedSize)
      record.u64(new.size)
    } else {
      record.u32(UInt32(clamping: new.compressedSize))
      record.u32(UInt32(clamping: new.size))
    }
    return record.bytes
  }
}

extension RecordBytes {
  /// Where in extra fields the two sizes of a local header stand in 64 bits, or nil.
  fileprivate var wideSizes: Int? {
    var at = 0
    while at + 4 <= count {
      let length = Int(u16(at + 2))
      if u16(at) == 0x0001 { return length >= 16 && at + 20 <= count ? at + 4 : nil }
      at += 4 + length
    }
    return nil
  }
}
