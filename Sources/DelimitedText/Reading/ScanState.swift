/// How far the scanner has come, so that it can stop at any byte and go on with the next chunk.
@usableFromInline
struct ScanState: Sendable {
  /// What the byte at `position` can be.
  enum Mode {
    /// The start of a field or the inside of one without quotes.
    case plain
    /// The inside of a quoted field.
    case quoted
    /// The byte after a quote in a quoted field: the other half of a doubled one, or past the end.
    case afterQuote
    /// Text after a closing quote.
    case trailing
  }

  /// Where the record starts in the window.
  @usableFromInline
  var recordStart = 0

  /// The next byte to look at in the window.
  var position = 0

  /// How many fields of the record have ended.
  @usableFromInline
  var fieldCount = 0

  var mode = Mode.plain

  /// Whether the field being read cannot be used as it stands.
  var fieldNeedsCopy = false

  /// Whether any field of the record cannot.
  var recordNeedsCopies = false

  /// Whether the last record ended with a CR, so that an LF right after it is part of that end.
  var skipsLineFeed = false

  /// The line on which the record starts, from one.
  @usableFromInline
  var line = 1

  /// How many lines have ended within quotes of the record.
  var lineBreaks = 0
}

/// Why the scanner stopped.
enum ScanStop {
  /// A line end: the record is whole.
  case record
  /// The readable bytes are used up.
  case outOfBytes
  /// There is no room for another field end.
  case outOfEnds
  /// Text follows a closing quote, and the reader minds.
  case textAfterQuote
}

extension TextWindow {
  /// Goes on through the readable bytes to the end of the record.
  ///
  /// - Complexity: O(*n*) in the bytes passed, each of which is looked at once.
  func scan(
    _ classes: borrowing ByteClasses, refusesTextAfterQuote: Bool, _ ends: inout [UInt32],
    _ state: inout ScanState
  ) -> ScanStop {
    let bytes = self.bytes.span.extracting(0..<readable)
    let table = classes.table.span
    var index = state.position
    if state.skipsLineFeed {
      guard index < bytes.count else { return .outOfBytes }
      state.skipsLineFeed = false
      if bytes[index] == ASCII.lineFeed {
        index &+= 1
        state.recordStart = index
      }
    }
    let start = state.recordStart
    var count = state.fieldCount
    defer {
      state.position = index
      state.fieldCount = count
    }
    var ends = ends.mutableSpan
    let capacity = ends.count
    func offset(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: index &- start) }

    while true {
      switch state.mode {
      case .plain:
        // No branch for text and delimiters: the end of the field is written at every byte and
        // kept only at a delimiter, which is cheaper than guessing wrong where fields end.
        while index < bytes.count, count < capacity {
          let byteClass = table[Int(bytes[index])]
          ends[count] = offset(index)
          count &+= Int(byteClass & 1)
          if byteClass <= ByteClasses.delimiter {
            index &+= 1
            continue
          }
          // Both line ends are odd too, so that their field is counted already.
          if byteClass != ByteClasses.quote {
            index &+= 1
            state.skipsLineFeed = byteClass == ByteClasses.carriageReturn
            return .record
          }
          let fieldStart = count == 0 ? 0 : (ends[count &- 1] & FieldEnd.offset) &+ 1
          let opens = fieldStart == offset(index)
          index &+= 1
          if opens {
            state.mode = .quoted
            state.fieldNeedsCopy = false
            break
          }
        }
        if state.mode == .plain { return index < bytes.count ? .outOfEnds : .outOfBytes }

      case .quoted:
        var byteClass = ByteClasses.text
        while index < bytes.count {
          byteClass = table[Int(bytes[index])]
          index &+= 1
          if byteClass > ByteClasses.delimiter { break }
        }
        switch byteClass {
        case ByteClasses.quote:
          state.mode = .afterQuote
        case ByteClasses.carriageReturn:
          state.lineBreaks &+= 1
        case ByteClasses.lineFeed:
          // The opening quote comes first, so there is a byte before.
          if bytes[index &- 2] != ASCII.carriageReturn { state.lineBreaks &+= 1 }
        default:
          return .outOfBytes
        }

      case .afterQuote, .trailing:
        // Room for this field's end was there when its first byte was read.
        guard index < bytes.count else { return .outOfBytes }
        let byteClass = table[Int(bytes[index])]
        if byteClass & 1 == 1 {
          var mark = FieldEnd.isQuoted
          if state.fieldNeedsCopy {
            mark |= FieldEnd.isCopied
            state.recordNeedsCopies = true
          }
          ends[count] = offset(index) | mark
          count &+= 1
          index &+= 1
          state.mode = .plain
          if byteClass != ByteClasses.delimiter {
            state.skipsLineFeed = byteClass == ByteClasses.carriageReturn
            return .record
          }
        } else if state.mode == .trailing {
          index &+= 1
        } else {
          state.fieldNeedsCopy = true
          if byteClass == ByteClasses.quote {
            state.mode = .quoted
          } else if refusesTextAfterQuote {
            return .textAfterQuote
          } else {
            state.mode = .trailing
          }
          index &+= 1
        }
      }
    }
  }
}
