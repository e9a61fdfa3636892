/// What stands in bytes that is no text.
enum TextFault: Sendable, Hashable {
  /// The character NUL.
  case nul
  /// A byte that is no part of a UTF-8 character.
  case invalidByte(UInt8)
  /// Half of a UTF-16 surrogate pair without the other.
  case loneSurrogate(UInt16, TextEncoding)
  /// The text's end within a character.
  case cutShort(TextEncoding)
}

/// The stretch of a text that is in memory, as UTF-8.
///
/// Bytes come in at the end as the source hands them out, in the text's encoding, and go at the
/// front once a record has been read. All bytes up to `readable` are well-formed UTF-8 without NUL.
@usableFromInline
struct TextWindow: ~Copyable, Sendable {
  /// UTF-8; what lies past `readable` is the beginning of a character still to come, or a fault.
  @usableFromInline
  var bytes: [UInt8] = []

  /// How many of `bytes` may be read.
  private(set) var readable = 0

  /// What comes right after the readable bytes, when that is no text.
  private(set) var fault: TextFault?

  /// The encoding in use: the one asked for until a byte order mark says otherwise.
  private(set) var encoding: TextEncoding

  /// Bytes as the source gave them, not yet turned into UTF-8.
  private var raw: [UInt8]

  /// Whether `raw` holds a sample no one has looked at, so that it comes before the source.
  private var hasSample: Bool

  private var hasStarted = false
  private var sourceHasEnded = false

  /// How many bytes are asked of the source at once, unless a longer record needs more.
  private static let chunk = 128 << 10

  /// The most bytes asked of the source at once.
  private static let largestChunk = 8 << 20

  init(encoding: TextEncoding, sample: [UInt8]) {
    self.encoding = encoding
    self.raw = sample
    self.hasSample = !sample.isEmpty
  }

  /// Whether all bytes there will ever be are readable.
  var isAtEnd: Bool { sourceHasEnded && fault == nil }

  /// Forgets the first `count` readable bytes.
  mutating func discard(_ count: Int) {
    guard count > 0 else { return }
    if count == bytes.count {
      bytes.removeAll(keepingCapacity: true)
    } else {
      bytes.removeSubrange(0..<count)
    }
    readable -= count
  }

  /// Takes the source's next bytes.
  ///
  /// - Throws: ``DelimitedTextError`` with code `.sourceFailed`.
  mutating func fill<Source: ByteSource & ~Copyable>(
    from source: inout Source
  ) throws(DelimitedTextError) {
    if hasSample {
      hasSample = false
    } else {
      do {
        // A window that has to hold one long record grows by doubling.
        let room = min(max(Self.chunk, bytes.count), Self.largestChunk)
        if hasStarted, encoding == .utf8 {
          let before = bytes.count
          try bytes.append(addingCapacity: room) { buffer in try source.read(into: &buffer) }
          sourceHasEnded = bytes.count == before
        } else {
          let before = raw.count
          try raw.append(addingCapacity: room) { buffer in try source.read(into: &buffer) }
          sourceHasEnded = raw.count == before
        }
      } catch {
        throw .sourceFailed(error)
      }
    }
    decode()
  }

  /// Makes as many bytes readable as are whole characters.
  private mutating func decode() {
    if !hasStarted {
      // The longest mark has three bytes.
      guard raw.count >= 3 || sourceHasEnded else { return }
      hasStarted = true
      if let mark = ByteOrderMark(startOf: raw) {
        encoding = mark.encoding
        raw.removeFirst(mark.count)
      }
      if encoding == .utf8 { swap(&bytes, &raw) }
    }
    switch encoding {
    case .utf8:
      let checked = UTF8Check.check(bytes.span, from: readable, isFinal: sourceHasEnded)
      readable = checked.end
      fault = checked.fault
    case .utf16LittleEndian, .utf16BigEndian:
      let decoded = Transcoding.appendUTF16(
        raw, encoding: encoding, isFinal: sourceHasEnded, to: &bytes)
      raw.removeFirst(decoded.consumed)
      readable = bytes.count
      fault = decoded.fault
    case .windows1252, .latin1:
      fault = Transcoding.appendSingleBytes(raw, encoding: encoding, to: &bytes)
      raw.removeAll(keepingCapacity: true)
      readable = bytes.count
    }
  }
}

/// The mark at a text's start that tells its encoding (Unicode Standard, section 23.8).
struct ByteOrderMark {
  let encoding: TextEncoding
  let count: Int

  /// Finds the mark, or nil when the bytes start with none.
  init?(startOf bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(encoding: .utf8, count: 3)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(encoding: .utf16LittleEndian, count: 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(encoding: .utf16BigEndian, count: 2)
    } else {
      return nil
    }
  }

  private init(encoding: TextEncoding, count: Int) {
    self.encoding = encoding
    self.count = count
  }
}
