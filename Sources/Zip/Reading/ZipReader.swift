/// A zip archive open for reading (APPNOTE 6.3.10, ISO/IEC 21320-1).
///
/// The central directory is read and checked when the archive is opened: names twice or with `..`,
/// encrypted entries and entries over one another are refused there. An entry's local header is
/// compared with the directory, and its bytes with their CRC-32, when the entry is read.
///
///     let archive = try ZipReader(path: "book.xlsx")
///     let types = try archive.read("[Content_Types].xml")
public final class ZipReader: Sendable {
  /// The entries in the directory's order.
  public let entries: [ZipEntry]
  /// The limits given when the archive was opened.
  public let limits: ReadLimits
  /// The archive's comment, as its bytes stand; nearly always empty.
  public let comment: [UInt8]

  let file: RandomAccessFile
  /// Where entries and the directory begin, ascending: what an entry's bytes may not reach into.
  let boundaries: [UInt64]
  private let indexByName: [String: Int]

  /// Opens the archive at `path`.
  ///
  /// - Throws: ``ZipError``.
  /// - Complexity: O(*n* log *n*) in the number of entries.
  public convenience init(path: String, limits: ReadLimits = .standard) throws(ZipError) {
    try self.init(file: RandomAccessFile(path: path), limits: limits)
  }

  /// Opens an archive over bytes that can be read at any offset.
  ///
  /// - Throws: ``ZipError``.
  public init(file: RandomAccessFile, limits: ReadLimits = .standard) throws(ZipError) {
    let directory = try CentralDirectory(file: file, limits: limits)
    self.file = file
    self.limits = limits
    self.entries = directory.entries
    self.comment = directory.comment
    self.boundaries = (directory.entries.map(\.headerOffset) + [directory.start]).sorted()
    self.indexByName = Dictionary(
      directory.entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The entry of exactly this name, or nil.
  public func entry(named name: String) -> ZipEntry? {
    indexByName[name].map { entries[$0] }
  }

  /// The expanded bytes of an entry, checked.
  ///
  /// - Throws: ``ZipError``, also when the entry holds more than `limits.partBytes`.
  /// - Complexity: O(*n*) in the expanded size.
  public func read(_ entry: ZipEntry) throws(ZipError) -> [UInt8] {
    guard entry.size <= limits.partBytes else {
      throw .inMemory(entry.name, limit: limits.partBytes)
    }
    let reader = try open(entry)
    var bytes: [UInt8] = []
    // The stated size is not believed at once: a lie of a gigabyte costs 1 MiB.
    bytes.reserveCapacity(Int(min(entry.size, 1 << 20)) + 1)
    // Small parts are the many, so the pieces are no larger than the part needs.
    let chunk = Int(min(entry.size, (64 << 10) - 1)) + 1
    while true {
      let old = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: chunk))
      let got: Result<Int, ZipError> = unsafe bytes.withUnsafeMutableBytes { buffer in
        do throws(ZipError) {
          return .success(
            unsafe try reader.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[old...])))
        } catch {
          return .failure(error)
        }
      }
      let count = try got.get()
      bytes.removeLast(chunk - count)
      if count == 0 { return bytes }
    }
  }

  /// The expanded bytes of the entry named `name`, or nil when there is none.
  ///
  /// - Throws: ``ZipError``.
  public func read(_ name: String) throws(ZipError) -> [UInt8]? {
    guard let entry = entry(named: name) else { return nil }
    return try read(entry)
  }

  /// Starts reading an entry piece by piece.
  ///
  /// - Throws: ``ZipError`` when the local header contradicts the directory or the method is
  ///   unknown.
  public func open(_ entry: ZipEntry) throws(ZipError) -> ZipEntryReader {
    guard !entry.isEncrypted else { throw .encrypted(entry.name) }
    guard entry.method == 0 || entry.method == 8 else {
      throw .method(entry.method, entry: entry.name)
    }
    guard entry.method == 8 || entry.compressedSize == entry.size else {
      throw .wrongSize(entry.name, stated: entry.size, found: entry.compressedSize)
    }
    return try ZipEntryReader(entry, dataStart: dataStart(of: entry), file: file, limits: limits)
  }

  /// Where the entry's bytes begin, its local header (APPNOTE 4.3.7) checked against the directory.
  func dataStart(of entry: ZipEntry) throws(ZipError) -> UInt64 {
    let offset = entry.headerOffset
    let header = RecordBytes(try file.read(at: offset, count: 30)[...])
    guard header.count == 30, header.u32(0) == 0x0403_4b50 else {
      throw .localHeader("is missing", entry: entry.name, at: offset)
    }
    let nameLength = Int(header.u16(26))
    let name = try file.read(at: offset + 30, count: nameLength)
    guard name == entry.rawName else {
      throw .localHeader("has another name", entry: entry.name, at: offset)
    }
    guard header.u16(8) == entry.method else {
      throw .localHeader("has another compression method", entry: entry.name, at: offset)
    }
    if header.u16(6) & 0x0008 == 0 {
      let sizes = (UInt64(header.u32(18)), UInt64(header.u32(22)))
      let escaped = UInt64(UInt32.max)
      guard header.u32(14) == entry.crc32,
        sizes.0 == entry.compressedSize || sizes.0 == escaped,
        sizes.1 == entry.size || sizes.1 == escaped
      else { throw .localHeader("has another size or checksum", entry: entry.name, at: offset) }
    }
    let start = offset + 30 + UInt64(nameLength) + UInt64(header.u16(28))
    let next = boundary(after: offset) ?? start
    guard start <= next, entry.compressedSize <= next - start else {
      throw .overlap(entry.name)
    }
    return start
  }

  /// The first boundary behind an offset, by halving: there may be 100,000 of them.
  func boundary(after offset: UInt64) -> UInt64? {
    var (low, high) = (0, boundaries.count)
    while low < high {
      let middle = (low + high) / 2
      if boundaries[middle] > offset { high = middle } else { low = middle + 1 }
    }
    return low < boundaries.count ? boundaries[low] : nil
  }
}
