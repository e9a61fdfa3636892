extension String {
  /// Whether the text begins and ends with a printed character, as nearly all do: ASCII or, at its
  /// beginning, a Latin letter with an accent.
  var isPrintedAtBothEnds: Bool {
    let bytes = utf8Span.span
    guard bytes.count > 0 else { return false }
    let first = bytes[0]
    let last = bytes[bytes.count - 1]
    return first > 0x20 && (first < 0x7F || first == 0xC3) && last > 0x20 && last < 0x7F
  }

  /// Whether the text is empty or holds nothing but blanks.
  var isBlank: Bool { !isPrintedAtBothEnds && trimmed.isEmpty }

  /// The text without blanks around it; blanks that do not break and line ends count as blanks.
  var trimmed: String {
    if isEmpty || isPrintedAtBothEnds { return self }
    let isBlank = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    var scalars = unicodeScalars[...]
    while let scalar = scalars.first, isBlank(scalar) { scalars.removeFirst() }
    while let scalar = scalars.last, isBlank(scalar) { scalars.removeLast() }
    return scalars.count == unicodeScalars.count ? self : String(scalars)
  }

  /// The text with every run of blanks and line ends as one space.
  var onOneLine: String {
    let bytes = utf8Span.span
    var previous: UInt8 = 0
    var isPlain = true
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte >= 0xC2 && byte <= 0xC2 || byte >= 0xE2 && byte <= 0xE3
        || byte == 0x20 && previous == 0x20
      {
        isPlain = false
        break
      }
      previous = byte
    }
    if isPlain { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Substring {
  /// The text without blanks around it.
  var trimmed: String { String(self).trimmed }
}
