/// What YAML scalars without quotes mean: the core schema of YAML 1.2.2, clause 10.3.
enum CoreSchema {
  static func isNull(_ text: String) -> Bool {
    switch text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }

  static func boolean(_ text: String) -> Bool? {
    switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// The number, infinity and "not a number" among them; nil for anything else.
  static func number(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, bytes.count <= 400 else { return nil }
    if first == UInt8(ascii: "0"), bytes.count > 2 {
      if bytes[1] == UInt8(ascii: "x") { return integer(bytes.dropFirst(2), radix: 16) }
      if bytes[1] == UInt8(ascii: "o") { return integer(bytes.dropFirst(2), radix: 8) }
    }
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    case ".nan", ".NaN", ".NAN": return .nan
    default: return isDecimal(bytes) ? Double(text) : nil
    }
  }

  /// Whether a whole number has zeros before it, which a reader of the text would miss.
  static func hasLeadingZeros(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    return digits.count > 1 && digits.first == UInt8(ascii: "0")
      && digits.dropFirst().first?.isASCIIDigit == true
  }

  /// Whether a person would miss nothing when a text is kept as its number.
  ///
  /// Account numbers have more digits than a double holds, and codes such as `1E5` are no powers of
  /// ten to those who wrote them.
  static func isCarried(_ text: String, by number: Double) -> Bool {
    let whole = text.utf8.prefix { $0.isASCIIDigit }
    let rest = text.utf8.dropFirst(whole.count)
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e"), !whole.isEmpty,
      rest.dropFirst().allSatisfy(\.isASCIIDigit)
    {
      return false
    }
    let digits = significantDigits(of: text)
    return digits.count <= 15 || digits == significantDigits(of: number.description)
  }

  /// The digits before an exponent, without the zeros at their ends.
  private static func significantDigits(of text: String) -> [UInt8] {
    let mantissa = text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    var digits = Array(mantissa.filter(\.isASCIIDigit).drop { $0 == UInt8(ascii: "0") })
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return digits
  }

  /// Says whether the bytes are a decimal of the core schema.
  ///
  /// The form is `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`.
  private static func isDecimal(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    func isSign(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") }
    if isSign(rest.first) { rest = rest.dropFirst() }
    let whole = rest.prefix { $0.isASCIIDigit }
    rest = rest.dropFirst(whole.count)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = rest.prefix { $0.isASCIIDigit }.count
      rest = rest.dropFirst(fraction)
    }
    guard whole.count + fraction > 0 else { return false }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if isSign(rest.first) { rest = rest.dropFirst() }
      return !rest.isEmpty && rest.allSatisfy(\.isASCIIDigit)
    }
    return rest.isEmpty
  }

  private static func integer(_ digits: ArraySlice<UInt8>, radix: Double) -> Double? {
    var value = 0.0
    for digit in digits {
      guard let number = digit.hexadecimalValue, Double(number) < radix else { return nil }
      value = value * radix + Double(number)
    }
    return value
  }
}
