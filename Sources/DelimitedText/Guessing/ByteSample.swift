/// The first bytes of a text, from which its dialect is guessed.
///
///     var file = FileSource(path)
///     let sample = try ByteSample(from: &file)
///     let guess = DialectGuess(sample)
///     var reader = DelimitedReader(
///       file, dialect: guess.dialect, encoding: guess.encoding.value,
///       startingWith: sample.bytes)
public struct ByteSample: Sendable {
  /// The bytes, in the text's own encoding.
  public let bytes: [UInt8]

  /// Whether they are the whole text.
  public let isWhole: Bool

  /// Makes a sample of bytes at hand.
  ///
  /// - Parameters:
  ///   - bytes: The text's first bytes.
  ///   - isWhole: Whether nothing follows them; true when left out.
  public init(_ bytes: [UInt8], isWhole: Bool = true) {
    self.bytes = bytes
    self.isWhole = isWhole
  }

  /// Takes a sample from a source, which then goes on after it.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - count: The most bytes taken; 64 KiB when left out.
  /// - Throws: ``DelimitedTextError`` with code `.sourceFailed`.
  /// - Complexity: O(*n*) in the bytes taken.
  public init<Source: ByteSource & ~Copyable>(
    from source: inout Source, atMost count: Int = 64 << 10
  ) throws(DelimitedTextError) {
    var bytes: [UInt8] = []
    var isWhole = false
    do {
      while bytes.count < count, !isWhole {
        let before = bytes.count
        try bytes.append(addingCapacity: count - before) { buffer in
          try source.read(into: &buffer)
        }
        isWhole = bytes.count == before
      }
    } catch {
      throw .sourceFailed(error)
    }
    self.init(bytes, isWhole: isWhole)
  }

  /// The sample as UTF-8, up to the first fault or half character.
  func decoded(as encoding: TextEncoding) -> (text: [UInt8], encoding: TextEncoding) {
    var window = TextWindow(encoding: encoding, sample: bytes)
    var nothing = ByteArraySource([])
    do {
      try window.fill(from: &nothing)
      if window.fault == nil { try window.fill(from: &nothing) }
    } catch {
      // A source without bytes does not fail.
    }
    return (Array(window.bytes[..<window.readable]), window.encoding)
  }
}
