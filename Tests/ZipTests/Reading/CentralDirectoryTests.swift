import TestSupport
import Testing
import Zip

@Suite("CentralDirectory")
struct CentralDirectoryTests {
  @Test func keepsTheDirectorysOrderAndFacts() throws {
    var zip = ZipBuilder(["b.txt": "beta", "a.txt": "alpha", "d/": ""], packing: .stored)
    zip.prefix = [1, 2, 3]
    let archive = try ZipReader(file: RandomAccessFile(bytes: zip.bytes()))
    #expect(archive.entries.map(\.name) == ["b.txt", "a.txt", "d/"])
    #expect(archive.entries.map(\.size) == [4, 5, 0])
    #expect(archive.entries.map(\.isDirectory) == [false, false, true])
    #expect(archive.entries.map(\.headerOffset) == zip.offsets().map { UInt64($0) })
    // The CRC-32 of "beta", by Python's zlib.crc32.
    #expect(archive.entries[0].crc32 == 0x8F91_0463)
    #expect(archive.entries[0].timestamp == 0x0021_0000)
    #expect(archive.entry(named: "a.txt") == archive.entries[1])
    #expect(archive.entry(named: "A.TXT") == nil)
  }

  static let refused = [
    ArchiveCase(
      "an entry's signature missing",
      refused: "the zip directory is damaged: an entry is missing or cut short"
    ) {
      $0.end = {
        $0.entries = 3; $0.size += 46; $0.offset -= 46
      }
    },
    ArchiveCase(
      "a name longer than the directory",
      refused: "the zip directory is damaged: an entry is missing or cut short"
    ) {
      $0.entries[0].central = { $0.name += [UInt8](repeating: 0x61, count: 7) };
      $0.end = { $0.size -= 7 }
    },
    ArchiveCase(
      "more entries than it counts",
      refused: "the zip directory is damaged: it is longer than its entries"
    ) { $0.end = { $0.entries = 1 } },
    ArchiveCase(
      "two entries of one name",
      refused: "entry 'a.txt': two entries have this name; the file is not a sound package"
    ) { $0.entries[1].name = Array("a.txt".utf8) },
    ArchiveCase(
      "two entries at one place",
      refused: "entry 'a.txt': its bytes overlap those of another entry; the file is not sound"
    ) { $0.entries[1].central = { $0.offset = 0 } },
    ArchiveCase(
      "an entry that reaches into the next",
      refused: "entry 'a.txt': its bytes overlap those of another entry; the file is not sound"
    ) { $0.entries[0].central = { $0.compressedSize += 1 } },
    ArchiveCase(
      "an entry that reaches into the directory",
      refused: "entry 'b.txt': its bytes overlap those of another entry; the file is not sound"
    ) { $0.entries[1].central = { $0.compressedSize += 1 } },
    ArchiveCase(
      "an entry behind the directory",
      refused: "entry 'b.txt': its bytes overlap those of another entry; the file is not sound"
    ) { $0.entries[1].central = { $0.offset += 1_000 } },
    ArchiveCase(
      "an encrypted entry",
      refused: "entry 'b.txt': it is encrypted; save the workbook without a password"
    ) { $0.entries[1].central = { $0.flags |= 0x0001 } },
    ArchiveCase(
      "a strongly encrypted entry",
      refused: "entry 'b.txt': it is encrypted; save the workbook without a password"
    ) { $0.entries[1].central = { $0.flags |= 0x0040 } },
    ArchiveCase(
      "an encrypted directory",
      refused: "entry 'b.txt': it is encrypted; save the workbook without a password"
    ) { $0.entries[1].central = { $0.flags |= 0x2000 } },
  ]

  @Test("refuses an archive with", arguments: refused)
  func refuses(archive: ArchiveCase) {
    #expect(Opening(archive.zip) == archive.outcome)
  }

  /// A small archive with `bytes` behind the directory's last entry and counted among its bytes.
  static func archive(behindEntries bytes: [UInt8]) throws -> [UInt8] {
    var archive = ZipBuilder(["a.txt": "alpha"]).bytes()
    // The end record is the last 22 bytes; the directory's size stands at 12.
    archive.insert(contentsOf: bytes, at: archive.count - 22)
    archive[archive.count - 10] += UInt8(bytes.count)
    return archive
  }

