/// The bytes of an archive on their way to a sink, small pieces gathered.
final class ArchiveOutput {
  private let sink: any ArchiveSink
  private var pending: [UInt8] = []
  /// How many bytes there were.
  private(set) var count: UInt64 = 0

  init(_ sink: any ArchiveSink) { self.sink = sink }

  func append(_ bytes: [UInt8]) throws(ZipError) { try append(bytes.span) }

  func append(_ bytes: Span<UInt8>) throws(ZipError) {
    count += UInt64(bytes.count)
    if bytes.count >= 32 << 10 {
      try flush()
      return try send(bytes)
    }
    unsafe bytes.withUnsafeBufferPointer { unsafe pending.append(contentsOf: $0) }
    if pending.count >= 64 << 10 { try flush() }
  }

  /// Copies bytes of a file.
  func copy(_ file: RandomAccessFile, _ range: Range<UInt64>) throws(ZipError) {
    var at = range.lowerBound
    while at < range.upperBound {
      let piece = try file.read(at: at, count: Int(min(range.upperBound - at, 256 << 10)))
      guard !piece.isEmpty else {
        throw .unreadable("the file has become shorter while it was read")
      }
      try append(piece)
      at += UInt64(piece.count)
    }
  }

  /// Gives all that was gathered to the sink.
  func flush() throws(ZipError) {
    guard !pending.isEmpty else { return }
    var bytes: [UInt8] = []
    swap(&bytes, &pending)
    try send(bytes.span)
    bytes.removeAll(keepingCapacity: true)
    swap(&bytes, &pending)
  }

  private func send(_ bytes: Span<UInt8>) throws(ZipError) {
    do {
      try sink.write(bytes)
    } catch {
      throw .sinkFailed(error)
    }
  }
}
