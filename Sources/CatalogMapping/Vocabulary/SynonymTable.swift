/// Words and headings with what they mean, found by their folded text; blanks do not count.
///
/// The folded words stand one after another in one array and are found through a hash table of our
/// own: the table is made anew in each run, and a dictionary of strings takes five times as long to
/// fill.
struct SynonymTable: Sendable {
  /// One word with one of its meanings.
  struct Entry: Sendable {
    /// Where the folded word stands.
    let start: Int32
    let length: Int16
    /// What it means: an index the owner of the table gave.
    let meaning: Int16
    /// The index of its language.
    let language: Int8
    /// The next entry in the same bucket, or -1.
    let next: Int32
  }

  private(set) var folded: [UInt8] = []
  private(set) var entries: [Entry] = []
  private var buckets: [Int32]

  /// Makes a table for about so many words.
  init(capacity: Int) {
    var count = 64
    while count < capacity, count < 1 << 20 { count *= 2 }
    buckets = [Int32](repeating: -1, count: count)
    entries.reserveCapacity(capacity)
    folded.reserveCapacity(capacity * 14)
  }

  /// Adds the words of one line of a table file, parted by semicolons.
  ///
  /// - Parameters:
  ///   - words: The bytes behind the line's last tab.
  ///   - meaning: What all of them mean.
  ///   - language: The index of their language.
  ///   - joinsWords: Whether the words for *and* are made one, as in headings.
  mutating func add(
    _ words: Span<UInt8>, meaning: Int, language: Int, joinsWords: Bool
  ) {
    var start = 0
    for index in 0...words.count {
      guard index == words.count || words[index] == UInt8(ascii: ";") else { continue }
      if index > start {
        insert(
          words.extracting(start..<index), meaning: meaning, language: language,
          joinsWords: joinsWords)
      }
      start = index + 1
    }
  }

  private mutating func insert(
    _ word: Span<UInt8>, meaning: Int, language: Int, joinsWords: Bool
  ) {
    let start = folded.count
    Folding.append(word, to: &folded)
    if joinsWords { Folding.joinWords(&folded, from: start) }
    guard folded.count > start, let place = Int32(exactly: start),
      let length = Int16(exactly: folded.count - start), let number = Int16(exactly: meaning),
      let tag = Int8(exactly: language)
    else { return }
    let bucket = Self.bucket(of: folded[start...], among: buckets.count)
    entries.append(
      Entry(
        start: place, length: length, meaning: number, language: tag, next: buckets[bucket]))
    buckets[bucket] = Int32(truncatingIfNeeded: entries.count - 1)
  }

  /// Calls a function with the meaning and language of each entry for a folded word, the last added
  /// first.
  func forEachMatch(_ word: [UInt8], _ body: (_ meaning: Int, _ language: Int) -> Void) {
    guard !word.isEmpty else { return }
    var index = buckets[Self.bucket(of: word[...], among: buckets.count)]
    while index >= 0 {
      let entry = entries[Int(index)]
      if Self.isSame(text(of: entry), word[...]) { body(Int(entry.meaning), Int(entry.language)) }
      index = entry.next
    }
  }

  /// The meaning that was added first for a folded word, of a language first if one is given; or
  /// nil.
  func meaning(of word: [UInt8], preferring language: Int? = nil) -> Int? {
    var first: Int?
    var preferred: Int?
    forEachMatch(word) { meaning, tag in
      first = meaning
      if tag == language { preferred = meaning }
    }
    return preferred ?? first
  }

  /// Calls a function with the meanings of a text of ASCII letters and blanks, without folding it
  /// first.
  ///
  /// - Returns: Whether the text was of that kind; if not, nothing was called.
  func forEachMatch(
    plain text: Span<UInt8>, _ body: (_ meaning: Int, _ language: Int) -> Void
  ) -> Bool {
    var hash: UInt64 = Self.seed
    for index in 0..<text.count {
      let byte = text[index]
      if byte == UInt8(ascii: " ") { continue }
      let letter = byte | 0x20
      guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { return false }
      hash = (hash ^ UInt64(letter)) &* Self.prime
    }
    var index = buckets[Self.bucket(hash, among: buckets.count)]
    while index >= 0 {
      let entry = entries[Int(index)]
      if isSame(entry, text) { body(Int(entry.meaning), Int(entry.language)) }
      index = entry.next
    }
    return true
  }

  /// Whether an entry is a text of letters and blanks, whatever the case and the blanks.
  private func isSame(_ entry: Entry, _ text: Span<UInt8>) -> Bool {
    let blank = UInt8(ascii: " ")
    var i = Int(entry.start)
    let end = i + Int(entry.length)
    var j = 0
    while true {
      while i < end, folded[i] == blank { i += 1 }
      while j < text.count, text[j] == blank { j += 1 }
      if i == end || j == text.count { return i == end && j == text.count }
      guard folded[i] == text[j] | 0x20 else { return false }
      i += 1
      j += 1
    }
  }

  /// The folded word of an entry.
  func text(of entry: Entry) -> ArraySlice<UInt8> {
    let start = Int(entry.start)
    return folded[start..<(start + Int(entry.length))]
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// The bucket by the hash FNV-1a of all but the blanks.
  private static func bucket(of word: ArraySlice<UInt8>, among count: Int) -> Int {
    var hash = seed
    for byte in word where byte != UInt8(ascii: " ") { hash = (hash ^ UInt64(byte)) &* prime }
    return bucket(hash, among: count)
  }

  private static func bucket(_ hash: UInt64, among count: Int) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(count - 1))
  }

  private static func isSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    let blank = UInt8(ascii: " ")
    var i = left.startIndex
    var j = right.startIndex
    while true {
      while i < left.endIndex, left[i] == blank { i += 1 }
      while j < right.endIndex, right[j] == blank { j += 1 }
      if i == left.endIndex || j == right.endIndex {
        return i == left.endIndex && j == right.endIndex
      }
      guard left[i] == right[j] else { return false }
      i += 1
      j += 1
    }
  }
}
