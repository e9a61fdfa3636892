/// What a byte of XML text can mean to a reader, as bits of a byte, so that one pass over a text
/// tells what else must be looked at.
///
/// Plain bytes rather than an option set: they are combined once per byte of a sheet.
package enum ByteClass {
  /// `&`, the start of a reference.
  @inlinable package static var reference: UInt8 { 1 }
  /// A byte of a character beyond ASCII.
  @inlinable package static var beyondASCII: UInt8 { 2 }
  /// A carriage return, which line-end handling turns into a line feed (XML 1.0, 2.11).
  @inlinable package static var carriageReturn: UInt8 { 4 }
  /// A control character that XML 1.0 does not allow (2.2), NUL included.
  @inlinable package static var forbidden: UInt8 { 8 }
  /// `]`, which may begin the `]]>` that text must not hold (2.4).
  @inlinable package static var bracket: UInt8 { 16 }
  /// `_`, which may begin an `_xHHHH_` escape of SpreadsheetML.
  @inlinable package static var underscore: UInt8 { 32 }
  /// Anything but blank, tab, line feed and carriage return.
  @inlinable package static var visible: UInt8 { 64 }
  /// Blank, tab or line feed; with ``carriageReturn`` the white space of XML.
  @inlinable package static var white: UInt8 { 128 }

  /// The classes of every byte.
  package static let table: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "&"): reference | visible
    case 0x80...: beyondASCII | visible
    case 0x0d: carriageReturn
    case 0x09, 0x0a, 0x20: white
    case ..<0x20: forbidden
    case UInt8(ascii: "]"): bracket | visible
    case UInt8(ascii: "_"): underscore | visible
    default: visible
    }
  }

  /// The same table for loops over every byte of a sheet: it is never freed, so no reference to it
  /// needs counting.
  package nonisolated(unsafe) static let pointer: UnsafePointer<UInt8> = {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for (index, classes) in table.enumerated() { unsafe (copy + index).initialize(to: classes) }
    return unsafe UnsafePointer(copy)
  }()

  /// What keeps a text from being taken as it stands.
  package static var unusualInText: UInt8 { reference | carriageReturn | forbidden | bracket }

  /// Whether bytes of which some are `]` hold `]]>`, which text must not (XML 1.0, 2.4).
  package static func holdsSectionEnd(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 3 else { return false }
    for at in 2..<bytes.count
    where bytes[at] == UInt8(ascii: ">") && bytes[at - 1] == UInt8(ascii: "]")
      && bytes[at - 2] == UInt8(ascii: "]")
    {
      return true
    }
    return false
  }

  /// Whether a byte may begin a name; bytes beyond ASCII all may (XML 1.0, 2.3).
  @inline(__always)
  static func startsName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ":")
  }

  /// Whether a byte may stand in a name.
  @inline(__always)
  static func continuesName(_ byte: UInt8) -> Bool {
    startsName(byte) || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  /// Whether a byte is white space (XML 1.0, 2.3).
  @inline(__always)
  static func isWhite(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x09 || byte == 0x0d
  }
}
