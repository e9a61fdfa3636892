internal import XMLStream
internal import Zip

/// A part's bytes as the XML scanner wants them: UTF-8, piece by piece.
final class PartSource {
  private let part: String
  private let package: WorkbookPackage
  private let reader: ZipEntryReader

  /// Opens a part for streaming; big ones are expanded on a thread of their own.
  init(_ part: String, in package: WorkbookPackage) throws(WorkbookError) {
    self.part = part
    self.package = package
    let entry = try package.entry(part)
    reader = try WorkbookError.wrappingZip { () throws(ZipError) in
      try package.archive.open(entry)
    }
    reader.expandAside()
  }

  /// The bytes in UTF-8, turned into it where they are in another encoding.
  func utf8() throws(XMLError) -> any XMLByteSource {
    let head: [UInt8]
    do {
      head = try reader.read(upTo: 256)
    } catch {
      throw XMLError.source(error)
    }
    let stream = EntryStream(reader, head: head)
    guard XMLEncoding.needsTranscoding(head) else { return stream }
    var bytes = head
    do {
      while true {
        let piece = try reader.read(upTo: 64 << 10)
        if piece.isEmpty { break }
        bytes += piece
        guard UInt64(bytes.count) <= package.limits.partBytes else {
          throw XMLError(
            .limitExceeded,
            "a part that is not UTF-8 takes more than \(package.limits.partBytes) bytes, the limit ReadLimits.partBytes"
          )
        }
      }
    } catch let error as XMLError {
      throw error
    } catch {
      throw XMLError.source(error)
    }
    return XMLMemorySource(
      try XMLEncoding.utf8(
        bytes, depth: package.limits.depth, attributes: package.limits.attributes,
        understands: Namespace.isUnderstood))
  }
}

/// A zip entry as a source, its first bytes already looked at.
private final class EntryStream: XMLByteSource {
  private let reader: ZipEntryReader
  private var head: [UInt8]

  init(_ reader: ZipEntryReader, head: [UInt8]) {
    self.reader = reader
    self.head = head
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if head.isEmpty { return unsafe try reader.read(into: buffer) }
    let count = min(head.count, buffer.count)
    unsafe head.withUnsafeBytes { bytes in
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    }
    head.removeFirst(count)
    return count
  }
}
