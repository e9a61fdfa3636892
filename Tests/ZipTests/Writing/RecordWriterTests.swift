import Testing

@testable import Zip

@Suite("Records of large archives")
struct RecordWriterTests {
  private static func entry(
    size: UInt64 = 10, compressed: UInt64 = 5, offset: UInt64 = 0, extra: [UInt8] = []
  ) -> ZipEntry {
    var entry = ZipEntry(
      method: 8, flags: 0, crc32: 0x0403_0201, compressedSize: compressed, size: size,
      headerOffset: offset, name: "a", rawName: [0x61], timestamp: 0)
    entry.extra = extra
    return entry
  }

  @Test("A 64-bit field holds just what does not fit 32 bits")
  func writesWideFields() {
    let wide: UInt64 = 0x1_0000_0002
    let low: [UInt8] = [2, 0, 0, 0, 1, 0, 0, 0]
    let cases: [(ZipEntry, [UInt8])] = [
      (RecordWriterTests.entry(), []),
      (RecordWriterTests.entry(size: wide), [1, 0, 8, 0] + low),
      (RecordWriterTests.entry(compressed: wide), [1, 0, 8, 0] + low),
      (RecordWriterTests.entry(offset: wide), [1, 0, 8, 0] + low),
      (
        RecordWriterTests.entry(size: wide, compressed: wide, offset: wide),
        [1, 0, 24, 0] + low + low + low
      ),
      // The escape value itself does not fit either (APPNOTE 4.4.9).
      (
        RecordWriterTests.entry(offset: 0xffff_ffff),
        [1, 0, 8, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]
      ),
    ]
    for (entry, extra) in cases {
      let record = RecordWriter.directoryRecord(entry)
      #expect(record.count == 47 + extra.count)
      #expect(Array(record[47...]) == extra)
    }
  }

  @Test func keepsOtherExtraFieldsInTheirOrder() {
    let before: [UInt8] = [0x55, 0x54, 2, 0, 7, 8]
    let after: [UInt8] = [0xfe, 0xca, 0, 0]
    let stale: [UInt8] = [1, 0, 8, 0, 9, 9, 9, 9, 9, 9, 9, 9]
    let entry = RecordWriterTests.entry(
      offset: 0x2_0000_0000, extra: before + stale + after + [0xaa])
    #expect(
      Array(RecordWriter.directoryRecord(entry)[47...])
        == before + [1, 0, 8, 0, 0, 0, 0, 0, 2, 0, 0, 0] + after + [0xaa])
    let narrow = RecordWriterTests.entry(extra: before + stale + after)
    #expect(Array(RecordWriter.directoryRecord(narrow)[47...]) == before + after)
  }

  @Test func writesWideEndRecordsOnlyWhenNeeded() {
    let narrow = RecordWriter.end(entries: 65_534, start: 100, size: 200, comment: [])
    #expect(narrow.count == 22)
    let many = RecordWriter.end(entries: 65_535, start: 100, size: 200, comment: [])
    #expect(many.count == 56 + 20 + 22)
    let record = RecordBytes(many[...])
    #expect(record.u32(0) == 0x0606_4b50)
    #expect(record.u64(4) == 44)
    #expect(record.u64(24) == 65_535)
    #expect(record.u64(32) == 65_535)
    #expect(record.u64(40) == 200)
    #expect(record.u64(48) == 100)
    #expect(record.u32(56) == 0x0706_4b50)
    // The locator says where the record lies: right behind the directory.
    #expect(record.u64(64) == 300)
    #expect(record.u16(76 + 10) == 0xffff)
    #expect(record.u32(76 + 12) == 200)
    let far = RecordWriter.end(entries: 1, start: 0x1_0000_0000, size: 200, comment: [])
    #expect(RecordBytes(far[...]).u64(48) == 0x1_0000_0000)
    #expect(RecordBytes(far[...]).u32(76 + 16) == 0xffff_ffff)
  }

  @Test func statesWideSizesInHeaderAndDescriptor() {
    var entry = RecordWriterTests.entry(size: 0x1_0000_0002)
    let header = RecordWriter.localHeader(entry)
    // Both sizes are given there, though one of them would fit (APPNOTE 4.5.3).
    #expect(
      Array(header[31...]) == [1, 0, 16, 0, 2, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0])
    #expect(RecordBytes(header[...]).u32(22) == 0xffff_ffff)
    #expect(RecordWriter.dataDescriptor(entry).count == 24)
    entry.size = 10
    #expect(RecordWriter.dataDescriptor(entry).count == 16)
  }
}
