/// Tells delimiter and quote by reading the sample with each and seeing which makes the best table.
///
/// A table is good when its records have the same number of fields, many rather than one, and its
/// fields look like numbers, dates and words rather than pieces of something else. (The idea is that
/// of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files", 2019.)
enum DelimiterGuess {
  /// What was chosen, and the sample read by it.
  struct Choice {
    let delimiter: Guess<UInt8>
    let quote: Guess<UInt8>
    let records: [SampleRecord]
  }

  private static let candidates = [ASCII.comma, ASCII.semicolon, ASCII.tab, ASCII.pipe]

  /// The most records read; later ones seldom change anything.
  private static let recordLimit = 1_000

  static func guess(
    _ text: [UInt8], isWhole: Bool, stated: UInt8?, asked: UInt8?, expected: UInt8?
  ) -> Choice {
    let fixed = asked ?? stated
    var delimiters = candidates
    if let expected { delimiters = [expected] + candidates.filter { $0 != expected } }
    if let fixed { delimiters = [fixed] }

    func best(quote: UInt8) -> (first: Reading, second: Reading?)? {
      let readings = delimiters.compactMap { delimiter in
        Reading(text, isWhole: isWhole, delimiter: delimiter, quote: quote)
      }
      // Sorting keeps the order of equals, so that the usual delimiter comes before the others.
      let sorted = readings.sorted { $0.score > $1.score }
      guard let first = sorted.first else { return nil }
      return (first, sorted.dropFirst().first)
    }

    guard let usual = best(quote: ASCII.doubleQuote) ?? best(quote: ASCII.apostrophe) else {
      let fallback = fixed ?? expected ?? ASCII.comma
      return Choice(
        delimiter: Guess(fallback, .unsure, because: "the sample cannot be read with any"),
        quote: Guess(ASCII.doubleQuote, .unsure, because: "the sample cannot be read with any"),
        records: [])
    }
    var chosen = usual
    if usual.first.quotedFields == 0, let other = best(quote: ASCII.apostrophe),
      other.first.quotedFields >= 2, other.first.isSound, other.first.score >= usual.first.score
    {
      chosen = other
    }
    return Choice(
      delimiter: guessDelimiter(chosen.first, chosen.second, isAsked: asked != nil, stated: stated),
      quote: guessQuote(chosen.first), records: chosen.first.records)
  }

  private static func guessDelimiter(
    _ first: Reading, _ second: Reading?, isAsked: Bool, stated: UInt8?
  ) -> Guess<UInt8> {
    if isAsked { return Guess(first.delimiter, .certain, because: "as asked for") }
    if stated != nil {
      return Guess(first.delimiter, .certain, because: "the first line says so by sep=")
    }
    let (fields, records) = first.commonest
    guard fields > 1 else {
      return Guess(first.delimiter, .unsure, because: "the sample has one column")
    }
    let total = first.filledRecords
    let reason = "\(records) of \(total) records have \(fields) fields"
    let isClear = first.score >= (second?.score ?? 0) * 1.5
    let isLikely = total > 1 && records * 10 >= total * 9 && isClear
    return Guess(first.delimiter, isLikely ? .likely : .unsure, because: reason)
  }

  private static func guessQuote(_ reading: Reading) -> Guess<UInt8> {
    let count = reading.quotedFields
    guard count > 0 else {
      return Guess(reading.quote, .unsure, because: "no field is quoted in the sample")
    }
    let fields = count == 1 ? "1 field starts" : "\(count) fields start"
    return Guess(reading.quote, .likely, because: "\(fields) with it")
  }

  /// The sample read by one delimiter and quote.
  private struct Reading {
    let delimiter: UInt8
    let quote: UInt8
    private(set) var records: [SampleRecord] = []
    private(set) var quotedFields = 0

    /// Whether all quotes are closed, right before a delimiter or a line end.
    private(set) var isSound = true

    /// How good a table it makes, from zero to one.
    private(set) var score = 0.0

    /// How many fields most records have, and how many records do; blank lines are left out.
    private(set) var commonest = (fields: 0, records: 0)

    /// How many records are no blank lines.
    private(set) var filledRecords = 0

    init?(_ text: [UInt8], isWhole: Bool, delimiter: UInt8, quote: UInt8) {
      guard let dialect = try? Dialect(delimiter: delimiter, quote: quote) else { return nil }
      self.delimiter = delimiter
      self.quote = quote
      read(text, isWhole: isWhole, dialect: dialect)
      judge()
    }

    private mutating func read(_ text: [UInt8], isWhole: Bool, dialect: Dialect) {
      var reader = DelimitedReader(
        ByteArraySource(text), dialect: dialect, refusesTextAfterQuote: true)
      do {
        while records.count < DelimiterGuess.recordLimit, try reader.readRecord() {
          var record = SampleRecord()
          reader.forEachField { _, bytes, isQuoted in
            record.kinds.append(FieldKind(bytes, isQuoted: isQuoted))
            if isQuoted { record.quotedFields += 1 }
          }
          // Only the first record's texts are compared, as names of columns.
          if records.allSatisfy(\.isBlank) {
            record.texts = (0..<reader.fieldCount).map { reader.text($0).lowercased() }
          }
          records.append(record)
        }
        // The end of a sample is in the middle of a record, most likely.
        if !isWhole, records.count > 1, records.count < DelimiterGuess.recordLimit {
          records.removeLast()
        }
      } catch {
        // A quote still open at the end of a part of the text may be closed in the rest.
        isSound = error.code == .unclosedQuote && !isWhole
      }
      quotedFields = records.reduce(0) { $0 + $1.quotedFields }
    }

    private mutating func judge() {
      var patterns: [Int: Int] = [:]
      var known = 0
      var total = 0
      for record in records where !record.isBlank {
        patterns[record.kinds.count, default: 0] += 1
        for kind in record.kinds {
          total += 1
          if kind != .doubtful { known += 1 }
        }
      }
      filledRecords = patterns.values.reduce(0, +)
      guard filledRecords > 0, total > 0 else { return }
      var consistency = 0.0
      for (fields, count) in patterns {
        // One column is a table too, but any other is more telling.
        let weight = fields > 1 ? Double(fields - 1) / Double(fields) : 0.001
        consistency += Double(count) * weight
        if (count, fields) > (commonest.records, commonest.fields) { commonest = (fields, count) }
      }
      consistency /= Double(filledRecords * patterns.count)
      score = consistency * Double(known) / Double(total)
      if !isSound { score /= 2 }
    }
  }
}
