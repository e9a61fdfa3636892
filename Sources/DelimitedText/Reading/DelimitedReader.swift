/// Reads delimited text record by record, in memory that does not grow with the text.
///
/// The rules are those of RFC 4180, and where that is silent, what spreadsheets do:
///
/// - A record ends at LF, CR or CR LF, in any mixture, unless within quotes.
/// - A field that begins with the quote ends at the next quote that is not doubled. Quotes anywhere
///   else are text. Text after the closing quote belongs to the field, or is refused if so asked.
/// - A blank line is a record of one empty field, so that rows keep their place. Nothing after the
///   last line end is no record.
/// - Records may have different numbers of fields.
/// - NUL, bytes that mean nothing in the encoding, and a quote that is never closed are errors.
///
/// After ``readRecord()`` the record's fields can be looked at until it is called again.
///
///     var reader = DelimitedReader(ByteArraySource(Array("a,b\n1,2\n".utf8)))
///     while try reader.readRecord() {
///       for index in 0..<reader.fieldCount { print(reader.line, reader.text(index)) }
///     }
public struct DelimitedReader<Source: ByteSource & ~Copyable>: ~Copyable {
  @usableFromInline
  var scanner: RecordScanner

  private var source: Source

  /// Makes a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - dialect: Delimiter, quote and separator line; CSV when left out.
  ///   - encoding: The text's encoding, UTF-8 when left out. A byte order mark decides against it.
  ///   - limits: How long fields and records may be.
  ///   - refusesTextAfterQuote: Whether text after a closing quote is an error, not part of the field.
  ///   - sample: Bytes already taken from the source; they are read first.
  public init(
    _ source: consuming Source, dialect: Dialect = .csv, encoding: TextEncoding = .utf8,
    limits: DelimitedTextLimits = DelimitedTextLimits(), refusesTextAfterQuote: Bool = false,
    startingWith sample: [UInt8] = []
  ) {
    self.scanner = RecordScanner(
      dialect: dialect, encoding: encoding, limits: limits,
      refusesTextAfterQuote: refusesTextAfterQuote, sample: sample)
    self.source = source
  }

  /// Reads the next record.
  ///
  /// - Returns: Whether there was one; false at the end of the text, however often asked.
  /// - Throws: ``DelimitedTextError``. After an error the reader cannot go on and throws it again.
  /// - Complexity: O(*n*) in the record's bytes.
  @inlinable
  public mutating func readRecord() throws(DelimitedTextError) -> Bool {
    while true {
      switch scanner.scan() {
      case .record: return true
      case .end: return false
      case .needsBytes: try fill()
      case .failed: if let failure = scanner.failure { throw failure }
      }
    }
  }

  @usableFromInline
  mutating func fill() throws(DelimitedTextError) {
    try scanner.fill(from: &source)
  }

  /// How many fields the record has; at least one, and zero before the first record.
  @inlinable
  public var fieldCount: Int { scanner.state.fieldCount }

  /// The number of the record, from one; blank lines count, a separator line does not.
  @inlinable
  public var recordNumber: Int { scanner.recordNumber }

  /// The line on which the record starts, from one.
  @inlinable
  public var line: Int { scanner.state.line }

  /// The encoding in use: what a byte order mark said, else what the reader was made with.
  public var encoding: TextEncoding { scanner.text.encoding }

  /// Whether a field was written in quotes.
  ///
  /// - Parameter index: The field, from zero, less than ``fieldCount``.
  /// - Returns: Whether the field's first byte was the quote.
  @inlinable
  public func isQuoted(_ index: Int) -> Bool {
    precondition(index >= 0 && index < fieldCount, "There is no such field")
    return scanner.ends[index] & FieldEnd.isQuoted != 0
  }

  /// Gives a function the text of a field, without its quotes, as UTF-8.
  ///
  /// The bytes are well-formed and hold no NUL. They are valid only during the call.
  ///
  /// - Parameters:
  ///   - index: The field, from zero, less than ``fieldCount``.
  ///   - body: What to do with the bytes.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  /// - Complexity: O(1), beside what `body` does.
  @inlinable
  public func withField<Result, Failure: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(index >= 0 && index < fieldCount, "There is no such field")
    let end = scanner.ends[index]
    if end & FieldEnd.isCopied != 0 {
      let range = scanner.copies.range(ofField: index)
      return try body(scanner.copies.bytes.span.extracting(range))
    }
    let start = scanner.state.recordStart
    var first = start
    if index > 0 { first = start &+ Int(scanner.ends[index &- 1] & FieldEnd.offset) &+ 1 }
    var last = start &+ Int(end & FieldEnd.offset)
    if end & FieldEnd.isQuoted != 0 {
      first = first &+ 1
      last = last &- 1
    }
    return try body(scanner.text.bytes.span.extracting(first..<last))
  }

  /// Gives a function each field of the record in turn.
  ///
  /// - Parameter body: Takes the field's number from zero, its text as in ``withField(_:_:)``, and
  ///   whether it was written in quotes.
  /// - Throws: What `body` throws.
  /// - Complexity: O(*n*) in the number of fields.
  @inlinable
  public func forEachField<Failure: Error>(
    _ body: (_ index: Int, _ text: Span<UInt8>, _ isQuoted: Bool) throws(Failure) -> Void
  ) throws(Failure) {
    for index in 0..<fieldCount {
      let isQuoted = isQuoted(index)
      try withField(index) { bytes throws(Failure) in try body(index, bytes, isQuoted) }
    }
  }

  /// The text of a field.
  ///
  /// - Parameter index: The field, from zero, less than ``fieldCount``.
  /// - Returns: The field without its quotes.
  /// - Complexity: O(*n*) in the field's bytes: it makes a string.
  public func text(_ index: Int) -> String {
    withField(index) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Where a field starts in the text, to tell people about it.
  ///
  /// - Parameter index: The field, from zero, less than ``fieldCount``.
  /// - Returns: Line and column, both from one; the column counts Unicode scalars. For a quoted field
  ///   it is the place of the quote.
  /// - Complexity: O(*n*) in the bytes of the record before the field.
  public func place(ofField index: Int) -> (line: Int, column: Int) {
    precondition(index >= 0 && index < fieldCount, "There is no such field")
    return scanner.place(at: scanner.state.recordStart + scanner.start(ofField: index))
  }
}

extension DelimitedReader: Sendable where Source: Sendable & ~Copyable {}
