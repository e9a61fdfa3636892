/// Words and headings with what they mean, found by their folded text; blanks do not count.
///
/// The words stay where they are in the files of their languages; a hash table of our own finds
/// them by ``FoldedHash``. It is prepared when the vocabulary changes and lies in the program as it
/// is used, as it is needed in each run and making it anew would cost a fifth of a small import.
@safe struct SynonymTable: @unchecked Sendable {
  /// One word with one of its meanings.
  struct Entry: BitwiseCopyable, Sendable {
    let hash: UInt64
    /// The letters of its folded form.
    let letters: LetterSet
    /// Where the word stands in the file of its language.
    let start: Int32
    /// The next entry in the same bucket, or -1.
    let next: Int32
    let length: Int16
    /// What it means: an index into ``SynonymTable/meanings``.
    let meaning: Int16
    /// The index of its language.
    let language: Int32
  }

  // All of it lies in the program, or is made once for the whole process and never freed.
  let entries: UnsafeBufferPointer<Entry>
  let buckets: UnsafeBufferPointer<Int32>
  /// What a line of a file means, as the owner of the table packs it.
  let meanings: UnsafeBufferPointer<UInt64>
  /// The files by language.
  let files: [UnsafeBufferPointer<UInt8>]
  /// Whether the words for *and* are one, as in headings.
  let joinsWords: Bool

  /// Takes the prepared table if it was made of the same files, else one made now.
  ///
  /// - Parameters:
  ///   - prepared: What ``Preparation/bytes`` gave.
  ///   - files: The files by language.
  ///   - joinsWords: Whether the words for *and* are one.
  ///   - terms: The words of the program that the meanings' numbers stand for.
  ///   - make: Makes the table of the files.
  init(
    _ prepared: UnsafeRawBufferPointer, files: [UnsafeBufferPointer<UInt8>], joinsWords: Bool,
    terms: [String], make: () -> Preparation
  ) {
    if let table = unsafe SynonymTable(
      prepared, files: files, joinsWords: joinsWords, terms: terms)
    {
      self = table
    } else {
      self = make().table()
    }
  }

  /// Calls a function with the packed meaning and the language of each entry for a text, the last added
  /// first.
  @inline(__always)
  func forEachMatch(_ hash: FoldedHash, _ body: (_ meaning: UInt64, _ language: Int) -> Void) {
    var index = unsafe buckets[Self.bucket(of: hash, among: buckets.count)]
    while index >= 0 {
      let entry = unsafe entries[Int(index)]
      if entry.hash == hash.value { unsafe body(meanings[Int(entry.meaning)], Int(entry.language)) }
      index = entry.next
    }
  }

  /// How many words there are.
  var count: Int { unsafe entries.count }

  /// The word at a place from 0 to ``count`` - 1.
  @inline(__always)
  func entry(_ place: Int) -> Entry {
    precondition(place >= 0 && place < count, "There is no word at this place")
    return unsafe entries[place]
  }

  /// The folded word of an entry.
  func text(of entry: Entry) -> [UInt8] {
    var folded: [UInt8] = []
    let start = Int(entry.start)
    let word = unsafe UnsafeBufferPointer(
      rebasing: files[Int(entry.language)][start..<(start + Int(entry.length))])
    Folding.append(unsafe Span(_unsafeElements: word), to: &folded)
    if joinsWords { Folding.joinWords(&folded, from: 0) }
    return folded
  }

  /// Where a hash belongs among a power of two of buckets.
  static func bucket(of hash: FoldedHash, among count: Int) -> Int {
    Int(truncatingIfNeeded: (hash.value ^ hash.value >> 32) & UInt64(count - 1))
  }
}
