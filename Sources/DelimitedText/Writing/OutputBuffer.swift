/// The bytes of a delimited text on their way to the sink, with the field being written at the end.
///
/// A field is written as it comes. When a byte turns up that needs quotes, the opening quote is put
/// in before what is there already; so the common field is copied once and looked at once.
@usableFromInline
struct OutputBuffer: ~Copyable, Sendable {
  /// The bytes; those from `count` on are room.
  @usableFromInline
  var storage: ByteStorage

  /// How many bytes are written.
  @usableFromInline
  var count = 0

  /// Where the field being written starts.
  @usableFromInline
  var fieldStart = 0

  /// Whether the field being written has its opening quote.
  @usableFromInline
  var isQuoted = false

  /// Whether the field has had no bytes yet that tell whether a spreadsheet takes it for a formula.
  @usableFromInline
  var checksStart: Bool

  /// Whether the text's first field has yet to end.
  @usableFromInline
  var isFirstField = true

  /// Whether a field of the record has ended, so that the byte before the next one is a delimiter.
  @usableFromInline
  var hasFields = false

  @usableFromInline
  let delimiter: UInt8

  /// The quote, or the delimiter again in a dialect that has none.
  @usableFromInline
  let quote: UInt8

  @usableFromInline
  let special: SpecialBytes

  @usableFromInline
  let hasQuote: Bool

  @usableFromInline
  let endsWithCarriageReturn: Bool

  @usableFromInline
  let isSafeForSpreadsheets: Bool

  /// The room that every act can count on: two quotes, an apostrophe, a delimiter, a line end.
  @usableFromInline
  static var slack: Int { 8 }

  init(dialect: Dialect, capacity: Int, isSafeForSpreadsheets: Bool) {
    storage = ByteStorage(count: max(capacity, 4 * Self.slack))
    delimiter = dialect.delimiter
    quote = dialect.quote ?? dialect.delimiter
    special = SpecialBytes(delimiter: delimiter, quote: quote)
    hasQuote = dialect.quote != nil
    endsWithCarriageReturn = dialect.lineEnding == .carriageReturnLineFeed
    self.isSafeForSpreadsheets = isSafeForSpreadsheets
    checksStart = isSafeForSpreadsheets
  }

  /// How many bytes can be written before the buffer has to make room.
  @inlinable
  var room: Int { storage.count &- count &- Self.slack }

  /// Appends bytes that need no quotes.
  @inlinable
  mutating func appendPlain(_ bytes: Span<UInt8>) {
    _ = storage.write(bytes, at: count) { _ in 0 }
    count &+= bytes.count
    checksStart = false
  }

  /// Appends text, in quotes if it needs them.
  ///
  /// - Throws: ``DelimitedTextError`` with code `.needsQuote` in a dialect without quotes.
  @inlinable
  mutating func appendText(_ bytes: Span<UInt8>) throws(DelimitedTextError) {
    if checksStart { checkStart(bytes) }
    let special = special
    if storage.write(bytes, at: count, look: { special.found(in: $0) }) == 0 {
      count &+= bytes.count
    } else {
      try appendQuoted(bytes)
    }
  }

  /// Ends the field.
  @inlinable
  mutating func endField() {
    if isQuoted || isFirstField { closeField() }
    storage[count] = delimiter
    count &+= 1
    fieldStart = count
    hasFields = true
    checksStart = isSafeForSpreadsheets
  }

  /// Ends the record, and the field being written if it has any bytes.
  @inlinable
  mutating func endRecord() {
    if count > fieldStart { endField() }
    // The delimiter after the last field makes way for the line end.
    if hasFields { count &-= 1 }
    if endsWithCarriageReturn {
      storage[count] = 0x0D
      count &+= 1
    }
    storage[count] = 0x0A
    count &+= 1
    fieldStart = count
    hasFields = false
    isFirstField = false
    checksStart = isSafeForSpreadsheets
  }
}

extension OutputBuffer {
  /// Whether a record was begun and not ended.
  var hasOpenRecord: Bool { hasFields || count > fieldStart }

  /// Writes what comes before the first record.
  mutating func start(byteOrderMark: Bool, separatorLine: Bool) {
    if byteOrderMark {
      for byte: UInt8 in [0xEF, 0xBB, 0xBF] { append(byte) }
    }
    if separatorLine {
      for byte in "sep=".utf8 { append(byte) }
      append(delimiter)
      if endsWithCarriageReturn { append(ASCII.carriageReturn) }
      append(ASCII.lineFeed)
      isFirstField = false
    }
    fieldStart = count
  }

  /// Appends text that holds a delimiter, a quote or a line end.
  @usableFromInline
  mutating func appendQuoted(_ bytes: Span<UInt8>) throws(DelimitedTextError) {
    guard hasQuote else { throw .needsQuote() }
    openQuote()
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == quote { append(byte) }
      append(byte)
    }
  }

  /// Closes the field's quotes, and puts some around the text's first field if a reader would take
  /// it for a byte order mark or for Excel's separator line.
  @usableFromInline
  mutating func closeField() {
    if isFirstField {
      isFirstField = false
      if hasQuote, startsWithByteOrderMark || isSeparatorLine { openQuote() }
    }
    if isQuoted {
      isQuoted = false
      append(quote)
    }
  }

  /// Whether the field being written starts as a byte order mark does.
  private var startsWithByteOrderMark: Bool {
    count - fieldStart >= 3 && storage[fieldStart] == 0xEF && storage[fieldStart + 1] == 0xBB
      && storage[fieldStart + 2] == 0xBF
  }

  /// Whether the field being written could be all or the first half of a `sep=` line.
  private var isSeparatorLine: Bool {
    guard count - fieldStart >= 4, count - fieldStart <= 5 else { return false }
    return "sep=".utf8.enumerated().allSatisfy { offset, byte in
      // Only letters differ by this bit, so that the case does not matter.
      storage[fieldStart + offset] | 0x20 == byte
    }
  }

  /// Sees to it that the field has its opening quote.
  private mutating func openQuote() {
    guard !isQuoted else { return }
    isQuoted = true
    insert(quote, at: fieldStart)
  }

  /// Puts a byte in before those of the field being written.
  mutating func insert(_ byte: UInt8, at position: Int) {
    var index = count
    while index > position {
      storage[index] = storage[index - 1]
      index -= 1
    }
    storage[position] = byte
    count += 1
  }

  /// Appends a byte for which there is room.
  mutating func append(_ byte: UInt8) {
    storage[count] = byte
    count += 1
  }

  /// Gives the sink all that is sure to stay as it is, and makes room for at least `needed` bytes.
  ///
  /// The field being written stays, since it may yet need quotes, and so does the delimiter before
  /// it, since the record may end there.
  mutating func flush<Sink: ByteSink & ~Copyable>(
    to sink: inout Sink, makingRoomFor needed: Int
  ) throws(DelimitedTextError) {
    let settled = hasFields ? fieldStart - 1 : fieldStart
    if settled > 0 {
      do {
        try storage.write(first: settled, to: &sink)
      } catch {
        throw .sinkFailed(error)
      }
      for index in settled..<count { storage[index - settled] = storage[index] }
      count -= settled
      fieldStart -= settled
    }
    if room < needed {
      var larger = ByteStorage(count: storage.count + max(storage.count, needed - room))
      for index in 0..<count { larger[index] = storage[index] }
      storage = larger
    }
  }
}
