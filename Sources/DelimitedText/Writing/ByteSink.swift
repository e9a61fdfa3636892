/// Where a writer's bytes go: a file, a pipe, memory.
///
/// The one who makes the sink owns the file behind it and closes it.
public protocol ByteSink: ~Copyable {
  /// Takes all of `bytes`, which are valid only during the call.
  ///
  /// - Parameter bytes: The next bytes of the text, never none.
  /// - Throws: Whatever stopped the writing; the writer keeps it as the `cause` of its own error.
  mutating func write(_ bytes: Span<UInt8>) throws
}

/// A sink that gathers all bytes in an array.
public struct ByteArraySink: ByteSink, Sendable {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty sink.
  public init() {}

  /// Appends bytes to the array.
  ///
  /// - Parameter bytes: What to append.
  public mutating func write(_ bytes: Span<UInt8>) {
    self.bytes.append(addingCapacity: bytes.count) { output in
      for index in bytes.indices { output.append(bytes[index]) }
    }
  }
}

/// A sink that gives each full buffer to a function.
public struct ClosureByteSink: ByteSink {
  private let body: (Span<UInt8>) throws -> Void

  /// Makes a sink of a function.
  ///
  /// - Parameter body: Takes all bytes of the span it gets.
  public init(_ body: @escaping (Span<UInt8>) throws -> Void) {
    self.body = body
  }

  /// Calls the function.
  ///
  /// - Parameter bytes: What to write.
  /// - Throws: What the function throws.
  public mutating func write(_ bytes: Span<UInt8>) throws {
    try body(bytes)
  }
}
