/// What came of asking for the next record.
@usableFromInline
enum ScanOutcome: Sendable {
  /// A record is ready.
  case record
  /// The text is over.
  case end
  /// The source has to give more bytes first.
  case needsBytes
  /// The text is at fault; the scanner's `failure` says how.
  case failed
}

/// Finds one record after the other in the window, and keeps where the fields of the last one lie.
///
/// It knows nothing of the source, so that it is compiled once and not for every kind of source.
@usableFromInline
struct RecordScanner: ~Copyable, Sendable {
  @usableFromInline
  var text: TextWindow

  @usableFromInline
  var state = ScanState()

  /// The ends of the record's fields; what lies past the record's count is left over.
  @usableFromInline
  var ends: [UInt32]

  @usableFromInline
  var copies = FieldCopies()

  /// The number of the record, from one, or zero before the first.
  @usableFromInline
  var recordNumber = 0

  /// Why reading cannot go on.
  @usableFromInline
  var failure: DelimitedTextError?

  private let classes: ByteClasses
  private let dialect: Dialect
  private let limits: DelimitedTextLimits
  private let refusesTextAfterQuote: Bool

  /// The smallest limit of bytes: shorter records need no closer look.
  private let harmlessBytes: Int

  /// Whether the record in `state` is complete, so that the next begins where it ends.
  private var isComplete = false

  /// How many fields of the record are known to be within the limits.
  private var fieldsWithinLimits = 0

  private var expectsSeparatorLine: Bool
  private var hasEnded = false

  init(
    dialect: Dialect, encoding: TextEncoding, limits: DelimitedTextLimits,
    refusesTextAfterQuote: Bool, sample: [UInt8]
  ) {
    self.text = TextWindow(encoding: encoding, sample: sample)
    self.dialect = dialect
    self.classes = ByteClasses(dialect)
    self.limits = limits.clamped
    self.harmlessBytes = min(self.limits.fieldBytes, self.limits.recordBytes)
    self.refusesTextAfterQuote = refusesTextAfterQuote
    self.expectsSeparatorLine = dialect.hasSeparatorLine
    self.ends = [UInt32](repeating: 0, count: min(64, self.limits.fieldsPerRecord))
  }

  /// Goes to the end of the next record, or as far as the bytes in memory reach.
  @usableFromInline
  mutating func scan() -> ScanOutcome {
    if failure != nil { return .failed }
    if hasEnded { return .end }
    if isComplete { beginRecord() }
    while true {
      switch text.scan(classes, refusesTextAfterQuote: refusesTextAfterQuote, &ends, &state) {
      case .record:
        if let outcome = completeRecord() { return outcome }
      case .outOfBytes:
        if let error = limitPassed() { return fail(error) }
        if let fault = text.fault { return fail(.fault(fault, at: place(at: text.readable))) }
        guard text.isAtEnd else { return .needsBytes }
        return finishText()
      case .outOfEnds:
        if let error = makeRoomForEnds() { return fail(error) }
      case .textAfterQuote:
        return fail(limitPassed() ?? .textAfterQuote(at: place(at: state.position)))
      }
    }
  }

