extension ZipWriter {
  /// Copies an entry of another archive as it stands there, without expanding it.
  ///
  /// Local header, compressed bytes and data descriptor come over byte for byte, and so do all of the
  /// directory's fields but the offset.
  ///
  /// - Parameters:
  ///   - entry: one of the reader's entries.
  ///   - reader: the archive it is in.
  /// - Throws: ``ZipError``, also when an entry has this name already.
  /// - Complexity: O(*n*) in the compressed size, in constant memory.
  public func copy(_ entry: ZipEntry, from reader: ZipReader) throws(ZipError) {
    try reserve(entry)
    let start = try reader.dataStart(of: entry)
    let header = try reader.file.read(
      at: entry.headerOffset, count: Int(clamping: start - entry.headerOffset))
    var copied = entry
    copied.headerOffset = position
    try append(header)
    var at = start
    let end = start + entry.compressedSize
    while at < end {
      let piece = try reader.file.read(at: at, count: Int(min(end - at, 256 << 10)))
      guard !piece.isEmpty else { throw .endsEarly(entry.name) }
      try append(piece)
      at += UInt64(piece.count)
    }
    if entry.hasDataDescriptor {
      try append(try reader.dataDescriptor(of: entry, at: end))
    }
    close(copied)
  }
}

extension ZipReader {
  /// The bytes of the record behind an entry's data (APPNOTE 4.3.9), in whichever of its four forms
  /// they stand there; made anew when none of them is found.
  func dataDescriptor(of entry: ZipEntry, at end: UInt64) throws(ZipError) -> [UInt8] {
    let next = boundary(after: entry.headerOffset) ?? end
    let gap = next > end ? min(next - end, 24) : 0
    let bytes = try file.read(at: end, count: Int(gap))
    let record = RecordBytes(bytes[...])
    let start = record.count >= 4 && record.u32(0) == 0x0807_4b50 ? 4 : 0
    if record.u32(start) == entry.crc32 {
      if record.count >= start + 20, record.u64(start + 4) == entry.compressedSize,
        record.u64(start + 12) == entry.size
      {
        return Array(bytes[..<(start + 20)])
      }
      if record.count >= start + 12,
        record.u32(start + 4) == UInt32(truncatingIfNeeded: entry.compressedSize),
        record.u32(start + 8) == UInt32(truncatingIfNeeded: entry.size)
      {
        return Array(bytes[..<(start + 12)])
      }
    }
    return RecordWriter.dataDescriptor(entry)
  }
}
