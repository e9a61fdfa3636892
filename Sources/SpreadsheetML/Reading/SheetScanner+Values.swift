internal import XMLStream

/// What the bytes of a cell stand for.
extension SheetScanner {
  /// The value of a cell of the row at hand.
  ///
  /// - Throws: ``WorkbookError`` without a place for a value that contradicts its type.
  func value(
    of cell: CellRecord, strings: () throws(WorkbookError) -> SharedStrings
  ) throws(WorkbookError) -> CellValue {
    switch cell.kind {
    case .blank: return .blank
    case .number:
      if cell.start == cell.end { return .blank }
      return .number(try number(of: cell))
    case .sharedText:
      let table = try strings()
      guard let text = table.text(try sharedIndex(of: cell, in: table)) else { return .blank }
      return .text(text)
    case .text: return .text(try text(of: cell))
    case .boolean: return .boolean(try boolean(of: cell))
    case .error: return .error(CellError(try text(of: cell)))
    case .isoDate: return .isoDate(try text(of: cell))
    }
  }

  /// The number a cell holds.
  func number(of cell: CellRecord) throws(WorkbookError) -> Double {
    if let value = withBytes(of: cell, { DecimalNumber.value($0) }) { return value }
    throw .badValue(rawText(of: cell), type: "number")
  }

  /// The truth value a cell holds.
  func boolean(of cell: CellRecord) throws(WorkbookError) -> Bool {
    switch rawText(of: cell) {
    case "1", "true", "TRUE": return true
    case "0", "false", "FALSE": return false
    case let text: throw .badValue(text, type: "truth value")
    }
  }

  /// The index of a shared text, checked against the table.
  func sharedIndex(
    of cell: CellRecord, in table: SharedStrings
  ) throws(WorkbookError) -> Int {
    let index = withBytes(of: cell) { bytes -> Int? in
      var index = 0
      guard bytes.count > 0, bytes.count <= 10 else { return nil }
      for at in 0..<bytes.count {
        guard bytes[at] &- UInt8(ascii: "0") < 10 else { return nil }
        index = index * 10 + Int(bytes[at] & 15)
      }
      return index
    }
    if let index, index < table.count { return index }
    // White space around the index is allowed by the schema and rare, so it is looked at last.
    if let padded = Int(rawText(of: cell).filter { !$0.isWhitespace }), 0..<table.count ~= padded {
      return padded
    }
    throw .sharedText(String(rawText(of: cell).prefix(20)), count: table.count)
  }

  /// The text a cell holds, escapes undone.
  func text(of cell: CellRecord) throws(WorkbookError) -> String {
    var bytes: [UInt8] = []
    try appendText(of: cell, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the UTF-8 of a text cell, escapes undone.
  func appendText(of cell: CellRecord, to output: inout [UInt8]) throws(WorkbookError) {
    let start = output.count
    if !cell.isDecoded, cell.classes & (ByteClass.reference | ByteClass.carriageReturn) != 0 {
      var text: [UInt8] = []
      try WorkbookError.wrappingXML(at: Place()) { () throws(XMLError) in
        try withXMLBytes(of: cell) { bytes throws(XMLError) in
          try XMLText.append(bytes, offset: offset(inRow: Int(cell.start)), to: &text)
        }
      }
      if cell.kind == .text { TextEscape.undo(in: &text, from: 0) }
      output += text
      return
    }
    withBytes(of: cell) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
    }
    if cell.isDecoded { return }
    if cell.classes & ByteClass.beyondASCII != 0,
      !XMLText.isValidUTF8(output.span.extracting(start...))
    {
      throw WorkbookError(.damagedPart, "the text is not valid UTF-8; the file is damaged")
    }
    if cell.kind == .text, cell.classes & ByteClass.underscore != 0 {
      TextEscape.undo(in: &output, from: start)
    }
  }

  private func rawText(of cell: CellRecord) -> String {
    withBytes(of: cell) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }
}