  /// Lets the source fill the window, which forgets all records but the one being read.
  mutating func fill<Source: ByteSource & ~Copyable>(
    from source: inout Source
  ) throws(DelimitedTextError) {
    text.discard(state.recordStart)
    state.position -= state.recordStart
    state.recordStart = 0
    do {
      try text.fill(from: &source)
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func beginRecord() {
    isComplete = false
    fieldsWithinLimits = 0
    state.recordStart = state.position
    state.fieldCount = 0
    state.line &+= state.lineBreaks &+ 1
    state.lineBreaks = 0
    state.recordNeedsCopies = false
  }

  /// Checks and counts the record that ended.
  ///
  /// - Returns: What to answer, or nil when the record is Excel's separator line and the next is due.
  private mutating func completeRecord() -> ScanOutcome? {
    isComplete = true
    if state.position &- state.recordStart > harmlessBytes, let error = limitPassed() {
      return fail(error)
    }
    if expectsSeparatorLine {
      expectsSeparatorLine = false
      if isSeparatorLine {
        beginRecord()
        return nil
      }
    }
    if state.recordNeedsCopies, let quote = dialect.quote {
      copies.fill(
        from: text.bytes, recordStart: state.recordStart, ends: ends, count: state.fieldCount,
        quote: quote)
    }
    recordNumber &+= 1
    return .record
  }

  /// Ends the last record, which has no line end.
  private mutating func finishText() -> ScanOutcome {
    hasEnded = true
    if state.mode == .quoted {
      return fail(.unclosedQuote(at: place(at: state.recordStart + openFieldStart)))
    }
    // Nothing after the last line end is no record.
    if state.position == state.recordStart { return .end }
    if state.fieldCount == ends.count, let error = makeRoomForEnds() { return fail(error) }
    var end = UInt32(truncatingIfNeeded: state.position &- state.recordStart)
    if state.mode != .plain {
      end |= FieldEnd.isQuoted
      if state.fieldNeedsCopy {
        end |= FieldEnd.isCopied
        state.recordNeedsCopies = true
      }
    }
    ends[state.fieldCount] = end
    state.fieldCount += 1
    return completeRecord() ?? .end
  }

  private mutating func fail(_ error: DelimitedTextError) -> ScanOutcome {
    failure = error
    return .failed
  }
}

extension RecordScanner {
  /// Where the field being read starts, in bytes from the start of the record.
  private var openFieldStart: Int { start(ofField: state.fieldCount) }

  /// Where a field of the record starts, its quote included, in bytes from the start of the record.
  func start(ofField index: Int) -> Int {
    index == 0 ? 0 : Int(ends[index - 1] & FieldEnd.offset) + 1
  }

  /// Line and column of an offset in the window that lies in the record.
  func place(at offset: Int) -> TextPlace {
    let bytes = text.bytes.span
    var line = state.line
    var column = 1
    var last: UInt8 = 0
    for index in state.recordStart..<offset {
      let byte = bytes[index]
      switch byte {
      case ASCII.lineFeed:
        if last != ASCII.carriageReturn { line += 1 }
        column = 1
      case ASCII.carriageReturn:
        line += 1
        column = 1
      default:
        // Every byte but those that continue a character begins one.
        if byte & 0xC0 != 0x80 { column += 1 }
      }
      last = byte
    }
    return (line, column)
  }

  /// The first limit that the record passes as far as it is read, or nil.
  ///
  /// It is found by place, so that the answer does not depend on where chunks end.
  private mutating func limitPassed() -> DelimitedTextError? {
    let length = contentLength
    guard length > harmlessBytes else { return nil }
    for field in fieldsWithinLimits...state.fieldCount {
      let fieldStart = start(ofField: field)
      let isWhole = field < state.fieldCount
      let fieldEnd = isWhole ? Int(ends[field] & FieldEnd.offset) : length
      // The field passes its limit before the record does if it started early enough.
      if fieldEnd - fieldStart > limits.fieldBytes,
        fieldStart + limits.fieldBytes <= limits.recordBytes
      {
        let offset = state.recordStart + fieldStart
        return .fieldTooLong(
          limit: limits.fieldBytes, isQuoted: text.bytes[offset] == dialect.quote,
          at: place(at: offset))
      }
      if fieldEnd > limits.recordBytes {
        return .recordTooLong(limit: limits.recordBytes, at: place(at: state.recordStart))
      }
      if isWhole { fieldsWithinLimits = field + 1 }
    }
    return nil
  }

  /// The bytes of the record as far as it is read, without its line end.
  private var contentLength: Int {
    isComplete
      ? Int(ends[state.fieldCount - 1] & FieldEnd.offset) : state.position - state.recordStart
  }

  /// Makes room for more field ends.
  ///
  /// - Returns: An error when the record has as many fields as it may.
  private mutating func makeRoomForEnds() -> DelimitedTextError? {
    guard ends.count < limits.fieldsPerRecord else {
      return limitPassed()
        ?? .tooManyFields(
          limit: limits.fieldsPerRecord, delimiter: dialect.delimiter,
          at: place(at: state.recordStart + openFieldStart))
    }
    let more = min(ends.count, limits.fieldsPerRecord - ends.count)
    ends.append(contentsOf: repeatElement(0, count: more))
    return nil
  }

  /// Whether the record is `sep=` and one byte.
  private var isSeparatorLine: Bool {
    let length = contentLength
    guard length == 5 else { return false }
    return text.bytes[state.recordStart..<(state.recordStart + 4)].elementsEqual("sep=".utf8) {
      $0 | 0x20 == $1 | 0x20
    }
  }
}
