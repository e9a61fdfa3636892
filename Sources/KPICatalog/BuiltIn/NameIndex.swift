/// Finds measures by name, whatever the case, accents, blanks and punctuation.
///
/// A name ending in a parenthesis is also found without it, and by what the parenthesis holds:
/// `Net Promoter Score (NPS)` by `net promoter score` and by `nps`.
public struct NameIndex: Sendable {
  // The folded names stand one after another in one array and are found through a hash table of our
  // own: an import asks for the index each time the program runs, and a dictionary of strings takes
  // five times as long to fill.
  private struct Entry {
    let start: Int32
    let length: Int32
    /// The measure's place in ``identifiers``.
    let identifier: Int32
    /// The next entry in the same bucket, or -1.
    let next: Int32
  }

  private var folded: [UInt8] = []
  private var entries: [Entry] = []
  /// The newest entry of each bucket, or -1; a power of two of them.
  private var buckets: [Int32] = [Int32](repeating: -1, count: 64)
  private var identifiers: [KPIIdentifier] = []
  private let seed: UInt64

  /// Makes an empty index.
  public init() {
    seed = UInt64(truncatingIfNeeded: Hasher().finalize())
  }

  /// Makes an index of a table as ``table`` gives it; lines that are no row are passed over.
  ///
  /// The names in it are folded already, as the built-in catalog's index is needed in most runs.
  init(table: [UInt8]) {
    self.init()
    grow(to: 1024)
    folded.reserveCapacity(table.count)
    var start = 0
    var tab: Int?
    for index in table.indices {
      let byte = table[index]
      if byte == UInt8(ascii: "\t") {
        tab = index
      } else if byte == UInt8(ascii: "\n") {
        if let tab { add(row: start..<tab, name: tab + 1..<index, of: table) }
        start = index + 1
        tab = nil
      }
    }
  }

  /// Adds a row of a table; a row without an id is one of the measure above.
  private mutating func add(
    row id: Range<Int>, name: Range<Int>, of table: [UInt8]
  ) {
    if !id.isEmpty {
      guard let known = KPIIdentifier(String(decoding: table[id], as: UTF8.self)) else { return }
      identifiers.append(known)
    }
    guard !name.isEmpty, !identifiers.isEmpty, let place = Int32(exactly: folded.count),
      let length = Int32(exactly: name.count)
    else { return }
    if entries.count >= buckets.count { grow(to: buckets.count * 2) }
    let bucket = bucket(of: table[name])
    folded += table[name]
    entries.append(
      Entry(
        start: place, length: length, identifier: Int32(identifiers.count - 1),
        next: buckets[bucket]))
    buckets[bucket] = Int32(entries.count - 1)
  }

  /// The index as text: an id, a tab and a folded name a line, the id only where it changes.
  var table: String {
    var text = ""
    var last: Int32 = -1
    for entry in entries {
      if entry.identifier != last { text += identifiers[Int(entry.identifier)].text }
      last = entry.identifier
      text += "\t" + String(decoding: name(of: entry), as: UTF8.self) + "\n"
    }
    return text
  }

  /// Adds a name.
  ///
  /// A name can belong to several measures.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - id: The measure.
  public mutating func add(_ name: String, for id: KPIIdentifier) {
    if identifiers.last != id { identifiers.append(id) }
    addSpellings(of: name)
  }

  /// The measures of this name, in the order they were added; empty if there is none.
  ///
  /// If the name is not known as a whole, it is tried without its trailing parenthesis.
  ///
  /// - Parameter name: A name as somebody wrote it.
  /// - Returns: The ids, more than one if the name is ambiguous.
  public func measures(named name: String) -> [KPIIdentifier] { measures(named: FoldedName(name)) }

  /// The measures of a name that is folded already.
  package func measures(named name: FoldedName) -> [KPIIdentifier] {
    let found = measures(folded: name.folded[...])
    guard found.isEmpty, let (before, _) = Self.trailingParenthesis(of: name.text) else {
      return found
    }
    return measures(folded: FoldedName(before).folded[...])
  }

