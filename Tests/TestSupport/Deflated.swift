internal import CZlib

/// Bytes packed as raw deflate (RFC 1951) for archives made by tests.
public enum Deflated {
  /// Packed by zlib.
  public static func packed(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe czlib_deflate_init_raw(&stream, level) == Z_OK else { return [] }
    defer { unsafe deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](
      repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))) + 16)
    let made = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        _ = unsafe deflate(&stream, Z_FINISH)
        return unsafe target.count - Int(stream.avail_out)
      }
    }
    return Array(output[..<made])
  }

  /// Packed by hand in blocks that are only stored (RFC 1951, 3.2.4), of at most `size` bytes each.
  public static func storedBlocks(_ bytes: [UInt8], of size: Int = 65_535) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    repeat {
      let block = bytes[start..<min(start + size, bytes.count)]
      start += block.count
      output.append(start == bytes.count ? 1 : 0)
      output.append(littleEndian: UInt16(block.count))
      output.append(littleEndian: ~UInt16(block.count))
      output += block
    } while start < bytes.count
    return output
  }

  /// The CRC-32 of ISO 3309, by zlib.
  public static func crc32(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  public mutating func append(littleEndian value: some FixedWidthInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
