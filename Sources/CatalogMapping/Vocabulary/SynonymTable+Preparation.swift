extension SynonymTable {
  /// Makes a table of the files of a vocabulary.
  @safe struct Preparation {
    private(set) var entries: [Entry] = []
    private(set) var meanings: [UInt64] = []
    private(set) var buckets: [Int32]
    private let files: [UnsafeBufferPointer<UInt8>]
    private let joinsWords: Bool
    private let terms: [String]

    /// Begins a table for about so many words of these files.
    init(
      files: [UnsafeBufferPointer<UInt8>], capacity: Int, joinsWords: Bool, terms: [String]
    ) {
      unsafe self.files = files
      self.joinsWords = joinsWords
      self.terms = terms
      var count = 64
      while count < capacity, count < 1 << 20 { count *= 2 }
      buckets = [Int32](repeating: -1, count: count)
      entries.reserveCapacity(capacity)
    }

    /// Adds the words of all lines of a file: cells parted by tabs, in the last one words parted by
    /// semicolons; `#` at the start for a remark.
    ///
    /// - Parameters:
    ///   - language: The index of the file and its language.
    ///   - count: How many cells stand before the words.
    ///   - meaning: Gives what the words of a line mean, of its first cells; nil to pass over the
    ///     line.
    mutating func addLines(
      language: Int, cells count: Int, meaning: (_ cells: [Range<Int>]) -> UInt64?
    ) {
      guard let tag = Int32(exactly: language), unsafe files[language].count < Int(Int32.max) else {
        return
      }
      let bytes = unsafe Span(_unsafeElements: files[language])
      var index = 0
      var cells: [Range<Int>] = []
      while index < bytes.count {
        cells.removeAll(keepingCapacity: true)
        if bytes[index] != UInt8(ascii: "#") {
          var start = index
          while cells.count < count, index < bytes.count, bytes[index] != 0x0A {
            if bytes[index] == 0x09 {
              cells.append(start..<index)
              start = index + 1
            }
            index &+= 1
          }
        }
        if cells.count == count, let packed = meaning(cells),
          let number = Int16(exactly: meanings.count)
        {
          meanings.append(packed)
          addWords(of: bytes, from: &index, meaning: number, language: tag)
        }
        while index < bytes.count, bytes[index] != 0x0A { index &+= 1 }
        index &+= 1
      }
    }

    /// Adds the words up to the end of a line.
    private mutating func addWords(
      of bytes: Span<UInt8>, from index: inout Int, meaning: Int16, language: Int32
    ) {
      while index < bytes.count, bytes[index] != 0x0A {
        let start = index
        let hash = FoldedHash(wordOf: bytes, endingAt: &index, joinsWords: joinsWords)
        if !hash.isEmpty, let length = Int16(exactly: index - start) {
          let bucket = SynonymTable.bucket(of: hash, among: buckets.count)
          entries.append(
            SynonymTable.Entry(
              hash: hash.value, letters: hash.letters, start: Int32(truncatingIfNeeded: start),
              next: buckets[bucket], length: length, meaning: meaning, language: language))
          buckets[bucket] = Int32(truncatingIfNeeded: entries.count - 1)
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index &+= 1 }
      }
    }

    /// The table, which lives as long as the process.
    func table() -> SynonymTable {
      unsafe SynonymTable(
        entries: Self.kept(entries), buckets: Self.kept(buckets), meanings: Self.kept(meanings),
        files: files, joinsWords: joinsWords)
    }

    private static func kept<Element: BitwiseCopyable>(
      _ elements: [Element]
    ) -> UnsafeBufferPointer<Element> {
      let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
      _ = unsafe memory.initialize(fromContentsOf: elements)
      return UnsafeBufferPointer(memory)
    }

    /// The table as it is checked in, to be found in the program later: 32 bytes of head, buckets,
    /// meanings, entries, all little-endian.
    var bytes: [UInt8] {
      var bytes: [UInt8] = []
      func append(_ value: some FixedWidthInteger) {
        var rest = value
        for _ in 0..<(value.bitWidth / 8) {
          bytes.append(UInt8(truncatingIfNeeded: rest))
          rest >>= 8
        }
      }
      append(SynonymTable.mark)
      append(unsafe SynonymTable.checksum(of: files, terms))
      append(UInt32(truncatingIfNeeded: entries.count))
      append(UInt32(truncatingIfNeeded: buckets.count))
      append(UInt32(truncatingIfNeeded: meanings.count))
      append(UInt32(0))
      for bucket in buckets { append(bucket) }
      for meaning in meanings { append(meaning) }
      for entry in entries {
        append(entry.hash)
        append(entry.letters.bits)
        append(entry.letters.length)
        append(entry.start)
        append(entry.next)
        append(entry.length)
        append(entry.meaning)
        append(entry.language)
      }
      return bytes
    }
  }

  /// How a prepared table begins.
  private static let mark: UInt64 = 0x3153_4452_4F57_424B

  /// Takes a prepared table as it lies; nil if it was made of other files or for another machine.
  init?(
    _ prepared: UnsafeRawBufferPointer, files: [UnsafeBufferPointer<UInt8>], joinsWords: Bool,
    terms: [String]
  ) {
    let stride = MemoryLayout<Entry>.stride
    guard let base = prepared.baseAddress, prepared.count >= 32, stride == 32,
      UInt(bitPattern: base) % 8 == 0, UInt32(1).littleEndian == 1,
      unsafe base.load(as: UInt64.self) == Self.mark,
      unsafe base.load(fromByteOffset: 8, as: UInt64.self) == Self.checksum(of: files, terms)
    else { return nil }
    let entryCount = unsafe Int(base.load(fromByteOffset: 16, as: UInt32.self))
    let bucketCount = unsafe Int(base.load(fromByteOffset: 20, as: UInt32.self))
    let meaningCount = unsafe Int(base.load(fromByteOffset: 24, as: UInt32.self))
    let meaningStart = 32 + 4 * bucketCount
    let entryStart = meaningStart + 8 * meaningCount
    guard bucketCount >= 64, bucketCount.nonzeroBitCount == 1,
      prepared.count == entryStart + stride * entryCount
    else { return nil }
    unsafe self.init(
      entries: UnsafeBufferPointer(
        start: (base + entryStart).assumingMemoryBound(to: Entry.self), count: entryCount),
      buckets: UnsafeBufferPointer(
        start: (base + 32).assumingMemoryBound(to: Int32.self), count: bucketCount),
      meanings: UnsafeBufferPointer(
        start: (base + meaningStart).assumingMemoryBound(to: UInt64.self), count: meaningCount),
      files: files, joinsWords: joinsWords)
  }

  private init(
    entries: UnsafeBufferPointer<Entry>, buckets: UnsafeBufferPointer<Int32>,
    meanings: UnsafeBufferPointer<UInt64>, files: [UnsafeBufferPointer<UInt8>], joinsWords: Bool
  ) {
    unsafe self.entries = entries
    unsafe self.buckets = buckets
    unsafe self.meanings = meanings
    unsafe self.files = files
    self.joinsWords = joinsWords
  }

  /// A number that changes with the files and with the terms their lines may name.
  private static func checksum(
    of files: [UnsafeBufferPointer<UInt8>], _ terms: [String]
  ) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ word: UInt64) {
      sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 29
    }
    for term in terms {
      for byte in term.utf8 { mix(UInt64(byte)) }
      mix(0)
    }
    for index in unsafe files.indices {
      let file = unsafe Span(_unsafeElements: files[index]).bytes
      var offset = 0
      while offset + 8 <= file.byteCount {
        mix(unsafe file.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      while offset < file.byteCount {
        mix(UInt64(unsafe file.unsafeLoad(fromByteOffset: offset, as: UInt8.self)))
        offset += 1
      }
      mix(UInt64(file.byteCount))
    }
    return sum
  }
}
