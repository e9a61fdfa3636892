internal import XMLStream
internal import Zip

/// What stands around the rows of a sheet's part: its elements with their places, the rows left out.
struct SheetFrame {
  let outline: MarkupOutline
  /// Where in the part the rows stood, from the first byte of `sheetData` to its last.
  private let rows: Range<UInt64>
  private let text: PartText

  /// Reads the frame.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - rows: where its `sheetData` element stands, counted in UTF-8.
  /// - Throws: ``WorkbookError``.
  /// - Complexity: O(*n*) in the part, in memory that does not grow with the rows.
  init(_ sheet: Sheet, rows: Range<UInt64>) throws(WorkbookError) {
    let package = sheet.book.package
    self.rows = rows
    text = try package.text(of: sheet.part)
    var bytes: [UInt8] = []
    if text.isInPlace {
      let entry = try package.entry(sheet.part)
      bytes = try WorkbookError.wrappingZip { () throws(ZipError) in
        try SheetFrame.around(rows, of: try package.archive.open(entry))
      }
    } else {
      bytes = try text.decoded(try package.bytes(of: sheet.part))
      bytes.removeSubrange(
        Int(
          min(rows.lowerBound, UInt64(bytes.count)))..<Int(
            min(rows.upperBound, UInt64(bytes.count))))
    }
    let limits = package.limits
    outline = try WorkbookError.wrappingXML(at: Place(sheet: sheet.name)) { () throws(XMLError) in
      try MarkupOutline(bytes, depth: limits.depth, attributes: limits.attributes)
    }
  }

  private static func around(
    _ rows: Range<UInt64>, of reader: ZipEntryReader
  ) throws(ZipError) -> [UInt8] {
    reader.expandAside()
    var bytes: [UInt8] = []
    var at: UInt64 = 0
    while true {
      let piece = try reader.read(upTo: 256 << 10)
      if piece.isEmpty { return bytes }
      let end = at + UInt64(piece.count)
      if at < rows.lowerBound {
        bytes += piece[..<Int(min(rows.lowerBound, end) - at)]
      }
      if end > rows.upperBound {
        bytes += piece[Int(max(rows.upperBound, at) - at)...]
      }
      at = end
    }
  }

  /// Splices of the outline as splices of the part.
  func inPart(_ splices: SpliceList) throws(WorkbookError) -> SpliceList {
    var moved = SpliceList()
    for splice in try splices.inOrder() {
      let by = splice.range.lowerBound >= rows.lowerBound ? rows.upperBound - rows.lowerBound : 0
      moved.replace(
        splice.range.lowerBound + by..<splice.range.upperBound + by,
        with: text.admitted(splice.bytes))
    }
    return moved
  }
}
