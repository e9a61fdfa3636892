/// Changes some entries of an archive and leaves every other byte as it is.
///
/// Headers, compressed bytes, times, flags, extra fields and the order of all other entries come
/// over unread, and so does what stands before, between and behind them. A changed entry keeps its
/// name, place, method and time.
///
///     let edit = ArchiveEdit(reader)
///     edit.replace(entry) { give in try give(newBytes.span) }
///     try edit.write(to: sink)
public final class ArchiveEdit {
  /// Gives an entry's new bytes piece by piece to the function it gets.
  ///
  /// It is called once, or twice for an entry that is stored without compression.
  public typealias Content = (_ give: (Span<UInt8>) throws -> Void) throws -> Void

  private enum Change {
    case replaced(Content)
    case removed
  }

  /// An entry's directory record after the edit.
  private enum Outcome {
    /// The record stays, but for the place of the entry.
    case moved(to: UInt64)
    case replaced(ZipEntry)
    case removed
  }

  private let reader: ZipReader
  private var changes: [UInt64: Change] = [:]

  /// Starts an edit that changes nothing yet.
  ///
  /// - Parameter reader: the archive, which is only read.
  public init(_ reader: ZipReader) { self.reader = reader }

  /// Gives an entry other bytes.
  ///
  /// - Parameters:
  ///   - entry: one of the reader's entries.
  ///   - content: gives the bytes when the archive is written.
  public func replace(_ entry: ZipEntry, with content: @escaping Content) {
    changes[entry.headerOffset] = .replaced(content)
  }

  /// Takes an entry out of the archive.
  ///
  /// - Parameter entry: one of the reader's entries.
  public func remove(_ entry: ZipEntry) { changes[entry.headerOffset] = .removed }

  /// Writes the archive; the same file, byte for byte, when nothing was changed.
  ///
  /// - Parameter sink: takes the bytes.
  /// - Throws: ``ZipError``, or what an entry's content throws.
  /// - Complexity: O(*n*) in the archive and the new entries, in constant memory.
  public func write(to sink: any ArchiveSink) throws {
    let output = ArchiveOutput(sink)
    guard !changes.isEmpty else {
      try output.copy(reader.file, 0..<reader.file.size)
      return try output.flush()
    }
    let end = try EndOfCentralDirectory(file: reader.file)
    var outcomes: [UInt64: Outcome] = [:]
    // Up to where the old archive has been copied or passed over.
    var done: UInt64 = 0
    for entry in reader.entries.sorted(by: { $0.headerOffset < $1.headerOffset }) {
      guard let change = changes[entry.headerOffset] else {
        outcomes[entry.headerOffset] = .moved(to: output.count + (entry.headerOffset - done))
        continue
      }
      try output.copy(reader.file, done..<entry.headerOffset)
      let old = try EntryPlace(entry, in: reader)
      done = old.end
      switch change {
      case .removed: outcomes[entry.headerOffset] = .removed
      case .replaced(let content):
        let replacement = EntryReplacement(old, of: entry, in: reader)
        outcomes[entry.headerOffset] = .replaced(try replacement.write(content, to: output))
      }
    }
    try output.copy(reader.file, done..<end.start)
    let start = output.count
    try writeDirectory(end, outcomes, to: output)
    try ArchiveTail(end, in: reader.file).write(
      to: output, entries: outcomes.values.count { if case .removed = $0 { false } else { true } },
      start: start)
    try output.flush()
  }

  private func writeDirectory(
    _ end: EndOfCentralDirectory, _ outcomes: [UInt64: Outcome], to output: ArchiveOutput
  ) throws {
    // The reader has read the directory before, so it lies in the file and fits into memory.
    let bytes = try reader.file.read(at: end.start, count: Int(clamping: end.size))
    var at = 0
    for entry in reader.entries {
      let record = RecordBytes(bytes[at...])
      let size = 46 + Int(record.u16(28)) + Int(record.u16(30)) + Int(record.u16(32))
      guard var raw = record.slice(0, size).map(Array.init) else {
        throw ZipError.directory("an entry is cut short", at: end.start)
      }
      at += size
      switch outcomes[entry.headerOffset] {
      case .removed, nil: continue
      case .replaced(var new):
        new.headerOffset -= end.archiveStart
        raw = RecordWriter.directoryRecord(new)
      case .moved(let place):
        let stated = place - end.archiveStart
        if stated != entry.headerOffset - end.archiveStart {
          if record.u32(42) != UInt32.max, stated < UInt64(UInt32.max) {
            raw.replaceSubrange(
              42..<46, with: RecordWriter.bytes(UInt32(truncatingIfNeeded: stated)))
          } else {
            var new = entry
            new.headerOffset = stated
            raw = RecordWriter.directoryRecord(new)
          }
        }
      }
      try output.append(raw)
    }
    try output.append(Array(bytes[at...]))
  }
}

extension RecordWriter {
  /// A number in four bytes.
  static func bytes(_ value: UInt32) -> [UInt8] {
    var record = RecordWriter()
    record.u32(value)
    return record.bytes
  }

  /// A number in eight bytes.
  static func bytes(_ value: UInt64) -> [UInt8] {
    var record = RecordWriter()
    record.u64(value)
    return record.bytes
  }
}

/// Where an entry lies in an archive.
struct EntryPlace {
  /// The local header as its bytes stand.
  var header: [UInt8]
  /// The data descriptor as its bytes stand; empty without one.
  var descriptor: [UInt8]
  /// Where what follows the entry begins.
  var end: UInt64

  init(_ entry: ZipEntry, in reader: ZipReader) throws(ZipError) {
    let start = try reader.dataStart(of: entry)
    header = try reader.file.read(
      at: entry.headerOffset, count: Int(clamping: start - entry.headerOffset))
    let dataEnd = start + entry.compressedSize
    descriptor = []
    if entry.hasDataDescriptor {
      let found = try reader.dataDescriptor(of: entry, at: dataEnd)
      // One that the reader had to make up is not in the file.
      if try reader.file.read(at: dataEnd, count: found.count) == found { descriptor = found }
    }
    end = dataEnd + UInt64(descriptor.count)
  }
}
