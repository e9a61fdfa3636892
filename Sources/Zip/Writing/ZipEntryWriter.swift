/// Takes the bytes of one new entry.
///
/// Nobody else writes to the archive until ``finish()`` was called.
public final class ZipEntryWriter {
  private var entry: ZipEntry
  private let writer: ZipWriter
  private var filled = 0
  private var hasHeader = false

  init(_ entry: ZipEntry, in writer: ZipWriter) {
    self.entry = entry
    self.writer = writer
  }

  /// Appends bytes to the entry.
  ///
  /// - Throws: ``ZipError`` when the sink failed.
  /// - Complexity: O(*n*) in the bytes.
  public func write(_ bytes: Span<UInt8>) throws(ZipError) {
    var done = 0
    while done < bytes.count {
      if filled == DeflatePipeline.blockBytes { try submit() }
      let size = min(bytes.count - done, DeflatePipeline.blockBytes - filled)
      unsafe bytes.extracting(done..<done + size).withUnsafeBytes { source in
        unsafe UnsafeMutableRawBufferPointer(
          rebasing: writer.blockBuffer[filled..<filled + size]
        ).copyMemory(from: source)
      }
      filled += size
      done += size
    }
  }

  /// Ends the entry.
  ///
  /// - Throws: ``ZipError`` when the sink failed.
  public func finish() throws(ZipError) {
    if hasHeader {
      entry.crc32 = unsafe try writer.submitBlock(filled, isLast: true, output: give)
      entry.size += UInt64(filled)
      if entry.needsWideSizes { entry.versionNeeded = 45 }
      try writer.append(RecordWriter.dataDescriptor(entry))
    } else {
      // All of it is one block, so that sizes and checksum are known before the header is written.
      var only: UnsafeRawBufferPointer?
      entry.size = UInt64(filled)
      entry.crc32 = unsafe try writer.submitBlock(filled, isLast: true) {
        (bytes: UnsafeRawBufferPointer) throws(ZipError) in
        // The bytes stay where they are until the next block is submitted.
        unsafe only = bytes
      }
      entry.compressedSize = unsafe UInt64(only?.count ?? 0)
      try writer.append(RecordWriter.localHeader(entry))
      if let only = unsafe only { try unsafe writer.append(only) }
    }
    writer.close(entry)
  }

  /// The free bytes of the block being filled; what is written there counts after ``take(_:)``.
  package var room: UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(
      rebasing: writer.blockBuffer[filled..<DeflatePipeline.blockBytes])
  }

  /// Appends the first `count` bytes of ``room``, and makes room for a whole block again.
  package func take(_ count: Int) throws(ZipError) {
    filled += count
    try submit()
  }

  /// Appends the last `count` bytes, which stand at the start of ``room``.
  package func takeLast(_ count: Int) { filled += count }

  private func submit() throws(ZipError) {
    if !hasHeader {
      hasHeader = true
      entry.flags |= 0x0008
      try writer.append(RecordWriter.localHeader(entry))
    }
    let size = filled
    filled = 0
    _ = unsafe try writer.submitBlock(size, isLast: false, output: give)
    entry.size += UInt64(size)
  }

  private func give(_ bytes: UnsafeRawBufferPointer) throws(ZipError) {
    entry.compressedSize += UInt64(bytes.count)
    unsafe try writer.append(bytes)
  }
}
