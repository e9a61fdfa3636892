import TestSupport
import Testing
import Zip

@Suite("ZipReader")
struct ZipReaderTests {
  static let readable = [
    ArchiveCase(read: "stored entries") {
      $0 = ZipBuilder(["a.txt": "alpha", "b.txt": "beta"], packing: .stored)
    },
    ArchiveCase(read: "deflated entries") { _ in },
    ArchiveCase(read: "entries in stored blocks of deflate") {
      $0 = ZipBuilder(["a.txt": "alpha", "b.txt": "beta"], packing: .storedBlocks)
    },
    ArchiveCase(read: "sizes behind the data") {
      for index in $0.entries.indices { $0.entries[index].hasDataDescriptor = true }
    },
    ArchiveCase(read: "stored entries with sizes behind the data") {
      $0 = ZipBuilder(["a.txt": "alpha", "b.txt": "beta"], packing: .stored)
      for index in $0.entries.indices { $0.entries[index].hasDataDescriptor = true }
    },
    ArchiveCase(read: "extra fields of other lengths in both headers") {
      $0.entries[0].local = { $0.extra = [0x55, 0x54, 3, 0, 1, 2, 3] }
      $0.entries[0].central = { $0.extra = [0x55, 0x54, 0, 0] }
    },
    ArchiveCase(read: "bytes behind the end of an entry's deflate stream") {
      let packed = Deflated.packed(Array("alpha".utf8)) + [0, 0, 0]
      $0.entries[0].packing = .raw(method: 8, bytes: packed)
    },
  ]

  @Test("reads an archive with", arguments: readable)
  func reads(archive: ArchiveCase) {
    #expect(Opening(archive.zip) == archive.outcome)
  }

  static let refused = [
    ArchiveCase(
      "no local header",
      refused: "entry 'b.txt': its local header is missing; the file is damaged"
    ) {
      // The second entry is said to begin in the bytes behind the first one's data.
      $0.entries[0].hasDataDescriptor = true
      $0.entries[1].central = { $0.offset -= 1 }
    },
    ArchiveCase(
      "another name in the local header",
      refused: "entry 'a.txt': its local header has another name; the file is damaged"
    ) { $0.entries[0].local = { $0.name = Array("b.txt".utf8) } },
    ArchiveCase(
      "another method in the local header",
      refused: "entry 'a.txt': its local header has another compression method; "
        + "the file is damaged"
    ) { $0.entries[0].local = { $0.method = 0 } },
    ArchiveCase(
      "another size in the local header",
      refused: "entry 'a.txt': its local header has another size or checksum; "
        + "the file is damaged"
    ) { $0.entries[0].local = { $0.size += 1 } },
    ArchiveCase(
      "another packed size in the local header",
      refused: "entry 'a.txt': its local header has another size or checksum; "
        + "the file is damaged"
    ) { $0.entries[0].local = { $0.compressedSize += 1 } },
    ArchiveCase(
      "another checksum in the local header",
      refused: "entry 'a.txt': its local header has another size or checksum; "
        + "the file is damaged"
    ) { $0.entries[0].local = { $0.crc32 ^= 1 } },
    ArchiveCase(
      "a method that is not supported",
      refused: "entry 'a.txt': its compression method 12 is not supported; "
        + "only stored (0) and deflate (8) are"
    ) { $0.entries[0].packing = .raw(method: 12, bytes: [1, 2, 3]) },
    ArchiveCase(
      "a stored entry of two sizes",
      refused: "entry 'a.txt': it holds 5 bytes, not the 6 its directory states"
    ) {
      $0.entries[0].packing = .stored
      $0.entries[0].central = { $0.size = 6 }
      $0.entries[0].local = { $0.size = 6 }
    },
    ArchiveCase(
      "a local extra field that reaches into the next entry",
      refused: "entry 'a.txt': its bytes overlap those of another entry; the file is not sound"
    ) {
      // By the directory alone, 20 bytes of field and 16 of descriptor could be data.
      $0.entries[0].hasDataDescriptor = true
      $0.entries[0].local = { $0.extra = [UInt8](repeating: 0, count: 20) }
      $0.entries[0].central = { $0.compressedSize += 36 }
    },
    ArchiveCase(
      "a wrong checksum",
      refused: "entry 'a.txt': its bytes do not match their checksum; the file is damaged"
    ) {
      $0.entries[0].central = { $0.crc32 ^= 0x8000_0000 }
      $0.entries[0].local = { $0.crc32 ^= 0x8000_0000 }
    },
    ArchiveCase(
      "a size stated too small",
      refused: "entry 'a.txt': it holds 5 bytes, not the 4 its directory states"
    ) {
      $0.entries[0].central = { $0.size = 4 }
      $0.entries[0].local = { $0.size = 4 }
    },
    ArchiveCase(
      "a size stated too large",
      refused: "entry 'a.txt': it holds 5 bytes, not the 6 its directory states"
    ) {
      $0.entries[0].central = { $0.size = 6 }
      $0.entries[0].local = { $0.size = 6 }
    },
    ArchiveCase(
      "a deflate stream cut short",
      refused: "entry 'a.txt': its bytes end early; the file is damaged"
    ) {
      $0.entries[0].packing = .raw(
        method: 8, bytes: Deflated.packed(Array("alpha".utf8)).dropLast())
    },
    ArchiveCase(
      "no deflate stream at all",
      refused: "entry 'a.txt': its bytes end early; the file is damaged"
    ) { $0.entries[0].packing = .raw(method: 8, bytes: []) },
    ArchiveCase(
      "a damaged deflate stream",
      refused: "entry 'a.txt': its compressed bytes are damaged"
    ) { $0.entries[0].packing = .raw(method: 8, bytes: [0xff, 0xff, 0xff]) },
    ArchiveCase(
      "a stored block of deflate whose length contradicts itself",
      refused: "entry 'a.txt': its compressed bytes are damaged"
    ) { $0.entries[0].packing = .raw(method: 8, bytes: [1, 5, 0, 0, 0, 1, 2, 3, 4, 5]) },
  ]

