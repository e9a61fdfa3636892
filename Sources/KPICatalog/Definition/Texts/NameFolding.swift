/// Makes names comparable whatever their case, accents, blanks and punctuation.
///
/// Works scalar by scalar without Foundation: small letters, combining marks dropped, accented
/// Latin, Greek and Cyrillic letters replaced by their plain ones, every run of anything else but
/// letters and digits turned into one blank.
enum NameFolding {
  /// Folds a name: `  Délai de 1ʳᵉ réponse ` and `delai de 1re reponse` give the same text.
  ///
  /// - Complexity: O(*n*) in the text's length.
  static func fold(_ text: String) -> String {
    var folded: [UInt8] = []
    fold(text, into: &folded)
    return String(decoding: folded, as: UTF8.self)
  }

  /// Appends a folded name to bytes of UTF-8.
  static func fold(_ text: String, into folded: inout [UInt8]) {
    let start = folded.count
    var blankIsDue = false
    if foldASCII(text.utf8Span.span, into: &folded) { return }
    folded.removeLast(folded.count - start)
    var scalars = text.utf8Span.makeUnicodeScalarIterator()
    while let scalar = scalars.next() {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if byte.isASCIILetter || byte.isASCIIDigit {
          if blankIsDue, folded.count > start { folded.append(UInt8(ascii: " ")) }
          blankIsDue = false
          folded.append(byte.asciiLowercase)
        } else {
          blankIsDue = true
        }
      } else if let plain = plainLatin(scalar.value) {
        if blankIsDue, folded.count > start { folded.append(UInt8(ascii: " ")) }
        blankIsDue = false
        folded.append(plain)
      } else if scalar.value >= 0x2010, scalar.value <= 0x2027 {
        // Dashes and quotation marks.
        blankIsDue = true
      } else {
        appendFolded(scalar, to: &folded, start: start, blankIsDue: &blankIsDue)
      }
    }
  }

  /// Appends a folded text of ASCII, byte by byte; false at the first byte that is none.
  private static func foldASCII(_ text: Span<UInt8>, into folded: inout [UInt8]) -> Bool {
    let start = folded.count
    // Room for all of it, which a folded text never outgrows, as a blank stands for a byte at least.
    folded.append(contentsOf: repeatElement(0, count: text.count))
    var end = start
    var isASCII = true
    var blankIsDue = false
    unsafe folded.withUnsafeMutableBufferPointer { room in
      for index in 0..<text.count {
        let byte = text[index]
        let plain = plainASCII[Int(byte)]
        if plain == 0 {
          guard byte < 0x80 else {
            isASCII = false
            break
          }
          blankIsDue = end > start
          continue
        }
        if blankIsDue {
          unsafe room[end] = UInt8(ascii: " ")
          end += 1
          blankIsDue = false
        }
        unsafe room[end] = plain
        end += 1
      }
    }
    folded.removeLast(folded.count - end)
    return isASCII
  }

  /// For each byte the small letter or the digit it is; 0 for all others.
  private static let plainASCII: [UInt8] = (0...255).map { (byte: UInt8) in
    byte.isASCIILetter || byte.isASCIIDigit ? byte.asciiLowercase : 0
  }

  /// The plain letter for one of the commonest accented ones, found without a table.
  private static func plainLatin(_ scalar: UInt32) -> UInt8? {
    guard scalar >= 0xC0, scalar <= 0xFF else { return nil }
    switch scalar & 0x1F {
    case 0x00...0x05: return UInt8(ascii: "a")
    case 0x07: return UInt8(ascii: "c")
    case 0x08...0x0B: return UInt8(ascii: "e")
    case 0x0C...0x0F: return UInt8(ascii: "i")
    case 0x11: return UInt8(ascii: "n")
    case 0x12...0x16: return UInt8(ascii: "o")
    case 0x19...0x1C: return UInt8(ascii: "u")
    default: return nil
    }
  }

  private static func appendFolded(
    _ scalar: Unicode.Scalar, to folded: inout [UInt8], start: Int, blankIsDue: inout Bool
  ) {
    func append(_ bytes: some Sequence<UInt8>) {
      if blankIsDue, folded.count > start { folded.append(UInt8(ascii: " ")) }
      blankIsDue = false
      folded.append(contentsOf: bytes)
    }
    if let plain = plainLetter(scalar) {
      append(plain.utf8)
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      if let plain = plainLetter(lower) {
        append(plain.utf8)
        continue
      }
      switch lower.properties.generalCategory {
      case .nonspacingMark, .enclosingMark:
        continue
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
        .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
        append(String(lower).utf8)
      default:
        blankIsDue = true
      }
    }
  }

  /// Plain letters with all the letters that fold to them.
  private static let foldings: [(plain: String, letters: String)] = [
    ("a", "àáâãäåāăąǎȁȃȧạảấầẩẫậắằẳẵặªᵃ"), ("b", "ḃḅḇ"), ("c", "çćĉċčḉ"), ("d", "ďđḋḍḏð"),
    ("e", "èéêëēĕėęěȅȇȩẹẻẽếềểễệᵉ"), ("f", "ḟ"), ("g", "ĝğġģǧǵḡ"), ("h", "ĥħḣḥḧȟ"),
    ("i", "ìíîïĩīĭįıǐȉȋịỉ"), ("j", "ĵǰ"), ("k", "ķǩḱḳ"), ("l", "ĺļľŀłḷ"), ("m", "ḿṁṃ"),
    ("n", "ñńņňŉǹṅṇⁿ"), ("o", "òóôõöøōŏőǒȍȏȯọỏốồổỗộớờởỡợơºᵒ"), ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛʳ"), ("s", "śŝşšșṡṣſˢ"), ("t", "ţťŧțṫṭ"), ("u", "ùúûüũūŭůűųǔȕȗụủứừửữựư"),
    ("v", "ṽṿ"), ("w", "ŵẁẃẅẇ"), ("x", "ẋẍ"), ("y", "ýÿŷȳẏỳỵỷỹ"), ("z", "źżžẑẓ"),
    ("ss", "ß"), ("ae", "æǽ"), ("oe", "œ"), ("th", "þ"), ("ij", "ĳ"),
    ("0", "⁰₀"), ("1", "¹₁"), ("2", "²₂"), ("3", "³₃"), ("4", "⁴₄"),
    ("5", "⁵₅"), ("6", "⁶₆"), ("7", "⁷₇"), ("8", "⁸₈"), ("9", "⁹₉"),
    ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ίϊΐ"), ("ο", "ό"), ("υ", "ύϋΰ"), ("ω", "ώ"),
    ("σ", "ς"), ("и", "й"), ("е", "ё"), ("і", "ї"), ("у", "ў"), ("г", "ѓ"), ("к", "ќ"),
  ]

  /// The letters with their plain ones, in the order of their scalars.
  private static let plainLetters: [(letter: UInt32, plain: String)] =
    foldings.flatMap { folding in
      folding.letters.unicodeScalars.map { ($0.value, folding.plain) }
    }.sorted { $0.0 < $1.0 }

  private static func plainLetter(_ scalar: Unicode.Scalar) -> String? {
    var low = 0
    var high = plainLetters.count
    while low < high {
      let middle = (low + high) / 2
      if plainLetters[middle].letter < scalar.value { low = middle + 1 } else { high = middle }
    }
    guard low < plainLetters.count, plainLetters[low].letter == scalar.value else { return nil }
    return plainLetters[low].plain
  }
}
