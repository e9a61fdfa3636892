/// Where an archive's bytes go: a file, a pipe, memory.
///
/// Bytes only ever come in order, so a sink need not be able to go back. The one who makes the sink
/// owns the file behind it and closes it.
public protocol ArchiveSink: AnyObject {
  /// Takes all of `bytes`, which are valid only during the call.
  ///
  /// - Parameter bytes: The archive's next bytes, never none.
  /// - Throws: Whatever stopped the writing; the writer keeps it as the `cause` of its own error.
  func write(_ bytes: Span<UInt8>) throws
}

/// A sink that gathers the archive in memory.
public final class ArchiveBytes: ArchiveSink {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty sink.
  public init() {}

  /// Appends bytes.
  public func write(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe self.bytes.append(contentsOf: $0) }
  }
}

/// A sink that gives the bytes to a function.
public final class ArchiveFunction: ArchiveSink {
  private let body: (Span<UInt8>) throws -> Void

  /// Makes a sink of a function.
  ///
  /// - Parameter body: Takes all bytes of the span it gets.
  public init(_ body: @escaping (Span<UInt8>) throws -> Void) { self.body = body }

  /// Calls the function.
  public func write(_ bytes: Span<UInt8>) throws { try body(bytes) }
}
