/// What texts were found to be, by the text: columns repeat themselves.
///
/// A dictionary would bring each text that is not ASCII into normal form to find it.
struct TextCache<Value> {
  private struct Entry {
    let hash: UInt64
    let text: String
    let value: Value
  }

  private var entries: [Entry] = []
  /// For each place the entry that stands there, counted from 1, or 0.
  ///
  /// Their number is a power of two.
  private var places: [Int32] = []
  private let seed = TextHash.seed()
  /// The most texts kept.
  private static var limit: Int { 1 << 14 }

  /// What a text was found to be; nil for one that was not kept.
  func value(of text: String) -> Value? {
    guard !places.isEmpty else { return nil }
    let hash = TextHash.hash(text.utf8Span.span, seed: seed)
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let index = Int(places[place]) - 1
      if entries[index].hash == hash, entries[index].text == text { return entries[index].value }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  /// Keeps what a new text was found to be.
  mutating func keep(_ value: Value, for text: String) {
    guard entries.count < Self.limit else { return }
    let hash = TextHash.hash(text.utf8Span.span, seed: seed)
    entries.append(Entry(hash: hash, text: text, value: value))
    if entries.count * 2 > places.count {
      places = [Int32](repeating: 0, count: max(places.count * 4, 64))
      for index in entries.indices { take(index) }
    } else {
      take(entries.count - 1)
    }
  }

  /// Gives an entry the next free place.
  private mutating func take(_ index: Int) {
    var place = Int(truncatingIfNeeded: entries[index].hash) & (places.count - 1)
    while places[place] != 0 { place = (place + 1) & (places.count - 1) }
    places[place] = Int32(index + 1)
  }
}
