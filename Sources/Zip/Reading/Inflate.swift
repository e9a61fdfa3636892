internal import CZlib

/// Raw deflate (RFC 1951) to bytes, by zlib; the one file that knows zlib's reading side.
@safe final class Inflate {
  enum Outcome { case more, finished, damaged }

  private let stream: UnsafeMutablePointer<z_stream>

  init?() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe czlib_inflate_init_raw(stream) == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Expands from `input` into `output`.
  ///
  /// - Returns: how many bytes were taken and made, and whether the stream has ended.
  func expand(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (taken: Int, made: Int, outcome: Outcome) {
    // Callers hand buffers of at most a few hundred KiB, so the counts fit 32 bits.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.bindMemory(to: UInt8.self).baseAddress)
    unsafe stream.pointee.avail_in = UInt32(clamping: input.count)
    unsafe stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
    unsafe stream.pointee.avail_out = UInt32(clamping: output.count)
    let status = unsafe inflate(stream, Z_NO_FLUSH)
    let taken = unsafe min(input.count, Int(UInt32.max)) - Int(stream.pointee.avail_in)
    let made = unsafe min(output.count, Int(UInt32.max)) - Int(stream.pointee.avail_out)
    switch status {
    case Z_STREAM_END: return (taken, made, .finished)
    case Z_OK, Z_BUF_ERROR: return (taken, made, .more)
    default: return (taken, made, .damaged)
    }
  }
}

/// The CRC-32 of ISO 3309, as zip uses it.
struct CRC32 {
  var value: UInt32 = 0

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    value = unsafe UInt32(
      truncatingIfNeeded: crc32_z(
        UInt(value), bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count))
  }
}
