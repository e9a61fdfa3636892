/// The texts of those fields of a record that differ from the bytes between their quotes.
///
/// Such a field holds doubled quotes, or goes on after its closing quote. They are rare, so they are
/// copied when their record is complete, and all others are used where they stand.
@usableFromInline
struct FieldCopies: Sendable {
  /// The texts, one after the other.
  @usableFromInline
  var bytes: [UInt8] = []

  /// The numbers of the copied fields, rising, and where their texts end in `bytes`.
  private var entries: [(field: Int, end: Int)] = []

  /// Copies the fields of a record that are marked.
  mutating func fill(
    from text: [UInt8], recordStart: Int, ends: [UInt32], count: Int, quote: UInt8
  ) {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    var start = recordStart
    for field in 0..<count {
      let end = recordStart + Int(ends[field] & FieldEnd.offset)
      if ends[field] & FieldEnd.isCopied != 0 {
        append(text[start..<end], quote: quote)
        entries.append((field, bytes.count))
      }
      start = end + 1
    }
  }

  /// Where the text of a copied field lies in `bytes`; empty for a field that was not copied.
  @usableFromInline
  func range(ofField field: Int) -> Range<Int> {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].field < field { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low].field == field else { return 0..<0 }
    return (low == 0 ? 0 : entries[low - 1].end)..<entries[low].end
  }

  /// Appends a field without its quotes; two within them are one, and all after them is text.
  private mutating func append(_ field: ArraySlice<UInt8>, quote: UInt8) {
    var index = field.startIndex + 1
    while index < field.endIndex {
      let byte = field[index]
      index += 1
      if byte == quote {
        guard index < field.endIndex else { return }
        if field[index] != quote {
          bytes.append(contentsOf: field[index...])
          return
        }
        index += 1
      }
      bytes.append(byte)
    }
  }
}
