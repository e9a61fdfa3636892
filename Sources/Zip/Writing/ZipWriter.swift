/// Writes a zip archive (APPNOTE 6.3.10, ISO/IEC 21320-1) from front to back.
///
/// Nothing is ever gone back to, so a pipe will do. The same entries give the same bytes: times are
/// those the caller states, and compression does not depend on threads. Sizes of 64 bits are used
/// only where 32 do not suffice, because some readers do not know them.
///
///     let archive = ArchiveBytes()
///     let writer = try ZipWriter(archive)
///     try writer.write(Array("hello".utf8), as: "hello.txt")
///     try writer.finish()
public final class ZipWriter {
  private let sink: any ArchiveSink
  private let timestamp: DOSTimestamp
  private let pipeline: DeflatePipeline
  private var directory: [ZipEntry] = []
  private var names: Set<[UInt8]> = []
  /// Bytes on their way to the sink, and where in the archive the next one goes.
  private var pending: [UInt8] = []
  private var offset: UInt64 = 0
  private var failure: ZipError?
  private var hasOpenEntry = false

  /// Starts an archive.
  ///
  /// - Parameters:
  ///   - sink: takes the bytes.
  ///   - compression: how small entries are made.
  ///   - timestamp: the modification time of all new entries; the start of 1980 by default.
  /// - Throws: ``ZipError`` when there is no memory for the compressor.
  public init(
    _ sink: any ArchiveSink, compression: Compression = .standard,
    timestamp: DOSTimestamp = .earliest
  ) throws(ZipError) {
    guard let pipeline = DeflatePipeline(compression) else { throw .deflateFailed }
    self.sink = sink
    self.timestamp = timestamp
    self.pipeline = pipeline
  }

  /// Writes an entry whose bytes are at hand.
  ///
  /// - Parameters:
  ///   - bytes: the entry's content.
  ///   - name: its name, steps divided by `/`.
  /// - Throws: ``ZipError``.
  /// - Complexity: O(*n*) in the bytes.
  public func write(_ bytes: [UInt8], as name: String) throws(ZipError) {
    let entry = try openEntry(name)
    try entry.write(bytes.span)
    try entry.finish()
  }

  /// Starts an entry whose bytes come piece by piece, in memory that does not grow with it.
  ///
  /// One entry is open at a time; it must be finished before anything else is written. An entry of
  /// more than 256 KiB has its sizes behind its bytes (flag bit 3), since they are not known before.
  ///
  /// - Parameter name: the entry's name.
  /// - Returns: takes the bytes.
  /// - Throws: ``ZipError``, also when an entry has this name already.
  public func openEntry(_ name: String) throws(ZipError) -> ZipEntryWriter {
    precondition(!hasOpenEntry, "The entry before is still open")
    if let failure { throw failure }
    let rawName = Array(name.utf8)
    guard rawName.count <= 0xffff else { throw .nameTooLong(name) }
    guard names.insert(rawName).inserted else { throw .duplicate(name) }
    hasOpenEntry = true
    pipeline.begin()
    // Bit 11 says that the name is UTF-8; plain ASCII needs no word, and some old readers no bit.
    let isASCII = rawName.allSatisfy { $0 < 0x80 }
    return ZipEntryWriter(
      ZipEntry(
        method: 8, flags: isASCII ? 0 : 0x0800, crc32: 0, compressedSize: 0, size: 0,
        headerOffset: offset, name: name, rawName: rawName, timestamp: timestamp.rawValue),
      in: self)
  }

  /// Writes the directory.
  ///
  /// Without this call there is no archive.
  ///
  /// - Parameters:
  ///   - comment: the archive's comment, at most 65,535 bytes.
  ///   - directoryOrder: names of entries that the directory lists first, in this order; all others
  ///     follow in the order they were written.
  /// - Throws: ``ZipError``.
  public func finish(
    comment: [UInt8] = [], directoryOrder: [String] = []
  ) throws(ZipError) {
    precondition(!hasOpenEntry, "An entry is still open")
    if let failure { throw failure }
    guard comment.count <= 0xffff else { throw .commentTooLong() }
    var place: [String: Int] = [:]
    for (index, name) in directoryOrder.enumerated() where place[name] == nil {
      place[name] = index
    }
    let first = directory.filter { place[$0.name] != nil }
      .sorted { place[$0.name] ?? 0 < place[$1.name] ?? 0 }
    let start = offset
    for entry in first + directory.filter({ place[$0.name] == nil }) {
      try append(RecordWriter.directoryRecord(entry))
    }
    try append(
      RecordWriter.end(
        entries: directory.count, start: start, size: offset - start, comment: comment))
    try flush()
  }

  // What entries are written with.

  /// Appends bytes to the archive.
  func append(_ bytes: [UInt8]) throws(ZipError) {
    pending.append(contentsOf: bytes)
    offset += UInt64(bytes.count)
    if pending.count >= 64 << 10 { try flush() }
  }

  /// Appends bytes to the archive, without copying them if they are many.
  func append(_ bytes: UnsafeRawBufferPointer) throws(ZipError) {
    if bytes.count < 16 << 10 {
      unsafe pending.append(contentsOf: bytes)
      offset += UInt64(bytes.count)
      if pending.count >= 64 << 10 { try flush() }
    } else {
      try flush()
      offset += UInt64(bytes.count)
      unsafe try send(bytes)
    }
  }

  /// Where the next byte goes.
  var position: UInt64 { offset }

  /// Adds a record to the directory, and the entry is closed.
  func close(_ entry: ZipEntry) {
    directory.append(entry)
    hasOpenEntry = false
  }

  /// Takes a name for an entry that is copied.
  func reserve(_ entry: ZipEntry) throws(ZipError) {
    precondition(!hasOpenEntry, "The entry before is still open")
    if let failure { throw failure }
    guard names.insert(entry.rawName).inserted else { throw .duplicate(entry.name) }
  }

  /// Where the open entry's next block goes.
  var blockBuffer: UnsafeMutableRawBufferPointer { unsafe pipeline.buffer }

  /// Compresses the first `count` bytes of ``blockBuffer``.
  ///
  /// - Returns: the checksum of what was given out so far.
  func submitBlock(
    _ count: Int, isLast: Bool, output: (UnsafeRawBufferPointer) throws(ZipError) -> Void
  ) throws(ZipError) -> UInt32 {
    if let failure { throw failure }
    do {
      unsafe try pipeline.submit(count, isLast: isLast, output: output)
      return pipeline.crc.value
    } catch {
      throw fail(error as? ZipError ?? .sinkFailed(error))
    }
  }

  private func fail(_ error: ZipError) -> ZipError {
    failure = error
    return error
  }

  private func flush() throws(ZipError) {
    guard !pending.isEmpty else { return }
    let result: Result<Void, ZipError> = unsafe pending.withUnsafeBytes { bytes in
      do throws(ZipError) {
        return .success(unsafe try send(bytes))
      } catch {
        return .failure(error)
      }
    }
    pending.removeAll(keepingCapacity: true)
    try result.get()
  }

  private func send(_ bytes: UnsafeRawBufferPointer) throws(ZipError) {
    if let failure { throw failure }
    do {
      try sink.write(unsafe Span(_unsafeElements: bytes.bindMemory(to: UInt8.self)))
    } catch {
      throw fail(.sinkFailed(error))
    }
  }
}
