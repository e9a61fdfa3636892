extension JSONReader {
  /// Reads a number; one with more digits than a double holds stays as it is written, so that its
  /// field decides, as in YAML: an account number is a text, a quantity is rounded.
  mutating func number() throws(CatalogError) -> CatalogNode.Content {
    let start = position
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var exponent = 0
    let firstDigit = byte
    let whole = scanDigits(into: &mantissa, count: &digits)
    guard whole > 0 else { throw unexpected("a digit") }
    if firstDigit == UInt8(ascii: "0"), whole > 1 { throw numberFault(from: start) }
    if byte == UInt8(ascii: ".") {
      position += 1
      let fraction = scanDigits(into: &mantissa, count: &digits)
      guard fraction > 0 else { throw unexpected("a digit") }
      exponent -= fraction
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      let exponentIsNegative = byte == UInt8(ascii: "-")
      if exponentIsNegative || byte == UInt8(ascii: "+") { position += 1 }
      var power: UInt64 = 0
      var powerDigits = 0
      guard scanDigits(into: &power, count: &powerDigits) > 0 else { throw unexpected("a digit") }
      let size = Int(min(power, 100_000))
      exponent += exponentIsNegative ? -size : size
    }
    if digits <= 18,
      let value = NumberText.exact(
        mantissa: mantissa, exponent: exponent, isNegative: isNegative)
    {
      return .number(value)
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text) else {
      throw numberFault(from: start)
    }
    guard value.isFinite else {
      position = start
      throw fault(.jsonNumberTooLarge)
    }
    if digits > 15, text.utf8.count <= 400, !CoreSchema.isCarried(text, by: value) {
      return .plain(text)
    }
    return .number(value)
  }

  private mutating func numberFault(from start: Int) -> CatalogError {
    position = start
    return fault(.jsonNumber)
  }

  /// Reads digits; their value is right while there are at most 18 in all.
  private mutating func scanDigits(into value: inout UInt64, count: inout Int) -> Int {
    let start = position
    while position < bytes.count, bytes[position].isASCIIDigit {
      if count < 18 { value = value * 10 + UInt64(bytes[position] &- 0x30) }
      count += 1
      position += 1
    }
    return position - start
  }

  mutating func text() throws(CatalogError) -> String {
    let start = position + 1
    // A span of a copy spares the loop from counting references at each byte.
    let copy = bytes
    let span = copy.span
    var end = start
    while end < span.count, span[end] >= 0x20, span[end] != UInt8(ascii: "\""),
      span[end] != UInt8(ascii: "\\")
    { end += 1 }
    position = end
    switch byte {
    case UInt8(ascii: "\""):
      position += 1
      return String(decoding: copy[start..<end], as: UTF8.self)
    case UInt8(ascii: "\\"): return try escapedText(from: start)
    case let byte where end < span.count: throw fault(.jsonControlCharacter(UInt32(byte)))
    default: throw unexpected("'\"'")
    }
  }

  private mutating func escapedText(from start: Int) throws(CatalogError) -> String {
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte < 0x20 { throw fault(.jsonControlCharacter(UInt32(byte))) }
      if byte == UInt8(ascii: "\\") {
        try escape(into: &text)
      } else {
        text.append(byte)
        position += 1
      }
    }
    throw unexpected("'\"'")
  }

  private mutating func escape(into text: inout [UInt8]) throws(CatalogError) {
    let start = position
    position += 1
    guard position < bytes.count else { throw unexpected("an escape") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var value = try hexadecimal(escapeAt: start)
      if value & 0xFC00 == 0xD800 {
        guard self.byte == UInt8(ascii: "\\"), position + 1 < bytes.count,
          bytes[position + 1] == UInt8(ascii: "u")
        else { throw escapeFault(.jsonLoneSurrogate, at: start) }
        position += 2
        let low = try hexadecimal(escapeAt: start)
        guard low & 0xFC00 == 0xDC00 else { throw escapeFault(.jsonLoneSurrogate, at: start) }
        value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw escapeFault(.jsonLoneSurrogate, at: start)
      }
      text.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    default: throw escapeFault(.jsonEscape, at: start)
    }
  }

  private mutating func escapeFault(_ fault: CatalogFault, at start: Int) -> CatalogError {
    position = start
    return self.fault(fault)
  }

  private mutating func hexadecimal(escapeAt start: Int) throws(CatalogError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count else { throw unexpected("a hexadecimal digit") }
      guard let digit = bytes[position].hexadecimalValue else {
        throw escapeFault(.jsonEscape, at: start)
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }
}
