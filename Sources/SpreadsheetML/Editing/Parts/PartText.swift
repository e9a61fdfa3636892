internal import XMLStream
internal import Zip

/// A part's text in UTF-8, in which places are counted, and the way back to how the part is kept.
struct PartText {
  /// How the part's bytes stand for its text.
  enum Encoding: Hashable {
    case utf8
    /// The same bytes, but nothing beyond ASCII may come in.
    case ascii
    case utf16(isBigEndian: Bool)
  }

  let encoding: Encoding

  /// Finds the encoding out by a part's first bytes.
  ///
  /// - Throws: ``WorkbookError`` for those that splices cannot be made in.
  init(head: [UInt8]) throws(WorkbookError) {
    guard XMLEncoding.needsTranscoding(head) else {
      let declaration = String(decoding: head.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
      let isASCII = declaration.lowercased().contains("ascii")
      encoding = isASCII ? .ascii : .utf8
      return
    }
    switch (head.first, head.dropFirst().first) {
    case (0xff, 0xfe) where !head.dropFirst(2).starts(with: [0, 0]), (UInt8(ascii: "<"), 0):
      encoding = .utf16(isBigEndian: false)
    case (0xfe, 0xff), (0, UInt8(ascii: "<")): encoding = .utf16(isBigEndian: true)
    default: throw .encoding()
    }
  }

  /// Whether places in the text are places in the part.
  var isInPlace: Bool {
    switch encoding {
    case .utf8, .ascii: true
    case .utf16: false
    }
  }

  /// The text of a whole part.
  ///
  /// - Throws: ``WorkbookError`` when the way back would not give the same bytes.
  func decoded(_ bytes: [UInt8]) throws(WorkbookError) -> [UInt8] {
    guard case .utf16(let isBigEndian) = encoding else { return bytes }
    guard bytes.count % 2 == 0 else { throw .encoding() }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    guard encoded(text) == bytes else { throw .encoding() }
    return text
  }

  /// A text as the part keeps it.
  func encoded(_ text: [UInt8]) -> [UInt8] {
    guard case .utf16(let isBigEndian) = encoding else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 2)
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      let (high, low) = (UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit))
      bytes += isBigEndian ? [high, low] : [low, high]
    }
    return bytes
  }

  /// New bytes as the text can take them: in ASCII, characters beyond it become references.
  func admitted(_ markup: [UInt8]) -> [UInt8] {
    guard encoding == .ascii, markup.contains(where: { $0 >= 0x80 }) else { return markup }
    var bytes: [UInt8] = []
    for scalar in String(decoding: markup, as: UTF8.self).unicodeScalars {
      bytes += Array((scalar.isASCII ? String(scalar) : "&#\(scalar.value);").utf8)
    }
    return bytes
  }
}

extension WorkbookPackage {
  /// Finds out how a part's text is kept.
  func text(of part: String) throws(WorkbookError) -> PartText {
    let entry = try entry(part)
    let head = try WorkbookError.wrappingZip { () throws(ZipError) in
      try archive.open(entry).read(upTo: 256)
    }
    return try WorkbookError.located(Place(part: part)) { () throws(WorkbookError) in
      try PartText(head: head)
    }
  }

  /// The elements of a small part, places counted in its text.
  func outline(of part: String) throws(WorkbookError) -> MarkupOutline {
    let text = try text(of: part)
    let bytes = try bytes(of: part)
    return try WorkbookError.located(Place(part: part)) { () throws(WorkbookError) in
      let decoded = try text.decoded(bytes)
      return try WorkbookError.wrappingXML(at: Place(part: part)) { () throws(XMLError) in
        try MarkupOutline(decoded, depth: limits.depth, attributes: limits.attributes)
      }
    }
  }
}

extension WorkbookError {
  /// Runs work whose errors are told with a place, where they have none.
  static func located<T>(
    _ place: Place, _ work: () throws(WorkbookError) -> T
  ) throws(WorkbookError) -> T {
    do throws(WorkbookError) {
      return try work()
    } catch {
      throw error.located(place)
    }
  }
}
