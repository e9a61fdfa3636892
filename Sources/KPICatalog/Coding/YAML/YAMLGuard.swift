/// Looks over a YAML text before it is parsed, so that a small hostile file cannot cost much.
///
/// An alias stands for everything its anchor holds, so a few nested ones stand for millions of
/// values ("billion laughs"). The parser compares keys before we see its tree; therefore aliases
/// must be found before it runs. The test errs on the safe side: it takes every `*name` that could
/// be an alias for one, inside quotes too, but only if the same name follows an `&` that could
/// begin an anchor earlier in the file. ``YAMLWriter`` never writes such an `&`.
enum YAMLGuard {
  static func check(_ bytes: [UInt8], limits: CatalogLimits) throws(CatalogError) {
    var anchors: Set<ArraySlice<UInt8>> = []
    var separators = 0
    var previous = UInt8(ascii: "\n")
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"):
        separators += 1
      case UInt8(ascii: " ") where previous == UInt8(ascii: "-") || previous == UInt8(ascii: "?"):
        separators += 1
      case UInt8(ascii: "&"), UInt8(ascii: "*"):
        let name = bytes[(position + 1)...].prefix(while: isNameByte)
        guard couldBeginToken(after: previous), !name.isEmpty else { break }
        if byte == UInt8(ascii: "&") {
          anchors.insert(name)
        } else if anchors.contains(name) {
          let place = TextBytes.place(of: position, in: bytes)
          throw CatalogError(
            .yamlAlias(String(decoding: name, as: UTF8.self)), line: place.line,
            column: place.column)
        }
      default: break
      }
      previous = byte
      position += 1
    }
    // Every value but the first stands after one of these or after a colon, so there are at most
    // twice as many.
    guard separators <= limits.values else {
      throw CatalogError(.tooManyNodes(limit: limits.values))
    }
  }

  /// Says whether an anchor or alias could stand behind this byte: not inside a word, a number or
  /// after a parenthesis.
  static func couldBeginToken(after byte: UInt8) -> Bool {
    !isNameByte(byte) && byte != UInt8(ascii: ")")
  }

  /// Says whether a byte can be part of an anchor's name as libyaml reads it.
  static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }
}
