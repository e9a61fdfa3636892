/// The bytes of a text file as they are written.
///
/// A catalog of thousands of measures is a million small pieces. Each is copied into room made
/// beforehand, which costs a fraction of appending it to an array.
struct TextOutput: Sendable {
  /// What is written, and room after it.
  private var room: [UInt8] = []
  /// How many bytes are written and not yet handed on.
  private(set) var count = 0

  /// The bytes written and not yet handed on.
  var bytes: [UInt8] { Array(room[..<count]) }

  /// Appends the UTF-8 of a text.
  mutating func append(_ text: String) {
    append(text.utf8Span.span)
  }

  /// Appends ASCII that stands in the program.
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe append($0) }
  }

  mutating func append(_ byte: UInt8) {
    if count == room.count { makeRoom(for: 1) }
    room[count] = byte
    count += 1
  }

  /// Appends blanks.
  mutating func indent(by blanks: Int) {
    if room.count - count < blanks { makeRoom(for: blanks) }
    for index in count..<count + blanks { room[index] = UInt8(ascii: " ") }
    count += blanks
  }

  /// Appends a line of a key and its value: blanks, the key, a colon, the value.
  mutating func appendLine(indent: Int, _ key: Span<UInt8>, _ value: Span<UInt8>) {
    let length = indent + key.count + value.count + 3
    if room.count - count < length { makeRoom(for: length) }
    let start = count
    unsafe room.withUnsafeMutableBufferPointer { room in
      guard var place = room.baseAddress else { return }
      // There is room for all of it: it was made above.
      unsafe place += start
      unsafe place.update(repeating: UInt8(ascii: " "), count: indent)
      unsafe place += indent
      unsafe place = Self.copy(key, to: place)
      unsafe place[0] = UInt8(ascii: ":")
      unsafe place[1] = UInt8(ascii: " ")
      unsafe place = Self.copy(value, to: place + 2)
      unsafe place[0] = UInt8(ascii: "\n")
    }
    count += length
  }

  /// Copies bytes to a place with room for them.
  ///
  /// - Returns: The place behind them.
  @inline(__always)
  private static func copy(
    _ bytes: Span<UInt8>, to place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    unsafe bytes.withUnsafeBufferPointer {
      if let source = $0.baseAddress { unsafe place.update(from: source, count: $0.count) }
    }
    return unsafe place + bytes.count
  }

  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Appends bytes.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if room.count - count < bytes.count { makeRoom(for: bytes.count) }
    let end = count
    unsafe room.withUnsafeMutableBufferPointer {
      if let base = $0.baseAddress {
        // There is room for them: it was made above.
        unsafe (base + end).update(from: source, count: bytes.count)
      }
    }
    count += bytes.count
  }

  /// Takes back all that was written after a place.
  mutating func truncate(to position: Int) {
    count = min(count, max(position, 0))
  }

  /// Hands on what is written, and begins anew in the same room.
  mutating func handOn<Failure: Error>(
    to output: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    try output(room.span.extracting(first: count))
    count = 0
  }

  /// Gives the bytes away and begins anew.
  mutating func finish() -> [UInt8] {
    room.removeLast(room.count - count)
    defer { self = TextOutput() }
    return room
  }

  @inline(never)
  private mutating func makeRoom(for length: Int) {
    room.append(contentsOf: repeatElement(0, count: max(room.count, length, 4096)))
  }
}
