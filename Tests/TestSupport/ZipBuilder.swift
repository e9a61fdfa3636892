/// Makes zip archives byte by byte (APPNOTE 6.3.10), with any fault a test asks for.
///
/// What is not changed is truthful. An entry's `local` and `central` closures may falsify the
/// fields of its two headers, ``end`` and ``zip64End`` those of the records at the archive's end.
///
///     var zip = ZipBuilder(["a.txt": "text"])
///     zip.entries[0].central = { $0.size += 1 }
///     let bytes = zip.bytes()
public struct ZipBuilder: Sendable {
  /// How an entry's bytes are packed.
  public enum Packing: Sendable {
    /// As they are: method 0.
    case stored
    /// By zlib: method 8.
    case deflated
    /// In stored blocks of deflate: method 8.
    case storedBlocks
    /// As these bytes, whatever the content is.
    case raw(method: UInt16, bytes: [UInt8])
  }

  /// The fields of an entry's local or central header as they will be written.
  public struct Header {
    /// The general purpose flags.
    public var flags: UInt16
    /// The compression method.
    public var method: UInt16
    /// The checksum of the content.
    public var crc32: UInt32
    /// The packed size in bytes.
    public var compressedSize: UInt32
    /// The size of the content in bytes.
    public var size: UInt32
    /// Where the local header begins; written in the central header only.
    public var offset: UInt32
    /// The bytes of the name.
    public var name: [UInt8]
    /// The extra field.
    public var extra: [UInt8]
  }

  /// The fields of the end record as they will be written.
  public struct EndRecord {
    /// The number of this disk.
    public var disk: UInt16 = 0
    /// How many entries there are.
    public var entries: UInt16
    /// The size of the directory in bytes.
    public var size: UInt32
    /// Where the directory begins.
    public var offset: UInt32
    /// The length of the comment that is stated.
    public var commentLength: UInt16
  }

  /// The fields of the 64-bit end record as they will be written.
  public struct Zip64EndRecord {
    /// How many entries there are.
    public var entries: UInt64
    /// The size of the directory in bytes.
    public var size: UInt64
    /// Where the directory begins.
    public var offset: UInt64
    /// Where the record itself begins, as its locator tells.
    public var locatedAt: UInt64
    /// The record's signature.
    public var signature: UInt32 = 0x0606_4b50
  }

  /// One entry to be made.
  public struct Entry: Sendable {
    /// The bytes of the name.
    public var name: [UInt8]
    /// What the entry holds.
    public var content: [UInt8]
    /// How it is packed.
    public var packing: Packing
    /// Whether checksum and sizes stand behind the data only.
    public var hasDataDescriptor = false
    /// Whether sizes and offset stand in a 64-bit extra field.
    public var hasZip64 = false
    /// Falsifies the local header.
    public var local: @Sendable (inout Header) -> Void = { _ in }
    /// Falsifies the central header.
    public var central: @Sendable (inout Header) -> Void = { _ in }

    /// An entry of bytes.
    public init(_ name: String, _ content: [UInt8], packing: Packing = .deflated) {
      self.name = Array(name.utf8)
      self.content = content
      self.packing = packing
    }

    /// An entry of text.
    public init(_ name: String, _ content: String, packing: Packing = .deflated) {
      self.init(name, Array(content.utf8), packing: packing)
    }
  }

  /// The entries in the order of the file and of the directory.
  public var entries: [Entry]
  /// Bytes before the archive.
  public var prefix: [UInt8] = []
  /// Whether the offsets count the bytes before the archive.
  public var countsPrefix = false
  /// Bytes between the last entry and the directory.
  public var gap: [UInt8] = []
  /// Bytes behind the archive.
  public var suffix: [UInt8] = []
  /// The archive's comment.
  public var comment: [UInt8] = []
  /// Whether there is a 64-bit end record and the plain one refers to it.
  public var hasZip64End = false
  /// Falsifies the end record.
  public var end: @Sendable (inout EndRecord) -> Void = { _ in }
  /// Falsifies the 64-bit end record.
  public var zip64End: @Sendable (inout Zip64EndRecord) -> Void = { _ in }

  /// An archive of these entries.
  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// An archive of these names and texts.
  public init(_ texts: KeyValuePairs<String, String>, packing: Packing = .deflated) {
    entries = texts.map { Entry($0.key, $0.value, packing: packing) }
  }
}
