/// New bytes for a place in a part; the bytes that stood there go, all others stay.
struct Splice: Hashable, Sendable {
  /// The place, in bytes of the part's text from 0; empty where bytes are only added.
  var range: Range<UInt64>
  var bytes: [UInt8]
}

/// The splices of one part.
struct SpliceList: Hashable, Sendable {
  private var list: [Splice] = []

  init() {}

  var isEmpty: Bool { list.isEmpty }

  /// Puts bytes in the place of others.
  mutating func replace(_ range: Range<UInt64>, with bytes: [UInt8]) {
    list.append(Splice(range: range, bytes: bytes))
  }

  /// Puts bytes in the place of others.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
    replace(UInt64(range.lowerBound)..<UInt64(range.upperBound), with: bytes)
  }

  /// Adds bytes before the one at `place`, behind others that were added there.
  mutating func insert(_ bytes: [UInt8], at place: UInt64) {
    replace(place..<place, with: bytes)
  }

  /// Adds bytes before the one at `place`.
  mutating func insert(_ bytes: [UInt8], at place: Int) { replace(place..<place, with: bytes) }

  /// Adds the splices of another list, behind those at the same places.
  mutating func append(_ other: SpliceList) { list += other.list }

  /// The splices from front to back.
  ///
  /// - Throws: ``WorkbookError`` when two of them overlap, before anything is written.
  func inOrder() throws(WorkbookError) -> [Splice] {
    let sorted = list.enumerated().sorted {
      let (a, b) = ($0.element.range, $1.element.range)
      if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
      // What is added at a place stands before what replaces the bytes there.
      return a.isEmpty != b.isEmpty ? a.isEmpty : $0.offset < $1.offset
    }.map(\.element)
    for (earlier, later) in zip(sorted, sorted.dropFirst())
    where earlier.range.upperBound > later.range.lowerBound {
      throw .changesOverlap
    }
    return sorted
  }

  /// The text with its splices made.
  func applied(to text: [UInt8]) throws(WorkbookError) -> [UInt8] {
    var output: [UInt8] = []
    var application = SpliceApplication(try inOrder())
    application.take(text.span) { span in
      unsafe span.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
    }
    application.finish { span in
      unsafe span.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
    }
    return output
  }
}

/// Makes splices while a text goes by piece by piece.
struct SpliceApplication {
  private let splices: [Splice]
  private var next = 0
  /// Where in the text the next piece begins.
  private var position: UInt64 = 0
  /// Up to where the text was replaced.
  private var dropped: UInt64 = 0

  /// - Parameter splices: in order, without overlaps.
  init(_ splices: [Splice]) { self.splices = splices }

  /// Takes the text's next piece and gives out what stands in its place.
  mutating func take<Failure: Error>(
    _ piece: Span<UInt8>, output: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var at = 0
    while at < piece.count {
      let place = position + UInt64(at)
      if place < dropped {
        at = Int(min(dropped - position, UInt64(piece.count)))
        continue
      }
      if next < splices.count, splices[next].range.lowerBound == place {
        try give(output)
        continue
      }
      var end = piece.count
      if next < splices.count {
        end = Int(min(splices[next].range.lowerBound - position, UInt64(end)))
      }
      try output(piece.extracting(at..<end))
      at = end
    }
    position += UInt64(piece.count)
  }

  /// Gives out what stands at the text's end.
  mutating func finish<Failure: Error>(
    output: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    while next < splices.count { try give(output) }
  }

  private mutating func give<Failure: Error>(
    _ output: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let splice = splices[next]
    next += 1
    dropped = max(dropped, splice.range.upperBound)
    if !splice.bytes.isEmpty { try output(splice.bytes.span) }
  }
}
