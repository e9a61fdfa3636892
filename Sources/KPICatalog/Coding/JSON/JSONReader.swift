/// Reads JSON into a tree of values with places: RFC 8259 to the letter, keys unique, depth and
/// size bounded.
struct JSONReader {
  let bytes: [UInt8]
  private let limits: CatalogLimits
  var position: Int
  private var line = 1
  private var lineStart: Int
  private var values = 0

  private init(_ bytes: [UInt8], limits: CatalogLimits, from start: Int, line: Int) {
    self.bytes = bytes
    self.limits = limits
    self.line = line
    position = start
    lineStart = start
  }

  /// Reads the one value a file holds.
  ///
  /// Columns are counted in bytes; ``located(_:in:)`` turns them into characters.
  static func read(_ bytes: [UInt8], limits: CatalogLimits) throws(CatalogError) -> CatalogNode {
    let start = try TextBytes.check(bytes, limits: limits)
    var reader = JSONReader(bytes, limits: limits, from: start, line: 1)
    reader.skipBlanks()
    if reader.position == bytes.count { throw CatalogError(.empty, line: 1, column: 1) }
    let node = try reader.value(depth: 1)
    reader.skipBlanks()
    guard reader.position == bytes.count else { throw reader.fault(.jsonTrailing) }
    return node
  }

  /// Reads a value a line; empty lines are passed over.
  static func readLines(
    _ bytes: [UInt8], limits: CatalogLimits
  ) throws(CatalogError) -> [CatalogNode] {
    let start = try TextBytes.check(bytes, limits: limits)
    var reader = JSONReader(bytes, limits: limits, from: start, line: 1)
    var nodes: [CatalogNode] = []
    reader.skipBlanks()
    while reader.position < bytes.count {
      let line = reader.line
      nodes.append(try reader.value(depth: 1))
      let end = reader.line
      reader.skipBlanks()
      guard end == line, reader.line > line || reader.position == bytes.count else {
        throw reader.fault(.jsonTrailing)
      }
    }
    return nodes
  }

  /// The next byte, or zero at the end, which JSON never holds outside a text.
  var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private var place: CatalogNode.Place {
    CatalogNode.Place(line: line, column: position - lineStart + 1)
  }

  func fault(_ fault: CatalogFault) -> CatalogError {
    CatalogError(fault, line: line, column: position - lineStart + 1)
  }

  func unexpected(_ expected: String) -> CatalogError {
    guard position < bytes.count else { return fault(.jsonEnded(expected: expected)) }
    let found = String(decoding: bytes[position...].prefix(4), as: UTF8.self).unicodeScalars.first
    return fault(.jsonUnexpected(expected: expected, found: found ?? "\u{FFFD}"))
  }

  private mutating func skipBlanks() {
    let copy = bytes
    let span = copy.span
    var index = position
    while index < span.count {
      switch span[index] {
      case UInt8(ascii: "\n"):
        line += 1
        lineStart = index + 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default:
        position = index
        return
      }
      index += 1
    }
    position = index
  }

  private mutating func value(depth: Int) throws(CatalogError) -> CatalogNode {
    let start = place
    values += 1
    guard values <= limits.values else { throw fault(.tooManyNodes(limit: limits.values)) }
    let content: CatalogNode.Content
    switch byte {
    case UInt8(ascii: "{"): content = .map(try members(depth: depth))
    case UInt8(ascii: "["): content = .list(try items(depth: depth))
    case UInt8(ascii: "\""): content = .text(try text())
    case UInt8(ascii: "t"):
      try word("true")
      content = .boolean(true)
    case UInt8(ascii: "f"):
      try word("false")
      content = .boolean(false)
    case UInt8(ascii: "n"):
      try word("null")
      content = .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      content = try number()
    default: throw unexpected("a value")
    }
    return CatalogNode(content, at: start)
  }

  private mutating func word(_ word: StaticString) throws(CatalogError) {
    let start = position
    let text = word.description
    for expected in text.utf8 {
      guard position < bytes.count, bytes[position] == expected else {
        guard position < bytes.count else { throw unexpected("'\(text)'") }
        position = start
        throw unexpected("a value")
      }
      position += 1
    }
  }

  private mutating func members(depth: Int) throws(CatalogError) -> [CatalogNode.Member] {
    guard depth <= limits.depth else { throw fault(.tooDeep(limit: limits.depth)) }
    position += 1
    skipBlanks()
    var members: [CatalogNode.Member] = []
    if byte == UInt8(ascii: "}") {
      position += 1
      return members
    }
    members.reserveCapacity(4)
    var keys = UniqueKeys()
    while true {
      let keyPlace = place
      guard byte == UInt8(ascii: "\"") else {
        throw unexpected(members.isEmpty ? "a key or '}'" : "a key")
      }
      let key = try text()
      guard keys.insert(key, after: members[...]) else {
        throw CatalogError(
          .duplicateKey(key), line: Int(keyPlace.line), column: Int(keyPlace.column))
      }
      skipBlanks()
      guard byte == UInt8(ascii: ":") else { throw unexpected("':'") }
      position += 1
      skipBlanks()
      let value = try value(depth: depth + 1)
      members.append(.init(key: key, place: keyPlace, value: value))
      skipBlanks()
      if byte == UInt8(ascii: "}") { break }
      guard byte == UInt8(ascii: ",") else { throw unexpected("',' or '}'") }
      position += 1
      skipBlanks()
    }
    position += 1
    return members
  }

  private mutating func items(depth: Int) throws(CatalogError) -> [CatalogNode] {
    guard depth <= limits.depth else { throw fault(.tooDeep(limit: limits.depth)) }
    position += 1
    skipBlanks()
    var items: [CatalogNode] = []
    if byte == UInt8(ascii: "]") {
      position += 1
      return items
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if byte == UInt8(ascii: "]") { break }
      guard byte == UInt8(ascii: ",") else { throw unexpected("',' or ']'") }
      position += 1
      skipBlanks()
    }
    position += 1
    return items
  }
}
