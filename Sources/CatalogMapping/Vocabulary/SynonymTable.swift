/// Words and headings with what they mean, found by their folded text; blanks do not count.
///
/// The words stay where they are in the files of their languages; a hash table of our own finds
/// them by ``FoldedHash``. The table is made anew in each run, and folding all words into memory or
/// filling a dictionary of strings would cost more than a small import.
struct SynonymTable: Sendable {
  /// One word with one of its meanings.
  struct Entry: Sendable {
    let hash: UInt64
    /// The letters of its folded form.
    let letters: LetterSet
    /// Where the word stands in the file of its language.
    let start: Int32
    let length: Int16
    /// What it means: an index the owner of the table gave.
    let meaning: Int16
    /// The index of its language.
    let language: Int16
    /// The next entry in the same bucket, or -1.
    let next: Int32
  }

  private(set) var entries: [Entry] = []
  private var buckets: [Int32]
  /// The files by language.
  private let files: [[UInt8]]
  /// Whether the words for *and* are one, as in headings.
  private let joinsWords: Bool

  /// Makes a table for about so many words of these files.
  init(files: [[UInt8]], capacity: Int, joinsWords: Bool) {
    self.files = files
    self.joinsWords = joinsWords
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
  ///   - meaning: Gives the number of what the words of a line mean, of its first cells; nil to
  ///     pass over the line.
  mutating func addLines(
    language: Int, cells count: Int, meaning: (_ cells: [Range<Int>]) -> Int?
  ) {
    guard let tag = Int16(exactly: language), files[language].count < Int(Int32.max) else { return }
    let file = files[language]
    let bytes = file.span
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
      if cells.count == count, let number = meaning(cells).flatMap({ Int16(exactly: $0) }) {
        addWords(of: bytes, from: &index, meaning: number, language: tag)
      }
      while index < bytes.count, bytes[index] != 0x0A { index &+= 1 }
      index &+= 1
    }
  }

  /// Adds the words up to the end of a line.
  private mutating func addWords(
    of bytes: Span<UInt8>, from index: inout Int, meaning: Int16, language: Int16
  ) {
    while index < bytes.count, bytes[index] != 0x0A {
      let start = index
      let hash = FoldedHash(wordOf: bytes, endingAt: &index, joinsWords: joinsWords)
      if !hash.isEmpty, let length = Int16(exactly: index - start) {
        let bucket = bucket(of: hash)
        entries.append(
          Entry(
            hash: hash.value, letters: hash.letters, start: Int32(truncatingIfNeeded: start),
            length: length, meaning: meaning, language: language, next: buckets[bucket]))
        buckets[bucket] = Int32(truncatingIfNeeded: entries.count - 1)
      }
      if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index &+= 1 }
    }
  }

  /// Calls a function with the meaning and language of each entry for a text, the last added
  /// first.
  @inline(__always)
  func forEachMatch(_ hash: FoldedHash, _ body: (_ meaning: Int, _ language: Int) -> Void) {
    var index = buckets[bucket(of: hash)]
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.hash == hash.value { body(Int(entry.meaning), Int(entry.language)) }
      index = entry.next
    }
  }

  /// The folded word of an entry.
  func text(of entry: Entry) -> [UInt8] {
    var folded: [UInt8] = []
    let start = Int(entry.start)
    let file = files[Int(entry.language)]
    Folding.append(file.span.extracting(start..<(start + Int(entry.length))), to: &folded)
    if joinsWords { Folding.joinWords(&folded, from: 0) }
    return folded
  }

  private func bucket(of hash: FoldedHash) -> Int {
    Int(truncatingIfNeeded: (hash.value ^ hash.value >> 32) & UInt64(buckets.count - 1))
  }
}
