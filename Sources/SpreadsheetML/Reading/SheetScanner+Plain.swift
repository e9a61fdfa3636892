internal import XMLStream

/// The fast way over rows and cells of the forms that nearly all producers write.
///
/// Nothing here decides what is right: whatever differs from the expected bytes in any way is left,
/// with the position unchanged, to the strict tokenizer. The window has NULs behind its last byte,
/// so every loop below ends there, and the words it compares may reach a little past it.
extension SheetScanner {
  private var mayScanPlain: Bool {
    usesFastPath && !xml.hasInnerNamespaces && compatibility.isIdle && prefix.isWhole
  }

  /// Takes a start tag `<row r="12" …>`.
  func scanPlainRow() -> Bool {
    guard mayScanPlain, xml.depth == sheetDataDepth else { return false }
    let all = unsafe window.buffer
    let bytes = unsafe Span(_unsafeElements: all)
    var at = xml.position
    while bytes[at] == 0x0a || bytes[at] == 0x0d || bytes[at] == 0x20 { at += 1 }
    guard bytes[at] == UInt8(ascii: "<"), let name = bytes.skip(prefix, at: at + 1),
      let digits = bytes.skip("row r=\"", at: name)
    else { return false }
    let tagStart = at + 1
    at = digits
    var number = 0
    while bytes[at] &- UInt8(ascii: "0") < 10, number < 10_000_000 {
      number = number * 10 + Int(bytes[at] & 15)
      at += 1
    }
    guard bytes[at] == UInt8(ascii: "\""), 1...CellReference.lastRow ~= number, at - digits < 8
    else { return false }
    let digitCount = at - digits
    at += 1
    var isHidden = false
    var seen: UInt32 = 0
    while bytes[at] == 0x20 {
      guard let (attribute, value) = plainRowAttribute(bytes, at: at + 1), seen & attribute == 0
      else { return false }
      seen |= attribute
      at = value
      if attribute == RowAttribute.hidden {
        switch bytes[at] {
        case UInt8(ascii: "0"): break
        case UInt8(ascii: "1") where bytes[at + 1] == UInt8(ascii: "\""): isHidden = true
        case UInt8(ascii: "f") where bytes.skip("false\"", at: at) != nil: break
        case UInt8(ascii: "t") where bytes.skip("true\"", at: at) != nil: isHidden = true
        default: return false
        }
      }
      // The values of these are numbers, ranges and truth values.
      while bytes[at] >= 0x20, bytes[at] < 0x7b, bytes[at] != UInt8(ascii: "\""),
        bytes[at] != UInt8(ascii: "<"), bytes[at] != UInt8(ascii: "&")
      {
        at += 1
      }
      guard bytes[at] == UInt8(ascii: "\"") else { return false }
      at += 1
    }
    guard bytes[at] == UInt8(ascii: ">") else { return false }
    if !rowEndedLast || !xml.enterAgain() {
      guard (try? xml.enter(tagStart..<name + 3)) != nil else { return false }
    }
    rowNumber = number
    rowDigits = ShortBytes(word: bytes.word(at: digits), count: digitCount)
    rowHasNumber = true
    rowIsHidden = isHidden
    rowIsPlain = true
    rowDepth = xml.depth
    xml.position = at + 1
    // The tag's `<` stands before its name.
    xml.keep = tagStart - 1
    return true
  }

  /// The attributes of a row that may be passed over unread, as bits, and the one that is read.
  private enum RowAttribute {
    static let hidden: UInt32 = 1
    static let spans: UInt32 = 2
    static let style: UInt32 = 4
    static let customFormat: UInt32 = 8
    static let height: UInt32 = 16
    static let customHeight: UInt32 = 32
    static let outlineLevel: UInt32 = 64
    static let collapsed: UInt32 = 128
    static let thickTop: UInt32 = 256
    static let thickBottom: UInt32 = 512
    static let descent: UInt32 = 1024
  }

