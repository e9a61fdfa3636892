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
    output.reserveCapacity(text.count)
    var done = 0
    for splice in try inOrder() {
      // Places come from the text, so they lie inside it.
      output += text[done..<Int(splice.range.lowerBound)]
      output += splice.bytes
      done = Int(splice.range.upperBound)
    }
    output += text[done...]
    return output
  }
}

/// Makes splices while a text goes by piece by piece.
struct SpliceApplication {
  /// Gives the splices in order, without overlaps, and nil after the last.
  typealias Source = () throws -> Splice?

  private let source: Source
  private var next: Splice?
  private var hasBegun = false
  /// Where in the text the next piece begins.
  private var position: UInt64 = 0
  /// Up to where the text was replaced.
  private var dropped: UInt64 = 0

  init(_ source: @escaping Source) { self.source = source }

  /// - Parameter splices: in order, without overlaps.
  init(_ splices: [Splice]) {
    var rest = splices.makeIterator()
    self.init { rest.next() }
  }

  /// Takes the text's next piece and gives out what stands in its place.
  mutating func take(_ piece: Span<UInt8>, output: (Span<UInt8>) throws -> Void) throws {
    if !hasBegun { try begin() }
    var at = 0
    while at < piece.count {
      let place = position + UInt64(at)
      if place < dropped {
        at = Int(min(dropped - position, UInt64(piece.count)))
        continue
      }
      guard let splice = next else {
        try output(piece.extracting(at..<piece.count))
        break
      }
      if splice.range.lowerBound <= place {
        try give(splice, output)
        continue
      }
      let end = Int(min(splice.range.lowerBound - position, UInt64(piece.count)))
      try output(piece.extracting(at..<end))
      at = end
    }
    position += UInt64(piece.count)
  }

  /// Gives out what stands at the text's end.
  mutating func finish(output: (Span<UInt8>) throws -> Void) throws {
    if !hasBegun { try begin() }
    while let splice = next { try give(splice, output) }
  }

  private mutating func begin() throws {
    hasBegun = true
    next = try source()
  }

  private mutating func give(
    _ splice: Splice, _ output: (Span<UInt8>) throws -> Void
  ) throws {
    dropped = max(dropped, splice.range.upperBound)
    if !splice.bytes.isEmpty { try output(splice.bytes.span) }
    next = try source()
  }
}