  @Test("refuses an archive with", arguments: refused)
  func refuses(archive: ArchiveCase) {
    #expect(Opening(archive.zip) == archive.outcome)
  }

  @Test func refusesAnEntryWhoseFileShrank() throws {
    // The bytes of the file end inside the entry, as when it is cut while it is open.
    let zip = ZipBuilder(["a.txt": String(repeating: "x", count: 300)], packing: .stored)
    let bytes = zip.bytes()
    let path = try TemporaryFile(bytes)
    let archive = try ZipReader(path: path.path)
    path.truncate(to: 100)
    let error = #expect(throws: ZipError.self) { try archive.read(archive.entries[0]) }
    #expect(error?.description == "entry 'a.txt': its bytes end early; the file is damaged")
    #expect(error?.code == .damaged)
  }

  @Test func givesNilForANameThereIsNot() throws {
    let archive = try ZipReader(file: RandomAccessFile(bytes: ZipBuilder(["a": "b"]).bytes()))
    #expect(try archive.read("A") == nil)
    #expect(try archive.read("a") == [0x62])
  }

  @Test func readsOneEntryManyTimesAndFromManyTasks() async throws {
    let text = String(repeating: "repeated ", count: 500)
    let archive = try ZipReader(file: RandomAccessFile(bytes: ZipBuilder(["a": text]).bytes()))
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { try archive.read("a") == Array(text.utf8) } }
      for try await isSame in group { #expect(isSame) }
    }
  }

  @Test func readsEmptyEntriesOfBothMethods() {
    let zip = ZipBuilder([
      ZipBuilder.Entry("stored", "", packing: .stored),
      ZipBuilder.Entry("deflated", "", packing: .deflated),
      ZipBuilder.Entry("blocks", "", packing: .storedBlocks),
    ])
    #expect(Opening(zip) == .texts(["stored": "", "deflated": "", "blocks": ""]))
  }
}

@Suite("Damaged archives")
struct DamagedArchiveTests {
  static let archives: [ZipBuilder] = {
    var first = ZipBuilder(["a.txt": "alpha alpha alpha", "b.txt": ""])
    first.entries[1].packing = .stored
    var second = ZipBuilder(["a": "x"], packing: .stored)
    second.entries[0].hasZip64 = true
    second.entries[0].hasDataDescriptor = true
    second.hasZip64End = true
    second.comment = [1, 2]
    return [first, second]
  }()

  @Test("gives an error for every beginning of an archive", arguments: 0..<2)
  func prefixes(index: Int) {
    for prefix in Corruption.prefixes(of: DamagedArchiveTests.archives[index].bytes()) {
      guard case .texts(let texts) = Opening(prefix) else { continue }
      Issue.record("\(prefix.count) bytes were read as \(texts)")
    }
  }

  @Test("reads right or gives an error whatever byte is changed", arguments: 0..<2)
  func changedBytes(index: Int) {
    let bytes = DamagedArchiveTests.archives[index].bytes()
    guard case .texts(let whole) = Opening(bytes) else {
      Issue.record("the archive itself is not read")
      return
    }
    for place in bytes.indices {
      var damaged = bytes
      for value in Corruption.replacements(of: bytes[place], at: place) {
        damaged[place] = value
        // A name may have changed; what stands under it may not, since its checksum is known.
        if case .texts(let texts) = Opening(damaged), !texts.isEmpty {
          #expect(texts.values.sorted() == whole.values.sorted(), "byte \(place) is \(value)")
        }
      }
    }
  }
}
