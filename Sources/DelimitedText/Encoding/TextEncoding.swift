/// How the characters of a text are written as bytes.
///
/// The reader turns each of them into UTF-8. A byte order mark at the start of the text says more
/// than any name: where there is one it decides (WHATWG Encoding, "decode").
public enum TextEncoding: Sendable, Hashable, CaseIterable {
  /// UTF-8; ASCII is part of it.
  case utf8
  /// UTF-16, low byte first: what Excel saves as "Unicode text".
  case utf16LittleEndian
  /// UTF-16, high byte first.
  case utf16BigEndian
  /// Windows-1252, the "ANSI" of Western Windows. Its five undefined bytes are read as the C1
  /// controls of the same number, as WHATWG does, so that every byte can be read.
  case windows1252
  /// ISO 8859-1: each byte is the Unicode scalar of the same number.
  case latin1

  /// The encoding people or standards call by a name.
  ///
  /// Case, blanks, hyphens and underscores do not matter. `utf-16` without an order means low byte
  /// first, unless a byte order mark says otherwise; `ascii` is read as UTF-8. An unknown name gives
  /// nil.
  ///
  /// - Parameter name: A name such as `UTF-8`, `utf-16le`, `cp1252` or `iso-8859-1`.
  public init?(named name: String) {
    let kept = name.lowercased().filter { !"-_ .:".contains($0) }
    switch kept {
    case "utf8", "utf8sig", "utf8bom", "unicode11utf8", "ascii", "usascii": self = .utf8
    case "utf16", "utf16le", "ucs2", "ucs2le", "unicode", "utf16littleendian":
      self = .utf16LittleEndian
    case "utf16be", "ucs2be", "unicodefffe", "utf16bigendian": self = .utf16BigEndian
    case "windows1252", "cp1252", "win1252", "1252", "ansi", "xcp1252": self = .windows1252
    case "latin1", "l1", "iso88591", "iso885911987", "isolatin1", "cp819", "ibm819": self = .latin1
    default: return nil
    }
  }
}

extension TextEncoding: CustomStringConvertible {
  /// The usual name, such as `UTF-16LE`.
  public var description: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .windows1252: "Windows-1252"
    case .latin1: "ISO-8859-1"
    }
  }
}
