/// Numbers as the shortest decimal that reads back the same.
enum NumberText {
  /// Whether digits from a file already are that decimal, so that they may be copied.
  ///
  /// A decimal of at most 15 significant digits comes back from a double unchanged (IEEE 754-2019,
  /// 5.12.2), so nothing shorter can mean the same number. What remains is the form: no sign but
  /// minus, no exponent, no superfluous zeros, and not below 0.0001, where an exponent is shorter.
  static func isShortest(_ text: Span<UInt8>) -> Bool {
    var at = 0
    let end = text.count
    if at < end, text[at] == UInt8(ascii: "-") { at += 1 }
    guard at < end else { return false }
    var digits = 0
    if text[at] == UInt8(ascii: "0") {
      at += 1
    } else {
      while at < end, text[at] &- UInt8(ascii: "0") < 10 {
        digits += 1
        at += 1
      }
      guard digits > 0 else { return false }
    }
    if at == end {
      // A lone zero, or `-0`, which is left to the printer.
      return digits > 0 ? digits <= 15 : end == 1
    }
    guard text[at] == UInt8(ascii: ".") else { return false }
    at += 1
    let isBelowOne = digits == 0
    var zeros = 0
    if isBelowOne {
      while at < end, text[at] == UInt8(ascii: "0") {
        zeros += 1
        at += 1
      }
      guard zeros <= 3 else { return false }
    }
    guard at < end, text[end - 1] != UInt8(ascii: "0") else { return false }
    while at < end, text[at] &- UInt8(ascii: "0") < 10 {
      digits += 1
      at += 1
    }
    return at == end && digits <= 15
  }
}
