/// A colour of red, green and blue, each from 0 to 255.
///
///     let navy: CellColor = 0x1F3864
///     let same = CellColor("1F3864")
public struct CellColor: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// The three parts as one number, `0xRRGGBB`.
  public let rawValue: UInt32

  /// Takes `0xRRGGBB`; bits above are ignored.
  public init(_ rawValue: UInt32) { self.rawValue = rawValue & 0xff_ffff }

  /// Takes a literal such as `0x1F3864`.
  public init(integerLiteral value: UInt32) { self.init(value) }

  /// Reads `1F3864` or `#1F3864`; nil for anything else.
  public init?(_ hexadecimal: String) {
    let digits = hexadecimal.hasPrefix("#") ? hexadecimal.dropFirst() : hexadecimal[...]
    guard digits.utf8.count == 6, digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    self.init(value)
  }

  /// Black.
  public static let black: CellColor = 0x000000
  /// White.
  public static let white: CellColor = 0xFFFFFF

  /// The six digits.
  var hexadecimal: String {
    let digits = String(rawValue, radix: 16, uppercase: true)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The form that styles have: opaque, then the six digits.
  var argb: String { "FF" + hexadecimal }
}
