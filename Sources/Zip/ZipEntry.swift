/// One entry as the archive's central directory describes it (APPNOTE 4.3.12).
public struct ZipEntry: Sendable, Hashable {
  /// How the bytes are kept (APPNOTE 4.4.5): 0 stored, 8 deflate, others are not read.
  public var method: UInt16
  /// The general purpose flags (APPNOTE 4.4.4).
  public var flags: UInt16
  /// The CRC-32 of the expanded bytes.
  public var crc32: UInt32
  /// The size in the archive, in bytes.
  public var compressedSize: UInt64
  /// The expanded size, in bytes.
  public var size: UInt64
  /// The offset of the local header in the file, counted from 0, junk before the archive included.
  public var headerOffset: UInt64
  /// The name, decoded as UTF-8; bytes that are no UTF-8 become U+FFFD.
  public var name: String
  /// The name's bytes as they stand.
  public var rawName: [UInt8]
  /// The modification time and date in DOS form, time in the low half.
  public var timestamp: UInt32
  /// Which system made the entry, and by which version of the format (APPNOTE 4.4.2).
  public var versionMadeBy: UInt16 = 20
  /// Which version of the format a reader must know (APPNOTE 4.4.3).
  public var versionNeeded: UInt16 = 20
  /// Whether the maker took the bytes for text (APPNOTE 4.4.14).
  public var internalAttributes: UInt16 = 0
  /// The file's mode in the system that made it (APPNOTE 4.4.15).
  public var externalAttributes: UInt32 = 0
  /// The extra fields of the directory's record, as they stand (APPNOTE 4.4.28).
  public var extra: [UInt8] = []
  /// The entry's comment, as its bytes stand.
  public var comment: [UInt8] = []

  /// Whether the sizes stand behind the data (flag bit 3).
  public var hasDataDescriptor: Bool { flags & 0x0008 != 0 }
  /// Whether the bytes are encrypted (flag bits 0, 6 and 13).
  public var isEncrypted: Bool { flags & 0x2041 != 0 }
  /// Whether the entry stands for a folder: its name ends in a slash.
  public var isDirectory: Bool { rawName.last == UInt8(ascii: "/") }
}
