/// Turns other encodings into UTF-8.
enum Transcoding {
  /// Appends Windows-1252 or ISO 8859-1 text as UTF-8, up to a NUL.
  ///
  /// - Returns: The fault, if a NUL came.
  static func appendSingleBytes(
    _ raw: [UInt8], encoding: TextEncoding, to text: inout [UInt8]
  ) -> TextFault? {
    var fault: TextFault?
    let isWindows = encoding == .windows1252
    // No scalar of either set takes more than three bytes.
    text.append(addingCapacity: raw.count * 3) { output in
      for byte in raw {
        if byte < 0x80 {
          if byte == ASCII.nul {
            fault = .nul
            return
          }
          output.append(byte)
        } else if isWindows, byte < 0xA0 {
          append(UInt32(windows1252[Int(byte & 0x1F)]), to: &output)
        } else {
          append(UInt32(byte), to: &output)
        }
      }
    }
    return fault
  }

  /// Appends UTF-16 text as UTF-8, up to a fault or half a character at the end.
  ///
  /// - Returns: How many bytes of `raw` are done with, and the fault that follows them, if any.
  static func appendUTF16(
    _ raw: [UInt8], encoding: TextEncoding, isFinal: Bool, to text: inout [UInt8]
  ) -> (consumed: Int, fault: TextFault?) {
    var index = 0
    var fault: TextFault?
    let bytes = raw.span
    let high = encoding == .utf16BigEndian ? 0 : 1
    func unit(at index: Int) -> UInt16 {
      UInt16(bytes[index &+ high]) << 8 | UInt16(bytes[index &+ (1 &- high)])
    }
    // Two bytes become three at most, four become four.
    text.append(addingCapacity: raw.count / 2 * 3) { output in
      while bytes.count &- index >= 2 {
        let first = unit(at: index)
        switch first {
        case 0:
          fault = .nul
          return
        case 0xD800...0xDBFF:
          guard bytes.count &- index >= 4 else {
            if isFinal { fault = .cutShort(encoding) }
            return
          }
          let second = unit(at: index &+ 2)
          guard second & 0xFC00 == 0xDC00 else {
            fault = .loneSurrogate(first, encoding)
            return
          }
          append(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)), to: &output)
          index &+= 4
        case 0xDC00...0xDFFF:
          fault = .loneSurrogate(first, encoding)
          return
        default:
          append(UInt32(first), to: &output)
          index &+= 2
        }
      }
      if isFinal, index < bytes.count { fault = .cutShort(encoding) }
    }
    return (index, fault)
  }

  /// Appends one scalar, which is no surrogate, as UTF-8.
  @inline(__always)
  private static func append(_ scalar: UInt32, to output: inout OutputSpan<UInt8>) {
    func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift) & 0x3F }
    if scalar < 0x80 {
      output.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      output.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      output.append(tail(0))
    } else if scalar < 0x10000 {
      output.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      output.append(tail(6))
      output.append(tail(0))
    } else {
      output.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      output.append(tail(12))
      output.append(tail(6))
      output.append(tail(0))
    }
  }

  /// The scalars of the bytes 80 to 9F (WHATWG Encoding, index windows-1252).
  private static let windows1252: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
