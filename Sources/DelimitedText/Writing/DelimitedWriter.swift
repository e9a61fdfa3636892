/// Writes delimited text, UTF-8, a field at a time.
///
/// Quotes stand only where RFC 4180 section 2 needs them: around a field that holds the delimiter,
/// the quote, CR or LF. Blanks at a field's ends need none. A record of one empty field is an empty
/// line, which the reader takes back as just that. The text's first field is also quoted where a
/// reader would otherwise take it for a byte order mark or for Excel's `sep=` line.
///
///     var writer = DelimitedWriter(ByteArraySink())
///     try writer.appendText("Share of visitors, adults")
///     try writer.endField()
///     try writer.appendPlain("0.31")
///     try writer.endField()
///     try writer.endRecord()
///     let bytes = try writer.finish().bytes  // "Share of visitors, adults",0.31
///
/// Bytes reach the sink in pieces of about 64 KiB. Memory holds one such piece, or the longest field.
/// After an error nothing more can be written in a meaningful way.
public struct DelimitedWriter<Sink: ByteSink & ~Copyable>: ~Copyable {
  @usableFromInline
  var buffer: OutputBuffer

  private var sink: Sink

  /// Makes a writer, and writes the byte order mark and separator line if asked for.
  ///
  /// - Parameters:
  ///   - sink: Where the bytes go.
  ///   - dialect: Delimiter, quote, line end and separator line; CSV with LF when left out.
  ///   - safeForSpreadsheets: Whether text that a spreadsheet could take for a formula, because it
  ///     begins with `=`, `+`, `-`, `@`, a tab or a line end, gets an apostrophe before it. Such
  ///     text does not come back the same. The protection holds where the file is opened with its
  ///     own delimiter; a separator line makes Excel do so.
  ///   - byteOrderMark: Whether the text starts with U+FEFF, by which Excel knows UTF-8.
  public init(
    _ sink: consuming Sink, dialect: Dialect = .csv, safeForSpreadsheets: Bool = false,
    byteOrderMark: Bool = false
  ) {
    self.sink = sink
    buffer = OutputBuffer(
      dialect: dialect, capacity: 64 << 10, isSafeForSpreadsheets: safeForSpreadsheets)
    buffer.start(byteOrderMark: byteOrderMark, separatorLine: dialect.hasSeparatorLine)
  }

  /// Appends bytes to the field without looking at them: digits, `TRUE`, an ISO date.
  ///
  /// - Parameter bytes: UTF-8 without delimiter, quote and line end.
  /// - Throws: ``DelimitedTextError`` with code `.sinkFailed`.
  /// - Complexity: O(*n*) in the bytes.
  @inlinable
  public mutating func appendPlain(_ bytes: Span<UInt8>) throws(DelimitedTextError) {
    if buffer.room < bytes.count { try makeRoom(for: bytes.count) }
    buffer.appendPlain(bytes)
  }

  /// Appends a string to the field without looking at it.
  ///
  /// - Parameter string: Text without delimiter, quote and line end.
  /// - Throws: ``DelimitedTextError`` with code `.sinkFailed`.
  /// - Complexity: O(*n*) in the string's bytes.
  public mutating func appendPlain(_ string: String) throws(DelimitedTextError) {
    try appendPlain(string.utf8Span.span)
  }

  /// Appends text to the field, which gets quotes if the text needs them.
  ///
  /// A field may be made of several texts; they are quoted, and guarded against being taken for a
  /// formula, as one.
  ///
  /// - Parameter bytes: UTF-8.
  /// - Throws: ``DelimitedTextError`` with code `.sinkFailed`, or `.needsQuote` in a dialect without
  ///   quotes.
  /// - Complexity: O(*n*) in the bytes.
  @inlinable
  public mutating func appendText(_ bytes: Span<UInt8>) throws(DelimitedTextError) {
    // Every byte may be a quote, to be doubled.
    if buffer.room < bytes.count &* 2 { try makeRoom(for: bytes.count &* 2) }
    try buffer.appendText(bytes)
  }

  /// Appends a string to the field, which gets quotes if the string needs them.
  ///
  /// - Parameter string: Any text.
  /// - Throws: ``DelimitedTextError`` with code `.sinkFailed`, or `.needsQuote` in a dialect without
  ///   quotes.
  /// - Complexity: O(*n*) in the string's bytes.
  public mutating func appendText(_ string: String) throws(DelimitedTextError) {
    try appendText(string.utf8Span.span)
  }

  /// Ends the field; one to which nothing was appended is empty.
  ///
  /// - Throws: ``DelimitedTextError`` with code `.sinkFailed`.
  /// - Complexity: O(1).
  @inlinable
  public mutating func endField() throws(DelimitedTextError) {
    if buffer.room < 0 { try makeRoom(for: 0) }
    buffer.endField()
  }

  /// Ends the record, and before it the field being written, if anything was appended to it.
  ///
  /// A record without fields is an empty line, like one with one empty field.
  ///
  /// - Throws: ``DelimitedTextError`` with code `.sinkFailed`.
  /// - Complexity: O(1).
  @inlinable
  public mutating func endRecord() throws(DelimitedTextError) {
    if buffer.room < 0 { try makeRoom(for: 0) }
    buffer.endRecord()
  }

  /// Writes what is left, and ends a record that was begun.
  ///
  /// Without this call the last bytes are lost.
  ///
  /// - Returns: The sink, which has all bytes now.
  /// - Throws: ``DelimitedTextError`` with code `.sinkFailed`.
  public consuming func finish() throws(DelimitedTextError) -> Sink {
    if buffer.hasOpenRecord { try endRecord() }
    try makeRoom(for: 0)
    return sink
  }

  @usableFromInline
  mutating func makeRoom(for count: Int) throws(DelimitedTextError) {
    try buffer.flush(to: &sink, makingRoomFor: count)
  }
}

extension DelimitedWriter: Sendable where Sink: Sendable & ~Copyable {}
