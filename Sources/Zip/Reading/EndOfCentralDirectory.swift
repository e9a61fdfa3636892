/// The record at the archive's very end (APPNOTE 4.3.16), with its 64-bit form where there is one.
struct EndOfCentralDirectory {
  var entryCount: UInt64
  /// The directory's size in bytes.
  var size: UInt64
  /// Where the directory begins in the file.
  var start: UInt64
  /// Where the archive begins in the file: past any bytes glued on before it.
  var archiveStart: UInt64
  /// The archive's comment, as its bytes stand.
  var comment: [UInt8]

  init(file: RandomAccessFile) throws(ZipError) {
    guard file.size > 0 else { throw .empty }
    // An older Office file may hold an archive, that of its theme, so its own signature comes
    // first.
    let head = try file.read(at: 0, count: 4)
    guard !head.elementsEqual([0xd0, 0xcf, 0x11, 0xe0]) else { throw .compoundFile }
    let tailSize = min(file.size, 22 + 65_535 + 1_024)
    let tailStart = file.size - tailSize
    let tail = try file.read(at: tailStart, count: Int(tailSize))
    guard let found = EndOfCentralDirectory.find(in: tail) else { throw .noEndRecord }
    let record = RecordBytes(tail[found...])
    let position = tailStart + UInt64(found)
    entryCount = UInt64(record.u16(10))
    size = UInt64(record.u32(12))
    var stated = UInt64(record.u32(16))
    var directoryEnd = position
    let disks = record.u16(4) | record.u16(6)
    comment = record.slice(22, Int(record.u16(20))).map(Array.init) ?? []

    if entryCount == 0xffff || size == 0xffff_ffff || stated == 0xffff_ffff,
      let wide = try EndOfCentralDirectory.zip64(file: file, before: position)
    {
      entryCount = wide.record.u64(32)
      size = wide.record.u64(40)
      stated = wide.record.u64(48)
      directoryEnd = wide.position
    } else if disks != 0 && disks != 0xffff {
      throw .directory("the archive is split over several files")
    }
    guard size <= directoryEnd else { throw .directory("its size is past the file", at: position) }
    // The directory ends where the end record begins, so bytes before the archive show as the
    // difference between where it lies and where it says it lies.
    start = directoryEnd - size
    archiveStart = 0
    if stated != start {
      let atStated = try file.read(at: stated, count: 4)
      if atStated.elementsEqual([0x50, 0x4b, 0x01, 0x02]), stated <= start {
        let here = try file.read(at: start, count: 4)
        if here.elementsEqual([0x50, 0x4b, 0x01, 0x02]) {
          archiveStart = start - stated
        } else {
          start = stated
        }
      } else {
        guard stated <= start else {
          throw .directory("its offset is past the file", at: position)
        }
        archiveStart = start - stated
      }
    }
  }

  /// The last place in `tail` that holds an end record whose comment fits behind it.
  private static func find(in tail: [UInt8]) -> Int? {
    guard tail.count >= 22 else { return nil }
    var fallback: Int?
    var at = tail.count - 22
    while at >= 0 {
      if tail[at] == 0x50, tail[at + 1] == 0x4b, tail[at + 2] == 0x05, tail[at + 3] == 0x06 {
        let comment = Int(tail[at + 20]) | Int(tail[at + 21]) << 8
        let rest = tail.count - at - 22
        if comment == rest { return at }
        // Bytes after the archive (a download's trailing line break) are tolerated.
        if comment < rest, fallback == nil { fallback = at }
      }
      at -= 1
    }
    return fallback
  }

  private static func zip64(
    file: RandomAccessFile, before position: UInt64
  ) throws(ZipError) -> (record: RecordBytes, position: UInt64)? {
    guard position >= 20 else { return nil }
    let locator = RecordBytes(try file.read(at: position - 20, count: 20)[...])
    guard locator.u32(0) == 0x0706_4b50 else { return nil }
    let stated = locator.u64(8)
    for place in [stated, position >= 76 ? position - 76 : stated] {
      let record = RecordBytes(try file.read(at: place, count: 56)[...])
      if record.count == 56, record.u32(0) == 0x0606_4b50 { return (record, place) }
    }
    throw .directory("its 64-bit end record is missing", at: position)
  }
}
