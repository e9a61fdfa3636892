import TestSupport
import Testing
import Zip

@Suite("EndOfCentralDirectory")
struct EndOfCentralDirectoryTests {
  static let readable = [
    ArchiveCase(read: "nothing odd") { _ in },
    ArchiveCase(read: "bytes glued on before the archive") { $0.prefix = Array("junk".utf8) },
    ArchiveCase(read: "bytes before the archive that offsets count") {
      $0.prefix = Array("#!/bin/sh\n".utf8)
      $0.countsPrefix = true
    },
    ArchiveCase(read: "a whole other archive glued on before it") {
      $0.prefix = ZipBuilder(["other.txt": "other"]).bytes()
    },
    ArchiveCase(read: "a line break behind the archive") { $0.suffix = [0x0d, 0x0a] },
    ArchiveCase(read: "60,000 bytes behind the archive") {
      $0.suffix = [UInt8](repeating: 0, count: 60_000)
    },
    ArchiveCase(read: "a comment") { $0.comment = Array("made by hand".utf8) },
    ArchiveCase(read: "the longest comment") {
      $0.comment = [UInt8](repeating: UInt8(ascii: "x"), count: 65_535)
    },
    ArchiveCase(read: "a comment that looks like an end record") {
      $0.comment = [0x50, 0x4b, 0x05, 0x06] + [UInt8](repeating: 9, count: 40)
    },
    ArchiveCase(read: "a 64-bit end record") { $0.hasZip64End = true },
    ArchiveCase(read: "a 64-bit end record behind glued-on bytes") {
      $0.hasZip64End = true
      $0.prefix = Array("junk".utf8)
    },
    ArchiveCase(read: "a 64-bit end record whose locator points elsewhere") {
      $0.hasZip64End = true
      $0.zip64End = { $0.locatedAt = 3 }
    },
    ArchiveCase(read: "bytes between the entries and the directory") {
      $0.gap = [UInt8](repeating: 0, count: 64)
    },
  ]

  @Test("reads an archive with", arguments: readable)
  func reads(archive: ArchiveCase) {
    #expect(Opening(archive.zip) == archive.outcome)
  }

  static let refused = [
    ArchiveCase(
      "more entries than the directory's size can hold",
      refused: "the zip directory is damaged: it names 900 entries in 102 bytes"
    ) { $0.end = { $0.entries = 900 } },
    ArchiveCase(
      "a directory larger than the file",
      refused: "the zip directory is damaged: its size is past the file"
    ) { $0.end = { $0.size = 0x7fff_ffff } },
    ArchiveCase(
      "a directory past the file",
      refused: "the zip directory is damaged: its offset is past the file"
    ) { $0.end = { $0.offset = 0x7fff_ffff } },
    ArchiveCase(
      "one of several disks",
      refused: "the zip directory is damaged: the archive is split over several files"
    ) { $0.end = { $0.disk = 1 } },
    ArchiveCase(
      "a 64-bit end record without its signature",
      refused: "the zip directory is damaged: its 64-bit end record is missing"
    ) {
      $0.hasZip64End = true
      $0.zip64End = { $0.signature = 0 }
    },
    ArchiveCase(
      "a 64-bit directory size past Int64",
      refused: "the zip directory is damaged: its size is past the file"
    ) {
      $0.hasZip64End = true
      $0.zip64End = { $0.size = .max }
    },
    ArchiveCase(
      "a 64-bit directory offset past Int64",
      refused: "the zip directory is damaged: its offset is past the file"
    ) {
      $0.hasZip64End = true
      $0.zip64End = { $0.offset = .max - 1 }
    },
    ArchiveCase(
      "18 quintillion entries",
      refused: "the archive names 18446744073709551615 entries; "
        + "the limit ReadLimits.entries is 100000"
    ) {
      $0.hasZip64End = true
      $0.zip64End = { $0.entries = .max }
    },
  ]

  @Test("refuses an archive with", arguments: refused)
  func refuses(archive: ArchiveCase) {
    #expect(Opening(archive.zip) == archive.outcome)
  }

  @Test(
    "says what a file is that is no archive",
    arguments: [
      ([UInt8](), "the file is empty, so it is no workbook"),
      (
        Array("name;value\n".utf8),
        "no zip end record was found; the file is cut short or not an .xlsx"
      ),
      (
        [0x50, 0x4b, 0x05, 0x06],
        "no zip end record was found; the file is cut short or not an .xlsx"
      ),
      (
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + [UInt8](repeating: 0, count: 504),
        "this is an older or encrypted Office file (OLE2), not a zip package; "
          + "save it as .xlsx without a password"
      ),
    ])
  func noArchive(bytes: [UInt8], sentence: String) {
    #expect(Opening(bytes) == .refused(sentence))
  }

  @Test func knowsAnOlderOfficeFileEvenWithAnArchiveInIt() {
    var zip = ZipBuilder(["theme.xml": "<a/>"])
    zip.prefix =
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + [UInt8](repeating: 0, count: 504)
    guard case .refused(let sentence) = Opening(zip) else {
      Issue.record("the archive was read")
      return
    }
    #expect(
      sentence.hasPrefix("this is an older or encrypted Office file (OLE2), not a zip package"))
  }

  @Test func takesAnArchiveWithoutEntries() {
    #expect(Opening(ZipBuilder()) == .texts([:]))
  }
}