  /// Which of a row's usual attributes stands at `at`, and where its value begins.
  @inline(__always)
  private func plainRowAttribute(_ bytes: Span<UInt8>, at: Int) -> (UInt32, value: Int)? {
    func value(_ attribute: UInt32, _ end: Int?) -> (UInt32, value: Int)? {
      guard let end, bytes[end] == UInt8(ascii: "="), bytes[end + 1] == UInt8(ascii: "\"") else {
        return nil
      }
      return (attribute, end + 2)
    }
    switch bytes[at] {
    case UInt8(ascii: "h"):
      if bytes[at + 1] == UInt8(ascii: "t") { return value(RowAttribute.height, at + 2) }
      return value(RowAttribute.hidden, bytes.skip("hidden", at: at))
    case UInt8(ascii: "s"):
      if bytes[at + 1] == UInt8(ascii: "=") { return value(RowAttribute.style, at + 1) }
      return value(RowAttribute.spans, bytes.skip("spans", at: at))
    case UInt8(ascii: "c"):
      if let custom = bytes.skip("custom", at: at) {
        if bytes[custom] == UInt8(ascii: "F") {
          return value(RowAttribute.customFormat, bytes.skip("Format", at: custom))
        }
        return value(RowAttribute.customHeight, bytes.skip("Height", at: custom))
      }
      return value(
        RowAttribute.collapsed, bytes.skip("collapse", at: at).flatMap { bytes.skip("d", at: $0) })
    case UInt8(ascii: "o"):
      return value(
        RowAttribute.outlineLevel,
        bytes.skip("outline", at: at).flatMap { bytes.skip("Level", at: $0) })
    case UInt8(ascii: "t"):
      if let end = bytes.skip("thickTop", at: at) { return value(RowAttribute.thickTop, end) }
      return value(RowAttribute.thickBottom, bytes.skip("thickBot", at: at))
    case UInt8(ascii: "x"):
      // Its prefix is declared: the root element names it.
      guard declaresDescent else { return nil }
      return value(
        RowAttribute.descent,
        bytes.skip("x14ac:dy", at: at).flatMap { bytes.skip("Descent", at: $0) })
    default: return nil
    }
  }

