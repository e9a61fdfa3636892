/// Builds the XML of a small part.
///
/// Names and attribute names come from the program, values from anywhere: they are escaped. An
/// attribute whose value is nil is left out.
struct MarkupText {
  /// How text is written that XML cannot hold.
  enum Escaping {
    /// As `_xHHHH_`, which only SpreadsheetML knows (ECMA-376 Part 1, 22.9.2.19).
    case spreadsheet
    /// As a blank.
    case plain
  }

  private(set) var bytes: [UInt8] = []
  private let escaping: Escaping

  /// Starts empty, for a piece of a part.
  init(_ escaping: Escaping = .spreadsheet) { self.escaping = escaping }

  /// Starts with the XML declaration, for a whole part.
  static func part(
    _ escaping: Escaping = .spreadsheet, _ body: (inout MarkupText) -> Void
  ) -> [UInt8] {
    var markup = MarkupText(escaping)
    markup.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    body(&markup)
    return markup.bytes
  }

  /// An element without content.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]
  ) {
    open(name, attributes)
    raw("/>")
  }

  /// An element with text in it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    text: String
  ) {
    open(name, attributes)
    raw(">")
    escaped(text, inAttribute: false)
    close(name)
  }

  /// An element with elements in it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    _ body: (inout MarkupText) -> Void
  ) {
    open(name, attributes)
    raw(">")
    body(&self)
    close(name)
  }

  /// The start of an element that ``close(_:)`` ends.
  mutating func begin(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]
  ) {
    open(name, attributes)
    raw(">")
  }

  mutating func close(_ name: StaticString) {
    raw("</")
    raw(name)
    raw(">")
  }

  /// Markup that is XML already.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Markup that was built before.
  mutating func append(_ piece: MarkupText) { bytes.append(contentsOf: piece.bytes) }

  private mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>
  ) {
    raw("<")
    raw(name)
    for (name, value) in attributes {
      guard let value else { continue }
      raw(" ")
      raw(name)
      raw("=\"")
      escaped(value, inAttribute: true)
      raw("\"")
    }
  }

  /// Appends text with what XML cannot hold as `_xHHHH_`.
  private mutating func escaped(_ text: String, inAttribute: Bool) {
    let utf8 = Array(text.utf8)
    let span = utf8.span
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\"") where inAttribute: raw("&quot;")
      case 0x0d: raw("&#13;")
      case 0x09, 0x0a:
        // A parser would make a blank of them in an attribute.
        if inAttribute { raw(byte == 0x09 ? "&#9;" : "&#10;") } else { bytes.append(byte) }
      case 0..<0x20: escape(UInt16(byte))
      case UInt8(ascii: "_")
      where escaping == .spreadsheet && TextEscape.begins(in: span, at: index):
        escape(0x5f)
      case 0xef where TextEscape.isNoncharacter(in: span, at: index):
        escape(0xff00 | UInt16(utf8[index + 2]) + 0x40)
        index += 2
      default: bytes.append(byte)
      }
      index += 1
    }
  }

  private mutating func escape(_ unit: UInt16) {
    switch escaping {
    case .spreadsheet: TextEscape.append(unit, to: &bytes)
    case .plain: raw(" ")
    }
  }
}

/// `"1"` for true, nil for false: an attribute that is left out.
func flag(_ value: Bool) -> String? { value ? "1" : nil }
