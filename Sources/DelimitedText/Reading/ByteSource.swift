/// Where a reader's bytes come from: a file, a pipe, memory.
///
/// The one who makes the source owns the file behind it and closes it.
public protocol ByteSource: ~Copyable {
  /// Appends the next bytes to `buffer`.
  ///
  /// Appending fewer bytes than there is room for is fine; appending none means the end.
  ///
  /// - Parameter buffer: Room for at least one byte.
  /// - Throws: Whatever stopped the reading; the reader keeps it as the `cause` of its own error.
  mutating func read(into buffer: inout OutputSpan<UInt8>) throws
}

/// A source that hands out the bytes of an array.
///
///     var reader = DelimitedReader(ByteArraySource(Array("a,b\n".utf8)))
public struct ByteArraySource: ByteSource, Sendable {
  private let bytes: [UInt8]
  private let chunk: Int
  private var position = 0

  /// Makes a source of some bytes.
  ///
  /// - Parameters:
  ///   - bytes: All there is to read.
  ///   - chunk: The most bytes handed out at once, at least one; no bound when left out.
  public init(_ bytes: [UInt8], chunk: Int = .max) {
    self.bytes = bytes
    self.chunk = max(1, chunk)
  }

  /// Appends the array's next bytes.
  ///
  /// - Parameter buffer: Room for the bytes.
  public mutating func read(into buffer: inout OutputSpan<UInt8>) {
    let count = min(chunk, buffer.freeCapacity, bytes.count - position)
    // `count` is within both the room and the array, so neither index can pass its end.
    for index in position..<(position + count) { buffer.append(bytes[index]) }
    position += count
  }
}

/// A source that asks a function for bytes.
public struct ClosureByteSource: ByteSource {
  private let body: (inout OutputSpan<UInt8>) throws -> Void

  /// Makes a source of a function.
  ///
  /// - Parameter body: Appends the next bytes to the span it gets, or none at the end.
  public init(_ body: @escaping (inout OutputSpan<UInt8>) throws -> Void) {
    self.body = body
  }

  /// Calls the function.
  ///
  /// - Parameter buffer: Room for the bytes.
  /// - Throws: What the function throws.
  public mutating func read(into buffer: inout OutputSpan<UInt8>) throws {
    try body(&buffer)
  }
}
