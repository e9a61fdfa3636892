internal import CZlib

/// Bytes to raw deflate (RFC 1951), by zlib; the one file that knows zlib's writing side.
///
/// Each block is compressed by itself, with the bytes before it as dictionary, and ends on a byte
/// boundary. So blocks can be made in any order, on any thread, and put together afterwards.
@safe final class Deflate {
  /// How many bytes before a block can be referred to from inside it.
  static let window = 32 << 10

  private let stream: UnsafeMutablePointer<z_stream>
  private let isTuned: Bool

  /// - Returns: nil when there is no memory.
  init?(_ compression: Compression) {
    isTuned = compression.isTuned
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe czlib_deflate_init_raw(stream, compression.level) == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Compresses one block.
  ///
  /// - Parameters:
  ///   - block: at most a few hundred KiB.
  ///   - dictionary: the bytes before the block, at most ``window`` of them; none for the first.
  ///   - isLast: whether the stream ends with this block.
  ///   - output: room for at least ``bound(_:)`` bytes.
  /// - Returns: how many bytes were made, or nil when zlib failed, which no input makes it do.
  func compress(
    _ block: UnsafeRawBufferPointer, after dictionary: UnsafeRawBufferPointer, isLast: Bool,
    into output: UnsafeMutableRawBufferPointer
  ) -> Int? {
    guard unsafe deflateReset(stream) == Z_OK else { return nil }
    // Found by measuring sheets of numbers and of texts: chains are left early (8), but matches of
    // up to 24 bytes are looked for and short ones put off, since the tags between cells are that
    // long. Size as at level 5, time below level 4.
    if isTuned { unsafe deflateTune(stream, 8, 6, 24, 8) }
    if dictionary.count > 0 {
      let bytes = unsafe dictionary.bindMemory(to: UInt8.self).baseAddress
      guard unsafe deflateSetDictionary(stream, bytes, UInt32(clamping: dictionary.count)) == Z_OK
      else { return nil }
    }
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: block.bindMemory(to: UInt8.self).baseAddress)
    unsafe stream.pointee.avail_in = UInt32(clamping: block.count)
    unsafe stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
    unsafe stream.pointee.avail_out = UInt32(clamping: output.count)
    let status = unsafe deflate(stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
    guard status == (isLast ? Z_STREAM_END : Z_OK),
      unsafe stream.pointee.avail_in == 0, unsafe stream.pointee.avail_out > 0
    else { return nil }
    return unsafe output.count - Int(stream.pointee.avail_out)
  }

  /// The room that a block of so many bytes needs at most, whatever the settings.
  ///
  /// This is zlib's own bound for unusual settings, and the marker of a flush.
  static func bound(_ count: Int) -> Int {
    count + (count + 7) >> 3 + (count + 63) >> 6 + 64
  }
}

extension CRC32 {
  /// Adds the checksum of bytes that follow those so far.
  mutating func append(_ next: UInt32, count: Int) {
    value = UInt32(truncatingIfNeeded: crc32_combine(UInt(value), UInt(next), count))
  }
}
