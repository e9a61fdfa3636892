internal import DelimitedText
internal import SpreadsheetML

/// What the first records of a text say about its columns.
///
/// It decides which columns hold codes and stay text as a whole, and how wide columns are; every
/// field is judged again when it is written, so that nothing is lost when the rest is different.
struct ColumnSurvey {
  /// What is known of one column.
  struct Column {
    var name = ""
    var integers = 0
    var decimals = 0
    /// Texts of digits that are no quantity, and those that are none unless there are decimals.
    var codes = 0
    var doubtful = 0
    var others = 0
    /// Texts of letters and digits without blanks, such as `13A`.
    var tags = 0
    /// How many decimals all numbers have, -1 where they differ, nil before the first.
    var places: Int?
    /// The widest line of a field in pixels, and whether some field has several lines.
    var pixels = 0
    var hasLineBreaks = false
    /// The first code, certain or doubtful, to show.
    var code = ""
    var doubtfulCode = ""

    var filled: Int { integers + decimals + codes + doubtful + others }
  }

  private(set) var columns: [Column] = []

  /// Looks at the records of a sample.
  ///
  /// - Parameters:
  ///   - sample: the text's first bytes.
  ///   - dialect: what sets the fields apart, and whether the first record names the columns.
  ///   - encoding: the text's encoding.
  ///   - scanner: tells what fields look like.
  init(
    _ sample: ByteSample, _ dialect: Dialect, _ encoding: TextEncoding, _ scanner: FieldScanner
  ) {
    var reader = DelimitedReader(
      ByteArraySource([]), dialect: dialect, encoding: encoding,
      startingWith: ColumnSurvey.wholeLines(sample, encoding))
    var isHeader = dialect.hasHeader == true
    // A fault in the sample is told when the text itself is read.
    while let hasRecord = try? reader.readRecord(), hasRecord {
      let count = min(reader.fieldCount, ExcelLimits.columns)
      while columns.count < count { columns.append(Column()) }
      for index in 0..<count {
        reader.withField(index) { field in
          if isHeader {
            columns[index].name = ColumnSurvey.text(field)
            columns[index].pixels = TextWidth.pixels(field) + TextWidth.filterButton
          } else if !field.isEmpty {
            columns[index].add(field, scanner)
          }
        }
      }
      isHeader = false
    }
  }

  /// The sample up to its last line end, so that no field is seen by half; all of it if it has none.
  private static func wholeLines(_ sample: ByteSample, _ encoding: TextEncoding) -> [UInt8] {
    guard !sample.isWhole else { return sample.bytes }
    let bytes = sample.bytes
    let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    for lineEnd in [0x0a, 0x0d] as [UInt8] {
      guard isWide else {
        if let last = bytes.lastIndex(of: lineEnd) { return Array(bytes[...last]) }
        continue
      }
      let unit = encoding == .utf16LittleEndian ? [lineEnd, 0] : [0, lineEnd]
      var at = (bytes.count & ~1) - 2
      while at >= 0 {
        if bytes[at] == unit[0], bytes[at + 1] == unit[1] { return Array(bytes[..<(at + 2)]) }
        at -= 2
      }
    }
    return bytes
  }
}

extension ColumnSurvey.Column {
  mutating func add(_ field: Span<UInt8>, _ scanner: FieldScanner) {
    pixels = max(pixels, TextWidth.pixels(field))
    let scanned = scanner.scan(field)
    switch scanned.form {
    case .integer:
      integers += 1
      places = -1
    case .decimal, .scientific:
      decimals += 1
      let found = scanned.form == .decimal ? scanned.places : -1
      places = places == nil || places == found ? found : -1
    case .grouped, .percent, .spacedPercent:
      decimals += 1
      places = -1
    case .code:
      if codes == 0 { code = ColumnSurvey.text(field) }
      codes += 1
    case .doubtful:
      if doubtful == 0 { doubtfulCode = ColumnSurvey.text(field) }
      doubtful += 1
    case .text:
      others += 1
      if ColumnSurvey.isTag(field) { tags += 1 }
      if ColumnSurvey.hasLineBreak(field) { hasLineBreaks = true }
    case .date, .dateTime, .time, .boolean, .empty: others += 1
    }
  }

  /// What the column's fields may become, and in words why they may not, if so.
  func rule() -> (rule: ColumnRule, reason: String?) {
    if codes > 0 { return (ColumnRule(isTyped: false), ColumnSurvey.reason(code)) }
    if doubtful > 0, decimals == 0 {
      return (ColumnRule(isTyped: false), ColumnSurvey.reason(doubtfulCode))
    }
    // Codes such as 12, 13 and 13A belong together; a word here and there does not make codes.
    if integers > 0, decimals == 0, tags * 10 >= filled {
      return (ColumnRule(isTyped: false), "text, since it holds codes of letters and digits")
    }
    return (ColumnRule(places: decimals > 1 ? places ?? -1 : -1), nil)
  }

  /// The width that fits what was seen, and leaves room for longer numbers below.
  var width: Double {
    let characters = TextWidth.characters(pixels) + 1
    let least = integers + decimals > 0 ? 10.0 : 6.0
    return max(least, min(characters, 60)).rounded(.up)
  }
}

extension ColumnSurvey {
  /// Why a column with a code is text, in words.
  static func reason(_ code: String, line: Int? = nil) -> String {
    let place = line.map { " on line \($0)" } ?? ""
    return "text, since \(code)\(place) would be another thing as a number"
  }

  static func text(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  private static func hasLineBreak(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] == 0x0a { return true }
    return false
  }

  /// Whether a text is one word with a digit in it, and no sign before it.
  static func isTag(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count <= 32, bytes[0] != UInt8(ascii: "-") else { return false }
    var hasDigit = false
    for index in bytes.indices {
      let byte = bytes[index]
      if byte <= 0x20 { return false }
      if byte &- 0x30 < 10 { hasDigit = true }
    }
    return hasDigit
  }
}
