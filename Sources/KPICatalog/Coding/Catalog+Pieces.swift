extension Catalog {
  /// The bytes after which a piece is handed on: what is written stays near the processor, and a
  /// catalog of any size takes no more memory than this.
  private static let pieceSize = 128 << 10

  /// Writes the catalog, handing on what is written after some measures.
  @inline(__always)
  func write<Failure: Error>(
    with writer: inout some CatalogWriter, to output: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    beginEncoding(to: &writer)
    writer.beginList()
    var next = 0
    while next < measures.count {
      next = encodePiece(from: next, to: &writer)
      try writer.out.handOn(to: output)
    }
    writer.endList()
    endEncoding(to: &writer)
    try writer.out.handOn(to: output)
  }

  /// Gives measures until a piece is full; apart from ``write(with:to:)`` for being made for each
  /// writer, as it does not depend on what the output throws.
  ///
  /// - Returns: The first measure of the next piece.
  private func encodePiece(from start: Int, to writer: inout some CatalogWriter) -> Int {
    unsafe measures.withUnsafeBufferPointer { measures in
      var index = start
      while index < measures.count, writer.out.count < Self.pieceSize {
        unsafe Self.encode(measures, index, to: &writer)
        index += 1
      }
      return index
    }
  }

  /// Gives a measure that stays where it is.
  ///
  /// The compiler copies a measure of an array before it is passed on, and counts its forty
  /// references up and down, a tenth of the time of writing it. Here its bits alone are lent: they
  /// are moved into a measure and out again, never copied and never destroyed, while the array
  /// keeps what they refer to.
  private static func encode(
    _ measures: UnsafeBufferPointer<KPIDefinition>, _ index: Int,
    to writer: inout some CatalogWriter
  ) {
    guard let source = measures.baseAddress, index < measures.count else { return }
    unsafe withUnsafeTemporaryAllocation(of: KPIDefinition.self, capacity: 1) { room in
      guard let place = room.baseAddress else { return }
      unsafe UnsafeMutableRawPointer(place).copyMemory(
        from: source + index, byteCount: MemoryLayout<KPIDefinition>.size)
      let measure = unsafe place.move()
      measure.encode(to: &writer)
      unsafe place.initialize(to: measure)
    }
  }
}
