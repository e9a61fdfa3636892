internal import Glibc

/// Cells of one value each. Columns count from 1 and ascend within a row; styles from 0.
extension SheetMarkup {
  /// A number whose digits are as they should stand in the file.
  ///
  /// They are an XML Schema double of at most 64 bytes, which is not checked here.
  package mutating func writeNumber(
    _ digits: Span<UInt8>, column: Int, style: Int
  ) throws(WorkbookError) {
    if !hasRoom(128) { try makeRoom() }
    putOpening(column, style)
    put("><v>")
    copy(digits)
    put("</v></c>")
  }

  /// A whole number that is not negative.
  package mutating func writeInteger(
    _ number: UInt32, column: Int, style: Int
  ) throws(WorkbookError) {
    if !hasRoom(128) { try makeRoom() }
    putOpening(column, style)
    put("><v>")
    putDecimal(number)
    put("</v></c>")
  }

  /// A finite number, in the shortest decimal that reads back the same.
  package mutating func writeNumber(
    _ value: Double, column: Int, style: Int
  ) throws(WorkbookError) {
    let digits = ShortestDecimal.bytes(of: value)
    try writeNumber(digits.span, column: column, style: style)
  }

  /// TRUE or FALSE.
  package mutating func writeBoolean(
    _ value: Bool, column: Int, style: Int
  ) throws(WorkbookError) {
    if !hasRoom(128) { try makeRoom() }
    putOpening(column, style)
    put(" t=\"b\"><v>")
    unsafe base[count] = value ? 0x31 : 0x30
    count &+= 1
    put("</v></c>")
  }

  /// A cell without a value, which is worth writing for its style only.
  package mutating func writeBlank(column: Int, style: Int) throws(WorkbookError) {
    if !hasRoom(128) { try makeRoom() }
    putOpening(column, style)
    put("/>")
  }

  /// A text: by its number if it is shared, else where it stands.
  ///
  /// A column shares its texts as long as at least half of them were there before; that is judged
  /// anew every 1,024 texts. Texts said over and over take less room and time when shared, those
  /// said once take more, because their numbers are noise to the compressor.
  ///
  /// The text is UTF-8 of at most 32,767 UTF-16 units, which is not checked here.
  package mutating func writeText(
    _ text: Span<UInt8>, column: Int, style: Int, sharing table: inout SharedTextTable
  ) throws(WorkbookError) {
    if !hasRoom(128) { try makeRoom() }
    putOpening(column, style)
    var state = self[column: column]
    if state.sharesTexts, text.count <= SharedTextTable.longestText {
      let place = table.index(of: text)
      state.count(found: place.isOld)
      self[column: column] = state
      if place.number >= 0 {
        table.references &+= 1
        put(" t=\"s\"><v>")
        putDecimal(UInt32(truncatingIfNeeded: place.number))
        put("</v></c>")
        return
      }
    }
    put(" t=\"inlineStr\"><is><t")
    if SheetMarkup.hasOuterBlank(text) { put(" xml:space=\"preserve\"") }
    put(">")
    try putEscaped(text)
    put("</t></is></c>")
  }

  /// Whether XML would lose white space at the text's ends.
  @inline(__always)
  static func hasOuterBlank(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    return text[0] <= 0x20 || text[text.count &- 1] <= 0x20
  }

  /// Appends at most 64 bytes; there must be room for them.
  @inline(__always)
  mutating func copy(_ bytes: Span<UInt8>) {
    let length = bytes.count
    let source = unsafe bytes.bytes
    let target = unsafe UnsafeMutableRawPointer(base + count)
    if length >= 8 {
      var offset = 0
      let last = length &- 8
      while offset < last {
        let word = unsafe source.unsafeLoadUnaligned(
          fromUncheckedByteOffset: offset, as: UInt64.self)
        unsafe target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
        offset &+= 8
      }
      let word = unsafe source.unsafeLoadUnaligned(fromUncheckedByteOffset: last, as: UInt64.self)
      unsafe target.storeBytes(of: word, toByteOffset: last, as: UInt64.self)
    } else if length >= 4 {
      let head = unsafe source.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self)
      let tail = unsafe source.unsafeLoadUnaligned(
        fromUncheckedByteOffset: length &- 4, as: UInt32.self)
      unsafe target.storeBytes(of: head, as: UInt32.self)
      unsafe target.storeBytes(of: tail, toByteOffset: length &- 4, as: UInt32.self)
    } else if length > 0 {
      unsafe target.storeBytes(of: bytes[0], as: UInt8.self)
      unsafe target.storeBytes(of: bytes[length >> 1], toByteOffset: length >> 1, as: UInt8.self)
      unsafe target.storeBytes(of: bytes[length &- 1], toByteOffset: length &- 1, as: UInt8.self)
    }
    count &+= length
  }

  /// Appends a whole number; there must be room for ten digits.
  @inline(__always)
  mutating func putDecimal(_ number: UInt32) {
    var rest = number
    var length = 1
    var bound: UInt32 = 10
    while length < 10, rest >= bound {
      length &+= 1
      bound = bound &* 10
      if length == 10 { break }
    }
    var at = count &+ length
    count = at
    repeat {
      at &-= 1
      unsafe base[at] = UInt8(truncatingIfNeeded: 0x30 &+ rest % 10)
      rest /= 10
    } while rest > 0
  }
}

extension ColumnState {
  private static let stretch: UInt16 = 1024
  private static let never: UInt16 = .max

  /// Whether texts are looked for among the shared ones.
  var sharesTexts: Bool { looked != ColumnState.never }

  @inline(__always)
  mutating func count(found isOld: Bool) {
    looked &+= 1
    if isOld { found &+= 1 }
    if looked == ColumnState.stretch {
      looked = found &* 2 >= ColumnState.stretch ? 0 : ColumnState.never
      found = 0
    }
  }
}
