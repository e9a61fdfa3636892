extension String {
  /// Whether a text stands in this one, byte for byte.
  ///
  /// Searching by characters costs many times as much, and what is searched for here is ASCII or
  /// composed.
  func holds(_ part: String) -> Bool {
    place(of: part) != nil
  }

  /// The first place of a text in this one, counted in bytes.
  func place(of part: String) -> Int? {
    let whole = utf8Span.span
    let wanted = part.utf8Span.span
    guard !wanted.isEmpty, wanted.count <= whole.count else { return nil }
    let first = wanted[0]
    var index = 0
    while index <= whole.count - wanted.count {
      if whole[index] == first {
        var offset = 1
        while offset < wanted.count, whole[index + offset] == wanted[offset] { offset += 1 }
        if offset == wanted.count { return index }
      }
      index += 1
    }
    return nil
  }

  /// The first range of a text in this one, byte for byte.
  func range(of part: String) -> Range<Index>? {
    place(of: part).map { start in
      let first = utf8.index(startIndex, offsetBy: start)
      return first..<utf8.index(first, offsetBy: part.utf8.count)
    }
  }

  /// The texts before, between and after the places of a mark.
  func parts(partedBy mark: String) -> [String] {
    let whole = utf8Span.span
    let wanted = mark.utf8Span.span
    guard !wanted.isEmpty else { return [self] }
    var parts: [String] = []
    var start = startIndex
    var place = 0
    var index = 0
    while index + wanted.count <= whole.count {
      var offset = 0
      while offset < wanted.count, whole[index + offset] == wanted[offset] { offset += 1 }
      guard offset == wanted.count else {
        index += 1
        continue
      }
      let end = utf8.index(start, offsetBy: index - place)
      parts.append(String(self[start..<end]))
      index += wanted.count
      place = index
      start = utf8.index(end, offsetBy: wanted.count)
    }
    return parts + [String(self[start...])]
  }

  /// The text in small letters of ASCII; other letters stay as they are.
  var asciiLowercased: String {
    guard utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 { bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
