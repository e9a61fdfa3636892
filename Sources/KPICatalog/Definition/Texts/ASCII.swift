extension UInt8 {
  /// Whether the byte is an ASCII letter.
  var isASCIILetter: Bool {
    let lower = self | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  /// Whether the byte is an ASCII digit.
  var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// The value of the byte as a hexadecimal digit, or nil.
  var hexadecimalValue: UInt32? {
    if isASCIIDigit { return UInt32(self) &- 0x30 }
    let lower = self | 0x20
    guard lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "f") else { return nil }
    return UInt32(lower) &- 0x57
  }

  /// The byte with an ASCII capital made small.
  var asciiLowercase: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }

  /// The byte with a small ASCII letter made a capital.
  var asciiUppercase: UInt8 {
    self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") ? self & 0xDF : self
  }
}
