/// Where an ``XMLScanner`` gets its bytes from.
package protocol XMLByteSource: AnyObject {
  /// Fills as much of `buffer` as there is at once; 0 only after the last byte.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A text already in memory as a source.
package final class XMLMemorySource: XMLByteSource {
  private let bytes: [UInt8]
  private var position = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(buffer.count, bytes.count - position)
    unsafe bytes.withUnsafeBytes { all in
      unsafe buffer.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: all[position..<position + count]))
    }
    position += count
    return count
  }
}

/// A part of a text, moved along as it is read.
///
/// Behind the last byte always stand ``padding`` NUL bytes, so that a loop looking for a character
/// above them ends there without counting, and looking a few bytes ahead needs no check. The window
/// grows only when one thing that must be kept whole (a row, a tag) is larger than it.
@safe package final class ByteWindow {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private let source: any XMLByteSource
  private let limit: Int

  /// How many NUL bytes follow the last byte.
  package static let padding = 32

  /// How many bytes are there, the NULs behind them not counted.
  package var end: Int { count }
  /// How many bytes of the text lie before the window.
  package var discarded: UInt64 { dropped }
  /// Whether the source has no more.
  package var isAtEnd: Bool { hasEnded }

  // Private, so that the compiler can leave out the run-time check of each access.
  private var count = 0
  private var dropped: UInt64 = 0
  private var hasEnded = false

  /// Whether the next refill that keeps everything would have to grow the window.
  package var isFull: Bool { end == capacity }

  /// - Parameters:
  ///   - source: gives the bytes.
  ///   - capacity: the bytes kept at first.
  ///   - limit: the bytes beyond which the window does not grow.
  package init(_ source: any XMLByteSource, capacity: Int = 256 << 10, limit: Int) {
    self.source = source
    self.capacity = max(min(capacity, limit), 64)
    self.limit = max(limit, 64)
    unsafe storage = .allocate(capacity: self.capacity + ByteWindow.padding)
    unsafe storage.initialize(repeating: 0, count: ByteWindow.padding)
  }

  deinit { unsafe storage.deallocate() }

  /// The bytes with the NULs behind them; valid until the next ``refill(keepingFrom:)``.
  package var buffer: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: storage, count: end + ByteWindow.padding)
  }

  /// Drops what lies before `start`, moves the rest to the front and reads on behind it.
  ///
  /// - Returns: whether a byte was added.
  package func refill(keepingFrom start: Int) throws(XMLError) -> Bool {
    if isAtEnd { return false }
    // `start` is a place in the window.
    let kept = count - start
    if start > 0 {
      unsafe storage.update(from: storage + start, count: kept)
      dropped += UInt64(start)
      count = kept
    }
    if kept == capacity {
      guard capacity < limit else { throw .length(limit, at: discarded) }
      let larger = min(capacity * 2, limit)
      let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + ByteWindow.padding)
      unsafe grown.update(from: storage, count: kept)
      unsafe storage.deallocate()
      unsafe storage = grown
      capacity = larger
    }
    do {
      let added = unsafe try source.read(
        into: UnsafeMutableRawBufferPointer(start: storage + end, count: capacity - end))
      count += added
      hasEnded = added == 0
    } catch {
      throw .source(error)
    }
    unsafe (storage + end).update(repeating: 0, count: ByteWindow.padding)
    return !isAtEnd
  }
}