  /// The one measure of this name; nil if there is none, or several.
  ///
  /// - Parameter name: A name as somebody wrote it.
  /// - Returns: Its id.
  public func measure(named name: String) -> KPIIdentifier? {
    let found = measures(named: name)
    return found.count == 1 ? found.first : nil
  }

  /// The one measure of a name that is folded already, as ``measure(named:)-(String)``.
  package func measure(named name: FoldedName) -> KPIIdentifier? {
    let found = measures(named: name)
    return found.count == 1 ? found.first : nil
  }

  /// The number of spellings, one counted for each measure it belongs to.
  public var count: Int { entries.count }

  private func measures(folded key: ArraySlice<UInt8>) -> [KPIIdentifier] {
    guard !key.isEmpty else { return [] }
    var found: [KPIIdentifier] = []
    var index = buckets[bucket(of: key)]
    while index >= 0 {
      let entry = entries[Int(index)]
      if isName(of: entry, key) { found.append(identifiers[Int(entry.identifier)]) }
      index = entry.next
    }
    return found.reversed()
  }

  /// Adds the spellings of a name for the measure added last.
  private mutating func addSpellings(of name: String) {
    insert(name)
    guard let (before, inside) = Self.trailingParenthesis(of: name) else { return }
    insert(before)
    insert(inside)
  }

  private mutating func insert(_ name: String) {
    let start = folded.count
    NameFolding.fold(name, into: &folded)
    let key = folded[start...]
    // A table of more than two gigabytes of names is cut off.
    guard !key.isEmpty, let place = Int32(exactly: start), Int32(exactly: folded.count) != nil
    else { return }
    if entries.count >= buckets.count { grow(to: buckets.count * 2) }
    let bucket = bucket(of: key)
    var index = buckets[bucket]
    while index >= 0 {
      let entry = entries[Int(index)]
      if isName(of: entry, key), identifiers[Int(entry.identifier)] == identifiers.last {
        folded.removeSubrange(start...)
        return
      }
      index = entry.next
    }
    entries.append(
      Entry(
        start: place, length: Int32(key.count), identifier: Int32(identifiers.count - 1),
        next: buckets[bucket]))
    buckets[bucket] = Int32(entries.count - 1)
  }

  private mutating func grow(to count: Int) {
    buckets = [Int32](repeating: -1, count: count)
    let old = entries
    entries.removeAll(keepingCapacity: true)
    entries.reserveCapacity(count)
    for entry in old {
      let bucket = bucket(of: name(of: entry))
      entries.append(
        Entry(
          start: entry.start, length: entry.length, identifier: entry.identifier,
          next: buckets[bucket]))
      buckets[bucket] = Int32(entries.count - 1)
    }
  }

  private func name(of entry: Entry) -> ArraySlice<UInt8> {
    folded[Int(entry.start)..<(Int(entry.start) + Int(entry.length))]
  }

  /// Whether an entry has this folded name.
  private func isName(of entry: Entry, _ key: ArraySlice<UInt8>) -> Bool {
    guard Int(entry.length) == key.count else { return false }
    let start = Int(entry.start)
    for offset in 0..<key.count where folded[start + offset] != key[key.startIndex + offset] {
      return false
    }
    return true
  }

  /// The bucket of a name by the hash FNV-1a, seeded anew in each run.
  private func bucket(of key: ArraySlice<UInt8>) -> Int {
    var hash = 0xCBF2_9CE4_8422_2325 ^ seed
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(buckets.count - 1))
  }

  private static func trailingParenthesis(of name: String) -> (before: String, inside: String)? {
    let bytes = name.utf8
    guard let close = bytes.lastIndex(where: { $0 != UInt8(ascii: " ") }),
      bytes[close] == UInt8(ascii: ")"),
      let open = bytes[..<close].lastIndex(of: UInt8(ascii: "(")), open > bytes.startIndex
    else { return nil }
    return (String(name[..<open]), String(name[bytes.index(after: open)..<close]))
  }
}
