internal import XMLStream

/// Where the bytes of the row at hand lie.
extension SheetScanner {
  /// The bytes that places in the row's records which are not decoded count from; valid until the
  /// next row.
  package var rowBytes: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(rebasing: window.buffer[rowBase...])
  }

  /// Where in the part a place lies that counts from the row's first byte.
  func offset(inRow place: Int) -> UInt64 { window.discarded + UInt64(rowBase + place) }

  /// The bytes in the part of a cell that is not decoded.
  func withXMLBytes(
    of cell: CellRecord, _ body: (Span<UInt8>) throws(XMLError) -> Void
  ) throws(XMLError) {
    let bytes = unsafe UnsafeBufferPointer(rebasing: rowBytes[Int(cell.start)..<Int(cell.end)])
    try body(unsafe Span(_unsafeElements: bytes))
  }

  /// The bytes of a cell's value: as they stand in the part, or decoded.
  func withBytes<R>(of cell: CellRecord, _ body: (Span<UInt8>) throws -> R) rethrows -> R {
    let place = Int(cell.start)..<Int(cell.end)
    if cell.isDecoded {
      return try unsafe decoded.withUnsafeBufferPointer { all in
        try body(unsafe Span(_unsafeElements: UnsafeBufferPointer(rebasing: all[place])))
      }
    }
    let bytes = unsafe UnsafeBufferPointer(rebasing: rowBytes[place])
    return try body(unsafe Span(_unsafeElements: bytes))
  }
}