  @Test func takesADigitalSignatureBehindTheEntries() throws {
    // APPNOTE 4.3.13: signature, size of data, data.
    let signature: [UInt8] = [0x50, 0x4b, 0x05, 0x05, 3, 0, 7, 8, 9]
    #expect(Opening(try Self.archive(behindEntries: signature)) == .texts(["a.txt": "alpha"]))
    for wrong in [signature + [0], Array(signature.dropLast()), [0], [0x50, 0x4b, 0x05, 0x05]] {
      #expect(
        Opening(try Self.archive(behindEntries: wrong))
          == .refused("the zip directory is damaged: it is longer than its entries"))
    }
  }

  @Test func tellsWhereInTheFileAnEntryIsDamaged() throws {
    let zip = ZipBuilder(["a.txt": "alpha", "b.txt": "beta"], packing: .stored)
    var bytes = zip.bytes()
    // The second entry of the directory: 46 bytes and a name of 5 behind the first.
    let second = zip.offsets()[1] + 30 + 5 + 4 + 51
    #expect(Array(bytes[second..<second + 4]) == [0x50, 0x4b, 0x01, 0x02])
    bytes[second] = 0
    let error = #expect(throws: ZipError.self) {
      try ZipReader(file: RandomAccessFile(bytes: bytes))
    }
    #expect(error?.offset == UInt64(second))
  }

  @Test(
    "refuses a name that climbs out of the package",
    arguments: [
      "..", "../a", "a/../b", "a/..", "..\\a", "a\\..\\b", "/../a", "c:a", "C:\\a", "a\u{0}b",
    ])
  func climbingNames(name: String) {
    let zip = ZipBuilder([ZipBuilder.Entry(name, "x")])
    #expect(
      Opening(zip)
        == .refused(
          "entry '\(name)': the name climbs out of the package; the file is not sound"))
  }

  @Test("takes a name that only looks odd", arguments: ["/a", "a..b", "...", "a//b", "ü", "a/b:c"])
  func oddNames(name: String) {
    #expect(Opening(ZipBuilder([ZipBuilder.Entry(name, "x")])) == .texts([name: "x"]))
  }

  @Test func readsNamesThatAreNotUTF8() throws {
    var entry = ZipBuilder.Entry("", "x")
    entry.name = [0x61, 0x81]
    let archive = try ZipReader(file: RandomAccessFile(bytes: ZipBuilder([entry]).bytes()))
    #expect(archive.entries[0].name == "a\u{fffd}")
    #expect(archive.entries[0].rawName == [0x61, 0x81])
    #expect(try archive.read(archive.entries[0]) == [0x78])
  }

  @Test func tellsNamesApartThatOnlyLookAlike() {
    // Two spellings of é that Swift's strings hold for equal.
    let zip = ZipBuilder([
      ZipBuilder.Entry("\u{e9}", "one", packing: .stored),
      ZipBuilder.Entry("e\u{301}", "two", packing: .stored),
    ])
    let archive = try? ZipReader(file: RandomAccessFile(bytes: zip.bytes()))
    #expect(archive?.entries.count == 2)
  }
}

@Suite("Zip64")
struct Zip64Tests {
  static func archive(
    _ change: (inout ZipBuilder.Entry) -> Void
  ) -> ZipBuilder {
    var zip = ZipBuilder(["a.txt": "alpha"])
    zip.entries[0].hasZip64 = true
    change(&zip.entries[0])
    return zip
  }

  @Test("reads 64-bit sizes and offsets", arguments: [false, true])
  func reads(hasDescriptor: Bool) {
    let zip = Zip64Tests.archive { $0.hasDataDescriptor = hasDescriptor }
    #expect(Opening(zip) == .texts(["a.txt": "alpha"]))
  }

  @Test func looksForTheFieldBehindOthers() {
    let zip = Zip64Tests.archive {
      $0.central = { $0.extra = [0x55, 0x54, 2, 0, 7, 7] + $0.extra }
    }
    #expect(Opening(zip) == .texts(["a.txt": "alpha"]))
  }

  @Test func takesOnlyTheValuesThatAreEscaped() {
    let zip = Zip64Tests.archive {
      $0.central = {
        $0.size = 5
        $0.offset = 0
        $0.extra = ZipBuilder.Entry.zip64Field([Deflated.packed(Array("alpha".utf8)).count])
      }
    }
    #expect(Opening(zip) == .texts(["a.txt": "alpha"]))
  }

  @Test(
    "refuses sizes that lie, however large",
    arguments: [Int.max, -1, 6, 4, 1 << 40, Int.min])
  func lyingSizes(size: Int) {
    let zip = Zip64Tests.archive {
      $0.central = { $0.extra = ZipBuilder.Entry.zip64Field([size, 7, 0]) }
    }
    guard case .refused(let sentence) = Opening(zip) else {
      Issue.record("the archive was read")
      return
    }
    #expect(sentence.hasPrefix("entry 'a.txt': "))
  }

  @Test("refuses packed sizes past the file", arguments: [Int.max, -1, 1 << 40])
  func lyingPackedSizes(size: Int) {
    let zip = Zip64Tests.archive {
      $0.central = { $0.extra = ZipBuilder.Entry.zip64Field([5, size, 0]) }
    }
    #expect(
      Opening(zip)
        == .refused(
          "entry 'a.txt': its bytes overlap those of another entry; the file is not sound"))
  }

  @Test("refuses offsets past the file", arguments: [Int.max, -1, 1 << 40])
  func lyingOffsets(offset: Int) {
    let zip = Zip64Tests.archive {
      $0.central = { $0.extra = ZipBuilder.Entry.zip64Field([5, 7, offset]) }
    }
    #expect(
      Opening(zip)
        == .refused(
          "entry 'a.txt': its bytes overlap those of another entry; the file is not sound"))
  }

  @Test func refusesAnOffsetThatOverflowsWithTheBytesBeforeTheArchive() {
    var zip = Zip64Tests.archive {
      $0.central = { $0.extra = ZipBuilder.Entry.zip64Field([5, 7, -1]) }
    }
    zip.prefix = [1, 2, 3, 4]
    #expect(
      Opening(zip) == .refused("the zip directory is damaged: an offset is out of range"))
  }

  @Test("refuses a field cut short", arguments: [0, 3, 4, 8, 12, 20, 27])
  func cutField(length: Int) {
    let zip = Zip64Tests.archive { $0.central = { $0.extra = Array($0.extra.prefix(length)) } }
    guard case .refused = Opening(zip) else {
      Issue.record("the archive was read")
      return
    }
  }
}