  /// Takes all cells that lie whole in the window, and the row's end.
  ///
  /// The forms: `<c r="B7" s="1" t="s"/>` with its attributes in any order, empty or with
  /// `<v>…</v>` or `<is><t>…</t></is>` inside, where texts hold no references.
  ///
  /// - Returns: whether the row has ended.
  func scanPlainCells() -> Bool {
    guard rowIsPlain, mayScanPlain, xml.depth == rowDepth else { return false }
    let all = unsafe window.buffer
    let bytes = unsafe Span(_unsafeElements: all)
    let classes = unsafe ByteClass.pointer
    let unusual = ByteClass.unusualInText
    let forbidden = ByteClass.forbidden
    let bracket = ByteClass.bracket
    let notPlainInFormula = ByteClass.reference | ByteClass.beyondASCII
    let rowStart = xml.keep ?? xml.position
    let prefix = prefix
    let hasPrefix = prefix.count > 0
    let rowDigits = rowDigits
    let hasDigits = rowDigits.count > 0
    var at = xml.position
    var column = lastColumn
    var isAscending = true
    var sawSharedText = false
    defer {
      xml.position = at
      lastColumn = column
      if !isAscending { isInOrder = false }
      if sawSharedText { hasSharedTexts = true }
    }
    nextCell: while true {
      var p = at
      while bytes[p] == 0x0a || bytes[p] == 0x20 || bytes[p] == 0x0d { p += 1 }
      guard bytes[p] == UInt8(ascii: "<") else { return false }
      p += 1
      if bytes[p] == UInt8(ascii: "/") {
        guard let name = bytes.skip(prefix, at: p + 1), let end = bytes.skip("row>", at: name)
        else {
          return false
        }
        at = end
        xml.leave()
        rowEndedLast = true
        return true
      }
      if hasPrefix {
        guard let name = bytes.skip(prefix, at: p) else { return false }
        p = name
      }
      guard bytes[p] == UInt8(ascii: "c") else { return false }
      p += 1
      var cellColumn = column + 1
      var style = 0
      var kind = CellRecord.Kind.number
      var isInline = false
      var formula = -1
      var seen: UInt8 = 0
      // Attributes, each at most once.
      while bytes[p] == 0x20 {
        let name = bytes[p + 1]
        guard bytes[p + 2] == UInt8(ascii: "="), bytes[p + 3] == UInt8(ascii: "\"") else {
          return false
        }
        p += 4
        switch name {
        case UInt8(ascii: "r"):
          guard seen & 1 == 0, hasDigits else { return false }
          seen |= 1
          var number = 0
          while bytes[p] &- UInt8(ascii: "A") < 26, number <= CellReference.lastColumn {
            number = number * 26 + Int(bytes[p] &- 64)
            p += 1
          }
          guard 1...CellReference.lastColumn ~= number, let end = bytes.skip(rowDigits, at: p)
          else { return false }
          p = end
          cellColumn = number
        case UInt8(ascii: "s"):
          guard seen & 2 == 0 else { return false }
          seen |= 2
          while bytes[p] &- UInt8(ascii: "0") < 10, style < 10_000_000 {
            style = style * 10 + Int(bytes[p] & 15)
            p += 1
          }
        case UInt8(ascii: "t"):
          guard seen & 4 == 0 else { return false }
          seen |= 4
          let first = bytes[p]
          p += 1
          if bytes[p] == UInt8(ascii: "\"") {
            switch first {
            case UInt8(ascii: "s"):
              kind = .sharedText
              sawSharedText = true
            case UInt8(ascii: "n"): kind = .number
            case UInt8(ascii: "b"): kind = .boolean
            case UInt8(ascii: "e"): kind = .error
            case UInt8(ascii: "d"): kind = .isoDate
            default: return false
            }
          } else if first == UInt8(ascii: "s"), let end = bytes.skip("tr", at: p) {
            kind = .text
            p = end
          } else if first == UInt8(ascii: "i"), let end = bytes.skip("nlineStr", at: p) {
            kind = .text
            isInline = true
            p = end
          } else {
            return false
          }
        default:
          return false
        }
        guard bytes[p] == UInt8(ascii: "\"") else { return false }
        p += 1
      }
      guard cellColumn <= CellReference.lastColumn else { return false }
      if bytes[p] == UInt8(ascii: "/") {
        guard bytes[p + 1] == UInt8(ascii: ">") else { return false }
        records.append(
          CellRecord(column: cellColumn, style: style, range: 0..<0, kind: .blank, isDecoded: true))
        isAscending = isAscending && cellColumn > column
        column = cellColumn
        at = p + 2
        continue nextCell
      }
      // Content.
      if isInline {
        guard !hasPrefix, let open = bytes.skip("><is><t>", at: p) ?? spacedText(bytes, at: p)
        else {
          return false
        }
        p = open
      } else if hasPrefix {
        guard let open = bytes.skip("><", at: p), let name = bytes.skip(prefix, at: open),
          let content = bytes.skip("v>", at: name)
        else { return false }
        p = content
      } else if let open = bytes.skip("><v>", at: p) {
        p = open
      } else if let open = bytes.skip("><f>", at: p) ?? lazyFormula(bytes, at: p) {
        p = open
        var inFormula: UInt8 = 0
        while bytes[p] != UInt8(ascii: "<") {
          inFormula |= unsafe classes[Int(bytes[p])]
          if bytes[p] == 0 { return false }
          p += 1
        }
        // A reference must be looked at, and so must what may not be UTF-8.
        guard inFormula & (forbidden | notPlainInFormula) == 0,
          inFormula & bracket == 0 || !ByteClass.holdsSectionEnd(bytes.extracting(open..<p)),
          let close = bytes.skip("</f><v>", at: p)
        else {
          return false
        }
        formula = -2 - plainFormulas.count
        plainFormulas.append(open - rowStart..<p - rowStart)
        p = close
      } else {
        return false
      }
      let start = p
      var content: UInt8 = 0
      if kind == .text {
        var beyond: UInt64 = 0
        p = bytes.endOfPlainWords(from: p, beyond: &beyond)
        content = (beyond == 0 ? 0 : ByteClass.beyondASCII) | ByteClass.visible
      }
      while bytes[p] != UInt8(ascii: "<") {
        content |= unsafe classes[Int(bytes[p])]
        if bytes[p] == 0 { return dropFormula(formula) }
        p += 1
      }
      let end = p
      // A text may wait with its references until it is asked for.
      guard content & (kind == .text ? forbidden : unusual) == 0,
        content & bracket == 0 || !ByteClass.holdsSectionEnd(bytes.extracting(start..<end))
      else { return dropFormula(formula) }
      if isInline {
        guard let close = bytes.skip("</t></is", at: p), let cell = bytes.skip("></c>", at: close)
        else { return false }
        p = cell
      } else if hasPrefix {
        guard let a = bytes.skip("</", at: p), let b = bytes.skip(prefix, at: a),
          let c = bytes.skip("v></", at: b), let d = bytes.skip(prefix, at: c),
          let e = bytes.skip("c>", at: d)
        else { return false }
        p = e
      } else {
        guard let close = bytes.skip("</v></c>", at: p) else { return dropFormula(formula) }
        p = close
      }
      records.append(
        CellRecord(
          column: cellColumn, style: style, range: start - rowStart..<end - rowStart,
          kind: start == end && kind != .text ? .blank : kind, isDecoded: false, classes: content,
          formula: formula))
      isAscending = isAscending && cellColumn > column
      column = cellColumn
      at = p
    }
  }
  /// The place behind a formula's start tag as LibreOffice writes it.
  private func lazyFormula(_ bytes: Span<UInt8>, at: Int) -> Int? {
    guard let start = bytes.skip("><f aca=", at: at) else { return nil }
    return bytes.skip("\"false\">", at: start)
  }

  /// The place behind `><is><t xml:space="preserve">`.
  private func spacedText(_ bytes: Span<UInt8>, at: Int) -> Int? {
    guard let a = bytes.skip("><is><t ", at: at), let b = bytes.skip("xml:spac", at: a),
      let c = bytes.skip("e=\"prese", at: b)
    else { return nil }
    return bytes.skip("rve\">", at: c)
  }

  /// Takes back the formula of a cell that is left to the tokenizer after all.
  private func dropFormula(_ formula: Int) -> Bool {
    if formula < -1 { plainFormulas.removeLast() }
    return false
  }
}
